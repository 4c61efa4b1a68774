"""Speakers in two places."""

from __future__ import annotations

from datetime import datetime

import pytest

BUDI = {"name": "Budi Santoso", "role": "narasumber", "organization": "Kementerian Dalam Negeri"}


@pytest.fixture
def parallel(tables):
    """The discussion beside the panel of Budi Santoso."""
    tables["sessions"][1] |= {"start": datetime(2023, 2, 20, 9, 30)}

    def speakers(*entries: dict[str, str]):
        tables["sessions"][1]["speakers"] = [{"role": "moderator", **entry} for entry in entries]
        return tables

    return speakers


@pytest.mark.parametrize(
    "name", ["Budi Santoso", "budi  SANTOSO", " Dr. Budi Santoso, M.Si.", "Bapak Drs. H. Budi Santoso"]
)
def test_a_speaker_is_in_one_place_at_a_time(parallel, report, name: str) -> None:
    (line,) = report(parallel({"name": name, "organization": "kementerian dalam  negeri"}))
    assert line.startswith("error: sessions.diskusi.speakers[0].name: ")
    assert 'speaks at the same time in "panel-1" (2023-02-20 09.00-10.00)' in line


def test_a_namesake_of_another_organization_is_another_person(parallel, report) -> None:
    assert report(parallel({"name": "Budi Santoso", "organization": "KPU"})) == []


def test_without_an_organization_it_is_a_warning(parallel, report) -> None:
    (line,) = report(parallel({"name": "Budi Santoso"}))
    assert line.startswith("warning: sessions.diskusi.speakers[0].name: ")
    assert "give both speakers their organization" in line


def test_one_session_after_the_other_is_fine(parallel, report) -> None:
    tables = parallel(BUDI)
    tables["sessions"][1]["start"] = datetime(2023, 2, 20, 10)
    assert report(tables) == []


def test_two_sessions_in_one_room_are_the_fault_of_the_room(parallel, report) -> None:
    tables = parallel(BUDI)
    tables["sessions"][1]["room"] = "aula"
    (line,) = report(tables)
    assert line.startswith("error: sessions.diskusi.room: ")


@pytest.mark.parametrize("name", ["Moderator", "TBA", "Akan dikonfirmasi"])
def test_who_is_not_named_yet_is_nobody(tables, report, parallel, name: str) -> None:
    tables["sessions"][0]["speakers"][0] = {"name": name, "role": "moderator"}
    assert report(parallel({"name": name}, {"name": name})) == []


def test_a_speaker_listed_twice_is_a_warning(tables, report) -> None:
    tables["sessions"][0]["speakers"].append({**BUDI, "role": "moderator"})
    assert report(tables) == [
        'warning: sessions.panel-1.speakers[1].name: "Budi Santoso" is listed twice for this session: '
        "remove one entry"
    ]
