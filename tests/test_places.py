"""Where somebody is who checks in: asked for where the session wants it, recorded whatever comes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.app import assembled, serve
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Control, buttons, text_of
from bot.telegram.webhook import PATH, SECRET_HEADER
from data.eventfile import load
from data.places import ANSWER_SECONDS, Location, distance_m, judge
from tests.attendance_stage import event_with, meeting
from tests.rakor import TOKEN, Rakor, emulated, until
from tests.test_webhook import free_port

VENUE = load(SAMPLE_EVENT).venue
INSIDE = {"latitude": -1.2753, "longitude": 116.8389}
FAR = {"latitude": -1.2653, "longitude": 116.8289}
SECRET = "secret-of-the-webhook-tests"


@pytest_asyncio.fixture
async def placed(tmp_path: Path) -> AsyncIterator[Rakor]:
    """Panel I asks for the place."""
    async with meeting(tmp_path, {"panel-1": "place = true"}) as rakor:
        yield rakor


async def checked_in(rakor: Rakor, language_code: str = "id", name: str = "Budi") -> Chat:
    """Somebody who has sent the code, and is asked where they are."""
    chat = await rakor.participant(name, language_code=language_code)
    await rakor.at("20 10:31")
    await chat.say(await rakor.code("panel-1"))
    await chat.wait_for("kirim lokasi" if language_code == "id" else "send your location")
    return chat


def places(rakor: Rakor) -> list[tuple[Any, ...]]:
    rows = rakor.rows("SELECT place, latitude, accepted FROM presences ORDER BY at")
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_the_code_is_followed_by_a_button_for_the_place(placed: Rakor, language_code: str) -> None:
    budi = await checked_in(placed, language_code)
    (first, second) = await budi.reply_keyboard()
    assert first[0]["request_location"] is True
    assert "request_location" not in second[0]
    await budi.send("location", **INSIDE)
    await budi.wait_for("Lokasi diterima" if language_code == "id" else "Your location is received")
    assert await budi.reply_keyboard() == []
    assert places(placed) == [("inside", -1.275, None)]


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_far_away_is_recorded_said_and_may_be_mended(placed: Rakor, language_code: str) -> None:
    budi = await checked_in(placed, language_code)
    await budi.send("location", **FAR)
    words = "1,5 km dari Hotel Novotel" if language_code == "id" else "1.5 km from Hotel Novotel"
    await budi.wait_for(words)
    assert places(placed)[0][0] == "far"
    await budi.send("location", **INSIDE)
    await budi.wait_for("Lokasi diterima" if language_code == "id" else "received")
    assert places(placed)[0][0] == "inside"
    trail = placed.rows("SELECT reason FROM attendance_trail WHERE act = 'place' ORDER BY id")
    assert [row["reason"].split()[0] for row in trail] == ["far", "inside"]


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "dipilih di peta"), ("en", "picked on the map")]
)
async def test_a_place_picked_on_the_map_is_refused(placed: Rakor, language_code: str, sentence: str) -> None:
    budi = await checked_in(placed, language_code)
    await budi.send("venue", title="Hotel", address="Jalan", **INSIDE)
    await budi.wait_for(sentence)
    assert places(placed) == [("chosen", None, None)]
    assert await budi.reply_keyboard() != []


@pytest.mark.parametrize(("language_code", "sentence"), [("id", "Lokasi ini terlambat"), ("en", "is late")])
async def test_a_location_long_after_the_code_is_refused(
    placed: Rakor, language_code: str, sentence: str
) -> None:
    budi = await checked_in(placed, language_code)
    await placed.at("20 10:45")
    await budi.send("location", **INSIDE)
    await budi.wait_for(sentence)
    assert places(placed) == [("old", None, None)]


@pytest.mark.parametrize(
    ("language_code", "label", "sentence"),
    [
        ("id", "Tidak kirim lokasi", "lokasi tidak dikirim"),
        ("en", "Do not send my location", "no location"),
    ],
)
async def test_who_sends_none_stays_present_for_the_committee_to_decide(
    placed: Rakor, language_code: str, label: str, sentence: str
) -> None:
    budi = await checked_in(placed, language_code)
    await budi.press(label)
    await budi.wait_for(sentence)
    assert places(placed) == [("refused", None, None)]


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "Lokasi tidak sedang diminta"), ("en", "No location is asked for")]
)
async def test_a_location_that_nobody_asked_for_says_so(
    placed: Rakor, language_code: str, sentence: str
) -> None:
    budi = await placed.participant(language_code=language_code)
    await budi.send("location", **INSIDE)
    assert "🏠 Menu" in buttons(await budi.wait_for(sentence))


async def test_the_committee_decides_on_each(placed: Rakor) -> None:
    organiser = await placed.organiser()
    for name in ("Budi", "Citra"):
        chat = await checked_in(placed, name=name)
        await chat.send("location", **FAR)
        await chat.wait_for("akan diputuskan panitia")
    await organiser.say("/hadirin")
    assert "Lokasi perlu diputuskan: 2" in text_of(await organiser.wait_for("Panel I"))
    await organiser.press("📍 Lokasi")
    assert "1,5 km dari tempat acara" in text_of(await organiser.wait_for("perlu diputuskan: 2"))
    await organiser.press("Terima 1")
    await organiser.wait_for("perlu diputuskan: 1")
    await organiser.press("Tolak 1")
    await organiser.wait_for("Tidak ada yang perlu diputuskan")
    assert places(placed) == [("far", -1.265, 1)]
    acts = placed.rows(
        "SELECT act, reason FROM attendance_trail WHERE actor_chat_id = ? ORDER BY id", organiser.id
    )
    assert [row["act"] for row in acts] == ["accept", "unmark"]
    assert all("panitia" in row["reason"] for row in acts)


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_a_forwarded_location_is_refused_through_a_webhook(tmp_path: Path, language_code: str) -> None:
    """As Telegram sends one: with where it came from."""
    port = free_port()
    async with emulated() as stage:
        settings = stage.settings(tmp_path, event_with(tmp_path, {"panel-1": "place = true"}))
        telegram = settings.telegram.model_copy(
            update={
                "mode": "webhook",
                "webhook_url": f"http://127.0.0.1:{port}",
                "webhook_port": port,
                "webhook_secret": SECRET,
            }
        )
        settings = settings.model_copy(update={"telegram": telegram})
        stop = asyncio.Event()
        async with Control(stage.emulator.url, TOKEN) as control, assembled(settings, stage.clock) as parts:
            loops = asyncio.create_task(serve(parts, stop))
            try:
                rakor = Rakor(control, parts, settings)
                budi = await checked_in(rakor, language_code)
                said = await budi.send("sticker")
                person = {"id": budi.id, "is_bot": False, "first_name": "Budi"}
                now = int(stage.clock.now())
                message = {
                    "message_id": said["message_id"] + 100,
                    "date": now,
                    "chat": {"id": budi.id, "type": "private", "first_name": "Budi"},
                    "from": {**person, "language_code": language_code},
                    "location": INSIDE,
                    "forward_origin": {"type": "user", "date": now - 60, "sender_user": person},
                }
                body = json.dumps({"update_id": said["update_id"] + 1000, "message": message})
                async with (
                    aiohttp.ClientSession() as session,
                    session.post(
                        f"http://127.0.0.1:{port}{PATH}", data=body, headers={SECRET_HEADER: SECRET}
                    ) as response,
                ):
                    assert response.status == 200
                sentence = "Lokasi terusan" if language_code == "id" else "A forwarded location"
                await budi.wait_for(sentence)
                await until(lambda: places(rakor) == [("forwarded", None, None)])
            finally:
                stop.set()
                await loops


@given(st.floats(-0.01, 0.01), st.floats(-0.01, 0.01))
def test_a_kilometre_is_about_nine_thousandths_of_a_degree(north: float, east: float) -> None:
    """At the equator, against the plane."""
    assert VENUE.latitude is not None
    assert VENUE.longitude is not None
    found = distance_m(VENUE, Location(VENUE.latitude + north, VENUE.longitude + east, 0.0))
    assert found is not None
    assert found == pytest.approx(111_195 * (north**2 + east**2) ** 0.5, rel=0.01, abs=0.5)


@given(st.floats(-3600, 3600))
def test_only_what_is_sent_soon_after_the_code_says_something(seconds: float) -> None:
    result, distance = judge(VENUE, Location(-1.2753, 116.8385, 10_000.0 + seconds), 10_000.0)
    is_soon = 10_000.0 <= 10_000.0 + seconds <= 10_000.0 + ANSWER_SECONDS
    assert result == ("inside" if is_soon else "old")
    assert (distance is not None) == is_soon
