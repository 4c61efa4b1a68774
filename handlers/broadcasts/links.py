"""The buttons under a broadcast: addresses, typed a line each, and pages of sessions."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from data import broadcasts, dialogs
from data.broadcasts import Broadcast, Link
from data.database import Transaction
from data.dialogs import Dialog
from handlers.broadcasts.common import BROADCAST_ID, KIND, draft
from handlers.broadcasts.drafts import card_of
from handlers.broadcasts.message import screen_of
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, Screens, button, shortened
from handlers.texts import short_name

STEP = "links"
MAX_LINKS = 6
MAX_LABEL, MAX_URL = 64, 1024
"""Characters: of a label that a phone shows, and of an address that nobody has mistyped."""

LABEL_CHARACTERS = 48
PAGE_SESSIONS = 8
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


class LinkError(Exception):
    """A line that is no button; carries the key of the sentence that says why, and the line."""

    def __init__(self, key: str, line: str) -> None:
        super().__init__(key)
        self.key = key
        self.line = line


def read_links(text: str) -> tuple[Link, ...]:
    """The buttons of lines such as ``Unduh RTL | https://…``. Raises LinkError for the first that is none."""
    return tuple(_read(line.strip()) for line in text.splitlines() if line.strip())


def _read(line: str) -> Link:
    label, bar, url = (part.strip() for part in line.rpartition("|"))
    if not bar or not label:
        raise LinkError("broadcasts.link_without_bar", line)
    if len(label) > MAX_LABEL:
        raise LinkError("broadcasts.link_label_too_long", line)
    if not _is_address(url):
        raise LinkError("broadcasts.link_without_address", line)
    return Link(label, url)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.hostname or ""))
    return is_web and len(url) <= MAX_URL and not re.search(r'[\s<>"]', url)


async def ask(context: Context, broadcast_id: str) -> Reply:
    """The next message becomes buttons."""
    broadcast = await draft(context, broadcast_id)
    dialog = Dialog(KIND, STEP, {BROADCAST_ID: broadcast.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    return _prompt(context, broadcast)


def _prompt(context: Context, broadcast: Broadcast) -> Screen:
    label, key = context.texts.label, broadcast.id
    links = broadcast.content.links
    rows = [(button(label("broadcasts.button_session_link"), "broadcasts.sessions", key),)]
    if links:
        rows.append((button(label("broadcasts.button_unlink"), "broadcasts.unlink", key),))
    rows.append((button(label("broadcasts.button_back"), "broadcasts.card", key),))
    return Screen(context.texts("broadcasts.ask_links", limit=MAX_LINKS), tuple(rows))


async def hear(context: Context, broadcast_id: str, text: str) -> Reply:
    """Lines of buttons: they take the place of the addresses that there were."""
    broadcast = await draft(context, broadcast_id)
    back = (button(context.texts.label("broadcasts.button_back"), "broadcasts.card", broadcast.id),)
    try:
        links = read_links(text)
    except LinkError as error:
        return Screen(context.texts(error.key, line=error.line, limit=MAX_LABEL), (back,))
    sessions = tuple(link for link in broadcast.content.links if link.session_id)
    if len(links) + len(sessions) > MAX_LINKS:
        return Screen(context.texts("broadcasts.too_many_links", limit=MAX_LINKS), (back,))
    return Screens(await _shown(context, broadcast, (*links, *sessions)))


async def choose_session(context: Context, broadcast_id: str, page: str = "1") -> Reply:
    """The sessions whose page a button could open."""
    broadcast = await draft(context, broadcast_id)
    shown = page_of([one for one in context.event.sessions if one.kind != "break"], page, PAGE_SESSIONS)
    rows = tuple(
        (button(shortened(short_name(one), LABEL_CHARACTERS), "broadcasts.link", broadcast.id, one.id),)
        for one in shown.entries
    )
    back = button(context.texts.label("broadcasts.button_back"), "broadcasts.links", broadcast.id)
    following = turns(shown.shown, shown.pages, "broadcasts.sessions", broadcast.id)
    return Screen(context.texts("broadcasts.ask_session"), (*rows, *following, (back,)))


async def add_session(context: Context, broadcast_id: str, session_id: str) -> Reply:
    broadcast = await draft(context, broadcast_id)
    session = context.event.session(session_id)
    if session is None:
        raise StaleButtonError
    others = tuple(link for link in broadcast.content.links if link.session_id != session.id)
    if len(others) >= MAX_LINKS:
        return _prompt(context, broadcast)
    links = (*others, Link(short_name(session), session_id=session.id))
    noted = Screen(context.texts("broadcasts.links_changed"))
    return Screens((noted, *await _shown(context, broadcast, links)))


async def remove_all(context: Context, broadcast_id: str) -> Reply:
    broadcast = await draft(context, broadcast_id)
    noted = Screen(context.texts("broadcasts.links_changed"))
    return Screens((noted, *await _shown(context, broadcast, ())))


async def _shown(context: Context, broadcast: Broadcast, links: tuple[Link, ...]) -> tuple[Screen, Screen]:
    """The message as it looks now, and the card again."""

    def work(tx: Transaction) -> Broadcast | None:
        dialogs.close(tx, context.chat_id)
        return broadcasts.set_links(tx, broadcast.id, links)

    changed = await context.write(work) or broadcast
    return screen_of(changed.content, context.event), await card_of(context, changed)
