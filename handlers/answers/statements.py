"""What a text tells beside its question: it may help to find the topic, but forbids no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from handlers.answers.asides import ASKING
from handlers.answers.index import Index
from handlers.answers.normalise import Token
from handlers.answers.question import Question

_OPENING_A_QUESTION = frozenset({"bisa", "boleh", "ada", "apakah", "adakah", "minta", "mohon", "tolong", "can", "is"})
_TOLD = ("act", "follow", "explain", "all", "end", "start", "speak", "events", "after", "before", "previous")
"""Cues that a statement may hold as well."""


def asking_parts(question: Question, index: Index) -> Iterator[list[Token]]:
    """What is left of a text without the clauses that tell something, fewest left out first."""
    clauses = _clauses(question)
    if len(clauses) < 2:
        return
    idle = [clause for clause in clauses if not _touches(question, index, clause)]
    if idle and len(idle) < len(clauses):
        yield _without(question, idle)


def told_beside(question: Question) -> Iterator[list[Token]]:
    """The same without every clause that asks nothing, whatever it speaks of."""
    clauses = _clauses(question)
    told = [clause for clause in clauses if not _asks(question, clause)]
    if told and len(told) < len(clauses):
        yield _without(question, told)
    asking = [clause for clause in clauses if clause not in told]
    if len(asking) > 1:
        yield [question.tokens[place] for place in asking[0]]


def _clauses(question: Question) -> list[range]:
    places = groupby(range(len(question.tokens)), key=lambda place: question.tokens[place].clause)
    spans = [list(group) for _, group in places]
    return [range(span[0], span[-1] + 1) for span in spans]


def _touches(question: Question, index: Index, clause: Sequence[int]) -> bool:
    """Whether the clause asks something, or speaks of anything that could be asked about."""
    tags = (*question.subjects, *question.themes, *question.actions)
    tags += tuple(tag for tag in question.cues if tag.name not in _TOLD)
    spoken = {place for tag in tags for place in tag.span} | question.time.used | question.introduction
    spoken |= question.negated | {place for found in question.numbered for place in found.positions}
    if not spoken.isdisjoint(clause):
        return True
    return any(_is_of_event(question, index, place) for place in clause if place in question.content)


def _is_of_event(question: Question, index: Index, place: int) -> bool:
    if question.is_background(place) or question.is_soft(place):
        return False
    known = (index.sessions_by_term, index.faq_by_term, index.room_terms)
    return any(form in terms for form in question.tokens[place].forms for terms in known)


def _asks(question: Question, clause: range) -> bool:
    cues = {tag.start for tag in question.cues if tag.name in ASKING or tag.name in ("now", "next", "end")}
    words = [question.tokens[place].word for place in clause]
    return not cues.isdisjoint(clause) or not _OPENING_A_QUESTION.isdisjoint(words[:2]) or words[-1:] == ["tidak"]


def _without(question: Question, clauses: Sequence[range]) -> list[Token]:
    left_out = {place for clause in clauses for place in clause}
    return [token for place, token in enumerate(question.tokens) if place not in left_out]
