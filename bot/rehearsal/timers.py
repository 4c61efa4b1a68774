"""What happens by itself at an instant of the virtual clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.clock import VirtualClock


class Timers:
    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    def at(self, instant: float, act: Callable[[], None]) -> None:
        """Acts once, at the instant or as soon as the clock is past it."""
        task = asyncio.get_running_loop().create_task(self._wait(instant, act))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _wait(self, instant: float, act: Callable[[], None]) -> None:
        await self._clock.sleep_until(instant)
        act()

    def clear(self) -> None:
        """Forgets all that has not happened yet."""
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """The same, and returns when nothing is under way."""
        tasks = list(self._tasks)
        self.clear()
        await asyncio.gather(*tasks, return_exceptions=True)
