"""Projector walls: their secret addresses, and the live numbers they show."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.database import Reads, Transaction
from data.event import Event, Room
from data.statements import statements

_sql = statements("walls")

OVERVIEW = "*"
"""In place of a room: the wall of all of them."""

SECRET_BYTES = 18
NEWEST = 6
"""How many of those who came last are shown."""


@dataclass(frozen=True)
class Live:
    """A session's numbers at this moment."""

    present: int = 0
    invited: int = 0
    """How many seats of the invited are taken, by themselves or by whom they sent."""
    by_province: tuple[tuple[str, int], ...] = ()
    """Kemendagri code and how many, the most first."""
    newest: tuple[str, ...] = ()
    """Names, the last one first."""


@dataclass(frozen=True)
class Invited:
    total: int
    by_province: Mapping[str, int]


def rooms(event: Event) -> tuple[Room, ...]:
    """Those in which something happens."""
    used = {session.room for session in event.sessions}
    return tuple(room for room in event.rooms if room.id in used)


def ensure(tx: Transaction, event_id: int, event: Event) -> None:
    """Gives every room a wall; those that have one keep its address."""
    for room in (OVERVIEW, *(room.id for room in rooms(event))):
        secret = secrets.token_urlsafe(SECRET_BYTES)
        tx.execute(_sql["add"], {"event_id": event_id, "room": room, "secret": secret})


async def addresses(reads: Reads, event_id: int) -> Mapping[str, str]:
    """The secret part of each wall's address, by room."""
    rows = await reads.execute_fetchall(_sql["of_event"], {"event_id": event_id})
    return {row["room"]: row["secret"] for row in rows}


def revoke(tx: Transaction, event_id: int, room: str, secret: str) -> bool:
    """Another address in place of this one; whether it was still this one."""
    values = {"event_id": event_id, "room": room, "secret": secret}
    return bool(tx.execute(_sql["revoke"], {**values, "new": secrets.token_urlsafe(SECRET_BYTES)}).rowcount)


async def live(reads: Reads, event_id: int, session_ids: Sequence[str]) -> Mapping[str, Live]:
    """By session id; of sessions nobody is in yet, nothing."""
    values = {"event_id": event_id, "sessions": json.dumps(session_ids)}
    counts = await reads.execute_fetchall(_sql["by_session"], values)
    provinces: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in await reads.execute_fetchall(_sql["by_province"], values):
        provinces[row["session_id"]].append((row["province"], row["present"]))
    newest: defaultdict[str, list[str]] = defaultdict(list)
    for row in await reads.execute_fetchall(_sql["newest"], {**values, "limit": NEWEST}):
        newest[row["session_id"]].append(row["name"] or "")
    return {
        key: Live(row["present"], row["invited"], tuple(provinces[key]), tuple(newest[key]))
        for row in counts
        for key in (row["session_id"],)
    }


async def invited(reads: Reads, event_id: int) -> Invited:
    """How many are expected, in all and by the code of their province."""
    (total,) = await reads.execute_fetchall(_sql["invited"], {"event_id": event_id})
    rows = await reads.execute_fetchall(_sql["invited_by_province"], {"event_id": event_id})
    return Invited(total["number"], {row["province"]: row["number"] for row in rows})
