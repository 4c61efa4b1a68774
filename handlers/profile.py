"""What is kept of a person: shown, corrected, deleted; the language; what one is reminded of."""

from __future__ import annotations

from data import (
    attendance,
    broadcasts,
    chats,
    dialogs,
    feedback,
    helpdesk,
    helpers,
    materials,
    memory,
    outbox,
    participants,
    polls,
    questions,
    regions,
    stars,
    teaching,
)
from data.database import Transaction
from data.participants import ReminderChoice
from handlers import registration
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import language_button, menu_button, show_menu
from handlers.screen import Reply, Screen, button
from handlers.texts import LANGUAGES

CAPABILITIES = (
    participants,
    attendance,
    helpers,
    teaching,
    helpdesk,
    materials,
    stars,
    broadcasts,
    dialogs,
    memory,
    outbox,
    chats,
)
"""Whatever keeps something of a person."""

CHOICES = {
    ReminderChoice.ALL: "all",
    ReminderChoice.STARRED: "starred",
    ReminderChoice.NONE: "none",
}
"""Of what one is reminded, as buttons and texts name it."""


async def show(context: Context, notice: str = "") -> Reply:
    texts, label = context.texts, context.texts.label
    participant = await context.participant()
    if participant is None:
        register = button(label("menu.button_register"), "registration")
        return Screen(texts("profile.nobody"), ((register,), (menu_button(texts),)))
    region = regions.find(participant.region_code) if participant.region_code else None
    present = await attendance.of_chat(context.database.reads, context.event_id, context.chat_id)
    starred = await stars.of_chat(context.database.lookups, context.event_id, context.chat_id)
    kept = [session for session in context.event.sessions if session.id in starred]
    text = texts(
        "profile.data",
        participant=participant,
        region=region.path if region else None,
        present=[session for session in context.event.sessions if session.id in present],
        total=sum(one.attendance and not one.cancelled for one in context.event.sessions),
        reminders=CHOICES[ReminderChoice(participant.reminders)],
    )
    rows = (
        (button(label("profile.button_edit"), "registration"),),
        *(
            (button(label(f"profile.button_reminders_{name}"), "profile.reminders", name),)
            for choice, name in CHOICES.items()
            if choice != participant.reminders
        ),
        (button(label("stars.button_list", number=len(kept)), "stars"),),
        (language_button(texts),),
        (button(label("profile.button_delete"), "profile.delete"),),
        (menu_button(texts),),
    )
    return Screen(text, rows, notice)


async def set_reminders(context: Context, wanted: str) -> Reply:
    choice = next((choice for choice, name in CHOICES.items() if name == wanted), None)
    if choice is None:
        raise StaleButtonError
    if await context.participant() is None:
        return await registration.begin(context)
    await context.write(lambda tx: participants.set_reminders(tx, context.event_id, context.chat_id, choice))
    return await show(context, notice=context.texts.label(f"profile.reminders_are_{wanted}"))


async def choose_language(context: Context) -> Reply:
    """Names of languages are in themselves."""
    rows = (
        (button("Bahasa Indonesia", "language.set", "id"), button("English", "language.set", "en")),
        (menu_button(context.texts),),
    )
    return Screen(context.texts("profile.language"), rows)


async def set_language(context: Context, chosen: str) -> Reply:
    language = next((one for one in LANGUAGES if one == chosen), None)
    if language is None:
        raise StaleButtonError
    await context.write(lambda tx: chats.set_language(tx, context.chat_id, language))
    context.language = language
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is not None and dialog.kind == registration.KIND:
        return registration.prompt(context, dialog)
    return await show_menu(context, notice=context.texts.label("profile.language_set"))


async def ask_delete(context: Context) -> Reply:
    label = context.texts.label
    rows = (
        (button(label("profile.button_delete_yes"), "profile.delete_yes"),),
        (button(label("profile.button_delete_no"), "profile"),),
    )
    return Screen(context.texts("profile.ask_delete", event=context.event), rows)


async def delete(context: Context) -> Reply:
    """Everything of this person goes, at once."""
    await context.write(lambda tx: _forget(context, tx))
    return Screen(context.texts("profile.deleted"), ((menu_button(context.texts),),))


def _forget(context: Context, tx: Transaction) -> None:
    chat_id = context.chat_id
    feedback.forget(tx, context.services.anonymity, chat_id)
    questions.forget(tx, context.services.anonymity, chat_id)
    polls.forget(tx, context.services.anonymity, chat_id)
    for capability in CAPABILITIES:
        capability.forget(tx, chat_id)
