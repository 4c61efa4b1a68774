"""The event file as far as it can be understood.

The rules read drafts rather than the event model, so that one faulty key hides no other fault: what a
draft cannot make sense of is None, and the rules on shape speak of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.checks.document import Document
from data.checks.finding import Spot
from data.checks.wording import quoted

Table = Mapping[str, Any]
NOT_PROSE = frozenset({"id", "code", "timezone", "kind", "role", "room", "file", "session", "shows"})
"""Keys whose texts are for the bot, not for people."""


@dataclass(frozen=True)
class Draft:
    """One table of the file and where it stands."""

    table: Table
    spot: Spot

    def at(self, key: str) -> Spot:
        return (*self.spot, key)

    def text(self, key: str) -> str | None:
        """The text at the key without blanks around it; None when there is none."""
        value = self.table.get(key)
        return (value.strip() or None) if isinstance(value, str) else None

    def flag(self, key: str) -> bool:
        return self.table.get(key) is True

    def number(self, key: str) -> int | None:
        value = self.table.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        value = self.table.get(key)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    def moment(self, key: str) -> datetime | None:
        """The local time at the key, without a zone."""
        value = self.table.get(key)
        return value if isinstance(value, datetime) and value.tzinfo is None else None

    def texts(self, key: str) -> list[tuple[Spot, str]]:
        """The texts of a list with their spots."""
        values = self.table.get(key)
        items = enumerate(values) if isinstance(values, list) else ()
        return [((*self.at(key), index), item) for index, item in items if isinstance(item, str)]

    def drafts(self, key: str) -> tuple[Draft, ...]:
        """The tables of a list."""
        values = self.table.get(key)
        items = enumerate(values) if isinstance(values, list) else ()
        return tuple(Draft(item, (*self.at(key), index)) for index, item in items if isinstance(item, dict))

    def draft(self, key: str) -> Draft:
        """The table inside this one; an empty one when there is none."""
        value = self.table.get(key)
        return Draft(value if isinstance(value, dict) else {}, self.at(key))

    @property
    def id(self) -> str | None:
        return self.text("id")

    @property
    def position(self) -> int:
        """Its place in the list, counted from 1."""
        return int(self.spot[-1]) + 1

    @property
    def label(self) -> str:
        """How other findings call this table."""
        return quoted(self.id) if self.id else f"number {self.position}"


class EventDraft:
    """A whole file."""

    def __init__(self, document: Document) -> None:
        self.tables = document.tables
        self.folder = document.path.parent
        root = Draft(document.tables, ())
        self.event = root.draft("event")
        self.venue = self.event.draft("venue")
        self.rooms = root.drafts("rooms")
        self.sessions = root.drafts("sessions")
        self.faq = root.drafts("faq")
        self.survey = root.drafts("survey")
        self.polls = root.drafts("polls")
