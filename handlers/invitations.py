"""For organisers: the invited list, who of it has come, and who is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from data import invitations
from data.event import Session
from data.invitations import Seat, Turnout
from data.invited_list import InvitedListError, read
from handlers import matching
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, button

PAGE, GROUPS = 15, ("institution", "province")
SHOWN_PROBLEMS = 20
MAX_BYTES = 10_000_000
SUFFIX = ".xlsx"


async def show(context: Context) -> Reply:
    """``/undangan``: for organisers how long the list is; for everybody else, whose seat they have."""
    if not context.is_organiser:
        return await matching.match(context)
    seats = await invitations.seats(context.database.reads, context.event_id)
    text = context.texts(
        "invitations.page", total=len(seats), registered=sum(seat.chat_id is not None for seat in seats)
    )
    lists = button(context.texts.label("attendance.button_lists"), "attendance.sessions")
    return Screen(text, ((lists, menu_button(context.texts)),))


def is_list(context: Context) -> bool:
    """Whether an organiser has sent a file that may be the invited list."""
    document = context.message.document
    name = (document.file_name or "") if document else ""
    return context.is_organiser and name.casefold().endswith(SUFFIX)


async def take_file(context: Context) -> Reply:
    """The list as XLSX: taken whole, or not at all with every row that is wrong."""
    document = context.message.document
    if document is None:
        raise ValueError("the message has no document")
    if (document.file_size or 0) > MAX_BYTES:
        return _refused(context, [context.texts.label("invitations.too_large")])
    file = await document.get_file()
    content = bytes(await file.download_as_bytearray())
    try:
        found = await asyncio.to_thread(read, content)
    except InvitedListError as error:
        return _refused(context, str(error).splitlines())
    taken = await context.write(lambda tx: invitations.take(tx, context.event_id, found))
    lists = button(context.texts.label("attendance.button_lists"), "attendance.sessions")
    return Screen(context.texts("invitations.taken", taken=taken), ((lists, menu_button(context.texts)),))


def _refused(context: Context, problems: Sequence[str]) -> Screen:
    text = context.texts(
        "invitations.refused",
        problems=problems[:SHOWN_PROBLEMS],
        more=max(0, len(problems) - SHOWN_PROBLEMS),
    )
    return Screen(text, ((menu_button(context.texts),),))


async def turnout(context: Context, session_id: str, group: str = "institution", page: str = "1") -> Reply:
    """Present of invited, by institution or by province."""
    session = _session(context, session_id)
    if group not in GROUPS:
        raise StaleButtonError
    everybody = await invitations.turnout(context.database.reads, context.event_id, session.id)
    grouped = await asyncio.to_thread(_grouped, everybody, group)
    shown = page_of(grouped, page, PAGE)
    text = context.texts(
        "invitations.turnout",
        session=session,
        entries=shown.entries,
        present=sum(is_present for _, is_present in everybody),
        total=len(everybody),
    )
    others = [one for one in GROUPS if one != group]
    label = context.texts.label
    switch = tuple(
        button(label(f"invitations.button_{one}"), "invitations.turnout", session.id, one) for one in others
    )
    turned = turns(shown.shown, shown.pages, "invitations.turnout", session.id, group)
    back = button(label("attendance.button_back"), "attendance.session", session.id)
    return Screen(text, (*turned, switch, (back, menu_button(context.texts))))


def _grouped(everybody: Sequence[tuple[Seat, bool]], group: str) -> list[Turnout]:
    by = invitations.by_institution if group == "institution" else invitations.by_province
    return by(everybody)


async def missing(context: Context, session_id: str, page: str = "1") -> Reply:
    """Whose seat is empty so far."""
    session = _session(context, session_id)
    everybody = await invitations.turnout(context.database.reads, context.event_id, session.id)
    absent = [seat for seat, is_present in everybody if not is_present]
    shown = page_of(absent, page, PAGE)
    text = context.texts("invitations.missing", session=session, entries=shown.entries, total=len(absent))
    turned = turns(shown.shown, shown.pages, "invitations.missing", session.id)
    back = button(context.texts.label("attendance.button_back"), "attendance.session", session.id)
    return Screen(text, (*turned, (back, menu_button(context.texts))))


def _session(context: Context, session_id: str) -> Session:
    session = context.event.session(session_id)
    if session is None or not session.attendance:
        raise StaleButtonError
    return session
