"""``rakor report``: what the meeting came to, into a file; also beside a running bot."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal

from bot.bootstrap import database_at
from bot.clock import SystemClock
from bot.config import Settings
from data import events
from data.errors import RakorError
from data.reports import feedback as drawn
from handlers.report import contents
from handlers.results import figures, sheets_of
from handlers.texts import Language, texts


class ReportError(RakorError):
    """There is nothing to report, or nowhere to write it."""


async def feedback(
    settings: Settings, form: Literal["pdf", "xlsx"], output: Path, language: Language
) -> None:
    """Feedback, questions and polls. Raises ReportError."""
    path = settings.database.path
    if not path.exists():
        raise ReportError(
            f"{path}: there is no such database. Start the bot once, or correct [database] path."
        )
    async with database_at(path) as database:
        stored = await events.current(database.reads)
        if stored is None:
            raise ReportError(f"{path}: there is no event in it. Read one with rakor import EVENT.toml.")
        known = await figures(database.reads, stored)
    now = SystemClock().now()
    if form == "pdf":
        made = drawn.pdf(contents(stored.event, texts(language), known, now), now)
    else:
        made = drawn.workbook(sheets_of(stored.event, texts(language), known))
    try:
        await asyncio.to_thread(output.write_bytes, made)
    except OSError as error:
        raise ReportError(
            f"{output}: cannot be written ({error.strerror}). Name another --output."
        ) from error
