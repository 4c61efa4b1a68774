"""Tables, keys and types: what the event model accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.checks.draft import EventDraft
from data.checks.finding import Issues, Spot, error
from data.checks.model import LISTS, event_of
from data.checks.places import value_at
from data.checks.shape_wording import complaint, unknown_key


def shape(draft: EventDraft) -> Issues:
    """Everything that keeps the tables from being an event."""
    yield from _unknown_tables(draft.tables)
    yield from _event_table(draft.tables)
    yield from _model_errors(draft.tables)


def _unknown_tables(tables: Mapping[str, Any]) -> Issues:
    for name in tables:
        if name not in ("event", *LISTS):
            yield error((name,), unknown_key((name,)))


def _event_table(tables: Mapping[str, Any]) -> Issues:
    event = tables.get("event")
    if event is None:
        yield error(("event",), "the table [event] is missing: begin the file with it")
    elif not isinstance(event, dict):
        yield error(("event",), "must be one table: write [event]")
    else:
        for name in LISTS:
            if name in event:
                yield error(("event", name), unknown_key(("event", name)))


def _model_errors(tables: Mapping[str, Any]) -> Issues:
    has_event = isinstance(tables.get("event"), dict)
    for details in _refusals(tables):
        spot = _spot(details["loc"])
        if (spot[0] != "event" or has_event) and not _is_derived(tables, spot):
            yield error(spot, complaint(details, spot, value_at(tables, spot)))


def _refusals(tables: Mapping[str, Any]) -> list[ErrorDetails]:
    try:
        event_of(tables)
    except ValidationError as exc:
        return exc.errors(include_url=False, include_input=False)
    return []


def _spot(location: Iterable[str | int]) -> Spot:
    """The model has the lists inside the event, the file beside it."""
    spot = tuple(location)
    return spot if spot[0] in LISTS else ("event", *spot)


def _is_derived(tables: Mapping[str, Any], spot: Spot) -> bool:
    """Whether the key is not in the file: ``mandatory`` takes the value of a faulty ``attendance``."""
    return spot[-1] == "mandatory" and value_at(tables, spot) is None
