"""Numbered migrations (``schema/NNN_name.sql``), applied together in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from data.errors import RakorError

SCHEMA_FOLDER = Path(__file__).with_name("schema")


class NewerDatabaseError(RakorError):
    """The file was written by a newer version of this program."""


@dataclass(frozen=True)
class Migration:
    number: int
    script: str

    def statements(self) -> Iterator[str]:
        """One complete statement at a time: ``executescript`` would commit the transaction around them."""
        statement = ""
        for line in self.script.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        if statement.strip():
            yield statement


def migrations(folder: Path = SCHEMA_FOLDER) -> list[Migration]:
    """All of them in order of their numbers."""
    return [
        Migration(int(path.name.split("_")[0]), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9]*_*.sql"))
    ]


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration applied; 0 for a new file."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(connection: sqlite3.Connection, path: Path, folder: Path = SCHEMA_FOLDER) -> None:
    """Brings the file to the newest version; one of an older version is copied beside itself first.

    Raises NewerDatabaseError where the file is ahead of this program, sqlite3.Error where SQL fails; then
    the file is as it was.
    """
    known = migrations(folder)
    if version(connection) == known[-1].number:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate_locked(connection, path, known)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate_locked(connection: sqlite3.Connection, path: Path, known: list[Migration]) -> None:
    """Looks again: while we waited for the lock, another process may have done it."""
    present, newest = version(connection), known[-1].number
    if present > newest:
        raise NewerDatabaseError(
            f"{path}: the database has version {present}, this program knows {newest}. "
            "Use the newer program, or restore a backup made by this one."
        )
    pending = [migration for migration in known if migration.number > present]
    if present and pending:
        _back_up(path, path.with_name(f"{path.name}.version-{present}"))
    _apply(pending, connection)


def _apply(pending: list[Migration], connection: sqlite3.Connection) -> None:
    for migration in pending:
        for statement in migration.statements():
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {migration.number:d}")


def _back_up(source: Path, target: Path) -> None:
    """What is committed; through a connection of its own, as ours holds the lock.

    The copy gets its name when it is whole: half of one, left by a process that died, would be in the way.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(part)) as copy:
        original.backup(copy)
    part.replace(target)
