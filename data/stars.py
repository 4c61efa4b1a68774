"""The sessions that a person has starred: to be reminded of, and chosen among those that run in parallel."""

from __future__ import annotations

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("stars")


def mark(tx: Transaction, event_id: int, chat_id: int, session_id: str, wanted: bool) -> None:
    """Gives the session a star, or takes it back."""
    key = {"event_id": event_id, "chat_id": chat_id, "session_id": session_id}
    tx.execute(_sql["add"] if wanted else _sql["remove"], key)


async def of_chat(reads: Reads, event_id: int, chat_id: int) -> frozenset[str]:
    """The ids of the sessions this person has starred; some may have left the agenda since."""
    rows = await reads.execute_fetchall(_sql["of_chat"], {"event_id": event_id, "chat_id": chat_id})
    return frozenset(row["session_id"] for row in rows)


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
