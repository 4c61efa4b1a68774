"""What has become of a broadcast, as XLSX: totals, and everybody it was for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data import regions
from data.broadcasts import Broadcast
from data.event import Event
from data.statements import statements

_sql = statements("broadcasts")

COLUMNS = (
    ("No.", 7),
    ("Nama", 36),
    ("Instansi", 44),
    ("Provinsi", 28),
    ("Keadaan", 24),
    ("Waktu", 18),
    ("Sebab", 48),
)
"""Heading and width in characters."""

STATES = {
    "sent": "Terkirim",
    "failed": "Gagal",
    "dropped": "Tidak dikirim",
    "sending": "Sedang dikirim",
    "waiting": "Menunggu",
}
RECALLED = "Ditarik (terhapus)"
CAUSES = (
    ("blocked by the user", "Memblokir bot"),
    ("user is deactivated", "Akun Telegram sudah dihapus"),
    ("chat not found", "Belum pernah memulai bot, atau akunnya sudah tidak ada"),
    ("can't initiate conversation", "Belum pernah memulai bot"),
    ("too long", "Pesan terlalu panjang"),
    ("cancelled", "Siaran dihentikan"),
    ("too late", "Terlambat untuk dikirim"),
)
"""What Telegram or we say, and what it means; anything else stands as it was said."""


@dataclass(frozen=True)
class Receiver:
    name: str
    institution: str
    province: str
    state: str
    at: float | None
    """UTC epoch seconds."""
    cause: str


def workbook(path: Path, event: Event, broadcast: Broadcast, about: str, segment: str, now: float) -> bytes:
    """Reads through a connection of its own, row by row, so that it may run in another thread.

    What people typed is written as text only: nothing of it can become a formula or a link.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    heading = book.add_format({"bold": True, "bottom": 1})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")  # both sheets as of one instant
        _totals(book.add_worksheet("Ringkasan"), connection, event, broadcast, about, segment, now, moment)
        _receivers(book.add_worksheet("Penerima"), connection, event, broadcast, heading, moment)
    book.close()
    return buffer.getvalue()


def _totals(
    sheet: Worksheet,
    connection: sqlite3.Connection,
    event: Event,
    broadcast: Broadcast,
    about: str,
    segment: str,
    now: float,
    moment: Format,
) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 60)
    numbers = _numbers(connection, broadcast)
    rows: list[tuple[str, str | int | datetime]] = [
        ("Acara", event.short_title),
        ("Siaran", about),
        ("Penerima", segment),
    ]
    if broadcast.started_at is not None:
        rows.append(("Mulai", _wall_clock(event, broadcast.started_at)))
    if broadcast.ended_at is not None:
        rows.append(("Berakhir", _wall_clock(event, broadcast.ended_at)))
    rows += [("Keadaan per", _wall_clock(event, now)), ("Jumlah penerima", broadcast.recipients or 0)]
    rows += [(state, numbers[state]) for state in (*STATES.values(), RECALLED) if numbers.get(state)]
    for row, (label, value) in enumerate(rows):
        sheet.write_string(row, 0, label)
        if isinstance(value, datetime):
            sheet.write_datetime(row, 1, value, moment)
        elif isinstance(value, int):
            sheet.write_number(row, 1, value)
        else:
            sheet.write_string(row, 1, value)


def _numbers(connection: sqlite3.Connection, broadcast: Broadcast) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for row in connection.execute(_sql["report_numbers"], _key(broadcast)):
        state = _state(row["state"], is_recalled=bool(row["is_recalled"]))
        numbers[state] = numbers.get(state, 0) + row["number"]
    return numbers


def _receivers(
    sheet: Worksheet,
    connection: sqlite3.Connection,
    event: Event,
    broadcast: Broadcast,
    heading: Format,
    moment: Format,
) -> None:
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for column, (title, _) in enumerate(COLUMNS):
        sheet.write_string(0, column, title, heading)
    row = 0
    for row, receiver in enumerate(_rows(connection, broadcast), start=1):
        sheet.write_number(row, 0, row)
        texts = (receiver.name, receiver.institution, receiver.province, receiver.state)
        for column, text in enumerate(texts, start=1):
            sheet.write_string(row, column, text)
        if receiver.at is not None:
            sheet.write_datetime(row, 5, _wall_clock(event, receiver.at), moment)
        sheet.write_string(row, 6, receiver.cause)
    sheet.autofilter(0, 0, max(1, row), len(COLUMNS) - 1)


def _rows(connection: sqlite3.Connection, broadcast: Broadcast) -> Iterator[Receiver]:
    for row in connection.execute(_sql["report"], _key(broadcast)):
        province = regions.find(row["province"]) if row["province"] else None
        yield Receiver(
            name=row["name"] or "(belum terdaftar)",
            institution=row["institution"] or "",
            province=province.name if province else "",
            state=_state(row["state"], is_recalled=bool(row["is_recalled"])),
            at=row["finished_at"],
            cause=_cause(row["failure"]) if row["state"] in ("failed", "dropped") else "",
        )


def _key(broadcast: Broadcast) -> dict[str, int | None]:
    return {"id": broadcast.id, "stream": broadcast.stream, "event_id": broadcast.event_id}


def _state(state: str, *, is_recalled: bool) -> str:
    return RECALLED if is_recalled else STATES[state]


def _cause(failure: str | None) -> str:
    said = failure or ""
    return next((words for part, words in CAUSES if part in said.casefold()), said)


def _wall_clock(event: Event, instant: float) -> datetime:
    """Spreadsheets know no zones."""
    return event.local(instant).replace(tzinfo=None, microsecond=0)
