"""What a call can be refused with, in Telegram's words.

The wording rule is that of ``fail_query_with_error`` in telegram-bot-api's Client.cpp: a prefix for the code,
then the message with its first letter lower-cased unless its second character is ``_`` or a capital letter.
"""

from __future__ import annotations

from typing import Any

PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 409: "Conflict"}


class ApiError(Exception):
    """A call that is answered ``{"ok": false, …}``."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


def _worded(code: int, message: str) -> str:
    prefix = PREFIXES[code]
    if message.startswith(prefix):
        return message
    keeps_case = len(message) > 1 and (message[1] == "_" or "A" <= message[1] <= "Z")
    return f"{prefix}: {message if keeps_case else message[:1].lower() + message[1:]}"


def bad_request(message: str, **parameters: Any) -> ApiError:
    return ApiError(400, _worded(400, message), **parameters)


def forbidden(message: str) -> ApiError:
    return ApiError(403, _worded(403, message))


def conflict(message: str) -> ApiError:
    return ApiError(409, _worded(409, message))


def too_many_requests(retry_after_seconds: int) -> ApiError:
    """The answer of Telegram's flood control; see ``flood``."""
    description = f"Too Many Requests: retry after {retry_after_seconds}"
    return ApiError(429, description, retry_after=retry_after_seconds)


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")


def method_not_found() -> ApiError:
    return ApiError(404, "Not Found: method not found")


def not_emulated(method: str) -> ApiError:
    """Telegram has the method, the emulator does not."""
    return ApiError(501, f"Not Implemented: the emulator does not know the method {method}")


class ControlError(Exception):
    """A control call that is answered 400; its text is the sentence."""
