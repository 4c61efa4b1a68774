"""parse_mode Markdown, the legacy one, exactly as TDLib reads it (parse_markdown in MessageEntity.cpp)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.entities.code_blocks import BLOCK, read_block_start
from bot.rehearsal.entities.errors import ParseError
from bot.rehearsal.entities.kinds import Entity
from bot.rehearsal.entities.offsets import byte_offset, utf16_length
from bot.rehearsal.entities.tg_links import link_entity

_KINDS = {"_": "italic", "*": "bold", "`": "code"}
_MARK = re.compile(r"\\[_*`\[]|[_*`\[]")


def parse_markdown(text: str) -> tuple[str, list[Entity]]:
    """The text without markup, and its entities. Raises ParseError."""
    return _Parser(text).parse()


@dataclass
class _Parser:
    text: str
    position: int = 0
    offset: int = 0
    written_bytes: int = 0
    pieces: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        while (mark := _MARK.search(self.text, self.position)) is not None:
            self._add(self.text[self.position : mark.start()])
            self.position = mark.end()
            if len(mark[0]) == 2:
                self._add(mark[0][1])
            else:
                self._read_entity(mark[0], mark.start())
        self._add(self.text[self.position :])
        return "".join(self.pieces), self.entities

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.offset += utf16_length(piece)
        self.written_bytes += len(piece.encode())

    def _read_entity(self, mark: str, begin: int) -> None:
        if self.text.startswith(BLOCK, begin):
            language, self.position = read_block_start(self.text, begin)
            content = self._take_until(BLOCK, begin)
            self._add_entity(content, {"type": "pre", "language": language} if language else {"type": "pre"})
        elif mark == "[":
            content = self._take_until("]", begin)
            self._add_entity(content, self._read_link(content, begin) if content else None)
        else:
            self._add_entity(self._take_until(mark, begin), {"type": _KINDS[mark]})

    def _take_until(self, end: str, begin: int) -> str:
        found = self.text.find(end, self.position)
        if found < 0:
            where = byte_offset(self.text, begin)
            raise ParseError(f"Can't find end of the entity starting at byte offset {where}")
        content = self.text[self.position : found]
        self.position = found + len(end)
        return content

    def _add_entity(self, content: str, details: dict[str, Any] | None) -> None:
        offset = self.offset
        self._add(content)
        if content and details is not None:
            self.entities.append({"offset": offset, "length": self.offset - offset, **details})

    def _read_link(self, content: str, begin: int) -> dict[str, Any] | None:
        """The text itself is the link when none follows; one that is left open ends with the text."""
        if not self.text.startswith("(", self.position):
            return link_entity(self._overwritten(content, begin))
        url, _, _ = self.text[self.position + 1 :].partition(")")
        self.position = min(self.position + len(url) + 2, len(self.text))
        return link_entity(url)

    def _overwritten(self, content: str, begin: int) -> str:
        """The content as TDLib rereads it, from the buffer it has meanwhile moved the text in.

        All markup before it was cut out, so the content has moved that many bytes to the left.
        """
        data = content.encode()
        moved = byte_offset(self.text, begin + 1) - self.written_bytes
        data = data[moved:] + data[-moved:] if moved < len(data) else data
        return data.decode(errors="surrogateescape")
