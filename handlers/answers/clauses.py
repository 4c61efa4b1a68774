"""The clauses of a text, by its signs."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"\n+|[?!;:()\[\]…—–\"“”]+|,(?!\d)|(?<=[^\W\d_]{3})\.+(?=\W|$)|\.{2,}|(?:[\U0001F000-\U0001FAFF\u2600-\u27BF]\W*)+"
)
_MAX_CLAUSES = 12
"""A text of more is a letter or a list, and read as one."""
_MAX_LENGTH = 1000


def written_clauses(text: str) -> list[str]:
    """The text at its commas, full stops and other signs."""
    clauses = [clause for clause in _BREAK.split(text) if clause and not clause.isspace()]
    return clauses if len(clauses) <= _MAX_CLAUSES and len(text) <= _MAX_LENGTH else [text]
