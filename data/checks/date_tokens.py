"""Cutting a text into what matters around a date.

Each token has a kind of one letter, so that the grammar in ``dates_in_text`` is a regular expression
over kinds:

    W weekday   N number of one or two digits   M month   Y year
    D numeric date with a full year (20/2/2023, 2023-02-20)   H any other (20/2, 20/2/23)
    T dash   R hingga, s.d., to   A dan, and   C comma   P (   Q )
    S words that may stand between a weekday and its date   O of, bulan   X anything else
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.checks.calendar_words import LONG_NAMES, MONTH_WORDS, WEEKDAY_WORDS

TOKEN = re.compile(
    r"""
      (?P<break>\n\s*(?:\n|[-*•–])\s*)
    | (?P<iso>(?<![\d./-])(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?!\d|[/.-]\d))
    | (?P<dmy>(?<![\d./])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:(?:19|20)\d{2}|\d{2})(?!\d|[/.-]\d))
    | (?P<dm>(?<![\d./])\d{1,2}/\d{1,2}(?!\d|[/.]\d|\s*(?:hari|jam|days?|hours?)\b))
    | (?P<time>\d{1,2}[.:]\d{2}(?!\d))
    | (?P<number>\d+)(?:st|nd|rd|th)?
    | (?P<range>\bs\.?\s?/\s?d\b\.?|\bs\.\s?d\b\.?|\bsampai\s+dengan\b)
    | (?P<word>[^\W\d_]+(?:['’‘ʼ`][^\W\d_]+)*)
    | (?P<sign>[^\s*_"“”'])
    """,
    re.VERBOSE | re.IGNORECASE,
)
SIGNS: Mapping[str, str] = {
    "-": "T",
    "–": "T",
    "—": "T",
    "&": "A",
    ",": "C",
    "(": "P",
    ")": "Q",
    "/": "S",
    ":": "S",
}
RANGES = frozenset({"hingga", "sampai", "sd", "to", "through", "thru", "until", "till"})
CONJUNCTIONS = frozenset({"dan", "and", "serta"})
GENITIVES = frozenset({"of", "bulan"})
SOFT_WORDS = frozenset(
    {
        *("hari", "tanggal", "tgl", "pada", "tahun", "thn", "pagi", "siang", "sore", "malam"),
        *("ini", "depan", "lalu", "besok", "lusa", "kemarin", "mendatang"),
        *("on", "the", "date", "morning", "afternoon", "evening", "night", "next", "this", "last"),
    }
)
KINDS: Mapping[str, frozenset[str]] = {"R": RANGES, "A": CONJUNCTIONS, "O": GENITIVES, "S": SOFT_WORDS}

RECURRING = frozenset({"setiap", "tiap", "every", "each"})
"""What is every Monday is on no date."""

NUMBERING = frozenset({"no", "nomor", "number", "nr"})
"""What follows is the number of a letter, such as ``Nomor 31/2/2023``."""

WEEK_BEFORE = frozenset(
    {
        *("satu", "dua", "tiga", "empat", "lima", "enam", "beberapa", "per", "dalam", "selama"),
        *("awal", "akhir", "pertengahan", "sepanjang"),
    }
)
WEEK_AFTER = re.compile(
    r"\s*(?:ke\b|pertama|kedua|ketiga|keempat|terakhir|ini\b|itu\b|depan|lalu|berikut|mendatang)",
    re.IGNORECASE,
)
"""Beside these, ``minggu`` is a week rather than a Sunday."""


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int
    day: int = 0
    """Of a number or a numeric date."""
    month: int = 0
    """1 to 12 of a month; of a numeric date whatever stands there."""
    year: int | None = None


def tokens_of(text: str) -> list[Token]:
    tokens: list[Token] = []
    recurring = False
    for match in TOKEN.finditer(text):
        token = _token(match, tokens)
        if token.text == "." and tokens and _is_abbreviation(tokens[-1]):
            continue
        if token.text in {".", ";"} or match.lastgroup == "break":
            recurring = False
        recurring = recurring or token.text.casefold() in RECURRING
        tokens.append(_other(token) if recurring and token.kind == "W" else token)
    return tokens


def _token(match: re.Match[str], before: list[Token]) -> Token:
    group = match.lastgroup or "sign"
    if group in {"iso", "dmy", "dm"}:
        return _numeric_date(match, group, before)
    if group == "number":
        return _number(match)
    if group == "word":
        return _word(match, before)
    kind = "R" if group == "range" else SIGNS.get(match[0], "X")
    return Token(kind, match[0], *match.span())


def _other(token: Token) -> Token:
    return Token("X", token.text, token.start, token.end)


def _is_abbreviation(token: Token) -> bool:
    short = token.text.casefold()
    return short == "tgl" or (token.kind in {"W", "M"} and short not in LONG_NAMES)


def _numeric_date(match: re.Match[str], group: str, before: list[Token]) -> Token:
    parts = [int(part) for part in re.split(r"[/.-]", match[0])]
    day, month, *rest = reversed(parts) if group == "iso" else parts
    if day <= 12 < month:
        day, month = month, day  # the American order
    if _is_numbering(before) or max(day, month) > 31:
        return Token("X", match[0], *match.span())
    if rest and rest[0] > 99:
        return Token("D", match[0], *match.span(), day=day, month=month, year=rest[0])
    year = 2000 + rest[0] if rest else None
    return Token("H", match[0], *match.span(), day=day, month=month, year=year)


def _is_numbering(before: list[Token]) -> bool:
    """Whether the last word announces the number of a letter, as in ``Nomor: 31/2/2023``."""
    words = [token.text.casefold() for token in before[-2:] if token.text not in {":", "."}]
    return bool(words) and words[-1] in NUMBERING


def _number(match: re.Match[str]) -> Token:
    digits = match["number"]
    if len(digits) <= 2:
        return Token("N", match[0], *match.span(), day=int(digits))
    if len(digits) == 4 and digits.startswith(("19", "20")):
        return Token("Y", match[0], *match.span(), year=int(digits))
    return Token("X", match[0], *match.span())


def _word(match: re.Match[str], before: list[Token]) -> Token:
    word = plain(match[0])
    if word in WEEKDAY_WORDS and not _is_no_weekday(match, before):
        return Token("W", match[0], *match.span())
    if word in MONTH_WORDS:
        return Token("M", match[0], *match.span(), month=MONTH_WORDS[word])
    kind = next((kind for kind, words in KINDS.items() if word in words), "X")
    return Token(kind, match[0], *match.span())


def plain(word: str) -> str:
    """The word as the tables of names have it."""
    return re.sub("[’‘ʼ`]", "'", word).casefold()


def _is_no_weekday(match: re.Match[str], before: list[Token]) -> bool:
    """RAB is a budget, ``malam Senin`` a Sunday night; ``2 minggu`` and ``minggu depan`` are weeks."""
    if match[0] == "RAB" or (before and plain(before[-1].text) == "malam"):
        return True
    if plain(match[0]) != "minggu":
        return False
    counted = bool(before) and (before[-1].kind == "N" or plain(before[-1].text) in WEEK_BEFORE)
    return counted or WEEK_AFTER.match(match.string, match.end()) is not None
