"""Numbered migrations: all or nothing, forward only, with a copy of what was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.database import Database
from data.migrations import SCHEMA_FOLDER, NewerDatabaseError, migrate, migrations, version

NUMBERS = [migration.number for migration in migrations()]
NEWEST = NUMBERS[-1]

FolderOf = Callable[..., Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rakor.db"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        yield opened


@pytest.fixture
def folder_of(tmp_path: Path) -> FolderOf:
    """A folder with these scripts as its migrations 1, 2, …"""

    def make(*scripts: str) -> Path:
        folder = tmp_path / "schema"
        folder.mkdir(exist_ok=True)
        for number, script in enumerate(scripts, start=1):
            (folder / f"{number:03}_step.sql").write_text(script, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def schema_up_to(tmp_path: Path) -> Callable[[int], Path]:
    """Our own migrations up to a number, as an older version of the program had them."""

    def make(number: int) -> Path:
        folder = tmp_path / f"schema-{number}"
        folder.mkdir()
        for file in SCHEMA_FOLDER.glob("*.sql"):
            if int(file.name.partition("_")[0]) <= number:
                shutil.copy(file, folder)
        return folder

    return make


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


def test_numbers_begin_with_one_and_are_given_once() -> None:
    assert NUMBERS[0] == 1
    assert sorted(set(NUMBERS)) == NUMBERS
    assert len(list(SCHEMA_FOLDER.iterdir())) == len(NUMBERS)


def test_a_new_file_gets_the_newest_version_and_no_backup(path: Path, connection: sqlite3.Connection) -> None:
    migrate(connection, path)
    assert version(connection) == NEWEST
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_of_the_newest_version_is_left_alone(path: Path, connection: sqlite3.Connection) -> None:
    migrate(connection, path)
    content = path.read_bytes()
    migrate(connection, path)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_step_by_step_gives_the_schema_of_a_new_file(
    path: Path, connection: sqlite3.Connection, schema_up_to: Callable[[int], Path]
) -> None:
    for number in NUMBERS:
        migrate(connection, path, schema_up_to(number))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new, path)
        assert schema(connection) == schema(new)
        assert version(connection) == version(new)


@pytest.mark.parametrize("number", NUMBERS[:-1])
async def test_an_older_file_is_copied_first_and_keeps_its_rows(
    path: Path, connection: sqlite3.Connection, schema_up_to: Callable[[int], Path], number: int
) -> None:
    migrate(connection, path, schema_up_to(number))
    connection.execute("INSERT INTO facts VALUES ('bot_username', 'rakor_bot')")
    connection.execute("INSERT INTO inbox (update_id, queue, body, received_at) VALUES (7, 1, '{}', 1.5)")
    connection.close()
    before = dump(path)

    database = await Database.open(path)
    facts = [tuple(row) for row in await database.reads.execute_fetchall("SELECT * FROM facts")]
    inbox = [
        tuple(row)
        for row in await database.reads.execute_fetchall("SELECT update_id, body, received_at FROM inbox")
    ]
    await database.close()

    assert facts == [("bot_username", "rakor_bot")]
    assert inbox == [(7, "{}", 1.5)]
    with closing(sqlite3.connect(path)) as upgraded:
        assert version(upgraded) == NEWEST
    copy = path.with_name(f"{path.name}.version-{number}")
    assert dump(copy) == before
    with closing(sqlite3.connect(copy)) as opened:
        assert version(opened) == number


def test_a_failing_migration_leaves_a_new_file_empty(
    path: Path, connection: sqlite3.Connection, folder_of: FolderOf
) -> None:
    folder = folder_of(
        "CREATE TABLE a (x);", "CREATE TABLE b (x);\nINSERT INTO b VALUES (1);\nINSERT INTO c VALUES (1);"
    )
    with pytest.raises(sqlite3.OperationalError, match="no such table: c"):
        migrate(connection, path, folder)
    assert schema(connection) == []
    assert version(connection) == 0
    assert not connection.in_transaction


def test_a_failing_migration_leaves_an_older_file_as_it_was(
    path: Path, connection: sqlite3.Connection, folder_of: FolderOf
) -> None:
    migrate(connection, path, folder_of("CREATE TABLE a (x);\nINSERT INTO a VALUES ('kept');"))
    before = dump(path)
    broken = folder_of(
        "CREATE TABLE a (x);",
        "DELETE FROM a;\nALTER TABLE a ADD COLUMN y;\nCREATE TABLE a (again);",
        "CREATE TABLE never (x);",
    )
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection, path, broken)
    assert dump(path) == before
    assert version(connection) == 1


def test_a_migration_may_hold_triggers_comments_and_quoted_semicolons(
    path: Path, connection: sqlite3.Connection, folder_of: FolderOf
) -> None:
    script = """
        -- one; two
        CREATE TABLE a (x, y DEFAULT ';'); -- three; four
        CREATE TABLE log (x);
        CREATE TRIGGER note AFTER INSERT ON a BEGIN
            INSERT INTO log VALUES (new.x);
            INSERT INTO log VALUES (new.y);
        END;
        INSERT INTO a (x) VALUES ('line
        break; here');
        -- the end
    """
    migrate(connection, path, folder_of(script))
    assert connection.execute("SELECT COUNT(*) FROM log").fetchone() == (2,)


def test_a_last_statement_without_its_semicolon_is_not_left_out(
    path: Path, connection: sqlite3.Connection, folder_of: FolderOf
) -> None:
    migrate(connection, path, folder_of("CREATE TABLE a (x);\nCREATE TABLE b (x)\n"))
    assert [name for name, _ in schema(connection)] == ["a", "b"]


async def test_a_newer_file_is_refused_with_a_sentence_and_left_alone(path: Path) -> None:
    database = await Database.open(path)
    await database.close()
    with closing(sqlite3.connect(path)) as later:
        later.execute(f"PRAGMA user_version = {NEWEST + 1}")
    before = dump(path)
    with pytest.raises(NewerDatabaseError) as caught:
        await Database.open(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert f"version {NEWEST + 1}" in sentence
    assert "newer program" in sentence
    assert dump(path) == before


def test_two_processes_may_open_a_new_file_at_once(path: Path, connection: sqlite3.Connection) -> None:
    """`rakor codes` beside the first `rakor run`: the other one is first just before ours takes the lock."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def overtake(statement: str) -> None:
            if statement.startswith("BEGIN") and version(other) == 0:
                migrate(other, path)

        connection.set_trace_callback(overtake)
        migrate(connection, path)
        assert version(connection) == NEWEST
