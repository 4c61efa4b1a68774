"""The engine: free text in, ``Answer`` out."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import get_args

from data.event import Event
from handlers.answers.conversation import Conversation
from handlers.answers.facets import Asked, asked
from handlers.answers.index import Index
from handlers.answers.language import Language as Vocabulary
from handlers.answers.model import Action, Answer, Tone, Topic
from handlers.answers.normalise import words
from handlers.answers.question import Question
from handlers.answers.reading import Reading, Situation
from handlers.answers.readings import Reader
from handlers.answers.tongue import language_of_text
from handlers.answers.when import TimeReader
from handlers.texts import Language

_MAX_ALTERNATIVES = 3
_WORTH_OFFERING = 0.7
"""A reading that explains less of the question is no help."""
_MAX_WORDS_AROUND_A_NOD = 3
"""More words around a "tidak" or "ya" say something else."""
_TONES: tuple[Tone, ...] = get_args(Tone)


class Engine:
    """Understands questions about one event."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._vocabulary = Vocabulary()
        self._vocabulary.normaliser.learn(self._event_words())
        self._index = Index(event, self._vocabulary)
        self._reader = Reader(event, self._index)
        self._times = TimeReader(event.days)

    def read(self, text: str, now: datetime) -> Question:
        """The text taken apart, whatever it is about."""
        local = now.astimezone(self._event.zone)
        return Question(text, local, self._vocabulary, self._index, self._times)

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
        question = Question(text, local, self._vocabulary, self._index, self._times)
        spoken = language or language_of_text(question.tokens, default)
        tone = _tone(text, question)
        if tone is not None:
            return Answer(
                "smalltalk", spoken, context, confident=True, tone=tone, explanation=(f"smalltalk: {tone}",)
            )
        wanted = asked(question)
        situation = self._reader.situation(question, wanted, local, context)
        readings = self._reader.readings(situation)
        return self._answered(situation, readings, spoken)

    def _event_words(self) -> set[str]:
        event = self._event
        texts = [event.title, event.short_title, event.host, event.venue.name, event.venue.city]
        texts += [room.name for room in event.rooms]
        for entry in event.faq:
            texts += [entry.question, entry.answer, *entry.keywords]
        for session in event.sessions:
            texts += [session.title, session.description or "", session.audience or "", *session.topics]
            texts += [material.title for material in session.materials]
            texts += [
                part or ""
                for speaker in session.speakers
                for part in (speaker.name, speaker.title, speaker.organization)
            ]
        return {standard for text in texts for _, standard in words(text)}

    def _answered(self, situation: Situation, readings: list[Reading], language: Language) -> Answer:
        explanation = (*_explained(situation), *(_described(reading) for reading in readings))
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
        return question.zone if question.zone != self._event.timezone else None


def _tone(text: str, question: Question) -> Tone | None:
    """The tone of a text that asks nothing."""
    if not question.tokens:
        is_sign = any(unicodedata.category(sign) in ("So", "Sk") for sign in text)
        return "acknowledgement" if is_sign else None
    spoken = {position for tag in question.smalltalk for position in tag.span}
    idle = (
        position in spoken or question.is_filler(position) or question.is_background(position)
        for position in range(len(question.tokens))
    )
    if question.subjects or question.numbered or not all(idle):
        return None
    asks = question.has(*_ASKING)
    if (asks or question.time.is_specific) and not any(tag.name == "identity" for tag in question.smalltalk):
        return None
    named = {tag.name for tag in question.smalltalk}
    if named == {"acknowledgement"} and len(question.tokens) - len(spoken) > _MAX_WORDS_AROUND_A_NOD:
        return None
    if not named:
        return "greeting" if "tanya" in question.words else None
    return next(tone for tone in _BY_WEIGHT if tone in named)


_ASKING = ("where", "when", "who", "materials", "now", "next", "agenda", "which", "end", "amount", "duration")
_BY_WEIGHT: tuple[Tone, ...] = ("identity", "thanks", "farewell", "greeting", "apology", "acknowledgement")


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
    question, wanted = situation.question, situation.asked
    return (
        "words: " + " ".join(token.word for token in question.tokens),
        f"asks: {_described_facets(wanted)}",
        "content: " + " ".join(question.tokens[position].stem for position in question.content),
    )


def _described_facets(wanted: Asked) -> str:
    return " + ".join((wanted.main, *wanted.also)) + ("" if wanted.is_explicit else " (guess)")


def _described(reading: Reading) -> str:
    subject = reading.faq or ", ".join(session.id for session in reading.sessions) or "-"
    verdict = "sure" if reading.is_confident else "not sure"
    return f"{reading.facet} {subject}: {verdict}, {reading.certainty:.0%} explained ({reading.reason})"
