"""Check-in: by command, by link, or by six digits typed into the chat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telegram import InlineKeyboardButton

from data import attendance, invitations, presences, room_codes, spot_checks
from data.attendance import Attempt, CheckIn, open_sessions, sessions_with_code
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from data.presences import Way
from data.spot_checks import Answer
from handlers import registration
from handlers.attendance_texts import outcome, spot_check_outcome
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Reply, Rows, Screen, Screens, button, shortened
from handlers.texts import clock_time, short_date, short_name

LINK_PREFIX = "hadir-"
PAGE_SESSIONS = 8
LABEL_CHARACTERS = 48
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
    card = button(context.texts.label("attendees.button_card"), "attendees.card")
    return Screen(text, ((card,), (menu_button(context.texts),)))


async def check_in(context: Context, code: str, way: Way = "code") -> Reply:
    """Checks in at the instant the message was sent; who is not registered is registered first."""
    update_id = context.incoming.update_id
    attempt = Attempt(context.chat_id, code, context.sent_at, update_id, way)
    if await context.participant() is None:
        return await _meet(context, attempt)

    def work(tx: Transaction) -> CheckIn | Answer:
        answer = spot_checks.answer(tx, context.event_id, attempt.chat_id, code, attempt.sent_at)
        return answer or attendance.check_in(tx, context.event_id, context.event, attempt, context.now)

    done = await context.write(work)
    if isinstance(done, Answer):
        return spot_check_outcome(context, done)
    return outcome(context, done, attempt.sent_at)


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


# ---------------------------------------------------------------- for the committee


async def codes(context: Context, notice: str = "") -> Reply:
    """Each session's code and link that are good now, and the way to its page."""
    code_by_session = await room_codes.codes(context.database.reads, context.event_id, context.now)
    sessions = _taken(context)
    text = context.texts(
        "attendance.codes",
        event=context.event,
        now=context.event.local(context.now),
        seconds=round(room_codes.seconds_left(context.now)),
        entries=[
            (session, code_by_session[session.id], link(context.bot.username, code_by_session[session.id]))
            for session in sessions
            if session.id in code_by_session and not session.cancelled
        ],
    )
    again = button(context.texts.label("attendance.button_refresh"), "attendance.codes")
    lists = button(context.texts.label("attendance.button_lists"), "attendance.sessions")
    return Screen(text, ((again, lists), (menu_button(context.texts),)), notice)


async def sessions(context: Context, page: str = "1") -> Reply:
    """``/hadirin``: the page of the session that is open now; all of them where that is not one."""
    taken = _taken(context)
    running = [one for one in sessions_with_code(context.event, context.now) if one in taken]
    if context.incoming.message is not None and len(running) == 1:
        return await session(context, running[0].id)
    shown = page_of(taken, page, PAGE_SESSIONS)
    rows = tuple(
        (button(shortened(_dated(context, one), LABEL_CHARACTERS), "attendance.session", one.id),)
        for one in shown.entries
    )
    text = context.texts("attendance.sessions", sessions=shown.entries, running=running)
    turned = turns(shown.shown, shown.pages, "attendance.sessions")
    helping = button(context.texts.label("attendance.button_helpers"), "helpers")
    signs = button(context.texts.label("attendance.button_signs"), "proxy_signs")
    return Screen(text, (*rows, *turned, (helping, signs), (menu_button(context.texts),)))


async def session(context: Context, session_id: str, notice: str = "") -> Reply:
    """How full a session is, and all that the committee can do about its list."""
    one = context.event.session(session_id)
    if one is None or not one.attendance:
        raise StaleButtonError
    reads, event_id = context.database.reads, context.event_id
    entries = await presences.entries(reads, event_id, one.id)
    turnout = await invitations.turnout(reads, event_id, one.id)
    text = context.texts(
        "attendance.session",
        session=one,
        present=len(entries),
        late=sum(entry.presence.late for entry in entries),
        left=sum(entry.presence.out_at is not None for entry in entries),
        walk_ins=sum(entry.person.is_walk_in for entry in entries),
        substitutes=sum(entry.person.official is not None for entry in entries),
        doubtful=sum(entry.is_doubtful for entry in entries),
        seats=len(turnout),
        taken=sum(is_present for _, is_present in turnout),
        now=context.event.local(context.now),
    )
    return Screen(text, _session_rows(context, one, bool(turnout)), notice)


def _session_rows(context: Context, one: Session, has_list: bool) -> Rows:
    label = context.texts.label
    people = (
        button(label("attendance.button_correct"), "corrections", one.id),
        button(label("attendance.button_paper"), "corrections.paper", one.id),
    )
    checks = [button(label("attendance.button_spot_check"), "spot_checks", one.id)]
    if one.place:
        checks.append(button(label("attendance.button_places"), "places", one.id))
    invited = (
        button(label("attendance.button_missing"), "invitations.missing", one.id),
        button(label("attendance.button_turnout"), "invitations.turnout", one.id),
    )
    refresh = (
        button(label("attendance.button_refresh"), "attendance.session", one.id),
        button(label("attendance.button_lists"), "attendance.sessions"),
    )
    files = (button(label("lists.button_lists"), "lists.session", one.id),)
    rows: tuple[tuple[InlineKeyboardButton, ...], ...] = (people, tuple(checks), files, refresh)
    return (*((invited,) if has_list else ()), *rows, (menu_button(context.texts),))


def _taken(context: Context) -> list[Session]:
    return [one for one in context.event.sessions if one.attendance]


def _dated(context: Context, one: Session) -> str:
    day = short_date(context.language, one.start.date())
    return f"{day} {clock_time(one.start)} · {short_name(one)}"
