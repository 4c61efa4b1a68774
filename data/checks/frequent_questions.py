"""FAQ entries: each question and each keyword leads to one answer."""

from __future__ import annotations

import re

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, warning
from data.checks.wording import quoted


def distinct_questions(draft: EventDraft) -> Issues:
    first_by_question: dict[str, Draft] = {}
    for entry in draft.faq:
        question = _normal(entry.text("question") or "")
        first = first_by_question.setdefault(question, entry) if question else entry
        if first is not entry:
            message = f"{first.label} asks the same: merge the two entries"
            yield warning(entry.at("question"), message)


def distinct_keywords(draft: EventDraft) -> Issues:
    first_by_keyword: dict[str, Draft] = {}
    for entry in draft.faq:
        for spot, keyword in entry.texts("keywords"):
            first = first_by_keyword.setdefault(_normal(keyword), entry) if _normal(keyword) else entry
            if first is not entry:
                message = f"{quoted(keyword)} is also a keyword of {first.label}: keep it where it fits best"
                yield warning(spot, message)


def _normal(text: str) -> str:
    """The words alone: case, blanks and punctuation do not make another question."""
    return " ".join(re.findall(r"\w+", text.casefold()))
