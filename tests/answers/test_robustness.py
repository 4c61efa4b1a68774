"""What holds for any text and for every way of writing a question."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from question_sets import SETS, engine_of, questions, wording

from data.event import Event
from handlers.answers import Answer

SECONDS_FOR_ANY_TEXT = 0.25
"""Five times the promise of 50 ms: the machine of a test may be busy."""

WORDS = st.sampled_from(
    """
    panel 2 II kedua jam berapa di mana bukan setelah besok hari lusa setengah lagi tgl 31 februari ruang
    siapa kalau yang terakhir semua wib 25.99 99 menit ke nomor mempertanggungjawabkannya diperkenankankah
    """.split()  # noqa: SIM905 - a running text of words
)


def _essence(answer: Answer) -> tuple[object, ...]:
    return answer.facet, answer.sessions, answer.faq, answer.confident


def _without_punctuation(question: str) -> str:
    return re.sub(r"(?<!\d)[.:,?!;](?!\d)|[?!,;'\"]", " ", question)


VARIANTS: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "without punctuation": _without_punctuation,
    "after a greeting": lambda question: f"Selamat pagi min, {question}",
    "after a short greeting": lambda question: f"pagi kak, {question}",
    "after an English greeting": lambda question: f"Good morning, {question}",
    "in a polite frame": lambda question: (
        f"Assalamualaikum wr wb. Mohon izin bertanya Bapak/Ibu panitia, {question} Terima kasih sebelumnya."
    ),
}


_MAY_CHANGE = {
    "bahari-mks-2026": 1,
    "bencana-2026": 1,
    "digital-2024": 1,
    "hubla-lebaran-2026": 1,
    "imun-tbc-2026": 2,
    "pangan-2024": 2,
    "pertanahan-2026": 2,
    "rakor-polpum-2023.10": 1,
    "rakor-polpum-2023.11": 2,
    "rakor-polpum-2023.12": 6,
    "rakor-polpum-2023.6": 4,
    "rakor-polpum-2023.9": 1,
    "rakornas-desa-2025": 1,
    "rs-jkn-2025": 1,
}
"""Without its signs a text of two sentences may read as another one: 26 of 8,459, measured."""


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("code", "path"), SETS, ids=[path.stem for _, path in SETS])
def test_same_question_gets_same_answer(code: str, path: Path, variant: str) -> None:
    _, engine = engine_of(code)
    changed = []
    for asked in questions(path):
        expected = engine.answer(asked.q, asked.at)
        if expected.facet == "smalltalk" or not re.search(r"\w", asked.q):
            continue
        text = VARIANTS[variant](asked.q)
        if _essence(engine.answer(text, asked.at)) != _essence(expected):
            changed.append(text)
    assert len(changed) <= (_MAY_CHANGE.get(path.stem, 0) if variant == "without punctuation" else 0), changed


@given(text=st.text(max_size=4096) | st.lists(WORDS, max_size=300).map(" ".join), hours=st.integers(-60, 200))
@example(text="mempertanggungjawabkannyalah" * 140, hours=0)
@example(text="diperkenankankannya " * 200, hours=0)
@example(text="ab" * 2048, hours=0)
@example(text="1." * 2048, hours=0)
@example(text="bukan panel " * 340, hours=0)
@example(text="", hours=0)
@settings(max_examples=150, deadline=None)
def test_any_text_gets_an_answer_in_time(text: str, hours: int) -> None:
    event, engine = engine_of("rakor-polpum-2023")
    now = event.sessions[0].start + timedelta(hours=hours)
    started = time.perf_counter()
    answer = engine.answer(text, now)
    assert time.perf_counter() - started < SECONDS_FOR_ANY_TEXT
    assert wording(answer, event, now)


@given(text=st.text(max_size=400))
@settings(max_examples=50, deadline=None)
def test_answers_do_not_depend_on_earlier_questions(text: str) -> None:
    event, engine = engine_of("stunting-2025")
    now = event.sessions[0].start
    first = engine.answer(text, now)
    engine.answer("panel 2 jam berapa dan siapa narasumbernya", now)
    assert engine.answer(text, now) == first


def test_markup_in_an_event_is_shown_as_written() -> None:
    event, engine = engine_of("bahari-2024")
    session = event.sessions[3].model_copy(update={"title": "Sesi 1: <b>A & B</b>"})
    sessions = (*event.sessions[:3], session, *event.sessions[4:])
    changed = Event.model_validate(event.model_dump() | {"sessions": sessions})
    answer = engine.answer("sesi 1 jam berapa", datetime(2024, 7, 10, 8, tzinfo=event.zone))
    assert "Sesi 1: <b>A & B</b>" in wording(answer, changed, event.sessions[0].start)
