"""The clauses of a text, by its signs."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(
    r"\b(dra?|drs|drg|prof|ir|hj?|mr|mrs|ms|st|no|jl|tgl|hlm|wr|wb|yth|sdr|jend|kol|kapt|[a-z])\.", re.IGNORECASE
)
_BREAK = re.compile(
    r"\n+|[?!;:…—–\"“”]+|,(?!\d)|\.{2,}|(?<=[^\W_])\.(?=\s|$)|[\U0001F000-\U0001FAFF\u2600-\u27BF]+"
)
_MAX_CLAUSES = 12
"""A text of more is a letter or a list, and read as one."""
_MAX_LENGTH = 1000


def written_clauses(text: str) -> list[str]:
    """The text at its commas, full stops and other signs."""
    if len(text) > _MAX_LENGTH:
        return [text]
    clauses = [clause for clause in _BREAK.split(_ABBREVIATION.sub(r"\1 ", text)) if clause.strip()]
    return clauses if len(clauses) <= _MAX_CLAUSES else [text]
