"""Removing from a text what Telegram does not keep, and moving its entities along.

Source: TDLib, clean_input_string_with_entities and fix_formatted_text in MessageEntity.cpp.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from bot.rehearsal.entities.errors import EntityError
from bot.rehearsal.entities.kinds import Entity, end_of, in_order
from bot.rehearsal.entities.offsets import byte_offset, utf16_length, utf16_offsets

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_REMOVED = re.compile(r"[\r\u2028-\u202e\u0333\u033f\u030a]")
"""Carriage returns, line separators and directions, and combining lines that run over other text."""

_DIRECTION_BEFORE_DIRECTION = re.compile(r"[\u200e\u200f](?=[\u200e\u200f])")
_SPACE = " \n"


def clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without control characters, with the entities where they belong; empty ones are dropped.

    Raises EntityError for an entity that starts or ends inside a character or behind the text.
    """
    _check_places(text, entities)
    removed = list(_REMOVED.finditer(text))
    if removed:
        offsets = utf16_offsets(text)
        entities = _moved(entities, [offsets[match.start()] for match in removed])
    return clean_text(text), entities


def clean_text(text: str) -> str:
    """Control characters become spaces, and what could hide other text goes."""
    text = _CONTROL.sub(" ", _REMOVED.sub("", text))
    return _DIRECTION_BEFORE_DIRECTION.sub("\u200c", text)


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at the end, and at the start up to the first entity."""
    text = text.rstrip(_SPACE)
    length = utf16_length(text)
    entities = [_clipped(entity, length) for entity in entities if entity["offset"] < length]
    entities = in_order(entities)
    first = entities[0]["offset"] if entities else length
    skipped = min(len(text) - len(text.lstrip(_SPACE)), first)
    return text[skipped:], [{**entity, "offset": entity["offset"] - skipped} for entity in entities]


def _clipped(entity: Entity, length: int) -> Entity:
    return {**entity, "length": min(entity["length"], length - entity["offset"])}


def _moved(entities: list[Entity], removed: list[int]) -> list[Entity]:
    moved = []
    for entity in entities:
        begin = entity["offset"] - bisect_left(removed, entity["offset"])
        end = end_of(entity) - bisect_left(removed, end_of(entity))
        if end > begin:
            moved.append({**entity, "offset": begin, "length": end - begin})
    return moved


def _check_places(text: str, entities: list[Entity]) -> None:
    """Complains, in TDLib's order, of borders inside characters, of begins and of ends behind the text."""
    offsets = utf16_offsets(text)
    _check_borders(text, entities, offsets)
    length = offsets[-1]
    for entity in entities:
        if entity["offset"] > length:
            raise EntityError(f"entity begins after the end of the text at UTF-16 offset {entity['offset']}")
    for entity in reversed(entities):
        if end_of(entity) > length:
            what = f"entity beginning at UTF-16 offset {entity['offset']}"
            raise EntityError(f"{what} ends after the end of the text at UTF-16 offset {end_of(entity)}")


def _check_borders(text: str, entities: list[Entity], offsets: Sequence[int]) -> None:
    ends = [(end_of(entity), f"beginning at UTF-16 offset {entity['offset']} ends") for entity in entities]
    begins = [(entity["offset"], "begins") for entity in entities]
    for border, what in sorted([*reversed(ends), *begins], key=itemgetter(0)):
        after = bisect_left(offsets, border)
        if after < len(offsets) and offsets[after] != border:
            where = byte_offset(text, after)
            raise EntityError(f"entity {what} in a middle of a UTF-16 symbol at byte offset {where}")
