"""Free text: an answer to an open question, a code, or a question in somebody's own words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from telegram import InlineKeyboardButton

from data import chats, dialogs, helpdesk
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from handlers import attendance, broadcasts, feedback, moderation, polls, questions, registration
from handlers import helpdesk as committee
from handlers.answers import Answer, Topic, render
from handlers.context import Context
from handlers.materials import file_rows
from handlers.menu import menu_button
from handlers.screen import Reply, Rows, Screen, Screens, button, rows_of, shortened
from handlers.texts import full_name, short_name, texts

MAX_BUTTONS = 6
LABEL_CHARACTERS, WIDE_LABEL_CHARACTERS = 26, 48

Listener = Callable[[Context, Dialog, str], Awaitable[Reply]]

LISTENERS: Mapping[str, Listener] = {
    registration.KIND: registration.hear,
    feedback.KIND: feedback.hear,
    broadcasts.KIND: broadcasts.hear,
    questions.KIND: questions.hear,
    moderation.KIND: moderation.hear,
    polls.KIND: polls.hear,
    polls.WORDS: polls.hear_words,
}


CAPABILITIES: Mapping[str, str] = {
    feedback.KIND: "feedback",
    broadcasts.KIND: "broadcasts",
    questions.KIND: "ask",
    moderation.KIND: "mod",
    polls.KIND: "polls",
    polls.WORDS: "words",
}
"""Whose buttons belong to an open question."""


async def hear(context: Context) -> Reply:
    """Any text that is no command."""
    text = context.message.text or ""
    question_id = await committee.question_replied_to(context)
    if question_id is not None:
        return await committee.answer(context, question_id, text)
    carded = await moderation.question_replied_to(context)
    if carded is not None:
        return await moderation.answer(context, carded, text)
    dialog = await _open_dialog(context)
    listening = dialog if dialog is not None and _is_listening(context, dialog) else None
    code = attendance.code_in(text)
    if code is not None and (listening is None or listening.kind != broadcasts.KIND):
        return await attendance.check_in(context, code)
    if listening is None:
        return await _answer(context, text)
    if listening.kind == registration.KIND and _is_question(text):
        return Screens((await _answer(context, text), registration.prompt(context, listening)))
    return await LISTENERS[listening.kind](context, listening, text)


async def _open_dialog(context: Context) -> Dialog | None:
    if context.open_dialog is None:
        return None
    return await dialogs.find(context.database.lookups, context.chat_id)


def _is_question(text: str) -> bool:
    """No name, position or institution is written like that."""
    return "?" in text and any(char.isalpha() for char in text)


async def turn_to(context: Context, action: str = "") -> None:
    """Whoever goes elsewhere does not answer an open question any more; a registration stays open."""
    kind = context.open_dialog
    if kind is None or kind == registration.KIND:
        return
    if action.partition(".")[0] != CAPABILITIES[kind]:
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))


async def hear_other(context: Context) -> Reply:
    """A picture, a sticker, a voice: not understood, and said so; an open question stays open."""
    only_text = Screen(context.texts("answers_menu.only_text"), ((menu_button(context.texts),),))
    dialog = await _open_dialog(context)
    if dialog is None or dialog.kind != registration.KIND or not _is_listening(context, dialog):
        return only_text
    return Screens((only_text, registration.prompt(context, dialog)))


def _is_listening(context: Context, dialog: Dialog) -> bool:
    """Before the consent, before saving, and with rights lost meanwhile, a dialog waits for no text."""
    if dialog.kind in (broadcasts.KIND, moderation.KIND, polls.KIND) and not context.is_organiser:
        return False
    return dialog.kind in LISTENERS and dialog.step not in registration.BUTTONS_ONLY


async def _answer(context: Context, text: str) -> Screen:
    now = context.event.local(context.now)
    answer = context.services.programme.engine.answer(text, now, default=context.language)
    if not answer.confident and answer.action not in LEADS:
        return await _offer_committee(context, text, answer)
    rendered = render(answer, context.event, now, texts(answer.language))
    return Screen(rendered, _rows(context, answer))


LEADS: Mapping[str, tuple[str, str]] = {
    "attendance": ("menu.button_attendance", "attendance"),
    "feedback": ("menu.button_feedback", "feedback"),
    "reminders": ("menu.button_profile", "profile"),
}
"""What the bot does itself, elsewhere: the label of the button that leads there, and its action."""


async def _offer_committee(context: Context, text: str, answer: Answer) -> Screen:
    """Says so honestly, and offers to pass the question on."""

    def work(tx: Transaction) -> int:
        chats.meet(tx, context.chat_id, context.language)
        return helpdesk.keep_draft(
            tx, context.event_id, context.chat_id, context.incoming.update_id, text, context.now
        )

    question_id = await context.write(work)
    now = context.event.local(context.now)
    rendered = render(answer, context.event, now, texts(answer.language))
    if context.is_organiser:
        hint = context.texts("helpdesk.reply_hint")
        return Screen(rendered + "\n\n" + hint, _rows(context, answer))
    pass_on = button(context.texts.label("helpdesk.button_pass_on"), "helpdesk.pass_on", question_id)
    return Screen(rendered, ((pass_on,), *_rows(context, answer)))


def _rows(context: Context, answer: Answer) -> Rows:
    """The files that were asked for, else the pages of the sessions spoken of."""
    found = [session for one in answer.sessions if (session := context.event.session(one))]
    sessions = found[:MAX_BUTTONS]
    if answer.action is not None and answer.action in LEADS:
        label, action = LEADS[answer.action]
        rows: Rows = ((button(context.texts.label(label), action),),)
    elif answer.alternatives:
        rows = tuple((_topic_button(context, topic),) for topic in answer.alternatives)
    elif answer.facet == "materials":
        rows = tuple(row for session in sessions for row in file_rows(session))[:MAX_BUTTONS]
    else:
        rows = rows_of(2, [_page_button(session) for session in sessions])
    return (*rows, (menu_button(context.texts),))


def _topic_button(context: Context, topic: Topic) -> InlineKeyboardButton:
    """The engine names only topics that the event has."""
    entry = context.event.faq_entry(topic.id) if topic.kind == "faq" else None
    if entry is not None:
        return button(shortened(entry.question, WIDE_LABEL_CHARACTERS), "faq.entry", entry.id)
    session = context.event.session(topic.id)
    label = full_name(session) if session else topic.id
    return button(shortened(label, WIDE_LABEL_CHARACTERS), "agenda.session", topic.id)


def _page_button(session: Session) -> InlineKeyboardButton:
    name = short_name(session)
    return button(shortened(name, LABEL_CHARACTERS), "agenda.session", session.id)
