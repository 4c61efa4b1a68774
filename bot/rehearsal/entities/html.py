"""parse_mode HTML, exactly as TDLib reads it (parse_html in MessageEntity.cpp)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.entities.errors import ParseError
from bot.rehearsal.entities.kinds import Entity, in_order
from bot.rehearsal.entities.offsets import ascii_lower, byte_offset, is_well_formed, utf16_length
from bot.rehearsal.entities.tg_links import MAX_UNIX_TIME, date_time, is_custom_emoji_id, link_entity

_END = "\0"
"""Stands behind the text, as in TDLib, and ends every tag that is left open."""

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset({*_KINDS, "a", "blockquote", "code", "pre", "tg-emoji", "tg-time"})
_USED = {
    ("a", "href"): "",
    ("code", "class"): "language-",
    ("span", "class"): "tg-",
    ("tg-emoji", "emoji-id"): "",
    ("tg-time", "unix"): "",
    ("tg-time", "format"): "",
}
"""What the value of an attribute that counts starts with."""

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPACE = r" \t\r\n\v\0"
_MAX_REFERENCE_LENGTH = 9
_MARK = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<decimal>[0-9]*)|(?P<name>[a-zA-Z]*));?")
_TAG_NAME = re.compile(rf"[^{_SPACE}>]*")
_ATTRIBUTE_NAME = re.compile(rf"[^{_SPACE}=>/\"']*")
_BLANKS = re.compile(r"[ \t\r\n\v]*")
_TOKEN = re.compile(r"[a-zA-Z0-9.\-]*")
_DIGITS = re.compile(r"[0-9]*")


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """The text without tags, and its entities. Raises ParseError."""
    return _Parser(text).parse()


@dataclass
class _Tag:
    name: str
    attributes: dict[str, str]
    offset: int
    """Where its text starts, in UTF-16 units."""
    first_piece: int


@dataclass
class _Parser:
    source: str
    position: int = 0
    offset: int = 0
    pieces: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    open_tags: list[_Tag] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.source + _END

    def parse(self) -> tuple[str, list[Entity]]:
        while (mark := _MARK.search(self.source, self.position)) is not None:
            self._add(self.source[self.position : mark.start()])
            self.position = mark.start()
            self._read_mark()
        self._add(self.source[self.position :])
        if self.open_tags:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"')
        result = "".join(self.pieces)
        if not is_well_formed(result):
            raise ParseError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return result, in_order(map(_finished, self.entities))

    def _read_mark(self) -> None:
        if self.text[self.position] == "&":
            character, self.position = _reference(self.text, self.position)
            self._add(character)
        elif self.text[self.position + 1] == "/":
            self._read_end_tag()
        else:
            self._read_start_tag()

    def _add(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.offset += utf16_length(piece)

    def _read_start_tag(self) -> None:
        begin = self.position
        name = self._take(_TAG_NAME, begin + 1)
        if self._current == _END:
            raise self._error("Unclosed start tag", begin)
        tag = ascii_lower(name)
        if tag not in _TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        attributes = self._read_attributes(tag, begin)
        self.position += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open_tags.append(_Tag(tag, attributes, self.offset, len(self.pieces)))

    def _read_attributes(self, tag: str, begin: int) -> dict[str, str]:
        """What the tag makes use of; a later attribute replaces an earlier one."""
        attributes: dict[str, str] = {}
        while self._current != ">":
            self._skip_blanks()
            if self._current == ">":
                break
            name = self._take(_ATTRIBUTE_NAME, self.position)
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            value = self._read_value(tag, begin)
            if _is_used(tag, name, value):
                attributes[name] = value or ""
        return attributes

    def _read_value(self, tag: str, begin: int) -> str | None:
        """The value behind an attribute's name; None when it has none."""
        self._skip_blanks()
        has_value = self._current == "="
        if has_value:
            self.position += 1
            self._skip_blanks()
        if self._current == _END:
            raise self._error(f'Unclosed start tag "{tag}"', begin)
        if not has_value:
            return None
        value = self._read_quoted() if self._current in "'\"" else self._read_token()
        if self._current == _END:
            raise self._error("Unclosed start tag", begin)
        return value

    def _read_token(self) -> str:
        begin = self.position
        token = ascii_lower(self._take(_TOKEN, begin))
        if self._current not in " \t\r\n\v\0>":
            raise self._error("Unexpected end of name token", begin)
        return token

    def _read_quoted(self) -> str:
        quote = self._current
        self.position += 1
        value = []
        while self._current not in (quote, _END):
            if self._current == "&":
                character, self.position = _reference(self.text, self.position)
                value.append(character)
            else:
                value.append(self._current)
                self.position += 1
        self.position += self._current == quote
        return "".join(value)

    def _read_end_tag(self) -> None:
        begin = self.position
        if not self.open_tags:
            raise self._error("Unexpected end tag", begin)
        name = ascii_lower(self._take(_TAG_NAME, begin + 2))
        self._skip_blanks()
        if self._current != ">":
            raise self._error("Unclosed end tag", begin)
        self.position += 1
        tag = self.open_tags[-1]
        if name and name != tag.name:
            where = f"Unmatched end tag at byte offset {byte_offset(self.text, begin)}"
            raise ParseError(f'{where}, expected "</{tag.name}>", found "</{name}>"')
        self.open_tags.pop()
        if self.offset > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        details = self._details(tag)
        if details is not None:
            self.entities.append({"offset": tag.offset, "length": self.offset - tag.offset, **details})
        if tag.name in ("pre", "code"):
            self._join_monospace()

    def _details(self, tag: _Tag) -> dict[str, Any] | None:
        """Type and details of the tag's entity; None when it makes none."""
        if tag.name in _KINDS:
            return {"type": _KINDS[tag.name]}
        if tag.name == "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"}
        if tag.name == "a":
            return link_entity(tag.attributes.get("href") or "".join(self.pieces[tag.first_piece :]))
        if tag.name == "tg-emoji":
            return _custom_emoji(tag.attributes.get("emoji-id", ""))
        if tag.name == "tg-time":
            return _date_time(tag.attributes)
        return {"type": tag.name, "language": tag.attributes.get("class", "").removeprefix("language-")}

    def _join_monospace(self) -> None:
        """Makes one pre of a pre and a code with a language that hold the same text, whichever is outside."""
        if len(self.entities) < 2:
            return
        inner, outer = self.entities[-2:]
        if {inner["type"], outer["type"]} != {"pre", "code"}:
            return
        plain, code = (inner, outer) if inner["type"] == "pre" else (outer, inner)
        same = (inner["offset"], inner["length"]) == (outer["offset"], outer["length"])
        if same and code["language"] and not plain["language"]:
            self.entities[-2:] = [{**code, "type": "pre"}]

    @property
    def _current(self) -> str:
        return self.text[self.position]

    def _take(self, pattern: re.Pattern[str], position: int) -> str:
        match = next(pattern.finditer(self.text, position))
        self.position = match.end()
        return match[0]

    def _skip_blanks(self) -> None:
        self._take(_BLANKS, self.position)

    def _error(self, message: str, position: int) -> ParseError:
        return ParseError(f"{message} at byte offset {byte_offset(self.text, position)}")


def _reference(text: str, position: int) -> tuple[str, int]:
    """The character a reference stands for, or the bare "&", and where to read on."""
    match = next(_REFERENCE.finditer(text, position))
    if len(match[0].rstrip(";")) > _MAX_REFERENCE_LENGTH:
        return "&", position + 1
    if match["name"] is not None:
        named = _NAMED.get(match["name"])
        return (named, match.end()) if named else ("&", position + 1)
    code = int(match["hex"] or "0", 16) if match["hex"] is not None else int(match["decimal"] or "0")
    if 0 < code < 0x10FFFF:
        return chr(code), match.end()
    return "&", position + 1


def _is_used(tag: str, name: str, value: str | None) -> bool:
    if (tag, name) == ("blockquote", "expandable"):
        return True
    prefix = _USED.get((tag, name))
    return value is not None and prefix is not None and value.startswith(prefix)


def _custom_emoji(number: str) -> dict[str, Any]:
    if not is_custom_emoji_id(number):
        raise ParseError("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": number}


def _date_time(attributes: dict[str, str]) -> dict[str, Any] | None:
    """None when the tag names no instant."""
    unix_time = _leading_number(attributes.get("unix", ""))
    details = date_time(unix_time, attributes.get("format", ""))
    return details if 0 < unix_time <= MAX_UNIX_TIME else None


def _leading_number(text: str) -> int:
    """The digits the text starts with, as TDLib reads them: cut to 32 bits."""
    number = 0
    for digit in next(_DIGITS.finditer(text))[0]:
        number = (number * 10 + int(digit)) % (1 << 32)
    return number


def _finished(entity: Entity) -> Entity:
    """Without the language that only served to join a code and its pre."""
    if entity["type"] == "code" or not entity.get("language", True):
        return {key: value for key, value in entity.items() if key != "language"}
    return entity
