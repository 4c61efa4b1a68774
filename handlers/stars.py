"""Stars: the sessions somebody wants to be reminded of, or has chosen among those at the same time."""

from __future__ import annotations

from data import participants, stars
from data.database import Transaction
from data.event import Session
from data.participants import ReminderChoice
from handlers import agenda, registration
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Reply, Screen, button, shortened
from handlers.texts import short_date, short_name

LABEL_CHARACTERS = 48


async def mark(context: Context, session_id: str, wanted: str) -> Reply:
    """Gives a session the star or takes it back, and shows its page."""
    session = context.event.session(session_id)
    if session is None or wanted not in ("on", "off"):
        raise StaleButtonError
    participant = await context.participant()
    if participant is None:
        return await registration.begin(context)
    is_wanted = wanted == "on" and context.now < session.start.timestamp()
    if is_wanted or wanted == "off":
        await context.write(lambda tx: _mark(context, tx, session, is_wanted))
    notice = _notice(context, session, wanted, participant.reminders)
    return await agenda.show_session(context, session_id, notice)


def _mark(context: Context, tx: Transaction, session: Session, is_wanted: bool) -> None:
    """Who wants no reminders and stars a session wants that one: from now on the starred ones."""
    event_id, chat_id = context.event_id, context.chat_id
    participant = participants.find_now(tx, event_id, chat_id)
    if participant is None:
        return
    stars.mark(tx, event_id, chat_id, session.id, is_wanted)
    if is_wanted and participant.reminders == ReminderChoice.NONE:
        participants.set_reminders(tx, event_id, chat_id, ReminderChoice.STARRED)


def _notice(context: Context, session: Session, wanted: str, choice: int) -> str:
    label = context.texts.label
    if wanted == "off":
        is_announced = choice == ReminderChoice.ALL and session.kind in context.services.rules.kinds
        return label("stars.removed_of_all" if is_announced else "stars.removed")
    if context.now >= session.start.timestamp():
        return label("stars.too_late")
    is_first = choice == ReminderChoice.NONE
    return label("stars.switched_on" if is_first else "stars.marked")


async def show_list(context: Context, page: str = "1") -> Reply:
    """The sessions this person has starred."""
    starred = await stars.of_chat(context.database.lookups, context.event_id, context.chat_id)
    shown = page_of([one for one in context.event.sessions if one.id in starred], page)
    text = context.texts("stars.list", event=context.event, sessions=shown.entries)
    rows = tuple((button(_label(context, one), "agenda.session", one.id),) for one in shown.entries)
    back = button(context.texts.label("menu.button_profile"), "profile")
    return Screen(
        text, (*rows, *turns(shown.shown, shown.pages, "stars"), (back, menu_button(context.texts)))
    )


def _label(context: Context, session: Session) -> str:
    day = short_date(context.language, session.start.date())
    label = context.texts.label("agenda.button_session", start=session.start, name=short_name(session))
    return shortened(f"{day} {label}", LABEL_CHARACTERS)
