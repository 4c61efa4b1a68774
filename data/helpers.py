"""Petugas: people of the committee who mark participants at the door, and how they become that."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("helpers")

INVITATION_SECONDS = 24 * 3600
TOKEN_BYTES = 12


@dataclass(frozen=True)
class Helper:
    chat_id: int
    name: str
    joined_at: float
    marks: int
    """How many check-ins this helper has made."""


def invite(tx: Transaction, event_id: int, now: float) -> str:
    """The token of a new invitation, good for a day; the one before is good no more."""
    token = secrets.token_hex(TOKEN_BYTES)
    values = {"event_id": event_id, "token": token, "expires_at": now + INVITATION_SECONDS}
    tx.execute(_sql["invite"], values)
    return token


def invitation_now(tx: Transaction, event_id: int, now: float) -> str:
    """The token that is good now; a new one where there is none."""
    row = tx.execute(_sql["invitation"], {"event_id": event_id, "now": now}).fetchone()
    return str(row["token"]) if row else invite(tx, event_id, now)


async def is_good(reads: Reads, event_id: int, token: str, now: float) -> bool:
    """Whether the token invites somebody at the instant."""
    rows = await reads.execute_fetchall(_sql["invitation"], {"event_id": event_id, "now": now})
    return any(row["token"] == token for row in rows)


def join(tx: Transaction, event_id: int, chat_id: int, token: str, name: str, now: float) -> bool:
    """Makes the person of the chat a helper; False where the invitation is not good."""
    row = tx.execute(_sql["invitation"], {"event_id": event_id, "now": now}).fetchone()
    if row is None or row["token"] != token:
        return False
    add(tx, event_id, chat_id, name, now)
    return True


def add(tx: Transaction, event_id: int, chat_id: int, name: str, now: float) -> None:
    tx.execute(_sql["add"], {"event_id": event_id, "chat_id": chat_id, "name": name, "now": now})


def remove(tx: Transaction, event_id: int, chat_id: int) -> None:
    tx.execute(_sql["remove"], {"event_id": event_id, "chat_id": chat_id})


async def is_helper(reads: Reads, event_id: int, chat_id: int) -> bool:
    return bool(list(await reads.execute_fetchall(_sql["find"], {"event_id": event_id, "chat_id": chat_id})))


async def everyone(reads: Reads, event_id: int) -> list[Helper]:
    return [Helper(**row) for row in await reads.execute_fetchall(_sql["everyone"], {"event_id": event_id})]


async def last_session(reads: Reads, event_id: int, chat_id: int) -> str | None:
    """Where this helper marked somebody last."""
    rows = await reads.execute_fetchall(_sql["last_session"], {"event_id": event_id, "chat_id": chat_id})
    return next((str(row["session_id"]) for row in rows), None)


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
