"""The agenda: days, pages, now, next, panels; always in the same message, always with a way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, buttons, text_of
from tests.rakor import Rakor, emulated, running


@pytest.mark.parametrize(
    ("language_code", "first", "second", "label"),
    [
        ("id", "Senin, 20 Februari 2023", "Selasa, 21 Februari 2023", "Sel, 21 Feb"),
        ("en", "Monday, 20 February 2023", "Tuesday, 21 February 2023", "Tue, 21 Feb"),
    ],
)
async def test_a_days_button_turns_to_it_in_the_same_message(
    rakor: Rakor, language_code: str, first: str, second: str, label: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/agenda")
    monday = await guest.wait_for(first)
    assert "Pembukaan Rapat Koordinasi" in text_of(monday)
    assert "Panel III" not in text_of(monday)
    assert "WITA" in text_of(monday)
    await guest.press(label)
    tuesday = await guest.wait_for(second)
    assert tuesday["message_id"] == monday["message_id"]
    assert "08.30–10.30 Panel III" in text_of(tuesday)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("18 12:00", "Senin, 20 Februari"),
        ("20 23:59", "Senin, 20 Februari"),
        ("21 00:00", "Selasa, 21 Februari"),
        ("25 08:00", "Senin, 20 Februari"),
    ],
)
async def test_the_agenda_opens_at_today_else_at_the_first_day(rakor: Rakor, moment: str, shown: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at(moment)
    await guest.say("/agenda")
    await guest.wait_for(shown)


async def test_the_day_marks_what_is_running(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 16:10")
    await guest.say("/agenda")
    lines = text_of(await guest.wait_for("📅")).splitlines()
    running = [line for line in lines if line.startswith("▶️")]
    assert [("kelompok A" in line, "kelompok B" in line) for line in running] == [
        (True, False),
        (False, True),
    ]


async def test_parallel_sessions_have_buttons_that_read_differently(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/agenda")
    labels = buttons(await guest.wait_for("📅"))
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("language_code", "speakers", "topics", "back"),
    [("id", "Narasumber", "Topik", "‹ Agenda"), ("en", "Speakers", "Topics", "‹ Agenda")],
)
async def test_a_sessions_page_tells_everything_and_leads_back_to_its_day(
    rakor: Rakor, language_code: str, speakers: str, topics: str, back: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await rakor.at("21 07:00")
    await guest.say("/agenda")
    day = await guest.wait_for("08.30–10.30")
    await guest.press("agenda.session:panel-3")
    page = await guest.wait_for(speakers)
    text = text_of(page)
    assert page["message_id"] == day["message_id"]
    for part in (
        "Panel III: Kewaspadaan nasional",
        "08.30–10.30 WITA",
        "Grand Ballroom, Lantai 2",
        "Anggota KPU RI",
        "Direktur Kewaspadaan Nasional",
        topics,
        "hoaks",
        "Paparan Panel III",
    ):
        assert part in text
    await guest.press(back)
    await guest.wait_for("RTL")


@pytest.mark.parametrize(
    ("moment", "offered", "state"),
    [
        ("20 10:14", {"📄 Materi", "⭐ Ingatkan saya"}, None),
        ("20 10:15", {"📄 Materi", "✅ Absen", "⭐ Ingatkan saya"}, None),
        ("20 11:00", {"📄 Materi", "✅ Absen", "🙋 Tanya narasumber"}, "Sedang berlangsung"),
        ("20 12:00", {"📄 Materi", "⭐ Nilai sesi"}, "Sudah selesai"),
    ],
)
async def test_a_page_offers_what_can_be_done_at_the_moment(
    rakor: Rakor, moment: str, offered: set[str], state: str | None
) -> None:
    budi = await rakor.participant()
    await rakor.at(moment)
    await budi.say("/agenda")
    await budi.wait_for("📅")
    await budi.press("agenda.session:panel-1")
    page = await budi.wait_for("Panel I:")
    assert set(buttons(page)) - {"‹ Agenda", "🏠 Menu"} == offered
    shown = [one for one in ("Sedang berlangsung", "Sudah selesai") if one in text_of(page)]
    assert shown == ([state] if state else [])


async def test_who_is_present_sees_it_on_the_page_and_is_not_asked_again(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await budi.press("Rincian sesi")
    page = await budi.wait_for("tercatat hadir pukul 10.31 WITA")
    assert "✅ Absen" not in buttons(page)


@pytest.mark.parametrize(
    ("moment", "indonesian", "english"),
    [
        ("20 07:00", "tidak ada sesi yang berlangsung", "No session is running"),
        ("20 08:00", "Registrasi peserta", "Registrasi peserta"),
        ("20 17:00", "Ruang Kapuas, Lantai 3", "Ruang Kapuas, Lantai 3"),
        ("20 18:00", "Makan malam dan ramah tamah", "Makan malam dan ramah tamah"),
        ("20 22:00", "Selasa, 21 Februari 2023 pukul 08.30", "Tuesday, 21 February 2023 at 08.30"),
        ("21 14:30", "telah selesai", "has ended"),
    ],
)
@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_now(rakor: Rakor, language_code: str, moment: str, indonesian: str, english: str) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await rakor.at(moment)
    await guest.say("/sekarang")
    shown = text_of(await guest.wait_for(moment.split()[1].replace(":", ".")))
    assert (indonesian if language_code == "id" else english) in shown


@pytest.mark.parametrize(
    ("moment", "expected", "over"),
    [
        ("20 07:00", ["Registrasi peserta"], False),
        ("20 15:59", ["Diskusi kelompok A", "Diskusi kelompok B"], False),
        ("20 16:00", ["Makan malam"], False),
        ("20 21:30", ["Panel III"], False),
        ("21 13:30", [], True),
    ],
)
@pytest.mark.parametrize(
    ("language_code", "ended"), [("id", "Tidak ada sesi lagi"), ("en", "No session follows")]
)
async def test_next(
    rakor: Rakor, language_code: str, ended: str, moment: str, expected: list[str], over: bool
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await rakor.at(moment)
    await guest.say("/berikutnya")
    shown = text_of(await guest.wait_for(lambda _: True))
    assert [part for part in expected if part not in shown] == []
    assert (ended in shown) is over


async def test_now_and_next_lead_to_each_other_and_to_the_pages(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await rakor.at("20 11:00")
    await guest.say("/sekarang")
    first = await guest.wait_for("Panel I:")
    await guest.press("⏭ Berikutnya")
    await guest.wait_for("ishoma")
    await guest.press("▶️ Sekarang")
    await guest.wait_for("Panel I:")
    await guest.press("10.30 Panel I")
    page = await guest.wait_for("Narasumber")
    assert page["message_id"] == first["message_id"]


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_the_panels_stand_in_their_order(rakor: Rakor, language_code: str) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say("/panel")
    shown = await guest.wait_for("🎤")
    places = [text_of(shown).index(f"Panel {number}:") for number in ("I", "II", "III")]
    assert places == sorted(places)
    await guest.press("13.30 Panel II")
    await guest.wait_for("instansi vertikal")


@pytest.mark.parametrize(
    "data",
    ["agenda.session:panel-9", "agenda.day:2023-02-22", "agenda.day:kemarin", "agenda.day:2023-02-20:x"],
)
async def test_a_page_that_does_not_exist_leads_to_the_menu(rakor: Rakor, data: str) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/agenda")
    shown = await guest.wait_for("📅")
    answer = await guest.press_data(shown["message_id"], data)
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    await guest.wait_for("Selamat datang")


async def test_a_changed_agenda_is_the_one_that_shows(tmp_path: Path) -> None:
    changed = tmp_path / SAMPLE_EVENT.name
    document = SAMPLE_EVENT.read_text()
    changed.write_text(document.replace('title = "Makan malam dan ramah tamah"', 'title = "Malam budaya"'))
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (tmp_path / material.name).write_bytes(material.read_bytes())
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            guest = await rakor.control.user("Budi", language_code="id")
            await guest.say("/agenda")
            await guest.wait_for("Makan malam")
            await import_event(rakor.parts.database, changed)
        async with running(stage, settings) as rakor:
            guest = Chat(rakor.control, guest.user)
            await guest.say("/agenda")
            assert "Malam budaya" in text_of(await guest.wait_for("📅"))
