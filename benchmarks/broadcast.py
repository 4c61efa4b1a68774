"""A broadcast to 3,000 at 30 messages a second, while 300 people ask 5 questions a second together.

Telegram keeps its limit in a window of one second, 50 ms away; once it only refuses the excess, once it bans
for 30 s. The peer is python-telegram-bot with ``AIORateLimiter``, as its documentation shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.bots import Setting, Start, measured, peer, rakor
from benchmarks.tables import facts
from benchmarks.workloads import FIRST_CHAT, MARKER

ROUNDS = 3
DELAY = 0.05
PEOPLE, ASKERS, QUESTIONS_PER_SECOND = 3_000, 300, 5.0
LIMIT = 30
BAN_SECONDS = 30
ALONE_SECONDS = 120.0
PATIENCE_SECONDS = 240.0
QUESTION = "panel 1 jam berapa"
ORGANISER = (f"/siaran {MARKER}: sesi berikutnya di Ballroom.", r"broadcasts\.send:")
"""What the organiser writes, and the button that is pressed then."""

RAKOR = rakor(Setting(participants=PEOPLE, per_second=LIMIT, per_chat=1))
PEER = peer("broadcast.py", str(PEOPLE), str(FIRST_CHAT))

Result = Mapping[str, Any]


def main(rounds: int = ROUNDS) -> None:
    """Prints a table in Markdown."""
    alone = [_alone() for _ in range(rounds)]
    columns = {
        "rakor": [_broadcast(RAKOR, ORGANISER) for _ in range(rounds)],
        f"rakor, {BAN_SECONDS} s ban": [_broadcast(RAKOR, ORGANISER, BAN_SECONDS) for _ in range(rounds)],
        "AIORateLimiter": [_broadcast(PEER)],
        f"AIORateLimiter, {BAN_SECONDS} s ban": [_broadcast(PEER, ban=BAN_SECONDS)],
    }
    print(_table(columns))
    quiet = ", ".join(f"{name} {_median(alone, f'direct_{name}'):.3f} s" for name in ("p50", "p99"))
    print(f"Direct answers of rakor without a broadcast: {quiet}.\n")


def _alone() -> Result:
    options = {
        "people": ASKERS, "per_second": QUESTIONS_PER_SECOND, "seconds": ALONE_SECONDS, "text": QUESTION
    }  # fmt: skip
    return measured({"workload": "questions", "delay": DELAY, "options": options}, RAKOR)


def _broadcast(start: Start, organiser: Sequence[str] = (), ban: int = 0) -> Result:
    options = {
        "people": PEOPLE, "askers": ASKERS, "per_second": QUESTIONS_PER_SECOND, "text": QUESTION,
        "limit": LIMIT, "ban": ban, "organiser": organiser, "patience": PATIENCE_SECONDS,
    }  # fmt: skip
    result = dict(measured({"workload": "broadcast", "delay": DELAY, "options": options}, start))
    result["times_ideal"] = result["seconds"] * LIMIT / (PEOPLE + result["direct"])
    return result


def _table(columns: Mapping[str, Sequence[Result]]) -> str:
    wanted = {
        "received, of 3,000": "received",
        "received twice": "doubled",
        "refused (429)": "refused",
        "seconds": "seconds",
        "times the ideal": "times_ideal",
        "direct answers, p50 s": "direct_p50",
        "direct answers, p99 s": "direct_p99",
    }
    rows = [
        (title, *(f"{_median(results, key):,.3f}".rstrip("0").rstrip(".") for results in columns.values()))
        for title, key in wanted.items()
    ]
    return facts("A broadcast to 3,000 while others ask", [("", *columns), *rows])


def _median(results: Sequence[Result], key: str) -> float:
    return median(result.get(key, float("nan")) for result in results)


if __name__ == "__main__":
    main()
