"""Polls and quizzes. A poll is one, however many messages show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Message

FIRST_POLL_ID = 5_000_000_000_000_000_000


@dataclass(slots=True, eq=False)
class Poll:
    bot_id: int
    fixed: Json
    """A Poll of the Bot API without what votes change."""
    options: list[Json]
    """PollOptions without ``voter_count``."""
    secret: Json = field(default_factory=dict)
    """Right answers and explanation of a quiz: shown to its bot always, to voters after their vote."""
    votes: dict[int, list[int]] = field(default_factory=dict)
    voters: dict[int, Json] = field(default_factory=dict)
    places: list[tuple[Chat, Message]] = field(default_factory=list)
    """The messages that show the poll."""
    closes_at: float | None = None
    closed: bool = False

    def copied(self, poll_id: str, bot_id: int) -> Poll:
        """The same poll anew, open and without votes."""
        fixed = {
            name: value for name, value in self.fixed.items() if name not in {"open_period", "close_date"}
        }
        return Poll(bot_id, fixed | {"id": poll_id}, self.options, self.secret)

    @property
    def id(self) -> str:
        return str(self.fixed["id"])

    @property
    def allows_multiple_answers(self) -> bool:
        return bool(self.fixed["allows_multiple_answers"])

    @property
    def is_quiz(self) -> bool:
        return bool(self.fixed["type"] == "quiz")

    @property
    def body(self) -> Json:
        """A Poll of the Bot API as it stands."""
        counts = [
            sum(index in chosen for chosen in self.votes.values()) for index in range(len(self.options))
        ]
        options = [
            option | {"voter_count": count} for option, count in zip(self.options, counts, strict=True)
        ]
        return {
            **self.fixed,
            "options": options,
            "total_voter_count": len(self.votes),
            "is_closed": self.closed,
            **self.secret,
        }
