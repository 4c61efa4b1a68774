"""The vocabulary put together: one object that reads tokens and finds every kind of phrase in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from handlers.answers.normalise import Normaliser, Token
from handlers.answers.phrases import PhraseBook, Tag
from handlers.answers.vocabulary.calendar import NUMBERS
from handlers.answers.vocabulary.chatter import BACKGROUND, FILLERS, FOREIGN, SMALLTALK, SOFT
from handlers.answers.vocabulary.cues import ACTIONS, CUES
from handlers.answers.vocabulary.glossary import ENGLISH_MARKS, GLOSSARY
from handlers.answers.vocabulary.institutions import CITIES, INSTITUTIONS, PROVINCES
from handlers.answers.vocabulary.subjects import COUNTABLE, SUBJECTS
from handlers.answers.vocabulary.themes import THEMES
from handlers.answers.when import WORDS_OF_TIME


class Books:
    """The phrase books of the language; the same for every event."""

    def __init__(self) -> None:
        self.cues = PhraseBook(CUES)
        self.subjects = PhraseBook(SUBJECTS)
        self.themes = PhraseBook(THEMES)
        self.smalltalk = PhraseBook(SMALLTALK)
        self.actions = PhraseBook(ACTIONS)

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
        single |= INSTITUTIONS.keys() | CITIES | PROVINCES
        return single.union(WORDS_OF_TIME, *(book.words() for book in phrases))


@cache
def books() -> Books:
    return Books()


class Language:
    """Reads text with the words of the language and, once learnt, of one event."""

    def __init__(self) -> None:
        self._books = books()
        self.normaliser = Normaliser(self._books.words())

    def own(self, text: str) -> tuple[Token, ...]:
        return self.normaliser.own(text)

    def read(self, text: str) -> tuple[Token, ...]:
        return self.normaliser.read(text)

    def cues(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._books.cues.find(tokens)

    def subjects(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._books.subjects.find(tokens)

    def themes(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._books.themes.find(tokens)

    def smalltalk(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._books.smalltalk.find(tokens)

    def actions(self, tokens: Sequence[Token]) -> tuple[Tag, ...]:
        return self._books.actions.find(tokens)
