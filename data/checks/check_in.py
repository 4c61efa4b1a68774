"""What sessions that take attendance need."""

from __future__ import annotations

from data.checks.draft import EventDraft
from data.checks.finding import Issues, error, warning

ONLY_WITH_ATTENDANCE = (
    "opens_minutes_before",
    "late_minutes_after",
    "check_out",
    "check_out_minutes_before",
    "check_out_minutes_after",
    "place",
)
ONLY_WITH_CHECK_OUT = ("check_out_minutes_before", "check_out_minutes_after")
POSITION = ("latitude", "longitude", "radius_m")


def attendance_is_taken(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        for key in ONLY_WITH_ATTENDANCE:
            if key in session.table and not session.flag("attendance"):
                message = f"without attendance it does nothing: add attendance = true, or remove {key}"
                yield warning(session.at(key), message)
            elif key in ONLY_WITH_CHECK_OUT and key in session.table and not session.flag("check_out"):
                message = f"without a check-out it does nothing: add check_out = true, or remove {key}"
                yield warning(session.at(key), message)


def place_is_known(draft: EventDraft) -> Issues:
    """A location can only be held against the venue's."""
    missing = [key for key in POSITION if key not in draft.venue.table]
    for session in draft.sessions:
        if session.flag("place") and missing:
            message = f"needs to know where the venue is: add {', '.join(missing)} to [event.venue]"
            yield error(session.at("place"), message)
