"""What the bot says of itself."""

from __future__ import annotations

from collections.abc import Callable

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot

Texts = Callable[[Bot], dict[str, str]]


def get_me(call: Call) -> Json:
    return call.bot.full_profile


def set_my_name(call: Call) -> bool:
    return _set(call, lambda bot: bot.names, "name", 64, "BOT_NAME_TOO_LONG")


def set_my_description(call: Call) -> bool:
    return _set(call, lambda bot: bot.descriptions, "description", 512, "BOT_DESCRIPTION_TOO_LONG")


def set_my_short_description(call: Call) -> bool:
    return _set(
        call, lambda bot: bot.short_descriptions, "short_description", 120, "BOT_SHORT_DESCRIPTION_TOO_LONG"
    )


def get_my_name(call: Call) -> Json:
    return {"name": _get(call, lambda bot: bot.names) or call.bot.first_name}


def get_my_description(call: Call) -> Json:
    return {"description": _get(call, lambda bot: bot.descriptions)}


def get_my_short_description(call: Call) -> Json:
    return {"short_description": _get(call, lambda bot: bot.short_descriptions)}


def _set(call: Call, texts: Texts, name: str, limit: int, refusal: str) -> bool:
    text = call.parameters.text(name)
    if len(text) > limit:
        raise bad_request(refusal)
    language = read_language(call)
    if text:
        texts(call.bot)[language] = text
    else:
        texts(call.bot).pop(language, None)
    return True


def _get(call: Call, texts: Texts) -> str:
    """The text of the language asked for, else the one for all."""
    known = texts(call.bot)
    return known.get(read_language(call)) or known.get("", "")


def read_language(call: Call) -> str:
    """``language_code``, two letters or none."""
    language = call.parameters.text("language_code")
    if language and not (len(language) == 2 and language.isascii() and language.islower()):
        raise bad_request("Invalid language code specified")
    return language
