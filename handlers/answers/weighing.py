"""How much of a question a reading leaves unexplained: what keeps the engine honest."""

from __future__ import annotations

from collections.abc import Collection

from handlers.answers.index import Index
from handlers.answers.normalise import Token, is_english, is_root
from handlers.answers.question import Question
from handlers.answers.vocabulary.calendar import NUMBERS
from handlers.answers.vocabulary.institutions import BODIES, CITIES
from handlers.answers.vocabulary.subjects import LOOSE

_FOREIGN = 3.0
FOREIGN_BESIDE_FAQ = 2.2
"""FAQ entries are written in the words of their author: much of what they answer they do not say."""
_OTHER_SUBJECT = 2.5
_WORD = 1.0
_ELSEWHERE = 2.8
_SOFT = 0.3
"""An everyday word."""
_BEFORE, _AFTER = 0.3, 0.1
"""What the asker tells of himself before and after the question counts for that part only."""
_SHARE = (1.0, 0.8, 0.6, 0.5, 0.4)
"""Each further word says less: long questions have more of them, not more doubt."""
_SUBJECT = 1.5
_QUALIFIED = 1.5
"""More for a noun right behind a kind of session: "pendaftaran relawan" is another registration."""
_PERSON = 2.5
_LOCATING = frozenset({"di", "ke", "dari", "at", "in", "to"})
_HONORIFICS = frozenset({"pak", "bu", "bapak", "ibu"})
CONTEXT = 0.5
"""Weight of a session that only gives the context of another question."""


def unexplained(
    question: Question,
    index: Index,
    used: Collection[int],
    *,
    subject: float = _SUBJECT,
    foreign: float = _FOREIGN,
) -> float:
    """The weight of the words that a reading which explains ``used`` has no place for.

    ``subject`` is the weight of a session named beside what the reading is about.
    """
    weights: dict[int, float] = {}
    for position in question.content:
        weights[position] = _weight(question, index, position, foreign)
    for tag in question.themes + question.actions:
        if not all(question.is_background(position) for position in tag.span):
            weights[tag.start] = foreign
            weights |= dict.fromkeys(range(tag.start + 1, tag.end), 0.0)
    asked_which = question.places("which")
    role_words = {p for tag in question.cues if tag.name.startswith("role_") for p in tag.span}
    for found in question.numbered:
        weights[min(found.positions)] = subject
    for tag in question.subjects:
        if set(tag.span) <= role_words and (tag.name not in index.subjects or tag.name in LOOSE):
            continue
        if asked_which.issuperset(tag.span):
            continue
        place = weights.get(tag.start, 0.0)
        weights[tag.start] = max(place, subject if tag.name in index.subjects else _OTHER_SUBJECT)
    for tag in question.subjects:
        if weights.get(tag.end) == _WORD and not is_english(question.tokens[tag.end].word):
            weights[tag.end] += _QUALIFIED
    partly = {tag.start for tag in question.themes + question.actions if not set(tag.span) <= set(used)}
    explained = (set(used) | _spans_touched(question, used)) - partly
    left = (
        weight * (_BEFORE if position in question.before else _AFTER if position in question.after else 1.0)
        for position, weight in weights.items()
        if position not in explained
    )
    return sum(
        weight * _SHARE[min(place, len(_SHARE) - 1)]
        for place, weight in enumerate(sorted(left, reverse=True))
    )


def _weight(question: Question, index: Index, position: int, foreign: float) -> float:
    token = question.tokens[position]
    is_name = any(form in index.name_terms for form in token.forms)
    if question.is_foreign(position) or index.is_other_year(token.word):
        return foreign
    if question.is_background(position) or is_name:
        return 0.0
    if not CITIES.isdisjoint(token.forms):
        return 0.0 if question.zones else _ELSEWHERE
    is_another_body = token.word in BODIES and not _is_of_event(index, token)
    if (
        is_another_body
        or _is_a_place_unknown(question, index, position)
        or _is_a_number_unknown(index, token)
    ):
        return _ELSEWHERE
    is_room = any(form in index.room_terms for form in token.forms)
    is_group = token.word in ("kelompok", "grup", "group") and "parallel" in index.subjects
    is_number = token.word.isdecimal() or token.word in NUMBERS
    is_light = is_number or is_room or is_group or question.is_soft(position)
    return _SOFT if is_light else _PERSON if _is_a_speaker(question, index, position) else _WORD


def _is_a_number_unknown(index: Index, token: Token) -> bool:
    """ "kamar 305"."""
    return token.word.isdecimal() and len(token.word) > 2 and not _is_of_event(index, token)


def _is_a_place_unknown(question: Question, index: Index, position: int) -> bool:
    """ "parkir di Malioboro": a name that neither the language nor the event knows, behind "di" or "ke"."""
    token = question.tokens[position]
    if not position or question.tokens[position - 1].word not in _LOCATING or not token.word.isalpha():
        return False
    is_known = is_root(token.word) or is_root(token.stem) or is_english(token.word)
    return not is_known and not _is_of_event(index, token)


def _is_of_event(index: Index, token: Token) -> bool:
    known_here = (index.sessions_by_term, index.faq_by_term, index.name_terms, index.room_terms)
    return any(form in terms for terms in known_here for form in token.forms)


def _is_a_speaker(question: Question, index: Index, position: int) -> bool:
    previous = question.tokens[position - 1].word if position else ""
    forms = question.tokens[position].forms
    return previous in _HONORIFICS and any(form in index.speaker_terms for form in forms)


def _spans_touched(question: Question, used: Collection[int]) -> set[int]:
    """A subject that a reading uses a word of is explained whole; a theme or action only by all its words."""
    touched = {position for tag in question.subjects if set(tag.span) & set(used) for position in tag.span}
    phrases = (tag for tag in question.themes + question.actions if set(tag.span) <= set(used))
    return touched.union(*(tag.span for tag in phrases))
