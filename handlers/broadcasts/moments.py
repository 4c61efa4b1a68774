"""Times as organisers type them: "14.30", "besok 07.00", "21/2 07.00". Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal

from babel.dates import get_day_names, get_month_names

from handlers.texts import zone_name

Problem = Literal["unreadable", "past"]

DAYS_AHEAD = {"": 0, "hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2}

_MOMENT = re.compile(
    r"(?P<day>.*?)[\s,]*\b(?:(?:pukul|jam|at)\s+)?(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d)\s*(?P<zone>[a-z]*)",
    re.DOTALL,
)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})\s*[/-]\s*(?P<month>\d{1,2})(?:\s*[/-]\s*(?P<year>\d{4}))?")
_WORDS = re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[a-z]+)(?:\s+(?P<year>\d{4}))?")


def read_moment(text: str, now: datetime) -> datetime | Problem:
    """The instant that is meant, in the zone of ``now``; always later than that."""
    found = _MOMENT.fullmatch(" ".join(text.casefold().split()))
    if found is None or found["zone"] not in ("", zone_name(now).casefold()):
        return "unreadable"
    day = _day(found["day"].strip(" ,"), now)
    if day is None or int(found["hour"]) > 23:
        return "unreadable"
    moment = datetime(
        day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), tzinfo=now.tzinfo
    )
    return moment if moment > now else "past"


def _day(text: str, now: datetime) -> date | None:
    """The day that is named; without one it is today."""
    today = now.date()
    if text in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[text])
    if text in _weekdays():
        return today + timedelta(days=(_weekdays()[text] - today.weekday()) % 7)
    _, _, behind = text.rpartition(", ")
    found = _NUMBERS.fullmatch(behind) or _WORDS.fullmatch(behind)
    if found is None:
        return None
    named = found["month"]
    month = int(named) if named.isdecimal() else _months().get(named)
    return _date(int(found["day"]), month, found["year"], today) if month else None


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    """Without a year it is this one; in December, January is the next."""
    is_next = year is None and today.month == 12 and month == 1
    try:
        return date(int(year) if year else today.year + is_next, month, day)
    except ValueError:
        return None


def _weekdays() -> dict[str, int]:
    return {
        name.casefold(): day for locale in ("id", "en") for day, name in get_day_names(locale=locale).items()
    }


def _months() -> dict[str, int]:
    return {
        name.casefold(): month
        for locale in ("id", "en")
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=locale).items()
    }
