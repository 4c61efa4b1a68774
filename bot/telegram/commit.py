"""What a handler sends waits until its update is on the disk; what it reads and puts into words does not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from data.inbox import NotAcceptedError


@dataclass(frozen=True)
class Commit:
    """Of updates whose handlers run already. It shares the commit of what they write."""

    future: asyncio.Future[Any]
    hurry: Callable[[], None]

    @property
    def has_failed(self) -> bool:
        return self.future.done() and (self.future.cancelled() or self.future.exception() is not None)

    async def wait(self) -> None:
        """Raises NotAcceptedError."""
        if not self.future.done():
            self.hurry()
            await asyncio.wait([self.future])
        if self.has_failed:
            raise NotAcceptedError


COMMIT: ContextVar[Commit | None] = ContextVar("commit", default=None)
"""Of the update in hand; None where it was committed before its handler began."""


async def committed() -> None:
    """Returns when the update in hand is on the disk. Raises NotAcceptedError when it does not get there."""
    commit = COMMIT.get()
    if commit is not None:
        await commit.wait()
