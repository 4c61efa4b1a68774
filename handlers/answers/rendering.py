"""An ``Answer`` in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from markupsafe import Markup

from data.event import Event, Session, Speaker
from handlers.answers.conversation import Facet
from handlers.answers.model import Answer, Aspect
from handlers.texts import Texts


class Row(NamedTuple):
    """A session as an answer shows it: in the event's zone, and in the zone asked for if it is another."""

    session: Session
    room: str
    floor: str | None
    start: datetime
    end: datetime
    asked_start: datetime | None
    asked_end: datetime | None
    minutes: int
    minutes_left: int
    """Until it starts or, once it runs, until it ends; negative when it is over."""
    is_running: bool
    speakers: tuple[Speaker, ...]


def render(answer: Answer, event: Event, now: datetime, texts: Texts) -> Markup:
    """Telegram HTML: the thing asked first and bold, then one line of context."""
    if answer.language == "en":
        event = event.in_english
    if answer.parts:
        return Markup("\n\n").join(render(part, event, now, texts) for part in answer.parts)
    if answer.faq is not None:
        return texts("answers.faq", entry=event.faq_entry(answer.faq))
    if answer.facet == "smalltalk":
        return texts("answers.smalltalk", tone=answer.tone)
    if not answer.confident:
        topics = _topics(answer, event)
        return texts("answers.unknown", action=answer.action, topics=topics, asks=event.takes_questions)
    if not answer.sessions and answer.aspect in _ABOUT_EVENT:
        return _about_event(answer, event, texts)
    return _about_sessions(answer, event, now, texts)


_ABOUT_EVENT = frozenset({"venue", "dates", "theme", "host", "title", "room"})


def _about_event(answer: Answer, event: Event, texts: Texts) -> Markup:
    room = next((room for room in event.rooms if room.id == answer.room), None)
    aspects = [answer.aspect, *(_ASPECT_OF[facet] for facet in answer.also if facet in _ASPECT_OF)]
    told = [texts("answers.about_event", aspect=aspect, event=event, room=room) for aspect in aspects]
    return Markup("\n").join(told)


_ASPECT_OF: Mapping[Facet, Aspect] = {"when": "dates", "where": "venue"}


def _topics(answer: Answer, event: Event) -> list[str]:
    named = (
        event.faq_entry(topic.id) if topic.kind == "faq" else event.session(topic.id)
        for topic in answer.alternatives
    )
    return [
        entry.title if isinstance(entry, Session) else entry.question.rstrip("?") for entry in named if entry
    ]


def _about_sessions(answer: Answer, event: Event, now: datetime, texts: Texts) -> Markup:
    rows = [_row(answer, event, now, session) for session in map(event.session, answer.sessions) if session]
    coming = [_row(answer, event, now, session) for session in event.upcoming(now)]
    arguments = _ARGUMENTS.get(answer.facet, _rows_only)(answer, rows, coming)
    main = texts(f"answers.{answer.facet}", **arguments)
    further = [_further(facet, answer, rows, texts) for facet in answer.also]
    cancelled = [row.session for row in rows if row.session.cancelled]
    first = [texts("answers.cancelled", sessions=cancelled)] if cancelled else []
    return Markup("\n").join([*first, main, *(text for text in further if text)])


def _further(facet: Facet, answer: Answer, rows: Sequence[Row], texts: Texts) -> Markup:
    """What else was asked. Times, rooms and titles stand in every answer."""
    if facet not in ("who", "materials", "what"):
        return Markup()
    return texts(f"answers.{facet}", **_ARGUMENTS.get(facet, _rows_only)(answer, rows, ()))


_Arguments = Callable[[Answer, Sequence[Row], Sequence[Row]], Mapping[str, object]]


def _rows_only(answer: Answer, rows: Sequence[Row], coming: Sequence[Row]) -> Mapping[str, object]:
    del answer, coming
    return {"rows": rows}


def _with_aspect(answer: Answer, rows: Sequence[Row], coming: Sequence[Row]) -> Mapping[str, object]:
    del coming
    return {"rows": rows, "aspect": answer.aspect}


def _with_coming(answer: Answer, rows: Sequence[Row], coming: Sequence[Row]) -> Mapping[str, object]:
    del answer
    return {"rows": rows, "coming": coming}


def _with_day(answer: Answer, rows: Sequence[Row], coming: Sequence[Row]) -> Mapping[str, object]:
    del coming
    return {"rows": rows, "day": answer.day}


_ARGUMENTS: Mapping[Facet, _Arguments] = {
    "when": _with_aspect,
    "what": _with_aspect,
    "who": _with_aspect,
    "now": _with_coming,
    "day": _with_day,
}


def _row(answer: Answer, event: Event, now: datetime, session: Session) -> Row:
    room = event.room_of(session)
    zone = ZoneInfo(answer.zone) if answer.zone else None
    is_running = session.is_running(now)
    target = session.end if is_running else session.start
    return Row(
        session=session,
        room=room.name,
        floor=room.floor,
        start=session.start.astimezone(event.zone),
        end=session.end.astimezone(event.zone),
        asked_start=session.start.astimezone(zone) if zone else None,
        asked_end=session.end.astimezone(zone) if zone else None,
        minutes=_minutes(session.end - session.start),
        minutes_left=_minutes(target - now),
        is_running=is_running,
        speakers=tuple(speaker for speaker in session.speakers if _is_asked_for(answer, session, speaker)),
    )


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def _is_asked_for(answer: Answer, session: Session, speaker: Speaker) -> bool:
    """Filters by role and by name, as far as the session has anyone left then."""
    in_role = [s for s in session.speakers if not answer.roles or s.role in answer.roles]
    named = [s for s in in_role if s.name in answer.speakers]
    return speaker in (named or in_role)
