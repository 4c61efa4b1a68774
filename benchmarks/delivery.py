"""Updates and messages: our bot as an operator runs it beside the peers' smallest bots.

Each line's bots run one after another in the same round, against the same light Telegram in a process of its
own; medians of the rounds. Ours commits each update (FULL), reads who writes, writes, and answers by a
template with a keyboard; the peers only answer, and keep nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.bots import (
    PEERS_PYTHON,
    Setting,
    Start,
    measured,
    peer,
    rakor,
)
from benchmarks.tables import Row, table

ROUNDS = 5
DELAY = 0.05
WEBHOOK_PORT = 18_443
COMMAND = "/daftar"
"""One read, one write, one reply by a template, by whoever is not registered yet; as often as one likes."""

PTB, PTB_CONCURRENT = peer("ptb.py"), peer("ptb.py", "concurrent")
PTB_LIMITED, AIOGRAM, BARE = peer("ptb.py", "limiter"), peer("aiogram_bot.py"), peer("bare.py")

Measure = Callable[[], float]


def main(rounds: int = ROUNDS) -> None:
    """Prints tables in Markdown."""
    if not PEERS_PYTHON.exists():
        raise SystemExit("The peers' environment is missing: `make bench` makes it.")
    print(table("256 chats at once, no delay", "updates/s", _medians(rounds, _at_once(0.0))))
    print(table("256 chats at once, 50 ms each way", "updates/s", _medians(rounds, _at_once(DELAY))))
    print(table("one chat after another, no delay", "updates/s", _medians(rounds, _one_by_one())))


def _at_once(delay: float) -> Mapping[str, Measure]:
    def rate(start: Start, text: str, updates: int) -> Measure:
        return lambda: _rate(start, delay, chats=256, updates=updates, text=text)

    few = 60 if delay else 3_000
    measures = {
        "rakor, polling": rate(rakor(), COMMAND, 5_000),
        "PTB, defaults": rate(PTB, "halo", few),
        "PTB, concurrent_updates(256)": rate(PTB_CONCURRENT, "halo", 600 if delay else 3_000),
        "aiogram 3": rate(AIOGRAM, "halo", 5_000),
        "bare aiohttp loop": rate(BARE, "halo", 5_000),
    }
    if delay:
        measures["PTB, concurrent, AIORateLimiter"] = rate(PTB_LIMITED, "halo", 150)
        measures["rakor, webhook"] = rate(rakor(Setting(webhook_port=WEBHOOK_PORT)), COMMAND, 5_000)
    return measures


def _one_by_one() -> Mapping[str, Measure]:
    def rate(start: Start, text: str) -> Measure:
        return lambda: _rate(start, 0.0, chats=256, updates=1_500, text=text, is_sequence=True)

    return {
        "rakor, polling": rate(rakor(), COMMAND),
        "PTB, defaults": rate(PTB, "halo"),
        "aiogram 3": rate(AIOGRAM, "halo"),
        "bare aiohttp loop": rate(BARE, "halo"),
    }


def _rate(start: Start, delay: float, **options: Any) -> float:
    workload = {"workload": "chats", "delay": delay, "options": options}
    return float(measured(workload, start)["per_second"])


def _medians(rounds: int, measures: Mapping[str, Measure]) -> Sequence[Row]:
    """Every bot once a round, in turn: what slows the machine for a while slows all of them."""
    found: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    reference = median(found["PTB, defaults"])
    return [Row(name, median(values), median(values) / reference) for name, values in found.items()]


if __name__ == "__main__":
    main()
