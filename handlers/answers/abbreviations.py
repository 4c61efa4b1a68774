"""Names in short: blends that everybody knows, and the initials of the event's own names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from handlers.answers.normalise import stem
from handlers.answers.vocabulary.institutions import INSTITUTIONS

CONNECTIVES = frozenset({"dan", "dari", "di", "untuk", "serta", "bagi", "of", "the", "and", "for"})
_BLENDS: Mapping[str, Sequence[str]] = {
    first: [blend for _, blend in blends]
    for first, blends in groupby(
        sorted((words[0], blend) for blend, words in INSTITUTIONS.items()), key=itemgetter(0)
    )
}
"""The blends for what begins with a word."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ACRONYM_LENGTHS = range(2, 8)


def words_of(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, abbreviations of institutions in full."""
    for word in _LETTERS.findall(text.casefold()):
        yield INSTITUTIONS.get(word, (word,))


def joined(text: str) -> Iterator[str]:
    """ "e-PPGBM" as people write it: "eppgbm"."""
    for word in re.findall(r"\w+(?:-\w+)+", text.casefold()):
        yield word.replace("-", "")


def abbreviations(text: Sequence[str]) -> Iterator[str]:
    """Blends that stand for words of the text, and the words that a blend in the text stands for."""
    present = dict.fromkeys(text)
    for word in present:
        if word in INSTITUTIONS:
            yield from map(stem, INSTITUTIONS[word])
        for blend in _BLENDS.get(word, ()):
            if blend not in present and all(_says(part, present) for part in INSTITUTIONS[blend]):
                yield blend


def _says(part: str, present: Collection[str]) -> bool:
    """Whether a part stands in the text, perhaps in full: the "ditjen" of "sesditjen"."""
    return part in present or (part in INSTITUTIONS and all(word in present for word in INSTITUTIONS[part]))


def initials_of(text: str) -> Iterator[str]:
    """ "Badan Pusat Statistik Provinsi X" is known as BPS: the initials of each beginning of the name."""
    words = [word for word in _LETTERS.findall(text.casefold()) if word not in CONNECTIVES]
    initials = "".join(word[0] for word in words)
    if words[:1] == ["universitas"] and len(words) > 1:
        yield from ("un" + words[1][:length] for length in range(2, 7))
    yield from (initials[:length] for length in _ACRONYM_LENGTHS if 3 <= length <= len(initials))
