"""``kill -9`` at any instant: no update is lost, nothing recorded is lost or doubled, and the next process
goes on where the last one died. Real processes, and Telegram in this one."""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.sender import IN_HAND
from bot.rehearsal.chat import Chat, Control, text_of
from bot.rehearsal.control.acts import say
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.pressing import press
from bot.rehearsal.model.state import State
from data.database import Database
from data.migrations import SCHEMA_FOLDER, migrations
from data.outbox import BULK
from data.room_codes import code_at
from handlers.deliveries import APOLOGY
from tests.child import ROOT, TOKEN, configuration, started
from tests.rakor import emulated, register

PATIENCE_SECONDS = 120.0
PEOPLE = 30
UPDATES_PER_SECOND = 400
PANEL, EARLIER_PANEL = "panel-2", "panel-1"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not holds():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)


def rows(database: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


def is_sound(database: Path) -> bool:
    return rows(database, "PRAGMA integrity_check") == [("ok",)]


async def of_the_bot(chat: Chat, part: str = "") -> int:
    """How many messages of the bot in the chat say that."""
    messages = [one for one in await chat.messages() if one["from"]["is_bot"]]
    return sum(part in text_of(message) for message in messages)


# ------------------------------------------------------------------------ under 400 updates/s


@dataclass
class Crowd:
    """People who check in, rate, ask and read, all at once, whatever becomes of the bot."""

    state: State
    chats: list[Chat]
    secret: bytes
    """Of the code that the room shows."""
    forms: dict[int, int]
    """Everybody's message with the buttons."""
    chance: random.Random
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    update_ids: list[int] = field(default_factory=list)
    texts: Counter[int] = field(default_factory=Counter)
    """How many texts each of them wrote: each is answered with one message."""
    questions: list[str] = field(default_factory=list)
    checked_in_at: dict[int, int] = field(default_factory=dict)
    ratings: dict[int, int] = field(default_factory=dict)

    async def act(self) -> None:
        """At an even pace, until they are to stop."""
        loop = asyncio.get_running_loop()
        began, number = loop.time(), 0
        self.stop.clear()
        while not self.stop.is_set():
            await self._deed(self.chance.choice(self.chats).id)
            number += 1
            await asyncio.sleep(max(0.0, began + number / UPDATES_PER_SECOND - loop.time()))

    async def _deed(self, person: int) -> None:
        deed = self.chance.choice(("check in", "rate", "ask", "read"))
        if deed == "rate":
            rating = self.chance.randint(1, 5)
            data = f"feedback.rate:{EARLIER_PANEL}:{rating}"
            fields = {"message_id": self.forms[person], "data": data, "wait": 0}
            pressed = await press(self.state, self._fields(person, fields))
            self.ratings[person] = rating
            self.update_ids.append(pressed["update_id"])
        elif deed == "check in":
            self._say(person, code_at(self.secret, self.state.now()))
            self.checked_in_at.setdefault(person, int(self.state.now()))
        elif deed == "ask":
            question = f"apa kata sandi brankas nomor q{len(self.questions)}z?"
            self._say(person, question)
            self.questions.append(question)
        else:
            self._say(person, "/faq")

    def _say(self, person: int, text: str) -> None:
        self.update_ids.append(say(self.state, self._fields(person, {"text": text}))["update_id"])
        self.texts[person] += 1

    def _fields(self, person: int, values: dict[str, Any]) -> Fields:
        return Fields({"bot": TOKEN, "user": person, **values})


@pytest.mark.parametrize("seed", range(5))
async def test_killed_ten_times_in_a_rush_it_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    database = tmp_path / "config.db"
    async with emulated() as stage, Control(stage.emulator.url, TOKEN) as control:
        await control.post("settings", slow_repeated_polls=False)
        config = configuration(tmp_path, stage.emulator.url)
        people = [await control.user(f"Peserta {number:02}") for number in range(PEOPLE)]
        async with started("run", "--config", config, folder=tmp_path):
            await stage.emulator.first_poll()
            await control.set_clock("2023-02-20T13:31:00+08:00")
            await asyncio.gather(*map(register, people))
            forms = {one.id: (await one.last())["message_id"] for one in people}
            before = {one.id: await of_the_bot(one) for one in people}
        ((secret,),) = rows(database, "SELECT secret FROM check_in_secrets WHERE session_id = ?", PANEL)
        crowd = Crowd(stage.emulator.state, people, secret, forms, chance)
        in_flight = 0
        for run in range(10):
            stage.emulator.state.first_poll.clear()
            async with started("run", "--config", config, folder=tmp_path) as child:
                if run % 5:  # else it dies while it starts
                    await stage.emulator.first_poll()
                acting = asyncio.create_task(crowd.act())
                await asyncio.sleep(chance.uniform(0, 0.8))
                child.send(signal.SIGKILL)
                crowd.stop.set()
                await acting
            assert is_sound(database)
            ((unfinished,),) = rows(database, "SELECT COUNT(*) FROM inbox WHERE handled = 0")
            in_flight += min(unfinished, PEOPLE)
        async with started("run", "--config", config, folder=tmp_path):
            await until(lambda: are_handled(database, crowd.update_ids))
        assert is_sound(database)
        assert rows(database, "SELECT * FROM inbox WHERE failure IS NOT NULL") == []
        present = rows(database, "SELECT chat_id, at FROM attendance WHERE session_id = ?", PANEL)
        assert sorted(present) == sorted(crowd.checked_in_at.items())
        ratings = rows(database, "SELECT value AS rating FROM feedback_answers WHERE question = 'rating'")
        assert Counter(rating for (rating,) in ratings) == Counter(crowd.ratings.values())
        questions = rows(database, "SELECT text FROM helpdesk_questions")
        assert sorted(text for (text,) in questions) == sorted(crowd.questions)
        answers = {one.id: await of_the_bot(one) - before[one.id] for one in people}
        repeated = {one: answers[one] - crowd.texts[one] for one in answers}
        assert min(repeated.values()) >= 0
        assert in_flight > 0
        assert sum(repeated.values()) <= in_flight


def are_handled(database: Path, update_ids: list[int]) -> bool:
    handled = {one for (one,) in rows(database, "SELECT update_id FROM inbox WHERE handled = 1")}
    return handled.issuperset(update_ids)


# --------------------------------------------------------------------------- during a broadcast


@pytest.mark.parametrize("seed", range(3))
async def test_killed_during_a_broadcast_everybody_gets_it_and_only_what_was_in_flight_twice(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    database = tmp_path / "config.db"
    async with emulated() as stage, Control(stage.emulator.url, TOKEN) as control:
        people = [await control.user(f"Peserta {number:03}", language_code="id") for number in range(300)]
        config = configuration(tmp_path, stage.emulator.url)
        config.write_text(config.read_text().replace("per_second = 0", "per_second = 150"))
        for one in people:
            await one.say("/start")
        async with started("run", "--config", config, folder=tmp_path):
            await stage.emulator.first_poll()
            await until(lambda: len(rows(database, "SELECT * FROM chats")) == 300)
        await control.post("faults", method="sendMessage", kind="slow", delay=0.1, times=10_000)
        put(database, [one.id for one in people])
        in_hand = 0
        for _ in range(4):
            stage.emulator.state.first_poll.clear()
            async with started("run", "--config", config, folder=tmp_path) as child:
                await stage.emulator.first_poll()
                await asyncio.sleep(chance.uniform(0, 0.4))
                child.send(signal.SIGKILL)
            assert is_sound(database)
            ((number,),) = rows(database, "SELECT COUNT(*) FROM outbox WHERE state = 'sending'")
            assert number <= IN_HAND
            in_hand += number
        async with started("run", "--config", config, folder=tmp_path):
            await until(lambda: rows(database, "SELECT * FROM outbox WHERE state != 'sent'") == [])
        received = [await of_the_bot(one, "gangguan") for one in people]
    assert min(received) == 1
    assert sum(received) - len(people) <= in_hand


def put(database: Path, chats: list[int]) -> None:
    """A message to all, in one transaction, as a confirmed broadcast is."""
    values = [(f"all:{chat}", APOLOGY, "id", chat, BULK, 0) for chat in chats]
    sql = "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before) VALUES (?, ?, ?, ?, ?, ?)"
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(sql, values)


# --------------------------------------------------------------------------- during a migration

OPEN = """
import asyncio, pathlib, sys
from data.database import Database

async def main():
    print("opens", flush=True)
    await (await Database.open(pathlib.Path(sys.argv[1]))).close()
    print("done", flush=True)

asyncio.run(main())
"""


async def test_killed_during_a_migration_the_file_is_as_before_or_as_after(tmp_path: Path) -> None:
    newest = migrations()[-1].number
    database = tmp_path / "rakor.db"
    make_old(database)
    before = content(database)
    took = await migrated(database.with_name("other.db"))
    versions: list[int] = []
    for step in range(12):
        await migrated(database, killed_after=took * step / 12)
        assert is_sound(database)
        assert content(database) == before
        versions += [number for (number,) in rows(database, "PRAGMA user_version")]
        if versions[-1] == newest:
            restore_old(database)
    assert set(versions) <= {1, newest}
    assert 1 in versions
    await migrated(database)
    assert rows(database, "PRAGMA user_version") == [(newest,)]
    copy = database.with_name(f"{database.name}.version-1")
    assert is_sound(copy)
    assert (rows(copy, "PRAGMA user_version"), content(copy)) == ([(1,)], before)


def make_old(database: Path) -> None:
    """A file of the first version, with a history; and a second one."""
    (script,) = SCHEMA_FOLDER.glob("001_*.sql")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(script.read_text() + "PRAGMA user_version = 1;")
        with connection:
            connection.executemany(
                "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before) "
                "VALUES (?, 'broadcast', ?, ?, 3, 0)",
                ((str(number), "x" * 100, number) for number in range(30_000)),
            )
        with closing(sqlite3.connect(database.with_name("other.db"))) as other:
            connection.backup(other)


def restore_old(database: Path) -> None:
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()
    make_old(database)


def content(database: Path) -> list[tuple[Any, ...]]:
    return rows(database, "SELECT COUNT(*), SUM(id), SUM(chat_id), MIN(key), MAX(subject) FROM outbox")


async def migrated(database: Path, killed_after: float | None = None) -> float:
    """Opens the file in a process of its own; how long that took."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OPEN, str(database), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"opens\n"
    began = asyncio.get_running_loop().time()
    if killed_after is None:
        assert await process.stdout.readline() == b"done\n"
    else:
        await asyncio.sleep(killed_after)
        with suppress(ProcessLookupError):
            process.kill()
    took = asyncio.get_running_loop().time() - began
    await process.communicate()
    return took


async def test_a_copy_half_made_is_made_again(tmp_path: Path) -> None:
    database = tmp_path / "rakor.db"
    make_old(database)
    half = database.read_bytes()[:50_000]
    for name in ("rakor.db.version-1", "rakor.db.version-1.part"):
        database.with_name(name).write_bytes(half)
    await (await Database.open(database)).close()
    assert is_sound(database.with_name("rakor.db.version-1"))
