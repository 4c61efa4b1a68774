"""When a broadcast is to begin."""

from __future__ import annotations

from data import broadcasts, dialogs
from data.broadcasts import Broadcast
from data.database import Transaction
from data.dialogs import Dialog
from handlers.broadcasts import drafts
from handlers.broadcasts.common import BROADCAST_ID, KIND, draft
from handlers.broadcasts.moments import read_moment
from handlers.context import Context
from handlers.screen import Reply, Rows, Screen, button

STEP = "time"


async def ask(context: Context, broadcast_id: str) -> Reply:
    """The next message becomes the time."""
    broadcast = await draft(context, broadcast_id)
    dialog = Dialog(KIND, STEP, {BROADCAST_ID: broadcast.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    now = context.event.local(context.now)
    return Screen(context.texts("broadcasts.ask_time", now=now), _rows(context, broadcast))


def _rows(context: Context, broadcast: Broadcast) -> Rows:
    label, key = context.texts.label, broadcast.id
    back = (button(label("broadcasts.button_back"), "broadcasts.card", key),)
    if broadcast.send_at is None:
        return (back,)
    return ((button(label("broadcasts.button_at_once"), "broadcasts.at_once", key),), back)


async def hear(context: Context, broadcast_id: str, text: str) -> Reply:
    """A time; what cannot be one is asked for again."""
    broadcast = await draft(context, broadcast_id)
    now = context.event.local(context.now)
    moment = read_moment(text, now)
    if isinstance(moment, str):
        return Screen(context.texts(f"broadcasts.time_{moment}", now=now), _rows(context, broadcast))
    return await _set(context, broadcast, moment.timestamp())


async def at_once(context: Context, broadcast_id: str) -> Reply:
    """No time any more: it begins when it is confirmed."""
    return await _set(context, await draft(context, broadcast_id), None)


async def _set(context: Context, broadcast: Broadcast, send_at: float | None) -> Reply:
    def work(tx: Transaction) -> Broadcast | None:
        dialogs.close(tx, context.chat_id)
        return broadcasts.set_send_at(tx, broadcast.id, send_at)

    return await drafts.state(context, await context.write(work))
