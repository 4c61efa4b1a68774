"""Signs of titip absen: patterns that honest people make seldom. Hints with their reasons, never verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from data.database import Reads
from data.statements import statements

_sql = statements("proxy_signs")

Kind = Literal["same_far_place", "last_second_codes", "one_helper", "silent_in_checks", "place_unknown"]

SAME_PLACE_PEOPLE = 3
SAME_PLACE_SECONDS = 15 * 60
LAST_SECOND_AGE = 45.0
"""Seconds since the screen showed the code first; it left the screen after 30 and is good until 60."""
LAST_SECOND_TIMES = 3
HELPER_MARKS = 20
HELPER_SECONDS = 60.0
"""So many people in a minute do not come through a door one by one."""
SILENT_TIMES = 1
PLACE_TIMES = 2


@dataclass(frozen=True)
class Record:
    """A presence as the signs look at it."""

    attendee_id: int
    name: str
    session_id: str
    at: float
    way: str
    actor: int | None
    helper: str | None
    code_age: float | None
    recorded_at: float
    place: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Sign:
    """``count`` is what makes it one: people, times or marks; ``who`` are its people or the helper."""

    kind: Kind
    who: tuple[str, ...]
    count: int
    session_id: str | None = None


async def signs(reads: Reads, event_id: int, now: float) -> list[Sign]:
    """All of the event, by kind."""
    rows = await reads.execute_fetchall(_sql["records"], {"event_id": event_id})
    values = {"event_id": event_id, "times": SILENT_TIMES, "now": now}
    silent = await reads.execute_fetchall(_sql["silent"], values)
    records = [Record(**row) for row in rows]
    return [
        *same_far_place(records),
        *last_second_codes(records),
        *one_helper(records),
        *(Sign("silent_in_checks", (row["name"],), row["times"]) for row in silent),
        *place_unknown(records),
    ]


def same_far_place(records: Sequence[Record]) -> Iterator[Sign]:
    """Several accounts, one after the other, from the same place that is not the venue."""
    places: defaultdict[tuple[str, float | None, float | None], list[Record]] = defaultdict(list)
    for record in records:
        if record.place == "far":
            places[record.session_id, record.latitude, record.longitude].append(record)
    for (session_id, _, _), found in places.items():
        for group in _in_a_row(found, SAME_PLACE_SECONDS):
            if len(group) >= SAME_PLACE_PEOPLE:
                yield Sign("same_far_place", tuple(one.name for one in group), len(group), session_id)


def last_second_codes(records: Sequence[Record]) -> Iterator[Sign]:
    """Again and again codes that had left the screen already: as if somebody passed them on."""
    for found in _by_person(records).values():
        late = [one for one in found if one.code_age is not None and one.code_age >= LAST_SECOND_AGE]
        if len(late) >= LAST_SECOND_TIMES:
            yield Sign("last_second_codes", (late[0].name,), len(late))


def one_helper(records: Sequence[Record]) -> Iterator[Sign]:
    """One helper marks more people in a minute than pass a door."""
    marks: defaultdict[tuple[int | None, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.way in ("card", "search"):
            marks[record.actor, record.session_id].append(record)
    for (actor, session_id), found in marks.items():
        most = _most_within(sorted(one.recorded_at for one in found), HELPER_SECONDS)
        if most >= HELPER_MARKS:
            yield Sign("one_helper", (found[0].helper or str(actor),), most, session_id)


def place_unknown(records: Sequence[Record]) -> Iterator[Sign]:
    """Again and again no location, or one that proves nothing."""
    for found in _by_person(records).values():
        unknown = [one for one in found if one.place not in (None, "inside", "far")]
        if len(unknown) >= PLACE_TIMES:
            yield Sign("place_unknown", (unknown[0].name,), len(unknown))


def _by_person(records: Sequence[Record]) -> Mapping[int, list[Record]]:
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for record in records:
        found[record.attendee_id].append(record)
    return found


def _in_a_row(records: Sequence[Record], gap_seconds: float) -> Iterator[list[Record]]:
    """Stretches without a longer gap, in order of time."""
    group: list[Record] = []
    for record in sorted(records, key=lambda one: one.at):
        if group and record.at - group[-1].at > gap_seconds:
            yield group
            group = []
        group.append(record)
    if group:
        yield group


def _most_within(instants: Sequence[float], seconds: float) -> int:
    """The most instants in any stretch of so many seconds."""
    most = begin = 0
    for end, instant in enumerate(instants):
        while instant - instants[begin] >= seconds:
            begin += 1
        most = max(most, end - begin + 1)
    return most
