"""Opening an installation: its database, with its event in it. Shared by all commands that need one."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from data import eventfile, events
from data.database import Database
from data.errors import RakorError
from data.events import StoredEvent

logger = logging.getLogger(__name__)


class DatabaseUnusableError(RakorError):
    """The database file cannot be opened."""


@asynccontextmanager
async def database_at(path: Path) -> AsyncIterator[Database]:
    """The open database. Raises DatabaseUnusableError and NewerDatabaseError."""
    try:
        database = await Database.open(path)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusableError(
            f"{path}: the database cannot be opened ({error}). Check that the folder can be written "
            "and that the file is a database of this program."
        ) from error
    try:
        yield database
    finally:
        await database.close()


async def load_event(database: Database, file: Path) -> StoredEvent:
    """The current event; at the first start it is read from the file.

    Raises EventFileError where the file is needed and wrong.
    """
    stored = await events.current(database.reads)
    if stored is None:
        return await import_event(database, file)
    other = await other_event(stored, file)
    if other:
        logger.warning("%s", other, extra={"action": "load_event"})
    return stored


async def other_event(stored: StoredEvent, file: Path) -> str | None:
    """A sentence where the file is another event's than the database's; None where it can't be read, too."""
    named = await asyncio.to_thread(eventfile.code_of, file)
    if named in (None, stored.event.code):
        return None
    return (
        f"the database serves {stored.event.code}, the file is {named}; `rakor import {file}` changes to it"
    )


async def import_event(database: Database, file: Path) -> StoredEvent:
    """Reads the event file into the database and makes it the current one. Raises EventFileError."""
    event = await asyncio.to_thread(eventfile.load, file)
    await database.write(lambda tx: events.save(tx, event, file.resolve().parent))
    stored = await events.current(database.reads)
    if stored is None:
        raise DatabaseUnusableError(f"{database.path}: the event was saved and cannot be found again.")
    return stored
