"""What the committee has taught: texts that the engine did not know by itself, and what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from data.event import Event
from handlers.answers.conversation import Conversation, Facet
from handlers.answers.engine import Engine
from handlers.answers.facets import asked
from handlers.answers.lessons import Lesson, key_of
from handlers.answers.model import Answer, Topic
from handlers.answers.question import Question
from handlers.answers.reading import FACETS_OF_SESSIONS, can_tell
from handlers.answers.tongue import language_of_text
from handlers.texts import Language

_SLIP_FROM, _TWO_SLIPS_FROM = 6, 10
"""Letters of the shorter word from which one and two slips of the finger are forgiven."""
_LONGEST = 500
"""Characters beyond which a text is no other wording of a question."""
_ASKING = frozenset({"where", "when", "who", "start", "end", "duration", "remaining", "date"})
"""What can be asked of one session: each of these is answered in its own way."""
_DECIDING = _ASKING | {"count", "amount", "not"}


@dataclass(frozen=True)
class _Gist:
    """What of a text tells it from others, however it is worded."""

    words: tuple[str, ...]
    named: frozenset[str]
    cues: frozenset[str]

    def is_like(self, other: _Gist, topic: Topic) -> bool:
        """Whether the texts say the same; of a session, different things may be asked."""
        ignored = _ASKING if topic.kind == "session" else frozenset()
        return (
            self.named == other.named
            and self.cues - ignored == other.cues - ignored
            and bool(self.words or self.named)
            and _covers(self.words, other.words)
            and _covers(other.words, self.words)
        )


class TaughtEngine:
    """The engine of an event, with the lessons beside it: they speak where it is not sure."""

    def __init__(self, event: Event, lessons: Iterable[Lesson] = ()) -> None:
        self._event = event
        self._engine = Engine(event)
        self._lessons = [lesson for lesson in lessons if self._has(lesson.topic)]
        self._topics = {key: lesson.topic for lesson in self._lessons if (key := key_of(lesson.text))}

    def answer(
        self,
        text: str,
        now: datetime,
        context: Conversation | None = None,
        language: Language | None = None,
        default: Language = "id",
    ) -> Answer:
        """The best reading of ``text`` at ``now`` (aware). Never raises, whatever the text."""
        answer = self._engine.answer(text, now, context, language, default)
        if answer.confident or not self._lessons:
            return answer
        topic = self._topics.get(key_of(text)) or self._topic_like(text, now)
        return self.about(topic, text, now, language, default) if topic else answer

    def about(
        self,
        topic: Topic,
        text: str,
        now: datetime,
        language: Language | None = None,
        default: Language = "id",
    ) -> Answer:
        """What ``text`` asks, answered about that topic of the event."""
        question = self._engine.read(text, now)
        spoken = language or language_of_text(question.tokens, default)
        if topic.kind == "faq":
            conversation = Conversation("faq", (), now)
            return Answer("faq", spoken, conversation, faq=topic.id, confident=True)
        facet, is_told = self._facet(question, topic)
        wanted = asked(question)
        return Answer(
            facet,
            spoken,
            Conversation(facet, (topic.id,), now),
            sessions=(topic.id,),
            confident=True,
            also=wanted.also if is_told else (),
            aspect=wanted.aspect if is_told and wanted.aspect != "count" else None,
            roles=wanted.roles if facet == "who" else (),
            explanation=(f"taught or chosen: {topic.kind} {topic.id}",),
        )

    def _facet(self, question: Question, topic: Topic) -> tuple[Facet, bool]:
        """The facet asked for, where the session can tell it; else what it is about."""
        wanted, session = asked(question), self._event.session(topic.id)
        is_told = wanted.main in FACETS_OF_SESSIONS and session is not None
        if is_told and session and can_tell(wanted, wanted.main, [session]):
            return wanted.main, True
        return "what", False

    def _has(self, topic: Topic) -> bool:
        found = self._event.faq_entry if topic.kind == "faq" else self._event.session
        return found(topic.id) is not None

    def _topic_like(self, text: str, now: datetime) -> Topic | None:
        if len(text) > _LONGEST:
            return None
        gist = _gist(self._engine.read(text, now))
        return next((topic for known, topic in self._gists if gist.is_like(known, topic)), None)

    @cached_property
    def _gists(self) -> list[tuple[_Gist, Topic]]:
        moment = datetime.combine(self._event.first_day, datetime.min.time(), self._event.zone)
        return [(_gist(self._engine.read(lesson.text, moment)), lesson.topic) for lesson in self._lessons]


def _gist(question: Question) -> _Gist:
    words = tuple(question.tokens[position].stem for position in question.content)
    return _Gist(words, frozenset(_named(question)), question.cue_names & _DECIDING)


def _named(question: Question) -> Iterator[str]:
    """Kinds of session, numbers of them, and every figure: what may not differ."""
    yield from (tag.name for tag in question.subjects)
    yield from (f"{found.noun} {found.value}" for found in question.numbered)
    yield from (token.surface for token in question.tokens if any(map(str.isdecimal, token.surface)))


def _covers(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether each of the words is among the others, perhaps misspelt."""
    return all(any(_is_same(word, other) for other in others) for word in words)


def _is_same(word: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - costs 10 ms, and nothing may have been taught

    shorter = min(len(word), len(other))
    slips = (shorter >= _SLIP_FROM) + (shorter >= _TWO_SLIPS_FROM)
    return OSA.distance(word, other, score_cutoff=slips) <= slips
