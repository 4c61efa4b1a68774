"""What stands on a wall at an instant: plain data, out of the agenda, the database and the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import segno
from markupsafe import Markup

from bot.web.voices import Voices, current, voices
from data import polls, questions, regions, room_codes, spot_checks, walls
from data.attendance import open_sessions, sessions_with_code
from data.database import Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.polls import Outcome
from data.walls import OVERVIEW, Invited, Live
from data.wording import clock_time, full_name, long_date, short_date, zone_name
from handlers.attendance import link
from handlers.questions import ask_link
from handlers.texts import Language

SHOWN_PROVINCES = 12
SHOWN_INITIALS = 3

Names = Literal["initials", "full", "none"]


@dataclass(frozen=True)
class Manner:
    """How the operator wants the walls."""

    names: Names = "initials"
    language: Language = "id"


@dataclass(frozen=True)
class Province:
    name: str
    present: int
    invited: int


@dataclass(frozen=True)
class Card:
    """One session. ``code`` and ``qr`` are None while it cannot be checked in to."""

    id: str
    name: str
    hours: str
    place: str
    takes_attendance: bool
    code: str | None
    qr: Markup | None
    is_leaving: bool
    """Whether the code is for those who leave, and for them alone."""
    spot_code: str
    """Of a check that runs just now; "" else."""
    present: int
    invited: int
    expected: int
    provinces: tuple[Province, ...]
    newest: tuple[str, ...]


@dataclass(frozen=True)
class Next:
    name: str
    when: str
    place: str


@dataclass(frozen=True)
class Board:
    event: str
    room: str
    """"" on the overview."""
    date: str
    time: str
    zone: str
    cards: tuple[Card, ...]
    upcoming: tuple[Next, ...]
    voices: Voices | None
    """Where there is room for them: not beside several sessions."""


@dataclass(frozen=True)
class Scene:
    """Everything that the boards of one moment are made of."""

    stored: StoredEvent
    instant: float
    username: str
    manner: Manner
    codes: Mapping[str, str]
    spot_codes: Mapping[str, str]
    live: Mapping[str, Live]
    invited: Invited
    asked: Mapping[str, questions.Wall]
    """Of the running sessions that take questions."""
    polls: Sequence[Outcome]


async def scene(reads: Reads, stored: StoredEvent, instant: float, username: str, manner: Manner) -> Scene:
    """Read once for all walls."""
    sessions = [session.id for session in shown(stored.event, OVERVIEW, instant)]
    return Scene(
        stored,
        instant,
        username,
        manner,
        await room_codes.codes(reads, stored.id, instant),
        {check.session_id: check.code for check in await spot_checks.running(reads, stored.id, instant)},
        await walls.live(reads, stored.id, sessions),
        await walls.invited(reads, stored.id),
        {one.id: await questions.wall(reads, stored.id, one.id) for one in _asking(stored.event, instant)},
        await polls.on_wall(reads, stored.id, instant),
    )


def board(scene: Scene, room: str) -> Board:
    """The wall of a room, or the overview."""
    event, language = scene.stored.event, scene.manner.language
    now = event.local(scene.instant)
    cards = shown(event, room, scene.instant)
    return Board(
        event=event.short_title,
        room=next((one.name for one in event.rooms if one.id == room), ""),
        date=long_date(language, now.date()),
        time=clock_time(now),
        zone=zone_name(now),
        cards=tuple(_card(scene, session) for session in cards),
        upcoming=tuple(_next(scene, session) for session in _upcoming(event, room, scene.instant, cards)),
        voices=_voices(scene, room, cards) if len(cards) <= 1 else None,
    )


def shown(event: Event, room: str, instant: float) -> tuple[Session, ...]:
    """What is on or has a code; in one room, what is on hides what has not begun."""
    now = event.local(instant)
    can = sessions_with_code(event, instant)
    on = [one for one in _in(event, room) if one in can or (one.is_running(now) and not one.cancelled)]
    return tuple(one for one in on if not any(_hides(other, one, can) for other in on))


def _hides(other: Session, one: Session, can: Sequence[Session]) -> bool:
    """In the same room: an earlier one that takes attendance, or for one that does not, any that does."""
    if other is one or other.room != one.room:
        return False
    if (other in can) != (one in can):
        return other in can
    return other.start < one.start < other.end


def _in(event: Event, room: str) -> tuple[Session, ...]:
    return tuple(one for one in event.sessions if room in (OVERVIEW, one.room))


def _upcoming(event: Event, room: str, instant: float, cards: Sequence[Session]) -> tuple[Session, ...]:
    """All that begin together next."""
    now = event.local(instant)
    later = [one for one in _in(event, room) if one.start > now and one not in cards and not one.cancelled]
    return tuple(one for one in later if one.start == later[0].start)


def _card(scene: Scene, session: Session) -> Card:
    event = scene.stored.event
    has_code = session in sessions_with_code(event, scene.instant)
    code = scene.codes.get(session.id) if has_code else None
    live = scene.live.get(session.id, Live())
    return Card(
        id=session.id,
        name=full_name(session),
        hours=f"{clock_time(session.start)}–{clock_time(session.end)}",
        place=_place(event, session),
        takes_attendance=session.attendance,
        code=code,
        qr=_qr(link(scene.username, code)) if code else None,
        is_leaving=has_code and session not in open_sessions(event, scene.instant),
        spot_code=scene.spot_codes.get(session.id, ""),
        present=live.present,
        invited=live.invited,
        expected=scene.invited.total,
        provinces=_provinces(live, scene.invited),
        newest=tuple(filter(None, (shown_name(name, scene.manner.names) for name in live.newest))),
    )


def _voices(scene: Scene, room: str, cards: Sequence[Session]) -> Voices | None:
    """Of the one session that is shown; a poll may also outlast its session, or belong to none."""
    event = scene.stored.event
    here = cards if cards and room == OVERVIEW else _in(event, room)
    asking = next((one for one in cards if one in _asking(event, scene.instant)), None)
    outcome = current(scene.polls, [one.id for one in here])
    if asking is None and outcome is None:
        return None
    return voices(
        _qr(ask_link(scene.username, asking.id)) if asking else None,
        scene.asked.get(asking.id) if asking else None,
        outcome,
        scene.instant,
        are_named=scene.manner.names != "none",
    )


def _asking(event: Event, instant: float) -> tuple[Session, ...]:
    return tuple(one for one in event.running(event.local(instant)) if one.questions)


def _next(scene: Scene, session: Session) -> Next:
    event = scene.stored.event
    is_today = session.start.date() == event.local(scene.instant).date()
    day = "" if is_today else f"{short_date(scene.manner.language, session.start.date())}, "
    return Next(full_name(session), f"{day}{clock_time(session.start)}", _place(event, session))


def _place(event: Event, session: Session) -> str:
    room = event.room_of(session)
    return f"{room.name}, {room.floor}" if room.floor else room.name


def _provinces(live: Live, invited: Invited) -> tuple[Province, ...]:
    found = []
    for code, present in live.by_province[:SHOWN_PROVINCES]:
        region = regions.find(code)
        found.append(
            Province(_short(region.name) if region else code, present, invited.by_province.get(code, 0))
        )
    return tuple(found)


def _short(province: str) -> str:
    """As everybody says: DKI Jakarta, DI Yogyakarta."""
    name = province.removeprefix("Provinsi ")
    return name.replace("Daerah Khusus Ibukota", "DKI").replace("Daerah Istimewa", "DI")


def shown_name(name: str, manner: Names) -> str:
    """``Dr. Budi Santoso, M.Si.`` as ``B. S.``; "" where none is to be shown."""
    if manner == "full":
        return name
    words = [word for word in name.partition(",")[0].split() if word[0].isalpha() and "." not in word]
    return "" if manner == "none" else " ".join(f"{word[0].upper()}." for word in words[:SHOWN_INITIALS])


@lru_cache(maxsize=64)
def _qr(target: str) -> Markup:
    """Medium correction: projectors blur, and phones look from aside."""
    svg = segno.make_qr(target, error="m").svg_inline(border=2, omitsize=True)
    return Markup(svg)  # noqa: S704 - segno's own drawing
