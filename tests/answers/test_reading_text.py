"""The parts below the engine: words, numbers and times."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from handlers.answers.english import loan_word, translations
from handlers.answers.language import Language
from handlers.answers.normalise import allowed_errors
from handlers.answers.numbers import number_at
from handlers.answers.phrases import PhraseBook
from handlers.answers.quoted import asked_part
from handlers.answers.tongue import language_of_text
from handlers.answers.vocabulary.roots import ROOTS
from handlers.answers.when import TimeReader

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2023, 2, 20, 9, 20, tzinfo=ZONE)
DAYS = (date(2023, 2, 20), date(2023, 2, 21))


@pytest.fixture(scope="module")
def language() -> Language:
    language = Language()
    language.normaliser.learn(["anggaran", "kewaspadaan", "mahakam"])
    return language


def test_each_phrase_of_a_listing_is_found_the_last_too(language: Language) -> None:
    book = PhraseBook({"talk": " presentasi, paparan, ", "where": "di mana"})
    found = book.find(language.read("paparan di mana"))
    assert [(tag.name, tag.start, tag.end) for tag in found] == [("talk", 0, 1), ("where", 1, 3)]


def test_a_phrase_ends_with_its_clause(language: Language) -> None:
    book = PhraseBook({"next": "terus apa"})
    assert not book.find(language.read("rewel terus, apa acaranya"))


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
        ("kamarian", "sore"),
        ("pajan", "kapan"),
        ("pabila", "kapan"),
        ("didia", "di mana"),
        ("berape", "berapa"),
        ("karmana", "bagaimana"),
        ("ngrembag", "membahas"),
        ("acarata", "acara"),
        ("dzuhur", "zuhur"),
        ("Jum'at", "jumat"),
        ("ba'da isya", "setelah isya"),
        ("materiny", "materi"),
        ("siapp", "siap"),
        ("putus2", "putus"),
        ("komisi2", "komisi 2"),
        ("20/02/2023", "20 februari"),
        ("jam 9-11", "jam 9 sampai 11"),
        ("semarang", "semarang"),
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
        ("2 hari lagi", date(2023, 2, 22)),
        ("the day after tomorrow", date(2023, 2, 22)),
        ("kemarin dulu", date(2023, 2, 18)),
        ("semalam", date(2023, 2, 19)),
        ("hari H", date(2023, 2, 20)),
        ("21/02/2023", date(2023, 2, 21)),
        ("barisuak", date(2023, 2, 21)),
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
        ("jam 4-6 sore", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
        ("jam 8 kurang 10", datetime(2023, 2, 20, 7, 50, tzinfo=ZONE)),
        ("jam sepuluh lewat seperempat", datetime(2023, 2, 20, 10, 15, tzinfo=ZONE)),
        ("jam 4an sore", datetime(2023, 2, 20, 16, tzinfo=ZONE)),
        ("besok jam 5 subuh", datetime(2023, 2, 21, 5, tzinfo=ZONE)),
        ("half past 10", datetime(2023, 2, 20, 10, 30, tzinfo=ZONE)),
        ("quarter to ten", datetime(2023, 2, 20, 9, 45, tzinfo=ZONE)),
        ("in an hour", datetime(2023, 2, 20, 10, 20, tzinfo=ZONE)),
        ("tiket saya jam 5 sore", None),
        ("my flight is at 5 pm", None),
    ],
)
def test_instants(language: Language, written: str, point: datetime | None) -> None:
    assert TimeReader(DAYS).read(language.read(written), (), NOW).point == point


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("habis magrib", (18, 21)),
        ("setelah salat isya", (19, 24)),
        ("sebelum dzuhur", (9, 12)),
        ("bakda ashar", (15, 18)),
        ("salat magrib", None),
    ],
)
def test_hours_beside_a_prayer(language: Language, written: str, hours: tuple[int, int] | None) -> None:
    tokens = language.read(written)
    themes = {place for tag in language.themes(tokens) for place in tag.span}
    assert TimeReader(DAYS).read(tokens, themes, NOW).hours == hours


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


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("perut udah bunyi", ""),
        ("kuota sy sekarat, sandi wifi apa", "sandi wifi apa"),
        ("baru landing, panel brp skrg", "panel berapa sekarang"),
        ("pesawat kami delay, registrasi smp jam brp", "registrasi sampai jam berapa"),
        ("takut telat, jam brp mulai", "jam berapa mulai"),
        ("stuck in traffic, what is on now", "what is on now"),
        ("tiket saya jam 5 sore, selesai jam brp", "selesai jam berapa"),
        ("lupa password", "lupa password"),
    ],
)
def test_what_askers_tell_of_themselves_is_set_apart(language: Language, written: str, rest: str) -> None:
    tokens = language.read(written)
    told = {p for tag in language.smalltalk(tokens) if tag.name == "circumstance" for p in tag.span}
    assert " ".join(token.word for place, token in enumerate(tokens) if place not in told) == rest


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("panel 2\njam berapa", "panel 2\njam berapa"),
        ("> panel 1 pukul 10.30\nkalau panel 3?", "kalau panel 3?"),
        ("Fwd: Undangan rapat\nini bajunya apa", "ini bajunya apa"),
        ("[Diteruskan]\nYth. Bapak/Ibu, hadir pukul 7.\n\nmin, di mana?", "min, di mana?"),
        ("Forwarded from Budi:\nYth. semua\nRegistrasi 7.30\nmin panel 2 kapan", "min panel 2 kapan"),
        ("[Diteruskan] hadir sebelum Panel II.\n\npanelnya jam brp", "panel ii jam brp"),
        ("[Diteruskan]\npanel 2 jam berapa", "panel 2 jam berapa"),
        ("> panel 2 jam berapa\n", "> panel 2 jam berapa\n"),
    ],
)
def test_of_a_quotation_only_what_follows_it_asks(text: str, own: str) -> None:
    assert asked_part(text) == own


def test_the_roots_known_by_heart_are_those_of_the_stemmer() -> None:
    stemmer = StemmerFactory().create_stemmer()
    assert {word: stemmer.stem(word) for word in ROOTS} == ROOTS


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("quiz", "kuis"),
        ("conflict", "konflik"),
        ("statistics", "statistik"),
        ("technology", "teknologi"),
        ("agrarian", "agraria"),
        ("certification", "sertifikasi"),
        ("inclusive", "inklusif"),
        ("vaccine", "vaksin"),
        ("discipline", "disiplin"),
        ("dialogue", "dialog"),
    ],
)
def test_an_english_word_is_read_as_the_loan_word_made_of_it(english: str, indonesian: str) -> None:
    assert loan_word(english, {indonesian}.__contains__) == indonesian


def test_a_loan_word_that_nobody_knows_is_none() -> None:
    assert loan_word("quiz", {"kursi"}.__contains__) is None


@pytest.mark.parametrize("form", ["clinic", "clinics"])
def test_regular_forms_of_english_words_mean_the_same(form: str) -> None:
    assert translations(form) == ("klinik",)


def test_an_english_word_is_the_one_of_its_meanings_that_the_event_uses() -> None:
    reading = Language()
    reading.normaliser.learn(["Reforma agraria di kampung"])
    stems = [token.stem for token in reading.read("agrarian reform in the villages")]
    assert stems == ["agraria", "reforma", "in", "the", "kampung"]


def test_two_english_words_for_one_thing_are_read_as_one(language: Language) -> None:
    assert [token.word for token in language.read("food security")] == ["ketahanan", "pangan"]
