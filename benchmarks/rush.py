"""3,000 people check in and press a button within 10 s, with Telegram's limits kept and 50 ms each way."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.bots import Setting, check_in_code, playing, prepare, rakor_in
from benchmarks.tables import facts

ROUNDS = 5
DELAY = 0.05
RUSH_PEOPLE = 3_000
PATIENCE_SECONDS = 120.0


def main(rounds: int = ROUNDS) -> None:
    """Prints a table in Markdown."""
    print(_rush(rounds))


@dataclass(frozen=True)
class RushResult:
    """Seconds, and megabytes after it."""

    committed: float
    acknowledged_p50: float
    acknowledged_p99: float
    megabytes: float


def _rush(rounds: int) -> str:
    """3,000 people send the code and press a button within 10 s, with Telegram's limits kept."""
    results = [_one_rush() for _ in range(rounds)]
    rows = [
        ("last attendance on the disk, s after the last tap", [one.committed for one in results], "≤ 3.0"),
        ("tap acknowledged once a poll has brought it, p50 s", [one.acknowledged_p50 for one in results], ""),
        ("the same, p99 s", [one.acknowledged_p99 for one in results], "≤ 1.0"),
        ("resident memory after it, MB", [one.megabytes for one in results], "≤ 130"),
    ]
    lines = [(name, f"{median(values):.2f}", goal) for name, values, goal in rows]
    return facts(
        "3,000 check-ins and 3,000 taps within 10 s, 50 ms each way", [("", "rakor", "goal"), *lines]
    )


def _one_rush() -> RushResult:
    setting = Setting(participants=RUSH_PEOPLE, per_second=30, per_chat=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, setting)
        options = {"people": RUSH_PEOPLE, "seconds": 10.0, "text": f"/hadir {check_in_code(folder)}"}
        workload = {"workload": "rush", "delay": DELAY, "options": options}
        with playing(workload, rakor_in(folder, setting)) as (result, bot):
            committed = _all_committed_at(folder / "rakor.db", RUSH_PEOPLE) - result["last_tap_at"]
            return RushResult(
                max(0.0, committed),
                result["acknowledged_p50"],
                result["acknowledged_p99"],
                bot.resident_megabytes(),
            )


def _all_committed_at(path: Path, people: int) -> float:
    """The instant at which so many attendances are seen on the disk."""
    give_up_at = time.time() + PATIENCE_SECONDS
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        while time.time() < give_up_at:
            (count,) = connection.execute("SELECT COUNT(*) FROM attendance").fetchone()
            if count == people:
                return time.time()
            time.sleep(0.01)
    raise SystemExit(f"only {count} of {people} attendances on the disk after {PATIENCE_SECONDS:.0f} s")


if __name__ == "__main__":
    main()
