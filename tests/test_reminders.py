"""Reminders before sessions and requests for feedback after them: none lost, none repeated."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.bootstrap import import_event
from bot.config import LimitSettings, ReminderSettings
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, buttons, text_of
from data.eventfile import load
from data.reminder_plan import Rules, plan
from data.reminders import tally
from handlers.texts import Language, texts
from tests.rakor import Rakor, Stage, emulated, running, until

EVENT = load(SAMPLE_EVENT)


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with emulated() as stage:
        yield stage


def planned(rakor: Rakor) -> dict[str, int]:
    """How many were addressed by each key so far."""
    return {row["key"]: row["recipients"] for row in rakor.rows("SELECT key, recipients FROM reminder_plans")}


def addressed(rakor: Rakor, kind: str = "reminder") -> list[int]:
    """Whom messages of that kind were made for."""
    return [row["chat_id"] for row in rakor.rows("SELECT chat_id FROM outbox WHERE kind = ?", kind)]


def reminder_key(session_id: str) -> str:
    session = EVENT.session(session_id)
    assert session is not None
    return f"reminder:{session_id}:{int(session.start.timestamp())}"


def changed_event(folder: Path, old: str, new: str) -> Path:
    """The sample event with another agenda."""
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (folder / material.name).write_bytes(material.read_bytes())
    document = SAMPLE_EVENT.read_text()
    assert old in document
    file = folder / SAMPLE_EVENT.name
    file.write_text(document.replace(old, new))
    return file


async def moved(rakor: Rakor, folder: Path, name: str, old: str, new: str) -> None:
    """Imports the agenda with another hour for the session, as the committee does beside the running bot."""
    session = EVENT.session(name)
    assert session is not None
    day = session.start.date()
    file = changed_event(folder, f"start = {day}T{old}:00\n", f"start = {day}T{new}:00\n")
    await import_event(rakor.parts.database, file)
    await until(lambda: rakor.parts.programme.stored.event.session(name) != session)


async def count(chat: Chat, part: str) -> int:
    """How many messages with that part stand in the chat."""
    return sum(part in text_of(message) for message in await chat.messages())


@pytest.mark.parametrize(
    ("language_code", "lead", "page"), [("id", "menit lagi", "Narasumber"), ("en", "minutes", "Speakers")]
)
async def test_a_reminder_comes_before_the_session_and_leads_to_its_page(
    rakor: Rakor, language_code: str, lead: str, page: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at("20 10:15")
    reminder = await budi.wait_for("⏰")
    text = text_of(reminder)
    assert f"15 {lead}" in text
    assert "10.30" in text
    assert "Panel I: Perencanaan" in text
    assert "Grand Ballroom, Lantai 2" in text
    await budi.press("ℹ️", message=reminder)
    await budi.wait_for(page)


async def test_nobody_is_reminded_earlier_than_promised(rakor: Rakor) -> None:
    await rakor.participant()
    await rakor.control.set_clock("2023-02-20T10:14:30+08:00")
    await until(lambda: reminder_key("pembukaan") in planned(rakor))
    assert reminder_key("panel-1") not in planned(rakor)


@pytest.mark.parametrize(("language", "lead"), [("id", "15 menit lagi"), ("en", "15 minutes")])
def test_a_reminder_sent_seconds_early_so_that_all_have_it_in_time_says_15_minutes(
    language: Language, lead: str
) -> None:
    session = EVENT.session("panel-1")
    assert session is not None
    now = session.start - timedelta(minutes=15, seconds=11)
    text = texts(language)("reminders.reminder", event=EVENT, sessions=[session], now=now, before={})
    assert lead in text


async def test_only_the_registered_who_want_them_get_reminders(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    guest = await rakor.control.user("Dewi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await citra.say("/profil")
    await citra.wait_for("Pengingat: semua sesi")
    await citra.press("Matikan pengingat")
    await citra.wait_for("Pengingat: mati")
    await rakor.at("20 10:15")
    await budi.wait_for("⏰")
    assert addressed(rakor) == [budi.id]


async def test_switched_on_again_the_next_one_comes(rakor: Rakor) -> None:
    budi = await rakor.participant()
    for wanted, shown in (("none", "mati"), ("all", "semua sesi")):
        await budi.say("/profil")
        await budi.wait_for("👤")
        await budi.press(f"profile.reminders:{wanted}")
        await budi.wait_for(f"Pengingat: {shown}")
    await rakor.at("20 10:15")
    await budi.wait_for("⏰")


async def test_sessions_that_start_together_are_one_reminder(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 15:45")
    text = text_of(await budi.wait_for("Diskusi kelompok A"))
    assert "Diskusi kelompok B" in text
    assert "Mahakam" in text
    assert "Kapuas" in text
    assert addressed(rakor).count(budi.id) == 1


async def test_breaks_are_not_announced(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 11:46")
    await budi.wait_for("⏰")
    await until(lambda: reminder_key("ishoma-1") in planned(rakor))
    assert planned(rakor)[reminder_key("ishoma-1")] == 0


async def test_a_restart_repeats_no_reminder(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 10:15")
        await budi.wait_for("10.30")
        await until(
            lambda: rakor.rows("SELECT * FROM outbox WHERE kind = 'reminder' AND state <> 'sent'") == []
        )
    async with running(stage, settings) as rakor:
        await rakor.at("20 13:15")
        budi = Chat(rakor.control, budi.user)
        await budi.wait_for("menit lagi, pukul 13.30")
        assert await count(budi, "pukul 10.30") == 1
        assert sorted(addressed(rakor)) == [budi.id] * 2


async def test_a_reminder_due_while_the_bot_was_down_comes_at_the_start(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
    stage.clock.set(stage.clock.now() + 3.25 * 3600 + 300)  # 10.20
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        text = text_of(await budi.wait_for("10.30"))
        assert "10 menit lagi" in text
        assert "Panel I" in text


async def test_a_reminder_that_comes_after_the_start_says_so(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
    stage.clock.set(stage.clock.now() + 4 * 3600)  # 11.00
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        await budi.wait_for("Sudah dimulai pukul 10.30")


async def test_reminders_of_sessions_that_are_over_are_dropped_and_counted(
    stage: Stage, tmp_path: Path
) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
    stage.clock.set(stage.clock.now() + 6.25 * 3600)  # 13.15: the opening and panel I are over
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        await budi.wait_for("13.30")
        recipients = planned(rakor)
        assert recipients[reminder_key("pembukaan")] == recipients[reminder_key("panel-1")] == 0
        assert recipients[reminder_key("panel-2")] == 1
        assert addressed(rakor) == [budi.id]


async def test_a_message_in_hand_too_late_is_dropped(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("faults", method="sendMessage", kind="500", times=1)
    await rakor.at("20 10:15")
    await until(lambda: rakor.rows("SELECT * FROM outbox WHERE attempts > 0 AND state = 'waiting'") != [])
    await rakor.at("20 12:11")
    await budi.wait_for("sudah selesai")
    await until(lambda: rakor.rows("SELECT * FROM outbox WHERE state = 'dropped'") != [])
    assert await count(budi, "⏰") == 0


async def test_a_changed_agenda_replans_while_the_bot_runs(rakor: Rakor, tmp_path: Path) -> None:
    budi = await rakor.participant()
    earlier = changed_event(
        tmp_path,
        "start = 2023-02-20T19:00:00\nend = 2023-02-20T21:00:00",
        "start = 2023-02-20T18:30:00\nend = 2023-02-20T21:00:00",
    )
    await rakor.at("20 18:10")
    await import_event(rakor.parts.database, earlier)
    await until(lambda: rakor.parts.programme.stored.revision == 2)
    await rakor.at("20 18:15")
    assert "Makan malam" in text_of(await budi.wait_for("18.30"))
    await rakor.at("20 18:45")
    await rakor.at("21 08:15")
    await budi.wait_for("08.30")
    assert reminder_key("makan-malam") not in planned(rakor)


async def test_a_reminder_of_a_session_moved_meanwhile_is_not_sent(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    later = changed_event(
        tmp_path,
        "start = 2023-02-20T19:00:00\nend = 2023-02-20T21:00:00",
        "start = 2023-02-20T19:30:00\nend = 2023-02-20T21:00:00",
    )
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
        await rakor.control.post("faults", method="sendMessage", kind="500", times=20)
        await rakor.at("20 18:45")
        waiting = "SELECT * FROM outbox WHERE kind = 'reminder' AND state = 'waiting' AND attempts > 0"
        await until(lambda: rakor.rows(waiting) != [])
        await import_event(rakor.parts.database, later)
        await rakor.control.post("faults", method="sendMessage", kind="500", times=0)
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        await rakor.at("20 19:15")
        assert "Makan malam" in text_of(await budi.wait_for("19.30"))
        await until(lambda: rakor.rows("SELECT * FROM outbox WHERE state = 'dropped'") != [])
        assert await count(budi, "19.00") == 0


@pytest.mark.parametrize(
    ("language_code", "sentence", "thanks"),
    [("id", "sudah selesai", "2/5"), ("en", "has ended", "2/5")],
)
async def test_after_the_end_those_present_are_asked_and_rate_with_one_press(
    rakor: Rakor, language_code: str, sentence: str, thanks: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    await rakor.participant("Citra")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("10.31")
    await rakor.at("20 12:10")
    request = await budi.wait_for(sentence)
    assert "Panel I: Perencanaan" in text_of(request)
    assert buttons(request)[:5] == ["1", "2", "3", "4", "5"]
    assert addressed(rakor, "feedback_request") == [budi.id]
    await budi.press("5", message=request)
    await budi.wait_for(thanks)


async def test_where_nobody_checked_in_all_registered_in_time_are_asked(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await rakor.at("20 12:10")
    await budi.wait_for("sudah selesai")
    citra = await rakor.participant("Citra")
    await rakor.at("20 15:40")
    for chat in (budi, citra):
        await chat.wait_for("Panel II: Penguatan kelembagaan")
    asked = addressed(rakor, "feedback_request")
    assert asked.count(budi.id) == 2
    assert asked.count(citra.id) == 1


async def test_a_request_for_feedback_missed_by_more_than_a_day_is_dropped(
    stage: Stage, tmp_path: Path
) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        await rakor.participant()
    stage.clock.set(stage.clock.now() + 72 * 3600)
    async with running(stage, settings) as rakor:
        await until(lambda: len(planned(rakor)) == sum(len(one.keys) for one in plan(EVENT, Rules(), 1)))
        assert set(planned(rakor).values()) == {0}


async def test_a_blocked_person_is_not_planned_for(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    citra = await rakor.participant("Citra")
    await rakor.control.post("block", user=citra.id)
    await until(lambda: rakor.rows("SELECT * FROM chats WHERE blocked_at IS NOT NULL") != [])
    await rakor.at("20 10:15")
    await budi.wait_for("⏰")
    assert addressed(rakor) == [budi.id]


async def test_ending_the_bot_while_it_plans_logs_no_error(
    stage: Stage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    slow = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000) SELECT MAX(i) FROM n"
    )
    async with running(stage, stage.settings(tmp_path)) as rakor:
        busy = asyncio.create_task(rakor.parts.database.reads.execute_fetchall(slow))
        await rakor.at("20 10:15")
    await busy
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_a_rehearsed_event_that_is_dated_anew_asks_for_feedback_again(
    stage: Stage, tmp_path: Path
) -> None:
    later = (
        SAMPLE_EVENT.read_text()
        .replace("2023-02-20", "2023-02-27")
        .replace("2023-02-21", "2023-02-28")
        .replace("tanggal 19 dan 20 Februari", "setiap hari")
    )
    dated_anew = tmp_path / "later.toml"
    dated_anew.write_text(later)
    async with running(stage, stage.settings(tmp_path)) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 12:11")
        await budi.wait_for("sudah selesai")
        await import_event(rakor.parts.database, dated_anew)
        await rakor.at("27 12:11")
        await until(lambda: len(addressed(rakor, "feedback_request")) == 2)


async def test_what_a_wrong_clock_planned_is_planned_again_when_it_is_set_right(
    stage: Stage, tmp_path: Path
) -> None:
    async with running(stage, stage.settings(tmp_path)) as rakor:
        budi = await rakor.participant()
        await rakor.at("27 12:00")
        await until(lambda: reminder_key("panel-1") in planned(rakor))
        await rakor.at("20 10:15")
        await budi.wait_for("15 menit lagi, pukul 10.30")


async def test_whoever_was_out_of_reach_and_writes_again_is_reminded_again(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.control.post("faults", method="sendMessage", kind="block", times=1)
    await rakor.at("20 10:15")
    await until(lambda: rakor.rows("SELECT * FROM chats WHERE blocked_at IS NOT NULL") != [])
    await rakor.control.post("unblock", user=budi.id)
    await budi.say("/menu")
    await budi.wait_for("Selamat datang")
    await until(lambda: rakor.rows("SELECT * FROM chats WHERE blocked_at IS NOT NULL") == [])
    await rakor.at("20 13:15")
    await budi.wait_for("menit lagi, pukul 13.30")


@pytest.mark.errors_expected
async def test_a_look_that_the_database_refuses_is_made_again(
    rakor: Rakor, caplog: pytest.LogCaptureFixture
) -> None:
    budi = await rakor.participant()
    with closing(sqlite3.connect(rakor.settings.database.path)) as other:
        other.execute("ALTER TABLE reminder_plans RENAME TO away")
        await rakor.at("20 10:15")
        await until(lambda: "reminders not planned" in caplog.text)
        other.execute("ALTER TABLE away RENAME TO reminder_plans")
    await budi.wait_for("15 menit lagi", timeout=20)


@pytest.mark.parametrize(
    ("language_code", "told"),
    [("id", "Jadwal berubah: semula pukul 19.00"), ("en", "The time has changed: it was 19.00")],
)
async def test_a_session_moved_later_after_its_reminder_is_announced_again(
    rakor: Rakor, tmp_path: Path, language_code: str, told: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at("20 18:45")
    first = text_of(await budi.wait_for("15 m"))
    assert told not in first
    await moved(rakor, tmp_path, "makan-malam", "19:00", "19:30")
    await rakor.at("20 19:14")
    await rakor.at("20 19:15")
    assert told in text_of(await budi.wait_for("19.30"))
    assert await count(budi, "⏰") == 2


async def test_a_session_moved_a_few_minutes_later_is_not_announced_again(
    rakor: Rakor, tmp_path: Path
) -> None:
    budi = await rakor.participant()
    await rakor.at("20 18:45")
    await budi.wait_for("15 menit lagi")
    await moved(rakor, tmp_path, "makan-malam", "19:00", "19:05")
    await rakor.at("20 18:50")
    session = rakor.parts.programme.stored.event.session("makan-malam")
    assert session is not None
    key = f"reminder:makan-malam:{int(session.start.timestamp())}"
    await until(lambda: key in planned(rakor))
    assert planned(rakor)[key] == 0
    assert await count(budi, "⏰") == 1


async def test_a_session_moved_earlier_after_its_reminder_is_announced_at_once(
    rakor: Rakor, tmp_path: Path
) -> None:
    budi = await rakor.participant()
    await rakor.at("20 18:45")
    await budi.wait_for("15 menit lagi")
    await moved(rakor, tmp_path, "makan-malam", "19:00", "18:52")
    text = text_of(await budi.wait_for("18.52"))
    assert "semula pukul 19.00" in text
    assert "7 menit lagi" in text or "6 menit lagi" in text


async def test_a_session_that_joins_the_start_of_another_is_announced_alone(
    rakor: Rakor, tmp_path: Path
) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:15")
    await budi.wait_for("Panel I:")
    file = changed_event(
        tmp_path,
        "start = 2023-02-20T19:00:00\nend = 2023-02-20T21:00:00",
        "start = 2023-02-20T10:30:00\nend = 2023-02-20T11:00:00",
    )
    await import_event(rakor.parts.database, file)
    text = text_of(await budi.wait_for("Makan malam"))
    assert "Panel I:" not in text
    assert await count(budi, "⏰ 15 menit lagi") + await count(budi, "⏰ 14 menit lagi") == 2


async def test_the_reminder_of_a_removed_session_is_not_sent(stage: Stage, tmp_path: Path) -> None:
    document = SAMPLE_EVENT.read_text()
    session = next(part for part in document.split("[[sessions]]") if 'id = "makan-malam"' in part)
    cancelled = changed_event(tmp_path, f"[[sessions]]{session}", "")
    async with running(stage, stage.settings(tmp_path)) as rakor:
        budi = await rakor.participant()
        await rakor.control.post("faults", method="sendMessage", kind="500", times=20)
        await rakor.at("20 18:45")
        row = "SELECT state FROM outbox WHERE kind = 'reminder' AND key LIKE '%makan-malam%'"
        await until(lambda: [one["state"] for one in rakor.rows(f"{row} AND attempts > 0")] == ["waiting"])
        await import_event(rakor.parts.database, cancelled)
        await until(lambda: rakor.parts.programme.stored.event.session("makan-malam") is None)
        await rakor.control.post("faults", times=0)
        await rakor.at("20 18:46")
        await until(lambda: [one["state"] for one in rakor.rows(row)] == ["dropped"])
        assert await count(budi, "Makan malam") == 0


# ------------------------------------------------------------------------------- the clock


async def test_the_clock_set_back_repeats_nothing(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 12:11")
    await budi.wait_for("sudah selesai")
    sent = await count(budi, "⏰")
    for moment in ("20 08:44", "20 08:46", "20 10:14", "20 10:16", "20 12:11"):
        await rakor.at(moment)
    await until(lambda: rakor.rows("SELECT * FROM reminder_plans WHERE planned_at = 0") == [])
    await rakor.at("20 13:15")
    await budi.wait_for("Panel II:")
    assert await count(budi, "⏰") == sent + 1
    assert await count(budi, "sudah selesai") == 1


async def test_after_an_hour_without_a_network_what_is_still_of_use_comes(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 08:45")
    await budi.wait_for("Pembukaan")
    before = await count(budi, "⏰")
    await rakor.control.post("faults", method="*", kind="disconnect", times=100_000)
    await rakor.at("20 09:50")  # during the opening
    await rakor.at("20 10:31")  # after it, during panel I
    await rakor.control.post("faults", times=0)
    assert "Sudah dimulai pukul 10.30" in text_of(await budi.wait_for("Panel I:", timeout=20))
    assert await count(budi, "⏰") == before + 1


async def test_however_fast_time_goes_the_reminders_come_in_their_time(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 08:30")
    for speed in (120, 0, 3600):
        await rakor.control.post("clock", speed=speed)
    await until(lambda: rakor.parts.clock.now() > EVENT.sessions[3].start.timestamp())
    await rakor.control.post("clock", speed=1)
    await budi.wait_for("Panel I:")
    assert await count(budi, "⏰") >= 2
    sent = rakor.rows("SELECT key FROM outbox WHERE kind = 'reminder'")
    assert len(sent) == len({row["key"] for row in sent})


# ------------------------------------------------------------------------- the quiet hours


def night_event(folder: Path) -> Path:
    """The first day ends late, with feedback; the second begins early."""
    file = changed_event(
        folder,
        "start = 2023-02-20T19:00:00\nend = 2023-02-20T21:00:00\n",
        "start = 2023-02-20T19:00:00\nend = 2023-02-20T21:30:00\nfeedback = true\n",
    )
    text = file.read_text()
    old = "start = 2023-02-21T08:30:00\nend = 2023-02-21T10:30:00\n"
    assert old in text
    file.write_text(text.replace(old, "start = 2023-02-21T05:30:00\nend = 2023-02-21T07:30:00\n"))
    return file


@pytest.mark.parametrize(
    ("language_code", "tomorrow", "dinner"),
    [
        ("id", "Besok, Selasa, 21 Februari 2023, pukul 05.30 WITA", "ramah tamah sudah selesai"),
        ("en", "Tomorrow, Tuesday, 21 February 2023, at 05.30 WITA", "ramah tamah has ended"),
    ],
)
async def test_in_the_night_no_phone_rings(
    stage: Stage, tmp_path: Path, language_code: str, tomorrow: str, dinner: str
) -> None:
    async with running(stage, stage.settings(tmp_path, night_event(tmp_path))) as rakor:
        budi = await rakor.participant(language_code=language_code)
        await rakor.at("20 20:55")
        assert "Panel III:" in text_of(await budi.wait_for(tomorrow))
        evening = len(await budi.messages())
        for moment in ("20 21:30", "21 00:00", "21 05:15", "21 05:59"):
            await rakor.at(moment)
            await until(lambda: rakor.rows("SELECT * FROM outbox WHERE state = 'sending'") == [])
        assert len(await budi.messages()) == evening
        await rakor.at("21 06:00")
        await budi.wait_for(dinner)


async def test_what_was_late_in_the_evening_waits_for_the_morning(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path, night_event(tmp_path))
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
    stage.clock.set(stage.clock.now() + 15 * 3600)  # 22.00
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        postponed = "SELECT * FROM outbox WHERE kind = 'reminder' AND state = 'waiting' AND attempts = 0"
        await until(lambda: any(row["not_before"] > stage.clock.now() for row in rakor.rows(postponed)))
        assert await count(budi, "⏰") == 0
        await rakor.at("21 06:00")
        assert "Sudah dimulai pukul 05.30" in text_of(await budi.wait_for("Panel III:"))


async def test_without_quiet_hours_the_night_is_as_the_day(stage: Stage, tmp_path: Path) -> None:
    rules = ReminderSettings(quiet_from="", quiet_until="")
    settings = stage.settings(tmp_path, night_event(tmp_path)).model_copy(update={"reminders": rules})
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 21:40")
        await budi.wait_for("ramah tamah sudah selesai")
        await rakor.at("21 05:15")
        await budi.wait_for("15 menit lagi, pukul 05.30")


# ------------------------------------------------------------------- early enough for the last


async def test_the_sending_begins_so_early_that_the_last_one_has_it_in_time(
    stage: Stage, tmp_path: Path
) -> None:
    """With two a second allowed, one a second goes out in bulk."""
    slow = LimitSettings(per_second=2, per_chat=0, per_group_minute=0)
    start = EVENT.session("diskusi-provinsi")
    assert start is not None
    promised = start.start.timestamp() - 15 * 60
    async with running(stage, stage.settings(tmp_path)) as rakor:
        people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
        await people[0].say("/profil")
        await people[0].wait_for("👤")
        await people[0].press("profile.reminders:starred")
        await people[0].wait_for("hanya sesi pilihan")
    stage.clock.set(promised - 60)
    async with running(stage, stage.settings(tmp_path).model_copy(update={"limits": slow})) as rakor:
        await until(
            lambda: (
                rakor.rows("SELECT * FROM outbox WHERE state <> 'sent' AND kind <> 'feedback_again'") == []
            )
        )
        await rakor.control.post("clock", speed=20)
        await until(lambda: len(planned(rakor)) > 0 and reminder_key("diskusi-provinsi") in planned(rakor))
        rows = rakor.rows("SELECT not_before FROM outbox WHERE key LIKE '%:diskusi-kabkota:%'")
        assert [promised - row["not_before"] for row in rows] == [2.0, 2.0]


async def test_who_registers_while_it_is_being_sent_gets_it_too(stage: Stage, tmp_path: Path) -> None:
    """One message takes 200 seconds here."""
    slow = LimitSettings(per_second=0.01, per_chat=0, per_group_minute=0)
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        await rakor.participant("Budi")
        await rakor.at("20 10:12")
    async with running(stage, settings.model_copy(update={"limits": slow})) as rakor:
        await until(lambda: reminder_key("panel-1") in planned(rakor))
    async with running(stage, settings) as rakor:
        citra = await rakor.participant("Citra")
        await rakor.at("20 10:15")
        await citra.wait_for("Panel I:")
        assert len(addressed(rakor)) >= 2


async def test_the_doctor_says_how_many_came_too_late(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        await rakor.participant("Budi")
        await rakor.participant("Citra")
    stage.clock.set(stage.clock.now() + 6.25 * 3600)  # 13.15: three sessions are over
    async with running(stage, settings) as rakor:
        await until(lambda: reminder_key("panel-2") in planned(rakor))
        found = await tally(rakor.parts.database.reads)
        assert found.dropped == 3 * 2
