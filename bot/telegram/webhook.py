"""Updates by webhook: 200 only after the commit, so that what is lost on the way is sent again."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import sqlite3
from collections.abc import Callable

from aiohttp import web
from telegram.error import TelegramError

from bot.config import TelegramSettings
from bot.telegram.bot import TelegramBot
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.intake import ALLOWED_UPDATES, received
from bot.telegram.persistence import persistently
from data.errors import RakorError

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MAX_CONNECTIONS = 100
PATH = "/telegram"


class WebhookError(RakorError):
    """The webhook cannot be served or registered."""


class Webhook:
    """Listens on ``host`` and the configured port; a reverse proxy with TLS stands before it."""

    def __init__(
        self,
        bot: TelegramBot,
        dispatcher: Dispatcher,
        settings: TelegramSettings,
        host: str,
        now: Callable[[], float],
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._settings = settings
        self._host = host
        self._now = now

    async def run(self) -> None:
        """Until cancelled. Raises WebhookError."""
        application = web.Application()
        application.add_routes([web.post(PATH, self._receive)])
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await self._listen(runner)
            await self._register()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        port = self._settings.webhook_port
        try:
            await web.TCPSite(runner, self._host, port).start()
        except OSError as error:
            raise WebhookError(
                f"The webhook cannot listen on {self._host}:{port} ({error.strerror}). "
                "Choose another [telegram] webhook_port."
            ) from error

    async def _register(self) -> None:
        parameters = {
            "url": f"{self._settings.webhook_url}{PATH}",
            "secret_token": self._settings.webhook_secret,
            "allowed_updates": list(ALLOWED_UPDATES),
            "max_connections": MAX_CONNECTIONS,
        }
        try:
            await persistently(lambda: self._bot.call("setWebhook", parameters))
        except TelegramError as error:
            raise WebhookError(
                f"Telegram does not take the webhook ({error.message}). Check [telegram] webhook_url."
            ) from None

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), (self._settings.webhook_secret or "").encode()):
            return web.Response(status=403)
        try:
            update = received(json.loads(await request.read()), self._now())
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        try:
            self._dispatcher.hand_on(await self._dispatcher.accept([update]))
        except sqlite3.Error as error:
            logger.warning("update not accepted, it comes again: %s", error, extra={"action": "receive"})
            return web.Response(status=503)
        return web.Response()
