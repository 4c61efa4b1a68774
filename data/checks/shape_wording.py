"""The event model's refusals, said so that an organiser can act on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from pydantic_core import ErrorDetails

from data.checks.finding import Spot
from data.checks.model import LISTS
from data.checks.wording import described, listed, nearest, quoted
from data.event import (
    AttendanceRules,
    Event,
    Faq,
    FormQuestion,
    Kind,
    Material,
    PreparedPoll,
    Room,
    Session,
    Speaker,
    Venue,
)

KEYS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): ("event", *LISTS),
    ("event",): tuple(key for key in Event.model_fields if key not in LISTS),
    ("event", "venue"): tuple(Venue.model_fields),
    ("event", "attendance"): tuple(AttendanceRules.model_fields),
    ("rooms",): tuple(Room.model_fields),
    ("sessions",): tuple(Session.model_fields),
    ("sessions", "materials"): tuple(Material.model_fields),
    ("sessions", "speakers"): tuple(Speaker.model_fields),
    ("sessions", "form"): tuple(FormQuestion.model_fields),
    ("faq",): tuple(Faq.model_fields),
    ("survey",): tuple(FormQuestion.model_fields),
    ("polls",): tuple(PreparedPoll.model_fields),
}
"""The keys that each table of the file knows."""

HEADERS: Mapping[tuple[str, ...], str] = {
    (): "the top of the file",
    ("event",): "[event]",
    ("event", "venue"): "[event.venue]",
    ("event", "attendance"): "[event.attendance]",
    ("rooms",): "[[rooms]]",
    ("sessions",): "[[sessions]]",
    ("sessions", "materials"): "materials",
    ("sessions", "speakers"): "[[sessions.speakers]]",
    ("sessions", "form"): "[[sessions.form]]",
    ("faq",): "[[faq]]",
    ("survey",): "[[survey]]",
    ("polls",): "[[polls]]",
}

TEXT = 'a text in "quotes"'
EXPECTED: Mapping[str, str] = {
    "string_type": TEXT,
    "bool_type": "true or false, without quotes",
    "int_type": "a whole number, without quotes",
    "float_type": "a number such as -1.2753, without quotes",
    "date_type": "a date such as 2023-02-20, without quotes or time",
    "datetime_type": "a local date and time such as 2023-02-20T09:00:00, without quotes",
    "literal_error": TEXT,
}
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "shows": get_args(PreparedPoll.model_fields["shows"].annotation),
    "role": get_args(Speaker.model_fields["role"].annotation),
    "registration": get_args(AttendanceRules.model_fields["registration"].annotation),
    "scan": get_args(AttendanceRules.model_fields["scan"].annotation),
}
POLL_KINDS: tuple[str, ...] = get_args(PreparedPoll.model_fields["kind"].annotation)
FORM_KINDS: tuple[str, ...] = get_args(FormQuestion.model_fields["kind"].annotation)


def _keys_on_path(spot: Spot) -> tuple[str, ...]:
    return tuple(part for part in spot if isinstance(part, str))


def unknown_key(spot: Spot) -> str:
    """What to do about a key or table that nobody knows at that spot."""
    *parents, key = _keys_on_path(spot)
    known = KEYS[tuple(parents)]
    what = "key" if parents else "table or key"
    if meant := nearest(key, known):
        return f"unknown {what}: did you mean {meant}?"
    homes = [HEADERS[table] for table, keys in KEYS.items() if key in keys]
    if homes:
        return f"unknown {what} here: it belongs in {listed(homes, 'or')}, move it there"
    return f"unknown {what}: remove it, or use one of {', '.join(known)}"


def complaint(details: ErrorDetails, spot: Spot, value: object) -> str:
    """One refusal in words; ``value`` is what the file has at the spot."""
    wording = WORDINGS.get(details["type"])
    if wording is not None:
        return wording(spot, value)
    if details["type"] in EXPECTED:
        return f"is {described(value)}: write {EXPECTED[details['type']]}"
    return f"{details['msg']}: correct it"


def _missing(spot: Spot, value: object) -> str:  # noqa: ARG001 - one signature for all wordings
    *parents, key = _keys_on_path(spot)
    if key == "id":
        position = [part for part in spot if isinstance(part, int)][-1] + 1
        return (
            f'required key is missing in {HEADERS[tuple(parents)]} number {position}: add id = "a-short-name"'
        )
    if key == "venue":
        return "the table [event.venue] is missing: add it with name and city"
    return f"required key is missing: add {key} to {HEADERS[tuple(parents)]}"


def _no_choice(spot: Spot, value: object) -> str:
    *table, key = _keys_on_path(spot)
    kinds = {"form": FORM_KINDS, "survey": FORM_KINDS, "polls": POLL_KINDS}
    choices = kinds.get(table[-1], CHOICES["kind"]) if key == "kind" else CHOICES[key]
    meant = nearest(value, choices) if isinstance(value, str) else None
    question = f"did you mean {quoted(meant)}? It" if meant else "it"
    return f"is {described(value)}: {question} must be one of {', '.join(choices)}"


def _bad_id(spot: Spot, value: object) -> str:  # noqa: ARG001
    rule = "use 1 to 32 lower-case letters, digits and hyphens, nothing else"
    return f"is {described(value)}, which is no id: {rule}"


def _empty(spot: Spot, value: object) -> str:  # noqa: ARG001
    return "is empty: write something, or leave an optional key out"


def _not_a_list(spot: Spot, value: object) -> str:
    *_, key = _keys_on_path(spot)
    header = HEADERS.get(_keys_on_path(spot))
    form = f'{key} = ["…", "…"]'
    if key == "materials":
        form = 'materials = [{ title = "…", file = "…" }]'
    elif header is not None:
        form = f"{header} with double brackets"
    return f"is {described(value)} instead of a list: write {form}"


def _not_a_table(spot: Spot, value: object) -> str:
    header = HEADERS.get(_keys_on_path(spot), "a table")
    return f"is {described(value)} instead of a table: write {header}"


def _out_of_range(spot: Spot, value: object) -> str:
    key = _keys_on_path(spot)[-1]
    return f"is {described(value)}: write {RANGES[str(key)]}"


MINUTES = "minutes between 0 and 1440"
RANGES: Mapping[str, str] = {
    "latitude": "degrees north between -90 and 90 (Indonesia: -11 to 6), perhaps swapped with longitude",
    "longitude": "degrees east between -180 and 180 (Indonesia: 95 to 141)",
    "radius_m": "metres between 1 and 100000",
    "panel": "a number between 1 and 99",
    "opens_minutes_before": MINUTES,
    "late_minutes_after": MINUTES,
    "check_out_minutes_before": MINUTES,
    "check_out_minutes_after": MINUTES,
    "correct": "which option is right, counted from 1",
}

WORDINGS: Mapping[str, Callable[[Spot, object], str]] = {
    "extra_forbidden": lambda spot, _: unknown_key(spot),
    "missing": _missing,
    "literal_error": _no_choice,
    "string_pattern_mismatch": _bad_id,
    "string_too_short": _empty,
    "tuple_type": _not_a_list,
    "model_type": _not_a_table,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
}
