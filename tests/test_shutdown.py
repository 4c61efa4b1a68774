"""SIGTERM, whatever is under way: it takes no more, finishes what is in hand or leaves it for the next start,
commits, and exits 0 in time."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import SHUTDOWN_SECONDS
from bot.rehearsal.chat import Chat, Control, text_of
from data.outbox import BULK
from handlers.deliveries import APOLOGY
from tests.child import TOKEN, Child, configuration, started
from tests.rakor import Stage, emulated, until

PATIENCE_SECONDS = 30.0
SPARE_SECONDS = 5.0
"""For the interpreter, and for what waits after what is in hand."""


@dataclass(frozen=True)
class Operator:
    """Who starts the bot and ends it."""

    stage: Stage
    control: Control
    folder: Path
    config: Path

    @property
    def database(self) -> Path:
        return self.folder / "config.db"

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql).fetchall()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Child]:
        """From its first poll on."""
        self.stage.emulator.state.first_poll.clear()
        async with started("run", "--config", self.config, folder=self.folder) as child:
            await self.stage.emulator.first_poll()
            yield child

    async def ends(self, child: Child) -> float:
        """In good order; how many seconds that took."""
        began = asyncio.get_running_loop().time()
        child.send(signal.SIGTERM)
        finished = await child.finished()
        assert (finished.code, finished.out) == (0, "")
        assert self.rows("PRAGMA integrity_check") == [("ok",)]
        assert self.rows("SELECT * FROM outbox WHERE state = 'failed'") == []
        return asyncio.get_running_loop().time() - began


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    async with emulated() as stage, Control(stage.emulator.url, TOKEN) as control:
        await control.post("settings", slow_repeated_polls=False)
        yield Operator(stage, control, tmp_path, configuration(tmp_path, stage.emulator.url))


async def people(operator: Operator, number: int) -> list[Chat]:
    """So many who have started the bot."""
    chats = [await operator.control.user(f"Peserta {number:03}") for number in range(number)]
    for chat in chats:
        await chat.say("/start")
    for chat in chats:
        await chat.wait_for("27/2022", timeout=PATIENCE_SECONDS)
    return chats


async def number_of(chat: Chat, part: str) -> int:
    messages = [one for one in await chat.messages() if one["from"]["is_bot"]]
    return sum(part in text_of(message) for message in messages)


Trouble = Callable[[Operator], Awaitable[Any]]

TROUBLES: dict[str, Trouble] = {
    "a handler that hangs": lambda one: one.control.post(
        "faults", method="sendMessage", kind="timeout", delay=120, times=100
    ),
    "no network": lambda one: one.control.post("faults", method="*", kind="disconnect", times=1_000_000),
    "a pause of a minute": lambda one: one.control.post(
        "faults", method="sendMessage", kind="429", retry_after=60, times=100
    ),
    "nothing": lambda one: one.control.get("faults"),
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_it_ends_in_time_and_answers_at_the_next_start(operator: Operator, trouble: Trouble) -> None:
    async with operator.running() as child:
        budi, siti = await people(operator, 2)
        await trouble(operator)
        await budi.say("/faq")
        await siti.say("/faq")
        await asyncio.sleep(0.5)
        assert await operator.ends(child) <= SHUTDOWN_SECONDS + SPARE_SECONDS
    await operator.control.post("faults", times=0)
    await operator.control.advance(61)
    async with operator.running() as child:
        for chat in (budi, siti):
            await chat.wait_for("Pertanyaan yang sering", timeout=PATIENCE_SECONDS)
        await operator.ends(child)
    for chat in (budi, siti):
        assert await number_of(chat, "Pertanyaan yang sering") == 1


async def test_a_broadcast_goes_on_at_the_next_start_and_nobody_gets_it_twice(operator: Operator) -> None:
    text = operator.config.read_text()
    async with operator.running() as child:
        chats = await people(operator, 150)
        await operator.ends(child)
    operator.config.write_text(text.replace("per_second = 0", "per_second = 100"))
    await operator.control.post("faults", method="sendMessage", kind="slow", delay=0.2, times=10_000)
    with closing(sqlite3.connect(operator.database)) as connection, connection:
        connection.executemany(
            "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(f"all:{chat.id}", APOLOGY, "id", chat.id, BULK, 0) for chat in chats],
        )
    async with operator.running() as child:
        await until(lambda: len(operator.rows("SELECT * FROM outbox WHERE state = 'sent'")) > 20)
        assert await operator.ends(child) <= SHUTDOWN_SECONDS
    assert operator.rows("SELECT * FROM outbox WHERE state = 'waiting' OR state = 'sending'") != []
    async with operator.running() as child:
        await until(lambda: operator.rows("SELECT * FROM outbox WHERE state != 'sent'") == [])
        await operator.ends(child)
    assert [await number_of(chat, "gangguan") for chat in chats] == [1] * len(chats)


async def test_a_second_sigterm_changes_nothing(operator: Operator) -> None:
    async with operator.running() as child:
        (budi,) = await people(operator, 1)
        await operator.control.post("faults", method="sendMessage", kind="slow", delay=1)
        await budi.say("/faq")
        await budi.wait_for("Pertanyaan yang sering")
        child.send(signal.SIGTERM)
        await operator.ends(child)
    assert operator.rows("SELECT * FROM inbox WHERE handled = 0") == []


async def test_it_ends_while_another_process_holds_the_database(operator: Operator) -> None:
    async with operator.running() as child:
        (budi,) = await people(operator, 1)
        other = sqlite3.connect(operator.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await budi.say("/faq")
        await asyncio.sleep(0.5)
        with closing(other):
            ending = asyncio.create_task(operator.ends(child))
            await asyncio.wait([ending], timeout=3)
        await ending
    async with operator.running():
        await budi.wait_for("Pertanyaan yang sering", timeout=PATIENCE_SECONDS)
