"""What is kept of a person: shown, corrected, deleted."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, buttons, text_of
from data.anonymity import key_file, load
from tests.rakor import Rakor, emulated, register, running

FAR_ID = 987654321098
"""An id whose digits stand nowhere else."""


def traces(rakor: Rakor, chat_id: int) -> Iterator[str]:
    """The tables in which the chat's number stands, in whatever column and form."""
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - the schema's own names
            if any(str(chat_id) in str(value) for row in rows for value in row):
                yield table


async def delete_everything(chat: Chat, yes: str = "Ya, hapus semua", done: str = "telah dihapus") -> None:
    await chat.say("/hapus_data")
    await chat.wait_for("Rakor Polpum 2023")
    await chat.press(yes)
    await chat.wait_for(done)


async def handled(rakor: Rakor) -> None:
    """Waits until the inbox has done with all that came."""
    async with asyncio.timeout(5):
        while rakor.rows("SELECT 1 FROM inbox WHERE NOT handled"):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("language_code", "parts"),
    [
        (
            "id",
            [
                "Nama: Budi",
                "Jabatan: Kepala Bidang",
                "Instansi: Kementerian",
                "Pengingat: semua sesi",
                "1 dari 8 sesi",
            ],
        ),
        (
            "en",
            [
                "Name: Budi",
                "Position: Kepala",
                "Institution: Kementerian",
                "Reminders: all sessions",
                "1 of 8 sessions",
            ],
        ),
    ],
)
async def test_the_profile_shows_all_that_is_kept(rakor: Rakor, language_code: str, parts: list[str]) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("10.31")
    await budi.say("/profil")
    text = text_of(await budi.wait_for("👤"))
    assert [part for part in parts if part not in text] == []


async def test_what_was_typed_shows_as_written(rakor: Rakor) -> None:
    budi = await rakor.control.user('<b>&"', language_code="id")
    await register(budi, position="Kabid <i>Politik</i>", institution="Dinas A & B")
    await budi.say("/profil")
    text = text_of(await budi.wait_for("👤"))
    assert 'Nama: <b>&"' in text
    assert "Jabatan: Kabid <i>Politik</i>" in text
    assert "Instansi: Dinas A & B" in text


async def test_the_region_is_shown_and_its_institution_corrected(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Ubah data")
    await budi.wait_for("Sudah benar")
    await budi.press("Ubah instansi")
    await budi.wait_for("Sekarang: Kementerian Dalam Negeri")
    await budi.say("Badan Kesbangpol Kabupaten Kutai Kartanegara")
    offer = await budi.wait_for("Wilayah mana")
    await budi.press(buttons(offer)[0])
    await budi.wait_for("🗺")
    await budi.press("Simpan")
    await budi.wait_for("tersimpan")
    await budi.say("/profil")
    assert "Wilayah: Kabupaten Kutai Kartanegara" in text_of(await budi.wait_for("👤"))
    (row,) = rakor.rows("SELECT name, position, region_code FROM participants")
    assert tuple(row) == ("Budi Santoso", "Kepala Bidang", "64.02")


async def test_correcting_keeps_attendance_the_switch_and_the_day_of_registration(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Matikan pengingat")
    await budi.wait_for("Pengingat: mati")
    (before,) = rakor.rows("SELECT registered_at, consented_at FROM participants")
    await budi.press("Ubah data")
    await budi.wait_for("Sudah benar")
    await budi.press("Ubah nama")
    await budi.wait_for("Langkah 1")
    await budi.say("Dr. Budi Santoso")
    await budi.wait_for("Sudah benar")
    await budi.press("Simpan")
    await budi.wait_for("tersimpan")
    (row,) = rakor.rows("SELECT * FROM participants")
    assert (row["name"], row["reminders"]) == ("Dr. Budi Santoso", 0)
    assert (row["registered_at"], row["consented_at"]) == tuple(before)
    assert len(rakor.rows("SELECT * FROM attendance")) == 1


async def test_giving_a_correction_up_leaves_everything_as_it_was(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Ubah data")
    await budi.wait_for("Sudah benar")
    await budi.press("Ubah nama")
    await budi.wait_for("Langkah 1")
    await budi.say("Bukan Budi")
    await budi.wait_for("Sudah benar")
    await budi.press("Batal")
    await budi.wait_for("Selamat datang, Bapak/Ibu Budi Santoso")
    (row,) = rakor.rows("SELECT name FROM participants")
    assert row["name"] == "Budi Santoso"


async def test_giving_a_correction_up_does_not_speak_of_a_cancelled_registration(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Ubah data")
    await budi.wait_for("Sudah benar")
    answer = await budi.press("Batal")
    assert answer is not None
    assert "Pendaftaran dibatalkan" not in answer["text"]


@pytest.mark.parametrize(
    ("language_code", "off", "is_off", "on", "is_on"),
    [
        ("id", "Matikan pengingat", "Pengingat: mati", "Ingatkan semua sesi", "Pengingat: semua sesi"),
        ("en", "Switch reminders off", "Reminders: off", "Remind me of all", "Reminders: all sessions"),
    ],
)
async def test_reminders_are_switched_off_and_on(
    rakor: Rakor, language_code: str, off: str, is_off: str, on: str, is_on: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await budi.say("/profil")
    await budi.wait_for(is_on)
    await budi.press(off)
    page = await budi.wait_for(is_off)
    again = await budi.press_data(page["message_id"], "profile.reminders:none")
    assert again is not None
    await budi.press(on)
    await budi.wait_for(is_on)


@pytest.mark.parametrize(
    ("language_code", "nobody"), [("id", "belum terdaftar"), ("en", "You are not registered")]
)
async def test_who_is_not_registered_has_no_profile(rakor: Rakor, language_code: str, nobody: str) -> None:
    guest = await rakor.control.user("Citra", language_code=language_code)
    await guest.say("/profil")
    page = await guest.wait_for(nobody)
    await guest.press("📝", message=page)
    await guest.wait_for("27/2022")


async def test_the_reminders_of_who_is_not_registered_cannot_be_set(rakor: Rakor) -> None:
    guest = await rakor.control.user("Citra", language_code="id")
    await guest.say("/profil")
    page = await guest.wait_for("belum terdaftar")
    await guest.press_data(page["message_id"], "profile.reminders:none")
    await guest.wait_for("27/2022")
    assert rakor.rows("SELECT * FROM participants") == []


@pytest.mark.parametrize(
    ("language_code", "question", "no", "page"),
    [
        ("id", "Hapus semua data?", "Tidak jadi", "Nama: Budi"),
        ("en", "Delete all your data?", "Never mind", "Name: Budi"),
    ],
)
async def test_deleting_asks_first_and_can_be_declined(
    rakor: Rakor, language_code: str, question: str, no: str, page: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await budi.say("/hapus_data")
    await budi.wait_for(question)
    await budi.press(no)
    await budi.wait_for(page)
    assert len(rakor.rows("SELECT * FROM participants")) == 1


async def test_deleting_leaves_no_trace_in_any_table(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    other = await rakor.participant("Citra")
    budi = await rakor.participant("Budi", id=FAR_ID)
    await budi.say("/agenda")
    await budi.wait_for("📅")
    await budi.press("agenda.session:panel-2")
    await budi.wait_for("Panel II: ")
    await budi.press("Ingatkan saya")
    await budi.wait_for("Sesi pilihan")
    await rakor.at("20 10:31")
    await budi.wait_for("⏰")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await budi.say("Apakah ada parkir truk gandeng?")
    await budi.wait_for("belum tahu")
    await budi.press("Teruskan ke panitia")
    await budi.wait_for("diteruskan")
    card = await organiser.wait_for("parkir truk")
    await organiser.say("Ada.", reply_to=card["message_id"])
    await budi.wait_for("Jawaban panitia")
    await organiser.say("/siaran Mohon berkumpul.")
    await organiser.wait_for("Kirim ke")
    await organiser.press("Kirim ke 2 peserta")
    await budi.wait_for("Mohon berkumpul.")
    await rakor.at("20 12:11")
    await budi.wait_for("sudah selesai")
    await budi.press("3", exact=True)
    await budi.wait_for("2/5")
    for step in ("3/5", "4/5", "5/5"):
        await budi.press("Lewati")
        await budi.wait_for(step)
    await budi.say("Terlalu singkat")
    await budi.wait_for("Komentar: Terlalu singkat")
    await budi.press("✏️ Komentar")
    await budi.wait_for("Tersimpan: Terlalu singkat")
    before = set(traces(rakor, FAR_ID))
    assert {"participants", "chats", "presences", "attendance_trail", "stars"} <= before
    assert {"helpdesk_questions", "dialogs", "outbox"} <= before
    await delete_everything(budi)
    await handled(rakor)
    assert list(traces(rakor, FAR_ID)) == []
    secret = load(key_file(rakor.settings.database.path))
    keys = {row["answer_key"] for row in rakor.rows("SELECT answer_key FROM feedback_answers")}
    assert secret.answer_key(FAR_ID, "feedback:1:panel-1") not in keys
    assert rakor.rows("SELECT * FROM helpdesk_answers") == []
    assert [row["chat_id"] for row in rakor.rows("SELECT chat_id FROM participants")] == [other.id]


async def test_deleting_reaches_feedback_on_a_session_that_is_gone(tmp_path: Path) -> None:
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (tmp_path / material.name).write_bytes(material.read_bytes())
    changed = tmp_path / SAMPLE_EVENT.name
    changed.write_text(SAMPLE_EVENT.read_text().replace('id = "panel-1"', 'id = "panel-satu"'))
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.participant("Budi")
            await rakor.at("20 12:11")
            await budi.wait_for("sudah selesai")
            await budi.press("3", exact=True)
            await budi.wait_for("2/5")
            await import_event(rakor.parts.database, changed)
        async with running(stage, settings) as rakor:
            await delete_everything(Chat(rakor.control, budi.user))
            assert rakor.rows("SELECT * FROM feedback_answers") == []


async def test_deleting_works_before_registering(rakor: Rakor) -> None:
    guest = await rakor.control.user("Citra", language_code="en", id=FAR_ID)
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await delete_everything(guest, "Yes, delete everything", "have been deleted")
    await handled(rakor)
    assert list(traces(rakor, FAR_ID)) == []


async def test_after_deleting_one_can_begin_again_as_somebody_new(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await delete_everything(budi)
    await budi.say("/start")
    await budi.wait_for("27/2022")
    await budi.press("Setuju")
    assert "Sekarang:" not in text_of(await budi.wait_for("Langkah 1"))


async def test_the_deleted_get_no_reminder(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    await delete_everything(budi)
    await rakor.at("20 10:15")
    await citra.wait_for("⏰")
    planned = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'reminder'")
    assert [row["chat_id"] for row in planned] == [citra.id]
