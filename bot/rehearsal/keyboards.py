"""Reads ``reply_markup`` as Client.cpp does (get_reply_markup), and refuses what Telegram's servers do."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.model import Json
from bot.rehearsal.parameters import Parameters

MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
MAX_MARKUP_BYTES = 10_240
"""The markups' limits in size are known from experience with Telegram's servers only."""
URL = re.compile(
    r"(https?://)?[^\s/?#@:]+\.[^\s/?#@:]{2,}(:\d+)?([/?#]\S*)?|https?://(localhost|[\d.]+)(:\d+)?(/\S*)?"
)
APP_URL = re.compile(r"(tg|ton|tonsite)://\S+")

REQUESTS = ("request_users", "request_chat", "request_managed_bot", "request_poll", "web_app")
FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")


def read_markup(parameters: Parameters) -> Json | None:
    """The markup of a call; None when there is none or it is empty.

    Raises ApiError in Telegram's words.
    """
    return markup(parameters.decoded("reply_markup", "reply keyboard markup"))


def markup(value: Any) -> Json | None:
    """See ``read_markup``."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    keyboard = _rows(value.get("keyboard"), 'Field "keyboard" must be an Array of Arrays')
    inline = _rows(
        value.get("inline_keyboard"),
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    if keyboard:
        return _reply_keyboard(value, keyboard)
    if inline:
        return _inline_keyboard(inline)
    return _without_rows(value)


def _rows(value: Any, refusal: str) -> list[list[Any]]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(refusal)
    return value


def _without_rows(value: Json) -> Json | None:
    selective = {"selective": True} if value.get("selective") else {}
    if value.get("remove_keyboard"):
        return {"remove_keyboard": True, **selective}
    if value.get("force_reply"):
        return {"force_reply": True, **_placeholder(value), **selective}
    return None


def _placeholder(value: Json) -> Json:
    placeholder = value.get("input_field_placeholder")
    return {"input_field_placeholder": placeholder} if placeholder else {}


def _reply_keyboard(value: Json, rows: list[list[Any]]) -> Json:
    keyboard = [[_reply_button(button) for button in row] for row in rows if row]
    flags = {flag: True for flag in FLAGS if value.get(flag)}
    return {"keyboard": keyboard, **flags, **_placeholder(value)}


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    text = _text(button, "Can't parse keyboard button")
    look = _look(button)
    for flag in ("request_contact", "request_location"):
        if button.get(flag):
            return {"text": text, **look, flag: True}
    for request in REQUESTS:
        if button.get(request) is not None:
            return {"text": text, **look, request: _object(button, request, "Can't parse keyboard button")}
    return {"text": text, **look}


def _text(button: Json, context: str) -> str:
    text = button.get("text")
    if text is None:
        raise bad_request(f'{context}: Can\'t find field "text"')
    if not isinstance(text, str):
        raise bad_request(f'{context}: Field "text" must be of type String')
    return text


def _object(button: Json, name: str, context: str) -> Json:
    value = button[name]
    if not isinstance(value, dict):
        raise bad_request(f'{context}: Field "{name}" must be of type Object')
    return value


def _look(button: Json) -> Json:
    return {name: button[name] for name in ("icon_custom_emoji_id", "style") if button.get(name)}


def _inline_keyboard(rows: list[list[Any]]) -> Json:
    keyboard = {"inline_keyboard": [[_inline_button(button) for button in row] for row in rows if row]}
    count = sum(map(len, keyboard["inline_keyboard"]))
    if count > MAX_BUTTONS or len(json.dumps(keyboard, ensure_ascii=False).encode()) > MAX_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    return keyboard


def _inline_button(button: Any) -> Json:
    context = "Can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"{context}: InlineKeyboardButton must be an Object")
    text = _text(button, context)
    action = _action(button, context)
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    return {"text": text, **_look(button), **action}


def _action(button: Json, context: str) -> Json:
    """The one thing that the button does, by Telegram's order of precedence."""
    if button.get("url"):
        return {"url": _url(str(button["url"]))}
    if button.get("callback_data"):
        return {"callback_data": _callback_data(button["callback_data"], context)}
    if "callback_game" in button:
        return {"callback_game": {}}
    if "pay" in button:
        return {"pay": True}
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if isinstance(button.get(name), str):
            return {name: button[name]}
    for name in ("switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text"):
        if button.get(name) is not None:
            return {name: _object(button, name, context)}
    raise bad_request(f"{context}: Text buttons are unallowed in the inline keyboard")


def _callback_data(data: Any, context: str) -> str:
    if not isinstance(data, str):
        raise bad_request(f'{context}: Field "callback_data" must be of type String')
    if len(data.encode()) > MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _url(url: str) -> str:
    if not (URL.fullmatch(url) or APP_URL.fullmatch(url)):
        raise bad_request("BUTTON_URL_INVALID")
    return url
