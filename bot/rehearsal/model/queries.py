"""Questions of people's apps that wait for a bot's answer: presses, inline queries, checkouts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.rehearsal.model import Json


class Press(NamedTuple):
    """One button pressed by one person: what an answer with cache_time is reused for."""

    chat_id: int
    message_id: int
    user_id: int
    data: str


@dataclass(slots=True, eq=False)
class Query:
    id: str
    kind: str
    bot_id: int
    user_id: int
    expires_at: float
    answer: asyncio.Future[Json]
    about: Any
    """What is asked: a Press, the invoice that is to be paid, …"""

    def settle(self, answer: Json) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)


class Queries:
    """Open queries by id, and the answers to presses that apps may reuse."""

    def __init__(self) -> None:
        self._open: dict[str, Query] = {}
        self._kept: dict[Press, tuple[Json, float]] = {}
        self._last = 0

    def open(
        self, kind: str, bot_id: int, user_id: int, now: float, seconds: float, about: Any = None
    ) -> Query:
        """A new query that can be answered for so many seconds. Telegram's ids are 64-bit numbers whose upper
        half is the user's."""
        self._drop_expired(now)
        self._last += 1
        number = str((user_id << 32) + self._last)
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        query = self._open[number] = Query(number, kind, bot_id, user_id, now + seconds, answer, about)
        return query

    def _drop_expired(self, now: float) -> None:
        while self._open and (oldest := next(iter(self._open.values()))).expires_at <= now:
            del self._open[oldest.id]

    def take(self, kind: str, query_id: str, bot_id: int, now: float) -> Query | None:
        """The query, which then is answered; None when it is unknown, answered, too old or another bot's."""
        query = self._open.get(query_id)
        if query is None or (query.kind, query.bot_id) != (kind, bot_id):
            return None
        del self._open[query_id]
        return query if now < query.expires_at else None

    def keep(self, press: Press, answer: Json, until: float) -> None:
        self._kept[press] = (answer, until)

    def kept(self, press: Press, now: float) -> Json | None:
        answer, until = self._kept.get(press, ({}, now))
        return answer if now < until else None
