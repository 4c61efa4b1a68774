"""Ending what runs beside."""

from __future__ import annotations

import asyncio
from collections.abc import Collection


async def finish(tasks: Collection[asyncio.Task[None]], seconds: float) -> None:
    """Gives the tasks so long, then cancels those that are not done. What they raise is theirs."""
    remaining = list(tasks)
    if remaining:
        await asyncio.wait(remaining, timeout=seconds)
    for task in remaining:
        task.cancel()
    await asyncio.gather(*remaining, return_exceptions=True)
