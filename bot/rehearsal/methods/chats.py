"""What there is to know of a chat, and what an administrator may change of it."""

from __future__ import annotations

from bot.rehearsal import media
from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call, find_chat, own_member, writable_chat
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import ALL_PERMISSIONS, Chat
from bot.rehearsal.posting import post

MAX_TITLE_LENGTH = 128
MAX_DESCRIPTION_LENGTH = 255
NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(call: Call) -> Json:
    """A ChatFullInfo."""
    chat = find_chat(call)
    _check_readable(call, chat)
    full: Json = chat.info | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    if "username" in chat.info:
        full["active_usernames"] = [chat.info["username"]]
    if not chat.is_private and chat.type != "channel":
        full["permissions"] = chat.permissions
    if chat.pinned:
        full["pinned_message"] = chat.messages[max(chat.pinned)].body
    return full | chat.details


def _check_readable(call: Call, chat: Chat) -> None:
    """Supergroups and channels are closed to who is not in them, unless they are public."""
    if chat.type in {"private", "group"} or "username" in chat.info:
        return
    member = chat.members[call.bot.id]
    if not member.is_present:
        writable_chat(call)


def get_chat_member_count(call: Call) -> int:
    chat = find_chat(call)
    _check_readable(call, chat)
    return 2 if chat.is_private else sum(1 for _ in chat.present())


def managed_chat(call: Call, right: str) -> Chat:
    """The group or channel of a call that needs an administrator's right.

    Raises ApiError when the bot has not got it.
    """
    chat = writable_chat(call)
    if chat.is_private:
        raise bad_request("method is available only for supergroup and channel chats")
    require_right(call, chat, right)
    return chat


def require_right(call: Call, chat: Chat, right: str) -> None:
    """Raises ApiError "not enough rights" when the bot has not got it."""
    if not own_member(call, chat).may(right):
        raise bad_request(f"not enough rights to {NEEDED_FOR[right]}")


NEEDED_FOR = {
    "can_change_info": "change chat info",
    "can_restrict_members": "restrict/unrestrict chat member",
    "can_promote_members": "promote or demote the chat member",
    "can_invite_users": "manage chat invite link",
    "can_pin_messages": "manage pinned messages in the chat",
    "can_manage_topics": "manage the topic",
    "can_edit_messages": "manage pinned messages in the chat",
    "can_manage_tags": "manage tags in the chat",
    "can_delete_messages": "delete messages in the chat",
}


def set_chat_title(call: Call) -> bool:
    chat = _changeable(call, "chat title")
    title = call.parameters.text("title").strip()
    if not title:
        raise bad_request("Title must be non-empty")
    if len(title) > MAX_TITLE_LENGTH:
        raise bad_request("Title is too long")
    if title == chat.info["title"]:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.info = chat.info | {"title": title}
    post(call.state, chat, call.bot.profile, {"new_chat_title": title}, author=call.bot)
    return True


def _changeable(call: Call, what: str) -> Chat:
    chat = writable_chat(call)
    if chat.is_private:
        raise bad_request(f"can't change private {what}")
    require_right(call, chat, "can_change_info")
    return chat


def set_chat_description(call: Call) -> bool:
    chat = _changeable(call, "chat description")
    description = call.parameters.text("description").strip()
    if len(description) > MAX_DESCRIPTION_LENGTH:
        raise bad_request("chat description is too long")
    if description == chat.details.get("description", ""):
        raise bad_request("chat description is not modified")
    chat.details = {name: value for name, value in chat.details.items() if name != "description"}
    if description:
        chat.details["description"] = description
    return True


def set_chat_photo(call: Call) -> bool:
    upload = call.parameters.upload("photo")
    if upload is None:
        if call.parameters.has("photo"):
            raise bad_request("Photo must be uploaded as an InputFile")
        raise bad_request("There is no photo in the request")
    chat = _changeable(call, "chat photo")
    sizes = media.stored(call.state, call.bot, "photo", upload, call.parameters)["photo"]
    small, big = sizes[0], sizes[-1]
    chat.details = chat.details | {
        "photo": {
            "small_file_id": small["file_id"],
            "small_file_unique_id": small["file_unique_id"],
            "big_file_id": big["file_id"],
            "big_file_unique_id": big["file_unique_id"],
        }
    }
    post(call.state, chat, call.bot.profile, {"new_chat_photo": sizes}, author=call.bot)
    return True


def delete_chat_photo(call: Call) -> bool:
    chat = _changeable(call, "chat photo")
    if "photo" not in chat.details:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.details = {name: value for name, value in chat.details.items() if name != "photo"}
    post(call.state, chat, call.bot.profile, {"delete_chat_photo": True}, author=call.bot)
    return True


def set_chat_permissions(call: Call) -> bool:
    permissions = read_permissions(call)
    chat = managed_chat(call, "can_restrict_members")
    if permissions == chat.permissions:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.permissions = permissions
    return True


def read_permissions(call: Call) -> Json:
    """A ChatPermissions with every permission said; some imply others (Client.cpp, get_chat_permissions)."""
    value = call.parameters.decoded("permissions", "permissions")
    if value is None:
        raise bad_request('Parameter "permissions" is required')
    if not isinstance(value, dict):
        raise bad_request("Object expected as permissions")
    granted = {name: bool(value.get(name)) for name in ALL_PERMISSIONS}
    for name, source in (("can_manage_topics", "can_pin_messages"), ("can_edit_tag", "can_pin_messages")):
        granted[name] = bool(value.get(name, granted[source]))
    if not call.parameters.boolean("use_independent_chat_permissions"):
        _imply(granted)
    granted["can_react_to_messages"] = bool(value.get("can_react_to_messages", granted["can_send_messages"]))
    return granted


def _imply(granted: Json) -> None:
    if granted["can_send_other_messages"] or granted["can_add_web_page_previews"]:
        for name in ALL_PERMISSIONS[:7]:
            granted[name] = True
    if any(granted[name] for name in (*ALL_PERMISSIONS[1:7], "can_send_polls")):
        granted["can_send_messages"] = True
