"""Weekdays and dates in texts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from data.checks.date_readings import EventDays
from data.checks.weekdays import faults_in

RAKOR = EventDays(date(2023, 2, 20), date(2023, 2, 21))
"""Monday and Tuesday."""

RIGHT = [
    "Senin, 20 Februari 2023",
    "Senin 20/2/2023",
    "Senin (20/2)",
    "Senin, 20-02-2023",
    "Senin, 20.02.2023",
    "Senin 20/2/23",
    "Senin tanggal 20 Februari",
    "hari Senin tgl. 20 bulan Februari tahun 2023",
    "Hari/Tanggal: Senin/20 Februari 2023",
    "Senin malam, 20 Februari",
    "Senin-Selasa, 20-21 Februari 2023",
    "Senin s.d. Selasa, 20 s.d. 21 Februari 2023",
    "Senin s/d Selasa tanggal 20 s/d 21 Februari 2023",
    "Senin sampai dengan Rabu, 20 sampai dengan 22 Februari",
    "Senin, Selasa, dan Rabu, 20, 21, dan 22 Februari",
    "Senin 20 hingga Selasa 21 Februari 2023",
    "Senin, 20 Februari 2023 - Selasa, 21 Februari 2023",
    "Senin (20/2) dan Selasa (21/2)",
    "20 (Senin) dan 21 (Selasa) Februari 2023",
    "20-21 Februari 2023 (Senin-Selasa)",
    "Senin dan Selasa (20-21/2/2023)",
    "2023-02-20 (Senin)",
    "20 Februari 2023 hari Senin",
    "Sen., 20 Feb. 2023",
    "Jum'at, 24 Februari",
    "Jum’at 24 Pebruari",
    "Ahad, 19 Februari",
    "Monday, February 20, 2023",
    "Monday 20 Feb",
    "Monday the 20th of February 2023",
    "Monday–Tuesday, February 20–21, 2023",
]
WRONG = [
    ("Selasa, 20 Februari 2023", "Senin"),
    ("Selasa 20/2/2023", "Senin"),
    ("Selasa (20/2)", "Senin"),
    ("Selasa, 20-02-2023", "Senin"),
    ("Selasa 20/2/23", "Senin"),
    ("SELASA, 20 FEBRUARI 2023", "Senin"),
    ("selasa tanggal 20 februari", "Senin"),
    ("Kam, 20 Peb 2023", "Senin"),
    ("Jumat tgl. 20 Februari", "Senin"),
    ("jum’at 20 februari", "Senin"),
    ("Minggu, 20 Februari", "Senin"),
    ("Senin,\n21 Februari", "Selasa"),
    ("2023-02-20 (Selasa)", "Senin"),
    ("20 Februari 2023 (Selasa)", "Senin"),
    ("20 Februari 2023 hari Selasa", "Senin"),
    ("Selasa, 20-21 Februari 2023", "Senin"),
    ("Rapat (Sabtu, 20 Februari 2023)", "Senin"),
    ("Tuesday, February 20, 2023", "Monday"),
    ("Tues 20 Feb", "Monday"),
    ("Tuesday the 20th of February", "Monday"),
    ("Senin, 20 Februari dan Rabu, 21-22 Februari", "Selasa"),
    ("Setiap Kamis apel. Selasa, 20 Februari rapat", "Senin"),
]
HARMLESS = [
    "Senin pukul 09.00, 21 peserta",
    "Hari Senin 20 peserta hadir",
    "Senin 20-21",
    "Senin 1/2 hari",
    "selama 2 minggu, 21 Februari sampai 5 Maret",
    "minggu depan, 21 Februari",
    "malam Selasa, 20 Februari",
    "RAB 20 Februari",
    "setiap Senin dan Kamis, 1-31 Maret",
    "Senin-Jumat, 1-31 Maret 2023",
    "Panel 1, 20 Februari (Senin)",
    "Daftar sampai 19 Februari, Senin rapat dimulai",
    "19 Februari; Senin registrasi",
    "tanggal 19 dan 20 Februari. Selasa pagi pulang",
    "- 19 Februari\n- Senin: rapat",
    "20 Februari - Selasa 21 Februari",
    "Kuota 30, 20 Februari",
    "Februari 30 orang mendaftar",
    "Nomor: 31/2/2023",
    "Nomor 800/31/2/2023",
    "Telp 0812-31-2023",
    "12-34-5678",
    "14 Februari 2024 pemungutan suara",
    "Rabu, 14 Februari 2024",
    "Pemilu 2024 digelar Rabu, 14 Februari",
    "Senin, 25 Desember",
    "Rabu, 3 Januari hingga Kamis, 4 Januari 2024",
    "Sabtu, 30 Desember s.d. Selasa, 2 Januari 2024",
    "Bus setiap jam, 06.00-20.00 WITA, tanggal 19 dan 20 Februari.",
]
MOVED = {
    **{"Senin": "Kamis", "Sen": "Kam", "Selasa": "Jumat", "Rabu": "Sabtu", "Ahad": "Sabtu"},
    **{"Jum'at": "Sabtu", "Jum’at": "Sabtu", "Monday": "Thursday", "Tuesday": "Sunday"},
}
IMPOSSIBLE = [
    "31 Februari",
    "30 Februari 2023",
    "29 Februari 2023",
    "tanggal 20-31 Februari 2023",
    "32 Januari 2023",
    "31/02/2023",
    "2023-02-30",
    "Feb 30, 2023",
    "Senin (31/2)",
    "Senin, 20/13/2023",
    "31 Juni",
]


def faults(text: str, days: EventDays | None = RAKOR) -> list[str]:
    return list(faults_in(text, days))


@pytest.mark.parametrize("text", RIGHT)
def test_a_weekday_that_fits_is_fine(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "weekday"), WRONG)
def test_a_weekday_that_does_not_fit_is_corrected(text: str, weekday: str) -> None:
    (fault,) = faults(text)
    assert f"write {weekday}" in fault


@pytest.mark.parametrize("text", RIGHT)
def test_every_form_is_understood(text: str) -> None:
    """With all weekdays moved on, each form is wrong."""
    moved = re.sub(
        r"Senin|Selasa|Rabu|Sen|Jum['’]at|Ahad|Monday|Tuesday", lambda match: MOVED[match[0]], text
    )
    assert len(faults(moved)) == len(re.findall("Kam|Jumat|Sabtu|Thu|Sunday", moved))


@pytest.mark.parametrize("text", HARMLESS)
def test_a_weekday_beside_something_else_is_no_claim(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_date_that_does_not_exist_is_an_error(text: str) -> None:
    (fault,) = faults(text)
    assert "there is no" in fault


@pytest.mark.parametrize("text", ["29 Februari", "Kamis, 29 Februari"])
def test_a_leap_day_is_fine_in_a_leap_year(text: str) -> None:
    assert faults(text, EventDays(date(2024, 2, 27), date(2024, 2, 28))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Senin-Selasa, 20-21 Januari 2023",
        "Senin hingga Selasa, 20 hingga 21 Januari 2023",
        "Senin 20 hingga Selasa 21 Januari 2023",
        "20 hingga 21 Januari 2023 (Senin-Selasa)",
        "Senin–Selasa (20–21 Januari)",
    ],
)
def test_the_slip_of_the_public_report_is_found(text: str) -> None:
    first, second = faults(text)
    assert first.endswith(
        "20 Januari 2023 is a Jumat, not a Senin: write Jumat, or 20 Februari 2023 if Senin is right"
    )
    assert second.endswith(
        "21 Januari 2023 is a Sabtu, not a Selasa: write Sabtu, or 21 Februari 2023 if Selasa is right"
    )


def test_a_date_without_a_year_belongs_to_the_nearest() -> None:
    new_year = EventDays(date(2024, 1, 2), date(2024, 1, 3))
    assert faults("Minggu, 31 Desember dan Senin, 1 Januari", new_year) == []
    assert "31 Desember 2023 is a Minggu" in faults("Senin, 31 Desember", new_year)[0]


def test_without_the_days_of_the_event_only_full_dates_are_judged() -> None:
    assert faults("Selasa, 20 Februari", None) == []
    assert faults("29 Februari", None) == []
    assert len(faults("Selasa, 20 Februari 2023. 31 April", None)) == 2


DAYS = st.dates(date(2000, 1, 8), date(2099, 12, 24))
FORMS = ["EEEE, d MMMM y", "EEEE (d/M/y)", "y-MM-dd (EEEE)", "d MMM y (EEE)", "EEE d-M-y"]


@given(day=DAYS, form=st.sampled_from(FORMS), language=st.sampled_from(["id", "en"]))
def test_every_true_date_is_fine(day: date, form: str, language: str) -> None:
    assert faults(f"Rapat {format_date(day, form, locale=language)}, jam 09.00", EventDays(day, day)) == []


@given(day=DAYS, shift=st.integers(1, 6), form=st.sampled_from(FORMS), language=st.sampled_from(["id", "en"]))
def test_every_false_weekday_is_found(day: date, shift: int, form: str, language: str) -> None:
    false = format_date(date.fromordinal(day.toordinal() + shift), "EEEE", locale=language)
    text = format_date(day, form.replace("EEEE", "'@'").replace("EEE", "'@'"), locale=language)
    assert len(faults(text.replace("@", false), EventDays(day, day))) == 1


@given(text=st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert all(isinstance(fault, str) for fault in faults(text))


WORDS = ["Senin", "Selasa", "20", "31", "Februari", "2023", "20/2", "31/2/2023", "2023-02-20", "May", "1"]
SIGNS = [",", " ", "-", "(", ")", " dan ", " s.d. ", "/", " hari ", " of ", "\n", "."]


@given(parts=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=25))
def test_no_mixture_of_dates_is_too_strange(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + sign for word, sign in parts)
    for days in (RAKOR, None, EventDays(date.min, date.max)):
        assert all(fault.isprintable() for fault in faults(text, days))


def test_weekdays_are_checked_in_every_text(tables, report) -> None:
    wrong = "Selasa, 20 Februari 2023"
    session = tables["sessions"][0]
    tables["event"]["theme"] = tables["event"]["venue"]["address"] = tables["rooms"][0]["name"] = wrong
    session["description"] = session["topics"][0] = session["speakers"][0]["title"] = wrong
    session["materials"][0]["title"] = tables["faq"][1]["question"] = tables["faq"][1]["keywords"][0] = wrong
    assert [line.split(": ")[1] for line in report(tables)] == [
        "event.venue.address",
        "event.theme",
        "rooms.aula.name",
        "sessions.panel-1.topics[0]",
        "sessions.panel-1.materials[0].title",
        "sessions.panel-1.speakers[0].title",
        "sessions.panel-1.description",
        "faq.musala.question",
        "faq.musala.keywords[0]",
    ]


def test_the_same_slip_twice_in_a_text_is_one_finding(tables, report) -> None:
    tables["faq"][0]["answer"] = "Selasa, 20 Februari 2023. Selasa, 20 Februari 2023."
    assert len(report(tables)) == 1


def test_names_of_files_are_no_texts(tables, report) -> None:
    tables["sessions"][0]["materials"][0]["file"] = "Selasa, 20 Februari 2023.pdf"
    (line,) = report(tables)
    assert "there is no file" in line
