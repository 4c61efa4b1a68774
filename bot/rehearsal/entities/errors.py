"""What Telegram answers when a text's markup or entities are wrong."""

from __future__ import annotations


class ParseError(Exception):
    """The markup is wrong; ``str(error)`` is what follows ``Bad Request: can't parse entities: ``.

    Offsets in the message count bytes of UTF-8.
    """

    @property
    def description(self) -> str:
        """All that follows ``Bad Request: ``."""
        return f"can't parse entities: {self}"


class EntityError(ParseError):
    """A given entity does not fit its text; ``str(error)`` is all that follows ``Bad Request: ``."""

    @property
    def description(self) -> str:
        return str(self)
