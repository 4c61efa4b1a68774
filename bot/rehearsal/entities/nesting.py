"""What becomes of a text with given entities: cleaned, trimmed, and the entities made to nest.

Source: TDLib, fix_formatted_text in MessageEntity.cpp.
"""

from __future__ import annotations

from bisect import bisect_right

from bot.rehearsal.entities.cleaning import clean, trim
from bot.rehearsal.entities.errors import EntityError
from bot.rehearsal.entities.given import accepted
from bot.rehearsal.entities.kinds import (
    CLOSED,
    QUOTES,
    SPLITTABLE,
    Entity,
    end_of,
    in_order,
    without_overlaps,
)
from bot.rehearsal.entities.offsets import is_well_formed
from bot.rehearsal.entities.splitting import split


def fix(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text and the entities as Telegram takes them: cleaned, trimmed, sorted, split so that they nest.

    Control characters become spaces; entities of kinds that only Telegram makes are dropped.
    Raises EntityError when an entity has no valid place in the text, or a link Telegram refuses.
    """
    if not is_well_formed(text):
        raise EntityError("strings must be encoded in UTF-8")
    nested = _nested(accepted(entities))
    text, nested = clean(text, nested)
    return trim(text, _nested(nested))


def merge(entities: list[Entity], found: list[Entity]) -> list[Entity]:
    """Given entities and found ones; found ones give way. ``found`` is sorted and does not overlap."""
    entities = _nested([entity for entity in entities if entity["length"] > 0])
    if not found:
        return entities
    splittable, quotes, others = _sorted_out(entities)
    return _joined(splittable, quotes, others + _beside(_inside(found, quotes), others))


def _nested(entities: list[Entity]) -> list[Entity]:
    """The entities sorted, and cut or dropped where they do not nest."""
    entities = in_order(entities)
    if _is_nested(entities):
        return entities
    splittable, quotes, others = _sorted_out(entities)
    quotes = without_overlaps(quotes)
    return _joined(splittable, quotes, _inside(without_overlaps(others), quotes))


def _is_nested(entities: list[Entity]) -> bool:
    outer: list[Entity] = []
    ends: dict[str, int] = {}
    for entity in entities:
        while outer and entity["offset"] >= end_of(outer[-1]):
            outer.pop()
        if outer and not _may_stand_inside(entity, outer):
            return False
        if entity["type"] in SPLITTABLE:
            if ends.get(entity["type"], -1) >= entity["offset"]:
                return False
            ends[entity["type"]] = end_of(entity)
        outer.append(entity)
    return True


def _may_stand_inside(entity: Entity, outer: list[Entity]) -> bool:
    """Text styles around it are refused, so that all of them get cut in one way."""
    kinds = {around["type"] for around in outer}
    if end_of(entity) > end_of(outer[-1]) or kinds & (CLOSED | frozenset(SPLITTABLE)):
        return False
    if entity["type"] in SPLITTABLE:
        return True
    return kinds <= QUOTES and entity["type"] not in QUOTES


def _sorted_out(entities: list[Entity]) -> tuple[list[Entity], list[Entity], list[Entity]]:
    """Text styles, quotations and all others."""
    splittable = [entity for entity in entities if entity["type"] in SPLITTABLE]
    quotes = [entity for entity in entities if entity["type"] in QUOTES]
    others = [entity for entity in entities if entity["type"] not in {*SPLITTABLE, *QUOTES}]
    return splittable, quotes, others


def _inside(entities: list[Entity], quotes: list[Entity]) -> list[Entity]:
    """Those that cross no border of a quotation and hold none. Neither list overlaps in itself."""
    ends = [end_of(quote) for quote in quotes]
    kept = []
    for entity in entities:
        nearest = quotes[bisect_right(ends, entity["offset"]) :][:1]
        if all(_holds(quote, entity) or quote["offset"] >= end_of(entity) for quote in nearest):
            kept.append(entity)
    return kept


def _holds(quote: Entity, entity: Entity) -> bool:
    return bool(quote["offset"] <= entity["offset"]) and end_of(entity) <= end_of(quote)


def _beside(entities: list[Entity], others: list[Entity]) -> list[Entity]:
    """Those that overlap none of the others. Neither list overlaps in itself."""
    ends = [end_of(other) for other in others]
    kept = []
    for entity in entities:
        position = bisect_right(ends, entity["offset"])
        if position == len(others) or others[position]["offset"] >= end_of(entity):
            kept.append(entity)
    return kept


def _joined(splittable: list[Entity], quotes: list[Entity], others: list[Entity]) -> list[Entity]:
    whole = in_order(others + quotes)
    return in_order(whole + split(splittable, whole))
