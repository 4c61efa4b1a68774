"""``/siaran``: messages of the committee, to all or to some, now or later; held, corrected and recalled."""

from __future__ import annotations

from dataclasses import replace

from data.dialogs import Dialog
from handlers import agenda
from handlers.broadcasts import changes, drafts, links, progress, schedule, segments
from handlers.broadcasts.common import BROADCAST_ID, KIND, stop_listening
from handlers.broadcasts.drafts import begin
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.screen import Reply, Screen

__all__ = [
    "KIND",
    "begin",
    "changes",
    "drafts",
    "hear",
    "hear_other",
    "links",
    "progress",
    "schedule",
    "segments",
    "show_session",
]


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """What was typed: the message, its buttons, its time, or its correction."""
    broadcast_id = str(dialog.draft.get(BROADCAST_ID, ""))
    try:
        if dialog.step == links.STEP:
            return await links.hear(context, broadcast_id, text)
        if dialog.step == schedule.STEP:
            return await schedule.hear(context, broadcast_id, text)
        if dialog.step == changes.STEP:
            return await changes.hear(context, broadcast_id)
    except StaleButtonError:
        await stop_listening(context)
        raise
    return await drafts.hear_content(context)


async def hear_other(context: Context, dialog: Dialog) -> Reply:
    """A picture, a document, a video; whatever cannot be sent to many is refused."""
    if dialog.step == drafts.CONTENT:
        return await drafts.hear_content(context)
    return Screen(context.texts("broadcasts.only_text"))


async def show_session(context: Context, session_id: str) -> Reply:
    """For everybody: the page of a session, under a broadcast that is to stay."""
    page = await agenda.show_session(context, session_id)
    return replace(page, anew=True) if isinstance(page, Screen) else page
