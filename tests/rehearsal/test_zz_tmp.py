"""Whatever a bot or a person sends, the emulator answers with a refusal and never fails itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
from bot.rehearsal.signature import BOOLEANS, FLOATS, INTEGERS, OBJECTS

from .conftest import TOKEN
from .pictures import png

USER_ID = 1001
NAMES = sorted(
    INTEGERS
    | FLOATS
    | BOOLEANS
    | OBJECTS
    | {
        "text",
        "parse_mode",
        "caption",
        "photo",
        "document",
        "action",
        "url",
        "question",
        "type",
        "title",
        "name",
    }
    | {"callback_query_id", "file_id", "language_code", "currency", "payload", "description", "custom_title"}
)
WAITING = frozenset({"getupdates", "setwebhook"})
"""Methods whose effect goes on after their answer."""

words = st.sampled_from(
    ["", "x", "<b>", "@", "photo", "quiz", "chat", "attach://file", "HTML", "\ud800", "-1", "1e400"]
)
numbers = st.sampled_from([0, 1, -1, 2**63, 1.5, USER_ID, 10**18])
plain = st.one_of(st.none(), st.booleans(), words, numbers)
keys = st.sampled_from(
    [
        "type",
        "text",
        "inline_keyboard",
        "keyboard",
        "media",
        "offset",
        "length",
        "user",
        "id",
        "message_id",
        "command",
    ]
    + [
        "description",
        "chat_id",
        "user_id",
        "quote",
        "emoji",
        "callback_data",
        "web_app",
        "url",
        "label",
        "amount",
    ]
)
nested = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)
)
arguments = st.dictionaries(st.sampled_from(NAMES), nested, max_size=6)


def peopled() -> State:
    """A state with a person, a chat with a message and a forum led by the bot."""
    state = Emulator(VirtualClock(1_676_847_600, speed=0)).state
    for path, fields in (
        ("users", {"id": USER_ID, "first_name": "Budi"}),
        ("say", {"bot": TOKEN, "user": USER_ID, "text": "/start"}),
        (
            "groups",
            {
                "bot": TOKEN,
                "user": USER_ID,
                "title": "A",
                "id": -1,
                "is_forum": True,
                "bot_status": "administrator",
            },
        ),
    ):
        call = next(call for call in CALLS if (call.verb, call.path) == ("POST", path))
        call.answer(state, Fields(dict(fields)))
    return state


async def on_a_state(act: Callable[[State], Any]) -> Any:
    state = peopled()
    try:
        return await act(state)
    finally:
        await state.timers.close()


@pytest.mark.parametrize("method", sorted(METHODS.keys() - WAITING))
@settings(max_examples=700, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    given_values=arguments,
    place=st.sampled_from([{}, {"chat_id": USER_ID}, {"chat_id": -1}]),
    number=st.integers(1, 3),
)
def test_no_call_makes_a_method_fail(
    method: str, given_values: dict[str, Any], place: dict[str, int], number: int
) -> None:
    async def act(state: State) -> int:
        bot = state.bot(TOKEN)
        assert bot is not None
        values = {"message_id": number, "from_chat_id": USER_ID, "user_id": USER_ID, **given_values, **place}
        files = {"file": Upload("a.png", png(2, 2), "image/png")}
        return (await carry_out(state, bot, method, Parameters(values, files))).status

    assert asyncio.run(on_a_state(act)) in {200, 400, 403, 429}


control_names = sorted({name for call in CALLS for name in call.fields} - {"bot", "wait"})


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.verb} {call.path}")
@settings(max_examples=700, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_values=st.dictionaries(st.sampled_from(control_names), nested, max_size=5))
def test_no_control_call_fails_but_with_a_sentence(call: ControlCall, given_values: dict[str, Any]) -> None:
    async def act(state: State) -> None:
        values = {"user": USER_ID, "message_id": 1, "wait": 0, **given_values, "bot": TOKEN}
        fields = Fields({name: value for name, value in values.items() if name in call.fields})
        try:
            result = call.answer(state, fields)
            if asyncio.iscoroutine(result):
                await result
        except ControlError as error:
            assert str(error)

    asyncio.run(on_a_state(act))
