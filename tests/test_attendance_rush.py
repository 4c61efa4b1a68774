"""A thousand at the doors within a minute, with a network that fails: each once, with the first instant."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.rehearsal.chat import Chat, Json
from data import participants
from data.database import Transaction
from tests.attendance_stage import event_with
from tests.rakor import Rakor, emulated, moment_of, running, until

PEOPLE, AT_A_TIME = 1000, 100
BEGIN = "20 10:31"
SECONDS = 60
ROOMS = ("diskusi-provinsi", "diskusi-kabkota")


def registered(tx: Transaction, event_id: int, chats: list[Chat]) -> None:
    for chat in chats:
        participants.register(
            tx,
            event_id,
            chat.id,
            name=chat.user["first_name"],
            position="Kabid",
            institution="Kesbangpol",
            region_code=None,
            consented_at=0,
            now=0,
        )


async def at_the_doors(rakor: Rakor, count: int) -> list[Chat]:
    """So many who have registered: through the database, as registering is tried elsewhere."""
    chats = [await rakor.control.user(f"Peserta {number:04}") for number in range(count)]
    event_id = rakor.parts.programme.stored.id
    await rakor.parts.database.write(lambda tx: registered(tx, event_id, chats))
    return chats


def everything_is_handled(rakor: Rakor, sent: int) -> bool:
    (row,) = rakor.rows("SELECT COUNT(*) AS number FROM inbox WHERE handled = 1")
    return bool(row["number"] >= sent)


async def test_a_thousand_check_in_within_a_minute_each_once_with_the_first_instant(tmp_path: Path) -> None:
    """Every tenth sends the code a second time, a while later."""
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        chats = await at_the_doors(rakor, PEOPLE)
        await rakor.control.post("clock", now="2023-02-20T10:31:00+08:00", speed=0)
        for kind in ("429", "500", "html502", "disconnect"):
            await rakor.control.post("faults", method="sendMessage", kind=kind, times=25, retry_after=1)
        first: dict[int, int] = {}
        sent = 0
        for start in range(0, PEOPLE, AT_A_TIME):
            now = moment_of(BEGIN) + start * SECONDS // PEOPLE
            await rakor.control.set_clock(now)
            code = await rakor.code("panel-1")
            again = chats[max(0, start - AT_A_TIME) : start : 10]
            for chat in [*chats[start : start + AT_A_TIME], *again]:
                await chat.say(code)
                first.setdefault(chat.id, int(now))
                sent += 1
        await rakor.control.post("clock", speed=20)
        await until(lambda: everything_is_handled(rakor, sent), seconds=60)
        assert rakor.parts.clock.now() < moment_of(BEGIN) + 600
        rows = rakor.rows("SELECT chat_id, at, late FROM attendance")
        assert {row["chat_id"]: row["at"] for row in rows} == first
        assert len(rows) == PEOPLE
        assert not any(row["late"] for row in rows)
        (trail,) = rakor.rows("SELECT COUNT(*) AS number FROM attendance_trail")
        assert trail["number"] == PEOPLE


async def test_two_rooms_fill_at_once_each_by_its_own_code(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        chats = await at_the_doors(rakor, 100)
        await rakor.at("20 16:05")
        codes = [await rakor.code(room) for room in ROOMS]
        await asyncio.gather(*(chat.say(codes[number % 2]) for number, chat in enumerate(chats)))
        await until(lambda: len(rakor.rows("SELECT 1 FROM presences")) == len(chats))
        rows = rakor.rows("SELECT chat_id, session_id FROM attendance")
        found = {row["chat_id"]: row["session_id"] for row in rows}
        assert found == {chat.id: ROOMS[number % 2] for number, chat in enumerate(chats)}


async def test_an_update_that_is_replayed_is_one_presence_one_guess_and_no_check_out(tmp_path: Path) -> None:
    """The process died after the writes, and before it knew that they were made."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path, event_with(tmp_path, {"panel-1": "check_out = true"}))
        async with running(stage, settings) as rakor:
            (budi,) = await at_the_doors(rakor, 1)
            await rakor.at("20 11:50")
            code = await rakor.code("panel-1")
            wrong = await budi.say("000000" if code != "000000" else "000001")
            await budi.wait_for("tidak dikenal")
            right = await budi.say(code)
            await budi.wait_for("Hadir tercatat, terlambat")
            said = [await message_of(budi, act) for act in (wrong, right)]
            await until(lambda: everything_is_handled(rakor, 2))
            before = state(rakor)
        with closing(sqlite3.connect(settings.database.path)) as connection, connection:
            for update in said:
                connection.execute(
                    "UPDATE inbox SET handled = 0, queue = ?, body = ? WHERE update_id = ?",
                    (budi.id, json.dumps(update), update["update_id"]),
                )
        async with running(stage, settings) as rakor:
            await until(lambda: everything_is_handled(rakor, 2))
            assert state(rakor) == before


async def message_of(chat: Chat, act: Json) -> Json:
    """The update in which the message came."""
    (message,) = [one for one in await chat.messages() if one["message_id"] == act["message_id"]]
    return {"update_id": act["update_id"], "message": message}


def state(rakor: Rakor) -> list[tuple[object, ...]]:
    tables = ("presences", "attendance_trail", "code_guesses")
    return [tuple(row) for table in tables for row in rakor.rows(f"SELECT * FROM {table}")]  # noqa: S608
