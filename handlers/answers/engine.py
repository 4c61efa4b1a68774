"""The engine: free text in, ``Answer`` out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from typing import get_args

from data.event import Event
from handlers.answers.conversation import Conversation
from handlers.answers.facets import Asked, asked
from handlers.answers.index import Index
from handlers.answers.language import Language as Vocabulary
from handlers.answers.model import Action, Answer, Topic
from handlers.answers.normalise import Token
from handlers.answers.parts import Understood, joined, places_to_part
from handlers.answers.question import Question
from handlers.answers.reading import Reading, Situation
from handlers.answers.readings import Reader
from handlers.answers.statements import (
    asking_alone,
    is_of_what_asks,
    without_idle,
    without_signs,
    without_told,
)
from handlers.answers.tones import tone_of
from handlers.answers.tongue import language_of_text
from handlers.answers.when import TimeExpression, TimeReader
from handlers.texts import Language

_MAX_ALTERNATIVES = 3
_MAX_TRIES = 3
"""A text can be parted in so many ways, at most."""
_WORTH_OFFERING = 0.7
"""A reading that explains less of the question is no help."""


@contextmanager
def _without_collection() -> Iterator[None]:
    """While much is built that stays, looking for garbage only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Engine:
    """Understands questions about one event."""

    def __init__(self, event: Event) -> None:
        self._event = event
        with _without_collection():
            self._vocabulary = Vocabulary()
            self._vocabulary.normaliser.learn(self._event_texts())
            self._index = Index(event, self._vocabulary)
        self._vocabulary.normaliser.know(self._index.abbreviations)
        self._reader = Reader(event, self._index)
        self._times = TimeReader(event.days)

    def read(self, text: str, now: datetime) -> Question:
        """The text taken apart, whatever it is about."""
        local = now.astimezone(self._event.zone)
        return self._question(self._vocabulary.read(text), local)

    def answer(
        self,
        text: str,
        now: datetime,
        context: Conversation | None = None,
        language: Language | None = None,
        default: Language = "id",
    ) -> Answer:
        """The best reading of ``text`` at ``now`` (aware). Never raises, whatever the text."""
        local = now.astimezone(self._event.zone)
        tokens = self._vocabulary.read(text)
        spoken = language or language_of_text(tokens, default)
        question = self._question(tokens, local)
        tone = tone_of(text, question)
        if tone is not None:
            return Answer(
                "smalltalk", spoken, context, confident=True, tone=tone, explanation=(f"smalltalk: {tone}",)
            )
        parts = self._asked(question, local, context)
        return joined([self._answered(part, spoken) for part in parts])

    def _question(self, tokens: Sequence[Token], now: datetime) -> Question:
        return Question(tokens, now, self._vocabulary, self._index, self._times)

    def _asked(
        self, question: Question, now: datetime, context: Conversation | None
    ) -> tuple[Understood, ...]:
        """What asks, without what is told beside it; if that does not say all, the whole text."""
        for tokens in without_idle(question, self._index):
            question = self._question(tokens, now)
        for tokens in without_told(question, self._index):
            core = self._understood(self._question(tokens, now), now, context)
            if core.is_clear:
                return self._parts(core) or (core,)
        whole = self._understood(question, now, context)
        parts = self._parts(whole)
        if parts or (whole.is_sure and is_of_what_asks(question, whole.readings[0])):
            return parts or (whole,)
        for tokens in islice((*asking_alone(question), *without_signs(question, self._index)), _MAX_TRIES):
            core = self._understood(self._question(tokens, now), now, context)
            if core.is_clear:
                return (core,)
        return (whole.doubted() if whole.is_sure else whole,)

    def _understood(self, question: Question, now: datetime, context: Conversation | None) -> Understood:
        situation = self._reader.situation(question, asked(question), now, context)
        return Understood(situation, self._reader.readings(situation))

    def _parts(self, whole: Understood) -> tuple[Understood, ...]:
        """The questions of a text that asks about several things, each of which is understood for sure."""
        question, now = whole.situation.question, whole.situation.now
        for place in places_to_part(question):
            first = self._understood(self._question(question.tokens[:place], now), now, None)
            if not first.stands_alone:
                continue
            second = self._understood(self._question(question.tokens[place:], now), now, None)
            if second.stands_alone and second.subject != first.subject:
                return (first, *(self._parts(second) or (second,)))
        return ()

    def _event_texts(self) -> list[str]:
        event = self._event
        texts = [event.title, event.short_title, event.host, event.venue.name, event.venue.city]
        texts += [room.name for room in event.rooms]
        for entry in event.faq:
            texts += [
                entry.question,
                entry.answer,
                *entry.keywords,
                entry.question_en or "",
                entry.answer_en or "",
            ]
        for session in event.sessions:
            texts += [session.title, session.description or "", session.audience or "", *session.topics]
            texts += [session.title_en or "", session.description_en or "", *session.topics_en]
            texts += [material.title for material in session.materials]
            texts += [
                part or ""
                for speaker in session.speakers
                for part in (speaker.name, speaker.title, speaker.organization)
            ]
        return texts

    def _answered(self, understood: Understood, language: Language) -> Answer:
        situation, readings = understood.situation, understood.readings
        explanation = (
            *_explained(situation),
            *(_described(reading) for reading in readings),
            _decision(readings),
        )
        best = readings[0] if readings else None
        if best is None or not best.is_confident:
            return Answer(
                facet="unknown",
                language=language,
                conversation=situation.context,
                action=_action(situation.question),
                alternatives=_alternatives(readings),
                explanation=explanation,
            )
        sessions = tuple(session.id for session in sorted(best.sessions, key=lambda session: session.start))
        return Answer(
            facet=best.facet,
            language=language,
            conversation=Conversation(best.facet, sessions, situation.now),
            sessions=sessions,
            faq=best.faq,
            confident=True,
            also=situation.asked.also if best.faq is None else (),
            aspect=best.aspect,
            day=best.day,
            zone=self._zone(situation.question),
            roles=situation.asked.roles,
            speakers=best.speakers,
            room=best.room,
            explanation=explanation,
        )

    def _zone(self, question: Question) -> str | None:
        return next((zone for zone in question.zones if zone != self._event.timezone), None)


def _action(question: Question) -> Action | None:
    known: tuple[Action, ...] = get_args(Action)
    names = {tag.name for tag in question.actions}
    return next((action for action in known if action in names), None)


def _alternatives(readings: list[Reading]) -> tuple[Topic, ...]:
    """The nearest topics of all readings, best first."""
    topics: dict[Topic, None] = {}
    for reading in readings:
        if reading.explained < _WORTH_OFFERING:
            continue
        topics |= dict.fromkeys(reading.rivals)
        topics |= {Topic("faq", reading.faq): None} if reading.faq else {}
        topics |= {Topic("session", session.id): None for session in reading.sessions}
    return tuple(topics)[:_MAX_ALTERNATIVES]


def _explained(situation: Situation) -> tuple[str, ...]:
    question, wanted, reference = situation.question, situation.asked, situation.reference
    lines = [
        "words: " + " ".join(token.word for token in question.tokens),
        f"asks: {_described_facets(wanted)}",
    ]
    for name, places in (("content", question.content), ("aside", sorted(question.before | question.after))):
        if places:
            lines.append(f"{name}: " + " ".join(question.tokens[place].stem for place in places))
    tags = {
        "cues": question.cues,
        "kinds of session": question.subjects,
        "themes": question.themes,
        "actions": question.actions,
    }
    lines += [
        f"{name}: " + ", ".join(dict.fromkeys(tag.name for tag in found))
        for name, found in tags.items()
        if found
    ]
    if question.numbered:
        lines.append("numbered: " + ", ".join(f"{found.noun} {found.value}" for found in question.numbered))
    if question.time.is_specific:
        lines.append(f"time: {_described_time(question.time)}")
    if reference.room:
        lines.append(f"room: {reference.room.id}")
    if reference.speakers:
        lines.append("speakers: " + "; ".join(reference.speakers))
    return tuple(lines)


def _described_time(moment: TimeExpression) -> str:
    hours = f"{moment.hours[0]}.00-{moment.hours[1]}.00" if moment.hours else None
    parts = (moment.day, hours, moment.point and moment.point.strftime("%Y-%m-%d %H.%M"), moment.tense)
    return ", ".join(str(part) for part in parts if part)


def _described_facets(wanted: Asked) -> str:
    exact = f", {wanted.aspect}" if wanted.aspect else ""
    return " + ".join((wanted.main, *wanted.also)) + exact + ("" if wanted.is_explicit else " (guess)")


def _described(reading: Reading) -> str:
    subject = reading.faq or ", ".join(session.id for session in reading.sessions) or "-"
    verdict = "sure" if reading.is_confident else f"not sure: {_doubt(reading)}"
    weights = f"{reading.explained:.2f} for, {reading.left_over:.2f} against"
    return (
        f"reading: {reading.facet} {subject} ({reading.reason}), {weights},"
        f" {reading.certainty:.0%} of {reading.threshold:.0%} needed; {verdict}"
    )


def _doubt(reading: Reading) -> str:
    if not reading.is_possible:
        return "the event does not say that"
    if reading.rivals:
        return "as near: " + ", ".join(topic.id for topic in reading.rivals)
    return "too much is left unexplained"


def _decision(readings: Sequence[Reading]) -> str:
    if not readings:
        return "decision: nothing of the event is touched"
    return "decision: " + ("the first reading" if readings[0].is_confident else "no reading is sure enough")
