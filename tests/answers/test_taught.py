"""Lessons: a text taught is known, and so are its other wordings; what only resembles it is not."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from question_sets import FILES, engine_of

from data.eventfile import load
from handlers.answers import Lesson, Topic, key_of, without_numbers
from handlers.answers.taught import TaughtEngine

EVENT = load(FILES["rakor-polpum-2023"])
NOW = datetime(2023, 2, 20, 9, tzinfo=EVENT.zone)
WIFI, PANEL = Topic("faq", "wifi"), Topic("session", "panel-2")


def taught(text: str, topic: Topic) -> TaughtEngine:
    return TaughtEngine(EVENT, [Lesson(text, topic)])


OF_A_POOL = taught("Apakah ada kolam renang yang hangat?", WIFI)


@pytest.mark.parametrize(
    "text",
    [
        "apakah ada kolam renang",
        "APAKAH ADA KOLAM RENANG???",
        "Assalamualaikum, mohon izin bertanya bapak/ibu panitia, apakah ada kolam renang ya? 🙏",
        "ada kolam renang gak min",
        "apkh ada kolam rennang",
    ],
)
def test_the_wordings_of_a_lesson(text: str) -> None:
    answer = taught("Apakah ada kolam renang?", WIFI).answer(text, NOW)
    assert (answer.confident, answer.faq) == (True, "wifi")


@pytest.mark.parametrize(
    "text",
    [
        "kolam",
        "renang",
        "berapa harga masuk kolam renang",
        "kolam renang anak",
        "kapan kolam renang dibuka",
        "siapa penjaga kolam renang",
        "berapa kolam renang",
        "kolam renang 2",
        "",
        "?",
    ],
)
def test_what_only_resembles_a_lesson(text: str) -> None:
    assert not taught("Apakah ada kolam renang?", WIFI).answer(text, NOW).confident


@pytest.mark.parametrize(
    ("text", "facet", "aspect"),
    [
        ("bincang santai di mana?", "where", None),
        ("jam berapa bincang santai", "when", None),
        ("bincang santai sampai jam berapa", "when", "end"),
        ("siapa narasumber bincang santai", "who", None),
        ("bincang santai", "what", None),
        ("when is bincang santai?", "when", None),
    ],
)
def test_of_a_session_the_facet_asked_is_told(text: str, facet: str, aspect: str | None) -> None:
    answer = taught("bincang santai", PANEL).answer(text, NOW)
    assert answer.confident
    assert (answer.facet, answer.sessions, answer.aspect) == (facet, ("panel-2",), aspect)
    assert answer.conversation is not None
    assert answer.conversation.sessions == ("panel-2",)


def test_what_a_session_cannot_tell_is_not_claimed() -> None:
    lunch = Topic("session", next(one.id for one in EVENT.sessions if one.kind == "break"))
    answer = taught("bincang santai", lunch).answer("siapa moderator bincang santai", NOW)
    assert (answer.facet, answer.roles) == ("what", ())


def test_the_engine_speaks_first() -> None:
    engine = taught("panel 2 jam berapa", WIFI)
    assert engine.answer("panel 2 jam berapa", NOW).sessions == ("panel-2",)


def test_a_lesson_about_nothing_of_the_event_is_none() -> None:
    for topic in (Topic("faq", "gone"), Topic("session", "gone")):
        assert not taught("kolam renang", topic).answer("kolam renang", NOW).confident


def test_figures_must_be_the_same() -> None:
    engine = taught("lift ke kamar 1201", WIFI)
    assert engine.answer("lift ke kamar 1201 dong", NOW).confident
    assert not engine.answer("lift ke kamar 1202 dong", NOW).confident


@pytest.mark.parametrize(
    ("text", "key"),
    [("  Apa, INI? 🙂 ", "apa ini"), ("🙂", ""), ("a-b", "a b"), ("nomor 0812-3456-7890", "nomor")],
)
def test_keys(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize("number", ["081234567890", "0812-3456-7890", "19850101 201001 1 001", "123456"])
def test_long_numbers_are_left_out(number: str) -> None:
    assert not any(map(str.isdecimal, without_numbers(f"nomor {number} benar?")))


@pytest.mark.parametrize("text", ["kamar 1201", "20.30", "21 Februari 2023", "panel 2"])
def test_other_figures_stay(text: str) -> None:
    assert without_numbers(text) == text


@settings(max_examples=25)
@given(st.text(max_size=200), st.sampled_from([WIFI, PANEL]))
def test_any_text_can_be_taught_and_asked(text: str, topic: Topic) -> None:
    engine = taught(text, topic)
    engine.answer(text, NOW)
    assert engine.about(topic, text, NOW).confident


@given(st.text(max_size=80))
def test_a_lesson_changes_nothing_that_it_is_not_about(text: str) -> None:
    _, bare = engine_of("rakor-polpum-2023")
    before = bare.answer(text, NOW)
    after = OF_A_POOL.answer(text, NOW)
    assert (before.confident, before.faq, before.sessions) == (after.confident, after.faq, after.sessions)
