"""Times as organisers type them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.broadcasts.moments import read_moment

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2023, 2, 20, 10, 30, tzinfo=ZONE)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14.30", "2023-02-20 14:30"),
        ("14:30", "2023-02-20 14:30"),
        ("  Pukul 14.30 WITA ", "2023-02-20 14:30"),
        ("jam 14.30", "2023-02-20 14:30"),
        ("hari ini 14.30", "2023-02-20 14:30"),
        ("besok 07.00", "2023-02-21 07:00"),
        ("Besok, jam 7.00", "2023-02-21 07:00"),
        ("lusa 07.00", "2023-02-22 07:00"),
        ("21/2 07.00", "2023-02-21 07:00"),
        ("21/02/2023 07.00", "2023-02-21 07:00"),
        ("21-2 07.00", "2023-02-21 07:00"),
        ("21 Februari 07.00", "2023-02-21 07:00"),
        ("21 Feb 2023 pukul 07.00", "2023-02-21 07:00"),
        ("Selasa, 21 Februari 2023 pukul 07.00 WITA", "2023-02-21 07:00"),
        ("selasa 07.00", "2023-02-21 07:00"),
        ("Senin 14.30", "2023-02-20 14:30"),
        ("tomorrow 07.00", "2023-02-21 07:00"),
        ("today at 14.30", "2023-02-20 14:30"),
        ("Tuesday 07:00", "2023-02-21 07:00"),
        ("21 February 07.00", "2023-02-21 07:00"),
        ("1/3 00.00", "2023-03-01 00:00"),
    ],
)
def test_a_time_is_read_as_it_is_meant(text: str, meant: str) -> None:
    assert read_moment(text, NOW) == datetime.fromisoformat(meant).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    ["10.30", "07.00", "hari ini 07.00", "19/2 14.30", "1/1 14.30", "20/2/2022 14.30", "senin 07.00"],
)
def test_what_has_passed_is_not_taken_for_later(text: str) -> None:
    assert read_moment(text, NOW) == "past"


@pytest.mark.parametrize(
    "text",
    ["", "nanti", "14", "24.00", "14.60", "30/2 07.00", "21/13 07.00", "besok", "14.30 WIB", "31 Feb 07.00",
     "21/2", "07.00 besok", "0/1 07.00", "21 foo 07.00", "-1.30", "114.30", "14.305"],
)  # fmt: skip
def test_what_cannot_be_read_is_not_guessed_at(text: str) -> None:
    assert read_moment(text, NOW) == "unreadable"


def test_at_the_end_of_december_january_is_the_next_one() -> None:
    now = datetime(2023, 12, 30, 9, 0, tzinfo=ZONE)
    assert read_moment("2/1 07.00", now) == datetime(2024, 1, 2, 7, 0, tzinfo=ZONE)
    assert read_moment("1 Januari 07.00", now) == datetime(2024, 1, 1, 7, 0, tzinfo=ZONE)


@given(ahead=st.integers(1, 300 * 24 * 60), style=st.sampled_from(["%d/%m/%Y %H.%M", "%d-%m-%Y %H:%M"]))
def test_whatever_lies_ahead_can_be_typed(ahead: int, style: str) -> None:
    moment = NOW + timedelta(minutes=ahead)
    assert read_moment(moment.strftime(style), NOW) == moment


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_time_ahead_or_a_problem(text: str) -> None:
    read = read_moment(text, NOW)
    assert read in ("unreadable", "past") if isinstance(read, str) else read > NOW
