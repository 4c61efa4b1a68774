"""Keyboards: inline ones in messages, reply keyboards that stand for a person."""

from __future__ import annotations

from typing import Any

import pytest

from bot.rehearsal.chat import Chat, Control, ControlError, buttons

from .conftest import Api, ApiRefusalError

BUTTON = "Bad Request: can't parse inline keyboard button: "


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "x" * 64},
        {"callback_data": "é" * 32},
        {"url": "https://kemendagri.go.id/rakor?a=1"},
        {"url": "tg://user?id=1"},
        {"url": "http://127.0.0.1:8080/wall"},
        {"switch_inline_query": ""},
        {"switch_inline_query_current_chat": "x"},
        {"web_app": {"url": "https://example.org"}},
        {"login_url": {"url": "https://example.org"}},
        {"copy_text": {"text": "KODE"}},
        {"callback_data": "x", "style": "primary"},
    ],
)
async def test_buttons_of_each_kind_come_back_as_sent(api: Api, budi: Chat, button: dict[str, Any]) -> None:
    markup = inline([{"text": "A", **button}])
    assert (await api("sendMessage", chat_id=budi.id, text="x", reply_markup=markup))[
        "reply_markup"
    ] == markup


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
        ([], "Bad Request: object expected as reply markup"),
        ({"keyboard": ["A"]}, 'Bad Request: field "keyboard" must be an Array of Arrays'),
        (
            {"inline_keyboard": [{}]},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"keyboard": [[1]]},
            "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ({"keyboard": [[{}]]}, "Bad Request: can't parse keyboard button: Can't find field \"text\""),
        ({"inline_keyboard": [["A"]]}, BUTTON + "InlineKeyboardButton must be an Object"),
        (inline([{"callback_data": "a"}]), BUTTON + 'Can\'t find field "text"'),
        (inline([{"text": 1, "callback_data": "a"}]), BUTTON + 'Field "text" must be of type String'),
        (inline([{"text": "A"}]), BUTTON + "Text buttons are unallowed in the inline keyboard"),
        (
            inline([{"text": "A", "callback_data": ""}]),
            BUTTON + "Text buttons are unallowed in the inline keyboard",
        ),
        (inline([{"text": "A", "web_app": "x"}]), BUTTON + 'Field "web_app" must be of type Object'),
        (inline([{"text": "A", "callback_data": "x" * 65}]), "Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "A", "callback_data": "é" * 33}]), "Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "A", "url": "not a link"}]), "Bad Request: BUTTON_URL_INVALID"),
        (inline(*[[{"text": "A", "callback_data": "a"}]] * 101), "Bad Request: reply markup is too long"),
    ],
)
async def test_wrong_markup_is_refused(api: Api, budi: Chat, markup: Any, description: str) -> None:
    with pytest.raises(ApiRefusalError) as failure:
        await api("sendMessage", chat_id=budi.id, text="x", reply_markup=markup)
    assert failure.value.description == description


async def test_a_reply_keyboard_stands_for_the_person_and_is_not_echoed(api: Api, budi: Chat) -> None:
    keyboard = {
        "keyboard": [["Jadwal", {"text": "Bagikan nomor", "request_contact": True}]],
        "resize_keyboard": True,
        "is_persistent": True,
        "input_field_placeholder": "Pilih",
    }
    message = await api("sendMessage", chat_id=budi.id, text="x", reply_markup=keyboard)
    assert "reply_markup" not in message
    assert await budi.reply_keyboard() == [
        [{"text": "Jadwal"}, {"text": "Bagikan nomor", "request_contact": True}]
    ]
    await budi.say("lain")
    assert await budi.reply_keyboard() != []
    await api("sendMessage", chat_id=budi.id, text="x", reply_markup={"remove_keyboard": True})
    assert await budi.reply_keyboard() == []


async def test_a_keyboard_for_one_time_goes_once_tapped_but_not_by_other_texts(api: Api, budi: Chat) -> None:
    keyboard = {"keyboard": [["Ya"], ["Tidak"]], "one_time_keyboard": True}
    await api("sendMessage", chat_id=budi.id, text="x", reply_markup=keyboard)
    await budi.say("mungkin")
    assert await budi.reply_keyboard() == [[{"text": "Ya"}], [{"text": "Tidak"}]]
    await budi.press("Ya")
    assert await budi.reply_keyboard() == []
    assert [update["message"]["text"] for update in await api.updates()] == ["mungkin", "Ya"]


async def test_tapping_shares_the_persons_own_contact_and_place(api: Api, budi: Chat) -> None:
    keyboard = {
        "keyboard": [
            [{"text": "Nomor", "request_contact": True}, {"text": "Lokasi", "request_location": True}]
        ]
    }
    await api("sendMessage", chat_id=budi.id, text="x", reply_markup=keyboard)
    await budi.say("Nomor")
    await budi.say("Lokasi")
    contact, place = (update["message"] for update in await api.updates())
    assert contact["contact"]["user_id"] == budi.id
    assert contact["contact"]["first_name"] == "Budi"
    assert contact["contact"]["phone_number"].isdigit()
    assert place["location"].keys() == {"latitude", "longitude"}


async def test_a_button_that_asks_for_more_than_a_tap_says_so(api: Api, budi: Chat) -> None:
    keyboard = {"keyboard": [[{"text": "Pilih", "request_users": {"request_id": 1}}]]}
    await api("sendMessage", chat_id=budi.id, text="x", reply_markup=keyboard)
    with pytest.raises(ControlError, match="POST send"):
        await budi.say("Pilih")
    await budi.send("users_shared", request_id=1, users=[budi.id])
    shared = (await api.updates())[-1]["message"]["users_shared"]
    assert shared == {"request_id": 1, "users": [{"user_id": budi.id}]}


async def test_a_forced_reply_stands_until_the_person_writes(api: Api, budi: Chat, control: Control) -> None:
    forced = {"force_reply": True, "input_field_placeholder": "Nama Anda"}
    await api("sendMessage", chat_id=budi.id, text="Siapa?", reply_markup=forced)
    assert (await control.get("chats", user=budi.id))[0]["reply_keyboard"] == forced
    await budi.say("Budi")
    assert (await control.get("chats", user=budi.id))[0]["reply_keyboard"] is None


async def test_an_empty_markup_is_none(api: Api, budi: Chat) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="x", reply_markup={"inline_keyboard": []})
    assert "reply_markup" not in message
    assert buttons(message) == []
