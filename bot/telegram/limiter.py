"""Telegram's limits, kept before Telegram has to.

Counted are send*, copy*, forward* and edit*. Direct answers go before bulk, and bulk leaves them a reserve.
A 429 is obeyed: the named pause is kept, for that chat or for all, and then it goes on carefully. After a
short pause the call is made again.
"""

from __future__ import annotations

import asyncio
import math
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import IntEnum
from math import inf
from typing import Any, Protocol

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.pace import Bucket, Caution, Courtesy, RoundTrip, Window
from bot.telegram.pauses import Pauses

COUNTED = ("send", "copy", "forward", "edit")
UNCOUNTED = frozenset({"sendChatAction"})
PACED_IN_BULK = frozenset({"deleteMessage"})
"""One more or less is not felt; thousands in a row are."""
RESERVE_PER_SECOND = 3.0
RESERVE_SECONDS = 2.0
"""So much later bulk may still make up for a reserve that nobody used."""
CHAT_BURST = 3
GROUP_BURST = 5
MARGIN = 0.001
"""What Telegram allows in a second is spread over so much more: its clock is not ours."""
SLACK_SECONDS = 0.005
"""A turn that comes so much too late is made up for at once."""
CATCH_UP = 1.01
"""And what comes later than that, by going so much faster: while turns are evenly spread, a direct answer
waits least."""
DIRECT_BURST = 4
COURTESY_SECONDS = 0.008
"""So long bulk leaves each turn to a direct answer. All the turns of a second wait together: it costs less
than a hundredth."""
PATIENCE_SECONDS = 5.0
"""A longer pause is not waited for here: the caller gets RetryAfter, and keeps the message for later."""
TURN_SECONDS = 10.0
"""Real seconds that a direct answer waits for its turn; then the caller keeps it for later, and goes on."""
STARVED_SECONDS = 2.0
"""However many direct answers there are, bulk gets a turn after so long."""
LOOK_SECONDS = 1.0
"""Real seconds between looks at the clock while somebody waits: it may have been set."""

FORGET_CHATS_FROM = 10_000


class Clock(Protocol):
    def now(self) -> float: ...

    async def sleep_until(self, instant: float) -> None: ...


class Gate(Protocol):
    def ready_at(self, now: float) -> float: ...


class Gauge(Gate, Protocol):
    def take(self, now: float, part: float) -> None: ...


class Lane(IntEnum):
    DIRECT = 0
    BULK = 1
    PAID = 2
    """Bulk with ``allow_paid_broadcast``."""


@dataclass(frozen=True)
class Limits:
    """Messages a second in all, a second in one chat, a minute in one group; 0 lifts one.

    ``paid_per_second`` is the rate of what is paid for, which the first one does not count.
    """

    per_second: float = 30
    per_chat: float = 1
    per_group_minute: float = 20
    paid_per_second: float = 0

    @property
    def bulk_per_second(self) -> float:
        """What the reserve for direct answers leaves; infinite without a limit."""
        return max(self.per_second - RESERVE_PER_SECOND, self.per_second / 2) or inf


class Limiter(BaseRateLimiter[Lane]):
    """Waits on the clock it is given; memory grows with the chats of the last seconds only."""

    def __init__(self, limits: Limits, clock: Clock, turn_seconds: float = TURN_SECONDS) -> None:
        self._clock = clock
        self._turn_seconds = turn_seconds
        self._limits = limits
        self._latest = clock.now()
        self._window: Window | None = None
        self._gates: dict[Lane, list[Gate]] = {}
        self._gauges: dict[Lane, list[Gauge]] = {}
        self._chats: dict[int | str, Bucket] = {}
        self._round_trip = RoundTrip()
        self._start_afresh()
        self._caution = Caution()
        self._pauses = Pauses()
        self._waiting: dict[Lane, OrderedDict[int | str, deque[asyncio.Future[float]]]] = {
            lane: OrderedDict() for lane in Lane
        }
        self._bulk_waits_since = self._latest
        self._pump_task: asyncio.Task[None] | None = None
        self._arrived = asyncio.Event()

    def is_crowded(self) -> bool:
        """Whether as many answers wait as go out in a second: another one had better wait elsewhere."""
        limit = self._limits.per_second
        return bool(limit) and sum(map(len, self._waiting[Lane.DIRECT].values())) >= limit

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
        lane = self._lane(rate_limit_args, data)
        counted = endpoint.startswith(COUNTED) and endpoint not in UNCOUNTED
        counted |= lane is Lane.BULK and endpoint in PACED_IN_BULK
        if not counted:
            return await callback(*args, **kwargs)
        chat = data.get("chat_id", 0)
        while True:
            left_at = await self._admission(chat, lane)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = pause_seconds(error)
                self._pause(chat, seconds)
                if seconds > PATIENCE_SECONDS:
                    raise
            finally:
                self._has_arrived(lane, left_at)

    def _lane(self, wanted: Lane | None, data: dict[str, Any]) -> Lane:
        if wanted is None or wanted is Lane.DIRECT:
            return Lane.DIRECT
        is_paid = self._limits.paid_per_second and data.get("allow_paid_broadcast")
        return Lane.PAID if is_paid else Lane.BULK

    async def _admission(self, chat: int | str, lane: Lane) -> float:
        """Returns when it may go, with that instant. Raises RetryAfter where that would take too long."""
        now = self._look()
        self._refuse_long_pauses(chat, lane, now)
        if not self._is_anyone_before(lane) and self._ready_at(chat, lane, now) <= now:
            self._take(chat, lane, now)
            return now
        if lane is Lane.BULK and not self._waiting[lane]:
            self._bulk_waits_since = now
        turn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting[lane].setdefault(chat, deque()).append(turn)
        self._arrived.set()
        try:
            async with asyncio.timeout(self._turn_seconds if lane is Lane.DIRECT else None):
                let_go_at = await turn
        except TimeoutError:
            raise RetryAfter(1) from None
        left_at = self._look()
        self._correct(lane, let_go_at, left_at)
        return left_at

    def _has_arrived(self, lane: Lane, left_at: float) -> None:
        """Counts it when it has arrived at the latest: what follows needs the shortest way at least, so that
        Telegram sees no more in a second than we do, however the network brings them closer together."""
        now = self._look()
        if now < left_at:
            return  # the clock has been set back meanwhile
        self._round_trip.measured(now, now - left_at)
        self._correct(lane, left_at, now - self._round_trip.shortest)

    def _correct(self, lane: Lane, counted_at: float, instant: float) -> None:
        if self._window is not None and lane is not Lane.PAID:
            self._window.correct(counted_at, instant)

    def _refuse_long_pauses(self, chat: int | str, lane: Lane, now: float) -> None:
        """Bulk waits here for a pause of all, and so keeps its sender from trying one after another."""
        until = self._pauses.until(chat)
        if lane is Lane.DIRECT:
            until = max(until, self._pauses.all_until)
        remaining = max(0.0, until - now)
        if round(remaining, 3) > PATIENCE_SECONDS:
            raise RetryAfter(math.ceil(remaining))

    def _is_anyone_before(self, lane: Lane) -> bool:
        if lane is Lane.PAID:
            return bool(self._waiting[lane])
        return any(self._waiting[other] for other in (Lane.DIRECT, Lane.BULK) if other <= lane)

    def _pause(self, chat: int | str, seconds: float) -> None:
        """The pause is the chat's, unless the limit it ran into seems to be everybody's."""
        now = self._look()
        until = now + seconds
        if self._is_for_all(chat, now):
            self._caution.refused(now, until)
            self._pauses.add_for_all(until)
        self._pauses.add(chat, now, until)
        if bucket := self._bucket(chat):
            bucket.use_up_burst(until)
        self._arrived.set()

    def _is_for_all(self, chat: int | str, now: float) -> bool:
        """When other chats are told to pause too, or much was sent of late, but not to this chat."""
        if self._pauses.is_another_paused(chat, now):
            return True
        bucket = self._bucket(chat)
        is_chat_pressed = bucket is not None and bucket.is_pressed(now)
        return self._window is not None and self._window.is_pressed(now) and not is_chat_pressed

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
        """The present instant. When it lies before the last one, what was counted then means nothing now; the
        pauses are kept."""
        now = self._clock.now()
        if now < self._latest - LOOK_SECONDS:
            self._start_afresh()
            self._set_back(self._latest - now)
        self._latest = now
        return now

    def _start_afresh(self) -> None:
        limits = self._limits
        self._chats = {}
        self._round_trip = RoundTrip()
        self._gates = {lane: [] for lane in Lane}
        self._gauges = {lane: [] for lane in Lane}
        if limits.per_second:
            self._window = window = _window(limits.per_second)
            direct, overall = _steady(limits.per_second, DIRECT_BURST), _steady(limits.per_second)
            bulk = Bucket(limits.bulk_per_second, burst=1 + RESERVE_PER_SECOND * RESERVE_SECONDS)
            self._gates[Lane.DIRECT] = [window, direct]
            self._gates[Lane.BULK] = [Courtesy(window, COURTESY_SECONDS), overall, bulk]
            self._gauges[Lane.DIRECT] = [window, direct, overall]
            self._gauges[Lane.BULK] = [window, direct, overall, bulk]
        if limits.paid_per_second:
            paid: list[Gauge] = [_window(limits.paid_per_second), _steady(limits.paid_per_second)]
            self._gates[Lane.PAID] = list(paid)
            self._gauges[Lane.PAID] = paid

    def _set_back(self, seconds: float) -> None:
        self._pauses.shift(seconds)
        self._caution.shift(seconds)
        self._bulk_waits_since -= seconds

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
        if self._is_starved(now):
            self._release_lane(Lane.BULK, now, most=1)
        following = [instant for lane in Lane if (instant := self._release_lane(lane, now)) is not None]
        return min(following, default=None)

    def _is_starved(self, now: float) -> bool:
        return bool(self._waiting[Lane.BULK]) and now - self._bulk_waits_since >= STARVED_SECONDS

    def _release_lane(self, lane: Lane, now: float, most: int | None = None) -> float | None:
        """The chats in turn, as far as what they share allows."""
        waiting = self._waiting[lane]
        following: list[float] = []
        for chat in list(waiting)[:most]:
            shared = self._shared_ready_at(lane, now)
            if shared > now:
                following.append(shared)
                break
            instant = self._ready_at(chat, lane, now)
            if instant > now:
                following.append(instant)
            elif self._let_one_go(chat, lane, now):
                following.append(now)
        return min(following, default=None)

    def _let_one_go(self, chat: int | str, lane: Lane, now: float) -> bool:
        """Whether another one of this chat waits."""
        waiting = self._waiting[lane]
        turn = waiting[chat].popleft()
        if not turn.done():
            self._take(chat, lane, now)
            turn.set_result(now)
        if waiting[chat]:
            waiting.move_to_end(chat)
            return True
        del waiting[chat]
        return False

    def _shared_ready_at(self, lane: Lane, now: float) -> float:
        gates = self._gates[Lane.DIRECT if lane is Lane.BULK and self._is_starved(now) else lane]
        return max(now, self._pauses.all_until, *(gate.ready_at(now) for gate in gates))

    def _ready_at(self, chat: int | str, lane: Lane, now: float) -> float:
        bucket = self._bucket(chat)
        own = bucket.ready_at(now) if bucket else now
        return max(self._shared_ready_at(lane, now), self._pauses.until(chat), own)

    def _take(self, chat: int | str, lane: Lane, now: float) -> None:
        part = self._caution.part(now)
        for gauge in self._gauges[lane]:
            gauge.take(now, part)
        if bucket := self._bucket(chat):
            bucket.take(now)
        if lane is Lane.BULK:
            self._bulk_waits_since = now
        if len(self._chats) > FORGET_CHATS_FROM:
            self._chats = {one: bucket for one, bucket in self._chats.items() if not bucket.is_idle(now)}

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


def _window(per_second: float) -> Window:
    """As many as a second allows; less than one a second is one in several."""
    limit = max(1, int(per_second))
    return Window(limit, max(1.0, 1 / per_second) * (1 + MARGIN))


def _steady(per_second: float, burst: int = 1) -> Bucket:
    """One after another, or so many; the window beside it keeps to the limit."""
    rate = per_second * CATCH_UP
    return Bucket(rate, burst + SLACK_SECONDS * rate)


def pause_seconds(error: RetryAfter) -> float:
    """The pause that Telegram names; PTB gives it as a number or as a timedelta."""
    pause = error.retry_after
    return float(pause) if isinstance(pause, int | float) else pause.total_seconds()
