"""The sender: what it holds of the outbox, what it takes up again, and what follows a refusal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.config import LimitSettings
from bot.delivery.sender import IN_HAND
from bot.rehearsal.chat import Chat, text_of
from data import outbox
from data.database import Database
from data.outbox import Draft
from handlers.deliveries import APOLOGY
from tests.rakor import Rakor, emulated, running, until

PEOPLE = 100_000


async def put(rakor: Rakor, *drafts: Draft) -> None:
    """Into the outbox, as a handler does; the clock's news wakes the sender."""
    await rakor.parts.database.write(lambda tx: [outbox.add(tx, one) for one in drafts])
    await rakor.control.advance(0)


def apology(rakor: Rakor, chat_id: int, key: str = "", **changes: Any) -> Draft:
    """A message that needs nothing but its chat."""
    now = rakor.parts.clock.now()
    return Draft(f"{key}:{chat_id}", APOLOGY, "id", chat_id, outbox.NOTICE, now, **changes)


def call(rakor: Rakor, chat_id: int, method: str, **parameters: Any) -> Draft:
    """An answer that was kept for later."""
    subject = json.dumps([method, {"chat_id": chat_id, **parameters}])
    now = rakor.parts.clock.now()
    return Draft(f"late:{method}:{chat_id}", outbox.DIRECT_ANSWER, subject, chat_id, outbox.DIRECT, now)


def states(rakor: Rakor, condition: str = "1") -> list[tuple[str, str | None]]:
    """Of what the tests put into the outbox, and not of the reminders that fall due meanwhile."""
    rows = rakor.rows(
        f"SELECT state, cause FROM outbox WHERE kind IN ('apology', 'direct_answer') AND {condition}"  # noqa: S608
    )
    return [(row["state"], row["cause"]) for row in rows]


def change(rakor: Rakor, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute(sql, values)


async def sends(rakor: Rakor, chat: Chat | None = None) -> list[int]:
    """How Telegram answered the messages to the chat, or to all."""
    calls = await rakor.control.calls(method="sendMessage")
    return [one["status"] for one in calls if chat is None or one["params"]["chat_id"] == chat.id]


# ------------------------------------------------------------------------------ what is in hand


async def test_of_a_hundred_thousand_waiting_only_a_handful_is_in_hand(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path).model_copy(update={"limits": LimitSettings()})
        await fill(settings.database.path, range(1, PEOPLE + 1))
        async with running(stage, settings) as rakor:
            for number in (0, 20, 40):
                await until(lambda: len(rakor.rows("SELECT 1 FROM outbox WHERE state = 'failed'")) > number)  # noqa: B023
                (row,) = rakor.rows("SELECT COUNT(*) AS number FROM outbox WHERE state = 'sending'")
                assert row["number"] <= IN_HAND


async def fill(path: Path, chats: Sequence[int]) -> None:
    database = await Database.open(path)
    rows = [(f"{chat}", APOLOGY, "id", chat, outbox.BULK, 0) for chat in chats]
    sql = "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before) VALUES (?, ?, ?, ?, ?, ?)"
    await database.write(lambda tx: tx.executemany(sql, rows))
    await database.close()


async def test_a_chat_with_many_messages_holds_up_no_other(tmp_path: Path) -> None:
    async with emulated() as stage:
        limits = LimitSettings(per_second=0, per_chat=1, per_group_minute=0)
        settings = stage.settings(tmp_path).model_copy(update={"limits": limits})
        async with running(stage, settings) as rakor:
            busy, *others = [await rakor.control.user(f"Peserta {number}") for number in range(4)]
            for person in (busy, *others):
                await person.say("/start")
                await person.wait_for("27/2022")
            await rakor.control.post("clock", speed=0)
            many = [apology(rakor, busy.id, f"{number}") for number in range(3 * IN_HAND)]
            await put(rakor, *many, *(apology(rakor, one.id) for one in others))
            for one in others:
                await one.wait_for("gangguan")
            await until(lambda: states(rakor, "state = 'sending'") != [])
            assert len(await busy.messages()) < IN_HAND


async def test_what_is_lost_from_hand_is_taken_up_again_while_the_bot_runs(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("clock", speed=0)
    await put(rakor, apology(rakor, budi.id))
    await rakor.control.advance(1)
    await budi.wait_for("gangguan")
    await until(lambda: states(rakor) == [("sent", None)])
    lease = rakor.parts.clock.now() + outbox.LEASE_SECONDS
    change(rakor, "UPDATE outbox SET state = 'sending', lease_until = ?", lease)
    await rakor.control.advance(outbox.LEASE_SECONDS / 2)
    await rakor.control.advance(outbox.LEASE_SECONDS / 2 + 1)
    await until(lambda: states(rakor) == [("sent", None)])
    assert sum("gangguan" in text_of(message) for message in await budi.messages()) == 2


async def test_what_is_in_hand_now_is_not_sent_again_when_the_clock_leaps(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("faults", method="sendMessage", kind="slow", delay=0.5)
    await put(rakor, apology(rakor, budi.id))
    await until(lambda: states(rakor) == [("sending", None)])
    for seconds in (3600, -7200, 3600):
        await rakor.control.advance(seconds)
    await until(lambda: states(rakor) == [("sent", None)])
    await rakor.control.advance(3600)
    assert sum("gangguan" in text_of(message) for message in await budi.messages()) == 1


async def test_a_clock_that_is_set_back_makes_no_pause_longer(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("clock", speed=0)
    await rakor.control.post("faults", method="sendMessage", kind="500", chat=budi.id)
    await put(rakor, apology(rakor, budi.id))
    await until(lambda: states(rakor) == [("waiting", "network")])
    await rakor.control.advance(-3600)
    await rakor.control.advance(10)
    await budi.wait_for("gangguan")
    await until(lambda: states(rakor) == [("sent", None)])


# -------------------------------------------------------------------------- what follows a refusal


async def test_a_deactivated_account_is_left_out_from_then_on(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("users", id=budi.id, first_name="Budi", deactivated=True)
    await put(rakor, apology(rakor, budi.id))
    await until(lambda: states(rakor) == [("failed", "deactivated")])
    assert rakor.rows("SELECT * FROM chats WHERE blocked_at IS NULL") == []


async def test_who_has_blocked_the_bot_is_left_out_from_then_on(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("faults", method="sendMessage", kind="block")
    await put(rakor, apology(rakor, budi.id))
    await until(lambda: states(rakor) == [("failed", "blocked")])
    assert rakor.rows("SELECT * FROM chats WHERE blocked_at IS NULL") == []


async def test_a_chat_that_is_not_there_is_left_out_from_then_on(rakor: Rakor) -> None:
    change(rakor, "INSERT INTO chats (chat_id, language) VALUES (404, 'id')")
    await put(rakor, apology(rakor, 404))
    await until(lambda: states(rakor) == [("failed", "not_found")])
    assert rakor.rows("SELECT * FROM chats WHERE blocked_at IS NULL") == []


@pytest.mark.parametrize(("text", "cause"), [("x" * 5000, "too_long"), ("<b>", "other")])
async def test_an_answer_that_telegram_refuses_is_set_aside_without_its_content(
    rakor: Rakor, text: str, cause: str
) -> None:
    budi = await rakor.participant()
    await put(rakor, call(rakor, budi.id, "sendMessage", text=text, parse_mode="HTML"))
    await until(lambda: states(rakor) == [("failed", cause)])
    (row,) = rakor.rows("SELECT subject, failure FROM outbox")
    assert row["subject"] == ""
    assert row["failure"]
    assert rakor.rows("SELECT * FROM chats WHERE blocked_at IS NULL") != []


async def test_an_answer_whose_message_is_gone_comes_as_a_new_one(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await put(rakor, call(rakor, budi.id, "editMessageText", message_id=9999, text="Jawaban"))
    await budi.wait_for("Jawaban")
    await until(lambda: rakor.rows("SELECT * FROM outbox") == [])


async def test_what_is_deleted_or_shown_already_is_done(rakor: Rakor) -> None:
    budi = await rakor.participant()
    text = text_of(await budi.last())
    message_id = (await budi.last())["message_id"]
    markup = (await budi.last())["reply_markup"]
    await put(
        rakor,
        call(rakor, budi.id, "deleteMessage", message_id=9999),
        call(rakor, budi.id, "editMessageText", message_id=message_id, text=text, reply_markup=markup),
    )
    await until(lambda: rakor.rows("SELECT * FROM outbox") == [])


# ------------------------------------------------------------------------------ the network away


async def test_an_hour_without_network_loses_nothing_and_then_nobody_waits(rakor: Rakor) -> None:
    people = [await rakor.participant(f"Peserta {number}") for number in range(8)]
    await rakor.control.post("clock", speed=0)
    await rakor.control.post("faults", method="sendMessage", kind="disconnect", times=100_000)
    await put(rakor, *(apology(rakor, one.id) for one in people))
    for minute in range(60):
        await until(lambda: states(rakor, "state = 'sending'") == [])
        if minute % 10 == 0:
            before = len(await sends(rakor))
        await rakor.control.advance(60)
    assert len(await sends(rakor)) - before <= 12 * 10  # one try or two a minute, however many wait
    await rakor.control.post("faults", times=0)
    await rakor.control.advance(60)
    await until(lambda: states(rakor) == [("sent", None)] * 8)
    for one in people:
        assert sum("gangguan" in text_of(message) for message in await one.messages()) == 1


async def test_one_chat_that_always_fails_is_felt_by_no_other(rakor: Rakor) -> None:
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await rakor.control.post("clock", speed=0)
    await rakor.control.post("faults", method="sendMessage", kind="500", chat=budi.id, times=1000)
    await put(rakor, apology(rakor, budi.id))
    for number in range(5):
        await rakor.control.advance(61)
        await put(rakor, apology(rakor, siti.id, f"{number}"))
        await until(lambda: states(rakor, f"chat_id = {siti.id} AND state != 'sent'") == [])
    assert states(rakor, f"chat_id = {budi.id}") == [("waiting", "network")]


# ------------------------------------------------------------------------------ the database fails


async def test_what_was_sent_while_the_database_was_held_is_not_sent_again(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.parts.database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 50") and None)
    await rakor.control.post("faults", method="sendMessage", kind="slow", delay=0.5)
    await put(rakor, apology(rakor, budi.id))
    await until(lambda: states(rakor) == [("sending", None)])
    with closing(sqlite3.connect(rakor.settings.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await budi.wait_for("gangguan")
        await rakor.control.advance(3600)
        await rakor.control.advance(3600)
        assert states(rakor) == [("sending", None)]
    await until(lambda: states(rakor) == [("sent", None)])
    assert sum("gangguan" in text_of(message) for message in await budi.messages()) == 1


# ------------------------------------------------------------------------------------- what is paid


async def test_bulk_is_paid_for_where_the_configuration_says_so_and_nothing_else_is(tmp_path: Path) -> None:
    async with emulated() as stage:
        limits = LimitSettings(per_chat=0, paid_per_second=500)
        settings = stage.settings(tmp_path).model_copy(update={"limits": limits})
        async with running(stage, settings) as rakor:
            budi = await rakor.participant()
            await put(rakor, apology(rakor, budi.id))
            await budi.wait_for("gangguan")
            calls = await rakor.control.calls(method="sendMessage")
    paid = ["allow_paid_broadcast" in one["params"] for one in calls]
    assert paid == [*[False] * (len(calls) - 1), True]
