"""Mid-session checks: for two minutes, those recorded as present are asked for a code shown in the room."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Literal

from data import attendees, outbox, room_codes
from data.attendees import Person
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("spot_checks")

SPOT_CHECK = "spot_check"
"""The kind of the message that asks; its subject is the check's id and who is asked."""

SECONDS = 120

Outcome = Literal["answered", "answered_before", "over", "not_asked"]


@dataclass(frozen=True)
class SpotCheck:
    """``asked`` is everybody who was present when it began, with or without a phone."""

    id: int
    session_id: str
    code: str
    started_at: float
    ends_at: float
    asked: int
    answered: int


@dataclass(frozen=True)
class Answer:
    outcome: Outcome
    session_id: str


def start(
    tx: Transaction, event_id: int, session_id: str, chat_id: int, update_id: int, now: float
) -> SpotCheck:
    """Begins one, and asks all who are present and have a phone. One that runs in the session goes on."""
    now = float(int(now))  # messages are dated in whole seconds
    values = {"event_id": event_id, "session_id": session_id, "now": now}
    running = tx.execute(_sql["running_in"], values).fetchone()
    by_update = tx.execute(_sql["of_update"], {"chat_id": chat_id, "update_id": update_id}).fetchone()
    known = by_update or running
    if known is None:
        code = _new_code(tx, event_id, now)
        more = {"code": code, "ends_at": now + SECONDS, "chat_id": chat_id, "update_id": update_id}
        known = tx.execute(_sql["add"], {**values, **more}).fetchone()
        tx.execute(_sql["ask"], {**values, "check_id": known["id"]})
        _address(tx, event_id, known["id"], now)
    return SpotCheck(**tx.execute(_sql["find"], {"check_id": known["id"]}).fetchone())


def _address(tx: Transaction, event_id: int, check_id: int, now: float) -> None:
    for row in tx.execute(_sql["chats"], {"check_id": check_id}).fetchall():
        draft = outbox.Draft(
            key=f"{event_id}:{SPOT_CHECK}:{check_id}:{row['chat_id']}",
            kind=SPOT_CHECK,
            subject=json.dumps(check_id),
            chat_id=row["chat_id"],
            priority=outbox.NOTICE,
            not_before=now,
            useless_after=now + SECONDS,
        )
        outbox.add(tx, draft)


def _new_code(tx: Transaction, event_id: int, now: float) -> str:
    """One that is no room's code in these minutes."""
    taken = room_codes.secrets_now(tx, event_id)
    while True:
        code = f"{secrets.randbelow(10**room_codes.DIGITS):0{room_codes.DIGITS}}"
        if not any(True for _ in room_codes.matches(taken, code, now + SECONDS)):
            return code


def answer(tx: Transaction, event_id: int, chat_id: int, code: str, sent_at: float) -> Answer | None:
    """What the code is to a check of this event; None where it is none's."""
    row = tx.execute(_sql["of_code"], {"event_id": event_id, "code": code, "now": sent_at}).fetchone()
    if row is None:
        return None
    attendee_id = attendees.of_chat_now(tx, event_id, chat_id)
    key = {"check_id": row["id"], "attendee_id": attendee_id}
    asked = tx.execute(_sql["person"], key).fetchone()
    if asked is None:
        return Answer("not_asked", row["session_id"])
    if asked["answered_at"] is not None:
        return Answer("answered_before", row["session_id"])
    if not row["started_at"] <= sent_at <= row["ends_at"]:
        return Answer("over", row["session_id"])
    tx.execute(_sql["answer"], {**key, "now": sent_at})
    return Answer("answered", row["session_id"])


async def find(reads: Reads, check_id: int) -> SpotCheck | None:
    rows = await reads.execute_fetchall(_sql["find"], {"check_id": check_id})
    return next((SpotCheck(**row) for row in rows), None)


async def of_session(reads: Reads, event_id: int, session_id: str) -> list[SpotCheck]:
    """All checks of the session, newest first."""
    rows = await reads.execute_fetchall(_sql["of_session"], {"event_id": event_id, "session_id": session_id})
    return [SpotCheck(**row) for row in rows]


async def running(reads: Reads, event_id: int, now: float) -> list[SpotCheck]:
    """Those whose code is to be shown now."""
    rows = await reads.execute_fetchall(_sql["running"], {"event_id": event_id, "now": now})
    return [SpotCheck(**row) for row in rows]


async def silent(reads: Reads, event_id: int, check_id: int) -> list[Person]:
    """Who was asked and has not answered, in order of names."""
    rows = await reads.execute_fetchall(_sql["silent"], {"event_id": event_id, "check_id": check_id})
    return [Person(**row) for row in rows]
