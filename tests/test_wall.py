"""The projector walls: what is on, the code of the moment, how many are present; at secret addresses."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, buttons, text_of
from bot.web.board import Manner, Names, shown_name
from bot.web.wall import WebError, wall
from data import spot_checks
from tests.browser import opened
from tests.pictured import codes_in
from tests.rakor import Rakor, emulated, running, until

HOST = "127.0.0.1"
SESSION_ID = "panel-1"
PATIENCE_SECONDS = 20.0
HAPPENS_WITHIN_SECONDS = 5.0
VIEWERS = 300
PROJECTOR, SMALL_PROJECTOR, OLD_PROJECTOR = (1920, 1080), (1280, 720), (1024, 768)

Parts = dict[str, str]


@asynccontextmanager
async def shown(rakor: Rakor, manner: Manner | None = None) -> AsyncIterator[str]:
    """The overview's address, in panel I."""
    await rakor.at("20 10:31")
    async with wall(rakor.parts, HOST, 0, manner=manner) as address:
        yield address


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as opened_session:
        yield opened_session


class Viewer:
    """Somebody who looks at a wall: its parts as they stand in the page."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response
        self.parts: Parts = {}
        self.messages: list[Parts] = []

    async def sees(self, wanted: str | Callable[[Parts], bool], seconds: float = PATIENCE_SECONDS) -> str:
        """Waits for a text, or for something else about the parts; answers all that is shown then."""
        async with asyncio.timeout(seconds):
            while not (wanted in self.text if isinstance(wanted, str) else wanted(self.parts)):
                await self.hear()
        return self.text

    async def hear(self) -> None:
        """The next event."""
        async for line in self._response.content:
            if line.startswith(b"data: "):
                message = json.loads(line.removeprefix(b"data: "))
                self.parts |= message["parts"]
                self.messages.append(message["parts"])
                return
        raise AssertionError("the stream has ended")

    async def end(self) -> None:
        """Waits for the end of the stream."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._response.read()

    @property
    def text(self) -> str:
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", " ".join(self.parts.values()))))

    def code(self, session_id: str) -> str:
        """The digits of the session; "" where there are none."""
        found = re.search(
            r'class="digits"><b>(\d+)</b> <b>(\d+)</b>', self.parts.get(f"code-{session_id}", "")
        )
        return "".join(found.groups()) if found else ""


@asynccontextmanager
async def looking(session: aiohttp.ClientSession, address: str) -> AsyncIterator[Viewer]:
    async with session.get(f"{address}/events") as response:
        assert response.status == 200
        assert response.content_type == "text/event-stream"
        viewer = Viewer(response)
        await viewer.hear()
        yield viewer


async def check_in(rakor: Rakor, name: str, session_id: str = SESSION_ID) -> None:
    chat = await rakor.participant(name)
    await chat.say(await rakor.code(session_id))
    await chat.wait_for("Hadir tercatat")


def address_of(rakor: Rakor, address: str, room: str) -> str:
    """The wall of a room, beside the overview."""
    (row,) = rakor.rows("SELECT secret FROM walls WHERE room = ?", room)
    return f"{address.rpartition('/')[0]}/{row['secret']}"


# ------------------------------------------------------------------------------ what stands there


async def test_the_wall_shows_the_running_session_its_code_and_how_many_are_present(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        await check_in(rakor, "Budi")
        async with looking(session, address) as viewer:
            text = await viewer.sees("1 hadir")
            assert viewer.code(SESSION_ID) == await rakor.code(SESSION_ID)
    for part in (
        "Rakor Polpum 2023",
        "Senin, 20 Februari 2023",
        "10.31 WITA",
        "Panel I: Perencanaan program",
        "10.30–12.00 WITA · Grand Ballroom, Lantai 2",
        "Berikutnya: 12.00 Istirahat, salat, makan siang",
    ):
        assert part in text


async def test_a_code_is_shown_from_a_quarter_of_an_hour_before_until_the_end(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    codes = {}
    async with shown(rakor) as address, looking(session, address) as viewer:
        for moment in ("20 10:14", "20 10:15", "20 11:59", "20 12:00"):
            await rakor.at(moment)
            time = moment.split()[1].replace(":", ".")
            await viewer.sees(lambda parts, time=time: parts["clock"].startswith(time))
            codes[moment] = viewer.code(SESSION_ID) if "Panel I:" in viewer.parts["frame"] else ""
    opened_code, last_code = [await rakor.code(SESSION_ID, at) for at in ("20 10:15", "20 11:59")]
    assert codes == {"20 10:14": "", "20 10:15": opened_code, "20 11:59": last_code, "20 12:00": ""}


async def test_the_code_turns_every_half_minute_and_its_ring_with_it(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address, looking(session, address) as viewer:
        for second in ("20 10:31:05", "20 10:31:35", "20 10:32:05"):
            await rakor.at(second)
            expected = await rakor.code(SESSION_ID, second)
            await viewer.sees(lambda _, code=expected: viewer.code(SESSION_ID) == code)


async def test_the_ring_is_told_real_seconds(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address:
        await rakor.control.post("clock", speed=0)
        await rakor.at("20 10:31:10")
        async with session.get(f"{address}/events") as response:
            assert (await times(response)) == {"left": None, "period": None}
        await rakor.control.post("clock", speed=10)
        await rakor.at("20 10:31:10")
        async with session.get(f"{address}/events") as response:
            found = await times(response)
    assert found["period"] == pytest.approx(3.0, abs=0.1)
    assert 0 < found["left"] <= 3.0


async def times(response: aiohttp.ClientResponse) -> dict[str, float]:
    async for line in response.content:
        if line.startswith(b"data: "):
            return dict(json.loads(line.removeprefix(b"data: "))["times"])
    raise AssertionError("the stream has ended")


async def test_parallel_sessions_stand_side_by_side_and_each_room_has_its_own_wall(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        await rakor.at("20 16:30")
        async with looking(session, address) as viewer:
            text = await viewer.sees(lambda parts: "code-diskusi-kabkota" in parts)
            assert text.index("Ruang Mahakam, Lantai 3") < text.index("Ruang Kapuas, Lantai 3")
        async with looking(session, address_of(rakor, address, "kapuas")) as viewer:
            text = await viewer.sees("Ruang Kapuas")
            assert "Diskusi kelompok B" in text
            assert "Diskusi kelompok A" not in text
            assert viewer.code("diskusi-kabkota") == await rakor.code("diskusi-kabkota")
            assert not viewer.code("diskusi-provinsi")


async def test_between_sessions_a_room_shows_what_comes_next_there(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address, looking(session, address_of(rakor, address, "kapuas")) as viewer:
        text = await viewer.sees("Berikutnya")
        assert "Diskusi kelompok B: Kesbangpol kabupaten/kota 16.00 WITA · Ruang Kapuas" in text
        await rakor.at("21 20:00")
        await viewer.sees("Tidak ada sesi lagi")


async def test_a_check_in_is_told_as_the_change_that_it_is(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    await rakor.control.post("clock", speed=0)
    async with shown(rakor) as address, looking(session, address) as viewer:
        await viewer.sees("0 hadir")
        await check_in(rakor, "Budi Santoso")
        await viewer.sees("1 hadir", HAPPENS_WITHIN_SECONDS)
        assert "Baru hadir: B. S." in viewer.text
        changes = [set(message) for message in viewer.messages[1:]]
        assert {f"count-{SESSION_ID}", f"people-{SESSION_ID}"} in changes
        assert not any("frame" in change for change in changes)


@pytest.mark.parametrize(
    ("names", "expected"),
    [("initials", "Baru hadir: B."), ("full", "Baru hadir: Budi <b>Santoso</b>"), ("none", "")],
)
async def test_who_came_last_is_shown_as_the_operator_wishes(
    rakor: Rakor, session: aiohttp.ClientSession, names: Names, expected: str
) -> None:
    async with shown(rakor, Manner(names)) as address:
        await check_in(rakor, "Budi <b>Santoso</b>")
        async with looking(session, address) as viewer:
            text = await viewer.sees("1 hadir")
    assert ("Baru hadir" in text) is bool(expected)
    assert expected in text
    assert "<b>Santoso" not in viewer.parts[f"people-{SESSION_ID}"]


def test_initials_leave_titles_out() -> None:
    assert shown_name("Prof. Dr. H. Raden Mas Sastra, S.H., M.Si.", "initials") == "R. M. S."
    assert shown_name("Siti", "initials") == "S."
    assert shown_name("I Gusti Ayu Ketut Dewi", "initials") == "I. G. A."
    assert shown_name("", "initials") == ""


async def test_the_wall_speaks_english_where_it_is_told_to(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor, Manner(language="en")) as address, looking(session, address) as viewer:
        text = await viewer.sees("0 present")
    assert "Monday, 20 February 2023" in text
    assert "Next: 12.00" in text


async def test_a_check_in_the_middle_shows_its_code_for_two_minutes(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        stored, now = rakor.parts.programme.stored, rakor.parts.clock.now()
        check = await rakor.parts.database.write(
            lambda tx: spot_checks.start(tx, stored.id, SESSION_ID, 9001, 1, now)
        )
        async with looking(session, address) as viewer:
            await viewer.sees(f"{check.code[:3]} {check.code[3:]}")
            await rakor.at("20 10:34")
            await viewer.sees(lambda parts: not parts[f"spot-{SESSION_ID}"])


# ------------------------------------------------------------------------------------ the address


async def test_nothing_is_found_without_the_secret(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        assert len(secret) >= 22
        for path in (
            "/",
            "/events",
            "/wall",
            f"/{secret[:-1]}",
            f"/{secret}x",
            f"/{secret}/code",
            "/metrics",
        ):
            for more in ("", "/events"):
                async with session.get(root + path + more) as response:
                    assert response.status == 404 or path + more == f"/{secret}/events", path
        async with session.post(address) as response:
            assert response.status == 405


async def test_the_page_may_load_nothing_from_elsewhere_and_tells_its_address_to_nobody(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    async with shown(rakor) as address:
        pages = []
        for _ in range(2):
            async with session.get(address) as response:
                pages.append((await response.text(), response.headers))
    html, headers = pages[0]
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    (nonce,) = set(re.findall(r"'nonce-([^']+)'", policy))
    assert html.count(f'nonce="{nonce}"') == len(re.findall(r"<(?:script|style)\b", html)) == 2
    assert "unsafe" not in policy
    assert not re.findall(r"(?:src|href)=\"(?!data:)", html)
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert nonce not in pages[1][1]["Content-Security-Policy"]


async def test_the_addresses_stay_after_a_restart(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as first, shown(rakor) as second:
        assert urlsplit(first).path == urlsplit(second).path
    secrets = {row["secret"] for row in rakor.rows("SELECT secret FROM walls")}
    rooms = {row["room"] for row in rakor.rows("SELECT room FROM walls")}
    assert rooms == {"*", "lobi", "ballroom", "mahakam", "kapuas", "restoran"}
    assert len(secrets) == len(rooms)


async def test_a_public_address_is_named_where_there_is_one(rakor: Rakor) -> None:
    async with wall(rakor.parts, HOST, 0, "https://rakor.example.go.id/layar") as address:
        assert address.startswith("https://rakor.example.go.id/layar/")
        organiser = await rakor.organiser()
        await organiser.say("/layar")
        assert address in text_of(await organiser.wait_for("🖥"))


async def test_a_taken_port_is_named_with_what_to_do(rakor: Rakor) -> None:
    async with wall(rakor.parts, HOST, 0) as address:
        port = urlsplit(address).port
        assert port is not None
        with pytest.raises(WebError, match=rf"{port}.*\[web\] port"):
            async with wall(rakor.parts, HOST, port):
                pass


async def test_an_organiser_gets_the_addresses_and_changes_one(
    rakor: Rakor, session: aiohttp.ClientSession
) -> None:
    organiser = await rakor.organiser()
    async with shown(rakor) as address:
        ballroom = address_of(rakor, address, "ballroom")
        await organiser.say("/layar")
        message = await organiser.wait_for("Layar proyektor")
        assert f"Ikhtisar semua ruangan\n{address}" in text_of(message)
        assert f"Grand Ballroom\n{ballroom}" in text_of(message)
        async with looking(session, ballroom) as viewer:
            await organiser.press("🔁 Grand Ballroom")
            asked = await organiser.wait_for("Ganti alamat layar “Grand Ballroom”?")
            assert address_of(rakor, address, "ballroom") == ballroom
            await organiser.press("Ya, ganti alamat", message=asked)
            await viewer.end()
        other = address_of(rakor, address, "ballroom")
        assert other != ballroom
        assert f"Grand Ballroom\n{other}" in text_of(await organiser.wait_for("Layar proyektor"))
        for stale in (ballroom, f"{ballroom}/events"):
            async with session.get(stale) as response:
                assert response.status == 404
        async with looking(session, other), looking(session, address):
            pass
        await press_again(organiser, asked)
        assert address_of(rakor, address, "ballroom") == other


async def press_again(organiser: Chat, asked: dict[str, object]) -> None:
    """The same button once more, as after a lost answer."""
    markup = asked["reply_markup"]
    assert isinstance(markup, dict)
    (data,) = [
        one["callback_data"] for row in markup["inline_keyboard"] for one in row if "Ya" in one["text"]
    ]
    await organiser.press_data(int(str(asked["message_id"])), data)


async def test_without_a_wall_the_organiser_is_told_how_to_have_one(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    async with shown(rakor):
        pass
    await organiser.say("/layar")
    assert "belum dinyalakan" in text_of(await organiser.wait_for("🖥"))


async def test_to_participants_the_walls_do_not_exist(rakor: Rakor) -> None:
    async with shown(rakor) as address:
        budi = await rakor.participant("Budi")
        await budi.say("/layar")
        message = await budi.wait_for("Perintah itu tidak dikenal")
        secret = address.rpartition("/")[2]
        await budi.press_data(message["message_id"], f"wall.change_yes:*:{secret[:8]}")
        assert address_of(rakor, address, "*") == address
        assert buttons(message) == ["🏠 Menu"]


# ------------------------------------------------------------------------------------ many at once


async def test_hundreds_look_on_and_all_see_the_same(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address, AsyncExitStack() as stack:
        viewers = await asyncio.gather(
            *(stack.enter_async_context(looking(session, address)) for _ in range(VIEWERS))
        )
        await check_in(rakor, "Budi")
        await asyncio.gather(*(viewer.sees("1 hadir") for viewer in viewers))
        assert {viewer.parts["frame"] for viewer in viewers} == {viewers[0].parts["frame"]}


async def test_those_who_look_on_do_not_hold_up_the_end(rakor: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(rakor) as address:
        response = await session.get(f"{address}/events")
        viewer = Viewer(response)
        await viewer.hear()
    await viewer.end()


# -------------------------------------------------------------------------------------- in a browser


async def screen(page: Page) -> bytes:
    await expect(page.get_by_role("img", name="QR untuk absen").first).to_be_visible()
    return await page.screenshot()


def payload(link: str) -> str:
    """What ``/start`` carries when the link is followed."""
    assert link.startswith("https://t.me/")
    (start,) = parse_qs(urlsplit(link).query)["start"]
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", start)
    return start


@pytest.mark.browser
async def test_the_link_on_the_screen_checks_in_and_the_count_rises_by_itself(
    rakor: Rakor, chromium: Browser
) -> None:
    budi = await rakor.participant("Budi")
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        async with opened(chromium, root, PROJECTOR, f"/{secret}") as page:
            await expect(page.get_by_text("0 hadir")).to_be_visible()
            links = await codes_in(chromium, await screen(page))
            (link,) = [one for one in links if payload(one) != f"tanya-{SESSION_ID}"]
            await budi.say(f"/start {payload(link)}")
            await budi.wait_for("Hadir tercatat")
            await expect(page.get_by_text("1 hadir")).to_be_visible(timeout=HAPPENS_WITHIN_SECONDS * 1000)


@pytest.mark.browser
@pytest.mark.parametrize("size", [PROJECTOR, SMALL_PROJECTOR, OLD_PROJECTOR])
async def test_every_projector_shows_codes_that_phones_read(
    rakor: Rakor, chromium: Browser, size: tuple[int, int]
) -> None:
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        await rakor.control.post("clock", speed=0)
        await rakor.at("20 16:30")
        async with opened(chromium, root, size, f"/{secret}") as page:
            await expect(page.get_by_text("Diskusi kelompok B")).to_be_visible()
            links = await codes_in(chromium, await screen(page))
            codes = {await rakor.code(one) for one in ("diskusi-provinsi", "diskusi-kabkota")}
            assert {payload(link).removeprefix("hadir-") for link in links} == codes
            for line in await page.locator("h1, .digits, .count, .how").all():
                box = await line.bounding_box()
                assert box is not None
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= size[0]
                assert box["y"] + box["height"] <= size[1]


@pytest.mark.browser
async def test_a_code_of_two_steps_ago_and_one_of_another_session_are_refused(
    rakor: Rakor, chromium: Browser
) -> None:
    budi = await rakor.participant("Budi")
    async with shown(rakor) as address:
        root, secret = address.rsplit("/", 1)
        await rakor.at("20 16:30:00")
        async with opened(chromium, root, PROJECTOR, f"/{secret}") as page:
            await expect(page.get_by_text("Diskusi kelompok B")).to_be_visible()
            old = [payload(link) for link in await codes_in(chromium, await screen(page))]
            assert len(old) == 2
            await rakor.at("20 16:31:00")
            for start in old:
                await budi.say(f"/start {start}")
                await budi.wait_for("Kode ini sudah berganti")
        await budi.say(f"/start hadir-{await rakor.code(SESSION_ID)}")
        await budi.wait_for("Kode ini untuk sesi lain")
    assert rakor.rows("SELECT * FROM presences") == []


@pytest.mark.browser
async def test_the_page_connects_again_by_itself(rakor: Rakor, chromium: Browser) -> None:
    async with shown(rakor) as address:
        parts, port = urlsplit(address), urlsplit(address).port
        assert port is not None
    async with chromium_page(chromium) as page:
        async with wall(rakor.parts, HOST, port):
            await page.goto(address)
            await expect(page.get_by_text("0 hadir")).to_be_visible()
        await expect(page.get_by_role("status")).to_contain_text("menyambung kembali")
        await check_in(rakor, "Budi")
        async with wall(rakor.parts, HOST, port):
            await expect(page.get_by_text("1 hadir")).to_be_visible()
            await expect(page.get_by_role("status")).to_be_hidden()
            await rakor.parts.database.write(lambda tx: tx.execute("UPDATE walls SET secret = room || 'x'"))
            await expect(page.get_by_role("status")).to_contain_text("tidak berlaku lagi")
            await expect(page.get_by_role("img", name="QR untuk absen")).to_be_hidden()
    assert parts.path


@asynccontextmanager
async def chromium_page(chromium: Browser) -> AsyncIterator[Page]:
    """A page that may write errors: lost connections are what the test is about."""
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    page = await chromium.new_page(viewport={"width": 1280, "height": 720})
    yield page
    await page.close()


async def test_a_code_of_another_event_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    sample = SAMPLE_EVENT.read_text(encoding="utf-8")
    other.write_text(sample.replace('"polpum-2023"', '"lain-2023"', 1), encoding="utf-8")
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        await rakor.at("20 10:31")
        code = await rakor.code(SESSION_ID)
        await import_event(rakor.parts.database, other)
        await until(lambda: rakor.parts.programme.stored.event.code == "lain-2023")
        budi = await rakor.participant("Budi")
        await budi.say(f"/start hadir-{code}")
        await budi.wait_for("Kode ini untuk acara lain")
