"""Who is present where, since when, by which proof; and the trail of how that came about.

``presences`` holds what is true now, one row a person and session; each change adds a row to the trail,
with who made it and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from data.attendees import Person
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("presences")

Way = Literal["code", "link", "card", "search", "committee", "paper"]
"""How it was proved: the room's code typed or followed as a link, the card scanned or the name found by a
helper, or the committee's word, perhaps after a paper list."""

Act = Literal["in", "out", "unmark", "place", "accept"]
PlaceResult = Literal["asked", "inside", "far", "refused", "forwarded", "chosen", "old"]
"""What is known of the place: "chosen" was picked on the map, "old" came too long after the code."""


@dataclass(frozen=True)
class Presence:
    """That somebody was there: since when (UTC epoch seconds), and whether late."""

    session_id: str
    at: float
    late: bool
    way: Way
    out_at: float | None = None
    place: PlaceResult | None = None
    actor: int | None = None
    """The chat of who recorded it."""


@dataclass(frozen=True)
class Mark:
    """A presence to be recorded. ``actor`` is the chat of who does it: the person, a helper, an organiser."""

    session_id: str
    attendee_id: int
    at: float
    late: bool
    way: Way
    actor: int | None
    recorded_at: float
    code_age: float | None = None
    reason: str | None = None
    asks_place: bool = False


@dataclass(frozen=True)
class Entry:
    """A line of a session's list."""

    person: Person
    presence: Presence
    helper: str | None
    """Who marked it, where that was a helper."""
    distance_m: float | None
    accepted: bool | None
    """What the committee decided on the place; None where it has not."""

    @property
    def is_doubtful(self) -> bool:
        """The place speaks against it, and the committee has not decided."""
        return self.presence.place not in (None, "inside") and self.accepted is None


@dataclass(frozen=True)
class Step:
    """A row of the trail. ``actor`` is the chat, ``actor_name`` what is known of it."""

    session_id: str
    act: Act
    at: float
    way: str
    actor: int | None
    actor_name: str | None
    reason: str | None
    recorded_at: float


def find_now(tx: Transaction, event_id: int, session_id: str, attendee_id: int) -> Presence | None:
    key = {"event_id": event_id, "session_id": session_id, "attendee_id": attendee_id}
    row = tx.execute(_sql["find"], key).fetchone()
    return _presence(row) if row else None


def record(tx: Transaction, event_id: int, mark: Mark) -> Presence:
    """Who is present already stays so, with the first instant. Answers what stands now."""
    known = find_now(tx, event_id, mark.session_id, mark.attendee_id)
    if known is not None:
        return known
    place: PlaceResult | None = "asked" if mark.asks_place else None
    tx.execute(
        _sql["record"],
        {
            "event_id": event_id,
            "session_id": mark.session_id,
            "attendee_id": mark.attendee_id,
            "at": mark.at,
            "late": int(mark.late),
            "way": mark.way,
            "actor": mark.actor,
            "code_age": mark.code_age,
            "recorded_at": mark.recorded_at,
            "place": place,
        },
    )
    _note(tx, event_id, mark, "in")
    return Presence(mark.session_id, mark.at, mark.late, mark.way, None, place, mark.actor)


def record_out(tx: Transaction, event_id: int, mark: Mark) -> None:
    """The person leaves at ``mark.at``; a second time changes nothing."""
    key = {"event_id": event_id, "session_id": mark.session_id, "attendee_id": mark.attendee_id}
    if tx.execute(_sql["record_out"], {**key, "at": mark.at, "way": mark.way}).rowcount:
        _note(tx, event_id, mark, "out")


def unmark(tx: Transaction, event_id: int, mark: Mark) -> bool:
    """Takes the presence back; the trail keeps it. False where there was none."""
    key = {"event_id": event_id, "session_id": mark.session_id, "attendee_id": mark.attendee_id}
    is_gone = bool(tx.execute(_sql["unmark"], key).rowcount)
    if is_gone:
        _note(tx, event_id, mark, "unmark")
    return is_gone


def _note(tx: Transaction, event_id: int, mark: Mark, act: Act) -> None:
    note(
        tx, event_id, mark.session_id, mark.attendee_id, act,
        at=mark.at, way=mark.way, actor=mark.actor, reason=mark.reason, recorded_at=mark.recorded_at,
    )  # fmt: skip


def note(
    tx: Transaction,
    event_id: int,
    session_id: str,
    attendee_id: int,
    act: Act,
    *,
    at: float,
    way: str,
    actor: int | None,
    reason: str | None,
    recorded_at: float,
) -> None:
    """Adds to the trail."""
    tx.execute(
        _sql["note"],
        {
            "event_id": event_id,
            "session_id": session_id,
            "attendee_id": attendee_id,
            "act": act,
            "at": at,
            "way": way,
            "actor": actor,
            "reason": reason,
            "recorded_at": recorded_at,
        },
    )


async def of_chat(reads: Reads, event_id: int, chat_id: int) -> Mapping[str, Presence]:
    """Where this person was present, by session id."""
    rows = await reads.execute_fetchall(_sql["of_chat"], {"event_id": event_id, "chat_id": chat_id})
    return {row["session_id"]: _presence(row) for row in rows}


async def of_attendee(reads: Reads, event_id: int, attendee_id: int) -> Mapping[str, Presence]:
    rows = await reads.execute_fetchall(
        _sql["of_attendee"], {"event_id": event_id, "attendee_id": attendee_id}
    )
    return {row["session_id"]: _presence(row) for row in rows}


async def count(reads: Reads, event_id: int, session_id: str) -> int:
    """How many are present in the session."""
    (row,) = await reads.execute_fetchall(_sql["count"], {"event_id": event_id, "session_id": session_id})
    return int(row["number"])


async def entries(reads: Reads, event_id: int, session_id: str) -> list[Entry]:
    """The list of a session, in order of check-in."""
    rows = await reads.execute_fetchall(_sql["entries"], {"event_id": event_id, "session_id": session_id})
    return [_entry(dict(row)) for row in rows]


async def trail(reads: Reads, event_id: int, attendee_id: int) -> list[Step]:
    """All that was ever recorded and corrected of one person, oldest first."""
    rows = await reads.execute_fetchall(_sql["trail"], {"event_id": event_id, "attendee_id": attendee_id})
    return [Step(**row) for row in rows]


_PRESENCE = ("session_id", "at", "late", "way", "out_at", "place", "actor")


def _presence(row: Any) -> Presence:
    fields = {name: row[name] for name in _PRESENCE}
    return Presence(**{**fields, "late": bool(row["late"])})


def _entry(row: dict[str, Any]) -> Entry:
    presence = _presence({name: row.pop(name) for name in _PRESENCE})
    helper, distance, accepted = (row.pop(name) for name in ("helper", "distance_m", "accepted"))
    return Entry(Person(**row), presence, helper, distance, None if accepted is None else bool(accepted))
