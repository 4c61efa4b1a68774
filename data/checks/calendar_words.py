"""Names of weekdays and months as Indonesian and English texts write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

Language = Literal["id", "en"]

WEEKDAYS: Mapping[Language, Sequence[str]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Mapping[Language, Sequence[str]] = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

OTHER_WEEKDAYS: Mapping[Language, Sequence[Sequence[str]]] = {
    "id": (
        ("sen",),
        ("sel",),
        ("rab", "rebo"),
        ("kam",),
        ("jum'at", "jumaat", "jum"),
        ("sab",),
        ("ahad", "min", "ming", "mgg"),
    ),
    "en": (("mon",), ("tue", "tues"), ("wed",), ("thu", "thur", "thurs"), ("fri",), ("sat",), ("sun",)),
}
OTHER_MONTHS: Sequence[Sequence[str]] = (
    ("jan",),
    ("feb", "peb", "pebruari"),
    ("mar", "mrt"),
    ("apr",),
    (),
    ("jun",),
    ("jul",),
    ("agu", "ags", "agt", "agst", "aug"),
    ("sep", "sept"),
    ("okt", "oct"),
    ("nov", "nop", "nopember"),
    ("des", "dec"),
)


def _weekday_words() -> dict[str, tuple[int, Language]]:
    return {
        word.casefold(): (number, language)
        for language, names in WEEKDAYS.items()
        for number, name in enumerate(names)
        for word in (name, *OTHER_WEEKDAYS[language][number])
    }


def _month_words() -> dict[str, int]:
    return {
        word.casefold(): number + 1
        for number, others in enumerate(OTHER_MONTHS)
        for word in (MONTHS["id"][number], MONTHS["en"][number], *others)
    }


WEEKDAY_WORDS: Mapping[str, tuple[int, Language]] = _weekday_words()
"""Case-folded word to weekday (Monday is 0) and its language."""

MONTH_WORDS: Mapping[str, int] = _month_words()
"""Case-folded word to month (January is 1)."""

LONG_NAMES = frozenset(name.casefold() for names in (*WEEKDAYS.values(), *MONTHS.values()) for name in names)
"""Names that no full stop abbreviates: one behind them ends a sentence."""


def weekday_name(language: Language, weekday: int) -> str:
    return WEEKDAYS[language][weekday]


def date_name(language: Language, day: date) -> str:
    """``20 Februari 2023``"""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"
