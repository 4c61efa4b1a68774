"""parse_mode MarkdownV2, exactly as TDLib reads it (parse_markdown_v2 in MessageEntity.cpp)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.entities.code_blocks import BLOCK, read_block_start
from bot.rehearsal.entities.errors import ParseError
from bot.rehearsal.entities.kinds import Entity, in_order
from bot.rehearsal.entities.offsets import byte_offset, utf16_length
from bot.rehearsal.entities.tg_links import emoji_or_time, link_entity

_KINDS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    BLOCK: "pre",
    "[": "text_link",
    "![": "custom_emoji",
    ">": "blockquote",
}
"""What a mark starts."""

_NAMES = {
    "*": "Bold",
    "_": "Italic",
    "__": "Underline",
    "~": "Strikethrough",
    "||": "Spoiler",
    "`": "Code",
    BLOCK: "Pre",
    "[": "TextUrl",
    "![": "CustomEmoji",
    ">": "BlockQuote",
}
"""What TDLib calls it in its messages."""

_ENDS = {"[": "]", "![": "]", ">": ""}
"""The mark that ends it, where it is not the same again."""

_ESCAPE = r"\\[\x01-\x7e]"
_IN_TEXT = re.compile(rf"{_ESCAPE}|__|\|\||!\[|```|[_*\[\]()~`>#+\-=|{{}}.!\n]")
_IN_CODE = re.compile(rf"{_ESCAPE}|```|`")
_URL = re.compile(rf"(?:{_ESCAPE}|[^)])*", re.DOTALL)
_ESCAPED = re.compile(r"\\([\x01-\x7e])")


def parse_markdown_v2(text: str) -> tuple[str, list[Entity]]:
    """The text without markup, and its entities. Raises ParseError."""
    return _Parser(text).parse()


@dataclass(frozen=True)
class _Open:
    """An entity whose end is still to come."""

    mark: str
    begin: int
    """The mark's position in the source."""
    offset: int
    """Where its text starts, in UTF-16 units."""
    first_piece: int
    language: str = ""

    @property
    def end(self) -> str:
        return _ENDS.get(self.mark, self.mark)

    @property
    def name(self) -> str:
        return "PreCode" if self.language else _NAMES[self.mark]


@dataclass
class _Parser:
    text: str
    position: int = 0
    offset: int = 0
    pieces: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    in_quote: bool = False
    at_line_start: bool = True

    def parse(self) -> tuple[str, list[Entity]]:
        while (match := self._marks.search(self.text, self.position)) is not None:
            self._add(self.text[self.position : match.start()])
            self.position = match.end()
            self._read(match[0], match.start())
        self._add(self.text[self.position :])
        self._end_last_quote()
        if self.open:
            raise self._unended(self.open[-1])
        return "".join(self.pieces), in_order(self.entities)

    @property
    def _marks(self) -> re.Pattern[str]:
        return _IN_CODE if self.open and self.open[-1].mark in ("`", BLOCK) else _IN_TEXT

    def _add(self, piece: str) -> None:
        """Plain text; a line break in it is inside code and starts no line for a quotation."""
        if not piece:
            return
        self.pieces.append(piece)
        self.offset += utf16_length(piece)
        if piece.strip("\r"):
            self.at_line_start = False

    def _read(self, mark: str, begin: int) -> None:
        if mark[0] == "\\":
            self._add(mark[1])
            self.at_line_start = mark[1] == "\n" or self.at_line_start
        elif mark == "\n":
            self._read_line_break(begin)
        elif self.open and self._ends(self.open[-1], mark):
            self.position = begin + len(self.open[-1].end)
            self._end()
        else:
            self._start(mark, begin)

    def _ends(self, entity: _Open, mark: str) -> bool:
        return mark == entity.end or (entity.mark == "`" and mark == BLOCK)

    def _read_line_break(self, begin: int) -> None:
        if self.in_quote and not self.text.startswith(">", begin + 1):
            self._end_quote(begin)
        else:
            self._add("\n")
        self.at_line_start = True

    def _start(self, mark: str, begin: int) -> None:
        language = ""
        if mark not in _KINDS or (mark == ">" and not self.at_line_start):
            raise ParseError(f"Character '{mark[0]}' is reserved and must be escaped with the preceding '\\'")
        if mark == ">":
            if self.in_quote:
                return
            self.in_quote = True
        elif mark == BLOCK:
            language, self.position = read_block_start(self.text, begin)
        self.open.append(_Open(mark, begin, self.offset, len(self.pieces), language))

    def _end(self) -> None:
        entity = self.open.pop()
        details = self._details(entity)
        if details is not None:
            self._add_entity(entity, details)

    def _details(self, entity: _Open) -> dict[str, Any] | None:
        """Type and details of an entity that ends here; None when it makes none."""
        if entity.mark == "[":
            return self._read_link(entity)
        if entity.mark == "![":
            return self._read_emoji_or_time()
        if entity.language:
            return {"type": "pre", "language": entity.language}
        return {"type": _KINDS[entity.mark]}

    def _read_link(self, entity: _Open) -> dict[str, Any] | None:
        if self.text.startswith("(", self.position):
            return link_entity(self._read_url())
        return link_entity("".join(self.pieces[entity.first_piece :]))

    def _read_emoji_or_time(self) -> dict[str, Any]:
        if not self.text.startswith("(", self.position):
            raise ParseError("The entity must contain a tg://emoji or tg://time URL")
        details = emoji_or_time(self._read_url())
        if details is None:
            raise ParseError("Invalid tg://emoji or tg://time URL specified")
        return details

    def _read_url(self) -> str:
        begin = self.position + 1
        match = next(_URL.finditer(self.text, begin))
        if match.end() == len(self.text):
            raise ParseError(f"Can't find end of a URL at byte offset {byte_offset(self.text, begin)}")
        self.position = match.end() + 1
        return _ESCAPED.sub(r"\1", match[0])

    def _end_quote(self, line_break: int) -> None:
        """A quotation ends with its last line, and is expandable when that ends with a lone "||"."""
        kind = "blockquote"
        innermost = self.open[-1]
        if innermost.mark == "||" and self._is_just_before(innermost, line_break):
            self.open.pop()
            kind = "expandable_blockquote"
        entity = self.open.pop()
        if entity.mark != ">":
            raise self._unended(entity)
        self._add("\n")
        self.in_quote = False
        self._add_entity(entity, {"type": kind})

    def _is_just_before(self, entity: _Open, line_break: int) -> bool:
        return self.text[entity.begin + 2 : line_break] in ("", "\r")

    def _end_last_quote(self) -> None:
        if not self.in_quote:
            return
        kind = "blockquote"
        if self.open[-1].mark == "||" and self.open[-1].begin == len(self.text) - 2:
            self.open.pop()
            kind = "expandable_blockquote"
        if self.open[-1].mark == ">":
            self._add_entity(self.open.pop(), {"type": kind})

    def _add_entity(self, entity: _Open, details: dict[str, Any]) -> None:
        length = self.offset - entity.offset
        if length:
            self.entities.append({"offset": entity.offset, "length": length, **details})

    def _unended(self, entity: _Open) -> ParseError:
        where = byte_offset(self.text, entity.begin)
        return ParseError(f"Can't find end of {entity.name} entity at byte offset {where}")
