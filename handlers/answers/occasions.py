"""Readings about a time: now, next, a day or a part of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from data.event import Event, Session
from handlers.answers.choosing import at_time
from handlers.answers.conversation import Facet
from handlers.answers.index import Index
from handlers.answers.question import Question
from handlers.answers.reading import (
    CUE,
    FACETS_OF_SESSIONS,
    SURE_OF_A_GUESS,
    SURE_OF_EVERY_WORD,
    Reading,
    Situation,
    can_tell,
    is_of_another_meeting,
)
from handlers.answers.weighing import unexplained

_QUALIFIED = 1.5
"""More for a noun right behind "jadwal"."""
_MORE = 0.5
""" "masih ada acara lain hari ini" asks for what is still to come, not for the day."""
_SPELT_OUT = 3
"""Words of a phrase that names what is asked for: "masih ada acara", "sekarang lagi apa"."""


class Occasions:
    """Reads questions about what happens at a time."""

    def __init__(self, event: Event, index: Index) -> None:
        self._event = event
        self._index = index

    def about_present(self, situation: Situation) -> Reading | None:
        question, now = situation.question, situation.now
        moment = question.time
        is_elsewhen = moment.hours or moment.point or moment.day not in (None, now.date())
        is_elsewhen = is_elsewhen or question.has("date") or is_of_another_meeting(question)
        if situation.reference.is_direct or not question.has("now", "next", "previous") or is_elsewhen:
            return None
        if question.has("previous") and not question.has("now", "next"):
            return self._about_past(situation)
        is_next = question.has("next") and not (question.has("now") and "masih" in question.words)
        sessions = self._event.upcoming(now) if is_next else self._event.running(now)
        if situation.reference.room and not is_next:
            sessions = tuple(s for s in sessions if s.room == situation.reference.room.id)
        asks_more = situation.asked.main in FACETS_OF_SESSIONS
        facet: Facet = situation.asked.main if asks_more else "next" if is_next else "now"
        room_used = situation.reference.room.positions if situation.reference.room else frozenset()
        return Reading(
            facet=facet,
            explained=2.0
            + CUE
            * (
                question.has("events", "agenda", "which", "thing", "materials", "file")
                or _is_spelt_out(question)
            )
            + _MORE * (moment.day is not None),
            left_over=unexplained(situation.question, self._index, room_used),
            sessions=sessions,
            is_possible=not situation.asked.is_amount
            and (not asks_more or (bool(sessions) and can_tell(situation.asked, facet, sessions))),
            threshold=SURE_OF_A_GUESS,
            aspect=situation.asked.aspect,
            used=room_used | question.places("now", "next"),
            reason="next" if is_next else "now",
        )

    def _about_past(self, situation: Situation) -> Reading | None:
        """ "materi sesi barusan"."""
        asked, now = situation.asked, situation.now
        facet: Facet = asked.main if asked.main in (*FACETS_OF_SESSIONS, "what") else "what"
        begun = [s for s in self._event.sessions if s.start <= now and can_tell(asked, facet, [s])]
        over = [session for session in begun if session.end <= now] or begun
        sessions = tuple(session for session in over if session.end == max(s.end for s in over))
        return Reading(
            facet=facet,
            explained=2.0 + CUE,
            left_over=unexplained(situation.question, self._index, situation.reference.used),
            sessions=sessions,
            is_possible=bool(sessions) and not asked.is_amount,
            threshold=SURE_OF_A_GUESS,
            aspect=asked.aspect,
            used=situation.question.places("previous"),
            reason="the one before",
        )

    def about_day(self, situation: Situation) -> Reading | None:
        question, moment, asked = situation.question, situation.question.time, situation.asked
        if moment.no_such_day:
            return Reading("unknown", 3.0, 0.0, is_possible=False, reason="no such day")
        is_of_agenda = question.has("agenda") or _asks_of_all_days(question)
        if situation.reference.is_direct or not (moment.is_specific or is_of_agenda):
            return None
        if question.has("next") and moment.day == situation.now.date() and not (moment.hours or moment.point):
            return None
        day, sessions = self._sessions_at(situation)
        facet: Facet = "day"
        if asked.main == "when" and question.has("when", "start", "end", "remaining") and sessions:
            facet, sessions = "when", edge(question, sessions)
        elif asked.main == "where" and (
            moment.point or (moment.hours and len({s.room for s in sessions}) == 1)
        ):
            facet = "where"
        elif asked.main in ("who", "materials"):
            facet, sessions = (
                asked.main,
                tuple(s for s in sessions if can_tell(asked, asked.main, [s])),
            )
        room_words = situation.reference.room.positions if situation.reference.room else frozenset()
        left_over = unexplained(question, self._index, room_words) + _QUALIFIED * self._is_of_another_agenda(
            question
        )
        noun = question.has("agenda", "events", "which", "all") or "agenda" in question.words
        cue = noun or question.has("thing", "start", "end")
        return Reading(
            facet=facet,
            explained=2.0 + CUE * cue,
            left_over=left_over,
            sessions=sessions,
            is_possible=not asked.is_amount
            and ((facet == "day" and asked.main != "where") or (facet != "day" and bool(sessions))),
            threshold=SURE_OF_A_GUESS if noun else SURE_OF_EVERY_WORD,
            aspect=asked.aspect,
            day=day,
            used=room_words | moment.used | question.places("agenda"),
            reason=f"day {day or 'all'}",
        )

    def _is_of_another_agenda(self, question: Question) -> bool:
        """ "jadwal imsak"."""
        cue = question.cue("agenda")
        place = cue.end if cue else -1
        while 0 <= place < len(question.tokens) and question.is_background(place):
            place += 1
        if place not in question.content or question.is_background(place) or question.is_soft(place):
            return False
        return self._index.name_terms.isdisjoint(question.tokens[place].forms)

    def _sessions_at(self, situation: Situation) -> tuple[date | None, tuple[Session, ...]]:
        question, moment, now = situation.question, situation.question.time, situation.now
        if not moment.is_specific and question.has("all"):
            return None, self._event.sessions
        if moment.day is None and moment.point is None:
            moment = replace(moment, day=default_day(self._event, now))
        point = moment.point
        day = point.date() if point else moment.day
        sessions = at_time(self._event.sessions, moment)
        if situation.reference.room:
            sessions = [session for session in sessions if session.room == situation.reference.room.id]
        return day, tuple(sessions)


def _asks_of_all_days(question: Question) -> bool:
    """ "tiga hari ini ada acara apa saja"."""
    return question.has("all") and question.has("events") and not question.words.isdisjoint(("hari", "days"))


def _is_spelt_out(question: Question) -> bool:
    return any(tag.name in ("now", "next") and tag.end - tag.start >= _SPELT_OUT for tag in question.cues)


def default_day(event: Event, now: datetime) -> date:
    """Today, or the first day before the meeting; the last after it."""
    return min(max(now.date(), event.first_day), event.last_day)


def edge(question: Question, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Asked when a day starts or ends: its first or last session."""
    return sessions[-1:] if question.has("end") and not question.has("start") else sessions[:1]
