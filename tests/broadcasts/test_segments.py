"""Whom a broadcast is for: exactly those who belong to it, counted before, and nobody else."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from bot.rehearsal.chat import Chat, buttons, text_of
from data import regions
from tests.broadcasts.stage import TEXT, chosen, got, previewed, sent
from tests.rakor import ORGANISER_ID, Rakor, until

REGIONS = {"Budi": None, "Citra": "64", "Dewi": "64.71", "Eko": "64.02", "Fitri": "33.74"}
"""Where each comes from: the centre, a province, a city and a regency in it, a city in another one."""


def set_region(rakor: Rakor, chat: Chat, code: str | None) -> None:
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute("UPDATE participants SET region_code = ? WHERE chat_id = ?", (code, chat.id))


@pytest.fixture
async def people(rakor: Rakor) -> list[Chat]:
    chats = [await rakor.participant(name, language_code="id") for name in REGIONS]
    for chat, code in zip(chats, REGIONS.values(), strict=True):
        set_region(rakor, chat, code)
    return chats


async def check_in(rakor: Rakor, chat: Chat, session_id: str = "panel-1") -> None:
    await chat.say(await rakor.code(session_id))
    await chat.wait_for("Hadir tercatat")


@pytest.mark.parametrize(
    ("kind", "label", "names"),
    [
        ("Provinsi", "Kalimantan Timur (3)", ["Citra", "Dewi", "Eko"]),
        ("Provinsi", "Jawa Tengah (1)", ["Fitri"]),
        ("Tingkat", "pusat (1)", ["Budi"]),
        ("Tingkat", "provinsi (1)", ["Citra"]),
        ("Tingkat", "kabupaten (1)", ["Eko"]),
        ("Tingkat", "kota (2)", ["Dewi", "Fitri"]),
        ("semua peserta (5)", "", list(REGIONS)),
        ("peserta di luar panitia (5)", "", list(REGIONS)),
    ],
)
async def test_the_chosen_get_it_and_nobody_else(
    rakor: Rakor, people: list[Chat], kind: str, label: str, names: list[str]
) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    card = await chosen(organiser, kind, label)
    assert f"Kirim ke {len(names)} peserta?" in text_of(card)
    await sent(rakor, organiser)
    assert await got(people) == names


async def test_only_provinces_that_somebody_comes_from_are_offered(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await organiser.press("👥 Penerima")
    await organiser.wait_for("Untuk siapa")
    await organiser.press("Provinsi")
    shown = await organiser.wait_for("Dari provinsi")
    assert buttons(shown) == ["Jawa Tengah (1)", "Kalimantan Timur (3)", "‹ Kembali"]


async def test_present_and_absent_in_a_session(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 10:31")
    for chat in people[:2]:
        await check_in(rakor, chat)
    await previewed(organiser, "Untuk yang hadir.")
    await chosen(organiser, "Per panel", "Panel I (2)")
    await sent(rakor, organiser)
    await previewed(organiser, "Untuk yang tidak hadir.")
    card = await chosen(organiser, "Tidak hadir", "Panel I (3)")
    assert "tidak hadir di Panel I" in text_of(card)
    await sent(rakor, organiser)
    assert await got(people, "Untuk yang hadir.") == ["Budi", "Citra"]
    assert await got(people, "Untuk yang tidak hadir.") == ["Dewi", "Eko", "Fitri"]


async def test_organisers_get_theirs_without_having_registered(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await chosen(organiser, "panitia (1)")
    await sent(rakor, organiser)
    assert await got(people) == []
    rows = rakor.rows("SELECT chat_id, state FROM outbox WHERE kind = 'broadcast'")
    assert [tuple(row) for row in rows] == [(ORGANISER_ID, "sent")]


async def test_who_has_rated_is_skipped_and_nothing_tells_who_that_was(
    rakor: Rakor, people: list[Chat]
) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 10:31")
    for chat in people[:4]:
        await check_in(rakor, chat)
    await rakor.at("20 12:11")
    for chat in people[:2]:
        await chat.wait_for("sudah selesai", after=0)
        await chat.press("3", exact=True)
        await chat.wait_for("2/5")
    await previewed(organiser)
    card = await chosen(organiser, "Belum menilai", "Panel I (4)")
    assert "paling banyak 4 peserta" in text_of(card)
    assert "🔒" in text_of(card)
    await sent(rakor, organiser)
    await rakor.control.advance(60)
    done = await organiser.wait_for("✅ Selesai")
    assert "Terkirim 2, gagal 0" in text_of(done)
    assert "dilewati: 2" in text_of(done)
    assert await got(people) == ["Dewi", "Eko"]
    (row,) = rakor.rows("SELECT id FROM broadcasts")
    assert (
        rakor.rows("SELECT * FROM outbox WHERE kind LIKE 'broadcast%' OR subject = ?", str(row["id"])) == []
    )
    assert not {"📊 Laporan", "🗑 Tarik", "✏️ Perbaiki"} & set(buttons(done))
    for action in ("report", "ask_recall", "recall", "ask_correction"):
        answer = await organiser.press_data(done["message_id"], f"broadcasts.{action}:{row['id']}")
        assert answer is not None
        assert "tidak berlaku" in answer["text"], action


async def test_the_segment_is_frozen_when_it_is_confirmed(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await chosen(organiser, "Provinsi", "Jawa Tengah")
    await sent(rakor, organiser)
    set_region(rakor, people[0], "33")
    assert await got(people) == ["Fitri"]
    assert await rakor.participant("Gita") is not None
    (row,) = rakor.rows("SELECT recipients FROM broadcasts")
    assert row["recipients"] == 1


async def test_the_blocked_belong_to_no_segment(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    await rakor.control.post("block", user=people[1].id)
    await until(lambda: rakor.rows("SELECT * FROM chats WHERE blocked_at IS NOT NULL") != [])
    await previewed(organiser)
    card = await chosen(organiser, "Provinsi", "Kalimantan Timur (2)")
    assert "Kirim ke 2 peserta?" in text_of(card)


@pytest.mark.parametrize(
    "data",
    [
        "to:1:nobody",
        "to:1:present:tidak-ada",
        "to:1:present:ishoma-1",
        "to:1:province:99",
        "to:1:level:desa",
        "to:1:all:x",
        "to:9:all",
        "choices:1:nobody:1",
        "choices:1:level:x",
        "link:1:tidak-ada",
    ],
)
async def test_a_forged_choice_chooses_nothing(rakor: Rakor, data: str) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    card = await previewed(organiser)
    answer = await organiser.press_data(card["message_id"], f"broadcasts.{data}")
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    (row,) = rakor.rows("SELECT segment, segment_value, buttons FROM broadcasts")
    assert tuple(row) == ("all", "", "[]")


async def test_after_confirmation_nothing_can_be_chosen_any_more(rakor: Rakor, people: list[Chat]) -> None:
    organiser = await rakor.organiser()
    card = await previewed(organiser)
    await sent(rakor, organiser)
    for data in ("to:1:level:kota", "at_once:1", "unlink:1", "link:1:panel-1", "time:1", "links:1"):
        answer = await organiser.press_data(card["message_id"], f"broadcasts.{data}")
        assert answer is not None
        assert "tidak berlaku" in answer["text"], data
    assert await got(people, TEXT) == list(REGIONS)


def test_the_level_is_told_by_the_code_for_every_region_there_is() -> None:
    """The query knows the levels by the form of the codes."""
    for code in [
        *(f"{number:02}" for number in range(100)),
        *(f"{a:02}.{b:02}" for a in range(100) for b in range(100)),
    ]:
        region = regions.find(code)
        if region is not None:
            by_code = "provinsi" if len(code) == 2 else "kabupaten" if code[3] < "7" else "kota"
            assert region.kind == by_code, code
