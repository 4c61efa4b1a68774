"""The report on feedback, questions and polls: PDF and PNG by typst, XLSX with the rows behind it.

What it says comes in as ready words; all of it is to be called beside the event loop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from data.reports.typesetting import all_breakable, typeset, typeset_fitting

TEMPLATE = Path(__file__).with_name("feedback.typ")
MOST_PAGES = 6
WIDEST = 80
"""Characters of a column."""


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | int | float | None]]


def pdf(contents: Sequence[Mapping[str, Any]], now: float) -> bytes:
    """A4 pages of the first content that fits into six, else of the last; at least one is given.

    A content is JSON-able, with the keys that the template reads. Raises TypesettingError.
    """
    values = [all_breakable({**one, "kind": "report"}) for one in contents]
    return typeset_fitting(TEMPLATE, values, MOST_PAGES, now)


def chart(content: Mapping[str, Any], now: float) -> bytes:
    """The first of the content's forms as a picture (PNG). Raises TypesettingError."""
    return typeset(TEMPLATE, all_breakable({**content, "kind": "chart"}), "png", now)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """A sheet each, with a frozen heading and filters.

    What people typed is written as text only: nothing of it can become a formula or a link.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    heading = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for column, title in enumerate(sheet.columns):
            page.set_column(column, column, _width(sheet, column), wrapped)
            page.write_string(0, column, title, heading)
        for position, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                _write(page, position, column, value)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    book.close()
    return buffer.getvalue()


def _write(page: Any, row: int, column: int, value: str | float | None) -> None:
    if isinstance(value, str):
        page.write_string(row, column, value)
    elif value is not None:
        page.write_number(row, column, value)


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(str(row[column])) for row in sheet.rows if row[column] is not None), default=0)
    return min(WIDEST, max(longest, len(sheet.columns[column])) + 3)
