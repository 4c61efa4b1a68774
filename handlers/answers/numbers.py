"""Numbers as people write them: 2, II, dua, kedua, ke-2, nomor 2, second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handlers.answers.normalise import Token
from handlers.answers.vocabulary.calendar import NUMBERS, ROMAN
from handlers.answers.vocabulary.listing import word_set

_LETTERS = {letter: value for value, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)}
_SURE_LETTERS = frozenset("abcdefgh")
"""Others may be short for a word: "y" for "ya"."""
_INTRODUCTIONS = frozenset({"ke", "nomor", "yang", "number", "the"})
_LAST = frozenset({"terakhir", "penghabisan", "last", "final", "pamungkas"})
LAST = -1
_UTMOST = frozenset({"paling", "very"})
_ENDS = {
    "awal": 1,
    "pertama": 1,
    "dulu": 1,
    "first": 1,
    "akhir": LAST,
    "terakhir": LAST,
    "belakang": LAST,
    "last": LAST,
}
MAX_ORDINAL = 99


class Number(NamedTuple):
    """A number of ``length`` tokens; -1 is "the last"."""

    value: int
    length: int
    is_ordinal: bool
    """Written as "kedua", "ke-2" or "second": it counts, whatever follows."""


def number_at(tokens: Sequence[Token], start: int, *, letters: bool = False) -> Number | None:
    """The number that begins at ``start``; with ``letters`` also roman numerals and single letters."""
    if start >= len(tokens):
        return None
    token = tokens[start]
    if token.word in _INTRODUCTIONS:
        following = number_at(tokens, start + 1, letters=letters)
        return following and Number(following.value, following.length + 1, is_ordinal=True)
    if token.word in _UTMOST and start + 1 < len(tokens) and tokens[start + 1].word in _ENDS:
        return Number(_ENDS[tokens[start + 1].word], 2, is_ordinal=True)
    if token.word in _LAST:
        return Number(LAST, 1, is_ordinal=True)
    is_code = (
        start + 1 < len(tokens) and tokens[start + 1].word.isdecimal() and token.surface not in _SURE_LETTERS
    )
    value = _value(token, letters=letters and not is_code)
    return None if value is None else Number(value, 1, is_ordinal=token.word not in _PLAIN)


_PLAIN = word_set(
    """
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas one two three four five six
    seven eight nine ten eleven twelve
    """
) | {str(value) for value in range(MAX_ORDINAL + 1)}


def _value(token: Token, *, letters: bool) -> int | None:
    if token.word.isdecimal() and token.word.isascii():
        return int(token.word) if len(token.word) <= 2 else None
    for form in (token.word, token.surface, token.word.removesuffix("nya")):
        if form in NUMBERS:
            return NUMBERS[form]
    if not letters:
        return None
    is_letter = token.surface in _SURE_LETTERS or token.surface == token.word
    return ROMAN.get(token.surface) or (_LETTERS.get(token.surface) if is_letter else None)
