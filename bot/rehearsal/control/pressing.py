"""Presses of inline buttons."""

from __future__ import annotations

import zlib

from bot.rehearsal.control.acts import Actor, actor, message_in
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.waiting import answer_within, wait_seconds
from bot.rehearsal.errors import ControlError
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.model.queries import Press
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names

PRESS_FIELDS = names("bot user chat message_id data text wait")


async def press(state: State, fields: Fields) -> Json:
    """The person presses an inline button; answers what the bot makes of it, or null after the wait."""
    who = actor(state, fields)
    message_id = fields.integer("message_id")
    wait = wait_seconds(fields)
    pressed: Json = {"update_id": None, "message_id": message_id, "revision": state.feed.revision}
    button = _button(who.chat, message_id, fields)
    if "callback_data" not in button:
        return pressed | {"answer": _opened(button)}
    return pressed | await _query(state, who, message_id, button["callback_data"], wait)


def _button(chat: Chat, message_id: int, fields: Fields) -> Json:
    """The button of that label or data; any data may be pressed, as a forged client could."""
    if fields.has("data"):
        return {"callback_data": fields.text("data")}
    label = fields.text("text")
    rows = message_in(chat, message_id).body.get("reply_markup", {}).get("inline_keyboard", [])
    found = next((button for row in rows for button in row if button["text"] == label), None)
    if found is None:
        raise ControlError(f"Message {message_id} has no button {label!r}.")
    return dict(found)


def _opened(button: Json) -> Json:
    """A button that the app answers by itself."""
    links = [button.get("url")] + [button.get(name, {}).get("url") for name in ("web_app", "login_url")]
    return {"text": "", "show_alert": False, "url": next(filter(None, links), None)}


async def _query(state: State, who: Actor, message_id: int, data: str, wait: float) -> Json:
    press = Press(who.chat.id, message_id, who.user.id, data)
    kept = state.queries.kept(press, state.now())
    if kept is not None:
        return {"answer": kept}
    message = who.chat.messages.get(message_id)
    bot = _owner(state, message) or who.bot
    query = state.queries.open(
        "callback", bot.id, who.user.id, state.now(), state.patience(state.settings.callback_seconds), press
    )
    body = {"id": query.id, "from": who.user.profile, **_place(who.chat, message_id), "data": data}
    update_id = bot.updates.add("callback_query", body, who.user.id)
    return {"update_id": update_id, "answer": await answer_within(query, wait)}


def _owner(state: State, message: Message | None) -> Bot | None:
    """The bot that hears of the press: the one that sent the message, or by way of which it was sent."""
    if message is None:
        return None
    return state.bot_by_id(message.body.get("via_bot", {}).get("id", message.sender_id))


def _place(chat: Chat, message_id: int) -> Json:
    """The message of a query; one that is gone has date 0 (Client.cpp 1723)."""
    instance = {"chat_instance": str(zlib.crc32(str(chat.id).encode()) << 31 | 1)}
    message = chat.messages.get(message_id)
    if message is None:
        return {"message": {"chat": chat.info, "message_id": message_id, "date": 0}, **instance}
    if message.inline_id is not None:
        return {"inline_message_id": message.inline_id, **instance}
    return {"message": message.body, **instance}
