"""What was sent is deleted or corrected: asked first, then done through the outbox."""

from __future__ import annotations

from dataclasses import replace

from data import broadcast_changes, broadcasts, dialogs
from data.broadcast_changes import Change
from data.broadcasts import Broadcast
from data.database import Transaction
from data.dialogs import Dialog
from handlers.broadcasts import progress
from handlers.broadcasts.common import BROADCAST_ID, KIND, found
from handlers.broadcasts.message import excess, screen_of
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.screen import Reply, Screen, Screens, button

STEP = "correction"


async def ask_recall(context: Context, broadcast_id: str) -> Reply:
    """How many can be deleted, and whether that is wanted."""
    broadcast = await _changeable(context, broadcast_id)
    await progress.stop_watching(context)
    reach = await broadcast_changes.reach(context.database.reads, broadcast, context.now)
    label, key = context.texts.label, broadcast.id
    rows = [(button(label("broadcasts.button_back"), "broadcasts.status", key),)]
    if reach.within_reach or broadcast.state in ("running", "paused"):
        confirm = label("broadcasts.button_recall", number=reach.within_reach)
        rows.insert(0, (button(confirm, "broadcasts.recall", key),))
    return Screen(context.texts("broadcasts.ask_recall", reach=reach, state=broadcast.state), tuple(rows))


async def recall(context: Context, broadcast_id: str) -> Reply:
    broadcast, update_id = await found(context, broadcast_id), context.incoming.update_id
    if not broadcast.leaves_traces:
        raise StaleButtonError
    recalled = await context.write(
        lambda tx: broadcast_changes.recall(tx, broadcast.id, context.chat_id, update_id, context.now)
    )
    return await progress.state(context, recalled)


async def ask_correction(context: Context, broadcast_id: str) -> Reply:
    """The next message becomes the corrected text."""
    broadcast = await _changeable(context, broadcast_id)
    dialog = Dialog(KIND, STEP, {BROADCAST_ID: broadcast.id})

    def work(tx: Transaction) -> None:
        progress.look_away(context, tx)
        dialogs.save(tx, context.chat_id, dialog, context.now)

    await context.write(work)
    context.services.broadcasts_changed()
    back = button(context.texts.label("broadcasts.button_back"), "broadcasts.status", broadcast.id)
    is_text = broadcast.content.kind == "text"
    return Screen(context.texts("broadcasts.ask_correction", is_text=is_text), ((back,),))


async def hear(context: Context, broadcast_id: str) -> Reply:
    """The corrected text: shown as it will look, then asked."""
    broadcast = await _changeable(context, broadcast_id)
    html, update_id = context.message.text_html, context.incoming.update_id
    if too_long := excess(html, broadcast.content.kind):
        back = button(context.texts.label("broadcasts.button_back"), "broadcasts.status", broadcast.id)
        return Screen(context.texts("broadcasts.too_long", number=too_long), ((back,),))

    def work(tx: Transaction) -> Change:
        dialogs.close(tx, context.chat_id)
        return broadcast_changes.draft_correction(
            tx, broadcast.id, context.chat_id, update_id, html, context.now
        )

    change = await context.write(work)
    corrected = screen_of(replace(broadcast.content, html=change.html), context.event)
    return Screens((corrected, await _question(context, broadcast, change)))


async def _question(context: Context, broadcast: Broadcast, change: Change) -> Screen:
    counts = await broadcasts.counts(context.database.reads, broadcast.stream)
    label = context.texts.label
    rows = (
        (button(label("broadcasts.button_correct"), "broadcasts.correct", change.id),),
        (button(label("broadcasts.button_keep"), "broadcasts.keep", change.id),),
    )
    return Screen(context.texts("broadcasts.confirm_correction", counts=counts), rows)


async def correct(context: Context, change_id: str) -> Reply:
    key = number(change_id)
    return await _progress_of(context, await context.write(lambda tx: broadcast_changes.correct(tx, key)))


async def keep(context: Context, change_id: str) -> Reply:
    """It stays as it was."""
    key = number(change_id)
    return await _progress_of(context, await context.write(lambda tx: broadcast_changes.give_up(tx, key)))


async def _progress_of(context: Context, change: Change | None) -> Reply:
    if change is None:
        raise StaleButtonError
    return await progress.state(context, await found(context, str(change.broadcast_id)))


async def _changeable(context: Context, broadcast_id: str) -> Broadcast:
    """Raises StaleButtonError for what is a draft, was recalled, or went to people who must not be known."""
    broadcast = await found(context, broadcast_id)
    status = await progress.look(context.database.reads, broadcast)
    if broadcast.state == "draft" or status.is_recalled or not broadcast.leaves_traces:
        raise StaleButtonError
    return broadcast
