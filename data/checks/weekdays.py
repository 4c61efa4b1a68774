"""Weekdays and dates in texts agree, and every date in a text exists.

The public report of a real meeting printed "20 hingga 21 Januari" for a Monday and Tuesday in February.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data.checks.calendar_words import WEEKDAY_WORDS, date_name, weekday_name
from data.checks.date_readings import DateReader, EventDays
from data.checks.date_tokens import plain, tokens_of
from data.checks.dates_in_text import Claim, Expression, WrittenDate, expressions_in, full_dates_in
from data.checks.draft import NOT_PROSE, EventDraft
from data.checks.finding import Issues, Spot, error
from data.checks.wording import quoted

DEEPEST_TEXT = 6
LONGEST_STRETCH_DAYS = 7
"""``Senin-Jumat, 1-31 Maret`` is what happens every week, not a first and a last day."""


def dates_in_texts(draft: EventDraft) -> Issues:
    days = EventDays.of(draft)
    for spot, text in _texts(draft.tables, ()):
        for message in faults_in(text, days):
            yield error(spot, message)


def _texts(node: object, spot: Spot) -> Iterator[tuple[Spot, str]]:
    """All texts for people, at any key: tables that came later have them too."""
    if isinstance(node, str):
        yield spot, node
    elif len(spot) >= DEEPEST_TEXT:
        return
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in NOT_PROSE:
                yield from _texts(value, (*spot, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*spot, index))


def faults_in(text: str, days: EventDays | None) -> Iterator[str]:
    """One message for each date that does not exist or does not fall on the weekday beside it."""
    tokens = tokens_of(text)
    reader = DateReader(days, tuple(token.year for token in tokens if token.kind == "Y" and token.year))
    expressions = list(expressions_in(tokens))
    written = [day for expression in expressions for day in expression.dates] + list(full_dates_in(tokens))
    by_offset = {day.offset: day for day in written}
    for offset in sorted(by_offset):
        yield from _impossible(text, by_offset[offset], reader)
    for expression in expressions:
        yield from _disagreements(text, expression, reader)


def _impossible(text: str, written: WrittenDate, reader: DateReader) -> Iterator[str]:
    shown = quoted(text[written.start : written.end])
    most = reader.days_in_month(written)
    if not most:
        yield f"{shown}: there is no month {written.month}: correct the date"
    elif not 1 <= written.day <= most:
        yield f"{shown}: there is no day {written.day}, the month has {most} days: correct the date"


def _disagreements(text: str, expression: Expression, reader: DateReader) -> Iterator[str]:
    if len(expression.weekdays) > 1 and _stretch(expression, reader) >= LONGEST_STRETCH_DAYS:
        return
    shown = _shown(text[expression.start : expression.end])
    for claim in expression.claims():
        meant = [day for written in claim.dates for day in reader.readings(written)]
        weekdays = {WEEKDAY_WORDS[plain(word.text)][0] for word in claim.weekdays}
        if meant and weekdays.isdisjoint(day.weekday() for day in meant):
            yield f"{shown}: {_correction(claim, meant[0], reader.days)}"


def _shown(expression: str) -> str:
    is_open = expression.count("(") > expression.count(")")
    return quoted(expression + ")" * is_open)


def _stretch(expression: Expression, reader: DateReader) -> int:
    ends = [reader.readings(written)[:1] for written in (expression.dates[0], expression.dates[-1])]
    return (ends[1][0] - ends[0][0]).days if all(ends) else 0


def _correction(claim: Claim, day: date, days: EventDays | None) -> str:
    weekday, language = WEEKDAY_WORDS[plain(claim.weekdays[0].text)]
    name = weekday_name(language, weekday)
    right_name = weekday_name(language, day.weekday())
    fact = f"{date_name(language, day)} is a {right_name}, not a {name}: write {right_name}"
    other = days.on_weekday(weekday) if days else None
    return f"{fact}, or {date_name(language, other)} if {name} is right" if other else fact
