"""Forms of feedback: short, and with options where there is something to choose."""

from __future__ import annotations

from collections.abc import Iterator

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, error, warning

MOST_QUESTIONS = 10
OPTIONS = range(2, 11)
LONGEST_OPTION = 40
"""What of a button a small phone shows."""


def fitting_forms(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        if session.drafts("form") and not session.flag("feedback"):
            message = "nobody is asked without feedback: add feedback = true, or remove the form"
            yield warning(session.at("form"), message)
    for form in _forms(draft):
        if len(form) > MOST_QUESTIONS:
            message = (
                f"is question number {MOST_QUESTIONS + 1} of the form: at most {MOST_QUESTIONS} are answered"
            )
            yield error(form[MOST_QUESTIONS].spot, message)
        for question in form:
            yield from _options(question)


def _options(question: Draft) -> Issues:
    kind, options = question.text("kind"), question.texts("options")
    if kind in ("scale", "nps", "text") and options:
        yield error(question.at("options"), f"a question of kind {kind} has no options: remove them")
    if kind != "choice":
        return
    if len(options) not in OPTIONS:
        message = f"a choice needs {OPTIONS[0]} to {OPTIONS[-1]} options: it has {len(options)}"
        yield error(question.at("options"), message)
    known: set[str] = set()
    for spot, option in options:
        if len(option.strip()) > LONGEST_OPTION:
            yield error(
                spot, f"has {len(option.strip())} characters, a button shows {LONGEST_OPTION}: shorten it"
            )
        if option.strip() in known:
            yield error(spot, "stands twice: keep one of them")
        known.add(option.strip())


def _forms(draft: EventDraft) -> Iterator[tuple[Draft, ...]]:
    yield draft.survey
    for session in draft.sessions:
        yield session.drafts("form")
