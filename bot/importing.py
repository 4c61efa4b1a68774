"""``rakor import``: an event file into the database, beside a running bot."""

from __future__ import annotations

from pathlib import Path

from bot.bootstrap import database_at, import_event
from bot.config import Settings
from data import events


async def take(settings: Settings, file: Path) -> str:
    """Says what is in force now. Raises RakorError; then nothing has changed."""
    async with database_at(settings.database.path) as database:
        before = await events.current(database.reads)
        stored = await import_event(database, file)
    sessions = len(stored.event.sessions)
    said = f"{stored.event.short_title}: {sessions} sessions, revision {stored.revision}."
    if before is None or before.event.code == stored.event.code:
        return said
    return f"{said} Before, the database served {before.event.short_title}; its participants register anew."
