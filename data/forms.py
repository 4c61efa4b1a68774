"""The forms of feedback: one for each session that asks for it, and the survey after the whole event."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.event import Event, FormQuestion, Session, Speaker

SURVEY = "_"
"""Stands where a session's id would: no session has it."""

RATING = FormQuestion(id="rating", kind="scale", question="Nilai umum")
"""What was asked before there were forms."""

CONTENT = FormQuestion(id="materi", kind="scale", question="Materi")
SPEAKERS = FormQuestion(id="narasumber", kind="scale", question="Narasumber")
TIMING = FormQuestion(id="waktu", kind="scale", question="Waktu")
COMMENT = FormQuestion(id="komentar", kind="text", question="Komentar")
SESSION_FORM = (CONTENT, SPEAKERS, TIMING, COMMENT)
OVERALL = FormQuestion(id="keseluruhan", kind="scale", question="Keseluruhan")
RECOMMENDATION = FormQuestion(id="rekomendasi", kind="nps", question="Rekomendasi")
SUGGESTION = FormQuestion(id="saran", kind="text", question="Saran")
STANDARD = (*SESSION_FORM, OVERALL, RECOMMENDATION, SUGGESTION, RATING)
USEFUL = "manfaat"

RATED_SINGLY = range(2, 6)
"""So many speakers of a session are rated one by one: a press each. More would be too many."""

SPEAKER_ID, SLUG_CHARACTERS = "narasumber-", 16


class SpeakerQuestion(FormQuestion):
    """How one of several speakers was; the question is the speaker's name."""


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
    return Form(session.id, session.form or _session_form(session), session.end.timestamp(), session)


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


def past(event: Event, form_id: str) -> Form:
    """A form that is not among those of the event any more, as far as the event still tells what it asked."""
    session = event.session(form_id)
    return of_session(session) if session else Form(form_id, (), 0.0)


def find(event: Event, form_id: str) -> Form | None:
    return next((form for form in forms(event) if form.id == form_id), None)


def is_standard(question: FormQuestion) -> bool:
    """Whether it is one of ours, worded in both languages."""
    return question.id == USEFUL or question in STANDARD


def former(question_id: str, answers: Sequence[int | str]) -> FormQuestion:
    """What was asked under that id, by the answers: of a speaker who has left, say, or an earlier form."""
    if isinstance(answers[0], int):
        known = next((one for one in STANDARD if one.id == question_id), None)
        if known is not None:
            return known
        if question_id.startswith(SPEAKER_ID):
            name = question_id.removeprefix(SPEAKER_ID).rpartition("-")[0].replace("-", " ").title()
            return SpeakerQuestion(id=question_id, kind="scale", question=name or question_id)
    kind = "text" if isinstance(answers[0], str) else "nps" if is_nps(answers) else "scale"
    return FormQuestion.model_validate({"id": question_id, "kind": kind, "question": question_id})


def is_nps(answers: Sequence[int | str]) -> bool:
    """Whether some are no answers from 1 to 5."""
    return any(one not in range(1, 6) for one in answers)


def _session_form(session: Session) -> tuple[FormQuestion, ...]:
    """Each of a few speakers is asked about by name; the one speaker, or the many, in one question."""
    singly = {one.id: one for one in map(_of_speaker, rated(session))}
    speakers = tuple(singly.values()) if len(singly) in RATED_SINGLY else (SPEAKERS,)
    return (CONTENT, *speakers, TIMING, COMMENT)


def rated(session: Session) -> list[Speaker]:
    """Whom the forms are about: a moderator is not rated."""
    return [one for one in session.speakers if one.role == "narasumber"]


def _of_speaker(speaker: Speaker) -> FormQuestion:
    """Named after the speaker, not the place on the list, which changes: answers stay with their speaker."""
    slug = re.sub(r"[^a-z0-9]+", "-", speaker.name.casefold()).strip("-")[:SLUG_CHARACTERS]
    mark = zlib.crc32(speaker.name.casefold().encode()) & 0xFFFF
    return SpeakerQuestion(id=f"{SPEAKER_ID}{slug}-{mark:04x}", kind="scale", question=speaker.name)


def _survey_questions(event: Event) -> tuple[FormQuestion, ...]:
    if event.survey is not None:
        return event.survey
    panels = tuple(f"Panel {session.panel}" for session in event.panels() if session.panel)[:10]
    useful = FormQuestion(id=USEFUL, kind="choice", question="Bermanfaat", options=panels)
    return (OVERALL, *((useful,) if len(panels) > 1 else ()), RECOMMENDATION, SUGGESTION)
