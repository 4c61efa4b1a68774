"""What is said to a check-in: one sentence for each way it can go, and what to do now."""

from __future__ import annotations

from data.attendance import CheckIn, check_out_opens_at, open_sessions, opens_at
from data.spot_checks import Answer
from handlers import places
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Screen, button


def spot_check_outcome(context: Context, answer: Answer) -> Screen:
    """What became of a code that a check in the middle of a session asked for."""
    session = context.event.session(answer.session_id)
    text = context.texts(f"spot_checks.{answer.outcome}", session=session)
    return Screen(text, ((menu_button(context.texts),),))


def outcome(context: Context, check_in: CheckIn, sent_at: float) -> Screen:
    """``sent_at`` is the instant by which the code was judged."""
    event, texts = context.event, context.texts
    session = event.session(check_in.session_id) if check_in.session_id else None
    back = (menu_button(texts),)
    if session is None:
        until = event.local(check_in.at if check_in.at is not None else sent_at)
        text = texts(f"attendance.{check_in.outcome}", running=open_sessions(event, sent_at), until=until)
        return Screen(text, (back,))
    text = texts(
        f"attendance.{check_in.outcome}",
        session=session,
        room=event.room_of(session),
        at=event.local(check_in.at if check_in.at is not None else sent_at),
        opens=event.local(opens_at(session)),
        leaving=event.local(check_out_opens_at(session)) if session.check_out else None,
        running=open_sessions(event, sent_at),
    )
    page = button(texts.label("attendance.button_session"), "agenda.session", session.id)
    said = Screen(text, ((page,), back))
    return places.ask(context, said) if check_in.asks_place else said
