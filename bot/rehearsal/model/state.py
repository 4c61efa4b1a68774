"""Everything that the emulator knows, in one place."""

from __future__ import annotations

import asyncio
from datetime import UTC, tzinfo

from bot.clock import VirtualClock
from bot.rehearsal.errors import ControlError
from bot.rehearsal.faults import Faults
from bot.rehearsal.feed import Feed
from bot.rehearsal.flood import Flood, Limits
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot, bot_id
from bot.rehearsal.model.chats import FIRST_GROUP_ID, FIRST_SUPERGROUP_ID, Chat, Message, Sequence
from bot.rehearsal.model.files import FileStore
from bot.rehearsal.model.invoices import Invoice
from bot.rehearsal.model.polls import Poll
from bot.rehearsal.model.queries import Queries
from bot.rehearsal.model.settings import Settings
from bot.rehearsal.model.users import FIRST_USER_ID, User, chat_of
from bot.rehearsal.record import Record, iso
from bot.rehearsal.timers import Timers
from bot.rehearsal.updates import UpdateQueue
from bot.rehearsal.webhook import Deliveries


class State:
    def __init__(self, clock: VirtualClock, deliveries: Deliveries) -> None:
        self.clock = clock
        self.feed = Feed()
        self.record = Record()
        self.deliveries = deliveries
        self.timers = Timers(clock)
        self.zone: tzinfo = UTC
        """In which the control side shows instants: that of the last one that was set."""
        self.first_poll = asyncio.Event()
        self._begin()

    def _begin(self) -> None:
        self.settings = Settings()
        self.limits = Limits()
        self.faults = Faults()
        self.bots: dict[str, Bot] = {}
        self.users: dict[int, User] = {}
        self.groups: dict[int, Chat] = {}
        self.files = FileStore()
        self.polls: dict[str, Poll] = {}
        self.queries = Queries()
        self.inline_answers: dict[str, tuple[str, Json]] = {}
        """By inline query: what was asked, and answered."""
        self.invoices: dict[tuple[int, int], Invoice] = {}
        """By chat and message."""
        self.inline_messages: dict[str, tuple[Chat, Message]] = {}
        self.marks: list[Json] = []
        self._flood: dict[int, Flood] = {}
        self._last_number = 0
        self._latest = self.now()

    def reset(self) -> None:
        """Forgets people, chats, files, faults, limits and the record; not what bots are and have set up."""
        bots = self.bots
        self._begin()
        self.bots = bots
        for bot in bots.values():
            bot.updates.clear()
            bot.private.clear()
            bot.ids = Sequence()
        self.timers.clear()
        self.record.clear()

    def now(self) -> float:
        return self.clock.now()

    def patience(self, seconds: float) -> float:
        """How long an app waits, in virtual seconds: on a clock that runs fast no less than on a real one."""
        return seconds * max(1.0, self.clock.speed)

    def date(self) -> int:
        """The present instant as the Bot API writes it."""
        return int(self.clock.now())

    def number(self) -> int:
        """A number that was not given out before, for whatever needs one."""
        self._last_number += 1
        return self._last_number

    def flood(self, bot: Bot) -> Flood:
        return self._flood.setdefault(bot.id, Flood())

    def forget_flood(self) -> None:
        self._flood.clear()

    def clock_changed(self) -> None:
        """What was counted in a future that has not been yet does not bind."""
        if self.now() < self._latest:
            self.forget_flood()
        self._latest = self.now()
        self.feed.publish("clock", now=iso(self.now(), self.zone), speed=self.clock.speed)

    # Bots

    def bot(self, token: str) -> Bot | None:
        """The bot with the token, made at its first use; None when the token is malformed."""
        known = self.bots.get(token)
        if known is not None:
            return known
        number = bot_id(token)
        return None if number is None else self._make_bot(token, number)

    def _make_bot(self, token: str, number: int) -> Bot:
        updates = UpdateQueue(self.now, self.patience, lambda update: self.deliveries.on_update(bot, update))
        bot = Bot(token, number, f"bot{number}_bot", f"Bot {number}", updates)
        self.bots[token] = bot
        return bot

    def bot_by_id(self, number: int) -> Bot | None:
        return next((bot for bot in self.bots.values() if bot.id == number), None)

    def chosen_bot(self, token: str | None) -> Bot:
        """The bot that a control call means.

        Raises ControlError when it is unknown.
        """
        if token is None:
            if not self.bots:
                raise ControlError("There is no bot yet: name its token as bot, or let it call getMe first.")
            return next(iter(self.bots.values()))
        bot = self.bot(token)
        if bot is None:
            raise ControlError(
                f"{token!r} is not a bot token: it is written as digits, a colon and a secret."
            )
        return bot

    # People

    def new_user_id(self) -> int:
        number = FIRST_USER_ID
        while number in self.users:
            number += 1
        return number

    def user(self, number: object) -> User:
        """The user of a control call.

        Raises ControlError when there is none of that id.
        """
        user = self.users.get(number) if isinstance(number, int) else None
        if user is None:
            raise ControlError(f"There is no user {number}: make one with POST users first.")
        return user

    def profile_of(self, number: object) -> Json | None:
        """The User of the Bot API of that id, person or bot."""
        if not isinstance(number, int):
            return None
        user = self.users.get(number)
        if user is not None:
            return user.profile
        bot = self.bot_by_id(number)
        return bot.profile if bot else None

    # Chats

    def private_chat(self, bot: Bot, user: User) -> Chat:
        """The private chat of the two, made when it does not exist yet."""
        chat = bot.private.get(user.id)
        if chat is None:
            chat = bot.private[user.id] = Chat(chat_of(user.profile), bot.ids)
        return chat

    def new_group_id(self, kind: str) -> int:
        first = FIRST_GROUP_ID if kind == "group" else FIRST_SUPERGROUP_ID
        number = -first
        while number in self.groups:
            number -= 1
        return number

    def group_by_name(self, username: str) -> Chat | None:
        wanted = username.lower()
        return next(
            (chat for chat in self.groups.values() if chat.info.get("username", "").lower() == wanted), None
        )
