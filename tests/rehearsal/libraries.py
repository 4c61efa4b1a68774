"""Checks the emulator's record by the strict parsing of two libraries, for want of the specification.

aiogram has a model of every method and type, with its required fields; PTB reads messages as our bot does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import telegram
from aiogram import methods as aiogram_methods
from aiogram.methods.base import TelegramMethod
from pydantic import TypeAdapter, ValidationError

from tests.rehearsal.contract import LEGACY, is_part


@cache
def _methods() -> dict[str, type[TelegramMethod[Any]]]:
    """aiogram's methods by lower-cased name."""
    classes = (getattr(aiogram_methods, name) for name in aiogram_methods.__all__)
    return {
        one.__api_method__.lower(): one
        for one in classes
        if isinstance(one, type) and issubclass(one, TelegramMethod) and one is not TelegramMethod
    }


@cache
def _result(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(_methods()[method].__returning__)


def violations(calls: Iterable[dict[str, Any]]) -> list[str]:
    """What is wrong with recorded calls: unknown parameters, and answers that a library does not take."""
    return [found for call in calls for found in _of_call(call)]


def _of_call(call: dict[str, Any]) -> Iterator[str]:
    name = call["method"].lower()
    method = _methods().get(name)
    if method is None:
        return
    known = set(method.model_fields) | LEGACY
    for parameter, value in call["params"].items():
        if parameter not in known and not is_part(value):
            yield f"{call['method']}: unknown parameter {parameter}"
    response = call["response"]
    if response is None or not response["ok"]:
        return
    result = response["result"]
    yield from _nulls(result, call["method"])
    try:
        _result(name).validate_python(result)
    except ValidationError as error:
        yield f"{call['method']}: {error.errors(include_url=False, include_input=False)}"
    if isinstance(result, dict) and "message_id" in result and "chat" in result:
        telegram.Message.de_json(result, None)


def _nulls(value: Any, path: str) -> Iterator[str]:
    """Telegram leaves out what is absent."""
    if value is None:
        yield f"{path}: null"
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield from _nulls(child, f"{path}.{key}")
