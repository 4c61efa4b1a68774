"""How instants and sessions are written: the same in the chat, on the wall and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date

from data.event import Session

INDONESIAN_ZONES: Mapping[str, str] = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
ROMAN_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def zone_name(moment: datetime) -> str:
    """WIB, WITA or WIT; elsewhere the zone's own abbreviation."""
    return INDONESIAN_ZONES.get(str(moment.tzinfo), moment.tzname() or "")


def clock_time(moment: datetime) -> str:
    return moment.strftime("%H.%M")


def long_date(language: str, day: date) -> str:
    """``Senin, 20 Februari 2023`` or ``Monday, 20 February 2023``."""
    return format_date(day, "EEEE, d MMMM y", locale=language)


def short_date(language: str, day: date) -> str:
    """``Sen, 20 Feb`` or ``Mon, 20 Feb``."""
    return format_date(day, "EEE, d MMM", locale=language)


def roman(number: int) -> str:
    return ROMAN_NUMERALS[number] if 0 < number < len(ROMAN_NUMERALS) else str(number)


def short_name(session: Session) -> str:
    """``Panel II``; the title of what is no panel."""
    return f"Panel {roman(session.panel)}" if session.panel else session.title


def full_name(session: Session) -> str:
    """``Panel II: Penguatan kelembagaan …``; titles that begin with "Panel" themselves stay as they are."""
    if session.panel is None or session.title.casefold().startswith("panel"):
        return session.title
    return f"{short_name(session)}: {session.title}"
