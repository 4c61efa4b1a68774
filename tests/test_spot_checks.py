"""Mid-session checks: two minutes, for those who are present, each once."""

from __future__ import annotations

import pytest

from bot.rehearsal.chat import Chat, text_of
from tests.rakor import Rakor


async def present(rakor: Rakor, name: str, language_code: str = "id") -> Chat:
    chat = await rakor.participant(name, language_code=language_code)
    await rakor.at("20 10:31")
    await chat.say(await rakor.code("panel-1"))
    await chat.wait_for("10.31 WITA")
    return chat


async def begun(rakor: Rakor, organiser: Chat) -> str:
    """The code that the organiser reads out."""
    await organiser.say("/hadirin")
    await organiser.wait_for("Panel I")
    await organiser.press("Cek mendadak")
    await organiser.wait_for("2 menit")
    await organiser.press("Mulai sekarang")
    await organiser.wait_for("Tunjukkan atau bacakan")
    (row,) = rakor.rows("SELECT code FROM spot_checks")
    return str(row["code"])


@pytest.mark.parametrize(
    ("language_code", "request_", "answered", "again", "over"),
    [
        ("id", "Cek kehadiran", "terjawab", "sudah dijawab", "sudah habis"),
        ("en", "Attendance check", "is answered", "have answered", "is over"),
    ],
)
async def test_those_present_are_asked_and_answer_in_time(
    rakor: Rakor, language_code: str, request_: str, answered: str, again: str, over: str
) -> None:
    organiser = await rakor.organiser()
    budi = await present(rakor, "Budi Santoso", language_code)
    siti = await present(rakor, "Siti Aminah", language_code)
    code = await begun(rakor, organiser)
    assert code in text_of(await organiser.last())
    for chat in (budi, siti):
        await chat.wait_for(request_)
    assert code not in text_of(await budi.last())
    await budi.say(code)
    await budi.wait_for(answered)
    await budi.say(code)
    await budi.wait_for(again)
    await rakor.at("20 10:40")
    await siti.say(code)
    await siti.wait_for(over)
    await organiser.press("Perbarui")
    result = text_of(await organiser.wait_for("1 dari 2"))
    assert "Siti Aminah" in result
    assert "Budi Santoso" not in result


@pytest.mark.parametrize(
    ("language_code", "sentence"), [("id", "hanya untuk yang sudah tercatat hadir"), ("en", "only for those")]
)
async def test_who_was_not_present_is_not_made_present_by_it(
    rakor: Rakor, language_code: str, sentence: str
) -> None:
    organiser = await rakor.organiser()
    await present(rakor, "Budi Santoso")
    absent = await rakor.participant("Citra", language_code=language_code)
    code = await begun(rakor, organiser)
    await absent.say(code)
    await absent.wait_for(sentence)
    assert len(rakor.rows("SELECT * FROM presences")) == 1


async def test_a_check_that_runs_is_not_begun_twice(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await present(rakor, "Budi Santoso")
    await begun(rakor, organiser)
    again = await organiser.press_data((await organiser.last())["message_id"], "spot_checks.start:panel-1")
    assert again is not None
    assert len(rakor.rows("SELECT * FROM spot_checks")) == 1
    assert len(rakor.rows("SELECT * FROM outbox WHERE kind = 'spot_check'")) == 1


async def test_only_organisers_begin_one(rakor: Rakor) -> None:
    budi = await present(rakor, "Budi Santoso")
    await budi.press_data((await budi.last())["message_id"], "spot_checks.start:panel-1")
    await budi.wait_for("tidak dikenal")
    assert rakor.rows("SELECT * FROM spot_checks") == []
