"""How findings quote what the file says. Whatever stands in the file, a finding stays one short line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from difflib import get_close_matches

QUOTE_LENGTH = 60
SPEAKABLE_NUMBER = 10**18
"""Python refuses to write out whole numbers of more than 4300 digits."""


def printable(text: str) -> str:
    """The text on one line, with control characters and lone surrogates written as escapes."""
    return "".join(sign if sign.isprintable() else _escape(sign) for sign in text)


def _escape(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


def quoted(text: str) -> str:
    """The text in quotes, its blanks collapsed, cut where it is long."""
    line = printable(" ".join(text.split()))
    return f'"{line}"' if len(line) <= QUOTE_LENGTH else f'"{line[: QUOTE_LENGTH - 1]}…"'


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """``a, b and c``"""
    *head, last = names
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def described(value: object) -> str:
    """A value of the file as its author would recognise it."""
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, (bool, int, float)):
        return _number(value)
    if isinstance(value, (datetime, date, time)):
        return f"the {_time_word(value)} {value.isoformat()}"
    return "a list" if isinstance(value, list) else "a table"


def _number(value: float) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "a huge number" if abs(value) >= SPEAKABLE_NUMBER else f"the number {value}"


def _time_word(value: date | time) -> str:
    if isinstance(value, datetime):
        return "date and time"
    return "date" if isinstance(value, date) else "clock time"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a misspelt word most likely meant."""
    by_folded = {choice.casefold(): choice for choice in choices}
    # A long word cannot be a slip of a short one, and comparing it would take time.
    matches = get_close_matches(word.casefold()[:100], by_folded, n=1, cutoff=0.65)
    return by_folded[matches[0]] if matches else None
