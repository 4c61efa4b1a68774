"""Rules on the event, its schedule, rooms, panels, materials and texts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest


def session(session_id: str, start: datetime, end: datetime, **more: object) -> dict[str, object]:
    fields = {"id": session_id, "kind": "plenary", "title": session_id, "room": "aula"}
    return {**fields, "start": start, "end": end, **more}


def at(clock: str, day: int = 20) -> datetime:
    return datetime.fromisoformat(f"2023-02-{day} {clock}")


@pytest.mark.parametrize(
    ("name", "meant"),
    [("WITA", "Asia/Makassar"), ("asia/makassar", "Asia/Makassar"), ("Asia/Jakrta", "Asia/Jakarta")],
)
def test_an_unknown_zone_is_recognised(tables, report, name: str, meant: str) -> None:
    tables["event"]["timezone"] = name
    (line,) = report(tables)
    assert line.startswith(f'error: event.timezone: unknown time zone "{name}": did you mean {meant}?')


@pytest.mark.parametrize("name", ["Asia", "../etc/passwd", "/etc/passwd", "a\0b", "UTC+8", "."])
def test_what_is_no_zone_is_refused(tables, report, name: str) -> None:
    tables["event"]["timezone"] = name
    (line,) = report(tables)
    assert line.startswith("error: event.timezone: unknown time zone ")


def test_the_last_day_is_not_before_the_first(tables, report) -> None:
    tables["event"]["last_day"] = date(2023, 2, 19)
    (line,) = report(tables)
    assert line.startswith("error: event.last_day: 2023-02-19 is before the first day 2023-02-20")


@pytest.mark.parametrize(("days", "lines"), [(14, 0), (15, 1)])
def test_an_event_of_more_than_two_weeks_is_doubted(tables, report, days: int, lines: int) -> None:
    tables["event"]["last_day"] = date(2023, 2, 20) + timedelta(days=days - 1)
    found = report(tables)
    assert len(found) == lines
    assert all(line.startswith("warning: event.last_day: the event takes 15 days") for line in found)


def test_an_event_in_the_wrong_century_is_refused(tables, report) -> None:
    tables["event"]["first_day"] = date(203, 2, 20)
    assert any(line.startswith("error: event.first_day: ") for line in report(tables))


@pytest.mark.parametrize("missing", ["latitude", "longitude"])
def test_half_a_position_is_refused(tables, report, missing: str) -> None:
    del tables["event"]["venue"][missing]
    (line,) = report(tables)
    assert line.startswith("error: event.venue.")
    assert f"stands without {missing}" in line


def test_a_radius_without_a_position_is_useless(tables, report) -> None:
    del tables["event"]["venue"]["latitude"], tables["event"]["venue"]["longitude"]
    (line,) = report(tables)
    assert line.startswith("warning: event.venue.radius_m: ")


@pytest.mark.parametrize("sessions", [None, []])
def test_an_event_without_sessions_is_refused(tables, report, sessions: object) -> None:
    tables.pop("sessions")
    if sessions is not None:
        tables["sessions"] = sessions
    (line,) = report(tables)
    assert line.startswith("error: sessions: the event has no sessions")


@pytest.mark.parametrize(("kind", "key"), [("rooms", "aula"), ("sessions", "panel-1"), ("faq", "wifi")])
def test_an_id_used_twice_in_its_kind_is_refused(tables, report, kind: str, key: str) -> None:
    tables[kind][1]["id"] = key
    place = f"{kind}.{key}.id"
    assert (
        f'error: {place}: "{key}" is the id of {kind} number 1 and number 2: give each its own id'
        in report(tables)
    )


def test_one_id_in_two_kinds_is_fine(tables, report) -> None:
    tables["faq"][0]["id"] = "panel-1"
    assert report(tables) == []


@pytest.mark.parametrize("end", ["09:00", "08:59"])
def test_a_session_ends_after_it_starts(tables, report, end: str) -> None:
    tables["sessions"][0]["end"] = at(end)
    (line,) = report(tables)
    assert line.startswith("error: sessions.panel-1.end: ")
    assert "is not after the start" in line


@pytest.mark.parametrize(("hours", "lines"), [(12, 0), (12.1, 1)])
def test_a_session_of_more_than_twelve_hours_is_doubted(tables, report, hours: float, lines: int) -> None:
    tables["sessions"][0]["end"] = at("09:00") + timedelta(hours=hours)
    found = report(tables)
    assert len(found) == lines
    assert all(line.startswith("warning: sessions.panel-1.end: ") for line in found)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (at("22:00", 19), at("23:00", 19), "start"),
        (at("23:00", 19), at("08:00", 20), "start"),
        (at("08:00", 22), at("09:00", 22), "start"),
        (at("00:00", 22), at("01:00", 22), "start"),
        (at("22:00", 21), at("00:01", 22), "end"),
    ],
)
def test_a_session_outside_the_days_is_named_once(tables, report, start, end, place: str) -> None:
    tables["sessions"] = [session("malam", start, end)]
    (line,) = report(tables)
    assert line.startswith(f"error: sessions.malam.{place}: ")
    assert "is outside the event's days 2023-02-20 to 2023-02-21" in line


def test_a_session_may_end_with_the_last_day(tables, report) -> None:
    tables["sessions"] = [session("malam", at("22:00", 21), at("00:00", 22))]
    assert report(tables) == []


def test_a_room_must_exist(tables, report) -> None:
    tables["sessions"][0]["room"] = "auula"
    assert report(tables) == ['error: sessions.panel-1.room: there is no room "auula": did you mean "aula"?']


def test_two_sessions_overlap_in_a_room(tables, report) -> None:
    tables["sessions"][1] |= {"room": "aula", "start": at("09:59")}
    assert report(tables) == [
        'error: sessions.diskusi.room: the room "aula" is taken at that time by '
        '"panel-1" (2023-02-20 09.00-10.00): change a time or the room'
    ]


def test_sessions_that_touch_do_not_overlap(tables, report) -> None:
    tables["sessions"][1]["room"] = "aula"
    assert report(tables) == []


def test_a_long_session_overlaps_with_all_inside_it(tables, report) -> None:
    tables["sessions"] = [
        session("satu", at("10:00"), at("11:00")),
        session("dua", at("11:00"), at("12:00")),
        session("panjang", at("09:00"), at("13:00")),
    ]
    assert [line.split(": ")[1] for line in report(tables)] == ["sessions.satu.room", "sessions.dua.room"]


def test_an_overlap_is_found_in_a_session_that_has_other_faults(tables, report) -> None:
    tables["sessions"][1] = {"room": "aula", "start": at("09:30"), "end": at("11:00")}
    assert any('taken at that time by "panel-1"' in line for line in report(tables))


def test_a_panel_needs_a_number(tables, report) -> None:
    del tables["sessions"][0]["panel"]
    (line,) = report(tables)
    assert line.startswith("warning: sessions.panel-1: a panel without a number")


def test_two_panels_with_one_number_are_refused(tables, report) -> None:
    tables["sessions"][1] |= {"kind": "panel", "panel": 1}
    assert report(tables) == [
        'error: sessions.diskusi.panel: panel 1 is also "panel-1": give each panel its own number'
    ]


def test_a_number_on_another_kind_is_doubted(tables, report) -> None:
    tables["sessions"][1]["panel"] = 2
    (line,) = report(tables)
    assert line.startswith("warning: sessions.diskusi.panel: ")


def test_a_mandatory_session_takes_attendance(tables, report) -> None:
    tables["sessions"][1]["mandatory"] = True
    (line,) = report(tables)
    assert line.startswith("error: sessions.diskusi.mandatory: nobody can meet it")


def material(tables, name: str) -> None:
    tables["sessions"][0]["materials"][0]["file"] = name


PLACE = "sessions.panel-1.materials[0].file"


@pytest.mark.parametrize("name", ["/etc/passwd", "C:\\paparan.pdf", "\\\\server\\paparan.pdf"])
def test_an_absolute_material_is_refused(tables, report, name: str) -> None:
    material(tables, name)
    (line,) = report(tables)
    assert line.startswith(f"error: {PLACE}: ")
    assert "absolute" in line


@pytest.mark.parametrize(
    "name", ["../rahasia.pdf", "sub/../../rahasia.pdf", "tautan/rahasia.pdf", "tautan.pdf"]
)
def test_a_material_outside_the_folder_is_refused(tables, report, tmp_path: Path, name: str) -> None:
    (tmp_path / "tautan").symlink_to(tmp_path.parent)
    (tmp_path / "tautan.pdf").symlink_to("/etc/hostname")
    material(tables, name)
    (line,) = report(tables)
    assert line.startswith(f"error: {PLACE}: ")
    assert "leaves the folder" in line


def test_a_material_in_a_subfolder_is_fine(tables, report, tmp_path: Path) -> None:
    (tmp_path / "materi").mkdir()
    (tmp_path / "materi" / "a.pdf").write_bytes(b"%PDF")
    material(tables, "materi/a.pdf")
    assert report(tables) == []


def test_a_missing_material_is_a_warning_with_the_nearest_name(tables, report) -> None:
    material(tables, "Panel-1.PDF")
    assert report(tables) == [
        f'warning: {PLACE}: there is no file "Panel-1.PDF": did you mean "panel-1.pdf"?'
    ]


def test_a_backslash_is_refused(tables, report) -> None:
    material(tables, "materi\\a.pdf")
    (line,) = report(tables)
    assert "write / between" in line


@pytest.mark.parametrize(("size", "word"), [(0, "is empty"), (50 * 1024 * 1024 + 1, "Telegram takes 50 MB")])
def test_what_telegram_refuses_is_an_error(tables, report, tmp_path: Path, size: int, word: str) -> None:
    with (tmp_path / "panel-1.pdf").open("wb") as file:
        file.truncate(size)
    (line,) = report(tables)
    assert line.startswith(f"error: {PLACE}: ")
    assert word in line


@pytest.mark.parametrize("name", [".", "a\0b", "x" * 5000, "lingkar"])
def test_what_is_no_file_is_refused(tables, report, tmp_path: Path, name: str) -> None:
    (tmp_path / "lingkar").symlink_to("lingkar")
    material(tables, name)
    assert any(line.startswith(f"error: {PLACE}: ") for line in report(tables))


def test_one_question_in_two_entries_is_doubted(tables, report) -> None:
    tables["faq"][1]["question"] = "apa kata   sandi wi fi"
    assert report(tables) == ['warning: faq.musala.question: "wifi" asks the same: merge the two entries']


def test_one_keyword_in_two_entries_is_doubted(tables, report) -> None:
    tables["faq"][1]["keywords"].append("Internet")
    (line,) = report(tables)
    assert line.startswith('warning: faq.musala.keywords[1]: "Internet" is also a keyword of "wifi"')


@pytest.mark.parametrize(("text", "lines"), [("x" * 3000, 0), ("x" * 3001, 1), ("😀" * 1501, 1)])
def test_an_answer_fits_into_a_message(tables, report, text: str, lines: int) -> None:
    tables["faq"][0]["answer"] = text
    found = report(tables)
    assert len(found) == lines
    assert all(line.startswith("error: faq.wifi.answer: has 300") for line in found)


def test_a_title_fits_into_a_line(tables, report) -> None:
    tables["sessions"][0]["title"] = "x" * 257
    (line,) = report(tables)
    assert line.startswith("error: sessions.panel-1.title: has 257 characters")
