"""Marks updates as handled. Nobody waits for a mark: it goes with the next write."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from data import inbox
from data.database import Database

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 1.0
"""Real seconds before another try where the database fails (a full disk, say)."""


class Marks:
    """A mark that is lost with the process makes its update come again, which is harmless."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writing: set[asyncio.Future[None]] = set()
        self._is_ending = False

    def add(self, update_id: int) -> None:
        writing = self._database.write_soon(partial(inbox.mark_handled, update_id=update_id))
        self._writing.add(writing)
        writing.add_done_callback(partial(self._written, update_id))

    async def finish(self, seconds: float) -> None:
        """Waits until the marks are written, but not longer than that."""
        self._is_ending = True
        self._database.hurry()
        if self._writing:
            await asyncio.wait(self._writing, timeout=seconds)

    def _written(self, update_id: int, writing: asyncio.Future[None]) -> None:
        self._writing.discard(writing)
        if writing.cancelled() or (error := writing.exception()) is None or self._is_ending:
            return
        logger.error("update %d not marked: %s", update_id, error, extra={"action": "mark_handled"})
        asyncio.get_running_loop().call_later(PAUSE_SECONDS, self.add, update_id)
