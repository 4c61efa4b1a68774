"""Events in the database: the event model, row by row and back."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data import facts, room_codes, teaching
from data.database import Reads, Transaction
from data.event import Event, Translatable
from data.statements import statements
from data.teaching import Lesson

_sql = statements("events")


@dataclass(frozen=True)
class StoredEvent:
    """The event that this installation serves, as of one revision."""

    id: int
    revision: int
    folder: Path
    """Where the event's materials lie."""
    event: Event
    """With the committee's own FAQ entries behind those of the file."""
    lessons: tuple[Lesson, ...] = ()
    """What the committee has taught."""


def save(tx: Transaction, event: Event, folder: Path) -> int:
    """Stores the event, or its new form where one with its code is known; makes it the current one.

    Attendance, feedback and the like refer to ids of sessions and stay.
    """
    fields = event.model_dump(mode="json")
    tables = {name: _json(fields[name]) for name in ("venue", "attendance", "polls")}
    survey = None if event.survey is None else _json(fields["survey"])
    row = {"folder": str(folder), "english": _english(event), "survey": survey}
    tx.execute(_sql["save"], {**fields, **tables, **row})
    event_id: int = tx.execute(_sql["by_code"], {"code": event.code}).fetchone()["id"]
    for table in ("rooms", "sessions", "speakers", "materials", "faq"):
        tx.execute(_sql[f"clear_{table}"], {"event_id": event_id})
    _add_rooms(tx, event_id, event)
    _add_sessions(tx, event_id, event)
    _add_faq(tx, event_id, event)
    room_codes.ensure_secrets(tx, event_id, event)
    facts.remember(tx, facts.CURRENT_EVENT, str(event_id))
    return event_id


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


async def current(reads: Reads, known: StoredEvent | None = None) -> StoredEvent | None:
    """The current event; ``known`` itself while that is still its newest revision."""
    for row in await reads.execute_fetchall(_sql["revision"]):
        if known and (known.id, known.revision) == (row["id"], row["revision"]):
            return known
        return await _load(reads, row["id"])
    return None


def _add_rooms(tx: Transaction, event_id: int, event: Event) -> None:
    for position, room in enumerate(event.rooms):
        key = {"event_id": event_id, "position": position}
        tx.execute(_sql["add_room"], {**key, **room.model_dump(), "english": _english(room)})


def _add_sessions(tx: Transaction, event_id: int, event: Event) -> None:
    for position, session in enumerate(event.sessions):
        fields: dict[str, Any] = session.model_dump(exclude={"start", "end", "speakers", "materials"})
        fields |= {
            "event_id": event_id,
            "position": position,
            "starts_at": int(session.start.timestamp()),
            "ends_at": int(session.end.timestamp()),
            "topics": _json(session.topics),
            "form": _json(fields["form"]),
            "english": _english(session),
        }
        tx.execute(_sql["add_session"], fields)
        key = {"event_id": event_id, "session_id": session.id}
        for place, speaker in enumerate(session.speakers):
            fields = {"position": place, **speaker.model_dump(), "english": _english(speaker)}
            tx.execute(_sql["add_speaker"], {**key, **fields})
        for place, material in enumerate(session.materials):
            fields = {"position": place, **material.model_dump(), "english": _english(material)}
            tx.execute(_sql["add_material"], {**key, **fields})


def _add_faq(tx: Transaction, event_id: int, event: Event) -> None:
    for position, entry in enumerate(event.faq):
        keywords = json.dumps(entry.keywords, ensure_ascii=False)
        fields = entry.model_dump() | {"keywords": keywords, "english": _english(entry)}
        tx.execute(_sql["add_faq"], {"event_id": event_id, "position": position, **fields})


def _english(record: Translatable) -> str:
    """Its English texts as JSON."""
    texts = {name: value for name, value in record if name.endswith("_en") and value}
    return json.dumps(texts, ensure_ascii=False)


def _with_english(row: sqlite3.Row) -> dict[str, Any]:
    fields: dict[str, Any] = dict(row)
    fields.update(json.loads(fields.pop("english")))
    return fields


async def _load(reads: Reads, event_id: int) -> StoredEvent:
    key = {"event_id": event_id}
    (row,) = await reads.execute_fetchall(_sql["event"], key)
    fields = _with_english(row)
    stored = {name: fields.pop(name) for name in ("id", "revision", "folder")}
    speakers = _by_session(await reads.execute_fetchall(_sql["speakers"], key))
    materials = _by_session(await reads.execute_fetchall(_sql["materials"], key))
    zone = ZoneInfo(fields["timezone"])
    event = Event.model_validate(
        fields
        | {
            "venue": json.loads(fields["venue"]),
            "attendance": json.loads(fields["attendance"]),
            "survey": None if fields["survey"] is None else json.loads(fields["survey"]),
            "polls": _local_polls(json.loads(fields["polls"]), zone),
            "rooms": [_with_english(room) for room in await reads.execute_fetchall(_sql["rooms"], key)],
            "sessions": [
                _session(session, zone)
                | {"speakers": speakers[session["id"]], "materials": materials[session["id"]]}
                for session in await reads.execute_fetchall(_sql["sessions"], key)
            ],
            "faq": [
                _with_english(entry) | {"keywords": json.loads(entry["keywords"])}
                for entry in await reads.execute_fetchall(_sql["faq"], key)
            ]
            + [
                {"id": entry.faq_id, "question": entry.question, "answer": entry.answer}
                for entry in await teaching.added(reads, event_id)
            ],
        }
    )
    lessons = await teaching.lessons(reads, event_id)
    return StoredEvent(stored["id"], stored["revision"], Path(stored["folder"]), event, lessons)


def _local_polls(polls: list[dict[str, Any]], zone: ZoneInfo) -> list[dict[str, Any]]:
    """With their moments in the event's own zone."""
    moments = ("opens", "closes")
    return [
        one | {key: datetime.fromisoformat(one[key]).astimezone(zone) for key in moments if one[key]}
        for one in polls
    ]


def _by_session(rows: Iterable[sqlite3.Row]) -> defaultdict[str, list[dict[str, Any]]]:
    grouped: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        fields = _with_english(row)
        grouped[fields.pop("session_id")].append(fields)
    return grouped


def _session(row: sqlite3.Row, zone: ZoneInfo) -> dict[str, Any]:
    fields = _with_english(row)
    del fields["event_id"], fields["position"]
    return fields | {
        "start": datetime.fromtimestamp(fields.pop("starts_at"), zone),
        "end": datetime.fromtimestamp(fields.pop("ends_at"), zone),
        "topics": json.loads(fields["topics"]),
        "form": json.loads(fields["form"]),
    }
