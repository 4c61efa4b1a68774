"""Messages of the committee: drafted, scheduled, sent, held and ended. Each is a stream of the outbox."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from data import outbox
from data.database import Reads, Transaction
from data.outbox import StreamCounts
from data.segments import RECIPIENTS, Segment
from data.statements import statements

_sql = statements("broadcasts")

BROADCAST = "broadcast"
"""The kind of its messages in the outbox; their subject is the broadcast's id."""

DROPPED_AT_ONCE = 2000

ContentKind = Literal["text", "photo", "document", "video"]
State = Literal["draft", "scheduled", "running", "paused", "done", "cancelled"]


@dataclass(frozen=True)
class Link:
    """A button under a broadcast: to an address, or to the page of a session."""

    label: str
    url: str = ""
    session_id: str = ""


@dataclass(frozen=True)
class Content:
    html: str
    """The text or caption with its formatting, as Telegram HTML."""
    kind: ContentKind = "text"
    file_id: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Broadcast:
    """Instants are UTC epoch seconds."""

    id: int
    event_id: int
    content: Content
    segment: Segment
    state: State
    send_at: float | None
    """When it is to begin; None: once it is confirmed."""
    started_at: float | None
    ended_at: float | None
    stream: int | None
    recipients: int | None
    """How many it was addressed to, once it has begun."""

    @property
    def leaves_traces(self) -> bool:
        """Whether it is known afterwards who has got it."""
        return self.segment.kind != "unrated"


@dataclass(frozen=True)
class Watch:
    """A message that shows how far a broadcast is."""

    chat_id: int
    message_id: int
    broadcast_id: int
    shown: str
    """What it shows, in a form to compare with what there is to show."""


def draft(
    tx: Transaction, event_id: int, author: int, update_id: int, content: Content, now: float
) -> Broadcast:
    """Keeps what an organiser wrote in one message; the same message gives the same draft."""
    key = {"author_chat_id": author, "update_id": update_id}
    values = {"kind": content.kind, "file_id": content.file_id, "html": content.html}
    tx.execute(_sql["draft"], {**key, **values, "event_id": event_id, "now": now})
    return found_now(tx, tx.execute(_sql["id_of"], key).fetchone()["id"])


def set_links(tx: Transaction, broadcast_id: int, links: Sequence[Link]) -> Broadcast | None:
    """The buttons of a draft; what is confirmed stays as it is."""
    buttons = json.dumps([asdict(link) for link in links], ensure_ascii=False)
    tx.execute(_sql["set_buttons"], {"id": broadcast_id, "buttons": buttons})
    return find_now(tx, broadcast_id)


def set_segment(tx: Transaction, broadcast_id: int, segment: Segment) -> Broadcast | None:
    tx.execute(_sql["set_segment"], {"id": broadcast_id, "segment": segment.kind, "value": segment.value})
    return find_now(tx, broadcast_id)


def set_send_at(tx: Transaction, broadcast_id: int, send_at: float | None) -> Broadcast | None:
    tx.execute(_sql["set_send_at"], {"id": broadcast_id, "send_at": send_at})
    return find_now(tx, broadcast_id)


def confirm(tx: Transaction, broadcast_id: int, organisers: Collection[int], now: float) -> Broadcast | None:
    """A draft is scheduled, or begins where its time has come; what is confirmed already stays as it is."""
    broadcast = find_now(tx, broadcast_id)
    if broadcast is None or broadcast.state != "draft":
        return broadcast
    if not tx.execute(_sql["schedule"], {"id": broadcast_id, "now": now}).rowcount:
        start(tx, broadcast_id, organisers, now)
    return find_now(tx, broadcast_id)


def start(tx: Transaction, broadcast_id: int, organisers: Collection[int], now: float) -> Broadcast | None:
    """Addresses it to whoever belongs to its segment now and can be reached: each once, and once only."""
    if tx.execute(_sql["start"], {"id": broadcast_id, "now": now}).rowcount:
        _address(tx, found_now(tx, broadcast_id), organisers, now)
        let_flow(tx, broadcast_id)
    return find_now(tx, broadcast_id)


def _address(tx: Transaction, broadcast: Broadcast, organisers: Collection[int], now: float) -> None:
    stream = outbox.new_stream(tx)
    recipients = tx.execute(
        _sql["address"].format(recipients=RECIPIENTS),
        {
            **broadcast.segment.parameters(broadcast.event_id, organisers),
            "id": broadcast.id,
            "kind": BROADCAST if broadcast.leaves_traces else outbox.BROADCAST_TO_UNRATED,
            "priority": outbox.BULK,
            "now": now,
            "stream": stream,
        },
    ).rowcount
    tx.execute(
        _sql["set_recipients"], {"id": broadcast.id, "recipients": max(0, recipients), "stream": stream}
    )


def start_due(tx: Transaction, organisers: Collection[int], now: float) -> int:
    """Begins those whose time has come; returns their number."""
    due = tx.execute(_sql["due"], {"now": now}).fetchall()
    for row in due:
        start(tx, row["id"], organisers, now)
    return len(due)


def set_html(tx: Transaction, broadcast_id: int, html: str) -> None:
    """The text or caption of what will be sent from now on."""
    tx.execute(_sql["set_html"], {"id": broadcast_id, "html": html})


def discard(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """Gives a draft up; a confirmed broadcast stays."""
    tx.execute(_sql["discard"], {"id": broadcast_id})
    return find_now(tx, broadcast_id)


def pause(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """From now on nothing more of it is taken in hand."""
    tx.execute(_sql["pause"], {"id": broadcast_id})
    let_flow(tx, broadcast_id)
    return find_now(tx, broadcast_id)


def resume(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    tx.execute(_sql["resume"], {"id": broadcast_id})
    let_flow(tx, broadcast_id)
    return find_now(tx, broadcast_id)


def cancel(tx: Transaction, broadcast_id: int, now: float) -> Broadcast | None:
    """Ends it: what waits will not be sent. A draft stays."""
    tx.execute(_sql["cancel"], {"id": broadcast_id, "now": now})
    let_flow(tx, broadcast_id)
    return find_now(tx, broadcast_id)


def end_finished(tx: Transaction, now: float) -> bool:
    """Ends what is done; whether something is still under way."""
    is_busy = False
    for row in tx.execute(_sql["under_way"]).fetchall():
        is_busy |= _is_under_way(tx, _broadcast(row), now)
    dropped = tx.execute(_sql["drop_cancelled"], {"now": now, "limit": DROPPED_AT_ONCE}).rowcount
    return is_busy or dropped == DROPPED_AT_ONCE


def _is_under_way(tx: Transaction, broadcast: Broadcast, now: float) -> bool:
    """A paused one waits for somebody, once nothing of it is in hand."""
    if broadcast.stream is not None and outbox.has_unfinished(tx, broadcast.stream):
        return broadcast.state == "running" or outbox.is_in_hand(tx, broadcast.stream)
    tx.execute(_sql["end"], {"id": broadcast.id, "now": now})
    return False


def let_flow(tx: Transaction, broadcast_id: int) -> None:
    """Its stream is open while it is running and no change waits to begin."""
    broadcast = find_now(tx, broadcast_id)
    if broadcast is None or broadcast.stream is None:
        return
    changing = tx.execute(_sql["is_being_changed"], {"id": broadcast_id}).fetchone()["is_being_changed"]
    if broadcast.state == "running" and not changing:
        outbox.release(tx, broadcast.stream)
    else:
        outbox.hold(tx, broadcast.stream)


async def find(reads: Reads, broadcast_id: int) -> Broadcast | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": broadcast_id}):
        return _broadcast(row)
    return None


async def recent(reads: Reads, event_id: int, limit: int) -> list[Broadcast]:
    """The newest first, without drafts and what was given up before it began."""
    rows = await reads.execute_fetchall(_sql["recent"], {"event_id": event_id, "limit": limit})
    return [_broadcast(row) for row in rows]


async def next_start(reads: Reads) -> float | None:
    """When the next scheduled one begins."""
    (row,) = await reads.execute_fetchall(_sql["next_start"])
    return None if row["due"] is None else float(row["due"])


async def counts(reads: Reads, stream: int | None) -> StreamCounts:
    return StreamCounts() if stream is None else await outbox.stream_counts(reads, stream)


def watch(tx: Transaction, one: Watch) -> None:
    """From now on that message shows how far the broadcast is, and no other in its chat."""
    tx.execute(_sql["unwatch_elsewhere"], asdict(one))
    tx.execute(_sql["watch"], asdict(one))


def note_shown(tx: Transaction, one: Watch, shown: str) -> None:
    tx.execute(_sql["note_shown"], {**asdict(one), "shown": shown})


def unwatch(tx: Transaction, chat_id: int, message_id: int) -> None:
    tx.execute(_sql["unwatch"], {"chat_id": chat_id, "message_id": message_id})


async def watches(reads: Reads) -> list[Watch]:
    return [Watch(**row) for row in await reads.execute_fetchall(_sql["watches"])]


def forget(tx: Transaction, chat_id: int) -> None:
    for name in ("forget", "forget_changes", "forget_watches"):
        tx.execute(_sql[name], {"chat_id": chat_id})


def find_now(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    row = tx.execute(_sql["find"], {"id": broadcast_id}).fetchone()
    return _broadcast(row) if row else None


def found_now(tx: Transaction, broadcast_id: int) -> Broadcast:
    return _broadcast(tx.execute(_sql["find"], {"id": broadcast_id}).fetchone())


def _broadcast(row: sqlite3.Row) -> Broadcast:
    links = tuple(Link(**link) for link in json.loads(row["buttons"]))
    return Broadcast(
        id=row["id"],
        event_id=row["event_id"],
        content=Content(row["html"], row["kind"], row["file_id"], links),
        segment=Segment(row["segment"], row["segment_value"]),
        state=row["state"],
        send_at=row["send_at"],
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        stream=row["stream"],
        recipients=row["recipients"],
    )
