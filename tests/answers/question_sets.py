"""The events that questions are asked about, and their engines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from data.event import Event
from data.eventfile import load
from handlers.answers import Answer, Conversation, plain, render
from handlers.answers.engine import Engine
from handlers.texts import texts

ROOT = Path(__file__).parents[2]
EVENTS = Path(__file__).parent / "events"
SAMPLE = ROOT / "data" / "sample" / "rakor-polpum-2023.toml"
FILES = {path.stem: path for path in (SAMPLE, *sorted(EVENTS.glob("*.toml")))}
"""Where each event of the question sets is."""
SETS = [(path.name.split(".")[0], path) for path in sorted(EVENTS.glob("*.jsonl"))]
"""The code of the event, and questions about it; ``CODE.2.jsonl`` is another author's set.

``CODE.also.jsonl`` holds what was asked while the engine was made, and measures nothing.
``CODE.unknown.jsonl`` asks in the event's words for what it does not tell."""


@dataclass(frozen=True)
class Asked:
    """A question with the answer it should get."""

    q: str
    at: datetime
    facet: str
    sessions: tuple[str, ...]
    faq: str | None
    contains: tuple[str, ...]


def questions(path: Path) -> Iterator[Asked]:
    for line in path.read_text(encoding="utf-8").splitlines():
        values = json.loads(line)
        yield Asked(
            values["q"],
            datetime.fromisoformat(values["at"]),
            values["facet"],
            tuple(values["sessions"]),
            values["faq"],
            tuple(values["contains"]),
        )


@cache
def engine_of(code: str) -> tuple[Event, Engine]:
    event = load(FILES[code])
    return event, Engine(event)


def wording(answer: Answer, event: Event, now: datetime) -> str:
    return plain(render(answer, event, now, texts(answer.language)))


@dataclass
class Chat:
    """One participant's chat: asks, and remembers what a follow-up needs."""

    event: Event
    engine: Engine
    context: Conversation | None = None
    text: str = ""

    def ask(self, question: str, at: str) -> Answer:
        now = datetime.fromisoformat(at).replace(tzinfo=self.event.zone)
        answer = self.engine.answer(question, now, self.context)
        self.context = answer.conversation
        self.text = wording(answer, self.event, now)
        return answer
