"""Sessions named by a noun and a number: "panel 2", "komisi II", "the second session"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handlers.answers.index import Index
from handlers.answers.normalise import Token
from handlers.answers.numbers import Number, number_at
from handlers.answers.phrases import Tag
from handlers.answers.vocabulary.calendar import WEEKDAYS
from handlers.answers.vocabulary.subjects import SUBJECTS

_CONNECTORS = frozenset({"dan", "sama", "and", "atau", "or", "dengan", "serta"})
_UNITS = frozenset({"jam", "menit", "hour", "hours", "minute", "minutes", "orang", "hari", "lantai"})
_DATE_WORDS = ("tanggal", "tgl", "date")
_COUNTING = ("berapa", "ada", "ikut", "ambil", "pilih", "hadir", "hanya", "cuma", "dalam", "selama", "semua")
""" "boleh ikut 2 klinik" counts them."""
_CLOCK_WORDS = ("jam", "pukul", "hari", "day")
_DAYS_NAMED = {
    "ini",
    "apa",
    "berapa",
    "pertama",
    "kedua",
    "ketiga",
    "keempat",
    "terakhir",
    "ke",
    "besok",
    "itu",
    *WEEKDAYS,
}
_ANY_SESSION = frozenset({"session", "sesi"})
_RANGE_WORDS = ("sampai", "hingga", "sd", "to", "until", "through")
_MAX_RANGE = 12
GENERIC = frozenset({"acara", "kegiatan", "agenda", "activity", "event", "thing"})
"""Nouns for any session: only "the first" or "the last" of them says which."""


class NumberedReference(NamedTuple):
    """ "panel 2", "komisi II", "the second session"."""

    noun: str
    value: int
    positions: frozenset[int]
    is_ordinal: bool = False
    is_collective: bool = False
    """ "ketiga panel": all of them, if there are so many."""


class NumberedReader:
    """Reads the numbered references of one text."""

    def __init__(self, tokens: Sequence[Token], index: Index) -> None:
        self._tokens = tokens
        self._index = index

    def read(self, subjects: tuple[Tag, ...]) -> Iterator[NumberedReference]:
        """All references, behind ``subjects`` and behind the event's own nouns."""
        for noun, start, end in self._countable(subjects):
            yield from self._numbers_after(noun, start, end)
            yield from self._ordinal_before(noun, start, end)

    def _countable(self, subjects: tuple[Tag, ...]) -> Iterator[tuple[str, int, int]]:
        covered: set[int] = set()
        for tag in subjects:
            last = self._tokens[tag.end - 1]
            noun = next((form for form in last.forms if form in self._index.countable), tag.name)
            if tag.end - tag.start > 1 and noun in _ANY_SESSION:
                noun = tag.name
            yield noun, tag.start, tag.end
            covered.update(tag.span)
        for position, token in enumerate(self._tokens):
            known = next((form for form in token.forms if form in self._index.countable), None)
            if known and position not in covered:
                yield known, position, position + 1
            elif position not in covered and (generic := GENERIC.intersection(token.forms)):
                yield min(generic), position, position + 1

    def _numbers_after(self, noun: str, start: int, end: int) -> Iterator[NumberedReference]:
        positions = set(range(start, end))
        ordinal = number_at(self._tokens, end + 1) if end < len(self._tokens) else None
        is_yang = ordinal is not None and ordinal.is_ordinal and self._tokens[end].word == "yang"
        place, spelt = end + is_yang, True
        while number := self._reference_number(place, noun, letters=spelt):
            spelt = number_at(self._tokens, place) is None
            positions.update(range(place, place + number.length))
            yield NumberedReference(noun, number.value, frozenset(positions), number.is_ordinal)
            place += number.length
            last = self._end_of_range(place, noun)
            if last is not None:
                positions.update(range(place, place + 1 + last.length))
                for value in range(number.value + 1, min(last.value, number.value + _MAX_RANGE) + 1):
                    yield NumberedReference(noun, value, frozenset(positions))
                place += 1 + last.length
            if place < len(self._tokens) and self._tokens[place].word in _CONNECTORS:
                place, spelt = place + 1, True

    def _end_of_range(self, place: int, noun: str) -> Number | None:
        """ "panel 1 sampai 3": the 3."""
        if place >= len(self._tokens) or self._tokens[place].word not in _RANGE_WORDS:
            return None
        return self._reference_number(place + 1, noun)

    def _reference_number(self, place: int, noun: str, *, letters: bool = True) -> Number | None:
        letters = letters and noun in self._index.countable and not self._begins_with_i(place)
        number = number_at(self._tokens, place, letters=letters)
        if (
            number is None
            or self._is_of_a_name(place)
            or number.value > 50
            or (noun in GENERIC and not number.is_ordinal)
        ):
            return None
        following = place + number.length
        unit = self._tokens[following].word if following < len(self._tokens) else ""
        ahead = self._tokens[following + 1].word if following + 1 < len(self._tokens) else ""
        is_duration = unit in _UNITS and (
            ahead == "lagi" or unit in ("orang", "menit") or (unit == "hari" and ahead not in _DAYS_NAMED)
        )
        return None if is_duration and not number.is_ordinal else number

    def _is_of_a_name(self, place: int) -> bool:
        """The "e" of "pemateri e-Klaim" is no letter of a series."""
        pair = tuple(token.stem for token in self._tokens[place : place + 2])
        return len(self._tokens[place].surface) == 1 and pair in self._index.title_pairs

    def _begins_with_i(self, place: int) -> bool:
        """The "I" of "which panel? I am late" is no numeral."""
        if not 0 < place < len(self._tokens) - 1 or self._tokens[place].surface != "i":
            return False
        before, here, behind = (token.clause for token in self._tokens[place - 1 : place + 2])
        return before != here == behind

    def _ordinal_before(self, noun: str, start: int, end: int) -> Iterator[NumberedReference]:
        """ "the second panel", "3rd session"."""
        if not start:
            return
        number = number_at(self._tokens, start - 1)
        previous = self._tokens[start - 2].word if start > 1 else ""
        if number is None or number.value > 50 or previous in (*_COUNTING, *_CLOCK_WORDS, *_DATE_WORDS):
            return
        if noun in GENERIC and not number.is_ordinal:
            return
        if number.is_ordinal or self._tokens[start - 1].surface.isdecimal():
            taken = any(start - 1 in found.positions for found in self._numbers_before(start))
            if not taken:
                is_collective = self._tokens[start - 1].surface.startswith("ke")
                yield NumberedReference(
                    noun, number.value, frozenset(range(start - 1, end)), number.is_ordinal, is_collective
                )

    def _numbers_before(self, start: int) -> Iterator[NumberedReference]:
        """References that end right before ``start``: "panel 1 panel 2" has no "1 panel"."""
        noun_at = start - 2
        if noun_at >= 0:
            known = next(
                (f for f in self._tokens[noun_at].forms if f in self._index.countable or f in SUBJECTS), None
            )
            if known:
                yield NumberedReference(known, 0, frozenset({noun_at, start - 1}))
