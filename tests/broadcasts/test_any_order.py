"""Whatever is pressed in whatever order, wherever the process dies: in the end all have what was asked for.

The database side alone, with phones that are dictionaries.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import SAMPLE_EVENT
from data import broadcast_changes, broadcasts, events, outbox
from data.broadcasts import Content
from data.eventfile import load
from data.migrations import migrate
from data.outbox import Delivery

NOW = 1_676_854_800.0
PEOPLE = range(100, 107)
EVENT = 1

ACTS = (
    "take",
    "arrive",
    "die",
    "die after sending",
    "pause",
    "resume",
    "stop",
    "correct",
    "recall",
    "settle",
)


@dataclass
class World:
    """One broadcast to everybody, the messages in hand, and what stands on the phones."""

    tx: sqlite3.Connection
    broadcast: int
    phones: dict[tuple[int, int], str] = field(default_factory=dict)
    in_hand: list[tuple[Delivery, str]] = field(default_factory=list)
    unknown: set[tuple[int, int]] = field(default_factory=set)
    """Messages that arrived, of which the process that sent them could not tell any more."""
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def html(self) -> str:
        found = broadcasts.find_now(self.tx, self.broadcast)
        assert found is not None
        return found.content.html

    @property
    def state(self) -> str:
        found = broadcasts.find_now(self.tx, self.broadcast)
        assert found is not None
        return found.state

    def act(self, act: str) -> None:
        acts = {
            "take": self.take,
            "arrive": self.arrive,
            "die": self.die,
            "die after sending": self.die_after_sending,
            "pause": lambda: broadcasts.pause(self.tx, self.broadcast),
            "resume": lambda: broadcasts.resume(self.tx, self.broadcast),
            "stop": lambda: broadcasts.cancel(self.tx, self.broadcast, NOW),
            "correct": self.correct,
            "recall": lambda: broadcast_changes.recall(self.tx, self.broadcast, 1, next(self.ids), NOW),
            "settle": self.settle,
        }
        acts[act]()

    def take(self, limit: int = 2) -> int:
        """The sender takes some in hand, each in the words of that moment."""
        taken = outbox.claim(self.tx, NOW, limit)
        self.in_hand += [(delivery, self.html) for delivery in taken]
        return len(taken)

    def arrive(self) -> None:
        """The oldest in hand is carried out, and recorded."""
        if self.in_hand:
            delivery, html = self.in_hand.pop(0)
            message = self.carry_out(delivery, html)
            outbox.finish(self.tx, delivery, "sent", NOW, message)

    def carry_out(self, delivery: Delivery, html: str) -> int | None:
        if delivery.kind == broadcasts.BROADCAST:
            message = next(self.ids)
            self.phones[delivery.chat_id, message] = html
            return message
        message = int(delivery.subject.split(":")[1])
        if delivery.kind == broadcast_changes.RECALL:
            self.phones.pop((delivery.chat_id, message), None)
            return None
        self.phones[delivery.chat_id, message] = html
        return message

    def die(self) -> None:
        self.in_hand.clear()
        outbox.resume(self.tx, NOW)

    def die_after_sending(self) -> None:
        for delivery, html in self.in_hand:
            message = self.carry_out(delivery, html)
            if delivery.kind == broadcasts.BROADCAST and message is not None:
                self.unknown.add((delivery.chat_id, message))
        self.die()

    def correct(self) -> None:
        update = next(self.ids)
        change = broadcast_changes.draft_correction(self.tx, self.broadcast, 1, update, f"text {update}", NOW)
        broadcast_changes.correct(self.tx, change.id)
        broadcast_changes.correct(self.tx, change.id)

    def settle(self) -> bool:
        is_changing = broadcast_changes.settle(self.tx, NOW)
        return broadcasts.end_finished(self.tx, NOW) or is_changing

    def run_out(self) -> None:
        """Time passes until nothing moves any more."""
        while self.settle() | bool(self.take()) | bool(self.in_hand):
            self.arrive()

    def known(self) -> dict[tuple[int, int], str]:
        return {place: html for place, html in self.phones.items() if place not in self.unknown}


@contextmanager
def begun() -> Iterator[World]:
    tx = sqlite3.connect(":memory:", isolation_level=None)
    tx.row_factory = sqlite3.Row
    migrate(tx, Path("unused"))
    events.save(tx, load(SAMPLE_EVENT), Path("unused"))
    for chat in PEOPLE:
        tx.execute("INSERT INTO chats (chat_id, language) VALUES (?, 'id')", (chat,))
        tx.execute("INSERT INTO participants VALUES (1, ?, 'N', 'J', 'I', NULL, 1, 0, 0)", (chat,))
    draft = broadcasts.draft(tx, EVENT, 1, 0, Content("first text"), NOW)
    broadcasts.confirm(tx, draft.id, (), NOW)
    try:
        yield World(tx, draft.id)
    finally:
        tx.close()


@given(st.lists(st.sampled_from(ACTS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_in_the_end_everybody_has_what_was_asked_for(acts: list[str]) -> None:
    with begun() as world:
        for act in acts:
            world.act(act)
        world.run_out()
        has_been_recalled = broadcast_changes.is_recalled(world.tx, world.broadcast)
        receivers = [chat for chat, _ in world.known()]
        assert len(receivers) == len(set(receivers))
        assert set(receivers) <= set(PEOPLE)
        if has_been_recalled:
            assert receivers == []
        else:
            assert set(world.known().values()) <= {world.html}
        if world.state == "done" and not has_been_recalled:
            assert set(receivers) == set(PEOPLE)
        assert world.state in ("done", "paused", "cancelled")
        (open_changes,) = world.tx.execute(
            "SELECT COUNT(*) FROM broadcast_changes WHERE state IN ('confirmed', 'running')"
        ).fetchone()
        assert open_changes == 0


@given(st.lists(st.sampled_from(("take", "arrive", "settle")), max_size=20))
@settings(max_examples=50, deadline=None)
def test_once_stopped_nothing_more_is_taken(acts: list[str]) -> None:
    with begun() as world:
        for act in acts:
            world.act(act)
        world.act("stop")
        world.die()
        assert world.take(99) == 0
        broadcasts.resume(world.tx, world.broadcast)
        broadcasts.start(world.tx, world.broadcast, (), NOW)
        assert world.take(99) == 0
