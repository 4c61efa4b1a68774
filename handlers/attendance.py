"""Check-in: by command, by link, or by six digits typed into the chat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import attendance, room_codes
from data.attendance import Attempt, CheckIn, open_sessions
from data.database import Transaction
from data.dialogs import Dialog
from data.presences import Way
from handlers import registration
from handlers.attendance_texts import outcome
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen, Screens

LINK_PREFIX = "hadir-"
_CODE = re.compile(rf"\d{{{attendance.CODE_DIGITS}}}")
_CODE_IN_WORDS = re.compile(rf"\b{_CODE.pattern}\b")
_CHECK_IN_WORDS = re.compile(r"\b(kode|code|absen|absensi|hadir|presensi|check.?in)\b", re.IGNORECASE)
_NOT_IN_A_CODE = re.compile(r"[\s.-]+")


def code_of_link(arguments: Sequence[str] | None) -> str | None:
    """The code in the payload of ``/start``; None for any other payload."""
    payload = arguments[0] if arguments else ""
    return payload.removeprefix(LINK_PREFIX) if payload.startswith(LINK_PREFIX) else None


def code_in(text: str) -> str | None:
    """The code, where the text is one ("123 456") or says that there is one in it ("kode saya 123456")."""
    digits = _NOT_IN_A_CODE.sub("", text)
    if _CODE.fullmatch(digits):
        return digits
    found = _CODE_IN_WORDS.findall(text)
    return found[0] if len(found) == 1 and _CHECK_IN_WORDS.search(text) else None


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


async def check_in(context: Context, code: str, way: Way = "code") -> Reply:
    """Checks in at the instant the message was sent; who is not registered is registered first."""
    update_id = context.incoming.update_id
    attempt = Attempt(context.chat_id, code, context.sent_at, update_id, way)
    if await context.participant() is None:
        return await _meet(context, attempt)

    def work(tx: Transaction) -> CheckIn:
        return attendance.check_in(tx, context.event_id, context.event, attempt, context.now)

    return outcome(context, await context.write(work), attempt.sent_at)


async def _meet(context: Context, attempt: Attempt) -> Reply:
    """Says at once what the code is worth; what counts is kept until its sender is registered."""

    def work(tx: Transaction) -> tuple[CheckIn, Dialog]:
        foreseen = attendance.foresee(tx, context.event_id, context.event, attempt)
        kept = (foreseen.session_id, attempt) if foreseen.is_recorded and foreseen.session_id else None
        return foreseen, registration.open_dialog(context, tx, scanned=kept)

    foreseen, dialog = await context.write(work)
    noted = Screen(context.texts("attendance.register_first"))
    first = noted if foreseen.is_recorded else outcome(context, foreseen, attempt.sent_at)
    return Screens((first, registration.prompt(context, dialog)))


async def codes(context: Context) -> Reply:
    """For organisers: each session's code and link."""
    code_by_session = await room_codes.codes(context.database.reads, context.event_id, context.now)
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
