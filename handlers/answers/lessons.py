"""What the committee teaches, and texts as they are kept and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.answers.model import Topic

_WORD = re.compile(r"\w+")
_LONG_NUMBER = re.compile(r"\d(?:[\s.-]?\d){5,}")


@dataclass(frozen=True)
class Lesson:
    """A text, and what it is about."""

    text: str
    topic: Topic


def without_numbers(text: str) -> str:
    """The text without telephone numbers and the like, which are nobody else's business."""
    return _LONG_NUMBER.sub("…", text)


def key_of(text: str) -> str:
    """The text as texts are compared: words alone, in small letters; "" where there is none."""
    return " ".join(_WORD.findall(without_numbers(text).casefold()))
