"""What is to be sent when, by the agenda and the rules alone: pure, and worked out anew each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import time
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from data import forms
from data.event import Event, Kind, Session
from data.forms import Form
from data.outbox import FEEDBACK_AGAIN
from data.quiet_hours import QuietHours

REMINDER: Literal["reminder"] = "reminder"
FEEDBACK_REQUEST: Literal["feedback_request"] = "feedback_request"

FEEDBACK_USELESS_SECONDS = 24 * 3600
"""After this a request for feedback is not sent any more."""

SHORT_NOTICE_SECONDS = 5 * 60
"""A reminder that the quiet hours hold back is sent at their end if this much is left before the start."""

EVENING_SECONDS = 5 * 60
"""What is brought forward to the evening has reached everybody so long before the quiet hours begin."""

SAME_START_SECONDS = 5 * 60
"""A session that begins so little later than the reminder said is not announced anew."""


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
    """Which sessions are announced to everybody; the others to who stars them. Breaks are not among them:
    they follow from what is before them."""
    feedback_seconds: float = 10 * 60
    quiet: QuietHours | None = QuietHours(time(21), time(6))  # noqa: RUF009 - frozen
    one_of_parallel: bool = True
    """Whether somebody who has starred, or is at, one of several parallel sessions is spared the others."""
    skip_present: bool = True
    """Whether somebody who has checked in to a session is spared its reminder."""
    feedback_again_seconds: float = 2 * 3600
    """How long after the request those who have not answered are asked once more; 0: never."""

    @property
    def longest_spread_seconds(self) -> float:
        """How much earlier than promised a reminder may begin to go out: more would confuse."""
        return max(self.lead_seconds, SHORT_NOTICE_SECONDS)

    def quiet_until(self, instant: float, zone: ZoneInfo) -> float | None:
        """The end of the quiet hours the instant falls into; None outside."""
        hours = self.quiet.around(instant, zone) if self.quiet else None
        return hours[1] if hours else None


@dataclass(frozen=True)
class Planned:
    """One message to many. Times are UTC epoch seconds."""

    kind: Literal["reminder", "feedback_request", "feedback_again"]
    session_ids: tuple[str, ...]
    keys: tuple[str, ...]
    """What is remembered of it: a key for each session."""
    start: int
    due: float
    """The instant at which the sending begins."""
    promised: float
    """The instant at which everybody has it; whom it concerns from then on is not told any more."""
    useless_after: float


def plan(event: Event, rules: Rules, spread_seconds: float) -> list[Planned]:
    """All messages the agenda asks for, by the instant they are due.

    ``spread_seconds`` is how long it takes to send one to everybody. A reminder begins so much earlier, that
    the last one has it at the promised instant, but never earlier than twice the lead.
    """
    planned = [
        *(_reminder(event, rules, together, spread_seconds) for together in _starting_together(event)),
        *(one for form in forms.forms(event) for one in _feedback_requests(event, rules, form)),
    ]
    return sorted(planned, key=lambda one: one.due)


def _starting_together(event: Event) -> Iterator[list[Session]]:
    """Breaks and the like as well: somebody may have starred one."""
    taking_place = (session for session in event.sessions if not session.cancelled)
    in_order = sorted(taking_place, key=lambda session: session.start)
    for _, together in groupby(in_order, key=lambda session: session.start):
        yield list(together)


def _reminder(event: Event, rules: Rules, together: list[Session], spread_seconds: float) -> Planned:
    start = int(together[0].start.timestamp())
    due, promised = _sending(start, rules, event.zone, min(spread_seconds, rules.longest_spread_seconds))
    return Planned(
        kind="reminder",
        session_ids=tuple(session.id for session in together),
        keys=tuple(f"{REMINDER}:{session.id}:{start}" for session in together),
        start=start,
        due=due,
        promised=promised,
        useless_after=max(session.end.timestamp() for session in together),
    )


def _sending(start: int, rules: Rules, zone: ZoneInfo, spread_seconds: float) -> tuple[float, float]:
    """When the sending begins, and when everybody has it: outside the quiet hours.

    What would fall into them is sent at their end if it is of use then, else the evening before.
    """
    promised = start - rules.lead_seconds
    hours = rules.quiet.around(promised, zone) if rules.quiet else None
    if hours is None:
        begins = promised - spread_seconds
        return min(rules.quiet_until(begins, zone) or begins, promised), promised
    evening, morning = hours
    if morning + spread_seconds + SHORT_NOTICE_SECONDS <= start:
        return morning, morning
    return evening - EVENING_SECONDS - spread_seconds, evening - EVENING_SECONDS


def _feedback_requests(event: Event, rules: Rules, form: Form) -> Iterator[Planned]:
    """The request, and once more; in the quiet hours either waits for the morning."""
    requested = _feedback_request(event, rules, form, FEEDBACK_REQUEST, form.opens + rules.feedback_seconds)
    yield requested
    if rules.feedback_again_seconds:
        again = requested.due + rules.feedback_again_seconds
        yield _feedback_request(event, rules, form, FEEDBACK_AGAIN, again)


def _feedback_request(
    event: Event,
    rules: Rules,
    form: Form,
    kind: Literal["feedback_request", "feedback_again"],
    wanted: float,
) -> Planned:
    due = rules.quiet_until(wanted, event.zone) or wanted
    return Planned(
        kind=kind,
        session_ids=(form.id,),
        keys=(f"{kind}:{form.id}:{event.local(form.opens).date()}",),
        start=int(form.session.start.timestamp() if form.session else form.opens),
        due=due,
        promised=due,
        useless_after=due + FEEDBACK_USELESS_SECONDS,
    )
