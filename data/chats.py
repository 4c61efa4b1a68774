"""Private chats with the bot: their language, and whether they can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("chats")


@dataclass(frozen=True)
class Chat:
    language: str
    is_blocked: bool
    """The person has blocked the bot, or never started it: nothing is planned for this chat."""


@dataclass(frozen=True)
class State:
    """A chat as it is when something comes from it; ``chat`` is None for one not seen before."""

    chat: Chat | None
    dialog_kind: str | None
    """Which conversation stands open, if one does."""


async def find(reads: Reads, chat_id: int) -> Chat | None:
    """None for a chat not seen before."""
    return (await state(reads, chat_id)).chat


async def state(reads: Reads, chat_id: int) -> State:
    (row,) = await reads.execute_fetchall(_sql["state"], {"chat_id": chat_id})
    chat = None if row["language"] is None else Chat(row["language"], bool(row["is_blocked"]))
    return State(chat, row["dialog_kind"])


def meet(tx: Transaction, chat_id: int, first_language: str) -> None:
    """Remembers a chat at its first message; a language chosen before stays."""
    tx.execute(_sql["meet"], {"chat_id": chat_id, "language": first_language})


def set_language(tx: Transaction, chat_id: int, chosen: str) -> None:
    tx.execute(_sql["set_language"], {"chat_id": chat_id, "language": chosen})


def mark_blocked(tx: Transaction, chat_id: int, now: float) -> None:
    """From now on nothing is planned for this chat."""
    tx.execute(_sql["mark_blocked"], {"chat_id": chat_id, "now": now})


def mark_reachable(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["mark_reachable"], {"chat_id": chat_id})


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
