"""When the sending of a reminder begins: by how many get it, and by what waits before it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.demo import SAMPLE_EVENT
from data import outbox
from data.event import Event
from data.eventfile import load
from data.outbox import Draft
from data.participants import ReminderChoice
from tests.hall import Hall, a_hall

EVENT = load(SAMPLE_EVENT)
PROMISED = datetime.fromisoformat("2023-02-20T10:15:00+08:00").timestamp()
EVENING = datetime.fromisoformat("2023-02-20T20:00:00+08:00").timestamp()


def only(session_id: str, **changes: object) -> Event:
    """The sample with one session."""
    session = EVENT.session(session_id)
    assert session is not None
    return EVENT.model_copy(update={"sessions": (session.model_copy(update=changes),)})


async def notices(hall: Hall, number: int) -> None:
    for position in range(number):
        draft = Draft(f"notice:{position}", "apology", "id", 1, outbox.NOTICE, hall.now)
        await hall.database.write(lambda tx, draft=draft: outbox.add(tx, draft))


@pytest.mark.parametrize(
    ("people", "starred_only", "waiting", "seconds"),
    [(10, 0, 0, 10), (10, 4, 0, 6), (10, 0, 5, 15), (10, 10, 5, 0), (2000, 0, 0, 900)],
)
async def test_it_begins_earlier_the_more_there_are(
    tmp_path: Path, people: int, starred_only: int, waiting: int, seconds: int
) -> None:
    """At one a second; of the others only who gets it counts, and what goes before it."""
    async with a_hall(tmp_path, only("panel-1"), PROMISED - 3600, rate=1) as hall:
        await hall.register(*range(1, people + 1))
        for chat_id in range(1, starred_only + 1):
            await hall.choose(chat_id, ReminderChoice.STARRED)
        await notices(hall, waiting)
        wake = await hall.wake()
        while wake.next_due is not None and wake.next_due < PROMISED and not wake.put:
            hall.now = wake.next_due
            wake = await hall.wake()
        due = await hall.database.reads.execute_fetchall(
            "SELECT MIN(not_before) AS due FROM outbox WHERE kind = 'reminder'"
        )
        assert wake.put == (people - starred_only)
        if wake.put:
            assert PROMISED - next(iter(due))["due"] == seconds


async def test_what_a_few_get_in_the_morning_is_not_sent_to_them_in_the_evening(tmp_path: Path) -> None:
    """To everybody it would take too long from the end of the quiet hours on."""
    start, end = (datetime.fromisoformat(f"2023-02-21T{hour}:00+08:00") for hour in ("06:10", "08:00"))
    event = only("panel-3", start=start.astimezone(EVENT.zone), end=end.astimezone(EVENT.zone))
    async with a_hall(tmp_path, event, EVENING, rate=0.1) as hall:
        await hall.register(*range(1, 101))
        for chat_id in range(3, 101):
            await hall.choose(chat_id, ReminderChoice.STARRED)
        for _ in range(9 * 60):
            wake = await hall.wake()
            assert not wake.put
            hall.now += 60
        await hall.run(end.timestamp())
        reminders = [one for one in hall.sent if one.kind == "reminder"]
        assert [EVENT.local(one.at).strftime("%d %H:%M") for one in reminders] == ["21 06:00"] * 2


async def test_who_becomes_concerned_before_the_promised_time_is_told_and_nobody_later(
    tmp_path: Path,
) -> None:
    async with a_hall(tmp_path, only("panel-1"), PROMISED - 30, rate=0.01) as hall:
        await hall.register(1)
        await hall.run(PROMISED - 20)
        await hall.register(2)
        await hall.run(PROMISED + 1)
        await hall.register(3)
        await hall.run(PROMISED + 3600)
        assert sorted(one.chat_id for one in hall.sent) == [1, 2]


async def test_who_switched_on_again_after_the_clock_was_set_back_is_told(tmp_path: Path) -> None:
    async with a_hall(tmp_path, only("panel-1"), PROMISED) as hall:
        await hall.register(1, choice=ReminderChoice.NONE)
        await hall.run(PROMISED + 60)
        hall.now = PROMISED - 120
        await hall.run(PROMISED - 60)
        await hall.choose(1, ReminderChoice.ALL)
        await hall.run(PROMISED + 60)
        assert [one.session_id for one in hall.sent] == ["panel-1"]


async def test_who_has_starred_what_is_cancelled_is_reminded_of_the_others_at_its_time(
    tmp_path: Path,
) -> None:
    starred, other = "diskusi-provinsi", "diskusi-kabkota"
    for cancelled, told in ((False, {starred}), (True, {other})):
        sessions = tuple(
            one.model_copy(update={"cancelled": cancelled and one.id == starred})
            for one in EVENT.sessions
            if one.id in (starred, other)
        )
        start = sessions[0].start.timestamp()
        folder = tmp_path / str(cancelled)
        folder.mkdir()
        event = EVENT.model_copy(update={"sessions": sessions})
        async with a_hall(folder, event, start - 3600) as hall:
            await hall.register(1)
            await hall.star(1, starred)
            await hall.run(start)
            assert {one.session_id for one in hall.sent} == told
