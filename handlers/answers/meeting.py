"""Readings about the meeting as a whole, or one of its rooms."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from data.event import Event, Session, starting_together
from handlers.answers.index import Index
from handlers.answers.model import Aspect
from handlers.answers.occasions import default_day, edge
from handlers.answers.question import Question
from handlers.answers.reading import (
    CUE,
    SURE_OF_A_FACT,
    SURE_OF_EVERY_WORD,
    Reading,
    Situation,
    can_tell,
    is_of_another_meeting,
)
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.weighing import unexplained


class Meeting:
    """Reads questions about place, dates, theme and host of the meeting, and about its rooms."""

    def __init__(self, event: Event, index: Index) -> None:
        self._event = event
        self._index = index

    def about_event(self, situation: Situation) -> Reading | None:
        question, asked = situation.question, situation.asked
        if situation.reference.is_direct or (question.has("now", "next") and not question.has("date")):
            return None
        aspect = self._event_aspect(situation)
        speaks_of_somebody = question.has("speak") and bool(question.words & {"pak", "bu", "bapak", "ibu"})
        if (
            aspect is None
            or speaks_of_somebody
            or is_of_another_meeting(question)
            or _asks_what_is_near(question)
        ):
            return None
        if aspect == "dates" and question.has("start", "end") and not question.has("date"):
            return self._edge_of_event(situation)
        return Reading(
            facet=asked.main if asked.main in ("when", "where", "who") else "what",
            explained=2.0
            + 0.5 * _names_both(question)
            + 0.5 * bool(_spoken(question, _ABOUT_MEETING | _WHOLE_MEETING))
            + 0.5 * (question.has("date") and bool(_spoken(question, _WHOLE_MEETING))),
            left_over=unexplained(question, self._index, _spoken(question, _ABOUT_MEETING)),
            aspect=aspect,
            threshold=SURE_OF_A_FACT if _names_both(question) else SURE_OF_EVERY_WORD,
            used=_spoken(question, _ABOUT_MEETING | _MEETING),
            reason=f"the meeting's {aspect}",
            kind="event",
        )

    def _event_aspect(self, situation: Situation) -> Aspect | None:
        """What of the meeting is asked: the first that fits."""
        question, main = situation.question, situation.asked.main
        words, time = question.words, question.time
        is_of_meeting = not _MEETING.isdisjoint(words)
        is_of_day = time.day is not None and not (time.hours or time.point)
        asks_place = main == "where" or (is_of_meeting and question.has("which") and "hotel" in words)
        fitting: tuple[tuple[Aspect | None, bool], ...] = (
            ("title", is_of_meeting and main == "what" and not _TITLE.isdisjoint(words)),
            ("dates", is_of_meeting and _is_length(question)),
            (None, main == "who" and "punya" in words and words.isdisjoint(_GATHERING)),
            ("host", main == "who" and not _HOLDS.isdisjoint(words)),
            ("venue", asks_place and (is_of_day or (is_of_meeting and not (time.hours or time.point)))),
            (None, asks_place),
            ("dates", main == "when" and not _GATHERING.isdisjoint(words)),
            ("theme", main == "what" and not _THEME.isdisjoint(words) and self._event.theme is not None),
            ("host", not _HOST.isdisjoint(words)),
            ("venue", "hotel" in words and question.has("thing", "which")),
        )
        return next((aspect for aspect, fits in fitting if fits), None)

    def _edge_of_event(self, situation: Situation) -> Reading:
        """ "rakor selesai kapan" asks of the meeting, "acara selesai jam berapa" of this day."""
        question, sessions = situation.question, self._edge_sessions(situation)
        return Reading(
            facet="when",
            explained=2.0 + CUE * question.has("events"),
            left_over=unexplained(question, self._index, ()),
            sessions=sessions,
            is_possible=bool(sessions),
            aspect=situation.asked.aspect,
            threshold=SURE_OF_EVERY_WORD,
            reason="first or last of the day",
        )

    def _edge_sessions(self, situation: Situation) -> tuple[Session, ...]:
        question, event = situation.question, self._event
        if question.time.day or _WHOLE_MEETING.isdisjoint(question.words):
            day = question.time.day or default_day(event, situation.now)
            return edge(question, event.sessions_on(day))
        closing = tuple(session for session in event.sessions if session.kind == "closing")
        return edge(question, closing if closing and question.has("end") else event.sessions)

    def about_room(self, situation: Situation) -> Reading | None:
        room, question = situation.reference.room, situation.question
        if room is None or situation.reference.is_direct:
            return None
        left_over = unexplained(situation.question, self._index, room.positions)
        if situation.asked.main == "where":
            return Reading(
                "where",
                3.0,
                left_over,
                aspect="room",
                room=room.id,
                used=room.positions,
                threshold=SURE_OF_EVERY_WORD,
                reason=f"room {room.id}",
            )
        inside = [session for session in self._event.sessions if session.room == room.id]
        day = question.time.day
        here = [s for s in inside if day is None or s in self._event.sessions_on(day)]
        remaining = here if day else [s for s in here if s.end > situation.now]
        return Reading(
            facet=situation.asked.main,
            explained=3.0,
            left_over=left_over,
            sessions=tuple(remaining) if day else starting_together(remaining),
            is_possible=bool(remaining) and can_tell(situation.asked, situation.asked.main, remaining),
            threshold=SURE_OF_EVERY_WORD,
            room=room.id,
            used=room.positions,
            reason=f"in room {room.id}",
        )


_MEETING = word_set(
    """
    rakor rapat acara kegiatan forum meeting event hotel gedung venue rakornas rakortek raker rakernas
    pertemuan
    """
)
_WHOLE_MEETING = _MEETING - {"acara", "kegiatan", "hotel", "gedung", "venue"}
_GATHERING = _MEETING - {"hotel", "gedung", "venue"}
_HOST = frozenset({"penyelenggara", "host", "organizer", "organiser", "selenggara"})
_HOLDS = frozenset(
    {
        "mengadakan",
        "selenggara",
        "menyelenggarakan",
        "organizes",
        "hosts",
        "hosting",
        "gelar",
        "punya",
        "hajat",
    }
)
_THEME = frozenset({"tema", "theme"})
_TITLE = frozenset({"nama", "namanya", "judul", "title", "name", "called"})


def _names_both(question: Question) -> bool:
    """ "tema besar rakor kali ini": the meeting, and what is asked of it."""
    facts = _HOST | _HOLDS | _THEME
    return bool(_spoken(question, facts)) and bool(_spoken(question, _WHOLE_MEETING))


def _asks_what_is_near(question: Question) -> bool:
    """ "tempat jogging dekat hotel di mana": the hotel is only what it is near to."""
    return any(tag.name == "nearby" for tag in question.themes)


def _is_length(question: Question) -> bool:
    """ "berapa hari"."""
    pairs = {(a.word, b.word) for a, b in pairwise(question.tokens)}
    return bool(pairs & {("berapa", "hari"), ("many", "day"), ("many", "days")})


_ABOUT_MEETING = _HOST | _HOLDS | _TITLE | _THEME | {"hari", "days", "alamat", "address"}


def _spoken(question: Question, words: Collection[str]) -> frozenset[int]:
    return frozenset(p for p, token in enumerate(question.tokens) if not set(words).isdisjoint(token.forms))
