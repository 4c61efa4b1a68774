"""The projector wall: what is on, the code to check in with, how many are present; at a secret address."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from bot.web.wall import WebError, wall
from tests.browser import LAPTOP, opened
from tests.rakor import Rakor

HOST = "127.0.0.1"
SESSION_ID = "panel-1"
PATIENCE_SECONDS = 20.0

State = dict[str, Any]


@asynccontextmanager
async def shown(rakor: Rakor) -> AsyncIterator[str]:
    """The wall's address, in panel I."""
    await rakor.at("20 10:31")
    async with wall(rakor.parts, HOST, 0) as address:
        yield address


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened_session:
        yield opened_session


async def state_of(session: aiohttp.ClientSession, address: str) -> State:
    """What the page shows at first."""
    async with session.get(address) as response:
        assert response.status == 200
        html = await response.text()
    (state,) = re.findall(r"^show\((.*)\);$", html, re.MULTILINE)
    return dict(json.loads(state))


async def news(response: aiohttp.ClientResponse, wanted: Callable[[State], bool]) -> State:
    """The next event of the stream that fits."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        async for line in response.content:
            if line.startswith(b"data: "):
                state = json.loads(line.removeprefix(b"data: "))
                if wanted(state):
                    return dict(state)
    raise AssertionError("the stream has ended")


async def check_in(rakor: Rakor, name: str) -> None:
    chat = await rakor.participant(name)
    await chat.say(await rakor.code(SESSION_ID))
    await chat.wait_for("Hadir tercatat")


async def test_the_wall_shows_the_running_session_its_code_and_how_many_are_present(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        await check_in(rakor, "Budi")
        state = await state_of(session, address)
    (running,) = state["sessions"]
    assert running["name"].startswith("Panel I: Perencanaan")
    assert (running["time"], running["place"]) == ("10.30–12.00", "Grand Ballroom, Lantai 2")
    assert (running["code"], running["present"]) == (await rakor.code(SESSION_ID), 1)
    assert running["qr"].startswith("data:image/svg+xml")
    assert (state["event"], state["date"]) == ("Rakor Polpum 2023", "Senin, 20 Februari 2023")
    assert state["time"] == "10.31 WITA"
    assert "makan siang" in state["next"]
    assert "12.00" in state["next"]


async def test_a_code_is_shown_from_a_quarter_of_an_hour_before_until_the_end(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        codes = {}
        for moment in ("20 10:14", "20 10:15", "20 11:59", "20 12:00"):
            await rakor.at(moment)
            sessions = (await state_of(session, address))["sessions"]
            codes[moment] = [one["code"] for one in sessions if one["code"]]
    opened, before_the_end = [await rakor.code(SESSION_ID, at) for at in ("20 10:15", "20 11:59")]
    assert codes == {"20 10:14": [], "20 10:15": [opened], "20 11:59": [before_the_end], "20 12:00": []}


async def test_sessions_at_the_same_time_are_shown_side_by_side(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        await rakor.at("20 16:30")
        places = [one["place"] for one in (await state_of(session, address))["sessions"]]
    assert places == ["Ruang Mahakam, Lantai 3", "Ruang Kapuas, Lantai 3"]


async def test_a_check_in_is_told_to_those_who_look_on(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address, session.get(f"{address}/events") as stream:
        assert stream.content_type == "text/event-stream"
        await news(stream, lambda state: state["sessions"][0]["present"] == 0)
        await check_in(rakor, "Budi")
        await news(stream, lambda state: state["sessions"][0]["present"] == 1)
        await rakor.at("20 12:05")
        state = await news(stream, lambda state: state["time"] == "12.05 WITA")
        assert state["sessions"][0]["code"] is None


async def test_nothing_is_found_without_the_secret(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        assert len(secret) >= 16
        for path in (
            "/",
            "/events",
            "/wall",
            f"/{secret[:-1]}",
            f"/{secret}x",
            f"/{secret}/code",
            "/metrics",
        ):
            async with session.get(root + path) as response:
                assert response.status == 404, path
                assert await rakor.code(SESSION_ID) not in await response.text()
        async with session.post(address) as response:
            assert response.status == 405


async def test_the_address_is_told_to_no_other_page(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address, session.get(address) as response:
        assert response.headers["Referrer-Policy"] == "no-referrer"


async def test_the_address_stays_after_a_restart_and_is_another_for_another_bot(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as first, shown(rakor) as second:
        assert urlsplit(first).path == urlsplit(second).path
        assert await state_of(session, first) == await state_of(session, second)
    (row,) = rakor.rows("SELECT value FROM facts WHERE name = 'wall_secret'")
    assert row["value"] == urlsplit(first).path.strip("/")


async def test_a_public_address_is_named_where_there_is_one(rakor: Rakor) -> None:
    async with wall(rakor.parts, HOST, 0, "https://rakor.example.go.id") as address:
        assert address.startswith("https://rakor.example.go.id/")


async def test_a_taken_port_is_named_with_what_to_do(rakor: Rakor) -> None:
    async with wall(rakor.parts, HOST, 0) as address:
        port = urlsplit(address).port
        assert port is not None
        with pytest.raises(WebError, match=rf"{port}.*\[web\] port"):
            async with wall(rakor.parts, HOST, port):
                pass


async def test_those_who_look_on_do_not_hold_up_the_end(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address:
        stream = await session.get(f"{address}/events")
        await news(stream, bool)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await stream.read()


@pytest.mark.browser
async def test_the_page_counts_without_being_loaded_again(rakor: Rakor, chromium: Browser) -> None:
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        async with opened(chromium, root, LAPTOP, f"/{secret}") as page:
            await expect(page.get_by_role("heading", name="Panel I: Perencanaan")).to_be_visible()
            await expect(page.get_by_text(await rakor.code(SESSION_ID))).to_be_visible()
            await expect(page.get_by_role("img", name="QR untuk absen")).to_be_visible()
            await expect(page.get_by_text("0 hadir")).to_be_visible()
            await check_in(rakor, "Budi")
            await expect(page.get_by_text("1 hadir")).to_be_visible()
            await rakor.at("20 12:05")
            await expect(page.get_by_text("12.05 WITA")).to_be_visible()
            await expect(page.get_by_role("img", name="QR untuk absen")).to_be_hidden()
