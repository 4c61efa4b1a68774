"""Results of inline queries: checked when the bot answers, made into a message when a person chooses one."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import caption, read_text
from bot.rehearsal.keyboards import markup
from bot.rehearsal.media import content_of
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters

MAX_RESULTS = 50
FILES = {
    "photo": "photo",
    "gif": "animation",
    "mpeg4_gif": "animation",
    "video": "video",
    "audio": "audio",
    "voice": "voice",
    "document": "document",
    "sticker": "sticker",
}
"""Kinds of results with a file, and of the files."""
CONTEXT = "Can't parse inline query result"


def checked_results(state: State, values: Any) -> list[Json]:
    """The results of answerInlineQuery.

    Raises ApiError in Telegram's words (Client.cpp, get_inline_query_results).
    """
    if values is None:
        return []
    if not isinstance(values, list):
        raise bad_request("Expected an Array of inline query results")
    if len(values) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    results = [_checked(state, value) for value in values]
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def _checked(state: State, value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad_request(f"{CONTEXT}: Inline query result must be an object")
    for name in ("type", "id"):
        if not isinstance(value.get(name), str):
            raise bad_request(f'{CONTEXT}: Can\'t find field "{name}"')
    kind = value["type"].lower()
    if kind not in {"article", "location", "venue", "contact", *FILES}:
        raise bad_request(f"{CONTEXT}: wrong inline query result type specified")
    if kind == "article" and not isinstance(value.get("title"), str):
        raise bad_request(f'{CONTEXT}: Can\'t find field "title"')
    if kind == "article" or value.get("input_message_content") is not None:
        _spoken(state, value.get("input_message_content"))
    markup(value.get("reply_markup"))
    return value | {"type": kind}


def _spoken(state: State, value: Any) -> Json:
    """An InputMessageContent as the content of a Message."""
    if not isinstance(value, dict):
        raise bad_request("Input message content is not specified")
    if value.get("message_text"):
        text = read_text(state, Parameters(value | {"text": value["message_text"]}))
        options = value.get("link_preview_options")
        return text | ({"link_preview_options": options} if options else {})
    return _placed(value)


def _placed(value: Json) -> Json:
    """A location, venue or contact from fields of those names."""
    if "latitude" in value and "longitude" in value:
        location = {name: value[name] for name in ("latitude", "longitude", "live_period") if name in value}
        if "title" in value and "address" in value:
            venue = {"location": location, "title": value["title"], "address": value["address"]}
            return {"venue": venue, "location": location}
        return {"location": location}
    if "phone_number" in value:
        names = ("phone_number", "first_name", "last_name", "vcard")
        return {"contact": {name: value[name] for name in names if name in value}}
    raise bad_request("Input message content is not specified")


async def content_of_result(state: State, bot: Bot, result: Json) -> Json:
    """The content of the message that a chosen result becomes.

    Raises ApiError when its file cannot be had.
    """
    if result.get("input_message_content") is not None:
        content = _spoken(state, result["input_message_content"])
    elif result["type"] in FILES:
        content = await _file(state, bot, result)
    else:
        content = _placed(result)
    keyboard = markup(result.get("reply_markup"))
    return content | ({"reply_markup": keyboard} if keyboard else {})


async def _file(state: State, bot: Bot, result: Json) -> Json:
    kind = FILES[result["type"]]
    named = result.get(f"{result['type']}_file_id") or result.get(f"{result['type']}_url") or ""
    content = await content_of(state, bot, kind, Parameters({kind: named}), kind)
    entities = result.get("caption_entities")
    said = caption(state, str(result.get("caption") or ""), str(result.get("parse_mode") or ""), entities)
    return content | said
