"""For organisers: signs of titip absen, with their reasons; people judge."""

from __future__ import annotations

from data import proxy_signs
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, button

PAGE = 6


async def show(context: Context, page: str = "1") -> Reply:
    found = await proxy_signs.signs(context.database.reads, context.event_id, context.now)
    shown = page_of(found, page, PAGE)
    entries = [
        (sign, context.event.session(sign.session_id) if sign.session_id else None) for sign in shown.entries
    ]
    text = context.texts("proxy_signs.list", entries=entries, total=len(found))
    back = button(context.texts.label("attendance.button_lists"), "attendance.sessions")
    turned = turns(shown.shown, shown.pages, "proxy_signs")
    return Screen(text, (*turned, (back, menu_button(context.texts))))
