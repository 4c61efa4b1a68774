"""The committee's side of a question: taken and answered, recalled, sent once, and shown on every card."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import OrganiserSettings, Settings
from bot.rehearsal.chat import Chat, Json, text_of
from tests.rakor import ORGANISER_ID, Rakor, emulated, running, until
from tests.test_groups import handled, raw
from tests.test_helpdesk import QUESTION, card, delete_everything, pass_on

SECOND_ID = 9002


def with_group(settings: Settings, group: int | None, **more: Any) -> Settings:
    ids = frozenset({ORGANISER_ID, SECOND_ID})
    return settings.model_copy(update={"organisers": OrganiserSettings(ids=ids, group=group, **more)})


@asynccontextmanager
async def two_organisers(folder: Path, **more: Any) -> AsyncIterator[tuple[Rakor, Chat, Chat]]:
    """Rina, and an English-speaking Tom."""
    async with emulated() as stage, running(stage, with_group(stage.settings(folder), None, **more)) as rakor:
        people = []
        for number, name, language_code in ((ORGANISER_ID, "Rina", "id"), (SECOND_ID, "Tom", "en")):
            chat = await rakor.control.user(name, id=number, language_code=language_code)
            await chat.say("/start")
            await chat.wait_for("Rakor Polpum 2023")
            people.append(chat)
        yield rakor, people[0], people[1]


async def standing(chat: Chat, message: Json) -> Json:
    (found,) = [one for one in await chat.messages() if one["message_id"] == message["message_id"]]
    return found


async def until_shows(chat: Chat, message: Json, part: str) -> Json:
    """Waits until that message has been edited to show it."""
    async with asyncio.timeout(10):
        while part not in text_of(shown := await standing(chat, message)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return shown


def answers(rakor: Rakor) -> list[str]:
    """What has been sent to askers."""
    sql = "SELECT text FROM helpdesk_answers WHERE state <> 'held' ORDER BY id"
    return [row["text"] for row in rakor.rows(sql)]


# ------------------------------------------------------------------- taking and answering


async def test_the_button_takes_the_question_and_the_next_message_answers_it(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        await rina.press("Jawab", message=at_rina)
        await rina.wait_for("tulis jawabannya")
        await until_shows(rina, at_rina, "Diambil oleh Rina")
        await until_shows(tom, at_tom, "Taken by Rina")
        await rina.say("Kode kamarnya 123456.")
        await rina.wait_for("Jawaban dikirim")
        await budi.wait_for("Kode kamarnya 123456.")
        await until_shows(rina, at_rina, "Dijawab oleh Rina")
        english = text_of(await until_shows(tom, at_tom, "Answered by Rina"))
        assert "Kode kamarnya" in english
        await rina.say("panel 2 jam berapa?")
        await rina.wait_for("13.30")


async def test_who_presses_second_is_told_who_was_first(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        await pass_on(await rakor.participant("Budi"))
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        await rina.press("Jawab", message=at_rina)
        answer = await tom.press("Answer", message=at_tom)
        assert answer is not None
        assert answer["show_alert"]
        assert "Rina has taken it" in answer["text"]
        await rina.press("Jawab", message=at_rina)
        await rina.wait_for("tulis jawabannya")


async def test_a_question_given_back_can_be_taken_by_another(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        await rina.press("Jawab", message=at_rina)
        await until_shows(tom, at_tom, "Taken by Rina")
        refused = await tom.press("Give back", message=await standing(tom, at_tom))
        assert refused is not None
        assert "Rina" in refused["text"]
        taken = await until_shows(rina, at_rina, "Diambil oleh Rina")
        await rina.press("Lepas", message=taken)
        await until_shows(tom, at_tom, "Not taken yet")
        await rina.say("panel 2 jam berapa?")
        await rina.wait_for("13.30")
        await tom.press("Answer", message=at_tom)
        await tom.wait_for("write the answer")
        await tom.say("Yes.")
        await budi.wait_for("Yes.")


@pytest.mark.parametrize("is_taken_only", [True, False])
async def test_a_second_answer_waits_for_a_confirmation(tmp_path: Path, is_taken_only: bool) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        if is_taken_only:
            await rina.press("Jawab", message=at_rina)
        else:
            await rina.say("Ada, di depan.", reply_to=at_rina["message_id"])
            await budi.wait_for("Ada, di depan.")
        await tom.say("Behind <the> hotel.", reply_to=at_tom["message_id"])
        held = await tom.wait_for("Send it too?")
        assert ("Already taken by Rina" if is_taken_only else "Ada, di depan.") in text_of(held)
        assert "Behind <the> hotel." not in answers(rakor)
        await tom.press("Send it too", message=held)
        await tom.wait_for("on its way")
        await budi.wait_for("Behind <the> hotel.")
        again = await tom.press_data(held["message_id"], "helpdesk.send_held:1")
        assert again is not None
        assert answers(rakor).count("Behind <the> hotel.") == 1


async def test_a_second_answer_can_be_dropped(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        await rina.say("Ada.", reply_to=at_rina["message_id"])
        await budi.wait_for("Ada.")
        await tom.say("No.", reply_to=at_tom["message_id"])
        held = await tom.wait_for("Send it too?")
        for data in ("helpdesk.send_held:2", "helpdesk.drop_held:2"):
            foreign = await rina.press_data(at_rina["message_id"], data)
            assert foreign is not None
            assert "Hanya penulisnya" in foreign["text"]
        await tom.press("Do not send", message=held)
        await tom.wait_for("nothing was sent")
        assert answers(rakor) == ["Ada."]


async def test_two_helpers_at_once_send_one_answer(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        at_rina, at_tom = await card(rina), await tom.wait_for("Not taken yet")
        await asyncio.gather(
            rina.say("Ada.", reply_to=at_rina["message_id"]),
            tom.say("Yes.", reply_to=at_tom["message_id"]),
        )
        await budi.wait_for("Jawaban panitia")
        await until(lambda: len(rakor.rows("SELECT 1 FROM helpdesk_answers")) == 2)
        states = sorted(row["state"] for row in rakor.rows("SELECT state FROM helpdesk_answers"))
        assert states == ["held", "sent"]


async def test_the_one_who_answered_may_add_to_it(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, _):
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        shown = await card(rina)
        for text in ("Ada.", "Di belakang."):
            await rina.say(text, reply_to=shown["message_id"])
            await budi.wait_for(text)


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_photos_and_documents_are_answers(rakor: Rakor, kind: str) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(rina)
    await rina.send(kind, caption="Denah <parkir>", reply_to=shown["message_id"])
    await rina.wait_for("Jawaban dikirim")
    answer = await budi.wait_for(lambda message: kind in message)
    assert "Denah <parkir>" in text_of(answer)
    assert QUESTION in text_of(answer)
    await until_shows(rina, shown, "Denah <parkir>")


async def test_a_photo_after_the_button_is_the_answer(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await rina.press("Jawab", message=await card(rina))
    await rina.wait_for("tulis jawabannya")
    await rina.send("sticker")
    await rina.wait_for("teks, foto, atau dokumen")
    await rina.send("photo")
    await budi.wait_for(lambda message: "photo" in message)


async def test_a_caption_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """Telegram lets who pays for it write longer ones than a bot may send."""
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        rina = await rakor.organiser()
        await pass_on(await rakor.participant("Budi"))
        shown = await card(rina)
        sent = await rina.send("photo", reply_to=shown["message_id"])
        await rina.wait_for("Jawaban dikirim")
        photo = dict(await own(rina, sent))
        del photo["chat"]
        raw(stage, {"id": rina.id, "type": "private"}, **photo, caption="🙂" * 600)
        await rina.wait_for("paling banyak 1024", after=0)
        assert answers(rakor) == [""]


@pytest.mark.parametrize("text", ["x" * 4096, "🙂" * 2048, "<b>&" * 1024, "baris\n" * 680])
async def test_the_longest_answer_reaches_the_asker_and_the_cards(rakor: Rakor, text: str) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi, "Apakah ada parkir truk? " + "🙂" * 2000)
    shown = await rina.wait_for("Balas")
    await rina.say(text, reply_to=shown["message_id"])
    await budi.wait_for(lambda message: text[-4:].strip() in text_of(message))
    await until_shows(rina, shown, "Dijawab")


# ------------------------------------------------------------------------- the asker


async def test_the_asker_asks_on_by_replying_to_the_answer(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await rina.say("Ada.", reply_to=(await card(rina))["message_id"])
    answer = await budi.wait_for("Jawaban panitia")
    more = "Apakah kendaraan alat berat juga boleh?"
    await budi.say(more, reply_to=answer["message_id"])
    await budi.wait_for("sudah diteruskan")
    follow = await card(rina, more)
    assert f"Lanjutan dari: {QUESTION}" in text_of(follow)
    await rina.say("Boleh.", reply_to=follow["message_id"])
    await budi.wait_for("Boleh.")


async def test_thanks_for_an_answer_are_no_question(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await rina.say("Ada.", reply_to=(await card(rina))["message_id"])
    answer = await budi.wait_for("Jawaban panitia")
    await budi.say("terima kasih banyak", reply_to=answer["message_id"])
    await budi.wait_for("Sama-sama")
    assert len(rakor.rows("SELECT 1 FROM helpdesk_questions")) == 1


async def test_what_the_bot_knows_it_says_and_offers_the_committee(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await rina.say("Ada.", reply_to=(await card(rina))["message_id"])
    answer = await budi.wait_for("Jawaban panitia")
    await budi.say("panel 2 jam berapa?", reply_to=answer["message_id"])
    known = await budi.wait_for("13.30")
    await budi.press("Teruskan ke panitia", message=known)
    await budi.wait_for("sudah diteruskan")
    assert "Lanjutan dari" in text_of(await card(rina, "panel 2 jam berapa?"))


async def test_an_answer_to_who_blocked_the_bot_waits_for_their_return(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(rina)
    await rakor.control.post("block", user=budi.id)
    await rina.say("Ada.", reply_to=shown["message_id"])
    await until_shows(rina, shown, "Belum sampai")
    await rakor.control.post("unblock", user=budi.id)
    await budi.wait_for("Ada.", after=0)
    async with asyncio.timeout(10):
        while "Belum sampai" in text_of(await standing(rina, shown)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_who_deletes_their_data_is_not_answered(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(rina)
    await rina.press("Jawab", message=shown)
    await rina.wait_for("tulis jawabannya")
    await delete_everything(budi)
    await rina.say("Ada.")
    await rina.wait_for("dihapus oleh penanyanya")
    pressed = await rina.press_data(shown["message_id"], "helpdesk.take:1")
    assert pressed is not None
    assert "dihapus" in pressed["text"]


async def test_a_helper_who_deletes_their_data_leaves_no_name(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, rina, tom):
        await pass_on(await rakor.participant("Budi"))
        at_tom = await tom.wait_for("Not taken yet")
        await rina.press("Jawab", message=await card(rina))
        await until_shows(tom, at_tom, "Taken by Rina")
        await delete_everything(rina)
        await until_shows(tom, at_tom, "Not taken yet")
        assert rakor.rows("SELECT 1 FROM helpdesk_questions WHERE helper_name IS NOT NULL") == []


@pytest.mark.parametrize(
    "data", ["helpdesk.take:1", "helpdesk.release:1", "helpdesk.card:1", "helpdesk.list"]
)
async def test_participants_have_no_part_in_it(rakor: Rakor, data: str) -> None:
    await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await budi.press_data((await budi.last())["message_id"], data)
    await budi.wait_for("tidak dikenal")
    assert rakor.rows("SELECT 1 FROM helpdesk_questions WHERE helper_id IS NOT NULL") == []


# -------------------------------------------------------------------------- reminders


@pytest.mark.parametrize("is_taken", [False, True])
async def test_the_committee_is_reminded_twice(tmp_path: Path, is_taken: bool) -> None:
    async with two_organisers(tmp_path, remind_minutes=10) as (rakor, rina, tom):
        await rakor.at("20 07:00")
        await pass_on(await rakor.participant("Budi"))
        shown = await card(rina)
        await tom.wait_for("Not taken yet")
        if is_taken:
            await rina.press("Jawab", message=shown)
        for minutes in ("07:11", "07:21"):
            await rakor.at(f"20 {minutes}")
            reminder = await rina.wait_for("Belum dijawab", after=0)
            assert reminder["reply_to_message"]["message_id"] == shown["message_id"]
            assert ("diambil oleh Rina" in text_of(reminder)) is is_taken
            await tom.wait_for("No answer", after=0)
        await rakor.at("20 08:30")
        sql = "SELECT COUNT(*) AS n FROM outbox WHERE kind = 'helpdesk_reminder' AND state = 'sent'"
        await until(lambda: rakor.rows(sql)[0]["n"] == 4)
        assert rakor.rows("SELECT 1 FROM outbox WHERE state = 'waiting' AND kind = 'helpdesk_reminder'") == []


async def test_a_reply_to_the_reminder_is_the_answer_and_ends_it(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await card(rina)
    await rakor.control.advance(16 * 60)
    reminder = await rina.wait_for("Belum dijawab")
    await rina.say("Ada.", reply_to=reminder["message_id"])
    await budi.wait_for("Ada.")
    await rakor.control.advance(60 * 60)
    await until(
        lambda: (
            len(rakor.rows("SELECT 1 FROM outbox WHERE kind = 'helpdesk_reminder' AND state = 'dropped'"))
            == 1
        )
    )


async def test_with_nought_minutes_nobody_is_reminded(tmp_path: Path) -> None:
    async with two_organisers(tmp_path, remind_minutes=0) as (rakor, rina, _):
        await pass_on(await rakor.participant("Budi"))
        await card(rina)
        assert rakor.rows("SELECT 1 FROM outbox WHERE kind = 'helpdesk_reminder'") == []


# ----------------------------------------------------------------------------- the list


async def test_the_open_questions_are_listed_and_opened(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    await rina.say("/pertanyaan")
    await rina.wait_for("Semua pertanyaan sudah dijawab")
    budi = await rakor.participant("Budi <b>")
    questions = [f"Apakah ada parkir truk gandeng nomor {number}?" for number in range(1, 11)]
    for question in questions:
        await pass_on(budi, question)
    await rina.press("menu")
    await rina.wait_for("Rakor Polpum 2023")
    await rina.press("Pertanyaan")
    shown = await rina.wait_for("Pertanyaan terbuka: 10")
    assert "Budi <b>, Kementerian Dalam Negeri" in text_of(shown)
    await rina.press("2/2 ▶", message=shown)
    await rina.wait_for("9. ")
    await rina.press("9", exact=True)
    fresh = await rina.wait_for(
        lambda message: questions[8] in text_of(message) and "Balas" in text_of(message)
    )
    await rina.say("Ada.", reply_to=fresh["message_id"])
    await budi.wait_for("Ada.")
    await until_shows(rina, fresh, "Dijawab")
    await rina.press("Perbarui", message=shown)
    await rina.wait_for("Pertanyaan terbuka: 9")


async def test_the_list_in_english(tmp_path: Path) -> None:
    async with two_organisers(tmp_path) as (rakor, _, tom):
        guest = await rakor.control.user("Rahasia", language_code="id")
        await pass_on(guest)
        await tom.say("/pertanyaan")
        shown = text_of(await tom.wait_for("Open questions: 1"))
        assert "Not registered" in shown
        assert "Rahasia" not in shown


# --------------------------------------------------------------- restarts and repetitions


async def test_updates_that_come_again_change_nothing(tmp_path: Path) -> None:
    """As after a crash between the write and the answer."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            rina = await rakor.organiser()
            budi = await rakor.participant("Budi")
            await pass_on(budi)
            shown = await card(rina)
            said = await rina.say("Ada.", reply_to=shown["message_id"])
            await budi.wait_for("Ada.")
            body = {"update_id": said["update_id"], "message": dict(await own(rina, said))}
        before = snapshot(rakor)
        replay(rakor, body)
        async with running(stage, settings) as rakor:
            await until(lambda: not rakor.rows("SELECT 1 FROM inbox WHERE NOT handled"))
            assert snapshot(rakor) == before


async def own(chat: Chat, said: Json) -> Json:
    return next(one for one in await chat.messages() if one["message_id"] == said["message_id"])


def replay(rakor: Rakor, body: Json) -> None:
    """Makes an update unhandled again; its writes stay marked as made."""
    with closing(sqlite3.connect(rakor.settings.database.path)) as connection:
        sql = "UPDATE inbox SET handled = 0, body = ?, queue = ? WHERE update_id = ?"
        queue = body["message"]["chat"]["id"]
        connection.execute(sql, (json.dumps(body), queue, body["update_id"]))
        connection.commit()


def snapshot(rakor: Rakor) -> list[tuple[Any, ...]]:
    rows = rakor.rows("SELECT state, helper_id, revision FROM helpdesk_questions")
    rows += rakor.rows("SELECT question_id, text, state FROM helpdesk_answers")
    rows += rakor.rows("SELECT key FROM outbox WHERE kind IN ('helpdesk_question', 'helpdesk_answer')")
    return [tuple(row) for row in rows]


DEEDS = st.lists(
    st.tuples(st.sampled_from(["take", "release", "answer", "send_held", "drop_held"]), st.integers(0, 1)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=12, derandomize=True, deadline=None, database=None)
@given(DEEDS)
async def test_in_any_order_the_cards_end_as_the_question_stands(deeds: list[tuple[str, int]]) -> None:
    """Two helpers press and reply as they like: both cards show the last state, each answer came once."""
    with tempfile.TemporaryDirectory() as folder:
        async with two_organisers(Path(folder)) as (rakor, rina, tom):
            budi = await rakor.participant("Budi")
            await pass_on(budi)
            shown = [await card(rina), await tom.wait_for("Not taken yet")]
            for number, (deed, who) in enumerate(deeds):
                chat = (rina, tom)[who]
                if deed == "answer":
                    done = await chat.say(f"Jawaban {number}", reply_to=shown[who]["message_id"])
                else:
                    target = 1 if deed in ("take", "release") else number
                    data = f"helpdesk.{deed}:{target}"
                    done = await chat.act("press", message_id=shown[who]["message_id"], data=data, wait=5)
                if done["update_id"] is not None:
                    await handled(rakor, done["update_id"])
            busy = """SELECT 1 FROM outbox WHERE state = 'sending'
                OR (state = 'waiting' AND kind <> 'helpdesk_reminder')"""
            await until(lambda: not rakor.rows(busy), seconds=20)
            (question,) = rakor.rows("SELECT state, helper_name FROM helpdesk_questions")
            words = {"open": ("Diambil oleh", "Taken by"), "answered": ("Dijawab oleh", "Answered by")}
            for chat, message, word in zip((rina, tom), shown, words[question["state"]], strict=True):
                text = text_of(await standing(chat, message))
                if question["helper_name"]:
                    assert f"{word} {question['helper_name']}" in text
                else:
                    assert "Belum diambil" in text or "Not taken yet" in text
            received = [text_of(one) for one in await budi.messages() if "Jawaban panitia" in text_of(one)]
            assert len(received) == len(answers(rakor)) == len(set(answers(rakor)))
