"""How answers read: the thing asked first, bold, short, in the language of the question."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from question_sets import engine_of, wording

from data.event import Event
from handlers.answers import render
from handlers.answers.engine import Engine
from handlers.texts import LANGUAGES, Language, texts

TEMPLATES = Path(__file__).parents[2] / "handlers" / "texts"
MORNING = "2023-02-20T09:00"


def test_time_comes_first_and_title_day_and_room_follow(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 2 jam berapa", MORNING)
    assert talk.text.splitlines() == [
        "13.30–15.30 WITA",
        "Panel II: Penguatan kelembagaan Kesbangpol di daerah",
        "Senin, 20 Februari 2023 · Grand Ballroom, Lantai 2",
    ]


def test_the_thing_asked_is_bold() -> None:
    event, engine = engine_of("rakor-polpum-2023")
    now = datetime(2023, 2, 20, 9, tzinfo=event.zone)
    html = render(engine.answer("panel 3 di mana", now), event, now, texts("id"))
    assert html.startswith("<b>Grand Ballroom, Lantai 2</b>\n")


def test_another_zone_is_shown_beside_the_event_s_own(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("jam berapa WIB panel 2?", MORNING)
    assert talk.text.startswith("12.30–14.30 WIB (13.30–15.30 WITA)")


def test_english_question_gets_english_words_around_the_event_s_own(chat) -> None:
    talk = chat("rakor-polpum-2023")
    answer = talk.ask("What time does the closing session start?", MORNING)
    assert answer.language == "en"
    assert "Tuesday, 21 February 2023" in talk.text
    assert "Pembacaan rekomendasi dan penutupan" in talk.text


def _translated(event: Event) -> Event:
    """The event with English texts for its second panel and its Wi-Fi."""
    values = event.model_dump()
    for session in values["sessions"]:
        if session["id"] == "panel-2":
            session |= {"title_en": "Stronger institutions", "topics_en": ["liaison offices"]}
    for entry in values["faq"]:
        if entry["id"] == "wifi":
            entry |= {
                "question_en": "How do I go online?",
                "answer_en": "Network RAKOR-POLPUM, password pemilu2024",
            }
    return Event.model_validate(values)


@pytest.mark.parametrize(
    ("question", "shown", "other"),
    [
        ("When is panel 2?", "Stronger institutions", "Penguatan kelembagaan"),
        ("When is the session about liaison offices?", "Stronger institutions", "Penguatan kelembagaan"),
        ("What is the wifi password?", "Network RAKOR-POLPUM", "kata sandi"),
        ("panel 2 jam berapa?", "Penguatan kelembagaan", "Stronger institutions"),
        ("kata sandi wifi apa?", "kata sandi: pemilu2024", "Network"),
    ],
)
def test_translations_of_the_event_are_shown_to_english_questions(
    question: str, shown: str, other: str
) -> None:
    event = _translated(engine_of("rakor-polpum-2023")[0])
    now = datetime(2023, 2, 20, 9, tzinfo=event.zone)
    text = wording(Engine(event).answer(question, now), event, now)
    assert shown in text
    assert other not in text


def test_asked_language_wins_over_the_text_s() -> None:
    event, engine = engine_of("rakor-polpum-2023")
    now = datetime(2023, 2, 20, 9, tzinfo=event.zone)
    assert engine.answer("panel 2 jam berapa", now, language="en").language == "en"


@pytest.mark.parametrize(
    ("question", "first_line"),
    [
        ("panel 1 selesai jam berapa", "Selesai 12.00 WITA"),
        ("panel 2 berapa lama", "2 jam"),
        ("berapa menit lagi panel 1", "1 jam 30 menit lagi"),
        ("ada berapa panel", "Ada 3 sesi:"),
        ("rakornya tanggal berapa", "Senin, 20 Februari 2023 – Selasa, 21 Februari 2023"),
        ("siapa moderator panel 3", "Direktur Kewaspadaan Nasional (Ditjen Polpum) · moderator"),
        ("ruang mahakam lantai berapa", "Lantai 3"),
        ("skrg acara apa", "Sedang berlangsung:"),
        ("narasumber panel 2 ada berapa", "Ada 2 orang:"),
        (
            "nama lengkap rakor ini apa",
            "Rapat Koordinasi Sinergi Pelaksanaan Program Kegiatan Bidang Politik dan Pemerintahan Umum",
        ),
    ],
)
def test_first_line_answers(chat, question: str, first_line: str) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask(question, MORNING)
    assert talk.text.splitlines()[0] == first_line


def test_several_things_in_one_question_are_all_answered(chat) -> None:
    talk = chat("rakor-polpum-2023")
    answer = talk.ask("panel 3 jam berapa dan siapa narasumbernya", MORNING)
    assert (answer.facet, answer.also) == ("when", ("who",))
    assert "08.30–10.30 WITA" in talk.text
    assert "Anggota KPU RI" in talk.text


@pytest.mark.parametrize(
    ("question", "sessions", "faq", "parts"),
    [
        ("panel 2 jam brp, sama password wifi apa?", ("panel-2",), "wifi", ["13.30", "pemilu2024"]),
        ("makan malam di mana trus musala di mana", ("makan-malam",), "musala", ["Restoran", "Ruang Kapuas"]),
        ("panel 1 jam berapa dan panel 3 di mana", ("panel-1", "panel-3"), None, ["10.30", "Grand Ballroom"]),
    ],
)
def test_questions_about_several_things_get_an_answer_to_each(
    chat, question: str, sessions: tuple[str, ...], faq: str | None, parts: list[str]
) -> None:
    talk = chat("rakor-polpum-2023")
    answer = talk.ask(question, MORNING)
    assert (answer.confident, answer.sessions, answer.faq) == (True, sessions, faq)
    assert [part for part in parts if part not in talk.text] == []


def test_two_sessions_that_fit_alike_are_a_choice(chat) -> None:
    answer = chat("bencana-2026").ask("kapal pelni ke banda hari apa", "2026-04-15T09:00")
    assert not answer.confident


def test_what_is_asked_of_a_session_without_it_is_unknown(chat) -> None:
    assert not chat("rakor-polpum-2023").ask("materi makan malam ada?", MORNING).confident


def test_unknown_names_the_nearest_topic_and_the_committee(chat) -> None:
    talk = chat("rakor-polpum-2023")
    answer = talk.ask("menu makan malamnya apa", MORNING)
    assert not answer.confident
    assert [topic.id for topic in answer.alternatives] == ["makan-malam"]
    assert "diteruskan ke panitia" in talk.text


@pytest.mark.parametrize(
    ("question", "action"),
    [
        ("mau absen", "attendance"),
        ("cara tanya narasumber gimana", "ask_speaker"),
        ("batalkan pengingat dong", "reminders"),
        ("mau isi evaluasi", "feedback"),
    ],
)
def test_what_the_bot_does_itself_leads_to_its_button(chat, question: str, action: str) -> None:
    answer = chat("rakor-polpum-2023").ask(question, MORNING)
    assert (answer.confident, answer.action) == (False, action)


def test_explanation_tells_what_was_understood(chat) -> None:
    answer = chat("rakor-polpum-2023").ask("panel loro jam piro", MORNING)
    assert "words: panel dua jam berapa" in answer.explanation


def _macros(language: Language) -> list[str]:
    text = (TEMPLATES / language / "answers.jinja").read_text(encoding="utf-8")
    return re.findall(r"{% macro (\w+\([^)]*\))", text)


def test_both_languages_have_the_same_macros() -> None:
    first, *others = (_macros(language) for language in LANGUAGES)
    assert first
    assert all(macros == first for macros in others)
