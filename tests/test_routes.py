"""Which words and buttons lead where; and that none of them, in any order, ends in an error."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, ControlError, Json, buttons, text_of
from data.eventfile import load
from handlers.commands import FOR_ORGANISERS
from handlers.routes import ACTIONS, COMMANDS
from tests.rakor import ORGANISER_ID, Rakor, emulated, running

EVENT = load(SAMPLE_EVENT)


async def until_handled(rakor: Rakor, update_id: int) -> None:
    """Waits until that update has been handled, or given up."""
    done = "SELECT 1 FROM inbox WHERE update_id = ? AND (handled OR failure IS NOT NULL)"
    async with asyncio.timeout(10):
        while not rakor.rows(done, update_id):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.002)


async def press_data(rakor: Rakor, chat: Chat, message_id: int, data: str) -> Json | None:
    """The answer to a press, once everything that it leads to has been done."""
    pressed = await chat.act("press", message_id=message_id, data=data, wait=10)
    if pressed["update_id"] is not None:
        await until_handled(rakor, pressed["update_id"])
    answer: Json | None = pressed["answer"]
    return answer


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_every_command_is_answered_to_everybody(rakor: Rakor, language_code: str) -> None:
    guest = await rakor.control.user("Tamu", language_code=language_code)
    budi = await rakor.participant("Budi", language_code=language_code)
    organiser = await rakor.control.user("Panitia", id=ORGANISER_ID, language_code=language_code)
    unknown = "That command is not known" if language_code == "en" else "tidak dikenal"
    for chat in (guest, budi, organiser):
        for command in COMMANDS:
            await chat.say(f"/{command}")
            answer = await chat.wait_for(lambda _: True)
            assert buttons(answer), command
            is_refused = command in FOR_ORGANISERS and chat is not organiser
            assert (unknown in text_of(answer)) is is_refused


async def test_commands_are_read_in_any_case_and_with_the_bots_name(rakor: Rakor) -> None:
    budi = await rakor.participant()
    username = rakor.parts.bot.username
    for message in ("/AGENDA", f"/agenda@{username}", "/agenda besok"):
        await budi.say(message)
        await budi.wait_for("📅")
    await budi.say("/agenda@bot_yang_lain")
    await budi.wait_for("tidak dikenal")


@pytest.mark.parametrize(
    "data",
    [
        "x",
        ":",
        ":::",
        "menu:1",
        "menu:notice:alert",
        "profile:Tersimpan",
        "agenda.session",
        "agenda.session:",
        "agenda.session:panel-1:panel-2",
        "faq.entry",
        "language.set:",
        "registration.consent:maybe",
        "Agenda",
        "agenda ",
        "\u0000",
        "x" * 64,
        "🙂" * 16,
    ],
)
@pytest.mark.parametrize(("language_code", "stale"), [("id", "tidak berlaku"), ("en", "no longer valid")])
async def test_data_that_means_nothing_is_told_so_and_shows_the_menu(
    rakor: Rakor, language_code: str, stale: str, data: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/bantuan")
    shown = await guest.wait_for("/agenda")
    answer = await guest.press_data(shown["message_id"], data)
    assert answer is not None
    assert answer["show_alert"]
    assert stale in answer["text"]
    menu = await guest.wait_for("Rakor Polpum 2023")
    assert menu["message_id"] == shown["message_id"]


async def test_every_action_answers_a_press_without_arguments(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 12:30")
    last = (await budi.last())["message_id"]
    for action in ACTIONS:
        assert await press_data(rakor, budi, last, action) is not None, action


async def test_a_press_under_a_file_brings_a_new_message(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/materi")
    await budi.wait_for("📄")
    await budi.press("materials.send:panel-1:0")
    file = await budi.wait_for(lambda message: "document" in message)
    await budi.press_data(file["message_id"], "menu")
    menu = await budi.wait_for("Selamat datang")
    assert menu["message_id"] > file["message_id"]


async def test_pressing_the_same_button_again_changes_nothing_and_is_answered(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/menu")
    menu = await budi.wait_for("Selamat datang")
    before = len(await budi.messages())
    for _ in range(3):
        assert await press_data(rakor, budi, menu["message_id"], "menu") is not None
    assert len(await budi.messages()) == before


# ------------------------------------------------- anything, in any order


WORDS = st.sampled_from(
    [
        "Budi Santoso",
        "Kesbangpol Kota Balikpapan",
        "123456",
        "panel 2",
        "sekarang",
        "wifi",
        "ya",
        '<b>&"',
        "🙂",
    ]
)
TEXTS = WORDS | st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
ARGUMENTS = (
    st.sampled_from([session.id for session in EVENT.sessions] + [entry.id for entry in EVENT.faq])
    | st.sampled_from(["yes", "no", "on", "off", "id", "en", "none", "name", "2023-02-21", "64.71"])
    | (st.integers(-1, 12) | st.just(10**20)).map(str)
    | st.text(st.characters(codec="utf-8"), max_size=8)
)


def _short(data: str) -> bool:
    return 0 < len(data.encode()) <= 64


FORGED = (
    st.tuples(st.sampled_from(sorted(ACTIONS)), st.lists(ARGUMENTS, max_size=3))
    .map(lambda parts: ":".join([parts[0], *parts[1]]))
    .filter(_short)
) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(_short)
COMMAND = st.tuples(st.sampled_from([*COMMANDS, "xyz"]), st.just("") | TEXTS).map(
    lambda one: f"/{one[0]} {one[1]}"
)
KINDS = st.sampled_from(["sticker", "photo", "contact", "location", "dice", "voice"])
MOMENTS = st.sampled_from(
    ["20 08:45", "20 10:31", "20 12:01", "20 16:30", "21 09:00", "21 15:00", "20 07:00"]
)
STEPS = st.tuples(
    st.integers(0, 1),
    st.tuples(st.just("say"), TEXTS | COMMAND)
    | st.tuples(st.just("press"), st.integers(0, 30))
    | st.tuples(st.just("press"), st.integers(0, 30))
    | st.tuples(st.just("press"), st.integers(0, 30))
    | st.tuples(st.just("forge"), FORGED)
    | st.tuples(st.just("send"), KINDS)
    | st.tuples(st.just("clock"), MOMENTS),
)


async def say(rakor: Rakor, chat: Chat, text: str) -> None:
    try:
        said = await chat.say(text)
    except ControlError:
        return  # an app does not send it: nothing but space, say
    await until_handled(rakor, said["update_id"])
    assert any(one["from"]["is_bot"] for one in await chat.messages(after=said["message_id"])), text


async def press(rakor: Rakor, chat: Chat, number: int) -> None:
    """A button of those that stand in the chat, counted from the newest message on."""
    shown = [
        (message["message_id"], button["callback_data"])
        for message in reversed(await chat.messages())
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
    if shown:
        message_id, data = shown[number % len(shown)]
        assert await press_data(rakor, chat, message_id, data) is not None, data


async def forge(rakor: Rakor, chat: Chat, data: str) -> None:
    messages = await chat.messages()
    message_id = messages[-1]["message_id"] if messages else 1
    assert await press_data(rakor, chat, message_id, data) is not None, data


async def send(rakor: Rakor, chat: Chat, kind: str) -> None:
    sent = await chat.send(kind)
    await until_handled(rakor, sent["update_id"])
    assert any(one["from"]["is_bot"] for one in await chat.messages(after=sent["message_id"])), kind


async def move_the_clock(rakor: Rakor, _chat: Chat, moment: str) -> None:
    await rakor.at(moment)


DEEDS: dict[str, Callable[[Rakor, Chat, Any], Any]] = {
    "say": say,
    "press": press,
    "forge": forge,
    "send": send,
    "clock": move_the_clock,
}


@settings(max_examples=30, derandomize=True, deadline=None, database=None)
@given(st.lists(STEPS, min_size=15, max_size=40))
async def test_anything_in_any_order_is_answered_and_nothing_fails(
    steps: list[tuple[int, tuple[str, Any]]],
) -> None:
    """A bot of its own for each list of steps, of a guest and of an organiser."""
    with tempfile.TemporaryDirectory() as folder:
        async with emulated() as stage, running(stage, stage.settings(Path(folder))) as rakor:
            people = [
                await rakor.control.user("Tamu", id=700, language_code="id"),
                await rakor.control.user("Committee", id=ORGANISER_ID, language_code="en"),
            ]
            for who, (deed, value) in steps:
                await DEEDS[deed](rakor, people[who], value)
            await say(rakor, people[0], "/menu")
            failed = rakor.rows("SELECT update_id, failure FROM inbox WHERE attempts > 0")
            lost = rakor.rows("SELECT kind, failure FROM outbox WHERE state = 'failed'")
            assert [tuple(row) for row in (*failed, *lost)] == []
