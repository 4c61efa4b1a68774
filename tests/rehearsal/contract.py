"""Checks the emulator's record against the machine-readable Bot API, where the checkout lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

SPECIFICATION = Path(__file__).parents[3] / "shared" / "botapi" / "api-10.0.json"
LEGACY = frozenset(
    {"allow_sending_without_reply", "correct_option_id", "disable_web_page_preview", "reply_to_message_id"}
)
"""Parameters of earlier versions, which Telegram still reads."""

PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
}


def is_available() -> bool:
    return SPECIFICATION.is_file()


@cache
def specification() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(SPECIFICATION.read_text())
    return content


@cache
def methods() -> dict[str, Any]:
    """The methods by lower-cased name."""
    return {name.lower(): method for name, method in specification()["methods"].items()}


def violations(calls: Iterable[dict[str, Any]]) -> list[str]:
    """What is wrong with recorded calls: unknown parameters, and answers that are not as specified."""
    return [found for call in calls for found in _of_call(call)]


def _of_call(call: dict[str, Any]) -> Iterator[str]:
    method = methods().get(call["method"].lower())
    if method is None:
        return
    known = {field["name"] for field in method.get("fields", [])} | LEGACY
    for name, value in call["params"].items():
        if name not in known and not is_part(value):
            yield f"{call['method']}: unknown parameter {name}"
    response = call["response"]
    if response is not None and response["ok"]:
        yield from _mismatches(response["result"], method["returns"], call["method"])


def is_part(value: Any) -> bool:
    """A file may come in a part of any name, for ``attach://name``."""
    return isinstance(value, dict) and value.keys() == {"file_name", "content_type", "size"}


def _mismatches(value: Any, kinds: list[str], path: str) -> list[str]:
    """Nothing, when the value is of one of the kinds; else what keeps it from being of the closest one."""
    findings = [_against(value, kind, path) for kind in kinds]
    return min(findings, key=len)


def _against(value: Any, kind: str, path: str) -> list[str]:
    if kind.startswith("Array of "):
        return _array(value, kind.removeprefix("Array of "), path)
    if kind in PLAIN:
        return _plain(value, kind, path)
    definition = specification()["types"][kind]
    if "subtypes" in definition:
        return _mismatches(value, definition["subtypes"], path)
    if not isinstance(value, dict):
        return [f"{path}: {value!r} is no {kind}"]
    return _object(value, definition, path)


def _array(value: Any, kind: str, path: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{path}: {value!r} is no array"]
    return [found for index, item in enumerate(value) for found in _against(item, kind, f"{path}[{index}]")]


def _plain(value: Any, kind: str, path: str) -> list[str]:
    is_right = isinstance(value, PLAIN[kind]) and (kind == "Boolean" or not isinstance(value, bool))
    return [] if is_right else [f"{path}: {value!r} is no {kind}"]


def _object(value: dict[str, Any], definition: dict[str, Any], path: str) -> list[str]:
    fields = {field["name"]: field for field in definition.get("fields", [])}
    found = [f"{path}.{name}: not in {definition['name']}" for name in value.keys() - fields.keys()]
    for name, field in fields.items():
        if name in value:
            found += _mismatches(value[name], field["types"], f"{path}.{name}")
        elif field["required"]:
            found.append(f"{path}.{name}: missing in {definition['name']}")
    return found + _wrong_constants(value, fields, path)


def _wrong_constants(value: dict[str, Any], fields: dict[str, Any], path: str) -> list[str]:
    """Fields such as a ChatMember's status, which tell the subtypes apart ("always …", "must be …")."""
    found = []
    for name in ("type", "status", "source"):
        description = fields.get(name, {}).get("description", "")
        for word in ("always ", "must be "):
            _, marked, rest = description.partition(word)
            constant = rest.strip('“”".,').split(" ")[0].strip('“”".,')
            if marked and isinstance(value.get(name), str) and value[name] != constant:
                found.append(f"{path}.{name}: {value[name]!r} instead of {constant!r}")
    return found
