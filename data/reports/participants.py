"""The list of participants as XLSX."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

from data import regions
from data.event import Event
from data.participants import Participant

COLUMNS = (
    ("No.", 6),
    ("Nama", 36),
    ("Jabatan", 36),
    ("Instansi", 44),
    ("Wilayah", 36),
    ("Terdaftar", 18),
)
"""Heading and width in characters."""


def workbook(event: Event, everybody: Sequence[Participant]) -> bytes:
    """A sheet with a frozen heading, filters and real dates in the event's zone.

    What people typed is written as text only: nothing of it can become a formula or a link.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    heading = book.add_format({"bold": True, "bottom": 1})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    sheet = book.add_worksheet("Peserta")
    for column, (title, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, heading)
    for row, participant in enumerate(everybody, start=1):
        sheet.write_number(row, 0, row)
        for column, text in enumerate(_texts(participant), start=1):
            sheet.write_string(row, column, text)
        sheet.write_datetime(row, len(COLUMNS) - 1, _wall_clock(event, participant.registered_at), moment)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(everybody)), len(COLUMNS) - 1)
    book.close()
    return buffer.getvalue()


def _texts(participant: Participant) -> tuple[str, str, str, str]:
    region = regions.find(participant.region_code) if participant.region_code else None
    return participant.name, participant.position, participant.institution, region.path if region else ""


def _wall_clock(event: Event, instant: float) -> datetime:
    """Spreadsheets know no zones."""
    return event.local(instant).replace(tzinfo=None, microsecond=0)
