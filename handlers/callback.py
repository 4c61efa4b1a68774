"""The codec of callback data: ``action`` or ``action:argument:…``, 64 bytes at most (Bot API)."""

from __future__ import annotations

from data.errors import RakorError

MAX_BYTES = 64
MAX_DIGITS = 18
"""A longer number is none of ours, and more than SQLite holds."""

SEPARATOR = ":"


class StaleButtonError(RakorError):
    """A button, or forged data, that means nothing (any more)."""


def encode(action: str, *arguments: str | int) -> str:
    """Raises ValueError for data that Telegram would refuse or ``decode`` would not give back."""
    parts = [action, *map(str, arguments)]
    data = SEPARATOR.join(parts)
    if len(data.encode()) > MAX_BYTES or any(SEPARATOR in part for part in parts):
        raise ValueError(f"not fit for callback data: {data!r}")
    return data


def decode(data: str) -> tuple[str, tuple[str, ...]]:
    """Action and arguments; anything can stand in there, callback data are never trusted."""
    action, *arguments = data.split(SEPARATOR)
    return action, tuple(arguments)


def number(argument: str) -> int:
    """A natural number among the arguments. Raises StaleButtonError for anything else."""
    if not (argument.isascii() and argument.isdecimal()) or len(argument) > MAX_DIGITS:
        raise StaleButtonError
    return int(argument)
