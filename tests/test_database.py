"""One writer: writes are atomic, share commits, and are on the disk when their callers go on."""

from __future__ import annotations

import asyncio
import sqlite3
import struct
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from data import facts
from data.database import GROUP_LIMIT, Database, Transaction

PATIENCE_SECONDS = 10.0


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "rakor.db")
    yield opened
    await opened.close()


class Gate:
    """A write that holds the writer's thread until it is let go, so that others gather behind it."""

    def __init__(self, database: Database) -> None:
        self.entered = threading.Event()
        self._open = threading.Event()
        self.task = asyncio.create_task(database.write(self._work))

    def _work(self, _tx: Transaction) -> None:
        self.entered.set()
        assert self._open.wait(PATIENCE_SECONDS)

    async def wait_until_entered(self) -> None:
        assert await asyncio.to_thread(self.entered.wait, PATIENCE_SECONDS)

    def let_go(self) -> None:
        self._open.set()


async def until_queued() -> None:
    """What tasks write is handed on by the loop, a turn later."""
    for _ in range(4):
        await asyncio.sleep(0)


def names(path: Path) -> set[str]:
    """The facts that another process sees in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM facts")}


def commits(path: Path) -> int:
    """Commits in the write-ahead log, which marks the last frame of each (sqlite.org/fileformat2.html)."""
    log = path.with_name(f"{path.name}-wal").read_bytes()
    (page_size,) = struct.unpack(">I", log[8:12])
    marks = (struct.unpack(">I", log[at + 4 : at + 8])[0] for at in range(32, len(log), page_size + 24))
    return sum(mark != 0 for mark in marks)


@contextmanager
def held_by_another_process(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def remember(tx: Transaction, name: str) -> str:
    facts.remember(tx, name, "1")
    return name


async def test_a_write_gives_back_what_its_function_returns(database: Database) -> None:
    assert await database.write(lambda tx: remember(tx, "a")) == "a"
    assert await facts.value(database.reads, "a") == "1"


async def test_a_write_is_on_the_disk_when_its_caller_goes_on(database: Database) -> None:
    for name in ("a", "b", "c"):
        await database.write(lambda tx, name=name: remember(tx, name))
        assert name in names(database.path)


async def test_writes_that_wait_share_one_commit(database: Database) -> None:
    gate = Gate(database)
    await gate.wait_until_entered()
    waiting = [asyncio.create_task(database.write(lambda tx, n=n: remember(tx, str(n)))) for n in range(200)]
    await until_queued()
    before = commits(database.path)
    gate.let_go()
    await asyncio.gather(gate.task, *waiting)
    assert len(names(database.path)) == 200
    assert commits(database.path) - before == 1  # the gate wrote nothing, and so has no commit in the log


async def test_a_group_has_an_end(database: Database) -> None:
    gate = Gate(database)
    await gate.wait_until_entered()
    numbers = range(GROUP_LIMIT + 1)
    waiting = [asyncio.create_task(database.write(lambda tx, n=n: remember(tx, str(n)))) for n in numbers]
    await until_queued()
    before = commits(database.path)
    gate.let_go()
    await asyncio.gather(*waiting)
    assert commits(database.path) - before == 2


async def test_no_caller_goes_on_before_the_commit_of_its_group(database: Database) -> None:
    first = Gate(database)
    await first.wait_until_entered()
    written = asyncio.create_task(database.write(lambda tx: remember(tx, "a")))
    await until_queued()
    behind = Gate(database)  # in the same group, after the write
    await until_queued()
    first.let_go()
    await behind.wait_until_entered()
    await first.task
    assert not written.done()
    assert names(database.path) == set()
    behind.let_go()
    assert await written == "a"
    assert names(database.path) == {"a"}


# --------------------------------------------------------------------- in the event loop's own thread


async def thread_of(database: Database, *, is_short: bool) -> int:
    """Where a write is made once the disk is known."""

    def work(tx: Transaction) -> int:
        remember(tx, "a")
        return threading.get_ident()

    await database.write(work)
    return await database.write(work, is_short=is_short)


async def test_a_short_write_wakes_no_other_thread(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.database.QUICK_SECONDS", PATIENCE_SECONDS)
    assert await thread_of(database, is_short=True) == threading.get_ident()
    assert names(database.path) == {"a"}


async def test_a_long_one_does_not_hold_up_the_loop(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.database.QUICK_SECONDS", PATIENCE_SECONDS)
    assert await thread_of(database, is_short=False) != threading.get_ident()


async def test_nor_does_a_slow_disk(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.database.QUICK_SECONDS", 0.0)
    assert await thread_of(database, is_short=True) != threading.get_ident()


async def test_nor_does_another_process(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.database.QUICK_SECONDS", PATIENCE_SECONDS)
    await thread_of(database, is_short=True)
    with held_by_another_process(database.path):
        writing = asyncio.create_task(database.write(lambda tx: remember(tx, "b"), is_short=True))
        await until_queued()
        assert not writing.done()
    assert await writing == "b"
    assert names(database.path) == {"a", "b"}


@pytest.mark.parametrize("is_short", [True, False])
async def test_a_write_that_fails_alone_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch, is_short: bool
) -> None:
    def fail(tx: Transaction) -> None:
        remember(tx, "half")
        raise LookupError("on purpose")

    monkeypatch.setattr("data.database.QUICK_SECONDS", PATIENCE_SECONDS)
    await thread_of(database, is_short=True)
    with pytest.raises(LookupError):
        await database.write(fail, is_short=is_short)
    assert names(database.path) == {"a"}
    assert await database.write(lambda tx: remember(tx, "b"), is_short=is_short) == "b"


# ------------------------------------------------------------------------------------- what fails


async def test_a_failing_write_leaves_nothing_and_harms_no_other(database: Database) -> None:
    def fail(tx: Transaction) -> None:
        remember(tx, "half")
        raise LookupError("on purpose")

    gate = Gate(database)
    await gate.wait_until_entered()
    results = asyncio.gather(
        database.write(lambda tx: remember(tx, "before")),
        database.write(fail),
        database.write(lambda tx: tx.execute("INSERT INTO facts VALUES ('before', '2')")),
        database.write(lambda tx: remember(tx, "after")),
        return_exceptions=True,
    )
    await until_queued()
    gate.let_go()
    before, failed, refused, after = await results
    assert (before, after) == ("before", "after")
    assert isinstance(failed, LookupError)
    assert isinstance(refused, sqlite3.IntegrityError)
    assert names(database.path) == {"before", "after"}


async def test_a_caller_that_is_gone_harms_no_other(database: Database) -> None:
    gate = Gate(database)
    await gate.wait_until_entered()
    gone = asyncio.create_task(database.write(lambda tx: remember(tx, "gone")))
    stayed = asyncio.create_task(database.write(lambda tx: remember(tx, "stayed")))
    await until_queued()
    gone.cancel()
    gate.let_go()
    assert await stayed == "stayed"
    assert names(database.path) == {"gone", "stayed"}


async def test_closing_finishes_the_writes_that_are_queued(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "rakor.db")
    gate = Gate(database)
    await gate.wait_until_entered()
    waiting = [asyncio.create_task(database.write(lambda tx, n=n: remember(tx, str(n)))) for n in range(50)]
    await until_queued()
    closing_task = asyncio.create_task(database.close())
    await until_queued()
    gate.let_go()
    assert len(await asyncio.gather(*waiting)) == 50
    await closing_task
    assert len(names(database.path)) == 50


async def test_a_full_disk_is_told_to_every_caller_and_later_writes_go_on(database: Database) -> None:
    def limit(tx: Transaction) -> None:
        (pages,) = tx.execute("PRAGMA page_count").fetchone()
        tx.execute(f"PRAGMA max_page_count = {pages + 1}")

    def fill(tx: Transaction) -> None:
        facts.remember(tx, "big", "x" * 100_000)

    await database.write(limit)
    gate = Gate(database)
    await gate.wait_until_entered()
    results = asyncio.gather(
        database.write(lambda tx: remember(tx, "small")), database.write(fill), return_exceptions=True
    )
    await until_queued()
    gate.let_go()
    small, big = await results
    assert isinstance(big, sqlite3.OperationalError)
    assert "full" in str(big)
    is_kept = "small" in names(database.path)
    assert is_kept is (small == "small")  # whoever is told that it worked can rely on it
    await database.write(lambda tx: tx.execute("PRAGMA max_page_count = 1000000"))
    assert await database.write(lambda tx: remember(tx, "later")) == "later"
    assert "later" in names(database.path)


async def test_a_file_that_another_process_holds_too_long_is_told_to_the_caller(database: Database) -> None:
    await database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 20"))
    with held_by_another_process(database.path), pytest.raises(sqlite3.OperationalError, match="locked"):
        await database.write(lambda tx: remember(tx, "a"))
    assert await database.write(lambda tx: remember(tx, "b")) == "b"


async def test_a_write_waits_for_another_process_to_finish(database: Database) -> None:
    with held_by_another_process(database.path):
        waiting = asyncio.create_task(database.write(lambda tx: remember(tx, "a")))
        await asyncio.sleep(0.05)
        assert not waiting.done()
    assert await waiting == "a"


async def test_reads_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.reads.execute("DELETE FROM facts")


async def test_a_commit_survives_a_power_cut(database: Database) -> None:
    """As far as it can be asked for: WAL, and fsync at each commit."""

    def settings(tx: Transaction) -> tuple[object, ...]:
        return tuple(
            tx.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        )

    assert await database.write(settings) == ("wal", 2, 1)


async def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "rakor.db")
    await database.write(lambda tx: facts.remember(tx, "a", "a sentence of its own kind" * 300))
    await database.write(lambda tx: tx.execute("DELETE FROM facts"))
    await database.close()
    assert b"a sentence of its own kind" not in database.path.read_bytes()
    assert not database.path.with_name("rakor.db-wal").exists()


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rakor.db"
    path.write_text("a letter to the committee\n" * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        await Database.open(path)
    assert path.read_text().startswith("a letter")
