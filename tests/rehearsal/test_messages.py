"""Texts and what surrounds them: sent, answered, edited, deleted, copied, forwarded."""

from __future__ import annotations

from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control

from .conftest import SEVEN_O_CLOCK, Api, ApiRefusalError

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
KEYBOARD = {"inline_keyboard": [[{"text": "Jadwal", "callback_data": "agenda"}]]}


async def refusal(api: Api, method: str, **parameters: Any) -> str:
    """The description with which a call is refused."""
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    assert failure.value.code == failure.value.status
    return failure.value.description


async def test_a_message_tells_who_where_when_and_what(api: Api, budi: Chat) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="Selamat pagi")
    assert message == {
        "message_id": 2,
        "from": {"id": 4242, "is_bot": True, "first_name": "Bot 4242", "username": "bot4242_bot"},
        "chat": {
            "id": budi.id,
            "type": "private",
            "first_name": "Budi",
            "last_name": "Santoso",
            "username": "budisantoso",
        },
        "date": int(SEVEN_O_CLOCK.timestamp()),
        "text": "Selamat pagi",
    }
    assert (await budi.messages())[-1] == message


async def test_private_chats_draw_their_ids_from_one_sequence(api: Api, budi: Chat, control: Control) -> None:
    siti = await control.user("Siti")
    ids = [(await chat.say("Halo"))["message_id"] for chat in (budi, siti, budi)]
    assert ids == [2, 3, 4]


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": "   "}, "Bad Request: message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"text": "x" * 32769}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "bbcode"}, "Bad Request: unsupported parse_mode"),
        (
            {"text": "a < b", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2',
        ),
        (
            {"text": "1.", "parse_mode": "MarkdownV2"},
            "Bad Request: can't parse entities: "
            "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 5}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "elsewhere"}, "Bad Request: chat not found"),
        ({"text": "x", "message_thread_id": 9}, "Bad Request: message thread not found"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"text": "x", "entities": [{"type": "bold"}]},
            "Bad Request: can't parse MessageEntity: can't find field \"offset\"",
        ),
    ],
)
async def test_a_text_is_refused_in_telegrams_words(
    api: Api, budi: Chat, parameters: dict[str, Any], description: str
) -> None:
    assert (
        await refusal(api, "sendMessage", **{"chat_id": budi.id, **parameters})
    ).lower() == description.lower()


async def test_the_longest_text_passes_and_counts_utf16_units(api: Api, budi: Chat) -> None:
    assert len((await api("sendMessage", chat_id=budi.id, text="x" * 4096))["text"]) == 4096
    assert len((await api("sendMessage", chat_id=budi.id, text="😀" * 2048))["text"]) == 2048


async def test_white_space_around_a_text_is_trimmed_with_its_entities(api: Api, budi: Chat) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="  \n <b>Halo</b> /start \n", parse_mode="html")
    assert message["text"] == "Halo /start"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in message["entities"]] == [
        ("bold", 0, 4),
        ("bot_command", 5, 6),
    ]


async def test_given_entities_count_without_a_parse_mode(api: Api, budi: Chat) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 2}]
    assert (await api("sendMessage", chat_id=budi.id, text="abc", entities=bold))["entities"] == bold


async def test_a_mention_by_id_becomes_one_of_a_known_person_only(api: Api, budi: Chat) -> None:
    text = f'<a href="tg://user?id={budi.id}">Budi</a> <a href="tg://user?id=99">Siapa</a>'
    message = await api("sendMessage", chat_id=budi.id, text=text, parse_mode="HTML")
    assert message["entities"] == [{"type": "text_mention", "offset": 0, "length": 4, "user": budi.user}]


async def test_options_of_a_text_are_echoed(api: Api, budi: Chat) -> None:
    message = await api(
        "sendMessage",
        chat_id=budi.id,
        text="https://example.org",
        protect_content=True,
        link_preview_options={"is_disabled": True},
    )
    assert message["has_protected_content"] is True
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_a_person_who_never_started_the_bot_cannot_be_written_to(api: Api, control: Control) -> None:
    stranger = await control.user("Orang Asing")
    description = await refusal(api, "sendMessage", chat_id=stranger.id, text="Halo")
    assert description == "Forbidden: bot can't initiate conversation with a user"


async def test_nothing_can_be_read_of_a_person_who_never_started_the_bot(api: Api, control: Control) -> None:
    stranger = await control.user("Orang Asing")
    assert await refusal(api, "getChat", chat_id=stranger.id) == "Bad Request: chat not found"


async def test_who_blocked_the_bot_is_out_of_reach_until_unblocking(
    api: Api, budi: Chat, control: Control
) -> None:
    await control.post("block", user=budi.id)
    assert (
        await refusal(api, "sendMessage", chat_id=budi.id, text="x")
        == "Forbidden: bot was blocked by the user"
    )
    await control.post("unblock", user=budi.id)
    await api("sendMessage", chat_id=budi.id, text="x")
    kinds = [update["my_chat_member"] for update in await api.updates()]
    assert [kind["new_chat_member"]["status"] for kind in kinds] == ["kicked", "member"]
    assert [kind["old_chat_member"]["status"] for kind in kinds] == ["member", "kicked"]


async def test_a_deactivated_account_is_refused(api: Api, budi: Chat, control: Control) -> None:
    await control.user("Budi", id=budi.id, deactivated=True)
    assert await refusal(api, "sendMessage", chat_id=budi.id, text="x") == "Forbidden: user is deactivated"


async def test_a_reply_shows_the_message_it_answers_without_that_ones_own_reply(api: Api, budi: Chat) -> None:
    first = await api("sendMessage", chat_id=budi.id, text="1")
    second = await api(
        "sendMessage", chat_id=budi.id, text="2", reply_parameters={"message_id": first["message_id"]}
    )
    third = await api("sendMessage", chat_id=budi.id, text="3", reply_to_message_id=second["message_id"])
    assert second["reply_to_message"] == first
    assert third["reply_to_message"]["text"] == "2"
    assert "reply_to_message" not in third["reply_to_message"]


async def test_a_reply_may_do_without_its_message_when_allowed(api: Api, budi: Chat) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api(
        "sendMessage", chat_id=budi.id, text="x", reply_parameters=reply
    )


async def test_a_quote_has_to_be_in_the_message(api: Api, budi: Chat) -> None:
    said = await budi.say("Kapan rehat kopi?")
    reply = {"message_id": said["message_id"], "quote": "rehat kopi"}
    message = await api("sendMessage", chat_id=budi.id, text="10.15", reply_parameters=reply)
    assert message["quote"] == {"text": "rehat kopi", "position": 6, "is_manual": True}
    wrong = {"message_id": said["message_id"], "quote": "makan siang"}
    assert "QUOTE_TEXT_INVALID" in await refusal(
        api, "sendMessage", chat_id=budi.id, text="12.00", reply_parameters=wrong
    )


async def test_an_edit_replaces_the_text_and_drops_a_keyboard_left_out(
    api: Api, budi: Chat, clock: VirtualClock
) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="Menu", reply_markup=KEYBOARD)
    clock.advance(60)
    edited = await api("editMessageText", chat_id=budi.id, message_id=message["message_id"], text="Jadwal")
    assert edited["text"] == "Jadwal"
    assert edited["edit_date"] == message["date"] + 60
    assert "reply_markup" not in edited
    assert await api.updates() == []


async def test_an_edit_that_changes_nothing_is_refused(api: Api, budi: Chat) -> None:
    message = await api(
        "sendMessage", chat_id=budi.id, text="*Menu*", parse_mode="Markdown", reply_markup=KEYBOARD
    )
    same = {"chat_id": budi.id, "message_id": message["message_id"], "reply_markup": KEYBOARD}
    assert (
        await refusal(api, "editMessageText", text="<b>Menu</b>", parse_mode="HTML", **same) == NOT_MODIFIED
    )
    assert await refusal(api, "editMessageReplyMarkup", **same) == NOT_MODIFIED
    await api("editMessageReplyMarkup", chat_id=budi.id, message_id=message["message_id"])
    await api("editMessageText", text="<b>Menu</b>", parse_mode="HTML", **same)
    assert (
        await refusal(api, "editMessageText", text="<b>Menu</b>", parse_mode="HTML", **same) == NOT_MODIFIED
    )


async def test_an_edit_twice_is_still_seen_as_unchanged_the_second_time(
    api: Api, budi: Chat, clock: VirtualClock
) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="1")
    await api("editMessageText", chat_id=budi.id, message_id=message["message_id"], text="2")
    clock.advance(5)
    again = {"chat_id": budi.id, "message_id": message["message_id"], "text": "2"}
    assert await refusal(api, "editMessageText", **again) == NOT_MODIFIED


async def test_what_cannot_be_edited_is_refused(api: Api, budi: Chat) -> None:
    said = await budi.say("Halo")
    reply_keyboard = await api(
        "sendMessage", chat_id=budi.id, text="Pilih", reply_markup={"keyboard": [["Ya", "Tidak"]]}
    )
    place = await api("sendLocation", chat_id=budi.id, latitude=-1.26, longitude=116.83)
    refusals = [
        await refusal(api, "editMessageText", chat_id=budi.id, message_id=message_id, text="x")
        for message_id in (99, said["message_id"], reply_keyboard["message_id"], place["message_id"])
    ]
    assert refusals == [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: message can't be edited",
        "Bad Request: there is no text in the message to edit",
    ]
    assert (
        await refusal(api, "editMessageText", text="x") == "Bad Request: message identifier is not specified"
    )
    assert (
        await refusal(api, "editMessageCaption", chat_id=budi.id, message_id=place["message_id"], caption="x")
        == "Bad Request: there is no caption in the message to edit"
    )


async def test_messages_are_deleted_within_48_hours(api: Api, budi: Chat, clock: VirtualClock) -> None:
    said = await budi.say("Halo")
    message = await api("sendMessage", chat_id=budi.id, text="x")
    clock.advance(48 * 3600)
    assert await api("deleteMessage", chat_id=budi.id, message_id=said["message_id"]) is True
    clock.advance(1)
    description = await refusal(api, "deleteMessage", chat_id=budi.id, message_id=message["message_id"])
    assert description == "Bad Request: message can't be deleted for everyone"
    gone = await refusal(api, "deleteMessage", chat_id=budi.id, message_id=said["message_id"])
    assert gone == "Bad Request: message to delete not found"


async def test_a_dice_is_deleted_in_private_once_it_is_a_day_old(
    api: Api, budi: Chat, clock: VirtualClock
) -> None:
    dice = {"chat_id": budi.id, "message_id": (await api("sendDice", chat_id=budi.id))["message_id"]}
    assert await refusal(api, "deleteMessage", **dice) == "Bad Request: message can't be deleted for everyone"
    clock.advance(24 * 3600)
    assert await api("deleteMessage", **dice) is True


async def test_several_messages_are_deleted_at_once_and_missing_ones_skipped(api: Api, budi: Chat) -> None:
    ids = [(await api("sendMessage", chat_id=budi.id, text=str(number)))["message_id"] for number in range(3)]
    assert await api("deleteMessages", chat_id=budi.id, message_ids=[*ids[:2], 99]) is True
    assert [message["message_id"] for message in await budi.messages(after=1)] == ids[2:]


@pytest.mark.parametrize(
    ("message_ids", "description"),
    [
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
        (["a"], "message identifier must be a Number"),
        ([0], "invalid message identifier specified"),
        ("{", "can't parse message_ids JSON object"),
    ],
)
async def test_lists_of_ids_are_checked(api: Api, budi: Chat, message_ids: Any, description: str) -> None:
    found = await refusal(api, "deleteMessages", chat_id=budi.id, message_ids=message_ids)
    assert found == f"Bad Request: {description}"


async def test_a_copy_has_no_origin_and_may_have_another_keyboard(
    api: Api, budi: Chat, control: Control
) -> None:
    siti = await control.user("Siti")
    await siti.say("/start")
    message = await api("sendMessage", chat_id=budi.id, text="*Info*", parse_mode="Markdown")
    copied = await api(
        "copyMessage",
        chat_id=siti.id,
        from_chat_id=budi.id,
        message_id=message["message_id"],
        reply_markup=KEYBOARD,
    )
    assert copied == {"message_id": 4}
    copy = await siti.last()
    assert copy["entities"] == message["entities"]
    assert copy["reply_markup"] == KEYBOARD
    assert "forward_origin" not in copy


async def test_a_forward_names_its_origin_also_when_forwarded_again(api: Api, budi: Chat) -> None:
    said = await budi.say("Kapan mulai?")
    first = await api("forwardMessage", chat_id=budi.id, from_chat_id=budi.id, message_id=said["message_id"])
    second = await api(
        "forwardMessage", chat_id=budi.id, from_chat_id=budi.id, message_id=first["message_id"]
    )
    origin = {"type": "user", "date": first["date"], "sender_user": budi.user}
    assert first["forward_origin"] == second["forward_origin"] == origin


async def test_copies_and_forwards_of_nothing_are_refused(api: Api, budi: Chat) -> None:
    await api("sendMessage", chat_id=budi.id, text="rahasia", protect_content=True)
    route = {"chat_id": budi.id, "from_chat_id": budi.id}
    refusals = [
        await refusal(api, "copyMessage", **route, message_id=99),
        await refusal(api, "forwardMessage", **route, message_id=99),
        await refusal(api, "copyMessages", **route, message_ids=[99]),
        await refusal(api, "forwardMessage", **route, message_id=2),
        await refusal(api, "copyMessage", chat_id=budi.id, message_id=2),
    ]
    assert refusals == [
        "Bad Request: message to copy not found",
        "Bad Request: message to forward not found",
        "Bad Request: there are no messages to forward",
        "Bad Request: message can't be forwarded",
        'Bad Request: parameter "from_chat_id" is required',
    ]


async def test_several_messages_are_copied_and_forwarded_in_order(api: Api, budi: Chat) -> None:
    ids = [(await api("sendMessage", chat_id=budi.id, text=str(number)))["message_id"] for number in range(3)]
    route = {"chat_id": budi.id, "from_chat_id": budi.id, "message_ids": [*ids, 99]}
    copied = await api("copyMessages", **route)
    forwarded = await api("forwardMessages", **route)
    assert [part["message_id"] for part in copied + forwarded] == [5, 6, 7, 8, 9, 10]
    assert [message["text"] for message in await budi.messages(after=4)] == ["0", "1", "2", "0", "1", "2"]


async def test_places_contacts_and_dice_are_messages(api: Api, budi: Chat) -> None:
    venue = await api(
        "sendVenue", chat_id=budi.id, latitude=-1.26, longitude=116.83, title="Hotel", address="Jl. Sudirman"
    )
    contact = await api("sendContact", chat_id=budi.id, phone_number="+62811", first_name="Panitia")
    dice = await api("sendDice", chat_id=budi.id, emoji="🎰")
    assert venue["venue"]["location"] == venue["location"] == {"latitude": -1.26, "longitude": 116.83}
    assert contact["contact"] == {"phone_number": "+62811", "first_name": "Panitia"}
    assert dice["dice"]["emoji"] == "🎰"
    assert 1 <= dice["dice"]["value"] <= 64


async def test_wrong_places_contacts_dice_and_actions_are_refused(api: Api, budi: Chat) -> None:
    refusals = [
        await refusal(api, "sendLocation", chat_id=budi.id, longitude=1),
        await refusal(api, "sendLocation", chat_id=budi.id, latitude=91, longitude=1),
        await refusal(api, "sendContact", chat_id=budi.id, phone_number="1"),
        await refusal(api, "sendDice", chat_id=budi.id, emoji="x"),
        await refusal(api, "sendChatAction", chat_id=budi.id, action="dancing"),
        await refusal(api, "sendMessage", chat_id=budi.id, text="x", business_connection_id="b"),
    ]
    assert refusals == [
        "Bad Request: latitude is empty",
        "Bad Request: wrong location specified",
        'Bad Request: parameter "first_name" is required',
        "Bad Request: dice emoji is not supported by the server",
        "Bad Request: wrong parameter action in request",
        "Bad Request: business connection not found",
    ]


async def test_a_live_location_moves_until_its_period_is_over(
    api: Api, budi: Chat, clock: VirtualClock
) -> None:
    message = await api("sendLocation", chat_id=budi.id, latitude=1, longitude=2, live_period=600)
    place = {"chat_id": budi.id, "message_id": message["message_id"]}
    moved = await api("editMessageLiveLocation", **place, latitude=1.5, longitude=2)
    assert moved["location"] == {"latitude": 1.5, "longitude": 2.0, "live_period": 600}
    stopped = await api("stopMessageLiveLocation", **place)
    assert stopped["location"] == {"latitude": 1.5, "longitude": 2.0}
    refused = await refusal(api, "editMessageLiveLocation", **place, latitude=2, longitude=2)
    assert refused == "Bad Request: message can't be edited"


async def test_a_chat_action_lasts_five_seconds_or_until_the_next_message(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    async def shown() -> str | None:
        action: str | None = (await control.get("chats", user=budi.id))[0]["action"]
        return action

    await api("sendChatAction", chat_id=budi.id, action="typing")
    assert await shown() == "typing"
    clock.advance(6)
    assert await shown() is None
    await api("sendChatAction", chat_id=budi.id, action="upload_document")
    await api("sendMessage", chat_id=budi.id, text="x")
    assert await shown() is None
