"""``rakor report``: lists and results as files, and whether a printed list is ours; beside a running bot."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path
from typing import Literal

from bot.bootstrap import database_at, load_event
from bot.clock import clock_of
from bot.config import Settings
from data import events, lists
from data.errors import RakorError
from data.event import Event
from data.lists import Scope
from data.reports import feedback as drawn
from data.reports.attendance.formats import FORMATS, Format, filename, render
from handlers.report import contents
from handlers.results import figures_with_rows, sheets_of
from handlers.texts import Language, clock_time, long_date, texts, zone_name

STDOUT = Path("-")


class ReportError(RakorError):
    """What was asked for cannot be made, or not be written."""


def scope_of(event: Event, session: str | None, day: date | None) -> Scope:
    """What the options name; without any the whole event. Raises ReportError where that has no attendance."""
    scope = Scope("event")
    if session is not None:
        scope = Scope("session", session)
    elif day is not None:
        scope = Scope("day", day.isoformat())
    if scope.sessions(event):
        return scope
    known = ", ".join(one.id for one in Scope("event").sessions(event)) or "none"
    days = ", ".join(one.isoformat() for one in lists.days(event)) or "none"
    raise ReportError(f"{scope}: takes no attendance. Sessions that do: {known}. Days: {days}.")


def format_of(output: Path | None, form: str | None) -> Format:
    """As asked for; else as the file's name ends; else PDF."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    wanted = form or ending
    return next((one for one in FORMATS if one == wanted), "pdf")


async def attendance(
    settings: Settings, session: str | None, day: date | None, form: str | None, output: Path | None
) -> str:
    """Writes the list; says what it is. Raises RakorError."""
    async with clock_of(settings) as clock, database_at(settings.database.path) as database:
        stored = await load_event(database, settings.event.file)
        scope = scope_of(stored.event, session, day)
        roll, code = await lists.issue(database, stored, scope, clock.now())
    chosen = format_of(output, form)
    content = await asyncio.to_thread(render, roll, settings.report.letterhead(), code, chosen)
    target = output or Path(filename(roll, chosen))
    await _save(target, content)
    return f"{target}: {roll.title}, {len(roll.rows)} people, verification code {code}"


async def feedback(
    settings: Settings, form: Literal["pdf", "xlsx"] | None, output: Path, language: Language
) -> None:
    """Feedback, questions and polls; without a form, as the file's name ends. Raises ReportError."""
    path = settings.database.path
    if not path.exists():
        raise ReportError(
            f"{path}: there is no such database. Start the bot once, or correct [database] path."
        )
    async with clock_of(settings) as clock, database_at(path) as database:
        stored = await events.current(database.reads)
        if stored is None:
            raise ReportError(f"{path}: there is no event in it. Read one with rakor import EVENT.toml.")
        known, now = await figures_with_rows(database.reads, stored), clock.now()
    if format_of(output, form) != "xlsx":
        pages = contents(stored.event, texts(language), known, now)
        made = await asyncio.to_thread(drawn.pdf, pages, now)
    else:
        made = await asyncio.to_thread(drawn.workbook, sheets_of(stored.event, texts(language), known))
    await _save(output, made)


async def _save(target: Path, content: bytes) -> None:
    """Raises ReportError."""
    try:
        await asyncio.to_thread(_write, target, content)
    except OSError as error:
        raise ReportError(
            f"{target}: cannot be written ({error.strerror}). Choose another --output."
        ) from error


def _write(target: Path, content: bytes) -> None:
    if target == STDOUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        target.write_bytes(content)


async def verify(settings: Settings, typed: str) -> list[str]:
    """What the code stands for. Raises ReportError where it is none of ours, or its list has changed."""
    async with clock_of(settings) as clock, database_at(settings.database.path) as database:
        stored = await load_event(database, settings.event.file)
        issued = await lists.find(database.reads, typed)
        if issued is None:
            raise ReportError(f"{typed}: no list with this code was made here.")
        state = await lists.state(database.reads, stored, issued, clock.now())
    at = stored.event.local(issued.issued_at)
    made = f"{long_date('en', at.date())} {clock_time(at)} {zone_name(at)}"
    lines = [f"{issued.code}: {issued.title}, {issued.people} people, first made {made}"]
    if state == "same":
        return [*lines, "The list has the same content today. This is no certified electronic signature."]
    reason = "is of another event" if state == "elsewhere" else "has changed since: make it anew to compare"
    raise ReportError("\n".join([*lines, f"The list {reason}."]))
