"""Several questions in one text, each about something of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from handlers.answers.asides import ASKING
from handlers.answers.model import Answer
from handlers.answers.question import Question
from handlers.answers.reading import Reading, Situation
from handlers.answers.vocabulary.listing import word_set

_CONNECTORS = word_set("dan sama terus lalu sekalian serta and also plus kemudian juga kalau sedangkan")
_MAX_PLACES = 8
_MAX_WORDS = 60
_MORE_THAN_WHICH = ("when", "date", "where", "who", "file", "duration")


class Understood(NamedTuple):
    """A question with its readings, best first."""

    situation: Situation
    readings: list[Reading]

    @property
    def is_sure(self) -> bool:
        return bool(self.readings) and self.readings[0].is_confident

    def doubted(self) -> Understood:
        """The same, with nothing of it sure."""
        return self._replace(readings=[replace(reading, is_possible=False) for reading in self.readings])

    @property
    def is_clear(self) -> bool:
        """Sure, and not only because of the talk before or of a title that happens to be said."""
        if not self.is_sure:
            return False
        question = self.situation.question
        if self.readings[0].kind == "context":
            return question.has("now", "speak") and not self.situation.is_continued
        asks = self.situation.asked.is_explicit or question.has("thing", "which", "events")
        asks = asks or any(token.is_asked for token in question.tokens)
        return asks or self.readings[0].kind in ("faq", "occasion", "event")

    @property
    def stands_alone(self) -> bool:
        """Asks something of its own, and is understood for sure."""
        best = self.readings[0] if self.readings else None
        if best is None or not best.is_confident or best.kind not in ("faq", "named"):
            return False
        names_only = self.situation.question.has("which") and not self.situation.question.has(
            *_MORE_THAN_WHICH
        )
        if best.faq is not None:
            return self.situation.question.has(*ASKING) or not self.situation.question.has("end")
        return self.situation.asked.is_explicit and not names_only

    @property
    def subject(self) -> tuple[object, ...]:
        best = self.readings[0]
        return best.faq, best.sessions


def places_to_part(question: Question) -> list[int]:
    """Where a second question may begin: at a connector or behind a question word, between two of them."""
    asking = [tag for tag in question.cues if tag.name in ASKING or tag.name == "end"]
    if len(asking) < 2 or len(question.tokens) > _MAX_WORDS:
        return []
    first, last = min(tag.end for tag in asking), max(tag.start for tag in asking)
    connectors = [p for p, token in enumerate(question.tokens) if p >= first and token.word in _CONNECTORS]
    ends = [
        tag.end
        for tag in asking
        if tag.end < last and (tag.name != "topic" or question.tokens[tag.end - 1].word == "apa")
    ]
    places = dict.fromkeys(place for place in (*connectors, *ends) if first <= place <= last)
    return list(places)[:_MAX_PLACES]


def joined(answers: Sequence[Answer]) -> Answer:
    """One answer of several: the first, with the sessions and the FAQ entry that the others are about."""
    first = answers[0]
    if len(answers) == 1:
        return first
    sessions = dict.fromkeys(name for answer in answers for name in answer.sessions)
    faq = next((answer.faq for answer in answers if answer.faq), None)
    steps = (step for answer in answers for step in answer.explanation)
    return replace(first, sessions=tuple(sessions), faq=faq, parts=tuple(answers), explanation=tuple(steps))
