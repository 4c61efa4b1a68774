"""What the pages of broadcasts share."""

from __future__ import annotations

from telegram import Message

from data import broadcasts, dialogs
from data.broadcasts import Broadcast
from handlers.callback import StaleButtonError, number
from handlers.context import Context

KIND = "broadcast"
"""Of the dialog in which an organiser writes a broadcast, or something about one."""

BROADCAST_ID = "broadcast"
"""Which broadcast, in the dialog's draft."""


async def found(context: Context, broadcast_id: str) -> Broadcast:
    """Raises StaleButtonError where there is none."""
    broadcast = await broadcasts.find(context.database.reads, number(broadcast_id))
    if broadcast is None or broadcast.event_id != context.event_id:
        raise StaleButtonError
    return broadcast


async def draft(context: Context, broadcast_id: str) -> Broadcast:
    """Raises StaleButtonError where it is none, or none any more."""
    broadcast = await found(context, broadcast_id)
    if broadcast.state != "draft":
        raise StaleButtonError
    return broadcast


async def stop_listening(context: Context) -> None:
    """A button was pressed in place of typing."""
    if await dialogs.kind(context.database.reads, context.chat_id) == KIND:
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))


def pressed_message(context: Context) -> Message | None:
    """The text message whose button was pressed: what is shown next is shown there."""
    query = context.incoming.callback_query
    message = query.message if query else None
    return message if isinstance(message, Message) and message.text is not None else None
