"""``rakor invite``: the committee's invited list into the database, beside a running bot."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.bootstrap import database_at, load_event
from bot.config import Settings
from data import invitations
from data.invited_list import InvitedListError, read


async def take(settings: Settings, file: Path) -> str:
    """Says what was taken. Raises RakorError; then nothing has changed."""
    found = await asyncio.to_thread(_read, file)
    async with database_at(settings.database.path) as database:
        stored = await load_event(database, settings.event.file)
        taken = await database.write(lambda tx: invitations.take(tx, stored.id, found))
    return f"{taken.added} invited people added, {taken.changed} updated, {taken.total} in all."


def _read(file: Path) -> list[invitations.Invitation]:
    try:
        return read(file.read_bytes())
    except OSError as error:
        raise InvitedListError(f"{file}: cannot be read: {error.strerror}") from error
    except InvitedListError as error:
        lines = str(error).splitlines()
        raise InvitedListError("\n".join(f"{file}: {line}" for line in lines)) from None
