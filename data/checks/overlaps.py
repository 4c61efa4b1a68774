"""Stretches of time, and which of them overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from data.checks.draft import Draft

NAMED_AT_MOST = 5


class Timed(Protocol):
    """What begins and ends: half-open, local to the event."""

    @property
    def start(self) -> datetime: ...

    @property
    def end(self) -> datetime: ...


TimedT = TypeVar("TimedT", bound=Timed)


@dataclass(frozen=True)
class Slot:
    """A session whose times make sense: ``end`` after ``start``."""

    session: Draft
    start: datetime
    end: datetime

    @property
    def room(self) -> str | None:
        return self.session.text("room")

    def __str__(self) -> str:
        return f"{self.session.label} ({self.start:%Y-%m-%d %H.%M}-{self.end:%H.%M})"


def slots(sessions: Iterable[Draft]) -> list[Slot]:
    """The sessions that have a start and a later end."""
    found: list[Slot] = []
    for session in sessions:
        start, end = session.moment("start"), session.moment("end")
        if start and end and start < end:
            found.append(Slot(session, start, end))
    return found


def overlapping(candidates: Iterable[TimedT]) -> Iterator[tuple[TimedT, list[TimedT]]]:
    """Each that begins while others run, with those others. What only touches does not overlap."""
    running: list[TimedT] = []
    for candidate in sorted(candidates, key=lambda timed: timed.start):
        running = [earlier for earlier in running if earlier.end > candidate.start]
        if running:
            yield candidate, list(running)
        running.append(candidate)


def named(others: list[Slot]) -> str:
    """The first few slots, for a message of bearable length."""
    names = ", ".join(str(other) for other in others[:NAMED_AT_MOST])
    more = len(others) - NAMED_AT_MOST
    return f"{names} and {more} more" if more > 0 else names
