"""APScheduler wakes it; the database decides what is due.

APScheduler reads the machine's clock, so it holds one wake-up: the next due instant in real time, armed anew
whenever the plan or the clock changes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot.clock import Clock
from data import participants
from data.database import Database
from data.reminders import Planned, Rules, plan, planned_keys, put_in_outbox
from handlers.context import Programme

WAKE_UP = "reminders"
MAX_WAKES = 100
"""Wakes that may wait for each other: with one, APScheduler would drop those that come meanwhile."""

LONGEST_WAIT = timedelta(days=1)


class Reminders:
    """Puts what is due into the outbox, at the due instant and at every start."""

    def __init__(
        self,
        database: Database,
        programme: Programme,
        rules: Rules,
        clock: Clock,
        outbox_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._programme = programme
        self._rules = rules
        self._clock = clock
        self._outbox_changed = outbox_changed
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._planning = asyncio.Lock()
        self._is_stale = False
        self._is_stopped = False
        clock.on_change(self.replan)

    async def start(self) -> None:
        self._scheduler.start()
        self.replan()

    async def stop(self) -> None:
        """Lets the planning in hand finish, and begins no other."""
        self._is_stopped = True
        async with self._planning:
            self._scheduler.shutdown(wait=False)

    def replan(self) -> None:
        """Wakes at once: the agenda, the clock or the number of participants has changed."""
        self._is_stale = True
        if self._scheduler.running and not self._is_stopped:
            self._arm(0.0)

    async def wake(self) -> None:
        """Plans what is due, then sleeps until the next. One at a time: the last one knows best."""
        async with self._planning:
            if not self._is_stopped:
                await self._plan()

    async def _plan(self) -> None:
        self._is_stale = False
        stored = self._programme.stored
        count = await participants.count(self._database.reads, stored.id)
        now = self._clock.now()
        known = await planned_keys(self._database.reads, stored.id, now)
        pending = [one for one in plan(stored.event, self._rules, count) if one.key not in known]
        due = [one for one in pending if one.due <= now]
        if due:
            await self._database.write(lambda tx: put_in_outbox(tx, stored.id, due, now))
            self._outbox_changed()
        self._arm_for([one for one in pending if one.due > now])

    def _arm_for(self, pending: list[Planned]) -> None:
        if pending and not self._is_stale and not self._is_stopped:
            self._arm(self._clock.real_seconds_until(pending[0].due))

    def _arm(self, real_seconds: float) -> None:
        wait = timedelta(seconds=min(real_seconds, LONGEST_WAIT.total_seconds()))
        self._scheduler.add_job(
            self.wake,
            DateTrigger(datetime.now(UTC) + wait),
            id=WAKE_UP,
            replace_existing=True,
            misfire_grace_time=None,
            max_instances=MAX_WAKES,
        )
