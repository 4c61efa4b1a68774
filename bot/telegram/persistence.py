"""Calls that the start needs, made until Telegram answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import count
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.telegram.limiter import pause_seconds

T = TypeVar("T")

logger = logging.getLogger(__name__)

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Real seconds between attempts while the network fails; the last one repeats."""


def pause_after(failures: int) -> float:
    """The pause when so many attempts have failed before this one."""
    return PAUSES[min(failures, len(PAUSES) - 1)]


async def persistently(call: Callable[[], Awaitable[T]]) -> T:
    """What the call answers in the end. Raises what is no matter of time: TelegramError."""
    for pause in map(pause_after, count()):
        try:
            return await call()
        except BadRequest:
            raise
        except RetryAfter as error:
            await asyncio.sleep(pause_seconds(error))
        except NetworkError as error:
            logger.warning("again in %s s: %s", pause, error, extra={"action": "start"})
            await asyncio.sleep(pause)
    raise AssertionError("the pauses have no end")
