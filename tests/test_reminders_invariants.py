"""Whatever happens: nobody is reminded twice, nobody concerned is missed, nothing comes too late."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import SAMPLE_EVENT
from data.event import Event, Session
from data.eventfile import load
from data.participants import ReminderChoice
from data.quiet_hours import QuietHours
from data.reminder_plan import REMINDER, SAME_START_SECONDS, Rules, plan
from tests.hall import Hall, a_hall

SAMPLE = load(SAMPLE_EVENT)
BEGINNING = datetime(2023, 2, 20, 5, 0, tzinfo=SAMPLE.zone)
QUARTER = 15
SESSIONS, PEOPLE = tuple("abcde"), tuple(range(1, 6))
FAITHFUL = 1
"""Wants all reminders, stars nothing and checks in to nothing: nothing is to pass this person by."""

DEVOTED = 2
"""Wants the starred only, and has starred the first two sessions for good."""


@dataclass
class Wishes:
    """What the people want, as the test knows it."""

    choices: dict[int, ReminderChoice] = field(default_factory=dict)
    stars: set[tuple[int, str]] = field(default_factory=set)
    present: set[tuple[int, str]] = field(default_factory=set)
    latest: float = 0
    """The latest instant so far: before it, the clock has been set back."""

    def concern(self, event: Event, rules: Rules, chat_id: int, session: Session) -> bool:
        choice = self.choices.get(chat_id, ReminderChoice.NONE)
        if choice == ReminderChoice.NONE or (rules.skip_present and (chat_id, session.id) in self.present):
            return False
        if (chat_id, session.id) in self.stars:
            return True
        elsewhere = any(
            (chat_id, other.id) in self.stars | self.present for other in event.parallel_to(session)
        )
        spared = rules.one_of_parallel and elsewhere
        return choice == ReminderChoice.ALL and session.kind in rules.kinds and not spared


kinds = st.sampled_from(["panel", "discussion", "break", "registration", "social"])


@st.composite
def agendas(draw: st.DrawFn) -> Event:
    """Five sessions in quarters of an hour, over two days; as they may start together, or overlap."""
    sessions = []
    for name in SESSIONS:
        start = BEGINNING + timedelta(minutes=QUARTER * draw(st.integers(0, 40)))
        end = start + timedelta(minutes=QUARTER * draw(st.integers(1, 8)))
        sessions.append(a_session(name, draw(kinds), start, end, draw(st.booleans())))
    return with_sessions(sessions)


def a_session(name: str, kind: str, start: datetime, end: datetime, feedback: bool) -> Session:
    return Session.model_validate(
        {
            "id": name,
            "kind": kind,
            "title": f"Sesi {name}",
            "start": start,
            "end": end,
            "room": SAMPLE.rooms[0].id,
            "attendance": True,
            "feedback": feedback,
        }
    )


def with_sessions(sessions: list[Session]) -> Event:
    ordered = sorted(sessions, key=lambda session: session.start)
    return SAMPLE.model_copy(update={"sessions": tuple(ordered)})


rules = st.builds(
    Rules,
    lead_seconds=st.sampled_from([0, 600, 900, 3600, 3 * 3600]).map(float),
    kinds=st.just(("panel", "discussion", "registration", "social")),
    feedback_seconds=st.sampled_from([0.0, 600.0]),
    quiet=st.sampled_from([None, QuietHours(time(21), time(6)), QuietHours(time(9), time(10, 30))]),
    one_of_parallel=st.booleans(),
    skip_present=st.booleans(),
)

chats = st.sampled_from(PEOPLE[2:])
sessions = st.sampled_from(SESSIONS)
happenings = st.one_of(
    st.tuples(st.just("up"), st.integers(1, 180)),
    st.tuples(st.just("up"), st.integers(1, 180)),
    st.tuples(st.just("down"), st.integers(1, 300)),
    st.tuples(st.just("clock"), st.integers(-180, 60)),
    st.tuples(st.just("crash")),
    st.tuples(st.just("move"), sessions, st.integers(-90, 90)),
    st.tuples(st.just("remove"), sessions),
    st.tuples(st.just("star"), chats, sessions, st.booleans()),
    st.tuples(st.just("choose"), chats, st.sampled_from(ReminderChoice)),
    st.tuples(st.just("check_in"), chats, sessions),
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    event=agendas(),
    wanted=rules,
    starred=st.sets(st.tuples(chats, sessions), max_size=6),
    story=st.lists(happenings, min_size=4, max_size=16),
)
def test_whatever_happens(
    event: Event, wanted: Rules, starred: set[tuple[int, str]], story: list[tuple[Any, ...]]
) -> None:
    devoted = {(DEVOTED, name) for name in SESSIONS[:2]}
    asyncio.run(_play(event, wanted, starred | devoted, story))


async def _play(
    event: Event, wanted: Rules, starred: set[tuple[int, str]], story: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with a_hall(Path(folder), event, BEGINNING.timestamp(), wanted) as hall:
            wishes = Wishes()
            await hall.register(*PEOPLE)
            wishes.choices = dict.fromkeys(PEOPLE, ReminderChoice.ALL)
            await hall.choose(DEVOTED, ReminderChoice.STARRED)
            wishes.choices[DEVOTED] = ReminderChoice.STARRED
            for chat_id, name in sorted(starred):
                await hall.star(chat_id, name)
            wishes.stars = starred
            for happening in [*story, ("up", 24 * 60)]:
                await _happen(hall, wishes, *happening)
            _nobody_is_told_twice(hall)


async def _happen(hall: Hall, wishes: Wishes, what: str, *values: Any) -> None:
    match what, *values:
        case "up", minutes:
            await _be_up(hall, wishes, hall.now + minutes * 60)
        case "down", minutes:
            hall.now += minutes * 60
            wishes.latest = max(wishes.latest, hall.now)
        case "clock", minutes:
            hall.now += minutes * 60
            await _be_up(hall, wishes, hall.now)
        case "crash", *_:
            await hall.wake()
            await hall.crash()
        case "move", name, minutes:
            await hall.change(_moved(hall.stored.event, name, minutes))
        case "remove", name:
            kept = [session for session in hall.stored.event.sessions if session.id != name]
            await hall.change(with_sessions(kept))
        case _:
            await _wish(hall, wishes, what, *values)


async def _wish(hall: Hall, wishes: Wishes, what: str, *values: Any) -> None:
    match what, *values:
        case "star", chat_id, name, is_wanted:
            await hall.star(chat_id, name, is_wanted)
            (wishes.stars.add if is_wanted else wishes.stars.discard)((chat_id, name))
        case "choose", chat_id, choice:
            await hall.choose(chat_id, choice)
            wishes.choices[chat_id] = choice
        case "check_in", chat_id, name:
            if hall.stored.event.session(name) and await hall.check_in(chat_id, name):
                wishes.present.add((chat_id, name))


def _moved(event: Event, name: str, minutes: int) -> Event:
    shift = timedelta(minutes=minutes)
    return with_sessions(
        [
            session.model_copy(update={"start": session.start + shift, "end": session.end + shift})
            if session.id == name
            else session
            for session in event.sessions
        ]
    )


async def _be_up(hall: Hall, wishes: Wishes, until: float) -> None:
    """With an agenda and wishes that stay as they are meanwhile."""
    since, before = hall.now, len(hall.sent)
    await hall.run(until)
    wishes.latest = max(wishes.latest, hall.now)
    event = hall.stored.event
    for one in hall.sent[before:]:
        session = event.session(one.session_id)
        assert session is not None
        assert hall.rules.quiet_until(one.at, event.zone) is None
        if one.kind == REMINDER:
            assert one.at < session.end.timestamp()
            assert wishes.concern(event, hall.rules, one.chat_id, session)
        else:
            assert session.end.timestamp() + hall.rules.feedback_seconds <= one.at
            assert wishes.choices[one.chat_id] != ReminderChoice.NONE
    for planned in plan(event, hall.rules, 0):
        for session_id in planned.session_ids if planned.kind == REMINDER else ():
            _nobody_is_missed(hall, wishes, event.session(session_id), planned.promised, since)


def _nobody_is_missed(
    hall: Hall, wishes: Wishes, session: Session | None, promised: float, since: float
) -> None:
    """Who is concerned when the time comes has been told; who always was, also where it came meanwhile."""
    assert session is not None
    is_quiet = hall.rules.quiet_until(hall.now, hall.stored.event.zone) is not None
    is_of_use = promised <= hall.now < session.end.timestamp() and hall.now >= wishes.latest
    for chat_id in PEOPLE:
        always = chat_id in (FAITHFUL, DEVOTED) and is_of_use and not is_quiet
        in_time = since < promised <= hall.now
        if (always or in_time) and wishes.concern(hall.stored.event, hall.rules, chat_id, session):
            assert any(_announces(one, chat_id, session) for one in hall.sent), (chat_id, session)


def _announces(one: Any, chat_id: int, session: Session) -> bool:
    return (one.kind, one.chat_id, one.session_id) == (
        REMINDER,
        chat_id,
        session.id,
    ) and -SAME_START_SECONDS <= one.start - session.start.timestamp() <= 0


def _nobody_is_told_twice(hall: Hall) -> None:
    told = [(one.kind, one.chat_id, one.session_id, one.start) for one in hall.sent if one.kind == REMINDER]
    assert len(told) == len(set(told))
    asked = [
        (one.kind, one.chat_id, one.session_id, datetime.fromtimestamp(one.start, SAMPLE.zone).date())
        for one in hall.sent
        if one.kind != REMINDER
    ]
    assert len(asked) == len(set(asked))
