"""The list to be signed: A4 across, under the letterhead, with an empty column for the signatures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

from data.reports.attendance.errors import TypesettingError
from data.reports.attendance.roll import Letterhead, Roll, Row
from data.wording import clock_time, long_date, zone_name

SPARING = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""A sixth less memory: glibc would keep a heap for each thread, and what was freed."""

COMPILER = Path(__file__).with_name("compile.py")
PATIENCE_SECONDS = 120
ONE_AT_A_TIME = threading.Lock()
"""Two would take twice the memory."""

CONTROL_SIGNS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
"""They mean nothing on paper."""

LONG_WORD = 18
ZERO_WIDTH_SPACE = "\u200b"


def document(roll: Roll, letterhead: Letterhead, code: str) -> bytes:
    """The PDF, made by a process of its own; to be called beside the event loop. Raises TypesettingError."""
    command = [sys.executable, "-P", str(COMPILER)]
    content = json.dumps(_content(roll, letterhead, code), ensure_ascii=False)
    try:
        with ONE_AT_A_TIME:
            made = subprocess.run(  # noqa: S603 - our own program
                command,
                input=content.encode(),
                capture_output=True,
                check=True,
                timeout=PATIENCE_SECONDS,
                env=os.environ | SPARING,
            )
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise TypesettingError(f"The PDF could not be made ({''.join(reason)}). XLSX and CSV can.") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TypesettingError("The PDF could not be made in time. XLSX and CSV can.") from error
    return made.stdout


def _content(roll: Roll, letterhead: Letterhead, code: str) -> dict[str, object]:
    printed = roll.printed_at
    return {
        "heading": "Daftar Hadir",
        "title": roll.title,
        "event": roll.event_title,
        "institution": letterhead.institution,
        "facts": roll.facts,
        "sessions": roll.sessions,
        "spans_days": roll.spans_days,
        "rows": [_row(roll, row) for row in roll.rows],
        "totals": totals(roll),
        "code": code,
        "printed": f"{long_date('id', printed.date())} {clock_time(printed)} {zone_name(printed)}"
        if printed
        else "",
        "place_and_date": _place_and_date(letterhead.place or roll.town, printed),
        "signatory": [
            letterhead.signatory_role,
            letterhead.signatory_name,
            f"NIP {letterhead.signatory_nip}" if letterhead.signatory_nip else "",
        ],
    }


def _row(roll: Roll, row: Row) -> dict[str, str]:
    texts = {
        "name": row.name,
        "nip": row.nip,
        "position": row.position,
        "institution": row.institution,
        "stands_in_for": row.stands_in_for,
        "attended": f"{row.attended}/{roll.sessions}",
        "checked_in": _moment(roll, row.checked_in),
        "checked_out": _moment(roll, row.checked_out) if row.checked_out else "",
        "way": row.way,
        "note": row.note,
    }
    return {name: breakable(text) for name, text in texts.items()}


def breakable(text: str) -> str:
    """Words too long for a column, such as addresses, may break anywhere instead of running over its edge."""
    words = text.translate(CONTROL_SIGNS).split(" ")
    return " ".join(ZERO_WIDTH_SPACE.join(word) if len(word) > LONG_WORD else word for word in words)


def _moment(roll: Roll, moment: datetime) -> str:
    return f"{moment:%d/%m} {clock_time(moment)}" if roll.spans_days else clock_time(moment)


def totals(roll: Roll) -> str:
    """``Hadir 128 orang dari 150 yang diundang; 12 terlambat; 3 tanpa undangan.``"""
    people = len(roll.rows)
    parts = [f"Hadir {people} orang" + (f" dari {roll.invited} yang diundang" if roll.invited else "")]
    if roll.late:
        parts.append(f"{roll.late} terlambat")
    if roll.invited and roll.walk_ins:
        parts.append(f"{roll.walk_ins} tanpa undangan")
    return "; ".join(parts) + "."


def _place_and_date(place: str, printed: datetime | None) -> str:
    day = long_date("id", printed.date()).partition(", ")[2] if printed else ""
    return ", ".join(filter(None, (place, day)))
