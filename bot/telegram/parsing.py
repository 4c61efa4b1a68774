"""From the Bot API's JSON to PTB's objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Chat, Message, MessageEntity, Update, User

_PLAIN = frozenset({"message_id", "from", "chat", "date", "text", "entities"})
"""What a text, written by somebody and no more, consists of."""


def update_of(data: Mapping[str, Any], bot: Bot | None) -> Update:
    """As ``Update.de_json``; what people write is not searched for the hundred things it does not contain.

    That takes half the time.
    """
    content = data.get("message")
    if len(data) == 2 and isinstance(content, dict) and "from" in content and content.keys() <= _PLAIN:
        update = Update(data["update_id"], message=_written(content, bot))
        update.set_bot(bot)
        return update
    return Update.de_json(dict(data), bot)


def _written(content: Mapping[str, Any], bot: Bot | None) -> Message:
    message = Message(
        message_id=content["message_id"],
        date=datetime.fromtimestamp(content["date"], UTC),
        chat=Chat.de_json(content["chat"], bot),
        from_user=User.de_json(content["from"], bot),
        text=content.get("text"),
        entities=MessageEntity.de_list(content.get("entities", []), bot),
    )
    message.set_bot(bot)
    return message
