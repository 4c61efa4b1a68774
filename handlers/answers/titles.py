"""Sessions whose whole title is said: nothing names them better."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from handlers.answers.abbreviations import CONNECTIVES
from handlers.answers.index import Index
from handlers.answers.question import Question
from handlers.answers.when import WORDS_OF_TIME


class TitleSaid(NamedTuple):
    numbers: frozenset[int]
    """Of the sessions with that title."""
    places: frozenset[int]


def title_said(question: Question, index: Index, ignoring: Collection[int]) -> TitleSaid | None:
    """The longest title of several words that the question says from end to end.

    "saya dari Kesbangpol provinsi" tells who asks.
    """
    told = question.before | question.introduction
    stems = [token.stem for token in question.tokens]
    best: TitleSaid | None = None
    for title, numbers in index.titles.items():
        place = _place_of(title, stems)
        if place is None:
            continue
        places = frozenset(range(place, place + len(title)))
        if places & set(ignoring) or places <= told or _is_a_kind(question, places):
            continue
        if best is None or len(places) > len(best.places):
            best = TitleSaid(numbers, places)
    return best


def _place_of(title: Sequence[str], stems: Sequence[str]) -> int | None:
    if title[0] not in stems:
        return None
    places = range(len(stems) - len(title) + 1)
    return next((p for p in places if tuple(stems[p : p + len(title)]) == tuple(title)), None)


def _is_a_kind(question: Question, places: Collection[int]) -> bool:
    """The title "Rehat kopi" names a kind of session, "Rehat kopi pagi" the one of a time."""
    kinds = {place for tag in question.subjects for place in tag.span}
    return all(
        place in kinds
        or question.tokens[place].word in CONNECTIVES
        or question.tokens[place].word in WORDS_OF_TIME
        for place in places
    )
