"""What the engine did not know, what the committee taught it, and the committee's own FAQ entries.

None of these rows names a person. Whatever is taught raises the event's revision, so that every process that
serves the event takes it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("teaching")

TopicKind = Literal["session", "faq"]
Settled = Literal["session", "faq", "dismissed"]

FAQ_PREFIX = "panitia-"
"""Ids of added entries begin so, those of the event file hardly do."""

RETENTION_SECONDS = 30 * 24 * 3600
"""How long a text that nobody taught is kept after it was last asked."""

MOST_OPEN = 1000
"""Groups of unknown texts an event keeps."""


@dataclass(frozen=True)
class Leader:
    """The first text of a group, as others are compared with it."""

    id: int
    key: str


@dataclass(frozen=True)
class Group:
    """Texts that are nearly the same, under the first of them."""

    id: int
    text: str
    times: int
    variants: int
    last_at: float
    settled: Settled | None
    topic: str | None


@dataclass(frozen=True)
class Lesson:
    """A text, and what it is about."""

    text: str
    kind: TopicKind
    topic: str


@dataclass(frozen=True)
class AddedFaq:
    id: int
    question: str
    answer: str
    source: int | None
    """The participant's question that it came from."""

    @property
    def faq_id(self) -> str:
        """Its id among all FAQ entries of the event."""
        return f"{FAQ_PREFIX}{self.id}"


def number_of(faq_id: str) -> int | None:
    """The number of an added entry; None for one of the event file."""
    number = faq_id.removeprefix(FAQ_PREFIX)
    is_added = faq_id.startswith(FAQ_PREFIX) and number.isascii() and number.isdecimal() and len(number) <= 18
    return int(number) if is_added else None


def record(tx: Transaction, event_id: int, key: str, text: str, nearest: int | None, now: float) -> None:
    """Counts a text that the engine did not know; ``nearest`` is the leader of the group it belongs to.

    ``key`` is the text as texts are compared. A group that was taught and is asked again all the same (its
    session is gone, say) is open again.
    """
    place = {"event_id": event_id, "key": key}
    known = tx.execute(_sql["count_again"], {**place, "now": now}).fetchall()
    for row in known:
        if row["settled"] in ("session", "faq"):
            _settle(tx, event_id, row["leader"], None, None)
    if not known:
        _add(tx, event_id, key, text, _open_leader(tx, event_id, nearest), 1, now)
        tx.execute(_sql["make_room"], {"event_id": event_id, "limit": MOST_OPEN})


async def leaders(reads: Reads, event_id: int) -> list[Leader]:
    """Of the groups that a new text may belong to."""
    return [Leader(**row) for row in await reads.execute_fetchall(_sql["leaders"], {"event_id": event_id})]


async def groups(reads: Reads, event_id: int, offset: int, limit: int, *, are_open: bool) -> list[Group]:
    """Those that wait for an answer, the most asked first; or those that were taught."""
    values = {"event_id": event_id, "is_open": int(are_open), "offset": offset, "limit": limit}
    return [Group(**row) for row in await reads.execute_fetchall(_sql["groups"], values)]


async def count_groups(reads: Reads, event_id: int, *, are_open: bool) -> int:
    values = {"event_id": event_id, "is_open": int(are_open)}
    (row,) = await reads.execute_fetchall(_sql["count_groups"], values)
    return int(row["number"])


async def group(reads: Reads, event_id: int, leader: int) -> Group | None:
    values = {"event_id": event_id, "leader": leader}
    for row in await reads.execute_fetchall(_sql["group"], values):
        return Group(**row)
    return None


async def variants(reads: Reads, leader: int, limit: int) -> list[str]:
    """The other wordings of a group, the most frequent first."""
    rows = await reads.execute_fetchall(_sql["variants"], {"leader": leader, "limit": limit})
    return [str(row["text"]) for row in rows]


def settle(tx: Transaction, event_id: int, leader: int, settled: Settled | None, topic: str | None) -> None:
    """What a group is about; ``settled`` None opens it again."""
    _settle(tx, event_id, leader, settled, topic)
    _changed(tx, event_id)


async def lessons(reads: Reads, event_id: int) -> tuple[Lesson, ...]:
    rows = await reads.execute_fetchall(_sql["lessons"], {"event_id": event_id})
    return tuple(Lesson(**row) for row in rows)


def teach_faq(
    tx: Transaction, event_id: int, leader: int, question: str, answer: str, now: float
) -> AddedFaq:
    """A new entry for a group of texts; a group that leads to one already keeps it."""
    row = tx.execute(_sql["faq_of_leader"], {"event_id": event_id, "leader": leader}).fetchone()
    if row is not None:
        return AddedFaq(**row)
    entry = _add_faq(tx, event_id, question, answer, None, now)
    settle(tx, event_id, leader, "faq", entry.faq_id)
    return entry


def keep_as_faq(
    tx: Transaction, event_id: int, source: int, key: str, question: str, answer: str, now: float
) -> AddedFaq:
    """An entry from a participant's question (``source``) and its answer, once; the same words lead to it."""
    row = tx.execute(_sql["faq_of_source"], {"source": source}).fetchone()
    if row is not None:
        return AddedFaq(**row)
    entry = _add_faq(tx, event_id, question, answer, source, now)
    if key:
        known = tx.execute(_sql["leader_of"], {"event_id": event_id, "key": key}).fetchone()
        leader = known["leader"] if known else _add(tx, event_id, key, question, None, 0, now)
        _settle(tx, event_id, leader, "faq", entry.faq_id)
    _changed(tx, event_id)
    return entry


async def added(reads: Reads, event_id: int) -> list[AddedFaq]:
    return [AddedFaq(**row) for row in await reads.execute_fetchall(_sql["all_faq"], {"event_id": event_id})]


async def find_added(reads: Reads, event_id: int, number: int) -> AddedFaq | None:
    for row in await reads.execute_fetchall(_sql["faq_of"], {"event_id": event_id, "id": number}):
        return AddedFaq(**row)
    return None


async def faq_from(reads: Reads, source: int) -> AddedFaq | None:
    """The entry that came from that question."""
    for row in await reads.execute_fetchall(_sql["faq_of_source"], {"source": source}):
        return AddedFaq(**row)
    return None


def rewrite(
    tx: Transaction, event_id: int, number: int, part: Literal["question", "answer"], text: str
) -> None:
    statement = _sql["rewrite_question"] if part == "question" else _sql["rewrite_answer"]
    tx.execute(statement, {"event_id": event_id, "id": number, "text": text})
    _changed(tx, event_id)


def remove(tx: Transaction, event_id: int, number: int) -> None:
    """The entry goes, and what was taught to lead to it is unknown again."""
    tx.execute(_sql["remove_faq"], {"event_id": event_id, "id": number})
    topic = f"{FAQ_PREFIX}{number}"
    tx.execute(_sql["reopen_topic"], {"event_id": event_id, "settled": "faq", "topic": topic})
    _changed(tx, event_id)


def forget_old(tx: Transaction, now: float) -> None:
    tx.execute(_sql["forget_before"], {"instant": now - RETENTION_SECONDS})


def forget(tx: Transaction, chat_id: int) -> None:
    """Texts without a name, found by the questions of the person who goes: to be called before these are."""
    tx.execute(_sql["forget"], {"chat_id": chat_id})


def _open_leader(tx: Transaction, event_id: int, nearest: int | None) -> int | None:
    """The leader, if its group still waits or is to be left alone."""
    row = tx.execute(_sql["leader_now"], {"event_id": event_id, "leader": nearest}).fetchone()
    return nearest if row is not None and row["settled"] in (None, "dismissed") else None


def _add(
    tx: Transaction, event_id: int, key: str, text: str, leader: int | None, times: int, now: float
) -> int:
    """A new text, in that group or one of its own; returns the leader."""
    of_leader = tx.execute(_sql["leader_now"], {"event_id": event_id, "leader": leader}).fetchone()
    values: dict[str, Any] = {"event_id": event_id, "key": key, "text": text, "leader": leader}
    values |= {"times": times, "now": now, "settled": of_leader["settled"] if of_leader else None}
    number: int = tx.execute(_sql["add"], values).fetchone()["id"]
    if leader is None:
        tx.execute(_sql["lead_itself"], {"id": number})
    return leader or number


def _settle(tx: Transaction, event_id: int, leader: int, settled: Settled | None, topic: str | None) -> None:
    values = {"event_id": event_id, "leader": leader, "settled": settled, "topic": topic}
    tx.execute(_sql["settle"], values)


def _changed(tx: Transaction, event_id: int) -> None:
    tx.execute(_sql["changed"], {"event_id": event_id})


def _add_faq(
    tx: Transaction, event_id: int, question: str, answer: str, source: int | None, now: float
) -> AddedFaq:
    values = {"event_id": event_id, "question": question, "answer": answer, "source": source, "now": now}
    number: int = tx.execute(_sql["add_faq"], values).fetchone()["id"]
    return AddedFaq(number, question, answer, source)
