"""News of what happens in the emulator: a rising revision to wait for, and a stream of events."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.rehearsal.model import Json

BACKLOG = 10_000
"""Events a reader may fall behind; a slower one is cut off and has to read the state anew."""


class Feed:
    def __init__(self) -> None:
        self.revision = 0
        self._readers: set[asyncio.Queue[Json | None]] = set()
        self._waiting: dict[int, set[asyncio.Future[None]]] = {}
        """Who waits for a change, by chat."""
        self._closed = False

    def next_revision(self, chat_id: int) -> int:
        """For a change in a chat: wakes whoever waits for one there."""
        self.revision += 1
        self._wake(self._waiting.pop(chat_id, set()))
        return self.revision

    def publish(self, kind: str, **event: Any) -> None:
        for reader in list(self._readers):
            if reader.full():
                self._readers.discard(reader)
                reader.get_nowait()
                reader.put_nowait(None)
            else:
                reader.put_nowait({"type": kind, **event})

    @property
    def has_readers(self) -> bool:
        return bool(self._readers)

    @contextmanager
    def reader(self) -> Iterator[asyncio.Queue[Json | None]]:
        """A queue of events; None ends it."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue(BACKLOG)
        if self._closed:
            queue.put_nowait(None)
        self._readers.add(queue)
        try:
            yield queue
        finally:
            self._readers.discard(queue)

    async def change(self, chat_id: int, timeout_seconds: float) -> bool:
        """Returns at the next change in the chat; False when there is none in time, or none will come."""
        if self._closed or timeout_seconds <= 0:
            return False
        changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(chat_id, set()).add(changed)
        try:
            await asyncio.wait_for(changed, timeout_seconds)
        except TimeoutError:
            return False
        finally:
            self._waiting.get(chat_id, set()).discard(changed)
        return not self._closed

    def close(self) -> None:
        """Ends every reader and every wait."""
        self._closed = True
        for waiting in self._waiting.values():
            self._wake(waiting)
        self._waiting.clear()
        for reader in self._readers:
            if reader.full():
                reader.get_nowait()
            reader.put_nowait(None)

    def open(self) -> None:
        """Takes readers and waits again after ``close``."""
        self._closed = False

    @staticmethod
    def _wake(waiting: set[asyncio.Future[None]]) -> None:
        for changed in waiting:
            if not changed.done():
                changed.set_result(None)
