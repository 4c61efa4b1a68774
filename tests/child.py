"""The program in a process of its own, as an operator starts it."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.config import TOKEN_VARIABLE
from bot.demo import SAMPLE_EVENT

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 60.0
SECRET = "AAH-nobody-is-to-see-this-part"
TOKEN = f"4711:{SECRET}"
"""Its secret half must not appear in anything that a child prints."""


@dataclass(frozen=True)
class Finished:
    code: int
    out: str
    err: str


class Child:
    def __init__(self, process: Process) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        return self._process.pid

    async def line(self) -> str:
        """The next line on its stdout; "" at its end."""
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE_SECONDS)
        return line.decode().rstrip("\n")

    def send(self, signal_number: int) -> None:
        self._process.send_signal(signal_number)

    async def finished(self) -> Finished:
        """How it ended, and what it printed that was not read yet: never the token, never a traceback."""
        out, err = await asyncio.wait_for(self._process.communicate(), PATIENCE_SECONDS)
        finished = Finished(self._process.returncode or 0, out.decode(), err.decode())
        assert SECRET not in finished.out + finished.err
        assert "Traceback" not in finished.err, finished.err
        return finished

    async def end(self) -> None:
        """However it may be."""
        if self._process.returncode is None:
            self._process.kill()
            await self._process.communicate()


@asynccontextmanager
async def started(
    *arguments: str | Path, folder: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Child]:
    """``python -m bot ARGUMENTS`` in that folder; killed if it still runs at the end of the block."""
    inherited = {name: value for name, value in os.environ.items() if name != TOKEN_VARIABLE}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *map(str, arguments),
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **(environment or {})},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )
    child = Child(process)
    try:
        yield child
    finally:
        await child.end()


async def run(*arguments: str | Path, folder: Path, environment: Mapping[str, str] | None = None) -> Finished:
    """The same, for what ends by itself."""
    async with started(*arguments, folder=folder, environment=environment) as child:
        return await child.finished()


def configuration(folder: Path, base_url: str, name: str = "config.toml", token: str = TOKEN) -> Path:
    """For a bot on an emulator, whose clock it follows; with its database beside it, and no reminders."""
    path = folder / name
    path.write_text(
        f"""
        [telegram]
        token = "{token}"
        base_url = "{base_url}"
        [database]
        path = "{path.stem}.db"
        [event]
        file = "{SAMPLE_EVENT}"
        [organisers]
        ids = [9001]
        [limits]
        per_second = 0
        per_chat = 0
        per_group_minute = 0
        [reminders]
        kinds = []
        [rehearsal]
        clock = true
        """,
        encoding="utf-8",
    )
    return path
