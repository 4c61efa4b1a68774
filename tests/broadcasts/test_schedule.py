"""Broadcasts at a time: said back, started once, whatever happens in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.broadcasts.stage import TEXT, chosen, got, previewed, states
from tests.rakor import Rakor, emulated, running, until


async def scheduled(organiser: Chat, time: str = "14.30") -> Json:
    """The page of a broadcast that waits for its time."""
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say(time)
    await organiser.wait_for("Jadwalkan?")
    await organiser.press("⏰ Jadwalkan")
    return await organiser.wait_for("Siaran terjadwal")


async def test_the_time_is_said_back_before_and_after_it_is_confirmed(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    asked = await organiser.wait_for("Kapan dikirim")
    assert "Senin, 20 Februari 2023 07.00" in text_of(asked)
    await organiser.say("besok 07.00")
    card = await organiser.wait_for("☝️")
    assert "Selasa, 21 Februari 2023 pukul 07.00 WITA" in text_of(card)
    assert buttons(card)[0] == "⏰ Jadwalkan Sel, 21 Feb 07.00"
    await organiser.press("⏰ Jadwalkan")
    page = await organiser.wait_for("Siaran terjadwal")
    assert "Selasa, 21 Februari 2023 pukul 07.00 WITA" in text_of(page)
    assert states(rakor) == []


@pytest.mark.parametrize(
    ("typed", "sentence"), [("06.00", "sudah lewat"), ("nanti saja", "belum saya pahami")]
)
async def test_a_time_that_cannot_be_is_asked_for_again(rakor: Rakor, typed: str, sentence: str) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say(typed)
    await organiser.wait_for(sentence)
    await organiser.say("14.30")
    await organiser.wait_for("pukul 14.30 WITA")


async def test_it_begins_at_its_time_with_those_who_belong_to_it_then(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant("Budi")]
    await scheduled(organiser)
    people.append(await rakor.participant("Citra"))
    await rakor.at("20 14:29")
    assert states(rakor) == []
    await rakor.at("20 14:30")
    for chat in people:
        await chat.wait_for(TEXT, after=0)
    await organiser.wait_for("Siaran untuk 2 peserta")
    assert await got(people) == ["Budi", "Citra"]


async def test_it_can_be_sent_before_its_time_and_then_not_again(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await scheduled(organiser)
    await organiser.press("Kirim sekarang")
    await organiser.wait_for("Siaran untuk 1 peserta")
    await budi.wait_for(TEXT)
    await rakor.at("20 14:30")
    await until(lambda: rakor.rows("SELECT * FROM broadcasts WHERE state = 'done'") != [])
    assert await got([budi]) == ["Budi"]


async def test_it_can_be_cancelled_before_its_time(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await scheduled(organiser)
    await organiser.press("Hentikan")
    await organiser.wait_for("Batalkan siaran terjadwal")
    await organiser.press("Ya, hentikan")
    await organiser.wait_for("dibatalkan; tidak ada yang dikirim")
    await rakor.at("20 14:31")
    await budi.say("/bantuan")
    await budi.wait_for("Sekretariat")
    assert states(rakor) == []


async def test_the_time_can_be_taken_back(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say("14.30")
    await organiser.wait_for("Jadwalkan?")
    await organiser.press("⏰ Waktu", exact=True)
    await organiser.wait_for("Kapan dikirim")
    await organiser.press("Tanpa jadwal")
    await organiser.wait_for("Kirim ke 1 peserta?")
    await organiser.press("📣 Kirim ke")
    await budi.wait_for(TEXT)


async def test_confirmed_after_its_time_has_passed_it_begins_at_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say("07.01")
    await organiser.wait_for("Jadwalkan?")
    await rakor.at("20 07:05")
    await organiser.press("⏰ Jadwalkan")
    await budi.wait_for(TEXT)


async def test_its_time_may_come_while_the_bot_is_down(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            budi = await rakor.participant("Budi")
            await scheduled(organiser)
        stage.clock.advance(10 * 3600)
        for _ in range(2):
            async with running(stage, settings) as rakor:
                budi = Chat(rakor.control, budi.user)
                await budi.wait_for(TEXT, after=0)
                await until(lambda: rakor.rows("SELECT * FROM broadcasts WHERE state = 'done'") != [])
                assert await got([budi]) == ["Budi"]


async def test_present_at_its_time_is_who_is_meant(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra")]
    await previewed(organiser)
    await chosen(organiser, "Per panel", "Panel I (0)")
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.say("11.00")
    await organiser.wait_for("mereka yang termasuk saat itu")
    await organiser.press("⏰ Jadwalkan")
    await organiser.wait_for("Siaran terjadwal")
    await rakor.at("20 10:31")
    await people[1].say(await rakor.code("panel-1"))
    await people[1].wait_for("Hadir tercatat")
    await rakor.at("20 11:00")
    await people[1].wait_for(TEXT)
    assert await got(people) == ["Citra"]
