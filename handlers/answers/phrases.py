"""Finds the phrases of a vocabulary in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from handlers.answers.normalise import Token
from handlers.answers.vocabulary.spelling import SPELLING


class Tag(NamedTuple):
    """The tokens ``start`` to ``end`` (exclusive) mean ``name``."""

    name: str
    start: int
    end: int

    @property
    def span(self) -> range:
        return range(self.start, self.end)


class PhraseBook:
    """Phrases by meaning. At each place the longest phrase wins; one phrase may have several meanings."""

    def __init__(self, vocabulary: Mapping[str, str]) -> None:
        self._words: set[str] = set()
        self._written: dict[str, str] = {}
        """By its first word each phrase behind its meaning ("where,di mana;"). Strings, as there are
        thousands: taken apart when the word is first met."""
        written = self._written
        for name, text in vocabulary.items():
            words = text.strip(", \n").replace(",", " , ").split()
            self._words.update(words)
            for phrase in " ".join(words).split(" , "):
                first = phrase.partition(" ")[0]
                if first in SPELLING:
                    first = SPELLING[first].partition(" ")[0]
                written[first] = f"{written.get(first, '')}{name},{phrase};"
        self._words.discard(",")
        self._by_length: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
        """The phrases that begin with a word, longest first."""

    def words(self) -> frozenset[str]:
        """All the words of all phrases."""
        known = self._words - SPELLING.keys()
        return frozenset(known).union(*(SPELLING[word].split() for word in self._words - known))

    def find(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """The tags in order, none inside another."""
        return tuple(self._scan(tokens))

    def _scan(self, tokens: Sequence[Token]) -> Iterator[Tag]:
        position = 0
        while position < len(tokens):
            length, names = self._longest(tokens, position)
            for name in names:
                yield Tag(name, position, position + length)
            position += max(1, length)

    def _longest(self, tokens: Sequence[Token], start: int) -> tuple[int, list[str]]:
        best: tuple[int, list[str]] = (0, [])
        for form in dict.fromkeys(tokens[start].phrase_forms):
            for key, names in self._beginning_with(form):
                if len(key) <= best[0]:
                    break
                if stands_at(tokens, start, key):
                    best = (len(key), names)
                    break
        return best

    def _beginning_with(self, word: str) -> Sequence[tuple[tuple[str, ...], list[str]]]:
        found = self._by_length.get(word)
        if found is None:
            if word not in self._written:
                return ()
            names: dict[tuple[str, ...], list[str]] = {}
            for entry in self._written[word].split(";")[:-1]:
                name, _, phrase = entry.partition(",")
                names.setdefault(standard_phrase(phrase.split(" ")), []).append(name)
            found = self._by_length[word] = sorted(names.items(), key=_length, reverse=True)
        return found


def stands_at(tokens: Sequence[Token], start: int, phrase: tuple[str, ...]) -> bool:
    """Whether the tokens from ``start`` on are these words, within one clause."""
    end = start + len(phrase)
    if end > len(tokens) or tokens[start].clause != tokens[end - 1].clause:
        return False
    return all(word in tokens[start + offset].phrase_forms for offset, word in enumerate(phrase))


def standard_phrase(words: Sequence[str]) -> tuple[str, ...]:
    """The words as ``normalise`` spells them."""
    if SPELLING.keys().isdisjoint(words):
        return tuple(words)
    return tuple(standard for word in words for standard in SPELLING.get(word, word).split())


def _length(item: tuple[tuple[str, ...], list[str]]) -> int:
    return len(item[0])
