"""Why Telegram has not taken a message: the cause decides what follows."""

from __future__ import annotations

from telegram.error import BadRequest, Forbidden, TelegramError

from data.outbox import Cause

MARKS: tuple[tuple[str, Cause], ...] = (
    ("deactivated", "deactivated"),
    ("chat not found", "not_found"),
    ("user not found", "not_found"),
    ("peer_id_invalid", "not_found"),
    ("can't initiate conversation", "not_found"),
    ("too long", "too_long"),
    ("too_long", "too_long"),
)
"""What stands in the Bot API's descriptions, lower-cased."""


def refusal(error: TelegramError) -> Cause | None:
    """The cause for which the message is given up; None where it may still arrive."""
    if not isinstance(error, Forbidden | BadRequest):
        return None
    text = error.message.lower()
    for mark, cause in MARKS:
        if mark in text:
            return cause
    return "blocked" if isinstance(error, Forbidden) else "other"
