"""The report of a broadcast: who has got it, who has not, and why; also while it is being sent."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

from bot.rehearsal.chat import Chat, text_of
from data.reports.broadcasts import COLUMNS
from tests.broadcasts.stage import TEXT, previewed, sent, states
from tests.broadcasts.test_control import PEOPLE, at_rest, slow_bot
from tests.broadcasts.test_control import begun as under_way
from tests.rakor import Rakor, register


async def downloaded(rakor: Rakor, organiser: Chat) -> Workbook:
    await organiser.press("📊 Laporan")
    message = await organiser.wait_for(lambda message: "document" in message, timeout=15)
    assert message["document"]["file_name"].startswith("siaran-")
    return load_workbook(BytesIO(await rakor.control.file(message["document"]["file_id"])))


def receivers(book: Workbook) -> dict[str, tuple[object, ...]]:
    """Institution, province, state, time and cause, by name."""
    heading, *rows = book["Penerima"].iter_rows(values_only=True)
    assert list(heading) == [title for title, _ in COLUMNS]
    return {row[1]: row[2:] for row in rows}


def totals(book: Workbook) -> dict[str, object]:
    return {row[0]: row[1] for row in book["Ringkasan"].iter_rows(values_only=True)}


async def test_it_says_who_has_got_it_when_and_who_has_not_and_why(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
    await rakor.control.post("faults", method="sendMessage", kind="block", chat=people[1].id)
    await rakor.at("20 07:05")
    await previewed(organiser)
    await sent(rakor, organiser)
    book = await downloaded(rakor, organiser)
    rows = receivers(book)
    assert rows["Budi"][:3] == ("Kementerian Dalam Negeri", "", "Terkirim")
    assert isinstance(rows["Budi"][3], datetime)
    assert rows["Budi"][3].strftime("%d %H:%M") == "20 07:05"
    assert rows["Citra"][2:] == ("Gagal", rows["Citra"][3], "Memblokir bot")
    assert len(rows) == 3
    numbers = totals(book)
    assert (numbers["Jumlah penerima"], numbers["Terkirim"], numbers["Gagal"]) == (3, 2, 1)
    assert numbers["Siaran"] == TEXT
    assert numbers["Penerima"] == "semua peserta"


async def test_what_people_typed_never_becomes_a_formula(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    chat = await rakor.control.user("=1+1 A", language_code="id")
    await register(chat, "Kabid", "=cmd|' /C calc'!A0")
    await previewed(organiser, "=SUM(A1)")
    await sent(rakor, organiser)
    book = await downloaded(rakor, organiser)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"=1+1 A", "=cmd|' /C calc'!A0", "=SUM(A1)"} <= {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


async def test_it_can_be_had_while_it_is_being_sent(tmp_path: Path) -> None:
    async with slow_bot(tmp_path) as (rakor, _):
        organiser = await rakor.organiser()
        await under_way(rakor, organiser)
        await organiser.press("⏸ Jeda")
        await organiser.wait_for("⏸ Dijeda")
        await at_rest(rakor)
        book = await downloaded(rakor, organiser)
        said = [row[2] for row in receivers(book).values()]
        assert said.count("Terkirim") == states(rakor).count("sent") == totals(book)["Terkirim"]
        assert said.count("Menunggu") == states(rakor).count("waiting") == totals(book)["Menunggu"]
        assert len(said) == PEOPLE


async def test_recalled_messages_are_told_apart(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    people = [await rakor.participant(name) for name in ("Budi", "Citra")]
    await previewed(organiser)
    await sent(rakor, organiser)
    await rakor.control.post("faults", method="deleteMessage", kind="block", chat=people[1].id)
    await organiser.press("🗑 Tarik")
    await organiser.wait_for("Tarik siaran ini?")
    await organiser.press("Ya, tarik")
    await organiser.wait_for("🗑 Ditarik: 1 terhapus, 1 tidak bisa.")
    book = await downloaded(rakor, organiser)
    assert {name: row[2] for name, row in receivers(book).items()} == {
        "Budi": "Ditarik (terhapus)",
        "Citra": "Terkirim",
    }
    assert (totals(book)["Ditarik (terhapus)"], totals(book)["Terkirim"]) == (1, 1)


@pytest.mark.parametrize(
    ("language_code", "part"), [("id", "Laporan siaran"), ("en", "Report of a broadcast")]
)
async def test_its_caption_reminds_of_the_personal_data(rakor: Rakor, language_code: str, part: str) -> None:
    await rakor.participant()
    organiser = await rakor.control.user("Panitia", id=9001, language_code=language_code)
    await organiser.say(f"/siaran {TEXT}")
    await organiser.wait_for("☝️")
    await organiser.press("📣")
    await organiser.wait_for(lambda message: "✅" in text_of(message))
    await organiser.press("📊")
    shown = await organiser.wait_for(part)
    assert "personal data" in text_of(shown) or "data pribadi" in text_of(shown)
