"""Questions the bot cannot answer go to the committee, and its replies come back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.config import OrganiserSettings
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.rakor import Rakor, emulated, register, running, until

QUESTION = "Apakah ada parkir untuk truk gandeng?"


async def pass_on(chat: Chat, question: str = QUESTION) -> None:
    """Asks what the bot does not know, and wants the committee to have it."""
    await chat.say(question)
    await chat.wait_for("belum tahu")
    await chat.press("Teruskan ke panitia")
    await chat.wait_for("diteruskan ke panitia")


async def card(organiser: Chat, question: str = QUESTION) -> Json:
    return await organiser.wait_for(
        lambda message: question in text_of(message) and "Balas" in text_of(message)
    )


async def delete_everything(chat: Chat) -> None:
    await chat.say("/hapus_data")
    await chat.wait_for("Hapus semua data?")
    await chat.press("Ya, hapus semua")
    await chat.wait_for("telah dihapus")


def kinds(rakor: Rakor) -> list[str]:
    """Of the cards and answers; their edits and reminders aside."""
    sql = "SELECT kind FROM outbox WHERE kind IN ('helpdesk_question', 'helpdesk_answer') ORDER BY id"
    return [row["kind"] for row in rakor.rows(sql)]


async def test_a_question_is_answered_by_replying_to_its_card(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi Santoso")
    await pass_on(budi)
    shown = await card(organiser)
    assert "Budi Santoso, Kepala Bidang, Kementerian Dalam Negeri" in text_of(shown)
    assert "07.0" in text_of(shown)
    await organiser.say("Ada, di <belakang> hotel & luas.", reply_to=shown["message_id"])
    await organiser.wait_for("Jawaban dikirim")
    reply = text_of(await budi.wait_for("Jawaban panitia"))
    assert QUESTION in reply
    assert "Ada, di <belakang> hotel & luas." in reply


@pytest.mark.parametrize(
    ("question", "unknown", "label", "passed_on", "answer"),
    [
        (QUESTION, "belum tahu", "Teruskan ke panitia", "sudah diteruskan", "Jawaban panitia"),
        (
            "Is there any parking for articulated lorries?",
            "do not know",
            "Ask the committee",
            "has been passed on",
            "committee's answer",
        ),
    ],
)
async def test_both_languages(
    rakor: Rakor, question: str, unknown: str, label: str, passed_on: str, answer: str
) -> None:
    organiser = await rakor.organiser()
    language_code = "id" if question == QUESTION else "en"
    asker = await rakor.participant(language_code=language_code)
    await asker.say(question)
    await asker.wait_for(unknown)
    await asker.press(label)
    confirmation = await asker.wait_for(passed_on)
    assert question in text_of(confirmation)
    shown = await card(organiser, question)
    await organiser.say("Yes.", reply_to=shown["message_id"])
    await asker.wait_for(answer)


async def test_who_is_not_registered_may_ask_too(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    guest = await rakor.control.user("Rahasia", language_code="id")
    await pass_on(guest)
    shown = text_of(await card(organiser))
    assert "Peserta yang belum terdaftar" in shown
    assert "Rahasia" not in shown


async def test_a_name_with_markup_shows_as_written_on_the_card(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.control.user('<b>&"', language_code="id")
    await register(budi, position="<i>Kabid</i>", institution="A & B")
    question = 'Apakah <b>truk</b> & "gandeng" boleh parkir?'
    await pass_on(budi, question)
    assert '<b>&", <i>Kabid</i>, A & B' in text_of(await card(organiser, question))


async def test_a_question_is_passed_on_once_however_often_it_is_pressed(rakor: Rakor) -> None:
    await rakor.organiser()
    budi = await rakor.participant()
    await budi.say(QUESTION)
    offer = await budi.wait_for("belum tahu")
    (data,) = [
        button["callback_data"]
        for row in offer["reply_markup"]["inline_keyboard"]
        for button in row
        if "Teruskan" in button["text"]
    ]
    await budi.press_data(offer["message_id"], data)
    await budi.wait_for("diteruskan")
    for _ in range(2):
        assert await budi.press_data(offer["message_id"], data) is not None
    assert kinds(rakor) == ["helpdesk_question"]


async def test_nobody_can_pass_on_the_question_of_another(rakor: Rakor) -> None:
    await rakor.organiser()
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    await budi.say(QUESTION)
    await budi.wait_for("belum tahu")
    (row,) = rakor.rows("SELECT id FROM helpdesk_questions")
    await citra.press_data((await citra.last())["message_id"], f"helpdesk.pass_on:{row['id']}")
    shown = text_of(await citra.wait_for("sudah tidak tersimpan"))
    assert "parkir" not in shown
    assert kinds(rakor) == []


@pytest.mark.parametrize("number", ["0", "999", "-1", "satu"])
async def test_a_forged_question_is_not_passed_on(rakor: Rakor, number: str) -> None:
    budi = await rakor.participant()
    answer = await budi.press_data((await budi.last())["message_id"], f"helpdesk.pass_on:{number}")
    assert answer is not None
    assert kinds(rakor) == []


async def test_a_number_beyond_the_databases_is_a_forged_question(rakor: Rakor) -> None:
    budi = await rakor.participant()
    last = await budi.last()
    await budi.press_data(last["message_id"], f"helpdesk.pass_on:{10**20}", wait=0.5)
    answer = await budi.wait_for(lambda _: True)
    assert "gangguan pada bot" not in text_of(answer)


async def test_a_participants_reply_is_a_question_not_an_answer(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(organiser)
    await organiser.say("Ada.", reply_to=shown["message_id"])
    reply = await budi.wait_for("Jawaban panitia")
    await budi.say("sekarang acara apa?", reply_to=reply["message_id"])
    await budi.wait_for("Saat ini tidak ada sesi")
    assert kinds(rakor) == ["helpdesk_question", "helpdesk_answer"]


async def test_an_organisers_reply_to_another_message_is_a_question(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    menu = await organiser.last()
    await organiser.say("panel 2 jam berapa?", reply_to=menu["message_id"])
    await organiser.wait_for("13.30")


async def test_without_organisers_the_asker_is_sent_to_the_desk(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path).model_copy(update={"organisers": OrganiserSettings()})
        async with running(stage, settings) as rakor:
            budi = await rakor.participant()
            await budi.say(QUESTION)
            await budi.wait_for("belum tahu")
            await budi.press("Teruskan ke panitia")
            await budi.wait_for("meja sekretariat")


async def test_a_card_of_before_a_restart_is_answered_after_it(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            budi = await rakor.participant()
            await pass_on(budi)
            shown = await card(organiser)
        async with running(stage, settings) as rakor:
            budi = Chat(rakor.control, budi.user)
            await Chat(rakor.control, organiser.user).say("Ada.", reply_to=shown["message_id"])
            await budi.wait_for("Jawaban panitia")


async def test_the_card_of_a_deleted_question_goes_with_it(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await pass_on(budi)
    shown = await card(organiser)
    await delete_everything(budi)
    await until_gone(organiser, shown)
    assert "helpdesk_answer" not in kinds(rakor)


async def until_gone(chat: Chat, message: Json) -> None:
    """Waits until the message has been deleted."""
    async with asyncio.timeout(10):
        while message["message_id"] in [one["message_id"] for one in await chat.messages()]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_texts_that_nobody_passed_on_are_forgotten_after_a_day(rakor: Rakor) -> None:
    guest = await rakor.control.user("Citra", language_code="id")
    for question in (QUESTION, "Apakah ada dokter gigi?"):
        await guest.say(question)
        await guest.wait_for("belum tahu")
        await rakor.control.advance(25 * 3600)
    texts = [row["text"] for row in rakor.rows("SELECT text FROM helpdesk_questions")]
    assert texts == ["Apakah ada dokter gigi?"]


async def test_the_button_under_a_forgotten_text_passes_on_no_other(rakor: Rakor) -> None:
    guest = await rakor.control.user("Citra", language_code="id")
    await guest.say(QUESTION)
    old = await guest.wait_for("belum tahu")
    await rakor.control.advance(25 * 3600)
    await guest.say("Apakah ada dokter gigi?")
    await guest.wait_for("belum tahu")
    await guest.press("Teruskan ke panitia", message=old)
    await guest.wait_for(lambda message: message["message_id"] == old["message_id"])
    assert kinds(rakor) == []


async def test_a_question_after_a_deleted_one_reaches_the_committee(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    await pass_on(budi)
    await card(organiser)
    await delete_everything(budi)
    await pass_on(citra, "Apakah ada dokter gigi?")
    assert len(kinds(rakor)) == 2


async def test_the_longest_question_reaches_the_committee(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await pass_on(budi, QUESTION + "🙂" * 2000)
    await organiser.wait_for("Balas", timeout=1)


async def test_a_long_answer_reaches_the_asker_whole(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await pass_on(budi)
    shown = await card(organiser)
    await organiser.say("Rute: " + "belok kiri, " * 250 + "sampai.", reply_to=shown["message_id"])
    await budi.wait_for("Jawaban panitia")
    assert "sampai." in "".join(text_of(message) for message in await budi.messages())


@pytest.mark.parametrize(
    ("text", "label"),
    [("mau absen", "Absen"), ("matikan pengingat", "Profil"), ("mau isi evaluasi", "Penilaian")],
)
async def test_what_the_bot_does_elsewhere_has_a_button_that_leads_there(
    rakor: Rakor, text: str, label: str
) -> None:
    budi = await rakor.participant()
    await budi.say(text)
    answer = await budi.wait_for("tekan tombol")
    assert any(label in one for one in buttons(answer))


async def test_an_organiser_who_starts_late_finds_the_open_questions(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await pass_on(budi)
    await until(lambda: "failed" in states(rakor))
    organiser = await rakor.organiser()
    await card(organiser)


def states(rakor: Rakor) -> list[str]:
    """Of the cards at the organisers."""
    return [row["state"] for row in rakor.rows("SELECT state FROM outbox WHERE kind = 'helpdesk_question'")]
