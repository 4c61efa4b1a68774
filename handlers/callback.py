"""The codec of callback data: ``action`` or ``action:argument:…``, 64 bytes at most (Bot API)."""

from __future__ import annotations

MAX_BYTES = 64
SEPARATOR = ":"


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
