"""Finds what askers tell of themselves beside the question ("perut sudah bunyi", "baru landing")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handlers.answers.normalise import Token
from handlers.answers.phrases import Tag, standard_phrase, stands_at
from handlers.answers.vocabulary.circumstances import Sentences

NAME = "circumstance"
Phrase = tuple[str, ...]


class _Rule(NamedTuple):
    states: tuple[Phrase, ...]
    """Longest first."""
    adverbs: frozenset[str]


class Circumstances:
    """Sentences of a subject, adverbs and a state."""

    def __init__(self, sentences: Iterable[Sentences]) -> None:
        self._rules: dict[str, list[tuple[Phrase, _Rule]]] = {}
        for sentence in sentences:
            rule = _Rule(
                _phrases(sentence.states),
                frozenset(w for phrase in _phrases(sentence.adverbs) for w in phrase),
            )
            for subject in _phrases(sentence.subjects):
                self._rules.setdefault(subject[0], []).append((subject, rule))

    def words(self) -> frozenset[str]:
        """All the words of all sentences."""
        return frozenset(self._words())

    def _words(self) -> Iterator[str]:
        for rules in self._rules.values():
            for subject, rule in rules:
                yield from subject
                yield from rule.adverbs
                yield from (word for state in rule.states for word in state)

    def find(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """The sentences in order, none inside another."""
        return tuple(self._scan(tokens))

    def _scan(self, tokens: Sequence[Token]) -> Iterator[Tag]:
        last = 0
        for position, token in enumerate(tokens):
            end = max((self._end(tokens, position, *found) for found in self._at(token)), default=0)
            if end > last:
                yield Tag(NAME, position, end)
                last = end

    def _at(self, token: Token) -> Iterator[tuple[Phrase, _Rule]]:
        for form in dict.fromkeys(token.phrase_forms):
            yield from self._rules.get(form, ())

    @staticmethod
    def _end(tokens: Sequence[Token], start: int, subject: Phrase, rule: _Rule) -> int:
        """Where the sentence ends; 0 if it does not stand here."""
        if not stands_at(tokens, start, subject):
            return 0
        place = start + len(subject)
        if not rule.states:
            return place
        while True:
            state = next((state for state in rule.states if stands_at(tokens, place, state)), None)
            if state is not None:
                return place + len(state)
            if place == len(tokens) or tokens[place].word not in rule.adverbs:
                return 0
            place += 1


def _phrases(listing: str) -> tuple[Phrase, ...]:
    phrases = (standard_phrase(phrase.split()) for phrase in listing.split(","))
    return tuple(sorted(filter(None, phrases), key=len, reverse=True))
