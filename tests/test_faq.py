"""Frequent questions: listed, opened, asked in one's own words."""

from __future__ import annotations

import pytest

from bot.rehearsal.chat import buttons, text_of
from tests.rakor import Rakor

IDS = ["wifi", "pakaian", "transportasi", "surat-tugas", "penginapan", "musala", "sertifikat", "kontak"]


@pytest.mark.parametrize(
    ("language_code", "heading", "back"),
    [("id", "Pertanyaan yang sering diajukan", "‹ Tanya jawab"), ("en", "Frequent questions", "‹ Questions")],
)
async def test_every_question_is_listed_and_opens_in_the_same_message(
    rakor: Rakor, language_code: str, heading: str, back: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/faq")
    shown = await guest.wait_for(heading)
    assert len(buttons(shown)) == len(IDS) + 1
    for faq_id in IDS:
        entry = rakor.parts.programme.stored.event.faq_entry(faq_id)
        assert entry is not None
        await guest.press(f"faq.entry:{faq_id}")
        page = await guest.wait_for(entry.answer)
        assert entry.question in text_of(page)
        assert page["message_id"] == shown["message_id"]
        await guest.press(back)
        await guest.wait_for(heading)


async def test_a_question_that_is_gone_leads_to_the_menu(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/faq")
    shown = await guest.wait_for("❓")
    answer = await guest.press_data(shown["message_id"], "faq.entry:parkir")
    assert answer is not None
    assert answer["show_alert"]
    assert "tidak berlaku" in answer["text"]
    await guest.wait_for("Rakor Polpum 2023")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("kata sandi wifi?", "pemilu2024"),
        ("bajunya apa ya besok?", "batik"),
        ("dapat sertifikat tidak?", "75%"),
        ("what is the wifi password?", "pemilu2024"),
    ],
)
async def test_a_question_in_ones_own_words_finds_its_entry(rakor: Rakor, question: str, answer: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say(question)
    await guest.wait_for(answer)
