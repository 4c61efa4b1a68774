"""Chromium for the tests that drive our pages: name ``tests.browser`` in a module's ``pytest_plugins``."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

EXECUTABLE = Path("/usr/bin/chromium")
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
