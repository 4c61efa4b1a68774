"""Meetings that take attendance in other ways than the sample, and people at their doors."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat
from tests.rakor import Rakor, emulated, running

HEADING = ("Nama", "NIP", "Jabatan", "Instansi", "Wilayah", "No. Undangan", "Kode Undangan")


def event_with(folder: Path, sessions: Mapping[str, str] | None = None, attendance: str = "") -> Path:
    """The sample with more keys: by session id, and in [event.attendance]."""
    text = SAMPLE_EVENT.read_text(encoding="utf-8")
    for session_id, keys in (sessions or {}).items():
        assert f'id = "{session_id}"\n' in text
        text = text.replace(f'id = "{session_id}"\n', f'id = "{session_id}"\n{keys}\n')
    if attendance:
        text = text.replace("[[rooms]]", f"[event.attendance]\n{attendance}\n\n[[rooms]]", 1)
    path = folder / "acara.toml"
    path.write_text(text, encoding="utf-8")
    return path


@asynccontextmanager
async def meeting(
    folder: Path, sessions: Mapping[str, str] | None = None, attendance: str = ""
) -> AsyncIterator[Rakor]:
    """The bot on the sample with those keys, at seven on the first day."""
    async with emulated() as stage:
        settings = stage.settings(folder, event_with(folder, sessions, attendance))
        async with running(stage, settings) as rakor:
            yield rakor


def workbook(rows: Sequence[Sequence[object]], heading: Sequence[str] = HEADING) -> bytes:
    """An invited list as a committee sends it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (heading, *rows):
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


async def import_list(organiser: Chat, *rows: Sequence[object]) -> None:
    """The organiser sends the invited list to the bot."""
    await organiser.send("document", data=workbook(rows), file_name="Undangan.xlsx")
    await organiser.wait_for("Daftar undangan tersimpan")


def card_of(rakor: Rakor, name: str) -> str:
    """The payload on the card of the person of that name."""
    (row,) = rakor.rows(
        "SELECT c.token FROM cards c JOIN people p ON p.id = c.attendee_id WHERE p.name = ?", name
    )
    return f"kartu-{row['token']}"


async def hired(rakor: Rakor, organiser: Chat, name: str = "Petugas Pintu", **fields: Any) -> Chat:
    """Somebody whom the organiser has made a helper, by the link."""
    await organiser.say("/petugas")
    shown = await organiser.wait_for("Petugas absensi")
    payload = next(
        word.partition("?start=")[2] for word in shown["text"].split() if "?start=petugas-" in word
    )
    helper = await rakor.control.user(name, **fields)
    await helper.say(f"/start {payload}")
    await helper.wait_for("Undangan menjadi petugas")
    await helper.press("Bersedia")
    await helper.wait_for("Bapak/Ibu petugas absensi")
    return helper
