"""From the Bot API's JSON to rows of the inbox."""

from __future__ import annotations

import json
from typing import Any

from data.inbox import Received

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member", "poll_answer")
"""What the bot listens to; Telegram keeps the rest to itself."""


def received(update: dict[str, Any], now: float) -> Received:
    """The row for an update: its queue is its chat, else its user, else its own."""
    return Received(
        update_id=update["update_id"],
        queue=_queue(update),
        body=json.dumps(update, ensure_ascii=False),
        received_at=now,
    )


def _queue(update: dict[str, Any]) -> int:
    content = next((value for key, value in update.items() if key != "update_id"), None)
    if not isinstance(content, dict):
        return int(update["update_id"])
    message = content.get("message") if "chat" not in content else content
    for place in (message, content):
        if isinstance(place, dict):
            for key in ("chat", "from", "user"):
                if key in place:
                    return int(place[key]["id"])
    return int(update["update_id"])
