"""How alike two questions are, and words that a moderator may want to look at."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

FILLING = frozenset(
    """
    adalah agar akan apa apakah atas atau bagaimana bagi bapak bapa bisa boleh bu dalam dan dapat dari
    demi dengan di dimana gimana harus ini itu ibu izin jelaskan kah ke kalau kami kapan karena kepada
    kira kita maaf mana mengapa mengenai mohon nya oleh pada pak para penjelasan pertanyaan saja saya
    sebagai sebenarnya secara serta siapa soal supaya tanya tentang terkait terima kasih tolong untuk ya
    yaitu yang a about an and are as can could do does for from how i in is it may of on or please
    should the this to we what when where which who why will with would you
    """.split()  # noqa: SIM905 - read more easily than a list of a hundred strings
)
"""Words that make no two questions alike, and none different."""

ROUGH = frozenset(
    """
    anjing anjir anjrit asu babi bacot bajingan bangsat bego bejat bodoh bohong brengsek budek cocot
    dungu goblok idiot jancuk jelek kampret keparat kontol koruptor maling memek monyet munafik ngentot
    pantat pelacur penipu perek sampah setan sialan sinting tai tolol asshole bastard bitch bullshit
    crap damn fuck fucking idiotic liar moron shit stupid thief
    """.split()  # noqa: SIM905
)
"""A hint only: a moderator decides."""

_WORD = re.compile(r"\w+")
_REPEATED = re.compile(r"(.)\1{2,}")
_DIGITS = str.maketrans("013457", "oieast")


def likeness(one: str, other: str) -> float:
    """0 to 100, by the words that carry the meaning, in whatever order they stand."""
    return fuzz.token_sort_ratio(_core(one), _core(other))


def rough_words(text: str) -> list[str]:
    """Those of the text, as they stand in it; also with digits for letters, and letters drawn out."""
    return [word for word in _WORD.findall(text) if _plain(word) in ROUGH]


def _core(text: str) -> str:
    words = _WORD.findall(text.casefold())
    return " ".join([word for word in words if word not in FILLING] or words)


def _plain(word: str) -> str:
    return _REPEATED.sub(r"\1", word.casefold().translate(_DIGITS))
