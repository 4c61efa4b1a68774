"""Messages that are not direct answers: each a row, sent at least once, whatever happens between.

``kind`` and ``subject`` say what it is about; it becomes text only when it is sent, in the language and by
the agenda of that moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("outbox")

Outcome = Literal["sent", "failed", "dropped"]

DIRECT, NOTICE, REMINDER, BULK = range(4)
"""Priorities: what somebody is waiting for goes first."""

DIRECT_ANSWER = "direct_answer"
"""The kind of an answer that is late. Its subject is the whole call: nothing of it stays once it is sent."""

FEEDBACK_AGAIN: Literal["feedback_again"] = "feedback_again"
"""The kind of a second request for feedback: who got it has not answered, which is nobody's business."""

QUESTION_TOLD, QUESTION_CARD_EDIT = "question_told", "question_card_edit"
"""The kinds of what became of a question, to its author and voters, and of a card's newer form."""

TRACELESS = frozenset({DIRECT_ANSWER, FEEDBACK_AGAIN, QUESTION_TOLD, QUESTION_CARD_EDIT})
"""Kinds of messages that are forgotten once they are finished."""

TOO_LATE = "too late to be of use"
"""The failure of what was dropped because its time was over."""

LEASE_SECONDS = 120.0
"""A row in hand longer than this was in hand when the process died."""


@dataclass(frozen=True)
class Draft:
    """A message to be. A second one with the same ``key`` is not made."""

    key: str
    kind: str
    subject: str
    chat_id: int
    priority: int
    not_before: float
    useless_after: float | None = None


@dataclass(frozen=True)
class Delivery:
    """A message in hand."""

    id: int
    kind: str
    subject: str
    chat_id: int
    priority: int
    attempts: int
    useless_after: float | None


def add(tx: Transaction, draft: Draft) -> bool:
    """Whether it is new."""
    return bool(tx.execute(_sql["add"], asdict(draft)).rowcount)


def claim(tx: Transaction, now: float, limit: int) -> list[Delivery]:
    """Takes the most urgent that are due."""
    values = {"now": now, "lease_until": now + LEASE_SECONDS, "limit": limit}
    rows = tx.execute(_sql["claim"], values).fetchall()
    return [Delivery(**row) for row in sorted(rows, key=lambda row: (row["priority"], row["id"]))]


def finish(
    tx: Transaction,
    delivery: Delivery,
    state: Outcome,
    now: float,
    message_id: int | None = None,
    failure: str | None = None,
) -> None:
    if delivery.kind in TRACELESS:
        tx.execute(_sql["forget"], {"id": delivery.id})
        return
    tx.execute(
        _sql["finish"],
        {"id": delivery.id, "state": state, "now": now, "message_id": message_id, "failure": failure},
    )


def try_again(tx: Transaction, delivery: Delivery, not_before: float, failure: str) -> None:
    tx.execute(_sql["try_again"], {"id": delivery.id, "not_before": not_before, "failure": failure})


def postpone(tx: Transaction, delivery: Delivery, not_before: float) -> None:
    """Lays it back untried: its time has not come yet."""
    tx.execute(_sql["postpone"], {"id": delivery.id, "not_before": not_before})


def release_all(tx: Transaction) -> None:
    """At start: what was in hand when the last process ended is taken up again."""
    tx.execute(_sql["release_all"])


async def next_due(reads: Reads) -> float | None:
    """The instant from which the earliest waiting message may be sent."""
    for row in await reads.execute_fetchall(_sql["next_due"]):
        return None if row["due"] is None else float(row["due"])
    return None


async def sent_message(reads: Reads, chat_id: int, message_id: int) -> tuple[str, str] | None:
    """Kind and subject of what stands in that chat under that id."""
    rows = await reads.execute_fetchall(_sql["by_message"], {"chat_id": chat_id, "message_id": message_id})
    for row in rows:
        return str(row["kind"]), str(row["subject"])
    return None


async def sent_at(reads: Reads, key: str) -> float | None:
    """When the message with that key was sent; UTC epoch seconds."""
    for row in await reads.execute_fetchall(_sql["by_key"], {"key": key}):
        return float(row["finished_at"]) if row["state"] == "sent" else None
    return None


async def counts(reads: Reads, kind: str, subject: str) -> Mapping[str, int]:
    """How many of them are in each state."""
    rows = await reads.execute_fetchall(_sql["counts"], {"kind": kind, "subject": subject})
    return {row["state"]: row["number"] for row in rows}


async def counts_by_state(reads: Reads) -> Mapping[str, int]:
    return {row["state"]: row["number"] for row in await reads.execute_fetchall(_sql["counts_by_state"])}


def waiting_before(tx: Transaction, priority: int) -> int:
    """How many wait that go before a new message of that priority."""
    row = tx.execute(_sql["waiting_before"], {"priority": priority}).fetchone()
    return int(row["number"])


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget_chat"], {"chat_id": chat_id})
