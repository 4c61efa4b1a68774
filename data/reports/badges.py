"""Name badges as PDF: eight an A4 page, each with its owner's QR."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import segno

from data.attendees import Person
from data.event import Event
from data.reports.typesetting import typeset

TEMPLATE = Path(__file__).with_name("badges.typ")


def pdf(event: Event, cards: Sequence[tuple[Person, str]]) -> bytes:
    """The sheet; each card is a person and the link that the QR says. Raises TypesettingError."""
    people = [
        {
            "name": person.name,
            "position": person.position,
            "institution": person.institution,
            "note": _note(person),
            "qr": _qr(link),
        }
        for person, link in cards
    ]
    values = {
        "event": event.short_title,
        "place": f"{event.venue.name}, {event.venue.city}",
        "people": people,
    }
    return typeset(TEMPLATE, values)


def _qr(link: str) -> str:
    """As SVG."""
    buffer = BytesIO()
    segno.make_qr(link, error="m").save(buffer, kind="svg", border=0, xmldecl=False, nl=False)
    return buffer.getvalue().decode()


def _note(person: Person) -> str:
    if person.official:
        return f"mewakili {person.official}"
    return f"Undangan {person.invitation_number}" if person.invitation_number else ""
