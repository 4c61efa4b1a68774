"""Telegram's limits, kept before Telegram has to.

Counted are send*, copy*, forward* and edit*. Direct answers go before bulk, and bulk leaves them a reserve.
A 429 is obeyed: the named pause is kept, for that chat or for all. After a short one the call is made again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

COUNTED = ("send", "copy", "forward", "edit")
UNCOUNTED = frozenset({"sendChatAction"})
PACED_IN_BULK = frozenset({"deleteMessage"})
"""One more or less is not felt; thousands in a row are."""
RESERVE_PER_SECOND = 3.0
CHAT_BURST = 3
GROUP_BURST = 5
PATIENCE_SECONDS = 5.0
"""A longer pause is not waited for here: the caller gets RetryAfter, and keeps the message for later."""
LOOK_SECONDS = 1.0
"""Real seconds between looks at the clock while somebody waits: it may have been set."""

FORGET_CHATS_FROM = 10_000


class Clock(Protocol):
    def now(self) -> float: ...

    async def sleep_until(self, instant: float) -> None: ...


class Lane(IntEnum):
    DIRECT = 0
    BULK = 1


@dataclass(frozen=True)
class Limits:
    """Messages a second in all, a second in one chat, a minute in one group; 0 lifts one."""

    per_second: float = 30
    per_chat: float = 1
    per_group_minute: float = 20


class Bucket:
    """A generic cell rate algorithm: ``burst`` at once, then one an ``interval`` (seconds)."""

    def __init__(self, rate: float, burst: int) -> None:
        self._interval = 1 / rate
        self._tolerance = (burst - 1) * self._interval
        self._next = float("-inf")

    def ready_at(self, now: float) -> float:
        """The earliest instant for the next one; not after ``now`` when it may go at once."""
        return max(now, self._next - self._tolerance)

    def take(self, now: float) -> None:
        self._next = max(self._next, now) + self._interval

    def pause_until(self, instant: float) -> None:
        self._next = max(self._next, instant + self._tolerance)

    def is_idle(self, now: float) -> bool:
        return self._next <= now


class Limiter(BaseRateLimiter[Lane]):
    """Waits on the clock it is given; memory grows with the chats of the last seconds only."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._clock = clock
        self._limits = limits
        self._latest = clock.now()
        self._overall: Bucket | None = None
        self._bulk: Bucket | None = None
        self._chats: dict[int | str, Bucket] = {}
        self._paused_until = float("-inf")
        self._last_pause: tuple[int | str, float] | None = None
        self._start_afresh()
        self._waiting: dict[Lane, OrderedDict[int | str, deque[asyncio.Future[None]]]] = {
            lane: OrderedDict() for lane in Lane
        }
        self._pump_task: asyncio.Task[None] | None = None
        self._arrived = asyncio.Event()

    async def initialize(self) -> None:
        self._pump_task = asyncio.create_task(self._pump(), name="limiter")

    async def shutdown(self) -> None:
        if self._pump_task:
            self._pump_task.cancel()
            await asyncio.gather(self._pump_task, return_exceptions=True)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Any:
        lane = Lane.DIRECT if rate_limit_args is None else rate_limit_args
        counted = endpoint.startswith(COUNTED) and endpoint not in UNCOUNTED
        counted |= lane is Lane.BULK and endpoint in PACED_IN_BULK
        chat = data.get("chat_id", 0) if counted else 0
        while True:
            if counted:
                await self._admission(chat, lane)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = pause_seconds(error)
                if counted:
                    self._pause(chat, seconds)
                if seconds > PATIENCE_SECONDS or not counted:
                    raise

    async def _admission(self, chat: int | str, lane: Lane) -> None:
        now = self._look()
        is_first = not any(self._waiting[other] for other in Lane if other <= lane)
        if is_first and self._ready_at(chat, lane, now) <= now:
            self._take(chat, lane, now)
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[lane].setdefault(chat, deque()).append(turn)
        self._arrived.set()
        await turn

    def _pause(self, chat: int | str, seconds: float) -> None:
        """The pause is the chat's; when another chat is told to pause meanwhile, it is everybody's."""
        now = self._clock.now()
        until = now + seconds
        if self._last_pause and self._last_pause[0] != chat and self._last_pause[1] > now:
            self._paused_until = max(self._paused_until, until)
        self._last_pause = (chat, until)
        bucket = self._bucket(chat)
        if bucket is None:
            self._paused_until = max(self._paused_until, until)
        else:
            bucket.pause_until(until)
        self._arrived.set()

    async def _pump(self) -> None:
        """Lets the waiting go as their instants come: direct first, chats in turn."""
        while True:
            self._arrived.clear()
            next_instant = self._release(self._look())
            if next_instant is None:
                await self._arrived.wait()
            else:
                await self._arrival_or(next_instant)

    def _look(self) -> float:
        """The present instant. When it lies before the last one, what was counted then means nothing now."""
        now = self._clock.now()
        if now < self._latest - LOOK_SECONDS:
            self._start_afresh()
        self._latest = now
        return now

    def _start_afresh(self) -> None:
        limits = self._limits
        self._overall = Bucket(limits.per_second, burst=1) if limits.per_second else None
        bulk_rate = max(limits.per_second - RESERVE_PER_SECOND, limits.per_second / 2)
        self._bulk = Bucket(bulk_rate, burst=1) if limits.per_second else None
        self._chats = {}
        self._paused_until = float("-inf")
        self._last_pause = None

    async def _arrival_or(self, instant: float) -> None:
        waits: list[asyncio.Task[Any]] = [
            asyncio.create_task(self._arrived.wait()),
            asyncio.create_task(self._clock.sleep_until(instant)),
        ]
        try:
            await asyncio.wait(waits, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _release(self, now: float) -> float | None:
        """Lets go who may; returns the next instant at which somebody may, or None when nobody waits."""
        following = [instant for lane in Lane if (instant := self._release_lane(lane, now)) is not None]
        return min(following, default=None)

    def _release_lane(self, lane: Lane, now: float) -> float | None:
        waiting, following = self._waiting[lane], None
        for chat in list(waiting):
            instant = self._ready_at(chat, lane, now)
            if instant > now:
                following = instant if following is None else min(following, instant)
                continue
            turn = waiting[chat].popleft()
            if not turn.done():
                self._take(chat, lane, now)
                turn.set_result(None)
            if waiting[chat]:
                waiting.move_to_end(chat)
                following = now
            else:
                del waiting[chat]
        return following

    def _ready_at(self, chat: int | str, lane: Lane, now: float) -> float:
        instant = max(now, self._paused_until)
        for bucket in self._buckets(chat, lane):
            instant = max(instant, bucket.ready_at(now))
        return instant

    def _take(self, chat: int | str, lane: Lane, now: float) -> None:
        for bucket in self._buckets(chat, lane):
            bucket.take(now)
        if len(self._chats) > FORGET_CHATS_FROM:
            self._chats = {one: bucket for one, bucket in self._chats.items() if not bucket.is_idle(now)}

    def _buckets(self, chat: int | str, lane: Lane) -> list[Bucket]:
        found = [self._overall, self._bulk if lane is Lane.BULK else None, self._bucket(chat)]
        return [bucket for bucket in found if bucket is not None]

    def _bucket(self, chat: int | str) -> Bucket | None:
        if chat in self._chats:
            return self._chats[chat]
        bucket = self._new_bucket(is_group=not isinstance(chat, int) or chat < 0)
        if bucket is not None:
            self._chats[chat] = bucket
        return bucket

    def _new_bucket(self, is_group: bool) -> Bucket | None:
        limits = self._limits
        if is_group and limits.per_group_minute:
            # a burst and the minute after it are together what the minute may hold
            burst = max(1, min(GROUP_BURST, int(limits.per_group_minute / 4)))
            return Bucket((limits.per_group_minute - burst + 1) / 60, burst)
        return Bucket(limits.per_chat, CHAT_BURST) if limits.per_chat else None


def pause_seconds(error: RetryAfter) -> float:
    """The pause that Telegram names; PTB gives it as a number or as a timedelta."""
    pause = error.retry_after
    return float(pause) if isinstance(pause, int | float) else pause.total_seconds()
