"""``rakor codes``: what the committee shows in each room, now."""

from __future__ import annotations

from bot.bootstrap import database_at, load_event
from bot.clock import clock_of
from bot.config import Settings
from data import facts, room_codes
from handlers.attendance import link

NO_LINK = "-"
"""The link names the bot's user, who is known after its first start."""


async def listed(settings: Settings) -> list[str]:
    """A line a session: ``session code link``, with the code that is good now. Raises RakorError."""
    async with clock_of(settings) as clock, database_at(settings.database.path) as database:
        now = clock.now()
        stored = await load_event(database, settings.event.file)
        username = await facts.value(database.reads, facts.BOT_USERNAME)
        codes = await room_codes.codes(database.reads, stored.id, now)
    return [
        f"{session.id} {codes[session.id]} {link(username, codes[session.id]) if username else NO_LINK}"
        for session in stored.event.sessions
        if session.attendance and not session.cancelled and session.id in codes
    ]
