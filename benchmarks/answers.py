"""The answer engine: load, memory, and time a question, on the sample and on a large event.

``python benchmarks/answers.py`` prints a line a measure, each beside what is promised.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "sample" / "rakor-polpum-2023.toml"
QUESTIONS = ROOT / "tests" / "answers" / "events" / "rakor-polpum-2023.jsonl"
ROUNDS = 5
SUBJECTS = (
    "pengelolaan sampah",
    "ketahanan pangan",
    "mitigasi bencana",
    "literasi digital",
    "perhutanan sosial",
    "reforma agraria",
    "angkutan perintis",
    "sanitasi layak",
    "desa wisata",
    "energi surya",
)
PLACES = ["Aceh", "Riau", "Jambi", "Bali", "Papua", "Maluku", "Banten", "Lampung", "Gorontalo", "Bengkulu"]


def main() -> None:
    if "--load" in sys.argv:
        sys.stdout.write(json.dumps(_load()))
        return
    loads = [_in_child() for _ in range(ROUNDS)]
    _say("load, median of cold processes", statistics.median(run["load_ms"] for run in loads), 60, "ms")
    _say("memory added, median", statistics.median(run["memory_mb"] for run in loads), 15, "MB")
    _say("p99 a question, sample event", _p99_ms(_sample_times()), 3, "ms")
    _say("p99 a question, 100 sessions and 200 FAQ", _p99_ms(_large_times()), 10, "ms")


def _say(what: str, value: float, promise: float, unit: str) -> None:
    sys.stdout.write(f"{what:45} {value:7.2f} {unit} (promised: {promise} {unit})\n")


def _in_child() -> dict[str, float]:
    """Load and memory in a process that has done nothing else."""
    command = [sys.executable, __file__, "--load"]
    output = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    loaded: dict[str, float] = json.loads(output.stdout)
    return loaded


def _load() -> dict[str, float]:
    from data.eventfile import load
    from handlers.texts import texts

    event = load(SAMPLE)
    texts("id")
    before, started = _resident_mb(), time.perf_counter()
    from handlers.answers.engine import Engine

    engine = Engine(event)
    load_ms = (time.perf_counter() - started) * 1000
    engine.answer("panel 2 jam berapa", event.sessions[0].start)
    return {"load_ms": load_ms, "memory_mb": _resident_mb() - before}


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _sample_times() -> list[float]:
    from data.eventfile import load
    from handlers.answers.engine import Engine

    engine = Engine(load(SAMPLE))
    lines = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = [(line["q"], datetime.fromisoformat(line["at"])) for line in lines]
    return [_seconds(engine, text, at) for _ in range(ROUNDS) for text, at in asked]


def _large_times() -> list[float]:
    from handlers.answers.engine import Engine

    event = _large_event()
    engine = Engine(event)
    texts = [json.loads(line)["q"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    texts += [f"sesi {subject} di {place} jam berapa" for subject in SUBJECTS for place in PLACES]
    return [_seconds(engine, text, event.sessions[9].start) for text in texts]


def _large_event():  # type: ignore[no-untyped-def]
    from data.event import Event
    from data.eventfile import load

    sample = load(SAMPLE)
    values = sample.model_dump()
    pattern = values["sessions"][3] | {"panel": None, "kind": "plenary"}
    values["sessions"] = [
        pattern
        | {
            "id": f"s{number}",
            "title": f"{SUBJECTS[number // 10].capitalize()} di {PLACES[number % 10]}",
            "topics": (SUBJECTS[number // 10], PLACES[number % 10]),
            "start": pattern["start"] + timedelta(minutes=15 * number),
            "end": pattern["end"] + timedelta(minutes=15 * number),
        }
        for number in range(100)
    ]
    values["faq"] = [
        {
            "id": f"f{number}",
            "question": f"Di mana loket {SUBJECTS[number % 10]} {PLACES[number // 20]}?",
            "answer": f"Di meja {number}.",
            "keywords": (f"loket {SUBJECTS[number % 10]}", PLACES[number // 20]),
        }
        for number in range(200)
    ]
    return Event.model_validate(values)


def _seconds(engine, text: str, at: datetime) -> float:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    engine.answer(text, at)
    return time.perf_counter() - started


def _p99_ms(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)] * 1000


if __name__ == "__main__":
    main()
