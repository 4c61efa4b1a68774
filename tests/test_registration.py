"""Registration through the chat: consent, name, position, institution."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from handlers.registration import MAX_LENGTH, cleaned
from tests.rakor import Rakor, emulated, register, running

STEPS = {"name": "Langkah 1", "position": "Langkah 2", "institution": "Langkah 3"}
MARKUP = '<b>&"'


async def consenting(rakor: Rakor, name: str = "Budi Santoso") -> Chat:
    """Somebody who has agreed, and is asked for the name."""
    guest = await rakor.control.user(name, language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    return guest


async def confirming(rakor: Rakor, institution: str = "Kementerian Dalam Negeri") -> Chat:
    """Somebody who has answered everything and not saved yet."""
    guest = await consenting(rakor)
    for answer, following in (
        ("Budi Santoso", "Langkah 2"),
        ("Kepala Bidang", "Langkah 3"),
        (institution, "Sudah benar"),
    ):
        await guest.say(answer)
        await guest.wait_for(following)
    return guest


def participant(rakor: Rakor) -> Json:
    (row,) = rakor.rows("SELECT * FROM participants")
    return dict(row)


async def test_a_newcomer_is_asked_for_consent_and_registers(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi Santoso", language_code="id")
    await register(budi, institution="Kesbangpol Kementerian")
    row = participant(rakor)
    assert (row["name"], row["position"]) == ("Budi Santoso", "Kepala Bidang")
    assert row["institution"] == "Kesbangpol Kementerian"
    assert row["region_code"] is None
    assert rakor.rows("SELECT * FROM dialogs") == []


async def test_the_whole_way_in_english(rakor: Rakor) -> None:
    mary = await rakor.control.user("Mary Smith", language_code="en")
    await register(mary, position="Attaché", institution="Embassy of Nowhere")
    assert "/profil" in text_of(await mary.last())
    row = participant(rakor)
    assert (row["name"], row["position"]) == ("Mary Smith", "Attaché")


@pytest.mark.parametrize(
    ("language_code", "refuse", "notice", "register_label"),
    [
        ("id", "Tidak, lihat agenda saja", "tetap terbuka", "Daftar sebagai peserta"),
        ("en", "No, just the agenda", "stay open", "Register as a participant"),
    ],
)
async def test_who_refuses_gets_agenda_and_faq_and_may_register_later(
    rakor: Rakor, language_code: str, refuse: str, notice: str, register_label: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/start")
    await guest.wait_for("27/2022")
    answer = await guest.press(refuse)
    assert answer is not None
    assert notice in answer["text"]
    await guest.wait_for("Rakor Polpum 2023")
    await guest.say("/agenda")
    await guest.wait_for("Pembukaan Rapat Koordinasi")
    await guest.say("/faq")
    await guest.wait_for("❓")
    await guest.press("faq.entry:wifi")
    await guest.wait_for("pemilu2024")
    assert rakor.rows("SELECT * FROM participants") == []
    await guest.say("/menu")
    await guest.wait_for("Rakor Polpum 2023")
    await guest.press(register_label)
    await guest.wait_for("27/2022")
    await register(guest)
    assert participant(rakor)["name"] == "Budi"


@pytest.mark.parametrize("field", ["name", "position", "institution"])
async def test_each_answer_is_corrected_by_its_button(rakor: Rakor, field: str) -> None:
    guest = await confirming(rakor)
    await guest.press(f"registration.edit:{field}")
    asked = text_of(await guest.wait_for(STEPS[field]))
    before = {"name": "Budi Santoso", "position": "Kepala Bidang", "institution": "Kementerian Dalam Negeri"}
    assert f"Sekarang: {before[field]}" in asked
    await guest.say("Yang Benar")
    await guest.wait_for("Sudah benar")
    await guest.press("Simpan")
    await guest.wait_for("tersimpan")
    row = participant(rakor)
    assert {name: row[name] for name in before} == {**before, field: "Yang Benar"}


async def test_an_earlier_answer_is_corrected_in_the_middle(rakor: Rakor) -> None:
    guest = await consenting(rakor)
    await guest.say("Bdui")
    await guest.wait_for("Langkah 2")
    await guest.press("Ubah nama")
    await guest.wait_for("Sekarang: Bdui")
    await guest.say("Budi")
    await guest.wait_for("Langkah 2")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("x" * (MAX_LENGTH + 1), "paling banyak 120 huruf"),
        ("12345", "Mohon tulis dengan huruf"),
        ("…!? 🙂", "Mohon tulis dengan huruf"),
    ],
)
async def test_an_answer_that_cannot_be_kept_is_asked_again_at_every_step(
    rakor: Rakor, answer: str, problem: str
) -> None:
    guest = await consenting(rakor)
    for step in STEPS.values():
        await guest.say(answer)
        asked = text_of(await guest.wait_for(problem))
        assert step in asked
        await guest.say("Jawaban yang baik")
        await guest.wait_for("Langkah" if step != STEPS["institution"] else "Sudah benar")


async def test_the_longest_answers_are_kept_whole(rakor: Rakor) -> None:
    guest = await consenting(rakor)
    longest = "W" * MAX_LENGTH
    for following in ("Langkah 2", "Langkah 3", "Sudah benar"):
        await guest.say(longest)
        await guest.wait_for(following)
    await guest.press("Simpan")
    await guest.wait_for("tersimpan")
    row = participant(rakor)
    assert row["name"] == row["position"] == row["institution"] == longest


async def test_line_breaks_and_spaces_become_single_spaces(rakor: Rakor) -> None:
    guest = await consenting(rakor)
    await guest.say("Dr.  Budi\n Santoso,\tM.Si.")
    await guest.wait_for("Langkah 2")
    await guest.press("Ubah nama")
    await guest.wait_for("Sekarang: Dr. Budi Santoso, M.Si.")


@given(st.text())
def test_a_cleaned_answer_is_one_line_of_visible_text(text: str) -> None:
    line = cleaned(text)
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert cleaned(line) == line


async def test_a_name_with_markup_shows_as_written_at_every_step(rakor: Rakor) -> None:
    guest = await consenting(rakor, MARKUP)
    assert f"Pakai: {MARKUP}" in buttons(await guest.last())
    await guest.press("registration.my_name")
    await guest.wait_for("Langkah 2")
    await guest.say(MARKUP)
    await guest.wait_for("Langkah 3")
    await guest.say(MARKUP)
    summary = text_of(await guest.wait_for("Sudah benar"))
    assert [f"{sign} {MARKUP}" in summary for sign in "👤💼🏛"] == [True] * 3
    await guest.press("Simpan")
    done = text_of(await guest.wait_for("tersimpan"))
    assert f"Bapak/Ibu {MARKUP}." in done
    assert participant(rakor)["name"] == MARKUP


async def test_regions_in_the_institution_are_offered(rakor: Rakor) -> None:
    guest = await consenting(rakor)
    for answer, following in (("Budi", "Langkah 2"), ("Kabid", "Langkah 3")):
        await guest.say(answer)
        await guest.wait_for(following)
    await guest.say("Badan Kesbangpol Kota Balikpapan")
    offer = await guest.wait_for("Wilayah mana")
    (label,) = [label for label in buttons(offer) if "Balikpapan" in label]
    assert "Kalimantan Timur" in label
    await guest.press(label)
    await guest.wait_for(f"🗺 {label}")
    await guest.press("Simpan")
    await guest.wait_for("tersimpan")
    assert participant(rakor)["region_code"] == "64.71"


async def test_a_region_that_is_not_meant_is_declined(rakor: Rakor) -> None:
    guest = await confirming(rakor)
    await guest.press("Ubah instansi")
    await guest.wait_for("Langkah 3")
    await guest.say("Universitas Mulawarman, Samarinda")
    await guest.wait_for("Wilayah mana")
    await guest.press("Bukan instansi daerah")
    assert "🗺" not in text_of(await guest.wait_for("Sudah benar"))
    await guest.press("Simpan")
    await guest.wait_for("tersimpan")
    assert participant(rakor)["region_code"] is None


async def test_the_institution_can_be_written_anew_where_the_region_is_asked(rakor: Rakor) -> None:
    guest = await confirming(rakor)
    await guest.press("Ubah instansi")
    await guest.wait_for("Langkah 3")
    await guest.say("Kesbangpol Kota Balikpapan")
    await guest.wait_for("Wilayah mana")
    await guest.say("Kementerian Keuangan")
    confirm = text_of(await guest.wait_for("Sudah benar"))
    assert "🏛 Kementerian Keuangan" in confirm
    assert "🗺" not in confirm


async def test_a_region_that_was_not_offered_is_refused(rakor: Rakor) -> None:
    guest = await confirming(rakor)
    await guest.press("Ubah instansi")
    await guest.wait_for("Langkah 3")
    await guest.say("Kesbangpol Kota Balikpapan")
    offer = await guest.wait_for("Wilayah mana")
    answer = await guest.press_data(offer["message_id"], "registration.region:31.71")
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    (dialog,) = rakor.rows("SELECT step FROM dialogs")
    assert dialog["step"] == "region"


async def test_a_registration_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            guest = await consenting(rakor)
            await guest.say("Budi Santoso")
            await guest.wait_for("Langkah 2")
        async with running(stage, settings) as rakor:
            guest = Chat(rakor.control, guest.user)
            await guest.say("Kepala Bidang")
            await guest.wait_for("Langkah 3")
        async with running(stage, settings) as rakor:
            guest = Chat(rakor.control, guest.user)
            await guest.say("/menu")
            await guest.wait_for("Rakor Polpum 2023")
            await guest.press("Lanjutkan pendaftaran")
            await guest.wait_for("Langkah 3")
            await guest.say("Kementerian Dalam Negeri")
            await guest.wait_for("Sudah benar")
            await guest.press("Simpan")
            await guest.wait_for("tersimpan")
            row = participant(rakor)
    assert (row["name"], row["position"]) == ("Budi Santoso", "Kepala Bidang")
    assert row["institution"] == "Kementerian Dalam Negeri"


async def test_cancelling_keeps_nothing(rakor: Rakor) -> None:
    guest = await confirming(rakor)
    answer = await guest.press("Batal")
    assert answer is not None
    assert "tidak ada yang disimpan" in answer["text"]
    await guest.wait_for("Selamat datang")
    assert rakor.rows("SELECT * FROM participants") == []
    assert rakor.rows("SELECT * FROM dialogs") == []


async def test_saving_twice_registers_once(rakor: Rakor) -> None:
    guest = await confirming(rakor)
    summary = await guest.last()
    await guest.press("Simpan", message=summary)
    await guest.wait_for("tersimpan")
    answer = await guest.press_data(summary["message_id"], "registration.save")
    assert answer is not None
    assert not answer.get("text")
    assert participant(rakor)["name"] == "Budi Santoso"


async def test_nobody_is_registered_without_consent(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    consent = await guest.wait_for("27/2022")
    for data in ("registration.save", "registration.edit:name", "registration.my_name"):
        assert await guest.press_data(consent["message_id"], data) is not None
        (dialog,) = rakor.rows("SELECT step FROM dialogs")
        assert dialog["step"] == "consent"
    assert rakor.rows("SELECT * FROM participants") == []


async def test_a_text_before_the_consent_is_a_question(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.say("panel 2 jam berapa?")
    await guest.wait_for("13.30")


async def test_the_time_of_consent_and_of_registration_are_kept(rakor: Rakor) -> None:
    budi = await rakor.participant()
    assert budi.id == participant(rakor)["chat_id"]
    begun = 1676847600  # 2023-02-20T07:00:00+08:00
    row = participant(rakor)
    assert begun <= row["consented_at"] <= row["registered_at"] < begun + 60


async def test_daftar_opens_the_registration(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/daftar")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")


async def test_a_double_tap_does_nothing_more_than_one(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi", language_code="id")
    await budi.say("/start")
    asked = await budi.wait_for("27/2022")
    for action, expected in (
        ("registration.consent:yes", "Langkah 1"),
        ("registration.my_name", "Langkah 2"),
    ):
        answers = await asyncio.gather(*(budi.press_data(asked["message_id"], action) for _ in range(2)))
        assert [answer["text"] for answer in answers if answer and answer.get("text")] == []
        asked = await budi.wait_for(expected)
    await budi.say("Analis")
    await budi.wait_for("Langkah 3")
    await budi.say("Ditjen Polpum")
    asked = await budi.wait_for("Sudah benar")
    answers = await asyncio.gather(
        *(budi.press_data(asked["message_id"], "registration.save") for _ in range(2))
    )
    assert [answer["text"] for answer in answers if answer and answer.get("text")] == []
    await budi.wait_for("tersimpan")
    assert len(rakor.rows("SELECT 1 FROM participants")) == 1
