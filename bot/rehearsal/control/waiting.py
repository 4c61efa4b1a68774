"""Calls that wait for what the bot answers, in real seconds."""

from __future__ import annotations

import asyncio

from bot.rehearsal.control.fields import Fields
from bot.rehearsal.model import Json
from bot.rehearsal.model.queries import Query

DEFAULT_WAIT_SECONDS = 2.0
MAX_WAIT_SECONDS = 60.0


def wait_seconds(fields: Fields) -> float:
    return min(max(fields.number("wait", DEFAULT_WAIT_SECONDS), 0.0), MAX_WAIT_SECONDS)


async def answer_within(query: Query, wait: float) -> Json | None:
    """The bot's answer; None when it does not come in time. It may still come then."""
    try:
        return await asyncio.wait_for(asyncio.shield(query.answer), wait)
    except TimeoutError:
        return None
