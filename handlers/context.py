"""What reaches a handler: one typed context for one update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from telegram import Chat, Message, Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from data import chats, events, inbox, participants
from data.anonymity import Anonymity
from data.database import Database, Transaction
from data.event import Event
from data.events import StoredEvent
from data.helpdesk import Desk
from data.participants import Participant
from data.reminder_plan import Rules
from data.reports.attendance.roll import Letterhead
from handlers.answers import Lesson, Topic
from handlers.texts import LANGUAGES, Language, Texts, language_of, texts

if TYPE_CHECKING:
    from handlers.answers.taught import TaughtEngine

T = TypeVar("T")


class Programme:
    """The current event as this process knows it, with the engine that answers questions about it."""

    def __init__(self, stored: StoredEvent) -> None:
        self._stored = stored

    @property
    def stored(self) -> StoredEvent:
        return self._stored

    @cached_property
    def engine(self) -> TaughtEngine:
        """With what the committee has taught. Made when it is first asked for, which takes some 60 ms."""
        from handlers.answers.taught import TaughtEngine  # noqa: PLC0415 - not before the first poll

        stored = self._stored
        return TaughtEngine(
            stored.event, [Lesson(one.text, Topic(one.kind, one.topic)) for one in stored.lessons]
        )

    async def refresh(self, database: Database) -> bool:
        """Takes over a newer revision; whether there was one."""
        newest = await events.current(database.reads, self._stored)
        if newest is None or newest is self._stored:
            return False
        self._stored = newest
        self.__dict__.pop("engine", None)
        return True


@dataclass(frozen=True)
class Services:
    """Everything handlers work with. Made once, in ``bot/app.py``."""

    database: Database
    programme: Programme
    anonymity: Anonymity
    organisers: frozenset[int]
    moderators: frozenset[int]
    """The organisers, and who only moderates."""
    now: Callable[[], float]
    call: Callable[[str, Mapping[str, Any]], Awaitable[Any]]
    """A Bot API method with JSON-able parameters; raises TelegramError."""
    is_crowded: Callable[[], bool]
    """Whether so many answers wait for Telegram's limit that another one is better kept in the outbox."""
    outbox_changed: Callable[[], None]
    """To be called after a write that may have put something into the outbox."""
    rules: Rules
    """When whom a reminder is sent."""
    broadcasts_changed: Callable[[], None]
    """To be called after a write that has changed a broadcast, or who watches it."""
    letterhead: Letterhead
    """What stands above and below the attendance lists."""
    remind_seconds: float = 0.0
    """After this long the committee is reminded of an unanswered question; 0: never."""

    @property
    def desk(self) -> Desk:
        return Desk(self.organisers, self.remind_seconds)


class RakorApplication(Application[ExtBot[Any], "Context", Any, Any, Any, Any]):
    """PTB's application with our services, and with failures that reach whoever feeds it updates."""

    __slots__ = ("services",)

    def __init__(self, *, services: Services, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.services = services

    async def process_error(self, update: object, error: Exception, *_: Any, **__: Any) -> bool:  # noqa: ARG002
        """PTB would log and swallow it, and the inbox would call the update handled."""
        raise error


class Context(CallbackContext[ExtBot[Any], Any, Any, Any]):
    """One update: who is it from, in which language, and what there is to answer with."""

    incoming: Update
    language: Language = "id"
    is_applying = False
    """Whether the update's writes are being made now, and not for a second time."""
    open_dialog: str | None = None
    """Which conversation stood open when the update came."""
    postponed = 0
    """How many answers to this update the network has not taken so far."""

    @classmethod
    def from_update(cls, update: object, application: Any) -> Context:
        context = super().from_update(update, application)
        context.incoming = cast("Update", update)
        return context

    @property
    def services(self) -> Services:
        return cast("RakorApplication", self.application).services

    @property
    def database(self) -> Database:
        return self.services.database

    @property
    def event(self) -> Event:
        return self.services.programme.stored.event

    @property
    def event_id(self) -> int:
        return self.services.programme.stored.id

    @property
    def texts(self) -> Texts:
        return texts(self.language)

    @property
    def chat_id(self) -> int:
        chat = self.incoming.effective_chat
        if chat is None:
            raise ValueError("the update has no chat")
        return chat.id

    @property
    def message(self) -> Message:
        """The message that came; for a pressed button, ValueError."""
        if self.incoming.message is None:
            raise ValueError("the update has no message")
        return self.incoming.message

    @property
    def in_group(self) -> bool:
        """Where everybody reads along: nothing about a person belongs there."""
        chat = self.incoming.effective_chat
        return chat is not None and chat.type in (Chat.GROUP, Chat.SUPERGROUP)

    @property
    def user_id(self) -> int:
        """Who wrote or pressed; in a private chat that is the chat."""
        user = self.incoming.effective_user
        return user.id if user else self.chat_id

    @property
    def is_organiser(self) -> bool:
        return self.user_id in self.services.organisers

    @property
    def is_moderator(self) -> bool:
        return self.user_id in self.services.moderators

    @property
    def now(self) -> float:
        return self.services.now()

    @property
    def sent_at(self) -> float:
        """When the person sent this: the message's own date; for a button, now."""
        message = self.incoming.message
        return message.date.timestamp() if message else self.now

    async def load(self) -> None:
        """Finds the language: the chosen one, else the phone's. Whoever writes can be reached again."""
        user = self._addressee
        state = await chats.state(self.database.lookups, user.id if user else self.chat_id)
        chat, self.open_dialog = state.chat, None if self.in_group else state.dialog_kind
        known = next((language for language in LANGUAGES if chat and language == chat.language), None)
        self.language = known or language_of(user.language_code if user else None)
        if chat and chat.is_blocked and not self.in_group:
            await self.database.write(lambda tx: chats.mark_reachable(tx, self.chat_id))

    @property
    def _addressee(self) -> User | None:
        """Whose language is spoken: in a group that of who asked, also under the buttons of the answer."""
        query = self.incoming.callback_query
        shown = query.message if query and self.in_group else None
        asked = shown.reply_to_message if isinstance(shown, Message) else None
        return asked.from_user if asked else self.incoming.effective_user

    async def refresh(self) -> None:
        """After a write that changes what the engine knows: the next question is answered by it."""
        await self.services.programme.refresh(self.database)

    async def participant(self) -> Participant | None:
        return await participants.find(self.database.lookups, self.event_id, self.chat_id)

    async def write(
        self, work: Callable[[Transaction], T], again: Callable[[Transaction], T] | None = None
    ) -> T:
        """One unit of work, in one transaction with the mark that this update has been applied.

        When the update comes a second time (a crash between the write and the answer), ``again`` runs in
        place of ``work``; without it ``work`` is repeatable by its natural keys.
        """
        update_id = self.incoming.update_id

        def unit(tx: Transaction) -> tuple[T, bool]:
            is_first = inbox.mark_applied(tx, update_id) or self.is_applying
            return (work(tx) if is_first or again is None else again(tx)), is_first

        result, self.is_applying = await self.database.write(unit, is_short=not self.is_organiser)
        self.services.outbox_changed()
        return result
