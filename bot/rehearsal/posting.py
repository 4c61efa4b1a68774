"""Puts messages into chats, changes and removes them, and tells whoever has to know."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.privacy import sees

HEARD_BY_ITS_AUTHOR = names(
    """
    new_chat_title new_chat_photo delete_chat_photo left_chat_member pinned_message forum_topic_created
    forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
    general_forum_topic_unhidden
    """
)
"""Service messages that a bot receives even when it caused them (Client.cpp, need_skip_update_message)."""


def post(
    state: State,
    chat: Chat,
    sender: Json,
    content: Json,
    *,
    author: Bot | None = None,
    had_reply_keyboard: bool = False,
) -> Message:
    """Adds a message; the bots that see it get an update. ``author`` is the bot that sent it, if one did."""
    body = {
        "message_id": chat.ids.next(),
        **_origin(chat, sender),
        "date": state.date(),
        "chat": chat.info,
        **content,
    }
    message = Message(body, int(sender["id"]), state.feed.next_revision(chat.id), had_reply_keyboard)
    chat.messages[message.id] = message
    if "poll" in body:
        state.polls[body["poll"]["id"]].places.append((chat, message))
    chat.revision = message.revision
    if author is not None:
        chat.action = None
        chat.last_bot_speaker = author.id
    state.feed.publish("message", chat_id=chat.id, message=body)
    _announce(state, chat, "message", body, author)
    return message


def _origin(chat: Chat, sender: Json) -> Json:
    if chat.type == "channel":
        return {"sender_chat": chat.info}
    return {"from": sender}


def _announce(state: State, chat: Chat, kind: str, body: Json, author: Bot | None) -> None:
    if chat.type == "channel":
        kind = {"message": "channel_post", "edited_message": "edited_channel_post"}[kind]
    bots = bots_in(state, chat)
    for bot in bots:
        if bot is author and not HEARD_BY_ITS_AUTHOR & body.keys():
            continue
        if sees(bot, chat, body):
            seen = body if len(bots) == 1 else state.files.as_seen_by(bot.id, body)
            bot.updates.add(kind, seen, chat.id)


def bots_in(state: State, chat: Chat) -> list[Bot]:
    """The bots that take part in a chat."""
    if chat.is_private:
        return [bot for bot in state.bots.values() if bot.private.get(chat.id) is chat]
    return [bot for bot in state.bots.values() if (member := chat.members.get(bot.id)) and member.is_present]


def replace(state: State, chat: Chat, message: Message, body: Json, *, edited: bool = True) -> None:
    """Gives a message a new body; ``edited`` sets its edit_date."""
    message.body = body | {"edit_date": state.date()} if edited else body
    message.revision = chat.revision = state.feed.next_revision(chat.id)
    state.feed.publish("edit", chat_id=chat.id, message=message.body)


def announce_edit(state: State, chat: Chat, message: Message, author: Bot | None = None) -> None:
    """Tells the bots of a person's edit; a bot hears nothing of its own."""
    _announce(state, chat, "edited_message", message.body, author)


def remove(state: State, chat: Chat, message_ids: list[int]) -> None:
    """Deletes messages; bots learn nothing of it."""
    for message_id in message_ids:
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
    chat.revision = state.feed.next_revision(chat.id)
    state.feed.publish("delete", chat_id=chat.id, message_ids=message_ids)
