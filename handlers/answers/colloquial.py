"""What a word may be in standard Indonesian when it is said as at home: "ngambil", "dianterin", "nginep"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

_ENDINGS = ("", "in", "kan", "an", "nyo", "na", "ne", "e", "nya", "mi", "ji", "ki", "pi", "ko")
"""Jakarta, Minang, Sundanese, Javanese and Makassar."""
_NASALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nge", ("", "ke")),
    ("ngi", ("i", "ki")),
    ("nga", ("a", "ka")),
    ("ngu", ("u", "ku")),
    ("ngo", ("o", "ko")),
    ("ny", ("s", "c", "")),
    ("mb", ("b",)),
    ("nd", ("d",)),
    ("nj", ("j",)),
    ("n", ("t",)),
    ("m", ("p",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("ber", ("",)),
    ("ba", ("",)),
    ("tar", ("",)),
    ("ta", ("",)),
)
_VOWELS = frozenset("aiueo")
_MIN_ROOT = 4


def standard_form(word: str, is_word: Callable[[str], bool]) -> str | None:
    """The first standard word that ``word`` may be a spoken form of; None if there is none."""
    return next((form for form in _forms(word) if len(form) >= _MIN_ROOT and is_word(form)), None)


def _forms(word: str) -> Iterator[str]:
    bases = dict.fromkeys(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    yield from bases
    for base in bases:
        for bare in _without_prefix(base):
            yield bare
            yield from _with_other_vowel(bare)


def _without_prefix(word: str) -> Iterator[str]:
    yield word
    for prefix, starts in _NASALS:
        rest = word.removeprefix(prefix)
        if rest == word or (len(prefix) == 1 and rest[:1] not in _VOWELS):
            continue
        yield from (start + rest for start in starts)


def _with_other_vowel(word: str) -> Iterator[str]:
    """ "dateng", "siapo", "kenape", "makang"."""
    if word.endswith(("o", "e")):
        yield word[:-1] + "a"
    if word.endswith("ng"):
        yield word[:-1]
    if len(word) > 4 and word[-2] == "e":
        yield word[:-2] + "a" + word[-1]
    if len(word) > 4 and word[-3] == "e" and word.endswith("ng"):
        yield word[:-3] + "ang"


def parted(word: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """ "jamberapa", "makansiang": the known words it is written of, as few as can be; empty if it is not."""
    if not _MIN_JOINED <= len(word) <= _MAX_JOINED:
        return ()

    @cache
    def best(start: int) -> tuple[str, ...] | None:
        if start == len(word):
            return ()
        found = None
        for end in range(min(len(word), start + _MAX_PART), start + _MIN_PART - 1, -1):
            if not is_word(word[start:end]):
                continue
            rest = best(end)
            if rest is not None and (found is None or len(rest) + 1 < len(found)):
                found = (word[start:end], *rest)
        return found

    return best(0) or ()


_MIN_JOINED = 7
_MAX_JOINED = 40
_MIN_PART = 3
_MAX_PART = 16
