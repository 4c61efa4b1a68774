"""The forms a list comes in. What makes one is imported when it is made."""

from __future__ import annotations

from typing import Literal, get_args

from data.reports.attendance.roll import Letterhead, Roll

Format = Literal["pdf", "xlsx", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(roll: Roll, letterhead: Letterhead, code: str, form: Format) -> bytes:
    """The file; takes up to seconds, so beside the event loop. Raises TypesettingError for PDF."""
    if form == "pdf":
        from data.reports.attendance.pdf import document  # noqa: PLC0415

        return document(roll, letterhead, code)
    if form == "xlsx":
        from data.reports.attendance.workbook import workbook  # noqa: PLC0415

        return workbook(roll, code)
    from data.reports.attendance.table import table  # noqa: PLC0415

    return table(roll)


def filename(roll: Roll, form: Format) -> str:
    """``daftar-hadir-polpum-2023-panel-1.pdf``"""
    subject = roll.scope.partition(":")[2]
    return "-".join(filter(None, ("daftar-hadir", roll.event_code, subject))) + f".{form}"
