"""A broadcast as its receivers see it."""

from __future__ import annotations

from markupsafe import Markup
from telegram import InlineKeyboardButton, Message

from data.broadcasts import Content, ContentKind, Link
from data.event import Event
from handlers.paging import MESSAGE_UNITS
from handlers.screen import Attachment, Rows, Screen, button, shortened
from handlers.texts import plain, short_name, units

CAPTION_UNITS = 1024
"""UTF-16 units of a caption after its markup is read (Bot API)."""

LABEL_CHARACTERS = 48


def screen_of(content: Content, event: Event) -> Screen:
    """The message; a button to a session that the agenda has no more is left out."""
    attachment = None if content.kind == "text" else Attachment(content.kind, content.file_id)
    html = Markup(content.html)  # noqa: S704 - Telegram's own rendering of a message
    return Screen(html, link_rows(content, event), attachment=attachment)


def link_rows(content: Content, event: Event) -> Rows:
    found = [one for link in content.links if (one := _link_button(link, event))]
    return tuple((one,) for one in found)


def _link_button(link: Link, event: Event) -> InlineKeyboardButton | None:
    if link.url:
        return InlineKeyboardButton(link.label, url=link.url)
    session = event.session(link.session_id)
    if session is None:
        return None
    label = shortened(f"ℹ️ {short_name(session)}", LABEL_CHARACTERS)
    return button(label, "broadcasts.session", session.id)


def content_of(message: Message) -> Content | None:
    """What a message holds that can be broadcast; None for anything else."""
    if message.text is not None:
        return Content(message.text_html)
    kind: ContentKind
    if message.photo:
        kind, file_id = "photo", message.photo[-1].file_id
    elif message.video:
        kind, file_id = "video", message.video.file_id
    elif message.document:
        kind, file_id = "document", message.document.file_id
    else:
        return None
    return Content(message.caption_html if message.caption else "", kind, file_id)


def excess(html: str, kind: ContentKind) -> int:
    """By how much a text or caption is too long, in UTF-16 units; 0 where it fits."""
    limit = MESSAGE_UNITS if kind == "text" else CAPTION_UNITS
    return max(0, units(plain(Markup(html))) - limit)  # noqa: S704 - only measured
