"""Whatever fails around it: the network by any method, the disk, the clock, the order of things. The bot goes
on by itself, and nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.config import LimitSettings
from bot.rehearsal.chat import Chat, Control, text_of
from tests.child import TOKEN as CHILD_TOKEN
from tests.child import configuration, started
from tests.rakor import Rakor, emulated, register, running, until
from tests.test_webhook import Hooked, hooked, update

__all__ = ["hooked"]

PATIENCE_SECONDS = 40.0
PANEL, EARLIER_PANEL = "panel-2", "panel-1"
DURING_PANEL = "20 13:31"

FAULTS: dict[str, dict[str, Any]] = {
    "429": {"kind": "429", "retry_after": 1},
    "500": {"kind": "500"},
    "html502": {"kind": "html502"},
    "disconnect": {"kind": "disconnect"},
    "timeout": {"kind": "timeout", "delay": 0.1},
}
with_every_fault = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)


def is_sound(rakor: Rakor) -> bool:
    return [tuple(row) for row in rakor.rows("PRAGMA integrity_check")] == [("ok",)]


def is_settled(rakor: Rakor) -> bool:
    """Every update is handled and every message that was to be sent is out."""
    (row,) = rakor.rows(
        "SELECT (SELECT COUNT(*) FROM inbox WHERE handled = 0)"
        " + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')) AS open"
    )
    return not row["open"]


async def settled(rakor: Rakor) -> None:
    await until(lambda: is_settled(rakor), PATIENCE_SECONDS)


async def texts_with(chat: Chat, wanted: str) -> int:
    messages = [one for one in await chat.messages() if one["from"]["is_bot"]]
    return sum(wanted in text_of(message) for message in messages)


async def do_everything(rakor: Rakor, chat: Chat) -> int:
    """Checks in, rates twice, wants a document, asks; the id of the last of these updates."""
    form = (await chat.last())["message_id"]
    await chat.say(await rakor.code(PANEL))
    for rating in (2, 4):
        await chat.press_data(form, f"feedback.rate:{EARLIER_PANEL}:{rating}", wait=0)
    await chat.press_data(form, f"materials.send:{EARLIER_PANEL}:0", wait=0)
    return int((await chat.say("apa kata sandi brankas 4711?"))["update_id"])


async def handled(rakor: Rakor, update_id: int) -> None:
    """And with it everything that came before in its chat."""
    sql = "SELECT * FROM inbox WHERE handled = 1 AND update_id = ?"
    await until(lambda: rakor.rows(sql, update_id) != [], PATIENCE_SECONDS)


async def nothing_is_lost_or_doubled(rakor: Rakor, *chats: Chat) -> None:
    assert is_sound(rakor)
    assert rakor.rows("SELECT * FROM inbox WHERE failure IS NOT NULL") == []
    present = [row["chat_id"] for row in rakor.rows("SELECT chat_id FROM attendance ORDER BY chat_id")]
    assert present == sorted(chat.id for chat in chats)
    assert [
        row["rating"]
        for row in rakor.rows("SELECT value AS rating FROM feedback_answers WHERE question = 'rating'")
    ] == [4] * len(chats)
    asked = [row["chat_id"] for row in rakor.rows("SELECT chat_id FROM helpdesk_questions ORDER BY chat_id")]
    assert asked == present
    for chat in chats:
        assert await texts_with(chat, "Hadir tercatat") >= 1


# ---------------------------------------------------------------------------------- the network


@with_every_fault
@pytest.mark.parametrize(
    "method", ["*", "getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "sendDocument"]
)
async def test_a_method_that_fails_five_times(rakor: Rakor, method: str, fault: dict[str, Any]) -> None:
    await rakor.at(DURING_PANEL)
    budi = await rakor.participant()
    await rakor.control.post("clock", speed=20)
    await rakor.control.post("settings", slow_repeated_polls=False)
    await rakor.control.post("faults", method=method, times=5, **fault)
    await handled(rakor, await do_everything(rakor, budi))
    await budi.wait_for("Hadir tercatat", after=0, timeout=PATIENCE_SECONDS)
    await rakor.control.post("faults", times=0)
    await settled(rakor)
    await nothing_is_lost_or_doubled(rakor, budi)
    assert await texts_with(budi, "Hadir tercatat") == 1


@with_every_fault
async def test_the_commands_are_announced_however_it_fails_at_first(
    tmp_path: Path, fault: dict[str, Any]
) -> None:
    async with emulated() as stage:
        async with Control(stage.emulator.url) as control:
            await control.post("faults", method="setMyCommands", times=2, **fault)
        async with running(stage, stage.settings(tmp_path)) as rakor, asyncio.timeout(PATIENCE_SECONDS):
            while await announced(rakor) != [None, None, "en", "en"]:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.02)


async def announced(rakor: Rakor) -> list[str | None]:
    """The languages for which participants have a menu of commands."""
    calls = await rakor.control.calls(method="setMyCommands")
    return [call["params"].get("language_code") for call in calls if call["status"] == 200]


@with_every_fault
async def test_a_message_is_deleted_in_the_end(rakor: Rakor, fault: dict[str, Any]) -> None:
    budi = await rakor.participant()
    message_id = (await budi.last())["message_id"]
    await rakor.control.post("clock", speed=20)
    await rakor.control.post("faults", method="deleteMessage", times=2, **fault)
    subject = json.dumps(["deleteMessage", {"chat_id": budi.id, "message_id": message_id}])
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute(
            "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before) "
            "VALUES ('removal', 'direct_answer', ?, ?, 0, 0)",
            (subject, budi.id),
        )
    await rakor.control.advance(0)
    await until(lambda: rakor.rows("SELECT * FROM outbox WHERE key = 'removal'") == [], PATIENCE_SECONDS)
    assert message_id not in {message["message_id"] for message in await budi.messages()}


async def test_an_hour_without_any_network(rakor: Rakor) -> None:
    """Presses that wait in Telegram for longer than some minutes expire there; texts are kept for a day."""
    await rakor.at(DURING_PANEL)
    people = [await rakor.participant(f"Peserta {number}") for number in range(5)]
    for chat in people:
        await chat.press_data((await chat.last())["message_id"], f"feedback.rate:{EARLIER_PANEL}:4")
    await rakor.control.post("clock", speed=0)
    await rakor.control.post("faults", method="*", kind="disconnect", times=1_000_000)
    code = await rakor.code(PANEL)
    for chat in people:
        await chat.say(code)
    last = [(await chat.say("apa kata sandi brankas 4711?"))["update_id"] for chat in people]
    for _ in range(60):
        await rakor.control.advance(60)
        await asyncio.sleep(0)
    await rakor.control.post("faults", times=0)
    await rakor.control.post("clock", speed=20)
    for update_id in last:
        await handled(rakor, update_id)
    await settled(rakor)
    await nothing_is_lost_or_doubled(rakor, *people)


# ----------------------------------------------------------------------------------- the clock


@pytest.mark.parametrize("seconds", [-5, -3600, -3 * 24 * 3600])
async def test_a_clock_that_is_set_back_stops_nothing(tmp_path: Path, seconds: int) -> None:
    """With Telegram's limits, and a message that has been put off."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path).model_copy(update={"limits": LimitSettings()})
        async with running(stage, settings) as rakor:
            await rakor.at(DURING_PANEL)
            budi = await rakor.control.user("Budi")
            await budi.say("/faq")
            await budi.wait_for("Pertanyaan yang sering")
            await rakor.control.post("faults", method="sendMessage", kind="500", times=2)
            await budi.say("/panel")
            await until(lambda: rakor.rows("SELECT * FROM outbox WHERE cause = 'network'") != [])
            await rakor.control.advance(seconds)
            await budi.say("/bantuan")
            await budi.wait_for("Sekretariat panitia")
            await budi.wait_for("Perencanaan program", after=0, timeout=PATIENCE_SECONDS)
            await settled(rakor)
            assert is_sound(rakor)


# -------------------------------------------------------------------------- the order of things


async def test_updates_out_of_order_and_three_times_each(hooked: Hooked) -> None:
    rakor = hooked.rakor
    await rakor.control.user("Budi", id=77)
    budi = Chat(rakor.control, await rakor.control.post("users", id=77, first_name="Budi"))
    await budi.say("/menu")
    await budi.wait_for("Rakor Polpum 2023")
    numbers = [19, 11, 17, 13]
    for _ in range(3):
        posts = [hooked.post(json.dumps(update(number, "/faq"))) for number in numbers]
        assert await asyncio.gather(*posts) == [200] * len(numbers)
    await settled(rakor)
    handled = [row["update_id"] for row in rakor.rows("SELECT update_id FROM inbox WHERE update_id < 100")]
    assert handled == sorted(numbers)
    assert await texts_with(budi, "Pertanyaan yang sering") == len(numbers)


@pytest.mark.errors_expected
async def test_a_webhook_that_cannot_be_written_down_is_sent_again(hooked: Hooked) -> None:
    rakor = hooked.rakor
    budi = await rakor.participant()
    await rakor.parts.database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 20") and None)
    with held(rakor.settings.database.path):
        said = await budi.say("/faq")
        await until_called(hooked)
    await budi.wait_for("Pertanyaan yang sering", timeout=PATIENCE_SECONDS)
    await settled(rakor)
    assert len(rakor.rows("SELECT * FROM inbox WHERE update_id = ?", said["update_id"])) == 1


async def until_called(hooked: Hooked) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not (await hooked.rakor.parts.bot.get_webhook_info()).last_error_message:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


# ---------------------------------------------------------------------------------- the database


def held(path: Path) -> closing[sqlite3.Connection]:
    """By another process, until the block is left."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return closing(other)


@pytest.mark.errors_expected
async def test_a_database_that_another_process_holds_for_long_is_waited_for(rakor: Rakor) -> None:
    await rakor.at(DURING_PANEL)
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await rakor.parts.database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 100") and None)
    with held(rakor.settings.database.path):
        last = [await do_everything(rakor, chat) for chat in (budi, siti)]
        await asyncio.sleep(3)  # several time-outs of everything that writes
    for update_id in last:
        await handled(rakor, update_id)
    await settled(rakor)
    await nothing_is_lost_or_doubled(rakor, budi, siti)


@pytest.mark.errors_expected
async def test_a_handler_whose_write_fails_by_the_disk_is_tried_again_and_not_set_aside(
    rakor: Rakor,
) -> None:
    """The update is in the inbox already when the disk is full: SQLite's own limit plays the disk."""
    await rakor.at(DURING_PANEL)
    budi = await rakor.participant()
    code = await rakor.code(PANEL)
    await rakor.control.post("faults", method="answerCallbackQuery", kind="slow", delay=0.5)
    form = (await budi.last())["message_id"]
    await budi.press_data(form, "feedback", wait=0)
    said = await budi.say(code)
    await until(lambda: rakor.rows("SELECT * FROM inbox WHERE update_id = ?", said["update_id"]) != [])
    await fill(rakor)
    await asyncio.sleep(2)
    await rakor.parts.database.write(lambda tx: tx.execute("PRAGMA max_page_count = 1000000") and None)
    await budi.wait_for("Hadir tercatat", after=0, timeout=PATIENCE_SECONDS)
    await settled(rakor)
    assert len(rakor.rows("SELECT * FROM attendance")) == 1
    assert rakor.rows("SELECT * FROM inbox WHERE failure IS NOT NULL OR attempts > 0") == []
    assert is_sound(rakor)


async def fill(rakor: Rakor) -> None:
    """Not one page more, and none of them free."""

    def work(tx: sqlite3.Connection) -> None:
        tx.execute("PRAGMA max_page_count = 1")

    await rakor.parts.database.write(work)


async def test_a_full_disk_stops_nothing_for_longer_than_it_is_full(tmp_path: Path) -> None:
    """The system's limit of a file's size plays the disk: every write beyond it fails."""
    async with emulated() as stage, Control(stage.emulator.url, CHILD_TOKEN) as control:
        config = configuration(tmp_path, stage.emulator.url)
        async with started("run", "--config", config, folder=tmp_path) as child:
            await stage.emulator.first_poll()
            await control.set_clock("2023-02-20T13:31:00+08:00")
            people = [await control.user(f"Peserta {number:02}") for number in range(20)]
            await asyncio.gather(*map(register, people))
            rakor = Rakor(control, None, stage.settings(tmp_path))  # type: ignore[arg-type]
            rakor.settings.database.path.symlink_to(tmp_path / "config.db")
            code = await rakor.code(PANEL, stage.clock.now())
            log = tmp_path / "config.db-wal"
            unlimited = resource.RLIM_INFINITY
            resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, unlimited))
            await asyncio.gather(*(chat.say(code) for chat in people))
            await asyncio.sleep(3)
            assert rakor.rows("SELECT COUNT(*) AS number FROM attendance")[0]["number"] < len(people)
            resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
            for chat in people:
                await chat.wait_for("Hadir tercatat", after=0, timeout=PATIENCE_SECONDS)
            await settled(rakor)
        assert len(rakor.rows("SELECT * FROM attendance")) == len(people)
        assert is_sound(rakor)
