"""Tables in Markdown, as they stand in ``docs/benchmarks.md``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured of one bot, and how many times the reference that is."""

    name: str
    value: float
    ratio: float


def table(title: str, unit: str, rows: Sequence[Row]) -> str:
    lines = [f"### {title}", "", f"| bot | {unit} | times PTB's defaults |", "| --- | ---: | ---: |"]
    lines += [f"| {row.name} | {row.value:,.0f} | {row.ratio:.2f} |" for row in rows]
    return "\n".join([*lines, ""])


def facts(title: str, rows: Sequence[Sequence[str]]) -> str:
    """A table with a heading row of its own."""
    heading, *others = rows
    lines = [f"### {title}", "", f"| {' | '.join(heading)} |", f"| --- |{' ---: |' * (len(heading) - 1)}"]
    lines += [f"| {' | '.join(row)} |" for row in others]
    return "\n".join([*lines, ""])
