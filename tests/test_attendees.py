"""Kartu peserta: everybody's own QR; helpers scan it, find names, and mark with one tap."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rehearsal.chat import Chat, buttons, text_of
from data.attendees import Person, search
from handlers.attendees import card_of_link
from tests.attendance_stage import card_of, hired, import_list, meeting
from tests.rakor import Rakor


def marks(rakor: Rakor) -> list[tuple[str, str, str]]:
    """Name, session and way of all presences."""
    rows = rakor.rows(
        "SELECT p.name, s.session_id, s.way FROM presences s JOIN people p ON p.id = s.attendee_id"
        " ORDER BY s.at"
    )
    return [tuple(row) for row in rows]


async def scan(helper: Chat, payload: str, name: str) -> str:
    """The camera opens the link."""
    await helper.say(f"/start {payload}")
    return text_of(await helper.wait_for(name))


@pytest.mark.parametrize(
    ("language_code", "heading"),
    [("id", "Kartu peserta"), ("en", "Participant card")],
)
async def test_everybody_has_a_card_with_name_and_qr(rakor: Rakor, language_code: str, heading: str) -> None:
    budi = await rakor.participant("Budi Santoso", language_code=language_code)
    await budi.say("/kartu")
    shown = await budi.wait_for(heading)
    assert "Budi Santoso" in text_of(shown)
    assert shown["photo"]
    png = await rakor.control.file(shown["photo"][-1]["file_id"])
    assert png.startswith(b"\x89PNG")
    await budi.press("Menu")
    await budi.wait_for("Budi Santoso")


async def test_who_is_not_registered_registers_first(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/kartu")
    await guest.wait_for("27/2022")


async def test_a_helper_scans_and_marks_with_one_tap_and_scans_on(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    helper = await hired(rakor, organiser)
    await rakor.participant("Budi Santoso")
    await rakor.participant("Siti Aminah")
    await rakor.at("20 10:31")
    for name in ("Budi Santoso", "Siti Aminah"):
        shown = await scan(helper, card_of(rakor, name), name)
        assert "Kementerian Dalam Negeri" in shown
        await helper.press("Hadir: Panel I")
        await helper.wait_for("Hadir pukul 10.31")
    assert marks(rakor) == [("Budi Santoso", "panel-1", "card"), ("Siti Aminah", "panel-1", "card")]
    (row,) = rakor.rows("SELECT DISTINCT actor_chat_id FROM presences")
    assert row["actor_chat_id"] == helper.id
    await organiser.say("/petugas")
    await organiser.wait_for("Petugas Pintu: 2 peserta")


async def test_a_second_scan_changes_nothing_and_says_since_when(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    for moment in ("20 10:31", "20 11:31"):
        await rakor.at(moment)
        await scan(organiser, card_of(rakor, "Budi Santoso"), "Budi Santoso")
        if moment == "20 10:31":
            await organiser.press("Hadir: Panel I")
        shown = await organiser.wait_for("Hadir pukul 10.31")
    assert not any("✅ Hadir: " in label for label in buttons(shown))


async def test_by_setting_the_scan_itself_marks(tmp_path: Path) -> None:
    async with meeting(tmp_path, attendance='scan = "at_once"') as rakor:
        organiser = await rakor.organiser()
        await rakor.participant("Budi Santoso")
        await rakor.at("20 10:31")
        assert "Hadir pukul 10.31" in await scan(organiser, card_of(rakor, "Budi Santoso"), "Budi Santoso")
        assert marks(rakor) == [("Budi Santoso", "panel-1", "card")]


async def test_with_parallel_sessions_the_helper_chooses(tmp_path: Path) -> None:
    async with meeting(tmp_path, attendance='scan = "at_once"') as rakor:
        organiser = await rakor.organiser()
        await rakor.participant("Budi Santoso")
        await rakor.at("20 16:05")
        await scan(organiser, card_of(rakor, "Budi Santoso"), "Budi Santoso")
        assert marks(rakor) == []
        offered = [label for label in buttons(await organiser.last()) if label.startswith("✅ Hadir")]
        assert len(offered) == 2
        await organiser.press(offered[1])
        await organiser.wait_for("Hadir pukul 16.05")
        assert len(marks(rakor)) == 1


@pytest.mark.parametrize(
    ("language_code", "own", "others"),
    [
        ("id", "kartu Bapak/Ibu sendiri", "hanya dapat dibaca petugas"),
        ("en", "your own card", "Only attendance helpers"),
    ],
)
async def test_to_everybody_else_a_card_says_only_what_it_is(
    rakor: Rakor, language_code: str, own: str, others: str
) -> None:
    budi = await rakor.participant("Budi Santoso", language_code=language_code)
    siti = await rakor.participant("Siti Aminah", language_code=language_code)
    await rakor.at("20 10:31")
    card = card_of(rakor, "Budi Santoso")
    await budi.say(f"/start {card}")
    await budi.wait_for(own)
    await siti.say(f"/start {card}")
    assert "Santoso" not in text_of(await siti.wait_for(others))
    assert marks(rakor) == []


async def test_a_forged_mark_of_no_helper_does_nothing(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    screen = await budi.last()
    (row,) = rakor.rows("SELECT id FROM people WHERE name = 'Budi Santoso'")
    for data in (f"attendees.mark:{row['id']}:panel-1:c", f"attendees.show:{row['id']}", "attendees.badges"):
        await budi.press_data(screen["message_id"], data)
        await budi.wait_for("tidak dikenal")
        await budi.press_data(screen["message_id"], "menu")
        await budi.wait_for("Selamat datang")
    assert marks(rakor) == []


async def test_a_card_that_is_none_says_so_to_a_helper(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/start kartu-00")
    await organiser.wait_for("bukan kartu acara ini")


async def test_before_a_session_opens_the_helper_sees_which_is_next(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    shown = await scan(organiser, card_of(rakor, "Budi Santoso"), "Budi Santoso")
    assert "tidak ada absensi yang dibuka" in shown


async def test_the_wrong_person_is_taken_back_by_who_marked_it(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    helper, other = [await hired(rakor, organiser, name) for name in ("Petugas Satu", "Petugas Dua")]
    await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    card = card_of(rakor, "Budi Santoso")
    await scan(helper, card, "Budi Santoso")
    await helper.press("Hadir: Panel I")
    await helper.wait_for("Hadir pukul")
    await scan(other, card, "Budi Santoso")
    shown = await other.last()
    assert not any("Salah orang" in label for label in buttons(shown))
    (row,) = rakor.rows("SELECT attendee_id FROM presences")
    await other.press_data(shown["message_id"], f"attendees.undo:{row['attendee_id']}:panel-1:c")
    assert len(marks(rakor)) == 1
    await helper.press("Salah orang")
    await helper.wait_for(lambda message: "Hadir pukul" not in text_of(message))
    assert marks(rakor) == []
    trail = rakor.rows("SELECT act, actor_chat_id, reason FROM attendance_trail ORDER BY id")
    assert [row["act"] for row in trail] == ["in", "unmark"]
    assert "Salah orang" in trail[1]["reason"]


async def test_without_a_card_the_name_is_found_whatever_the_spelling(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Muhammad Yusuf")
    await rakor.participant("Siti Aminah")
    await rakor.at("20 10:31")
    await organiser.say("/cari")
    await organiser.wait_for("Cari peserta")
    for typed in ("mohamad yusup", "aminah siti"):
        await organiser.say(typed)
        await organiser.wait_for("Kementerian Dalam Negeri")
        await organiser.press("Hadir: Panel I")
        await organiser.wait_for("Hadir pukul 10.31")
    assert [row[::2] for row in marks(rakor)] == [("Muhammad Yusuf", "search"), ("Siti Aminah", "search")]
    await organiser.say("/cari zzzz")
    await organiser.wait_for("Tidak ada nama seperti")


async def test_people_without_a_phone_have_cards_too(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, ("Drs. Budi Santoso", None, "Kabid", "Kesbangpol Kaltim", "", "005/1"))
    await rakor.at("20 10:31")
    shown = await scan(organiser, card_of(rakor, "Drs. Budi Santoso"), "Drs. Budi Santoso")
    assert "Undangan 005/1" in shown
    await organiser.press("Hadir: Panel I")
    await organiser.wait_for("Hadir pukul 10.31")
    assert marks(rakor) == [("Drs. Budi Santoso", "panel-1", "card")]


async def test_organisers_print_the_cards(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi Santoso")
    await organiser.say("/peserta")
    await organiser.wait_for("Budi Santoso")
    await organiser.press("Cetak kartu")
    shown = await organiser.wait_for("8 kartu per lembar", timeout=30)
    assert shown["document"]["file_name"] == "kartu-polpum-2023.pdf"
    assert (await rakor.control.file(shown["document"]["file_id"])).startswith(b"%PDF")


async def test_a_deleted_person_leaves_neither_card_nor_presence(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus semua data?")
    await budi.press("Ya, hapus semua")
    await budi.wait_for("telah dihapus")
    for table in ("attendees", "cards", "presences", "attendance_trail"):
        assert rakor.rows(f"SELECT * FROM {table}") == [], table  # noqa: S608


def a_person(number: int, name: str) -> Person:
    return Person(number, None, None, None, name, None, "", "", None, None, None, None)


def test_the_likeliest_name_is_first() -> None:
    people = [a_person(1, "Dr. H. Ahmad Fauzi, M.Si."), a_person(2, "Ahmad Fauzan"), a_person(3, "Siti")]
    assert search(people, "ahmad fauzi")[0].id == 1
    assert search(people, "FAUZAN")[0].id == 2


def test_only_a_cards_payload_is_a_card() -> None:
    assert card_of_link("kartu-abc") == "abc"
    assert card_of_link("hadir-123456") is None
