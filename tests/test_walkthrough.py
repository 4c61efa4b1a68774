"""A newcomer on the chat page, in a real browser, with the real bot: registration, agenda, check-in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser import LAPTOP, PHONE, key, log, opened, write
from tests.rakor import Rakor

pytestmark = pytest.mark.browser

NAME = 'Dra. Siti <b>&"Rahmawati" M.Si.'


@pytest_asyncio.fixture
async def phone(chromium: Browser, rakor: Rakor) -> AsyncIterator[Page]:
    """The page at 390 px, with one person on it."""
    await rakor.control.post("users", first_name=NAME, language_code="id")
    async with opened(chromium, rakor.control.url, PHONE) as page:
        yield page


async def answer(page: Page, text: str, expected: str) -> None:
    await write(page, text)
    await expect(log(page)).to_contain_text(expected)


async def register(page: Page) -> None:
    await page.get_by_role("button", name="MULAI").click()
    await expect(log(page)).to_contain_text("UU 27/2022")
    await key(page, "✅ Setuju dan daftar").click()
    await expect(log(page)).to_contain_text("Langkah 1 dari 3")
    await key(page, f"Pakai: {NAME}").click()
    await expect(log(page)).to_contain_text("Langkah 2 dari 3")
    await answer(page, "Kepala Bidang", "Langkah 3 dari 3")
    await answer(page, "Kesbangpol Kota Balikpapan", "Wilayah mana")
    await key(page, "Kota Balikpapan, Kalimantan Timur").click()
    await expect(log(page)).to_contain_text("Sudah benar?")
    await key(page, "✅ Simpan").click()
    await expect(log(page)).to_contain_text("tersimpan")


async def test_a_newcomer_registers_reads_the_agenda_and_checks_in(phone: Page, rakor: Rakor) -> None:
    await register(phone)
    await expect(log(phone)).to_contain_text(f"Terima kasih, Bapak/Ibu {NAME}")

    await answer(phone, "/agenda", "Senin, 20 Februari 2023")
    await key(phone, "10.30 Panel I").click()
    await expect(log(phone)).to_contain_text("Sekretaris Ditjen Polpum")
    await key(phone, "‹ Agenda").click()
    await expect(log(phone)).to_contain_text("Pilih sesi untuk rinciannya")

    await rakor.at("20 10:35")
    await answer(phone, await rakor.code("panel-1"), "Hadir tercatat")

    (row,) = rakor.rows("SELECT session_id, late FROM attendance")
    assert (row["session_id"], row["late"]) == ("panel-1", 0)


async def test_the_page_fits_a_phone_with_the_whole_agenda_on_it(phone: Page) -> None:
    await register(phone)
    await answer(phone, "/agenda", "Makan malam")
    assert await phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


async def test_an_english_phone_is_spoken_to_in_english(chromium: Browser, rakor: Rakor) -> None:
    await rakor.control.post("users", first_name="Anna", language_code="en")
    async with opened(chromium, rakor.control.url, LAPTOP) as page:
        await page.get_by_role("button", name="MULAI").click()
        await expect(log(page)).to_contain_text("Law 27/2022")
        await key(page, "✅ Agree and register").click()
        await expect(log(page)).to_contain_text("Step 1 of 3")
