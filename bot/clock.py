"""The one clock. ``bot/app.py`` makes it; everything that waits, waits on it.

Instants are UTC epoch seconds. In a rehearsal the clock is virtual: it can be set, moved and sped up,
and whoever waits on it is woken to look again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from bot.config import Settings

MAX_WAIT_SECONDS = 3600.0
"""A longer wait is taken in pieces, so that a change of the machine's clock is noticed."""


class Clock(Protocol):
    def now(self) -> float:
        """The present instant."""

    def real_seconds_until(self, instant: float) -> float:
        """How long the machine has to wait for the instant; 0 when past, infinite when time stands still."""

    async def sleep_until(self, instant: float) -> None:
        """Returns at the instant or, at once, when it is past."""

    async def sleep(self, seconds: float) -> None: ...

    def on_change(self, callback: Callable[[], None]) -> None:
        """Calls back whenever the clock is set, moved or sped up."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        return time.time()

    def real_seconds_until(self, instant: float) -> float:
        return max(0.0, instant - self.now())

    async def sleep_until(self, instant: float) -> None:
        while (remaining := self.real_seconds_until(instant)) > 0:  # noqa: ASYNC110 - time is the event
            await asyncio.sleep(min(remaining, MAX_WAIT_SECONDS))

    async def sleep(self, seconds: float) -> None:
        await self.sleep_until(self.now() + seconds)

    def on_change(self, callback: Callable[[], None]) -> None:
        """The machine's time is never set by us."""


class VirtualClock:
    """A time of its own: starts where it is told, runs at ``speed`` virtual seconds a second, can jump."""

    def __init__(self, now: float | None = None, speed: float = 1.0) -> None:
        self._base = time.time() if now is None else now
        self._anchor = time.monotonic()
        self._speed = speed
        self._changed = asyncio.Event()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> float:
        return self._base + (time.monotonic() - self._anchor) * self._speed

    def set(self, now: float | None = None, speed: float | None = None) -> None:
        """Moves the clock, changes its speed (0 stops it), or both.

        Raises ValueError for a negative speed.
        """
        if speed is not None and speed < 0:
            raise ValueError("speed must be 0 or more virtual seconds a second")
        self._base, self._anchor = (self.now() if now is None else now), time.monotonic()
        self._speed = self._speed if speed is None else speed
        self._changed.set()
        self._changed = asyncio.Event()
        for callback in self._callbacks:
            callback()

    def advance(self, seconds: float) -> None:
        self.set(self.now() + seconds)

    def real_seconds_until(self, instant: float) -> float:
        remaining = instant - self.now()
        if remaining <= 0:
            return 0.0
        return remaining / self._speed if self._speed else float("inf")

    async def sleep_until(self, instant: float) -> None:
        while (remaining := self.real_seconds_until(instant)) > 0:
            changed = self._changed
            try:
                async with asyncio.timeout(min(remaining, MAX_WAIT_SECONDS)):
                    await changed.wait()
            except TimeoutError:
                continue

    async def sleep(self, seconds: float) -> None:
        await self.sleep_until(self.now() + seconds)

    def on_change(self, callback: Callable[[], None]) -> None:
        self._callbacks.append(callback)


@asynccontextmanager
async def clock_of(settings: Settings) -> AsyncIterator[Clock]:
    """The machine's time or, in a rehearsal, the emulator's."""
    if not settings.rehearsal.clock:
        yield SystemClock()
        return
    from bot.rehearsal.follow import follow  # noqa: PLC0415 - only in a rehearsal

    clock = await follow(settings.telegram.base_url)
    task = asyncio.create_task(clock.run())
    try:
        yield clock
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
