"""Who asks, whom the question speaks to, and which words are names of persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.answers.index import Index
from handlers.answers.normalise import Token, is_english
from handlers.answers.vocabulary.chatter import BACKGROUND, FILLERS, FOREIGN, SOFT
from handlers.answers.vocabulary.institutions import CITIES, PROVINCES
from handlers.answers.vocabulary.listing import word_set

_PRONOUNS = frozenset(
    {
        "saya",
        "kami",
        "kita",
        "aku",
        "utusan",
        "perwakilan",
        "delegasi",
        "delegation",
        "rombongan",
        "we",
        "i",
        "am",
    }
)
_OFFICES = frozenset({"panitia", "admin", "sekretariat", "penyelenggara", "committee"})
_SPOKEN_TO = _OFFICES - {"penyelenggara"}
_FORMAL_SALUTATIONS = frozenset({"pak", "bapak", "bu", "ibu", "yth", "kepada", "para", "tim", "dear"})
_SALUTATIONS = word_set(
    "pak bapak bu ibu kak kakak mas mbak yth rekan tim kepada halo hai dear min saudara om para"
)
_CLAUSE_STARTS = word_set(
    """
    mau ingin izin ijin mohon tanya bertanya menanyakan nanti masuk harus apakah kapan di ke ikut nanya
    hendak perlu jam diskusi workshop kelompok komisi panel untuk yang siapa apa berapa which where what
    when
    """
)
_MAX_INTRODUCTION = 6
_MAX_NAME = 3


def persons(tokens: Sequence[Token], index: Index) -> Iterator[int]:
    """The "Bagus" of "Pak Bagus", who speaks, is no praise; "siap pak, laksanakan" names nobody."""
    for position, token in enumerate(tokens[1:], start=1):
        is_named = any(form in index.speaker_names for form in token.forms)
        is_verb = token.word != token.stem and token.word.endswith("kan")
        if (
            is_named
            and not is_verb
            and tokens[position - 1].word in ("pak", "bu", "bapak", "ibu", "mr", "mrs")
        ):
            yield position


def vocative(tokens: Sequence[Token]) -> Iterator[int]:
    """ "Bapak/Ibu panitia" is spoken to, not of."""
    for position, token in enumerate(tokens[1:], start=1):
        before = tokens[position - 1]
        salutations = _SALUTATIONS if token.word in _SPOKEN_TO else _FORMAL_SALUTATIONS
        is_greeted = token.word in _OFFICES and {before.word, before.surface} & salutations
        if is_greeted or (token.word in _SPOKEN_TO and _is_to_be_asked(tokens, position)):
            yield position


def _is_to_be_asked(tokens: Sequence[Token], position: int) -> bool:
    """ "Fwd dari kadis: tolong tanyakan ke panitia, …"."""
    before = tokens[max(0, position - 3) : position]
    words = [token.word for token in before]
    return (
        len(before) == 3
        and words[0] in ("tolong", "mohon", "minta", "coba")
        and before[1].stem == "tanya"
        and words[2] in ("ke", "kepada", "pada", "sama")
    )


def introduction(tokens: Sequence[Token], index: Index) -> Iterator[int]:
    """ "saya dari Kesbangpol Provinsi Kalsel" says who asks, not what."""
    for position, token in enumerate(tokens[1:], start=1):
        if token.word not in ("dari", "from"):
            continue
        named = range(max(0, position - _MAX_NAME - 1), position)
        self_at = next((p for p in reversed(named) if _is_pronoun(tokens[p])), None)
        if self_at is None or (self_at + 1 < position and _names_a_speaker(tokens, position + 1, index)):
            continue
        if not _is_a_name(tokens[self_at + 1 : position]):
            continue
        yield from range(self_at + 1, position)
        for place in range(position + 1, min(position + 1 + _MAX_INTRODUCTION, len(tokens))):
            if _begins_a_clause(tokens, place):
                break
            yield place


def _begins_a_clause(tokens: Sequence[Token], place: int) -> bool:
    """The "di" of "saya dari RSUD di Maluku" does not."""
    token = tokens[place]
    following = tokens[place + 1].word if place + 1 < len(tokens) else ""
    if token.word == "di" and (following in PROVINCES or following in CITIES):
        return False
    return token.word in _CLAUSE_STARTS or token.surface in _CLAUSE_STARTS


def _names_a_speaker(tokens: Sequence[Token], place: int, index: Index) -> bool:
    """The "Ani" of "can I get the slides from Ani"."""
    return place < len(tokens) and any(form in index.speaker_names for form in tokens[place].forms)


def _is_pronoun(token: Token) -> bool:
    return not _PRONOUNS.isdisjoint((token.word, token.surface))


def _is_a_name(words: Sequence[Token]) -> bool:
    """The "Suharyanto" of "saya Suharyanto dari …": no everyday word, no question."""
    everyday = (FILLERS, SOFT, BACKGROUND, FOREIGN, _CLAUSE_STARTS)
    return not any(token.word in known or is_english(token.word) for token in words for known in everyday)
