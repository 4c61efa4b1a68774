"""Materials: files in the chat; a missing one says so, and is announced when it has come."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Json, text_of
from data.materials import path_of
from tests.rakor import Rakor, Stage, emulated, running

SAMPLE_FILES = SAMPLE_EVENT.parent
TITLE = "Paparan Panel I: Perencanaan dan anggaran Kesbangpol"


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    """The sample event in a folder of its own, with all materials but the first."""
    folder = tmp_path / "acara"
    folder.mkdir()
    for name in ("panel-2.pdf", "panel-3.pdf", SAMPLE_EVENT.name):
        shutil.copyfile(SAMPLE_FILES / name, folder / name)
    return folder / SAMPLE_EVENT.name


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with emulated() as stage:
        yield stage


async def ask_for_the_first(chat: Chat) -> None:
    """Presses the button of panel I's slides."""
    await chat.say("/materi")
    await chat.wait_for("📄")
    await chat.press("materials.send:panel-1:0")


async def receive_the_first(rakor: Rakor, chat: Chat) -> Json:
    """The message with panel I's slides, once the bot has done with sending it."""
    await ask_for_the_first(chat)
    message = await chat.wait_for(is_document)
    async with asyncio.timeout(5):
        while rakor.rows("SELECT 1 FROM inbox WHERE NOT handled"):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
    return message


def is_document(message: Json) -> bool:
    return "document" in message


async def uploads(rakor: Rakor) -> list[bool]:
    """For each document sent, whether its bytes went over the line."""
    calls = await rakor.control.calls(method="sendDocument")
    return [not isinstance(call["params"]["document"], str) for call in calls if call["status"] == 200]


@pytest.mark.parametrize(
    ("language_code", "hint"), [("id", "Pilih untuk menerima berkasnya"), ("en", "Choose one to receive")]
)
async def test_the_list_names_the_slides_of_every_session(
    rakor: Rakor, language_code: str, hint: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/materi")
    text = text_of(await guest.wait_for(hint))
    assert [number for number in ("I", "II", "III") if f"Paparan Panel {number}:" not in text] == []


async def test_slides_come_as_a_file_and_the_list_stays(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await ask_for_the_first(guest)
    message = await guest.wait_for(is_document)
    assert message["document"]["file_name"] == "panel-1.pdf"
    assert TITLE in message["caption"]
    content = await rakor.control.file(message["document"]["file_id"])
    assert content == (SAMPLE_FILES / "panel-1.pdf").read_bytes()
    (listing,) = [one for one in await guest.messages() if "Pilih untuk menerima" in text_of(one)]
    assert "materials.send:panel-1:0" in str(listing["reply_markup"])


async def test_a_sessions_page_leads_to_its_slides(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/panel")
    await guest.wait_for("🎤")
    await guest.press("agenda.session:panel-2")
    await guest.wait_for("Narasumber")
    await guest.press("📄 Materi")
    assert (await guest.wait_for(is_document))["document"]["file_name"] == "panel-2.pdf"


async def test_a_file_is_uploaded_once_even_over_a_restart(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        for name in ("Budi", "Citra"):
            await receive_the_first(rakor, await rakor.control.user(name))
    async with running(stage, settings) as rakor:
        message = await receive_the_first(rakor, await rakor.control.user("Dewi"))
        assert await uploads(rakor) == [True, False, False]
        content = await rakor.control.file(message["document"]["file_id"])
    assert content == (SAMPLE_FILES / "panel-1.pdf").read_bytes()


async def test_a_changed_file_is_uploaded_anew(stage: Stage, tmp_path: Path, event_file: Path) -> None:
    slides = event_file.with_name("panel-1.pdf")
    async with running(stage, stage.settings(tmp_path, event_file)) as rakor:
        guest = await rakor.control.user("Budi")
        for content in (b"%PDF-1.7 first", b"%PDF-1.7 second", b"%PDF-1.7 second"):
            slides.write_bytes(content)
            message = await receive_the_first(rakor, guest)
            assert await rakor.control.file(message["document"]["file_id"]) == content
        assert await uploads(rakor) == [True, True, False]


async def test_a_file_that_telegram_has_forgotten_is_uploaded_anew(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi")
    await receive_the_first(rakor, guest)
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection, connection:
        connection.execute("UPDATE uploads SET file_id = 'BQACAgUAAxkBAAIBforgotten'")
    for _ in range(2):
        await receive_the_first(rakor, guest)
    assert await uploads(rakor) == [True, True, False]


@pytest.mark.parametrize(
    ("language_code", "sorry", "again"),
    [("id", "belum terkirim", "Coba lagi"), ("en", "not sent", "Try again")],
)
async def test_a_broken_connection_is_said_and_can_be_tried_again(
    rakor: Rakor, language_code: str, sorry: str, again: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await rakor.control.post("faults", method="sendDocument", kind="disconnect", times=1)
    await ask_for_the_first(guest)
    await guest.wait_for(sorry)
    await guest.press(again)
    await guest.wait_for(is_document)


async def test_a_missing_file_is_announced_to_who_asked_when_it_has_come(
    stage: Stage, tmp_path: Path, event_file: Path
) -> None:
    async with running(stage, stage.settings(tmp_path, event_file)) as rakor:
        budi = await rakor.control.user("Budi", language_code="id")
        mary = await rakor.control.user("Mary", language_code="en")
        other = await rakor.control.user("Citra", language_code="id")
        for chat, missing in (
            (budi, "belum tersedia"),
            (mary, "not available yet"),
            (other, "belum tersedia"),
        ):
            await ask_for_the_first(chat)
            await chat.wait_for(missing)
        await budi.press("Kabari saya")
        await budi.wait_for("kami kabari di sini")
        await mary.press("Tell me")
        await mary.wait_for("we will tell you here")
        shutil.copyfile(SAMPLE_FILES / "panel-1.pdf", event_file.with_name("panel-1.pdf"))
        assert TITLE in text_of(await budi.wait_for("sudah tersedia"))
        await mary.wait_for("are available")
        await mary.press("Get the slides")
        assert (await mary.wait_for(is_document))["document"]["file_name"] == "panel-1.pdf"
        assert rakor.rows("SELECT * FROM material_waits") == []
        told = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'material'")
        assert {row["chat_id"] for row in told} == {budi.id, mary.id}


async def test_a_wait_survives_a_restart(stage: Stage, tmp_path: Path, event_file: Path) -> None:
    settings = stage.settings(tmp_path, event_file)
    async with running(stage, settings) as rakor:
        budi = await rakor.control.user("Budi", language_code="id")
        await ask_for_the_first(budi)
        await budi.wait_for("belum tersedia")
        await budi.press("Kabari saya")
        await budi.wait_for("kami kabari")
    shutil.copyfile(SAMPLE_FILES / "panel-1.pdf", event_file.with_name("panel-1.pdf"))
    async with running(stage, settings) as rakor:
        await Chat(rakor.control, budi.user).wait_for("sudah tersedia")


@pytest.mark.parametrize(
    "data",
    [
        "materials.send:panel-1:1",
        "materials.send:panel-1:-1",
        "materials.send:panel-1:99999999999999999999",
        "materials.send:pembukaan:0",
        "materials.send:../../etc:0",
        "materials.tell:panel-9:0",
        "materials.session:pembukaan",
    ],
)
async def test_a_file_that_does_not_exist_leads_to_the_menu(rakor: Rakor, data: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/materi")
    shown = await guest.wait_for("📄")
    answer = await guest.press_data(shown["message_id"], data)
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    assert await rakor.control.calls(method="sendDocument") == []


def test_nothing_outside_the_events_folder_is_a_material(tmp_path: Path) -> None:
    folder = tmp_path / "acara"
    folder.mkdir()
    (folder / "paparan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "config.toml").write_text("token")
    (folder / "link.pdf").symlink_to(tmp_path / "config.toml")
    assert path_of(folder, "paparan.pdf") == (folder / "paparan.pdf").resolve()
    assert path_of(folder, "../config.toml") is None
    assert path_of(folder, str(tmp_path / "config.toml")) is None
    assert path_of(folder, "link.pdf") is None
    assert path_of(folder, ".") is None
    assert path_of(folder, "tidak-ada.pdf") is None


async def test_many_ask_at_once_and_all_receive_the_file(rakor: Rakor) -> None:
    guests = [await rakor.control.user(f"Peserta {number}", language_code="id") for number in range(8)]
    await asyncio.gather(*(ask_for_the_first(guest) for guest in guests))
    files = await asyncio.gather(*(guest.wait_for(is_document) for guest in guests))
    assert {message["document"]["file_name"] for message in files} == {"panel-1.pdf"}
