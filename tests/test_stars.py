"""Stars: on a session's page, in the agenda, and in what one is reminded of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import ReminderSettings
from bot.rehearsal.chat import Chat, buttons, text_of
from tests.rakor import Rakor, emulated, running, until

GROUP_A, GROUP_B = "Diskusi kelompok A", "Diskusi kelompok B"


async def star(chat: Chat, session_id: str, wanted: str = "on") -> str:
    """By the button of the session's page; answers what is shown over the chat."""
    await chat.say("/agenda")
    page = await chat.wait_for("📅")
    answer = await chat.press_data(page["message_id"], f"stars.mark:{session_id}:{wanted}")
    assert answer is not None
    return str(answer["text"])


async def choose(chat: Chat, wanted: str, shown: str) -> None:
    await chat.say("/profil")
    await chat.wait_for("👤")
    await chat.press(f"profile.reminders:{wanted}")
    await chat.wait_for(shown)


async def reminders(chat: Chat) -> list[str]:
    return [text_of(message) for message in await chat.messages() if "⏰" in text_of(message)]


@pytest.mark.parametrize(
    ("language_code", "on", "starred", "off"),
    [
        ("id", "⭐ Ingatkan saya", "Sesi pilihan Bapak/Ibu", "☆ Hapus tanda ⭐"),
        ("en", "⭐ Remind me", "Starred by you", "☆ Remove ⭐"),
    ],
)
async def test_a_session_is_starred_on_its_page_and_shown_so(
    rakor: Rakor, language_code: str, on: str, starred: str, off: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await budi.say("/agenda")
    await budi.wait_for("📅")
    await budi.press("agenda.session:diskusi-provinsi")
    await budi.wait_for(GROUP_A)
    await budi.press(on)
    page = await budi.wait_for(starred)
    assert on not in buttons(page)
    await budi.press("agenda.day:2023-02-20", message=page)
    assert f"⭐ 16.00–17.30 {GROUP_A}" in text_of(await budi.wait_for("📅"))
    await budi.press("agenda.session:diskusi-provinsi")
    await budi.press(off, message=await budi.wait_for(starred))
    assert on in buttons(await budi.wait_for(GROUP_A))
    assert rakor.rows("SELECT * FROM stars") == []


async def test_menu_and_agenda_show_the_star_of_what_comes_next(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await star(budi, "diskusi-provinsi")
    await rakor.at("20 15:40")
    for command in ("/menu", "/berikutnya"):
        await budi.say(command)
        text = text_of(await budi.wait_for(GROUP_A))
        assert f"⭐ {GROUP_A}" in text
        assert f"⭐ {GROUP_B}" not in text


async def test_the_page_of_the_other_group_says_what_was_chosen(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await star(budi, "diskusi-provinsi")
    await budi.press("agenda.day:2023-02-20")
    await budi.wait_for("📅")
    await budi.press("agenda.session:diskusi-kabkota")
    page = await budi.wait_for(GROUP_B)
    assert f"memilih: {GROUP_A}" in text_of(page)


async def test_of_parallel_sessions_each_is_reminded_of_what_they_chose(rakor: Rakor) -> None:
    people = {name: await rakor.participant(name) for name in ("Budi", "Citra", "Dewi", "Eka")}
    await star(people["Budi"], "diskusi-provinsi")
    await star(people["Citra"], "diskusi-kabkota")
    for group in ("diskusi-provinsi", "diskusi-kabkota"):
        await star(people["Dewi"], group)
    await rakor.at("20 15:45")
    told = {name: text_of(await chat.wait_for("15 menit lagi")) for name, chat in people.items()}
    assert {name for name, text in told.items() if GROUP_A in text} == {"Budi", "Dewi", "Eka"}
    assert {name for name, text in told.items() if GROUP_B in text} == {"Citra", "Dewi", "Eka"}
    assert {name: len(await reminders(chat)) for name, chat in people.items()} == dict.fromkeys(people, 1)
    assert "Ruang Mahakam" in told["Eka"]
    assert "Ruang Kapuas" in told["Eka"]


async def test_who_wants_the_starred_only_gets_no_other(rakor: Rakor) -> None:
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await choose(budi, "starred", "hanya sesi pilihan")
    await star(budi, "panel-2")
    await rakor.at("20 10:15")
    await citra.wait_for("Panel I:")
    await rakor.at("20 13:15")
    await budi.wait_for("15 menit lagi")
    assert len(await reminders(budi)) == 1


async def test_a_break_is_announced_to_who_has_starred_it(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await star(budi, "ishoma-1")
    await rakor.at("20 11:45")
    assert "ishoma" in text_of(await budi.wait_for("15 menit lagi"))


async def test_a_star_switches_on_what_was_off_for_the_starred_only(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await choose(budi, "none", "Pengingat: mati")
    assert "sesi pilihan saja" in await star(budi, "panel-1")
    await budi.say("/profil")
    profile = await budi.wait_for("hanya sesi pilihan")
    assert "⭐ Sesi pilihan (1)" in buttons(profile)
    await rakor.at("20 10:15")
    await budi.wait_for("15 menit lagi")


async def test_without_the_star_and_with_all_reminders_on_it_is_said_that_they_stay_on(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await star(budi, "panel-1")
    assert "tetap menyala" in await star(budi, "panel-1", "off")
    await choose(budi, "starred", "hanya sesi pilihan")
    await star(budi, "panel-1")
    assert "tidak diingatkan lagi" in await star(budi, "panel-1", "off")


async def test_the_starred_are_listed_and_lead_to_their_pages(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Sesi pilihan (0)")
    await budi.wait_for("Belum ada")
    await star(budi, "panel-3")
    await star(budi, "panel-1")
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Sesi pilihan (2)")
    page = await budi.wait_for("⭐ Sesi pilihan")
    text = text_of(page)
    assert text.index("Sen, 20 Feb, 10.30 Panel I:") < text.index("Sel, 21 Feb, 08.30 Panel III:")
    await budi.press("Sel, 21 Feb 08.30 Panel III", message=page)
    await budi.wait_for("Sesi pilihan Bapak/Ibu")


async def test_what_has_begun_cannot_be_starred(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    assert "sudah dimulai" in await star(budi, "panel-1")
    assert rakor.rows("SELECT * FROM stars") == []


async def test_who_is_not_registered_is_asked_to_register(rakor: Rakor) -> None:
    guest = await rakor.control.user("Fajar", language_code="id")
    await star(guest, "panel-1")
    await guest.wait_for("27/2022")
    assert rakor.rows("SELECT * FROM stars") == []


async def test_a_star_stays_where_it_is_when_pressed_twice(rakor: Rakor) -> None:
    budi = await rakor.participant()
    for _ in range(2):
        await star(budi, "panel-1")
    assert len(rakor.rows("SELECT * FROM stars")) == 1


async def test_who_is_present_already_is_not_reminded(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path).model_copy(
            update={"reminders": ReminderSettings(minutes_before=10)}
        )
        async with running(stage, settings) as rakor:
            budi, citra, dewi = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
            await star(dewi, "diskusi-kabkota")
            await rakor.at("20 15:46")
            for chat in (budi, dewi):
                await chat.say(await rakor.code("diskusi-provinsi"))
                await chat.wait_for("Hadir tercatat")
            await rakor.at("20 15:50")
            assert GROUP_A in text_of(await citra.wait_for("10 menit lagi"))
            assert GROUP_B in text_of(await dewi.wait_for("10 menit lagi"))
            assert all(GROUP_A not in text for text in await reminders(dewi))
            assert not [text for text in await reminders(budi) if "Diskusi" in text]


async def test_with_the_rules_off_stars_and_presence_spare_nobody(tmp_path: Path) -> None:
    async with emulated() as stage:
        rules = ReminderSettings(minutes_before=10, one_of_parallel=False, skip_present=False)
        settings = stage.settings(tmp_path).model_copy(update={"reminders": rules})
        async with running(stage, settings) as rakor:
            budi = await rakor.participant("Budi")
            await star(budi, "diskusi-kabkota")
            await rakor.at("20 15:46")
            await budi.say(await rakor.code("diskusi-provinsi"))
            await budi.wait_for("Hadir tercatat")
            await rakor.at("20 15:50")
            text = text_of(await budi.wait_for("10 menit lagi"))
            assert GROUP_A in text
            assert GROUP_B in text


async def test_who_switches_off_or_checks_in_while_it_waits_does_not_get_it(rakor: Rakor) -> None:
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await rakor.control.post("faults", method="sendMessage", kind="500", times=1000)
    await rakor.control.post("clock", speed=0)
    await rakor.at("20 13:15")
    tried = "SELECT * FROM outbox WHERE kind = 'reminder' AND state = 'waiting' AND attempts = 1"
    await until(lambda: len(rakor.rows(tried)) == 2)
    await rakor.control.post("faults", times=0)
    await choose(budi, "none", "Pengingat: mati")
    await citra.say(await rakor.code("panel-2"))
    await citra.wait_for("Hadir tercatat")
    await rakor.at("20 13:17")
    dropped = "SELECT * FROM outbox WHERE kind = 'reminder' AND state = 'dropped'"
    await until(lambda: len(rakor.rows(dropped)) == 2)
    assert await reminders(budi) == await reminders(citra) == []
