"""Drains the outbox through the limiter: at least once, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.telegram.bot import TelegramBot
from bot.telegram.limiter import Lane, pause_seconds
from data import chats, outbox
from data.database import Database, Transaction
from data.outbox import Delivery
from handlers.context import Programme
from handlers.deliveries import Call, compose

logger = logging.getLogger(__name__)

IN_HAND = 32
"""Rows taken at once: all that a crash can repeat, and all that memory holds."""

RETRY_SECONDS = (2.0, 5.0, 15.0, 60.0, 300.0)
"""Between attempts while the network fails; the last one repeats."""


class Sender:
    """Wakes when it is told to, when the next row is due, and when the clock is changed."""

    def __init__(self, database: Database, bot: TelegramBot, programme: Programme, clock: Clock) -> None:
        self._database = database
        self._bot = bot
        self._programme = programme
        self._clock = clock
        self._woken = asyncio.Event()
        clock.on_change(self.wake)

    def wake(self) -> None:
        """There may be something new."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. What the last process had in hand goes first."""
        await self._database.write(outbox.release_all)
        while True:
            self._woken.clear()
            deliveries = await self._claim()
            if deliveries:
                await asyncio.gather(*map(self._deliver, deliveries))
            else:
                await self._rest()

    async def _claim(self) -> list[Delivery]:
        now = self._clock.now()
        return await self._database.write(lambda tx: outbox.claim(tx, now, IN_HAND))

    async def _rest(self) -> None:
        due = await outbox.next_due(self._database.reads)
        seconds = None if due is None else self._clock.real_seconds_until(due)
        try:
            await asyncio.wait_for(self._woken.wait(), None if seconds == float("inf") else seconds)
        except TimeoutError:
            return

    async def _deliver(self, delivery: Delivery) -> None:
        now = self._clock.now()
        if delivery.useless_after is not None and now >= delivery.useless_after:
            await self._finish(delivery, "dropped", failure="too late to be of use")
            return
        try:
            call = await compose(self._database.reads, self._programme.stored, delivery, now)
            if call is None:
                await self._finish(delivery, "dropped", failure="no longer valid")
                return
            await self._send(delivery, call)
        except Exception as error:  # the edge: one message must not end the sending of all others
            logger.exception("message %d failed", delivery.id, extra={"action": "deliver"})
            await self._finish(delivery, "failed", failure=repr(error))

    async def _send(self, delivery: Delivery, call: Call) -> None:
        lane = Lane.DIRECT if delivery.priority == outbox.DIRECT else Lane.BULK
        parameters = dict(call.parameters)
        try:
            answer = await self._bot.call(call.method, parameters, lane)
        except Forbidden as error:
            await self._unreachable(delivery, error)
        except BadRequest as error:
            await self._finish(delivery, "failed", failure=error.message)
        except RetryAfter as error:
            await self._again(delivery, pause_seconds(error), error)
        except (NetworkError, TelegramError) as error:
            pause = RETRY_SECONDS[min(delivery.attempts, len(RETRY_SECONDS)) - 1]
            await self._again(delivery, pause, error)
        else:
            await self._finish(delivery, "sent", message_id=_message_id(answer))

    async def _finish(
        self,
        delivery: Delivery,
        state: outbox.Outcome,
        message_id: int | None = None,
        failure: str | None = None,
    ) -> None:
        now = self._clock.now()
        await self._database.write(lambda tx: outbox.finish(tx, delivery, state, now, message_id, failure))

    async def _again(self, delivery: Delivery, seconds: float, error: TelegramError) -> None:
        not_before = self._clock.now() + seconds
        await self._database.write(lambda tx: outbox.try_again(tx, delivery, not_before, str(error)))

    async def _unreachable(self, delivery: Delivery, error: Forbidden) -> None:
        """Blocked: left out from now on."""
        now = self._clock.now()

        def work(tx: Transaction) -> None:
            outbox.finish(tx, delivery, "failed", now, failure=error.message)
            chats.mark_blocked(tx, delivery.chat_id, now)

        await self._database.write(work)


def _message_id(answer: Any) -> int | None:
    return answer.get("message_id") if isinstance(answer, dict) else None
