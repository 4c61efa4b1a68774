"""Anonymous answers: one a person and subject, and joined to nobody by anything in the database file."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.chat import Chat, Json, buttons
from data import anonymity
from data.anonymity import Anonymity, KeyFileError
from tests.rakor import Rakor, emulated, running, until

SESSION_ID = "panel-1"
COMMENT = "Paparan terlalu cepat, mohon diperlambat"
BUDI_ID, SITI_ID = 620_417_993_115, 620_417_993_116


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def cells(path: Path) -> Iterator[tuple[str, str, object]]:
    """Table, column and value of everything in a database file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names from the schema
                yield from ((table, column, row[column]) for column in row.keys())  # noqa: SIM118 - a sqlite3.Row


async def open_form(chat: Chat) -> Json:
    """Its first question, through the list of sessions, as a person gets there."""
    await chat.say("/nilai")
    await chat.wait_for("ingin Bapak/Ibu nilai")
    await chat.press(f"feedback.open:{SESSION_ID}")
    return await chat.wait_for("1/5")


async def rate(chat: Chat, rating: int, comment: str | None = None) -> None:
    await open_form(chat)
    await chat.press(str(rating), exact=True)
    await chat.wait_for("2/5")
    if comment:
        for step in ("3/5", "4/5", "5/5"):
            await chat.press("Lewati")
            await chat.wait_for(step)
        await chat.say(comment)
        await chat.wait_for(comment)


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "rakor.db.key"
    with umask(0):
        anonymity.load(path)
    assert list(tmp_path.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "rakor.db.key"
    first = anonymity.load(path)
    assert len(first.key) == 32
    assert anonymity.load(path) == first
    assert anonymity.load(tmp_path / "other.key") != first


def test_the_key_lies_beside_the_database() -> None:
    assert anonymity.key_file(Path("var/rakor.db")) == Path("var/rakor.db.key")


@pytest.mark.parametrize("content", ["", "ab" * 16, "no key, but a letter"])
def test_a_file_without_a_key_is_not_taken_for_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rakor.db.key"
    path.write_text(content)
    with pytest.raises(KeyFileError, match=r"rakor\.db\.key"):
        anonymity.load(path)
    assert path.read_text() == content


def test_the_same_person_and_subject_give_the_same_row() -> None:
    key = Anonymity(b"k" * 32)
    assert key.answer_key(7, "feedback:1:panel-1") == Anonymity(b"k" * 32).answer_key(7, "feedback:1:panel-1")


@pytest.mark.parametrize(
    ("chat_id", "subject", "key"),
    [
        (8, "feedback:1:panel-1", b"k" * 32),
        (7, "feedback:1:panel-2", b"k" * 32),
        (7, "feedback:2:panel-1", b"k" * 32),
        (7, "feedback:1:panel-1", b"l" * 32),
    ],
    ids=["person", "session", "event", "key"],
)
def test_anything_else_gives_another_row(chat_id: int, subject: str, key: bytes) -> None:
    answer = Anonymity(b"k" * 32).answer_key(7, "feedback:1:panel-1")
    assert Anonymity(key).answer_key(chat_id, subject) != answer


@pytest.mark.parametrize(
    ("instant", "hour"), [(7200.0, 7200), (7200.1, 7200), (10_799.9, 7200), (10_800.0, 10_800)]
)
def test_the_time_of_an_answer_is_the_hour_it_lies_in(instant: float, hour: int) -> None:
    assert anonymity.rounded(instant) == hour


async def test_nothing_in_the_file_joins_a_person_to_an_answer(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.participant("Budi Santoso", id=BUDI_ID)
            siti = await rakor.participant("Siti Rahmawati", id=SITI_ID)
            await rakor.at("20 10:35")
            code = await rakor.code(SESSION_ID)
            for chat in (budi, siti):
                await chat.say(code)
                await chat.wait_for("Hadir tercatat")
            await rakor.at("20 12:17")
            await rate(budi, 2, COMMENT)
            await rate(siti, 5)

    path = settings.database.path
    rows = list(cells(path))
    feedback = [(column, value) for table, column, value in rows if table == "feedback_answers"]
    assert [value for column, value in feedback if column == "hour"] == [1_676_865_600] * 3
    assert {column for column, _ in feedback} == {
        "answer_key",
        "question",
        "event_id",
        "session_id",
        "value",
        "text",
        "hour",
    }
    assert [(table, column) for table, column, value in rows if COMMENT in str(value)] == [
        ("feedback_answers", "text")
    ]
    assert not any("feedback.give" in str(value) for _, _, value in rows)
    assert path.read_bytes().count(COMMENT.encode()) == 1
    key = anonymity.key_file(path).read_text()
    assert not any(key in str(value) or bytes.fromhex(key) == value for _, _, value in rows)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.OperationalError, match="rowid"):
        connection.execute("SELECT rowid FROM feedback_answers")  # it would tell the order of the answers


async def test_an_answer_that_the_network_delayed_leaves_no_trace_of_the_rating(rakor: Rakor) -> None:
    budi = await rakor.participant(id=BUDI_ID)
    await rakor.at("20 12:17")
    await open_form(budi)
    await budi.press("2", exact=True)
    await budi.wait_for("2/5")
    await rakor.control.post("faults", method="editMessageText", kind="disconnect")
    await budi.press("Kembali")
    await budi.wait_for(lambda message: "● 2" in buttons(message))
    async with asyncio.timeout(10):
        while rakor.rows("SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')"):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert [cell for cell in cells(rakor.settings.database.path) if "● 2" in str(cell[2])] == []


async def test_an_answer_that_waits_for_the_network_shows_nothing_of_the_rating(rakor: Rakor) -> None:
    budi = await rakor.participant(id=BUDI_ID)
    await rakor.at("20 12:17")
    await open_form(budi)
    await budi.press("2", exact=True)
    await budi.wait_for("2/5")
    await rakor.control.post("faults", method="editMessageText", kind="disconnect", times=50)
    await budi.press("Kembali")
    async with asyncio.timeout(10):
        while not (late := rakor.rows("SELECT subject FROM outbox WHERE kind = 'direct_answer'")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    secret = anonymity.load(anonymity.key_file(rakor.settings.database.path))
    assert "● 2" in str(json.loads(secret.unseal_text(late[0]["subject"])))
    assert [cell for cell in cells(rakor.settings.database.path) if "● 2" in str(cell[2])] == []


async def test_whoever_is_about_to_comment_is_not_told_by_form_message_or_instant(rakor: Rakor) -> None:
    budi = await rakor.participant(id=BUDI_ID)
    await rakor.at("20 12:17")
    page = await open_form(budi)
    for step in ("2/5", "3/5", "4/5", "5/5"):
        await budi.press("Lewati")
        await budi.wait_for(step)
    (row,) = rakor.rows("SELECT * FROM dialogs")
    assert (row["chat_id"], row["updated_at"]) == (BUDI_ID, 0)
    assert not any(
        one in row["draft"] for one in (SESSION_ID, "komentar", f'"message": {page["message_id"]}')
    )


async def test_what_was_written_before_is_not_left_in_the_file_or_its_log(tmp_path: Path) -> None:
    """As bytes: pages that were freed or filled anew, and the log that SQLite keeps beside the file."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            people = [await rakor.participant(f"Peserta {at}") for at in range(6)]
            await rakor.at("20 12:17")
            for at, chat in enumerate(people):
                await rate(chat, 1 + at % 5, f"{COMMENT} {at}")
            await until(lambda: rakor.rows("SELECT 1 FROM inbox WHERE handled = 0") == [])
            await until(
                lambda: rakor.rows("SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')") == []
            )
            await rakor.parts.database.empty_log()
            found = {name: (tmp_path / name).read_bytes() for name in ("rakor.db", "rakor.db-wal")}
    assert found["rakor.db-wal"] == b""
    assert found["rakor.db"].count(COMMENT.encode()) == len(people)
    for said in (b"feedback.give", b"feedback.open", b"callback_query"):
        assert said not in found["rakor.db"]


@given(st.text(max_size=3000), st.binary(min_size=32, max_size=32))
def test_a_sealed_text_opens_with_its_key_alone(text: str, key: bytes) -> None:
    secret = Anonymity(key)
    sealed = secret.seal_text(text)
    assert secret.unseal_text(sealed) == text
    assert sealed != secret.seal_text(text)
    assert len(sealed) // 2 % 1024 == len(Anonymity(key).seal_text("")) // 2 % 1024
    with pytest.raises(ValueError, match="another key"):
        Anonymity(key[1:] + bytes([key[0] ^ 1])).unseal_text(sealed)


async def test_changing_ones_mind_replaces_the_answer(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await rakor.at("20 12:17")
    await rate(budi, 2)
    await budi.press("Kembali")
    await budi.wait_for("1/5")
    await budi.press("4", exact=True)
    await budi.wait_for("2/5")
    assert [row["value"] for row in rakor.rows("SELECT value FROM feedback_answers")] == [4]


async def test_with_another_key_the_same_person_gives_another_answer(tmp_path: Path) -> None:
    """Whoever loses the key loses the way back to the answers, and nothing else."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.participant()
            await rakor.at("20 12:17")
            await rate(budi, 2)
        anonymity.key_file(settings.database.path).unlink()
        async with running(stage, settings) as rakor:
            await rate(Chat(rakor.control, budi.user), 4)
            ratings = [
                row["value"] for row in rakor.rows("SELECT value FROM feedback_answers ORDER BY value")
            ]
    assert ratings == [2, 4]


async def test_who_is_deleted_takes_the_answers_along(rakor: Rakor) -> None:
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await rakor.at("20 12:17")
    await rate(budi, 2, COMMENT)
    await rate(siti, 5)
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus semua data")
    await budi.press("profile.delete_yes")
    await budi.wait_for("telah dihapus")
    assert [row["value"] for row in rakor.rows("SELECT value FROM feedback_answers")] == [5]
