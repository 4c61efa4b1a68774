"""Telegram's flood control, as far as it is known: 30 messages/s overall, 1/s a chat with short bursts,
20/min a group (telegram.constants.FloodLimit of python-telegram-bot). The true limits are unpublished and
flexible, so these are settings, and off until they are enforced. Whoever is refused has to stay silent for
the named time.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.rehearsal.errors import too_many_requests

COUNTED_PREFIXES = ("send", "copy", "forward", "edit")
UNCOUNTED = frozenset({"sendchataction"})


@dataclass(slots=True)
class Limits:
    enforce: bool = False
    per_second: float = 30
    per_chat: float = 1
    """A second, once the burst is used up."""
    per_group_minute: int = 20
    burst: int = 3
    """Messages that a chat takes at once after a silence."""


class Gauge(Protocol):
    def wait_seconds(self, now: float, count: int) -> float:
        """How long until so many messages more pass; 0 when now."""

    def spend(self, now: float, count: int) -> None: ...


class Window:
    """At most ``limit`` messages in any ``seconds``."""

    def __init__(self, limit: float, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._instants: deque[float] = deque()

    def wait_seconds(self, now: float, count: int) -> float:
        while self._instants and not 0 <= now - self._instants[0] < self._seconds:
            self._instants.popleft()
        over = len(self._instants) + count - int(self._limit)
        if over <= 0 or not self._instants:
            return 0.0
        return self._instants[min(over, len(self._instants)) - 1] + self._seconds - now

    def spend(self, now: float, count: int) -> None:
        self._instants.extend([now] * count)


class Bucket:
    """``rate`` messages a second, and ``capacity`` at once after a silence."""

    def __init__(self, rate: float, capacity: float) -> None:
        self._rate = rate
        self._capacity = capacity
        self._level = capacity
        self._at = float("-inf")

    def wait_seconds(self, now: float, count: int) -> float:
        self._refill(now)
        missing = min(count, self._capacity) - self._level
        return missing / self._rate if missing > 1e-9 else 0.0

    def spend(self, now: float, count: int) -> None:
        self._refill(now)
        self._level -= count

    def _refill(self, now: float) -> None:
        passed = now - self._at
        grown = self._level + passed * self._rate
        self._level = min(self._capacity, grown) if passed >= 0 else self._capacity
        self._at = now


class Flood:
    """One bot's traffic against the limits."""

    def __init__(self) -> None:
        self._gauges: dict[str, Gauge] = {}
        self._silent_until: dict[str, float] = {}

    def spend(self, limits: Limits, chat_id: int, now: float, count: int = 1) -> None:
        """Counts messages to a chat.

        Raises ApiError 429 when a limit refuses them; they are not counted then.
        """
        if not limits.enforce:
            return
        gauges = self._gauges_of(limits, chat_id)
        for name, gauge in gauges.items():
            self._check(name, gauge, now, count)
        for gauge in gauges.values():
            gauge.spend(now, count)

    def _check(self, name: str, gauge: Gauge, now: float, count: int) -> None:
        silent = self._silent_until.get(name, float("-inf")) - now
        if silent > 0:
            raise too_many_requests(math.ceil(silent))
        wait = gauge.wait_seconds(now, count)
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            self._silent_until[name] = now + seconds
            raise too_many_requests(seconds)

    def _gauges_of(self, limits: Limits, chat_id: int) -> dict[str, Gauge]:
        gauges: dict[str, Gauge] = {}
        if limits.per_second:
            gauges["all"] = self._gauge("all", lambda: Window(limits.per_second, 1.0))
        if limits.per_chat:
            name = f"chat {chat_id}"
            gauges[name] = self._gauge(name, lambda: Bucket(limits.per_chat, limits.burst))
        if limits.per_group_minute and chat_id < 0:
            name = f"group {chat_id}"
            gauges[name] = self._gauge(name, lambda: Window(limits.per_group_minute, 60.0))
        return gauges

    def _gauge(self, name: str, make: Callable[[], Gauge]) -> Gauge:
        gauge = self._gauges.get(name)
        if gauge is None:
            gauge = self._gauges[name] = make()
        return gauge
