"""A Telegram that counts messages as they arrive, and punishes each excess; on the clock of the test."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.telegram.limiter import Lane, Limiter, Limits
from tests.test_limiter import TestClock

BAN_SECONDS = 30
WAY_SECONDS = 0.05
"""From the bot to Telegram, and back."""


@dataclass
class Strict:
    """At most ``limit`` messages in any second as they arrive; whoever sends more is refused for 30 s."""

    clock: TestClock
    limit: int = 30
    jitter_seconds: float = 0.0
    chance: random.Random = field(default_factory=lambda: random.Random(2023))
    delivered: list[tuple[float, int]] = field(default_factory=list)
    bans: list[float] = field(default_factory=list)
    _arrivals: deque[float] = field(default_factory=deque)

    async def take(self, number: int) -> bool:
        await self._way()
        now = self.clock.now()
        while self._arrivals and now - self._arrivals[0] >= 1:
            self._arrivals.popleft()
        is_banned = bool(self.bans) and now < self.bans[-1] + BAN_SECONDS
        if not is_banned and len(self._arrivals) >= self.limit:
            self.ban()
            is_banned = True
        await self._way()
        if is_banned:
            raise RetryAfter(BAN_SECONDS)
        self._arrivals.append(now)
        self.delivered.append((now, number))
        return True

    def ban(self) -> None:
        self.bans.append(self.clock.now())

    async def _way(self) -> None:
        late = self.chance.uniform(0, self.jitter_seconds)
        await self.clock.sleep_until(self.clock.now() + WAY_SECONDS + late)


class Stage:
    """A limiter before a strict Telegram, and a bulk that is sent as the outbox does: some in hand, the
    given back later again."""

    def __init__(self, limit: int = 30, jitter_seconds: float = 0.0, limits: Limits | None = None) -> None:
        self.clock = TestClock()
        self.telegram = Strict(self.clock, limit, jitter_seconds)
        self.limiter = Limiter(limits or Limits(), self.clock)
        self.waited: list[float] = []
        self._calls: set[asyncio.Task[None]] = set()

    async def send(self, number: int, chat: int, lane: Lane, data: dict[str, Any] | None = None) -> None:
        async def callback() -> bool:
            return await self.telegram.take(number)

        began = self.clock.now()
        while True:
            try:
                await self.limiter.process_request(
                    callback, (), {}, "sendMessage", {"chat_id": chat, **(data or {})}, lane
                )
            except RetryAfter as error:
                pause = error.retry_after
                seconds = pause if isinstance(pause, int) else pause.total_seconds()
                await self.clock.sleep_until(self.clock.now() + seconds)
            else:
                break
        if lane is Lane.DIRECT:
            self.waited.append(self.clock.now() - began)

    async def bulk(self, recipients: int, in_hand: int = 64, **data: Any) -> None:
        hands = asyncio.Semaphore(in_hand)

        async def one(number: int) -> None:
            async with hands:
                await self.send(number, 10_000 + number, Lane.BULK, data)

        await asyncio.gather(*(one(number) for number in range(recipients)))

    async def questions(self, per_second: float, seconds: float, people: int = 300) -> None:
        chance = random.Random(17)
        for number in range(int(per_second * seconds)):
            await self.clock.sleep_until(number / per_second + chance.uniform(0, 0.1))
            call = asyncio.create_task(self.send(1_000_000 + number, number % people, Lane.DIRECT))
            self._calls.add(call)
        await asyncio.gather(*self._calls)

    async def run(self, *scenes: Coroutine[Any, Any, None]) -> float:
        """Plays until all are through; when that is."""
        await self.limiter.initialize()
        whole = asyncio.ensure_future(asyncio.gather(*scenes))
        try:
            while not whole.done():
                await _quiet()
                if (instant := self.clock.next_instant) is not None and not whole.done():
                    self.clock.move_to(instant)
            await whole
        finally:
            await self.limiter.shutdown()
        return self.clock.now()


async def _quiet() -> None:
    for _ in range(12):
        await asyncio.sleep(0)


def played(stage: Stage, *scenes: Any) -> float:
    async def play() -> float:
        return await stage.run(*(scene() for scene in scenes))

    return asyncio.run(play())


def numbers(stage: Stage) -> list[int]:
    return sorted(number for _, number in stage.telegram.delivered)


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[int(part * (len(values) - 1))]


@pytest.mark.parametrize(("jitter_seconds", "times_ideal"), [(0.0, 1.02), (0.01, 1.03)])
def test_a_broadcast_among_questions_is_as_fast_as_allowed_and_never_refused(
    jitter_seconds: float, times_ideal: float
) -> None:
    """What the network delays may have come late, and is waited for."""
    stage = Stage(jitter_seconds=jitter_seconds)
    ended = played(stage, lambda: stage.bulk(3000), lambda: stage.questions(5, 118))
    assert stage.telegram.bans == []
    assert numbers(stage) == [*range(3000), *range(1_000_000, 1_000_000 + 590)]
    assert ended <= times_ideal * (3000 + 590) / 30


def test_questions_hardly_notice_a_broadcast() -> None:
    alone, beside = Stage(), Stage()
    played(alone, lambda: alone.questions(5, 60))
    played(beside, lambda: beside.bulk(1500), lambda: beside.questions(5, 60))
    assert percentile(beside.waited, 0.5) <= percentile(alone.waited, 0.5) + 1 / 30
    assert percentile(beside.waited, 0.99) <= percentile(alone.waited, 0.99) + 3 / 30


def test_after_a_ban_it_goes_on_carefully_and_there_is_no_second() -> None:
    stage = Stage(jitter_seconds=0.01)

    async def another_instance() -> None:
        await stage.clock.sleep_until(20)
        stage.telegram.ban()

    played(stage, lambda: stage.bulk(3000), another_instance)
    assert numbers(stage) == list(range(3000))
    assert stage.telegram.bans == [20]
    after = [at - 20 - BAN_SECONDS for at, _ in stage.telegram.delivered if at > 20]
    assert min(after) >= 0
    assert sum(at < 5 for at in after) <= 5 * 27 * 0.7
    assert sum(60 <= at < 70 for at in after) >= 10 * 27 * 0.85


def test_a_telegram_that_allows_less_than_it_says_is_found_out() -> None:
    stage = Stage(limit=24)
    played(stage, lambda: stage.bulk(3000))
    assert numbers(stage) == list(range(3000))
    assert len(stage.telegram.bans) <= 3


def test_a_refusal_in_a_broadcast_keeps_all_others_silent_too() -> None:
    stage = Stage()

    async def ban() -> None:
        await stage.clock.sleep_until(5)
        stage.telegram.ban()

    played(stage, lambda: stage.bulk(300), ban)
    silent = [at for at, _ in stage.telegram.delivered if 5 < at < 5 + BAN_SECONDS]
    assert silent == []


def test_bulk_that_is_paid_for_goes_faster_and_leaves_direct_answers_their_limit() -> None:
    stage = Stage(limit=1000, limits=Limits(paid_per_second=500))
    ended = played(
        stage,
        lambda: stage.bulk(5000, in_hand=192, allow_paid_broadcast=True),
        lambda: stage.questions(20, 10),
    )
    assert ended <= 5000 / 500 * 1.1
    assert percentile(stage.waited, 0.99) <= 2 * WAY_SECONDS + 3 / 30


def test_the_flag_alone_buys_nothing_where_nothing_is_to_be_paid() -> None:
    stage = Stage()
    played(stage, lambda: stage.bulk(270, allow_paid_broadcast=True))
    assert stage.telegram.bans == []


def test_bulk_gets_a_turn_however_many_direct_answers_there_are() -> None:
    stage = Stage()
    played(stage, lambda: stage.bulk(10), lambda: stage.questions(60, 30, people=10_000))
    bulk = [at for at, number in stage.telegram.delivered if number < 1_000_000]
    assert len(bulk) == 10
    assert max(bulk) <= 25
