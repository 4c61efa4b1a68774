"""The inbox: every update once, in its order, and nothing of it kept longer than needed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data import inbox
from data.database import Database
from data.inbox import RETENTION_SECONDS, Received

NOW = 1_676_854_800.0
CHAT_ID = 620_417_993_115
SECRET = "kalimat yang hanya untuk panitia"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "rakor.db")
    yield opened
    await opened.close()


def update(number: int, body: str = "{}", received_at: float = NOW) -> Received:
    return Received(number, CHAT_ID, body, received_at)


async def accept(database: Database, *updates: Received) -> list[int]:
    """The ids of those that were new."""
    return [one.update_id for one in await database.write(lambda tx: inbox.accept(tx, updates))]


async def unfinished(database: Database) -> list[int]:
    return [one.update_id for one in await inbox.unfinished(database.reads)]


async def handle(database: Database, *numbers: int) -> None:
    for number in numbers:
        await database.write(lambda tx, number=number: inbox.mark_handled(tx, [number]))


async def test_an_update_comes_back_as_it_was_stored(database: Database) -> None:
    await accept(database, update(7, '{"text": "é"}'))
    assert await inbox.unfinished(database.reads) == [update(7, '{"text": "é"}')]


async def test_a_repeated_update_is_ignored(database: Database) -> None:
    assert await accept(database, update(7), update(7), update(8)) == [7, 8]
    assert await accept(database, update(8, "another"), update(9)) == [9]
    assert [one.body for one in await inbox.unfinished(database.reads)] == ["{}"] * 3


async def test_a_handled_update_that_is_repeated_is_ignored(database: Database) -> None:
    await accept(database, update(7))
    await handle(database, 7)
    assert await accept(database, update(7)) == []
    assert await unfinished(database) == []


async def test_unfinished_updates_are_in_order_of_arrival(database: Database) -> None:
    await accept(database, update(9), update(7))
    await accept(database, update(8), update(10))
    await handle(database, 8)
    assert await unfinished(database) == [7, 9, 10]


async def test_the_writes_of_an_update_are_made_once(database: Database) -> None:
    await accept(database, update(7))
    assert await database.write(lambda tx: inbox.mark_applied(tx, 7)) is True
    assert await database.write(lambda tx: inbox.mark_applied(tx, 7)) is False
    assert await unfinished(database) == [7]


async def test_a_write_that_fails_takes_its_mark_back(database: Database) -> None:
    await accept(database, update(7))

    def fail(tx: object) -> None:
        inbox.mark_applied(tx, 7)  # type: ignore[arg-type]
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        await database.write(fail)
    assert await database.write(lambda tx: inbox.mark_applied(tx, 7)) is True


async def test_neither_text_nor_chat_stays_of_a_handled_update(database: Database) -> None:
    await accept(database, update(7, SECRET), update(8, SECRET * 1000))
    await handle(database, 7, 8)
    rows = await database.reads.execute_fetchall("SELECT queue, body, handled FROM inbox")
    assert [tuple(row) for row in rows] == [(None, None, 1)] * 2
    await database.close()
    content = database.path.read_bytes()
    assert SECRET.encode() not in content
    assert CHAT_ID.to_bytes(6, "big") not in content  # as SQLite stores a number of this size


async def test_attempts_are_counted(database: Database) -> None:
    await accept(database, update(7), update(8))
    assert [await database.write(lambda tx: inbox.count_attempt(tx, 7)) for _ in range(3)] == [1, 2, 3]
    assert await database.write(lambda tx: inbox.count_attempt(tx, 8)) == 1


async def test_an_update_that_is_set_aside_is_not_tried_again_and_can_be_looked_at(
    database: Database,
) -> None:
    await accept(database, update(7), update(8))
    await database.write(lambda tx: inbox.count_attempt(tx, 7))
    await database.write(lambda tx: inbox.set_aside(tx, 7, "KeyError: 'x'"))
    assert await unfinished(database) == [8]
    assert await inbox.aside(database.reads) == [inbox.SetAside(7, NOW, 1, "KeyError: 'x'")]
    assert await accept(database, update(7)) == []


async def test_ids_are_kept_for_as_long_as_telegram_may_repeat_them(database: Database) -> None:
    await accept(database, update(7), update(8, received_at=NOW + 1), update(9))
    await handle(database, 7, 8)
    await database.write(lambda tx: inbox.forget_old(tx, NOW + 24 * 3600))
    assert await accept(database, update(7), update(8)) == []
    await database.write(lambda tx: inbox.forget_old(tx, NOW + RETENTION_SECONDS + 0.5))
    assert await accept(database, update(8)) == []
    assert await accept(database, update(7)) == [7]
    assert await unfinished(database) == [7, 9]
