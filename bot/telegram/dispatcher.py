"""Hands committed updates to their handlers: concurrently across chats, in order of arrival inside one."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
from collections import deque
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.tasks import finish
from bot.telegram.commit import COMMIT, Commit, committed
from bot.telegram.marks import Marks
from bot.telegram.parsing import update_of
from bot.telegram.persistence import pause_after
from data import inbox, outbox
from data.database import Database, Transaction
from data.errors import is_storage_failure
from data.inbox import NotAcceptedError, Received
from handlers.context import RakorApplication
from handlers.deliveries import APOLOGY
from handlers.show import SUPERSEDED

logger = logging.getLogger(__name__)

CONCURRENCY = 256
HANDLER_SECONDS = 60.0
"""A handler that takes longer hangs: it is cut off, and counted as failed."""

MAX_ATTEMPTS = 3


class _Waiting(NamedTuple):
    """An update in its chat's queue."""

    update: Received
    commit: Commit | None = None


class Dispatcher:
    """A queue a chat stands before the limit of concurrency, so that a chat holds one slot at most."""

    def __init__(
        self,
        database: Database,
        application: RakorApplication,
        now: Callable[[], float],
        outbox_changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._application = application
        self._now = now
        self._outbox_changed = outbox_changed
        self._slots = asyncio.Semaphore(CONCURRENCY)
        self._queues: dict[int, deque[_Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._marks = Marks(database)
        self._closing = False

    async def accept(self, updates: Sequence[Received]) -> list[Received]:
        """Commits the updates; after this they may be confirmed. Those that are new are to be handed on."""
        return await self._database.write(lambda tx: inbox.accept(tx, updates))

    async def accept_in_passing(self, updates: Sequence[Received]) -> None:
        """Updates known to be new: their handlers begin at once, and what they write shares the commit."""
        accepting = self._database.write_soon(lambda tx: inbox.accept(tx, updates))
        commit = Commit(accepting, self._database.hurry)
        for update in updates:
            self._enqueue(_Waiting(update, commit))
        await asyncio.wait([accepting])
        accepting.result()

    def hand_on(self, updates: Sequence[Received]) -> None:
        """Committed ones, to their handlers."""
        for update in updates:
            self._enqueue(_Waiting(update))

    async def resume(self) -> None:
        """At start: what was committed and not finished."""
        self.hand_on(await inbox.unfinished(self._database.reads))

    async def drain(self, seconds: float) -> None:
        """Finishes what is in hand; what waits, or does not end in time, stays in the inbox."""
        self._closing = True
        await finish(self._tasks, seconds)
        await self._marks.finish(seconds)

    def _enqueue(self, waiting: _Waiting) -> None:
        key = waiting.update.queue
        if key in self._queues:
            self._queues[key].append(waiting)
            return
        self._queues[key] = deque([waiting])
        task = asyncio.create_task(self._run(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, key: int) -> None:
        waiting = self._queues[key]
        try:
            while waiting and not self._closing:
                async with self._slots:
                    if not self._closing:
                        await self._take(waiting)
        finally:
            del self._queues[key]

    async def _take(self, waiting: deque[_Waiting]) -> None:
        """The next one. While the disk is full, say, it is the next one still."""
        update, commit = waiting.popleft()
        SUPERSEDED.set(_is_superseded(update, [other.update for other in waiting]))
        COMMIT.set(commit)
        try:
            await self._handle(update)
        except NotAcceptedError:
            logger.info("update %d comes again", update.update_id, extra={"action": "handle"})
        except Exception as error:  # the edge: the others of this chat go on
            if is_storage_failure(error):
                logger.warning("update %d waits: %s", update.update_id, error, extra={"action": "handle"})
                if commit is None or not commit.has_failed:  # else Telegram brings it again
                    waiting.appendleft(_Waiting(update, commit))
            else:
                logger.exception("update %d left in the inbox", update.update_id, extra={"action": "handle"})
            await asyncio.sleep(pause_after(0))

    async def _handle(self, received: Received) -> None:
        """Until it is handled or set aside. Raises what a failing disk causes; that is not counted."""
        for attempt in itertools.count():
            try:
                await self._process(received)
            except NotAcceptedError:
                raise
            except Forbidden:  # blocked in the meantime: nobody is there to be answered
                break
            except Exception as error:  # the edge: whatever a handler raises
                if await self._is_given_up(received, error, attempt):
                    return
            else:
                break
        self._marks.add(received.update_id)

    async def _is_given_up(self, received: Received, error: Exception, attempt: int) -> bool:
        """Waits for the network, whose failures never count; counts all others."""
        if isinstance(error, InvalidToken):
            return True  # the poller ends this process; the update waits for the valid token
        if isinstance(error, BadRequest) or not isinstance(error, NetworkError | RetryAfter):
            return await self._failed(received, error)
        logger.info("network: %s", error, extra={"action": "wait_for_network"})
        await asyncio.sleep(pause_after(attempt))
        return False

    async def _process(self, received: Received) -> None:
        update = update_of(json.loads(received.body), self._application.bot)
        async with asyncio.timeout(HANDLER_SECONDS):
            await self._application.process_update(update)
        await committed()

    async def _failed(self, received: Received, error: Exception) -> bool:
        """Counts the attempt; whether it was the last one. Raises what a failing disk has caused."""
        if is_storage_failure(error):
            raise error
        logger.error(
            "update %d failed: %r", received.update_id, error, exc_info=error, extra={"action": "handle"}
        )
        is_last = await self._database.write(lambda tx: self._count(tx, received, error))
        self._outbox_changed()
        return is_last

    def _count(self, tx: Transaction, received: Received, error: Exception) -> bool:
        if inbox.count_attempt(tx, received.update_id) < MAX_ATTEMPTS:
            return False
        inbox.set_aside(tx, received.update_id, f"{type(error).__name__}: {error}")
        outbox.add(
            tx,
            outbox.Draft(
                key=f"{APOLOGY}:{received.update_id}",
                kind=APOLOGY,
                subject=_language_code(received),
                chat_id=received.queue,
                priority=outbox.DIRECT,
                not_before=self._now(),
            ),
        )
        return True


def _is_superseded(update: Received, waiting: Collection[Received]) -> bool:
    """Whether a later press will show something else in the message in which this one was made."""
    if not waiting:
        return False
    pressed = update.pressed_message_id
    return pressed is not None and any(one.pressed_message_id == pressed for one in waiting)


def _language_code(received: Received) -> str:
    """The setting of the phone that sent the update; "" where it has none."""
    content = [value for value in json.loads(received.body).values() if isinstance(value, dict)]
    return str(content[0].get("from", {}).get("language_code", "")) if content else ""
