"""``/peserta``: who is registered, in the chat and as a workbook."""

from __future__ import annotations

import asyncio
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, buttons, text_of
from data.eventfile import load
from data.participants import Participant
from data.reports.participants import COLUMNS, workbook
from tests.rakor import Rakor, register

EVENT = load(SAMPLE_EVENT)
TYPED = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=120)


def sheet_of(content: bytes) -> Worksheet:
    sheet = load_workbook(BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


async def downloaded(rakor: Rakor, organiser: Chat) -> Worksheet:
    """The workbook that the button under ``/peserta`` brings."""
    await organiser.say("/peserta")
    await organiser.wait_for("👥")
    await organiser.press("XLSX")
    message = await organiser.wait_for(lambda message: "document" in message)
    assert message["document"]["file_name"] == "peserta-polpum-2023.xlsx"
    return sheet_of(await rakor.control.file(message["document"]["file_id"]))


@pytest.mark.parametrize(
    ("language_code", "total", "page_of", "nobody"),
    [
        ("id", "Peserta terdaftar: 12", "halaman 2 dari 2", "Belum ada yang mendaftar"),
        ("en", "Registered participants: 12", "page 2 of 2", "Nobody has registered yet"),
    ],
)
async def test_the_list_turns_its_pages_in_order_of_names(
    rakor: Rakor, language_code: str, total: str, page_of: str, nobody: str
) -> None:
    organiser = await rakor.control.user("Panitia", id=9001, language_code=language_code)
    await organiser.say("/peserta")
    assert buttons(await organiser.wait_for(nobody)) == ["🏠 Menu"]
    names = [f"Peserta {letter}" for letter in "LKJIHGFEDCBA"]
    people = [await rakor.control.user(name, language_code="id") for name in names]
    await asyncio.gather(*map(register, people))
    await organiser.say("/peserta")
    first = await organiser.wait_for(total)
    lines = text_of(first).splitlines()
    shown = [line for line in lines if "Peserta " in line and line[0].isdigit()]
    assert shown == [f"{place}. Peserta {letter}" for place, letter in enumerate("ABCDEFGHIJ", start=1)]
    assert "◀" not in buttons(first)
    await organiser.press("▶")
    second = await organiser.wait_for(page_of)
    assert second["message_id"] == first["message_id"]
    assert "11. Peserta K" in text_of(second)
    assert "▶" not in buttons(second)
    await organiser.press("◀")
    await organiser.wait_for("1. Peserta A")


async def test_markup_in_a_name_shows_as_written(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant('<b>&"')
    await organiser.say("/peserta")
    await organiser.wait_for('1. <b>&"')


async def test_the_workbook_holds_everybody_and_only_text(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    typed = [("=1+1 A", "+62 Kabid", "@SUM(A1)"), ("-2+3 B", "=cmd|' /C calc'!A0", "https://contoh.go.id")]
    for name, position, institution in typed:
        chat = await rakor.control.user(name, language_code="id")
        await register(chat, position, institution)
    sheet = await downloaded(rakor, organiser)
    heading, *rows = sheet.iter_rows()
    assert [cell.value for cell in heading] == [title for title, _ in COLUMNS]
    assert sorted(tuple(cell.value for cell in row[1:4]) for row in rows) == sorted(typed)
    assert {cell.data_type for row in rows for cell in row[1:4]} == {"s"}
    assert not any(cell.hyperlink for row in rows for cell in row)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F3"


async def test_the_workbook_names_the_region_and_the_time_of_the_event(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.control.user("Budi", language_code="id")
    await budi.say("/start")
    await budi.wait_for("27/2022")
    await budi.press("Setuju")
    await budi.wait_for("Langkah 1")
    for answer, following in (
        ("Budi", "Langkah 2"),
        ("Kabid", "Langkah 3"),
        ("Kesbangpol Kota Balikpapan", "Wilayah mana"),
    ):
        await budi.say(answer)
        await budi.wait_for(following)
    await budi.press("registration.region:64.71")
    await budi.wait_for("Sudah benar")
    await rakor.at("20 07:20")
    await budi.press("Simpan")
    await budi.wait_for("tersimpan")
    sheet = await downloaded(rakor, organiser)
    row = [cell.value for cell in sheet[2]]
    assert row[0] == 1
    assert "Kota Balikpapan" in str(row[4])
    assert str(row[5]).startswith("2023-02-20 07:20")


@pytest.mark.parametrize(
    ("language_code", "part"), [("id", "Berisi data pribadi"), ("en", "Contains personal data")]
)
async def test_the_caption_reminds_of_the_personal_data(rakor: Rakor, language_code: str, part: str) -> None:
    organiser = await rakor.control.user("Panitia", id=9001, language_code=language_code)
    await rakor.participant()
    await organiser.say("/peserta")
    await organiser.wait_for("👥")
    await organiser.press("XLSX")
    await organiser.wait_for(part)


async def test_a_new_workbook_is_made_each_time(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant("Budi")
    assert (await downloaded(rakor, organiser)).max_row == 2
    await rakor.participant("Citra")
    assert (await downloaded(rakor, organiser)).max_row == 3


@pytest.mark.parametrize("message", ["/peserta", "/kode"])
async def test_organisers_commands_do_not_exist_for_participants(rakor: Rakor, message: str) -> None:
    budi = await rakor.participant()
    await budi.say(message)
    shown = await budi.wait_for("tidak dikenal")
    assert "Budi" not in text_of(shown)


@pytest.mark.parametrize(
    "data", ["participants", "participants.page:1", "participants.workbook", "attendance.codes"]
)
async def test_forged_buttons_open_nothing_for_participants(rakor: Rakor, data: str) -> None:
    budi = await rakor.participant()
    await budi.press_data((await budi.last())["message_id"], data)
    await budi.wait_for("tidak dikenal")
    assert await rakor.control.calls(method="sendDocument") == []


@pytest.mark.parametrize("page", ["0", "-1", "x", ""])
async def test_a_page_that_is_no_number_leads_to_the_menu(rakor: Rakor, page: str) -> None:
    organiser = await rakor.organiser()
    last = await organiser.last()
    answer = await organiser.press_data(last["message_id"], f"participants.page:{page}")
    assert answer is not None
    assert "tidak berlaku" in answer["text"]


async def test_a_page_beyond_the_last_is_the_last(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    last = await organiser.last()
    await organiser.press_data(last["message_id"], "participants.page:999")
    await organiser.wait_for("Peserta terdaftar: 1")


async def test_a_page_of_the_longest_names_fits_a_message(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    longest = "𝐁" * 120
    people = [await rakor.control.user(f"Peserta {number}", language_code="id") for number in range(10)]
    await asyncio.gather(*(register(chat, longest, longest) for chat in people))
    await organiser.say("/peserta")
    await organiser.wait_for("Peserta terdaftar: 10", timeout=1)


@given(TYPED, TYPED, TYPED)
def test_whatever_was_typed_is_read_back_from_the_workbook(
    name: str, position: str, institution: str
) -> None:
    person = Participant(1, name, position, institution, None, 1, EVENT.sessions[0].start.timestamp())
    sheet = sheet_of(workbook(EVENT, [person]))
    assert [cell.value for cell in sheet[2]][1:4] == [name, position, institution]
