"""The updates that wait for a bot, and long polling. The rules are those of Client.cpp, lines named below."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.rehearsal.errors import conflict
from bot.rehearsal.model import Json

ALL_KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
BY_NAME_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = frozenset(ALL_KINDS) - BY_NAME_ONLY

RETENTION_SECONDS = 86_400
KEPT_SECONDS = {
    "callback_query": 150,
    "inline_query": 30,
    "chosen_inline_result": 600,
    "shipping_query": 150,
    "pre_checkout_query": 150,
}
"""Kinds that wait less than a day (Client.cpp, add_new_callback_query and its neighbours)."""
QUEUES = {
    "inline_query": 1,
    "chosen_inline_result": 2,
    "callback_query": 3,
    "shipping_query": 4,
    "pre_checkout_query": 4,
    "my_chat_member": 5,
    "chat_member": 6,
    "chat_join_request": 6,
    "message_reaction": 8,
    "message_reaction_count": 9,
}
"""Webhook queues of their own beside that of the messages (webhook_queue_id in Client.cpp)."""
FIRST_UPDATE_IDS = range(100_000_000, 900_000_000)
"""Where a bot's ids begin: anywhere, so that a bot with a kept database tells two rehearsals apart."""

MAX_TIMEOUT_SECONDS = 50
BATCHING_SECONDS = 0.002
MAX_OFFSET_AHEAD = 10
"""An offset further ahead of the newest update counts as none (TQueue.cpp)."""
CONFLICT_PAUSE_SECONDS = 3.0

TERMINATED_BY_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
TERMINATED_BY_WEBHOOK = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    body: Json
    """An Update of the Bot API."""
    key: int
    """Of the queue in which webhooks keep the order: a chat, else a user or poll."""
    expires_at: float


class UpdateQueue:
    """One bot's updates, oldest first, each until it is confirmed or expires."""

    def __init__(
        self,
        now: Callable[[], float],
        patience: Callable[[float], float],
        on_add: Callable[[Update], None],
    ) -> None:
        self.kinds: frozenset[str] = DEFAULT_KINDS
        self.slow_repeats = True
        self._now = now
        self._patience = patience
        self._on_add = on_add
        self._updates: dict[int, Update] = {}
        self._last_id = secrets.choice(FIRST_UPDATE_IDS)
        self._waiting: asyncio.Future[str] | None = None
        self._previous_offset: int | None = None
        self._previous_start = float("-inf")
        self._next_conflict_at = float("-inf")

    def add(self, kind: str, body: Json, key: int) -> int | None:
        """Stores an update and answers its id; None when the bot has not asked for its kind (line 16971)."""
        if kind not in self.kinds:
            return None
        self._last_id += 1
        key += QUEUES.get(kind, 0) << 33
        keep_seconds = self._patience(KEPT_SECONDS[kind]) if kind in KEPT_SECONDS else RETENTION_SECONDS
        update = Update(
            self._last_id, {"update_id": self._last_id, kind: body}, key, self._now() + keep_seconds
        )
        self._updates[update.id] = update
        self._wake()
        self._on_add(update)
        return update.id

    def choose(self, kinds: object) -> None:
        """Takes ``allowed_updates``: unreadable keeps the choice, none is the default (line 16931)."""
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            return
        chosen = frozenset(kind.lower() for kind in kinds) & frozenset(ALL_KINDS)
        self.kinds = chosen or DEFAULT_KINDS

    @property
    def last_id(self) -> int:
        """Of the newest update, or of the one before the first."""
        return self._last_id

    @property
    def chosen_kinds(self) -> list[str] | None:
        """What the bot has asked for, in Telegram's order; None for the default."""
        return None if self.kinds == DEFAULT_KINDS else [kind for kind in ALL_KINDS if kind in self.kinds]

    def pending(self) -> list[Update]:
        """All that waits, oldest first; the expired are dropped."""
        now = self._now()
        for expired in [update.id for update in self._updates.values() if update.expires_at <= now]:
            del self._updates[expired]
        return list(self._updates.values())

    def is_pending(self, update: Update) -> bool:
        if update.id in self._updates and update.expires_at <= self._now():
            del self._updates[update.id]
        return update.id in self._updates

    def confirm(self, update_ids: Iterable[int]) -> None:
        for update_id in update_ids:
            self._updates.pop(update_id, None)

    def clear(self) -> None:
        self._updates.clear()

    async def poll(self, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        """What getUpdates answers (lines 15707 to 15718, 16326).

        Raises ApiError 409 when another request or a webhook ends the wait.
        """
        limit, timeout_seconds = self._paced(offset, limit, timeout_seconds)
        self._forget(offset)
        if not self._updates and timeout_seconds:
            await self._wait(timeout_seconds)
            self._forget(offset)
        return [update.body for update in self.pending()[:limit]]

    def _paced(self, offset: int, limit: int, timeout_seconds: int) -> tuple[int, int]:
        """Who asks for the same again and again is slowed down."""
        limit = min(max(limit, 1), 100)
        timeout_seconds = min(max(timeout_seconds, 0), MAX_TIMEOUT_SECONDS)
        started = time.monotonic()
        since = started - self._previous_start if offset == self._previous_offset else float("inf")
        self._previous_offset, self._previous_start = offset, started
        if not self.slow_repeats:
            return limit, timeout_seconds
        if since < 3.0:
            timeout_seconds = max(timeout_seconds, 3)
        if since < 0.5:
            limit = 1
        return limit, timeout_seconds

    def _forget(self, offset: int) -> None:
        pending = [update.id for update in self.pending()]
        if offset < 0:
            self.confirm(pending[:offset])
        elif 0 < offset <= self._last_id + 1 + MAX_OFFSET_AHEAD:
            self.confirm(update_id for update_id in pending if update_id < offset)

    async def _wait(self, timeout_seconds: float) -> None:
        self.end_poll(TERMINATED_BY_POLL)
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            message = await asyncio.wait_for(waiting, timeout_seconds)
        except TimeoutError:
            return
        finally:
            if self._waiting is waiting:
                self._waiting = None
        if message:
            await self.refuse(message)
        await asyncio.sleep(BATCHING_SECONDS)

    async def refuse(self, message: str) -> None:
        """Raises the ApiError 409; the repeated ones 3 s late (line 16226)."""
        now = time.monotonic()
        if now < self._next_conflict_at:
            await asyncio.sleep(CONFLICT_PAUSE_SECONDS)
        else:
            self._next_conflict_at = now + CONFLICT_PAUSE_SECONDS
        raise conflict(message)

    def end_poll(self, message: str = "") -> None:
        """Ends the long poll under way: with a conflict, or with what there is."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(message)

    def _wake(self) -> None:
        self.end_poll()
