"""What is asked to be paid."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal.model import Json


@dataclass(frozen=True, slots=True)
class Invoice:
    bot_id: int
    body: Json
    """An Invoice of the Bot API."""
    payload: str
    is_flexible: bool
    """The price depends on the way of shipping."""
