"""What is due when: reminders before sessions, requests for feedback after them.

The plan is worked out anew from the event at each wake; what has been planned into the outbox is remembered
by key, in the same transaction. So downtime delays and never loses, and a changed agenda replans by itself.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from data import outbox
from data.database import Reads, Transaction
from data.event import Event, Kind, Session
from data.statements import statements

_sql = statements("reminders")

REMINDER, FEEDBACK_REQUEST = "reminder", "feedback_request"

FEEDBACK_USELESS_SECONDS = 24 * 3600
"""After this a request for feedback is not sent any more."""

SENDS_PER_SECOND = 27.0
"""Telegram's 30 a second less the reserve for direct answers: how fast a reminder reaches everybody."""


@dataclass(frozen=True)
class Rules:
    """How the organisers want it; times in seconds."""

    lead_seconds: float = 15 * 60
    kinds: Collection[Kind] = (
        "registration",
        "opening",
        "panel",
        "discussion",
        "plenary",
        "closing",
        "social",
    )
    """Which sessions are announced. Breaks are not: they follow from what is before them."""
    feedback_seconds: float = 0


@dataclass(frozen=True)
class Planned:
    """One message to many. Times are UTC epoch seconds."""

    key: str
    kind: Literal["reminder", "feedback_request"]
    session_ids: tuple[str, ...]
    start: int
    due: float
    useless_after: float

    @property
    def subject(self) -> str:
        return json.dumps({"sessions": self.session_ids, "start": self.start})


def plan(event: Event, rules: Rules, recipients: int) -> list[Planned]:
    """All messages the event asks for, by the instant they are due.

    A reminder begins early enough for the last recipient to have it at the promised time.
    """
    planned = [*_reminders(event, rules, recipients / SENDS_PER_SECOND), *_feedback_requests(event, rules)]
    return sorted(planned, key=lambda one: one.due)


def _reminders(event: Event, rules: Rules, spread_seconds: float) -> Iterator[Planned]:
    announced = [session for session in event.sessions if session.kind in rules.kinds]
    for start, group in groupby(announced, key=lambda session: int(session.start.timestamp())):
        together = list(group)
        yield Planned(
            key=f"{REMINDER}:{start}",
            kind="reminder",
            session_ids=tuple(session.id for session in together),
            start=start,
            due=start - rules.lead_seconds - spread_seconds,
            useless_after=max(session.end.timestamp() for session in together),
        )


def _feedback_requests(event: Event, rules: Rules) -> Iterator[Planned]:
    for session in event.sessions:
        if session.feedback:
            yield _feedback_request(session, rules)


def _feedback_request(session: Session, rules: Rules) -> Planned:
    due = session.end.timestamp() + rules.feedback_seconds
    return Planned(
        key=f"{FEEDBACK_REQUEST}:{session.id}:{session.end.date()}",
        kind="feedback_request",
        session_ids=(session.id,),
        start=int(session.start.timestamp()),
        due=due,
        useless_after=due + FEEDBACK_USELESS_SECONDS,
    )


async def planned_keys(reads: Reads, event_id: int, now: float) -> set[str]:
    """The keys of what is in the outbox, or was.

    What was planned later than now was planned by a clock that was set back since: it is looked at again,
    and the outbox's own keys keep everybody from getting a message twice.
    """
    rows = await reads.execute_fetchall(_sql["planned"], {"event_id": event_id, "now": now})
    return {str(row["key"]) for row in rows}


def put_in_outbox(tx: Transaction, event_id: int, due: list[Planned], now: float) -> int:
    """Addresses what is due, each key once; returns the number of messages."""
    known = {row["key"] for row in tx.execute(_sql["planned"], {"event_id": event_id, "now": now})}
    return sum(_address(tx, event_id, one, now) for one in due if one.key not in known)


def _address(tx: Transaction, event_id: int, one: Planned, now: float) -> int:
    """Useless ones are recorded with no recipient: dropped, and counted."""
    recipients = _put(tx, event_id, one) if now < one.useless_after else 0
    tx.execute(_sql["record"], {"event_id": event_id, "key": one.key, "now": now, "recipients": recipients})
    return recipients


def _put(tx: Transaction, event_id: int, one: Planned) -> int:
    return tx.execute(
        _sql[f"address_{one.kind}"],
        {
            "event_id": event_id,
            "key": one.key,
            "kind": one.kind,
            "subject": one.subject,
            "session_id": one.session_ids[0],
            "priority": outbox.REMINDER,
            "due": one.due,
            "useless_after": one.useless_after,
        },
    ).rowcount
