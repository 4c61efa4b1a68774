"""The agenda: by day, a session's page, now, next, the panels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from telegram import InlineKeyboardButton

from data import attendance, stars
from data.attendance import open_sessions
from data.event import Session
from handlers import memory
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import short_date, short_name

LABEL_CHARACTERS, WIDE_LABEL_CHARACTERS = 26, 52
"""What of a label fits on half the width of a small phone, and on all of it."""


async def show_day(context: Context, day: str = "") -> Reply:
    """One day's sessions; without a day, today's or, outside the event, the first day's."""
    event = context.event
    today = event.local(context.now).date()
    chosen = _day(event.days, day) if day else (today if today in event.days else event.days[0])
    now = event.local(context.now)
    sessions = event.sessions_on(chosen)
    starred = await _starred(context)
    text = context.texts("agenda.day", event=event, day=chosen, sessions=sessions, now=now, starred=starred)
    others = [
        button(short_date(context.language, one), "agenda.day", one.isoformat())
        for one in event.days
        if one != chosen
    ]
    pages = _page_rows(context, [session for session in sessions if session.kind != "break"])
    rows = (*pages, *rows_of(3, others))
    return Screen(text, (*rows, (menu_button(context.texts),)))


async def show_now(context: Context) -> Reply:
    now = context.event.local(context.now)
    running = context.event.running(now)
    text = context.texts(
        "agenda.now",
        event=context.event,
        now=now,
        running=running,
        upcoming=context.event.upcoming(now),
        starred=await _starred(context),
    )
    return Screen(text, _rows_to(context, running, "agenda.next", "menu.button_next"))


async def show_next(context: Context) -> Reply:
    now = context.event.local(context.now)
    upcoming = context.event.upcoming(now)
    starred = await _starred(context)
    text = context.texts("agenda.next", event=context.event, now=now, upcoming=upcoming, starred=starred)
    return Screen(text, _rows_to(context, upcoming, "agenda.now", "menu.button_now"))


async def show_panels(context: Context) -> Reply:
    panels = context.event.panels()
    starred = await _starred(context)
    text = context.texts("agenda.panels", event=context.event, panels=panels, starred=starred)
    return Screen(text, _rows_to(context, panels, "agenda", "menu.button_agenda"))


async def _starred(context: Context) -> frozenset[str]:
    return await stars.of_chat(context.database.lookups, context.event_id, context.chat_id)


async def show_session(context: Context, session_id: str, notice: str = "") -> Reply:
    """A session's page, with what one can do there."""
    event = context.event
    session = event.session(session_id)
    if session is None:
        raise StaleButtonError
    await memory.keep_session(context, session.id)
    present = await attendance.of_chat(context.database.reads, context.event_id, context.chat_id)
    checked_in = present.get(session.id)
    starred = await _starred(context)
    text = context.texts(
        "agenda.session",
        event=event,
        session=session,
        room=event.room_of(session),
        now=event.local(context.now),
        checked_in=event.local(checked_in.at) if checked_in else None,
        is_starred=session.id in starred,
        chosen=[other for other in event.parallel_to(session) if other.id in starred],
    )
    rows = _session_rows(
        context, session, is_present=checked_in is not None, is_starred=session.id in starred
    )
    return Screen(text, rows, notice)


def _session_rows(context: Context, session: Session, *, is_present: bool, is_starred: bool) -> Rows:
    label, now = context.texts.label, context.now
    actions: list[InlineKeyboardButton] = []
    if session in open_sessions(context.event, now) and not is_present:
        actions.append(button(label("agenda.button_check_in"), "attendance"))
    if now < session.start.timestamp() and not is_present and not session.cancelled:
        key, wanted = ("stars.button_off", "off") if is_starred else ("stars.button_on", "on")
        actions.append(button(label(key), "stars.mark", session.id, wanted))
    if session.feedback and not session.cancelled and now >= session.end.timestamp():
        actions.append(button(label("agenda.button_feedback"), "feedback.open", session.id))
    if session.questions and session.is_running(context.event.local(now)):
        actions.append(button(label("questions.button_ask_here"), "ask.session", session.id))
    if len(session.materials) == 1:
        actions.append(button(label("agenda.button_materials"), "materials.send", session.id, 0))
    elif session.materials:
        actions.append(button(label("agenda.button_materials"), "materials.session", session.id))
    day = session.start.astimezone(context.event.zone).date()
    back = button(label("agenda.button_back"), "agenda.day", day.isoformat())
    return (*rows_of(2, actions), (back, menu_button(context.texts)))


def _rows_to(context: Context, sessions: Sequence[Session], action: str, label: str) -> Rows:
    return (
        *_page_rows(context, sessions),
        (button(context.texts.label(label), action), menu_button(context.texts)),
    )


def _page_rows(context: Context, sessions: Sequence[Session]) -> Rows:
    """Two a row; over the whole width where two would read the same."""
    narrow = [_page_label(context, session, LABEL_CHARACTERS) for session in sessions]
    rows: list[list[InlineKeyboardButton]] = []
    for session, label in zip(sessions, narrow, strict=True):
        if narrow.count(label) > 1:
            rows.append([_page_button(session, _page_label(context, session, WIDE_LABEL_CHARACTERS))])
            rows.append([])
        elif rows and len(rows[-1]) == 1:
            rows[-1].append(_page_button(session, label))
        else:
            rows.append([_page_button(session, label)])
    return tuple(tuple(row) for row in rows if row)


def _page_label(context: Context, session: Session, limit: int) -> str:
    name = short_name(session)
    return shortened(context.texts.label("agenda.button_session", start=session.start, name=name), limit)


def _page_button(session: Session, label: str) -> InlineKeyboardButton:
    return button(label, "agenda.session", session.id)


def _day(days: Sequence[date], text: str) -> date:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise StaleButtonError from None
    if day not in days:
        raise StaleButtonError
    return day
