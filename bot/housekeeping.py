"""What looks after itself: a changed agenda, a material that has come, old rows, the database's log."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable

from bot.clock import Clock
from data import attendance, inbox, materials, memory, polls, teaching
from data.database import Database, Transaction
from handlers.context import Programme

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""Real seconds between looks for changes made beside this process."""

PURGE_EVERY = 1800
"""Looks between purges of what is old."""

EMPTY_LOG_EVERY = 30
"""Looks between times at which the database's log is emptied: it would tell who has just answered what."""


class Housekeeping:
    def __init__(
        self,
        database: Database,
        programme: Programme,
        clock: Clock,
        outbox_changed: Callable[[], None],
        agenda_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._programme = programme
        self._known = programme.stored
        self._clock = clock
        self._outbox_changed = outbox_changed
        self._agenda_changed = agenda_changed

    async def run(self) -> None:
        """Until cancelled."""
        looks = 0
        while True:
            try:
                await self._look(purges=looks % PURGE_EVERY == 0)
                if looks % EMPTY_LOG_EVERY == 0:
                    await self._database.empty_log()
            except sqlite3.Error as error:
                logger.warning("no look at the database: %s", error, extra={"action": "look"})
            looks += 1
            await asyncio.sleep(LOOK_SECONDS)

    async def _look(self, *, purges: bool) -> None:
        await self._programme.refresh(self._database)
        if self._programme.stored is not self._known:  # also where a page has taken it over already
            self._known = self._programme.stored
            self._agenda_changed()
        await self._announce_materials()
        await self._follow_polls()
        await self._send_polls_to_latecomers()
        if purges:
            await self._purge()

    async def _purge(self) -> None:
        now = self._clock.now()
        await self._database.write(lambda tx: _purge(tx, now))

    async def _announce_materials(self) -> None:
        stored = self._programme.stored
        for session_id, file in await materials.awaited(self._database.reads, stored.id):
            if materials.path_of(stored.folder, file) is not None:
                await self._announce(stored.id, session_id, file)

    async def _follow_polls(self) -> None:
        """Prepared polls open and close by the event file's clock."""
        stored, now = self._programme.stored, self._clock.now()
        if not stored.event.polls:
            return
        known = [one.poll for one in await polls.outcomes(self._database.reads, stored.id)]
        are_all_known = {one.id for one in stored.event.polls} <= {one.key for one in known}
        if are_all_known and not polls.due(stored.event, known, now):
            return
        await self._database.write(lambda tx: polls.follow(tx, stored.id, stored.event, now))
        self._outbox_changed()

    async def _send_polls_to_latecomers(self) -> None:
        event_id, now = self._programme.stored.id, self._clock.now()
        awaited = await polls.awaited(self._database.reads, event_id)
        if awaited:
            await self._database.write(lambda tx: polls.catch_up(tx, event_id, awaited, now))
            self._outbox_changed()

    async def _announce(self, event_id: int, session_id: str, file: str) -> None:
        now = self._clock.now()
        await self._database.write(lambda tx: materials.announce(tx, event_id, session_id, file, now))
        self._outbox_changed()


def _purge(tx: Transaction, now: float) -> None:
    for capability in (inbox, memory, teaching):
        capability.forget_old(tx, now)
    attendance.forget_guesses(tx, now)
