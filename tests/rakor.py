"""The whole bot on the emulator, in this process, with a clock of its own: the front door of the tests."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Parts, assembled, serve
from bot.clock import VirtualClock
from bot.config import (
    DatabaseSettings,
    EventSettings,
    LimitSettings,
    OrganiserSettings,
    Settings,
    TelegramSettings,
)
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.emulator import Emulator
from data.room_codes import code_at
from tests.rehearsal import conformity

TOKEN = "4711:token-of-the-tests"
ORGANISER_ID = 9001
FIRST_MORNING = "2023-02-20T07:00:00+08:00"


def moment_of(moment: str) -> float:
    """ "20 10:30" or "20 10:30:15" of February 2023 in Balikpapan, as seconds."""
    day, hour = moment.split()
    return datetime.fromisoformat(f"2023-02-{day}T{hour}+08:00").timestamp()


@dataclass(frozen=True)
class Stage:
    """An emulator without a bot, and its clock."""

    emulator: Emulator
    clock: VirtualClock

    def settings(self, folder: Path, event: Path = SAMPLE_EVENT) -> Settings:
        """A bot's on this emulator, with its database in the folder."""
        return Settings(
            telegram=TelegramSettings(token=SecretStr(TOKEN), base_url=self.emulator.url),
            database=DatabaseSettings(path=folder / "rakor.db"),
            event=EventSettings(file=event),
            organisers=OrganiserSettings(ids=frozenset({ORGANISER_ID})),
            limits=LimitSettings(per_second=0, per_chat=0, per_group_minute=0),
        )


@dataclass(frozen=True)
class Rakor:
    """A running bot, and the people around it."""

    control: Control
    parts: Parts
    settings: Settings

    async def at(self, moment: str) -> None:
        """Sets the time: "20 10:30" is the day of February 2023 and the hour in Balikpapan."""
        await self.control.set_clock(moment_of(moment))

    async def participant(self, name: str = "Budi Santoso", **fields: Any) -> Chat:
        """Somebody who has registered."""
        chat = await self.control.user(name, **fields)
        await register(chat)
        return chat

    async def organiser(self) -> Chat:
        chat = await self.control.user("Panitia", id=ORGANISER_ID, language_code="id")
        await chat.say("/start")
        await chat.wait_for("Rakor Polpum 2023")
        return chat

    async def code(self, session_id: str, at: str | float | None = None) -> str:
        """What the screen of the session's room shows, now or at another time."""
        moment = self.parts.clock.now() if at is None else at
        instant = moment_of(moment) if isinstance(moment, str) else moment
        (row,) = self.rows("SELECT secret FROM check_in_secrets WHERE session_id = ?", session_id)
        return code_at(row["secret"], instant)

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """What stands in the database file."""
        with closing(sqlite3.connect(self.settings.database.path)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, values).fetchall()


async def register(
    chat: Chat, position: str = "Kepala Bidang", institution: str = "Kementerian Dalam Negeri"
) -> None:
    """Through the whole registration, with the name from Telegram."""
    is_english = chat.user.get("language_code") == "en"
    await chat.say("/start")
    await chat.wait_for("27/2022")
    await chat.press("registration.consent:yes")
    await chat.wait_for("Step 1" if is_english else "Langkah 1")
    await chat.press("registration.my_name")
    await chat.wait_for("Step 2" if is_english else "Langkah 2")
    await chat.say(position)
    await chat.wait_for("Step 3" if is_english else "Langkah 3")
    await chat.say(institution)
    await chat.wait_for("Is this right" if is_english else "Sudah benar")
    await chat.press("registration.save")
    await chat.wait_for("You are registered" if is_english else "tersimpan")


async def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Waits for what stands in the database, or the like: it tells nobody when it changes."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@asynccontextmanager
async def emulated(moment: str = FIRST_MORNING) -> AsyncIterator[Stage]:
    clock = VirtualClock(datetime.fromisoformat(moment).timestamp())
    emulator = Emulator(clock)
    await emulator.start(0)
    try:
        yield Stage(emulator, clock)
        assert conformity.violations([call.body() for call in emulator.state.record.after(0)]) == []
    finally:
        await emulator.stop()


@asynccontextmanager
async def running(stage: Stage, settings: Settings) -> AsyncIterator[Rakor]:
    """The bot, from its first poll until the block is left; as a process that ends in good order."""
    stop = asyncio.Event()
    async with Control(stage.emulator.url, TOKEN) as control, assembled(settings, stage.clock) as parts:
        loops = asyncio.create_task(serve(parts, stop))
        try:
            await stage.emulator.first_poll()
            yield Rakor(control, parts, settings)
        finally:
            stop.set()
            await loops
