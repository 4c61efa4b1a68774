"""The frame of the event: its zone, its days, its place, and that it has sessions at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import available_timezones

from data.checks.draft import EventDraft
from data.checks.finding import Issues, error, warning
from data.checks.model import zone_named
from data.checks.wording import nearest, quoted

LONGEST_PLAUSIBLE_DAYS = 14
PLAUSIBLE_YEARS = range(2000, 2101)
INDONESIAN_ZONES: Mapping[str, str] = {
    "wib": "Asia/Jakarta",
    "wita": "Asia/Makassar",
    "wit": "Asia/Jayapura",
}


def known_zone(draft: EventDraft) -> Issues:
    name = draft.event.text("timezone")
    if name is None or zone_named(name):
        return
    meant = INDONESIAN_ZONES.get(name.casefold()) or nearest(name, sorted(available_timezones()))
    question = f"did you mean {meant}?" if meant else "write an IANA name."
    zones = "Indonesia has Asia/Jakarta (WIB), Asia/Makassar (WITA) and Asia/Jayapura (WIT)"
    yield error(draft.event.at("timezone"), f"unknown time zone {quoted(name)}: {question} {zones}")


def plausible_days(draft: EventDraft) -> Issues:
    first_day, last_day = draft.event.day("first_day"), draft.event.day("last_day")
    for key, day in (("first_day", first_day), ("last_day", last_day)):
        if day and day.year not in PLAUSIBLE_YEARS:
            message = (
                f"{day} is not in the years {PLAUSIBLE_YEARS[0]} to {PLAUSIBLE_YEARS[-1]}: correct the year"
            )
            yield error(draft.event.at(key), message)
    if first_day and last_day:
        yield from _order_and_length(draft, first_day, last_day)


def _order_and_length(draft: EventDraft, first_day: date, last_day: date) -> Issues:
    spot = draft.event.at("last_day")
    count = (last_day - first_day).days + 1
    if count < 1:
        yield error(spot, f"{last_day} is before the first day {first_day}: correct one of them")
    elif count > LONGEST_PLAUSIBLE_DAYS:
        yield warning(spot, f"the event takes {count} days: correct the dates if that is a slip")


def complete_position(draft: EventDraft) -> Issues:
    venue = draft.venue
    has = {key: key in venue.table for key in ("latitude", "longitude")}
    for key, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if has[key] and not has[other]:
            yield error(venue.at(key), f"stands without {other}: add {other}, or leave both out")
    if "radius_m" in venue.table and not any(has.values()):
        message = "has no effect without latitude and longitude: add them, or leave it out"
        yield warning(venue.at("radius_m"), message)


def has_sessions(draft: EventDraft) -> Issues:
    if draft.tables.get("sessions", []) == []:
        yield error(("sessions",), "the event has no sessions: add one [[sessions]] table for each")
