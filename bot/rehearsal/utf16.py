"""Texts by UTF-16 units, in which the Bot API counts."""

from __future__ import annotations


def length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, offset: int, units: int) -> str:
    if text.isascii():
        return text[offset : offset + units]
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * offset : 2 * (offset + units)].decode("utf-16-le", "replace")
