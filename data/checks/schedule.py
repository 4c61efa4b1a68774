"""Sessions in time: local times, order, the event's days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from data.checks.draft import EventDraft
from data.checks.finding import Issues, error, warning

LONGEST_PLAUSIBLE_HOURS = 12


def local_times(draft: EventDraft) -> Issues:
    """The event's zone is written once; a time with an offset of its own could contradict it."""
    for session in draft.sessions:
        for key in ("start", "end"):
            value = session.table.get(key)
            if isinstance(value, datetime) and value.tzinfo is not None:
                message = "has an offset: write the event's local time without it, as 2023-02-20T09:00:00"
                yield error(session.at(key), message)


def end_after_start(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        start, end = session.moment("start"), session.moment("end")
        if start is None or end is None:
            continue
        if end <= start:
            message = f"{clock(end)} is not after the start {clock(start)}: correct one of them"
            yield error(session.at("end"), message)
        elif end - start > timedelta(hours=LONGEST_PLAUSIBLE_HOURS):
            hours = (end - start) / timedelta(hours=1)
            yield warning(
                session.at("end"), f"the session takes {hours:.1f} hours: correct the end if that is a slip"
            )


def within_the_days(draft: EventDraft) -> Issues:
    """The last day ends at midnight. A session wholly outside is named once, at its start."""
    first_day, last_day = draft.event.day("first_day"), draft.event.day("last_day")
    if first_day is None or last_day is None or last_day < first_day:
        return
    days = f"the event's days {first_day} to {last_day}"
    for session in draft.sessions:
        start, end = session.moment("start"), session.moment("end")
        if start and not first_day <= start.date() <= last_day:
            yield error(
                session.at("start"), f"{clock(start)} is outside {days}: correct the session or the days"
            )
        elif end and (end.date() < first_day or _is_after(end, last_day)):
            yield error(session.at("end"), f"{clock(end)} is outside {days}: correct the session or the days")


def _is_after(end: datetime, last_day: date) -> bool:
    return end - datetime.combine(last_day, time()) > timedelta(days=1)


def clock(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H.%M}"
