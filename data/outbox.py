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

BROADCAST_TO_UNRATED = "broadcast_to_unrated"
"""The kind of a broadcast to those who have not rated a session: who got it must not be told from here."""

TRACELESS = frozenset({DIRECT_ANSWER, BROADCAST_TO_UNRATED})
"""Kinds of messages that are forgotten once they are finished; in a stream they are counted."""

LEASE_SECONDS = 120.0
"""A row in hand longer than this was in hand when the process died."""


RATE_OVER = 300
"""Messages over which a stream's rate is measured."""


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
class StreamCounts:
    """What has become of the messages of a stream."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0
    """Those in hand among them."""
    dropped: int = 0
    """Not sent, and will not be."""
    skipped: int = 0
    """The same, of those of which nothing else is known."""


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
    """Takes the most urgent that are due; where that leaves room, the streams take turns."""
    values = {"now": now, "lease_until": now + LEASE_SECONDS, "limit": limit}
    rows = tx.execute(_sql["claim"], values).fetchall()
    if len(rows) < limit:
        values["limit"] = limit - len(rows)
        rows += tx.execute(_sql["claim_from_streams"], values).fetchall()
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
        tx.execute(_sql["count"], {"id": delivery.id, "state": state})
        tx.execute(_sql["forget"], {"id": delivery.id})
        return
    tx.execute(
        _sql["finish"],
        {"id": delivery.id, "state": state, "now": now, "message_id": message_id, "failure": failure},
    )


def try_again(tx: Transaction, delivery: Delivery, not_before: float, failure: str) -> None:
    tx.execute(_sql["try_again"], {"id": delivery.id, "not_before": not_before, "failure": failure})


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


def new_stream(tx: Transaction) -> int:
    """A stream, held until it is released; rows are put into it by its number."""
    number = tx.execute(_sql["add_stream"]).lastrowid
    assert number is not None  # noqa: S101 - an INSERT has one
    return number


def release(tx: Transaction, stream: int) -> None:
    """From now on it is sent, in turn with the other open streams."""
    tx.execute(_sql["release"], {"stream": stream})


def hold(tx: Transaction, stream: int) -> None:
    """Nothing more is taken from it, however much waits; what is in hand goes out."""
    tx.execute(_sql["hold"], {"stream": stream})


def is_in_hand(tx: Transaction, stream: int) -> bool:
    """Whether one of its messages is on its way."""
    return bool(tx.execute(_sql["is_in_hand"], {"stream": stream}).fetchone()["is_in_hand"])


def has_unfinished(tx: Transaction, stream: int) -> bool:
    """Whether one of its messages waits or is on its way."""
    return bool(tx.execute(_sql["has_unfinished"], {"stream": stream}).fetchone()["has_some"])


async def stream_counts(reads: Reads, stream: int) -> StreamCounts:
    rows = await reads.execute_fetchall(_sql["stream_counts"], {"stream": stream})
    numbers = {row["state"]: row["number"] for row in rows}
    waiting = numbers.pop("waiting", 0) + numbers.pop("sending", 0)
    return StreamCounts(**numbers, waiting=waiting)


async def stream_rate(reads: Reads, stream: int, now: float) -> float | None:
    """Messages a second, by the last that were sent; None where too few were."""
    rows = await reads.execute_fetchall(_sql["last_sent"], {"stream": stream, "limit": RATE_OVER})
    for row in rows:
        if row["number"] > 1 and now > row["since"]:
            return float(row["number"]) / float(now - row["since"])
    return None


async def counts_by_state(reads: Reads) -> Mapping[str, int]:
    return {row["state"]: row["number"] for row in await reads.execute_fetchall(_sql["counts_by_state"])}


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget_chat"], {"chat_id": chat_id})
