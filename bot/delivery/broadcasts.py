"""Broadcasts in time: begins those whose time has come, begins and ends changes, and keeps the messages in
which organisers watch them up to date.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TypeAlias

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock
from bot.tasks import finish
from bot.telegram.bot import TelegramBot
from bot.telegram.limiter import Lane
from data import broadcast_changes, broadcasts, chats
from data.broadcasts import Broadcast, Watch
from data.database import Database, Transaction
from handlers.broadcasts.progress import Status, look, shown
from handlers.context import Programme
from handlers.texts import LANGUAGES, language_of, texts

logger = logging.getLogger(__name__)

SHORTEST_SECONDS, LONGEST_SECONDS = 3.0, 60.0
LOOKS_OF_ELAPSED = 4
"""Between looks passes a quarter of what has passed: a broadcast to 3,000 is shown anew some sixteen times,
one to 100,000 some seventy times. Each takes a message's turn."""

LOOK_SECONDS = 1.0
"""Between looks at whether what is under way has ended, or can begin."""

PATIENCE_SECONDS = 5.0
"""After a failure of the database."""


Place: TypeAlias = tuple[int, int]
"""A chat, and a message in it."""


class Broadcasts:
    """Wakes when it is told to, when a broadcast is to begin, and while one is under way."""

    def __init__(
        self,
        database: Database,
        bot: TelegramBot,
        programme: Programme,
        organisers: Collection[int],
        clock: Clock,
        outbox_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._bot = bot
        self._programme = programme
        self._organisers = organisers
        self._clock = clock
        self._outbox_changed = outbox_changed
        self._woken = asyncio.Event()
        self._next: dict[Place, float] = {}
        self._edits: dict[Place, asyncio.Task[None]] = {}
        clock.on_change(self.wake)

    def wake(self) -> None:
        """A broadcast has changed, or who watches it."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled."""
        try:
            while True:
                self._woken.clear()
                await self._rest(await self._turn())
        finally:
            await finish(self._edits.values(), 0)

    async def _turn(self) -> float | None:
        """Does what is due; the instant of the next look, None where nothing is under way."""
        now = self._clock.now()
        try:
            is_busy = await self._settle(now)
            next_start = await broadcasts.next_start(self._database.reads)
            next_look = await self._show(now)
        except sqlite3.Error as error:
            logger.warning("broadcasts wait for the database: %s", error, extra={"action": "broadcasts"})
            return now + PATIENCE_SECONDS
        looks = [next_start, next_look, now + LOOK_SECONDS if is_busy else None]
        return min((one for one in looks if one is not None), default=None)

    async def _settle(self, now: float) -> bool:
        """Begins and ends; whether something is under way."""

        def work(tx: Transaction) -> bool:
            broadcasts.start_due(tx, self._organisers, now)
            is_changing = broadcast_changes.settle(tx, now)
            return broadcasts.end_finished(tx, now) or is_changing

        is_busy = await self._database.write(work)
        if is_busy:
            self._outbox_changed()
        return is_busy

    async def _show(self, now: float) -> float | None:
        """Brings the watching messages up to date; the instant of the next look at those that move."""
        watches = await broadcasts.watches(self._database.reads)
        self._leave_alone({_place(watch) for watch in watches})
        looks = [await self._show_one(watch, now) for watch in watches]
        return min((one for one in looks if one is not None), default=None)

    def _leave_alone(self, watched: set[Place]) -> None:
        """Whoever has gone on must not find the old page again: what is on its way to it is stopped."""
        for place in self._edits.keys() - watched:
            self._edits[place].cancel()
        self._next = {place: instant for place, instant in self._next.items() if place in watched}

    async def _show_one(self, watch: Watch, now: float) -> float | None:
        """The instant of the next look at it; None where it will not change by itself."""
        place, reads = _place(watch), self._database.reads
        broadcast = await broadcasts.find(reads, watch.broadcast_id)
        if broadcast is None or place in self._edits:
            return None
        is_moving = broadcast.state == "running" or await broadcast_changes.is_changing(reads, broadcast.id)
        due = self._next.setdefault(place, now + SHORTEST_SECONDS)
        if is_moving and now < due:
            return due
        status = await look(reads, broadcast)
        if watch.shown != status.fingerprint:
            self._edit(watch, status)
        elif status.is_over:
            await self._database.write(lambda tx: broadcasts.unwatch(tx, *place))
        self._next[place] = now + _pause(broadcast, now)
        return self._next[place] if is_moving else None

    def _edit(self, watch: Watch, status: Status) -> None:
        place = _place(watch)
        task = asyncio.create_task(self._bring(watch, status))
        self._edits[place] = task
        task.add_done_callback(lambda _: self._brought(place))

    def _brought(self, place: Place) -> None:
        self._edits.pop(place)
        self.wake()

    async def _bring(self, watch: Watch, status: Status) -> None:
        """What fails is repeated by a later look."""
        try:
            if await self._edit_message(watch, status):
                await self._database.write(lambda tx: broadcasts.note_shown(tx, watch, status.fingerprint))
            else:
                await self._database.write(lambda tx: broadcasts.unwatch(tx, *_place(watch)))
        except (TelegramError, sqlite3.Error) as error:
            logger.info("progress not shown: %s", error, extra={"action": "show_progress"})
            await self._clock.sleep(PATIENCE_SECONDS)

    async def _edit_message(self, watch: Watch, status: Status) -> bool:
        """Whether the message is still there. Raises TelegramError where it cannot be told."""
        chat = await chats.find(self._database.reads, watch.chat_id)
        language = next((one for one in LANGUAGES if chat and one == chat.language), language_of(None))
        now, event = self._clock.now(), self._programme.stored.event
        screen = await shown(self._database.reads, status, event, texts(language), now)
        place = {"chat_id": watch.chat_id, "message_id": watch.message_id}
        try:
            await self._bot.call("editMessageText", {**place, **screen.parameters()}, Lane.BULK)
        except (BadRequest, Forbidden) as error:
            return "not modified" in error.message
        return True

    async def _rest(self, instant: float | None) -> None:
        seconds = None if instant is None else self._clock.real_seconds_until(instant)
        # not wait_for: in Python 3.11 it can swallow a cancellation that comes together with the waking
        with suppress(TimeoutError):
            async with asyncio.timeout(None if seconds == float("inf") else seconds):
                await self._woken.wait()


def _place(watch: Watch) -> Place:
    return watch.chat_id, watch.message_id


def _pause(broadcast: Broadcast, now: float) -> float:
    """Until the next look: the longer it takes, the longer."""
    elapsed = now - (broadcast.started_at if broadcast.started_at is not None else now)
    return min(LONGEST_SECONDS, max(SHORTEST_SECONDS, elapsed / LOOKS_OF_ELAPSED))
