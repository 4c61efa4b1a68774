"""What the engine remembers between two questions of one chat."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

Facet = Literal[
    "when", "where", "who", "what", "materials", "now", "next", "day", "faq", "smalltalk", "unknown"
]

MEMORY = timedelta(minutes=15)
"""After this long a short question ("di mana?") is no longer about the one before it."""


@dataclass(frozen=True)
class Conversation:
    """The last answer, as far as a follow-up can refer to it."""

    facet: Facet
    sessions: tuple[str, ...]
    at: datetime

    def is_fresh(self, now: datetime) -> bool:
        return timedelta() <= now - self.at <= MEMORY

    def to_json(self) -> str:
        return json.dumps({"facet": self.facet, "sessions": self.sessions, "at": self.at.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> Conversation:
        """Raises ValueError (or its subclass) for anything that ``to_json`` did not write."""
        try:
            values = json.loads(text)
            facet, sessions = values["facet"], tuple(map(str, values["sessions"]))
            at = datetime.fromisoformat(values["at"])
        except (KeyError, TypeError) as error:
            raise ValueError("not a conversation written by this engine") from error
        if facet not in get_args(Facet) or at.tzinfo is None:
            raise ValueError("not a conversation written by this engine")
        return cls(facet=facet, sessions=sessions, at=at)
