"""Every question of the sets gets its answer, and none is answered with confidence that has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from question_sets import ROOT, SETS, Asked, engine_of, questions, wording

SHARED = ROOT.parent / "shared" / "events" / "questions-dev.jsonl"


def _sets() -> list[tuple[str, Path]]:
    return [*SETS, ("rakor-polpum-2023", SHARED)] if SHARED.exists() else SETS


CASES = [
    pytest.param(code, asked, id=f"{code}: {asked.q}") for code, path in _sets() for asked in questions(path)
]


@pytest.mark.parametrize(("code", "asked"), CASES)
def test_question_gets_its_answer(code: str, asked: Asked) -> None:
    event, engine = engine_of(code)
    answer = engine.answer(asked.q, asked.at)
    if asked.facet == "unknown":
        assert not answer.confident, answer.explanation
        return
    if asked.facet == "smalltalk":
        assert (answer.facet, answer.sessions, answer.faq) == ("smalltalk", (), None)
        return
    assert answer.confident, answer.explanation
    assert set(answer.sessions) == set(asked.sessions), answer.explanation
    assert answer.faq == asked.faq, answer.explanation
    text = wording(answer, event, asked.at).casefold()
    assert [part for part in asked.contains if part.casefold() not in text] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the development questions are not beside the checkout")
def test_development_questions_are_all_there() -> None:
    assert len(list(questions(SHARED))) == 80


@pytest.mark.parametrize("code", sorted({code for code, _ in SETS}))
def test_each_event_has_sets_of_some_size(code: str) -> None:
    assert sum(len(list(questions(path))) for of, path in SETS if of == code) >= 90
