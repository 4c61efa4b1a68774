"""Frequent questions: those of the event file, and those that the committee adds and keeps itself."""

from __future__ import annotations

from typing import Literal

from data import cards, dialogs, helpdesk, teaching
from data.database import Transaction
from data.dialogs import Dialog
from data.teaching import AddedFaq
from handlers.answers import key_of
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Notice, Reply, Rows, Screen, button, shortened
from handlers.texts import clipped, units

KIND = "faq"
LABEL_CHARACTERS = 48
QUESTION_UNITS, ANSWER_UNITS = 256, 3000
"""As of the event file: both fit into one message."""

Part = Literal["question", "answer"]


async def show_list(context: Context, page: str = "1") -> Reply:
    shown = page_of(context.event.faq, page)
    text = context.texts("faq.list", event=context.event, entries=shown.entries)
    rows = tuple(
        (button(shortened(entry.question, LABEL_CHARACTERS), "faq.entry", entry.id),)
        for entry in shown.entries
    )
    return Screen(text, (*rows, *turns(shown.shown, shown.pages, "faq"), (menu_button(context.texts),)))


async def show_entry(context: Context, faq_id: str, notice: str = "") -> Reply:
    entry = context.event.faq_entry(faq_id)
    if entry is None:
        raise StaleButtonError
    back = button(context.texts.label("faq.button_back"), "faq")
    rows = (*_editing_rows(context, faq_id), (back, menu_button(context.texts)))
    return Screen(context.texts("faq.entry", entry=entry), rows, notice)


def _editing_rows(context: Context, faq_id: str) -> Rows:
    """For organisers, under an entry that they have added."""
    entry, label = teaching.number_of(faq_id), context.texts.label
    if entry is None or not context.is_organiser or context.in_group:
        return ()
    return (
        (
            button(label("faq.button_edit_question"), "faq.edit", entry, "question"),
            button(label("faq.button_edit_answer"), "faq.edit", entry, "answer"),
        ),
        (button(label("faq.button_remove"), "faq.remove", entry),),
    )


async def from_answer(context: Context, question_id: str) -> Reply:
    """A participant's question and its answer become an entry, with one press."""
    key, label = number(question_id), context.texts.label
    question = await helpdesk.find(context.database.reads, key)
    answer = await helpdesk.last_answer(context.database.reads, key)
    if question is None or answer is None:
        return Notice(label("helpdesk.gone_for_organiser"), alert=True)
    if not answer.text.strip() or units(answer.text) > ANSWER_UNITS:
        return Notice(label("faq.no_text", limit=ANSWER_UNITS), alert=True)

    def work(tx: Transaction) -> AddedFaq:
        wording = clipped(question.text, QUESTION_UNITS)
        entry = teaching.keep_as_faq(
            tx, context.event_id, key, key_of(question.text), wording, answer.text, context.now
        )
        cards.refresh(tx, key, context.now)
        return entry

    entry = await context.write(work)
    await context.refresh()
    if context.in_group:
        return Notice(label("faq.added"), alert=True)
    return await _anew(context, entry.faq_id)


async def _anew(context: Context, faq_id: str) -> Reply:
    """The entry under what stands there: a card, or the message that an answer is on its way."""
    entry = context.event.faq_entry(faq_id)
    if entry is None:
        raise StaleButtonError
    text = context.texts("faq.added_entry", entry=entry)
    return Screen(text, (*_editing_rows(context, faq_id), (menu_button(context.texts),)), anew=True)


async def edit(context: Context, entry_number: str, part: str) -> Reply:
    """Asks for another wording of the question, or of the answer."""
    entry = await _added(context, entry_number)
    if part not in ("question", "answer"):
        raise StaleButtonError
    dialog = Dialog(KIND, part, {"entry": entry.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    return Screen(context.texts(f"faq.ask_{part}", entry=entry), _cancel_rows(context, entry))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """The new wording."""
    entry = await _added(context, str(dialog.draft["entry"]))
    part: Part = "question" if dialog.step == "question" else "answer"
    limit = QUESTION_UNITS if part == "question" else ANSWER_UNITS
    if units(text) > limit:
        return Screen(context.texts("faq.too_long", limit=limit), _cancel_rows(context, entry))

    def work(tx: Transaction) -> None:
        teaching.rewrite(tx, context.event_id, entry.id, part, text)
        dialogs.close(tx, context.chat_id)

    await context.write(work)
    await context.refresh()
    return await show_entry(context, entry.faq_id)


async def ask_remove(context: Context, entry_number: str) -> Reply:
    entry, label = await _added(context, entry_number), context.texts.label
    rows = (
        (button(label("faq.button_remove_yes"), "faq.remove_yes", entry.id),),
        (button(label("faq.button_keep"), "faq.entry", entry.faq_id),),
    )
    return Screen(context.texts("faq.ask_remove", entry=entry), rows)


async def remove(context: Context, entry_number: str) -> Reply:
    """The entry goes; what led to it is not known any more."""
    key = number(entry_number)
    await context.write(lambda tx: teaching.remove(tx, context.event_id, key))
    await context.refresh()
    return await show_list(context)


def _cancel_rows(context: Context, entry: AddedFaq) -> Rows:
    return ((button(context.texts.label("faq.button_keep"), "faq.entry", entry.faq_id),),)


async def _added(context: Context, entry_number: str) -> AddedFaq:
    entry = await teaching.find_added(context.database.reads, context.event_id, number(entry_number))
    if entry is None:
        raise StaleButtonError
    return entry
