"""Check-in: by code, by command, by link; judged at the instant of the message."""

from __future__ import annotations

import base64
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Control, buttons, text_of
from data import attendees, events, presences, room_codes
from data.attendance import GUESSES, can_check_out, judge, open_sessions, sessions_with_code
from data.database import Database, Transaction
from data.eventfile import load
from data.migrations import SCHEMA_FOLDER, migrate
from data.room_codes import code_at
from handlers.attendance import code_in, code_of_link, link
from tests.attendance_stage import meeting
from tests.rakor import TOKEN, Rakor, Stage, emulated, running

EVENT = load(SAMPLE_EVENT)
EVENT_SECONDS = st.floats(
    EVENT.sessions[0].start.timestamp() - 7200, EVENT.sessions[-1].end.timestamp() + 7200, allow_nan=False
)


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with emulated() as stage:
        yield stage


def instant(moment: str) -> float:
    """ "20 10:30" as seconds, by the wall clock in Balikpapan."""
    day, hour = moment.split()
    return datetime.fromisoformat(f"2023-02-{day}T{hour}:00+08:00").timestamp()


async def register_from_the_consent_on(chat: Chat) -> None:
    """In Indonesian, up to the last press."""
    await chat.press("Setuju")
    await chat.wait_for("Langkah 1")
    for answer, following in (("Budi", "Langkah 2"), ("Kabid", "Langkah 3"), ("Kemendagri", "Sudah benar")):
        await chat.say(answer)
        await chat.wait_for(following)
    await chat.press("Simpan")


async def unused_code(rakor: Rakor) -> str:
    """Six digits that are, and were lately, no session's code."""
    secrets = [row["secret"] for row in rakor.rows("SELECT secret FROM check_in_secrets")]
    instants = [rakor.parts.clock.now() + 30 * step for step in range(-40, 40)]
    known = {code_at(secret, instant) for secret in secrets for instant in instants}
    return next(code for number in range(10**6) if (code := f"{number:06}") not in known)


def recorded(rakor: Rakor) -> list[tuple[str, int, float, bool]]:
    """Session, chat, begun minute and whether late, of all check-ins."""
    rows = rakor.rows("SELECT session_id, chat_id, at, late FROM attendance ORDER BY at")
    return [(row["session_id"], row["chat_id"], row["at"] // 60 * 60, bool(row["late"])) for row in rows]


@pytest.mark.parametrize("language_code", ["id", "en"])
@pytest.mark.parametrize(
    ("moment", "session_id", "indonesian", "english", "is_recorded"),
    [
        ("20 10:15", "panel-1", "Hadir tercatat pukul 10.15", "checked in, 10.15", True),
        ("20 10:44", "panel-1", "Hadir tercatat pukul 10.44", "checked in, 10.44", True),
        ("20 10:45", "panel-1", "terlambat, pukul 10.45", "late, 10.45", True),
        ("20 11:59", "panel-1", "terlambat, pukul 11.59", "late, 11.59", True),
        ("20 10:14", "panel-1", "Absensi belum dibuka", "has not opened yet", False),
        ("20 12:00", "panel-1", "Absensi sudah ditutup", "Check-in is closed", False),
        ("20 09:30", "panel-1", "Kode ini untuk sesi lain", "another session's", False),
        ("20 11:00", "pembukaan", "Kode ini untuk sesi lain", "another session's", False),
    ],
)
async def test_each_moment_has_its_own_answer(
    rakor: Rakor,
    language_code: str,
    moment: str,
    session_id: str,
    indonesian: str,
    english: str,
    is_recorded: bool,
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at(moment)
    await budi.say(await rakor.code(session_id))
    answer = await budi.wait_for(indonesian if language_code == "id" else english)
    assert "🏠 Menu" in buttons(answer)
    if is_recorded:
        assert "Grand Ballroom, Lantai 2" in text_of(answer)
        late = moment > "20 10:44"
        assert recorded(rakor) == [(session_id, budi.id, instant(moment), late)]
    else:
        assert recorded(rakor) == []


async def test_early_says_when_it_opens_and_wrong_says_what_is_open(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say(await rakor.code("panel-3"))
    await budi.wait_for("Dibuka Selasa, 21 Februari 2023 pukul 08.15 WITA")
    await rakor.at("20 13:40")
    await budi.say(await rakor.code("panel-3"))
    wrong = text_of(await budi.wait_for("Kode ini untuk sesi lain"))
    assert "Panel III" in wrong
    assert "Yang dibuka sekarang: Panel II: Penguatan kelembagaan" in wrong


async def test_a_second_check_in_keeps_the_first_instant(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    for moment in ("20 11:30", "20 12:30"):
        await rakor.at(moment)
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("sudah tercatat hadir sejak pukul 10.31 WITA")
    assert recorded(rakor) == [("panel-1", budi.id, instant("20 10:31"), False)]


@pytest.mark.parametrize(
    "form", ["{code}", "{spaced}", " {code} ", "/hadir {code}", "/hadir {spaced}", "{dashed}"]
)
async def test_a_code_is_read_in_every_form(rakor: Rakor, form: str) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    code = await rakor.code("panel-1")
    await budi.say(form.format(code=code, spaced=f"{code[:3]} {code[3:]}", dashed=f"{code[:3]}-{code[3:]}"))
    await budi.wait_for("Hadir tercatat")


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "Kode tidak dikenal"), ("en", "That code is not known")]
)
@pytest.mark.parametrize(
    "form", ["{other}", "/hadir {other}", "/hadir 12345", "/hadir panel-1", "/start hadir-{other}"]
)
async def test_an_unknown_code_says_so(rakor: Rakor, language_code: str, sentence: str, form: str) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at("20 10:31")
    other = await unused_code(rakor)
    await budi.say(form.format(other=other))
    await budi.wait_for(sentence)
    assert recorded(rakor) == []


async def test_an_unknown_code_outside_of_sessions_says_that_none_is_open(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/hadir 12345")
    await budi.wait_for("tidak ada absensi yang dibuka")


async def test_a_link_checks_in_who_is_registered(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(f"/start hadir-{await rakor.code('panel-1')}")
    await budi.wait_for("Hadir tercatat")


async def test_parallel_sessions_are_both_open_and_one_can_change_rooms(rakor: Rakor) -> None:
    budi = await rakor.participant()
    citra = await rakor.participant("Citra")
    await rakor.at("20 16:05")
    for chat, session_id, room in (
        (budi, "diskusi-provinsi", "Mahakam"),
        (citra, "diskusi-kabkota", "Kapuas"),
        (budi, "diskusi-kabkota", "Kapuas"),
    ):
        await chat.say(await rakor.code(session_id))
        assert room in text_of(await chat.wait_for("Hadir tercatat"))
    assert {row[:2] for row in recorded(rakor)} == {
        ("diskusi-provinsi", budi.id),
        ("diskusi-kabkota", citra.id),
        ("diskusi-kabkota", budi.id),
    }


@pytest.mark.parametrize("form", ["/start hadir-{code}", "/hadir {code}", "{code}"])
async def test_who_scans_before_registering_is_checked_in_as_of_the_scan(rakor: Rakor, form: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 10:31")
    await guest.say(form.format(code=await rakor.code("panel-1")))
    await guest.wait_for("27/2022")
    await rakor.at("20 12:30")
    await register_from_the_consent_on(guest)
    await guest.wait_for("Hadir tercatat pukul 10.31 WITA")
    assert recorded(rakor) == [("panel-1", guest.id, instant("20 10:31"), False)]


@pytest.mark.parametrize(
    ("language_code", "noted"), [("id", "sudah dicatat"), ("en", "Your check-in code is noted")]
)
async def test_who_types_a_code_before_registering_hears_that_it_is_noted(
    rakor: Rakor, language_code: str, noted: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await rakor.at("20 10:31")
    await guest.say(await rakor.code("panel-1"))
    await guest.wait_for(noted)
    await guest.wait_for("27/2022")
    assert recorded(rakor) == []


async def test_a_scan_in_the_middle_of_registering_is_kept_too(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await rakor.at("20 10:50")
    await guest.say(f"/start hadir-{await rakor.code('panel-1')}")
    await guest.wait_for("27/2022")
    await register_from_the_consent_on(guest)
    await guest.wait_for("terlambat, pukul 10.50")
    assert recorded(rakor) == [("panel-1", guest.id, instant("20 10:50"), True)]


async def test_who_registers_after_a_scan_sees_that_the_registration_is_saved(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 10:31")
    await guest.say(f"/start hadir-{await rakor.code('panel-1')}")
    await guest.wait_for("27/2022")
    await register_from_the_consent_on(guest)
    await guest.wait_for("Hadir tercatat")
    assert any("tersimpan" in text_of(message) for message in await guest.messages())


async def test_a_code_typed_while_registering_is_kept_too(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/start")
    await guest.wait_for("27/2022")
    await guest.press("Setuju")
    await guest.wait_for("Langkah 1")
    await rakor.at("20 10:31")
    await guest.say(await rakor.code("panel-1"))
    assert "Mohon tulis dengan huruf" not in text_of(await guest.wait_for("Langkah 1"))


async def test_a_correction_left_open_is_not_in_the_way_of_a_code(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/profil")
    await budi.wait_for("👤")
    await budi.press("Ubah data")
    await budi.wait_for("Sudah benar")
    await budi.say("/menu")
    await budi.wait_for("Selamat datang")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for(
        lambda message: "Hadir tercatat" in text_of(message) or "Sudah benar" in text_of(message)
    )
    assert recorded(rakor) == [("panel-1", budi.id, instant("20 10:31"), False)]


async def test_a_scan_too_early_is_told_at_once_and_not_kept(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say(f"/start hadir-{await rakor.code('panel-1')}")
    await guest.wait_for("Absensi belum dibuka")
    await guest.wait_for("27/2022")
    await rakor.at("20 10:31")
    await register_from_the_consent_on(guest)
    await guest.wait_for("tersimpan")
    assert recorded(rakor) == []


async def test_an_unknown_code_is_not_noted(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 10:31")
    await guest.say("/hadir 0")
    await guest.wait_for("Kode tidak dikenal")
    assert not any("sudah dicatat" in text_of(message) for message in await guest.messages())


@pytest.mark.parametrize("words", ["kode {}", "Absen {} min", "my code is {}"])
async def test_a_code_is_found_among_words_that_announce_it(rakor: Rakor, words: str) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(words.format(await rakor.code("panel-1")))
    await budi.wait_for("Hadir tercatat")


async def test_a_code_is_judged_at_the_message_not_at_its_handling(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
        code = await rakor.code("panel-1", "20 10:31")
    async with Control(stage.emulator.url, TOKEN) as control:
        await control.set_clock("2023-02-20T10:31:00+08:00")
        await Chat(control, budi.user).say(code)
        await control.set_clock("2023-02-20T15:00:00+08:00")
    async with running(stage, settings) as rakor:
        await Chat(rakor.control, budi.user).wait_for("Hadir tercatat pukul 10.31 WITA")
        assert recorded(rakor) == [("panel-1", budi.id, instant("20 10:31"), False)]


async def test_a_check_in_survives_a_restart(stage: Stage, tmp_path: Path) -> None:
    settings = stage.settings(tmp_path)
    async with running(stage, settings) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 10:31")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("Hadir tercatat")
    async with running(stage, settings) as rakor:
        budi = Chat(rakor.control, budi.user)
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("sudah tercatat hadir sejak pukul 10.31")


@pytest.mark.parametrize(
    ("language_code", "nothing_open", "type_here", "present"),
    [
        ("id", "tidak ada absensi yang dibuka", "Ketik 6 angka kode", "Sudah hadir"),
        ("en", "No check-in is open", "Type the 6 digits", "Checked in"),
    ],
)
async def test_hadir_without_a_code_says_how_it_goes(
    rakor: Rakor, language_code: str, nothing_open: str, type_here: str, present: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await budi.say("/hadir")
    await budi.wait_for(nothing_open)
    await rakor.at("20 10:31")
    await budi.say("/hadir")
    assert "Panel I: Perencanaan" in text_of(await budi.wait_for(type_here))
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("10.31 WITA")
    await budi.say("/hadir")
    await budi.wait_for(present)


async def test_kode_shows_organisers_each_sessions_code_and_link(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/kode")
    shown = await organiser.wait_for("🔑")
    links = [entity["url"] for entity in shown["entities"] if entity["type"] == "text_link"]
    taken = [session.id for session in EVENT.sessions if session.attendance]
    codes = {session_id: await rakor.code(session_id) for session_id in taken}
    assert set(codes) == {session.id for session in EVENT.sessions if session.attendance}
    assert [code for code in codes.values() if code not in text_of(shown)] == []
    payloads = sorted(link.partition("?start=")[2] for link in links)
    assert payloads == sorted(f"hadir-{code}" for code in codes.values())
    assert len(set(codes.values())) == len(codes)


async def test_secrets_stay_over_restarts(stage: Stage, tmp_path: Path) -> None:
    shown = []
    for _ in range(2):
        async with running(stage, stage.settings(tmp_path)) as rakor:
            shown.append(await rakor.code("panel-1", "20 10:31"))
    assert shown[0] == shown[1]


@given(EVENT_SECONDS)
def test_the_verdict_tells_whether_the_session_is_open(moment: float) -> None:
    for session in (session for session in EVENT.sessions if session.attendance):
        start, end = session.start.timestamp(), session.end.timestamp()
        verdict = judge(EVENT, session, moment)
        assert (verdict in ("on_time", "late")) == (start - 900 <= moment < end)
        assert (verdict == "late") == (start + 900 <= moment < end)
        assert (session in open_sessions(EVENT, moment)) == (verdict in ("on_time", "late"))
        if verdict == "early":
            assert moment < start
        if verdict == "closed":
            assert moment >= end
        if verdict == "wrong":
            assert open_sessions(EVENT, moment)


@given(st.from_regex(r"\d{6}", fullmatch=True), st.lists(st.sampled_from(" .-\n\t"), max_size=3))
def test_spaces_dots_and_dashes_do_not_spoil_a_code(code: str, between: list[str]) -> None:
    assert code_in("".join(between) + "".join(digit + "".join(between) for digit in code)) == code


@given(st.text())
def test_any_other_text_is_no_code(text: str) -> None:
    found = code_in(text)
    assert found is None or (len(found) == 6 and found.isdecimal())
    assert code_in(f"kode {text}") is None


def test_only_a_check_in_link_carries_a_code() -> None:
    assert code_of_link(["hadir-123456"]) == "123456"
    assert code_of_link(["123456"]) is None
    assert code_of_link([]) is None
    assert code_of_link(None) is None


# --------------------------------------------------------------------------- each refusal its sentence


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "Kode ini sudah berganti"), ("en", "This code has changed")]
)
@pytest.mark.parametrize("form", ["{}", "/start hadir-{}"])
async def test_the_code_of_two_steps_ago_is_refused_and_says_why(
    rakor: Rakor, language_code: str, sentence: str, form: str
) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at("20 10:32:05")
    await budi.say(form.format(await rakor.code("panel-1", "20 10:31:05")))
    assert "Panel I" in text_of(await budi.wait_for(sentence))
    assert recorded(rakor) == []
    await budi.say(form.format(await rakor.code("panel-1", "20 10:31:35")))
    await budi.wait_for("10.32 WITA")
    assert len(recorded(rakor)) == 1


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "Sesi ini dibatalkan"), ("en", "This session is cancelled")]
)
async def test_a_cancelled_session_says_so(tmp_path: Path, language_code: str, sentence: str) -> None:
    async with meeting(tmp_path, {"panel-1": "cancelled = true"}) as rakor:
        budi = await rakor.participant(language_code=language_code)
        await rakor.at("20 10:31")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for(sentence)
        assert recorded(rakor) == []


@pytest.mark.parametrize(
    ("language_code", "question", "sentence"),
    [
        ("id", "panel 1 jam berapa?", "❌ Dibatalkan: Panel I"),
        ("en", "when is panel 1?", "❌ Cancelled: Panel I"),
    ],
)
async def test_a_cancelled_session_is_not_next_nor_on_and_an_answer_says_what_it_is(
    tmp_path: Path, language_code: str, question: str, sentence: str
) -> None:
    async with meeting(tmp_path, {"panel-1": "cancelled = true"}) as rakor:
        budi = await rakor.participant(language_code=language_code)
        await rakor.at("20 10:20")
        await budi.say("/berikutnya")
        assert "10.30" not in text_of(await budi.wait_for("12.00"))
        await budi.say(question)
        await budi.wait_for(sentence)
        await rakor.at("20 10:40")
        await budi.say("/sekarang")
        assert "Panel I:" not in text_of(await budi.wait_for("12.00"))
        assert not [one for one in await budi.messages() if "⏰" in text_of(one)]


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "Kode ini untuk acara lain"), ("en", "another event's")]
)
async def test_another_events_code_says_so(rakor: Rakor, language_code: str, sentence: str) -> None:
    budi = await rakor.participant(language_code=language_code)
    other = load(SAMPLE_EVENT).model_copy(update={"code": "rakor-lain"})

    def beside(tx: Transaction) -> None:
        events.save(tx, other, tmp := SAMPLE_EVENT.parent)
        events.save(tx, EVENT, tmp)

    await rakor.parts.database.write(beside)
    await rakor.at("20 10:31")
    (row,) = rakor.rows(
        "SELECT s.secret FROM check_in_secrets s JOIN events e ON e.id = s.event_id"
        " WHERE e.code = 'rakor-lain' AND s.session_id = 'panel-1'"
    )
    await budi.say(code_at(row["secret"], instant("20 10:31")))
    await budi.wait_for(sentence)
    assert recorded(rakor) == []


@pytest.mark.parametrize(
    ("language_code", "sentence", "checked_in"),
    [
        ("id", "Terlalu banyak kode yang salah. Mohon coba lagi pukul 10.41 WITA", "Hadir tercatat"),
        ("en", "Too many wrong codes. Please try again at 10.41 WITA", "checked in"),
    ],
)
async def test_who_guesses_has_to_wait_and_nobody_else(
    rakor: Rakor, language_code: str, sentence: str, checked_in: str
) -> None:
    guesser = await rakor.participant("Budi", language_code=language_code)
    other = await rakor.participant("Siti", language_code=language_code)
    await rakor.at("20 10:31")
    wrong = await unused_code(rakor)
    for _ in range(GUESSES):
        await guesser.say(wrong)
        await guesser.wait_for("Kode tidak dikenal" if language_code == "id" else "not known")
    await guesser.say(await rakor.code("panel-1"))
    await guesser.wait_for(sentence)
    await other.say(await rakor.code("panel-1"))
    await other.wait_for(checked_in)
    assert [row[1] for row in recorded(rakor)] == [other.id]
    await rakor.at("20 10:42")
    await guesser.say(await rakor.code("panel-1"))
    await guesser.wait_for(checked_in)


async def test_deleting_ones_data_gives_no_new_guesses(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 10:31")
    for _ in range(GUESSES):
        await guest.say(await unused_code(rakor))
        await guest.wait_for("Kode tidak dikenal")
    await guest.say("/hapus_data")
    await guest.wait_for("Hapus semua data?")
    await guest.press("Ya, hapus semua")
    await guest.wait_for("telah dihapus")
    await guest.say(await rakor.code("panel-1"))
    await guest.wait_for("Terlalu banyak kode")


async def test_windows_are_settings_of_the_session(tmp_path: Path) -> None:
    keys = "opens_minutes_before = 5\nlate_minutes_after = 0"
    async with meeting(tmp_path, {"panel-1": keys}) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 10:24")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("pukul 10.25 WITA")
        await rakor.at("20 10:30")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("Hadir tercatat, terlambat, pukul 10.30")


@pytest.mark.parametrize(
    ("language_code", "later", "left", "again"),
    [
        ("id", "Untuk absen pulang", "Absen pulang tercatat pukul 11.50", "sudah tercatat pukul 11.50"),
        ("en", "To check out", "You are checked out, 11.50", "checked out already, since 11.50"),
    ],
)
async def test_a_session_with_check_out_is_left_with_its_code(
    tmp_path: Path, language_code: str, later: str, left: str, again: str
) -> None:
    async with meeting(tmp_path, {"panel-1": "check_out = true"}) as rakor:
        budi = await rakor.participant(language_code=language_code)
        await rakor.at("20 10:31")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("10.31 WITA")
        await rakor.at("20 11:30")
        await budi.say(await rakor.code("panel-1"))
        assert "11.45" in text_of(await budi.wait_for(later))
        for moment, sentence in (("20 11:50", left), ("20 12:20", again)):
            await rakor.at(moment)
            await budi.say(await rakor.code("panel-1"))
            await budi.wait_for(sentence)
        (row,) = rakor.rows("SELECT at, out_at FROM presences")
        assert (row["at"] // 60 * 60, row["out_at"] // 60 * 60) == (instant("20 10:31"), instant("20 11:50"))
        assert [row["act"] for row in rakor.rows("SELECT act FROM attendance_trail ORDER BY id")] == [
            "in",
            "out",
        ]


async def test_who_was_not_there_cannot_leave(tmp_path: Path) -> None:
    async with meeting(tmp_path, {"panel-1": "check_out = true"}) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 12:10")
        await budi.say(await rakor.code("panel-1"))
        await budi.wait_for("Absensi sudah ditutup")
        assert recorded(rakor) == []


async def test_the_first_of_two_scans_before_registering_counts(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    for moment in ("20 10:31", "20 10:50"):
        await rakor.at(moment)
        await guest.say(await rakor.code("panel-1"))
        await guest.wait_for("27/2022")
    await register_from_the_consent_on(guest)
    await guest.wait_for("Hadir tercatat pukul 10.31 WITA")
    assert recorded(rakor) == [("panel-1", guest.id, instant("20 10:31"), False)]


async def test_no_secret_leaves_the_server(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    for command in ("/kode", "/hadirin", "/peserta"):
        await organiser.say(command)
        await organiser.wait_for(lambda _: True)
    said = repr(await rakor.control.calls())
    for row in rakor.rows("SELECT secret FROM check_in_secrets"):
        for form in (row["secret"].hex(), base64.b32encode(row["secret"]).decode()):
            assert form.casefold() not in said.casefold()


async def test_the_page_of_a_session_counts_for_the_committee(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await rakor.at("20 10:50")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await organiser.say("/hadirin")
    assert "Hadir: 1 (terlambat 1)" in text_of(await organiser.wait_for("Panel I"))


MINUTES = st.integers(0, 1440)


@given(EVENT_SECONDS, MINUTES, MINUTES, MINUTES, MINUTES)
def test_the_borders_are_where_the_session_says(
    moment: float, opens: int, late: int, before_end: int, after_end: int
) -> None:
    (panel,) = [session for session in EVENT.sessions if session.id == "panel-1"]
    session = panel.model_copy(
        update={
            "opens_minutes_before": opens,
            "late_minutes_after": late,
            "check_out": True,
            "check_out_minutes_before": before_end,
            "check_out_minutes_after": after_end,
        }
    )
    start, end = session.start.timestamp(), session.end.timestamp()
    event = EVENT.model_copy(update={"sessions": (session,)})
    for instant_ in (moment, start - opens * 60, start + late * 60, end, end - before_end * 60):
        verdict = judge(event, session, instant_)
        is_open = start - opens * 60 <= instant_ < end
        assert (verdict in ("on_time", "late")) == is_open
        assert (verdict == "late") == (is_open and instant_ >= start + late * 60)
        can_leave = end - before_end * 60 <= instant_ < end + after_end * 60
        assert can_check_out(session, instant_) == can_leave
        assert (sessions_with_code(event, instant_) == (session,)) == (is_open or can_leave)


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_whatever_a_deep_link_carries_it_is_answered(rakor: Rakor, language_code: str) -> None:
    budi = await rakor.participant(language_code=language_code)
    await rakor.at("20 10:31")
    for prefix in ("hadir-", "kartu-", "petugas-", "undangan-"):
        for rest in ("", "0", "-", "é", "١٢٣٤٥٦", "9" * 40, "'; --", "a" * 57, "123456"):
            await budi.say(f"/start {prefix}{rest}")
            assert text_of(await budi.wait_for(lambda _: True))
    assert rakor.rows("SELECT * FROM presences") == []
    assert rakor.rows("SELECT * FROM helpers") == []


@given(EVENT_SECONDS)
def test_a_deep_link_fits_and_comes_back(moment: float) -> None:
    payload = link("rakor_bot", code_at(b"0123456789abcdefghij", moment)).partition("?start=")[2]
    assert len(payload) <= 64
    assert re.fullmatch(r"[A-Za-z0-9_-]+", payload)
    assert code_in(code_of_link([payload]) or "") == code_at(b"0123456789abcdefghij", moment)


async def test_attendance_of_an_older_file_is_kept(tmp_path: Path) -> None:
    """As version 8 had it: one row a person and session, by chat."""
    path, folder = tmp_path / "rakor.db", tmp_path / "schema"
    folder.mkdir()
    for file in SCHEMA_FOLDER.glob("00[1-8]_*.sql"):
        shutil.copy(file, folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        migrate(old, path, folder)
        old.execute(
            "INSERT INTO events (id, code, folder, title, short_title, host, timezone, first_day, last_day,"
            " venue) VALUES (1, 'a', '', '', '', '', 'Asia/Jakarta', '', '', '{}')"
        )
        old.execute(
            "INSERT INTO participants (event_id, chat_id, name, position, institution, consented_at,"
            " registered_at) VALUES (1, 7, 'Budi', 'Kabid', 'Kesbangpol', 1, 1)"
        )
        old.execute("INSERT INTO check_in_codes VALUES (1, 'panel-1', '123456')")
        old.execute("INSERT INTO attendance VALUES (1, 'panel-1', 7, 100.5, 1)")
        migrate(old, path)
    database = await Database.open(path)
    present = await presences.of_chat(database.reads, 1, 7)
    person = await attendees.of_chat(database.reads, 1, 7)
    codes = await room_codes.codes(database.reads, 1, 100.0)
    await database.close()
    assert (present["panel-1"].at, present["panel-1"].late) == (100.5, True)
    assert person is not None
    assert (person.name, person.is_walk_in) == ("Budi", True)
    assert set(codes) == {"panel-1"}
