"""``/siaran``: preview, confirmation, and exactly one message for everybody registered."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.config import OrganiserSettings
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.broadcasts.stage import TEXT, previewed, states
from tests.rakor import Rakor, emulated, running, until


def put_off(rakor: Rakor) -> int:
    """After how many attempts a message of a broadcast waits for another one."""
    waiting = "SELECT attempts FROM outbox WHERE kind = 'broadcast' AND state = 'waiting'"
    return sum(row["attempts"] for row in rakor.rows(waiting))


def data_of(message: Json, part: str) -> str:
    """The callback data behind a label."""
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(one["callback_data"]) for row in rows for one in row if part in one["text"])


async def test_everybody_registered_gets_what_was_previewed(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
    guest = await rakor.control.user("Tamu", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    question = await previewed(organiser)
    preview, asked = (await organiser.messages())[-2:]
    assert text_of(preview) == TEXT
    assert text_of(asked).endswith("Kirim ke 3 peserta?")
    await organiser.press("Kirim ke 3 peserta", message=question)
    await organiser.wait_for("Siaran untuk 3 peserta")
    for chat in people:
        await chat.wait_for(TEXT)
    assert len(states(rakor)) == 3
    recipients = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'broadcast'")
    assert {row["chat_id"] for row in recipients} == {chat.id for chat in people}


async def test_in_english(rakor: Rakor) -> None:
    organiser = await rakor.control.user("Committee", id=9001, language_code="en")
    budi = await rakor.participant()
    await organiser.say("/siaran")
    await organiser.wait_for("Write the message, or send")
    await organiser.say("Please gather in the lobby.")
    question = await organiser.wait_for("This is how it will look")
    await organiser.press("Send to 1 participants", message=question)
    await organiser.wait_for("Broadcast to 1 participants")
    await budi.wait_for("Please gather in the lobby.")


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("Mohon <b>segera</b> berkumpul", "bold"),
        ("Mohon <i>segera</i> berkumpul", "italic"),
        ('Unduh <a href="https://polpum.kemendagri.go.id/rtl">di sini</a> ya', "text_link"),
        ("Kata sandi: <tg-spoiler>pemilu</tg-spoiler>", "spoiler"),
        ("<blockquote>Kutipan & <b>tebal</b></blockquote>", "blockquote"),
    ],
)
async def test_formatting_arrives_as_it_was_written(rakor: Rakor, markup: str, kind: str) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser, markup, parse_mode="HTML")
    written, preview = (await organiser.messages())[-3:-1]
    await organiser.press("Kirim", message=question)
    arrived = await budi.wait_for(text_of(written))
    assert kind in [entity["type"] for entity in written["entities"]]
    assert arrived["entities"] == preview["entities"] == written["entities"]


async def test_markup_that_was_typed_arrives_as_typed(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser, 'Isi <b>&" formulir')
    await organiser.press("Kirim", message=question)
    arrived = await budi.wait_for('Isi <b>&" formulir')
    assert "entities" not in arrived


@pytest.mark.parametrize(
    "message",
    [
        "/siaran Halo semua peserta",
        "/siaran\nHalo semua peserta",
    ],
)
async def test_the_text_may_stand_behind_the_command(rakor: Rakor, message: str) -> None:
    organiser = await rakor.organiser()
    await organiser.say(message)
    await organiser.wait_for("☝️")
    assert text_of((await organiser.messages())[-2]) == "Halo semua peserta"


async def test_the_command_itself_may_be_formatted(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("<b>/siaran Halo semua</b>", parse_mode="HTML")
    await organiser.wait_for("☝️", timeout=1)
    assert text_of((await organiser.messages())[-2]) == "Halo semua"


async def test_a_cancelled_broadcast_is_not_sent_by_any_later_press(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    question = await previewed(organiser)
    await organiser.press("Batal", message=question)
    await organiser.wait_for("dibatalkan; tidak ada yang dikirim")
    await organiser.press_data(question["message_id"], data_of(question, "Kirim ke"))
    (row,) = rakor.rows("SELECT state FROM broadcasts")
    assert row["state"] == "cancelled"
    assert states(rakor) == []


async def test_before_the_text_it_can_be_given_up(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/siaran")
    await organiser.wait_for("Tulis pesan")
    await organiser.press("Batal")
    await organiser.wait_for("Selamat datang")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")
    assert rakor.rows("SELECT * FROM broadcasts") == []


async def test_rewriting_gives_the_first_text_up(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser, "Mohon berkumpl")
    await organiser.press("Tulis ulang", message=question)
    await organiser.wait_for("Tulis pesan")
    await organiser.say(TEXT)
    second = await organiser.wait_for("☝️")
    await organiser.press_data(question["message_id"], data_of(question, "Kirim ke"))
    await organiser.press("Kirim", message=second)
    await budi.wait_for(TEXT)
    assert len(states(rakor)) == 1
    assert not any("berkumpl" in text_of(message) for message in await budi.messages())


async def test_confirming_twice_sends_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser)
    send = data_of(question, "Kirim ke")
    await asyncio.gather(*(organiser.press_data(question["message_id"], send) for _ in range(3)))
    await budi.wait_for(TEXT)
    await organiser.press_data(question["message_id"], send)
    await until(lambda: states(rakor) == ["sent"])
    assert sum(text_of(message) == TEXT for message in await budi.messages()) == 1


async def test_what_is_confirmed_can_neither_be_cancelled_nor_rewritten(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser)
    await organiser.press("Kirim", message=question)
    await budi.wait_for(TEXT)
    for part in ("Batal", "Tulis ulang"):
        await organiser.press_data(question["message_id"], data_of(question, part))
    (row,) = rakor.rows("SELECT state, recipients FROM broadcasts")
    assert tuple(row) in (("running", 1), ("done", 1))
    assert rakor.rows("SELECT * FROM dialogs WHERE kind = 'broadcast'") == []


async def test_the_status_counts_sent_failed_and_waiting(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
    await rakor.control.post("faults", method="sendMessage", kind="block", chat=people[2].id)
    question = await previewed(organiser)
    await organiser.press("Kirim", message=question)
    await organiser.wait_for("Siaran untuk 3 peserta")
    await until(lambda: sorted(states(rakor)) == ["failed", "sent", "sent"])
    await rakor.control.advance(60)
    await organiser.press("Perbarui")
    await organiser.wait_for("Terkirim 2, gagal 1, menunggu 0.", after=0)


async def test_a_blocked_person_is_left_out(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    await rakor.control.post("block", user=citra.id)
    await until(lambda: rakor.rows("SELECT * FROM chats WHERE blocked_at IS NOT NULL") != [])
    question = await previewed(organiser)
    assert "Kirim ke 1 peserta?" in text_of(question)
    await organiser.press("Kirim", message=question)
    await budi.wait_for(TEXT)
    recipients = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'broadcast'")
    assert [row["chat_id"] for row in recipients] == [budi.id]


async def test_a_block_that_only_sending_finds_out_leaves_out_from_then_on(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await rakor.participant("Citra")
    await rakor.control.post("faults", method="sendMessage", kind="block", chat=budi.id)
    question = await previewed(organiser)
    await organiser.press("Kirim", message=question)
    await until(lambda: sorted(states(rakor)) == ["failed", "sent"])
    assert "Kirim ke 1 peserta?" in text_of(await previewed(organiser, "Lagi."))


async def test_the_network_delays_and_loses_nothing(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    question = await previewed(organiser)
    await rakor.control.post("faults", method="sendMessage", kind="500", times=2, chat=budi.id)
    await organiser.press("Kirim", message=question)
    for attempts in (1, 2):
        await until(lambda: put_off(rakor) == attempts)  # noqa: B023 - awaited in the same turn
        await rakor.control.advance(10)
    await budi.wait_for(TEXT)


async def test_what_is_confirmed_is_sent_after_a_restart(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            budi = await rakor.participant()
            question = await previewed(organiser)
            await rakor.control.post("faults", method="sendMessage", kind="500", chat=budi.id)
            await organiser.press("Kirim", message=question)
            await until(lambda: put_off(rakor) == 1)
        stage.clock.advance(60)
        async with running(stage, settings) as rakor:
            await Chat(rakor.control, budi.user).wait_for(TEXT)
            await until(lambda: states(rakor) == ["sent"])


async def test_a_sticker_is_not_taken_for_a_broadcast(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/siaran")
    await organiser.wait_for("Tulis pesan")
    await organiser.send("sticker")
    await organiser.wait_for("Siaran dapat berupa")
    await organiser.say(TEXT)
    await organiser.wait_for("☝️")


@pytest.mark.parametrize(
    "data",
    [
        "broadcasts",
        "broadcasts.leave",
        "broadcasts.send:1",
        "broadcasts.cancel:1",
        "broadcasts.rewrite:1",
        "broadcasts.status:1",
    ],
)
async def test_participants_have_no_hand_in_broadcasts(rakor: Rakor, data: str) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await previewed(organiser)
    await budi.press_data((await budi.last())["message_id"], data)
    await budi.wait_for("tidak dikenal")
    (row,) = rakor.rows("SELECT state FROM broadcasts")
    assert row["state"] == "draft"
    assert states(rakor) == []


async def test_rights_lost_meanwhile_end_a_broadcast_that_was_begun(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            question = await previewed(organiser)
            await organiser.say("/siaran")
            await organiser.wait_for("Tulis pesan")
        nobody = settings.model_copy(update={"organisers": OrganiserSettings()})
        async with running(stage, nobody) as rakor:
            former = Chat(rakor.control, organiser.user)
            await former.say("panel 2 jam berapa?")
            await former.wait_for("13.30")
            await former.press_data(question["message_id"], data_of(question, "Kirim ke"))
            await former.wait_for("tidak dikenal")
            (row,) = rakor.rows("SELECT state FROM broadcasts")
    assert row["state"] == "draft"


async def test_participants_do_not_get_the_command(rakor: Rakor) -> None:
    budi = await rakor.participant()
    for message in ("/siaran", f"/siaran {TEXT}"):
        await budi.say(message)
        await budi.wait_for("tidak dikenal")
    assert rakor.rows("SELECT * FROM broadcasts") == []


@pytest.mark.parametrize("number", ["999", "0", "-1", "x"])
async def test_a_broadcast_that_does_not_exist_leads_to_the_menu(rakor: Rakor, number: str) -> None:
    organiser = await rakor.organiser()
    last = await organiser.last()
    for action in ("send", "cancel", "rewrite", "status"):
        answer = await organiser.press_data(last["message_id"], f"broadcasts.{action}:{number}")
        assert answer is not None
        assert "tidak berlaku" in answer["text"]


async def test_the_card_offers_what_can_be_chosen(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    assert buttons(await previewed(organiser)) == [
        "📣 Kirim ke 0 peserta",
        "👥 Penerima",
        "⏰ Waktu",
        "🔘 Tombol",
        "✏️ Tulis ulang",
        "✖️ Batal",
    ]
