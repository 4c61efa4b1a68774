"""The quiet hours: over midnight, at their borders, by the event's own clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.quiet_hours import QuietHours

MAKASSAR = ZoneInfo("Asia/Makassar")
NIGHT = QuietHours(time(21), time(6))


def at(moment: str) -> float:
    return datetime.fromisoformat(f"2023-02-{moment}+08:00").timestamp()


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        ("20T20:59:59", None),
        ("20T21:00:00", ("20T21:00:00", "21T06:00:00")),
        ("20T23:59:59", ("20T21:00:00", "21T06:00:00")),
        ("21T00:00:00", ("20T21:00:00", "21T06:00:00")),
        ("21T05:59:59", ("20T21:00:00", "21T06:00:00")),
        ("21T06:00:00", None),
        ("21T12:00:00", None),
    ],
)
def test_over_midnight(moment: str, hours: tuple[str, str] | None) -> None:
    assert NIGHT.around(at(moment), MAKASSAR) == (tuple(map(at, hours)) if hours else None)


@pytest.mark.parametrize(
    ("moment", "is_quiet"),
    [("20T23:59:59", False), ("21T00:00:00", True), ("21T04:29:59", True), ("21T04:30:00", False)],
)
def test_within_one_day(moment: str, is_quiet: bool) -> None:
    assert bool(QuietHours(time(0), time(4, 30)).around(at(moment), MAKASSAR)) == is_quiet


def test_by_the_clock_of_the_event() -> None:
    """At 20.30 in Jakarta it is 22.30 in Jayapura."""
    moment = at("20T21:30:00")
    assert NIGHT.around(moment, ZoneInfo("Asia/Jakarta")) is None
    assert NIGHT.around(moment, ZoneInfo("Asia/Jayapura")) is not None


hours = st.integers(0, 24 * 60 - 1).map(lambda minutes: time(*divmod(minutes, 60)))


@given(begin=hours, end=hours, seconds=st.integers(0, 3 * 86400))
def test_what_is_quiet_lies_between_the_two_hours(begin: time, end: time, seconds: int) -> None:
    if begin == end:
        return
    instant = at("20T00:00:00") + seconds
    moment = datetime.fromtimestamp(instant, MAKASSAR)
    clock = timedelta(hours=moment.hour, minutes=moment.minute)
    first, last = (timedelta(hours=one.hour, minutes=one.minute) for one in (begin, end))
    is_quiet = first <= clock < last if first < last else clock >= first or clock < last
    found = QuietHours(begin, end).around(instant, MAKASSAR)
    assert (found is not None) == is_quiet
    if found:
        assert found[0] <= instant < found[1] <= found[0] + 86400
        assert datetime.fromtimestamp(found[0], MAKASSAR).time() == begin
        assert datetime.fromtimestamp(found[1], MAKASSAR).time() == end
