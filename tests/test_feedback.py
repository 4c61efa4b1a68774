"""Feedback: a form in one message that edits itself; anonymous, and changed as often as one likes."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from data import eventfile
from data.anonymity import Anonymity, key_file, load, rounded
from data.database import Database
from data.event import Speaker
from data.forms import SpeakerQuestion, of_session
from data.migrations import SCHEMA_FOLDER, migrations
from handlers.feedback import MAX_COMMENT
from tests.attendance_stage import meeting
from tests.rakor import Rakor, emulated, running, until

END_OF_PANEL_1 = 1676865600  # 2023-02-20T12:00:00+08:00
SUBJECT = "feedback:1:panel-1"
SECRETARY, DIRECTOR = (one.id for one in of_session(eventfile.load(SAMPLE_EVENT).sessions[3]).questions[1:3])
"""What is asked of each of the speakers of panel I."""
OWN_FORM = """
[[sessions.form]]
id = "manfaat-sesi"
kind = "choice"
question = "Seberapa berguna sesi ini?"
options = ["Sangat", "Cukup & baik", "Tidak"]

[[sessions.form]]
id = "usul"
kind = "text"
question = "Usul untuk pembahasan lanjutan?"

[[sessions]]
id = "ishoma-1"
"""


async def rating(rakor: Rakor, **fields: str) -> Chat:
    """A participant before the first question on panel I, which has ended."""
    chat = await rakor.participant(**fields)
    is_english = fields.get("language_code") == "en"
    await rakor.at("20 12:05")
    await chat.say("/nilai")
    await chat.wait_for("Which one" if is_english else "ingin Bapak/Ibu nilai")
    await chat.press("Panel I")
    await chat.wait_for("1/5")
    return chat


async def commenting(rakor: Rakor) -> Chat:
    """A participant who has rated the content of panel I with 4 and is asked for a comment."""
    chat = await rating(rakor)
    await chat.press("4", exact=True)
    await chat.wait_for("2/5")
    for step in ("3/5", "4/5", "5/5"):
        await chat.press("Lewati")
        await chat.wait_for(step)
    return chat


def stored(rakor: Rakor, session_id: str = "panel-1") -> dict[str, object]:
    """What one person has answered on a session."""
    rows = rakor.rows("SELECT * FROM feedback_answers WHERE session_id = ?", session_id)
    assert len({row["answer_key"] for row in rows}) <= 1
    return {row["question"]: row["text"] if row["value"] is None else row["value"] for row in rows}


async def refusal(chat: Chat, data: str) -> Json:
    """The alert on a press that is refused."""
    answer = await chat.press_data((await chat.last())["message_id"], data)
    assert answer is not None
    assert answer["show_alert"]
    return answer


def with_own_form(folder: Path) -> Path:
    """The sample, with a form of its own on panel I."""
    file = folder / SAMPLE_EVENT.name
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (folder / material.name).write_bytes(material.read_bytes())
    file.write_text(SAMPLE_EVENT.read_text().replace('[[sessions]]\nid = "ishoma-1"\n', OWN_FORM))
    return file


@pytest.mark.parametrize(
    ("language_code", "scale", "thanks", "anonymous", "done"),
    [
        (
            "id",
            "1 = kurang, 5 = sangat baik",
            "Terima kasih",
            "Anonim",
            ["Materi: 5 dari 5", "Sekretaris Ditjen Polpum: 4 dari 5", "Waktu: 3 dari 5"],
        ),
        (
            "en",
            "1 = poor, 5 = very good",
            "Thank you",
            "Anonymous",
            ["Content: 5 of 5", "Sekretaris Ditjen Polpum: 4 of 5", "Timing: 3 of 5"],
        ),
    ],
)
async def test_the_form_is_one_message_that_goes_on_with_each_press(
    rakor: Rakor, language_code: str, scale: str, thanks: str, anonymous: str, done: list[str]
) -> None:
    chat = await rating(rakor, language_code=language_code)
    page = await chat.last()
    messages = len(await chat.messages())
    assert scale in text_of(page)
    assert anonymous in text_of(page)
    assert buttons(page)[:5] == ["1", "2", "3", "4", "5"]
    for position, given in enumerate(("5", "4", "2", "3"), start=1):
        answer = await chat.press(given, exact=True)
        assert answer is not None
        assert thanks in answer["text"]
        shown = await chat.wait_for(f"{position + 1}/5")
        assert shown["message_id"] == page["message_id"]
    await chat.say("Sangat jelas & padat <b>")
    summary = await chat.wait_for("Sangat jelas & padat <b>")
    assert all(line in text_of(summary) for line in done)
    assert summary["message_id"] == page["message_id"]
    assert len(await chat.messages()) == messages + 1
    assert stored(rakor) == {
        "materi": 5,
        SECRETARY: 4,
        DIRECTOR: 2,
        "waktu": 3,
        "komentar": "Sangat jelas & padat <b>",
    }


async def test_one_goes_back_and_changes_an_answer(rakor: Rakor) -> None:
    chat = await rating(rakor)
    await chat.press("5", exact=True)
    await chat.wait_for("2/5")
    await chat.press("Kembali")
    assert "● 5" in buttons(await chat.wait_for("1/5"))
    await chat.press("2", exact=True)
    await chat.wait_for("2/5")
    assert stored(rakor) == {"materi": 2}


async def test_whoever_skips_everything_has_answered_nothing(rakor: Rakor) -> None:
    chat = await rating(rakor)
    for step in ("2/5", "3/5", "4/5", "5/5"):
        await chat.press("Lewati")
        await chat.wait_for(step)
    await chat.press("Selesai")
    await chat.wait_for("Belum ada jawaban")
    assert stored(rakor) == {}


async def test_a_form_goes_on_after_a_restart_where_it_was_left(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rating(rakor)
            await budi.press("5", exact=True)
            page = await budi.wait_for("2/5")
        async with running(stage, settings) as rakor:
            chat = Chat(rakor.control, budi.user)
            await chat.press("4", message=page)
            await chat.wait_for("3/5")
            await chat.say("/nilai")
            await chat.wait_for("ingin Bapak/Ibu nilai")
            await chat.press("✓ Panel I")
            await chat.wait_for("3/5")
            assert stored(rakor) == {"materi": 5, SECRETARY: 4}


async def test_a_comment_is_changed_and_removed(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("Terlalu cepat")
    await chat.wait_for("Komentar: Terlalu cepat")
    await chat.press("✏️ Komentar")
    await chat.wait_for("Tersimpan: Terlalu cepat")
    await chat.say("Pas")
    await chat.wait_for("Komentar: Pas")
    assert stored(rakor) == {"materi": 4, "komentar": "Pas"}
    await chat.press("✏️ Komentar")
    await chat.wait_for("Tersimpan: Pas")
    answer = await chat.press("Hapus")
    assert answer is not None
    assert "Dihapus" in answer["text"]
    await chat.wait_for(lambda message: "🗑 Hapus" not in buttons(message))
    assert stored(rakor) == {"materi": 4}


async def test_a_comment_can_be_given_up(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.press("Selesai")
    await chat.wait_for("tersimpan")
    await chat.say("panel 2 jam berapa?")
    await chat.wait_for("13.30")
    assert stored(rakor) == {"materi": 4}


async def test_a_comment_too_long_is_asked_again_shorter(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("p" * (MAX_COMMENT + 1))
    await chat.wait_for(f"{MAX_COMMENT + 1} huruf, paling banyak {MAX_COMMENT}")
    await chat.say("p" * MAX_COMMENT)
    await chat.wait_for("Komentar: ppp")
    assert stored(rakor) == {"materi": 4, "komentar": "p" * MAX_COMMENT}


async def test_a_comment_is_awaited_over_a_restart(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            chat = await commenting(rakor)
        async with running(stage, settings) as rakor:
            chat = Chat(rakor.control, chat.user)
            await chat.say("Bagus")
            await chat.wait_for("Komentar: Bagus")
            assert stored(rakor) == {"materi": 4, "komentar": "Bagus"}


async def test_where_the_form_is_deleted_the_answer_is_a_new_message(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    page = await chat.last()
    await rakor.parts.bot.call("deleteMessage", {"chat_id": chat.id, "message_id": page["message_id"]})
    await chat.say("Bagus")
    assert (await chat.wait_for("Komentar: Bagus"))["message_id"] > page["message_id"]


@pytest.mark.parametrize(
    ("language_code", "sentence"),
    [("id", "dibuka setelah selesai, Sen, 20 Feb pukul 12.00 WITA"), ("en", "20 Feb at 12.00 WITA")],
)
async def test_before_the_end_nothing_can_be_rated(rakor: Rakor, language_code: str, sentence: str) -> None:
    chat = await rakor.participant(language_code=language_code)
    await rakor.control.set_clock(END_OF_PANEL_1 - 60)
    for data in ("feedback.open:panel-1", "feedback.rate:panel-1:5", "feedback.summary:panel-1"):
        assert sentence in (await refusal(chat, data))["text"]
    assert stored(rakor) == {}


@pytest.mark.parametrize(
    "data",
    [
        "feedback.rate:panel-1:0",
        "feedback.rate:panel-1:6",
        "feedback.rate:panel-1:lima",
        "feedback.rate:panel-1",
        "feedback.rate:pembukaan:5",
        "feedback.rate:panel-9:5",
        "feedback.give:panel-1:00000000:5",
        "feedback.ask:panel-1:00000000",
        "feedback.remove:panel-1:00000000",
    ],
)
async def test_a_forged_rating_is_refused(rakor: Rakor, data: str) -> None:
    chat = await rating(rakor)
    assert "tidak berlaku" in (await refusal(chat, data))["text"]
    assert stored(rakor) == {}


@pytest.mark.parametrize(
    ("language_code", "none_yet", "which"),
    [("id", "Belum ada sesi", "ingin Bapak/Ibu nilai"), ("en", "No session can be rated yet", "Which one")],
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
    assert stored(rakor) == {}


async def test_two_people_are_two_answers(rakor: Rakor) -> None:
    people = [await rakor.participant(name) for name in ("Budi", "Citra")]
    await rakor.at("20 12:10")
    for given, chat in enumerate(people, start=4):
        await chat.wait_for("sudah selesai")
        await chat.press(str(given), exact=True)
        await chat.wait_for("2/5")
    rows = rakor.rows("SELECT answer_key, value FROM feedback_answers")
    assert sorted(row["value"] for row in rows) == [4, 5]
    assert len({row["answer_key"] for row in rows}) == 2


@pytest.mark.parametrize(("number", "asked"), [(1, 0), (2, 2), (5, 5), (6, 0)])
def test_a_few_speakers_are_rated_one_by_one(number: int, asked: int) -> None:
    panel = eventfile.load(SAMPLE_EVENT).sessions[3]
    people = [Speaker(name=f"Dr. Ir. Siti Aminah {at}, M.Si.", role="narasumber") for at in range(number)]
    moderator = Speaker(name="Budi", role="moderator")
    form = of_session(panel.model_copy(update={"speakers": (*people, moderator)}))
    single = [one for one in form.questions if isinstance(one, SpeakerQuestion)]
    assert [one.question for one in single] == [one.name for one in people][:asked]
    assert len({one.id for one in form.questions}) == len(form.questions) == (asked or 1) + 3
    assert all(len(one.id) <= 32 for one in form.questions)
    swapped = of_session(panel.model_copy(update={"speakers": tuple(reversed(people))}))
    assert {one.id for one in swapped.questions} == {one.id for one in form.questions}


# ------------------------------------------------------------------------- forms of the event


async def test_a_session_asks_what_the_event_file_says(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path, with_own_form(tmp_path))
        async with running(stage, settings) as rakor:
            budi = await rakor.participant()
            await rakor.at("20 12:10")
            request = await budi.wait_for("sudah selesai")
            assert "1/2 Seberapa berguna sesi ini?" in text_of(request)
            assert buttons(request)[:3] == ["Sangat", "Cukup & baik", "Tidak"]
            await budi.press("Cukup & baik")
            await budi.wait_for("2/2 Usul untuk pembahasan lanjutan?")
            await budi.say("Anggaran desa")
            await budi.wait_for("Seberapa berguna sesi ini?: Cukup & baik")
            assert stored(rakor) == {"manfaat-sesi": "Cukup & baik", "usul": "Anggaran desa"}


async def test_a_button_of_a_question_that_was_reworded_is_no_answer_to_the_new_one(tmp_path: Path) -> None:
    file = with_own_form(tmp_path)
    async with emulated() as stage, running(stage, stage.settings(tmp_path, file)) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 12:10")
        request = await budi.wait_for("sudah selesai")
        file.write_text(file.read_text().replace('["Sangat", "Cukup & baik", "Tidak"]', '["Tidak", "Ya"]'))
        await import_event(rakor.parts.database, file)
        await until(lambda: rakor.parts.programme.stored.revision == 2)
        answer = await budi.press("Sangat", message=request)
        assert answer is not None
        assert "tidak berlaku" in answer["text"]
        assert stored(rakor) == {}


async def test_a_form_that_begins_with_words_begins_with_a_press(tmp_path: Path) -> None:
    file = with_own_form(tmp_path)
    text = file.read_text()
    start, end = (
        text.index('[[sessions.form]]\nid = "manfaat-sesi"'),
        text.index('[[sessions.form]]\nid = "usul"'),
    )
    file.write_text(text[:start] + text[end:])
    async with emulated() as stage, running(stage, stage.settings(tmp_path, file)) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 12:10")
        await budi.wait_for("sudah selesai")
        await budi.press("Isi sekarang")
        await budi.wait_for("1/1 Usul")
        await budi.say("Lebih banyak diskusi")
        await budi.wait_for("Lebih banyak diskusi")
        assert stored(rakor) == {"usul": "Lebih banyak diskusi"}


async def test_after_the_event_everybody_who_was_there_is_asked_about_all_of_it(rakor: Rakor) -> None:
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await rakor.at("21 14:40")
    request = await budi.wait_for("Terima kasih atas kehadiran")
    assert "1/4" in text_of(request)
    await budi.press("5", message=request, exact=True)
    assert buttons(await budi.wait_for("2/4"))[:3] == ["Panel 1", "Panel 2", "Panel 3"]
    await budi.press("Panel 2")
    assert buttons(await budi.wait_for("3/4"))[:11] == [str(number) for number in range(11)]
    await budi.press("10", exact=True)
    await budi.wait_for("4/4")
    await budi.say("Lebih banyak waktu diskusi")
    assert "Rekomendasi: 10 dari 10" in text_of(await budi.wait_for("Terima kasih, tersimpan"))
    answers = {
        "keseluruhan": 5,
        "manfaat": "Panel 2",
        "rekomendasi": 10,
        "saran": "Lebih banyak waktu diskusi",
    }
    assert stored(rakor, "_") == answers
    assert not any("Terima kasih atas kehadiran" in text_of(one) for one in await citra.messages())


async def test_an_event_without_a_survey_asks_for_none(tmp_path: Path) -> None:
    file = with_own_form(tmp_path)
    file.write_text("survey = []\n" + file.read_text())
    async with emulated() as stage, running(stage, stage.settings(tmp_path, file)) as rakor:
        assert rakor.parts.programme.stored.event.survey == ()
        await rakor.participant()
        await rakor.at("21 14:40")
        await until(
            lambda: rakor.rows("SELECT 1 FROM reminder_plans WHERE key GLOB 'reminder:penutupan:*'") != []
        )
        assert rakor.rows("SELECT 1 FROM reminder_plans WHERE key GLOB '*:_:*'") == []


async def test_who_has_not_answered_is_reminded_once_and_nothing_tells_who_that_was(rakor: Rakor) -> None:
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await rakor.at("20 12:10")
    for chat in (budi, citra):
        await chat.wait_for("sudah selesai")
    await budi.press("5", exact=True)
    await budi.wait_for("2/5")
    await rakor.at("20 14:10")
    again = await citra.wait_for("hanya sekali")
    assert "1/5" in text_of(again)
    await until(lambda: rakor.rows("SELECT 1 FROM outbox WHERE kind = 'feedback_again'") == [])
    assert not any("hanya sekali" in text_of(one) for one in await budi.messages())
    rows = rakor.rows("SELECT state FROM outbox WHERE kind = 'feedback_request'")
    assert [row["state"] for row in rows] == ["sent", "sent"]
    await rakor.at("20 15:00")
    await citra.press("4", message=again, exact=True)
    await citra.wait_for("2/5")
    assert sum("hanya sekali" in text_of(one) for one in await citra.messages()) <= 1


# ---------------------------------------------------------------------------------- anonymity


async def test_a_stored_answer_holds_no_person_and_only_the_hour(rakor: Rakor) -> None:
    chat = await commenting(rakor)
    await chat.say("Bagus")
    await chat.wait_for("Komentar: Bagus")
    for row in rakor.rows("SELECT * FROM feedback_answers"):
        assert chat.id not in tuple(row)
        assert str(chat.id) not in str(tuple(row))
        assert row["hour"] == END_OF_PANEL_1 == rounded(END_OF_PANEL_1 + 600)
    assert rakor.rows("SELECT body FROM inbox WHERE handled = 1 AND body IS NOT NULL") == []
    assert rakor.rows("SELECT * FROM dialogs") == []


async def test_only_the_key_file_joins_an_answer_with_its_person(rakor: Rakor) -> None:
    chat = await rating(rakor)
    await chat.press("5", exact=True)
    await chat.wait_for("2/5")
    (row,) = rakor.rows("SELECT answer_key FROM feedback_answers")
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


# ------------------------------------------------------------------------ what was there before


async def test_ratings_of_one_press_from_before_the_forms_still_count(tmp_path: Path) -> None:
    path = tmp_path / "rakor.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as before:
        for migration in migrations(SCHEMA_FOLDER):
            if migration.number < 20:
                for statement in migration.statements():
                    before.execute(statement)
                before.execute(f"PRAGMA user_version = {migration.number}")
        before.execute("INSERT INTO feedback VALUES (x'01', 1, 'panel-1', 4, 'Bagus', 3600)")
        before.execute("INSERT INTO feedback VALUES (x'02', 1, 'panel-1', 5, NULL, 7200)")
    database = await Database.open(path)
    rows = await database.reads.execute_fetchall(
        "SELECT answer_key, question, value, text FROM feedback_answers ORDER BY answer_key, question DESC"
    )
    assert [tuple(row) for row in rows] == [
        (b"\1", "rating", 4, None),
        (b"\1", "komentar", None, "Bagus"),
        (b"\2", "rating", 5, None),
    ]
    await database.close()


async def test_a_button_from_before_the_forms_still_rates_and_the_form_goes_on(rakor: Rakor) -> None:
    chat = await rating(rakor)
    answer = await chat.press_data((await chat.last())["message_id"], "feedback.rate:panel-1:3")
    assert answer is not None
    assert "Tersimpan" in answer["text"]
    assert stored(rakor) == {"rating": 3}


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
    assert stored(rakor) == {"materi": 4}


async def test_whoever_looks_at_the_other_forms_does_not_comment_any_more(rakor: Rakor) -> None:
    budi = await commenting(rakor)
    await budi.press("Sesi lain")
    await budi.wait_for("Mana yang ingin")
    await budi.say("panel 2 jam berapa?")
    await budi.wait_for("13.30")
    assert stored(rakor) == {"materi": 4}


async def test_a_code_is_no_comment(rakor: Rakor) -> None:
    budi = await commenting(rakor)
    await rakor.at("20 13:30")
    await budi.say(await rakor.code("panel-2"))
    await budi.wait_for("Hadir tercatat")
    assert stored(rakor) == {"materi": 4}


async def test_a_cancelled_session_takes_neither_questions_nor_feedback(tmp_path: Path) -> None:
    async with meeting(tmp_path, {"panel-1": "cancelled = true"}) as rakor:
        budi = await rakor.participant("Budi")
        await rakor.at("20 10:40")
        await budi.say("/tanya Kapan anggaran turun?")
        assert "Berikutnya Panel II" in text_of(await budi.wait_for("🙋"))
        await rakor.at("20 14:30")
        await budi.say("/nilai")
        assert "Belum ada sesi" in text_of(await budi.wait_for("⭐ Penilaian"))
        for data in ("feedback.open:panel-1", "feedback.rate:panel-1:5"):
            await budi.press_data((await budi.last())["message_id"], data)
        assert rakor.rows("SELECT * FROM feedback_answers") == []
        assert rakor.rows("SELECT * FROM outbox WHERE kind LIKE 'feedback%'") == []
