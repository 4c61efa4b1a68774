"""One SQLite file, one writer.

A write is one synchronous function, queued whole to the writer's thread. Those that wait there share one
transaction, each in a savepoint of its own, and every future resolves only after the COMMIT: handlers are
atomic, commits are shared. Reads go through aiosqlite.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar, cast

import aiosqlite

from data.migrations import migrate

T = TypeVar("T")
Transaction: TypeAlias = sqlite3.Connection

GROUP_LIMIT = 512
"""Writes that share one commit at most."""

COMPANY_SECONDS = 0.005
"""How long a write that need not be made at once waits for another one."""

BUSY_TIMEOUT_MS = 10_000
"""How long another process (import, backup) may hold the file before a write fails."""


class Reads(Protocol):
    """Where rows are read: ``Database.reads`` or, by their keys, ``Database.lookups``."""

    async def execute_fetchall(
        self, sql: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterable[sqlite3.Row]: ...


class Lookups:
    """Single rows by their keys, read in the event loop's own thread.

    In WAL mode a reader waits for nobody; such a row takes 4 µs, and 90 where another thread is to be woken
    for it (``python -m benchmarks reads``).
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def execute_fetchall(
        self, sql: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterable[sqlite3.Row]:
        return self._connection.execute(sql, parameters or {}).fetchall()

    def close(self) -> None:
        self._connection.close()


@dataclass
class _Job:
    work: Callable[[Transaction], Any]
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


class Database:
    """An open file. Made by ``Database.open``, ended by ``close``."""

    def __init__(
        self, path: Path, reads: aiosqlite.Connection, lookups: Lookups, writer: sqlite3.Connection
    ) -> None:
        self.path = path
        self._reads = reads
        self.lookups = lookups
        self._loop = asyncio.get_running_loop()
        self._jobs: queue.SimpleQueue[list[_Job] | None] = queue.SimpleQueue()
        self._soon: list[_Job] = []
        self._connection = writer
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="database-writer", daemon=True)
        self._thread.start()

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Opens, makes or migrates the file.

        Raises NewerDatabaseError, or sqlite3.Error and OSError where the file cannot be used.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = await asyncio.to_thread(_open_writer, path)
        try:
            lookups = Lookups(_open_reader(path))
            reads = await aiosqlite.connect(path, isolation_level=None)
        except BaseException:
            writer.close()
            raise
        reads.row_factory = sqlite3.Row
        await reads.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await reads.execute("PRAGMA query_only = ON")
        return cls(path, reads, lookups, writer)

    @property
    def reads(self) -> Reads:
        """For lists and counts: they take their time, in a thread of their own."""
        return cast("Reads", self._reads)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Runs the function in the writer's thread; returns its result once it is on the disk.

        What the function raises is raised here, and nothing of its work stays.
        """
        future = self._queued(work)
        self.hurry()
        return await future

    def write_soon(self, work: Callable[[Transaction], T]) -> asyncio.Future[T]:
        """The same for what can wait a moment for another write, to share its commit."""
        future = self._queued(work)
        self._loop.call_later(COMPANY_SECONDS, self.hurry)
        return future

    def hurry(self) -> None:
        """What waits for another write waits no longer."""
        if self._soon:
            self._jobs.put(self._soon)
            self._soon = []

    def _queued(self, work: Callable[[Transaction], T]) -> asyncio.Future[T]:
        if self._is_closed:
            raise sqlite3.ProgrammingError("the database is closed")
        future: asyncio.Future[T] = self._loop.create_future()
        self._soon.append(_Job(work, future))
        return future

    async def empty_log(self) -> None:
        """Takes over into the file what stands in the log beside it, and empties that.

        SQLite leaves in it what was written before, in order: also what has been deleted since.
        """
        await asyncio.to_thread(_empty_log, self.path)

    async def close(self) -> None:
        """Finishes the writes that are queued, then closes."""
        self._is_closed = True
        self.hurry()
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        self.lookups.close()
        await self._reads.close()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            group, last = self._group(first)
            _commit(self._connection, group)
            self._loop.call_soon_threadsafe(_resolve, group)
            if last:
                break
        self._connection.close()

    def _group(self, first: list[_Job]) -> tuple[list[_Job], bool]:
        group = list(first)
        while len(group) < GROUP_LIMIT:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return group, True
            group.extend(job)
        return group, False


def _open_reader(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _empty_log(path: Path) -> None:
    """Where somebody is reading just now, the log is emptied the next time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _open_writer(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _commit(connection: sqlite3.Connection, group: list[_Job]) -> None:
    """Runs the group in one transaction; when the whole fails, each of its jobs has the error."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        if len(group) == 1:
            group[0].result = group[0].work(connection)
        else:
            for job in group:
                _run_in_savepoint(connection, job)
        connection.execute("COMMIT")
    except Exception as error:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        for job in group:
            job.error = error


def _run_in_savepoint(connection: sqlite3.Connection, job: _Job) -> None:
    connection.execute("SAVEPOINT job")
    try:
        job.result = job.work(connection)
    except Exception as error:
        if not connection.in_transaction:
            raise  # SQLite gave up the whole transaction (a full disk, say)
        job.error = error
        connection.execute("ROLLBACK TO job")
    connection.execute("RELEASE job")


def _resolve(group: list[_Job]) -> None:
    for job in group:
        if job.future.done():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
