"""Which FAQ entry answers a question, and how much of the question it explains."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from handlers.answers.entries import FaqEntry
from handlers.answers.index import Index
from handlers.answers.normalise import is_name
from handlers.answers.question import Question
from handlers.answers.vocabulary.calendar import DAYPARTS, MONTHS, WEEKDAYS
from handlers.answers.vocabulary.chatter import ATTRIBUTES
from handlers.answers.vocabulary.synonyms import WEIGHT as SYNONYM_WEIGHT

_PHRASE_STRENGTH = 1.5
"""Of a keyword of several words, spread over its words."""
_THEME_STRENGTH = 1.2
_FACET_CUES = frozenset({"where", "when", "who"})
_MISMATCH = 0.75
_CUE = 1.0
_FACT = 0.6
"""The answer holds the kind of fact asked for, though its question asks another."""
_ATTRIBUTE_STRENGTH = 0.4
_GIVEN = frozenset({"minta", "sedia", "bagi"})
"""What can be asked for can be borrowed."""
_TOGETHER: Mapping[str, tuple[str, ...]] = {"children": ("lodging", "own_room")}
"""By theme what is said beside it of the same: "boleh ajak istri menginap"."""
_TOUCHED = 0.8
_BY_SYNONYMS = 0.8
"""No word of the entry's own question is said."""
_NAME = 1.0
"""What an entry falls behind for each name said that another one knows."""
_OCCASION = 0.2
_AFTERTHOUGHT = 0.4
"""What is said of the reason for asking ("…, untuk SPT") is hardly what is asked."""
_CLOSE = 0.85


class FaqMatch(NamedTuple):
    """The best entry for a question, with those that fit nearly as well."""

    entry: FaqEntry
    strength: float
    used: frozenset[int]
    is_anchored: bool = True
    """By a theme or a word of its question or keywords, not only of its answer."""
    is_literal: bool = True
    """By a word of its own, not only by a theme."""
    names: int = 0
    """How many names said it knows."""
    occasions: int = 0
    """How many kinds of session the question and the entry both name ("jas" of the gala dinner)."""


class FaqMatcher:
    """Finds FAQ entries of one event."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def find(self, question: Question) -> tuple[FaqMatch, ...]:
        """The entries that share anything with the question, best first."""
        candidates = self._candidates(question)
        literal = {number: self._phrases(question, self._index.faq[number]) for number in candidates}
        matches = [self._match(question, number, literal) for number in candidates]
        named = {place for match in matches for place in match.used if self._is_name(question, place)}
        matches = [match._replace(names=len(named & match.used)) for match in matches]
        return tuple(sorted(matches, key=lambda m: len(named - m.used) * _NAME - m.strength))[:4]

    def _is_name(self, question: Question, place: int) -> bool:
        """A name, but not that of the meeting."""
        token = question.tokens[place]
        is_of_meeting = not self._index.name_terms.isdisjoint(token.forms) or question.is_background(place)
        return (is_name(token) or self._index.is_acronym(token.word)) and not is_of_meeting

    def _candidates(self, question: Question) -> list[int]:
        weights: defaultdict[int, float] = defaultdict(float)
        for token in question.tokens:
            for form in dict.fromkeys(token.forms):
                for number, weight in self._index.faq_by_term.get(form, ()):
                    weights[number] += weight * self._index.faq_idf(form)
        for position in question.content:
            for synonym in question.synonyms(position):
                for number, weight in self._index.faq_by_term.get(synonym, ()):
                    weights[number] += SYNONYM_WEIGHT * weight * self._index.faq_idf(synonym)
        themes = {tag.name for tag in question.themes}
        actions = {tag.name for tag in question.actions}
        for number, entry in enumerate(self._index.faq):
            if themes & entry.themes or actions & entry.actions:
                weights[number] += _PHRASE_STRENGTH
        return sorted(weights, key=lambda number: -weights[number])[:8]

    def _match(self, question: Question, number: int, literal: Mapping[int, list[range]]) -> FaqMatch:
        """``literal`` are the places of each candidate's keywords of several words."""
        entry = self._index.faq[number]
        weights = self._words(question, entry)
        phrases = literal[number]
        claimed = {p for other, spans in literal.items() if other != number for span in spans for p in span}
        own = {p for span in phrases for p in span} | weights.keys()
        themes = [tag for tag in question.themes if tag.name in entry.themes]
        themes = [tag for tag in themes if set(tag.span) & own or not set(tag.span) <= claimed]
        themes += [tag for tag in question.actions if tag.name in entry.actions]
        found = [(span, _PHRASE_STRENGTH) for span in phrases]
        found += [
            (tag.span, _THEME_STRENGTH * self._index.theme_rarity(tag.name) * _of_theme(entry, tag.name))
            for tag in themes
        ]
        for span, strength in found:
            for position in span:
                weights[position] = max(weights.get(position, 0.0), strength / math.sqrt(len(span)))
        for position in (*self._attributes(question, entry), *self._said_besides(question, entry)):
            weights.setdefault(position, _ATTRIBUTE_STRENGTH)
        for position in self._other_choices(question, weights):
            weights.setdefault(position, 0.0)
        words = sum(
            weight * (_AFTERTHOUGHT if position in question.after else 1.0)
            for position, weight in weights.items()
        )
        strength = words * self._agreement(question, entry)
        if words >= 1:
            same, told = self._answers_cue(question, entry), _tells_what_is_asked(question, entry)
            strength += _CUE if same else _FACT if told else 0.0
        said = any(
            not entry.anchors.isdisjoint((*question.tokens[place].forms, *question.synonyms(place)))
            for place in weights
        )
        is_literal = bool(phrases) or said
        in_own_words = any(not entry.anchors.isdisjoint(question.tokens[place].forms) for place in weights)
        if is_literal and not (phrases or themes or in_own_words):
            strength *= _BY_SYNONYMS
        occasions = sum(
            not entry.anchors.isdisjoint(question.tokens[place].forms) for place in question.subject_places
        )
        strength += _OCCASION * occasions if words else 0.0
        return FaqMatch(
            entry, strength, frozenset(weights), bool(themes) or is_literal, is_literal, occasions
        )

    def _words(self, question: Question, entry: FaqEntry) -> dict[int, float]:
        single = {keyword[0] for keyword in entry.keywords if len(keyword) == 1}
        weights: dict[int, float] = {}
        for position, token in enumerate(question.tokens):
            for form in dict.fromkeys(token.forms):
                weight = entry.terms.get(form, 0.0) * self._index.faq_idf(form)
                if not weight or not self._counts(question, position, form in single):
                    continue
                if (
                    form in single
                    and question.is_background(position)
                    and token.word not in entry.keyword_words
                ):
                    continue
                weights[position] = max(weights.get(position, 0.0), weight)
            for synonym in question.synonyms(position) if position in question.content else ():
                weight = SYNONYM_WEIGHT * entry.terms.get(synonym, 0.0) * self._index.faq_idf(synonym)
                if weight > weights.get(position, 0.0):
                    weights[position] = weight
        return weights

    @staticmethod
    def _counts(question: Question, position: int, is_keyword: bool) -> bool:
        """Weekdays, fillers and question words count only as the event's own keywords; errands never."""
        if question.is_errand(position):
            return False
        if is_keyword:
            return position not in question.vocative
        word = question.tokens[position].word
        return (
            (position in question.content or position in question.absent_subjects)
            and word not in DAYPARTS
            and word not in MONTHS
            and word not in WEEKDAYS
        )

    @staticmethod
    def _phrases(question: Question, entry: FaqEntry) -> list[range]:
        found = []
        for keyword in entry.keywords:
            length = len(keyword)
            for start in range(len(question.tokens) - length + 1 if length > 1 else 0):
                if all(keyword[offset] in question.tokens[start + offset].forms for offset in range(length)):
                    found.append(range(start, start + length))
        return found

    @staticmethod
    def _attributes(question: Question, entry: FaqEntry) -> list[int]:
        """Words that ask for an attribute which the entry tells by another word."""
        told = [
            group for kind, group in ATTRIBUTES.items() if kind in entry.tells or group & entry.terms.keys()
        ]
        return [
            position
            for position, token in enumerate(question.tokens)
            if any(group.intersection(token.forms) for group in told)
        ]

    @staticmethod
    def _said_besides(question: Question, entry: FaqEntry) -> list[int]:
        """Words of another theme or action that the entry speaks of too ("harus bawa apa")."""
        tags = [tag for tag in question.themes if tag.name not in entry.themes]
        tags += [tag for tag in question.actions if tag.name not in entry.actions]
        asking = {position for tag in question.cues if tag.name == "thing" for position in tag.span}
        return [
            position
            for tag in tags
            if tag.name in entry.told_themes
            or any(tag.name in _TOGETHER.get(theme, ()) for theme in entry.themes)
            or (tag.name == "borrow" and not _GIVEN.isdisjoint(entry.said))
            or all(question.tokens[p].stem in entry.said for p in tag.span if p not in asking)
            for position in tag.span
        ]

    @staticmethod
    def _other_choices(question: Question, explained: Collection[int]) -> list[int]:
        """The "mendatar" of "tegak atau mendatar", where the entry tells one of them."""
        places = [place for place, token in enumerate(question.tokens) if token.word in ("atau", "or")]
        pairs = [(place - 1, place + 1) for place in places if 0 < place < len(question.tokens) - 1]
        pairs += [(second, first) for first, second in pairs]
        return [other for known, other in pairs if known in explained and other in question.content]

    @staticmethod
    def _answers_cue(question: Question, entry: FaqEntry) -> bool:
        """Question and entry both ask "where"."""
        return bool(question.cue_names & entry.cues & _FACET_CUES)

    @staticmethod
    def _agreement(question: Question, entry: FaqEntry) -> float:
        """Less for an entry that answers "where" when the question is "when"."""
        wanted = question.cue_names & _FACET_CUES
        offered = entry.cues & _FACET_CUES
        if not wanted or not offered or wanted & offered or _tells_what_is_asked(question, entry):
            return 1.0
        return _MISMATCH


def _of_theme(entry: FaqEntry, theme: str) -> float:
    """Less where a keyword only touches the theme, and the question is about another."""
    return _TOUCHED if entry.asked_themes and theme not in entry.asked_themes else 1.0


def _tells_what_is_asked(question: Question, entry: FaqEntry) -> bool:
    """The answer tells a time to "kapan", a place to "di mana"."""
    return any(kind in entry.tells and question.has(*cues) for kind, cues in _TOLD_BY.items())


_TOLD_BY = {"time": ("when", "date", "remaining"), "place": ("where",), "person": ("who",)}


def best_of(matches: Sequence[FaqMatch]) -> tuple[FaqMatch | None, tuple[str, ...]]:
    """The best match, and the ids of entries too close to it to be sure."""
    if not matches:
        return None, ()
    best = matches[0]
    return best, tuple(
        match.entry.faq.id
        for match in matches[1:]
        if match.is_anchored
        and match.strength >= best.strength * _CLOSE
        and not match.used < best.used
        and match.occasions >= best.occasions
        and match.names >= best.names
    )
