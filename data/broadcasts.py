"""Messages of the committee to everybody registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data import outbox
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("broadcasts")

BROADCAST = "broadcast"
"""The kind of its messages in the outbox; their subject is the broadcast's id."""


@dataclass(frozen=True)
class Broadcast:
    id: int
    author_chat_id: int
    html: str
    """The text with its formatting, as Telegram HTML."""
    state: Literal["draft", "confirmed", "cancelled"]
    recipients: int | None


def draft(tx: Transaction, event_id: int, author: int, update_id: int, html: str, now: float) -> Broadcast:
    """Keeps what an organiser wrote in one message; the same message gives the same draft."""
    key = {"author_chat_id": author, "update_id": update_id}
    tx.execute(_sql["draft"], {**key, "event_id": event_id, "html": html, "now": now})
    return Broadcast(**tx.execute(_sql["by_source"], key).fetchone())


def confirm(tx: Transaction, broadcast_id: int, now: float) -> Broadcast | None:
    """Addresses a draft to all registered who can be reached; what is confirmed already stays as it is."""
    key = {"id": broadcast_id}
    if tx.execute(_sql["confirm"], key).rowcount:
        recipients = tx.execute(_sql["address"], {**key, "priority": outbox.BULK, "now": now}).rowcount
        tx.execute(_sql["set_recipients"], {**key, "recipients": recipients})
    return _find_now(tx, broadcast_id)


def cancel(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """Gives a draft up; a confirmed broadcast stays."""
    tx.execute(_sql["cancel"], {"id": broadcast_id})
    return _find_now(tx, broadcast_id)


async def find(reads: Reads, broadcast_id: int) -> Broadcast | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": broadcast_id}):
        return Broadcast(**row)
    return None


async def count_recipients(reads: Reads, event_id: int) -> int:
    (row,) = await reads.execute_fetchall(_sql["count_recipients"], {"event_id": event_id})
    return int(row["number"])


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})


def _find_now(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    row = tx.execute(_sql["find"], {"id": broadcast_id}).fetchone()
    return Broadcast(**row) if row else None
