"""The outbox: each message once, the most urgent first, none lost with the process that had it in hand."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import outbox
from data.database import Database, Transaction
from data.migrations import migrate
from data.outbox import BULK, DIRECT, NOTICE, REMINDER, Delivery, Draft, StreamCounts

NOW = 1_676_854_800.0


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "rakor.db")
    yield opened
    await opened.close()


def draft(key: str, priority: int = BULK, not_before: float = NOW, chat_id: int | None = None) -> Draft:
    """To a chat of its own, unless one is named."""
    return Draft(key, "broadcast", key, chat_id or crc32(key.encode()), priority, not_before)


async def add(database: Database, *drafts: Draft) -> list[bool]:
    return [await database.write(lambda tx, one=one: outbox.add(tx, one)) for one in drafts]


async def claim(database: Database, now: float = NOW, limit: int = 32) -> list[Delivery]:
    return await database.write(lambda tx: outbox.claim(tx, now, limit))


async def subjects(database: Database, now: float = NOW, limit: int = 32) -> list[str]:
    return [delivery.subject for delivery in await claim(database, now, limit)]


async def finish(database: Database, delivery: Delivery, state: outbox.Outcome, **more: object) -> None:
    await database.write(lambda tx: outbox.finish(tx, delivery, state, NOW, **more))  # type: ignore[arg-type]


async def test_a_message_comes_out_as_it_went_in(database: Database) -> None:
    await add(database, Draft("k", "reminder", "panel-1", 7, REMINDER, NOW, NOW + 60))
    (delivery,) = await claim(database)
    assert delivery == Delivery(delivery.id, "reminder", "panel-1", 7, REMINDER, 1, NOW + 60)


async def test_a_second_message_with_the_same_key_is_not_made(database: Database) -> None:
    first, other = draft("a"), replace(draft("a"), subject="other", chat_id=2)
    assert await add(database, first, other, draft("b")) == [True, False, True]
    assert await subjects(database) == ["a", "b"]


async def test_a_key_stays_taken_when_its_message_is_sent(database: Database) -> None:
    await add(database, draft("a"))
    (delivery,) = await claim(database)
    await finish(database, delivery, "sent")
    assert await add(database, draft("a")) == [False]
    assert await claim(database) == []


async def test_the_most_urgent_go_first_then_the_oldest(database: Database) -> None:
    await add(
        database,
        draft("broadcast", BULK, NOW - 90),
        draft("reminder", REMINDER),
        draft("first answer", DIRECT),
        draft("notice", NOTICE, NOW - 30),
        draft("second answer", DIRECT),
    )
    assert await subjects(database) == ["first answer", "second answer", "notice", "reminder", "broadcast"]


async def test_of_the_same_priority_the_earliest_due_are_taken_first(database: Database) -> None:
    await add(database, draft("late", not_before=NOW - 1), draft("early", not_before=NOW - 9))
    assert await subjects(database, limit=1) == ["early"]
    assert await subjects(database, limit=1) == ["late"]


@given(rows=st.lists(st.tuples(st.integers(0, 3), st.integers(-5, 0)), max_size=20), limit=st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_any_outbox_is_emptied_once_and_by_priority(rows: list[tuple[int, int]], limit: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as tx:
        tx.row_factory = sqlite3.Row
        migrate(tx, Path("unused"))
        for number, (priority, seconds) in enumerate(rows):
            outbox.add(tx, draft(str(number), priority, NOW + seconds))
        taken: list[Delivery] = []
        while batch := outbox.claim(tx, NOW, limit):
            assert len(batch) <= limit
            taken += batch
        assert [one.priority for one in taken] == sorted(priority for priority, _ in rows)
        assert sorted(int(one.subject) for one in taken) == list(range(len(rows)))


async def test_nothing_is_taken_before_its_time(database: Database) -> None:
    await add(database, draft("now"), draft("soon", not_before=NOW + 60))
    assert await subjects(database, NOW + 59) == ["now"]
    assert await outbox.next_due(database.reads, NOW + 59) == NOW + 60
    assert await subjects(database, NOW + 60) == ["soon"]
    assert await outbox.next_due(database.reads, NOW + 60) is None


async def test_what_is_in_hand_is_not_taken_again(database: Database) -> None:
    await add(database, *(draft(str(number)) for number in range(5)))
    assert await subjects(database, limit=3) == ["0", "1", "2"]
    assert await subjects(database) == ["3", "4"]
    assert await subjects(database) == []


async def test_what_a_dead_process_had_in_hand_is_taken_up_again(database: Database) -> None:
    await add(database, draft("sent"), draft("in hand"), draft("waiting", not_before=NOW + 60))
    sent, _ = await claim(database)
    await finish(database, sent, "sent")
    await database.write(lambda tx: outbox.resume(tx, NOW))
    (again,) = await claim(database)
    assert (again.subject, again.attempts) == ("in hand", 2)


async def test_a_message_that_is_to_be_tried_again_waits_for_its_time(database: Database) -> None:
    await add(database, draft("a"))
    (delivery,) = await claim(database)
    await database.write(lambda tx: outbox.try_again(tx, delivery, NOW + 5, "TimedOut"))
    assert await claim(database, NOW + 4) == []
    (again,) = await claim(database, NOW + 5)
    assert again.attempts == 2


async def test_a_finished_message_does_not_come_back(database: Database) -> None:
    await add(database, *(draft(state) for state in ("sent", "failed", "dropped")))
    for delivery in await claim(database):
        await finish(database, delivery, delivery.subject)  # type: ignore[arg-type]
        await database.write(lambda tx, one=delivery: outbox.try_again(tx, one, NOW, "too late"))
    await database.write(lambda tx: outbox.resume(tx, NOW))
    assert await claim(database, NOW + 3600) == []
    assert await outbox.counts_by_state(database.reads) == {"sent": 1, "failed": 1, "dropped": 1}


async def stream_of(database: Database, name: str, number: int, kind: str = "broadcast") -> int:
    """An open stream of so many messages: a0, a1, …"""

    def work(tx: Transaction) -> int:
        stream = outbox.new_stream(tx)
        for place in range(number):
            outbox.add(tx, replace(draft(f"{name}{place}", chat_id=place), kind=kind))
            tx.execute("UPDATE outbox SET stream = ? WHERE key = ?", (stream, f"{name}{place}"))
        outbox.release(tx, stream)
        return stream

    return await database.write(work)


async def release(database: Database, stream: int) -> None:
    await database.write(lambda tx: outbox.release(tx, stream))


async def hold(database: Database, stream: int) -> None:
    await database.write(lambda tx: outbox.hold(tx, stream))


async def one_by_one(database: Database, number: int) -> str:
    """The names of the streams from which the next come, each taken when a place is free."""
    return "".join([name for _ in range(number) for name in (await subjects(database, limit=1))[0][0]])


async def test_messages_of_a_stream_are_counted_by_what_became_of_them(database: Database) -> None:
    stream = await stream_of(database, "a", 4)
    await add(database, draft("other"))
    _, first, second, _ = await claim(database, limit=4)
    await finish(database, first, "sent")
    await finish(database, second, "failed", failure="Forbidden")
    assert await outbox.stream_counts(database.reads, stream) == StreamCounts(sent=1, failed=1, waiting=2)


async def test_streams_take_turns_and_a_later_one_does_not_wait_for_an_earlier_one(
    database: Database,
) -> None:
    await stream_of(database, "a", 50)
    assert await one_by_one(database, 6) == "aaaaaa"
    await stream_of(database, "b", 4)
    assert sorted(await one_by_one(database, 8)) == sorted("aaaabbbb")
    assert await one_by_one(database, 3) == "aaa"


async def test_turns_are_taken_inside_one_claim_too(database: Database) -> None:
    await stream_of(database, "a", 50)
    await stream_of(database, "b", 50)
    await stream_of(database, "c", 50)
    taken = [subject[0] for subject in await subjects(database, limit=30)]
    assert {name: taken.count(name) for name in "abc"} == {"a": 10, "b": 10, "c": 10}


async def test_a_released_stream_does_not_make_up_for_what_it_has_missed(database: Database) -> None:
    first = await stream_of(database, "a", 50)
    await hold(database, first)
    await stream_of(database, "b", 50)
    assert await one_by_one(database, 20) == "b" * 20
    await release(database, first)
    await release(database, first)
    taken = await one_by_one(database, 20)
    assert (taken.count("a"), taken.count("b")) == (10, 10)


async def test_of_a_held_stream_nothing_is_taken_and_nothing_is_due(database: Database) -> None:
    stream = await stream_of(database, "a", 3)
    await hold(database, stream)
    assert await claim(database) == []
    assert await outbox.next_due(database.reads, NOW - 1) is None
    await release(database, stream)
    assert await outbox.next_due(database.reads, NOW - 1) == NOW
    assert await subjects(database) == ["a0", "a1", "a2"]


async def test_what_is_urgent_goes_before_every_stream(database: Database) -> None:
    await stream_of(database, "a", 3)
    await add(database, draft("reminder", REMINDER), draft("answer", DIRECT))
    assert await subjects(database, limit=3) == ["answer", "reminder", "a0"]


async def test_a_message_of_a_stream_that_is_put_off_does_not_hold_up_those_behind_it(
    database: Database,
) -> None:
    await stream_of(database, "a", 3)
    (delivery,) = await claim(database, limit=1)
    await database.write(lambda tx: outbox.try_again(tx, delivery, NOW + 5, "TimedOut"))
    assert await subjects(database) == ["a1", "a2"]
    assert await outbox.next_due(database.reads, NOW) == NOW + 5
    assert await subjects(database, NOW + 5) == ["a0"]


async def test_the_rate_of_a_stream_is_that_of_its_last_messages(database: Database) -> None:
    stream = await stream_of(database, "a", 3)
    assert await outbox.stream_rate(database.reads, stream, NOW) is None
    for delivery in await claim(database, limit=2):
        await finish(database, delivery, "sent")
    assert await outbox.stream_rate(database.reads, stream, NOW + 4) == 0.5


async def test_of_messages_that_leave_no_trace_only_numbers_stay(database: Database) -> None:
    stream = await stream_of(database, "a", 4, outbox.BROADCAST_TO_UNRATED)
    first, second, third, _ = await claim(database)
    await finish(database, first, "sent", message_id=7)
    await finish(database, first, "sent", message_id=7)
    await finish(database, second, "failed", failure="Forbidden")
    await finish(database, third, "dropped", failure="no longer valid")
    counts = await outbox.stream_counts(database.reads, stream)
    assert counts == StreamCounts(sent=1, failed=1, skipped=1, waiting=1)
    rows = await database.reads.execute_fetchall("SELECT key FROM outbox")
    assert [row["key"] for row in rows] == ["a3"]


@given(sizes=st.lists(st.integers(0, 12), min_size=1, max_size=4), limit=st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_any_streams_are_emptied_once_and_in_order(sizes: list[int], limit: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as tx:
        tx.row_factory = sqlite3.Row
        migrate(tx, Path("unused"))
        for name, size in zip("abcd", sizes, strict=False):
            stream = outbox.new_stream(tx)
            for place in range(size):
                outbox.add(tx, draft(f"{name}{place:02}"))
            tx.execute("UPDATE outbox SET stream = ? WHERE key LIKE ?", (stream, f"{name}%"))
            outbox.release(tx, stream)
        taken: list[str] = []
        while batch := outbox.claim(tx, NOW, limit):
            assert len(batch) <= limit
            taken += [one.subject for one in batch]
        for name, size in zip("abcd", sizes, strict=False):
            assert [one for one in taken if one[0] == name] == [f"{name}{place:02}" for place in range(size)]


async def test_a_sent_message_is_known_by_where_it_stands(database: Database) -> None:
    await add(database, draft("a", chat_id=5))
    (delivery,) = await claim(database)
    await finish(database, delivery, "sent", message_id=42)
    assert await outbox.sent_message(database.reads, 5, 42) == ("broadcast", "a")
    assert await outbox.sent_message(database.reads, 6, 42) is None
    assert await outbox.sent_message(database.reads, 5, 43) is None


async def test_a_message_that_failed_is_not_taken_for_one_that_stands_there(database: Database) -> None:
    await add(database, draft("a", chat_id=5))
    (delivery,) = await claim(database)
    await finish(database, delivery, "failed", message_id=42)
    assert await outbox.sent_message(database.reads, 5, 42) is None


async def test_nothing_goes_to_a_chat_that_is_forgotten(database: Database) -> None:
    await add(
        database, draft("a", chat_id=5), draft("b", chat_id=6), draft("c", not_before=NOW + 9, chat_id=5)
    )
    await database.write(lambda tx: outbox.forget(tx, 5))
    assert await subjects(database, NOW + 60) == ["b"]


async def test_a_chat_has_one_message_in_hand_and_gets_them_in_order(database: Database) -> None:
    await add(database, *(draft(key, chat_id=5) for key in ("a", "b")), draft("c", chat_id=6))
    first, other = await claim(database)
    assert (first.subject, other.subject) == ("a", "c")
    assert await claim(database) == []
    await finish(database, first, "sent")
    assert await subjects(database) == ["b"]


async def test_what_is_lost_from_hand_is_released_after_its_lease_and_what_is_in_hand_never(
    database: Database,
) -> None:
    await add(database, draft("in hand"), draft("lost"))
    kept, _lost = await claim(database)

    async def released(now: float) -> int:
        return await database.write(lambda tx: outbox.release_lost(tx, now, [kept.id]))

    assert await released(NOW + outbox.LEASE_SECONDS - 1) == 0
    assert await released(NOW + outbox.LEASE_SECONDS + 1) == 1
    assert await subjects(database) == ["lost"]


async def test_a_lease_given_by_a_clock_that_was_set_back_is_none(database: Database) -> None:
    await add(database, draft("a"))
    await claim(database)
    assert await database.write(lambda tx: outbox.release_lost(tx, NOW - 3600, [])) == 1


async def test_what_waits_for_some_seconds_moves_with_the_clock_and_what_waits_for_an_instant_does_not(
    database: Database,
) -> None:
    await add(
        database, draft("tried"), draft("answer", DIRECT, NOW + 1), draft("planned", not_before=NOW + 5)
    )
    (tried,) = await claim(database)
    await database.write(lambda tx: outbox.try_again(tx, tried, NOW + 30, "retry after 30"))
    await database.write(lambda tx: outbox.shift(tx, NOW - 3600, 3600))
    assert await subjects(database, NOW - 3600 + 29) == ["answer"]
    assert await subjects(database, NOW - 3600 + 30) == ["tried"]
    assert await subjects(database, NOW + 4) == []


async def test_what_the_network_put_off_is_due_at_the_next_start_and_a_named_pause_is_kept(
    database: Database,
) -> None:
    await add(database, draft("network"), draft("pause"))
    for delivery in await claim(database):
        cause: outbox.Cause | None = "network" if delivery.subject == "network" else None
        await database.write(
            lambda tx, one=delivery, cause=cause: outbox.try_again(tx, one, NOW + 60, "later", cause)
        )
    await database.write(lambda tx: outbox.resume(tx, NOW + 1))
    assert await subjects(database, NOW + 1) == ["network"]
    assert await subjects(database, NOW + 60) == ["pause"]


async def test_failures_are_counted_by_cause(database: Database) -> None:
    await add(database, *(draft(str(number)) for number in range(4)))
    first, second, third, fourth = await claim(database)
    for delivery in (first, second):
        await finish(database, delivery, "failed", failure="bot was blocked by the user", cause="blocked")
    await finish(database, third, "failed", failure="message is too long", cause="too_long")
    await database.write(lambda tx: outbox.try_again(tx, fourth, NOW, "TimedOut", "network"))
    assert await outbox.failures(database.reads) == [
        outbox.Failure("blocked", 2, "bot was blocked by the user"),
        outbox.Failure("too_long", 1, "message is too long"),
    ]
    assert await outbox.put_off(database.reads) == outbox.Failure("network", 1, "TimedOut")
