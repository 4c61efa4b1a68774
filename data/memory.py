"""What a chat was about a moment ago, so that a short question ("di mana?") can refer to it."""

from __future__ import annotations

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("memory")

RETENTION_SECONDS = 3600
"""How long a row may lie there; the engine refers to the last minutes only."""


async def find(reads: Reads, chat_id: int) -> str | None:
    """The engine's own words for it."""
    for row in await reads.execute_fetchall(_sql["find"], {"chat_id": chat_id}):
        return str(row["conversation"])
    return None


def keep(tx: Transaction, chat_id: int, conversation: str, now: float) -> None:
    """Takes the place of what was kept of the chat, and lets go what is old of all chats."""
    forget_old(tx, now)
    tx.execute(_sql["keep"], {"chat_id": chat_id, "conversation": conversation, "now": now})


def forget_old(tx: Transaction, now: float) -> None:
    tx.execute(_sql["forget_before"], {"instant": now - RETENTION_SECONDS})


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
