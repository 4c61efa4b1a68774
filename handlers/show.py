"""Bringing a reply to the person: an edit where a button was pressed, else a message.

What the network swallows is kept in the outbox and sent from there.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, InlineKeyboardMarkup, InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from data import chats, materials, outbox
from data.reports.typesetting import TypesettingError
from handlers.cards import reply_to
from handlers.context import Context
from handlers.paging import pieces
from handlers.screen import NOTICE_LIMIT, Document, Notice, Reply, Screen, Screens

logger = logging.getLogger(__name__)

NO_RIGHT = ("rights", "forbidden", "topic_closed", "chat_restricted")
"""In Telegram's refusals: the group does not let the bot write."""

SUPERSEDED: ContextVar[bool] = ContextVar("superseded", default=False)
"""Whether a later press on the same message is waiting: what would be shown now is shown by that one."""


async def show(context: Context, reply: Reply) -> None:
    """Answers the update. Raises what is our own fault; the network's faults never reach the caller."""
    query = context.incoming.callback_query
    if query is None:
        await _messages(context, reply)
        return
    await asyncio.gather(_acknowledge(query, reply), _messages(context, reply))


async def _acknowledge(query: CallbackQuery, reply: Reply) -> None:
    text, alert, url = "", False, ""
    if isinstance(reply, Notice):
        text, alert, url = reply.text, reply.alert, reply.url
    elif isinstance(reply, Screen):
        text, alert = reply.notice, reply.alert
    try:
        await query.answer(text[:NOTICE_LIMIT] or None, show_alert=alert or None, url=url or None)
    except (NetworkError, RetryAfter) as error:
        logger.debug("button not acknowledged: %s", error, extra={"action": "acknowledge"})


async def _messages(context: Context, reply: Reply) -> None:
    if isinstance(reply, Screen):
        await _screens(context, _parts(reply))
    elif isinstance(reply, Document):
        await _document(context, reply)
    elif isinstance(reply, Screens):
        await _screens(context, [part for screen in reply.screens for part in _parts(screen)])


async def _screens(context: Context, screens: Sequence[Screen]) -> None:
    """Only the first one takes the place of what was there."""
    first, *others = screens
    await _screen(context, first)
    for screen in others:
        await _screen(context, replace(screen, anew=True))


def _parts(screen: Screen) -> list[Screen]:
    """A text too long for one message in several; the buttons are under the last."""
    *before, last = pieces(screen.text)
    return [*(replace(screen, text=text, rows=()) for text in before), replace(screen, text=last)]


async def _document(context: Context, document: Document) -> None:
    """Sends a file; one that Telegram has already goes by its file_id."""
    upload = document.upload
    known = await materials.uploaded(context.database.reads, context.bot.id, upload.digest)
    try:
        if known and await _sent_again(context, document, known):
            return
        await _send_new(context, document)
    except Forbidden:
        await context.write(lambda tx: chats.mark_blocked(tx, context.chat_id, context.now))
    except BadRequest:
        raise
    except TypesettingError as error:
        logger.warning("file not made: %s", error, extra={"action": "send_document"})
        await _screen(context, document.otherwise)
    except (NetworkError, RetryAfter) as error:
        logger.info("file not sent: %s", error, extra={"action": "send_document"})
        await _screen(context, document.otherwise)


async def _sent_again(context: Context, document: Document, file_id: str) -> bool:
    """False where Telegram does not know the file_id any more."""
    try:
        await _send_document(context, document, file_id)
    except BadRequest:
        digest = document.upload.digest
        await context.write(lambda tx: materials.forget_upload(tx, context.bot.id, digest))
        return False
    return True


async def _send_new(context: Context, document: Document) -> None:
    upload = document.upload
    content = await asyncio.to_thread(upload.read)
    message = await _send_document(context, document, InputFile(content, filename=upload.filename))
    if upload.digest and message.document:
        file_id = message.document.file_id
        await context.write(lambda tx: materials.keep_upload(tx, context.bot.id, upload.digest, file_id))


async def _send_document(context: Context, document: Document, content: str | InputFile) -> Message:
    send = context.bot.send_photo if document.is_photo else context.bot.send_document
    return await send(
        context.chat_id,
        content,
        caption=str(document.caption),
        parse_mode=ParseMode.HTML,
        reply_markup=InlineKeyboardMarkup(document.rows) if document.rows else None,
    )


async def _screen(context: Context, screen: Screen) -> None:
    query = context.incoming.callback_query
    editable = query.message if query and not screen.anew and not screen.attachment else None
    if isinstance(editable, Message) and editable.text is not None:
        if SUPERSEDED.get():
            return
        call = _edit_call(editable, screen)
        if await _attempt(context, *call):
            return
    elif screen.edits is not None:
        place = {"chat_id": context.chat_id, "message_id": screen.edits}
        if await _attempt(context, "editMessageText", {**place, **screen.parameters()}):
            return
    await _attempt(context, *_send_call(context, screen), is_last=True)


def _edit_call(message: Message, screen: Screen) -> tuple[str, dict[str, Any]]:
    place = {"chat_id": message.chat_id, "message_id": message.message_id}
    return "editMessageText", {**place, **screen.parameters()}


def _send_call(context: Context, screen: Screen) -> tuple[str, dict[str, Any]]:
    """In a group it says to which message it is the answer."""
    message = context.incoming.message
    asked = reply_to(message.message_id if message and context.in_group else None)
    return screen.method, {"chat_id": context.chat_id, **screen.parameters(), **asked}


async def _attempt(
    context: Context, method: str, parameters: dict[str, Any], *, is_last: bool = False
) -> bool:
    """Whether the message stands there now, or will: False only for an edit that Telegram refuses.

    In a rush answers wait in the outbox, so that their updates are done with; and behind one that waits there
    come the others of its chat.
    """
    if context.services.is_crowded() or await outbox.is_answer_late(
        context.database.lookups, context.chat_id
    ):
        await _postpone(context, method, parameters)
        return True
    try:
        await context.services.call(method, parameters)
    except BadRequest as error:
        if context.in_group and any(sign in error.message.casefold() for sign in NO_RIGHT):
            logger.info("not said in a group: %s", error, extra={"action": "answer_group"})
            return True
        if is_last:
            raise
        return "not modified" in error.message
    except ChatMigrated:
        logger.info("the group has moved", extra={"action": "answer_group"})
    except Forbidden:
        await context.write(lambda tx: chats.mark_blocked(tx, context.chat_id, context.now))
    except (NetworkError, RetryAfter) as error:
        logger.info("answer kept for later: %s", error, extra={"action": "postpone_answer"})
        await _postpone(context, method, parameters)
    return True


def _sealed(context: Context, method: str, parameters: dict[str, Any]) -> str:
    """It may show an anonymous answer beside the chat."""
    return context.services.anonymity.seal_text(json.dumps([method, parameters], ensure_ascii=False))


async def _postpone(context: Context, method: str, parameters: dict[str, Any]) -> None:
    context.postponed += 1
    draft = outbox.Draft(
        key=f"{outbox.DIRECT_ANSWER}:{context.incoming.update_id}:{context.postponed}",
        kind=outbox.DIRECT_ANSWER,
        subject=_sealed(context, method, parameters),
        chat_id=context.chat_id,
        priority=outbox.DIRECT,
        not_before=context.now,
    )
    await context.write(lambda tx: outbox.add(tx, draft))
