"""The chat page in a real browser, against the real emulator and a bot that polls it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

import bot.rehearsal
from bot.clock import VirtualClock
from bot.rehearsal.emulator import Emulator
from tests.browser import LAPTOP, composer, key, log, opened, write

pytestmark = pytest.mark.browser

TOKEN = "1001:made-up-token"
LONG_NAME = "Penguatan kelembagaan Kesbangpol di daerah dan Pertanggungjawabannyasebagaimanadimaksud"
WIDER_THAN_THE_PHONE = """
[...document.querySelectorAll("main *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.className)
"""

Call = tuple[str, dict[str, Any]]


def inline(*rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """An inline keyboard of (label, data) pairs; an address instead of data makes a link."""
    return {"inline_keyboard": [[{"text": label, _kind(what): what} for label, what in row] for row in rows]}


def _kind(what: str) -> str:
    return "url" if what.startswith("http") else "callback_data"


MENU: Call = (
    "sendMessage",
    {"text": "Menu utama", "reply_markup": inline([("Agenda", "agenda"), ("Materi", "materi")])},
)
SCRIPT: Mapping[str, Sequence[Call]] = {
    "/start": [MENU],
    "agenda": [
        ("answerCallbackQuery", {}),
        ("editMessageText", {"text": "Agenda hari ini", "reply_markup": inline([("Kembali", "menu")])}),
    ],
    "materi": [("answerCallbackQuery", {"text": "Belum ada materi"})],
    "penting": [("answerCallbackQuery", {"text": "Presensi ditutup", "show_alert": True})],
}


@dataclass
class ScriptedBot:
    """Answers each text and each callback data with the calls that its script holds for them."""

    session: aiohttp.ClientSession
    url: str
    script: dict[str, Sequence[Call]] = field(default_factory=lambda: dict(SCRIPT))
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters) as response:
            body = await response.json()
        assert body["ok"], (method, body)
        return body["result"]

    async def control(self, path: str, **fields: Any) -> Any:
        async with self.session.post(f"{self.url}/_emulator/{path}", json=fields) as response:
            body = await response.json()
        assert response.status == 200, (path, body)
        return body

    async def send_document(self, chat_id: int, name: str, content: bytes) -> None:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("chat_id", str(chat_id))
        form.add_field("document", content, filename=name)
        async with self.session.post(f"{self.url}/bot{TOKEN}/sendDocument", data=form) as response:
            assert response.status == 200

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        query = update.get("callback_query")
        message = query["message"] if query else update.get("message")
        if message is None:
            return
        self.heard.append(update)
        for method, parameters in self.script.get(query["data"] if query else message.get("text", ""), ()):
            target = {"chat_id": message["chat"]["id"]}
            if query and method == "answerCallbackQuery":
                target = {"callback_query_id": query["id"]}
            elif method == "editMessageText":
                target["message_id"] = message["message_id"]
            await self.call(method, **target, **parameters)


@asynccontextmanager
async def running_bot(url: str) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession() as session:
        scripted = ScriptedBot(session, url)
        await scripted.call("getMe")
        await scripted.control("bots", token=TOKEN, username="rakor_bot", first_name="Rakor Polpum")
        await scripted.control(
            "marks", marks=[{"label": "Sesudah Panel I", "at": "2023-02-20T12:01:00+08:00"}]
        )
        polling = asyncio.create_task(scripted.run())
        yield scripted
        assert not polling.done() or polling.exception() is None
        polling.cancel()


@pytest_asyncio.fixture
async def scripted(emulator: Emulator) -> AsyncIterator[ScriptedBot]:
    async with running_bot(emulator.url) as running:
        yield running


@pytest_asyncio.fixture
async def page(chromium: Browser, emulator: Emulator, scripted: ScriptedBot) -> AsyncIterator[Page]:
    async with opened(chromium, emulator.url) as phone:
        yield phone


@pytest_asyncio.fixture
async def chat(page: Page) -> Page:
    """The page of a newcomer who has pressed START."""
    await page.get_by_role("button", name="MULAI").click()
    await expect(log(page)).to_contain_text("Menu utama")
    return page


async def newcomer(bot: ScriptedBot) -> int:
    async with bot.session.get(f"{bot.url}/_emulator/users") as response:
        return int((await response.json())[0]["id"])


def test_the_page_is_one_small_file_that_asks_nobody_else() -> None:
    source = (Path(bot.rehearsal.__file__).parent / "page.html").read_text(encoding="utf-8")

    assert len(source.encode()) < 100_000
    assert "innerHTML" not in source
    assert 'src="' not in source


async def test_a_newcomer_is_somebody_and_starts_with_one_press(page: Page, scripted: ScriptedBot) -> None:
    await page.get_by_role("button", name="MULAI").click()

    await expect(log(page)).to_contain_text("/start")
    await expect(log(page)).to_contain_text("Menu utama")
    assert scripted.heard[0]["message"]["from"]["first_name"] == "Budi"
    assert scripted.heard[0]["message"]["from"]["language_code"] == "id"


async def test_an_inline_button_edits_its_message(chat: Page) -> None:
    await key(chat, "Agenda").click()

    await expect(log(chat)).to_contain_text("Agenda hari ini")
    await expect(log(chat)).to_contain_text("diedit")
    await expect(log(chat)).not_to_contain_text("Menu utama")
    await expect(key(chat, "Kembali")).to_be_visible()


async def test_an_answer_to_a_press_is_a_passing_note(chat: Page) -> None:
    await key(chat, "Materi").click()

    note = chat.get_by_role("status").get_by_text("Belum ada materi")
    await expect(note).to_be_visible()
    await expect(note).to_be_hidden()


async def test_an_alert_waits_to_be_closed(chat: Page, scripted: ScriptedBot) -> None:
    await scripted.call(
        "sendMessage",
        chat_id=await newcomer(scripted),
        text="Hadir?",
        reply_markup=inline([("Hadir", "penting")]),
    )
    await key(chat, "Hadir").click()

    alert = chat.get_by_role("dialog")
    await expect(alert).to_contain_text("Presensi ditutup")
    await chat.keyboard.press("Escape")
    await expect(alert).to_be_hidden()


async def test_a_reply_keyboard_says_its_label_and_goes_when_removed(
    chat: Page, scripted: ScriptedBot
) -> None:
    keyboard = {
        "keyboard": [["Hari pertama", "Hari kedua"]],
        "resize_keyboard": True,
        "input_field_placeholder": "Pilih hari",
    }
    scripted.script["/agenda"] = [("sendMessage", {"text": "Hari apa?", "reply_markup": keyboard})]
    scripted.script["Hari kedua"] = [
        ("sendMessage", {"text": "Selasa", "reply_markup": {"remove_keyboard": True}})
    ]
    await write(chat, "/agenda")
    await expect(composer(chat)).to_have_attribute("placeholder", "Pilih hari")

    await key(chat, "Hari kedua").click()

    await expect(log(chat)).to_contain_text("Selasa")
    await expect(key(chat, "Hari pertama")).to_be_hidden()


async def test_contact_and_location_are_sent_after_asking(chat: Page, scripted: ScriptedBot) -> None:
    row = [{"text": "Nomor saya", "request_contact": True}, {"text": "Lokasi saya", "request_location": True}]
    scripted.script["/data"] = [("sendMessage", {"text": "Silakan", "reply_markup": {"keyboard": [row]}})]
    await write(chat, "/data")
    for label in ("Nomor saya", "Lokasi saya"):
        await key(chat, label).click()
        await chat.get_by_role("dialog").get_by_role("button", name="Kirim").click()
        await expect(chat.get_by_role("dialog")).to_be_hidden()

    await expect(chat.locator(".place")).to_be_visible()
    contact, location = (update["message"] for update in scripted.heard[-2:])
    assert contact["contact"]["user_id"] == contact["from"]["id"]
    assert set(location["location"]) >= {"latitude", "longitude"}


async def test_a_forced_reply_answers_the_question(chat: Page, scripted: ScriptedBot) -> None:
    scripted.script["/tanya"] = [
        ("sendMessage", {"text": "Apa pertanyaannya?", "reply_markup": {"force_reply": True}})
    ]
    await write(chat, "/tanya")
    await expect(chat.get_by_text("Membalas Rakor Polpum")).to_be_visible()

    await write(chat, "Kapan rehat?")

    await expect(chat.get_by_role("button", name="Rakor Polpum Apa pertanyaannya?")).to_be_visible()
    assert scripted.heard[-1]["message"]["reply_to_message"]["text"] == "Apa pertanyaannya?"


async def test_a_document_can_be_downloaded_under_its_name(
    chat: Page, scripted: ScriptedBot, tmp_path: Path
) -> None:
    await scripted.send_document(await newcomer(scripted), "Paparan Panel I.pdf", b"%PDF-1.7 paparan")

    async with chat.expect_download() as downloading:
        await chat.get_by_role("link", name="Unduh Paparan Panel I.pdf").click()

    download = await downloading.value
    assert download.suggested_filename == "Paparan Panel I.pdf"
    await download.save_as(tmp_path / "paparan.pdf")
    assert (tmp_path / "paparan.pdf").read_bytes() == b"%PDF-1.7 paparan"


async def test_markup_characters_are_shown_as_written(chat: Page, scripted: ScriptedBot) -> None:
    sly = '<img src=x onerror="document.title=1"> & <b>Tebal</b>'
    await scripted.control("users", first_name=sly, last_name="</strong>")
    await scripted.call(
        "sendMessage", chat_id=await newcomer(scripted), text=sly, reply_markup=inline([(sly, "x")])
    )

    await expect(chat.locator(".text").last).to_have_text(sly)
    await expect(key(chat, sly)).to_be_visible()
    await chat.get_by_role("button", name="Daftar obrolan").click()
    await expect(chat.get_by_role("complementary", name="Peserta")).to_contain_text(f"{sly} </strong>")
    assert await chat.locator("img").count() == 0


async def test_entities_are_counted_in_utf16_units_and_may_nest(chat: Page, scripted: ScriptedBot) -> None:
    trap = "<a href='javascript:alert(1)'>jebakan</a>"
    text = f"😀😀 <b>Tebal <i>dan miring</i></b> <tg-spoiler>rahasia</tg-spoiler> {trap}"
    await scripted.call("sendMessage", chat_id=await newcomer(scripted), text=text, parse_mode="HTML")

    await expect(chat.locator(".text strong")).to_have_text(["Tebal ", "dan miring"])
    await expect(chat.locator(".text em")).to_have_text("dan miring")
    assert await chat.locator("a[href^=javascript]").count() == 0
    spoiler = chat.get_by_role("button", name="Teks tersembunyi")
    await spoiler.click()
    await expect(spoiler).to_be_hidden()
    await expect(log(chat)).to_contain_text("rahasia")


async def test_a_deep_link_to_the_bot_is_followed_inside_the_page(chat: Page, scripted: ScriptedBot) -> None:
    scripted.script["/start PANEL-1"] = [("sendMessage", {"text": "Hadir di Panel I"})]
    links = inline([("Cek masuk", "https://t.me/rakor_bot?start=PANEL-1")])
    await scripted.call("sendMessage", chat_id=await newcomer(scripted), text="Presensi", reply_markup=links)

    await key(chat, "Cek masuk").click()

    await expect(log(chat)).to_contain_text("Hadir di Panel I")
    assert len(chat.context.pages) == 1


async def test_unread_messages_are_counted_for_the_others(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    other = await scripted.control("users", first_name="Siti", last_name="Rahmawati")
    async with opened(chromium, emulator.url, LAPTOP) as laptop:
        person = laptop.get_by_role("complementary", name="Peserta").get_by_role(
            "button", name="Siti Rahmawati"
        )
        await person.click()
        await laptop.get_by_role("button", name="MULAI").click()
        await expect(log(laptop)).to_contain_text("Menu utama")
        budi = await scripted.control("users", first_name="Budi")
        await laptop.get_by_role("button", name="Budi").click()
        await laptop.get_by_role("button", name="MULAI").click()
        await expect(log(laptop)).to_contain_text("Menu utama")

        for text in ("Sesi dimulai", "Sesi selesai"):
            await scripted.call("sendMessage", chat_id=other["id"], text=text)

        await expect(person.get_by_label("2 belum dibaca")).to_be_visible()
        await expect(log(laptop)).not_to_contain_text("Sesi dimulai")
        await person.click()
        await expect(log(laptop)).to_contain_text("Sesi selesai")
        await expect(person.get_by_label("belum dibaca")).to_be_hidden()
    assert budi["id"] != other["id"]


async def test_a_jump_of_the_clock_shows_in_the_times_of_messages(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    async with opened(chromium, emulator.url, LAPTOP) as laptop:
        await expect(laptop.get_by_role("button", name="Jam latihan 07.00 WITA")).to_be_visible()
        await laptop.get_by_role("button", name="12.01 Sesudah Panel I").click()
        await expect(laptop.get_by_role("button", name="Jam latihan 12.01 WITA")).to_be_visible()

        await laptop.get_by_role("button", name="MULAI").click()

        await expect(log(laptop).get_by_text("Menu utama")).to_be_visible()
        await expect(log(laptop).locator("time").last).to_have_text("12.01")
        await expect(log(laptop)).to_contain_text("Senin, 20 Februari 2023")


async def test_a_call_of_the_bot_opens_to_its_parameters(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    async with opened(chromium, emulator.url, LAPTOP) as laptop:
        await laptop.get_by_role("button", name="MULAI").click()
        call = laptop.locator("ol.calls li", has_text="sendMessage")
        await call.locator("summary").click()

        shown = json.loads(await call.locator("pre").inner_text())
    assert shown["params"]["text"] == "Menu utama"
    assert shown["response"]["ok"] is True


async def test_nothing_is_wider_than_a_phone(chat: Page, scripted: ScriptedBot) -> None:
    await scripted.call(
        "sendMessage",
        chat_id=await newcomer(scripted),
        text=LONG_NAME,
        reply_markup=inline([(LONG_NAME, "x"), (LONG_NAME, "y")]),
    )
    await scripted.send_document(await newcomer(scripted), LONG_NAME + ".pdf", b"x")
    keyboard = {"keyboard": [[LONG_NAME, LONG_NAME]], "resize_keyboard": True}
    await scripted.call(
        "sendMessage", chat_id=await newcomer(scripted), text=LONG_NAME, reply_markup=keyboard
    )
    await expect(key(chat, LONG_NAME).last).to_be_visible()

    assert await chat.evaluate(WIDER_THAN_THE_PHONE) == []
    assert await chat.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await chat.evaluate("document.querySelector('.log').scrollWidth <= innerWidth")


async def test_the_keyboard_alone_is_enough_and_keeps_its_place(page: Page) -> None:
    await expect(page.get_by_role("button", name="MULAI")).to_be_visible()
    await tab_to(page, "MULAI")
    await page.keyboard.press("Enter")
    await expect(key(page, "Agenda")).to_be_visible()
    await expect(composer(page)).to_be_focused()

    await tab_to(page, "Agenda", backwards=True)
    await page.keyboard.press("Enter")

    await expect(key(page, "Kembali")).to_be_focused()


async def tab_to(page: Page, name: str, *, backwards: bool = False) -> None:
    for _ in range(30):
        await page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if await page.evaluate("document.activeElement.textContent") == name:
            return
    pytest.fail(f"Tab does not reach {name}")


async def test_commands_are_offered_and_sent_by_arrow_keys(chat: Page, scripted: ScriptedBot) -> None:
    commands = [
        {"command": "agenda", "description": "Jadwal"},
        {"command": "bantuan", "description": "Panitia"},
    ]
    await scripted.call("setMyCommands", commands=commands)
    await key(chat, "Menu").click()
    await expect(chat.get_by_role("menuitem", name="/agenda Jadwal")).to_be_focused()

    await chat.keyboard.press("ArrowDown")
    await chat.keyboard.press("Enter")

    await expect(log(chat)).to_contain_text("/bantuan")


async def test_a_chat_of_two_thousand_messages_draws_the_last_ones_and_older_ones_on_demand(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    person = await scripted.control("users", first_name="Budi")
    for number in range(2_000):
        await scripted.control("say", user=person["id"], text=f"Pesan {number}")
    async with opened(chromium, emulator.url) as phone:
        await expect(log(phone).get_by_text("Pesan 1999")).to_be_visible()
        assert await phone.locator(".message").count() == 200

        await log(phone).evaluate("(element) => { element.scrollTop = 0; }")

        await expect(phone.locator(".message")).to_have_count(400)
        await expect(log(phone).get_by_text("Pesan 1800", exact=True)).to_be_in_viewport()


async def test_the_arrow_up_edits_ones_own_last_message(chat: Page) -> None:
    await write(chat, "Kapan ishoma")
    await expect(log(chat)).to_contain_text("Kapan ishoma")
    await composer(chat).press("ArrowUp")
    await expect(composer(chat)).to_have_value("Kapan ishoma")

    await write(chat, "Kapan rehat")

    await expect(log(chat)).to_contain_text("Kapan rehat")
    await expect(log(chat)).not_to_contain_text("Kapan ishoma")


async def test_a_reply_quotes_a_message_and_leads_back_to_it(chat: Page, scripted: ScriptedBot) -> None:
    await log(chat).focus()
    await chat.keyboard.press("ArrowUp")
    await chat.keyboard.press("Enter")
    await chat.keyboard.press("Enter")
    await write(chat, "Terima kasih")
    quote = chat.get_by_role("button", name="Rakor Polpum Menu utama")
    await expect(quote).to_be_visible()
    for number in range(40):
        await scripted.call("sendMessage", chat_id=await newcomer(scripted), text=f"Pesan {number}")
    await expect(log(chat).locator(".text").get_by_text("Menu utama")).not_to_be_in_viewport()

    await quote.press("Enter")

    await expect(log(chat).locator(".text").get_by_text("Menu utama")).to_be_in_viewport()
    assert scripted.heard[-1]["message"]["reply_to_message"]["text"] == "Menu utama"


async def test_a_deleted_message_vanishes(chat: Page, scripted: ScriptedBot) -> None:
    person = await newcomer(scripted)
    sent = await scripted.call("sendMessage", chat_id=person, text="Keliru")
    await expect(log(chat)).to_contain_text("Keliru")

    await scripted.call("deleteMessage", chat_id=person, message_id=sent["message_id"])

    await expect(log(chat)).not_to_contain_text("Keliru")


async def test_a_vote_shows_the_result(chat: Page, scripted: ScriptedBot) -> None:
    options = [{"text": "Bermanfaat"}, {"text": "Kurang"}]
    await scripted.call("sendPoll", chat_id=await newcomer(scripted), question="Panel I?", options=options)

    await chat.get_by_role("radio", name="Bermanfaat").click()

    await expect(log(chat)).to_contain_text("100%✓ Bermanfaat")
    await expect(log(chat)).to_contain_text("1 suara")


async def test_whoever_blocks_the_bot_can_unblock_it(chat: Page, scripted: ScriptedBot) -> None:
    await scripted.control("block", user=await newcomer(scripted))
    await expect(composer(chat)).to_be_hidden()

    await key(chat, "Buka blokir bot").click()

    await expect(composer(chat)).to_be_visible()


async def test_two_people_talk_in_a_group_side_by_side(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    siti = await scripted.control("users", first_name="Siti")
    budi = await scripted.control("users", first_name="Budi")
    await scripted.control("groups", title="Panitia", members=[siti["id"], budi["id"]])
    async with opened(chromium, emulator.url, LAPTOP) as laptop:
        chats = laptop.get_by_role("complementary", name="Peserta")
        await chats.get_by_role("button", name="Panitia").click()
        await expect(log(laptop)).to_contain_text("Grup dibuat")
        await key(laptop, "Dua obrolan berdampingan").click()
        await chats.get_by_role("button", name="Panitia").click()
        await expect(log(laptop).nth(1)).to_contain_text("Grup dibuat")

        await composer(laptop).first.fill("Konsumsi siap")
        await composer(laptop).first.press("Enter")

        await expect(log(laptop).nth(0).locator(".mine .text")).to_have_text("Konsumsi siap")
        await expect(log(laptop).nth(1).locator(".author")).to_have_text("Siti")


async def test_an_address_opens_a_persons_chat_with_a_deep_link(
    chromium: Browser, emulator: Emulator, scripted: ScriptedBot
) -> None:
    await scripted.control("users", first_name="Budi")
    siti = await scripted.control("users", first_name="Siti")
    async with opened(chromium, emulator.url, path=f"/?user={siti['id']}&start=PANEL-1") as phone:
        await expect(log(phone)).to_contain_text("/start PANEL-1")
        await expect(phone.get_by_role("button", name="Menulis sebagai Siti")).to_be_visible()
        assert phone.url == emulator.url + "/"


async def test_a_lost_connection_is_told_and_mended(
    chromium: Browser, emulator: Emulator, clock: VirtualClock
) -> None:
    context = await chromium.new_context(timezone_id="Asia/Makassar")
    page = await context.new_page()
    await page.goto(emulator.url)
    await expect(page.get_by_role("button", name="Jam latihan 07.00")).to_be_visible()
    port = int(emulator.url.rpartition(":")[2])
    await emulator.stop()
    await expect(page.get_by_role("alert")).to_contain_text("Sambungan terputus")

    again = Emulator(VirtualClock(clock.now() + 5 * 3600, speed=0))
    await again.start(port)

    await expect(page.get_by_role("alert")).to_be_hidden()
    await expect(page.get_by_role("button", name="Jam latihan 12.00")).to_be_visible()
    await context.close()
    await again.stop()


async def test_words_and_colours_can_be_switched(chat: Page) -> None:
    await chat.get_by_role("button", name="Daftar obrolan").click()
    await chat.get_by_role("button", name="Switch to English").click()
    await expect(chat.get_by_role("complementary", name="People")).to_be_visible()

    await chat.get_by_role("button", name="Switch light or dark").click()
    await chat.keyboard.press("Escape")

    await expect(chat.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(chat.get_by_role("textbox", name="Message")).to_be_visible()
    await expect(log(chat)).to_contain_text("Menu utama")
