"""Tables, keys and types."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest


def test_a_misspelt_key_is_recognised(tables, report) -> None:
    tables["sessions"][0]["tittle"] = tables["sessions"][0].pop("title")
    assert report(tables) == [
        "error: sessions.panel-1.tittle: unknown key: did you mean title?",
        "error: sessions.panel-1.title: required key is missing: add title to [[sessions]]",
    ]


def test_a_misplaced_key_is_sent_home(tables, report) -> None:
    tables["event"]["venue"]["theme"] = "Pemilu"
    assert report(tables) == [
        "error: event.venue.theme: unknown key here: it belongs in [event], move it there"
    ]


def test_a_key_that_nobody_knows_gets_the_list_of_keys(tables, report) -> None:
    tables["rooms"][0]["xyz"] = 1
    keys = "id, name, floor, name_en, floor_en"
    assert report(tables) == [f"error: rooms.aula.xyz: unknown key: remove it, or use one of {keys}"]


@pytest.mark.parametrize(
    ("table", "question"), [("session", "sessions"), ("room", "rooms"), ("FAQ", "faq"), ("events", "event")]
)
def test_a_misspelt_table_is_recognised(tables, report, table: str, question: str) -> None:
    tables[table] = []
    assert report(tables) == [f"error: {table}: unknown table or key: did you mean {question}?"]


def test_lists_inside_the_event_table_are_unknown(tables, report) -> None:
    tables["event"]["rooms"] = []
    (line,) = report(tables)
    assert line.startswith("error: event.rooms: unknown key")


def test_unknown_keys_are_found_at_every_level(tables, report) -> None:
    session = tables["sessions"][0]
    for table in (tables, tables["event"], tables["event"]["venue"], tables["rooms"][1], session):
        table["xyz"] = 1
    for table in (session["speakers"][0], session["materials"][0], tables["faq"][1]):
        table["xyz"] = 1
    assert [line.split(": ")[1] for line in report(tables)] == [
        "event.venue.xyz",
        "event.xyz",
        "rooms.mawar.xyz",
        "sessions.panel-1.materials[0].xyz",
        "sessions.panel-1.speakers[0].xyz",
        "sessions.panel-1.xyz",
        "faq.musala.xyz",
        "xyz",
    ]


@pytest.mark.parametrize(
    ("table", "key", "value", "advice"),
    [
        ("event", "title", 5, 'is the number 5: write a text in "quotes"'),
        ("event", "host", "  ", "is empty"),
        ("event", "first_day", "2023-02-20", "write a date such as 2023-02-20"),
        (
            "event",
            "first_day",
            datetime(2023, 2, 20, 9),
            "is the date and time 2023-02-20T09:00:00: write a date",
        ),
        ("event", "last_day", time(9), "is the clock time 09:00:00: write a date"),
        ("event", "code", "Polpum 2023", "is no id: use 1 to 32 lower-case letters"),
        ("event", "venue", "Hotel", "instead of a table: write [event.venue]"),
        ("session", "start", date(2023, 2, 20), "write a local date and time such as"),
        ("session", "start", time(9), "write a local date and time such as"),
        ("session", "start", "2023-02-20T09:00:00", "without quotes"),
        ("session", "attendance", "ya", 'is the text "ya": write true or false'),
        ("session", "attendance", 1, "write true or false"),
        ("session", "panel", "1", "write a whole number"),
        ("session", "panel", True, "is true: write a whole number"),
        ("session", "panel", 0, "write a number between 1 and 99"),
        ("session", "kind", "panels", 'did you mean "panel"?'),
        ("session", "kind", "seminar", "it must be one of registration, opening,"),
        ("session", "topics", "anggaran", 'write topics = ["…", "…"]'),
        ("session", "materials", {"title": "a", "file": "b"}, "write materials = [{ title ="),
        ("session", "speakers", {"name": "a"}, "write [[sessions.speakers]] with double brackets"),
    ],
)
def test_a_wrong_value_is_described_with_what_to_write(
    tables, report, table: str, key: str, value: Any, advice: str
) -> None:
    place = {"event": "event", "session": "sessions.panel-1"}[table]
    {"event": tables["event"], "session": tables["sessions"][0]}[table][key] = value
    lines = [line for line in report(tables) if line.startswith(f"error: {place}.{key}: ")]
    assert any(advice in line for line in lines)


def test_a_faulty_attendance_is_blamed_once(tables, report) -> None:
    tables["sessions"][0]["attendance"] = "ya"
    assert len(report(tables)) == 1


def test_a_role_must_be_known(tables, report) -> None:
    tables["sessions"][0]["speakers"][0]["role"] = "Moderator"
    (line,) = report(tables)
    assert line.startswith("error: sessions.panel-1.speakers[0].role: ")
    assert 'did you mean "moderator"?' in line


def test_single_brackets_are_explained(tables, report) -> None:
    tables["faq"] = tables["faq"][0]
    assert report(tables) == ["error: faq: is a table instead of a list: write [[faq]] with double brackets"]


@pytest.mark.parametrize("value", [None, 5, [], [{}]])
def test_an_event_that_is_no_table_is_one_finding(tables, report, value: object) -> None:
    tables["event"] = value
    lines = [line for line in report(tables) if line.startswith("error: event")]
    assert len(lines) == 1


def test_a_missing_venue_is_one_finding(tables, report) -> None:
    del tables["event"]["venue"]
    assert report(tables) == [
        "error: event.venue: the table [event.venue] is missing: add it with name and city"
    ]


def test_a_session_without_id_is_named_by_position(tables, report) -> None:
    del tables["sessions"][1]["id"]
    (line,) = report(tables)
    assert line.startswith("error: sessions[1].id: required key is missing in [[sessions]] number 2: ")


def test_a_faulty_id_is_named_by_position(tables, report) -> None:
    tables["sessions"][0]["id"] = "Panel 1"
    (line,) = report(tables)
    assert line.startswith('error: sessions[0].id: is the text "Panel 1", which is no id')


def test_a_nan_or_swapped_coordinate_is_refused(tables, report) -> None:
    tables["event"]["venue"] |= {"latitude": 116.8385, "longitude": float("nan")}
    lines = report(tables)
    assert "perhaps swapped" in lines[0]
    assert lines[1].startswith("error: event.venue.longitude: is the number nan")


def test_times_with_an_offset_are_refused_with_the_local_form(tables, report) -> None:
    tables["sessions"][0]["start"] = datetime(2023, 2, 20, 9, tzinfo=UTC)
    (line,) = report(tables)
    assert line.startswith("error: sessions.panel-1.start: has an offset: write the event's local time")


def test_a_number_too_long_to_be_written_is_described(tables, report) -> None:
    tables["sessions"][0]["panel"] = 15**5000
    (line,) = report(tables)
    assert "is a huge number: write a number between 1 and 99" in line


def test_whatever_a_key_or_text_holds_a_finding_is_one_line(tables, report) -> None:
    tables["a\nb"] = 1
    tables["event"]["c\u2028d" * 100] = 1
    tables["sessions"][0]["kind"] = "x\ny\r\tz" * 50
    tables["sessions"][0]["room"] = "\x1b[31m"
    assert all(line.isprintable() and len(line) < 400 for line in report(tables))


def test_findings_come_in_the_order_of_the_file_and_all_at_once(tables, report) -> None:
    tables["faq"][0]["answer"] = "Selasa, 20 Februari 2023"
    tables["sessions"][1] |= {"kind": "seminar", "room": "aula", "start": datetime(2023, 2, 20, 9, 30)}
    tables["event"]["timezone"] = "WITA"
    assert [line.split(": ")[1] for line in report(tables)] == [
        "event.timezone",
        "sessions.diskusi.kind",
        "sessions.diskusi.room",
        "faq.wifi.answer",
    ]
