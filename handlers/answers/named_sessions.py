"""Readings about sessions that the question, or the talk before it, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.event import Event, Session, starting_together
from handlers.answers.conversation import Facet
from handlers.answers.index import Index
from handlers.answers.model import Topic
from handlers.answers.question import Question
from handlers.answers.reading import (
    CUE,
    FACETS_OF_SESSIONS,
    SURE,
    SURE_OF_A_TITLE,
    SURE_OF_EVERY_WORD,
    WEAK_TERMS,
    Reading,
    Situation,
    can_tell,
    facet_asked,
    is_about_session,
)
from handlers.answers.resolve import Reference, Resolver
from handlers.answers.weighing import unexplained

_MAX_LISTED = 4


class NamedSessions:
    """Reads questions about named sessions of one event."""

    def __init__(self, event: Event, index: Index, resolver: Resolver) -> None:
        self._event = event
        self._index = index
        self._resolver = resolver

    def about(self, situation: Situation) -> Reading | None:
        reference, asked = situation.reference, situation.asked
        if reference.is_missing:
            return Reading(
                "unknown", 3.0, 0.0, is_possible=False, reason="names what the event does not have"
            )
        if not reference.sessions or not reference.strength:
            return None
        facet = facet_asked(situation)
        left_over = unexplained(situation.question, self._index, reference.used)
        reading = Reading(
            facet=facet,
            explained=reference.strength + CUE * asked.is_explicit,
            left_over=left_over,
            sessions=reference.sessions,
            is_possible=is_about_session(situation) and can_tell(asked, facet, reference.sessions),
            threshold=self._threshold(situation, facet),
            aspect=asked.aspect,
            speakers=reference.speakers,
            reason=f"sessions by {'name' if reference.is_direct else 'topic'}: {reference.strength:.2f}",
        )
        return self._with_rivals(reading, reference)

    @staticmethod
    def _with_rivals(reading: Reading, reference: Reference) -> Reading:
        if reference.is_direct or not reference.rivals:
            return reading
        near = (*reference.sessions, *reference.rivals)[:_MAX_LISTED]
        return replace(reading, rivals=tuple(Topic("session", session.id) for session in near))

    @staticmethod
    def _threshold(situation: Situation, facet: Facet) -> float:
        asked, reference = situation.asked, situation.reference
        if facet == "what" and not asked.is_explicit:
            return SURE_OF_A_TITLE
        if (
            facet == "who"
            and not reference.is_direct
            and not asked.roles
            and not situation.question.has("speak")
        ):
            return SURE_OF_EVERY_WORD
        return SURE

    def beside_another(self, situation: Situation) -> Reading | None:
        """ "setelah makan siang apa", "sebelum penutupan"."""
        question = situation.question
        cue = question.cue("after") or question.cue("before")
        if cue is None:
            return None
        everything = range(len(question.tokens))
        anchor_words = range(cue.end, question.end_of_reference(cue.end))
        anchor = self._resolver.find(question, situation.now, ignoring=set(everything) - set(anchor_words))
        if not anchor.sessions or not anchor.is_direct:
            return None
        head = self._resolver.find(question, situation.now, ignoring={*cue.span, *anchor_words})
        pool = head.candidates if head.is_direct else self._event.sessions
        sessions = _beside(pool, anchor.sessions[0], after=cue.name == "after")
        facet = situation.asked.main if situation.asked.main in FACETS_OF_SESSIONS else "day"
        used = anchor.used | head.used
        return Reading(
            facet=facet,
            explained=anchor.strength + head.strength + 2 * CUE,
            left_over=unexplained(situation.question, self._index, used),
            sessions=sessions,
            is_possible=can_tell(situation.asked, facet, sessions),
            aspect=situation.asked.aspect,
            reason=f"{cue.name} {anchor.sessions[0].id}",
        )

    def followed_up(self, situation: Situation) -> Reading | None:
        if situation.reference.is_direct or situation.reference.strength >= WEAK_TERMS:
            return None
        asked, question = situation.asked, situation.question
        facet = facet_asked(situation)
        sessions = self._meant_by_context(situation)
        number_places = question.bare_number[1] if question.bare_number else frozenset()
        if not sessions or not (asked.is_explicit or question.has("follow")) or question.time.is_specific:
            return None
        return Reading(
            facet=facet,
            explained=2.5,
            left_over=unexplained(question, self._index, situation.reference.used | number_places),
            sessions=sessions,
            is_possible=can_tell(asked, facet, sessions),
            aspect=asked.aspect,
            threshold=SURE_OF_EVERY_WORD,
            reason="continues the conversation",
        )

    def _meant_by_context(self, situation: Situation) -> tuple[Session, ...]:
        context = situation.context
        if context is not None and situation.is_continued and context.sessions:
            known = (self._event.session(session_id) for session_id in context.sessions)
            before = tuple(session for session in known if session)
            return self._renumbered(situation.question, before) or before
        if situation.asked.main == "materials":
            return tuple(session for session in self._event.sessions if session.materials)
        running = self._event.running(situation.now)
        return tuple(s for s in running if s.speakers) if situation.asked.main == "who" else ()

    def _renumbered(self, question: Question, before: Sequence[Session]) -> tuple[Session, ...]:
        """ "kalau yang ketiga?" after panel 2 is panel 3."""
        if question.bare_number is None or not before:
            return ()
        number, _ = question.bare_number
        series = {
            noun for entry in self._index.sessions if entry.session == before[0] for noun, _ in entry.labels
        }
        return tuple(
            entry.session
            for entry in self._index.sessions
            if any((noun, number) in entry.labels for noun in series)
        )


def _beside(pool: Sequence[Session], anchor: Session, *, after: bool) -> tuple[Session, ...]:
    """What starts right after the anchor's end, or the last that started before it."""
    if after:
        return starting_together([session for session in pool if session.start >= anchor.end])
    earlier = [session for session in pool if session.start < anchor.start]
    last = max((session.start for session in earlier), default=None)
    return tuple(session for session in earlier if session.start == last)
