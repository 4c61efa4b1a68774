"""Many at once: what they did is on the disk long before Telegram's limit lets the last answer out."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.config import LimitSettings
from bot.rehearsal.chat import Chat, text_of
from tests.rakor import Rakor, emulated, register, running, until

PEOPLE = 20
DURING_PANEL = "2023-02-20T10:31:00+08:00"
SLOW = LimitSettings(per_second=2, per_chat=0, per_group_minute=0)
FAST = 60
"""Virtual seconds a second."""


def waiting(rakor: Rakor) -> int:
    (row,) = rakor.rows("SELECT COUNT(*) AS number FROM outbox WHERE state IN ('waiting', 'sending')")
    return int(row["number"])


def present(rakor: Rakor) -> int:
    (row,) = rakor.rows("SELECT COUNT(*) AS number FROM attendance")
    return int(row["number"])


def handled(rakor: Rakor) -> bool:
    return rakor.rows("SELECT 1 FROM inbox WHERE handled = 0") == []


async def test_everybody_is_recorded_before_the_answers_are_out_and_these_keep_their_order(
    tmp_path: Path,
) -> None:
    async with emulated(DURING_PANEL) as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            people = [await rakor.control.user(f"Peserta {number:02}") for number in range(PEOPLE)]
            await asyncio.gather(*map(register, people))
        async with running(stage, settings.model_copy(update={"limits": SLOW})) as rakor:
            chats = [Chat(rakor.control, one.user) for one in people]
            code = await rakor.code("panel-1")
            for text in (code, "/panel"):
                await asyncio.gather(*(chat.say(text) for chat in chats))
            await until(lambda: present(rakor) == PEOPLE and handled(rakor))
            assert waiting(rakor) >= PEOPLE
            await rakor.control.post("clock", speed=FAST)
            for chat in chats:
                await chat.wait_for("Panel I", after=0, timeout=20)
            await until(lambda: waiting(rakor) == 0)
            for chat in chats:
                texts = [text_of(message) for message in await chat.messages() if message["from"]["is_bot"]]
                recorded, panels = texts[-2:]
                assert "Hadir tercatat" in recorded
                assert "Panel I" in panels
                assert "Hadir tercatat" not in panels


async def test_an_edit_that_waits_is_not_overtaken_by_the_next(tmp_path: Path) -> None:
    """Else the older page would stand there in the end."""
    async with emulated(DURING_PANEL) as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            people = [await rakor.control.user(f"Peserta {number:02}") for number in range(PEOPLE)]
            await asyncio.gather(*map(register, people))
        async with running(stage, settings.model_copy(update={"limits": SLOW})) as rakor:
            chats = [Chat(rakor.control, one.user) for one in people]
            for data in ("agenda", "menu"):
                for chat in chats:
                    await chat.press_data((await chat.last())["message_id"], data, wait=0)
            await until(lambda: handled(rakor))
            await rakor.control.post("clock", speed=FAST)
            await until(lambda: waiting(rakor) == 0, 20)
            for chat in chats:
                assert "Rakor Polpum 2023" in text_of(await chat.last())
