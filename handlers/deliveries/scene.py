"""What a message is put into words with, and what comes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from data.anonymity import Anonymity
from data.database import Database, Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.outbox import Delivery
from data.reminder_plan import Rules
from data.reports.attendance.roll import Letterhead
from handlers.screen import Document, Screen, Upload
from handlers.texts import Texts


@dataclass(frozen=True)
class Call:
    """A Bot API method with JSON-able parameters."""

    method: str
    parameters: Mapping[str, Any]
    upload: Upload | None = None
    """The file of a sendDocument."""


@dataclass(frozen=True)
class Later:
    """Not now: the message may be sent from that instant on."""

    not_before: float


@dataclass(frozen=True)
class Means:
    """What the bot has, for as long as it runs, to put messages into words with."""

    database: Database
    rules: Rules
    anonymity: Anonymity
    letterhead: Letterhead


@dataclass(frozen=True)
class Scene:
    """What one message is put into words with."""

    means: Means
    stored: StoredEvent
    now: float
    texts: Texts

    @property
    def reads(self) -> Reads:
        return self.means.database.lookups

    @property
    def rules(self) -> Rules:
        return self.means.rules

    @property
    def event(self) -> Event:
        return self.stored.event


Composer = Callable[[Scene, Delivery], Awaitable[Screen | Document | Call | Later | None]]


def sessions_of(event: Event, ids: list[str]) -> list[Session]:
    """Those that are still in the agenda."""
    return [session for session_id in ids if (session := event.session(session_id))]
