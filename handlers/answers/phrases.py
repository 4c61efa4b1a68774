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
        self._phrases: dict[str, dict[tuple[str, ...], list[str]]] = {}
        for name, listing in vocabulary.items():
            for phrase in listing.split(","):
                key = standard_phrase(phrase.split())
                if key:
                    self._phrases.setdefault(key[0], {}).setdefault(key, []).append(name)
        self._by_length: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
        """The phrases that begin with a word, longest first; sorted when the word is first met."""

    def words(self) -> frozenset[str]:
        """All the words of all phrases."""
        return frozenset(word for phrases in self._phrases.values() for key in phrases for word in key)

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
            if word not in self._phrases:
                return ()
            found = self._by_length[word] = sorted(self._phrases[word].items(), key=_length, reverse=True)
        return found


def stands_at(tokens: Sequence[Token], start: int, phrase: tuple[str, ...]) -> bool:
    """Whether the tokens from ``start`` on are these words."""
    if start + len(phrase) > len(tokens):
        return False
    return all(word in tokens[start + offset].phrase_forms for offset, word in enumerate(phrase))


def standard_phrase(words: Sequence[str]) -> tuple[str, ...]:
    """The words as ``normalise`` spells them."""
    if SPELLING.keys().isdisjoint(words):
        return tuple(words)
    return tuple(standard for word in words for standard in SPELLING.get(word, (word,)))


def _length(item: tuple[tuple[str, ...], list[str]]) -> int:
    return len(item[0])
