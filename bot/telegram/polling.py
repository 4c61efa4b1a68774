"""Long polling: each batch is committed before the next poll confirms it.

Two processes that poll with one token end each other's polls with 409. The first poll is short, so whoever
has completed one knows that the other is the newcomer, and polls on at once; the newcomer does not get that
far, and ends. In a rush it may; then it ends by being disturbed again and again.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram.bot import POLL_SECONDS, TelegramBot
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.intake import ALLOWED_UPDATES, received
from bot.telegram.limiter import pause_seconds
from bot.telegram.persistence import persistently
from data.errors import RakorError
from data.inbox import Received

logger = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_POLL_SECONDS = 1
FEW = 8
"""So many handlers hold up nothing."""
TURNS_TO_SEND = 2
"""Turns of the event loop until a request is in the socket."""

NEWCOMER_CONFLICTS, NEWCOMER_SECONDS = 3, 15.0
PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
"""Real seconds between polls while the network fails; the last one repeats."""


class OtherInstanceError(RakorError):
    """Telegram's 409: another process polls with this token."""

    def __init__(self) -> None:
        super().__init__(
            "Another instance is already running with this token (409 Conflict from Telegram). "
            "End it first, or use a bot of your own for tests."
        )


class TokenRevokedError(RakorError):
    def __init__(self) -> None:
        super().__init__("Telegram does not accept the token any more. Ask @BotFather for the valid one.")


class Poller:
    """Polls until it is cancelled."""

    def __init__(self, bot: TelegramBot, dispatcher: Dispatcher, now: Callable[[], float]) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._now = now
        self._offset: int | None = None
        self._accepted: list[Received] = []
        self._began_at = time.monotonic()
        self._completed = 0
        self._conflicts = 0
        self._failures = 0

    async def run(self) -> None:
        """Raises OtherInstanceError or TokenRevokedError when going on makes no sense."""
        while True:
            try:
                await self._poll()
            except Conflict as error:
                await self._conflict(error)
            except InvalidToken:
                raise TokenRevokedError from None
            except sqlite3.Error as error:
                logger.warning("updates not accepted, they come again: %s", error, extra={"action": "poll"})
                await asyncio.sleep(PAUSES[1])
            except RetryAfter as error:
                await asyncio.sleep(pause_seconds(error))
            except (NetworkError, TelegramError) as error:
                await self._pause(error)
            else:
                self._failures = 0

    async def _poll(self) -> None:
        seconds = POLL_SECONDS if self._completed else FIRST_POLL_SECONDS
        poll = self._bot.raw_updates(self._offset, seconds, ALLOWED_UPDATES)
        updates = await (self._hand_on_behind(poll) if self._accepted else poll)
        self._completed += 1
        if not updates:
            return
        await self._take_in([received(update, self._now()) for update in updates])
        self._offset = updates[-1]["update_id"] + 1

    async def _take_in(self, updates: list[Received]) -> None:
        """Few begin at once. Many would hold up the next poll: they begin when it is on its way."""
        is_new = self._offset is not None and updates[0].update_id >= self._offset
        if is_new and len(updates) <= FEW:
            await self._dispatcher.accept_in_passing(updates)
        else:
            self._accepted = await self._dispatcher.accept(updates)

    async def _hand_on_behind(self, poll: Coroutine[Any, Any, T]) -> T:
        """A hundred handlers would hold up the poll: they begin when it is on its way."""
        sending = asyncio.create_task(poll)
        try:
            for _ in range(TURNS_TO_SEND):
                await asyncio.sleep(0)
            self._hand_on()
            return await sending
        finally:
            sending.cancel()

    def _hand_on(self) -> None:
        self._dispatcher.hand_on(self._accepted)
        self._accepted = []

    async def _conflict(self, error: Conflict) -> None:
        """The newcomer ends; whoever was first goes on at once. A webhook left from before is taken down."""
        if "webhook is active" in error.message:
            await persistently(lambda: self._bot.call("deleteWebhook", {}))
            return
        self._conflicts += 1
        if not self._completed or self._is_disturbed_newcomer():
            raise OtherInstanceError from None
        self._failures += 1
        logger.warning("another instance polls with this token: %s", error, extra={"action": "poll"})
        if self._failures > 1:
            await asyncio.sleep(min(self._failures, PAUSES[-1]))

    def _is_disturbed_newcomer(self) -> bool:
        age = time.monotonic() - self._began_at
        return self._conflicts >= NEWCOMER_CONFLICTS and age < NEWCOMER_SECONDS

    async def _pause(self, error: TelegramError) -> None:
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        self._failures += 1
        logger.warning("no updates, again in %s s: %s", pause, error, extra={"action": "poll"})
        await asyncio.sleep(pause)
