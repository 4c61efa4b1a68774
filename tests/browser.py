"""Chromium for the tests that drive our pages, and what they do on the chat page."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

EXECUTABLE = Path("/usr/bin/chromium")
PHONE, LAPTOP = (390, 844), (1280, 800)
EXPECT_MS = 15_000
IS_INSTALLED = EXECUTABLE.exists()
IS_REQUIRED = os.environ.get("RAKOR_REQUIRE_BROWSER") == "1"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest_asyncio.fixture
async def chromium() -> AsyncIterator[Browser]:
    """Skips without Debian's Chromium; fails where ``RAKOR_REQUIRE_BROWSER=1`` promises it."""
    if not IS_INSTALLED:
        give_up = pytest.fail if IS_REQUIRED else pytest.skip
        give_up(f"{EXECUTABLE} is missing: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=EXECUTABLE, args=ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(
    chromium: Browser, url: str, size: tuple[int, int] = PHONE, path: str = "/"
) -> AsyncIterator[Page]:
    """The page, which at the end must have asked no other origin and written no error."""
    expect.set_options(timeout=EXPECT_MS)
    context = await chromium.new_context(viewport={"width": size[0], "height": size[1]})
    page = await context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((url, "data:", "blob:")) else wrong.append(request.url)
        ),
    )
    await page.goto(url + path)
    yield page
    assert wrong == []
    await context.close()


def log(page: Page) -> Locator:
    return page.get_by_role("log")


def composer(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Tulis pesan")


def key(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


async def write(page: Page, text: str) -> None:
    await composer(page).fill(text)
    await composer(page).press("Enter")
