"""Reminders before sessions and requests for feedback after them, from the plan into the outbox.

The plan is worked out anew from the event at each wake; what has been planned into the outbox is remembered
by key, in the same transaction. So downtime delays and never loses, and a changed agenda replans by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data import outbox
from data.database import Reads, Transaction
from data.event import Event
from data.forms import SURVEY
from data.reminder_plan import FEEDBACK_REQUEST, REMINDER, SAME_START_SECONDS, Planned, Rules, plan
from data.statements import statements

_sql = statements("reminders")

FIRST_CHAT, LAST_CHAT = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Wake:
    """What became of one look at the plan."""

    put: int
    """Messages that are in the outbox now."""
    dropped: int
    """People who would have got one, had it not been too late to be of use."""
    next_due: float | None
    """When to look again (UTC epoch seconds); None when nothing is left."""


@dataclass(frozen=True)
class Tally:
    sent: int
    dropped: int
    """Came too late to be of use: the bot was down, or the network."""


@dataclass(frozen=True)
class _Look:
    """What is known at one instant."""

    tx: Transaction
    event_id: int
    event: Event
    rules: Rules
    rate: float
    now: float
    planned_at: Mapping[str, float]
    """When each key was planned; 0 where that is to be done again."""
    ahead: int
    """Messages that wait before a new reminder."""

    def next_instant(self, one: Planned) -> float | None:
        """When to see to it: at first, and once more for whom it concerns since then; or never."""
        if one.kind == outbox.FEEDBACK_AGAIN and one.keys[0] in self.planned_at:
            return None  # nothing tells any more who had it
        planned_at = min(self.planned_at.get(key, 0) for key in one.keys)
        if not planned_at:
            return one.due
        return one.promised if planned_at < one.promised else None

    def spread_seconds(self, people: int) -> float:
        return (people + self.ahead) / self.rate


def put_due(tx: Transaction, event_id: int, event: Event, rules: Rules, rate: float, now: float) -> Wake:
    """Addresses what is due, each to whom it concerns and to nobody twice.

    ``rate`` is how many messages a second go out in bulk.
    """
    tx.execute(_sql["unplan"], {"event_id": event_id, "now": now})
    rows = tx.execute(_sql["plans"], {"event_id": event_id}).fetchall()
    planned_at = {row["key"]: row["planned_at"] for row in rows}
    ahead = outbox.waiting_before(tx, outbox.REMINDER, now)
    look = _Look(tx, event_id, event, rules, rate, now, planned_at, ahead)
    everybody = tx.execute(_sql["reachable"], {"event_id": event_id}).fetchone()["people"]
    put = dropped = 0
    instants = []
    for rough in plan(event, rules, look.spread_seconds(everybody)):
        one = _exactly(look, rough)
        instant = look.next_instant(one)
        if instant is not None and instant <= now:
            addressed, missed = _address(look, one)
            put, dropped = put + addressed, dropped + missed
            instant = one.promised if now < one.promised else None
        if instant is not None:
            instants.append(instant)
    return Wake(put, dropped, min(instants, default=None))


def _exactly(look: _Look, one: Planned) -> Planned:
    """The plan begins early enough for everybody; once that hour is near, for those whom it concerns."""
    instant = look.next_instant(one)
    if one.kind != REMINDER or instant is None or instant > look.now:
        return one
    spread = look.spread_seconds(_people(look, one.session_ids))
    return next(each for each in plan(look.event, look.rules, spread) if each.keys == one.keys)


def _address(look: _Look, one: Planned) -> tuple[int, int]:
    """How many messages there are of it, or how many people miss it because it is too late to be of use."""
    is_late = look.now >= one.useless_after
    put = 0 if is_late else _put(look, one)
    missed = _people(look, one.session_ids) if is_late and one.kind == REMINDER else 0
    for position, key in enumerate(one.keys):
        values = {"event_id": look.event_id, "key": key, "now": look.now, "recipients": put}
        look.tx.execute(_sql["record"], {**values, "dropped": 0 if position else missed})
    return put, missed


def _put(look: _Look, one: Planned) -> int:
    if not all(look.planned_at.get(key) for key in one.keys):
        subject = f"{one.kind}:{one.start}" if one.kind == REMINDER else one.keys[0]
        values = {"kind": one.kind, "prefix": f"{look.event_id}:{subject}:", "due": one.due}
        look.tx.execute(_sql["hasten"], values)
    values = {
        **_values(look.event_id, look.rules, _still_of_use(look, one)),
        "key": one.keys[0],
        "session_id": one.session_ids[0],
        "start": one.start,
        "priority": outbox.REMINDER,
        "due": one.due,
        "useless_after": one.useless_after,
        "is_known": _is_known(look, one),
        "same_start": SAME_START_SECONDS,
        "kind": one.kind,
        "request": one.keys[0].replace(one.kind, FEEDBACK_REQUEST, 1),
        "is_survey": one.session_ids == (SURVEY,),
    }
    statement = "address_reminder" if one.kind == REMINDER else "address_feedback"
    return look.tx.execute(_sql[statement], values).rowcount


def _still_of_use(look: _Look, one: Planned) -> list[str]:
    """Of sessions that started together, some may be over."""
    sessions = [look.event.session(session_id) for session_id in one.session_ids]
    return [session.id for session in sessions if session and look.now < session.end.timestamp()]


def _is_known(look: _Look, one: Planned) -> bool:
    """Whether some may have been told of one of the sessions, perhaps at another hour."""
    sessions = {f"{REMINDER}:{session_id}" for session_id in one.session_ids}
    return any(key.rpartition(":")[0] in sessions for key in look.planned_at)


def _people(look: _Look, session_ids: Iterable[str]) -> int:
    values = _values(look.event_id, look.rules, session_ids)
    return int(look.tx.execute(_sql["concerned"], values).fetchone()["people"])


def _values(event_id: int, rules: Rules, session_ids: Iterable[str]) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "sessions": json.dumps([*session_ids]),
        "kinds": json.dumps([*rules.kinds]),
        "one_of_parallel": rules.one_of_parallel,
        "skip_present": rules.skip_present,
        "first_chat": FIRST_CHAT,
        "last_chat": LAST_CHAT,
    }


async def concerning(
    reads: Reads, event_id: int, rules: Rules, session_ids: Iterable[str], chat_id: int
) -> frozenset[str]:
    """Of which of the sessions this person is to be reminded as things stand."""
    chat = {"first_chat": chat_id, "last_chat": chat_id}
    (row,) = await reads.execute_fetchall(
        _sql["concerned"], {**_values(event_id, rules, session_ids), **chat}
    )
    return frozenset(json.loads(row["sessions"]))


async def told(reads: Reads, event_id: int, chat_id: int) -> Mapping[str, int]:
    """The start that this person was last reminded of, by session id; UTC epoch seconds."""
    rows = await reads.execute_fetchall(_sql["told"], {"event_id": event_id, "chat_id": chat_id})
    return {row["session_id"]: int(row["start"]) for row in rows}


async def tally(reads: Reads) -> Tally:
    """Of all reminders and requests for feedback so far."""
    (row,) = await reads.execute_fetchall(_sql["tally"], {"too_late": outbox.TOO_LATE})
    return Tally(row["sent"], row["dropped"])
