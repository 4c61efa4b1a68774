"""The main menu, the help, and the command menu at the phone's edge."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from handlers.commands import FOR_ALL, FOR_ORGANISERS
from handlers.routes import COMMANDS
from tests.rakor import Rakor, emulated, running


async def command_menu(chat: Chat) -> list[Json]:
    (own,) = await chat.control.get("chats", user=chat.id)
    return list(own["commands"])


@pytest.mark.parametrize(
    ("language_code", "welcome", "coming", "on_now", "over"),
    [
        (
            "id",
            "Selamat datang, Bapak/Ibu Budi",
            "Berikutnya, Senin, 20 Februari 2023",
            "berlangsung",
            "selesai",
        ),
        ("en", "Welcome, Budi", "Next, Monday, 20 February 2023", "On now", "has ended"),
    ],
)
async def test_the_menu_tells_what_is_on_and_what_comes(
    rakor: Rakor, language_code: str, welcome: str, coming: str, on_now: str, over: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await budi.say("/menu")
    early = text_of(await budi.wait_for(welcome))
    assert coming in early
    assert "Registrasi peserta" in early
    await rakor.at("20 16:30")
    await budi.say("/menu")
    during = text_of(await budi.wait_for(on_now))
    assert "Diskusi kelompok A" in during
    assert "Diskusi kelompok B" in during
    assert "19.00–21.00 WITA" in during
    await rakor.at("21 15:00")
    await budi.say("/menu")
    await budi.wait_for(over)


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_every_button_of_the_menu_edits_the_message_and_leads_back(
    rakor: Rakor, language_code: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await budi.say("/menu")
    menu = await budi.wait_for("Rakor Polpum 2023")
    labels = buttons(menu)
    *leading, _language = labels
    assert len(leading) == 9
    for label in leading:
        answer = await budi.press(label, message=await budi.last(), exact=True)
        assert answer is not None
        page = await budi.wait_for(lambda message: message["message_id"] == menu["message_id"])
        assert text_of(page) != text_of(menu), label
        await budi.press("🏠 Menu", message=page)
        back = await budi.wait_for("Rakor Polpum 2023")
        assert back["message_id"] == menu["message_id"]
        assert buttons(back) == labels


@pytest.mark.parametrize(
    ("language_code", "label", "welcome"),
    [("id", "🌐 English", "Welcome, Budi"), ("en", "🌐 Bahasa Indonesia", "Selamat datang, Bapak/Ibu Budi")],
)
async def test_the_other_language_is_one_press_away(
    rakor: Rakor, language_code: str, label: str, welcome: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await budi.say("/menu")
    menu = await budi.wait_for("Rakor Polpum 2023")
    await budi.press(label)
    assert (await budi.wait_for(welcome))["message_id"] == menu["message_id"]


@pytest.mark.parametrize(
    ("language_code", "label"), [("id", "Daftar sebagai peserta"), ("en", "Register as a participant")]
)
async def test_only_who_is_not_registered_is_offered_to_register(
    rakor: Rakor, language_code: str, label: str
) -> None:
    guest = await rakor.control.user("Citra", language_code=language_code)
    await guest.say("/menu")
    assert any(label in one for one in buttons(await guest.wait_for("Rakor Polpum 2023")))
    budi = await rakor.participant(language_code=language_code)
    await budi.say("/menu")
    assert not any(label in one for one in buttons(await budi.wait_for("Rakor Polpum 2023")))


async def test_only_organisers_see_the_organisers_buttons(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/menu")
    seen = buttons(await organiser.wait_for("Rakor Polpum 2023"))
    assert {"📣 Siaran", "👥 Peserta", "🔑 Kode"} < set(seen)
    budi = await rakor.participant()
    await budi.say("/menu")
    assert not {"📣 Siaran", "👥 Peserta", "🔑 Kode"} & set(buttons(await budi.wait_for("Rakor Polpum 2023")))


async def test_the_name_in_the_menu_shows_as_written(rakor: Rakor) -> None:
    budi = await rakor.participant('<b>&"')
    await budi.say("/menu")
    menu = await budi.wait_for('Bapak/Ibu <b>&".')
    emphasised = [entity for entity in menu["entities"] if entity["type"] == "bold"]
    assert all('<b>&"' not in text_of(menu)[one["offset"] :][: one["length"]] for one in emphasised)


@pytest.mark.parametrize("command", ["/bantuan", "/help"])
@pytest.mark.parametrize(("language_code", "heading"), [("id", "Bantuan"), ("en", "Help")])
async def test_help_names_every_command(rakor: Rakor, command: str, language_code: str, heading: str) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say(command)
    text = text_of(await guest.wait_for(heading))
    assert [name for name in FOR_ALL if f"/{name}" not in text and name not in ("menu", "bantuan")] == []
    assert not any(f"/{name}" in text for name in FOR_ORGANISERS)


async def test_help_for_organisers_names_theirs_too(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/bantuan")
    text = text_of(await organiser.wait_for("Panitia"))
    assert all(f"/{name}" in text for name in FOR_ORGANISERS)


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "tidak dikenal"), ("en", "That command is not known")]
)
async def test_an_unknown_command_says_so_and_leads_back(
    rakor: Rakor, language_code: str, sentence: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/absensi")
    assert "🏠 Menu" in buttons(await guest.wait_for(sentence))


async def test_the_command_menu_is_in_the_language_of_the_phone(rakor: Rakor) -> None:
    budi = await rakor.participant(language_code="id")
    mary = await rakor.participant("Mary", language_code="en")
    descriptions = {one["command"]: one["description"] for one in await command_menu(budi)}
    assert tuple(descriptions) == FOR_ALL
    assert descriptions["agenda"] == "Jadwal per hari"
    english = {one["command"]: one["description"] for one in await command_menu(mary)}
    assert english.keys() == descriptions.keys()
    assert english["hapus_data"] != descriptions["hapus_data"]


async def test_organisers_find_their_commands_in_the_menu_from_the_next_start_on(tmp_path: Path) -> None:
    async with emulated() as stage:
        async with running(stage, stage.settings(tmp_path)) as rakor:
            organiser = await rakor.organiser()
        async with running(stage, stage.settings(tmp_path)) as rakor:
            chat = Chat(rakor.control, organiser.user)
            async with asyncio.timeout(5):
                while len(shown := await command_menu(chat)) == len(FOR_ALL):  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0.01)
    assert [one["command"] for one in shown] == [*FOR_ALL, *FOR_ORGANISERS]


def test_every_command_of_the_menu_exists() -> None:
    assert {*FOR_ALL, *FOR_ORGANISERS} <= COMMANDS.keys()
