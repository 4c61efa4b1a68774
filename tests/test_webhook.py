"""Updates by webhook: taken with the secret only, answered 200 after the commit, each handled once."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.app import assembled, serve
from bot.rehearsal.chat import Control
from bot.telegram.webhook import PATH, SECRET_HEADER, WebhookError
from tests.rakor import TOKEN, Rakor, emulated, running, until

SECRET = "secret-of-the-webhook-tests"


@dataclass(frozen=True)
class Hooked:
    """The bot behind a webhook, and its address."""

    rakor: Rakor
    url: str

    async def post(self, body: str, secret: str = SECRET) -> int:
        headers = {SECRET_HEADER: secret}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=body.encode(), headers=headers) as response,
        ):
            return response.status


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest_asyncio.fixture
async def hooked(tmp_path: Path) -> AsyncIterator[Hooked]:
    port = free_port()
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        telegram = settings.telegram.model_copy(
            update={
                "mode": "webhook",
                "webhook_url": f"http://127.0.0.1:{port}",
                "webhook_port": port,
                "webhook_secret": SECRET,
            }
        )
        settings = settings.model_copy(update={"telegram": telegram})
        stop = asyncio.Event()
        async with Control(stage.emulator.url, TOKEN) as control, assembled(settings, stage.clock) as parts:
            loops = asyncio.create_task(serve(parts, stop))
            try:
                await is_set(control)
                yield Hooked(Rakor(control, parts, settings), f"http://127.0.0.1:{port}{PATH}")
            finally:
                stop.set()
                await loops


async def is_set(control: Control) -> None:
    async with asyncio.timeout(10):
        while not [call for call in await control.calls(method="setWebhook") if call["status"] == 200]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def update(update_id: int, text: str = "/menu") -> dict[str, Any]:
    person = {"id": 77, "is_bot": False, "first_name": "Budi"}
    chat = {"id": 77, "type": "private", "first_name": "Budi"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    message = {
        "message_id": 1,
        "date": 1676847600,
        "from": person,
        "chat": chat,
        "text": text,
        "entities": entities,
    }
    return {"update_id": update_id, "message": message}


async def test_a_conversation_goes_through_the_webhook(hooked: Hooked) -> None:
    budi = await hooked.rakor.participant()
    await budi.say("panel 2 jam berapa?")
    await budi.wait_for("13.30")


async def test_who_does_not_know_the_secret_is_refused(hooked: Hooked) -> None:
    body = json.dumps(update(5))
    assert await hooked.post(body, secret="guessed-guessed-guessed") == 403
    assert await hooked.post(body, secret="") == 403
    assert hooked.rakor.rows("SELECT * FROM inbox") == []


@pytest.mark.parametrize("body", ["", "[]", "{", '{"message": {}}', '{"update_id": "x"}', "null"])
async def test_what_is_no_update_is_refused(hooked: Hooked, body: str) -> None:
    assert await hooked.post(body) == 400


async def test_the_same_update_three_times_is_handled_once(hooked: Hooked) -> None:
    budi = await hooked.rakor.control.user("Budi", id=77)
    await budi.say("/menu")
    await budi.wait_for("Rakor Polpum 2023")
    before = len(await hooked.rakor.control.calls(method="sendMessage"))
    for _ in range(3):
        assert await hooked.post(json.dumps(update(5))) == 200
    await until(lambda: hooked.rakor.rows("SELECT * FROM inbox WHERE handled = 0") == [])
    assert len(await hooked.rakor.control.calls(method="sendMessage")) == before + 1


async def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with emulated() as stage:
            settings = stage.settings(tmp_path)
            telegram = settings.telegram.model_copy(
                update={"mode": "webhook", "webhook_port": port, "webhook_secret": SECRET}
            )
            settings = settings.model_copy(update={"telegram": telegram})
            async with assembled(settings, stage.clock) as parts:
                with pytest.raises(WebhookError, match="webhook_port"):
                    await serve(parts, asyncio.Event())


async def test_a_webhook_left_from_before_is_taken_down_for_polling(tmp_path: Path) -> None:
    async with emulated() as stage:
        async with aiohttp.ClientSession() as session:
            left = {"url": f"http://127.0.0.1:{free_port()}/left"}
            async with session.post(f"{stage.emulator.url}/bot{TOKEN}/setWebhook", json=left) as response:
                assert response.status == 200
        async with running(stage, stage.settings(tmp_path)) as rakor:
            budi = await rakor.control.user("Budi")
            await budi.say("/menu")
            await budi.wait_for("Rakor Polpum 2023")
