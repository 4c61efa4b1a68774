"""Free text in the chat: answered, or honestly not."""

from __future__ import annotations

import pytest

from bot.rehearsal.chat import buttons, text_of
from tests.rakor import Rakor


@pytest.mark.parametrize(
    ("moment", "question", "parts"),
    [
        ("20 11:00", "sekarang acara apa?", ["Panel I", "12.00"]),
        ("20 16:30", "sekarang", ["Diskusi kelompok A", "Diskusi kelompok B"]),
        ("20 11:00", "berikutnya", ["ishoma", "12.00"]),
        ("20 07:00", "panel 2 jam berapa?", ["13.30", "15.30 WITA"]),
        ("20 07:00", "panel III di mana?", ["Grand Ballroom, Lantai 2"]),
        ("20 07:00", "panel soal anggaran jam berapa", ["10.30"]),
        ("20 07:00", "siapa moderator panel 1?", ["Kepala Badan Kesbangpol Provinsi Kalimantan Timur"]),
        ("20 07:00", "wifi", ["pemilu2024"]),
        ("20 11:00", "what is on now?", ["On now", "Panel I"]),
        ("20 11:00", "what comes next?", ["Next", "12.00"]),
        ("20 07:00", "when is panel 2?", ["13.30", "Monday, 20 February 2023"]),
        ("20 07:00", "where is the prayer room?", ["Lantai 3"]),
    ],
)
async def test_questions_are_answered_in_their_own_language(
    rakor: Rakor, moment: str, question: str, parts: list[str]
) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at(moment)
    await guest.say(question)
    answer = await guest.wait_for(parts[0])
    assert [part for part in parts if part not in text_of(answer)] == []
    assert "🏠 Menu" in buttons(answer)


async def test_an_answer_leads_to_the_sessions_page(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("panel 2 jam berapa?")
    answer = await guest.wait_for("13.30")
    await guest.press("Panel II", message=answer)
    page = await guest.wait_for("instansi vertikal")
    assert page["message_id"] == answer["message_id"]


async def test_who_asks_for_slides_can_take_them_from_the_answer(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("minta materi panel 2")
    answer = await guest.wait_for("Paparan Panel II")
    await guest.press("📄", message=answer)
    message = await guest.wait_for(lambda message: "document" in message)
    assert message["document"]["file_name"] == "panel-2.pdf"


@pytest.mark.parametrize(
    ("language_code", "question", "honest", "label"),
    [
        ("id", "Berapa harga tiket pesawat ke Jakarta?", "belum tahu", "✉️ Teruskan ke panitia"),
        ("en", "How much is a flight to Jakarta?", "I do not know", "✉️ Ask the committee"),
    ],
)
async def test_what_is_not_known_is_said_honestly_with_menu_and_committee(
    rakor: Rakor, language_code: str, question: str, honest: str, label: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say(question)
    answer = await guest.wait_for(honest)
    assert label in buttons(answer)
    await guest.press("🏠 Menu", message=answer)
    await guest.wait_for("Rakor Polpum 2023")


@pytest.mark.parametrize(
    "kind",
    [
        "sticker",
        "photo",
        "document",
        "voice",
        "audio",
        "video",
        "video_note",
        "animation",
        "contact",
        "dice",
    ],
)
async def test_what_is_not_text_is_not_understood_and_said_so(rakor: Rakor, kind: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.send(kind)
    assert "🏠 Menu" in buttons(await guest.wait_for("hanya dapat membaca"))


async def test_in_english_too(rakor: Rakor) -> None:
    guest = await rakor.control.user("Mary", language_code="en")
    await guest.send("photo", caption="/agenda")
    await guest.wait_for("can only read written messages")


@pytest.mark.parametrize(
    "text",
    [
        "🙂",
        "?",
        "/",
        "a" * 4096,
        "<b>",
        "&amp;",
        "{{ event }}",
        "\u202eterbalik",
        "panel " * 500,
        "0",
        "'; --",
    ],
)
async def test_strange_texts_are_answered(rakor: Rakor, text: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say(text)
    assert "🏠 Menu" in buttons(await guest.wait_for(lambda _: True))


async def test_a_question_does_not_end_what_one_was_asked(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    await guest.say("/sekarang")
    await guest.wait_for("tidak ada sesi")
    await guest.say("Budi Santoso")
    await guest.wait_for("Langkah 2")


async def test_messages_of_one_person_are_answered_in_their_order(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    for question in ("/agenda", "/panel", "wifi", "/faq", "/bantuan"):
        await guest.say(question)
    await guest.wait_for("Bantuan")
    first_lines = [text_of(one).split("\n")[0] for one in await guest.messages() if one["from"]["is_bot"]]
    signs = [line.split()[0] for line in first_lines]
    assert signs == ["📅", "🎤", "Wi-Fi:", "❓", "Bantuan"]


async def test_a_question_asked_while_registering_is_answered_and_is_no_name(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    await guest.say("panel 2 jam berapa?")
    await guest.wait_for("13.30")
    await guest.wait_for("Langkah 1")


async def test_two_codes_scanned_before_registering_both_count(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 16:05")
    for session_id in ("diskusi-provinsi", "diskusi-kabkota"):
        await guest.say(f"/start hadir-{await rakor.code(session_id)}")
        await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    await guest.press("Pakai: Budi")
    await guest.wait_for("Langkah 2")
    await guest.say("Analis")
    await guest.wait_for("Langkah 3")
    await guest.say("Ditjen Polpum")
    await guest.wait_for("Sudah benar")
    await guest.press("Simpan")
    await guest.wait_for("kelompok B")
    assert len(rakor.rows("SELECT 1 FROM attendance")) == 2


@pytest.mark.parametrize("text", ["Panel II", "badge lost", "zqx"])
async def test_a_short_text_on_an_english_phone_is_answered_in_english(rakor: Rakor, text: str) -> None:
    anna = await rakor.control.user("Anna", language_code="en")
    await anna.say(text)
    answer = text_of(await anna.wait_for(lambda _: True))
    assert not any(word in answer for word in ("Maaf", "Topik", "Bapak/Ibu", "Sen,"))


async def test_indonesian_on_an_english_phone_is_answered_in_indonesian(rakor: Rakor) -> None:
    anna = await rakor.control.user("Anna", language_code="en")
    await anna.say("maaf, siapa saja narasumber panel kedua ya?")
    await anna.wait_for("narasumber")


# ------------------------------------------------------------------ two readings, and one meant


@pytest.mark.parametrize(
    ("language_code", "question", "which", "label", "part"),
    [
        ("id", "kamar wifi", "Yang mana", "Wi-Fi", "pemilu2024"),
        ("id", "siapa pak direktur", "Yang mana", "Panel III", "Direktur Kewaspadaan"),
        ("en", "who is the director", "Which of these", "Panel III", "Direktur Kewaspadaan"),
    ],
)
async def test_where_two_readings_are_close_one_is_chosen_and_answered(
    rakor: Rakor, language_code: str, question: str, which: str, label: str, part: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say(question)
    shown = await guest.wait_for(which)
    assert len(buttons(shown)) >= 4
    await guest.press(label, message=shown)
    answer = await guest.wait_for(part)
    assert answer["message_id"] == shown["message_id"]
    assert any("✉️" in one for one in buttons(answer))


async def test_the_topic_chosen_is_what_one_talks_about(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("siapa pak direktur")
    await guest.press("Panel III", message=await guest.wait_for("Yang mana"))
    await guest.wait_for("Direktur Kewaspadaan")
    await guest.say("di mana?")
    await guest.wait_for("Grand Ballroom")


async def test_a_choice_whose_question_is_forgotten_shows_the_topics_page(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("siapa pak direktur")
    shown = await guest.wait_for("Yang mana")
    siti = await rakor.control.user("Siti", language_code="id")
    await siti.say("/menu")
    menu = await siti.wait_for("Rakor Polpum")
    (data,) = [
        button["callback_data"]
        for row in shown["reply_markup"]["inline_keyboard"]
        for button in row
        if "Panel III" in button["text"]
    ]
    await siti.press_data(menu["message_id"], data)
    await siti.wait_for("Narasumber")


@pytest.mark.parametrize("data", ["answers.pick:1:faq:x", "answers.pick:1:x:wifi", "answers.pick:x:faq:wifi"])
async def test_a_forged_choice_leads_to_the_menu(rakor: Rakor, data: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/bantuan")
    shown = await guest.wait_for("/agenda")
    answer = await guest.press_data(shown["message_id"], data)
    assert answer is not None
    assert "tidak berlaku" in answer["text"]


# --------------------------------------------------------------- what the bot does itself


@pytest.mark.parametrize(
    ("language_code", "text", "action", "page"),
    [
        ("id", "mau absen", "attendance", "Absensi"),
        ("id", "tolong batalkan pengingat", "profile", "Profil"),
        ("id", "min, ganti bahasa dong", "language", "Bahasa"),
        ("id", "gnti bahasa", "language", "Bahasa"),
        ("id", "hapus data saya", "profile.delete", "Hapus semua data?"),
        ("id", "Saya mau ubah nama saya", "profile", "Profil"),
        ("id", "Menu", "menu", "Rakor Polpum 2023"),
        ("en", "please delete my data", "profile.delete", "Delete all your data?"),
        ("en", "how do I change the language?", "language", "language"),
        ("en", "switch to Indonesian", "language", "language"),
        ("en", "main menu", "menu", "Rakor Polpum 2023"),
    ],
)
async def test_what_the_bot_does_itself_has_a_button(
    rakor: Rakor, language_code: str, text: str, action: str, page: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await budi.say(text)
    shown = await budi.wait_for("button" if language_code == "en" else "tombol")
    await budi.press(action, message=shown)
    await budi.wait_for(page)
    assert rakor.rows("SELECT 1 FROM unknown_questions") == []


async def test_who_asks_to_register_is_led_there_until_registered(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("saya mau daftar")
    await guest.wait_for(lambda message: "📝 Daftar sebagai peserta" in buttons(message))
    siti = await rakor.participant("Siti")
    await siti.say("saya mau daftar")
    answer = await siti.wait_for(lambda message: bool(buttons(message)))
    assert "📝 Daftar sebagai peserta" not in buttons(answer)


async def test_who_asks_how_to_ask_the_panel_is_led_there(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await budi.say("cara tanya narasumber")
    answer = await budi.wait_for(lambda message: "🙋 Tanya narasumber" in buttons(message))
    assert "✉️ Teruskan ke panitia" in buttons(answer)


@pytest.mark.parametrize(
    "text", ["cara tanya narasumber", "mohon data peserta dari Kalimantan Timur tahun lalu"]
)
async def test_what_the_bot_does_not_do_goes_to_the_committee(rakor: Rakor, text: str) -> None:
    budi = await rakor.participant("Budi")
    await budi.say(text)
    await budi.wait_for(lambda message: "✉️ Teruskan ke panitia" in buttons(message))
