"""Reads a text with its entities from a call: parse, clean, find automatic entities, measure."""

from __future__ import annotations

from typing import Any

from bot.rehearsal import utf16
from bot.rehearsal.entities import ParseError, find_entities, fix, parse
from bot.rehearsal.errors import bad_request
from bot.rehearsal.model import Json
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.parameters import Parameters

MAX_RAW_BYTES = 1 << 15
MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
PARSE_MODES = frozenset({"html", "markdown", "markdownv2"})
ENTITY_TYPES = names(
    """
    bold italic underline strikethrough spoiler code pre text_link text_mention custom_emoji blockquote
    expandable_blockquote date_time mention hashtag cashtag bot_command url email phone_number
    bank_card_number
    """
)

Formatted = tuple[str, list[Json]]


def formatted(state: State, text: str, parse_mode: str, entities: Any) -> Formatted:
    """The text as it is sent, and its entities; given ones count without a parse_mode only.

    The order of the checks is that of Client.cpp, line 11309.
    Raises ApiError for a text that is too long or cannot be parsed, and for wrong entities.
    """
    if len(text) > MAX_RAW_BYTES // 4 and len(text.encode("utf-8", "replace")) > MAX_RAW_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    is_plain = not text or mode in {"", "none"}
    if not is_plain and mode not in PARSE_MODES:
        raise bad_request("Unsupported parse_mode")
    try:
        plain, explicit = (text, _given(entities)) if is_plain else parse(text, mode)
        plain, explicit = fix(plain, explicit)
    except ParseError as error:
        raise bad_request(error.description) from None
    return plain, find_entities(plain, _with_known_people(state, explicit))


def _given(entities: Any) -> list[Json]:
    return [_checked(entity) for entity in entities] if isinstance(entities, list) else []


def _checked(entity: Any) -> Json:
    if not isinstance(entity, dict):
        raise bad_request("Can't parse MessageEntity: expected an Object")
    for name, kind, called in (("offset", int, "Number"), ("length", int, "Number"), ("type", str, "String")):
        _require(entity, name, kind, called)
    if entity["type"] not in ENTITY_TYPES:
        raise bad_request("Can't parse MessageEntity: Unsupported type specified")
    if entity["type"] == "text_mention":
        _require(entity, "user", dict, "Object")
    if entity["type"] == "text_link":
        _require(entity, "url", str, "String")
    return {name: value for name, value in entity.items() if value is not None}


def _require(entity: Json, name: str, kind: type, called: str) -> None:
    if entity.get(name) is None:
        raise bad_request(f"Can't parse MessageEntity: Can't find field \"{name}\"")
    if not isinstance(entity[name], kind) or isinstance(entity[name], bool):
        raise bad_request(f'Can\'t parse MessageEntity: Field "{name}" must be of type {called}')


def _with_known_people(state: State, entities: list[Json]) -> list[Json]:
    """A mention by id is one only of somebody whom Telegram knows."""
    people = [
        entity | {"user": state.profile_of(entity["user"].get("id"))}
        if entity["type"] == "text_mention"
        else entity
        for entity in entities
    ]
    return [entity for entity in people if entity["type"] != "text_mention" or entity["user"] is not None]


def read_text(state: State, parameters: Parameters) -> Json:
    """The ``text`` and ``entities`` of a Message.

    Raises ApiError when it is empty or too long.
    """
    if not parameters.text("text"):
        raise bad_request("Message text is empty")
    entities = parameters.decoded_or_none("entities")
    text, entities = formatted(state, parameters.text("text"), parameters.text("parse_mode"), entities)
    if not text:
        raise bad_request("Message text is empty")
    if utf16.length(text) > MAX_TEXT_UNITS:
        raise bad_request("Message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(state: State, parameters: Parameters) -> Json:
    """The ``caption`` and ``caption_entities`` of a Message; nothing without a caption."""
    entities = parameters.decoded_or_none("caption_entities")
    return caption(state, parameters.text("caption"), parameters.text("parse_mode"), entities)


def caption(state: State, text: str, parse_mode: str, entities: Any) -> Json:
    """See ``read_caption``.

    Raises ApiError when it is too long.
    """
    text, entities = formatted(state, text, parse_mode, entities)
    if utf16.length(text) > MAX_CAPTION_UNITS:
        raise bad_request("Message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}
