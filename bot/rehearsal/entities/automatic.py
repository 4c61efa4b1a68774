"""The entities Telegram finds by itself: commands, mentions, tags, links, addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bot.rehearsal.entities.kinds import Entity, Span, in_order, without_overlaps
from bot.rehearsal.entities.nesting import merge
from bot.rehearsal.entities.offsets import utf16_offsets
from bot.rehearsal.entities.urls import find_own_links, find_urls

_SHORT_USERNAMES = frozenset({"gif", "vid", "pic"})
_MAX_TAG_LENGTH = 256

_MENTION = re.compile(r"(?<!\w)@([A-Za-z0-9_]{2,32})(?!\w)")
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32}|(?!@))(?![\w/<>])")
_TAG = re.compile(r"#([\w\u200c\xb7\u0d80-\u0dff]+)")
_CASHTAG = re.compile(r"\$(?:1INCH|[A-Z]{1,8}(?![A-Z]))")
_USERNAME = re.compile(r"@[A-Za-z0-9_]{3,32}")
_WHOLE_USERNAME = re.compile(r"@[A-Za-z0-9_]{3,32}(?![A-Za-z0-9_])")
_PHONE_NUMBER = re.compile(r"(?<![\w+])\+[1-9](?:[ .\-]?\(?[0-9]\)?){6,14}(?![\w+])")


def find_entities(text: str, entities: list[Entity]) -> list[Entity]:
    """The given entities with those Telegram finds in the text, sorted and nested.

    Nothing is found inside code and pre, nor where a given link, mention or custom emoji stands.
    """
    return merge(entities, _found(text))


def _found(text: str) -> list[Entity]:
    spans = chain(
        _mentions(text),
        _commands(text),
        _hashtags(text),
        _cashtags(text),
        find_own_links(text),
        find_urls(text),
        _phone_numbers(text),
    )
    offsets = utf16_offsets(text)
    found = [
        {"type": kind, "offset": offsets[begin], "length": offsets[end] - offsets[begin]}
        for kind, begin, end in spans
    ]
    return without_overlaps(in_order(found))


def _mentions(text: str) -> Iterator[Span]:
    for match in _MENTION.finditer(text):
        if len(match[1]) >= 4 or match[1].lower() in _SHORT_USERNAMES:
            yield "mention", *match.span()


def _commands(text: str) -> Iterator[Span]:
    for match in _COMMAND.finditer(text):
        yield "bot_command", *match.span()


def _hashtags(text: str) -> Iterator[Span]:
    for match in _TAG.finditer(text):
        begin = match.start()
        if begin and _is_tag_letter(text[begin - 1]):
            continue
        run_end = next((at for at in range(*match.span(1)) if not _is_tag_letter(text[at])), match.end())
        tag_end = min(run_end, begin + 1 + _MAX_TAG_LENGTH)
        username = _USERNAME.match(text, run_end) if tag_end == run_end else None
        end = username.end() if username else tag_end
        closed = text.startswith("#", end if username else run_end)
        if not closed and any(map(str.isalpha, text[begin:tag_end])):
            yield "hashtag", begin, end


def _cashtags(text: str) -> Iterator[Span]:
    for match in _CASHTAG.finditer(text):
        begin, end = match.span()
        username = _WHOLE_USERNAME.match(text, end)
        end = username.end() if username else end
        neighbours = text[max(begin - 1, 0) : begin] + text[end : end + 1]
        if not any(sign == "$" or _is_tag_letter(sign) for sign in neighbours):
            yield "cashtag", begin, end


def _phone_numbers(text: str) -> Iterator[Span]:
    """International numbers. TDLib leaves them to the server, whose rule is not published."""
    for match in _PHONE_NUMBER.finditer(text):
        yield "phone_number", *match.span()


def _is_tag_letter(sign: str) -> bool:
    return sign.isalpha() or sign.isdecimal() or sign in "_\u200c\xb7" or "\u0d80" <= sign <= "\u0dff"
