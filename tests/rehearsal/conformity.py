"""Whether what an emulator has answered is what Telegram's specification says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.rehearsal import contract


def violations(calls: Iterable[dict[str, Any]]) -> list[str]:
    """By the specification where it lies beside the checkout, else by what two libraries take."""
    if contract.is_available():
        return contract.violations(calls)
    from tests.rehearsal import libraries  # noqa: PLC0415 - seconds and megabytes, for the second choice only

    return libraries.violations(calls)
