"""Materials: sent as files; a missing one says so, and offers to tell when it is there."""

from __future__ import annotations

import asyncio

from data import chats, materials
from data.database import Transaction
from data.event import Material, Session
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Document, Reply, Rows, Screen, Upload, button, shortened

LABEL_CHARACTERS = 48
PAGE_SESSIONS = 8


async def show_all(context: Context, page: str = "1") -> Reply:
    """The materials of all sessions."""
    shown = page_of([one for one in context.event.sessions if one.materials], page, PAGE_SESSIONS)
    text = context.texts("materials.list", event=context.event, sessions=shown.entries)
    rows = tuple(row for session in shown.entries for row in file_rows(session))
    return Screen(text, (*rows, *turns(shown.shown, shown.pages, "materials"), (menu_button(context.texts),)))


async def show_session(context: Context, session_id: str) -> Reply:
    """The materials of one session."""
    session = context.event.session(session_id)
    if session is None or not session.materials:
        raise StaleButtonError
    text = context.texts("materials.list", event=context.event, sessions=[session])
    back = button(context.texts.label("attendance.button_session"), "agenda.session", session.id)
    return Screen(text, (*file_rows(session), (back, menu_button(context.texts))))


async def send(context: Context, session_id: str, position: str) -> Reply:
    """The file itself."""
    session, material = _find(context, session_id, position)
    path = materials.path_of(context.services.programme.stored.folder, material.file)
    if path is None:
        return _missing(context, session, material, position)
    digest = await asyncio.to_thread(materials.digest, path)
    again = button(context.texts.label("materials.button_again"), "materials.send", session_id, position)
    return Document(
        Upload(path.name, path.read_bytes, digest),
        context.texts("materials.caption", session=session, material=material),
        otherwise=Screen(
            context.texts("materials.not_sent", material=material),
            ((again,), (menu_button(context.texts),)),
            anew=True,
        ),
    )


async def tell(context: Context, session_id: str, position: str) -> Reply:
    """Notes that this person wants to know when the file is there."""
    session, material = _find(context, session_id, position)

    def work(tx: Transaction) -> None:
        chats.meet(tx, context.chat_id, context.language)
        materials.wait_for(tx, context.event_id, session.id, material.file, context.chat_id)

    await context.write(work)
    back = button(context.texts.label("menu.button_materials"), "materials")
    text = context.texts("materials.will_tell", material=material)
    return Screen(text, ((back, menu_button(context.texts)),))


def _missing(context: Context, session: Session, material: Material, position: str) -> Screen:
    label = context.texts.label
    tell_me = button(label("materials.button_tell"), "materials.tell", session.id, position)
    back = button(label("menu.button_materials"), "materials")
    text = context.texts("materials.missing", material=material)
    return Screen(text, ((tell_me,), (back, menu_button(context.texts))))


def file_rows(session: Session) -> Rows:
    """A button a file."""
    return tuple(
        (button(shortened(f"📄 {one.title}", LABEL_CHARACTERS), "materials.send", session.id, position),)
        for position, one in enumerate(session.materials)
    )


def _find(context: Context, session_id: str, position: str) -> tuple[Session, Material]:
    session = context.event.session(session_id)
    if session is None or number(position) >= len(session.materials):
        raise StaleButtonError
    return session, session.materials[number(position)]
