"""The one clock: the machine's, or a virtual one whose sleepers wake at its jumps."""

from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import SystemClock, VirtualClock

NOW = 1_676_847_600.0
PATIENCE_SECONDS = 10.0

moves = st.one_of(
    st.tuples(st.just("set"), st.floats(0, 2e9)), st.tuples(st.just("advance"), st.floats(-1e6, 1e6))
)


@pytest.fixture
def clock() -> VirtualClock:
    """Time stands still until the test moves it."""
    return VirtualClock(NOW, speed=0)


async def settled() -> None:
    """Everything that can go on at this instant has gone on."""
    for _ in range(10):
        await asyncio.sleep(0)


async def woken(*sleepers: asyncio.Task[None]) -> None:
    await asyncio.wait_for(asyncio.gather(*sleepers), PATIENCE_SECONDS)


async def test_a_clock_that_is_stopped_shows_the_same_instant(clock: VirtualClock) -> None:
    assert clock.now() == NOW
    await asyncio.sleep(0.01)
    assert clock.now() == NOW


@given(steps=st.lists(moves, max_size=10))
def test_a_stopped_clock_shows_what_it_was_set_to(steps: list[tuple[str, float]]) -> None:
    clock, expected = VirtualClock(NOW, speed=0), NOW
    for step, seconds in steps:
        if step == "set":
            clock.set(seconds)
            expected = seconds
        else:
            clock.advance(seconds)
            expected += seconds
        assert clock.now() == expected


async def test_time_goes_on_at_the_given_speed() -> None:
    clock = VirtualClock(NOW, speed=1000)
    began = time.monotonic()
    await asyncio.sleep(0.02)
    at_least = (time.monotonic() - began) * 1000
    passed = clock.now() - NOW
    assert at_least <= passed <= at_least + (time.monotonic() - began + 1) * 1000


async def test_changing_the_speed_does_not_move_the_clock() -> None:
    clock = VirtualClock(NOW, speed=0)
    clock.set(speed=3600)
    assert clock.speed == 3600
    clock.set(speed=0)
    stopped_at = clock.now()
    assert stopped_at >= NOW
    await asyncio.sleep(0.01)
    assert clock.now() == stopped_at


def test_setting_the_clock_keeps_its_speed(clock: VirtualClock) -> None:
    clock.set(speed=60)
    clock.set(NOW + 500)
    assert clock.speed == 60
    assert clock.now() >= NOW + 500


def test_a_clock_does_not_run_backwards(clock: VirtualClock) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        clock.set(speed=-1)
    assert (clock.now(), clock.speed) == (NOW, 0)


def test_a_new_clock_shows_the_present() -> None:
    before = time.time()
    assert before <= VirtualClock().now() <= time.time()


@pytest.mark.parametrize(
    ("speed", "seconds", "real"),
    [(1, 60, 60), (60, 60, 1), (0.5, 60, 120), (0, 60, float("inf")), (0, -1, 0)],
)
def test_how_long_the_machine_has_to_wait(speed: float, seconds: float, real: float) -> None:
    clock = VirtualClock(NOW, speed)
    assert clock.real_seconds_until(NOW + seconds) == pytest.approx(real, abs=0.5)


async def test_a_sleeper_is_woken_by_a_jump_to_its_instant(clock: VirtualClock) -> None:
    sleeper = asyncio.create_task(clock.sleep_until(NOW + 3600))
    clock.advance(3600)
    await woken(sleeper)


async def test_a_jump_that_is_too_short_wakes_nobody(clock: VirtualClock) -> None:
    sleeper = asyncio.create_task(clock.sleep(3600))
    await settled()
    clock.advance(3599)
    await settled()
    assert not sleeper.done()
    clock.advance(1)
    await woken(sleeper)


async def test_sleepers_wake_each_at_their_own_instant(clock: VirtualClock) -> None:
    first, second = (asyncio.create_task(clock.sleep(seconds)) for seconds in (60, 120))
    await settled()
    clock.advance(60)
    await woken(first)
    await settled()
    assert not second.done()
    clock.set(NOW + 120)
    await woken(second)


async def test_a_jump_back_makes_the_sleep_longer(clock: VirtualClock) -> None:
    sleeper = asyncio.create_task(clock.sleep(60))
    await settled()
    clock.set(NOW - 3600)
    clock.advance(3600)
    await settled()
    assert not sleeper.done()
    clock.advance(60)
    await woken(sleeper)


async def test_a_sleeper_of_a_stopped_clock_wakes_once_time_runs(clock: VirtualClock) -> None:
    sleeper = asyncio.create_task(clock.sleep(3600))
    await settled()
    assert not sleeper.done()
    clock.set(speed=1_000_000)
    await woken(sleeper)
    assert clock.now() >= NOW + 3600


async def test_stopping_the_clock_keeps_a_sleeper_asleep() -> None:
    clock = VirtualClock(NOW, speed=1)
    sleeper = asyncio.create_task(clock.sleep_until(NOW + 60))
    await settled()
    clock.set(NOW, speed=0)
    await settled()
    assert not sleeper.done()
    clock.advance(60)
    await woken(sleeper)


async def test_what_is_past_is_not_waited_for(clock: VirtualClock) -> None:
    await asyncio.wait_for(clock.sleep_until(NOW), PATIENCE_SECONDS)
    await asyncio.wait_for(clock.sleep(-5), PATIENCE_SECONDS)


def test_who_asks_is_told_of_every_change(clock: VirtualClock) -> None:
    heard: list[float] = []
    clock.on_change(lambda: heard.append(clock.now()))
    clock.set(NOW + 5)
    clock.advance(10)
    clock.set(speed=2)
    assert heard[:2] == [NOW + 5, NOW + 15]
    assert len(heard) == 3


async def test_the_machines_clock_shows_the_machines_time() -> None:
    clock = SystemClock()
    before = time.time()
    assert before <= clock.now() <= time.time()
    assert clock.real_seconds_until(before - 1) == 0
    assert 0 < clock.real_seconds_until(clock.now() + 60) <= 60
    await clock.sleep(0.01)
    assert time.time() >= before + 0.01
