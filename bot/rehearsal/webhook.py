"""Sends updates to webhooks, as telegram-bot-api's WebhookActor does.

Order is kept in a queue (a chat, else a user or poll); queues go side by side, ``max_connections`` requests
at once. What fails is sent again: at once, then after pauses that double up to a random 60 to 120 s, or after
the answer's ``Retry-After``, until the update expires. Pauses are real seconds.
"""

from __future__ import annotations

import asyncio
import json
import random
import ssl
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import aiohttp

from bot.rehearsal.errors import ApiError
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.parameters import Parameters, parse_body
from bot.rehearsal.updates import Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
REQUEST_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60
LONGEST_RETRY_AFTER_SECONDS = 3600

CarryOut = Callable[[Bot, str, Parameters], Awaitable[Any]]
"""Runs a method that the webhook named in its answer."""


@dataclass(slots=True, eq=False)
class Delivery:
    """What is under way for one bot."""

    connections: asyncio.Semaphore
    queues: dict[int, deque[Update]] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)


class DeliveryError(Exception):
    """The webhook did not take the update."""

    def __init__(self, message: str, retry_after_seconds: int = 0) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class Deliveries:
    def __init__(self, now: Callable[[], float], carry_out: CarryOut) -> None:
        self._now = now
        self._carry_out = carry_out
        self._deliveries: dict[int, Delivery] = {}
        self._session: aiohttp.ClientSession | None = None

    def start(self, bot: Bot) -> None:
        """Begins to deliver what waits for the bot, and what will come."""
        self.stop(bot)
        self._deliveries[bot.id] = Delivery(asyncio.Semaphore(bot.webhook.max_connections))
        for update in bot.updates.pending():
            self.on_update(bot, update)

    def stop(self, bot: Bot) -> None:
        """Ends the deliveries of the bot; what was not taken waits on."""
        delivery = self._deliveries.pop(bot.id, None)
        for task in delivery.tasks if delivery else ():
            task.cancel()

    async def close(self) -> None:
        tasks = [task for delivery in self._deliveries.values() for task in delivery.tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._deliveries.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def on_update(self, bot: Bot, update: Update) -> None:
        """A new update: its queue takes it if the bot has a webhook."""
        delivery = self._deliveries.get(bot.id)
        if delivery is None:
            return
        queue = delivery.queues.get(update.key)
        if queue is not None:
            queue.append(update)
            return
        delivery.queues[update.key] = deque([update])
        task = asyncio.get_running_loop().create_task(self._drain(bot, delivery, update.key))
        delivery.tasks.add(task)
        task.add_done_callback(delivery.tasks.discard)

    async def _drain(self, bot: Bot, delivery: Delivery, key: int) -> None:
        queue = delivery.queues[key]
        while queue:
            await self._deliver(bot, delivery, queue[0])
            queue.popleft()
        del delivery.queues[key]

    async def _deliver(self, bot: Bot, delivery: Delivery, update: Update) -> None:
        failures, pause = 0, 1.0
        while bot.updates.is_pending(update):
            try:
                async with delivery.connections:
                    await self._send(bot, update)
            except DeliveryError as failure:
                bot.webhook.last_error_at, bot.webhook.last_error_message = self._now(), str(failure)
                if failures and not failure.retry_after_seconds:
                    longest = random.uniform(LONGEST_PAUSE_SECONDS, 2 * LONGEST_PAUSE_SECONDS)  # noqa: S311
                    pause = min(pause * 2, longest)
                await asyncio.sleep(failure.retry_after_seconds or (pause if failures else 0))
                failures += 1
            else:
                bot.updates.confirm([update.id])

    async def _send(self, bot: Bot, update: Update) -> None:
        headers = {SECRET_HEADER: bot.webhook.secret_token} if bot.webhook.secret_token else {}
        try:
            async with self._client().post(
                bot.webhook.url,
                data=json.dumps(update.body).encode(),
                headers={"Content-Type": "application/json", **headers},
                ssl=_trust(bot),
                allow_redirects=False,
            ) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError, ssl.SSLError) as error:
            raise DeliveryError(_named(error)) from error
        if not 200 <= response.status < 300:
            raise DeliveryError(
                _wrong_response(response.status), _retry_after(response.headers.get("Retry-After"))
            )
        await self._run_answer(bot, response.content_type, body)

    async def _run_answer(self, bot: Bot, content_type: str, body: bytes) -> None:
        """Carries out the method that an answer names; nobody hears of its result."""
        try:
            values = parse_body(content_type, body)
        except (ApiError, UnicodeDecodeError):
            return
        method = values.pop("method", None)
        if isinstance(method, str) and _may_be_answered(method.lower()):
            await self._carry_out(bot, method, Parameters(values))

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
            self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))
        return self._session


def _may_be_answered(method: str) -> bool:
    return not method.startswith("get") and method not in {"setwebhook", "deletewebhook", "close", "logout"}


def _trust(bot: Bot) -> ssl.SSLContext | bool:
    """The bot's own certificate, none for this machine, else the usual ones."""
    if bot.webhook.certificate is not None:
        context = ssl.create_default_context(cadata=bot.webhook.certificate.decode("ascii", "replace"))
        context.check_hostname = False
        return context
    return not is_loopback(bot.webhook.url)


def is_loopback(url: str) -> bool:
    host = url.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1]
    return host.startswith(("127.", "localhost", "[::1]"))


def _wrong_response(status: int) -> str:
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""
    return f"Wrong response from the webhook: {status} {phrase}".rstrip()


def _retry_after(header: str | None) -> int:
    if header is None or not header.strip().isdecimal():
        return 0
    return min(int(header), LONGEST_RETRY_AFTER_SECONDS)


def _named(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, ssl.SSLError | aiohttp.ClientSSLError):
        return "SSL error"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection closed"
