"""Vocabulary is written as plain running text; this reads it."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a listing."""
    return frozenset(text.split())


def products(first: str, second: str) -> str:
    """Each phrase of one listing before each of another; they are parted by commas, and so is the result.

    Begins with a comma, to follow a listing.
    """
    return "".join(f", {a.strip()} {b.strip()}" for a in first.split(",") for b in second.split(","))
