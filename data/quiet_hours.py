"""The hours of the night in which no phone is to ring for something that nobody waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class QuietHours:
    """From ``begin`` until before ``end`` by the event's wall clock, each day; over midnight as a rule."""

    begin: time
    end: time

    def around(self, instant: float, zone: ZoneInfo) -> tuple[float, float] | None:
        """Beginning and end of the quiet hours that the instant falls into; None outside. Epoch seconds."""
        moment = datetime.fromtimestamp(instant, zone)
        over_midnight = timedelta(days=1 if self.end <= self.begin else 0)
        for day in (moment.date() - over_midnight, moment.date()):
            begin = datetime.combine(day, self.begin, zone).timestamp()
            end = datetime.combine(day + over_midnight, self.end, zone).timestamp()
            if begin <= instant < end:
                return begin, end
        return None
