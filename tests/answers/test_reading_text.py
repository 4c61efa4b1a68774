"""The parts below the engine: words, numbers and times."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.answers.language import Language
from handlers.answers.normalise import allowed_errors
from handlers.answers.numbers import number_at
from handlers.answers.tongue import language_of_text
from handlers.answers.when import TimeReader

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2023, 2, 20, 9, 20, tzinfo=ZONE)
DAYS = (date(2023, 2, 20), date(2023, 2, 21))


@pytest.fixture(scope="module")
def language() -> Language:
    language = Language()
    language.normaliser.learn(["anggaran", "kewaspadaan", "mahakam"])
    return language


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("brp", "berapa"),
        ("dmn", "di mana"),
        ("JADWAAAL", "jadwal"),
        ("narasumbr", "narasumber"),
        ("rgstrs", "registrasi"),
        ("pendaftran", "pendaftaran"),
        ("angaran", "anggaran"),
        ("mahakm", "mahakam"),
        ("piro", "berapa"),
        ("panel2", "panel 2"),
        ("panelIII", "panel iii"),
        ("materinya", "materi"),
        ("internetnya", "internet"),
        ("menu", "menu"),
        ("winner", "winner"),
        ("ngambil", "ambil"),
        ("dateng", "datang"),
        ("siapo", "siapa"),
        ("ruangang", "ruangan"),
        ("jamberapa", "jam berapa"),
        ("makansiang", "makan siang"),
        ("foto2", "foto"),
        ("running", "running"),
    ],
)
def test_words_are_read_as_meant(language: Language, written: str, meant: str) -> None:
    words = [token.word.removesuffix("nya") for token in language.read(written)]
    assert " ".join(words) == meant


def test_short_words_are_never_corrected() -> None:
    assert [allowed_errors(length) for length in (3, 4, 6, 7, 12)] == [0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2", 2),
        ("II", 2),
        ("dua", 2),
        ("kedua", 2),
        ("ke-2", 2),
        ("ke dua", 2),
        ("loro", 2),
        ("second", 2),
        ("B", 2),
        ("nomor 4", 4),
        ("yang ketiga", 3),
        ("terakhir", -1),
        ("panel", None),
    ],
)
def test_numbers(language: Language, written: str, value: int | None) -> None:
    number = number_at(language.read(written), 0, letters=True)
    assert (number and number.value) == value


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("besok", date(2023, 2, 21)),
        ("lusa", date(2023, 2, 22)),
        ("kemarin", date(2023, 2, 19)),
        ("hari kedua", date(2023, 2, 21)),
        ("hari ke-2", date(2023, 2, 21)),
        ("hari terakhir", date(2023, 2, 21)),
        ("day one", date(2023, 2, 20)),
        ("Selasa", date(2023, 2, 21)),
        ("21 Februari", date(2023, 2, 21)),
        ("February 21", date(2023, 2, 21)),
        ("tgl 21", date(2023, 2, 21)),
        ("malam ini", date(2023, 2, 20)),
        ("nanti sore", date(2023, 2, 20)),
        ("panel 2", None),
        ("minggu depan", None),
    ],
)
def test_days(language: Language, written: str, day: date | None) -> None:
    assert TimeReader(DAYS).read(language.read(written), (), NOW).day == day


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("jam 4 sore", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
        ("pukul 16.00", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
        ("jam 16:30", datetime(2023, 2, 20, 16, 30, tzinfo=ZONE)),
        ("besok jam 10", datetime(2023, 2, 21, 10, tzinfo=ZONE)),
        ("jam 2", datetime(2023, 2, 20, 14, tzinfo=ZONE)),
        ("setengah lima", datetime(2023, 2, 20, 16, 30, tzinfo=ZONE)),
        ("4 pm", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
        ("2 jam lagi", datetime(2023, 2, 20, 11, 20, tzinfo=ZONE)),
        ("setengah jam lagi", datetime(2023, 2, 20, 9, 50, tzinfo=ZONE)),
        ("in two hours", datetime(2023, 2, 20, 11, 20, tzinfo=ZONE)),
        ("2 jam", None),
        ("sejam lagi", datetime(2023, 2, 20, 10, 20, tzinfo=ZONE)),
        ("antara jam 4 sampai jam 6", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
    ],
)
def test_instants(language: Language, written: str, point: datetime | None) -> None:
    assert TimeReader(DAYS).read(language.read(written), (), NOW).point == point


@pytest.mark.parametrize("written", ["hari ketiga", "day 3", "tanggal 31 februari"])
def test_a_day_that_the_event_does_not_have(language: Language, written: str) -> None:
    assert TimeReader(DAYS).read(language.read(written), (), NOW).no_such_day


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("when is panel 2", "en"),
        ("Where do I go for registration?", "en"),
        ("panel 2 when?", "en"),
        ("panel 2 jam berapa", "id"),
        ("coffee break jam brp", "id"),
        ("panel 3?", "id"),
        ("kapan gala dinner", "id"),
        ("", "id"),
    ],
)
def test_language_of_a_question(language: Language, written: str, spoken: str) -> None:
    assert language_of_text(language.read(written)) == spoken
