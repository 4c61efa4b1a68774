"""Drains the outbox through the limiter: at least once, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.tasks import finish
from bot.telegram.bot import TelegramBot
from bot.telegram.limiter import Lane, pause_seconds
from data import chats, outbox, polls
from data.anonymity import Anonymity
from data.database import Database, Transaction
from data.outbox import Delivery
from data.reminder_plan import Rules
from handlers.context import Programme
from handlers.deliveries import Call, Later, compose

logger = logging.getLogger(__name__)

IN_HAND = 32
"""Rows taken at once: all that a crash can repeat, and all that memory holds."""

GRACE_SECONDS = 1.0
"""At the end, for what is on its way; what does not arrive in time is sent again at the next start."""

RETRY_SECONDS = (2.0, 5.0, 15.0, 60.0, 300.0)
"""Between attempts while the network fails; the last one repeats."""


class Sender:
    """Wakes when it is told to, when the next row is due, and when the clock is changed."""

    def __init__(
        self,
        database: Database,
        bot: TelegramBot,
        programme: Programme,
        anonymity: Anonymity,
        rules: Rules,
        clock: Clock,
    ) -> None:
        self._database = database
        self._bot = bot
        self._programme = programme
        self._anonymity = anonymity
        self._rules = rules
        self._clock = clock
        self._woken = asyncio.Event()
        self._in_hand: set[asyncio.Task[None]] = set()
        clock.on_change(self.wake)

    def wake(self) -> None:
        """There may be something new."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled; what is in hand then has a moment to finish. Begins with what was left in hand."""
        await self._database.write(outbox.release_all)
        try:
            while True:
                self._woken.clear()
                if not await self._take():
                    await self._rest()
        finally:
            await finish(self._in_hand, GRACE_SECONDS)

    async def _take(self) -> bool:
        """Takes in hand what is due and fits; whether there was something."""
        free = IN_HAND - len(self._in_hand)
        if not free:
            return False
        now = self._clock.now()
        deliveries = await self._database.write(lambda tx: outbox.claim(tx, now, free))
        for delivery in deliveries:
            task = asyncio.create_task(self._deliver(delivery))
            self._in_hand.add(task)
            task.add_done_callback(self._let_go)
        return bool(deliveries)

    def _let_go(self, task: asyncio.Task[None]) -> None:
        self._in_hand.discard(task)
        self._woken.set()

    async def _rest(self) -> None:
        """Until something ends, comes, or falls due."""
        due = None if len(self._in_hand) == IN_HAND else await outbox.next_due(self._database.reads)
        seconds = None if due is None else self._clock.real_seconds_until(due)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), None if seconds == float("inf") else seconds)

    async def _deliver(self, delivery: Delivery) -> None:
        now = self._clock.now()
        if delivery.useless_after is not None and now >= delivery.useless_after:
            await self._finish(delivery, "dropped", failure=outbox.TOO_LATE)
            return
        try:
            call = await compose(
                self._database.reads, self._programme.stored, self._anonymity, self._rules, delivery, now
            )
            if call is None:
                await self._finish(delivery, "dropped", failure="no longer valid")
                return
            if isinstance(call, Later):
                await self._postpone(delivery, call.not_before)
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
            state: outbox.Outcome = "sent" if "not modified" in error.message else "failed"
            await self._finish(delivery, state, failure=error.message)
        except RetryAfter as error:
            await self._again(delivery, pause_seconds(error), error)
        except (NetworkError, TelegramError) as error:
            pause = RETRY_SECONDS[min(delivery.attempts, len(RETRY_SECONDS)) - 1]
            await self._again(delivery, pause, error)
        else:
            await self._sent(delivery, answer)

    async def _sent(self, delivery: Delivery, answer: Any) -> None:
        """Done; of a poll it is noted which of Telegram's it is."""
        now, message_id = self._clock.now(), _message_id(answer)
        telegram_id = answer.get("poll", {}).get("id") if isinstance(answer, dict) else None

        def work(tx: Transaction) -> None:
            outbox.finish(tx, delivery, "sent", now, message_id)
            if delivery.kind == polls.POLL and telegram_id is not None:
                polls.sent(tx, int(delivery.subject), delivery.chat_id, message_id, telegram_id)

        await self._database.write(work)

    async def _finish(
        self,
        delivery: Delivery,
        state: outbox.Outcome,
        message_id: int | None = None,
        failure: str | None = None,
    ) -> None:
        now = self._clock.now()
        await self._database.write(lambda tx: outbox.finish(tx, delivery, state, now, message_id, failure))

    async def _postpone(self, delivery: Delivery, not_before: float) -> None:
        await self._database.write(lambda tx: outbox.postpone(tx, delivery, not_before))

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
