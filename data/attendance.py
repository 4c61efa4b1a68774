"""Check-in: a code for each session that takes attendance, judged at the instant it was sent."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from data.database import Reads, Transaction
from data.event import Event, Session
from data.statements import statements

_sql = statements("attendance")

OPENS_SECONDS_BEFORE = 15 * 60
LATE_SECONDS_AFTER = 15 * 60
CODE_DIGITS = 6

Verdict = Literal["on_time", "late", "early", "closed", "wrong"]
Outcome = Literal["on_time", "late", "already", "early", "closed", "wrong", "unknown"]


@dataclass(frozen=True)
class Presence:
    """That somebody was there: since when (UTC epoch seconds), and whether late."""

    session_id: str
    at: float
    late: bool


@dataclass(frozen=True)
class CheckIn:
    """What became of a code: ``session_id`` is the code's, ``at`` the recorded instant of who is present."""

    outcome: Outcome
    session_id: str | None = None
    at: float | None = None

    @property
    def is_recorded(self) -> bool:
        """Whether it counts as a new presence."""
        return self.outcome in ("on_time", "late")


def judge(event: Event, session: Session, instant: float) -> Verdict:
    """Whether the session can be checked in to at the instant.

    "wrong" says that it cannot, while another session that takes attendance can.
    """
    if _is_open(session, instant):
        return "late" if instant >= session.start.timestamp() + LATE_SECONDS_AFTER else "on_time"
    if open_sessions(event, instant):
        return "wrong"
    return "early" if instant < session.start.timestamp() else "closed"


def open_sessions(event: Event, instant: float) -> tuple[Session, ...]:
    """Those that can be checked in to at the instant."""
    return tuple(session for session in event.sessions if session.attendance and _is_open(session, instant))


def opens_at(session: Session) -> float:
    return session.start.timestamp() - OPENS_SECONDS_BEFORE


def _is_open(session: Session, instant: float) -> bool:
    return opens_at(session) <= instant < session.end.timestamp()


def foresee(tx: Transaction, event_id: int, event: Event, code: str, sent_at: float) -> CheckIn:
    """What ``check_in`` would say to somebody who is not present yet; records nothing."""
    row = tx.execute(_sql["session_of_code"], {"event_id": event_id, "code": code}).fetchone()
    session = event.session(row["session_id"]) if row else None
    if session is None:
        return CheckIn("unknown")
    return CheckIn(judge(event, session, sent_at), session.id, sent_at)


def check_in(
    tx: Transaction, event_id: int, event: Event, chat_id: int, code: str, sent_at: float
) -> CheckIn:
    """Judges the code and records who may be recorded; a second time changes nothing."""
    foreseen = foresee(tx, event_id, event, code, sent_at)
    if foreseen.session_id is None:
        return foreseen
    key = {"event_id": event_id, "session_id": foreseen.session_id, "chat_id": chat_id}
    present = tx.execute(_sql["find"], key).fetchone()
    if present:
        return CheckIn("already", foreseen.session_id, present["at"])
    if foreseen.is_recorded:
        tx.execute(_sql["record"], {**key, "at": sent_at, "late": foreseen.outcome == "late"})
    return foreseen


def ensure_codes(tx: Transaction, event_id: int, event: Event) -> None:
    """Gives every session that takes attendance a code; those that have one keep it."""
    taken = {row["code"] for row in tx.execute(_sql["codes"], {"event_id": event_id})}
    for session in event.sessions:
        if session.attendance:
            code = _new_code(taken)
            tx.execute(_sql["add_code"], {"event_id": event_id, "session_id": session.id, "code": code})
            taken.add(code)


def _new_code(taken: set[str]) -> str:
    while (code := f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}") in taken:
        continue
    return code


async def codes(reads: Reads, event_id: int) -> Mapping[str, str]:
    """Code by session id."""
    rows = await reads.execute_fetchall(_sql["codes"], {"event_id": event_id})
    return {row["session_id"]: row["code"] for row in rows}


async def of_chat(reads: Reads, event_id: int, chat_id: int) -> Mapping[str, Presence]:
    """Where this person was present, by session id."""
    rows = await reads.execute_fetchall(_sql["of_chat"], {"event_id": event_id, "chat_id": chat_id})
    return {row["session_id"]: Presence(row["session_id"], row["at"], bool(row["late"])) for row in rows}


async def count(reads: Reads, event_id: int, session_id: str) -> int:
    """How many are present in the session."""
    (row,) = await reads.execute_fetchall(_sql["count"], {"event_id": event_id, "session_id": session_id})
    return int(row["number"])


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
