"""A question in somebody's own words: the answer, a choice between readings, or the way to the committee."""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup
from telegram import InlineKeyboardButton, Message, MessageEntity

from data import chats, helpdesk
from data.database import Transaction
from data.event import Session
from handlers import helpdesk as committee
from handlers import memory, teaching
from handlers.agenda import show_session
from handlers.answers import Answer, Topic, render
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.faq import show_entry
from handlers.functions import LEADS, asked_for
from handlers.links import private_button
from handlers.materials import file_rows
from handlers.menu import menu_button
from handlers.screen import Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import full_name, short_name, texts

Row = tuple[InlineKeyboardButton, ...]

MAX_BUTTONS = 6
LABEL_CHARACTERS, WIDE_LABEL_CHARACTERS = 26, 48

NO_SOURCE = 0
"""In place of the id of a kept text: in groups none is kept, the question is what the answer replies to."""


async def answer_text(context: Context, text: str) -> Screen:
    """In whichever chat; what was answered is remembered for the next short question."""
    now = context.event.local(context.now)
    remembered = await memory.recall(context)
    answer = context.services.programme.engine.answer(text, now, remembered, default=context.language)
    if not answer.confident and answer.action not in LEADS:
        function = None if answer.action else asked_for(text)
        return await _lead(context, function) if function else await _not_known(context, text, answer)
    if answer.conversation != remembered:
        await memory.keep(context, answer.conversation)
    return await _with_registration(context, answer, _shown(context, answer))


async def follow_up(context: Context, earlier: int, text: str) -> Reply:
    """A reply to an answer of the committee goes to the committee.

    Thanks do not; and what the bot knows by itself it says, and offers the way.
    """
    now = context.event.local(context.now)
    answer = context.services.programme.engine.answer(text, now, default=context.language)
    if not answer.confident:
        return await committee.follow_up(context, earlier, text)
    screen = await answer_text(context, text)
    if answer.facet == "smalltalk":
        return screen
    source = await context.write(lambda tx: _draft(context, tx, text, earlier))
    return replace(screen, rows=(_pass_on_row(context, source), *screen.rows))


async def pick(context: Context, source: str, kind: str, topic_id: str) -> Reply:
    """One of the readings is meant: what was asked, answered for it."""
    topic = _topic(context, kind, topic_id)
    text = await _text_of(context, number(source))
    if text is None:
        return await (show_entry if topic.kind == "faq" else show_session)(context, topic.id)
    now = context.event.local(context.now)
    answer = context.services.programme.engine.about(topic, text, now, default=context.language)
    await memory.keep(context, answer.conversation)
    screen = _shown(context, answer)
    if context.in_group:
        return screen
    return replace(screen, rows=(*screen.rows[:-1], _pass_on_row(context, number(source)), *screen.rows[-1:]))


def without_mention(context: Context, message: Message) -> str:
    """The text of a message in a group, without the bot's name."""
    text = message.text or ""
    for entity, part in message.parse_entities([MessageEntity.TEXT_MENTION]).items():
        if entity.user and entity.user.id == context.bot.id:
            text = text.replace(part, " ", 1)
    return re.sub(rf"@{re.escape(context.bot.username)}\b", " ", text, flags=re.IGNORECASE).strip()


async def _lead(context: Context, function: str) -> Screen:
    """Who is registered already looks at what is kept."""
    is_done = function == "register" and await context.participant() is not None
    label, action = LEADS["profile" if is_done else function]
    row = (button(context.texts.label(label), action),)
    return Screen(
        context.texts("answers_menu.lead"), (row,) if context.in_group else _with_menu(context, row)
    )


async def _with_registration(context: Context, answer: Answer, screen: Screen) -> Screen:
    """Who asks about the registration, and is in no list, may mean the bot's."""
    named = [session for one in answer.sessions if (session := context.event.session(one))]
    is_meant = len(named) == 1 and named[0].kind == "registration"
    if not is_meant or context.in_group or await context.participant():
        return screen
    register = button(context.texts.label("menu.button_register"), "registration")
    return replace(screen, rows=((register,), *screen.rows))


def _shown(context: Context, answer: Answer) -> Screen:
    now = context.event.local(context.now)
    return Screen(render(answer, context.event, now, texts(answer.language)), _rows(context, answer))


async def _not_known(context: Context, text: str, answer: Answer) -> Screen:
    """Says so honestly, with the nearest topics and the way to the committee; the committee may teach it."""
    record = await teaching.recorder(context, text) if answer.action is None else teaching.nothing
    source = NO_SOURCE
    if context.in_group:
        await context.write(record, again=lambda _: None)
    else:
        source = await _keep(context, text, record)
    return Screen(_honest(context, answer), _ways_on(context, answer, source))


async def _keep(context: Context, text: str, record: teaching.Record) -> int:
    """The text until its author decides what to do with it."""

    def work(tx: Transaction) -> int:
        record(tx)
        return _draft(context, tx, text)

    return await context.write(work, again=lambda tx: _draft(context, tx, text))


def _draft(context: Context, tx: Transaction, text: str, follows: int | None = None) -> int:
    chats.meet(tx, context.chat_id, context.language)
    update_id, event_id = context.incoming.update_id, context.event_id
    return helpdesk.keep_draft(tx, event_id, context.chat_id, update_id, text, context.now, follows)


def _honest(context: Context, answer: Answer) -> Markup:
    """Two readings or more: which one? Fewer: not known."""
    spoken = texts(answer.language)
    if len(answer.alternatives) > 1 and answer.action is None:
        return spoken("answers_menu.choose")
    now = context.event.local(context.now)
    rendered = render(answer, context.event, now, spoken)
    if context.is_organiser and not context.in_group:
        return rendered + "\n\n" + context.texts("helpdesk.reply_hint")
    return rendered


def _ways_on(context: Context, answer: Answer, source: int) -> Rows:
    nearest = answer.alternatives if answer.action is None else ()
    topics = tuple((_topic_button(context, topic, source),) for topic in nearest)
    if context.in_group:
        label = context.texts.label("groups.button_ask")
        return (*topics, (private_button(context, label, "tanya"),))
    return _with_menu(context, *_panel_row(context, answer), *topics, _pass_on_row(context, source))


def _panel_row(context: Context, answer: Answer) -> Rows:
    """To the questions to the speakers, for who asks how to put one."""
    if answer.action != "ask_speaker" or not context.event.takes_questions:
        return ()
    return ((button(context.texts.label("menu.button_ask"), "ask"),),)


def _pass_on_row(context: Context, source: int) -> Row:
    return (button(context.texts.label("helpdesk.button_pass_on"), "helpdesk.pass_on", source),)


def _rows(context: Context, answer: Answer) -> Rows:
    """The files that were asked for, else the pages of the sessions spoken of."""
    found = [session for one in answer.sessions if (session := context.event.session(one))]
    sessions = found[:MAX_BUTTONS]
    rows: Rows
    if answer.action is not None and answer.action in LEADS:
        label, action = LEADS[answer.action]
        rows = ((button(context.texts.label(label), action),),)
    elif answer.facet == "materials":
        rows = tuple(row for session in sessions for row in file_rows(session))[:MAX_BUTTONS]
    else:
        rows = rows_of(2, [_page_button(session) for session in sessions])
    return rows if context.in_group else _with_menu(context, *rows)


def _with_menu(context: Context, *rows: Row) -> Rows:
    return (*rows, (menu_button(context.texts),))


def _topic_button(context: Context, topic: Topic, source: int) -> InlineKeyboardButton:
    """The engine names only topics that the event has."""
    entry = context.event.faq_entry(topic.id) if topic.kind == "faq" else None
    session = context.event.session(topic.id)
    label = entry.question if entry else full_name(session) if session else topic.id
    return button(shortened(label, WIDE_LABEL_CHARACTERS), "answers.pick", source, topic.kind, topic.id)


def _page_button(session: Session) -> InlineKeyboardButton:
    name = short_name(session)
    return button(shortened(name, LABEL_CHARACTERS), "agenda.session", session.id)


def _topic(context: Context, kind: str, topic_id: str) -> Topic:
    if kind == "faq" and context.event.faq_entry(topic_id):
        return Topic("faq", topic_id)
    if kind == "session" and context.event.session(topic_id):
        return Topic("session", topic_id)
    raise StaleButtonError


async def _text_of(context: Context, source: int) -> str | None:
    """The question under whose answer the button stands; None where it is not kept any more."""
    if not context.in_group:
        question = await helpdesk.find(context.database.reads, source)
        return question.text if question and question.chat_id == context.chat_id else None
    query = context.incoming.callback_query
    shown = query.message if query else None
    asked = shown.reply_to_message if isinstance(shown, Message) else None
    return without_mention(context, asked) or None if asked else None
