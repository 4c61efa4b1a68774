"""APScheduler wakes it; the database decides what is due.

APScheduler reads the machine's clock, so it holds one wake-up: the next due instant in real time, armed anew
whenever the plan or the clock changes.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot.clock import Clock
from data.database import Database
from data.reminder_plan import Rules
from data.reminders import put_due
from handlers.context import Programme

logger = logging.getLogger(__name__)

WAKE_UP = "reminders"
MAX_WAKES = 100
"""Wakes that may wait for each other: with one, APScheduler would drop those that come meanwhile."""

LONGEST_WAIT_SECONDS = 60.0
"""Real seconds between looks: the more have registered meanwhile, the earlier a reminder has to begin."""

RETRY_SECONDS = 5.0
"""Real seconds, after a look that the database did not allow."""


class Reminders:
    """Puts what is due into the outbox, at the due instant and at every start."""

    def __init__(
        self,
        database: Database,
        programme: Programme,
        rules: Rules,
        rate: float,
        clock: Clock,
        outbox_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._programme = programme
        self._rules = rules
        self._rate = rate
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
        """Wakes at once: the agenda or the clock has changed."""
        self._is_stale = True
        if self._scheduler.running and not self._is_stopped:
            self._arm(0.0)

    async def wake(self) -> None:
        """Plans what is due, then sleeps until the next. One at a time: the last one knows best."""
        async with self._planning:
            if self._is_stopped:
                return
            self._is_stale = False
            try:
                wait = await self._plan()
            except sqlite3.Error:
                logger.exception("reminders not planned", extra={"action": "plan_reminders"})
                wait = RETRY_SECONDS
            if not self._is_stale and not self._is_stopped:
                self._arm(min(wait, LONGEST_WAIT_SECONDS))

    async def _plan(self) -> float:
        """Real seconds until there is something to do again."""
        stored, now = self._programme.stored, self._clock.now()
        wake = await self._database.write(
            lambda tx: put_due(tx, stored.id, stored.event, self._rules, self._rate, now)
        )
        if wake.put:
            self._outbox_changed()
        if wake.dropped:
            logger.warning(
                "reminders for %d people dropped: their sessions are over",
                wake.dropped,
                extra={"action": "remind"},
            )
        return (
            LONGEST_WAIT_SECONDS if wake.next_due is None else self._clock.real_seconds_until(wake.next_due)
        )

    def _arm(self, real_seconds: float) -> None:
        self._scheduler.add_job(
            self.wake,
            DateTrigger(datetime.now(UTC) + timedelta(seconds=real_seconds)),
            id=WAKE_UP,
            replace_existing=True,
            misfire_grace_time=None,
            max_instances=MAX_WAKES,
        )
