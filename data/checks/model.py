"""From the tables of an event file to the event model."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from data.event import Event

LISTS = ("rooms", "sessions", "faq", "survey", "polls")
"""The lists beside ``[event]``; the model has them inside the event."""


def zone_named(name: object) -> ZoneInfo | None:
    """The IANA time zone of that name, or None."""
    if not isinstance(name, str):
        return None
    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError):  # unknown, not a plain relative path, a folder of zones
        return None


def event_of(tables: Mapping[str, Any]) -> Event:
    """The event, its sessions in order of start. Raises pydantic's ValidationError."""
    event = Event.model_validate(_model_input(tables), strict=True)
    in_order = sorted(event.sessions, key=lambda session: session.start)
    return event.model_copy(update={"sessions": tuple(in_order)})


def _model_input(tables: Mapping[str, Any]) -> dict[str, Any]:
    event = tables.get("event")
    fields = (
        {key: value for key, value in event.items() if key not in LISTS} if isinstance(event, dict) else {}
    )
    zone = zone_named(fields.get("timezone")) or UTC
    lists = {name: _prepared(tables[name], zone) for name in LISTS if name in tables}
    return fields | lists


def _prepared(value: object, zone: tzinfo, depth: int = 0) -> object:
    """The value with tuples for lists and the zone on local times, as deep as the model goes."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=zone)
    if depth > 4:
        return value
    if isinstance(value, list):
        return tuple(_prepared(item, zone, depth + 1) for item in value)
    if isinstance(value, dict):
        return {key: _prepared(item, zone, depth + 1) for key, item in value.items()}
    return value
