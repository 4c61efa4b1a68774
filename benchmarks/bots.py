"""The bots that are measured: ours as an operator runs it, and the peers with the smallest handler."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.memory import resident_megabytes
from benchmarks.workloads import FIRST_CHAT, ORGANISER
from bot.bootstrap import database_at, load_event
from data import chats, participants
from data.database import Transaction

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).with_name("peers")
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
TOKEN = "4711:token-of-the-benchmark"  # noqa: S105 - made up
ZONE = ZoneInfo("Asia/Makassar")

CONFIG = """
[telegram]
token = "{token}"
base_url = "{url}"
{webhook}
[database]
path = "rakor.db"
[event]
file = "event.toml"
[organisers]
ids = [{organiser}]
[limits]
per_second = {per_second}
per_chat = {per_chat}
per_group_minute = 0
[reminders]
kinds = []
"""
WEBHOOK = """
mode = "webhook"
webhook_url = "http://127.0.0.1:{port}"
webhook_port = {port}
webhook_secret = "secret-of-the-benchmark"
"""
EVENT = """
[event]
code = "uji"
title = "Rapat Koordinasi Uji"
short_title = "Rakor Uji"
host = "Direktorat Uji"
timezone = "Asia/Makassar"
first_day = {day}
last_day = {day}
[event.venue]
name = "Hotel Uji"
city = "Balikpapan"
[[rooms]]
id = "ballroom"
name = "Ballroom"
[[sessions]]
id = "panel-1"
kind = "panel"
panel = 1
title = "Perencanaan dan Anggaran"
start = {start}
end = {end}
room = "ballroom"
attendance = true
"""


@dataclass(frozen=True)
class Setting:
    """How our bot is set up for a workload."""

    participants: int = 0
    per_second: float = 0
    per_chat: float = 0
    webhook_port: int = 0


@dataclass
class Bot:
    """A running one, with the folder of its files where it is ours."""

    process: subprocess.Popen[bytes]
    folder: Path = field(default_factory=Path)

    def resident_megabytes(self) -> float:
        return resident_megabytes(self.process.pid)


Start = Callable[[str], AbstractContextManager[Bot]]
"""Starts a bot on the Telegram of that URL."""


@contextmanager
def playing(workload: Mapping[str, Any], start: Start) -> Iterator[tuple[Mapping[str, Any], Bot]]:
    """Telegram with the workload, and the bot on it: what was measured, and the bot as it still runs."""
    command = [sys.executable, "-m", "benchmarks.telegram", json.dumps(workload)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            with start(server.stdout.readline().strip()) as bot:
                line = server.stdout.readline()
                if not line:
                    raise SystemExit("the benchmark's Telegram has ended early")
                yield json.loads(line), bot
        finally:
            server.kill()


def measured(workload: Mapping[str, Any], start: Start) -> Mapping[str, Any]:
    with playing(workload, start) as (result, _):
        return result


def peer(script: str, *arguments: str) -> Start:
    """A script of ``peers/``, in the environment made for them."""

    @contextmanager
    def start(url: str) -> Iterator[Bot]:
        command = [str(PEERS_PYTHON), str(PEERS / script), url, *arguments]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            yield Bot(process)
            process.kill()

    return start


def rakor(setting: Setting = Setting()) -> Start:
    """Our bot by ``rakor run``, on an event that runs now, with so many people registered."""

    @contextmanager
    def start(url: str) -> Iterator[Bot]:
        with tempfile.TemporaryDirectory() as name:
            prepare(Path(name), setting)
            with rakor_in(Path(name), setting)(url) as bot:
                yield bot

    return start


def rakor_in(folder: Path, setting: Setting) -> Start:
    """The same in a folder that is prepared."""

    @contextmanager
    def start(url: str) -> Iterator[Bot]:
        configure(folder, url, setting)
        command = [sys.executable, "-m", "bot", "run", "--config", str(folder / "config.toml")]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            yield Bot(process, folder)
            process.terminate()

    return start


def check_in_code(folder: Path) -> str:
    """The one that is valid now."""
    command = [sys.executable, "-m", "bot", "codes", "--config", str(folder / "config.toml")]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return output.split()[1]


def prepare(folder: Path, setting: Setting) -> None:
    """Event, database, and a configuration that names no Telegram yet."""
    now = datetime.now(ZONE).replace(microsecond=0, tzinfo=None)
    start, end = now - timedelta(minutes=5), now + timedelta(hours=2)
    event = EVENT.format(day=start.date(), start=start.isoformat(), end=end.isoformat())
    (folder / "event.toml").write_text(event, encoding="utf-8")
    configure(folder, "http://127.0.0.1:9", setting)
    asyncio.run(_register(folder, setting.participants))


def configure(folder: Path, url: str, setting: Setting) -> None:
    config = CONFIG.format(
        token=TOKEN,
        url=url,
        webhook=WEBHOOK.format(port=setting.webhook_port) if setting.webhook_port else "",
        organiser=ORGANISER,
        per_second=setting.per_second,
        per_chat=setting.per_chat,
    )
    (folder / "config.toml").write_text(config, encoding="utf-8")


async def _register(folder: Path, count: int) -> None:
    async with database_at(folder / "rakor.db") as database:
        stored = await load_event(database, folder / "event.toml")
        await database.write(lambda tx: register_many(tx, stored.id, range(count)))


def register_many(tx: Transaction, event_id: int, numbers: Iterable[int]) -> None:
    """People with made-up names, in chats from the first one on."""
    now = datetime.now(ZONE).timestamp()
    for number in numbers:
        chats.meet(tx, FIRST_CHAT + number, "id")
        participants.register(
            tx,
            event_id,
            FIRST_CHAT + number,
            name=f"Peserta Nomor {number}",
            position="Kepala Bidang",
            institution="Kementerian Dalam Negeri",
            region_code=None,
            consented_at=now,
            now=now,
        )
