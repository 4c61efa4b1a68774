"""Whom a broadcast is for: chosen by buttons, each with what it would reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from telegram import InlineKeyboardButton

from data import broadcasts, regions, segments
from data.broadcasts import Broadcast
from data.event import Event, Session
from data.segments import LEVELS, SEGMENT_KINDS, Segment, SegmentKind
from handlers.broadcasts import drafts
from handlers.broadcasts.common import draft, stop_listening
from handlers.broadcasts.wording import segment_name, segment_value
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, button, shortened

LABEL_CHARACTERS = 44
PAGE_CHOICES = 8

SESSIONS: Mapping[SegmentKind, Callable[[Session], bool]] = {
    "present": lambda session: session.attendance,
    "absent": lambda session: session.attendance,
    "unrated": lambda session: session.feedback,
}
"""Which sessions a segment can be about."""

PANELS = "panels"
"""Among the choices: who is present in a panel is found under panels too."""


async def choose(context: Context, broadcast_id: str) -> Reply:
    """The kinds of segments."""
    broadcast = await draft(context, broadcast_id)
    await stop_listening(context)
    label, key = context.texts.label, broadcast.id
    at_once = [
        await _button(context, broadcast, Segment(kind)) for kind in ("all", "participants", "organisers")
    ]
    lists = [
        button(label("broadcasts.choice", kind=kind), "broadcasts.choices", key, kind)
        for kind in (PANELS, "province", "level", "present", "absent", "unrated")
    ]
    back = button(label("broadcasts.button_back"), "broadcasts.card", key)
    rows = (*((one,) for one in at_once), *zip(lists[::2], lists[1::2], strict=True), (back,))
    return Screen(context.texts("broadcasts.ask_recipients"), rows)


async def choose_one(context: Context, broadcast_id: str, kind: str, page: str = "1") -> Reply:
    """The segments of one kind, each with the number of those it reaches."""
    broadcast = await draft(context, broadcast_id)
    shown = page_of(await _choices(context, kind), page, PAGE_CHOICES)
    buttons = [await _button(context, broadcast, segment) for segment in shown.entries]
    back = button(context.texts.label("broadcasts.button_back"), "broadcasts.recipients", broadcast.id)
    rows = tuple((one,) for one in buttons)
    following = turns(shown.shown, shown.pages, "broadcasts.choices", broadcast.id, kind)
    text = context.texts("broadcasts.ask_choice", kind=kind, is_empty=not buttons)
    return Screen(text, (*rows, *following, (back,)))


async def _choices(context: Context, kind: str) -> Sequence[Segment]:
    sessions = context.event.sessions
    if kind == PANELS:
        return [Segment("present", one.id) for one in context.event.panels() if one.attendance]
    if kind == "province":
        codes = await segments.provinces(context.database.reads, context.event_id)
        return [Segment("province", code) for code in codes]
    if kind == "level":
        return [Segment("level", level) for level in LEVELS]
    if kind in SESSIONS:
        about = cast("SegmentKind", kind)
        return [Segment(about, one.id) for one in sessions if SESSIONS[about](one)]
    raise StaleButtonError


async def _button(context: Context, broadcast: Broadcast, segment: Segment) -> InlineKeyboardButton:
    organisers = context.services.organisers
    recipients = await segments.count(context.database.reads, context.event_id, segment, organisers)
    about = (segment, context.event, context.texts)
    name = segment_value(*about) or segment_name(*about)
    sign = "● " if segment == broadcast.segment else ""
    label = f"{sign}{shortened(name, LABEL_CHARACTERS)} ({recipients})"
    values = (segment.value,) if segment.value else ()
    return button(label, "broadcasts.to", broadcast.id, segment.kind, *values)


async def set_segment(context: Context, broadcast_id: str, kind: str, value: str = "") -> Reply:
    """Chosen: back to the card."""
    broadcast = await draft(context, broadcast_id)
    segment = _segment(context.event, kind, value)
    changed = await context.write(lambda tx: broadcasts.set_segment(tx, broadcast.id, segment))
    return await drafts.state(context, changed)


def _segment(event: Event, kind: str, value: str) -> Segment:
    """Raises StaleButtonError for what means nothing."""
    known = next((one for one in SEGMENT_KINDS if one == kind), None)
    if known is None:
        raise StaleButtonError
    if known in SESSIONS:
        session = event.session(value)
        fits = session is not None and SESSIONS[known](session)
    elif known == "province":
        fits = regions.find(value) is not None
    elif known == "level":
        fits = value in LEVELS
    else:
        fits = value == ""
    if not fits:
        raise StaleButtonError
    return Segment(known, value)
