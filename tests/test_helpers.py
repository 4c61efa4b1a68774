"""Petugas: invited by a link for a day, removed at once, and nobody else."""

from __future__ import annotations

import pytest

from bot.rehearsal.chat import Chat, text_of
from tests.attendance_stage import hired
from tests.rakor import Rakor


async def invitation(organiser: Chat) -> str:
    await organiser.say("/petugas")
    shown = text_of(await organiser.wait_for("Petugas absensi"))
    return next(word.partition("?start=")[2] for word in shown.split() if "?start=" in word)


async def test_the_link_makes_a_helper_who_may_search(rakor: Rakor) -> None:
    helper = await hired(rakor, await rakor.organiser())
    await rakor.participant("Budi Santoso")
    await helper.say("/cari budi")
    await helper.wait_for("Budi Santoso")
    await helper.say("/petugas")
    await helper.wait_for("kamera ponsel")


async def test_a_removed_helper_is_one_no_more_at_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    helper = await hired(rakor, organiser)
    await organiser.say("/petugas")
    await organiser.wait_for("Petugas Pintu")
    await organiser.press("Hapus Petugas Pintu")
    await organiser.wait_for("Belum ada petugas")
    for command in ("/cari budi", "/petugas"):
        await helper.say(command)
        await helper.wait_for("tidak dikenal")


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "tidak berlaku lagi"), ("en", "no longer good")]
)
async def test_a_link_is_good_for_a_day_and_until_the_next_one(
    rakor: Rakor, language_code: str, sentence: str
) -> None:
    organiser = await rakor.organiser()
    first = await invitation(organiser)
    await organiser.press("Ganti tautan")
    await organiser.wait_for(lambda message: first not in text_of(message))
    second = await invitation(organiser)
    guest = await rakor.control.user("Tamu", language_code=language_code)
    await guest.say(f"/start {first}")
    await guest.wait_for(sentence)
    await rakor.at("21 07:30")
    await guest.say(f"/start {second}")
    await guest.wait_for(sentence)
    assert rakor.rows("SELECT * FROM helpers") == []


@pytest.mark.parametrize("payload", ["petugas-", "petugas-x", "petugas-é"])
async def test_no_other_link_makes_a_helper(rakor: Rakor, payload: str) -> None:
    await invitation(await rakor.organiser())
    guest = await rakor.control.user("Tamu", language_code="id")
    await guest.say(f"/start {payload}")
    await guest.wait_for("tidak berlaku lagi")
    await guest.press_data((await guest.last())["message_id"], f"helpers.join:{payload}")
    assert rakor.rows("SELECT * FROM helpers") == []


async def test_a_helper_who_deletes_everything_helps_no_more(rakor: Rakor) -> None:
    helper = await hired(rakor, await rakor.organiser())
    await helper.say("/hapus_data")
    await helper.wait_for("Hapus semua data?")
    await helper.press("Ya, hapus semua")
    await helper.wait_for("telah dihapus")
    assert rakor.rows("SELECT * FROM helpers") == []
