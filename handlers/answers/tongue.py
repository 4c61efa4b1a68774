"""Whether a text is Indonesian or English."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.answers.normalise import Token, is_root
from handlers.answers.vocabulary.glossary import COMMON_ENGLISH, ENGLISH_MARKS, ENGLISH_MARKS_STRONG
from handlers.texts import Language

CLEARLY_INDONESIAN = 2
"""So many Indonesian words more than English ones: "panel" alone stands in both."""

_SHARED = frozenset({"a", "i", "hi", "hello", "ok", "session", "lunch", "dinner", "up", "me", "or", "an"})


def language_of_text(tokens: Sequence[Token], default: Language = "id") -> Language:
    """The language whose function words outweigh the other's; ``default`` where neither does clearly."""
    english = indonesian = 0
    for token in tokens:
        surface = token.surface
        if surface in ENGLISH_MARKS and surface not in _SHARED:
            english += 2 if surface in ENGLISH_MARKS_STRONG else 1
        elif surface in COMMON_ENGLISH or surface in _SHARED:
            english += 0
        elif token.word != surface or is_root(surface) or is_root(token.stem):
            indonesian += 1
    if default == "en":
        return "id" if indonesian - english >= CLEARLY_INDONESIAN else "en"
    return "en" if english > indonesian else "id"
