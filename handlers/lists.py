"""For organisers: the attendance lists as files, and whether a printed one is ours."""

from __future__ import annotations

from data import lists
from data.event import Session
from data.lists import Scope
from data.reports.attendance.formats import FORMATS, Format, filename, render
from data.reports.attendance.roll import Letterhead, Roll
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Document, Reply, Rows, Screen, Upload, button, rows_of, shortened
from handlers.texts import Texts, clock_time, short_date, short_name

LABEL_CHARACTERS = 48
PAGE_SESSIONS = 8
ICONS = {"pdf": "📄 PDF", "xlsx": "📊 XLSX", "csv": "🧾 CSV"}


async def begin(context: Context) -> Reply:
    """``/daftar_hadir``: which list; with a verification code, what it stands for."""
    typed = " ".join(context.args or ())
    return await _verify(context, typed) if typed else await choose(context)


async def choose(context: Context, page: str = "1") -> Reply:
    """A session, a day or the whole event."""
    event, texts = context.event, context.texts
    sessions = Scope("event").sessions(event)
    if not sessions:
        return Screen(texts("lists.nothing"), ((menu_button(texts),),))
    shown = page_of(sessions, page, PAGE_SESSIONS)
    rows = tuple(
        (button(shortened(_label(context, one), LABEL_CHARACTERS), "lists.session", one.id),)
        for one in shown.entries
    )
    days = [
        button(texts.label("lists.button_day", day=day), "lists.day", day.isoformat())
        for day in lists.days(event)
    ]
    whole = (button(texts.label("lists.button_event"), "lists.event"),)
    turning = turns(shown.shown, shown.pages, "lists.page")
    text = texts("lists.choose", event=event)
    return Screen(text, (*rows, *turning, *rows_of(3, days), whole, (menu_button(texts),)))


def _label(context: Context, session: Session) -> str:
    day = short_date(context.language, session.start.date())
    return f"{day} {clock_time(session.start)} · {short_name(session)}"


async def show_session(context: Context, session_id: str) -> Reply:
    return await _show(context, Scope("session", session_id))


async def show_day(context: Context, day: str) -> Reply:
    return await _show(context, Scope("day", day))


async def show_event(context: Context) -> Reply:
    return await _show(context, Scope("event"))


async def _show(context: Context, scope: Scope) -> Reply:
    """How many are on the list, and the files."""
    _require(context, scope)
    stored, texts = context.services.programme.stored, context.texts
    roll = await lists.roll(context.database.reads, stored, scope, context.now)
    text = texts("lists.list", roll=roll, now=context.event.local(context.now))
    back = button(texts.label("lists.button_back"), "lists")
    return Screen(text, (*file_rows(scope), (back, menu_button(texts))))


async def send(context: Context, form: str, kind: str, subject: str = "") -> Reply:
    """The file."""
    scope = lists.scope_of(f"{kind}:{subject}")
    if form not in FORMATS or scope is None:
        raise StaleButtonError
    _require(context, scope)
    stored, now = context.services.programme.stored, context.now
    roll, code = await lists.issue(context.database, stored, scope, now)
    return document(context.texts, roll, code, context.services.letterhead, form, scope)


def document(
    texts: Texts, roll: Roll, code: str, letterhead: Letterhead, form: Format, scope: Scope
) -> Document:
    """The list as a message."""
    again = button(texts.label("lists.button_again"), "lists.send", form, *_arguments(scope))
    others = tuple(one for row in file_rows(scope) for one in row if one.text != ICONS[form])
    return Document(
        Upload(filename(roll, form), lambda: render(roll, letterhead, code, form)),
        texts("lists.caption", roll=roll, code=code, now=roll.printed_at),
        otherwise=Screen(texts("lists.not_sent"), ((again,), (menu_button(texts),)), anew=True),
        rows=(others, (menu_button(texts),)),
    )


def file_rows(scope: Scope) -> Rows:
    """A button a form."""
    return (tuple(button(ICONS[form], "lists.send", form, *_arguments(scope)) for form in FORMATS),)


def _arguments(scope: Scope) -> tuple[str, ...]:
    return (scope.kind, scope.subject) if scope.subject else (scope.kind,)


def _require(context: Context, scope: Scope) -> None:
    """Raises StaleButtonError where there is nothing to list."""
    if not scope.sessions(context.event):
        raise StaleButtonError


async def _verify(context: Context, typed: str) -> Reply:
    """Whether a list of ours has the code, and whether it still has this content."""
    reads, stored, texts = context.database.reads, context.services.programme.stored, context.texts
    back = (button(texts.label("lists.button_back"), "lists"), menu_button(texts))
    issued = await lists.find(reads, typed)
    if issued is None:
        return Screen(texts("lists.unknown_code", typed=typed), (back,))
    state = await lists.state(reads, stored, issued, context.now)
    issued_at = context.event.local(issued.issued_at)
    return Screen(texts("lists.verified", issued=issued, issued_at=issued_at, state=state), (back,))
