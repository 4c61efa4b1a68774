"""What stands in the chats, as people see it."""

from __future__ import annotations

import time

from bot.rehearsal import standing
from bot.rehearsal.commands import commands_for, menu_button_for
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ControlError
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.state import State
from bot.rehearsal.model.users import User

CHATS_FIELDS = frozenset({"bot", "user"})
MESSAGES_FIELDS = frozenset({"bot", "after", "since", "seen", "wait", "limit"})
MAX_WAIT_SECONDS = 60.0


def list_chats(state: State, fields: Fields) -> list[Json]:
    """The chats of a person: with each bot that knows them (of ``bot`` only, if named), and groups."""
    user = state.user(fields.integer("user"))
    bot = state.chosen_bot(fields.text("bot", "") or None) if state.bots else None
    private = bot.private.get(user.id) if bot else None
    shared = [chat for chat in state.groups.values() if _is_in(chat, user)]
    return [_shown(state, bot, chat, user) for chat in ([private] if private else []) + shared]


def _is_in(chat: Chat, user: User) -> bool:
    member = chat.members.get(user.id)
    return member is not None and member.is_present and chat.migrated_to is None


def _shown(state: State, bot: Bot | None, chat: Chat, user: User) -> Json:
    last = chat.last_message
    running = chat.action is not None and chat.action[1] > state.now()
    return {
        "chat": chat.info,
        "last_message": last.body if last else None,
        "reply_keyboard": standing.markup(chat, user.id),
        "action": chat.action[0] if chat.action and running else None,
        "commands": commands_for(bot, chat, user) if bot else [],
        "menu_button": menu_button_for(bot, chat) if bot else None,
    }


def _find(state: State, fields: Fields, chat_id: int) -> Chat | None:
    """A group, or a private chat of the bot."""
    if chat_id in state.groups:
        return state.groups[chat_id]
    return state.chosen_bot(fields.text("bot", "") or None).private.get(chat_id)


async def list_messages(state: State, fields: Fields, chat_id: int) -> list[Json]:
    """The messages that stand in the chat, ascending.

    ``after`` leaves out those up to an id, ``since`` those that did not change after a revision of the feed;
    with ``wait`` seconds it answers only once there are any whose change is later than ``seen``.
    """
    after, since = fields.integer("after", 0), fields.integer("since", -1)
    seen = fields.integer("seen", since)
    deadline = time.monotonic() + min(fields.number("wait", 0), MAX_WAIT_SECONDS)
    while (chat := _find(state, fields, chat_id)) is None or chat.revision <= seen:
        if not await state.feed.change(chat_id, deadline - time.monotonic()):
            break
    if chat is None and chat_id not in state.users:
        raise ControlError(f"There is no chat {chat_id}.")
    if chat is None:
        return []
    return [
        message.body for message in chat.messages.values() if message.id > after and message.revision > since
    ]
