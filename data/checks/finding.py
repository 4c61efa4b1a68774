"""What a check says: findings for people, issues among the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Spot = tuple[str | int, ...]
"""Where something stands in the event file: keys and positions, such as ``("sessions", 3, "start")``."""


@dataclass(frozen=True)
class Finding:
    """One line for the organiser. An error keeps the event from being loaded, a warning does not."""

    severity: Severity
    place: str
    """``FILE:LINE``, or a key's full name such as ``sessions.panel-1.start``."""
    message: str
    """What is wrong and what to do, without line breaks."""

    def __str__(self) -> str:
        return f"{self.severity}: {self.place}: {self.message}"


@dataclass(frozen=True)
class Issue:
    """A finding as a rule makes it, before its spot has a name and a rank in the file."""

    severity: Severity
    spot: Spot
    message: str


Issues = Iterator[Issue]


def error(spot: Spot, message: str) -> Issue:
    return Issue("error", spot, message)


def warning(spot: Spot, message: str) -> Issue:
    return Issue("warning", spot, message)
