"""Whatever the network does: the answer comes in the end, and what it says was written once."""

from __future__ import annotations

import asyncio
import json
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.config import LimitSettings
from bot.rehearsal.chat import Chat, Control, text_of
from data.room_codes import code_at
from tests.child import TOKEN as CHILD_TOKEN
from tests.child import configuration, started
from tests.rakor import Rakor, emulated, moment_of, register, running

SESSION_ID = "panel-1"
PATIENCE_SECONDS = 20.0
FAST = 50
"""Virtual seconds a second: pauses between attempts are virtual."""

FAULTS: dict[str, dict[str, Any]] = {
    "429": {"kind": "429", "retry_after": 1},
    "500": {"kind": "500"},
    "html502": {"kind": "html502"},
    "disconnect": {"kind": "disconnect"},
    "timeout": {"kind": "timeout", "delay": 0.1},
}

LONG_PAUSE = {"kind": "429", "retry_after": 30}
"""Too long to wait for: the answer goes through the outbox."""

with_every_fault = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)


@pytest.fixture
async def fast(rakor: Rakor) -> Rakor:
    """A minute into panel I, on a clock that makes pauses short."""
    await rakor.at("20 10:31")
    await rakor.control.post("clock", speed=FAST)
    return rakor


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await condition():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


async def settled(rakor: Rakor) -> None:
    """Every update is handled and every message that was to be sent is out."""

    async def is_settled() -> bool:
        (row,) = rakor.rows(
            "SELECT (SELECT COUNT(*) FROM inbox WHERE handled = 0 AND failure IS NULL)"
            " + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')) AS open"
        )
        return not row["open"]

    await until(is_settled)


async def handled(rakor: Rakor, act: dict[str, Any]) -> None:
    """What a person did has reached the bot, and its handler has ended."""

    async def is_handled() -> bool:
        return bool(rakor.rows("SELECT 1 FROM inbox WHERE update_id = ? AND handled", act["update_id"]))

    await until(is_handled)


async def faults_are_used_up(control: Control) -> None:
    async def none_waits() -> bool:
        return not await control.get("faults")

    await until(none_waits)


async def texts_with(chat: Chat, wanted: str) -> int:
    """How many messages in the chat say that."""
    return sum(wanted in text_of(message) for message in await chat.messages() if message["from"]["is_bot"])


# ------------------------------------------------------------------------- what fails on the way


@pytest.mark.parametrize("fault", [*FAULTS.values(), LONG_PAUSE], ids=[*FAULTS, "long 429"])
async def test_a_check_in_is_recorded_and_answered_once(fast: Rakor, fault: dict[str, Any]) -> None:
    budi = await fast.participant()
    code = await fast.code(SESSION_ID)
    await fast.control.post("faults", method="sendMessage", **fault)
    said = await budi.say(code)
    await budi.wait_for("Hadir tercatat")
    await settled(fast)
    assert await fast.control.get("faults") == []
    assert await texts_with(budi, "Hadir tercatat") == 1
    (row,) = fast.rows("SELECT at FROM attendance")
    (sent,) = [message for message in await budi.messages() if message["message_id"] == said["message_id"]]
    assert row["at"] == sent["date"]


@with_every_fault
async def test_a_pressed_button_changes_its_message_in_the_end(fast: Rakor, fault: dict[str, Any]) -> None:
    budi = await fast.participant()
    await budi.say("/menu")
    menu = await budi.wait_for("Selamat datang")
    await fast.control.post("faults", method="editMessageText", **fault)
    await budi.press("agenda")
    agenda = await budi.wait_for("Senin, 20 Februari 2023")
    await settled(fast)
    assert await fast.control.get("faults") == []
    assert agenda["message_id"] == (await budi.last())["message_id"] == menu["message_id"]


@with_every_fault
async def test_a_button_works_though_its_acknowledgement_is_lost(fast: Rakor, fault: dict[str, Any]) -> None:
    budi = await fast.participant()
    await budi.say("/menu")
    menu = await budi.wait_for("Selamat datang")
    await fast.control.post("faults", method="answerCallbackQuery", **fault)
    await budi.press("agenda", wait=0)
    agenda = await budi.wait_for("Senin, 20 Februari 2023")
    await settled(fast)
    assert await fast.control.get("faults") == []
    assert agenda["message_id"] == menu["message_id"]
    assert fast.rows("SELECT * FROM outbox WHERE kind = 'direct_answer'") == []


@with_every_fault
async def test_updates_come_in_again_after_a_poll_has_failed(fast: Rakor, fault: dict[str, Any]) -> None:
    budi = await fast.control.user("Budi")
    await fast.control.post("faults", method="getUpdates", **fault)
    await budi.say("/faq")  # answered through the poll that is under way
    await budi.wait_for("Pertanyaan yang sering")
    await faults_are_used_up(fast.control)
    await budi.say("/bantuan")
    await budi.wait_for("Sekretariat panitia")
    await settled(fast)
    assert await texts_with(budi, "") == 2


async def test_an_answer_is_tried_again_until_the_network_takes_it(fast: Rakor) -> None:
    budi = await fast.participant()
    await fast.control.post("faults", method="sendMessage", kind="500", times=4)
    await budi.say("/faq")
    await budi.wait_for("Pertanyaan yang sering", timeout=PATIENCE_SECONDS)
    await settled(fast)
    assert await texts_with(budi, "Pertanyaan yang sering") == 1
    attempts = [call["status"] for call in await fast.control.calls(method="sendMessage")]
    assert attempts[-5:] == [500] * 4 + [200]


async def test_an_answer_whose_receipt_is_lost_is_repeated_and_its_writes_are_not(fast: Rakor) -> None:
    """Nobody can know whether it was delivered: at least once."""
    budi = await fast.participant()
    code = await fast.code(SESSION_ID)
    await fast.control.post("faults", method="sendMessage", kind="disconnect", carried_out=True)
    await budi.say(code)
    await budi.wait_for("Hadir tercatat")
    await settled(fast)
    assert await texts_with(budi, "Hadir tercatat") == 2
    assert len(fast.rows("SELECT * FROM attendance")) == 1


async def test_what_fails_in_one_chat_is_not_felt_in_another(fast: Rakor) -> None:
    budi, siti = await fast.participant("Budi"), await fast.participant("Siti")
    await fast.control.post("clock", speed=0)
    await fast.control.post("faults", method="sendMessage", kind="500", times=3, chat=budi.id)
    await budi.say("/faq")
    await siti.say("/faq")
    await siti.wait_for("Pertanyaan yang sering")
    assert await texts_with(budi, "Pertanyaan yang sering") == 0
    await fast.control.post("clock", speed=FAST)
    await budi.wait_for("Pertanyaan yang sering", timeout=PATIENCE_SECONDS)


async def test_who_has_blocked_the_bot_is_left_out_and_welcome_again(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("faults", method="sendMessage", kind="block", chat=budi.id)
    await handled(rakor, await budi.say("/faq"))
    assert [row["blocked_at"] is not None for row in rakor.rows("SELECT blocked_at FROM chats")] == [True]
    await rakor.control.post("block", user=budi.id)
    await handled(rakor, await rakor.control.post("unblock", user=budi.id))
    assert [row["blocked_at"] for row in rakor.rows("SELECT blocked_at FROM chats")] == [None]


# ---------------------------------------------------------------------------- what fails in us


def make_stumble(rakor: Rakor, chat: Chat) -> None:
    """From now on each free text of that chat is a failure of ours: its dialog is unreadable."""
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        values = (chat.id, "feedback_comment", "comment", "{", 0)
        connection.execute("INSERT INTO dialogs VALUES (?, ?, ?, ?, ?)", values)


def mend(rakor: Rakor, chat: Chat) -> None:
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute("DELETE FROM dialogs WHERE chat_id = ?", (chat.id,))


@pytest.mark.errors_expected
async def test_a_failing_update_is_tried_three_times_and_set_aside_with_one_apology(
    rakor: Rakor, caplog: pytest.LogCaptureFixture
) -> None:
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    make_stumble(rakor, budi)
    said = await budi.say("apa kata sandi wifi")
    await siti.say("/faq")
    await siti.wait_for("Pertanyaan yang sering")
    apology = await budi.wait_for("gangguan")
    await settled(rakor)
    assert "JSON" not in text_of(apology)
    (row,) = rakor.rows("SELECT * FROM inbox WHERE failure IS NOT NULL")
    assert (row["update_id"], row["attempts"], row["handled"]) == (said["update_id"], 3, 0)
    assert "JSONDecodeError" in row["failure"]
    assert sum(record.levelname == "ERROR" for record in caplog.records) == 3
    assert await texts_with(budi, "gangguan") == 1


@pytest.mark.errors_expected
async def test_a_failing_update_holds_up_neither_its_chat_nor_the_next_start(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.participant()
            make_stumble(rakor, budi)
            await budi.say("apa kata sandi wifi")
            await budi.wait_for("gangguan")
            mend(rakor, budi)
            await budi.say("/faq")
            await budi.wait_for("Pertanyaan yang sering")
        async with running(stage, settings) as rakor:
            budi = Chat(rakor.control, budi.user)
            await budi.say("/bantuan")
            await budi.wait_for("Sekretariat panitia")
            await settled(rakor)
            assert await texts_with(budi, "gangguan") == 1


@pytest.mark.errors_expected
async def test_of_a_failing_update_neither_its_content_nor_its_chat_stays(rakor: Rakor) -> None:
    budi = await rakor.participant()
    make_stumble(rakor, budi)
    await budi.say("nomor saya 0812-3456-7890")
    await budi.wait_for("gangguan")
    await settled(rakor)
    assert rakor.rows("SELECT * FROM inbox WHERE queue = ? OR body LIKE '%0812-3456%'", budi.id) == []


# ------------------------------------------------------------------------- the process that dies


async def test_an_update_that_is_replayed_changes_nothing_and_shows_where_things_stand(
    tmp_path: Path,
) -> None:
    """The process died after the writes of an update, and before it knew that they were made."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.control.user("Budi Santoso")
            await budi.say("/start")
            await budi.wait_for("27/2022")
            await budi.press("registration.consent:yes")
            await budi.wait_for("Langkah 1")
            await budi.press("registration.my_name")
            await budi.wait_for("Langkah 2")
            said = await budi.say("Kepala Bidang")
            await budi.wait_for("Langkah 3")
            await handled(rakor, said)
            (message,) = [one for one in await budi.messages() if one["message_id"] == said["message_id"]]
        with closing(sqlite3.connect(settings.database.path)) as connection, connection:
            body = json.dumps({"update_id": said["update_id"], "message": message})
            connection.execute(
                "UPDATE inbox SET handled = 0, queue = ?, body = ? WHERE update_id = ?",
                (budi.id, body, said["update_id"]),
            )
        async with running(stage, settings) as rakor:
            await handled(rakor, said)
            budi = Chat(rakor.control, budi.user)
            assert await texts_with(budi, "Langkah 3") == 2
            (dialog,) = rakor.rows("SELECT step, draft FROM dialogs")
            assert dialog["step"] == "institution"
            assert "institution" not in json.loads(dialog["draft"])
            await budi.say("Kementerian Dalam Negeri")
            await budi.wait_for("Sudah benar")


async def test_a_process_that_is_killed_in_a_rush_loses_nobody(tmp_path: Path) -> None:
    async with emulated() as stage, Control(stage.emulator.url, CHILD_TOKEN) as control:
        config = configuration(tmp_path, stage.emulator.url)
        people = [await control.user(f"Peserta {number:02}") for number in range(12)]
        async with started("run", "--config", config, folder=tmp_path) as first:
            await people[0].say("/start")
            await people[0].wait_for("27/2022", timeout=30)
            await asyncio.gather(*map(register, people))
            await control.set_clock("2023-02-20T10:31:00+08:00")
            database = tmp_path / "config.db"
            with closing(sqlite3.connect(database)) as connection:
                (secret,) = connection.execute(
                    "SELECT secret FROM check_in_secrets WHERE session_id = ?", (SESSION_ID,)
                ).fetchone()
            code = code_at(secret, moment_of("20 10:31"))
            # Six of the answers stand in the chat, but their receipts are on the way when the process dies.
            await control.post("faults", method="sendMessage", kind="slow", delay=30, times=6)
            await control.post("faults", method="sendMessage", kind="timeout", delay=30, times=100)
            sent = await asyncio.gather(*(chat.say(code) for chat in people))
            await until(lambda: _are_answered(people, 6))
            first.send(signal.SIGKILL)
        await control.post("faults", times=0)
        with closing(sqlite3.connect(database)) as connection:
            (unfinished,) = connection.execute("SELECT COUNT(*) FROM inbox WHERE handled = 0").fetchone()
        assert unfinished > 0
        await control.set_clock("2023-02-20T11:30:00+08:00")
        async with started("run", "--config", config, folder=tmp_path):
            for chat in people:
                await chat.wait_for("tercatat", timeout=30)
            await until(lambda: _are_handled(database))
        with closing(sqlite3.connect(database)) as connection:
            rows = connection.execute("SELECT chat_id, at, late FROM attendance").fetchall()
        dates = {
            chat.id: message["date"]
            for chat, said in zip(people, sent, strict=True)
            for message in await chat.messages()
            if message["message_id"] == said["message_id"]
        }
        assert sorted(rows) == sorted((chat_id, date, 0) for chat_id, date in dates.items())


async def _are_answered(people: list[Chat], number: int) -> bool:
    return sum([await texts_with(chat, "Hadir tercatat") for chat in people]) >= number


async def _are_handled(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return not connection.execute("SELECT COUNT(*) FROM inbox WHERE handled = 0").fetchone()[0]


async def test_presses_in_a_rush_are_all_acknowledged_and_the_last_one_is_shown(tmp_path: Path) -> None:
    """With Telegram's limit of one message a second in a chat."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path).model_copy(update={"limits": LimitSettings()})
        async with running(stage, settings) as rakor:
            budi = await rakor.control.user("Budi", language_code="id")
            await budi.say("/menu")
            menu = await budi.wait_for("Rakor Polpum 2023")
            actions = ["agenda", "faq", "menu"] * 20 + ["agenda.panels"]
            pressed = [
                asyncio.create_task(budi.press_data(menu["message_id"], action, wait=10))
                for action in actions
            ]
            answers = await asyncio.gather(*pressed)
            assert None not in answers
            await budi.wait_for("🎤", timeout=10)
            edits = await rakor.control.calls(method="editMessageText")
            assert len(edits) < len(actions) / 2
