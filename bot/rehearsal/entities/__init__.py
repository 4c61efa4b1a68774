"""The markup and the entities of messages, as Telegram makes them out of what a bot or a user sends.

Behaviour follows TDLib (td/telegram/MessageEntity.cpp) and was compared with TDLib 1.8.69.
A server calls ``find_entities(*fix(*parse(text, mode)))``.
"""

from __future__ import annotations

from bot.rehearsal.entities.automatic import find_entities
from bot.rehearsal.entities.errors import EntityError, ParseError
from bot.rehearsal.entities.html import parse_html
from bot.rehearsal.entities.kinds import Entity
from bot.rehearsal.entities.markdown import parse_markdown
from bot.rehearsal.entities.markdown_v2 import parse_markdown_v2
from bot.rehearsal.entities.nesting import fix
from bot.rehearsal.entities.offsets import is_well_formed

__all__ = ["Entity", "EntityError", "ParseError", "find_entities", "fix", "parse"]

_PARSERS = {"html": parse_html, "markdown": parse_markdown, "markdownv2": parse_markdown_v2}


def parse(text: str, mode: str | None) -> tuple[str, list[Entity]]:
    """The text without markup, and the entities the markup asks for, sorted and nested.

    ``mode`` is None (no markup) or one of html, markdown, markdownv2 in any case; others are a ValueError.
    Raises ParseError when the markup is wrong, or the text has lone surrogates.
    """
    parser = _PARSERS.get(mode.lower()) if mode is not None else None
    if mode is not None and parser is None:
        raise ValueError(f"unsupported parse_mode: {mode}")
    if not is_well_formed(text):
        raise EntityError("text must be encoded in UTF-8")
    return parser(text) if parser is not None else (text, [])
