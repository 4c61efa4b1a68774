"""The reply keyboards and forced replies that stand under a person's chat."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Keyboard, Message
from bot.rehearsal.model.state import State


def show(state: State, chat: Chat, message: Message, markup: Json) -> None:
    """What a bot's message does to the keyboards of those who see it."""
    for user_id in _addressees(chat, message, markup):
        if "remove_keyboard" in markup:
            chat.keyboards.pop(user_id, None)
        else:
            chat.keyboards[user_id] = Keyboard(markup, message.id)
        _publish(state, chat, user_id)


def _addressees(chat: Chat, message: Message, markup: Json) -> list[int]:
    """Everybody, or, of a selective markup, who is mentioned or replied to."""
    if chat.is_private:
        return [chat.id]
    people = [member.user["id"] for member in chat.present() if not member.user["is_bot"]]
    if not markup.get("selective"):
        return people
    replied = message.body.get("reply_to_message", {}).get("from", {}).get("id")
    return [user_id for user_id in people if user_id == replied or _mentions(chat, message, user_id)]


def _mentions(chat: Chat, message: Message, user_id: int) -> bool:
    username = chat.members[user_id].user.get("username")
    text = message.body.get("text") or message.body.get("caption") or ""
    entities = message.body.get("entities") or message.body.get("caption_entities") or []
    by_id = any(entity["type"] == "text_mention" and entity["user"]["id"] == user_id for entity in entities)
    return by_id or (username is not None and f"@{username.lower()}" in text.lower())


def after_use(state: State, chat: Chat, user_id: int, *, tapped: bool) -> None:
    """A person wrote: a forced reply is done with, a keyboard for one time goes once tapped."""
    keyboard = chat.keyboards.get(user_id)
    if keyboard is None:
        return
    if "force_reply" in keyboard.markup or (tapped and keyboard.markup.get("one_time_keyboard")):
        del chat.keyboards[user_id]
        _publish(state, chat, user_id)


def button(chat: Chat, user_id: int, text: str) -> Json | None:
    """The button of that label that stands for the person."""
    keyboard = chat.keyboards.get(user_id)
    rows = keyboard.markup.get("keyboard", []) if keyboard else []
    return next((button for row in rows for button in row if button["text"] == text), None)


def markup(chat: Chat, user_id: int) -> Json | None:
    keyboard = chat.keyboards.get(user_id)
    return keyboard.markup if keyboard else None


def _publish(state: State, chat: Chat, user_id: int) -> None:
    state.feed.publish("keyboard", chat_id=chat.id, user=user_id, reply_keyboard=markup(chat, user_id))
