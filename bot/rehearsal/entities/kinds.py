"""The kinds of entities, their order, and what may stand inside what (TDLib, MessageEntity.cpp)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Entity = dict[str, Any]
"""A MessageEntity of the Bot API: type, offset, length in UTF-16 units, and what the type needs."""

Span = tuple[str, int, int]
"""A kind of entity, and where in a Python string it begins and ends."""

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
"""Those that can be cut in pieces without changing what a reader sees."""

QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CLOSED = frozenset({"code", "pre", "date_time"})
"""Nothing stands inside them."""

EXPLICIT = frozenset({*SPLITTABLE, *QUOTES, *CLOSED, "text_link", "text_mention", "custom_emoji"})
"""Those a sender can ask for; all others are found by Telegram itself."""

_PRIORITIES = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_AUTOMATIC_PRIORITY = 50


def end_of(entity: Entity) -> int:
    """The first UTF-16 unit behind the entity."""
    return int(entity["offset"]) + int(entity["length"])


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """Sorted by start, the longer first, then by what is the outer one."""
    return sorted(entities, key=_sort_key)


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """Of sorted entities, those that start behind the end of the last one kept."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity["offset"] >= end_of(kept[-1]):
            kept.append(entity)
    return kept


def _sort_key(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _priority(entity)


def _priority(entity: Entity) -> int:
    if entity["type"] == "pre":
        return 10 if entity.get("language") else 11
    return _PRIORITIES.get(entity["type"], _AUTOMATIC_PRIORITY)
