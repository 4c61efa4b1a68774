"""The control side: people, bots, clock, record, events, and its sentences."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control, ControlError
from bot.rehearsal.emulator import Emulator

from .conftest import TOKEN, Api, ApiRefusalError


async def test_a_user_is_made_changed_and_listed(control: Control) -> None:
    made = await control.post("users", first_name="Budi", last_name="S", username="budi", language_code="id")
    assert made == {
        "id": made["id"],
        "is_bot": False,
        "first_name": "Budi",
        "last_name": "S",
        "username": "budi",
        "language_code": "id",
    }
    changed = await control.post("users", id=made["id"], first_name="Budiman")
    assert changed == made | {"first_name": "Budiman"}
    assert await control.get("users") == [changed | {"blocked": []}]


async def test_a_new_name_shows_in_later_messages(api: Api, budi: Chat, control: Control) -> None:
    await control.user("Budiman", id=budi.id)
    await budi.say("x")
    message = (await api.updates())[0]["message"]
    assert message["from"]["first_name"] == message["chat"]["first_name"] == "Budiman"


async def test_ids_are_new_for_each_user(control: Control) -> None:
    ids = [(await control.user("Peserta")).id for _ in range(3)]
    assert len(set(ids)) == 3


async def test_bots_are_named_and_listed(api: Api, control: Control) -> None:
    await control.post("bots", token=TOKEN, username="rakor_bot", first_name="Asisten Rakor")
    assert await control.get("bots") == [
        {"token": TOKEN, "id": 4242, "username": "rakor_bot", "first_name": "Asisten Rakor", "valid": True}
    ]
    assert (await api("getMe"))["username"] == "rakor_bot"


async def test_without_a_named_bot_the_first_one_is_meant(emulator: Emulator, api: Api) -> None:
    await api.with_token("5:another-bot")("getMe")
    async with Control(emulator.url) as control:
        budi = await control.user()
        await budi.say("x")
    assert len(await api.updates()) == 1


@pytest.mark.parametrize(
    ("call", "fields", "sentence"),
    [
        ("say", {"text": "x"}, "user is missing"),
        ("say", {"user": 5, "text": "x"}, "There is no user 5"),
        ("say", {"user": "budi", "text": "x"}, "user has to be a number"),
        ("say", {"user": 1, "text": "x", "color": "red"}, "Unknown field 'color'"),
        ("users", {}, "first_name is missing"),
        ("users", {"first_name": ""}, "first_name has to be given"),
        ("users", {"first_name": "A", "id": -1}, "positive"),
        ("users", {"first_name": 5}, "first_name has to be a text"),
        ("bots", {"token": "nonsense"}, "is not a bot token"),
        ("groups", {"title": "A"}, "needs a user"),
        ("clock", {"now": "yesterday"}, "ISO 8601"),
        ("clock", {"now": "2023-02-20T07:00:00"}, "needs an offset"),
        ("clock", {"speed": -1}, "0 or more"),
        ("limits", {"per_chat": -1}, "0 or more"),
        ("limits", {"enforce": "perhaps"}, "true or false"),
        ("marks", {"marks": [{"label": "A"}]}, "at is missing"),
        ("dance", {}, "There is no control call"),
    ],
)
async def test_wrong_calls_get_a_sentence(
    control: Control, call: str, fields: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ControlError, match=sentence):
        await control.post(call, **fields)


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_a_body_that_is_no_object_gets_a_sentence(emulator: Emulator, api: Api, body: str) -> None:
    async with api.session.post(f"{emulator.url}/_emulator/users", data=body) as response:
        assert response.status == 400
        assert "JSON" in (await response.json())["error"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"a":' * 30_000, "application/json"),
        (b"xx", "multipart/form-data"),
        (b"xx", "multipart/form-data; boundary=y"),
        (
            b'--y\r\nContent-Disposition: form-data; name="user"\r\n\r\n\xff\r\n--y--\r\n',
            "multipart/form-data; boundary=y",
        ),
    ],
)
async def test_a_body_that_cannot_be_read_gets_a_sentence(
    emulator: Emulator, api: Api, body: bytes, content_type: str
) -> None:
    headers = {"Content-Type": content_type}
    async with api.session.post(f"{emulator.url}/_emulator/say", data=body, headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["error"]


async def test_bytes_in_letters_that_base64_lacks_get_a_sentence(budi: Chat) -> None:
    with pytest.raises(ControlError, match="base64"):
        await budi.send("document", data="\N{LATIN SMALL LETTER E WITH ACUTE}")


async def test_before_there_is_a_bot_calls_that_need_one_say_so(
    emulator: Emulator, session: aiohttp.ClientSession
) -> None:
    async with Control(emulator.url) as control:
        budi = await control.user()
        assert await control.get("chats", user=budi.id) == []
        with pytest.raises(ControlError, match="no bot yet"):
            await budi.say("x")


async def test_what_an_app_would_not_send_is_refused(budi: Chat) -> None:
    with pytest.raises(ControlError, match="empty"):
        await budi.say("   ")
    with pytest.raises(ControlError, match="4096"):
        await budi.say("x" * 4097)
    with pytest.raises(ControlError, match="no message 99"):
        await budi.say("x", reply_to=99)
    with pytest.raises(ControlError, match="kind has to be one of"):
        await budi.send("smell")
    with pytest.raises(ControlError, match="base64"):
        await budi.send("document", data="!")


async def test_who_blocked_the_bot_cannot_write_to_it(budi: Chat, control: Control) -> None:
    await control.post("block", user=budi.id)
    with pytest.raises(ControlError, match="has blocked the bot"):
        await budi.say("x")
    assert (await control.get("users"))[0]["blocked"] == [4242]


async def test_people_edit_and_delete_what_is_theirs(api: Api, budi: Chat) -> None:
    said = await budi.say("x")
    sent = await api("sendMessage", chat_id=budi.id, text="y")
    with pytest.raises(ControlError, match="is not by user"):
        await budi.act("edit", message_id=sent["message_id"], text="z")
    await budi.act("delete", message_id=said["message_id"])
    assert [message["text"] for message in await budi.messages()] == ["/start", "y"]


async def test_the_clock_is_set_moved_and_sped_up(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    assert await control.get("clock") == {"now": "2023-02-19T23:00:00.000+00:00", "speed": 0}
    assert await control.post("clock", now="2023-02-20T08:00:00+08:00", speed=60) == {
        "now": "2023-02-20T08:00:00.000+08:00",
        "speed": 60,
    }
    await control.post("clock", speed=0)
    before = clock.now()
    await control.advance(90)
    assert clock.now() - before == 90
    sent = await api("sendMessage", chat_id=budi.id, text="x")
    assert sent["date"] == int(clock.now())
    await control.set_clock(1_700_000_000.5)
    assert clock.now() == 1_700_000_000.5


async def test_every_call_is_recorded_with_its_answer_and_instant(
    api: Api, budi: Chat, control: Control
) -> None:
    before = (await control.calls())[-1]["n"]
    form = {"chat_id": str(budi.id), "text": "Halo", "disable_notification": "true", "entities": "[]"}
    await api.raw("SendMessage", data=form)
    with pytest.raises(ApiRefusalError):
        await api("sendMessage", chat_id=budi.id, text="")
    sent, refused = await control.calls(after=before)
    assert sent["n"] == before + 1
    assert sent["bot"] == TOKEN
    assert sent["method"] == "SendMessage"
    assert sent["params"] == {
        "chat_id": budi.id,
        "text": "Halo",
        "disable_notification": True,
        "entities": [],
    }
    assert sent["status"] == 200
    assert sent["response"]["result"]["text"] == "Halo"
    assert sent["at"] == "2023-02-19T23:00:00.000+00:00"
    assert (refused["status"], refused["response"]["error_code"]) == (400, 400)
    assert [call["n"] for call in await control.calls(method="sendmessage")] == [before + 1, before + 2]


async def test_the_record_is_read_from_either_end(api: Api, control: Control) -> None:
    for _ in range(5):
        await api("getMe")
    numbers = [call["n"] for call in await control.get("calls")]
    assert [call["n"] for call in await control.get("calls", limit=2)] == numbers[-2:]
    assert [call["n"] for call in await control.get("calls", after=numbers[0], limit=2)] == numbers[1:3]


async def test_marks_are_kept(control: Control) -> None:
    marks = [{"label": "Pembukaan", "at": "2023-02-20T08:00:00+08:00"}]
    assert await control.post("marks", marks=marks) == marks
    assert await control.get("marks") == marks


async def test_reset_forgets_people_chats_and_calls_but_not_the_bot(
    api: Api, budi: Chat, control: Control
) -> None:
    await api("setMyCommands", commands=[{"command": "a", "description": "b"}])
    await control.post("faults", kind=500)
    await control.post("limits", enforce=True)
    await budi.say("belum dibaca")
    await control.post("reset")
    assert await control.get("users") == []
    assert await control.calls() == []
    assert await control.get("faults") == []
    assert (await control.get("limits"))["enforce"] is False
    assert await api.updates() == []
    assert await api("getMyCommands") == [{"command": "a", "description": "b"}]
    siti = await control.user("Siti")
    assert (await siti.say("x"))["message_id"] == 1


async def test_events_tell_what_happens(api: Api, budi: Chat, control: Control, emulator: Emulator) -> None:
    events: list[dict[str, Any]] = []
    async with api.session.get(f"{emulator.url}/_emulator/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
        message = await api("sendMessage", chat_id=budi.id, text="x", reply_markup=markup)
        press = asyncio.create_task(budi.press("A"))
        query = (await api("getUpdates", offset=-1, timeout=5))[0]["callback_query"]
        await api("answerCallbackQuery", callback_query_id=query["id"], text="ya")
        await press
        await api("editMessageText", chat_id=budi.id, message_id=message["message_id"], text="y")
        await api("sendChatAction", chat_id=budi.id, action="typing")
        await api("sendMessage", chat_id=budi.id, text="k", reply_markup={"keyboard": [["K"]]})
        await api("deleteMessage", chat_id=budi.id, message_id=message["message_id"])
        await control.post("clock", advance=1)
        await control.post("marks", marks=[])
        await control.post("block", user=budi.id)
        await api("setMyCommands", commands=[])
        await control.post("reset")
        while not events or events[-1]["type"] != "reset":
            line = (await stream.content.readuntil(b"\n\n")).decode()
            events.append(json.loads(line.removeprefix("data: ")))
    kinds = [event["type"] for event in events if event["type"] != "call"]
    assert kinds == [
        *("message", "answer", "edit", "action", "message", "keyboard", "delete"),
        *("clock", "marks", "user", "commands", "reset"),
    ]
    by_kind = {event["type"]: event for event in events}
    assert by_kind["answer"]["text"] == "ya"
    assert by_kind["answer"]["user"] == budi.id
    assert by_kind["edit"]["message"]["text"] == "y"
    assert by_kind["delete"] == {"type": "delete", "chat_id": budi.id, "message_ids": [message["message_id"]]}
    assert by_kind["keyboard"]["reply_keyboard"] == {"keyboard": [[{"text": "K"}]]}
    assert by_kind["call"].keys() == {"type", "n", "bot", "method", "status", "at"}


async def test_the_page_is_served_at_the_root(emulator: Emulator, api: Api) -> None:
    async with api.session.get(f"{emulator.url}/") as response:
        assert response.content_type in {"text/html", "text/plain"}
        assert response.status == (200 if response.content_type == "text/html" else 404)
