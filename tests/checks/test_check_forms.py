"""Forms of feedback in the event file: every fault is said, and a sound form is passed over."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.conftest import Report, Tables

SCALE = {"id": "materi", "kind": "scale", "question": "Materi?"}
CHOICE = {"id": "guna", "kind": "choice", "question": "Berguna?", "options": ["Ya", "Tidak"]}


@pytest.fixture(params=["form", "survey"])
def form(request: pytest.FixtureRequest, tables: Tables) -> list[dict[str, Any]]:
    """An empty form in the tables, of a session or of the whole event."""
    questions: list[dict[str, Any]] = []
    tables["sessions"][0]["feedback"] = True
    place = tables["sessions"][0] if request.param == "form" else tables
    place[request.param] = questions
    return questions


def test_a_sound_form_has_no_findings(tables: Tables, report: Report, form: list[Any]) -> None:
    form += [SCALE, CHOICE]
    assert report(tables) == []


@pytest.mark.parametrize(
    ("question", "finding"),
    [
        (SCALE | {"options": ["1", "2"]}, "options: a question of kind scale has no options: remove them"),
        (CHOICE | {"options": ["Ya"]}, "options: a choice needs 2 to 10 options: it has 1"),
        ({"id": "guna", "kind": "choice", "question": "Berguna?"}, "needs 2 to 10 options: it has 0"),
        (CHOICE | {"options": ["Ya", "Ya "]}, "options[1]: stands twice"),
        (CHOICE | {"options": ["Ya", "x" * 41]}, "options[1]: has 41 characters, a button shows 40"),
        (SCALE | {"kind": "skala"}, "it must be one of scale, choice, nps, text"),
        (SCALE | {"kind": "panel"}, "it must be one of scale, choice, nps, text"),
        (SCALE | {"wording": "?"}, "unknown key"),
        ({"id": "materi", "kind": "scale"}, "question: required key is missing: add question to"),
        ({"kind": "scale", "question": "?"}, "number 1: add id"),
    ],
)
def test_a_faulty_question_is_found(
    tables: Tables, report: Report, form: list[Any], question: dict[str, Any], finding: str
) -> None:
    form.append(question)
    (line,) = report(tables)
    assert finding in line


def test_an_id_stands_once_in_a_form(tables: Tables, report: Report, form: list[Any]) -> None:
    form += [SCALE, SCALE]
    (line,) = report(tables)
    assert "number 1 and number 2: give each its own id" in line


def test_a_form_is_short(tables: Tables, report: Report, form: list[Any]) -> None:
    form += [SCALE | {"id": f"soal-{number}"} for number in range(11)]
    (line,) = report(tables)
    assert "question number 11 of the form" in line


def test_two_sessions_may_ask_the_same(tables: Tables, report: Report) -> None:
    for session in tables["sessions"]:
        session |= {"feedback": True, "form": [SCALE]}
    assert report(tables) == []


def test_a_form_without_feedback_asks_nobody(tables: Tables, report: Report) -> None:
    tables["sessions"][1]["form"] = [SCALE]
    (line,) = report(tables)
    assert line.startswith("warning: sessions.diskusi.form: nobody is asked without feedback")
