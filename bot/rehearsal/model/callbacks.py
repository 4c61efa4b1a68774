"""Presses of inline buttons that wait for their answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.rehearsal.model import Json


@dataclass(slots=True, eq=False)
class Callback:
    id: str
    bot_id: int
    user: Json
    cache_key: tuple[int, int, int, str]
    """Chat, message, user and data: an answer with cache_time is reused for the same press."""
    expires_at: float
    answer: asyncio.Future[Json]


class Callbacks:
    """Open queries by id, and the answers that apps may reuse."""

    def __init__(self) -> None:
        self._open: dict[str, Callback] = {}
        self._cached: dict[tuple[int, int, int, str], tuple[Json, float]] = {}
        self._last = 0

    def new_id(self, user_id: int) -> str:
        """Telegram's ids are 64-bit numbers whose upper half is the user's."""
        self._last += 1
        return str((user_id << 32) + self._last)

    def open(self, callback: Callback, now: float) -> None:
        while self._open and (oldest := next(iter(self._open.values()))).expires_at <= now:
            del self._open[oldest.id]
        self._open[callback.id] = callback

    def take(self, query_id: str, bot_id: int, now: float) -> Callback | None:
        """The query, which then is answered; None when it is unknown, answered, too old or another bot's."""
        callback = self._open.get(query_id)
        if callback is None or callback.bot_id != bot_id:
            return None
        del self._open[query_id]
        return callback if now < callback.expires_at else None

    def keep(self, callback: Callback, answer: Json, until: float) -> None:
        self._cached[callback.cache_key] = (answer, until)

    def kept(self, key: tuple[int, int, int, str], now: float) -> Json | None:
        answer, until = self._cached.get(key, ({}, now))
        return answer if now < until else None
