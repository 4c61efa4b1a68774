"""Attendance lists: of a session, a day or the whole event; each one handed out is known by its code."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from data import facts, outbox, regions
from data.database import Database, Reads, Transaction
from data.event import Event, Session
from data.events import StoredEvent
from data.reports.attendance.roll import Entry, Roll, in_one_line_each
from data.reports.attendance.seal import as_printed, code_of
from data.statements import statements
from data.wording import clock_time, full_name, long_date, zone_name

_sql = statements("lists")

LIST = "attendance_list"
"""The kind of the message that brings a session's list to an organiser; its subject is the session's id."""

USELESS_SECONDS = 7 * 24 * 3600
"""So long after a session its list is not sent by itself any more."""

KEY_BYTES = 32


@dataclass(frozen=True)
class Scope:
    """What a list is about."""

    kind: Literal["session", "day", "event"]
    subject: str = ""
    """The session's id, or the day as ISO date."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.subject}" if self.subject else self.kind

    def sessions(self, event: Event) -> tuple[Session, ...]:
        """Those of it that take attendance; empty where there is nothing to list."""
        taking = tuple(session for session in event.sessions if session.attendance)
        if self.kind == "event":
            return taking
        if self.kind == "session":
            return tuple(session for session in taking if session.id == self.subject)
        return tuple(session for session in taking if _day(event, session).isoformat() == self.subject)


def scope_of(text: str) -> Scope | None:
    """The scope that ``str`` gave."""
    kind, _, subject = text.partition(":")
    if kind == "event":
        return Scope("event")
    return Scope(kind, subject) if kind in ("session", "day") else None  # type: ignore[arg-type]  # checked here


def days(event: Event) -> tuple[date, ...]:
    """The days on which attendance is taken."""
    return tuple(day for day in event.days if Scope("day", day.isoformat()).sessions(event))


@dataclass(frozen=True)
class Issued:
    """A list that was handed out: when first, and of how many people. Instants are UTC epoch seconds."""

    code: str
    event_id: int
    scope: str
    title: str
    people: int
    issued_at: float


async def roll(reads: Reads, stored: StoredEvent, scope: Scope, now: float) -> Roll:
    """The list as it stands."""
    sessions = scope.sessions(stored.event)
    values = {"event_id": stored.id, "sessions": json.dumps([session.id for session in sessions])}
    rows = list(await reads.execute_fetchall(_sql["entries"], values))
    (invited,) = await reads.execute_fetchall(_sql["invited"], {"event_id": stored.id})
    return await asyncio.to_thread(_roll, stored.event, scope, sessions, rows, invited["number"], now)


async def issue(database: Database, stored: StoredEvent, scope: Scope, now: float) -> tuple[Roll, str]:
    """The list as it stands, to be handed out, and its verification code."""
    current = await roll(database.reads, stored, scope, now)

    def work(tx: Transaction) -> str:
        code = code_of(current, _key(tx))
        values = {"code": code, "event_id": stored.id, "scope": str(scope), "title": current.title}
        tx.execute(_sql["issue"], {**values, "people": len(current.rows), "now": now})
        return code

    return current, await database.write(work)


@dataclass(frozen=True)
class Planned:
    """A session's list for the organisers; instants are UTC epoch seconds."""

    session_id: str
    end: float
    due: float

    def is_due(self, now: float) -> bool:
        return self.due <= now < self.due + USELESS_SECONDS


def plan(event: Event, seconds_after: float) -> list[Planned]:
    """When each session's list is to be sent."""
    sessions = Scope("event").sessions(event)
    ends = [(session.id, session.end.timestamp()) for session in sessions]
    return [Planned(session_id, end, end + seconds_after) for session_id, end in ends]


def put_in_outbox(
    tx: Transaction, event_id: int, due: Sequence[Planned], organisers: Sequence[int], now: float
) -> None:
    """Addresses the lists, each once to each organiser."""
    for one in due:
        for chat_id in organisers:
            draft = outbox.Draft(
                key=f"{LIST}:{event_id}:{one.session_id}:{int(one.end)}:{chat_id}",
                kind=LIST,
                subject=one.session_id,
                chat_id=chat_id,
                priority=outbox.NOTICE,
                not_before=now,
                useless_after=one.due + USELESS_SECONDS,
            )
            outbox.add(tx, draft)


def _key(tx: Transaction) -> bytes:
    return bytes.fromhex(facts.remember_first(tx, facts.LIST_KEY, secrets.token_hex(KEY_BYTES)))


async def find(reads: Reads, typed: str) -> Issued | None:
    """The list that was handed out with the code, however it was typed."""
    code = as_printed(typed)
    for row in await reads.execute_fetchall(_sql["issued"], {"code": code}):
        return Issued(**row)
    return None


async def state(
    reads: Reads, stored: StoredEvent, issued: Issued, now: float
) -> Literal["same", "changed", "elsewhere"]:
    """Whether the list still has the content that was handed out; "elsewhere" for another event's."""
    scope, key = scope_of(issued.scope), await facts.value(reads, facts.LIST_KEY)
    if issued.event_id != stored.id:
        return "elsewhere"
    if scope is None or key is None or not scope.sessions(stored.event):
        return "changed"
    current = await roll(reads, stored, scope, now)
    return "same" if code_of(current, bytes.fromhex(key)) == issued.code else "changed"


def _roll(
    event: Event, scope: Scope, sessions: Sequence[Session], rows: Sequence[Any], invited: int, now: float
) -> Roll:
    names = {session.id: full_name(session) for session in sessions}
    entries = [_entry(event, names[row["session_id"]], row, has_invited=invited > 0) for row in rows]
    return Roll(
        scope=str(scope),
        title=_title(event, scope, sessions),
        event_code=event.code,
        event_title=event.title,
        facts=_facts(event, scope, sessions),
        sessions=len(sessions),
        spans_days=len({_day(event, session) for session in sessions}) > 1,
        rows=in_one_line_each(entries, [row["attendee_id"] for row in rows]),
        entries=tuple(entries),
        town=event.venue.city.partition(",")[0].strip(),
        invited=invited or None,
        printed_at=event.local(now),
    )


def _entry(event: Event, session: str, row: Any, *, has_invited: bool) -> Entry:
    is_walk_in = has_invited and row["invited_id"] is None
    return Entry(
        session=session,
        name=row["name"] or "",
        nip=row["nip"] or "",
        position=row["position"] or "",
        institution=row["institution"] or "",
        province=_province(row),
        checked_in=event.local(row["at"]),
        checked_out=event.local(row["out_at"]) if row["out_at"] is not None else None,
        way=WAYS.get(row["way"], row["way"]),
        note="; ".join(_notes(row, is_walk_in=is_walk_in)),
        stands_in_for=_official(row),
        is_late=bool(row["late"]),
        is_walk_in=is_walk_in,
    )


WAYS = {"code": "Kode ruangan"}


def _notes(row: Any, *, is_walk_in: bool) -> list[str]:
    notes = ["terlambat"] if row["late"] else []
    if is_walk_in:
        notes.append("tanpa undangan")
    return notes


def _official(row: Any) -> str:
    if not row["official"]:
        return ""
    return f"{row['official']} (surat tugas {row['letter']})" if row["letter"] else str(row["official"])


def _province(row: Any) -> str:
    region = regions.find(row["region_code"].partition(".")[0]) if row["region_code"] else None
    return region.name if region else str(row["region"] or "")


def _day(event: Event, session: Session) -> date:
    return session.start.astimezone(event.zone).date()


def _title(event: Event, scope: Scope, sessions: Sequence[Session]) -> str:
    if scope.kind == "session":
        return full_name(sessions[0])
    return long_date("id", date.fromisoformat(scope.subject)) if scope.kind == "day" else event.short_title


def _facts(event: Event, scope: Scope, sessions: Sequence[Session]) -> tuple[tuple[str, str], ...]:
    venue = f"{event.venue.name}, {event.venue.city}"
    if scope.kind != "session":
        first, last = _day(event, sessions[0]), _day(event, sessions[-1])
        days = (
            long_date("id", first) if first == last else f"{long_date('id', first)} – {long_date('id', last)}"
        )
        return ("Hari, tanggal", days), ("Sesi", f"{len(sessions)} sesi dengan absensi"), ("Tempat", venue)
    session = sessions[0]
    room = event.room_of(session)
    hours = f"{clock_time(session.start)}–{clock_time(session.end)} {zone_name(session.start)}"
    return (
        ("Sesi", full_name(session)),
        ("Hari, tanggal", long_date("id", _day(event, session))),
        ("Waktu", hours),
        ("Tempat", ", ".join(filter(None, (room.name, room.floor, venue)))),
    )
