"""Loading the event file, and the sample that is shipped."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.checks import check
from data.eventfile import EventFileError, load

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "rakor-polpum-2023.toml"
BALIKPAPAN = ZoneInfo("Asia/Makassar")


@pytest.fixture
def edited(tmp_path: Path):
    """The sample with a piece replaced; without its slides."""

    def edit(old: str, new: str) -> Path:
        text = SAMPLE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "acara.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return edit


def test_the_sample_has_no_findings() -> None:
    assert check(SAMPLE) == []


def test_the_sample_says_what_its_file_says() -> None:
    tables = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))
    event = load(SAMPLE)
    assert event.title == tables["event"]["title"]
    assert [room.id for room in event.rooms] == [room["id"] for room in tables["rooms"]]
    assert [session.id for session in event.sessions] == [session["id"] for session in tables["sessions"]]
    assert [entry.answer for entry in event.faq] == [entry["answer"] for entry in tables["faq"]]


def test_times_are_in_the_zone_of_the_event() -> None:
    opening = load(SAMPLE).session("pembukaan")
    assert opening is not None
    assert opening.start == datetime(2023, 2, 20, 9, tzinfo=BALIKPAPAN)
    assert str(opening.end.tzinfo) == "Asia/Makassar"


def test_mandatory_follows_attendance() -> None:
    event = load(SAMPLE)
    assert all(session.mandatory == session.attendance for session in event.sessions)


def test_sessions_are_in_order_of_start(edited) -> None:
    path = edited(
        "start = 2023-02-20T07:30:00\nend = 2023-02-20T09:00:00",
        "start = 2023-02-21T15:00:00\nend = 2023-02-21T16:00:00",
    )
    assert load(path).sessions[-1].id == "registrasi"


def test_warnings_do_not_prevent_loading(edited) -> None:
    path = edited('short_title = "Rakor Polpum 2023"', 'short_title = "Rakor Polpum"')
    assert {finding.severity for finding in check(path)} == {"warning"}
    assert load(path).short_title == "Rakor Polpum"


def test_every_error_is_named_at_once(edited) -> None:
    path = edited('room = "lobi"\n', 'room = "loby"\nmandatory = "ya"\n')
    with pytest.raises(EventFileError) as caught:
        load(path)
    assert str(caught.value).splitlines() == [
        'sessions.registrasi.room: there is no room "loby": did you mean "lobi"?',
        'sessions.registrasi.mandatory: is the text "ya": write true or false, without quotes',
    ]
    assert [finding.severity for finding in caught.value.findings] == ["error", "error"]


def test_a_schedule_that_cannot_be_is_not_loaded(edited) -> None:
    path = edited("end = 2023-02-20T09:00:00", "end = 2023-02-20T09:00:00\npanel = 1")
    with pytest.raises(EventFileError, match="panel 1 is also"):
        load(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match=r"acara\.toml: there is no such file"):
        load(tmp_path / "acara.toml")


def test_a_syntax_error_names_file_and_line(edited) -> None:
    with pytest.raises(EventFileError, match=r"acara\.toml:\d+: not valid TOML"):
        load(edited("[event]", "[event"))


def test_the_slides_of_the_sample_are_small_pdfs() -> None:
    materials = [material for session in load(SAMPLE).sessions for material in session.materials]
    assert len(materials) == 3
    for material in materials:
        content = (SAMPLE.parent / material.file).read_bytes()
        assert content.startswith(b"%PDF-")
        assert len(content) < 200_000


def test_the_model_meeting_is_the_sample() -> None:
    shared = SAMPLE.parents[3] / "shared" / "events" / SAMPLE.name
    if not shared.exists():
        pytest.skip("the model meeting is not beside this checkout")
    assert load(shared) == load(SAMPLE)
