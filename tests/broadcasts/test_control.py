"""A broadcast under way: watched, held, resumed, ended; and beside others."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.config import LimitSettings, OrganiserSettings
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.broadcasts.stage import TEXT, got, previewed, states
from tests.rakor import ORGANISER_ID, Rakor, emulated, running, until

PEOPLE = 60
SLOW, FAST = 2, 50
"""Virtual seconds a second; in bulk go 2.5 messages a virtual second."""

PATIENCE_SECONDS = 20.0
SECOND_ORGANISER_ID = 9002


@asynccontextmanager
async def slow_bot(folder: Path) -> AsyncIterator[tuple[Rakor, list[Chat]]]:
    """A broadcast to everybody takes a while, until ``hurry``."""
    async with emulated() as stage:
        organisers = OrganiserSettings(ids=frozenset({ORGANISER_ID, SECOND_ORGANISER_ID}))
        settings = stage.settings(folder).model_copy(update={"organisers": organisers})
        async with running(stage, settings) as rakor:
            people = [await rakor.control.user(f"Peserta {number:02}") for number in range(PEOPLE)]
            await asyncio.gather(*map(_start, people))
        with closing(sqlite3.connect(settings.database.path)) as connection, connection:
            for chat in people:
                _register(connection, chat)
        slow = LimitSettings(per_second=5, per_chat=0, per_group_minute=0)
        async with running(stage, settings.model_copy(update={"limits": slow})) as rakor:
            await rakor.control.post("clock", speed=SLOW)
            yield rakor, [Chat(rakor.control, chat.user) for chat in people]


async def _start(chat: Chat) -> None:
    """So that the bot may write to them."""
    await chat.say("/start")
    await chat.wait_for("27/2022", timeout=PATIENCE_SECONDS)


def _register(connection: sqlite3.Connection, chat: Chat) -> None:
    values = (chat.id, chat.user["first_name"])
    connection.execute("INSERT INTO participants VALUES (1, ?, ?, 'Kabid', 'Biro', NULL, 1, 0, 0)", values)


async def hurry(rakor: Rakor) -> None:
    await rakor.control.post("clock", speed=FAST)


@pytest.fixture
async def slow(tmp_path: Path) -> AsyncIterator[tuple[Rakor, list[Chat]]]:
    async with slow_bot(tmp_path) as stage:
        yield stage


async def begun(rakor: Rakor, organiser: Chat, text: str = TEXT) -> Json:
    """A broadcast of which some messages are out."""
    await previewed(organiser, text)
    await organiser.press("📣 Kirim ke")
    page = await organiser.wait_for("Sedang dikirim")
    await until(lambda: states(rakor).count("sent") >= 3, PATIENCE_SECONDS)
    return page


async def finished(rakor: Rakor, number: int = 1) -> None:
    """Time passes until so many broadcasts are done."""
    await hurry(rakor)
    await until(
        lambda: len(rakor.rows("SELECT 1 FROM broadcasts WHERE state = 'done'")) >= number, PATIENCE_SECONDS
    )


async def at_rest(rakor: Rakor) -> None:
    """What was in hand is out."""
    await hurry(rakor)
    await until(lambda: "sending" not in states(rakor), PATIENCE_SECONDS)


async def edits(rakor: Rakor) -> int:
    return len(await rakor.control.calls(method="editMessageText"))


async def no_edit_in(rakor: Rakor, minutes: int) -> None:
    before = await edits(rakor)
    for _ in range(minutes):
        await rakor.control.advance(60)
        await asyncio.sleep(0.05)
    assert await edits(rakor) == before


async def test_paused_nothing_more_goes_out_until_it_is_resumed(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, people = slow
    organiser = await rakor.organiser()
    status = await begun(rakor, organiser)
    await organiser.press("⏸ Jeda")
    await organiser.wait_for("⏸ Dijeda")
    await at_rest(rakor)
    still = states(rakor).count("waiting")
    assert still >= 1
    await rakor.control.advance(60)
    await organiser.press("Perbarui")
    # it may have brought itself up to date before the press, which then changes nothing
    page = await organiser.wait_for(f"menunggu {still}", after=status["message_id"] - 1)
    assert states(rakor).count("waiting") == still
    assert buttons(page)[:2] == ["▶️ Lanjutkan", "⏹ Hentikan"]
    await organiser.press("Lanjutkan")
    await finished(rakor)
    assert await got(people) == [chat.user["first_name"] for chat in people]


async def test_stopped_the_rest_is_never_sent(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, people = slow
    organiser = await rakor.organiser()
    await begun(rakor, organiser)
    await organiser.press("⏹ Hentikan")
    await organiser.wait_for("Hentikan siaran ini?")
    await organiser.press("Ya, hentikan")
    await organiser.wait_for("⏹ Dihentikan")
    await hurry(rakor)
    await until(lambda: set(states(rakor)) == {"sent", "dropped"}, PATIENCE_SECONDS)
    out = states(rakor).count("sent")
    page = await organiser.wait_for(f"Terkirim {out}, gagal 0, tidak dikirim {PEOPLE - out}")
    assert "⏸ Jeda" not in buttons(page)
    (row,) = rakor.rows("SELECT id FROM broadcasts")
    for action in ("resume", "send", "send_now", "pause"):
        assert await organiser.press_data(page["message_id"], f"broadcasts.{action}:{row['id']}") is not None
    (row,) = rakor.rows("SELECT state FROM broadcasts")
    assert row["state"] == "cancelled"
    assert len(await got(people)) == out


async def test_asking_whether_to_stop_changes_nothing_and_is_not_written_over(
    slow: tuple[Rakor, list[Chat]],
) -> None:
    rakor, _ = slow
    organiser = await rakor.organiser()
    page = await begun(rakor, organiser)
    await organiser.press("⏹ Hentikan")
    await organiser.wait_for("Hentikan siaran ini?")
    await finished(rakor)
    (stands,) = [one for one in await organiser.messages() if one["message_id"] == page["message_id"]]
    assert "Hentikan siaran ini?" in text_of(stands)
    await organiser.press("‹ Kembali")
    await organiser.wait_for(f"✅ Selesai\nTerkirim {PEOPLE}, gagal 0")


async def test_the_progress_shows_itself_with_rate_and_end_and_then_is_silent(
    slow: tuple[Rakor, list[Chat]],
) -> None:
    rakor, _ = slow
    organiser = await rakor.organiser()
    page = await begun(rakor, organiser)
    moving = await organiser.wait_for("per detik; selesai sekitar pukul 07.", timeout=PATIENCE_SECONDS)
    assert moving["message_id"] == page["message_id"]
    await finished(rakor)
    await organiser.wait_for(f"✅ Selesai\nTerkirim {PEOPLE}, gagal 0, menunggu 0.")
    await until(lambda: rakor.rows("SELECT * FROM broadcast_watches") == [])
    await no_edit_in(rakor, minutes=5)


async def test_the_progress_keeps_to_the_organisers_language(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, _ = slow
    organiser = await rakor.control.user("Committee", id=SECOND_ORGANISER_ID, language_code="en")
    await organiser.say(f"/siaran {TEXT}")
    await organiser.wait_for("☝️")
    await organiser.press("📣 Send to")
    await organiser.wait_for("a second; done at about 07.", timeout=PATIENCE_SECONDS)
    await finished(rakor)
    await organiser.wait_for("✅ Done")


async def test_a_paused_broadcast_costs_no_edit(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, _ = slow
    organiser = await rakor.organiser()
    await begun(rakor, organiser)
    await organiser.press("⏸ Jeda")
    await organiser.wait_for("⏸ Dijeda")
    await at_rest(rakor)
    out = states(rakor).count("sent")
    await organiser.wait_for(f"Terkirim {out}, gagal 0, menunggu {PEOPLE - out}")
    await no_edit_in(rakor, minutes=5)


async def test_whoever_goes_to_the_menu_is_left_there(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, _ = slow
    organiser = await rakor.organiser()
    page = await begun(rakor, organiser)
    await organiser.press("🏠 Menu", message=await _now(organiser, page))
    await organiser.wait_for("Selamat datang")
    await finished(rakor)
    await rakor.control.advance(60)
    await asyncio.sleep(0.1)
    assert "Selamat datang" in text_of(await _now(organiser, page))


async def _now(chat: Chat, message: Json) -> Json:
    """The message as it stands in the chat now."""
    return next(one for one in await chat.messages() if one["message_id"] == message["message_id"])


async def test_the_list_leads_back_to_one_under_way(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, _ = slow
    organiser = await rakor.organiser()
    await begun(rakor, organiser)
    await organiser.say("/siaran")
    shown = await organiser.wait_for("tulis yang baru")
    assert buttons(shown)[1].startswith("▶️ 20/02 07.0")
    assert TEXT in buttons(shown)[1]
    await organiser.press("▶️ 20/02", message=shown)
    await organiser.wait_for("Sedang dikirim")
    await finished(rakor)
    await organiser.wait_for("✅ Selesai")
    assert len(rakor.rows("SELECT * FROM broadcast_watches")) <= 1


async def test_two_organisers_watch_and_steer_the_same_broadcast(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, people = slow
    first = await rakor.organiser()
    second = await rakor.control.user("Panitia 2", id=SECOND_ORGANISER_ID, language_code="en")
    await begun(rakor, first)
    await second.say("/siaran")
    await second.wait_for("write a new one")
    await second.press(TEXT)
    await second.wait_for("Being sent")
    await second.press("⏸ Pause")
    await second.wait_for("⏸ Paused")
    await hurry(rakor)
    await first.wait_for("⏸ Dijeda")
    await first.press("Lanjutkan")
    await finished(rakor)
    assert await got(people) == [chat.user["first_name"] for chat in people]


async def test_two_organisers_who_press_at_once_send_once(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, people = slow
    first = await rakor.organiser()
    second = await rakor.control.user("Panitia 2", id=SECOND_ORGANISER_ID, language_code="id")
    await second.say("/menu")
    menu = await second.wait_for("Selamat datang")
    card = await previewed(first)
    (row,) = rakor.rows("SELECT id FROM broadcasts")
    send = f"broadcasts.send:{row['id']}"
    presses = [
        chat.press_data(message["message_id"], send) for chat, message in ((first, card), (second, menu))
    ]
    await asyncio.gather(*presses, *(first.press_data(card["message_id"], send) for _ in range(3)))
    await finished(rakor)
    assert await got(people) == [chat.user["first_name"] for chat in people]


async def test_a_later_broadcast_does_not_wait_for_an_earlier_one(slow: tuple[Rakor, list[Chat]]) -> None:
    rakor, people = slow
    organiser = await rakor.organiser()
    await begun(rakor, organiser)
    await previewed(organiser, "Yang kedua.")
    await organiser.press("📣 Kirim ke")
    await organiser.wait_for("Yang kedua.")
    await rakor.control.post("clock", speed=5 * SLOW)
    await until(lambda: len(_sent_of(rakor, 2)) >= 3, PATIENCE_SECONDS)
    assert len(_sent_of(rakor, 1)) < PEOPLE
    await finished(rakor, 2)
    for text in (TEXT, "Yang kedua."):
        assert await got(people, text) == [chat.user["first_name"] for chat in people]


def _sent_of(rakor: Rakor, broadcast: int) -> list[object]:
    return list(
        rakor.rows(
            "SELECT id FROM outbox WHERE kind = 'broadcast' AND state = 'sent' AND subject = ?",
            str(broadcast),
        )
    )
