"""The fields of a control call, with a sentence for each way they can be wrong."""

from __future__ import annotations

import base64
from typing import Any

from bot.rehearsal.errors import ControlError
from bot.rehearsal.model import Json
from bot.rehearsal.parameters import Upload

LARGEST = 1e15
"""Numbers beyond it mean nothing to any call."""


class Fields:
    def __init__(self, values: Json, files: dict[str, Upload] | None = None) -> None:
        self.values = {name: value for name, value in values.items() if value is not None}
        self.files = files or {}

    def has(self, name: str) -> bool:
        return name in self.values

    def refuse_others(self, names: frozenset[str]) -> None:
        """Raises ControlError for a field that the call does not know."""
        unknown = sorted((self.values.keys() | self.files.keys()) - names)
        if unknown:
            raise ControlError(f"Unknown field {unknown[0]!r}; this call knows {', '.join(sorted(names))}.")

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value(name, default)
        if not isinstance(value, str):
            raise ControlError(f"{name} has to be a text.")
        return value

    def integer(self, name: str, default: int | None = None) -> int:
        value = self._value(name, default)
        if isinstance(value, str):
            value = self._converted(name, value, int)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
            raise ControlError(f"{name} has to be a whole number.")
        return value

    def number(self, name: str, default: float | None = None) -> float:
        value = self._value(name, default)
        if isinstance(value, str):
            value = self._converted(name, value, float)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
            raise ControlError(f"{name} has to be a number.")
        return float(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.values.get(name, default)
        if isinstance(value, str):
            value = {"true": True, "false": False}.get(value.lower(), value)
        if not isinstance(value, bool):
            raise ControlError(f"{name} has to be true or false.")
        return value

    def items(self, name: str) -> list[Any]:
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise ControlError(f"{name} has to be a list.")
        return value

    def integers(self, name: str) -> list[int]:
        return [Fields({name: item}).integer(name) for item in self.items(name)]

    def record(self, name: str) -> Json:
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise ControlError(f"{name} has to be an object.")
        return value

    def upload(self, default: Upload) -> Upload:
        """The file of a part named ``file``, or of ``data`` in base64; else the default."""
        if "file" in self.files:
            return self.files["file"]
        file_name = self.text("file_name", default.file_name)
        content_type = self.text("mime_type", default.content_type)
        if not self.has("data"):
            return Upload(file_name, default.content, content_type)
        try:
            content = base64.b64decode(self.text("data"), validate=True)
        except ValueError:
            raise ControlError("data has to be the file's bytes in base64.") from None
        return Upload(file_name, content, content_type)

    def _value(self, name: str, default: Any) -> Any:
        value = self.values.get(name, default)
        if value is None:
            raise ControlError(f"{name} is missing.")
        return value

    def _converted(self, name: str, value: str, kind: type[int] | type[float]) -> int | float:
        try:
            return kind(value)
        except ValueError:
            raise ControlError(f"{name} has to be a number, not {value!r}.") from None
