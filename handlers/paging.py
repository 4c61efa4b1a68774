"""Long lists a page at a time, long texts in several messages: what Telegram takes, and a screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from handlers.callback import StaleButtonError, number
from handlers.screen import Rows, button
from handlers.texts import plain, units

T = TypeVar("T")

PAGE_ENTRIES = 12
MESSAGE_UNITS = 4096
"""UTF-16 units of a message after its markup is read (Bot API)."""


@dataclass(frozen=True)
class Page(Generic[T]):
    entries: Sequence[T]
    shown: int
    pages: int


def page_of(entries: Sequence[T], argument: str, size: int = PAGE_ENTRIES) -> Page[T]:
    """The page a button names; beyond the last it is the last. Raises StaleButtonError for no number."""
    shown, pages = shown_page(argument, len(entries), size)
    return Page(entries[(shown - 1) * size : shown * size], shown, pages)


def shown_page(argument: str, total: int, size: int) -> tuple[int, int]:
    """The number of the page, and of how many."""
    wanted = number(argument)
    if wanted < 1:
        raise StaleButtonError
    pages = max(1, -(-total // size))
    return min(wanted, pages), pages


def turns(shown: int, pages: int, action: str, *arguments: str | int) -> Rows:
    """The buttons to the page before and the page after; the page's number is their last argument."""
    row = []
    if shown > 1:
        row.append(button(f"◀ {shown - 1}/{pages}", action, *arguments, shown - 1))
    if shown < pages:
        row.append(button(f"{shown + 1}/{pages} ▶", action, *arguments, shown + 1))
    return (tuple(row),) if row else ()


def pieces(text: Markup, limit: int = MESSAGE_UNITS) -> list[Markup]:
    """The text in as many messages as it needs, cut between lines; our markup does not reach over lines."""
    if units(plain(text)) <= limit:
        return [text]
    found: list[Markup] = []
    current = Markup()
    for line in text.split("\n"):
        longer = current + "\n" + line if current else line
        if current and units(plain(longer)) > limit:
            found.append(current)
            longer = line
        current = longer
    return [*found, current]
