"""The record of every call: what was asked, answered, and when."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from itertools import islice

from bot.rehearsal.model import Json
from bot.rehearsal.parameters import Parameters
from bot.rehearsal.signature import typed

CAPACITY = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    number: int
    token: str
    method: str
    parameters: Parameters
    status: int
    response: Json | None
    """None when the call was cut off without an answer."""
    at: float

    def body(self, zone: tzinfo = UTC) -> Json:
        """As the control side shows it, ``at`` in a zone."""
        return {
            "n": self.number,
            "bot": self.token,
            "method": self.method,
            "params": typed(self.parameters),
            "status": self.status,
            "response": self.response,
            "at": iso(self.at, zone),
        }


def iso(instant: float, zone: tzinfo = UTC) -> str:
    """An instant as ISO 8601 with an offset, to the millisecond."""
    return datetime.fromtimestamp(instant, zone).isoformat(timespec="milliseconds")


class Record:
    """The last calls, numbered from 1."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=CAPACITY)
        self._last = 0

    def add(
        self,
        token: str,
        method: str,
        parameters: Parameters,
        *,
        status: int,
        response: Json | None,
        at: float,
    ) -> Entry:
        self._last += 1
        entry = Entry(self._last, token, method, parameters, status, response, at)
        self._entries.append(entry)
        return entry

    def after(self, number: int, limit: int = CAPACITY) -> list[Entry]:
        """The calls after that number, oldest first."""
        first = self._last - len(self._entries) + 1
        skipped = max(0, number - first + 1)
        return list(islice(self._entries, skipped, skipped + limit))

    def last(self, count: int) -> list[Entry]:
        return self.after(self._last - count)

    def clear(self) -> None:
        self._entries.clear()
