"""Check-in: by command, by link, or by six digits typed into the chat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import attendance, chats, dialogs
from data.attendance import CheckIn, open_sessions
from data.database import Transaction
from data.dialogs import Dialog
from handlers import registration
from handlers.attendance_texts import outcome
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen, Screens

LINK_PREFIX = "hadir-"
_CODE = re.compile(rf"\d{{{attendance.CODE_DIGITS}}}")
_NOT_IN_A_CODE = re.compile(r"[\s.-]+")


def code_of_link(arguments: Sequence[str] | None) -> str | None:
    """The code in the payload of ``/start``; None for any other payload."""
    payload = arguments[0] if arguments else ""
    return payload.removeprefix(LINK_PREFIX) if payload.startswith(LINK_PREFIX) else None


def code_in(text: str) -> str | None:
    """The code, where the text is one and nothing else: "123456", "123 456"."""
    digits = _NOT_IN_A_CODE.sub("", text)
    return digits if _CODE.fullmatch(digits) else None


def link(username: str, code: str) -> str:
    """The deep link that checks in with the code."""
    return f"https://t.me/{username}?start={LINK_PREFIX}{code}"


async def hadir(context: Context) -> Reply:
    """``/hadir CODE``; without a code, how it goes."""
    typed = " ".join(context.args or ())
    if not typed:
        return await how(context)
    return await check_in(context, code_in(typed) or typed)


async def how(context: Context) -> Reply:
    """Where the code is found, and which sessions take attendance now."""
    instant = context.now
    present = await attendance.of_chat(context.database.reads, context.event_id, context.chat_id)
    text = context.texts(
        "attendance.how",
        event=context.event,
        running=open_sessions(context.event, instant),
        present=[
            (session, context.event.local(present[session.id].at))
            for session in context.event.sessions
            if session.id in present
        ],
    )
    return Screen(text, ((menu_button(context.texts),),))


async def check_in(context: Context, code: str) -> Reply:
    """Checks in at the instant the message was sent; who is not registered is registered first."""
    sent_at = context.sent_at
    if await context.participant() is None:
        return await _register_first(context, code, sent_at)

    def work(tx: Transaction) -> CheckIn:
        return attendance.check_in(tx, context.event_id, context.event, context.chat_id, code, sent_at)

    return outcome(context, await context.write(work), sent_at)


async def _register_first(context: Context, code: str, sent_at: float) -> Reply:
    def work(tx: Transaction) -> Dialog:
        chats.meet(tx, context.chat_id, context.language)
        begun = dialogs.find_now(tx, context.chat_id)
        if begun is None or begun.kind != registration.KIND:
            begun = registration.new_dialog()
        dialog = registration.with_check_in(begun, code, sent_at)
        dialogs.save(tx, context.chat_id, dialog, context.now)
        return dialog

    dialog = await context.write(work)
    first = Screen(context.texts("attendance.register_first"))
    return Screens((first, registration.prompt(context, dialog)))


async def codes(context: Context) -> Reply:
    """For organisers: each session's code and link."""
    code_by_session = await attendance.codes(context.database.reads, context.event_id)
    text = context.texts(
        "attendance.codes",
        event=context.event,
        entries=[
            (session, code_by_session[session.id], link(context.bot.username, code_by_session[session.id]))
            for session in context.event.sessions
            if session.attendance and session.id in code_by_session
        ],
    )
    return Screen(text, ((menu_button(context.texts),),))
