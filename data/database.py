"""One SQLite file, one writer.

A write is one synchronous function, queued whole. Those that come together share one transaction, each in a
savepoint of its own, and every future resolves only after the COMMIT: handlers are atomic, commits are
shared. The writer's thread commits; or the event loop's own, where that takes no longer than to wake another
one. Reads go through aiosqlite.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from math import inf
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

FEW = 8
QUICK_SECONDS = 0.001
"""So few short writes are committed at once, while a commit takes no longer than this: a disk as fast as the
usual ones. On a slow one (an SD card, say) nothing but the writer waits."""

LAST_COUNTS = 0.25
"""The part of the last commit in what a commit is thought to take."""

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
    is_short: bool
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
        self._in_thread = 0
        self._commit_seconds = inf
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

    async def write(self, work: Callable[[Transaction], T], *, is_short: bool = False) -> T:
        """Runs the function as a transaction of its own; returns its result once it is on the disk.

        A short one touches a few rows. What the function raises is raised here, and nothing of its work
        stays.
        """
        future = self._queued(work, is_short)
        self._loop.call_soon(self.hurry)
        return await future

    def write_soon(self, work: Callable[[Transaction], T]) -> asyncio.Future[T]:
        """The same for what is short and can wait a moment for another write, to share its commit."""
        future = self._queued(work, is_short=True)
        self._loop.call_later(COMPANY_SECONDS, self.hurry)
        return future

    def hurry(self) -> None:
        """What waits for another write waits no longer."""
        if not self._soon:
            return
        group, self._soon = self._soon, []
        if self._is_quick(group) and self._has_committed(group):
            return
        for start in range(0, len(group), GROUP_LIMIT):
            self._in_thread += 1
            self._jobs.put(group[start : start + GROUP_LIMIT])

    def _is_quick(self, group: list[_Job]) -> bool:
        """Whether it is done sooner than the writer's thread would begin."""
        is_idle = not self._in_thread and self._commit_seconds < QUICK_SECONDS
        return is_idle and len(group) <= FEW and all(job.is_short for job in group)

    def _has_committed(self, group: list[_Job]) -> bool:
        """Commits in the event loop's own thread; False where another process holds the file."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            return False
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        self._commit(group)
        _resolve(group)
        return True

    def _queued(self, work: Callable[[Transaction], T], is_short: bool) -> asyncio.Future[T]:
        if self._is_closed:
            raise sqlite3.ProgrammingError("the database is closed")
        future: asyncio.Future[T] = self._loop.create_future()
        self._soon.append(_Job(work, future, is_short))
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
            groups, is_last = self._waiting(first)
            self._commit([job for group in groups for job in group])
            self._loop.call_soon_threadsafe(self._returned, groups)
            if is_last:
                break
        self._connection.close()

    def _waiting(self, first: list[_Job]) -> tuple[list[list[_Job]], bool]:
        """Groups that share a commit, and whether they are the last ones."""
        groups = [first]
        while sum(map(len, groups)) < GROUP_LIMIT:
            try:
                group = self._jobs.get_nowait()
            except queue.Empty:
                break
            if group is None:
                return groups, True
            groups.append(group)
        return groups, False

    def _returned(self, groups: list[list[_Job]]) -> None:
        self._in_thread -= len(groups)
        for group in groups:
            _resolve(group)

    def _commit(self, group: list[_Job]) -> None:
        """Runs the group in one transaction; when the whole fails, each of its jobs has the error."""
        connection = self._connection
        try:
            if not connection.in_transaction:
                connection.execute("BEGIN IMMEDIATE")
            if len(group) == 1:
                group[0].result = group[0].work(connection)
            else:
                for job in group:
                    _run_in_savepoint(connection, job)
            began_at = time.perf_counter()
            connection.execute("COMMIT")
            self._has_taken(time.perf_counter() - began_at)
        except Exception as error:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            for job in group:
                job.error = error

    def _has_taken(self, seconds: float) -> None:
        known = self._commit_seconds
        self._commit_seconds = seconds if known == inf else known + (seconds - known) * LAST_COUNTS


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
