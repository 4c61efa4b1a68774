"""Free text: an answer to an open question, a code, or a question in somebody's own words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from data import dialogs
from data.database import Transaction
from data.dialogs import Dialog
from handlers import (
    attendance,
    attendees,
    broadcasts,
    corrections,
    faq,
    feedback,
    helpdesk,
    invitations,
    matching,
    moderation,
    places,
    polls,
    questions,
    registration,
    seats,
    teaching,
)
from handlers.answering import answer_text, follow_up
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen, Screens

Listener = Callable[[Context, Dialog, str], Awaitable[Reply]]

LISTENERS: Mapping[str, Listener] = {
    registration.KIND: registration.hear,
    feedback.KIND: feedback.hear,
    broadcasts.KIND: broadcasts.hear,
    helpdesk.KIND: helpdesk.hear,
    faq.KIND: faq.hear,
    teaching.KIND: teaching.hear,
    attendees.KIND: attendees.hear,
    corrections.KIND: corrections.hear,
    questions.KIND: questions.hear,
    moderation.KIND: moderation.hear,
    polls.KIND: polls.hear,
    polls.WORDS: polls.hear_words,
}


CAPABILITIES: Mapping[str, str] = {
    feedback.KIND: "feedback",
    broadcasts.KIND: "broadcasts",
    attendees.KIND: "attendees",
    corrections.KIND: "corrections",
    questions.KIND: "ask",
    moderation.KIND: "mod",
    polls.KIND: "polls",
    polls.WORDS: "words",
}
"""Whose buttons belong to an open question; one of another kind is left by every button."""

WAYS_BACK = frozenset(
    {"ask", "ask.session", "ask.mine", "ask.one", "feedback", "mod", "mod.card", "polls", "polls.one"}
)
"""Buttons of the same capability that give up what is being written; what is to be confirmed stays."""

OF_ORGANISERS = frozenset(
    {
        broadcasts.KIND,
        helpdesk.KIND,
        faq.KIND,
        teaching.KIND,
        corrections.KIND,
    }
)
OF_MODERATORS = frozenset({moderation.KIND, polls.KIND})
"""Six digits in what one of these was asked for are no check-in code."""


async def hear(context: Context) -> Reply:
    """Any text that is no command."""
    text = context.message.text or ""
    replied = await _replied(context, text)
    if replied is not None:
        return await replied
    dialog = await _open_dialog(context)
    listening = dialog if dialog is not None and _is_listening(context, dialog) else None
    code = attendance.code_in(text)
    if code is not None and (listening is None or not _wants_digits(listening)):
        return await attendance.check_in(context, code)
    if listening is not None and not (listening.kind == registration.KIND and _is_question(text)):
        return await _listener(listening)(context, listening, text)
    answer = await answer_text(context, text)
    return Screens((answer, registration.prompt(context, listening))) if listening else answer


async def _replied(context: Context, text: str) -> Awaitable[Reply] | None:
    """What answers a reply to one of the bot's messages, or a button below the chat; else None."""
    question_id = await helpdesk.question_replied_to(context) if context.is_organiser else None
    if question_id is not None:
        return helpdesk.answer(context, question_id)
    carded = await moderation.question_replied_to(context)
    if carded is not None:
        return moderation.answer(context, carded, text)
    if places.is_declined(text):
        return places.decline(context)
    answered = await helpdesk.answer_replied_to(context)
    return None if answered is None else follow_up(context, answered, text)


def _listener(dialog: Dialog) -> Listener:
    is_about_seats = dialog.kind == registration.KIND and dialog.step in seats.STEPS
    return matching.hear if is_about_seats else LISTENERS[dialog.kind]


def _wants_digits(dialog: Dialog) -> bool:
    """Where six digits are not a room's code."""
    if dialog.kind == registration.KIND:
        return dialog.step in seats.STEPS
    return dialog.kind in OF_ORGANISERS | OF_MODERATORS or dialog.step == attendees.SUBSTITUTE


async def _open_dialog(context: Context) -> Dialog | None:
    if context.open_dialog is None:
        return None
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    return dialogs.opened(context.services.anonymity, dialog) if dialog else None


def _is_question(text: str) -> bool:
    """No name, position or institution is written like that."""
    return "?" in text and any(char.isalpha() for char in text)


async def turn_to(context: Context, action: str = "") -> None:
    """Whoever goes elsewhere does not answer an open question any more; a registration stays open."""
    kind = context.open_dialog
    if kind is None or kind == registration.KIND:
        return
    if action.partition(".")[0] != CAPABILITIES.get(kind):
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    elif action in WAYS_BACK:
        await context.write(lambda tx: _give_up(tx, context.chat_id))


def _give_up(tx: Transaction, chat_id: int) -> None:
    """Whoever has gone back does not mean the next words for it."""
    dialog = dialogs.find_now(tx, chat_id)
    if dialog is not None and dialog.step not in registration.BUTTONS_ONLY:
        dialogs.close(tx, chat_id)


async def hear_other(context: Context) -> Reply:
    """A location or a list is what it is; a picture, a sticker, a voice: not understood, and said so."""
    answered = await _question_answered(context)
    if answered is not None:
        return await helpdesk.answer(context, answered)
    only_text = Screen(context.texts("answers_menu.only_text"), ((menu_button(context.texts),),))
    dialog = await _open_dialog(context)
    if dialog is not None and dialog.kind == broadcasts.KIND and _is_listening(context, dialog):
        return await broadcasts.hear_other(context, dialog)
    if context.message.location is not None:
        return await places.hear(context)
    if invitations.is_list(context):
        return await invitations.take_file(context)
    if dialog is None or dialog.kind != registration.KIND or not _is_listening(context, dialog):
        return only_text
    return Screens((only_text, registration.prompt(context, dialog)))


async def _question_answered(context: Context) -> int | None:
    """The question that an organiser answers with a picture or the like."""
    if not context.is_organiser:
        return None
    question_id = await helpdesk.question_replied_to(context)
    dialog = await dialogs.find(context.database.reads, context.chat_id)
    is_asked = dialog is not None and dialog.kind == helpdesk.KIND
    return int(dialog.draft["question"]) if dialog and is_asked and question_id is None else question_id


def _is_listening(context: Context, dialog: Dialog) -> bool:
    """Before the consent, before saving, and with rights lost meanwhile, a dialog waits for no text."""
    if dialog.kind in OF_ORGANISERS and not context.is_organiser:
        return False
    if dialog.kind in OF_MODERATORS and not context.is_moderator:
        return False
    return dialog.kind in LISTENERS and dialog.step not in registration.BUTTONS_ONLY
