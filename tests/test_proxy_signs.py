"""Signs of titip absen: each pattern is found, what is just short of it is not; the committee sees why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.rehearsal.chat import text_of
from data.proxy_signs import (
    HELPER_MARKS,
    LAST_SECOND_AGE,
    LAST_SECOND_TIMES,
    SAME_PLACE_PEOPLE,
    Record,
    last_second_codes,
    one_helper,
    place_unknown,
    same_far_place,
)
from tests.attendance_stage import meeting
from tests.rakor import Rakor

ONE = Record(1, "Budi", "panel-1", 1000.0, "code", 7, None, 5.0, 1000.0, None, None, None)


def people(count: int, **fields: object) -> list[Record]:
    return [
        replace(ONE, attendee_id=number, name=f"Orang {number}", at=1000.0 + number, **fields)  # type: ignore[arg-type]
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "expected"), [(SAME_PLACE_PEOPLE - 1, 0), (SAME_PLACE_PEOPLE, 1)])
def test_accounts_in_a_row_from_the_same_far_place(count: int, expected: int) -> None:
    far = people(count, place="far", latitude=-1.2, longitude=116.8)
    found = list(same_far_place(far))
    assert len(found) == expected
    assert all(len(sign.who) == count for sign in found)
    assert list(same_far_place([replace(one, place="inside") for one in far])) == []
    assert list(same_far_place([replace(one, at=one.at + 3600 * one.attendee_id) for one in far])) == []
    assert list(same_far_place([replace(one, latitude=one.attendee_id / 10) for one in far])) == []


@pytest.mark.parametrize(("times", "expected"), [(LAST_SECOND_TIMES - 1, 0), (LAST_SECOND_TIMES, 1)])
def test_codes_that_had_left_the_screen_again_and_again(times: int, expected: int) -> None:
    old = [replace(ONE, session_id=str(number), code_age=LAST_SECOND_AGE) for number in range(times)]
    assert len(list(last_second_codes(old))) == expected
    assert list(last_second_codes([replace(one, code_age=LAST_SECOND_AGE - 1) for one in old])) == []


@pytest.mark.parametrize(("count", "expected"), [(HELPER_MARKS - 1, 0), (HELPER_MARKS, 1)])
def test_more_by_one_helper_than_pass_a_door(count: int, expected: int) -> None:
    marks = [replace(one, helper="Petugas") for one in people(count, way="card")]
    assert len(list(one_helper(marks))) == expected
    slow = [replace(one, recorded_at=1000.0 + 10 * one.attendee_id) for one in marks]
    assert list(one_helper(slow)) == []


def test_again_and_again_no_place() -> None:
    refused = [replace(ONE, session_id=str(number), place="refused") for number in range(2)]
    assert [sign.count for sign in place_unknown(refused)] == [2]
    assert list(place_unknown(refused[:1])) == []


@pytest.mark.parametrize(
    ("language_code", "heading", "hint"),
    [("id", "Tanda titip absen", "Petunjuk saja"), ("en", "Signs of proxy attendance", "Hints only")],
)
async def test_the_committee_sees_them_as_hints_with_reasons(
    tmp_path: Path, language_code: str, heading: str, hint: str
) -> None:
    async with meeting(tmp_path, {"panel-1": "place = true"}) as rakor:
        organiser = await rakor.organiser()
        await organiser.say("/bahasa")
        await organiser.wait_for("Bahasa mana")
        await organiser.press("English" if language_code == "en" else "Bahasa Indonesia", exact=True)
        await rakor.at("20 10:31")
        for name in ("Budi", "Citra", "Dewi"):
            chat = await rakor.participant(name)
            await chat.say(await rakor.code("panel-1"))
            await chat.wait_for("kirim lokasi")
            await chat.send("location", latitude=-1.1, longitude=116.7)
            await chat.wait_for("akan diputuskan panitia")
        await organiser.press_data((await organiser.last())["message_id"], "proxy_signs")
        shown = text_of(await organiser.wait_for(heading))
        assert hint in shown
        assert "Budi, Citra, Dewi" in shown


async def test_checking_in_without_answering_the_checks_is_one(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    page = (await organiser.last())["message_id"]
    for moment in ("20 10:40", "20 11:00"):
        await rakor.at(moment)
        await organiser.press_data(page, "spot_checks.start:panel-1")
        await organiser.wait_for("Cek mendadak")
        await organiser.press_data(page, "menu")
        await organiser.wait_for("Selamat datang")
    await rakor.at("20 11:30")
    await organiser.press_data(page, "proxy_signs")
    await organiser.wait_for("Budi Santoso: tercatat hadir, 2 kali tidak menjawab")


async def test_nobody_else_sees_them(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.press_data((await budi.last())["message_id"], "proxy_signs")
    await budi.wait_for("tidak dikenal")
