"""The list as XLSX: a line a person, a line a check-in, and the totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from data.reports.attendance.roll import Entry, Roll, Row, counted

PEOPLE = (
    ("No.", 6),
    ("Nama", 36),
    ("NIP", 22),
    ("Jabatan", 36),
    ("Instansi", 44),
    ("Provinsi", 26),
    ("Masuk", 18),
    ("Keluar", 18),
    ("Cara", 22),
    ("Keterangan", 36),
    ("Mewakili", 36),
    ("Undangan", 12),
    ("Sesi", 8),
)
"""Heading and width in characters."""

CHECK_INS = (("Sesi", 44), *PEOPLE[1:3], *PEOPLE[4:11], ("Terlambat", 12))
TOTALS_WIDTHS = (48, 14)
UNKNOWN = "(tidak diketahui)"
Cell = str | int | datetime | None


def workbook(roll: Roll, code: str) -> bytes:
    """Frozen headings, filters and real dates in the event's zone.

    What people typed is written as text only: nothing of it can become a formula or a link.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    paper = Paper(book)
    paper.table("Daftar Hadir", PEOPLE, [_person(number, one) for number, one in enumerate(roll.rows, 1)])
    if roll.sessions > 1:
        paper.table("Per Sesi", CHECK_INS, [_check_in(entry) for entry in roll.entries])
    paper.totals("Rekapitulasi", list(_totals(roll, code)))
    book.close()
    return buffer.getvalue()


class Paper:
    """Sheets of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})

    def table(self, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Cell]]) -> None:
        """With a frozen heading and a filter for each column."""
        sheet = self._book.add_worksheet(name)
        for column, (title, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, self._heading)
        for at, row in enumerate(rows, start=1):
            self._write(sheet, at, row)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def totals(self, name: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Blocks of a heading (a row of one cell) and its lines."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(TOTALS_WIDTHS):
            sheet.set_column(column, column, width)
        for at, row in enumerate(rows):
            if len(row) == 1 and isinstance(row[0], str):
                sheet.write_string(at, 0, row[0], self._heading)
            else:
                self._write(sheet, at, row)

    def _write(self, sheet: Any, at: int, row: Sequence[Cell]) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(at, column, cell.replace(tzinfo=None, microsecond=0), self._moment)
            elif isinstance(cell, int):
                sheet.write_number(at, column, cell)
            elif cell:
                sheet.write_string(at, column, cell)


def _person(number: int, row: Row) -> Sequence[Cell]:
    return (
        number,
        row.name,
        row.nip,
        row.position,
        row.institution,
        row.province,
        row.checked_in,
        row.checked_out,
        row.way,
        row.note,
        row.stands_in_for,
        "tanpa" if row.is_walk_in else "ya",
        row.attended,
    )


def _check_in(entry: Entry) -> Sequence[Cell]:
    return (
        entry.session,
        entry.name,
        entry.nip,
        entry.institution,
        entry.province,
        entry.checked_in,
        entry.checked_out,
        entry.way,
        entry.note,
        entry.stands_in_for,
        "ya" if entry.is_late else "",
    )


def _totals(roll: Roll, code: str) -> Iterable[Sequence[Cell]]:
    yield (roll.event_title,)
    yield from roll.facts
    yield "Kode verifikasi", code
    if roll.printed_at:
        yield "Keadaan data", roll.printed_at
    yield ()
    yield ("Kehadiran",)
    yield "Hadir", len(roll.rows)
    yield "Tepat waktu", len(roll.rows) - roll.late
    yield "Terlambat", roll.late
    if roll.invited is not None:
        yield "Diundang", roll.invited
        yield "Tanpa undangan", roll.walk_ins
    blocks = {
        "Menurut sesi": [entry.session for entry in roll.entries] if roll.sessions > 1 else [],
        "Menurut provinsi": [row.province for row in roll.rows],
        "Menurut instansi": [row.institution for row in roll.rows],
        "Menurut cara": [row.way for row in roll.rows],
    }
    for heading, values in blocks.items():
        if values:
            yield ()
            yield (heading,)
            yield from counted(values, UNKNOWN)
