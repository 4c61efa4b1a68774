"""One way to understand a question, and what decides whether it is good enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

from data.event import Session
from handlers.answers.conversation import Conversation, Facet
from handlers.answers.facets import Asked
from handlers.answers.model import Aspect, Topic
from handlers.answers.question import Question
from handlers.answers.resolve import Reference
from handlers.answers.vocabulary.listing import word_set

FACETS_OF_SESSIONS: tuple[Facet, ...] = ("when", "where", "who", "materials")
CUE = 1.0
"""What a question word adds to a reading that answers it."""
SURE = 0.6
SURE_OF_A_THEME = 0.66
SURE_OF_A_FACT = 0.7
SURE_OF_A_TOPIC = 0.72
"""For a session named by one word of its topic, beside which another word names something else.

Measured with the questions about other events: half of what 0.6 lets through ("keamanan siber" for a session
on public order), and one of 250 right answers.
"""
SURE_OF_A_GUESS = 0.74
SURE_OF_A_TITLE = 0.78
"""For "what" without a word that asks it: one word more, and something of the session is asked for."""
SURE_OF_ONE_WORD = 0.87
"""For the same where a topic's word alone says which session."""
SURE_OF_EVERY_WORD = 0.84
_WHOLE_TITLE = 4.0
"""Of a topic of which so much is said, "siapa" asks who speaks."""
WEAK_TERMS = 0.75
"""Words of a topic below this strength name nothing."""


@dataclass(frozen=True)
class Reading:
    """One way to understand a question."""

    facet: Facet
    explained: float
    left_over: float
    sessions: tuple[Session, ...] = ()
    faq: str | None = None
    is_possible: bool = True
    """The event holds what is asked for."""
    threshold: float = SURE
    aspect: Aspect | None = None
    day: date | None = None
    speakers: tuple[str, ...] = ()
    room: str | None = None
    rivals: tuple[Topic, ...] = field(default_factory=tuple)
    reason: str = ""
    used: frozenset[int] = frozenset()
    """Positions of the tokens that speak for it."""
    kind: Literal["faq", "theme", "named", "occasion", "event", "context"] = "occasion"
    """What made it: a FAQ entry's words or theme, sessions named, a time, the meeting, the talk before."""

    @property
    def certainty(self) -> float:
        total = self.explained + self.left_over
        return self.explained / total if total else 0.0

    @property
    def is_confident(self) -> bool:
        return self.is_possible and not self.rivals and self.certainty >= self.threshold

    @property
    def rank(self) -> tuple[bool, float]:
        return self.is_confident, self.explained - self.left_over


class Situation(NamedTuple):
    """One question at one moment of one chat."""

    question: Question
    asked: Asked
    now: datetime
    context: Conversation | None
    reference: Reference

    @property
    def is_continued(self) -> bool:
        return self.context is not None and self.context.is_fresh(self.now)


def is_of_another_meeting(question: Question) -> bool:
    """ "rakor berikutnya kapan"."""
    return question.has("next") and not _MEETINGS.isdisjoint(question.words)


_MEETINGS = word_set("rakor rapat forum rakornas rakortek raker rakernas pertemuan meeting")


class Attempt(Protocol):
    """A reader of one kind of question; None when the question is not of its kind."""

    def __call__(self, situation: Situation, /) -> Reading | None: ...


def facet_asked(situation: Situation) -> Facet:
    """The facet asked for; "kalau panel 3?" asks what was asked before."""
    asked, context = situation.asked, situation.context
    continues = situation.is_continued and situation.question.has("follow") and not asked.is_explicit
    if continues and context and context.facet in (*FACETS_OF_SESSIONS, "what"):
        return context.facet
    return asked.main


def can_tell(asked: Asked, facet: Facet, sessions: Sequence[Session]) -> bool:
    """Whether the event file holds that facet of these sessions."""
    if asked.is_amount:
        return False
    if facet == "who":
        speakers = [speaker for session in sessions for speaker in session.speakers]
        return any(not asked.roles or speaker.role in asked.roles for speaker in speakers)
    if facet == "materials":
        return any(session.materials for session in sessions)
    return True


_SESSION_CUES = (
    "topic",
    "which",
    "events",
    "materials",
    "file",
    "audience",
    "talk",
    "role_narasumber",
    "role_moderator",
    "speak",
)
_WORLDLY = frozenset(
    {"kapan", "when", "di", "where", "ke", "tempat", "tempatnya", "lokasi", "lokasinya", "mana", "saja"}
)


def is_about_session(situation: Situation) -> bool:
    """Whether a question that names only words of a topic asks for the session, not for the topic.

    "Yang bahas pemilu jam berapa" does; "kapan pemilu" asks the world.
    """
    reference = situation.reference
    if reference.is_direct or not reference.strength:
        return True
    if reference.strength < WEAK_TERMS:
        return False
    return _speaks_of_a_session(situation) or (situation.asked.is_explicit and _asks_the_agenda(situation))


def _speaks_of_a_session(situation: Situation) -> bool:
    question, reference = situation.question, situation.reference
    return (
        question.has(*_SESSION_CUES)
        or reference.by_speaker
        or reference.room is not None
        or reference.is_of_agenda
        or not question.session_nouns.isdisjoint(reference.used)
        or (question.has("define") and reference.is_spelt_out)
        or (question.has("who") and reference.strength >= _WHOLE_TITLE)
    )


def _asks_the_agenda(situation: Situation) -> bool:
    """ "jam berapa" and "di ruang mana" do, "kapan" and "di mana" may ask the world."""
    question = situation.question
    cues = [tag for tag in question.cues if tag.name in ("when", "where")]
    cues = cues or [tag for tag in question.cues if tag.name in _ASKING_OF_TIME]
    is_worldly = all(question.tokens[place].word in _WORLDLY for tag in cues for place in tag.span)
    follows_yang = any(
        question.tokens[place - 1].word == "yang" for place in situation.reference.used if place
    )
    return follows_yang or not is_worldly


_ASKING_OF_TIME = ("start", "end", "duration", "remaining")
