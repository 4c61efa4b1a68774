"""Frequent questions."""

from __future__ import annotations

from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, button, shortened

LABEL_CHARACTERS = 48


async def show_list(context: Context, page: str = "1") -> Reply:
    shown = page_of(context.event.faq, page)
    text = context.texts("faq.list", event=context.event, entries=shown.entries)
    rows = tuple(
        (button(shortened(entry.question, LABEL_CHARACTERS), "faq.entry", entry.id),)
        for entry in shown.entries
    )
    return Screen(text, (*rows, *turns(shown.shown, shown.pages, "faq"), (menu_button(context.texts),)))


async def show_entry(context: Context, faq_id: str) -> Reply:
    entry = context.event.faq_entry(faq_id)
    if entry is None:
        raise StaleButtonError
    back = button(context.texts.label("faq.button_back"), "faq")
    return Screen(context.texts("faq.entry", entry=entry), ((back, menu_button(context.texts)),))
