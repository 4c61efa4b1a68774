"""Corrections: by organisers only, with a reason, in a trail that keeps everything."""

from __future__ import annotations

import sqlite3

import pytest

from bot.rehearsal.chat import Chat, text_of
from data.attendees import Person
from data.corrections import read_paper
from tests.rakor import Rakor


async def page_of(organiser: Chat, name: str) -> str:
    await organiser.say("/hadirin")
    await organiser.wait_for("Panel I")
    await organiser.press("Koreksi")
    await organiser.wait_for("Ketik nama")
    await organiser.say(name)
    return text_of(await organiser.wait_for("Riwayat"))


async def test_marked_and_unmarked_with_a_reason_each(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    assert "Belum ada catatan" in await page_of(organiser, "budi")
    await organiser.press("⬜ Panel I")
    await organiser.wait_for("Tulis alasannya")
    await organiser.say("Ponsel habis baterai")
    await organiser.wait_for("Ponsel habis baterai")
    await organiser.press("✅ Panel I")
    await organiser.wait_for("Batalkan kehadiran")
    await organiser.say("Ternyata orang lain")
    history = text_of(await organiser.wait_for("Ternyata orang lain"))
    assert "Ponsel habis baterai" in history
    assert "oleh panitia" in history
    assert rakor.rows("SELECT * FROM presences") == []
    trail = rakor.rows("SELECT act, way, actor_chat_id, reason FROM attendance_trail ORDER BY id")
    assert [tuple(row) for row in trail] == [
        ("in", "committee", organiser.id, "Ponsel habis baterai"),
        ("unmark", "committee", organiser.id, "Ternyata orang lain"),
    ]


async def test_a_reason_that_was_given_up_is_not_waited_for(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    await page_of(organiser, "budi")
    await organiser.press("⬜ Panel I")
    await organiser.wait_for("Tulis alasannya")
    await organiser.press("✖️ Batal")
    await organiser.wait_for("Riwayat")
    await organiser.say("sekarang acara apa?")
    await organiser.wait_for("Sedang berlangsung")
    assert rakor.rows("SELECT * FROM presences") == []


async def test_what_the_trail_says_is_never_rewritten(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    with pytest.raises(sqlite3.IntegrityError, match="not rewritten"):
        await rakor.parts.database.write(lambda tx: tx.execute("UPDATE attendance_trail SET at = 0"))


async def test_after_a_correction_the_person_can_check_in_again(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await page_of(organiser, "budi")
    await organiser.press("✅ Panel I")
    await organiser.wait_for("Batalkan kehadiran")
    await organiser.say("Kode diteruskan")
    await organiser.wait_for("Kode diteruskan")
    await rakor.at("20 10:50")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("terlambat, pukul 10.50")
    acts = [row["act"] for row in rakor.rows("SELECT act FROM attendance_trail ORDER BY id")]
    assert acts == ["in", "unmark", "in"]


async def test_a_paper_list_is_shown_first_then_recorded_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    await rakor.participant("Siti Aminah")
    await rakor.participant("Siti Aminah", last_name="")
    await rakor.at("20 13:00")
    await organiser.say("/hadirin")
    await organiser.wait_for("Pilih sesi")
    await organiser.press("Panel I")
    await organiser.wait_for("Hadir: 0")
    await organiser.press("Daftar kertas")
    await organiser.wait_for("satu per baris")
    await organiser.say("1. Budi Santosa\n2. Siti Aminah\n\n3. Ahmad Fauzi; Kesbangpol <Kutai>")
    shown = text_of(await organiser.wait_for("2 nama terbaca"))
    assert "Budi Santoso, Kementerian Dalam Negeri" in shown
    assert "Ahmad Fauzi; Kesbangpol <Kutai>" in shown
    assert shown.index("Belum jelas siapa") < shown.index("Siti Aminah")
    assert rakor.rows("SELECT * FROM presences") == []
    await organiser.press("Catat 2 orang")
    await organiser.wait_for("2 kehadiran dari daftar kertas tercatat")
    rows = rakor.rows(
        "SELECT p.name, s.way, s.late FROM presences s JOIN people p ON p.id = s.attendee_id ORDER BY p.name"
    )
    assert [tuple(row) for row in rows] == [("Ahmad Fauzi", "paper", 0), ("Budi Santoso", "paper", 0)]


def test_titles_and_numbers_do_not_keep_a_name_from_being_known() -> None:
    people = [
        Person(1, None, 1, None, "Drs. H. Budi Santoso, M.Si.", None, "", "Kesbangpol", *[None] * 4),
        Person(2, None, 2, None, "Budi Santoso", None, "", "Bappeda", *[None] * 4),
        Person(3, None, 3, None, "Ir. Siti Aminah", None, "", "Bappeda", *[None] * 4),
    ]
    siti, budi, unclear = read_paper("12) SITI AMINAH\n- budi santoso; bappeda\nBudi Santoso", people)
    assert siti.person == people[2]
    assert budi.person == people[1]
    assert (unclear.person, set(unclear.others)) == (None, set(people[:2]))


async def test_who_is_present_already_keeps_the_first_instant(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:50")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await organiser.say("/hadirin")
    await organiser.wait_for("Panel I")
    await organiser.press("Daftar kertas")
    await organiser.wait_for("satu per baris")
    await organiser.say("Budi Santoso")
    await organiser.wait_for("1 nama terbaca")
    await organiser.press("Catat 1 orang")
    await organiser.wait_for("1 sudah tercatat sebelumnya")
    (row,) = rakor.rows("SELECT way, late FROM presences")
    assert tuple(row) == ("code", 1)


async def test_nobody_else_corrects(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi Santoso")
    message_id = (await budi.last())["message_id"]
    (row,) = rakor.rows("SELECT id FROM people")
    mark = f"corrections.ask:mark:{row['id']}:panel-1"
    for data in (mark, "corrections:panel-1", "corrections.save_paper"):
        await budi.press_data(message_id, data)
        await budi.wait_for("tidak dikenal")
        await budi.press("menu")
        await budi.wait_for("Selamat datang")
    assert rakor.rows("SELECT * FROM dialogs") == []
