"""Those who registered: with consent, and with no more than the attendance list needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from data import attendees
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("participants")


class ReminderChoice(IntEnum):
    """Of what somebody wants to be reminded. As numbers in the database: true is who gets any."""

    NONE = 0
    ALL = 1
    STARRED = 2


@dataclass(frozen=True)
class Participant:
    chat_id: int
    name: str
    position: str
    institution: str
    region_code: str | None
    """Kemendagri code of the province, regency or city, where the institution belongs to one."""
    reminders: int
    """A ReminderChoice."""
    registered_at: float


async def find(reads: Reads, event_id: int, chat_id: int) -> Participant | None:
    for row in await reads.execute_fetchall(_sql["find"], {"event_id": event_id, "chat_id": chat_id}):
        return Participant(**row)
    return None


def find_now(tx: Transaction, event_id: int, chat_id: int) -> Participant | None:
    row = tx.execute(_sql["find"], {"event_id": event_id, "chat_id": chat_id}).fetchone()
    return Participant(**row) if row else None


def register(
    tx: Transaction,
    event_id: int,
    chat_id: int,
    *,
    name: str,
    position: str,
    institution: str,
    region_code: str | None,
    consented_at: float,
    now: float,
) -> None:
    """Registers, or corrects who is registered already; and puts the person on the attendance lists."""
    attendees.ensure(tx, event_id, chat_id)
    tx.execute(
        _sql["register"],
        {
            "event_id": event_id,
            "chat_id": chat_id,
            "name": name,
            "position": position,
            "institution": institution,
            "region_code": region_code,
            "consented_at": consented_at,
            "now": now,
        },
    )


def set_reminders(tx: Transaction, event_id: int, chat_id: int, choice: ReminderChoice) -> None:
    tx.execute(_sql["set_reminders"], {"event_id": event_id, "chat_id": chat_id, "reminders": int(choice)})


async def count(reads: Reads, event_id: int) -> int:
    (row,) = await reads.execute_fetchall(_sql["count"], {"event_id": event_id})
    return int(row["number"])


async def page(reads: Reads, event_id: int, offset: int, limit: int) -> list[Participant]:
    """A stretch of the list in order of names; ``limit`` -1 for all that follow."""
    values = {"event_id": event_id, "offset": offset, "limit": limit}
    return [Participant(**row) for row in await reads.execute_fetchall(_sql["page"], values)]


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
