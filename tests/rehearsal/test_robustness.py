"""Whatever a bot or a person sends, the emulator answers with a refusal and never fails itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.routes import CALLS, ControlCall
from bot.rehearsal.dispatch import carry_out
from bot.rehearsal.emulator import Emulator
from bot.rehearsal.errors import ControlError
from bot.rehearsal.methods.registry import METHODS
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters, Upload

from .conftest import TOKEN
from .pictures import png

USER_ID, FORUM_ID = 1001, -1
WAITING = frozenset({"getupdates", "setwebhook"})
"""Methods whose effect goes on after their answer."""

BUTTON = {"text": "A", "callback_data": "a"}
ENTITY = {"type": "text_mention", "offset": 0, "length": 1, "user": {"id": USER_ID}}
MEDIA = {"type": "photo", "media": "attach://file", "caption": "x", "caption_entities": [ENTITY]}
PRICES = [{"label": "A", "amount": 5}]
ARGUMENTS: dict[str, Any] = {
    "chat_id": USER_ID,
    "from_chat_id": USER_ID,
    "user_id": USER_ID,
    "message_id": 1,
    "message_ids": [1, 2],
    "message_thread_id": 2,
    "text": "x <b>y</b>",
    "caption": "x",
    "parse_mode": "HTML",
    "entities": [ENTITY],
    "caption_entities": [ENTITY],
    "link_preview_options": {"is_disabled": True},
    "reply_parameters": {"message_id": 1, "chat_id": USER_ID, "quote": "x", "quote_entities": [ENTITY]},
    "reply_markup": {
        "inline_keyboard": [[BUTTON, {"text": "B", "web_app": {"url": "https://example.org"}}]],
        "keyboard": [["A", {"text": "B", "request_users": {"request_id": 1}}]],
    },
    "media": [MEDIA, MEDIA],
    "photo": "attach://file",
    "document": "attach://file",
    "video": "attach://file",
    "sticker": "attach://file",
    "duration": 1,
    "action": "typing",
    "url": "https://example.org",
    "latitude": 1.5,
    "longitude": 2.5,
    "live_period": 60,
    "phone_number": "1",
    "first_name": "A",
    "title": "A",
    "address": "A",
    "question": "?",
    "options": ["A", {"text": "B", "text_entities": [ENTITY]}],
    "type": "quiz",
    "correct_option_ids": [0],
    "explanation": "x",
    "open_period": 60,
    "close_date": 1_676_847_700,
    "commands": [{"command": "a", "description": "b"}],
    "scope": {"type": "chat_member", "chat_id": FORUM_ID, "user_id": USER_ID},
    "language_code": "id",
    "menu_button": {"type": "web_app", "text": "A", "web_app": {"url": "https://example.org"}},
    "reaction": [{"type": "emoji", "emoji": "👍"}],
    "permissions": {"can_send_messages": True},
    "rights": {"can_pin_messages": True},
    "until_date": 1_676_900_000,
    "custom_title": "A",
    "name": "A",
    "description": "A",
    "icon_color": 7322096,
    "payload": "A",
    "currency": "XTR",
    "prices": PRICES,
    "shipping_options": [{"id": "1", "title": "A", "prices": PRICES}],
    "ok": True,
    "results": [
        {
            "type": "article",
            "id": "1",
            "title": "A",
            "input_message_content": {"message_text": "x", "entities": [ENTITY]},
            "reply_markup": {"inline_keyboard": [[BUTTON]]},
        }
    ],
    "file_id": "x",
    "cache_time": 5,
    "limit": 5,
    "offset": 1,
}
FIELDS: dict[str, Any] = {
    "user": USER_ID,
    "chat": FORUM_ID,
    "message_id": 1,
    "members": [USER_ID],
    "option_ids": [0],
    "reaction": ["👍", {"type": "emoji", "emoji": "👍"}],
    "marks": [{"label": "A", "at": "2023-02-20T08:00:00+08:00"}],
    "now": "2023-02-20T08:00:00+08:00",
    "rights": {"can_pin_messages": True},
    "location": {"latitude": 1.5, "longitude": 2.5},
    "kind": "document",
    "type": "group",
    "title": "A",
    "text": "x",
    "data": "eA==",
    "times": 1,
    "speed": 1,
    "advance": 1,
    "first_name": "A",
    "users": [USER_ID],
}

wrong: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        False,
        "",
        "x",
        "<b>",
        "\ud800",
        "1e400",
        0,
        1,
        -1,
        2**63,
        10**30,
        1.5,
        float("inf"),
        [],
        {},
        [[]],
        [{}],
    ]
)


@st.composite
def spoiled(draw: st.DrawFn, value: Any) -> Any:
    """The value with something wrong in it, perhaps."""
    if draw(st.integers(0, 5)) == 0:
        return draw(wrong)
    if isinstance(value, list):
        return [draw(spoiled(item)) for item in value]
    if isinstance(value, dict):
        return {name: draw(spoiled(item)) for name, item in value.items() if draw(st.integers(0, 9))}
    return value


@st.composite
def choices(draw: st.DrawFn, known: dict[str, Any]) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(known)), unique=True, max_size=8))
    return {name: draw(spoiled(known[name])) for name in names}


def peopled() -> State:
    """A person in a chat with the bot, and in a forum that the bot leads."""
    state = Emulator(VirtualClock(1_676_847_600, speed=0)).state
    forum = {"user": USER_ID, "title": "A", "id": FORUM_ID, "is_forum": True, "bot_status": "administrator"}
    for path, fields in (
        ("users", {"id": USER_ID, "first_name": "Budi"}),
        ("say", {"bot": TOKEN, "user": USER_ID, "text": "/start"}),
        ("groups", {"bot": TOKEN, **forum}),
        ("topics", {"bot": TOKEN, "chat": FORUM_ID, "user": USER_ID, "name": "A"}),
    ):
        call = next(call for call in CALLS if (call.verb, call.path) == ("POST", path))
        call.answer(state, Fields(dict(fields)))
    return state


async def on_a_state(act: Callable[[State], Awaitable[Any]]) -> Any:
    state = peopled()
    try:
        return await act(state)
    finally:
        await state.timers.close()


thorough = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("method", sorted(METHODS.keys() - WAITING))
@thorough
@given(arguments=choices(ARGUMENTS), chat_id=st.sampled_from([USER_ID, FORUM_ID]))
def test_no_call_makes_a_method_fail(method: str, arguments: dict[str, Any], chat_id: int) -> None:
    async def act(state: State) -> int:
        bot = state.bot(TOKEN)
        assert bot is not None
        files = {"file": Upload("a.png", png(2, 2), "image/png")}
        for values in (ARGUMENTS | {"chat_id": chat_id} | arguments, {"chat_id": chat_id} | arguments):
            reply = await carry_out(state, bot, method, Parameters(values, files))
            assert reply.status in {200, 400, 403, 413, 429}
        return len(state.record.after(0)[0].body())

    assert asyncio.run(on_a_state(act)) == 7


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.verb} {call.path}")
@thorough
@given(given_fields=choices(FIELDS))
def test_no_control_call_fails_but_with_a_sentence(call: ControlCall, given_fields: dict[str, Any]) -> None:
    sentences: list[str] = []

    async def act(state: State) -> None:
        values = {"user": USER_ID, "message_id": 1, "wait": 0, **given_fields, "bot": TOKEN}
        fields = Fields({name: value for name, value in values.items() if name in call.fields})
        try:
            result = call.answer(state, fields)
            if asyncio.iscoroutine(result):
                await result
        except ControlError as error:
            sentences.append(str(error))

    asyncio.run(on_a_state(act))
    assert all(sentences)
