"""Questions passed on to the committee, and the committee's answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from telegram import InlineKeyboardButton, Message
from telegram.constants import ChatID

from data import cards, committee, dialogs, helpdesk, outbox
from data.database import Transaction
from data.dialogs import Dialog
from data.helpdesk import Answer, Content, Question
from handlers.callback import StaleButtonError, number
from handlers.committee import helper
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import CAPTION_UNITS, shown_page, turns
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of
from handlers.texts import units

KIND = "helpdesk"
PAGE = 8
LOOKS, LOOK_SECONDS = 50, 0.02
"""How often, and after how many real seconds, it is looked whether a message has been written down."""


async def pass_on(context: Context, question_id: str) -> Reply:
    """The author of the text wants the committee to have it."""
    question_number = number(question_id)
    return await _passed_on(context, lambda _: question_number)


async def follow_up(context: Context, earlier: int, text: str) -> Reply:
    """Who was answered asks on, by replying to the answer."""

    def keep(tx: Transaction) -> int:
        update_id, event_id = context.incoming.update_id, context.event_id
        return helpdesk.keep_draft(tx, event_id, context.chat_id, update_id, text, context.now, earlier)

    return await _passed_on(context, keep)


async def ask(context: Context) -> Reply:
    """Who comes from a group with a question writes it here."""
    return Screen(context.texts("helpdesk.ask"), ((menu_button(context.texts),),))


async def answer_replied_to(context: Context) -> int | None:
    """The question, where somebody replies to the message that brought its answer."""
    replied = context.message.reply_to_message
    if replied is None:
        return None
    await _written_down(context)
    reply = await helpdesk.answered_at(context.database.reads, context.chat_id, replied.message_id)
    return reply.question_id if reply else None


async def _written_down(context: Context) -> None:
    """Who replies at once may be ahead of the record that the message was sent: waits for it, not long."""
    for _ in range(LOOKS):
        if not await outbox.is_on_its_way(context.database.lookups, context.chat_id):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def question_replied_to(context: Context) -> int | None:
    """The question, where a message replies to one that is about it."""
    replied = context.message.reply_to_message
    if replied is None:
        return None
    await _written_down(context)
    return await cards.question_at(context.database.reads, context.chat_id, replied.message_id)


async def take(context: Context, question_id: str) -> Reply:
    """A helper is at it: the others see that, and the helper's next message is the answer."""
    key, who = number(question_id), helper(context)

    def work(tx: Transaction) -> Question | None:
        question = helpdesk.take(tx, key, who, context.now)
        if question is None or _is_anothers(question, who.id):
            return question
        if context.in_group:
            update_id = context.incoming.update_id
            cards.prompt(tx, key, context.chat_id, who.id, update_id, context.now)
        else:
            dialogs.save(tx, context.chat_id, Dialog(KIND, "answer", {"question": key}), context.now)
        return question

    question = await context.write(work)
    if question is None:
        return Notice(context.texts.label("helpdesk.gone_for_organiser"), alert=True)
    if _is_anothers(question, who.id):
        return Notice(context.texts.label("helpdesk.taken", name=question.helper_name), alert=True)
    if context.in_group:
        return Notice(context.texts.label("helpdesk.see_prompt"))
    cancel = button(context.texts.label("helpdesk.button_release"), "helpdesk.release", key)
    return Screen(context.texts("helpdesk.prompt", question=question), ((cancel,),), anew=True)


async def release(context: Context, question_id: str) -> Reply:
    """Gives it back."""
    key, who = number(question_id), helper(context)

    def work(tx: Transaction) -> Question | None:
        if not context.in_group and _waits_for(dialogs.find_now(tx, context.chat_id), key):
            dialogs.close(tx, context.chat_id)
        return helpdesk.release(tx, key, who.id, context.now)

    question = await context.write(work)
    if question is not None and _is_anothers(question, who.id):
        return Notice(context.texts.label("helpdesk.taken", name=question.helper_name), alert=True)
    return Notice(context.texts.label("helpdesk.released"))


async def hear(context: Context, dialog: Dialog, _text: str) -> Reply:
    """The answer, after the button."""
    return await answer(context, int(dialog.draft["question"]))


async def answer(context: Context, question_id: int) -> Reply:
    """The message goes to who asked; it waits for a confirmation where another helper is at the question."""
    content = content_of(context.message)
    if content is None:
        return _said(context, "helpdesk.only_text_photo_document")
    if content.media and units(content.text) > CAPTION_UNITS:
        return _said(context, "helpdesk.caption_too_long", limit=CAPTION_UNITS)
    who, update_id = helper(context), context.incoming.update_id

    def work(tx: Transaction) -> Answer | None:
        if not context.in_group and _waits_for(dialogs.find_now(tx, context.chat_id), question_id):
            dialogs.close(tx, context.chat_id)
        return helpdesk.answer(tx, question_id, who, update_id, content, context.now)

    given = await context.write(work)
    if given is None:
        return _said(context, "helpdesk.gone_for_organiser")
    return await _held(context, given) if given.state == "held" else _answered(context, given.question_id)


async def send_held(context: Context, answer_id: str) -> Reply:
    """Sent all the same, by who wrote it."""
    key = number(answer_id)

    def work(tx: Transaction) -> int | None:
        sent = (helpdesk.send_held(tx, key, one, context.now) for one in _authors(context))
        return next((question for question in sent if question is not None), None)

    question_id = await context.write(work)
    if question_id is None:
        return Notice(context.texts.label("helpdesk.not_yours"), alert=True)
    return _answered(context, question_id)


async def drop_held(context: Context, answer_id: str) -> Reply:
    key = number(answer_id)

    def work(tx: Transaction) -> bool:
        return any(helpdesk.drop_held(tx, key, one) for one in _authors(context))

    if not await context.write(work, again=lambda _: True):
        return Notice(context.texts.label("helpdesk.not_yours"), alert=True)
    return _said(context, "helpdesk.dropped")


async def show_open(context: Context, page: str = "1") -> Reply:
    """``/pertanyaan``: what waits for an answer, the oldest first."""
    reads, texts = context.database.reads, context.texts
    total = await helpdesk.count_open(reads, context.event_id)
    shown, pages = shown_page(page, total, PAGE)
    offset = (shown - 1) * PAGE
    entries = await helpdesk.page_of_open(reads, context.event_id, offset, PAGE)
    event = context.event
    text = texts(
        "helpdesk.list",
        entries=[(entry, event.local(entry.asked_at)) for entry in entries],
        offset=offset,
        total=total,
        page=shown,
        pages=pages,
    )
    numbers = [
        button(str(offset + place), "helpdesk.card", entry.id) for place, entry in enumerate(entries, start=1)
    ]
    return Screen(text, (*rows_of(4, numbers), *turns(shown, pages, "helpdesk.list"), _ending(context)))


async def send_card(context: Context, question_id: str) -> Reply:
    """The card once more, at the end of the chat."""
    key, update_id = number(question_id), context.incoming.update_id
    if await helpdesk.find(context.database.reads, key) is None:
        raise StaleButtonError
    await context.write(lambda tx: cards.send_anew(tx, key, context.chat_id, update_id, context.now))
    return Notice(context.texts.label("helpdesk.card_sent"))


def content_of(message: Message) -> Content | None:
    """What can be passed on: a text, a photo or a document."""
    if message.text:
        return Content(message.text)
    if message.photo:
        return Content(message.caption or "", "photo", message.photo[-1].file_id)
    if message.document:
        return Content(message.caption or "", "document", message.document.file_id)
    return None


async def _passed_on(context: Context, question_of: Callable[[Transaction], int]) -> Reply:
    texts, back, desk = context.texts, ((menu_button(context.texts),),), context.services.desk

    def work(tx: Transaction) -> tuple[Question | None, bool]:
        if not committee.recipients(tx, desk.organisers):
            return None, False
        return helpdesk.pass_on(tx, question_of(tx), context.chat_id, desk, context.now), True

    question, is_somebody_there = await context.write(work)
    if not is_somebody_there:
        return Screen(texts("helpdesk.nobody"), back)
    if question is None:
        return Screen(texts("helpdesk.gone"), back)
    return Screen(texts("helpdesk.passed_on", question=question.text), back)


async def _held(context: Context, given: Answer) -> Screen:
    reads, label = context.database.reads, context.texts.label
    question = await helpdesk.find(reads, given.question_id)
    other = await helpdesk.last_answer(reads, given.question_id)
    text = context.texts("helpdesk.held", name=question.helper_name if question else None, answer=other)
    rows = (
        (button(label("helpdesk.button_send_all_the_same"), "helpdesk.send_held", given.id),),
        (button(label("helpdesk.button_drop"), "helpdesk.drop_held", given.id),),
    )
    return Screen(text, rows)


def _answered(context: Context, question_id: int) -> Screen:
    """With the way to make it known to all, for those who may."""
    faq = button(context.texts.label("helpdesk.button_make_faq"), "faq.from_answer", question_id)
    said = _said(context, "helpdesk.answered")
    return replace(said, rows=((faq,), *said.rows)) if context.is_organiser else said


def _said(context: Context, key: str, **values: object) -> Screen:
    """A sentence; in a private chat with the way back."""
    rows: Rows = () if context.in_group else ((menu_button(context.texts),),)
    return Screen(context.texts(key, **values), rows)


def _authors(context: Context) -> tuple[int, ...]:
    """As whom the presser may have written: Telegram does not say who an anonymous administrator is."""
    return (context.user_id, int(ChatID.ANONYMOUS_ADMIN)) if context.in_group else (context.user_id,)


def _is_anothers(question: Question, helper_id: int) -> bool:
    return question.state == "open" and question.helper_id not in (None, helper_id)


def _waits_for(dialog: Dialog | None, question_id: int) -> bool:
    return dialog is not None and dialog.kind == KIND and dialog.draft["question"] == question_id


def _ending(context: Context) -> tuple[InlineKeyboardButton, ...]:
    refresh = button(context.texts.label("helpdesk.button_refresh"), "helpdesk.list")
    return (refresh,) if context.in_group else (refresh, menu_button(context.texts))
