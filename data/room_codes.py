"""The rotating code of each room: a TOTP of 30 s steps for each session, under a secret of its own.

A code counts from one step before the screen shows it until one step after it: clocks differ, hands are
slow.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyotp

from data.database import Reads, Transaction
from data.event import Event
from data.statements import statements

_sql = statements("room_codes")

DIGITS = 6
STEP_SECONDS = 30
TOLERANCE_STEPS = 1
SECRET_BYTES = 20

REMEMBERED_STEPS = 20
"""How long, in steps, a code is known as one that has expired; after that it is anybody's guess."""

Secrets = Mapping[str, bytes]
"""By session id. They stay on this side: what leaves is a code."""


@dataclass(frozen=True)
class Match:
    """Whose code it is. ``age_seconds`` counts from when the screen showed it first; negative is early."""

    session_id: str
    age_seconds: float

    @property
    def is_valid(self) -> bool:
        return self.age_seconds < (1 + TOLERANCE_STEPS) * STEP_SECONDS


def code_at(secret: bytes, instant: float) -> str:
    """What the screen shows at the instant (UTC epoch seconds)."""
    return _code(secret, step_of(instant))


def seconds_left(instant: float) -> float:
    """Until the screen shows the next code."""
    return STEP_SECONDS - instant % STEP_SECONDS


def step_of(instant: float) -> int:
    return int(instant // STEP_SECONDS)


def matches(secrets_by_session: Secrets, code: str, instant: float) -> Iterator[Match]:
    """All sessions whose code it is or was at the instant, the freshest of each; valid ones first."""
    now = step_of(instant)
    found = [
        Match(session_id, instant - step * STEP_SECONDS)
        for session_id, secret in secrets_by_session.items()
        if (step := _latest_step(secret, code, now)) is not None
    ]
    yield from sorted(found, key=lambda match: match.age_seconds)


def _latest_step(secret: bytes, code: str, now: int) -> int | None:
    steps = range(now + TOLERANCE_STEPS, now - REMEMBERED_STEPS - 1, -1)
    return next((step for step in steps if _code(secret, step) == code), None)


@lru_cache(maxsize=8192)
def _code(secret: bytes, step: int) -> str:
    """In a rush a thousand people send the same one."""
    key = base64.b32encode(secret).decode()
    return pyotp.TOTP(key, digits=DIGITS, interval=STEP_SECONDS).generate_otp(step)


def ensure_secrets(tx: Transaction, event_id: int, event: Event) -> None:
    """Gives every session that takes attendance a secret; those that have one keep it."""
    for session in event.sessions:
        if session.attendance:
            key = {"event_id": event_id, "session_id": session.id}
            tx.execute(_sql["add"], {**key, "secret": secrets.token_bytes(SECRET_BYTES)})


def secrets_now(tx: Transaction, event_id: int) -> Secrets:
    return _by_session(tx.execute(_sql["of_event"], {"event_id": event_id}))


def is_of_another_event(tx: Transaction, event_id: int, code: str, instant: float) -> bool:
    """Whether it is a code of any other event of this installation."""
    rows = tx.execute(_sql["of_others"], {"event_id": event_id})
    return any(_latest_step(row["secret"], code, step_of(instant)) is not None for row in rows)


async def codes(reads: Reads, event_id: int, instant: float) -> Mapping[str, str]:
    """The code that each session's screen shows at the instant, by session id."""
    rows = await reads.execute_fetchall(_sql["of_event"], {"event_id": event_id})
    return {session: code_at(secret, instant) for session, secret in _by_session(rows).items()}


def _by_session(rows: Iterable[Any]) -> Secrets:
    return {row["session_id"]: row["secret"] for row in rows}
