"""What is done to the messages of a broadcast that have been sent: deleted, or given a new text.

A change waits until nothing of its broadcast is on its way, so that nobody is missed; then its messages are a
stream of the outbox of their own.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

from data import broadcasts, outbox
from data.broadcasts import Broadcast
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("broadcast_changes")

RECALL, CORRECTION = "broadcast_recall", "broadcast_correction"
"""The kinds of their messages in the outbox; a subject is the change's id, a colon, and the message's id."""

REACH_SECONDS = 48 * 3600
"""A message can be deleted for so long (Bot API)."""

ChangeKind = Literal["recall", "correction"]
ChangeState = Literal["draft", "confirmed", "running", "done", "cancelled"]


@dataclass(frozen=True)
class Change:
    """What is done to the messages of a broadcast that have been sent."""

    id: int
    broadcast_id: int
    kind: ChangeKind
    html: str
    """The corrected text or caption."""
    state: ChangeState
    stream: int | None
    recipients: int | None


@dataclass(frozen=True)
class Reach:
    """How many were sent, and how many of them Telegram still lets us delete."""

    sent: int
    within_reach: int


def draft_correction(
    tx: Transaction, broadcast_id: int, author: int, update_id: int, html: str, now: float
) -> Change:
    """Keeps the corrected text; the same message gives the same draft."""
    return _draft(tx, broadcast_id, "correction", author, update_id, html, now)


def correct(tx: Transaction, change_id: int) -> Change | None:
    """What waits goes out in the new form; what has been sent is to be edited. Repeating changes nothing."""
    change = _find_now(tx, change_id)
    if change is None or change.kind != "correction" or change.state != "draft":
        return change
    if is_recalled(tx, change.broadcast_id):
        tx.execute(_sql["cancel"], {"id": change_id})
    else:
        broadcasts.set_html(tx, change.broadcast_id, change.html)
        _confirm(tx, change)
    return _find_now(tx, change_id)


def give_up(tx: Transaction, change_id: int) -> Change | None:
    tx.execute(_sql["cancel"], {"id": change_id})
    return _find_now(tx, change_id)


def recall(tx: Transaction, broadcast_id: int, author: int, update_id: int, now: float) -> Broadcast | None:
    """Ends it, and has what was sent deleted as far as Telegram allows; a second time changes nothing."""
    broadcast = broadcasts.find_now(tx, broadcast_id)
    if broadcast is None or broadcast.stream is None or is_recalled(tx, broadcast_id):
        return broadcast
    broadcasts.cancel(tx, broadcast_id, now)
    _confirm(tx, _draft(tx, broadcast_id, "recall", author, update_id, "", now))
    return broadcasts.find_now(tx, broadcast_id)


def is_recalled(tx: Transaction, broadcast_id: int) -> bool:
    return bool(tx.execute(_sql["is_recalled"], {"id": broadcast_id}).fetchone()["is_recalled"])


def _draft(
    tx: Transaction, broadcast_id: int, kind: ChangeKind, author: int, update_id: int, html: str, now: float
) -> Change:
    key = {"author_chat_id": author, "update_id": update_id}
    values = {"broadcast_id": broadcast_id, "kind": kind, "html": html, "now": now}
    tx.execute(_sql["draft"], {**key, **values})
    return _found(tx, tx.execute(_sql["id_of"], key).fetchone()["id"])


def _confirm(tx: Transaction, change: Change) -> None:
    """It takes the place of those before it, and everything of the broadcast is held until it begins."""
    tx.execute(_sql["confirm"], {"id": change.id})
    tx.execute(_sql["supersede"], {"id": change.id, "broadcast_id": change.broadcast_id})
    for row in tx.execute(_sql["streams_of"], {"id": change.broadcast_id}).fetchall():
        outbox.hold(tx, row["stream"])


def settle(tx: Transaction, now: float) -> bool:
    """Begins those whose broadcast has nothing in hand any more, and ends what is done.

    Returns whether one is still under way.
    """
    is_busy = False
    for row in tx.execute(_sql["under_way"]).fetchall():
        is_busy |= _settle(tx, _change(row), now)
    return is_busy


def _settle(tx: Transaction, change: Change, now: float) -> bool:
    if change.state == "running" and change.stream is not None:
        if outbox.has_unfinished(tx, change.stream):
            return True
        tx.execute(_sql["end"], {"id": change.id})
        return False
    streams = [row["stream"] for row in tx.execute(_sql["streams_of"], {"id": change.broadcast_id})]
    if not any(outbox.is_in_hand(tx, stream) for stream in streams):
        _begin(tx, change, now)
    return True


def _begin(tx: Transaction, change: Change, now: float) -> None:
    broadcast = broadcasts.found_now(tx, change.broadcast_id)
    stream = outbox.new_stream(tx)
    recipients = tx.execute(
        _sql[f"address_{change.kind}"],
        {
            "change": change.id,
            "broadcast_stream": broadcast.stream,
            "stream": stream,
            "priority": outbox.BULK,
            "now": now,
            "reach_seconds": REACH_SECONDS,
        },
    ).rowcount
    tx.execute(_sql["run"], {"id": change.id, "stream": stream, "recipients": max(0, recipients)})
    outbox.release(tx, stream)
    broadcasts.let_flow(tx, broadcast.id)


async def reach(reads: Reads, broadcast: Broadcast, now: float) -> Reach:
    values = {"stream": broadcast.stream, "now": now, "reach_seconds": REACH_SECONDS}
    (row,) = await reads.execute_fetchall(_sql["reach"], values)
    return Reach(row["sent"], row["within_reach"])


async def of_broadcast(reads: Reads, broadcast_id: int) -> list[Change]:
    """Those that were confirmed, oldest first."""
    return [_change(row) for row in await reads.execute_fetchall(_sql["of_broadcast"], {"id": broadcast_id})]


async def is_changing(reads: Reads, broadcast_id: int) -> bool:
    """Whether what was sent is being deleted or corrected."""
    return any(one.state in ("confirmed", "running") for one in await of_broadcast(reads, broadcast_id))


async def find(reads: Reads, change_id: int) -> Change | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": change_id}):
        return _change(row)
    return None


def _find_now(tx: Transaction, change_id: int) -> Change | None:
    row = tx.execute(_sql["find"], {"id": change_id}).fetchone()
    return _change(row) if row else None


def _found(tx: Transaction, change_id: int) -> Change:
    return _change(tx.execute(_sql["find"], {"id": change_id}).fetchone())


def _change(row: sqlite3.Row) -> Change:
    return Change(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        kind=row["kind"],
        html=row["html"],
        state=row["state"],
        stream=row["stream"],
        recipients=row["recipients"],
    )
