"""What was sent is taken back or corrected: everywhere, once, and as far as Telegram allows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.broadcasts.stage import TEXT, begun, got, previewed, sent, states
from tests.broadcasts.test_control import PEOPLE, at_rest, hurry, slow_bot
from tests.broadcasts.test_control import begun as under_way
from tests.rakor import Rakor, emulated, running, until

CORRECTED = "Mohon berkumpul di ballroom."


async def done(rakor: Rakor, organiser: Chat, people: int = 3) -> list[Chat]:
    """So many have got a broadcast."""
    chats = [await rakor.participant(f"Peserta {number}") for number in range(people)]
    await previewed(organiser)
    await sent(rakor, organiser)
    return chats


async def settled(rakor: Rakor) -> None:
    """The change has been made everywhere."""
    await until(
        lambda: {row["state"] for row in rakor.rows("SELECT state FROM broadcast_changes")} == {"done"}, 20
    )


async def asked_to_recall(organiser: Chat) -> Json:
    await organiser.press("🗑 Tarik")
    return await organiser.wait_for("Tarik siaran ini?")


async def corrected(organiser: Chat, text: str = CORRECTED, **more: str) -> Json:
    """The question under the corrected message."""
    await organiser.press("✏️ Perbaiki")
    await organiser.wait_for("Perbaiki siaran")
    await organiser.say(text, **more)
    return await organiser.wait_for("setelah diperbaiki")


async def test_recalled_it_is_gone_from_everybodys_chat(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    question = await asked_to_recall(organiser)
    assert "Sudah terkirim 3 pesan; 3 dapat dihapus" in text_of(question)
    await organiser.press("Ya, tarik 3 pesan")
    await settled(rakor)
    assert await got(people) == []
    await rakor.control.advance(60)
    page = await organiser.wait_for("🗑 Ditarik: 3 terhapus.")
    assert not {"🗑 Tarik", "✏️ Perbaiki"} & set(buttons(page))


async def test_asking_whether_to_recall_recalls_nothing(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    await asked_to_recall(organiser)
    await organiser.press("‹ Kembali")
    await organiser.wait_for("✅ Selesai")
    assert len(await got(people)) == 3
    assert rakor.rows("SELECT * FROM broadcast_changes") == []


async def test_what_is_older_than_48_hours_is_said_to_be_out_of_reach(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute(
            "UPDATE outbox SET finished_at = finished_at - 172801 WHERE chat_id = ?", (people[0].id,)
        )
    question = await asked_to_recall(organiser)
    assert "Sudah terkirim 3 pesan; 2 dapat dihapus" in text_of(question)
    assert "lebih dari 48 jam" in text_of(question)
    await organiser.press("Ya, tarik 2 pesan")
    await settled(rakor)
    assert await got(people) == ["Peserta 0"]
    deletions = await rakor.control.calls(method="deleteMessage")
    assert {call["params"]["chat_id"] for call in deletions} == {chat.id for chat in people[1:]}


async def test_with_nothing_in_reach_there_is_no_button_to_recall(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await done(rakor, organiser)
    await rakor.control.advance(49 * 3600)
    question = await asked_to_recall(organiser)
    assert buttons(question) == ["‹ Kembali"]


async def test_recalling_twice_deletes_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    question = await asked_to_recall(organiser)
    for _ in range(3):
        await organiser.press_data(question["message_id"], "broadcasts.recall:1")
    await settled(rakor)
    assert await got(people) == []
    assert len(await rakor.control.calls(method="deleteMessage")) == 3


async def test_what_cannot_be_deleted_is_counted_apart(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    await rakor.control.post("faults", method="deleteMessage", kind="block", chat=people[0].id)
    await asked_to_recall(organiser)
    await organiser.press("Ya, tarik 3 pesan")
    await settled(rakor)
    await organiser.wait_for("🗑 Ditarik: 2 terhapus, 1 tidak bisa.")


async def test_what_is_gone_already_is_as_good_as_deleted(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    message = await people[0].wait_for(TEXT, after=0)
    place = {"chat_id": people[0].id, "message_id": message["message_id"]}
    assert await rakor.parts.bot.call("deleteMessage", place)
    await asked_to_recall(organiser)
    await organiser.press("Ya, tarik 3 pesan")
    await settled(rakor)
    await organiser.wait_for("🗑 Ditarik: 3 terhapus.")


async def test_recalled_under_way_nobody_has_it_in_the_end(tmp_path: Path) -> None:
    async with slow_bot(tmp_path) as (rakor, people):
        organiser = await rakor.organiser()
        await under_way(rakor, organiser)
        question = await asked_to_recall(organiser)
        assert "Yang belum terkirim tidak akan dikirim." in text_of(question)
        await organiser.press("Ya, tarik")
        await hurry(rakor)
        await settled(rakor)
        assert await got(people) == []
        assert states(rakor).count("sent") == states(rakor, "broadcast_recall").count("sent")
        assert set(states(rakor)) == {"sent", "dropped"}


async def test_corrected_it_reads_right_everywhere_and_keeps_its_buttons(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra")]
    await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.say("Peta | https://contoh.go.id/peta")
    await organiser.wait_for("☝️")
    await sent(rakor, organiser)
    before = [await chat.wait_for(TEXT, after=0) for chat in people]
    question = await corrected(organiser, "Mohon berkumpul di <b>ballroom</b>.", parse_mode="HTML")
    assert "2 pesan yang sudah terkirim akan diubah" in text_of(question)
    preview = (await organiser.messages())[-2]
    await organiser.press("Ya, perbaiki")
    await settled(rakor)
    for chat, old in zip(people, before, strict=True):
        new = await chat.wait_for(CORRECTED, after=0)
        assert new["message_id"] == old["message_id"]
        assert new["reply_markup"] == old["reply_markup"]
        assert new["entities"] == preview["entities"]
    await rakor.control.advance(60)
    await organiser.wait_for("✏️ Diperbaiki: 2 pesan.")


async def test_the_caption_of_a_picture_is_corrected(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await begun(organiser)
    await organiser.send("photo", caption="Denah lantai 2")
    await organiser.wait_for("☝️")
    await sent(rakor, organiser)
    old = await budi.wait_for("Denah lantai 2")
    await corrected(organiser, "Denah lantai 3")
    await organiser.press("Ya, perbaiki")
    new = await budi.wait_for("Denah lantai 3")
    assert (new["message_id"], new["photo"]) == (old["message_id"], old["photo"])


async def test_a_caption_too_long_is_refused_before_it_is_tried(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    await begun(organiser)
    await organiser.send("photo", caption="Denah")
    await organiser.wait_for("☝️")
    await sent(rakor, organiser)
    await organiser.press("✏️ Perbaiki")
    await organiser.wait_for("Perbaiki siaran")
    await organiser.say("a" * 1030)
    await organiser.wait_for("Terlalu panjang 6 karakter")


async def test_left_as_it_was_it_stays_so(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    question = await corrected(organiser)
    await organiser.press("Biarkan")
    await organiser.wait_for("✅ Selesai")
    await organiser.press_data(question["message_id"], "broadcasts.correct:1")
    assert len(await got(people)) == 3
    (row,) = rakor.rows("SELECT state FROM broadcast_changes")
    assert row["state"] == "cancelled"


async def test_corrected_under_way_everybody_ends_with_the_new_text(tmp_path: Path) -> None:
    async with slow_bot(tmp_path) as (rakor, people):
        organiser = await rakor.organiser()
        await under_way(rakor, organiser)
        await corrected(organiser)
        await organiser.press("Ya, perbaiki")
        await hurry(rakor)
        await until(lambda: rakor.rows("SELECT 1 FROM broadcasts WHERE state = 'done'") != [], 30)
        await settled(rakor)
        assert await got(people) == []
        assert await got(people, CORRECTED) == [chat.user["first_name"] for chat in people]


async def test_a_paused_one_is_corrected_and_stays_paused(tmp_path: Path) -> None:
    async with slow_bot(tmp_path) as (rakor, people):
        organiser = await rakor.organiser()
        await under_way(rakor, organiser)
        await organiser.press("⏸ Jeda")
        await organiser.wait_for("⏸ Dijeda")
        await at_rest(rakor)
        waiting = states(rakor).count("waiting")
        await corrected(organiser)
        await organiser.press("Ya, perbaiki")
        await settled(rakor)
        assert states(rakor).count("waiting") == waiting
        assert len(await got(people, CORRECTED)) == PEOPLE - waiting
        await organiser.press("Lanjutkan")
        await until(lambda: rakor.rows("SELECT 1 FROM broadcasts WHERE state = 'done'") != [], 30)
        assert await got(people, CORRECTED) == [chat.user["first_name"] for chat in people]


async def test_corrected_twice_the_last_word_stands(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    for text in (CORRECTED, "Mohon berkumpul di lapangan."):
        await corrected(organiser, text)
        await organiser.press("Ya, perbaiki")
        await organiser.wait_for("Perbaikan segera dimulai")
    await settled(rakor)
    assert await got(people, "lapangan") == [chat.user["first_name"] for chat in people]
    assert await got(people, "ballroom") == []


async def test_a_scheduled_one_is_corrected_before_it_begins(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say("14.30")
    await organiser.wait_for("Jadwalkan?")
    await organiser.press("⏰ Jadwalkan")
    await organiser.wait_for("Siaran terjadwal")
    await corrected(organiser)
    await organiser.press("Ya, perbaiki")
    await organiser.wait_for("Siaran terjadwal")
    await settled(rakor)
    await rakor.at("20 14:30")
    await budi.wait_for(CORRECTED)


async def test_what_is_recalled_cannot_be_corrected(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser)
    question = await corrected(organiser)
    (broadcast,) = rakor.rows("SELECT id FROM broadcasts")
    await organiser.press_data(question["message_id"], f"broadcasts.recall:{broadcast['id']}")
    await until(lambda: rakor.rows("SELECT 1 FROM broadcast_changes WHERE state = 'done'") != [])
    await organiser.press_data(question["message_id"], "broadcasts.correct:1")
    assert await got(people) == await got(people, CORRECTED) == []
    assert await rakor.control.calls(method="editMessageText", after=0) is not None
    assert states(rakor, "broadcast_correction") == []


@pytest.mark.parametrize("change", ["recall", "correction"])
async def test_a_change_that_was_confirmed_is_made_after_a_restart(tmp_path: Path, change: str) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            people = await done(rakor, organiser)
            method = "deleteMessage" if change == "recall" else "editMessageText"
            await rakor.control.post("faults", method=method, kind="500", times=3, chat=people[0].id)
            if change == "recall":
                await asked_to_recall(organiser)
                await organiser.press("Ya, tarik")
            else:
                await corrected(organiser)
                await organiser.press("Ya, perbaiki")
            kind = f"broadcast_{change}"
            await until(lambda: sorted(states(rakor, kind)) == ["sent", "sent", "waiting"])
        stage.clock.advance(3600)
        async with running(stage, settings) as rakor:
            await rakor.control.post("faults", times=0)
            await settled(rakor)
            again = [Chat(rakor.control, chat.user) for chat in people]
            assert await got(again) == []
            assert len(await got(again, CORRECTED)) == (0 if change == "recall" else 3)


async def test_an_edit_that_was_made_before_the_crash_is_not_called_a_failure(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = await done(rakor, organiser, 1)
    await rakor.control.post("clock", speed=50)
    await rakor.control.post(
        "faults", method="editMessageText", kind="disconnect", carried_out=True, chat=people[0].id
    )
    await corrected(organiser)
    await organiser.press("Ya, perbaiki")
    await settled(rakor)
    assert states(rakor, "broadcast_correction") == ["sent"]
    assert await got(people, CORRECTED) == ["Peserta 0"]
