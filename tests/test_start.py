"""``/start``: the language of the phone, the consent, deep links."""

from __future__ import annotations

import pytest

from bot.rehearsal.chat import buttons, text_of
from tests.rakor import Rakor, register, until


@pytest.mark.parametrize(
    ("language_code", "greeting", "stored"),
    [
        ("en", "Welcome to", "en"),
        ("en-US", "Welcome to", "en"),
        ("id", "Selamat datang di", "id"),
        ("fr", "Selamat datang di", "id"),
        (None, "Selamat datang di", "id"),
    ],
)
async def test_the_first_language_is_the_phones(
    rakor: Rakor, language_code: str | None, greeting: str, stored: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/start")
    await guest.wait_for(greeting)
    (row,) = rakor.rows("SELECT language FROM chats WHERE chat_id = ?", guest.id)
    assert row["language"] == stored


@pytest.mark.parametrize(
    ("language_code", "kept", "law", "how_long"),
    [
        ("id", "nama, jabatan, instansi", "UU 27/2022", "dihapus bila tidak lagi diperlukan"),
        ("en", "name, position, institution", "Law 27/2022", "deleted once the meeting"),
    ],
)
async def test_the_consent_says_what_is_kept_why_how_long_and_how_to_delete_it(
    rakor: Rakor, language_code: str, kept: str, law: str, how_long: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/start")
    text = text_of(await guest.wait_for("/hapus_data"))
    assert kept in text
    assert law in text
    assert how_long in text
    assert "Direktorat Jenderal Politik dan Pemerintahan Umum" in text


async def test_nothing_of_a_person_is_kept_before_the_consent(rakor: Rakor) -> None:
    guest = await rakor.control.user("Citra Rahasia", language_code="id", username="citra_rahasia")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    assert rakor.rows("SELECT * FROM participants") == []
    (dialog,) = rakor.rows("SELECT draft FROM dialogs")
    assert dialog["draft"] == "{}"


@pytest.mark.parametrize(("language_code", "welcome"), [("id", "Selamat datang"), ("en", "Welcome")])
async def test_start_greets_whom_the_bot_knows(rakor: Rakor, language_code: str, welcome: str) -> None:
    budi = await rakor.participant("Budi Santoso", language_code=language_code)
    await budi.say("/start")
    menu = text_of(await budi.wait_for("Rakor Polpum 2023"))
    assert welcome in menu
    assert "Budi Santoso" in menu


async def test_start_goes_on_with_a_registration_under_way(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    await guest.say("/start")
    await guest.wait_for("Langkah 1")


async def test_an_unknown_payload_is_as_none(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start lain-7")
    await guest.wait_for("27/2022")
    await register(guest)
    await guest.say("/start hadir-")
    await guest.wait_for("Selamat datang")


async def test_the_language_can_be_changed_before_the_consent(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("Selamat datang di")
    await guest.press("🌐 English")
    consent = await guest.wait_for("Welcome to")
    assert "✅ Agree and register" in buttons(consent)


@pytest.mark.parametrize(
    ("phone", "label", "greeting"),
    [("id", "English", "Welcome, Budi"), ("en", "Bahasa Indonesia", "Selamat datang, Bapak/Ibu Budi")],
)
async def test_the_language_chosen_by_command_stays(
    rakor: Rakor, phone: str, label: str, greeting: str
) -> None:
    budi = await rakor.participant("Budi", language_code=phone)
    await budi.say("/bahasa")
    await budi.wait_for("🌐")
    await budi.press(label, exact=True)
    await budi.wait_for(greeting)
    await budi.say("/start")
    await budi.wait_for(greeting)


async def test_a_language_that_does_not_exist_is_refused(rakor: Rakor) -> None:
    budi = await rakor.participant(language_code="id")
    answer = await budi.press_data((await budi.last())["message_id"], "language.set:xx")
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    (row,) = rakor.rows("SELECT language FROM chats")
    assert row["language"] == "id"


async def test_a_person_who_blocked_the_bot_and_comes_back_is_reached_again(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("block", user=budi.id)
    await until(lambda: blocked_at(rakor) is not None)
    await rakor.control.post("unblock", user=budi.id)
    await budi.say("/start")
    await budi.wait_for("Selamat datang")
    assert blocked_at(rakor) is None


def blocked_at(rakor: Rakor) -> float | None:
    (row,) = rakor.rows("SELECT blocked_at FROM chats")
    instant: float | None = row["blocked_at"]
    return instant
