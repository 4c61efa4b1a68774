"""``rakor codes``: what the committee shows in each room."""

from __future__ import annotations

from bot.bootstrap import database_at, load_event
from bot.config import Settings
from data import attendance, facts
from handlers.attendance import link

NO_LINK = "-"
"""The link names the bot's user, who is known after its first start."""


async def listed(settings: Settings) -> list[str]:
    """A line a session: ``session code link``. Raises RakorError."""
    async with database_at(settings.database.path) as database:
        stored = await load_event(database, settings.event.file)
        username = await facts.value(database.reads, facts.BOT_USERNAME)
        codes = await attendance.codes(database.reads, stored.id)
    return [
        f"{session.id} {codes[session.id]} {link(username, codes[session.id]) if username else NO_LINK}"
        for session in stored.event.sessions
        if session.attendance and session.id in codes
    ]
