"""The parts together: order inside a chat, no waiting across chats, a start and an end in good order."""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.app import StartError, assembled
from bot.config import LimitSettings
from bot.rehearsal.chat import Chat, Control, text_of
from handlers.commands import FOR_ALL, FOR_GROUPS, FOR_ORGANISERS
from tests.child import TOKEN as CHILD_TOKEN
from tests.child import configuration, started
from tests.rakor import ORGANISER_ID, Rakor, emulated, running

QUESTIONS = {
    "/panel": "Perencanaan program",
    "/faq": "Pertanyaan yang sering",
    "/sekarang": "Sekarang, 07",
    "/materi": "Paparan Panel",
    "/berikutnya": "Berikutnya, Senin",
    "/bantuan": "Sekretariat panitia",
}
"""Commands, and what only the answer to each of them says."""


async def answers(chat: Chat) -> list[str]:
    """What the bot has written in the chat."""
    messages = [message for message in await chat.messages() if message["from"]["is_bot"]]
    return [text_of(message) for message in messages]


async def test_a_chat_is_answered_in_the_order_of_its_messages(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi")
    await rakor.control.post("clock", speed=0)
    await rakor.control.post("faults", method="sendMessage", kind="429", retry_after=5)
    for command in QUESTIONS:
        await budi.say(command)
    await _calls(rakor.control, "sendMessage", 1)
    await rakor.control.advance(5)
    await budi.wait_for(list(QUESTIONS.values())[-1])
    for answer, expected in zip(await answers(budi), QUESTIONS.values(), strict=True):
        assert expected in answer


async def test_a_chat_that_waits_holds_up_no_other(tmp_path: Path) -> None:
    async with emulated() as stage:
        limits = LimitSettings(per_second=0, per_chat=1, per_group_minute=0)
        settings = stage.settings(tmp_path).model_copy(update={"limits": limits})
        async with running(stage, settings) as rakor:
            budi, siti = await rakor.control.user("Budi"), await rakor.control.user("Siti")
            await rakor.control.post("clock", speed=0)
            await rakor.control.post("faults", method="sendMessage", kind="429", retry_after=5, chat=budi.id)
            await budi.say("/faq")
            await budi.say("/bantuan")
            for command, expected in list(QUESTIONS.items())[:3]:
                await siti.say(command)
                await siti.wait_for(expected)
            assert await answers(budi) == []
            assert any(call["status"] == 429 for call in await rakor.control.calls(method="sendMessage"))
            await rakor.control.post("clock", advance=5, speed=1)
            await budi.wait_for("Sekretariat panitia")
            assert len(await answers(budi)) == 2


async def test_an_update_is_confirmed_to_telegram_once_it_is_on_the_disk(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi")
    with closing(sqlite3.connect(rakor.settings.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await budi.say("/faq")
        await asyncio.sleep(0.3)
        assert await _unconfirmed(rakor) == 1
    await budi.wait_for("Pertanyaan yang sering")
    async with asyncio.timeout(10):
        while await _unconfirmed(rakor):  # noqa: ASYNC110 - the emulator tells nobody
            await asyncio.sleep(0.01)


async def _unconfirmed(rakor: Rakor) -> int:
    info = await rakor.parts.bot.get_webhook_info()
    return info.pending_update_count


async def test_the_command_menu_is_announced_in_both_languages_and_with_more_for_organisers(
    rakor: Rakor,
) -> None:
    calls = await _calls(rakor.control, "setMyCommands", 6)
    menus = {
        (_scope(call["params"]["scope"]), call["params"].get("language_code")): [
            command["command"] for command in call["params"]["commands"]
        ]
        for call in calls
    }
    assert menus == {
        ("default", None): list(FOR_ALL),
        ("default", "en"): list(FOR_ALL),
        ("all_group_chats", None): list(FOR_GROUPS),
        ("all_group_chats", "en"): list(FOR_GROUPS),
        (ORGANISER_ID, None): [*FOR_ALL, *FOR_ORGANISERS],
        (ORGANISER_ID, "en"): [*FOR_ALL, *FOR_ORGANISERS],
    }


def _scope(scope: dict[str, Any]) -> str | int:
    chat_id: int | None = scope.get("chat_id")
    return str(scope["type"]) if chat_id is None else chat_id


@pytest.mark.parametrize("kind", ["500", "html502", "disconnect", "429"])
async def test_a_start_without_telegram_ends_with_a_sentence(tmp_path: Path, kind: str) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with Control(stage.emulator.url) as control:
            await control.post("faults", method="getMe", kind=kind)
        with pytest.raises(StartError, match="base_url"):
            async with assembled(settings, stage.clock):
                pass


async def test_the_end_in_the_middle_of_planning_logs_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The planning waits for another process that holds the file, such as an import."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            other = sqlite3.connect(settings.database.path, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            await rakor.at("20 10:20")
            await asyncio.sleep(0.3)
            asyncio.get_running_loop().call_later(0.3, other.close)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_bot_that_is_told_to_end_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    async with emulated() as stage, Control(stage.emulator.url, CHILD_TOKEN) as control:
        config = configuration(tmp_path, stage.emulator.url)
        people = [await control.user(f"Peserta {number}") for number in range(10)]
        async with started("run", "--config", config, folder=tmp_path) as first:
            await people[0].say("/start")
            await people[0].wait_for("27/2022", timeout=30)
            await control.post("faults", method="sendMessage", kind="slow", delay=0.2, times=1000)
            await asyncio.gather(*(_ask_everything(chat) for chat in people))
            await people[0].wait_for("Perencanaan", timeout=30)
            first.send(signal.SIGTERM)
            ended = await first.finished()
        assert (ended.code, ended.out) == (0, "")
        assert sum([len(await answers(chat)) for chat in people]) < 10 * len(QUESTIONS) + 1
        await control.post("faults", times=0)
        async with started("run", "--config", config, folder=tmp_path):
            for chat in people:
                await chat.wait_for(list(QUESTIONS.values())[-1], timeout=30)
        for chat in people:
            given = [answer for answer in await answers(chat) if "27/2022" not in answer]
            for answer, expected in zip(given, QUESTIONS.values(), strict=True):
                assert expected in answer


async def _ask_everything(chat: Chat) -> None:
    for command in QUESTIONS:
        await chat.say(command)


async def _calls(control: Control, method: str, number: int) -> list[dict[str, Any]]:
    """The calls of that method, once there are so many."""
    async with asyncio.timeout(10):
        while len(calls := await control.calls(method=method)) < number:  # noqa: ASYNC110 - the emulator tells nobody
            await asyncio.sleep(0.01)
    return calls
