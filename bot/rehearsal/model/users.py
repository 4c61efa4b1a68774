"""People with an account."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.rehearsal.model import Json

FIRST_USER_ID = 700_000_001


@dataclass(slots=True, eq=False)
class User:
    profile: Json
    """A User of the Bot API."""
    phone_number: str
    blocked: set[int] = field(default_factory=set)
    """Ids of the bots that this person has blocked."""
    deactivated: bool = False
    location: Json = field(default_factory=dict)
    """Where this person is, for buttons that ask for it."""

    @property
    def id(self) -> int:
        return int(self.profile["id"])

    @property
    def language(self) -> str:
        return str(self.profile.get("language_code", ""))


def chat_of(profile: Json) -> Json:
    """The private chat with this person, as a Chat of the Bot API."""
    chat: Json = {"id": profile["id"], "type": "private"}
    return chat | {name: profile[name] for name in ("username", "first_name", "last_name") if name in profile}
