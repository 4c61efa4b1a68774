"""Makes the slides of the sample event's panels: ``python -m scripts.sample_materials`` at the root.

Only typst's own fonts and the event's date go in, so that the same version of typst makes the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import typst

from data.event import Event, Session, Speaker
from data.eventfile import load
from handlers.texts import clock_time, long_date, roman, zone_name

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "rakor-polpum-2023.toml"
TEMPLATE = Path(__file__).with_suffix(".typ")
ROLES = {"narasumber": "Narasumber", "moderator": "Moderator"}


def main() -> None:
    event = load(SAMPLE)
    for session in event.panels():
        slides = render(event, session)
        for material in session.materials:
            file = SAMPLE.parent / material.file
            file.write_bytes(slides)
            sys.stderr.write(f"{file.name}: {len(slides):,} bytes\n")


def render(event: Event, session: Session) -> bytes:
    """The slides of a panel as PDF."""
    midnight = datetime.combine(event.first_day, time(), event.zone)
    pdf = typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"panel": json.dumps(content(event, session))},
        timestamp=int(midnight.timestamp()),
        ignore_system_fonts=True,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst made no single PDF")
    return pdf


def content(event: Event, session: Session) -> dict[str, object]:
    """What the template shows."""
    label = f"Panel {roman(session.panel or 1)}"
    return {
        "label": label,
        "title": session.title,
        "heading": f"{label}: {session.title}",
        "event": event.short_title,
        "event_title": event.title,
        "host": event.host,
        "theme": event.theme,
        "place": f"{event.venue.name}, {long_date('id', session.start.date())}",
        "facts": [{"name": name, "value": value} for name, value in facts(event, session)],
        "topics": [topic[:1].upper() + topic[1:] for topic in session.topics],
        "speakers": [speaker_card(speaker) for speaker in session.speakers],
    }


def facts(event: Event, session: Session) -> Iterator[tuple[str, str]]:
    hours = f"{clock_time(session.start)}-{clock_time(session.end)} {zone_name(session.start)}"
    room = event.room_of(session)
    yield "Hari", long_date("id", session.start.date())
    yield "Waktu", hours
    yield "Ruang", ", ".join(filter(None, [room.name, room.floor]))
    yield "Tempat", f"{event.venue.name}, {event.venue.city}"


def speaker_card(speaker: Speaker) -> dict[str, str]:
    detail = ", ".join(filter(None, [speaker.title, speaker.organization]))
    return {"name": speaker.name, "role": ROLES[speaker.role], "detail": detail}


if __name__ == "__main__":
    main()
