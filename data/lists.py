"""Attendance lists: of a session, a day or the whole event; each one handed out is known by its code."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data import facts, invitations, outbox, presences, regions
from data.attendees import Person
from data.database import Database, Reads, Transaction
from data.event import Event, Session
from data.events import StoredEvent
from data.presences import Entry as Present
from data.presences import PlaceResult, Way
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
KILOMETRE = 1000


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
        taking = tuple(one for one in event.sessions if one.attendance and not one.cancelled)
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
    found = [entry for session in sessions for entry in await presences.entries(reads, stored.id, session.id)]
    invited = await invitations.count(reads, stored.id)
    return await asyncio.to_thread(_roll, stored.event, scope, sessions, found, invited, now)


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
    event: Event,
    scope: Scope,
    sessions: Sequence[Session],
    found: Sequence[Present],
    invited: int,
    now: float,
) -> Roll:
    names = {session.id: full_name(session) for session in sessions}
    entries = [_entry(event, names[one.presence.session_id], one, has_invited=invited > 0) for one in found]
    return Roll(
        scope=str(scope),
        title=_title(event, scope, sessions),
        event_code=event.code,
        event_title=event.title,
        facts=_facts(event, scope, sessions),
        sessions=len(sessions),
        spans_days=len({_day(event, session) for session in sessions}) > 1,
        rows=in_one_line_each(entries, [one.person.id for one in found]),
        entries=tuple(entries),
        town=event.venue.city.partition(",")[0].strip(),
        invited=invited or None,
        printed_at=event.local(now),
    )


def _entry(event: Event, session: str, present: Present, *, has_invited: bool) -> Entry:
    person, presence = present.person, present.presence
    is_walk_in = has_invited and person.is_walk_in
    return Entry(
        session=session,
        name=person.name,
        nip=person.nip or "",
        position=person.position,
        institution=person.institution,
        province=_province(person),
        checked_in=event.local(presence.at),
        checked_out=event.local(presence.out_at) if presence.out_at is not None else None,
        way=WAYS[presence.way],
        note="; ".join(_notes(present, is_walk_in=is_walk_in)),
        stands_in_for=_official(person),
        is_late=presence.late,
        is_walk_in=is_walk_in,
    )


WAYS: Mapping[Way, str] = {
    "code": "Kode ruangan",
    "link": "QR ruangan",
    "card": "Kartu peserta",
    "search": "Petugas",
    "committee": "Panitia",
    "paper": "Daftar kertas",
}
PLACES: Mapping[PlaceResult, str] = {
    "asked": "lokasi tidak dikirim",
    "refused": "lokasi ditolak",
    "forwarded": "lokasi terusan",
    "chosen": "lokasi pilihan di peta",
    "old": "lokasi lewat waktu",
}


def _notes(present: Present, *, is_walk_in: bool) -> list[str]:
    """How the presence came about, where that is not as usual."""
    notes = ["terlambat"] if present.presence.late else []
    if is_walk_in:
        notes.append("tanpa undangan")
    if present.helper:
        notes.append(f"oleh {present.helper}")
    place = _place_note(present)
    if place:
        notes.append(f"{place} (diterima panitia)" if present.accepted else place)
    return notes


def _place_note(present: Present) -> str:
    place = present.presence.place
    if place == "far":
        return f"lokasi {_distance(present.distance_m or 0)} dari tempat acara"
    return PLACES.get(place, "") if place else ""


def _distance(metres: float) -> str:
    return f"{metres:.0f} m" if metres < KILOMETRE else f"{metres / KILOMETRE:.1f} km".replace(".", ",")


def _official(person: Person) -> str:
    if not person.official:
        return ""
    return f"{person.official} (surat tugas {person.letter})" if person.letter else person.official


def _province(person: Person) -> str:
    region = regions.find(person.region_code.partition(".")[0]) if person.region_code else None
    return region.name if region else person.region or ""


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
