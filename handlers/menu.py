"""The main menu: everything is two taps away from here."""

from __future__ import annotations

from telegram import InlineKeyboardButton

from data import dialogs, stars
from data.dialogs import Dialog
from data.participants import Participant
from handlers.context import Context
from handlers.screen import Rows, Screen, button, rows_of
from handlers.texts import LANGUAGES, Texts

MENU = "menu"


async def show_menu(context: Context, notice: str = "", alert: bool = False) -> Screen:
    """The menu with what is on now and what comes next."""
    participant = await context.participant()
    dialog = None if participant else await dialogs.find(context.database.lookups, context.chat_id)
    starred = await stars.of_chat(context.database.lookups, context.event_id, context.chat_id)
    now = context.event.local(context.now)
    text = context.texts(
        "menu.main",
        event=context.event,
        participant=participant,
        running=context.event.running(now),
        upcoming=context.event.upcoming(now),
        starred=starred,
    )
    return Screen(text, _rows(context, participant, dialog), notice, alert)


def _rows(context: Context, participant: Participant | None, dialog: Dialog | None) -> Rows:
    label = context.texts.label
    buttons = [
        button(label("menu.button_agenda"), "agenda"),
        button(label("menu.button_now"), "agenda.now"),
        button(label("menu.button_next"), "agenda.next"),
        button(label("menu.button_panels"), "agenda.panels"),
        button(label("menu.button_attendance"), "attendance"),
        button(label("menu.button_materials"), "materials"),
        button(label("menu.button_feedback"), "feedback"),
        button(label("menu.button_faq"), "faq"),
        button(label("menu.button_profile"), "profile"),
        language_button(context.texts),
    ]
    rows = rows_of(2, buttons)
    if any(session.questions for session in context.event.running(context.event.local(context.now))):
        rows = ((button(label("menu.button_ask"), "ask"),), *rows)
    if participant is None:
        is_begun = dialog is not None and dialog.kind == "registration"
        key = "menu.button_resume" if is_begun else "menu.button_register"
        rows = ((button(label(key), "registration"),), *rows)
    if context.is_organiser:
        rows = (*rows, *_organiser_rows(context.texts))
    elif context.is_moderator:
        rows = (*rows, _moderator_row(context.texts))
    return rows


def _organiser_rows(texts: Texts) -> Rows:
    return (
        (
            button(texts.label("menu.button_broadcast"), "broadcasts"),
            button(texts.label("menu.button_participants"), "participants"),
            button(texts.label("menu.button_codes"), "attendance.codes"),
        ),
        (
            button(texts.label("lists.button_lists"), "lists"),
            button(texts.label("wall.button_walls"), "wall"),
        ),
        (
            button(texts.label("menu.button_questions"), "helpdesk.list"),
            button(texts.label("menu.button_teaching"), "teaching"),
        ),
        (*_moderator_row(texts), button(texts.label("menu.button_results"), "results")),
    )


def _moderator_row(texts: Texts) -> tuple[InlineKeyboardButton, ...]:
    return (
        button(texts.label("menu.button_moderation"), "mod"),
        button(texts.label("menu.button_polls"), "polls"),
    )


def menu_button(texts: Texts) -> InlineKeyboardButton:
    """The way back."""
    return button(texts.label("menu.button_menu"), MENU)


def language_button(texts: Texts) -> InlineKeyboardButton:
    """Switches to the other language, in whose words it is written."""
    other = next(language for language in LANGUAGES if language != texts.language)
    return button(texts.label("menu.button_language"), "language.set", other)


async def help_screen(context: Context) -> Screen:
    """What one can do here, command by command."""
    text = context.texts("menu.help", event=context.event, is_organiser=context.is_organiser)
    return Screen(text, ((menu_button(context.texts),),))


async def unknown_command(context: Context) -> Screen:
    return Screen(context.texts("menu.unknown_command"), ((menu_button(context.texts),),))
