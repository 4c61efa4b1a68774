"""What grows with the number of participants: planning a broadcast, lists and counts, the file, the memory.

Each size in a process of its own, on a database with everybody registered, present in one session and with a
rating of it. "No worse than linear" is to be read off the columns; the memory is what the plan and the counts
add to the process.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks.bots import ROOT, Setting, prepare, register_many
from benchmarks.memory import resident_megabytes
from benchmarks.tables import facts
from benchmarks.workloads import FIRST_CHAT, ORGANISER
from bot.bootstrap import database_at, load_event
from data import attendees, broadcasts, feedback, participants, presences, results
from data.anonymity import Anonymity
from data.broadcasts import Content
from data.database import Database, Transaction
from data.presences import Mark

SIZES = (300, 3_000, 30_000, 300_000)
SESSION = "panel-1"
AT_ONCE = 10_000
ANONYMITY = Anonymity(bytes(32))


def main() -> None:
    """Prints a table in Markdown."""
    found = [_in_child(size) for size in SIZES]
    rows = [(name, *(f"{one[name]:,.1f}" for one in found)) for name in found[0]]
    print(facts("Growth with the participants", [("", *(f"{size:,}" for size in SIZES)), *rows]))


def _in_child(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.growth", str(size)]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(output)
    return measured


async def _measured(folder: Path, size: int) -> dict[str, float]:
    path = folder / "rakor.db"
    async with database_at(path) as database:
        stored = await load_event(database, folder / "event.toml")
        await _fill(database, stored.id, size)
        now, reads = time.time(), database.reads
        draft = await database.write(
            lambda tx: broadcasts.draft(tx, stored.id, ORGANISER, 1, Content("Halo"), now)
        )
        resident = resident_megabytes()
        measured = {
            "plan a broadcast, ms": await _milliseconds(
                lambda: database.write(lambda tx: broadcasts.confirm(tx, draft.id, (ORGANISER,), now))
            ),
            "count an attendance, ms": await _milliseconds(
                lambda: presences.count(reads, stored.id, SESSION)
            ),
            "count feedback, ms": await _milliseconds(
                lambda: results.of_event(reads, stored.id, stored.event)
            ),
            "first page of the participants, ms": await _milliseconds(
                lambda: participants.page(reads, stored.id, 0, 12)
            ),
            "memory these add, MB": resident_megabytes() - resident,
            "list the attendance, ms": await _milliseconds(
                lambda: presences.entries(reads, stored.id, SESSION)
            ),
        }
    return measured | {"database, MB": path.stat().st_size / 2**20}


async def _fill(database: Database, event_id: int, size: int) -> None:
    now = time.time()

    def work(tx: Transaction, begin: int, end: int) -> None:
        register_many(tx, event_id, range(begin, end))
        for chat_id in range(FIRST_CHAT + begin, FIRST_CHAT + end):
            attendee = attendees.ensure(tx, event_id, chat_id)
            presences.record(tx, event_id, Mark(SESSION, attendee, now, False, "code", chat_id, now))
            feedback.answer(tx, ANONYMITY, event_id, SESSION, chat_id, "material", 1 + chat_id % 5, now)

    for begin in range(0, size, AT_ONCE):
        end = min(size, begin + AT_ONCE)
        await database.write(lambda tx, begin=begin, end=end: work(tx, begin, end))


async def _milliseconds(work: Callable[[], Awaitable[object]]) -> float:
    started = time.perf_counter()
    await work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), Setting())
        print(json.dumps(asyncio.run(_measured(Path(name), int(sys.argv[1])))))
