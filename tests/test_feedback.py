"""Feedback: 1 to 5 by buttons, a comment if one likes; anonymous, and changed as often as one likes."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from data.anonymity import Anonymity, key_file, load, rounded
from handlers.feedback import MAX_COMMENT
from tests.rakor import Rakor, emulated, running

END_OF_PANEL_1 = 1676865600  # 2023-02-20T12:00:00+08:00
SUBJECT = "feedback:1:panel-1"


async def rating(rakor: Rakor, **fields: str) -> Chat:
    """A participant before the five buttons of panel I, which has ended."""
    chat = await rakor.participant(**fields)
    is_english = fields.get("language_code") == "en"
    await rakor.at("20 12:10")
    await chat.wait_for("has ended" if is_english else "sudah selesai")
    await chat.say("/nilai")
    await chat.wait_for("Which session" if is_english else "Sesi mana")
    await chat.press("Panel I")
    await chat.wait_for("secret key" if is_english else "kunci rahasia")
    return chat


async def commenting(rakor: Rakor) -> Chat:
    """A participant who has rated panel I with 4 and is asked for a comment."""
    chat = await rating(rakor)
    await chat.press("feedback.rate:panel-1:4")
    await chat.wait_for("4 dari 5")
    await chat.press("Tambah komentar")
    await chat.wait_for("Silakan tulis komentar")
    return chat


def stored(rakor: Rakor) -> list[tuple[str, int, str | None]]:
    rows = rakor.rows("SELECT session_id, rating, comment FROM feedback")
    return [(row["session_id"], row["rating"], row["comment"]) for row in rows]


async def refusal(chat: Chat, data: str) -> Json:
    """The alert on a press that is refused."""
    answer = await chat.press_data((await chat.last())["message_id"], data)
    assert answer is not None
    assert answer["show_alert"]
    return answer


@pytest.mark.parametrize(
    ("language_code", "question", "thanks", "given", "anonymous"),
    [
        ("id", "1 = kurang, 5 = sangat baik", "Terima kasih", "5 dari 5", "Anonim"),
        ("en", "1 = poor, 5 = very good", "Thank you", "5 of 5", "Anonymous"),
    ],
)
async def test_a_press_rates_the_session(
    rakor: Rakor, language_code: str, question: str, thanks: str, given: str, anonymous: str
) -> None:
    chat = await rating(rakor, language_code=language_code)
    page = await chat.last()
    assert question in text_of(page)
    assert anonymous in text_of(page)
    assert buttons(page)[:5] == ["1", "2", "3", "4", "5"]
    answer = await chat.press("5", message=page)
    assert answer is not None
    assert thanks in answer["text"]
    rated = await chat.wait_for(given)
    assert rated["message_id"] == page["message_id"]
    assert "● 5" in buttons(rated)
    assert stored(rakor) == [("panel-1", 5, None)]


@pytest.mark.parametrize("given", [1, 2, 3, 4, 5])
async def test_every_rating_is_stored_as_given(rakor: Rakor, given: int) -> None:
    chat = await rating(rakor)
    await chat.press(str(given), exact=True)
    await chat.wait_for(f"{given} dari 5")
    assert stored(rakor) == [("panel-1", given, None)]


async def test_changing_ones_mind_replaces_the_rating_and_keeps_the_comment(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("Sangat jelas & padat <b>")
    await chat.wait_for("Komentar: Sangat jelas & padat <b>")
    await chat.press("feedback.rate:panel-1:2")
    await chat.wait_for("2 dari 5")
    assert stored(rakor) == [("panel-1", 2, "Sangat jelas & padat <b>")]


async def test_a_comment_is_changed_and_removed(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("Terlalu cepat")
    await chat.wait_for("Komentar: Terlalu cepat")
    await chat.press("Ubah komentar")
    await chat.wait_for("Silakan tulis komentar")
    await chat.say("Pas")
    await chat.wait_for("Komentar: Pas")
    assert stored(rakor) == [("panel-1", 4, "Pas")]
    answer = await chat.press("Hapus komentar")
    assert answer is not None
    assert "Komentar dihapus" in answer["text"]
    await chat.wait_for(lambda message: "Hapus komentar" not in str(message.get("reply_markup")))
    assert stored(rakor) == [("panel-1", 4, None)]


async def test_a_comment_can_be_given_up(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.press("Tidak jadi")
    await chat.wait_for("4 dari 5")
    await chat.say("panel 2 jam berapa?")
    await chat.wait_for("13.30")
    assert stored(rakor) == [("panel-1", 4, None)]


async def test_a_comment_too_long_is_asked_again_shorter(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("p" * (MAX_COMMENT + 1))
    await chat.wait_for(f"{MAX_COMMENT + 1} huruf, paling banyak {MAX_COMMENT}")
    await chat.say("p" * MAX_COMMENT)
    await chat.wait_for("Komentar: ppp")
    assert stored(rakor) == [("panel-1", 4, "p" * MAX_COMMENT)]


async def test_a_comment_is_awaited_over_a_restart(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            chat = await commenting(rakor)
        async with running(stage, settings) as rakor:
            chat = Chat(rakor.control, chat.user)
            await chat.say("Bagus")
            await chat.wait_for("Komentar: Bagus")
            assert stored(rakor) == [("panel-1", 4, "Bagus")]


@pytest.mark.parametrize(
    ("language_code", "sentence"),
    [("id", "setelah sesi selesai, pukul 12.00 WITA"), ("en", "has ended, at 12.00 WITA")],
)
async def test_before_the_end_nothing_can_be_rated(rakor: Rakor, language_code: str, sentence: str) -> None:
    chat = await rakor.participant(language_code=language_code)
    await rakor.control.set_clock(END_OF_PANEL_1 - 60)
    for data in ("feedback.open:panel-1", "feedback.rate:panel-1:5"):
        assert sentence in (await refusal(chat, data))["text"]
    assert stored(rakor) == []


@pytest.mark.parametrize(
    "data",
    [
        "feedback.rate:panel-1:0",
        "feedback.rate:panel-1:6",
        "feedback.rate:panel-1:lima",
        "feedback.rate:panel-1",
        "feedback.rate:pembukaan:5",
        "feedback.rate:panel-9:5",
        "feedback.comment:panel-1",
    ],
)
async def test_a_forged_rating_is_refused(rakor: Rakor, data: str) -> None:
    chat = await rating(rakor)
    assert "tidak berlaku" in (await refusal(chat, data))["text"]
    assert stored(rakor) == []


@pytest.mark.parametrize(
    ("language_code", "none_yet", "which"),
    [("id", "Belum ada sesi", "Sesi mana"), ("en", "No session can be rated yet", "Which session")],
)
async def test_the_list_holds_what_has_ended_and_asks_for_feedback(
    rakor: Rakor, language_code: str, none_yet: str, which: str
) -> None:
    guest = await rakor.control.user("Citra", language_code=language_code)
    await rakor.at("20 11:59")
    await guest.say("/nilai")
    assert buttons(await guest.wait_for(none_yet)) == ["🏠 Menu"]
    await rakor.at("20 17:30")
    await guest.say("/nilai")
    labels = buttons(await guest.wait_for(which))
    assert labels[:2] == ["Panel I", "Panel II"]
    assert {label.split(":")[0] for label in labels[2:4]} == {"Diskusi kelompok A", "Diskusi kelompok B"}


@pytest.mark.parametrize("data", ["feedback.open:panel-1", "feedback.rate:panel-1:5"])
async def test_who_is_not_registered_registers_first(rakor: Rakor, data: str) -> None:
    guest = await rakor.control.user("Citra", language_code="id")
    await rakor.at("20 12:10")
    await guest.say("/nilai")
    shown = await guest.wait_for("⭐")
    await guest.press_data(shown["message_id"], data)
    await guest.wait_for("27/2022")
    assert stored(rakor) == []


async def test_two_people_are_two_answers(rakor: Rakor) -> None:
    people = [await rakor.participant(name) for name in ("Budi", "Citra")]
    await rakor.at("20 12:10")
    for given, chat in enumerate(people, start=4):
        await chat.wait_for("sudah selesai")
        await chat.press(str(given), exact=True)
        await chat.wait_for(f"{given} dari 5")
    assert sorted(stored(rakor)) == [("panel-1", 4, None), ("panel-1", 5, None)]


async def test_a_stored_answer_holds_no_person_and_only_the_hour(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("Bagus")
    await chat.wait_for("Komentar: Bagus")
    (row,) = rakor.rows("SELECT * FROM feedback")
    assert chat.id not in tuple(row)
    assert str(chat.id) not in str(tuple(row))
    assert row["hour"] == END_OF_PANEL_1 == rounded(END_OF_PANEL_1 + 600)
    assert set(row.keys()) == {"answer_key", "event_id", "session_id", "rating", "comment", "hour"}
    assert rakor.rows("SELECT body FROM inbox WHERE handled = 1 AND body IS NOT NULL") == []


async def test_only_the_key_file_joins_an_answer_with_its_person(rakor: Rakor) -> None:
    chat = await rating(rakor)
    await chat.press("5", exact=True)
    await chat.wait_for("5 dari 5")
    (row,) = rakor.rows("SELECT answer_key FROM feedback")
    file = key_file(rakor.settings.database.path)
    secret = load(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert row["answer_key"] == secret.answer_key(chat.id, SUBJECT)
    for guess in (b"", b"\0" * 32, rakor.settings.telegram.token.get_secret_value().encode()):
        assert row["answer_key"] != Anonymity(guess).answer_key(chat.id, SUBJECT)
    for beside in rakor.settings.database.path.parent.glob("rakor.db*"):
        if beside != file:
            content = beside.read_bytes()
            assert secret.key not in content
            assert secret.key.hex().encode() not in content


async def test_keys_of_installations_differ_and_stay(tmp_path: Path) -> None:
    first, second = load(tmp_path / "a.key"), load(tmp_path / "b.key")
    assert first.key != second.key
    assert len(first.key) == 32
    assert load(tmp_path / "a.key") == first


async def test_a_comment_on_a_session_that_is_gone_is_told_so(tmp_path: Path) -> None:
    document = SAMPLE_EVENT.read_text()
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (tmp_path / material.name).write_bytes(material.read_bytes())
    changed = tmp_path / SAMPLE_EVENT.name
    changed.write_text(document.replace('id = "panel-1"', 'id = "panel-satu"'))
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            chat = await commenting(rakor)
            await import_event(rakor.parts.database, changed)
        async with running(stage, settings) as rakor:
            said = await Chat(rakor.control, chat.user).say("Bagus")
            handled = "SELECT attempts FROM inbox WHERE update_id = ? AND (handled OR failure IS NOT NULL)"
            async with asyncio.timeout(5):
                while not (rows := rakor.rows(handled, said["update_id"])):  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0.01)
    assert rows[0]["attempts"] == 0


async def test_whoever_goes_elsewhere_does_not_comment_any_more(rakor: Rakor) -> None:
    budi = await commenting(rakor)
    await budi.say("/menu")
    await budi.wait_for("Selamat datang")
    await budi.say("panel 2 jam berapa?")
    await budi.wait_for("13.30")
    assert stored(rakor) == [("panel-1", 4, None)]


async def test_a_code_is_no_comment(rakor: Rakor) -> None:
    budi = await commenting(rakor)
    await rakor.at("20 13:30")
    await budi.say(await rakor.code("panel-2"))
    await budi.wait_for("Hadir tercatat")
    assert stored(rakor) == [("panel-1", 4, None)]
