"""``rakor demo``: emulator, bot and wall in one process, on this machine, with no token."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

import click
from pydantic import SecretStr

from bot.app import assembled, serve
from bot.clock import VirtualClock
from bot.config import (
    DatabaseSettings,
    EventSettings,
    OrganiserSettings,
    Settings,
    TelegramSettings,
)
from bot.rehearsal.chat import Control
from bot.rehearsal.emulator import Emulator
from bot.signals import stop_on_signals
from bot.web.wall import wall
from data import eventfile
from data.errors import RakorError
from data.event import Event
from handlers.texts import short_date, short_name

SAMPLE_EVENT = Path(__file__).parent.parent / "data" / "sample" / "rakor-polpum-2023.toml"
HOST = "127.0.0.1"
TOKEN = "123456789:demo-token-for-the-emulator-only"  # noqa: S105 - no secret: the emulator accepts any
USERNAME = "rakor_demo_bot"
GRACE_SECONDS = 1.0
"""Nobody waits for the end of a demo."""

MORNING = time(7)
"""When the demo begins, on the first day."""

ORGANISER = {"id": 1001, "first_name": "Panitia", "last_name": "Rakor", "language_code": "id"}
PEOPLE = (
    {"id": 2001, "first_name": "Budi", "last_name": "Santoso", "language_code": "id"},
    {"id": 2002, "first_name": "Siti", "last_name": "Rahmawati", "language_code": "id"},
    {"id": 2003, "first_name": "Anna", "last_name": "Lee", "language_code": "en"},
)


class PortTakenError(RakorError):
    """The emulator's port is in use."""


@dataclass(frozen=True)
class Wishes:
    """What the command line asked for."""

    event: Path
    at: datetime | None
    port: int
    speed: float
    database: Path | None


async def demo(wishes: Wishes) -> None:
    """Runs until it is told to stop. Raises RakorError."""
    stop = stop_on_signals()
    event = await asyncio.to_thread(eventfile.load, wishes.event)
    clock = VirtualClock(_beginning(event, wishes.at), wishes.speed)
    with tempfile.TemporaryDirectory(prefix="rakor-demo-") as folder:
        database = wishes.database or Path(folder) / "demo.db"
        async with emulator_on(clock, wishes.port) as emulator:
            await _people(emulator, event)
            settings = _settings(wishes.event, database, emulator.url)
            async with assembled(settings, clock, GRACE_SECONDS) as parts, wall(parts, HOST, 0) as wall_url:
                ready = asyncio.create_task(_announce(emulator, wall_url))
                try:
                    await serve(parts, stop)
                finally:
                    ready.cancel()


@asynccontextmanager
async def emulator_on(clock: VirtualClock, port: int) -> AsyncIterator[Emulator]:
    """A running emulator. Raises PortTakenError."""
    emulator = Emulator(clock)
    try:
        await emulator.start(port)
    except OSError as error:
        raise PortTakenError(
            f"Port {port} cannot be used ({error.strerror}). Choose another with --port; 0 takes a free one."
        ) from error
    try:
        yield emulator
    finally:
        await emulator.stop()


async def _announce(emulator: Emulator, wall_url: str) -> None:
    """One line, once the bot listens."""
    await emulator.first_poll()
    url = emulator.url
    click.echo(
        f"ready page={url}/ control={url}/_emulator/ wall={wall_url} "
        f"token={TOKEN} organiser={ORGANISER['id']}"
    )


def _beginning(event: Event, at: datetime | None) -> float:
    if at is None:
        at = datetime.combine(event.first_day, MORNING)
    return (at if at.tzinfo else at.replace(tzinfo=event.zone)).timestamp()


def _settings(event: Path, database: Path, base_url: str) -> Settings:
    return Settings(
        telegram=TelegramSettings(token=SecretStr(TOKEN), base_url=base_url),
        database=DatabaseSettings(path=database),
        event=EventSettings(file=event),
        organisers=OrganiserSettings(ids=frozenset({int(str(ORGANISER["id"]))})),
    )


async def _people(emulator: Emulator, event: Event) -> None:
    """Somebody to be, and instants to jump to."""
    async with Control(emulator.url) as control:
        await control.post("bots", token=TOKEN, username=USERNAME, first_name=event.short_title)
        for person in (*PEOPLE, ORGANISER):
            await control.post("users", **person)
        await control.post("marks", marks=_marks(event))


def _marks(event: Event) -> list[dict[str, str]]:
    """Before and after each session: when its reminder is due, when it is late, when it has ended."""
    marks = []
    for session in event.sessions:
        name = short_name(session)
        day = short_date("id", session.start.date())
        instants = [("15 menit sebelum", session.start - timedelta(minutes=15))]
        if session.attendance:
            late = session.start + timedelta(minutes=session.late_minutes_after + 1)
            instants += [("mulai", session.start), ("terlambat", late)]
        instants.append(("setelah", session.end))
        marks += [{"label": f"{day} · {when} {name}", "at": at.isoformat()} for when, at in instants]
    return marks
