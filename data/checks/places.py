"""The names and the order of spots in an event file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import Any, cast

from data.checks.finding import Spot
from data.checks.wording import quoted

USABLE_ID = re.compile(r"[a-z0-9-]{1,32}")
BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")


def place_of(tables: Mapping[str, Any], spot: Spot) -> str:
    """``sessions.panel-1.start``; by position, counted from 0, where there is no usable id."""
    name = ""
    node: object = tables
    for depth, part in enumerate(spot):
        node = inside(node, part)
        if isinstance(part, str):
            name += ("." if name else "") + _key_name(part)
        else:
            identifier = _usable_id(node) if depth == 1 else None
            name += f".{identifier}" if identifier else f"[{part}]"
    return name


def rank_of(tables: Mapping[str, Any], spot: Spot) -> tuple[int, ...]:
    """Sorts spots in the order of the file; a missing key counts as standing behind those of its table."""
    rank: list[int] = []
    node: object = tables
    for part in spot:
        if isinstance(part, int):
            rank.append(part)
        else:
            keys = list(node) if isinstance(node, dict) else []
            rank.append(keys.index(part) if part in keys else len(keys))
        node = inside(node, part)
    return tuple(rank)


def value_at(tables: Mapping[str, Any], spot: Spot) -> object:
    """What the file has at the spot, or None."""
    return reduce(inside, spot, cast(object, tables))


def inside(node: object, part: str | int) -> object:
    """What a table or list holds at a key or position; None when it holds nothing there."""
    if isinstance(part, int):
        return node[part] if isinstance(node, list) and part < len(node) else None
    return node.get(part) if isinstance(node, dict) else None


def _key_name(key: str) -> str:
    return key if BARE_KEY.fullmatch(key) else quoted(key)


def _usable_id(node: object) -> str | None:
    identifier = node.get("id") if isinstance(node, dict) else None
    return identifier if isinstance(identifier, str) and USABLE_ID.fullmatch(identifier) else None
