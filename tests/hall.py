"""The database of a bot with people in it, and a sender without a network: reminders at any instants."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from data import attendance, chats, events, outbox, participants, room_codes, stars
from data.anonymity import Anonymity
from data.attendance import Attempt
from data.database import Database, Transaction
from data.event import Event
from data.events import StoredEvent
from data.forms import SURVEY
from data.participants import ReminderChoice
from data.reminder_plan import Rules
from data.reminders import Wake, put_due
from data.reports.attendance.roll import Letterhead
from handlers.deliveries import Call, Later, Means, compose

FOLDER = Path()
ANONYMITY = Anonymity(bytes(32))
STEPS = 1000
ANONYMITY = Anonymity(b"k" * 32)


@dataclass(frozen=True)
class Sent:
    at: float
    chat_id: int
    kind: str
    session_id: str
    start: float
    """When the session began by the agenda of that moment."""


@dataclass
class Hall:
    database: Database
    stored: StoredEvent
    rules: Rules
    rate: float
    now: float
    sent: list[Sent] = field(default_factory=list)

    async def change(self, event: Event) -> None:
        """Another agenda."""
        await self.database.write(lambda tx: events.save(tx, event, FOLDER))
        stored = await events.current(self.database.reads, self.stored)
        assert stored is not None
        self.stored = stored

    async def register(self, *chat_ids: int, choice: ReminderChoice = ReminderChoice.ALL) -> None:
        def work(tx: Transaction) -> None:
            for chat_id in chat_ids:
                chats.meet(tx, chat_id, "id")
                participants.register(
                    tx,
                    self.stored.id,
                    chat_id,
                    name=f"Peserta {chat_id}",
                    position="Kepala Bidang",
                    institution="Kesbangpol",
                    region_code=None,
                    consented_at=self.now,
                    now=self.now,
                )
                participants.set_reminders(tx, self.stored.id, chat_id, choice)

        await self.database.write(work)

    async def choose(self, chat_id: int, choice: ReminderChoice) -> None:
        await self.database.write(lambda tx: participants.set_reminders(tx, self.stored.id, chat_id, choice))

    async def star(self, chat_id: int, session_id: str, wanted: bool = True) -> None:
        await self.database.write(lambda tx: stars.mark(tx, self.stored.id, chat_id, session_id, wanted))

    async def check_in(self, chat_id: int, session_id: str) -> bool:
        """Whether the person is present from now on."""
        codes = await room_codes.codes(self.database.reads, self.stored.id, self.now)
        stored, attempt = self.stored, Attempt(chat_id, codes[session_id], self.now)
        done = await self.database.write(lambda tx: attendance.check_in(tx, stored.id, stored.event, attempt))
        return done.is_recorded

    async def wake(self) -> Wake:
        """A look at the plan."""
        stored, rules, rate, now = self.stored, self.rules, self.rate, self.now
        return await self.database.write(lambda tx: put_due(tx, stored.id, stored.event, rules, rate, now))

    async def deliver(self) -> None:
        """Sends all that may be sent."""
        while deliveries := await self.database.write(lambda tx: outbox.claim(tx, self.now, 32)):
            for delivery in deliveries:
                await self._deliver(delivery)

    async def crash(self) -> None:
        """Takes some in hand, and ends before they are sent; starts anew."""
        await self.database.write(lambda tx: outbox.claim(tx, self.now, 3))
        await self.database.write(lambda tx: outbox.resume(tx, self.now))

    async def run(self, until: float) -> None:
        """The bot is up until then: it looks, and sends, at each instant that is due."""
        for _ in range(STEPS):
            wake = await self.wake()
            await self.deliver()
            waiting = await outbox.next_due(self.database.reads, self.now)
            instants = [instant for instant in (wake.next_due, waiting, until) if instant is not None]
            if self.now >= until:
                return
            assert min(instants) > self.now, "it would look again and again"
            self.now = min(instants)
        raise AssertionError("it never comes to rest")

    async def _deliver(self, delivery: outbox.Delivery) -> None:
        if delivery.useless_after is not None and self.now >= delivery.useless_after:
            await self._finish(delivery, "dropped", outbox.TOO_LATE)
            return
        means = Means(self.database, self.rules, ANONYMITY, Letterhead())
        call = await compose(means, self.stored, delivery, self.now)
        if isinstance(call, Later):
            later = call.not_before
            assert later > self.now
            await self.database.write(lambda tx: outbox.postpone(tx, delivery, later))
        elif call is None:
            await self._finish(delivery, "dropped", "no longer valid")
        else:
            self.sent += [self._sent(delivery, session_id) for session_id in dict.fromkeys(sessions_of(call))]
            await self._finish(delivery, "sent", None)

    def _sent(self, delivery: outbox.Delivery, session_id: str) -> Sent:
        session = self.stored.event.session(session_id)
        assert session is not None
        return Sent(self.now, delivery.chat_id, delivery.kind, session_id, session.start.timestamp())

    async def _finish(self, delivery: outbox.Delivery, state: outbox.Outcome, failure: str | None) -> None:
        now = self.now
        await self.database.write(lambda tx: outbox.finish(tx, delivery, state, now, 1, failure))


def sessions_of(call: Call) -> Iterable[str]:
    """What a reminder's buttons lead to, or a request for feedback asks about."""
    for row in call.parameters["reply_markup"]["inline_keyboard"]:
        for button in row:
            action, *arguments = button["callback_data"].split(":")
            if action in ("agenda.session", "feedback.give") and arguments[0] != SURVEY:
                yield arguments[0]


@asynccontextmanager
async def a_hall(
    folder: Path, event: Event, now: float, rules: Rules | None = None, rate: float = float("inf")
) -> AsyncIterator[Hall]:
    database = await Database.open(folder / "rakor.db")
    try:
        await database.write(lambda tx: events.save(tx, event, FOLDER))
        stored = await events.current(database.reads)
        assert stored is not None
        yield Hall(database, stored, rules or Rules(), rate, now)
    finally:
        await database.close()
