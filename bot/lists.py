"""Each session's attendance list to the organisers, some time after its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress

from bot.clock import Clock
from data import lists
from data.database import Database
from handlers.context import Programme


class ListSchedule:
    """Puts what is due into the outbox: at its instant, and at every start. Each list comes once."""

    def __init__(
        self,
        database: Database,
        programme: Programme,
        organisers: Collection[int],
        seconds_after: float,
        clock: Clock,
        outbox_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._programme = programme
        self._organisers = sorted(organisers)
        self._seconds_after = seconds_after
        self._clock = clock
        self._outbox_changed = outbox_changed
        self._woken = asyncio.Event()
        clock.on_change(self.replan)

    def replan(self) -> None:
        """The agenda or the clock has changed."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._woken.clear()
            await self._plan()
            seconds = self._seconds_until_next()
            with suppress(TimeoutError):
                async with asyncio.timeout(None if seconds == float("inf") else seconds):
                    await self._woken.wait()

    async def _plan(self) -> None:
        now, stored = self._clock.now(), self._programme.stored
        due = [one for one in lists.plan(stored.event, self._seconds_after) if one.is_due(now)]
        if due and self._organisers:
            await self._database.write(
                lambda tx: lists.put_in_outbox(tx, stored.id, due, self._organisers, now)
            )
            self._outbox_changed()

    def _seconds_until_next(self) -> float:
        now = self._clock.now()
        later = [one.due for one in lists.plan(self._programme.stored.event, self._seconds_after)]
        return min((self._clock.real_seconds_until(due) for due in later if due > now), default=float("inf"))
