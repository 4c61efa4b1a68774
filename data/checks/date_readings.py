"""Which day a written date means: without a year it is near the event."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from data.checks.dates_in_text import WrittenDate
from data.checks.draft import EventDraft

LEAP_YEAR = 2000
NEAR_DAYS = 3
"""So near the event a date without a year is the event's."""


@dataclass(frozen=True)
class EventDays:
    """The first and the last day of the event."""

    first: date
    last: date

    @classmethod
    def of(cls, draft: EventDraft) -> EventDays | None:
        """The event's days, from its sessions where the event does not say; None when nothing does."""
        starts = [start.date() for session in draft.sessions if (start := session.moment("start"))]
        named = [day for key in ("first_day", "last_day") if (day := draft.event.day(key))]
        known = named or starts
        return cls(min(known), max(known)) if known else None

    def on_weekday(self, weekday: int) -> date | None:
        """The first of the days with that weekday (Monday is 0)."""
        offset = (weekday - self.first.weekday()) % 7
        return self.first + timedelta(days=offset) if offset <= (self.last - self.first).days else None

    def distance(self, day: date) -> int:
        """How many days lie between the day and the event."""
        return max((self.first - day).days, (day - self.last).days, 0)


@dataclass(frozen=True)
class DateReader:
    """Reads the dates of one text."""

    days: EventDays | None
    years_in_text: tuple[int, ...] = ()
    """Full years anywhere in the text: a date far from the event may belong to one of them."""

    def readings(self, written: WrittenDate) -> list[date]:
        """The existing dates that may be meant, the likeliest first."""
        if not 1 <= written.month <= 12:
            return []
        return [
            date(year, written.month, written.day)
            for year in self._years(written)
            if 1 <= written.day <= monthrange(year, written.month)[1]
        ]

    def days_in_month(self, written: WrittenDate) -> int:
        """How many days the month has in any year that may be meant; 0 when there is no such month."""
        if not 1 <= written.month <= 12:
            return 0
        return max(monthrange(year, written.month)[1] for year in self._years(written) or [LEAP_YEAR])

    def _years(self, written: WrittenDate) -> list[int]:
        if written.year is not None:
            return [written.year]
        if self.days is None:
            return []
        days = self.days
        own = [days.first.year, days.last.year]
        around = [*own, max(own[0] - 1, MINYEAR), min(own[1] + 1, MAXYEAR)]
        distances = {year: days.distance(_clamped(written, year)) for year in around}
        nearest = min(around, key=distances.__getitem__)
        return [nearest] if distances[nearest] <= NEAR_DAYS else [nearest, *own, *self.years_in_text]


def _clamped(written: WrittenDate, year: int) -> date:
    """The written date in that year, or the day of its month that comes nearest."""
    last = monthrange(year, written.month)[1]
    return date(year, written.month, min(max(written.day, 1), last))
