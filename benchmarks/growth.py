"""What grows with the number of participants: planning a broadcast, lists and counts, the file, the memory.

Each size in a process of its own, on a database with everybody registered, present in one session and with a
rating of it. "No worse than linear" is to be read off the columns; the memory is what the work adds.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from benchmarks.bots import ROOT, Setting, prepare, register_many
from benchmarks.tables import facts
from benchmarks.workloads import FIRST_CHAT

SIZES = (300, 3_000, 30_000, 300_000)
SESSION = "panel-1"


def main() -> None:
    """Prints a table in Markdown."""
    results = [_in_child(size) for size in SIZES]
    rows = [(name, *(f"{result[name]:,.2f}" for result in results)) for name in results[0]]
    print(facts("Growth with the participants", [("", *(f"{size:,}" for size in SIZES)), *rows]))


def _in_child(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.growth", str(size)]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(output)
    return measured


def _measure(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, Setting(participants=0))
        return asyncio.run(_measured(folder, size))


async def _measured(folder: Path, size: int) -> dict[str, float]:
    from bot.bootstrap import database_at, load_event
    from data import attendance, broadcasts, feedback, participants
    from data.broadcasts import Content

    path = folder / "rakor.db"
    async with database_at(path) as database:
        stored = await load_event(database, folder / "event.toml")
        for begin in range(0, size, 10_000):
            count = min(10_000, size - begin)
            await database.write(lambda tx, b=begin, c=count: _fill(tx, stored.id, b, c))
        now = time.time()
        draft = await database.write(
            lambda tx: broadcasts.draft(tx, stored.id, 9_001, 1, Content("Halo"), now)
        )
        resident = _resident_megabytes()
        measured = {
            "plan a broadcast, ms": await _milliseconds(
                lambda: database.write(lambda tx: broadcasts.confirm(tx, draft.id, (9_001,), now))
            ),
            "count an attendance, ms": await _milliseconds(
                lambda: attendance.count(database.reads, stored.id, SESSION)
            ),
            "the first page of the participants, ms": await _milliseconds(
                lambda: participants.page(database.reads, stored.id, 0, 12)
            ),
            "count feedback, ms": await _milliseconds(lambda: _counts(database, stored.id, feedback)),
            "memory added, MB": _resident_megabytes() - resident,
        }
    measured["database, MB"] = path.stat().st_size / 2**20
    return measured
