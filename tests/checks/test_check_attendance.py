from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"opens_minutes_before": -1}, "is the number -1: write minutes between 0 and 1440"),
        ({"late_minutes_after": 2000}, "is the number 2000: write minutes between 0 and 1440"),
        ({"opens_minutes_before": "15"}, "write a whole number"),
        ({"check_out": "ya"}, "write true or false"),
        ({"check_outt": True}, "did you mean check_out?"),
    ],
)
def test_a_faulty_key_of_a_session_is_explained(tables, report, keys: dict[str, object], line: str) -> None:
    tables["sessions"][0] |= {"attendance": True, **keys}
    (found,) = report(tables)
    assert line in found


def test_what_does_nothing_without_attendance_is_a_warning(tables, report) -> None:
    tables["sessions"][0] |= {"attendance": False, "check_out": True}
    assert [line for line in report(tables) if "add attendance = true" in line] != []
    assert all(line.startswith("warning: ") for line in report(tables))


def test_check_out_minutes_without_a_check_out_are_a_warning(tables, report) -> None:
    tables["sessions"][0] |= {"attendance": True, "check_out_minutes_after": 10}
    (line,) = report(tables)
    assert line.startswith("warning: sessions.panel-1.check_out_minutes_after: ")


def test_a_place_needs_to_know_where_the_venue_is(tables, report) -> None:
    tables["sessions"][0] |= {"attendance": True, "place": True}
    for key in ("latitude", "longitude", "radius_m"):
        tables["event"]["venue"].pop(key, None)
    (line,) = report(tables)
    assert line.startswith("error: sessions.panel-1.place: ")
    assert "add latitude, longitude, radius_m to [event.venue]" in line


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ({"registration": "closed"}, "must be one of open, invited"),
        ({"scan": "at-once"}, 'did you mean "at_once"?'),
        ({"scann": "confirm"}, "did you mean scan?"),
    ],
)
def test_faulty_rules_of_attendance_are_explained(
    tables, report, rules: dict[str, object], line: str
) -> None:
    tables["event"]["attendance"] = rules
    (found,) = report(tables)
    assert found.startswith("error: event.attendance.")
    assert line in found
