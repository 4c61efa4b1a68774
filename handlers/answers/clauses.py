"""The clauses of a text, by its signs."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

_ABBREVIATION = re.compile(
    r"\b(dra?|drs|drg|prof|ir|hj?|mr|mrs|ms|st|no|jl|tgl|hlm|wr|wb|yth|sdr|jend|kol|kapt|capt|apt|ns|pdt|kh|rr|gus|[a-z])\.",
    re.IGNORECASE,
)
_OPENING = "kok|nah|soalnya|soale|masalahnya|harusnya|mestinya|maksudnya|maksud (?:sy|saya|kami)"
"""Words that begin a clause, whether a sign stands before them or not."""
_ASKING = ("apa", "berapa", "brp", "mana", "dmn", "siapa", "kapan", "kah", "ya", "min", "kak")
_ASKED = "|".join(rf"(?<=\b{word})" for word in _ASKING)
_TOLD = "(?:sy|saya|sa|aku|kami) (?:masih|lagi|baru|sedang|sudah|udah|sdh|su|belum|blm|tadi|td)"
""" "acara selanjutnya apa saya masih sarapan", but "SPJ saya sudah cair belum"."""
_BREAK = re.compile(
    rf"((?<=\w)\s+(?=(?:{_OPENING})\b)|(?:{_ASKED})\s+(?={_TOLD}\b)"
    r"|\n+|[?!;…—–\"“”]+|[,:](?!\d)|\.{2,}|(?<=[^\W_])\.(?=\s|$)|[\U0001F000-\U0001FAFF\u2600-\u27BF]+)",
    re.IGNORECASE,
)
_MAX_CLAUSES = 12
"""A text of more is a letter or a list, and read as one."""
_MAX_LENGTH = 1000


class Clause(NamedTuple):
    text: str
    is_question: bool = False
    """Ends with a question mark."""


def written_clauses(text: str) -> list[Clause]:
    """The text at its commas, full stops and other signs."""
    if len(text) > _MAX_LENGTH:
        return [Clause(text)]
    parts = _BREAK.split(_ABBREVIATION.sub(r"\1 ", text))
    signed = zip_longest(parts[::2], parts[1::2], fillvalue="")
    clauses = [Clause(part, "?" in sign) for part, sign in signed if part.strip()]
    return clauses if len(clauses) <= _MAX_CLAUSES else [Clause(text)]
