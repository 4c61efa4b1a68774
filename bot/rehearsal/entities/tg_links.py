"""What links in markup stand for: a mention of a user, a custom emoji, a date, or a plain link.

Source: TDLib, LinkManager.cpp, compared with TDLib 1.8.69.
"""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.entities.errors import ParseError
from bot.rehearsal.entities.links import LinkError, check_link

MAX_USER_ID = (1 << 40) - 1
MAX_UNIX_TIME = (1 << 31) - 1
MAX_CUSTOM_EMOJI_ID = (1 << 63) - 1

_INTEGER = re.compile(r"-?[1-9][0-9]{0,18}")
_DATE_PARTS = ("wW", "dD", "tT")


def link_entity(url: str) -> dict[str, Any] | None:
    """Type and details of the entity for a link in markup; None when Telegram does not take the link."""
    user_id = user_id_of(url)
    if user_id is not None:
        return {"type": "text_mention", "user": {"id": user_id}}
    try:
        return {"type": "text_link", "url": check_link(url)}
    except LinkError:
        return None


def emoji_or_time(url: str) -> dict[str, Any] | None:
    """Type and details of the entity for a tg://emoji or tg://time link; None when it is neither."""
    arguments = _arguments(url, "emoji")
    if arguments is not None:
        number = _first(arguments, "id")
        return {"type": "custom_emoji", "custom_emoji_id": number} if is_custom_emoji_id(number) else None
    arguments = _arguments(url, "time")
    if arguments is None:
        return None
    return _time(arguments)


def date_time(unix_time: int, form: str) -> dict[str, Any]:
    """Type and details of a date entity.

    Raises ParseError for a form that is neither r nor made of w, d or D, and t or T.
    """
    details: dict[str, Any] = {"type": "date_time", "unix_time": unix_time}
    if not form:
        return details
    if form in ("r", "R"):
        return {**details, "date_time_format": "r"}
    if set(form) - set("".join(_DATE_PARTS)):
        raise ParseError("Invalid date format used")
    return {**details, "date_time_format": _canonical_date_format(form)}


def is_custom_emoji_id(number: str) -> bool:
    value = _integer(number)
    return value is not None and -MAX_CUSTOM_EMOJI_ID - 1 <= value <= MAX_CUSTOM_EMOJI_ID


def _canonical_date_format(form: str) -> str:
    """In Telegram's order; of a short and a long form, the short one counts."""
    letters = (next((letter for letter in part if letter in form), "") for part in _DATE_PARTS)
    return "".join(letters).replace("W", "w")


def _time(arguments: list[tuple[str, str]]) -> dict[str, Any] | None:
    values = dict(arguments)
    unix_time = _integer(values.get("unix", ""))
    if unix_time is None or not 0 < unix_time <= MAX_UNIX_TIME:
        return None
    try:
        return date_time(unix_time, values.get("format", ""))
    except ParseError:
        return None


def user_id_of(url: str) -> int | None:
    """The user of a tg://user link; None for another link."""
    arguments = _arguments(url, "user")
    if arguments is None:
        return None
    user_id = _integer(_first(arguments, "id"))
    return user_id if user_id is not None and 0 < user_id <= MAX_USER_ID else None


def _arguments(url: str, host: str) -> list[tuple[str, str]] | None:
    """The arguments of ``tg://host?…`` in order; None for another link."""
    match = re.match(rf"tg:(?://)?{host}/?\?([^#]*)", url, re.IGNORECASE | re.ASCII)
    if match is None:
        return None
    pairs = (argument.partition("=") for argument in match[1].split("&"))
    return [(key, value) for key, _, value in pairs]


def _first(arguments: list[tuple[str, str]], name: str) -> str:
    return next((value for key, value in arguments if key == name), "")


def _integer(text: str) -> int | None:
    """None for zero, for what is no number, and for what has needless signs or digits."""
    return int(text) if _INTEGER.fullmatch(text) else None
