"""The process dies in the middle of a broadcast: everybody gets it all the same, and hardly anybody twice."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.delivery.sender import IN_HAND
from bot.rehearsal.chat import Chat, Control
from data.migrations import SCHEMA_FOLDER, migrate
from tests.broadcasts.stage import TEXT, got
from tests.child import TOKEN, configuration, started
from tests.rakor import ORGANISER_ID, Rakor, emulated, register, running, until

PEOPLE, KILLS = 60, 3


def number_of(database: Path, states: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        (number,) = connection.execute(
            f"SELECT COUNT(*) FROM outbox WHERE kind = 'broadcast' AND state IN ({states})"  # noqa: S608
        ).fetchone()
    return int(number)


async def test_killed_again_and_again_it_reaches_each_of_the_chosen(tmp_path: Path) -> None:
    async with emulated() as stage, Control(stage.emulator.url, TOKEN) as control:
        quick = configuration(tmp_path, stage.emulator.url)
        people = [await control.user(f"Peserta {number:02}") for number in range(PEOPLE)]
        outsider = await control.user("Tamu")
        async with started("run", "--config", quick, folder=tmp_path):
            await outsider.say("/start")
            await outsider.wait_for("27/2022", timeout=30)
            await asyncio.gather(*map(register, people))
        slow = tmp_path / "slow.toml"
        text = quick.read_text(encoding="utf-8").replace("per_second = 0", "per_second = 20")
        slow.write_text(text, encoding="utf-8")
        database = tmp_path / "config.db"
        organiser = await control.user("Panitia", id=ORGANISER_ID, language_code="id")
        async with started("run", "--config", slow, folder=tmp_path) as child:
            await organiser.say(f"/siaran {TEXT}")
            await organiser.wait_for("☝️", timeout=30)
            await organiser.press(f"Kirim ke {PEOPLE}", wait=10)
            await until(lambda: number_of(database, "'sent'") >= 5)
            child.send(signal.SIGKILL)
        for _ in range(1, KILLS):
            target = number_of(database, "'sent'") + 5
            assert target <= PEOPLE
            async with started("run", "--config", slow, folder=tmp_path) as child:
                await until(lambda: number_of(database, "'sent'") >= target, 30)  # noqa: B023 - awaited in the same turn
                child.send(signal.SIGKILL)
        async with started("run", "--config", slow, folder=tmp_path):
            await until(lambda: number_of(database, "'waiting', 'sending'") == 0, 30)
            page = await organiser.wait_for("✅ Selesai", timeout=20)
        assert f"Terkirim {PEOPLE}, gagal 0" in page["text"]
        names = await got([*people, outsider])
        assert set(names) == {chat.user["first_name"] for chat in people}
        assert len(names) <= PEOPLE + KILLS * IN_HAND
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_one_that_the_version_before_was_sending_goes_on(tmp_path: Path) -> None:
    """Its database had no streams: half is sent when the program is replaced."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            people = [await rakor.participant(name) for name in ("Budi", "Citra")]
        old = tmp_path / "old"
        old.mkdir()
        _as_before(settings.database.path, old, [chat.id for chat in people])
        async with running(stage, settings) as rakor:
            again = [Chat(rakor.control, chat.user) for chat in people]
            await again[1].wait_for(TEXT, after=0)
            assert await got(again) == ["Citra"]
            await until(lambda: _done(rakor))
            organiser = await rakor.organiser()
            await organiser.say("/siaran")
            await organiser.wait_for("tulis yang baru")
            await organiser.press(TEXT)
            await organiser.wait_for("Terkirim 2, gagal 0, menunggu 0")


def _done(rakor: Rakor) -> bool:
    return [row["state"] for row in rakor.rows("SELECT state FROM broadcasts")] == ["done"]


def _as_before(path: Path, folder: Path, people: list[int]) -> None:
    """The file as the version before left it, with the same people and a broadcast half sent."""
    for script in sorted(SCHEMA_FOLDER.glob("*.sql"))[:8]:
        (folder / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    new, older = path, path.with_name("older.db")
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        migrate(connection, older, folder)
        connection.execute("ATTACH ? AS new", (str(new),))
        connection.execute("BEGIN")
        for table in ("facts", "inbox", "events", "rooms", "sessions", "chats", "participants"):
            rows = connection.execute(f"PRAGMA table_info({table})")
            columns = ", ".join(row[1] for row in rows)
            connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608
        connection.execute(
            "INSERT INTO broadcasts"
            " (id, event_id, author_chat_id, update_id, html, state, created_at, recipients)"
            " VALUES (5, 1, 9001, 1, ?, 'confirmed', 0, 2)",
            (TEXT,),
        )
        for chat, state in zip(people, ("sent", "waiting"), strict=True):
            connection.execute(
                "INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, state, finished_at)"
                " VALUES (?, 'broadcast', '5', ?, 3, 0, ?, 1)",
                (f"broadcast:5:{chat}", chat, state),
            )
        connection.execute("COMMIT")
        connection.execute("DETACH new")
    for file in (new, new.with_name(f"{new.name}-wal"), new.with_name(f"{new.name}-shm")):
        file.unlink(missing_ok=True)
    older.rename(new)
