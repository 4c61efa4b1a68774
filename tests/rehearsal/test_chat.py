"""The people whom the tests let act: what they find, and what they wait for."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.rehearsal.chat import Chat, Control, buttons, text_of
from bot.rehearsal.emulator import Emulator

from .conftest import Api


def menu(*labels: str) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()}] for label in labels]}


async def test_waits_until_a_message_comes(api: Api, budi: Chat) -> None:
    waiting = asyncio.create_task(budi.wait_for("siap"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    sent = await api("sendMessage", chat_id=budi.id, text="Sudah siap")
    assert await waiting == sent


async def test_sees_edits_that_come_after_the_last_act(api: Api, budi: Chat) -> None:
    sent = await api("sendMessage", chat_id=budi.id, text="Menu", reply_markup=menu("A"))
    await budi.press("A", wait=0)
    waiting = asyncio.create_task(budi.wait_for("Isi"))
    await api("editMessageText", chat_id=budi.id, message_id=sent["message_id"], text="Isi A")
    assert (await waiting)["message_id"] == sent["message_id"]


async def test_what_stood_before_the_last_act_does_not_count(api: Api, budi: Chat) -> None:
    await api("sendMessage", chat_id=budi.id, text="Menu")
    await budi.say("lagi")
    with pytest.raises(AssertionError, match="nothing like 'Menu'"):
        await budi.wait_for("Menu", timeout=0.05)
    assert (await budi.wait_for("Menu", after=0))["text"] == "Menu"


async def test_says_how_the_chat_ends_when_nothing_fits(api: Api, budi: Chat) -> None:
    await api("sendMessage", chat_id=budi.id, text="Selamat pagi", reply_markup=menu("Jadwal", "Materi"))
    started = time.monotonic()
    with pytest.raises(AssertionError) as failure:
        await budi.wait_for("Selamat malam", timeout=0.1)
    assert time.monotonic() - started < 1
    assert "2: Bot 4242: 'Selamat pagi' [Jadwal] [Materi]" in str(failure.value)


async def test_a_condition_may_be_waited_for(api: Api, budi: Chat) -> None:
    await api("sendLocation", chat_id=budi.id, latitude=1, longitude=2)
    assert (await budi.wait_for(lambda message: "location" in message))["location"]["latitude"] == 1


async def test_ones_own_messages_do_not_count(budi: Chat) -> None:
    await budi.say("gema")
    with pytest.raises(AssertionError):
        await budi.wait_for("gema", timeout=0.05)


async def test_presses_the_newest_message_that_has_the_button(api: Api, budi: Chat) -> None:
    await api("sendMessage", chat_id=budi.id, text="lama", reply_markup=menu("Jadwal"))
    newer = await api(
        "sendMessage", chat_id=budi.id, text="baru", reply_markup=menu("Jadwal lengkap", "Jadwal")
    )
    await budi.press("Jadwal", wait=0)
    query = (await api.updates())[-1]["callback_query"]
    assert (query["message"]["message_id"], query["data"]) == (newer["message_id"], "jadwal")
    await budi.press("lengkap", wait=0)
    assert (await api.updates())[-1]["callback_query"]["data"] == "jadwal lengkap"


async def test_presses_a_named_message_and_by_data(api: Api, budi: Chat) -> None:
    older = await api("sendMessage", chat_id=budi.id, text="lama", reply_markup=menu("Jadwal"))
    await api("sendMessage", chat_id=budi.id, text="baru", reply_markup=menu("Jadwal"))
    await budi.press("jadwal", message=older, wait=0)
    assert (await api.updates())[-1]["callback_query"]["message"]["message_id"] == older["message_id"]
    with pytest.raises(AssertionError, match="no button 'Jad'"):
        await budi.press("Jad", exact=True)


async def test_the_last_message_is_the_bots(api: Api, budi: Chat) -> None:
    with pytest.raises(AssertionError, match="has written nothing"):
        await budi.last()
    sent = await api("sendMessage", chat_id=budi.id, text="x")
    await budi.say("y")
    assert await budi.last() == sent


async def test_nobody_has_written_yet_in_a_chat_that_has_not_begun(control: Control) -> None:
    siti = await control.user("Siti")
    assert await siti.messages() == []
    with pytest.raises(AssertionError, match="the chat is empty"):
        await siti.wait_for("x", timeout=0.05)


async def test_texts_and_buttons_are_read_from_any_message() -> None:
    assert text_of({"caption": "x"}) == "x"
    assert text_of({}) == ""
    assert buttons({"reply_markup": menu("A", "B")}) == ["A", "B"]


async def test_many_people_act_at_once(api: Api, control: Control) -> None:
    people = await asyncio.gather(*(control.user(f"Peserta {number}") for number in range(40)))
    await asyncio.gather(*(person.say("/start") for person in people))
    assert len({person.id for person in people}) == 40
    assert len(await api.updates()) == 40


async def test_is_used_inside_a_with_block(emulator: Emulator) -> None:
    with pytest.raises(RuntimeError, match="async with"):
        await Control(emulator.url).user()
