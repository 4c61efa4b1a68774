"""For organisers: a surprise code of two minutes in the middle of a session."""

from __future__ import annotations

from data import presences, spot_checks
from data.event import Session
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen, button

SHOWN_NAMES = 40


async def show(context: Context, session_id: str) -> Reply:
    """What a check does, those of the session, and the button that begins one."""
    session = _session(context, session_id)
    reads, event_id = context.database.reads, context.event_id
    checks = await spot_checks.of_session(reads, event_id, session.id)
    if checks and checks[0].ends_at > context.now:
        return await result(context, str(checks[0].id))
    label = context.texts.label
    text = context.texts(
        "spot_checks.page",
        session=session,
        present=await presences.count(reads, event_id, session.id),
        entries=[(one, context.event.local(one.started_at)) for one in checks],
    )
    results = tuple(
        (
            button(
                label("spot_checks.button_result", at=context.event.local(one.started_at)),
                "spot_checks.result",
                one.id,
            ),
        )
        for one in checks[:4]
    )
    begin = (button(label("spot_checks.button_start"), "spot_checks.start", session.id),)
    back = button(label("attendance.button_back"), "attendance.session", session.id)
    return Screen(text, (begin, *results, (back, menu_button(context.texts))))


async def start(context: Context, session_id: str) -> Reply:
    """Begins one, for those who are present now."""
    session = _session(context, session_id)
    update_id, now = context.incoming.update_id, context.now
    check = await context.write(
        lambda tx: spot_checks.start(tx, context.event_id, session.id, context.chat_id, update_id, now)
    )
    return await result(context, str(check.id))


async def result(context: Context, check_id: str) -> Reply:
    """The code while it is good, how many have answered, and who has not."""
    check = await spot_checks.find(context.database.reads, number(check_id))
    session = context.event.session(check.session_id) if check else None
    if check is None or session is None:
        raise StaleButtonError
    silent = await spot_checks.silent(context.database.reads, context.event_id, check.id)
    is_running = context.now < check.ends_at
    text = context.texts(
        "spot_checks.result",
        session=session,
        check=check,
        is_running=is_running,
        started=context.event.local(check.started_at),
        until=context.event.local(check.ends_at),
        silent=silent[:SHOWN_NAMES],
        more=max(0, len(silent) - SHOWN_NAMES),
    )
    label = context.texts.label
    again = button(label("attendance.button_refresh"), "spot_checks.result", check.id)
    back = button(label("attendance.button_back"), "attendance.session", session.id)
    return Screen(text, ((again,), (back, menu_button(context.texts))))


def _session(context: Context, session_id: str) -> Session:
    session = context.event.session(session_id)
    if session is None or not session.attendance:
        raise StaleButtonError
    return session
