"""The list to be signed: A4 across, under the letterhead, with an empty column for the signatures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data.reports.attendance.roll import Letterhead, Roll, Row
from data.reports.typesetting import breakable, typeset
from data.wording import clock_time, long_date, zone_name

TEMPLATE = Path(__file__).with_name("list.typ")


def document(roll: Roll, letterhead: Letterhead, code: str) -> bytes:
    """The PDF; to be called beside the event loop. Raises TypesettingError."""
    return typeset(TEMPLATE, values(roll, letterhead, code))


def values(roll: Roll, letterhead: Letterhead, code: str) -> dict[str, object]:
    """What the template shows."""
    printed = roll.printed_at
    return {
        "heading": "Daftar Hadir",
        "title": breakable(roll.title),
        "event": breakable(roll.event_title),
        "institution": [breakable(line) for line in letterhead.institution],
        "facts": [(name, breakable(value)) for name, value in roll.facts],
        "sessions": roll.sessions,
        "spans_days": roll.spans_days,
        "rows": [_row(roll, row) for row in roll.rows],
        "totals": totals(roll),
        "code": code,
        "printed": _written_out(printed) if printed else "",
        "place_and_date": _place_and_date(breakable(letterhead.place or roll.town), printed),
        "signatory": [
            breakable(letterhead.signatory_role),
            breakable(letterhead.signatory_name),
            breakable(f"NIP {letterhead.signatory_nip}" if letterhead.signatory_nip else ""),
        ],
    }


def _row(roll: Roll, row: Row) -> dict[str, str]:
    texts = {
        "name": row.name,
        "nip": row.nip,
        "position": row.position,
        "institution": row.institution,
        "stands_in_for": f"mewakili {row.stands_in_for}" if row.stands_in_for else "",
        "attended": f"{row.attended}/{roll.sessions}",
        "checked_in": _moment(roll, row.checked_in),
        "checked_out": _moment(roll, row.checked_out) if row.checked_out else "",
        "way": row.way,
        "note": row.note,
    }
    return {name: breakable(text) for name, text in texts.items()}


def _moment(roll: Roll, moment: datetime) -> str:
    return f"{moment:%d/%m} {clock_time(moment)}" if roll.spans_days else clock_time(moment)


def _written_out(moment: datetime) -> str:
    return f"{long_date('id', moment.date())} {clock_time(moment)} {zone_name(moment)}"


def totals(roll: Roll) -> str:
    """``Hadir 128 orang: 125 dari 150 yang diundang, 3 tanpa undangan; 12 terlambat.``"""
    text = f"Hadir {len(roll.rows)} orang"
    if roll.invited:
        text += f": {roll.seated} dari {roll.invited} yang diundang"
        text += f", {roll.walk_ins} tanpa undangan" if roll.walk_ins else ""
    return f"{text}; {roll.late} terlambat." if roll.late else f"{text}."


def _place_and_date(place: str, printed: datetime | None) -> str:
    day = long_date("id", printed.date()).partition(", ")[2] if printed else ""
    return ", ".join(filter(None, (place, day)))
