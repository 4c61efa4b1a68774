"""Texts as Telegram sees them: UTF-16 units in entities, bytes of UTF-8 in errors, ASCII letters in names."""

from __future__ import annotations

from itertools import accumulate
from string import ascii_uppercase

_LAST_OF_ONE_UNIT = "\uffff"
_LOWER = str.maketrans({letter: letter.lower() for letter in ascii_uppercase})


def utf16_length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)


def byte_offset(text: str, position: int) -> int:
    """Bytes before the character at ``position``."""
    return len(text[:position].encode("utf-8", "surrogatepass"))


def utf16_offsets(text: str) -> list[int] | range:
    """The UTF-16 offset of each character and of the end, by position in the text."""
    if not text or max(text) <= _LAST_OF_ONE_UNIT:
        return range(len(text) + 1)
    return list(accumulate((1 + (character > _LAST_OF_ONE_UNIT) for character in text), initial=0))


def is_well_formed(text: str) -> bool:
    """Whether the text can be written as UTF-8, that is has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def ascii_lower(text: str) -> str:
    """Lower case for A to Z alone, as TDLib compares names."""
    return text.translate(_LOWER)
