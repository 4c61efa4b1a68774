"""Members of groups and channels: who they are, and what an administrator may do to them."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.membership import let_join, let_leave, set_member
from bot.rehearsal.methods.call import Call, find_chat, writable_chat
from bot.rehearsal.methods.chats import managed_chat, read_permissions
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Member
from bot.rehearsal.model.rights import administrator, names_for

SHORTEST_BAN_SECONDS = 30
LONGEST_BAN_SECONDS = 366 * 86_400
MAX_TITLE_LENGTH = 16


def get_chat_member(call: Call) -> Json:
    user_id = read_user_id(call)
    chat = find_chat(call)
    if chat.is_private:
        if user_id not in {chat.id, call.bot.id}:
            raise bad_request("member not found")
        return {"status": "member", "user": call.state.profile_of(user_id)}
    member = chat.members.get(user_id)
    profile = call.state.profile_of(user_id)
    if member is None and profile is None:
        raise bad_request("invalid user_id specified")
    return member.body if member else {"status": "left", "user": profile}


def read_user_id(call: Call, name: str = "user_id") -> int:
    """Raises ApiError when it is no positive number."""
    user_id = call.parameters.integer(name)
    if user_id <= 0:
        raise bad_request(f"Invalid {name} specified")
    return user_id


def get_chat_administrators(call: Call) -> list[Json]:
    """The owner first; other bots only when they are asked for."""
    chat = find_chat(call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    everybody = call.parameters.boolean("return_bots")
    found = [member for member in chat.present() if member.is_administrator]
    shown = [
        member
        for member in found
        if everybody or not member.user["is_bot"] or member.user["id"] == call.bot.id
    ]
    return [member.body for member in sorted(shown, key=lambda member: member.status != "creator")]


def ban_chat_member(call: Call) -> bool:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_restrict_members")
    member = _lesser_member(call, chat, user_id)
    until = _until(call)
    _remove(call, chat, member, "kicked", {"until_date": until})
    return True


def _remove(call: Call, chat: Chat, member: Member, status: str, rights: Json | None = None) -> None:
    if member.is_present:
        let_leave(
            call.state,
            chat,
            member.user,
            actor=call.bot.profile,
            author=call.bot,
            status=status,
            rights=rights,
        )
    else:
        set_member(call.state, chat, member.user, status, actor=call.bot.profile, rights=rights)


def unban_chat_member(call: Call) -> bool:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_restrict_members")
    member = _lesser_member(call, chat, user_id)
    if call.parameters.boolean("only_if_banned") and member.status != "kicked":
        return True
    _remove(call, chat, member, "left")
    return True


def _lesser_member(call: Call, chat: Chat, user_id: int) -> Member:
    """Somebody who is or could be in the chat, and over whom the bot has power.

    Raises ApiError for unknown people, owners and other administrators.
    """
    profile = call.state.profile_of(user_id)
    if profile is None:
        raise bad_request("invalid user_id specified")
    member = chat.members.get(user_id) or Member(profile, "left")
    if user_id == call.bot.id:
        raise bad_request("can't restrict self")
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    if member.status == "administrator" and not member.rights.get("can_be_edited"):
        raise bad_request("user is an administrator of the chat")
    return member


def _until(call: Call) -> int:
    """The end of a ban or restriction; under 30 s and over 366 days mean for ever (documentation)."""
    until = call.parameters.integer("until_date")
    seconds = until - call.state.date()
    return until if SHORTEST_BAN_SECONDS <= seconds <= LONGEST_BAN_SECONDS else 0


def restrict_chat_member(call: Call) -> bool:
    user_id = read_user_id(call)
    permissions = read_permissions(call)
    chat = managed_chat(call, "can_restrict_members")
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    member = _lesser_member(call, chat, user_id)
    if all(permissions.values()):
        status = "member" if member.is_present else "left"
        set_member(call.state, chat, member.user, status, actor=call.bot.profile)
        return True
    rights = {"is_member": member.is_present, **permissions, "until_date": _until(call)}
    set_member(call.state, chat, member.user, "restricted", actor=call.bot.profile, rights=rights)
    return True


def promote_chat_member(call: Call) -> bool:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_promote_members")
    member = _lesser_member(call, chat, user_id)
    if not member.is_present:
        raise bad_request("USER_NOT_PARTICIPANT")
    granted = {name: call.parameters.boolean(name) for name in names_for(chat.type)}
    if not any(granted.values()):
        set_member(call.state, chat, member.user, "member", actor=call.bot.profile)
        return True
    rights = administrator(chat.type, granted) | {"can_be_edited": True}
    set_member(call.state, chat, member.user, "administrator", actor=call.bot.profile, rights=rights)
    return True


def set_chat_administrator_custom_title(call: Call) -> bool:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_promote_members")
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    member = chat.members.get(user_id)
    if member is None or member.status != "administrator":
        raise bad_request("user is not an administrator")
    if not member.rights.get("can_be_edited"):
        raise bad_request("not enough rights to change custom title of the user")
    title = call.parameters.text("custom_title").strip()
    if len(title) > MAX_TITLE_LENGTH:
        raise bad_request("ADMIN_RANK_INVALID")
    rights = {name: value for name, value in member.rights.items() if name != "custom_title"}
    member.rights = rights | ({"custom_title": title} if title else {})
    return True


def set_chat_member_tag(call: Call) -> bool:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_manage_tags")
    member = chat.members.get(user_id)
    if member is None or member.status not in {"member", "restricted"}:
        raise bad_request("user is not a regular member of the chat")
    tag = call.parameters.text("tag").strip()
    if len(tag) > MAX_TITLE_LENGTH:
        raise bad_request("TAG_INVALID")
    rights = {name: value for name, value in member.rights.items() if name != "tag"}
    member.rights = rights | ({"tag": tag} if tag else {})
    return True


def leave_chat(call: Call) -> bool:
    chat = writable_chat(call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    let_leave(call.state, chat, call.bot.profile, actor=call.bot.profile, author=call.bot)
    return True


def approve_chat_join_request(call: Call) -> bool:
    chat, user = _requester(call)
    let_join(call.state, chat, user, actor=call.bot.profile)
    return True


def decline_chat_join_request(call: Call) -> bool:
    _requester(call)
    return True


def _requester(call: Call) -> tuple[Chat, Json]:
    user_id = read_user_id(call)
    chat = managed_chat(call, "can_invite_users")
    user = chat.join_requests.pop(user_id, None)
    if user is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return chat, user
