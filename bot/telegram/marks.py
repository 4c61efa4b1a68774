"""Marks updates as handled: nobody waits for a mark, and those that come together share one write."""

from __future__ import annotations

import asyncio
import logging
import sqlite3

from data import inbox
from data.database import Database

logger = logging.getLogger(__name__)

COLLECT_SECONDS = 0.005
"""How long marks wait for others; a write that is made meanwhile anyway takes them with it."""

PAUSE_SECONDS = 1.0
"""Real seconds before another try where the database fails (a full disk, say)."""


class Marks:
    """A mark that is lost with the process makes its update come again, which is harmless."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._update_ids: list[int] = []
        self._writing: asyncio.Task[None] | None = None

    def add(self, update_id: int) -> None:
        self._update_ids.append(update_id)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())

    async def finish(self, seconds: float) -> None:
        """Waits until the marks are written, but not longer than that."""
        if self._writing is not None:
            await asyncio.wait([self._writing], timeout=seconds)

    def take(self) -> list[int]:
        """Those that wait, for a write that is made anyway; to be given back should it fail."""
        update_ids, self._update_ids = self._update_ids, []
        return update_ids

    def give_back(self, update_ids: list[int]) -> None:
        for update_id in update_ids:
            self.add(update_id)

    async def _write(self) -> None:
        try:
            await asyncio.sleep(COLLECT_SECONDS)
            while update_ids := self.take():
                await self._write_those(update_ids)
        finally:
            self._writing = None

    async def _write_those(self, update_ids: list[int]) -> None:
        try:
            await self._database.write(lambda tx: inbox.mark_handled(tx, update_ids))
        except sqlite3.Error:
            logger.exception("%d updates not marked", len(update_ids), extra={"action": "mark_handled"})
            self.give_back(update_ids)
            await asyncio.sleep(PAUSE_SECONDS)
