"""Presses of inline buttons, and their answers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control, ControlError

from .conftest import Api, ApiRefusalError

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
MENU = {
    "inline_keyboard": [
        [
            {"text": "Jadwal hari ini", "callback_data": "agenda"},
            {"text": "Situs", "url": "https://example.org/a"},
        ]
    ]
}


@pytest.fixture
async def menu(api: Api, budi: Chat) -> dict[str, Any]:
    message: dict[str, Any] = await api("sendMessage", chat_id=budi.id, text="Menu", reply_markup=MENU)
    return message


async def pressed(api: Api, budi: Chat, label: str = "Jadwal") -> dict[str, Any]:
    """The callback query of a press that is not waited for."""
    await budi.press(label, wait=0)
    query: dict[str, Any] = (await api.updates())[-1]["callback_query"]
    return query


async def refused(api: Api, **parameters: Any) -> str:
    with pytest.raises(ApiRefusalError) as failure:
        await api("answerCallbackQuery", **parameters)
    return failure.value.description


async def test_a_press_reaches_the_bot_with_its_message(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    query = await pressed(api, budi)
    assert query["from"] == budi.user
    assert query["message"] == menu
    assert query["data"] == "agenda"
    assert query["chat_instance"]


async def test_the_answer_reaches_the_person_who_waits(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    press = asyncio.create_task(budi.press("Jadwal hari ini"))
    [update] = await api("getUpdates", offset=-1, timeout=5)
    await api(
        "answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Ini", show_alert=True
    )
    assert await press == {"text": "Ini", "show_alert": True, "url": None}


async def test_a_press_without_an_answer_is_none_after_the_wait(budi: Chat, menu: dict[str, Any]) -> None:
    assert await budi.press("agenda", wait=0.01) is None


async def test_a_query_is_answered_once(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    query = await pressed(api, budi)
    await api("answerCallbackQuery", callback_query_id=query["id"])
    assert await refused(api, callback_query_id=query["id"]) == TOO_OLD
    assert await refused(api, callback_query_id="1") == TOO_OLD
    assert await refused(api) == TOO_OLD


async def test_a_query_is_answered_by_its_bot_only(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    query = await pressed(api, budi)
    other = api.with_token("5:another-bot")
    assert await refused(other, callback_query_id=query["id"]) == TOO_OLD
    await api("answerCallbackQuery", callback_query_id=query["id"])


async def test_a_query_expires_by_the_virtual_clock(
    api: Api, budi: Chat, menu: dict[str, Any], clock: VirtualClock, control: Control
) -> None:
    query = await pressed(api, budi)
    clock.advance(15 * 60)
    assert await refused(api, callback_query_id=query["id"]) == TOO_OLD
    await control.post("settings", callback_seconds=10)
    query = await pressed(api, budi)
    clock.advance(9)
    await api("answerCallbackQuery", callback_query_id=query["id"])


async def test_a_press_waits_for_a_bot_150_seconds_of_the_clock_and_longer_on_a_fast_one(
    api: Api, budi: Chat, menu: dict[str, Any], clock: VirtualClock
) -> None:
    await budi.press("Jadwal", wait=0)
    clock.advance(149)
    await budi.press("Jadwal", wait=0)
    clock.advance(1)
    assert len(await api.updates()) == 1
    clock.set(speed=600)
    await budi.press("Jadwal", wait=0)
    clock.advance(150 * 600 - 3600)
    [update] = await api.updates()
    await api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])


async def test_an_answer_with_cache_time_serves_the_same_press_again(
    api: Api, budi: Chat, menu: dict[str, Any], clock: VirtualClock
) -> None:
    query = await pressed(api, budi)
    await api("answerCallbackQuery", callback_query_id=query["id"], text="A", cache_time=30)
    clock.advance(29)
    assert await budi.press("Jadwal") == {"text": "A", "show_alert": False, "url": None}
    assert await api.updates() == []
    clock.advance(1)
    assert await budi.press("Jadwal", wait=0) is None
    assert len(await api.updates()) == 1


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": "x" * 201}, "Bad Request: MESSAGE_TOO_LONG"),
        ({"url": "https://example.org"}, "Bad Request: URL_INVALID"),
        ({"url": "https://t.me/otherbot?start=1"}, "Bad Request: URL_INVALID"),
    ],
)
async def test_a_wrong_answer_leaves_the_query_open(
    api: Api, budi: Chat, menu: dict[str, Any], parameters: dict[str, str], description: str
) -> None:
    query = await pressed(api, budi)
    assert await refused(api, callback_query_id=query["id"], **parameters) == description
    own = f"https://t.me/{(await api('getMe'))['username']}?start=x"
    await api("answerCallbackQuery", callback_query_id=query["id"], text="x" * 200, url=own)


async def test_the_message_of_a_query_may_be_gone(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    await api("deleteMessage", chat_id=budi.id, message_id=menu["message_id"])
    await budi.press_data(menu["message_id"], "agenda", wait=0)
    message = (await api.updates())[-1]["callback_query"]["message"]
    assert message == {"chat": menu["chat"], "message_id": menu["message_id"], "date": 0}


async def test_any_data_may_be_forged_but_labels_have_to_be_there(
    api: Api, budi: Chat, menu: dict[str, Any]
) -> None:
    await budi.press_data(menu["message_id"], "admin:" + "x" * 100, wait=0)
    assert (await api.updates())[-1]["callback_query"]["data"].startswith("admin:")
    with pytest.raises(ControlError, match="no button 'Rahasia'"):
        await budi.act("press", message_id=menu["message_id"], text="Rahasia")
    with pytest.raises(AssertionError, match="Jadwal hari ini"):
        await budi.press("Rahasia")


async def test_a_button_with_a_link_is_opened_by_the_app(api: Api, budi: Chat, menu: dict[str, Any]) -> None:
    assert await budi.press("Situs") == {"text": "", "show_alert": False, "url": "https://example.org/a"}
    assert await api.updates() == []
