"""Follow-ups: a short question is about what the chat was about, for a while, also after a restart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.rehearsal.chat import Chat
from data import memory
from tests.rakor import Rakor, emulated, running
from tests.test_helpdesk import delete_everything


@pytest.mark.parametrize(
    ("language_code", "question", "first", "follow", "part"),
    [
        ("id", "panel 2 jam berapa?", "13.30", "di mana?", "Grand Ballroom, Lantai 2"),
        ("id", "panel 1 jam berapa?", "10.30", "kalau yang ketiga?", "Panel III"),
        ("id", "panel 3 tentang apa?", "Panel III", "siapa moderatornya?", "Direktur Kewaspadaan Nasional"),
        ("en", "when is panel 2?", "13.30", "where?", "Grand Ballroom, Lantai 2"),
    ],
)
async def test_a_short_question_goes_on(
    rakor: Rakor, language_code: str, question: str, first: str, follow: str, part: str
) -> None:
    guest = await rakor.control.user("Budi", language_code=language_code)
    await guest.say(question)
    await guest.wait_for(first)
    await guest.say(follow)
    await guest.wait_for(part)


async def test_it_is_kept_per_chat(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi", language_code="id")
    siti = await rakor.control.user("Siti", language_code="id")
    await budi.say("panel 2 jam berapa?")
    await budi.wait_for("13.30")
    await siti.say("siapa moderatornya?")
    await siti.wait_for("belum tahu")


async def test_a_page_looked_at_is_what_one_talks_about(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("/panel")
    await guest.press("Panel III", message=await guest.wait_for("🎤"))
    await guest.wait_for("Narasumber")
    await guest.say("siapa moderatornya?")
    await guest.wait_for("Direktur Kewaspadaan Nasional")


async def test_after_a_while_it_is_over(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("panel 2 jam berapa?")
    await guest.wait_for("13.30")
    await rakor.control.advance(20 * 60)
    await guest.say("siapa moderatornya?")
    await guest.wait_for("belum tahu")


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            guest = await rakor.control.user("Budi", language_code="id")
            await guest.say("panel 2 jam berapa?")
            await guest.wait_for("13.30")
        async with running(stage, settings) as rakor:
            again = Chat(rakor.control, guest.user)
            await again.say("di mana?")
            await again.wait_for("Grand Ballroom")


async def test_nothing_of_the_text_is_kept_and_deleting_takes_it(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await budi.say("saya Budi, panel 2 jam berapa?")
    await budi.wait_for("13.30")
    (row,) = rakor.rows("SELECT conversation FROM memories")
    assert "Budi" not in row["conversation"]
    await delete_everything(budi)
    assert rakor.rows("SELECT 1 FROM memories") == []


async def test_old_rows_go(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    await guest.say("panel 2 jam berapa?")
    await guest.wait_for("13.30")
    now = rakor.parts.clock.now() + memory.RETENTION_SECONDS + 60
    await rakor.parts.database.write(lambda tx: memory.forget_old(tx, now))
    assert rakor.rows("SELECT 1 FROM memories") == []


async def test_a_memory_of_another_version_or_event_is_none(rakor: Rakor) -> None:
    guest = await rakor.control.user("Budi", language_code="id")
    now = rakor.parts.clock.now()
    moment = rakor.parts.programme.stored.event.local(now).isoformat()
    gone = json.dumps({"facet": "when", "sessions": ["gone"], "at": moment})
    for conversation in ("{}", gone):
        await rakor.parts.database.write(lambda tx, said=conversation: memory.keep(tx, guest.id, said, now))
        await guest.say("siapa moderatornya?")
        await guest.wait_for("belum tahu")
