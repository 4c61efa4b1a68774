"""Who is in which chat, and who is told of a change."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat, Member
from bot.rehearsal.model.state import State
from bot.rehearsal.model.users import User
from bot.rehearsal.posting import bots_in, post


def member(user: Json) -> Json:
    """A ChatMember without special rights."""
    return {"status": "member", "user": user}


def banned(user: Json, until: int = 0) -> Json:
    """A ChatMember who may not come back; ``until`` 0 is for ever."""
    return {"status": "kicked", "user": user, "until_date": until}


def tell_of_block(state: State, bot: Bot, user: User, *, blocked: bool) -> None:
    """my_chat_member: who blocks a bot bans it from the private chat (documentation, ChatMemberUpdated)."""
    chat = state.private_chat(bot, user)
    states = member(bot.profile), banned(bot.profile)
    old, new = states if blocked else states[::-1]
    update = _change(state, chat, user.profile, old, new)
    bot.updates.add("my_chat_member", update, chat.id)


def _change(state: State, chat: Chat, actor: Json, old: Json, new: Json) -> Json:
    """A ChatMemberUpdated."""
    return {
        "chat": chat.info,
        "from": actor,
        "date": state.date(),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def set_member(
    state: State, chat: Chat, user: Json, status: str, *, actor: Json, rights: Json | None = None
) -> None:
    """Gives somebody a status in a group; the bots that may know are told.

    A bot hears of itself always, of others as an administrator and if it asked for ``chat_member``.
    """
    before = chat.members.get(user["id"]) or Member(user, "left")
    old = before.body
    watchers = [bot for bot in bots_in(state, chat) if chat.members[bot.id].is_administrator]
    after = chat.members[user["id"]] = Member(user, status, rights or {})
    update = _change(state, chat, actor, old, after.body)
    if after.body == old:
        return
    for bot in state.bots.values():
        if bot.id == user["id"]:
            bot.updates.add("my_chat_member", update, chat.id)
        elif bot in watchers:
            bot.updates.add("chat_member", update, user["id"])


def let_join(
    state: State, chat: Chat, user: Json, *, actor: Json, status: str = "member", rights: Json | None = None
) -> None:
    """Somebody comes into a group, by themselves or brought by the actor."""
    set_member(state, chat, user, status, actor=actor, rights=rights)
    if chat.type != "channel":
        post(state, chat, actor, {"new_chat_members": [user]})


def let_leave(
    state: State,
    chat: Chat,
    user: Json,
    *,
    actor: Json,
    author: Bot | None = None,
    status: str = "left",
    rights: Json | None = None,
) -> None:
    """Somebody leaves or is removed; a bot that goes still sees the message about it."""
    if chat.type != "channel":
        post(state, chat, actor, {"left_chat_member": user}, author=author)
    set_member(state, chat, user, status, actor=actor, rights=rights)
    chat.keyboards.pop(user["id"], None)


def request_to_join(state: State, chat: Chat, user: Json, link: Json) -> None:
    """Somebody asks to be let in by a link that needs approval; administrators hear of it."""
    chat.join_requests[user["id"]] = user
    request = {
        "chat": chat.info,
        "from": user,
        "user_chat_id": user["id"],
        "date": state.date(),
        "invite_link": link,
    }
    for bot in bots_in(state, chat):
        if chat.members[bot.id].may("can_invite_users"):
            bot.updates.add("chat_join_request", request, user["id"])
