"""Panels have a number each; mandatory sessions take attendance."""

from __future__ import annotations

from typing import get_args

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, error, warning
from data.event import Kind

OTHER_KINDS = frozenset(get_args(Kind)) - {"panel"}


def panel_numbers(draft: EventDraft) -> Issues:
    first_by_number: dict[int, Draft] = {}
    for session in draft.sessions:
        kind, number = session.text("kind"), session.number("panel")
        if kind == "panel" and "panel" not in session.table:
            yield warning(
                session.spot, 'a panel without a number cannot be asked for as "panel 1": add panel = 1'
            )
        if number is None:
            continue
        if kind in OTHER_KINDS:
            message = f"a session of kind {kind} needs no panel number: remove it, or set kind to panel"
            yield warning(session.at("panel"), message)
        first = first_by_number.setdefault(number, session)
        if first is not session:
            message = f"panel {number} is also {first.label}: give each panel its own number"
            yield error(session.at("panel"), message)


def mandatory_takes_attendance(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        if session.flag("mandatory") and not session.flag("attendance"):
            message = (
                "nobody can meet it without an attendance list: add attendance = true, or remove mandatory"
            )
            yield error(session.at("mandatory"), message)
