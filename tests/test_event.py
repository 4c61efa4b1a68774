"""What the event model answers about its own time."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from data.event import Event, Session, starting_together
from data.eventfile import load

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "rakor-polpum-2023.toml"


@pytest.fixture(scope="module")
def event() -> Event:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def at(event: Event):
    return lambda text: datetime.fromisoformat(f"2023-02-{text}").replace(tzinfo=event.zone)


def ids(sessions: tuple[Session, ...]) -> list[str]:
    return [session.id for session in sessions]


def test_days_are_the_first_to_the_last(event: Event) -> None:
    assert event.days == (date(2023, 2, 20), date(2023, 2, 21))


def test_an_instant_is_shown_on_the_wall_clock_of_the_event(event: Event) -> None:
    assert event.local(1676854800.0).isoformat() == "2023-02-20T09:00:00+08:00"


def test_a_session_runs_from_its_start_until_before_its_end(event: Event, at) -> None:
    opening = event.session("pembukaan")
    assert opening is not None
    assert [opening.is_running(at(text)) for text in ("20 08:59", "20 09:00", "20 09:59", "20 10:00")] == [
        False,
        True,
        True,
        False,
    ]


def test_parallel_sessions_run_together(event: Event, at) -> None:
    assert ids(event.running(at("20 16:30"))) == ["diskusi-provinsi", "diskusi-kabkota"]


def test_nothing_runs_in_a_gap(event: Event, at) -> None:
    assert event.running(at("20 18:00")) == ()


def test_upcoming_are_all_that_start_next(event: Event, at) -> None:
    assert ids(event.upcoming(at("20 15:30"))) == ["diskusi-provinsi", "diskusi-kabkota"]
    assert ids(event.upcoming(at("20 16:00"))) == ["makan-malam"]


def test_nothing_is_upcoming_after_the_last_start(event: Event, at) -> None:
    assert event.upcoming(at("21 13:30")) == ()


def test_nothing_starts_together_when_there_is_nothing() -> None:
    assert starting_together([]) == ()


def test_a_day_has_the_sessions_that_start_on_it(event: Event) -> None:
    assert ids(event.sessions_on(date(2023, 2, 21)))[:2] == ["panel-3", "rehat-kopi-3"]
    assert event.sessions_on(date(2023, 2, 22)) == ()


def test_things_are_found_by_id(event: Event) -> None:
    panel, wifi = event.session("panel-1"), event.faq_entry("wifi")
    assert panel is not None
    assert wifi is not None
    assert event.room_of(panel).name == "Grand Ballroom"
    assert event.session("panel-9") is None
    assert event.faq_entry("panel-1") is None


def test_panels_are_the_sessions_of_that_kind(event: Event) -> None:
    assert [session.panel for session in event.panels()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("given", "mandatory"),
    [({}, False), ({"attendance": True}, True), ({"attendance": True, "mandatory": False}, False)],
)
def test_mandatory_is_attendance_unless_said_otherwise(event: Event, given, mandatory: bool) -> None:
    fields = event.sessions[0].model_dump(exclude={"attendance", "mandatory"})
    assert Session.model_validate({**fields, **given}).mandatory is mandatory


def test_an_event_does_not_change(event: Event) -> None:
    with pytest.raises(ValidationError):
        event.sessions[0].title = "Lain"


def test_an_event_survives_json(event: Event) -> None:
    assert Event.model_validate_json(event.model_dump_json()) == event
