"""A broadcast that is being made: what it says, then one card on which everything else is chosen."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message, MessageEntity

from data import broadcasts, dialogs, segments
from data.broadcasts import Broadcast, Content
from data.database import Transaction
from data.dialogs import Dialog
from handlers.broadcasts import progress
from handlers.broadcasts.common import KIND, found, stop_listening
from handlers.broadcasts.message import content_of, excess, screen_of
from handlers.broadcasts.wording import segment_name
from handlers.callback import number
from handlers.context import Context
from handlers.menu import show_menu
from handlers.screen import Reply, Screen, Screens, button

CONTENT = "content"


async def begin(context: Context) -> Reply:
    """``/siaran``: the earlier ones, or what stands behind it; where there are none, asks for the message."""
    html = _behind_the_command(context.incoming.message)
    if html:
        return await preview(context, Content(html))
    return await progress.show_list(context) or await ask(context)


async def ask(context: Context) -> Reply:
    """The next message becomes a broadcast."""
    dialog = Dialog(KIND, CONTENT)

    def work(tx: Transaction) -> None:
        progress.look_away(context, tx)
        dialogs.save(tx, context.chat_id, dialog, context.now)

    await context.write(work)
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
    def work(tx: Transaction) -> None:
        progress.look_away(context, tx)
        dialogs.close(tx, context.chat_id)

    await context.write(work)
    return await show_menu(context)


async def hear_content(context: Context) -> Reply:
    """The message that is to be broadcast."""
    content = content_of(context.message)
    cancel = (button(context.texts.label("broadcasts.button_cancel"), "broadcasts.leave"),)
    if content is None:
        return Screen(context.texts("broadcasts.wrong_kind"), (cancel,))
    if too_long := excess(content.html, content.kind):
        return Screen(context.texts("broadcasts.too_long", number=too_long), (cancel,))
    return await preview(context, content)


async def preview(context: Context, content: Content) -> Reply:
    """The message exactly as everybody would get it, then the card."""
    update_id = context.incoming.update_id

    def work(tx: Transaction) -> Broadcast:
        dialogs.close(tx, context.chat_id)
        return broadcasts.draft(tx, context.event_id, context.chat_id, update_id, content, context.now)

    broadcast = await context.write(work)
    return Screens((screen_of(broadcast.content, context.event), await card_of(context, broadcast)))


async def card(context: Context, broadcast_id: str) -> Reply:
    """Back from one of the choices."""
    broadcast = await found(context, broadcast_id)
    await stop_listening(context)
    return await state(context, broadcast)


async def state(context: Context, broadcast: Broadcast | None, notice: str = "") -> Reply:
    """The card of a draft; of anything else, how far it is."""
    if broadcast is None or broadcast.state != "draft":
        return await progress.state(context, broadcast)
    return replace(await card_of(context, broadcast), notice=notice)


async def card_of(context: Context, broadcast: Broadcast) -> Screen:
    reads, organisers, event = context.database.reads, context.services.organisers, context.event
    recipients = await segments.count(reads, context.event_id, broadcast.segment, organisers)
    send_at = event.local(broadcast.send_at) if broadcast.send_at else None
    texts, label, key = context.texts, context.texts.label, broadcast.id
    text = texts(
        "broadcasts.confirm",
        recipients=recipients,
        segment=segment_name(broadcast.segment, event, texts),
        send_at=send_at,
        is_traceless=not broadcast.leaves_traces,
    )
    confirm = (
        label("broadcasts.button_schedule", send_at=send_at)
        if send_at
        else label("broadcasts.button_send", recipients=recipients)
    )
    rows = (
        (button(confirm, "broadcasts.send", key),),
        (
            button(label("broadcasts.button_recipients"), "broadcasts.recipients", key),
            button(label("broadcasts.button_time"), "broadcasts.time", key),
        ),
        (
            button(label("broadcasts.button_links"), "broadcasts.links", key),
            button(label("broadcasts.button_rewrite"), "broadcasts.rewrite", key),
        ),
        (button(label("broadcasts.button_cancel"), "broadcasts.cancel", key),),
    )
    return Screen(text, rows)


async def cancel(context: Context, broadcast_id: str) -> Reply:
    """Gives the draft up."""
    key = number(broadcast_id)
    await stop_listening(context)
    return await progress.state(context, await context.write(lambda tx: broadcasts.discard(tx, key)))


async def rewrite(context: Context, broadcast_id: str) -> Reply:
    """Gives this draft up and asks for another text."""
    key = number(broadcast_id)
    broadcast = await context.write(lambda tx: broadcasts.discard(tx, key))
    if broadcast is None or broadcast.state != "cancelled" or broadcast.stream is not None:
        return await progress.state(context, broadcast)
    return await ask(context)
