"""The questions on the sessions of one event, asked of all the others: which a FAQ entry takes for its own.

Nearly none should: what a session is asked for is no entry's matter. A measure that needs no authors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from data.event import Event
from data.eventfile import load
from handlers.answers.engine import Engine

ROOT = Path(__file__).parents[1]
SETS = ROOT / "tests" / "answers" / "events"
SAMPLE = ROOT / "data" / "sample" / "rakor-polpum-2023.toml"


def main() -> None:
    engines = {file.stem: _engine(file) for file in (SAMPLE, *sorted(SETS.glob("*.toml")))}
    asked, taken = 0, 0
    for code, question in _questions():
        for other, (event, engine) in engines.items():
            if other == code:
                continue
            answer = engine.answer(question["q"], event.sessions[0].start + timedelta(hours=2))
            asked += 1
            taken += answer.confident and answer.faq is not None
    print(f"{asked:,} times asked, {taken} times answered by a FAQ entry")


def _engine(file: Path) -> tuple[Event, Engine]:
    event = load(file)
    return event, Engine(event)


def _questions() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Those that are about sessions, with the code of their event."""
    for file in sorted(SETS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            is_of_a_session = question["sessions"] and question["faq"] is None
            if is_of_a_session and question["facet"] in ("when", "where", "who", "what", "materials"):
                yield file.name.partition(".")[0], question


if __name__ == "__main__":
    main()
