"""``rakor ask``: the answer engine alone, one question or a file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.grading import score
from data import eventfile
from data.errors import RakorError
from data.event import Event
from handlers.answers import Answer, Conversation, plain, render
from handlers.answers.engine import Engine
from handlers.texts import texts


class BatchError(RakorError):
    """A line of the batch cannot be read."""


def answer_one(file: Path, question: str, at: datetime | None, *, as_json: bool) -> str:
    """The answer as plain text, or as JSON. Raises EventFileError."""
    event = eventfile.load(file)
    now = _moment(event, at) if at else datetime.now(UTC).astimezone(event.zone)
    line = _line(event, question, Engine(event).answer(question, now), now)
    return json.dumps(line, ensure_ascii=False) if as_json else line["answer"]


def explain_one(file: Path, question: str, at: datetime | None) -> Iterator[str]:
    """The answer, and line by line how the engine came to it. Raises EventFileError."""
    event = eventfile.load(file)
    now = _moment(event, at) if at else datetime.now(UTC).astimezone(event.zone)
    answer = Engine(event).answer(question, now)
    yield from _line(event, question, answer, now)["answer"].splitlines()
    yield ""
    yield from answer.explanation


def score_batch(file: Path, batch: Path) -> Iterator[str]:
    """The wrong answers to a batch that says what it expects, and the score by facet.

    Raises EventFileError and BatchError.
    """
    expectations = []
    for number, question in _questions(batch):
        if not question.keys() >= _EXPECTED:
            raise BatchError(f"{batch}:{number}: says no {', '.join(sorted(_EXPECTED - question.keys()))}")
        expectations.append(question)
    lines = map(json.loads, answer_batch(file, batch))
    yield from score(zip(expectations, lines, strict=True))


_EXPECTED = {"q", "facet", "sessions", "faq", "contains"}


def answer_batch(file: Path, batch: Path) -> Iterator[str]:
    """A JSON line for each line of the batch, in order. Raises EventFileError and BatchError."""
    event = eventfile.load(file)
    engine = Engine(event)
    conversations: dict[object, Conversation | None] = {}
    for number, question in _questions(batch):
        try:
            text, at = str(question["q"]), datetime.fromisoformat(question["at"])
        except (KeyError, TypeError, ValueError):
            raise BatchError(
                f'{batch}:{number}: needs "q" and "at" (ISO 8601), such as {{"q": "…", "at": "…"}}'
            ) from None
        now, chat = _moment(event, at), question.get("chat")
        answer = engine.answer(text, now, conversations.get(chat) if chat is not None else None)
        if chat is not None:
            conversations[chat] = answer.conversation
        yield json.dumps(_line(event, text, answer, now), ensure_ascii=False)


def _questions(batch: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = batch.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{batch}: cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
        except ValueError:
            raise BatchError(f"{batch}:{number}: is no JSON; write one object a line") from None
        if not isinstance(question, dict):
            raise BatchError(f"{batch}:{number}: is no JSON object; write one object a line")
        yield number, question


def _moment(event: Event, at: datetime) -> datetime:
    """Without an offset it is the event's own time."""
    return at.astimezone(event.zone) if at.tzinfo else at.replace(tzinfo=event.zone)


def _line(event: Event, text: str, answer: Answer, now: datetime) -> dict[str, Any]:
    return {
        "q": text,
        "facet": answer.facet,
        "sessions": list(answer.sessions),
        "faq": answer.faq,
        "confident": answer.confident,
        "answer": plain(render(answer, event, now, texts(answer.language))),
    }
