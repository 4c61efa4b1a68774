"""Loading an event file. The rules it must keep are in ``data/checks``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from data.checks import Finding, inspect
from data.checks.document import UnreadableError, read
from data.checks.model import event_of
from data.errors import RakorError
from data.event import Event


class EventFileError(RakorError):
    """The event file cannot be used. Its text is one line an error: where, what, and what to do."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(f"{finding.place}: {finding.message}" for finding in findings))
        self.findings = tuple(findings)


def load(path: Path) -> Event:
    """The event that the file describes, its times in the event's zone, its sessions in order of start.

    Raises EventFileError with every error that ``rakor check`` finds; warnings do not prevent loading.
    """
    try:
        document = read(path)
    except UnreadableError as exc:
        raise EventFileError([exc.finding]) from exc
    errors = [finding for finding in inspect(document) if finding.severity == "error"]
    if errors:
        raise EventFileError(errors)
    return event_of(document.tables)


def code_of(path: Path) -> str | None:
    """The code of the event in the file, without a look at the rest; None where it cannot be read."""
    try:
        code = tomllib.loads(path.read_text(encoding="utf-8"))["event"]["code"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return code if isinstance(code, str) else None
