"""What a bot in a group gets to see (documentation, "Privacy mode")."""

from __future__ import annotations

from bot.rehearsal import utf16
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.names import names

CONTENT = names(
    """
    text animation audio document paid_media photo sticker story video video_note voice checklist contact dice
    game poll venue location invoice
    """
)
"""What people write; everything else is a service message."""


def sees(bot: Bot, chat: Chat, body: Json) -> bool:
    """Whether a message of somebody else in a chat of the bot reaches it."""
    if chat.is_private:
        return True
    member = chat.members.get(bot.id)
    if member is None or not member.is_present:
        return False
    if chat.type == "channel" or member.is_administrator or bot.can_read_all_group_messages:
        return True
    return not CONTENT & body.keys() or _is_meant_for(bot, chat, body)


def _is_meant_for(bot: Bot, chat: Chat, body: Json) -> bool:
    replied = body.get("reply_to_message", {}).get("from", {})
    if replied.get("id") == bot.id or body.get("via_bot", {}).get("id") == bot.id:
        return True
    text = body.get("text") or body.get("caption") or ""
    entities = body.get("entities") or body.get("caption_entities") or []
    return any(_names(bot, chat, entity, text) for entity in entities)


def _names(bot: Bot, chat: Chat, entity: Json, text: str) -> bool:
    part = utf16.part(text, entity["offset"], entity["length"]).lower()
    if entity["type"] == "mention":
        return part == f"@{bot.username.lower()}"
    if entity["type"] == "text_mention":
        return bool(entity["user"]["id"] == bot.id)
    if entity["type"] != "bot_command":
        return False
    _, named, addressee = part.partition("@")
    return addressee == bot.username.lower() if named else chat.last_bot_speaker in {None, bot.id}
