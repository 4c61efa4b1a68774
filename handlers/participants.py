"""For organisers: who is registered, in the chat and as a workbook."""

from __future__ import annotations

from data import participants
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import shown_page, turns
from handlers.screen import Document, Reply, Screen, Upload, button

PAGE = 10


async def show_page(context: Context, page: str = "1") -> Reply:
    """A stretch of the list in order of names."""
    reads, event_id, texts = context.database.reads, context.event_id, context.texts
    total = await participants.count(reads, event_id)
    shown, pages = shown_page(page, total, PAGE)
    offset = (shown - 1) * PAGE
    entries = await participants.page(reads, event_id, offset, PAGE)
    text = texts("participants.page", entries=entries, offset=offset, total=total, page=shown, pages=pages)
    workbook = button(texts.label("participants.button_workbook"), "participants.workbook")
    badges = button(texts.label("attendees.button_badges"), "attendees.badges")
    rows = ((workbook, badges), (menu_button(texts),)) if total else ((menu_button(texts),),)
    return Screen(text, (*turns(shown, pages, "participants.page"), *rows))


async def workbook(context: Context) -> Reply:
    """The whole list as XLSX."""
    from data.reports.participants import workbook as build  # noqa: PLC0415 - heavy, and for organisers only

    event, texts = context.event, context.texts
    everybody = await participants.page(context.database.reads, context.event_id, 0, -1)
    again = button(texts.label("materials.button_again"), "participants.workbook")
    return Document(
        Upload(f"peserta-{event.code}.xlsx", lambda: build(event, everybody)),
        texts("participants.caption", event=event, total=len(everybody), now=event.local(context.now)),
        otherwise=Screen(texts("participants.not_sent"), ((again,), (menu_button(texts),)), anew=True),
    )
