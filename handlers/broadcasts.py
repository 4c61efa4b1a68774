"""``/siaran``: a message to all registered, after a preview and a confirmation."""

from __future__ import annotations

from markupsafe import Markup
from telegram import Message, MessageEntity

from data import broadcasts, dialogs, outbox
from data.broadcasts import Broadcast
from data.database import Transaction
from data.dialogs import Dialog
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button, show_menu
from handlers.screen import Reply, Screen, Screens, button

KIND = "broadcast"


async def begin(context: Context) -> Reply:
    """Asks for the text, or takes the one behind the command."""
    html = _behind_the_command(context.incoming.message)
    if html:
        return await _preview(context, html)
    dialog = Dialog(KIND, "text")
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    cancel = button(context.texts.label("broadcasts.button_cancel"), "broadcasts.leave")
    return Screen(context.texts("broadcasts.ask_text"), ((cancel,),))


def _behind_the_command(message: Message | None) -> str:
    """The text after ``/siaran``, with its formatting; "" where there is none."""
    if message is None or message.text is None:
        return ""
    command = next(one for one in message.entities if one.type == MessageEntity.BOT_COMMAND)
    others = [entity for entity in message.entities if entity is not command]
    behind = message.text[command.length :]
    text = behind.lstrip()
    start = command.length + len(behind) - len(text)
    kept = [_moved(entity, start) for entity in others if entity.offset + entity.length > start]
    return Message(message.message_id, message.date, message.chat, text=text, entities=kept).text_html


def _moved(entity: MessageEntity, start: int) -> MessageEntity:
    """The entity as it lies in the text from ``start`` on; the command before it is ASCII."""
    fields = entity.to_dict()
    offset = max(entity.offset, start)
    fields |= {"offset": offset - start, "length": entity.offset + entity.length - offset}
    return MessageEntity.de_json(fields)


async def leave(context: Context) -> Reply:
    await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    return await show_menu(context)


async def hear(context: Context, _dialog: Dialog, _text: str) -> Reply:
    """The text of the broadcast."""
    return await _preview(context, context.message.text_html)


async def _preview(context: Context, html: str) -> Reply:
    """The message exactly as everybody would get it, then the question."""
    update_id = context.incoming.update_id

    def work(tx: Transaction) -> Broadcast:
        dialogs.close(tx, context.chat_id)
        return broadcasts.draft(tx, context.event_id, context.chat_id, update_id, html, context.now)

    broadcast = await context.write(work)
    recipients = await broadcasts.count_recipients(context.database.reads, context.event_id)
    label = context.texts.label
    rows = (
        (button(label("broadcasts.button_send", recipients=recipients), "broadcasts.send", broadcast.id),),
        (button(label("broadcasts.button_rewrite"), "broadcasts.rewrite", broadcast.id),),
        (button(label("broadcasts.button_cancel"), "broadcasts.cancel", broadcast.id),),
    )
    question = Screen(context.texts("broadcasts.confirm", recipients=recipients), rows)
    return Screens((Screen(Markup(broadcast.html)), question))  # noqa: S704 - Telegram's own rendering of a message


async def send(context: Context, broadcast_id: str) -> Reply:
    """Confirmed: it goes into the outbox for everybody registered."""
    key = number(broadcast_id)
    broadcast = await context.write(lambda tx: broadcasts.confirm(tx, key, context.now))
    return await _state(context, broadcast)


async def cancel(context: Context, broadcast_id: str) -> Reply:
    key = number(broadcast_id)
    return await _state(context, await context.write(lambda tx: broadcasts.cancel(tx, key)))


async def rewrite(context: Context, broadcast_id: str) -> Reply:
    """Gives this draft up and asks for another text."""
    key = number(broadcast_id)
    broadcast = await context.write(lambda tx: broadcasts.cancel(tx, key))
    if broadcast is None or broadcast.state == "confirmed":
        return await _state(context, broadcast)
    return await begin(context)


async def status(context: Context, broadcast_id: str) -> Reply:
    """How far it is."""
    return await _state(context, await broadcasts.find(context.database.reads, number(broadcast_id)))


async def _state(context: Context, broadcast: Broadcast | None) -> Reply:
    if broadcast is None:
        raise StaleButtonError
    texts = context.texts
    if broadcast.state == "cancelled":
        return Screen(texts("broadcasts.cancelled"), ((menu_button(texts),),))
    counts = await outbox.counts(context.database.reads, broadcasts.BROADCAST, str(broadcast.id))
    text = texts(
        "broadcasts.status",
        recipients=broadcast.recipients or 0,
        sent=counts.get("sent", 0),
        failed=counts.get("failed", 0) + counts.get("dropped", 0),
        waiting=counts.get("waiting", 0) + counts.get("sending", 0),
        now=context.event.local(context.now),
    )
    refresh = button(texts.label("broadcasts.button_status"), "broadcasts.status", broadcast.id)
    return Screen(text, ((refresh,), (menu_button(texts),)))
