"""Where somebody was who checked in, as far as the phone says; what the committee decides on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from data import presences
from data.database import Reads, Transaction
from data.event import Event, Venue
from data.presences import Entry, Mark, PlaceResult, entries
from data.statements import statements

_sql = statements("places")

EARTH_RADIUS_M = 6_371_008.8
ANSWER_SECONDS = 10 * 60
"""A location sent longer after the code says nothing about the door."""

KEPT_DECIMALS = 3
"""About a hundred metres: enough to see that several send the same far place."""


@dataclass(frozen=True)
class Location:
    """As it was sent. Forwarded ones and places picked on the map are somebody's, not a phone's."""

    latitude: float
    longitude: float
    sent_at: float
    is_forwarded: bool = False
    is_chosen: bool = False


@dataclass(frozen=True)
class Judged:
    session_id: str
    result: PlaceResult
    distance_m: float | None


def distance_m(venue: Venue, location: Location) -> float | None:
    """Metres along the earth's surface; None where the venue's position is unknown."""
    if venue.latitude is None or venue.longitude is None:
        return None
    here, there = math.radians(venue.latitude), math.radians(location.latitude)
    across = math.radians(location.longitude - venue.longitude)
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))


def judge(venue: Venue, location: Location, checked_in_at: float) -> tuple[PlaceResult, float | None]:
    """What the location is worth for a check-in at that instant."""
    if location.is_forwarded:
        return "forwarded", None
    if location.is_chosen:
        return "chosen", None
    if not checked_in_at <= location.sent_at <= checked_in_at + ANSWER_SECONDS:
        return "old", None
    distance = distance_m(venue, location)
    if distance is None or venue.radius_m is None:
        return "inside", distance
    return ("inside" if distance <= venue.radius_m else "far"), distance


def take(
    tx: Transaction, event_id: int, event: Event, chat_id: int, location: Location, now: float
) -> Judged | None:
    """Records the location with the last check-in, where that asked for one; None where it did not.

    What stands is the last answer until one is inside; each is in the trail.
    """
    asked = _last_asked(tx, event_id, chat_id)
    if asked is None:
        return None
    result, distance = judge(event.venue, location, asked["at"])
    is_known = result in ("inside", "far")
    _set(
        tx, event_id, asked, result, distance, location if is_known else None, chat_id, location.sent_at, now
    )
    return Judged(asked["session_id"], result, distance)


def refuse(tx: Transaction, event_id: int, chat_id: int, sent_at: float, now: float) -> str | None:
    """The person does not send a location: recorded. Answers the session; None where nothing was asked."""
    asked = _last_asked(tx, event_id, chat_id)
    if asked is None:
        return None
    _set(tx, event_id, asked, "refused", None, None, chat_id, sent_at, now)
    return str(asked["session_id"])


def _last_asked(tx: Transaction, event_id: int, chat_id: int) -> Any:
    """The last check-in that asks for a place, while its answer is not inside."""
    row = tx.execute(_sql["last_asked"], {"event_id": event_id, "chat_id": chat_id}).fetchone()
    return row if row and row["place"] != "inside" else None


def _set(
    tx: Transaction,
    event_id: int,
    asked: Any,
    result: PlaceResult,
    distance: float | None,
    location: Location | None,
    chat_id: int,
    at: float,
    now: float,
) -> None:
    session_id, attendee_id = asked["session_id"], asked["attendee_id"]
    key = {"event_id": event_id, "session_id": session_id, "attendee_id": attendee_id}
    values = {
        "place": result,
        "distance_m": distance,
        "latitude": round(location.latitude, KEPT_DECIMALS) if location else None,
        "longitude": round(location.longitude, KEPT_DECIMALS) if location else None,
    }
    tx.execute(_sql["set"], {**key, **values})
    reason = result if distance is None else f"{result} {distance:.0f} m"
    presences.note(
        tx, event_id, session_id, attendee_id, "place",
        at=at, way="location", actor=chat_id, reason=reason, recorded_at=now,
    )  # fmt: skip


async def to_decide(reads: Reads, event_id: int, session_id: str) -> list[Entry]:
    """Those whose place speaks against them, and on whom the committee has not decided."""
    return [entry for entry in await entries(reads, event_id, session_id) if entry.is_doubtful]


def reject(tx: Transaction, event_id: int, mark: Mark) -> bool:
    """The presence does not count; False where there is none, or it was accepted before."""
    known = presences.find_now(tx, event_id, mark.session_id, mark.attendee_id)
    return known is not None and known.place is not None and presences.unmark(tx, event_id, mark)


def accept(tx: Transaction, event_id: int, mark: Mark) -> bool:
    """The committee lets the presence stand; False where there is none."""
    key = {"event_id": event_id, "session_id": mark.session_id, "attendee_id": mark.attendee_id}
    if not tx.execute(_sql["accept"], key).rowcount:
        return False
    presences.note(
        tx, event_id, mark.session_id, mark.attendee_id, "accept",
        at=mark.at, way=mark.way, actor=mark.actor, reason=mark.reason, recorded_at=mark.recorded_at,
    )  # fmt: skip
    return True
