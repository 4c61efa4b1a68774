"""Reading the event file as TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.checks.finding import Finding
from data.checks.wording import printable

TOML_ADVICE: Mapping[str, str] = {
    "Cannot overwrite a value": "the key or table stands twice: keep one of them",
    "Cannot declare": "the table stands twice, or once as [name] and once as [[name]]: keep one form",
    "Cannot mutate": "the table is already complete: add the key where the table is written",
    "Invalid date or datetime": "there is no such date or time: correct it",
    "Invalid statement": "write key = value, [table], [[list]] or # comment",
    "Expected '=' after a key": "write key = value",
    "Expected newline or end of document": "write one key = value a line, texts in quotes",
    "Invalid value": 'write texts in "quotes", times as 2023-02-20T09:00:00, yes and no as true and false',
    "Illegal character": 'a text in "quotes" ends on its line: close it, or use """ for several lines',
    "Unterminated string": "close the text with its quotes",
}
POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class UnreadableError(Exception):
    """The file cannot be read as TOML; ``finding`` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True)
class Document:
    """An event file that is TOML, whatever its tables say."""

    path: Path
    tables: Mapping[str, Any]


def read(path: Path) -> Document:
    """Raises UnreadableError when the file cannot be opened, is not UTF-8 or is not TOML."""
    text = _text(path, _bytes(path))
    try:
        return Document(path, tomllib.loads(text))
    except tomllib.TOMLDecodeError as exc:
        raise _syntax_error(path, text, str(exc)) from exc
    except RecursionError as exc:
        raise _unreadable(path, None, "tables or lists are nested too deeply: write them flat") from exc
    except ValueError as exc:
        raise _unreadable(path, None, "a number has thousands of digits: correct it") from exc


def _unreadable(path: Path, line: int | None, message: str) -> UnreadableError:
    place = printable(str(path)) if line is None else f"{printable(str(path))}:{line}"
    return UnreadableError(Finding("error", place, message))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as exc:
        raise _unreadable(path, None, "there is no such file: check the path") from exc
    except (OSError, ValueError) as exc:
        reason = (exc.strerror if isinstance(exc, OSError) else None) or "the path is not usable"
        message = f"cannot be read ({reason}): name a readable event file"
        raise _unreadable(path, None, message) from exc


def _text(path: Path, content: bytes) -> str:
    try:
        # Editors on Windows begin UTF-8 files with a byte order mark, which TOML does not know.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as exc:
        line = content.count(b"\n", 0, exc.start) + 1
        raise _unreadable(path, line, "is not UTF-8: save the file again with the encoding UTF-8") from exc


def _syntax_error(path: Path, text: str, complaint: str) -> UnreadableError:
    position = POSITION.search(complaint)
    reason = complaint[: position.start()] if position else complaint
    line = position["line"] if position else None
    last_line = text.rstrip("\n").count("\n") + 1
    advice = next(
        (TOML_ADVICE[start] for start in TOML_ADVICE if reason.startswith(start)), "correct the line"
    )
    message = f"not valid TOML: {printable(reason)}; {advice}"
    return _unreadable(path, int(line) if line else last_line, message)
