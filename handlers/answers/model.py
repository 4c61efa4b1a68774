"""What the engine answers: which thing was asked about which sessions, never how it is worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.answers.conversation import Conversation, Facet
from handlers.texts import Language

Role = Literal["narasumber", "moderator"]
Aspect = Literal[
    "start",
    "end",
    "duration",
    "remaining",
    "count",
    "audience",
    "dates",
    "venue",
    "theme",
    "host",
    "title",
    "room",
]
"""What exactly of a facet: the end of a session, how many there are, the whole meeting's dates, …"""

Tone = Literal["greeting", "thanks", "acknowledgement", "farewell", "identity", "apology"]
Action = Literal["attendance", "ask_speaker", "reminders", "feedback", "certificate"]
"""What the bot does itself, elsewhere: the answer leads there."""


@dataclass(frozen=True)
class Topic:
    """Something the event can answer about: offered when the question was not understood for sure."""

    kind: Literal["session", "faq"]
    id: str


@dataclass(frozen=True)
class Answer:
    facet: Facet
    language: Language
    conversation: Conversation | None
    """What to hand in with the chat's next question."""
    sessions: tuple[str, ...] = ()
    """Ids in order of start."""
    faq: str | None = None
    confident: bool = False
    also: tuple[Facet, ...] = ()
    """Further things asked in the same question ("jam berapa dan di mana")."""
    aspect: Aspect | None = None
    day: date | None = None
    zone: str | None = None
    """IANA name of the zone the times were asked in, if it is not the event's own."""
    roles: tuple[Role, ...] = ()
    """Only speakers in these roles were asked for; empty: all."""
    speakers: tuple[str, ...] = ()
    """Names of the speakers asked for; empty: all."""
    room: str | None = None
    tone: Tone | None = None
    action: Action | None = None
    parts: tuple[Answer, ...] = ()
    """The answers it is made of, when the text asks about several things ("… dan password wifi apa?")."""
    alternatives: tuple[Topic, ...] = ()
    """The nearest topics, best first; for unknown questions and for a choice between readings."""
    explanation: tuple[str, ...] = ()
    """How the engine came to its answer, a line a step, for the organiser's eyes."""
