"""A real emulator on a free port, its control side, and a raw client of the Bot API."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import AsyncIterator
from datetime import datetime
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.emulator import Emulator

from . import conformity

TOKEN = "4242:an-invented-token-for-tests"
SEVEN_O_CLOCK = datetime.fromisoformat("2023-02-20T07:00:00+08:00")


class ApiRefusalError(Exception):
    """An answer that is not ok."""

    def __init__(self, status: int, body: dict[str, Any], headers: dict[str, str]) -> None:
        super().__init__(body["description"])
        self.status = status
        self.code: int = body["error_code"]
        self.description: str = body["description"]
        self.parameters: dict[str, Any] = body.get("parameters", {})
        self.headers = headers


class Api:
    """Calls methods as a bot, without a library in between."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str = TOKEN) -> None:
        self.session = session
        self.url = url
        self.token = token
        self.asked = 0

    def with_token(self, token: str) -> Api:
        return Api(self.session, self.url, token)

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """The result of a call by JSON; with bytes among the parameters, by multipart.

        Raises ApiRefusalError when it is refused.
        """
        is_upload = any(isinstance(value, bytes | tuple) for value in parameters.values())
        body = {"data": self._form(parameters)} if is_upload else {"json": parameters}
        return (await self.raw(method, **body))["result"]

    async def raw(self, method: str, verb: str = "POST", **request: Any) -> dict[str, Any]:
        """The whole answer of a request made by hand."""
        address = f"{self.url}/bot{self.token}/{method}"
        async with self.session.request(verb, address, **request) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"] == (response.status == 200)
            if not answer["ok"]:
                raise ApiRefusalError(response.status, answer, dict(response.headers))
            return answer

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """All that waits, and confirms it. No offset is asked for twice, as repetitions are slowed down."""
        self.asked += 1
        found: list[dict[str, Any]] = await self("getUpdates", offset=-1000 - self.asked, **parameters)
        if found:
            await self("getUpdates", offset=found[-1]["update_id"] + 1, timeout=0, limit=1)
        return found

    def _form(self, parameters: dict[str, Any]) -> aiohttp.FormData:
        form = aiohttp.FormData(quote_fields=False)
        for name, value in parameters.items():
            if isinstance(value, tuple):
                kind = mimetypes.guess_type(value[0])[0]
                form.add_field(name, BytesIO(value[1]), filename=value[0], content_type=kind)
            elif isinstance(value, bytes):
                form.add_field(name, BytesIO(value), filename=f"{name}.bin")
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        return form


@pytest.fixture
def clock() -> VirtualClock:
    """Seven o'clock on the first day of the model meeting; time stands still until a test moves it."""
    return VirtualClock(SEVEN_O_CLOCK.timestamp(), speed=0)


@pytest.fixture
async def emulator(clock: VirtualClock) -> AsyncIterator[Emulator]:
    """An emulator whose whole record has to keep to the Bot API."""
    emulator = Emulator(clock)
    await emulator.start()
    yield emulator
    calls = [entry.body() for entry in emulator.state.record.after(0)]
    await emulator.stop()
    assert conformity.violations(calls) == []


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def api(emulator: Emulator, session: aiohttp.ClientSession) -> Api:
    """A bot that the emulator knows."""
    api = Api(session, emulator.url)
    await api("getMe")
    return api


@pytest.fixture
async def control(emulator: Emulator, api: Api) -> AsyncIterator[Control]:
    async with Control(emulator.url, api.token) as control:
        yield control


@pytest.fixture
async def budi(control: Control, api: Api) -> Chat:
    """Somebody who has started the bot, and whose start the bot has taken note of."""
    budi = await control.user("Budi", last_name="Santoso", username="budisantoso", language_code="id")
    await budi.say("/start")
    await api.updates()
    return budi
