"""Failures on demand."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from bot.rehearsal.chat import Chat, Control, ControlError
from bot.rehearsal.emulator import Emulator

from .conftest import TOKEN, Api, ApiRefusalError


async def status(api: Api, method: str = "getMe", **parameters: Any) -> int | str:
    """The error code of a call, 200, or the kind of broken connection."""
    try:
        await api(method, **parameters)
    except ApiRefusalError as failure:
        return failure.code
    except aiohttp.ContentTypeError:
        return "no JSON"
    except aiohttp.ServerDisconnectedError:
        return "cut off"
    return 200


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (429, 429),
        ("429", 429),
        (500, 500),
        ("html502", "no JSON"),
        ("disconnect", "cut off"),
        ("block", 403),
        ("kick", 403),
    ],
)
async def test_the_next_calls_get_the_fault_and_later_ones_do_not(
    api: Api, control: Control, kind: Any, found: Any
) -> None:
    await control.post("faults", method="getMe", kind=kind, times=2)
    assert [await status(api) for _ in range(3)] == [found, found, 200]


async def test_a_fault_is_for_one_method_or_for_all(api: Api, control: Control) -> None:
    await control.post("faults", method="getMyName", kind=500)
    assert await status(api) == 200
    assert await status(api, "getmyname") == 500
    await control.post("faults", kind=500)
    assert await status(api) == 500


async def test_a_fault_may_be_for_one_chat(api: Api, budi: Chat, control: Control) -> None:
    siti = await control.user("Siti")
    await siti.say("/start")
    await control.post("faults", method="sendMessage", kind=500, chat=siti.id)
    assert await status(api, "sendMessage", chat_id=budi.id, text="x") == 200
    assert await status(api, "sendMessage", chat_id=siti.id, text="x") == 500


async def test_a_429_names_its_pause(api: Api, control: Control) -> None:
    await control.post("faults", method="getMe", kind=429, retry_after=17)
    with pytest.raises(ApiRefusalError) as failure:
        await api("getMe")
    assert failure.value.parameters == {"retry_after": 17}
    assert failure.value.headers["Retry-After"] == "17"


async def test_a_bad_gateway_answers_html(api: Api, control: Control, emulator: Emulator) -> None:
    await control.post("faults", kind="html502")
    async with api.session.get(f"{emulator.url}/bot{TOKEN}/getMe") as response:
        assert response.status == 502
        assert response.content_type == "text/html"


async def test_a_slow_call_is_late_but_right(api: Api, control: Control) -> None:
    await control.post("faults", method="getMe", kind="slow", delay=0.2)
    started = time.monotonic()
    assert await status(api) == 200
    assert time.monotonic() - started >= 0.2


async def test_a_timeout_never_answers(api: Api, budi: Chat, control: Control) -> None:
    await control.post("faults", method="sendMessage", kind="timeout", delay=30)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(api("sendMessage", chat_id=budi.id, text="x"), 0.2)
    assert await budi.messages(after=1) == []


@pytest.mark.parametrize("carried_out", [True, False])
async def test_a_call_that_is_cut_off_may_have_had_its_effect(
    api: Api, budi: Chat, control: Control, carried_out: bool
) -> None:
    await control.post("faults", method="sendMessage", kind="disconnect", carried_out=carried_out)
    assert await status(api, "sendMessage", chat_id=budi.id, text="x") == "cut off"
    assert len(await budi.messages(after=1)) == carried_out


async def test_faulty_calls_are_recorded_with_what_became_of_them(api: Api, control: Control) -> None:
    for kind in (500, "html502", "disconnect"):
        await control.post("faults", method="getMyName", kind=kind)
        await status(api, "getMyName")
    calls = await control.calls(method="getMyName")
    assert [(call["status"], call["response"] is None) for call in calls] == [
        (500, False),
        (502, True),
        (0, True),
    ]


async def test_faults_are_listed_and_taken_back(api: Api, control: Control) -> None:
    await control.post("faults", method="getMe", kind=500, times=3)
    assert [(fault["method"], fault["times"]) for fault in await control.get("faults")] == [("getme", 3)]
    await control.post("faults", times=0)
    assert await control.get("faults") == []
    assert await status(api) == 200


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"kind": "fire"}, "kind has to be one of"), ({"kind": 500, "times": -1}, "times has to be")],
)
async def test_wrong_faults_are_refused(control: Control, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ControlError, match=sentence):
        await control.post("faults", **fields)
