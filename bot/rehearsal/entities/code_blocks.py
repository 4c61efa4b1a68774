"""How a block of code starts, in both kinds of Markdown."""

from __future__ import annotations

import re

BLOCK = "```"

_START = re.compile(r"```(?:(?P<language>[^ \t\r\n\v\0`]+)(?=[ \t\r\n\v\0]))?(?:\r\n|\n\r|\r|\n)?")


def read_block_start(text: str, begin: int) -> tuple[str, int]:
    """The language, or "", and where the block's content starts; one line break before it is skipped."""
    match = next(_START.finditer(text, begin))
    return match["language"] or "", match.end()
