"""The forms of feedback: one for each session that asks for it, and the survey after the whole event."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from data.event import Event, FormQuestion, Session

SURVEY = "_"
"""Stands where a session's id would: no session has it."""

RATING = FormQuestion(id="rating", kind="scale", question="Nilai umum")
"""What was asked before there were forms."""

COMMENT = FormQuestion(id="komentar", kind="text", question="Komentar")
SESSION_FORM = (
    FormQuestion(id="materi", kind="scale", question="Materi"),
    FormQuestion(id="narasumber", kind="scale", question="Narasumber"),
    FormQuestion(id="waktu", kind="scale", question="Waktu"),
    COMMENT,
)
OVERALL = FormQuestion(id="keseluruhan", kind="scale", question="Keseluruhan")
RECOMMENDATION = FormQuestion(id="rekomendasi", kind="nps", question="Rekomendasi")
SUGGESTION = FormQuestion(id="saran", kind="text", question="Saran")
USEFUL = "manfaat"


@dataclass(frozen=True)
class Form:
    id: str
    """Of the session; SURVEY for the one after the event."""
    questions: tuple[FormQuestion, ...]
    opens: float
    """UTC epoch seconds."""
    session: Session | None = None

    def question(self, mark: str) -> FormQuestion | None:
        """The question that a button's mark means: of this wording, and of no other."""
        return next((one for one in self.questions if mark_of(one) == mark), None)

    def named(self, question_id: str) -> FormQuestion | None:
        return next((one for one in self.questions if one.id == question_id), None)

    def position(self, question: FormQuestion) -> int:
        return self.questions.index(question)


def mark_of(question: FormQuestion) -> str:
    """Eight characters for the question as it is worded now: callback data are short."""
    return f"{zlib.crc32(question.model_dump_json().encode()):08x}"


def of_session(session: Session) -> Form:
    return Form(session.id, session.form or SESSION_FORM, session.end.timestamp(), session)


def survey(event: Event) -> Form | None:
    """None where the event has none, or no session to follow."""
    questions = _survey_questions(event)
    ends = [session.end.timestamp() for session in event.sessions if not session.cancelled]
    return Form(SURVEY, questions, max(ends)) if questions and ends else None


def forms(event: Event) -> Iterator[Form]:
    """All of them, in order of the sessions, the survey last; a cancelled session has none."""
    yield from (
        of_session(session) for session in event.sessions if session.feedback and not session.cancelled
    )
    if (last := survey(event)) is not None:
        yield last


def find(event: Event, form_id: str) -> Form | None:
    return next((form for form in forms(event) if form.id == form_id), None)


def is_standard(question: FormQuestion) -> bool:
    """Whether it is one of ours, worded in both languages."""
    return question.id == USEFUL or question in (*SESSION_FORM, OVERALL, RECOMMENDATION, SUGGESTION, RATING)


def _survey_questions(event: Event) -> tuple[FormQuestion, ...]:
    if event.survey is not None:
        return event.survey
    panels = tuple(f"Panel {session.panel}" for session in event.panels() if session.panel)[:10]
    useful = FormQuestion(id=USEFUL, kind="choice", question="Bermanfaat", options=panels)
    return (OVERALL, *((useful,) if len(panels) > 1 else ()), RECOMMENDATION, SUGGESTION)
