"""Messages that are not direct answers: each a row, sent at least once, whatever happens between.

``kind`` and ``subject`` say what it is about; it becomes text only when it is sent, in the language and by
the agenda of that moment.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from sqlite3 import Row
from typing import Literal

from data.anonymity import rounded
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("outbox")

Outcome = Literal["sent", "failed", "dropped"]

Cause = Literal["blocked", "deactivated", "not_found", "too_long", "network", "other"]
"""Why a message has not arrived; ``network``: not yet."""

UNREACHABLE: Collection[Cause] = ("blocked", "deactivated", "not_found")
"""Causes that lie in the chat: nothing else reaches it either."""

DIRECT, NOTICE, REMINDER, BULK = range(4)
"""Priorities: what somebody is waiting for goes first."""

DIRECT_ANSWER = "direct_answer"
"""The kind of an answer that is late. Its subject is the whole call: nothing of it stays once it is sent."""

FEEDBACK_AGAIN: Literal["feedback_again"] = "feedback_again"
"""The kind of a second request for feedback: who got it has not answered, which is nobody's business."""

QUESTION_TOLD, QUESTION_CARD_EDIT = "question_told", "question_card_edit"
"""The kinds of what became of a question, to its author and voters, and of a card's newer form."""

TOO_LATE = "too late to be of use"
"""The failure of what was dropped because its time was over."""
BROADCAST_TO_UNRATED = "broadcast_to_unrated"
"""The kind of a broadcast to those who have not rated a session: who got it must not be told from here."""

TRACELESS = frozenset(
    {DIRECT_ANSWER, BROADCAST_TO_UNRATED, FEEDBACK_AGAIN, QUESTION_TOLD, QUESTION_CARD_EDIT}
)
"""Kinds of messages that are forgotten once they are finished; in a stream they are counted."""

QUESTION_CARD = "question_card"
"""The kind of a moderator's card: sent when the question was asked, which is kept by the hour only."""

ID_BITS = 60

LEASE_SECONDS = 120.0
"""A row that is in hand longer than this, and in nobody's hand, was lost: it is taken up again."""


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
    id: int | None = None
    """Of the row; None: the next one."""


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


@dataclass(frozen=True)
class Failure:
    """How many messages did not arrive for one cause; ``example`` is what Telegram said of one."""

    cause: Cause
    number: int
    example: str


def add(tx: Transaction, draft: Draft) -> bool:
    """Whether it is new."""
    return bool(tx.execute(_sql["add"], asdict(draft)).rowcount)


def out_of_order() -> int:
    """An id that says nothing of when the row was made, and is no chat's."""
    return -(secrets.randbits(ID_BITS) + (1 << ID_BITS))


def claim(tx: Transaction, now: float, limit: int) -> list[Delivery]:
    """Takes the most urgent that are due: one a chat, so that a chat with many holds up no other.

    Where that leaves room, the streams take turns.
    """
    taken: dict[int, int] = {}
    for row in _due(tx, now):
        if len(taken) >= limit:
            break
        taken.setdefault(row["chat_id"], row["id"])
    values = {"lease_until": now + LEASE_SECONDS, "ids": json.dumps(list(taken.values()))}
    deliveries = {row["id"]: Delivery(**row) for row in tx.execute(_sql["claim"], values).fetchall()}
    return [*(deliveries[one] for one in taken.values()), *_claim_from_streams(tx, now, limit - len(taken))]


def _claim_from_streams(tx: Transaction, now: float, limit: int) -> list[Delivery]:
    if limit <= 0:
        return []
    values = {"now": now, "lease_until": now + LEASE_SECONDS, "limit": limit}
    rows = tx.execute(_sql["claim_from_streams"], values).fetchall()
    return [Delivery(**row) for row in sorted(rows, key=lambda row: row["id"])]


def _due(tx: Transaction, now: float) -> Iterator[Row]:
    for priority in range(BULK + 1):
        yield from tx.execute(_sql["due"], {"priority": priority, "now": now})


def release_lost(tx: Transaction, now: float, in_hand: Collection[int]) -> int:
    """Takes up again what has been claimed for longer than a lease and is not in hand; how many that were."""
    values = {"now": now, "latest": now + LEASE_SECONDS, "in_hand": json.dumps(list(in_hand))}
    return tx.execute(_sql["release_lost"], values).rowcount


def finish(
    tx: Transaction,
    delivery: Delivery,
    state: Outcome,
    now: float,
    message_id: int | None = None,
    failure: str | None = None,
    cause: Cause | None = None,
) -> None:
    """Of a direct answer that failed, only that it did stays."""
    is_failed_answer = delivery.kind == DIRECT_ANSWER and state == "failed" and cause not in UNREACHABLE
    if delivery.kind in TRACELESS and not is_failed_answer:
        tx.execute(_sql["count"], {"id": delivery.id, "state": state})
        tx.execute(_sql["forget"], {"id": delivery.id})
        return
    values = {"message_id": message_id, "failure": failure, "cause": cause}
    instant = rounded(now) if delivery.kind == QUESTION_CARD else now
    tx.execute(_sql["finish"], {"id": delivery.id, "state": state, "now": instant, **values})
    if delivery.kind == DIRECT_ANSWER:
        tx.execute(_sql["forget_content"], {"id": delivery.id})


def try_again(
    tx: Transaction, delivery: Delivery, not_before: float, failure: str, cause: Cause | None = None
) -> None:
    values = {"not_before": not_before, "failure": failure, "cause": cause}
    tx.execute(_sql["try_again"], {"id": delivery.id, **values})


def postpone(tx: Transaction, delivery: Delivery, not_before: float) -> None:
    """Lays it back untried: its time has not come yet."""
    tx.execute(_sql["postpone"], {"id": delivery.id, "not_before": not_before})


def resume(tx: Transaction, now: float) -> None:
    """At start: what was in hand when the last process ended is taken up again, and so is what it put off.

    What somebody is waiting for is due, even when a clock that has been set back says that it is not.
    """
    tx.execute(_sql["release_all"])
    hasten(tx, now)
    tx.execute(_sql["hasten_awaited"], {"now": now, "priority": NOTICE})


def hasten(tx: Transaction, now: float) -> None:
    """The network is back: what it put off is due."""
    tx.execute(_sql["hasten"], {"now": now})


def shift(tx: Transaction, now: float, seconds: float) -> None:
    """The clock has been set back: what waits for some seconds, and not for an instant, moves along."""
    tx.execute(_sql["shift"], {"now": now, "seconds": seconds, "priority": NOTICE})


async def has_work(reads: Reads, now: float, in_hand: int) -> bool:
    """Whether something may be due, or in nobody's hand; so many are in ours. A look costs no commit."""
    (row,) = await reads.execute_fetchall(_sql["has_work"], {"now": now, "in_hand": in_hand})
    return bool(row["has_work"])


async def next_due(reads: Reads, now: float) -> float | None:
    """The first instant after ``now`` at which another waiting message may be sent."""
    (row,) = await reads.execute_fetchall(_sql["next_due"], {"now": now})
    return None if row["due"] is None else float(row["due"])


async def sent_message(reads: Reads, chat_id: int, message_id: int) -> tuple[str, str] | None:
    """Kind and subject of what stands in that chat under that id."""
    rows = await reads.execute_fetchall(_sql["by_message"], {"chat_id": chat_id, "message_id": message_id})
    for row in rows:
        return str(row["kind"]), str(row["subject"])
    return None


async def is_on_its_way(reads: Reads, chat_id: int) -> bool:
    """Whether a message to that chat is in hand."""
    return bool(await reads.execute_fetchall(_sql["in_hand_for"], {"chat_id": chat_id}))


async def is_answer_late(reads: Reads, chat_id: int) -> bool:
    """Whether a direct answer to that chat waits here."""
    values = {"chat_id": chat_id, "kind": DIRECT_ANSWER}
    return bool(await reads.execute_fetchall(_sql["late_answer"], values))


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


async def sent_at(reads: Reads, key: str) -> float | None:
    """When the message with that key was sent, UTC epoch seconds; infinity while it is yet to be."""
    for row in await reads.execute_fetchall(_sql["by_key"], {"key": key}):
        if row["state"] in ("waiting", "sending"):
            return float("inf")
        return float(row["finished_at"]) if row["state"] == "sent" else None
    return None


async def counts_by_state(reads: Reads) -> Mapping[str, int]:
    return {row["state"]: row["number"] for row in await reads.execute_fetchall(_sql["counts_by_state"])}


def waiting_before(tx: Transaction, priority: int, now: float) -> int:
    """How many wait that go before a new message of that priority."""
    row = tx.execute(_sql["waiting_before"], {"priority": priority, "now": now}).fetchone()
    return int(row["number"])


async def failures(reads: Reads) -> list[Failure]:
    """What did not arrive, by cause."""
    rows = await reads.execute_fetchall(_sql["failures"])
    return [Failure(row["cause"] or "other", row["number"], row["failure"] or "") for row in rows]


async def put_off(reads: Reads) -> Failure:
    """What waits for the network."""
    (row,) = await reads.execute_fetchall(_sql["put_off"])
    return Failure("network", row["number"], row["failure"] or "")


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget_chat"], {"chat_id": chat_id})
