"""The parameters of a call: from the query, a form, JSON or multipart, read by type as Telegram reads them.

Telegram's server sees every argument as text (HttpConnection.cpp); JSON bodies only spare the quoting.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.rehearsal.errors import ApiError, bad_request

MAX_BODY_BYTES = 52 * 1024 * 1024
"""Bots may upload 50 MB (documentation, "Sending files"); the rest is room for the other parameters."""

UNREADABLE_JSON = (ValueError, RecursionError)
"""What ``read_json`` raises."""


def read_json(text: str | bytes) -> Any:
    """As ``json.loads``, without the NaN and Infinity that JSON does not have."""
    return json.loads(text, parse_constant=_refused)


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


"""What json raises; the latter for what is nested too deep."""
UNREADABLE_PARTS = (ValueError, RuntimeError, LookupError, HttpProcessingError)
"""What aiohttp raises for a multipart body without its boundary, with broken headers or codings."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    file_name: str
    content: bytes
    content_type: str


@dataclass(slots=True)
class Parameters:
    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """The number, or ``default`` when it is absent or no number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            return default

    def number(self, name: str) -> float:
        try:
            value = float(self.values.get(name) or 0)
        except (TypeError, ValueError):
            return 0.0
        return value if math.isfinite(value) else 0.0

    def boolean(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def decoded(self, name: str, called: str | None = None) -> Any:
        """The value of a parameter that holds JSON; None when absent.

        Raises ApiError "can't parse … JSON object" with the name Telegram gives to it.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return read_json(value)
        except UNREADABLE_JSON:
            raise bad_request(f"Can't parse {called or name} JSON object") from None

    def decoded_or_none(self, name: str) -> Any:
        """The same, but unreadable JSON counts as absent (entities, allowed_updates)."""
        try:
            return self.decoded(name)
        except ApiError:
            return None

    def upload(self, name: str) -> Upload | None:
        """The file of a parameter in either style: the part of that name, or ``attach://part``."""
        return self.files.get(self.text(name).removeprefix("attach://")) or self.files.get(name)


async def read_parameters(request: web.BaseRequest) -> Parameters:
    """Query and body merged.

    Raises ApiError 413 for a body that is too large, 400 for one that cannot be read.
    """
    parameters = Parameters(dict(request.query))
    if not request.body_exists:
        return parameters
    try:
        await _read_body(request, parameters)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    return parameters


async def _read_body(request: web.BaseRequest, parameters: Parameters) -> None:
    if request.content_type.startswith("multipart/"):
        try:
            await _read_parts(await request.multipart(), parameters)
        except UNREADABLE_PARTS:
            raise bad_request("boundary not found") from None
        return
    body = await request.read()
    parameters.values.update(parse_body(request.content_type, body))


def parse_body(content_type: str, body: bytes) -> dict[str, Any]:
    """The arguments of a JSON or form body; nothing of any other kind.

    Raises ApiError when JSON is not an object.
    """
    if content_type == "application/json":
        return _json_arguments(body)
    if content_type == "application/x-www-form-urlencoded":
        return dict(_form_arguments(body))
    return {}


def _json_arguments(body: bytes) -> dict[str, Any]:
    try:
        values = read_json(body) if body.strip() else {}
    except UNREADABLE_JSON:
        raise bad_request("can't parse JSON body") from None
    if not isinstance(values, dict):
        raise bad_request("JSON body must be an object")
    return values


def _form_arguments(body: bytes) -> Iterable[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except ValueError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _decoded(content: bytes | bytearray) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _read_parts(reader: MultipartReader, parameters: Parameters) -> None:
    size = 0
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await part.read()
        size += len(content)
        if size > MAX_BODY_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            parameters.values[part.name] = _decoded(content)
        else:
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            parameters.files[part.name] = Upload(part.filename, bytes(content), content_type)
