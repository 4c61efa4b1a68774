"""The list as CSV: a line a check-in, with a byte order mark, so that Excel takes it for UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from data.reports.attendance.roll import Entry, Roll

HEADINGS = (
    "no",
    "sesi",
    "nama",
    "nip",
    "jabatan",
    "instansi",
    "provinsi",
    "masuk",
    "keluar",
    "cara",
    "terlambat",
    "keterangan",
    "mewakili",
    "undangan",
)
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(roll: Roll) -> bytes:
    """Instants are ISO 8601 with offset. A text a spreadsheet would reckon with gets an apostrophe."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    writer.writerows([number, *_line(entry)] for number, entry in enumerate(roll.entries, start=1))
    return file.getvalue().encode("utf-8-sig", "replace")


def _line(entry: Entry) -> Sequence[str]:
    texts = (
        entry.session,
        entry.name,
        entry.nip,
        entry.position,
        entry.institution,
        entry.province,
        _iso(entry.checked_in),
        _iso(entry.checked_out),
        entry.way,
        "ya" if entry.is_late else "",
        entry.note,
        entry.stands_in_for,
        "tanpa" if entry.is_walk_in else "ya",
    )
    return [guarded(text) for text in texts]


def guarded(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(STARTS_A_FORMULA) else text


def _iso(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
