"""Telegram's limits, kept in any pattern of arrivals; on a clock that only the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.clock import VirtualClock
from bot.telegram.limiter import (
    CHAT_BURST,
    GROUP_BURST,
    LOOK_SECONDS,
    PATIENCE_SECONDS,
    RESERVE_PER_SECOND,
    RESERVE_SECONDS,
    Lane,
    Limiter,
    Limits,
    pause_seconds,
)

T = TypeVar("T")
EPSILON = 1e-6
BUDI, SITI, GROUP, OTHER_GROUP = 1, 2, -100, -200
QUIET_ROUNDS = 12
"""So many turns of the loop without news, and everybody waits for the clock."""


class TestClock:
    """Moves only when it is told to."""

    __test__ = False

    def __init__(self) -> None:
        self._now = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self._now

    async def sleep_until(self, instant: float) -> None:
        if instant <= self._now:
            return
        sleeper: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((instant, sleeper))
        await sleeper

    @property
    def next_instant(self) -> float | None:
        """When the first of the sleepers is to wake."""
        return min((instant for instant, sleeper in self._sleepers if not sleeper.done()), default=None)

    def move_to(self, instant: float) -> None:
        self._now = max(self._now, instant)
        for wanted, sleeper in self._sleepers:
            if wanted <= self._now and not sleeper.done():
                sleeper.set_result(None)
        self._sleepers = [one for one in self._sleepers if not one[1].done()]


@dataclass(frozen=True)
class Message:
    """A call of a bot; ``refusals`` are the pauses that Telegram answers its first attempts with, ``way`` the
    seconds to Telegram and back."""

    at: float
    chat: int | str
    lane: Lane = Lane.BULK
    number: int = 0
    endpoint: str = "sendMessage"
    refusals: tuple[int, ...] = ()
    way: tuple[float, float] = (0.0, 0.0)


@dataclass
class Telegram:
    """The other side: what came through the limiter, and when."""

    clock: TestClock
    limiter: Limiter
    sent: list[tuple[float, Message]] = field(default_factory=list)
    refused: list[tuple[float, Message, float]] = field(default_factory=list)
    """When, what, and until when to be silent."""
    given_back: list[tuple[float, Message]] = field(default_factory=list)
    """What its sender was told to keep for later, and when."""

    async def call(self, message: Message) -> None:
        refusals = list(message.refusals)

        async def callback() -> bool:
            if refusals:
                seconds = refusals.pop(0)
                self.refused.append((self.clock.now(), message, self.clock.now() + seconds))
                raise RetryAfter(seconds)
            there, back = message.way
            await self.clock.sleep_until(self.clock.now() + there)
            self.sent.append((self.clock.now(), message))
            await self.clock.sleep_until(self.clock.now() + back)
            return True

        try:
            await self.limiter.process_request(
                callback, (), {}, message.endpoint, {"chat_id": message.chat}, message.lane
            )
        except RetryAfter:
            self.given_back.append((self.clock.now(), message))

    @property
    def news(self) -> int:
        return len(self.sent) + len(self.refused)

    async def settle(self) -> None:
        """Until everybody waits for the clock."""
        quiet, before = 0, -1
        while quiet < QUIET_ROUNDS:
            await asyncio.sleep(0)
            quiet = quiet + 1 if self.news == before else 0
            before = self.news

    def times(self, chat: int | str | None = None, lane: Lane | None = None) -> list[float]:
        return [
            at for at, message in self.sent if chat in (None, message.chat) and lane in (None, message.lane)
        ]

    def numbers(self, chat: int | str | None = None, lane: Lane | None = None) -> list[int]:
        return [
            message.number
            for _, message in self.sent
            if chat in (None, message.chat) and lane in (None, message.lane)
        ]


def on_stage(limits: Limits, play: Callable[[Telegram], Awaitable[T]]) -> T:
    """Plays it on a loop of its own."""

    async def run() -> T:
        clock = TestClock()
        limiter = Limiter(limits, clock)
        await limiter.initialize()
        try:
            return await play(Telegram(clock, limiter))
        finally:
            await limiter.shutdown()

    return asyncio.run(run())


async def until_all_are_through(telegram: Telegram, messages: list[Message]) -> None:
    """Lets the messages arrive at their instants, and time pass until the last of them is through."""
    arrivals = sorted(messages, key=lambda message: message.at)
    calls: list[asyncio.Task[None]] = []
    while True:
        await telegram.settle()
        due = telegram.clock.next_instant
        if arrivals and (due is None or arrivals[0].at <= due):
            telegram.clock.move_to(arrivals[0].at)
            calls.append(asyncio.create_task(telegram.call(arrivals.pop(0))))
        elif due is not None:
            telegram.clock.move_to(due)
        else:
            break
    assert all(call.done() for call in calls)


def sent(messages: list[Message], limits: Limits | None = None) -> Telegram:
    async def play(telegram: Telegram) -> Telegram:
        await until_all_are_through(telegram, messages)
        return telegram

    return on_stage(limits or Limits(), play)


def most_in(times: list[float], seconds: float) -> int:
    """The most of them in any window of so many seconds."""
    return max((sum(first <= at < first + seconds - EPSILON for at in times) for first in times), default=0)


def numbered(messages: list[Message]) -> list[Message]:
    ordered = sorted(messages, key=lambda message: message.at)
    return [
        Message(one.at, one.chat, one.lane, number, one.endpoint, one.refusals)
        for number, one in enumerate(ordered)
    ]


arrival_times = st.one_of(
    st.sampled_from([0.0, 0.0, 0.5, 1.0]), st.floats(0, 90, allow_nan=False).map(lambda at: round(at, 3))
)
lanes = st.sampled_from([Lane.DIRECT, Lane.BULK])
private_messages = st.lists(
    st.builds(Message, at=arrival_times, chat=st.integers(1, 60), lane=lanes), min_size=1, max_size=80
).map(numbered)
rushes = st.lists(
    st.builds(Message, at=arrival_times, chat=st.sampled_from([BUDI, SITI, GROUP]), lane=lanes),
    min_size=1,
    max_size=50,
).map(numbered)
refusals = st.lists(st.integers(1, 9), max_size=2).map(tuple)
refused_messages = st.lists(
    st.builds(
        Message, at=arrival_times, chat=st.sampled_from([BUDI, SITI, 3]), lane=lanes, refusals=refusals
    ),
    min_size=1,
    max_size=15,
).map(numbered)
examples = settings(max_examples=40, deadline=None)


# ------------------------------------------------------------------------------ the limits


@given(messages=private_messages)
@examples
def test_never_more_than_thirty_in_any_second(messages: list[Message]) -> None:
    assert most_in(sent(messages).times(), 1.0) <= 30


@given(delays=st.lists(st.tuples(st.floats(0, 0.2), st.floats(0, 0.2)), min_size=100, max_size=100))
@examples
def test_nor_where_the_network_brings_them_closer_together(delays: list[tuple[float, float]]) -> None:
    """Once it has been seen how long the way is where nothing holds a message up."""
    ways = [(0.05, 0.05), *((0.05 + there, 0.05 + back) for there, back in delays)]
    broadcast = [Message(0.2 * (chat > 1), chat, way=way) for chat, way in enumerate(ways, start=1)]
    assert most_in(sent(broadcast).times(), 1.0) <= 30


def test_a_way_that_has_become_longer_is_learnt() -> None:
    ways = [0.05] * 100 + [0.4] * 3000
    broadcast = [Message(0, chat, way=(way, way)) for chat, way in enumerate(ways, start=1)]
    times = sent(broadcast).times()
    assert most_in(times, 1.0) <= 30
    assert times[-1] - times[-270] <= 270 / 27 + 0.1


def test_a_broadcast_of_hundreds_keeps_to_thirty_a_second_and_wastes_nothing() -> None:
    telegram = sent([Message(0, chat) for chat in range(1, 301)])
    assert most_in(telegram.times(), 1.0) <= 30
    assert max(telegram.times()) <= 300 / 27 + EPSILON


@given(messages=rushes)
@examples
def test_a_chat_gets_its_burst_and_then_one_a_second(messages: list[Message]) -> None:
    telegram = sent(messages)
    for chat in (BUDI, SITI):
        times = telegram.times(chat)
        for seconds in (0.5, 1.0, 2.0, 10.0):
            assert most_in(times, seconds) <= CHAT_BURST + seconds


def test_a_chat_after_its_burst_waits_a_second_each() -> None:
    telegram = sent([Message(0, BUDI, number=number) for number in range(6)], Limits(per_second=0))
    assert telegram.times() == pytest.approx([0, 0, 0, 1, 2, 3])


@given(messages=rushes)
@examples
def test_a_group_never_gets_more_than_twenty_in_any_minute(messages: list[Message]) -> None:
    assert most_in(sent(messages).times(GROUP), 60.0) <= 20


@pytest.mark.parametrize("per_minute", [1, 3, 20, 60])
def test_a_rush_on_a_group_keeps_to_its_limit_and_comes_close_to_it(per_minute: int) -> None:
    limits = Limits(per_group_minute=per_minute)
    times = sent([Message(0, GROUP) for _ in range(3 * per_minute)], limits).times()
    assert most_in(times, 60.0) <= per_minute
    assert times[-1] <= 4 * 60


@pytest.mark.parametrize("chat", [GROUP, "@rakor_channel"])
def test_groups_and_channels_are_limited_by_the_minute(chat: int | str) -> None:
    times = sent([Message(0, chat) for _ in range(30)]).times()
    assert times[GROUP_BURST - 1] < 1
    assert times[20] >= 60


def test_groups_do_not_slow_each_other_down() -> None:
    messages = [Message(0, group) for group in (GROUP, OTHER_GROUP) for _ in range(GROUP_BURST)]
    assert max(sent(messages).times()) < 1


def test_a_chat_that_has_to_wait_holds_up_no_other() -> None:
    rush = [Message(0, BUDI, number=number) for number in range(20)]
    telegram = sent([*rush, Message(0.1, SITI, number=99)])
    assert telegram.times(SITI)[0] <= 0.1 + 1 / 27 + EPSILON


@pytest.mark.parametrize(
    ("limits", "chats"),
    [
        (Limits(per_second=0), list(range(1, 101))),
        (Limits(per_chat=0, per_second=0), [BUDI] * 100),
        (Limits(per_group_minute=0, per_chat=0, per_second=0), [GROUP] * 100),
        (Limits(0, 0, 0), [BUDI, GROUP] * 50),
    ],
    ids=["overall", "chat", "group", "all"],
)
def test_zero_lifts_a_limit(limits: Limits, chats: list[int]) -> None:
    assert sent([Message(0, chat) for chat in chats], limits).times() == [0.0] * 100


def test_a_lifted_group_limit_leaves_the_one_of_chats() -> None:
    telegram = sent([Message(0, GROUP) for _ in range(5)], Limits(per_group_minute=0))
    assert telegram.times()[-1] == pytest.approx(5 - CHAT_BURST)


@pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "getMe", "sendChatAction", "setMyCommands"])
def test_what_telegram_does_not_count_is_not_held_up(endpoint: str) -> None:
    rush = [Message(0, BUDI) for _ in range(50)]
    telegram = sent([*rush, *(Message(0, BUDI, endpoint=endpoint, number=99) for _ in range(40))])
    assert [at for at, message in telegram.sent if message.number == 99] == [0.0] * 40


@pytest.mark.parametrize("endpoint", ["sendDocument", "copyMessage", "forwardMessage", "editMessageText"])
def test_what_telegram_counts_is_held_up(endpoint: str) -> None:
    telegram = sent([Message(0, BUDI, endpoint=endpoint) for _ in range(4)])
    assert telegram.times()[-1] == pytest.approx(1, abs=0.2)


# --------------------------------------------------------------------------- who goes first


@given(messages=private_messages)
@examples
def test_nothing_is_lost_and_nothing_is_sent_twice(messages: list[Message]) -> None:
    assert sorted(sent(messages).numbers()) == [message.number for message in messages]


@given(messages=rushes)
@examples
def test_the_messages_of_a_chat_stay_in_order(messages: list[Message]) -> None:
    telegram = sent(messages)
    for chat in (BUDI, SITI, GROUP):
        for lane in Lane:
            numbers = telegram.numbers(chat, lane)
            assert numbers == sorted(numbers)


def test_direct_answers_go_before_a_broadcast_that_is_waiting() -> None:
    broadcast = [Message(0, chat) for chat in range(1, 101)]
    answers = [Message(1.0, chat, Lane.DIRECT) for chat in range(201, 231)]
    telegram = sent([*broadcast, *answers])
    assert max(telegram.times(lane=Lane.DIRECT)) <= 1.0 + 31 / 30 + EPSILON
    between = [
        at for at in telegram.times(lane=Lane.BULK) if 1.0 < at < max(telegram.times(lane=Lane.DIRECT))
    ]
    assert between == []


def test_a_broadcast_leaves_three_a_second_for_direct_answers() -> None:
    broadcast = [Message(0, chat) for chat in range(1, 136)]
    assert most_in(sent(broadcast).times(), 4.0) <= 4 * 27 + RESERVE_PER_SECOND * RESERVE_SECONDS + 1
    answers = [Message(round(n / 3, 3), 1000 + n, Lane.DIRECT) for n in range(15)]
    telegram = sent([*broadcast, *answers])
    waited = [at - message.at for at, message in telegram.sent if message.lane is Lane.DIRECT]
    assert max(waited) <= 2 / 30
    assert max(telegram.times(lane=Lane.BULK)) <= 135 / 27 + 1


def test_the_chats_of_a_broadcast_take_turns() -> None:
    messages = [Message(0, chat, number=number) for chat in (BUDI, SITI) for number in range(3)]
    chats = [message.chat for _, message in sent(messages).sent]
    assert chats.index(SITI) <= 2
    assert chats[-3:] != [SITI] * 3


def test_who_has_gone_away_takes_no_place() -> None:
    async def play(telegram: Telegram) -> list[float]:
        calls = [asyncio.create_task(telegram.call(Message(0, BUDI, number=number))) for number in range(6)]
        await telegram.settle()
        calls[3].cancel()
        await asyncio.gather(calls[3], return_exceptions=True)
        await until_all_are_through(telegram, [])
        assert telegram.numbers() == [0, 1, 2, 4, 5]
        return telegram.times()

    assert on_stage(Limits(per_second=0), play) == pytest.approx([0, 0, 0, 1, 2])


# --------------------------------------------------------------------------------- the 429


@given(messages=refused_messages)
@examples
def test_what_telegram_refuses_is_sent_later_or_given_back_and_never_dropped(messages: list[Message]) -> None:
    telegram = sent(messages)
    through = telegram.numbers() + [message.number for _, message in telegram.given_back]
    assert sorted(through) == [message.number for message in messages]
    for at, _ in telegram.given_back:
        assert any(until - at > PATIENCE_SECONDS - EPSILON for _, _, until in telegram.refused)


@given(messages=refused_messages)
@examples
def test_a_pause_that_telegram_names_is_kept(messages: list[Message]) -> None:
    telegram = sent(messages)
    attempts = telegram.sent + [(at, message) for at, message, _ in telegram.refused]
    for began, refused, until in telegram.refused:
        early = [
            at
            for at, message in attempts
            if message.chat == refused.chat and began + EPSILON < at < until - EPSILON
        ]
        assert early == []


def test_a_pause_of_one_chat_holds_up_no_other() -> None:
    first, other, second, third = [
        Message(0, BUDI, refusals=(60,)),
        Message(1, SITI),
        Message(2, BUDI),
        Message(56, BUDI),
    ]
    telegram = sent([first, other, second, third])
    assert telegram.times(SITI) == [1.0]
    assert telegram.given_back == [(0, first), (2, second)]
    assert telegram.times(BUDI) == [60.0]


def test_when_several_chats_are_told_to_pause_all_do() -> None:
    rush = [Message(0, BUDI, refusals=(60,)), Message(1, SITI, refusals=(60,)), Message(2, 3)]
    assert sent(rush).times(3)[0] >= 60


@pytest.mark.parametrize("lane", [Lane.DIRECT, Lane.BULK])
def test_a_short_pause_is_waited_for(lane: Lane) -> None:
    telegram = sent([Message(0, BUDI, lane, refusals=(5,))])
    assert (telegram.times(), telegram.given_back) == ([5.0], [])


@pytest.mark.parametrize("lane", [Lane.DIRECT, Lane.BULK])
def test_with_a_long_pause_the_message_is_given_back_at_once(lane: Lane) -> None:
    message = Message(0, BUDI, lane, refusals=(6,))
    telegram = sent([message])
    assert (telegram.times(), telegram.given_back) == ([], [(0, message)])


def test_a_refused_acknowledgement_is_given_back_and_pauses_nobody() -> None:
    acknowledgement = Message(0, BUDI, Lane.DIRECT, endpoint="answerCallbackQuery", refusals=(3,))
    telegram = sent([acknowledgement, Message(0.5, BUDI)])
    assert (telegram.times(), telegram.given_back) == ([0.5], [(0, acknowledgement)])


def test_an_error_of_another_kind_reaches_the_caller() -> None:
    async def play(telegram: Telegram) -> None:
        async def callback() -> Coroutine[Any, Any, Any]:
            raise LookupError("on purpose")

        with pytest.raises(LookupError):
            await telegram.limiter.process_request(callback, (), {}, "sendMessage", {"chat_id": BUDI}, None)
        await until_all_are_through(telegram, [Message(0, BUDI)])
        assert telegram.times() == pytest.approx([0], abs=0.1)

    on_stage(Limits(), play)


async def test_a_direct_answer_does_not_wait_for_a_long_pause_of_all_and_bulk_does() -> None:
    clock = VirtualClock(1_000_000.0, speed=0)
    limiter = Limiter(Limits(per_second=2, per_chat=0), clock)
    await limiter.initialize()

    async def send() -> bool:
        return True

    async def refuse() -> bool:
        raise RetryAfter(60)

    try:
        with pytest.raises(RetryAfter):
            await limiter.process_request(refuse, (), {}, "sendMessage", {"chat_id": 1}, None)
        with pytest.raises(RetryAfter) as told:
            await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 2}, None)
        assert pause_seconds(told.value) == 60
        bulk = asyncio.create_task(
            limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 3}, Lane.BULK)
        )
        assert (await asyncio.wait([bulk], timeout=0.1))[1] == {bulk}
        clock.advance(61)
        assert await bulk
    finally:
        await limiter.shutdown()


async def test_a_direct_answer_that_gets_no_turn_is_given_back() -> None:
    clock = VirtualClock(1_000_000.0, speed=0)
    limiter = Limiter(Limits(per_second=1), clock, turn_seconds=0.05)
    await limiter.initialize()

    async def send() -> bool:
        return True

    try:
        await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 1}, None)
        with pytest.raises(RetryAfter):
            await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 2}, None)
    finally:
        await limiter.shutdown()


async def test_a_pause_is_kept_when_the_clock_is_set_back() -> None:
    clock = VirtualClock(1_000_000.0, speed=0)
    limiter = Limiter(Limits(), clock)
    await limiter.initialize()
    sent_at: list[float] = []

    async def send() -> bool:
        if not sent_at:
            sent_at.append(clock.now())
            raise RetryAfter(4)
        sent_at.append(clock.now())
        return True

    try:
        call = asyncio.create_task(
            limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 1}, Lane.BULK)
        )
        assert (await asyncio.wait([call], timeout=0.1))[1] == {call}
        clock.set(500_000.0)
        assert (await asyncio.wait([call], timeout=1.5 * LOOK_SECONDS))[1] == {call}
        clock.advance(3.9)
        assert (await asyncio.wait([call], timeout=0.1))[1] == {call}
        clock.advance(0.2)
        assert await asyncio.wait_for(call, 5)
    finally:
        await limiter.shutdown()


async def test_a_clock_set_back_silences_nobody() -> None:
    clock = VirtualClock(1_000_000.0)
    limiter = Limiter(Limits(), clock)
    await limiter.initialize()

    async def send() -> bool:
        return True

    try:
        for _ in range(CHAT_BURST):
            await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 1}, None)
        clock.set(500_000.0)
        async with asyncio.timeout(5):
            for chat in (1, 2):
                await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, None)
    finally:
        await limiter.shutdown()


async def test_a_clock_set_back_while_a_call_is_on_its_way_silences_nobody() -> None:
    clock = VirtualClock(1_000_000.0)
    limiter = Limiter(Limits(per_second=4, per_chat=0), clock, turn_seconds=5)
    await limiter.initialize()
    answered = asyncio.Event()

    async def wait() -> bool:
        return await answered.wait()

    async def send() -> bool:
        return True

    try:
        call = asyncio.create_task(limiter.process_request(wait, (), {}, "sendMessage", {"chat_id": 1}, None))
        await asyncio.sleep(0)
        clock.advance(-3600)
        answered.set()
        assert await call
        for chat in range(2, 8):
            assert await limiter.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, None)
    finally:
        await limiter.shutdown()


async def test_who_waits_is_let_go_when_the_clock_is_set_back() -> None:
    clock = VirtualClock(1_000_000.0, speed=0)
    limiter = Limiter(Limits(per_second=0, per_chat=1), clock)
    await limiter.initialize()

    async def send() -> bool:
        return True

    try:
        sends = [
            asyncio.create_task(limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 1}, None))
            for _ in range(CHAT_BURST + 1)
        ]
        done, waiting = await asyncio.wait(sends, timeout=0.2)
        assert (len(done), len(waiting)) == (CHAT_BURST, 1)
        clock.set(500_000.0)
        async with asyncio.timeout(5):
            await asyncio.gather(*waiting)
    finally:
        await limiter.shutdown()
