"""The invited list at the meeting: taken in, matched by the people themselves, held against who came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.attendance_stage import hired, import_list, meeting, workbook
from tests.child import configuration, run
from tests.rakor import Rakor, emulated

LIST: tuple[tuple[object, ...], ...] = (
    ("Drs. H. Budi Santoso, M.Si.", "199003152015011001", "Kepala Badan",
     "Kesbangpol Provinsi Kalimantan Timur", "Kalimantan Timur", "005/1", "KODE-1"),
    ("Ir. Siti Aminah", None, "Kepala Badan", "Kesbangpol Kota Samarinda", "Kota Samarinda", "005/2", None),
    ("Ahmad Fauzi", None, "Direktur", "Kementerian Dalam Negeri", None, "005/3", None),
)  # fmt: skip


def is_after_the_institution(message: Json) -> bool:
    return any(words in text_of(message) for words in ("Sudah benar", "Wilayah mana"))


async def up_to_the_end(chat: Chat, name: str, institution: str = "Kementerian Dalam Negeri") -> None:
    """Through the registration up to the last button."""
    await chat.say("/start")
    await chat.wait_for("27/2022")
    await chat.press("Setuju")
    await chat.wait_for("Langkah 1")
    for answer, following in ((name, "Langkah 2"), ("Kabid", "Langkah 3"), (institution, "Sudah benar")):
        await chat.say(answer)
        if following == "Sudah benar":
            shown = await chat.wait_for(
                lambda message: "Sudah benar" in text_of(message) or "Wilayah mana" in text_of(message)
            )
            if "Wilayah mana" in text_of(shown):
                await chat.press("Bukan instansi daerah")
        await chat.wait_for(following)
    await chat.press("Simpan")


def people(rakor: Rakor) -> list[dict[str, Any]]:
    return [dict(row) for row in rakor.rows("SELECT * FROM people ORDER BY id")]


async def test_the_list_is_taken_in_and_again_without_doubles(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, *LIST)
    await organiser.send(
        "document", data=workbook([LIST[0], ("Eko", None, None, "Pusat")]), file_name="b.XLSX"
    )
    await organiser.wait_for("1 baru, 1 diperbarui; seluruhnya 4 undangan")
    await organiser.say("/undangan")
    await organiser.wait_for("4 undangan, 0 sudah mendaftar")


async def test_a_wrong_list_is_refused_with_its_rows_and_changes_nothing(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    wrong = workbook([*LIST, (None, None, "Kabid", "Kesbangpol")])
    await organiser.send("document", data=wrong, file_name="Undangan.xlsx")
    assert "row 5: Nama is missing" in text_of(await organiser.wait_for("tidak ada yang diubah"))
    assert rakor.rows("SELECT * FROM invited") == []


async def test_a_participants_file_is_no_list(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.send("document", data=workbook(LIST), file_name="Undangan.xlsx")
    await budi.wait_for("hanya dapat membaca")
    assert rakor.rows("SELECT * FROM invited") == []


async def test_from_the_command_line_with_the_row_of_what_is_wrong(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        file = tmp_path / "undangan.xlsx"
        file.write_bytes(workbook(LIST))
        taken = await run("invite", file, "--config", config, folder=tmp_path)
        file.write_bytes(workbook([("Budi", "1", None, "Pusat")]))
        refused = await run("invite", file, "--config", config, folder=tmp_path)
        missing = await run("invite", tmp_path / "no.xlsx", "--config", config, folder=tmp_path)
    assert (taken.code, taken.out) == (0, "")
    assert "3 invited people added" in taken.err
    assert refused.code == missing.code == 1
    assert refused.err.startswith(f"{file}: row 2: NIP 1 ")
    assert len(missing.err.splitlines()) == 1


async def test_who_registers_is_asked_and_confirms_who_they_are(rakor: Rakor) -> None:
    await import_list(await rakor.organiser(), *LIST)
    budi = await rakor.control.user("Budi", language_code="id")
    await up_to_the_end(budi, "Budi Santosa", "Kesbangpol Kaltim")
    offer = await budi.wait_for("salah satu undangan ini")
    assert buttons(offer)[0].startswith("Drs. H. Budi Santoso")
    assert not any("Aminah" in label for label in buttons(offer))
    await budi.press("Drs. H. Budi")
    await budi.wait_for("tersimpan")
    (one,) = [person for person in people(rakor) if person["chat_id"]]
    assert (one["name"], one["nip"], one["invitation_number"]) == (LIST[0][0], LIST[0][1], "005/1")
    assert len(people(rakor)) == 3


async def test_a_seat_is_one_accounts_only(rakor: Rakor) -> None:
    await import_list(await rakor.organiser(), *LIST)
    for name, sentence in (("Budi", "tersimpan"), ("Palsu", "sudah dipakai akun lain")):
        chat = await rakor.control.user(name, language_code="id")
        await up_to_the_end(chat, "Orang Lain")
        await chat.wait_for("belum ditemukan di daftar undangan")
        await chat.say("KODE-1")
        await chat.wait_for(sentence)
    assert len(rakor.rows("SELECT * FROM participants")) == 1


async def test_a_walk_in_is_marked_as_such(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, *LIST)
    guest = await rakor.control.user("Tamu", language_code="id")
    await up_to_the_end(guest, "Rudi Hartono")
    await guest.wait_for("belum ditemukan di daftar undangan")
    await guest.press("tanpa undangan")
    await guest.wait_for("tersimpan")
    await rakor.at("20 10:31")
    await guest.say(await rakor.code("panel-1"))
    await guest.wait_for("Hadir tercatat")
    await organiser.say("/hadirin")
    shown = text_of(await organiser.wait_for("Panel I"))
    assert "Undangan hadir: 0 dari 3" in shown
    assert "Tanpa undangan: 1" in shown


async def test_a_substitute_sits_on_the_officials_seat_with_the_letter(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, *LIST)
    guest = await rakor.control.user("Wakil", language_code="id")
    await up_to_the_end(guest, "Dewi Lestari")
    await guest.wait_for("belum ditemukan")
    await guest.press("Saya mewakili")
    await guest.wait_for("Ketik nama pejabat")
    await guest.press("Bukan mewakili")
    await guest.wait_for("belum ditemukan")
    await guest.press("Saya mewakili")
    await guest.wait_for("Ketik nama pejabat")
    await guest.say("siti aminah")
    await guest.wait_for("Siapa yang Bapak/Ibu wakili")
    await guest.press("Ir. Siti Aminah")
    await guest.wait_for("nomor surat tugas")
    await guest.say("094/123/2023")
    await guest.wait_for("tersimpan")
    await rakor.at("20 10:31")
    await guest.say(await rakor.code("panel-1"))
    await guest.wait_for("Hadir tercatat")
    (one,) = [person for person in people(rakor) if person["letter"]]
    assert (one["name"], one["official"], one["letter"]) == (
        "Dewi Lestari",
        "Ir. Siti Aminah",
        "094/123/2023",
    )
    await organiser.say("/hadirin")
    shown = text_of(await organiser.wait_for("Panel I"))
    assert "Undangan hadir: 1 dari 3" in shown
    assert "Mewakili: 1" in shown
    await organiser.press("Belum hadir")
    missing = text_of(await organiser.wait_for("Belum hadir: 2"))
    assert "Siti Aminah" not in missing
    assert "Budi Santoso" in missing


async def test_a_helper_enters_a_substitute_who_has_no_phone(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, *LIST)
    helper = await hired(rakor, organiser)
    await rakor.at("20 10:31")
    await helper.say("/cari siti aminah")
    await helper.wait_for("Ir. Siti Aminah")
    await helper.press("Diwakili")
    await helper.wait_for("Siapa yang mewakili Ir. Siti Aminah")
    await helper.say("Dewi Lestari")
    await helper.wait_for("dipisah titik koma")
    await helper.say("Dewi Lestari; 094/123/2023")
    await helper.wait_for("Mewakili Ir. Siti Aminah (surat tugas 094/123/2023)")
    await helper.press("Hadir: Panel I")
    await helper.wait_for("Hadir pukul 10.31")
    (one,) = rakor.rows("SELECT p.* FROM presences s JOIN people p ON p.id = s.attendee_id")
    assert (one["name"], one["official"], one["letter"]) == (
        "Dewi Lestari",
        "Ir. Siti Aminah",
        "094/123/2023",
    )
    assert one["institution"] == "Kesbangpol Kota Samarinda"


async def test_present_of_invited_by_institution_and_province(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await import_list(organiser, *LIST)
    guest = await rakor.control.user("Budi", language_code="id")
    await up_to_the_end(guest, "Budi Santoso")
    await guest.wait_for("salah satu undangan")
    await guest.press("Drs. H. Budi")
    await guest.wait_for("tersimpan")
    await rakor.at("20 10:31")
    await guest.say(await rakor.code("panel-1"))
    await guest.wait_for("Hadir tercatat")
    await organiser.say("/hadirin")
    await organiser.wait_for("Panel I")
    await organiser.press("Per instansi")
    shown = text_of(await organiser.wait_for("Hadir dari undangan: 1 dari 3"))
    assert "1/1 · Kesbangpol Provinsi Kalimantan Timur" in shown
    assert "0/1 · Kesbangpol Kota Samarinda" in shown
    await organiser.press("Per provinsi")
    shown = text_of(await organiser.wait_for("1/2 · "))
    assert "Kalimantan Timur" in shown
    assert "0/1 · Pusat" in shown


@pytest.mark.parametrize("code", ["KODE-1", "kode-1"])
async def test_the_personal_link_fills_in_what_is_known(rakor: Rakor, code: str) -> None:
    await import_list(await rakor.organiser(), *LIST)
    budi = await rakor.control.user("Budi", language_code="id")
    await budi.say(f"/start undangan-{code}")
    await budi.wait_for("27/2022")
    await budi.press("Setuju")
    assert "Drs. H. Budi Santoso" in text_of(await budi.wait_for("Sudah benar"))
    await budi.press("Simpan")
    await budi.wait_for("tersimpan")
    (one,) = [person for person in people(rakor) if person["chat_id"]]
    assert one["nip"] == LIST[0][1]


@pytest.mark.parametrize(("language_code", "sentence"), [("id", "tidak dikenal"), ("en", "is not known")])
async def test_an_unknown_invitation_link_says_so(rakor: Rakor, language_code: str, sentence: str) -> None:
    guest = await rakor.control.user("Tamu", language_code=language_code)
    await guest.say("/start undangan-X")
    await guest.wait_for(sentence)


async def test_where_only_invited_people_register_nobody_else_can(tmp_path: Path) -> None:
    async with meeting(tmp_path, attendance='registration = "invited"') as rakor:
        await import_list(await rakor.organiser(), *LIST)
        guest = await rakor.control.user("Tamu", language_code="id")
        await up_to_the_end(guest, "Rudi Hartono")
        offer = await guest.wait_for("belum ditemukan di daftar undangan")
        assert not any("tanpa undangan" in label for label in buttons(offer))
        await guest.press_data(offer["message_id"], "registration.no_seat")
        assert rakor.rows("SELECT * FROM participants") == []
        await guest.say("Ahmad Fauzi")
        await guest.wait_for("salah satu undangan")
        await guest.press("Ahmad Fauzi")
        await guest.wait_for("tersimpan")
        assert len(rakor.rows("SELECT * FROM participants")) == 1


async def test_who_registered_before_the_list_is_matched_later_and_keeps_attendance(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi Santoso")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    cards = {row["token"] for row in rakor.rows("SELECT token FROM cards")}
    await import_list(organiser, *LIST)
    await budi.say("/undangan")
    await budi.wait_for("salah satu undangan")
    await budi.press("Drs. H. Budi")
    await budi.wait_for("tersimpan")
    (one,) = rakor.rows("SELECT p.nip FROM presences s JOIN people p ON p.id = s.attendee_id")
    assert one["nip"] == LIST[0][1]
    assert len(people(rakor)) == 3
    kept = rakor.rows("SELECT token FROM cards WHERE attendee_id = (SELECT attendee_id FROM presences)")
    assert cards < {row["token"] for row in kept}
    await budi.say("/undangan")
    await budi.wait_for("sudah tercatat pada daftar undangan")


async def test_a_deleted_person_leaves_the_seat_on_the_list(rakor: Rakor) -> None:
    await import_list(await rakor.organiser(), *LIST)
    budi = await rakor.control.user("Budi", language_code="id")
    await up_to_the_end(budi, "Budi Santoso")
    await budi.wait_for("salah satu undangan")
    await budi.press("Drs. H. Budi")
    await budi.wait_for("tersimpan")
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus semua data?")
    await budi.press("Ya, hapus semua")
    await budi.wait_for("telah dihapus")
    assert [person["chat_id"] for person in people(rakor)] == [None] * 3
