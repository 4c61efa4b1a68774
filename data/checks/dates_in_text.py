"""Dates that a text writes, and the weekdays it puts beside them, in Indonesian and English.

The grammar is written over the token kinds of ``date_tokens``; repetitions are bounded so that a long
list of numbers takes no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.checks.date_tokens import Token

SEPARATOR = r"(?:(?:C?[TRA]|C)S?)"
GLUE = r"(?:[CSP]{0,3}T?S?)"
YEAR = r"(?:C?S?P?Y)?"
BLOCK = rf"""(?:
      (?:N{SEPARATOR}){{0,6}}NO?M{YEAR}         # 20, 21 dan 22 Februari 2023
    | (?:N{SEPARATOR}){{0,6}}[DH]               # 20-21/2/2023
    | MN(?:C?[TRA]N){{0,6}}(?:C?Y)?             # February 20-21, 2023
)"""
BLOCKS = rf"(?:{BLOCK}(?:{SEPARATOR}{BLOCK}){{0,3}})"
DAY = rf"(?:NO?M{YEAR}|[DH]|MN(?:C?Y)?)"
WEEKDAY_LIST = rf"(?:W(?:{SEPARATOR}W){{0,6}})"

EXPRESSION = re.compile(
    rf"""
      (?P<inside>(?:NPS?WQ{SEPARATOR}){{0,6}}NPS?WQO?M{YEAR})    # 20 (Senin) dan 21 (Selasa) Februari
    | (?P<behind>{BLOCKS}(?:                                     # 20 dan 21 Februari (Senin dan Selasa)
          C?PS?{WEEKDAY_LIST}Q
        | S?W(?!{GLUE}(?:{BLOCK}|N{SEPARATOR}))))
    | (?P<each>(?:W{GLUE}(?:{DAY}|N)Q?{SEPARATOR}){{1,6}}W{GLUE}{DAY})  # Senin 20 hingga Selasa 21 Februari
    | (?P<before>{WEEKDAY_LIST}{GLUE}{BLOCKS})                   # Senin-Selasa, 20-21 Februari
    """,
    re.VERBOSE,
)
SINGLE_BLOCK = re.compile(BLOCK, re.VERBOSE)
FULL_DATE = re.compile(
    rf"""
      (?:N[TR]S?){{0,3}}NO?M{YEAR}
    | (?:N[TR]S?){{0,3}}D
    | MN(?:C?[TRA]N){{0,6}}C?Y
    """,
    re.VERBOSE,
)
"""What is a date even with no weekday beside it; ``1/2`` or ``Februari 30`` may be something else."""


@dataclass(frozen=True)
class WrittenDate:
    """A date as a text has it; it need not exist."""

    day: int
    month: int
    year: int | None
    offset: int
    """Where the day stands in the text."""
    start: int
    """Where the text begins to speak of days in this month; ``end`` is behind it."""
    end: int


@dataclass(frozen=True)
class Claim:
    """One of the weekdays is the weekday of one of the dates."""

    weekdays: tuple[Token, ...]
    dates: tuple[WrittenDate, ...]


@dataclass(frozen=True)
class Expression:
    """Weekdays and dates that belong together."""

    weekdays: tuple[Token, ...]
    dates: tuple[WrittenDate, ...]
    start: int
    end: int
    is_weekday_behind: bool

    def claims(self) -> list[Claim]:
        """What the expression says, as far as that is beyond doubt."""
        if len(self.weekdays) == len(self.dates):
            return [Claim((word,), (day,)) for word, day in zip(self.weekdays, self.dates, strict=True)]
        if len(self.weekdays) == 1 and not self.is_weekday_behind:
            return [Claim(self.weekdays, self.dates[:1])]
        if len(self.weekdays) == 2 and len(self.dates) > 2:
            return [Claim(self.weekdays[:1], self.dates[:1]), Claim(self.weekdays[1:], self.dates[-1:])]
        return [Claim(self.weekdays, self.dates)]


def expressions_in(tokens: Sequence[Token]) -> Iterator[Expression]:
    """The places where a weekday stands beside a date."""
    for match in EXPRESSION.finditer(_kinds(tokens)):
        part = tokens[match.start() : match.end()]
        yield Expression(
            weekdays=tuple(token for token in part if token.kind == "W"),
            dates=tuple(_dates(part)),
            start=part[0].start,
            end=part[-1].end,
            is_weekday_behind=match["behind"] is not None,
        )


def full_dates_in(tokens: Sequence[Token]) -> Iterator[WrittenDate]:
    """The dates with day and month that can be nothing else."""
    for match in FULL_DATE.finditer(_kinds(tokens)):
        for written in _dates(tokens[match.start() : match.end()]):
            if written.month <= 12 and (written.day <= 31 or written.year is not None):
                yield written


def _kinds(tokens: Sequence[Token]) -> str:
    return "".join(token.kind for token in tokens)


def _dates(tokens: Sequence[Token]) -> list[WrittenDate]:
    """All dates of an expression; a day borrows month and year from what follows it."""
    dates: list[WrittenDate] = []
    year: int | None = None
    month = 12
    for segment in reversed(_segments(tokens)):
        own_month = next(token.month for token in segment if token.kind in "MDH")
        own_year = next((token.year for token in segment if token.year is not None), None)
        if own_year is None and year is not None:
            own_year = year - 1 if own_month > month else year
        year, month = own_year, own_month
        span = segment[0].start, segment[-1].end
        days = [token for token in segment if token.kind in "NDH"]
        dates[:0] = [WrittenDate(token.day, month, year, token.start, *span) for token in days]
    return dates


def _segments(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The tokens cut behind each month with its days; days before a weekday go with the next month."""
    ends = [match.end() for match in SINGLE_BLOCK.finditer(_kinds(tokens))] or [len(tokens)]
    starts = [0, *ends[:-1]]
    segments = [tokens[start:end] for start, end in zip(starts, ends, strict=True)]
    return [_from_first_day(segment) for segment in segments]


def _from_first_day(segment: Sequence[Token]) -> Sequence[Token]:
    first = next(index for index, token in enumerate(segment) if token.kind in "NMDH")
    return segment[first:]
