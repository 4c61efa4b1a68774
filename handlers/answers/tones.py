"""Texts that ask nothing: greetings, thanks, nods, and who is speaking."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from handlers.answers.circumstances import NAME as CIRCUMSTANCE
from handlers.answers.model import Tone
from handlers.answers.question import Question
from handlers.answers.vocabulary.chatter import FILLERS
from handlers.answers.vocabulary.listing import word_set

_ASKING = word_set("where when who why materials now next agenda which end amount duration")
_BY_WEIGHT: tuple[Tone, ...] = ("identity", "thanks", "farewell", "greeting", "apology", "acknowledgement")
_QUESTION_WORDS = frozenset({"mana", "apa", "berapa", "kapan", "siapa", "where", "what", "when", "who"})
_REQUESTS = frozenset({"minta", "kirim", "bisa", "boleh", "pinjam", "can", "could"})
_NATURE = word_set("bot robot manusia mesin human ai")
_ABOUT_NATURE = FILLERS | word_set(
    "kamu anda ini orang admin atau apa apakah ya yang balas jawab asli beneran siapa sungguhan real person"
)
_POLITE = word_set("mohon izin bertanya tanya sebelumnya bapak ibu panitia sir madam")
_MAX_WORDS_AROUND_A_NOD = 3
"""More words around a "tidak" or "ya" say something else."""


def tone_of(text: str, question: Question) -> Tone | None:
    """The tone of a text that asks nothing."""
    if not question.tokens:
        is_sign = any(unicodedata.category(sign) in ("So", "Sk") for sign in text)
        return "acknowledgement" if is_sign else None
    if _asks_who_speaks(question):
        return "identity"
    named = {tag.name for tag in question.smalltalk} - {CIRCUMSTANCE}
    spoken = {position for tag in question.smalltalk for position in tag.span}
    if _asks_something(question, named, spoken):
        return None
    if not named or ("identity" in named and _says_more(question, spoken)):
        return "greeting" if "tanya" in question.words else None
    return next(tone for tone in _BY_WEIGHT if tone in named)


def _asks_who_speaks(question: Question) -> bool:
    """ "kamu ini bot atau orang ya", however politely."""
    polite = {p for tag in question.smalltalk if tag.name != "identity" for p in tag.span} | question.vocative
    others = [token.word for place, token in enumerate(question.tokens) if place not in polite]
    is_about_nature = all(word in _NATURE | _ABOUT_NATURE | _POLITE for word in others)
    return is_about_nature and not _NATURE.isdisjoint(others)


def _asks_something(question: Question, named: Collection[str], spoken: Collection[int]) -> bool:
    idle = (
        position in spoken
        or question.is_filler(position)
        or question.is_background(position)
        or ("thanks" in named and position in question.after)
        for position in range(len(question.tokens))
    )
    asks = question.has(*_ASKING) or question.time.is_specific
    is_more_than_a_nod = (
        set(named) == {"acknowledgement"} and len(question.tokens) - len(spoken) > _MAX_WORDS_AROUND_A_NOD
    )
    asks_openly = not _QUESTION_WORDS.isdisjoint(question.words) and _says_more(question, spoken)
    is_request = not _REQUESTS.isdisjoint(question.words) and _says_more(question, spoken)
    asks_for_leave = question.themes and not _REQUESTS.isdisjoint(question.words)
    return (
        bool(question.subjects or question.numbered or asks_for_leave)
        or not all(idle)
        or (asks and "identity" not in named)
        or is_more_than_a_nod
        or is_request
        or asks_openly
    )


def _says_more(question: Question, spoken: Collection[int]) -> bool:
    told = {*spoken, *question.vocative}
    return any(question.is_background(p) and p not in told for p in range(len(question.tokens)))
