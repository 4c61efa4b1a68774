"""English words: the Indonesian ones that stand for them, and the loan words made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from handlers.answers.vocabulary.glossary import GLOSSARY, TOPICS

_INFLECTED = (
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ly", ""),
)
_REGULAR = ("s", "ing", "ed", "ly")
_MIN_BASE = 4
_DERIVED = ("ion", "ation", "ment")
""" "protecting" is "protection"."""

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ization", ("isasi",)),
    ("isation", ("isasi",)),
    ("ation", ("asi",)),
    ("tion", ("si",)),
    ("ssion", ("si",)),
    ("sion", ("si",)),
    ("logy", ("logi",)),
    ("ity", ("itas",)),
    ("ty", ("tas",)),
    ("istics", ("istik",)),
    ("ics", ("ika", "ik", "is")),
    ("ical", ("ikal", "is", "ik")),
    ("ic", ("ik", "is")),
    ("ism", ("isme",)),
    ("ist", ("is",)),
    ("ancy", ("ansi",)),
    ("ency", ("ensi",)),
    ("ance", ("ans", "ansi")),
    ("ence", ("ens", "ensi")),
    ("ive", ("if",)),
    ("ian", ("ia", "ian")),
    ("ogue", ("og",)),
    ("ique", ("ik",)),
    ("ble", ("bel",)),
    ("ous", ("us",)),
    ("ent", ("en",)),
    ("ant", ("an",)),
    ("ct", ("k",)),
    ("pt", ("p",)),
    ("rt", ("r",)),
    ("st", ("s",)),
    ("rd", ("r",)),
    ("rm", ("rm", "rma")),
    ("age", ("ase",)),
    ("y", ("i",)),
    ("e", ("",)),
)
"""The longest first; an English word's ending, and those that Indonesian gives it."""
_LETTERS = (
    ("sch", "sk"),
    ("ph", "f"),
    ("th", "t"),
    ("rh", "r"),
    ("ck", "k"),
    ("qu", "ku"),
    ("xc", "ks"),
    ("x", "ks"),
)
_SPELT = (
    (re.compile(r"cc(?=[eiy])"), "ks"),
    (re.compile(r"sc(?=[eiy])"), "s"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"z$"), "s"),
    (re.compile(r"([bcdfgklmnprstz])\1"), r"\1"),
    (re.compile(r"(?<=[b-df-hj-np-tv-z])y(?=[b-df-hj-np-tv-z])"), "i"),
)
_MIN_LOAN = 4


@lru_cache(maxsize=8192)
def translations(word: str) -> tuple[str, ...]:
    """What stands for an English word, the usual first: "clinics" is "klinik"; nothing for any other word."""
    found = _listed(word)
    if found is None and len(word) > _MIN_BASE and word.endswith(_REGULAR):
        found = next((listed for base in _bases(word) if (listed := _listed(base))), None)
    return tuple(found.split("/")) if found else ()


def _listed(word: str) -> str | None:
    return TOPICS.get(word) or GLOSSARY.get(word)


def _bases(word: str) -> Iterator[str]:
    """The words that a regular form may be of: "policies" of "policy", "mapped" of "map"."""
    for ending, replaced in _INFLECTED:
        base = word.removesuffix(ending)
        if base == word or len(base) < _MIN_BASE - 1:
            continue
        yield base + replaced
        if ending in ("ing", "ed"):
            if base[-1] == base[-2]:
                yield base[:-1]
            yield from (base + noun for noun in _DERIVED)


def loan_word(word: str, is_known: Callable[[str], bool]) -> str | None:
    """The loan word that Indonesian makes of an English one: "kuis" of "quiz"."""
    return next((form for form in _loans(word) if len(form) >= _MIN_LOAN and is_known(form)), None)


@lru_cache(maxsize=4096)
def _loans(word: str) -> tuple[str, ...]:
    if not word.isascii() or len(word) < _MIN_LOAN:
        return ()
    singular = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else ""
    made = (form for base in (word, singular) if base for form in _with_endings(base))
    return tuple(dict.fromkeys(form for form in made if form != word))


def _with_endings(word: str) -> Iterator[str]:
    for ending, replaced in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending)
            yield from (form for new in replaced for form in _respelt(base, ending, new))
    yield from _respelt(word)


def _respelt(base: str, ending: str = "", replaced: str = "") -> tuple[str, ...]:
    """The word with its ending replaced: "c" as it was read before that, "ch" as "k" or "c"."""
    soft = base.endswith("c") and ending[:1] in ("e", "i", "y")
    if soft:
        base = base[:-1] + ("k" if base.endswith("cc") else "") + "s"
    form = base + replaced
    for written, meant in _LETTERS:
        form = form.replace(written, meant)
    for pattern, meant in _SPELT:
        form = pattern.sub(meant, form)
    return tuple(dict.fromkeys(form.replace("ch", ch).replace("c", "k") for ch in ("k", "c")))
