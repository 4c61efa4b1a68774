"""The command line, as an operator has it: real processes, their exit codes, and what they print."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.asking import BatchError, answer_batch, score_batch
from bot.config import TOKEN_VARIABLE
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Control
from data import inbox, outbox
from data.database import Database, Transaction
from data.inbox import Received
from data.migrations import migrations
from tests.child import PATIENCE_SECONDS, TOKEN, Child, Finished, configuration, run, started
from tests.rakor import FIRST_MORNING, ORGANISER_ID, Stage, emulated, register

QUESTION = "panel 2 jam berapa"
AT = "2023-02-20T07:00"
READY = re.compile(
    r"ready page=(?P<page>http://127\.0\.0\.1:\d+/) control=(?P<control>\S+/_emulator/) wall=(?P<wall>http://\S+)"
    r" token=(?P<token>\d+:\S+) organiser=(?P<organiser>\d+)"
)


@dataclass(frozen=True)
class Demo:
    child: Child
    page: str
    control: Control
    wall: str
    organiser: int


@asynccontextmanager
async def demo(folder: Path, *options: str) -> AsyncIterator[Demo]:
    """A demo that has said that it is ready."""
    async with started("demo", "--port", "0", *options, folder=folder) as child:
        ready = READY.fullmatch(await child.line())
        assert ready is not None
        async with Control(ready["control"].removesuffix("/_emulator/"), ready["token"]) as control:
            yield Demo(child, ready["page"], control, ready["wall"], int(ready["organiser"]))


@asynccontextmanager
async def bot(stage: Stage, config: Path) -> AsyncIterator[tuple[Child, Control]]:
    """``rakor run`` that has begun to poll this emulator."""
    async with Control(stage.emulator.url, TOKEN) as control:
        before = len(await control.calls(method="getUpdates"))
        async with started("run", "--config", config, folder=config.parent) as child:
            await polls(control, before)
            yield child, control


async def polls(control: Control, before: int = 0) -> None:
    """The menus are announced when the polls begin."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(await control.calls(method="setMyCommands")) <= before:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.02)


def sentence(finished: Finished) -> str:
    """The one line on stderr of a command that gave up."""
    assert (finished.code, finished.out) == (1, ""), finished
    (line,) = finished.err.splitlines()
    return line


async def answer_of(response: aiohttp.ClientResponse) -> str:
    assert response.status == 200
    return await response.text()


# --------------------------------------------------------------------------------- check


async def test_check_says_nothing_of_a_file_that_is_right(tmp_path: Path) -> None:
    assert await run("check", SAMPLE_EVENT, folder=tmp_path) == Finished(0, "", "")


async def test_check_prints_every_finding_and_fails_for_errors(tmp_path: Path) -> None:
    text = SAMPLE_EVENT.read_text(encoding="utf-8")
    path = tmp_path / "acara.toml"
    path.write_text(
        text.replace('room = "lobi"', 'room = "loby"').replace("[[faq]]", "[[faq]]\nwarna = 1", 1)
    )
    finished = await run("check", "acara.toml", folder=tmp_path)
    lines = finished.out.splitlines()
    assert (finished.code, finished.err) == (1, "")
    assert all(re.match(r"(error|warning): \S+: .", line) for line in lines), lines
    assert any(line.startswith("error: sessions.registrasi.room: ") for line in lines)
    assert any("warna" in line for line in lines)
    assert any(line.startswith("warning: ") and "panel-1.pdf" in line for line in lines)


async def test_warnings_alone_do_not_fail_the_check(tmp_path: Path) -> None:
    shutil.copy(SAMPLE_EVENT, tmp_path / "acara.toml")  # without its slides
    finished = await run("check", "acara.toml", folder=tmp_path)
    assert finished.code == 0
    assert {line.partition(":")[0] for line in finished.out.splitlines()} == {"warning"}


async def test_check_names_the_line_of_a_syntax_error(tmp_path: Path) -> None:
    (tmp_path / "acara.toml").write_text('[event]\ncode = "x"\ntitle = \n')
    finished = await run("check", "acara.toml", folder=tmp_path)
    assert (finished.code, finished.err) == (1, "")
    assert re.match(r"error: acara\.toml:3: ", finished.out)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("fly",), "No such command"),
        (("ask", "--event", str(SAMPLE_EVENT)), "Give a question"),
        (("ask", "x", "--event", str(SAMPLE_EVENT), "--at", "besok"), "2023-02-20T10:30"),
        (("demo", "--port", "70000"), "--port"),
    ],
)
async def test_wrong_usage_is_explained_and_exits_with_two(
    tmp_path: Path, arguments: tuple[str, ...], hint: str
) -> None:
    finished = await run(*arguments, folder=tmp_path)
    assert (finished.code, finished.out) == (2, "")
    assert hint in finished.err


async def test_help_names_the_commands(tmp_path: Path) -> None:
    finished = await run("--help", folder=tmp_path)
    assert finished.code == 0
    for command in ("check", "demo", "run", "emulator", "codes", "import", "doctor", "ask"):
        assert re.search(rf"^  {command} ", finished.out, re.MULTILINE)


# ---------------------------------------------------------------------------------- demo


async def test_a_demo_says_that_it_is_ready_works_and_ends(tmp_path: Path) -> None:
    async with demo(tmp_path) as it, aiohttp.ClientSession() as session:
        async with session.get(it.page) as page, session.get(it.wall) as wall:
            assert "<html" in (await answer_of(page)).lower()
            assert "Rakor Polpum 2023" in await answer_of(wall)
        now = datetime.fromisoformat((await it.control.get("clock"))["now"])
        assert timedelta(0) <= now - datetime.fromisoformat(FIRST_MORNING) < timedelta(minutes=5)
        await answers(it.control, "Budi")
        panitia = await it.control.user("Panitia", id=it.organiser)
        await panitia.say("/kode")
        await panitia.wait_for("Kode absensi")
        it.child.send(signal.SIGINT)
        finished = await it.child.finished()
    assert finished == Finished(finished.code, "", "")
    assert finished.code in (0, 130)


async def test_two_demos_side_by_side_do_not_disturb_each_other(tmp_path: Path) -> None:
    async with demo(tmp_path) as first, demo(tmp_path, "--at", "2023-02-20T10:35") as second:
        assert first.page != second.page
        assert first.wall != second.wall
        await answers(first.control, "Budi", id=7777)
        siti = await second.control.user("Siti")
        await siti.say("/sekarang")
        await siti.wait_for("Sekarang, 10.3")
        assert 7777 not in {user["id"] for user in await second.control.get("users")}
        first.child.send(signal.SIGINT)
        assert (await first.child.finished()).code in (0, 130)
        await siti.say("/panel")
        await siti.wait_for("Panel I")
        second.child.send(signal.SIGTERM)
        assert (await second.child.finished()).code in (0, 130)


@pytest.mark.parametrize("command", ["demo", "emulator"])
async def test_a_taken_port_is_named_with_what_to_do(tmp_path: Path, command: str) -> None:
    async with emulated() as stage:
        port = stage.emulator.url.rpartition(":")[2]
        line = sentence(await run(command, "--port", port, folder=tmp_path))
    assert port in line
    assert "--port" in line


@pytest.mark.parametrize("command", ["demo", "import"])
async def test_a_wrong_event_file_is_named_line_by_line(tmp_path: Path, command: str) -> None:
    path = tmp_path / "acara.toml"
    path.write_text(SAMPLE_EVENT.read_text(encoding="utf-8").replace('room = "lobi"', 'room = "loby"'))
    arguments = {
        "demo": ("demo", "--port", "0", "--event", "acara.toml"),
        "import": ("import", "acara.toml", "--config", configuration(tmp_path, "http://127.0.0.1:9")),
    }
    finished = await run(*arguments[command], folder=tmp_path)
    assert (finished.code, finished.out) == (1, "")
    assert finished.err.startswith("sessions.registrasi.room: ")


# -------------------------------------------------------------------- run: what prevents it


async def test_run_without_a_token_says_where_it_comes_from(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9", token="")
    config.write_text(config.read_text().replace("clock = true", "clock = false"))
    line = sentence(await run("run", "--config", config, folder=tmp_path))
    assert "@BotFather" in line
    assert TOKEN_VARIABLE in line


async def test_run_with_a_refused_token_says_so(tmp_path: Path) -> None:
    async with emulated() as stage, Control(stage.emulator.url) as control:
        await control.post("bots", token=TOKEN, valid=False)
        config = configuration(tmp_path, stage.emulator.url)
        line = sentence(await run("run", "--config", config, folder=tmp_path))
    assert "does not accept the token" in line


async def test_run_with_a_malformed_token_says_so(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url, token="AAH-nobody-is-to-see-this-part")
        line = sentence(await run("run", "--config", config, folder=tmp_path))
    assert "does not accept the token" in line


async def test_run_without_a_configuration_says_where_to_begin(tmp_path: Path) -> None:
    line = sentence(await run("run", folder=tmp_path))
    assert line.startswith("config.toml: ")
    assert "config.example.toml" in line


async def test_run_names_an_unknown_key(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9")
    config.write_text(config.read_text() + "colour = 1\n")
    line = sentence(await run("run", "--config", "config.toml", folder=tmp_path))
    assert line.startswith("config.toml: rehearsal.colour: ")


async def test_run_says_that_nobody_answers(tmp_path: Path) -> None:
    address = "http://127.0.0.1:9"
    config = configuration(tmp_path, address)
    assert address in sentence(await run("run", "--config", config, folder=tmp_path))


async def test_run_refuses_the_database_of_a_newer_version(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9")
    config.write_text(config.read_text().replace("clock = true", "clock = false"))
    with closing(sqlite3.connect(tmp_path / "config.db")) as connection:
        connection.execute(f"PRAGMA user_version = {migrations()[-1].number + 1}")
    line = sentence(await run("run", "--config", config, folder=tmp_path))
    assert "config.db" in line
    assert "newer program" in line


async def test_run_names_a_place_where_no_database_can_be(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9")
    text = config.read_text().replace("clock = true", "clock = false")
    config.write_text(text.replace('path = "config.db"', 'path = "config.toml/rakor.db"'))
    assert "rakor.db" in sentence(await run("run", "--config", config, folder=tmp_path))


async def test_a_second_run_on_one_database_says_so(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        async with bot(stage, config) as (child, control):
            line = sentence(await run("run", "--config", config, folder=tmp_path))
            assert "config.db" in line
            assert "Another instance" in line
            await answers(control, "Budi")
            child.send(signal.SIGINT)
            assert (await child.finished()).code in (0, 130)


async def test_a_second_run_with_one_token_ends_and_the_first_goes_on(tmp_path: Path) -> None:
    async with started("emulator", "--port", "0", folder=tmp_path) as emulator:
        ready, _, url = (await emulator.line()).partition(" ")
        assert ready == "ready"
        first, second = (configuration(tmp_path, url, f"{name}.toml") for name in ("first", "second"))
        async with (
            Control(url, TOKEN) as control,
            started("run", "--config", first, folder=tmp_path) as child,
        ):
            await polls(control)
            await answers(control, "Budi")
            assert "409" in sentence(await run("run", "--config", second, folder=tmp_path))
            await answers(control, "Siti")
            child.send(signal.SIGTERM)
            finished = await child.finished()
        emulator.send(signal.SIGINT)
        assert await emulator.finished() == Finished(0, "", "")
    assert (finished.code, finished.out) == (0, "")


async def answers(control: Control, name: str, **fields: Any) -> Chat:
    """Somebody is answered."""
    chat = await control.user(name, **fields)
    await chat.say("/faq")
    await chat.wait_for("Pertanyaan yang sering", timeout=30)
    return chat


# ------------------------------------------------------------------------- run: what it does


async def test_run_follows_the_clock_of_the_emulator(tmp_path: Path) -> None:
    async with emulated() as stage, bot(stage, configuration(tmp_path, stage.emulator.url)) as (_, control):
        budi = await control.user("Budi")
        for moment, shown in (("20T09:30", "09.30"), ("21T08:10", "08.10"), ("20T07:00", "07.00")):
            await control.set_clock(f"2023-02-{moment}:00+08:00")
            await clock_is_followed(budi, f"Sekarang, {shown} WITA")


async def clock_is_followed(chat: Chat, wanted: str) -> None:
    """News of the clock and of a message come on two ways: asked until they agree."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            await chat.say("/sekarang")
            if wanted in (await chat.wait_for("Sekarang,"))["text"]:
                return


async def test_an_import_beside_a_running_bot_changes_its_agenda(tmp_path: Path) -> None:
    changed = tmp_path / "acara.toml"
    changed.write_text(
        SAMPLE_EVENT.read_text(encoding="utf-8").replace(
            'title = "Registrasi peserta"', 'title = "Kopi & kue"'
        )
    )
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        async with bot(stage, config) as (child, control):
            budi = await control.user("Budi")
            await budi.say("/agenda")
            await budi.wait_for("Registrasi peserta")
            imported = await run("import", changed, "--config", config, folder=tmp_path)
            assert (imported.code, imported.out) == (0, "")
            assert "revision 2" in imported.err
            async with asyncio.timeout(PATIENCE_SECONDS):
                while "Kopi & kue" not in await agenda(budi):  # noqa: ASYNC110 - taken over within two seconds
                    await asyncio.sleep(0.1)
            child.send(signal.SIGTERM)
            assert (await child.finished()).code == 0


async def agenda(chat: Chat) -> str:
    await chat.say("/agenda")
    return str((await chat.wait_for("Senin, 20 Februari"))["text"])


async def test_codes_have_links_once_the_bot_is_known(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        before = await run("codes", "--config", config, folder=tmp_path)
        async with bot(stage, config):
            after = await run("codes", "--config", config, folder=tmp_path)
    assert (before.code, before.err) == (after.code, after.err) == (0, "")
    unlinked, linked = ([line.split(" ") for line in one.out.splitlines()] for one in (before, after))
    assert [row[0] for row in unlinked] == [row[0] for row in linked]
    assert [row[0] for row in linked][:2] == ["pembukaan", "panel-1"]
    assert all(link == "-" for _, _, link in unlinked)
    for _, code, link in linked:
        assert re.fullmatch(r"\d{6}", code)
        assert link == f"https://t.me/bot4711_bot?start=hadir-{code}"


async def test_codes_are_those_of_the_moment(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        async with bot(stage, config) as (_, control):
            budi = await control.user("Budi")
            await register(budi)
            await control.set_clock("2023-02-20T10:31:00+08:00")
            shown = await run("codes", "--config", config, folder=tmp_path)
            code = next(line.split(" ")[1] for line in shown.out.splitlines() if line.startswith("panel-1 "))
            await budi.say(code)
            await budi.wait_for("Hadir tercatat")


async def test_the_token_shows_in_no_log_however_the_network_fails(tmp_path: Path) -> None:
    """``Child.finished`` looks for it."""
    async with emulated() as stage, Control(stage.emulator.url, TOKEN) as control:
        config = configuration(tmp_path, stage.emulator.url)
        async with started("--verbose", "run", "--config", config, folder=tmp_path) as child:
            await polls(control)
            await control.post("clock", speed=50)
            for kind in ("disconnect", "html502", "500"):
                await control.post("faults", method="sendMessage", kind=kind)
                await control.post("faults", method="getUpdates", kind=kind)
                await answers(control, kind)
            await control.post("bots", valid=False)
            await control.post("block", user=(await control.user("Siti")).id)  # ends the poll under way
            stopped = await child.finished()
    assert stopped.code == 1
    assert "no updates" in stopped.err
    assert stopped.err.splitlines()[-1].startswith("Telegram does not accept the token any more")


# -------------------------------------------------------------------------------- doctor


async def test_doctor_looks_at_everything_and_finds_it_well(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        config.write_text(config.read_text().replace("clock = true", "clock = false"))
        finished = await run("doctor", "--config", config, folder=tmp_path)
    assert (finished.code, finished.err) == (0, "")
    states = {subject: state for state, subject, _ in diagnoses(finished)}
    assert states == dict.fromkeys(
        ["configuration", "write access", "event", "zone", "organisers", "database", "token", "clock"], "ok"
    )
    assert "WITA" in finished.out
    assert "@bot4711_bot" in finished.out


async def test_doctor_says_what_to_do_about_everything_that_is_wrong(tmp_path: Path) -> None:
    async with emulated() as stage, Control(stage.emulator.url) as control:
        await control.post("bots", token=TOKEN, valid=False)
        config = configuration(tmp_path, stage.emulator.url)
        (tmp_path / "config.db").write_text("no database, but a letter\n" * 50)
        config.write_text(config.read_text().replace(f"ids = [{ORGANISER_ID}]", "ids = []"))
        finished = await run("doctor", "--config", config, folder=tmp_path)
    assert (finished.code, finished.err) == (1, "")
    found = {subject: (state, message) for state, subject, message in diagnoses(finished)}
    assert {subject: state for subject, (state, _) in found.items()} == {
        "configuration": "ok",
        "write access": "ok",
        "event": "ok",
        "zone": "ok",
        "organisers": "warning",
        "database": "error",
        "token": "error",
    }
    assert "@BotFather" in found["token"][1]
    assert "[organisers] ids" in found["organisers"][1]


async def test_doctor_says_what_was_set_aside_and_what_did_not_arrive_and_what_to_do(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9")
    database = await Database.open(tmp_path / "config.db")
    causes: list[outbox.Cause] = ["blocked", "blocked", "deactivated", "not_found", "too_long", "other"]

    def work(tx: Transaction) -> None:
        inbox.accept(tx, [Received(7, 1, "{}", 1_676_854_800.0)])
        inbox.count_attempt(tx, 7)
        inbox.set_aside(tx, 7, "KeyError: 'kursi'")
        for number in range(len(causes) + 2):
            outbox.add(tx, outbox.Draft(str(number), "broadcast", "1", number, outbox.BULK, 0))
        for delivery, cause in zip(outbox.claim(tx, 1, len(causes)), causes, strict=True):
            outbox.finish(tx, delivery, "failed", 1, failure=f"Telegram says {cause}", cause=cause)
        (put_off,) = outbox.claim(tx, 1, 1)
        outbox.try_again(tx, put_off, 9, "TimedOut", "network")

    await database.write(work)
    await database.close()
    finished = await run("doctor", "--config", config, folder=tmp_path)
    lines = [line for line in finished.out.splitlines() if "box: " in line]
    assert all(
        part in line
        for line, part in zip(
            lines,
            (
                "warning: inbox: after 1 attempts an update (7, 2023-02-20 01:00 UTC) was laid aside",
                "ok: outbox: 2 messages waiting",
                "ok: outbox: 2 messages did not arrive because the receivers have blocked",
                "ok: outbox: 1 message did not arrive because the accounts do not exist",
                "send it /start",
                "Telegram says other",
                "Telegram says too_long",
                "warning: outbox: the network has put off 1 message (TimedOut)",
            ),
            strict=True,
        )
    ), lines
    assert "KeyError: 'kursi'" in lines[0]


async def test_doctor_names_every_error_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[telegram]\ncolour = 1\n")
    finished = await run("doctor", folder=tmp_path)
    assert (finished.code, finished.err) == (1, "")
    assert [line.partition("config.toml: ")[2].partition(":")[0] for line in finished.out.splitlines()] == [
        "telegram.colour",
        "event",
    ]


async def test_doctor_names_a_missing_event_file(tmp_path: Path) -> None:
    config = configuration(tmp_path, "http://127.0.0.1:9")
    config.write_text(config.read_text().replace(str(SAMPLE_EVENT), "acara.toml"))
    finished = await run("doctor", "--config", config, folder=tmp_path)
    assert finished.code == 1
    assert "acara.toml" in next(
        message for state, subject, message in diagnoses(finished) if subject == "event"
    )


def diagnoses(finished: Finished) -> list[tuple[str, str, str]]:
    """State, subject and message of each line."""
    found = []
    for line in finished.out.splitlines():
        state, subject, message = line.split(": ", 2)
        assert state in ("ok", "warning", "error")
        found.append((state, subject, message))
    return found


# ----------------------------------------------------------------------------------- ask


async def ask(folder: Path, *arguments: str) -> Finished:
    return await run("ask", *arguments, "--event", SAMPLE_EVENT, folder=folder)


async def test_ask_answers_in_plain_text(tmp_path: Path) -> None:
    finished = await ask(tmp_path, QUESTION, "--at", AT)
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.startswith("13.30–15.30 WITA\n")
    assert "<b>" not in finished.out


async def test_ask_gives_the_whole_answer_as_json(tmp_path: Path) -> None:
    finished = await ask(tmp_path, QUESTION, "--at", AT, "--json")
    answer = json.loads(finished.out)
    assert list(answer) == ["q", "facet", "sessions", "faq", "confident", "answer"]
    assert (answer["q"], answer["facet"], answer["sessions"]) == (QUESTION, "when", ["panel-2"])
    assert (answer["faq"], answer["confident"]) == (None, True)
    assert "13.30" in answer["answer"]


async def test_a_batch_is_answered_line_by_line_in_its_order(tmp_path: Path) -> None:
    questions: list[dict[str, Any]] = [
        {"q": "sekarang acara apa?", "at": "2023-02-20T09:30:00"},
        {"q": "sekarang acara apa?", "at": "2023-02-20T02:45:00+00:00"},
        {"q": "what is on now?", "at": "2023-02-20T18:00:00"},
        {"q": "apa kata sandi wifi?", "at": AT, "chat": 1},
        {"q": "berapa harga beras", "at": AT},
    ]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("\n".join(json.dumps(one) for one in questions) + "\n\n")
    finished = await ask(tmp_path, "--batch", str(batch))
    assert (finished.code, finished.err) == (0, "")
    answers = [json.loads(line) for line in finished.out.splitlines()]
    assert [one["q"] for one in answers] == [one["q"] for one in questions]
    assert [one["sessions"] for one in answers[:3]] == [["pembukaan"], ["panel-1"], []]
    assert [one["confident"] for one in answers] == [True, True, True, True, False]
    assert answers[3]["faq"] == "wifi"
    assert all(one["answer"] for one in answers)


async def test_explain_tells_how_it_came_to_the_answer(tmp_path: Path) -> None:
    finished = await ask(tmp_path, "panel loro jam piro", "--at", AT, "--explain")
    lines = finished.out.splitlines()
    assert lines[0] == "13.30–15.30 WITA"
    assert "words: panel dua jam berapa" in lines
    assert "numbered: panel 2" in lines
    assert any(line.startswith("reading: when panel-2 ") for line in lines)
    assert lines[-1] == "decision: the first reading"


async def test_score_counts_what_is_right_by_facet(tmp_path: Path) -> None:
    when = {"q": QUESTION, "at": AT, "facet": "when", "sessions": ["panel-2"], "faq": None}
    unknown = {"at": AT, "facet": "unknown", "sessions": [], "faq": None, "contains": []}
    questions = [
        when | {"contains": ["13.30"]},
        when | {"contains": ["14.30"]},
        unknown | {"q": "berapa harga beras"},
        unknown | {"q": "apa kata sandi wifi?"},
    ]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, questions)))
    finished = await ask(tmp_path, "--batch", "q.jsonl", "--score")
    assert finished.out.splitlines() == [
        "wrong: 'panel 2 jam berapa' means ['panel-2'], got ['panel-2']",
        "wrong: 'apa kata sandi wifi?' means unknown, got wifi",
        "unknown       1 of 2",
        "when          1 of 2",
        "right 50.0 % of 4; unknown answered with confidence 1 of 2",
    ]


def test_a_batch_without_expectations_has_no_score(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(f'{{"q": "x", "at": "{AT}"}}')
    with pytest.raises(BatchError, match=r"q\.jsonl:1: says no contains, facet, faq, sessions"):
        list(score_batch(SAMPLE_EVENT, tmp_path / "q.jsonl"))


@pytest.mark.parametrize("options", [("--score", QUESTION), ("--explain", "--json", QUESTION)])
async def test_score_and_explain_have_their_place(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert (await ask(tmp_path, *options)).code == 2


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (f'{{"q": "x", "at": "{AT}"}}\nnot json\n', "q.jsonl:2: "),
        ('["x"]\n', "q.jsonl:1: "),
        ('{"q": "x"}\n', "q.jsonl:1: "),
        ('{"q": "x", "at": "besok"}\n', "q.jsonl:1: "),
        (None, "q.jsonl: "),
    ],
    ids=["no JSON", "no object", "no time", "wrong time", "no file"],
)
def test_a_batch_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, content: str | None, place: str
) -> None:
    if content is not None:
        (tmp_path / "q.jsonl").write_text(content)
    with pytest.raises(BatchError) as caught:
        list(answer_batch(SAMPLE_EVENT, tmp_path / "q.jsonl"))
    assert str(caught.value).startswith(f"{tmp_path}/{place}")


async def test_what_was_answered_before_an_unreadable_line_is_printed(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(f'{{"q": "{QUESTION}", "at": "{AT}"}}\nnot json\n')
    finished = await ask(tmp_path, "--batch", "q.jsonl")
    assert finished.code == 1
    assert json.loads(finished.out)["sessions"] == ["panel-2"]
    (line,) = finished.err.splitlines()
    assert line.startswith("q.jsonl:2: ")


async def test_another_event_in_the_configuration_is_noticed(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        await run("codes", "--config", config, folder=tmp_path)
        other = tmp_path / "other.toml"
        other.write_text(SAMPLE_EVENT.read_text().replace('code = "polpum-2023"', 'code = "polpum-2024"'))
        config.write_text(config.read_text().replace(str(SAMPLE_EVENT), str(other)))
        for command in ("codes", "doctor"):
            told = await run(command, "--config", config, folder=tmp_path)
            assert "rakor import" in told.out + told.err
