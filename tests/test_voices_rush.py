"""A hall of 300 asks 150 questions and votes 4,000 times, while the bot is killed and Telegram fails: each
vote counts once, and the wall on the projector, which nobody touches meanwhile, is right in the end."""

from __future__ import annotations

import asyncio
import random
import signal
import socket
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.control.acts import say
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.pressing import press
from data import chats, participants
from data.database import Database, Transaction
from tests.child import TOKEN, Child, configuration, started
from tests.rakor import ORGANISER_ID, Stage, emulated

PEOPLE, QUESTIONS, VOTES, REPEATED = range(100_001, 100_301), 150, 3_000, 1_000
KILLS = 4
PATIENCE_SECONDS = 60.0
PANEL = "panel-1"
MENU = 1
"""The message whose buttons are pressed: any data may be, as a forged client could."""


@dataclass(frozen=True)
class Vote:
    chat_id: int
    question: int
    """Which one of the questions in the order in which they were asked."""
    wanted: str


@dataclass
class Hall:
    stage: Stage
    control: Control
    folder: Path
    config: Path
    dice: random.Random
    update_ids: set[int] = field(default_factory=set)
    cut_off: int = 0
    """How many updates were not handled yet when the bot was killed."""

    @property
    def database(self) -> Path:
        return self.folder / "config.db"

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql, values).fetchall()

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Child]:
        self.stage.emulator.state.first_poll.clear()
        async with started("run", "--config", self.config, folder=self.folder) as child:
            await self.stage.emulator.first_poll()
            yield child

    async def killed_while(self, acts: Sequence[Callable[[], Any]]) -> None:
        """The acts in this order; ``kill -9`` hits the bot at some instant amid them."""
        half = len(acts) // 2
        async with self.bot() as child:
            await self._act(acts[:half])
            await asyncio.sleep(self.dice.uniform(0, 0.5))
            child.send(signal.SIGKILL)
            self.cut_off += len(self.update_ids - self._handled())
            await self._act(acts[half:])

    async def _act(self, acts: Sequence[Callable[[], Any]]) -> None:
        for at, act in enumerate(acts):
            await act()
            if at % 16 == 0:
                await asyncio.sleep(0)

    async def say(self, chat_id: int, text: str) -> None:
        fields = Fields({"bot": TOKEN, "user": chat_id, "text": text})
        self.update_ids.add(say(self.stage.emulator.state, fields)["update_id"])

    async def press(self, chat_id: int, data: str) -> None:
        fields = {"bot": TOKEN, "user": chat_id, "message_id": MENU, "data": data, "wait": 0}
        pressed = await press(self.stage.emulator.state, Fields(fields))
        self.update_ids.add(pressed["update_id"])

    async def fail(self) -> None:
        most = {"editMessageText": 9, "answerCallbackQuery": 9, "sendMessage": 9, "getUpdates": 1}
        for method, times in most.items():
            kind = self.dice.choice(("500", "disconnect", "html502"))
            await self.control.post("faults", method=method, kind=kind, times=self.dice.randint(1, times))

    async def is_at_rest(self) -> None:
        """Everything that was said and pressed has been handled."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self.update_ids <= self._handled():  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.05)

    def _handled(self) -> set[int]:
        return {one for (one,) in self.rows("SELECT update_id FROM inbox WHERE handled = 1")}


def register_all(tx: Transaction) -> None:
    for chat_id in PEOPLE:
        chats.meet(tx, chat_id, "id")
        fields = {"position": "Kepala", "institution": "Kesbangpol", "region_code": None}
        participants.register(tx, 1, chat_id, name=f"Nama {chat_id}", consented_at=0, now=0, **fields)


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@asynccontextmanager
async def hall(folder: Path, seed: int) -> AsyncIterator[Hall]:
    """Everybody is registered, Panel I is running, and the wall has one address all the time."""
    async with emulated("2023-02-20T10:40:00+08:00") as stage, Control(stage.emulator.url, TOKEN) as control:
        await control.post("settings", slow_repeated_polls=False)
        config = configuration(folder, stage.emulator.url)
        config.write_text(config.read_text() + f"[web]\nport = {free_port()}\n")
        made = Hall(stage, control, folder, config, random.Random(seed))
        async with made.bot():
            pass
        database = await Database.open(made.database)
        await database.write(register_all)
        await database.close()
        for chat_id in PEOPLE:
            await control.user(f"Peserta {chat_id}", id=chat_id, language_code="id")
        yield made


async def asked(hall: Hall, organiser: Chat) -> list[int]:
    """Every other one of them anonymously; killed amid it. Their ids in the order of the people."""
    async with hall.bot():
        await organiser.say("/moderasi")
        await organiser.wait_for("setelah disetujui")
        await organiser.press("Tampil langsung")
        await organiser.wait_for("langsung tampil")
        for chat_id in PEOPLE:
            await hall.say(chat_id, "/tanya")
        await hall.is_at_rest()
    acts: list[Callable[[], Any]] = []
    for at, chat_id in enumerate(PEOPLE[:QUESTIONS]):
        how = "anonymous" if at % 2 else "named"
        acts.append(lambda chat_id=chat_id, at=at: hall.say(chat_id, f"/tanya {text_of_question(at)}"))
        acts.append(lambda chat_id=chat_id, how=how: hall.press(chat_id, f"ask.send:{how}"))
    await hall.killed_while(acts)
    async with hall.bot():
        await hall.is_at_rest()
    ids = {text: one for one, text in hall.rows("SELECT id, text FROM panel_questions")}
    assert len(hall.rows("SELECT id FROM panel_questions")) == len(ids) == QUESTIONS
    return [ids[text_of_question(at)] for at in range(QUESTIONS)]


def text_of_question(at: int) -> str:
    return f"Pertanyaan bertanda q{at:03}z tentang anggaran?"


def chosen(dice: random.Random) -> list[Vote]:
    """In random order, some more than once, some taken back and given again; also for one's own question."""
    favourites = [1 / (1 + at % 23) for at in range(QUESTIONS)]
    votes = [
        Vote(dice.choice(PEOPLE), question, dice.choices(("on", "off"), (5, 1))[0])
        for question in dice.choices(range(QUESTIONS), favourites, k=VOTES)
    ]
    votes += dice.choices(votes, k=REPEATED)
    dice.shuffle(votes)
    return votes


def counted(votes: Sequence[Vote]) -> set[tuple[int, int]]:
    """Who votes for which question in the end: the last press of each counts, and none for one's own."""
    last = {(one.question, one.chat_id): one.wanted for one in votes}
    own = {(at, chat_id) for at, chat_id in enumerate(PEOPLE[:QUESTIONS])}
    return {one for one, wanted in last.items() if wanted == "on"} - own


@pytest.mark.browser
@pytest.mark.parametrize("seed", [8])
async def test_every_vote_counts_once_and_the_wall_is_right(
    tmp_path: Path, chromium: Browser, seed: int
) -> None:
    async with hall(tmp_path, seed) as made:
        organiser = await made.control.user("Panitia", id=ORGANISER_ID, language_code="id")
        ids = await asked(made, organiser)
        votes = chosen(made.dice)
        page = await wall_page(made, chromium)
        share = len(votes) // KILLS
        for at in range(KILLS):
            acts = [
                lambda one=one: made.press(one.chat_id, f"ask.vote:{ids[one.question]}:{one.wanted}:0")
                for one in votes[at * share : (at + 1) * share]
            ]
            await made.fail()
            await made.killed_while(acts)
        async with made.bot():
            await made.is_at_rest()
            wanted = {(ids[question], chat_id) for question, chat_id in counted(votes)}
            assert set(made.rows("SELECT question_id, chat_id FROM question_votes")) == wanted
            numbers = Counter(question for question, _ in wanted)
            await is_right(page, made, ids, numbers)
            await put_on_the_stage(organiser, made, ids, numbers)
            await is_right(page, made, ids, numbers, answering=ids[0], pinned=ids[1])
        assert made.cut_off > 0
        assert made.rows("PRAGMA integrity_check") == [("ok",)]
        assert made.rows("SELECT * FROM inbox WHERE failure IS NOT NULL") == []
        await page.close()


async def wall_page(hall: Hall, chromium: Browser) -> Page:
    """Opened once; whatever becomes of the bot, it has to find back by itself."""
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    page = await chromium.new_page(viewport={"width": 1920, "height": 1080})
    async with hall.bot():
        ((base,),) = hall.rows("SELECT value FROM facts WHERE name = 'wall_address'")
        ((secret,),) = hall.rows("SELECT secret FROM walls WHERE room = 'ballroom'")
        await page.goto(f"{base}/{secret}")
        await expect(page.locator(".ranked .total")).to_contain_text(f"{QUESTIONS} pertanyaan")
    return page


async def put_on_the_stage(organiser: Chat, hall: Hall, ids: list[int], numbers: Counter[int]) -> None:
    revisions = dict(hall.rows("SELECT id, revision FROM panel_questions"))
    for data in (f"mod.set:{ids[0]}:{revisions[ids[0]]}:asked", f"mod.pin:{ids[1]}:{revisions[ids[1]]}:on"):
        await organiser.press_data((await organiser.last())["message_id"], data)


async def is_right(
    page: Page,
    hall: Hall,
    ids: list[int],
    numbers: Counter[int],
    answering: int | None = None,
    pinned: int | None = None,
) -> None:
    """What the projector shows is what the votes come to; equal ones stand in the order of the table."""
    on_stage = [one for one in (answering, pinned) if one is not None]
    order = sorted((one for one in ids if one not in on_stage), key=lambda one: (-numbers[one], one))
    rows = page.locator(".ranked li")
    mark = {one: f"q{at:03}z" for at, one in enumerate(ids)}
    for at, one in enumerate(order[: await rows.count()]):
        await expect(rows.nth(at)).to_contain_text(mark[one])
        await expect(rows.nth(at).locator("b")).to_have_text(str(numbers[one]))
    assert await rows.count() > 1
    stage = page.locator(".stage blockquote")
    await expect(stage).to_have_count(len(on_stage))
    for at, (one, label) in enumerate(zip(on_stage, ("Sedang dijawab", "Pilihan moderator"), strict=False)):
        await expect(stage.nth(at)).to_contain_text(label)
        await expect(stage.nth(at)).to_contain_text(mark[one])
        await expect(stage.nth(at)).to_contain_text(f"{numbers[one]} suara")
    text = await page.locator("main").inner_text()
    anonymous = {f"Nama {chat_id}" for chat_id in PEOPLE[1:QUESTIONS:2]}
    assert not any(name in text for name in anonymous)
