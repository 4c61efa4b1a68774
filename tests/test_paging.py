"""Events larger than the sample: lists by the page, texts in several messages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.rehearsal.chat import buttons, text_of
from handlers.callback import StaleButtonError
from handlers.paging import page_of, pieces
from handlers.texts import plain, units
from tests.rakor import ORGANISER_ID, Stage, emulated, running

SESSIONS = 40
LONG = "Lokakarya penguatan kapasitas aparatur bidang kewaspadaan dan ketahanan sosial ekonomi budaya"

HEAD = """
[event]
code = "besar"
title = "Rapat Kerja Besar"
short_title = "Raker Besar"
host = "Panitia"
timezone = "Asia/Jakarta"
first_day = 2023-02-20
last_day = 2023-02-20
[event.venue]
name = "Balai"
city = "Bandung"
"""

ROOM = """
[[rooms]]
id = "ruang-{number}"
name = "Ruang {number}"
"""

SESSION = """
[[sessions]]
id = "sesi-{number}"
kind = "discussion"
title = "{title} {number}"
start = 2023-02-20T{hour:02}:00:00
end = 2023-02-20T{hour:02}:50:00
room = "ruang-{room}"
attendance = true
feedback = true
materials = [{{ title = "Bahan {number}", file = "bahan-{number}.pdf" }}]
"""

FAQ = """
[[faq]]
id = "faq-{number}"
question = "Pertanyaan nomor {number}?"
answer = "Jawaban {number}"
"""


def large_event(folder: Path) -> Path:
    rooms = [ROOM.format(number=number) for number in range(4)]
    sessions = [
        SESSION.format(number=number, title=LONG, hour=8 + number // 4, room=number % 4)
        for number in range(SESSIONS)
    ]
    questions = [FAQ.format(number=number) for number in range(150)]
    path = folder / "besar.toml"
    path.write_text(HEAD + "".join([*rooms, *sessions, *questions]))
    return path


@pytest.mark.parametrize("command", ["/agenda", "/kode", "/materi", "/faq", "/nilai", "/panel", "/sekarang"])
async def test_a_large_event_is_shown_whole(tmp_path: Path, command: str) -> None:
    async with emulated("2023-02-20T23:00:00+07:00") as stage, large(stage, tmp_path) as rakor:
        organiser = await rakor.control.user("Panitia", id=ORGANISER_ID, language_code="id")
        await organiser.say(command)
        last = await organiser.wait_for(lambda message: "🏠 Menu" in buttons(message))
        assert len(buttons(last)) <= 100
        if command in ("/agenda", "/kode"):
            shown = "\n".join([text_of(message) for message in await organiser.messages()])
            for number in range(SESSIONS):
                assert re.search(rf"{LONG} {number}\b", shown)


def large(stage: Stage, folder: Path):  # type: ignore[no-untyped-def]  # the context manager of ``running``
    return running(stage, stage.settings(folder, large_event(folder)))


async def test_the_pages_of_a_long_list_are_turned(tmp_path: Path) -> None:
    async with emulated() as stage, large(stage, tmp_path) as rakor:
        budi = await rakor.control.user("Budi", language_code="id")
        await budi.say("/faq")
        first = await budi.wait_for("Pertanyaan yang sering")
        assert "Pertanyaan nomor 12?" not in buttons(first)
        await budi.press("2/13 ▶")
        second = await budi.wait_for(lambda message: "Pertanyaan nomor 12?" in buttons(message))
        assert second["message_id"] == first["message_id"]
        await budi.press("◀ 1/13")
        await budi.wait_for(lambda message: "Pertanyaan nomor 0?" in buttons(message))


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=60)),
    st.integers(130, 400),
)
def test_pieces_fit_and_leave_nothing_out(lines: list[str], limit: int) -> None:
    text = Markup("\n").join(Markup("<b>{}</b>").format(line) for line in lines)
    found = pieces(text, limit)
    assert all(units(plain(piece)) <= limit for piece in found)
    assert Markup("\n").join(found) == text


def test_a_text_that_fits_with_its_markup_read_is_one_message() -> None:
    text = escape("<" * 4096)
    assert pieces(text) == [text]


@pytest.mark.parametrize("argument", ["0", "-1", "x", "", "1" * 30])
def test_what_is_no_page_is_a_stale_button(argument: str) -> None:
    with pytest.raises(StaleButtonError):
        page_of(range(30), argument)


def test_beyond_the_last_page_is_the_last() -> None:
    assert list(page_of(range(30), "99", 12).entries) == list(range(24, 30))
