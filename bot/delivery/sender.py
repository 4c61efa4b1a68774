"""Drains the outbox through the limiter: at least once, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import suppress
from functools import partial
from typing import Any

from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.failures import refusal
from bot.delivery.line import Line, retry_seconds
from bot.delivery.outcomes import Outcome, dropped, failed, postponed, put_off, sent
from bot.tasks import finish
from bot.telegram.bot import TelegramBot
from bot.telegram.limiter import Lane, Limits, pause_seconds
from data import outbox
from data.database import Transaction
from data.outbox import Delivery
from handlers.context import Programme
from handlers.deliveries import Call, Later, Means, compose

logger = logging.getLogger(__name__)

IN_HAND, FEWEST_IN_HAND = 64, 4
"""Rows taken at once: all that memory holds of the outbox, however long it is. Those that wait for the
limiter are not on their way, so a crash repeats fewer."""

ROUND_TRIP_SECONDS = 2.0
"""So long a round trip they cover; and so long what is paused may still go out."""

REFILL = 1 / 8
"""The part of what may be in hand that is to be free before more is taken: each time costs a commit."""

PAID_SECONDS, MOST_IN_HAND = 0.25, 192
"""What is paid for goes faster: a round trip of a quarter of a second. Direct answers keep connections."""

GRACE_SECONDS = 1.0
"""At the end, for what is on its way; what does not arrive in time is sent again at the next start."""

GATHER_SECONDS = 0.02
"""Real seconds before a look where each write of a handler may have left something, and few have."""

LOOK_SECONDS = 60.0
"""Real seconds between looks when nothing happens: for what was lost, and for a clock that was set."""

DATABASE_SECONDS = 1.0
"""Real seconds between attempts while the database fails: the disk is full, or another process holds it."""

STEP_BACK_SECONDS = 1.0
"""A clock that goes back further was set back."""

PAYABLE = ("send", "copyMessage")
"""The methods that know ``allow_paid_broadcast`` (Bot API)."""


class Sender:
    """Wakes when it is told to, when the next row is due, and when the clock is changed."""

    def __init__(
        self, bot: TelegramBot, programme: Programme, means: Means, clock: Clock, limits: Limits
    ) -> None:
        self._database = means.database
        self._bot = bot
        self._programme = programme
        self._means = means
        self._clock = clock
        self._most_in_hand = in_hand_at(limits)
        self._pays = limits.paid_per_second > 0
        self._latest = clock.now()
        self._set_back_seconds = 0.0
        self._database_fails = False
        self._line = Line()
        self._woken = asyncio.Event()
        self._gathering: asyncio.TimerHandle | None = None
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        clock.on_change(self.wake)

    @property
    def in_hand(self) -> int:
        """How many rows it has taken."""
        return len(self._in_hand)

    def wake(self) -> None:
        """There may be something new."""
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        self._woken.set()

    def wake_soon(self) -> None:
        """The same, of many writes together."""
        if self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHER_SECONDS, self.wake)

    async def run(self) -> None:
        """Until cancelled; what is in hand then has a moment to finish. Begins with what was left in hand."""
        await self._insist(outbox.resume)
        try:
            while True:
                self._woken.clear()
                try:
                    if not await self._take():
                        await self._rest()
                except sqlite3.Error as error:
                    await self._wait_for_database(error)
        finally:
            await finish(self._in_hand.values(), GRACE_SECONDS)

    async def _take(self) -> bool:
        """Takes in hand what is due and fits; whether there was something."""
        now = self._look()
        free, back = self._free, self._set_back_seconds
        if free <= 0 or self._line.quiet_until(now) > now:
            return False
        in_hand = list(self._in_hand)
        if not back and not await outbox.has_work(self._database.lookups, now, len(in_hand)):
            return False

        def work(tx: Transaction) -> list[Delivery]:
            if back:
                outbox.shift(tx, now, back)
            outbox.release_lost(tx, now, in_hand)
            return outbox.claim(tx, now, free)

        deliveries = await self._database.write(work)
        self._set_back_seconds -= back
        self._database_fails = False
        for delivery in deliveries:
            task = asyncio.create_task(self._deliver(delivery))
            self._in_hand[delivery.id] = task
            task.add_done_callback(partial(self._let_go, delivery.id))
        return bool(deliveries)

    @property
    def _free(self) -> int:
        """How many more may be taken in hand."""
        return (1 if self._line.is_down else self._most_in_hand) - len(self._in_hand)

    def _look(self) -> float:
        """The present instant; and whether the clock has been set back since the last look."""
        before, self._latest = self._latest, self._clock.now()
        if self._latest < before - STEP_BACK_SECONDS:
            self._set_back_seconds += before - self._latest
        return self._latest

    def _let_go(self, row: int, _task: asyncio.Task[None]) -> None:
        del self._in_hand[row]
        if not self._in_hand or self._free >= self._most_in_hand * REFILL:
            self._woken.set()

    async def _rest(self) -> None:
        """Until something ends, comes, or falls due."""
        seconds = min(self._clock.real_seconds_until(await self._next_instant()), LOOK_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _next_instant(self) -> float:
        """When there will be something to take, if nothing happens before."""
        now = self._latest
        quiet_until = self._line.quiet_until(now)
        if quiet_until > now:
            return quiet_until
        due = await outbox.next_due(self._database.lookups, now) if self._free > 0 else None
        return float("inf") if due is None else due

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            outcome = await self._outcome(delivery)
        except Exception as error:  # the edge: one message must not end the sending of all others
            logger.exception("message %d failed", delivery.id, extra={"action": "deliver"})
            outcome = failed(delivery, "other", repr(error))
        await self._insist(outcome)

    async def _outcome(self, delivery: Delivery) -> Outcome:
        now = self._clock.now()
        if delivery.useless_after is not None and now >= delivery.useless_after:
            return dropped(delivery, outbox.TOO_LATE)
        try:
            call = await compose(self._means, self._programme.stored, delivery, now)
        except sqlite3.Error as error:
            return put_off(delivery, DATABASE_SECONDS, str(error))
        if call is None:
            return dropped(delivery, "no longer valid")
        if isinstance(call, Later):
            return postponed(delivery, call.not_before)
        return await self._send(delivery, call)

    async def _send(self, delivery: Delivery, call: Call) -> Outcome:
        try:
            answer = await self._post(delivery, call)
        except RetryAfter as error:
            return put_off(delivery, pause_seconds(error), str(error))
        except TelegramError as error:
            if (cause := refusal(error)) is None:
                self._line.failed(delivery.chat_id, self._clock.now())
                return put_off(delivery, retry_seconds(delivery.attempts), str(error), "network")
            if (other := _otherwise(delivery, call, error)) is not None:
                return await self._send(delivery, other)
            if _is_done(delivery, call, error):
                return sent(delivery, None)
            return failed(delivery, cause, error.message)
        if self._line.works():
            await self._insist(outbox.hasten)
        return sent(delivery, answer)

    async def _post(self, delivery: Delivery, call: Call) -> Any:
        parameters, lane = self._parameters(delivery, call), _lane(delivery)
        if call.upload is None:
            return await self._bot.call(call.method, parameters, lane)
        content = await asyncio.to_thread(call.upload.read)
        return await self._bot.send_file(parameters, call.upload.filename, content, lane)

    def _parameters(self, delivery: Delivery, call: Call) -> dict[str, Any]:
        parameters = dict(call.parameters)
        if self._pays and _lane(delivery) is Lane.BULK and call.method.startswith(PAYABLE):
            parameters["allow_paid_broadcast"] = True
        return parameters

    async def _insist(self, work: Outcome) -> None:
        """Writes down what has happened, however long the database fails: else it would happen again."""
        while True:
            now = self._clock.now()
            try:
                await self._database.write(lambda tx: work(tx, now))  # noqa: B023 - awaited in this turn
            except sqlite3.Error as error:
                await self._wait_for_database(error)
            else:
                return

    async def _wait_for_database(self, error: sqlite3.Error) -> None:
        if not self._database_fails:
            logger.warning("the outbox cannot be written: %s", error, extra={"action": "wait_for_database"})
        self._database_fails = True
        await asyncio.sleep(DATABASE_SECONDS)


def in_hand_at(limits: Limits) -> int:
    """How many rows may be in hand at those rates."""
    usual = min(IN_HAND, max(FEWEST_IN_HAND, limits.bulk_per_second * ROUND_TRIP_SECONDS))
    return int(max(usual, min(MOST_IN_HAND, limits.paid_per_second * PAID_SECONDS)))


def _lane(delivery: Delivery) -> Lane:
    return Lane.DIRECT if delivery.priority == outbox.DIRECT else Lane.BULK


def _otherwise(delivery: Delivery, call: Call, error: TelegramError) -> Call | None:
    """An answer whose message cannot be edited any more comes as a new one."""
    if delivery.kind != outbox.DIRECT_ANSWER or call.method != "editMessageText":
        return None
    if not isinstance(error, BadRequest) or _is_done(delivery, call, error):
        return None
    new = {name: value for name, value in call.parameters.items() if name != "message_id"}
    return Call("sendMessage", new)


def _is_done(delivery: Delivery, call: Call, error: TelegramError) -> bool:
    """Whether everything stands as it is to stand: a crash may have come between the call and its record."""
    if "not modified" in error.message:
        return True
    if call.method != "deleteMessage" or not isinstance(error, BadRequest):
        return False
    return "not found" in error.message or delivery.kind == outbox.DIRECT_ANSWER
