"""The vocabulary put together: one object that reads tokens and finds every kind of phrase in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from handlers.answers.circumstances import NAME as CIRCUMSTANCE
from handlers.answers.circumstances import Circumstances
from handlers.answers.clauses import written_clauses
from handlers.answers.normalise import Normaliser, Token
from handlers.answers.phrases import PhraseBook, Tag
from handlers.answers.quoted import asked_part
from handlers.answers.vocabulary.calendar import NUMBERS
from handlers.answers.vocabulary.chatter import BACKGROUND, FILLERS, FOREIGN, SMALLTALK, SOFT
from handlers.answers.vocabulary.circumstances import CIRCUMSTANCES, EXCLAMATIONS, FEELINGS
from handlers.answers.vocabulary.constructions import CONSTRUCTIONS
from handlers.answers.vocabulary.cues import ACTIONS, CUES
from handlers.answers.vocabulary.english import ENGLISH_CUES, ENGLISH_SMALLTALK, ENGLISH_THEMES
from handlers.answers.vocabulary.glossary import ENGLISH_MARKS, GLOSSARY
from handlers.answers.vocabulary.institutions import BODIES, CITIES, INSTITUTIONS, PROVINCES
from handlers.answers.vocabulary.subjects import COUNTABLE, SUBJECTS
from handlers.answers.vocabulary.themes import THEMES
from handlers.answers.when import WORDS_OF_TIME, hours_of_prayer, own_journeys

_DOCTOR = re.compile(r"\b[Dd][Rr]\.\s*(?=[A-Z])")
""" "Dr. Ani", where "dr" alone is short for "dari"."""


def _together(*books: Mapping[str, str]) -> dict[str, str]:
    """The phrases of each meaning in all the books."""
    first, *others = books
    return {
        name: ", ".join((listed, *(more[name].strip(", \n") for more in others if name in more)))
        for name, listed in first.items()
    }


class Books:
    """The phrase books of the language; the same for every event."""

    def __init__(self) -> None:
        self.cues = PhraseBook(_together(CUES, CONSTRUCTIONS, ENGLISH_CUES))
        self.subjects = PhraseBook(SUBJECTS)
        self.themes = PhraseBook(_together(THEMES, ENGLISH_THEMES))
        self.smalltalk = PhraseBook(_together(SMALLTALK, ENGLISH_SMALLTALK))
        self.actions = PhraseBook(ACTIONS)
        self.circumstances = Circumstances(CIRCUMSTANCES)

    def words(self) -> frozenset[str]:
        phrases = (self.cues, self.subjects, self.themes, self.smalltalk, self.actions)
        single = (
            FILLERS
            | SOFT
            | BACKGROUND
            | FOREIGN
            | COUNTABLE
            | ENGLISH_MARKS
            | GLOSSARY.keys()
            | NUMBERS.keys()
        )
        single |= INSTITUTIONS.keys() | BODIES | CITIES | PROVINCES
        single = single.union(WORDS_OF_TIME)
        spoken = single.union(self.circumstances.words(), *(book.words() for book in phrases))
        # The "kostumnya" of a phrase is still "kostum", but "sebelumnya" is a word of its own.
        return spoken - {word for word in spoken - single if word[-3:] == "nya" and word[:-3] in spoken}

    def idle_words(self) -> frozenset[str]:
        """What tells nothing: hardly what somebody misspelt."""
        asking = (self.cues, self.subjects, self.themes, self.actions)
        return (EXCLAMATIONS | FEELINGS | self.circumstances.words()).difference(
            *(book.words() for book in asking)
        )


@cache
def books() -> Books:
    return Books()


class Language:
    """Reads text with the words of the language and, once learnt, of one event."""

    def __init__(self) -> None:
        self._books = books()
        self.normaliser = Normaliser(self._books.words, self._books.idle_words)

    def own(self, text: str) -> tuple[Token, ...]:
        return self.normaliser.own(text)

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of what the text asks, without what it quotes."""
        asked = _DOCTOR.sub("pak ", asked_part(text))
        clauses = written_clauses(asked)
        if len(clauses) < 2:
            return self.normaliser.read(asked)
        return tuple(
            token._replace(clause=number, is_asked=clause.is_question)
            for number, clause in enumerate(clauses)
            for token in self.normaliser.read(clause.text)
        )

    def cues(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """The "lagi apa" of "15 menit lagi apa" is the end of a time, and asks "apa"."""
        found = self._beside_circumstances(self._books.cues, tokens)
        return tuple(part for tag in found for part in self._behind_a_time(tag, tokens))

    def _behind_a_time(self, tag: Tag, tokens: Sequence[Token]) -> Iterator[Tag]:
        before = tokens[tag.start - 1].word if tag.start else ""
        if tokens[tag.start].word != "lagi" or before not in ("menit", "jam", "hari"):
            yield tag
            return
        first = tag.start + 1
        for rest in self._books.cues.find(tokens[first : tag.end]):
            yield Tag(rest.name, rest.start + first, rest.end + first)

    def subjects(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._beside_circumstances(self._books.subjects, tokens)

    def themes(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """Without the prayer of "setelah magrib" and the "acara lain" of "masih ada acara lain"."""
        found = self._beside_circumstances(self._books.themes, tokens)
        if not found:
            return found
        told = set(hours_of_prayer(tokens))
        if any(tag.name == "elsewhere" for tag in found):
            told |= {p for tag in self._books.cues.find(tokens) if tag.name == "next" for p in tag.span}
        return tuple(tag for tag in found if not told.issuperset(tag.span)) if told else found

    def smalltalk(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """Greetings and the like, and what askers tell of themselves."""
        told = self._circumstances(tokens)
        polite = self._books.smalltalk.find(tokens)
        return tuple(sorted((*polite, *told), key=lambda tag: tag.start)) if told else polite

    def actions(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._beside_circumstances(self._books.actions, tokens)

    def _beside_circumstances(self, book: PhraseBook, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        """The tags of a book, without those inside of what only tells how the asker is."""
        found = book.find(tokens)
        if not found:
            return found
        told = {place for tag in self._circumstances(tokens) for place in tag.span}
        return tuple(tag for tag in found if not told.issuperset(tag.span)) if told else found

    def _circumstances(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        journeys = (Tag(CIRCUMSTANCE, place, place + 1) for place in own_journeys(tokens))
        return (*self._books.circumstances.find(tokens), *journeys)
