"""Vocabulary is written as plain running text; this reads it."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a listing."""
    return frozenset(text.split())
