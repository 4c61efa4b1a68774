"""What is to be sent when: early enough for the last, never confusingly early, never in the night."""

from __future__ import annotations

from datetime import datetime, time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import SAMPLE_EVENT
from bot.telegram.limiter import Limits
from data import forms
from data.event import Event, Session
from data.eventfile import load
from data.quiet_hours import QuietHours
from data.reminder_plan import EVENING_SECONDS, SHORT_NOTICE_SECONDS, Planned, Rules, plan

EVENT = load(SAMPLE_EVENT)
ALWAYS = Rules(quiet=None)


def at(moment: str) -> float:
    """ "20 10:30" is a day of February 2023 and an hour in Balikpapan."""
    day, hour = moment.split()
    return datetime.fromisoformat(f"2023-02-{day}T{hour}:00+08:00").timestamp()


@cache
def an_event(start: str, end: str) -> Event:
    """One session, with feedback."""
    session = Session.model_validate(
        {
            "id": "sesi",
            "kind": "panel",
            "title": "Sesi",
            "start": datetime.fromtimestamp(at(start), EVENT.zone),
            "end": datetime.fromtimestamp(at(end), EVENT.zone),
            "room": EVENT.rooms[0].id,
            "feedback": True,
        }
    )
    return EVENT.model_copy(update={"sessions": (session,), "survey": ()})


def reminder(start: str, rules: Rules, spread: float = 0) -> Planned:
    (found,) = (one for one in plan(an_event(start, "23 09:00"), rules, spread) if one.kind == "reminder")
    return found


def test_the_plan_names_each_start_and_each_end_once() -> None:
    planned = plan(EVENT, Rules(), 0)
    keys = [key for one in planned for key in one.keys]
    assert len(keys) == len(set(keys))
    asked = [*forms.forms(EVENT)]
    assert asked[-1].id == forms.SURVEY
    assert len(keys) == len(EVENT.sessions) + 2 * len(asked)
    starts = {session.start for session in EVENT.sessions}
    assert sum(one.kind == "reminder" for one in planned) == len(starts)


def test_sessions_that_start_together_are_one_reminder() -> None:
    reminders = [one for one in plan(EVENT, ALWAYS, 0) if one.kind == "reminder"]
    (found,) = (one for one in reminders if "diskusi-provinsi" in one.session_ids)
    assert found.session_ids == ("diskusi-provinsi", "diskusi-kabkota")


def test_what_is_cancelled_is_neither_announced_nor_asked_about() -> None:
    cancelled = an_event("20 10:30", "20 12:00")
    (session,) = cancelled.sessions
    sessions = (session.model_copy(update={"cancelled": True}),)
    assert plan(cancelled.model_copy(update={"sessions": sessions}), Rules(), 0) == []


@given(spread=st.floats(0, 5000), lead=st.floats(0, 86400), feedback=st.floats(0, 86400))
def test_the_last_one_has_it_at_the_promised_time_and_nobody_confusingly_early(
    spread: float, lead: float, feedback: float
) -> None:
    rules = Rules(lead_seconds=lead, feedback_seconds=feedback, quiet=None)
    planned = plan(EVENT, rules, spread)
    assert [one.due for one in planned] == sorted(one.due for one in planned)
    for one in planned:
        if one.kind == "reminder":
            early = min(spread, max(lead, SHORT_NOTICE_SECONDS))
            assert one.promised == one.start - lead
            assert one.due == pytest.approx(one.promised - early, abs=1e-3)
        else:
            form = forms.find(EVENT, one.session_ids[0])
            assert form is not None
            later = rules.feedback_again_seconds if one.kind == "feedback_again" else 0
            assert one.due == one.promised == pytest.approx(form.opens + feedback + later, abs=1e-3)
        assert one.due < one.useless_after


@pytest.mark.parametrize(("per_second", "rate"), [(30, 27), (10, 7), (4, 2), (1, 0.5), (0, float("inf"))])
def test_what_goes_out_in_bulk_is_what_the_reserve_leaves(per_second: float, rate: float) -> None:
    assert Limits(per_second=per_second).bulk_per_second == rate


@pytest.mark.parametrize(
    ("start", "spread", "due", "promised"),
    [
        ("21 21:14", 0, "21 20:59", "21 20:59"),  # just before the quiet hours
        ("21 21:15", 0, "21 20:55", "21 20:55"),  # at their beginning: brought forward
        ("21 22:30", 0, "21 20:55", "21 20:55"),
        ("22 00:00", 0, "21 20:55", "21 20:55"),
        ("22 00:10", 0, "21 20:55", "21 20:55"),
        ("22 05:30", 0, "21 20:55", "21 20:55"),
        ("22 05:30", 120, "21 20:53", "21 20:55"),  # the last one has it before they begin
        ("22 06:04", 0, "21 20:55", "21 20:55"),  # at their end it would be too late
        ("22 06:05", 0, "22 06:00", "22 06:00"),  # at their end it is still of use
        ("22 06:05", 60, "21 20:54", "21 20:55"),  # but not to the last one
        ("22 06:14", 60, "22 06:00", "22 06:00"),
        ("22 06:15", 0, "22 06:00", "22 06:00"),  # just after them
        ("22 06:16", 120, "22 06:00", "22 06:01"),  # would begin in them
        ("22 07:00", 120, "22 06:43", "22 06:45"),
    ],
)
def test_in_the_quiet_hours_no_reminder_is_due(start: str, spread: float, due: str, promised: str) -> None:
    found = reminder(start, Rules(), spread)
    assert found.due == at(due)
    assert found.promised == at(promised)


@pytest.mark.parametrize(
    ("minutes", "due"), [(30, "22 06:30"), (90, "22 06:00"), (10 * 60, "22 06:00"), (12 * 60, "21 19:00")]
)
def test_a_long_lead_that_reaches_into_the_night_waits_for_the_morning(minutes: int, due: str) -> None:
    assert reminder("22 07:00", Rules(lead_seconds=minutes * 60)).due == at(due)


@pytest.mark.parametrize(
    ("end", "due"),
    [
        ("21 20:49", "21 20:59"),
        ("21 20:50", "22 06:00"),
        ("21 23:30", "22 06:00"),
        ("22 00:30", "22 06:00"),
        ("22 05:50", "22 06:00"),
    ],
)
def test_a_request_for_feedback_waits_for_the_morning(end: str, due: str) -> None:
    (found,) = (one for one in plan(an_event("21 19:00", end), Rules(), 60) if one.kind == "feedback_request")
    assert found.due == at(due)
    assert found.useless_after == at(due) + 86400


@pytest.mark.parametrize(
    ("end", "again"),
    [("21 12:00", "21 14:10"), ("21 18:49", "21 20:59"), ("21 18:50", "22 06:00"), ("21 23:30", "22 08:00")],
)
def test_whoever_has_not_answered_is_asked_once_more_and_not_in_the_night(end: str, again: str) -> None:
    (found,) = (one for one in plan(an_event("21 11:00", end), Rules(), 60) if one.kind == "feedback_again")
    assert found.due == at(again)


def test_nobody_is_asked_twice_where_that_is_not_wanted() -> None:
    kinds = {one.kind for one in plan(EVENT, Rules(feedback_again_seconds=0), 0)}
    assert kinds == {"reminder", "feedback_request"}


@given(
    begin=st.integers(18, 23).map(time),
    end=st.integers(4, 8).map(time),
    start=st.integers(0, 2 * 24 * 60),
    lead=st.integers(0, 180),
    spread=st.floats(0, 1200),
)
def test_nothing_is_due_in_the_night(begin: time, end: time, start: int, lead: int, spread: float) -> None:
    night = QuietHours(begin, end)
    rules = Rules(lead_seconds=lead * 60, quiet=night)
    moment = EVENT.local(at("21 00:00") + start * 60).strftime("%d %H:%M")
    found = reminder(moment, rules, spread)
    assert night.around(found.due, EVENT.zone) is None
    assert night.around(found.promised, EVENT.zone) is None
    assert found.due <= found.promised <= found.start
    if promised_in := night.around(found.start - rules.lead_seconds, EVENT.zone):
        assert found.promised in (promised_in[0] - EVENING_SECONDS, promised_in[1])
