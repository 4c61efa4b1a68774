"""Polls: Telegram's own, prepared or made in the chat, opened and closed, and their votes."""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from data import polls
from data.checks import check
from data.polls import Poll
from tests.rakor import Rakor, emulated, running, until

PREPARED = """
[[polls]]
id = "rehat"
session = "panel-1"
question = "Perlu rehat lebih lama?"
kind = "single"
options = ["Ya", "Tidak", "Terserah & <panitia>"]
opens = 2023-02-20T10:45:00
closes = 2023-02-20T11:30:00

[[polls]]
id = "harapan"
session = "panel-1"
question = "Satu kata untuk Pemilu 2024?"
kind = "cloud"

[[polls]]
id = "kuis"
session = "panel-1"
question = "Kapan Pemilu 2024?"
kind = "quiz"
options = ["14 Februari", "27 November"]
correct = 1
shows = "closed"

[[polls]]
id = "puas"
session = "panel-1"
question = "Seberapa jelas?"
kind = "scale"
"""


def with_polls(folder: Path, more: str = PREPARED) -> Path:
    file = folder / SAMPLE_EVENT.name
    for material in SAMPLE_EVENT.parent.glob("*.pdf"):
        (folder / material.name).write_bytes(material.read_bytes())
    file.write_text(SAMPLE_EVENT.read_text() + more)
    return file


async def poll_of(chat: Chat, question: str) -> Json:
    return await chat.wait_for(lambda one: one.get("poll", {}).get("question") == question, after=0)


async def made(organiser: Chat, text: str, kind: str) -> None:
    """A poll made in the chat, opened and sent."""
    await organiser.say("/polling")
    await organiser.wait_for("Polling")
    await organiser.press("Polling baru")
    await organiser.wait_for("pertanyaannya pada baris pertama")
    await organiser.say(text)
    await organiser.wait_for("Jenis yang mana")
    await organiser.press(kind)
    await organiser.wait_for("Belum dibuka")
    await organiser.press("Buka dan kirim")
    await organiser.wait_for("Dibuka")


def votes(rakor: Rakor) -> list[str]:
    return sorted(row["choices"] for row in rakor.rows("SELECT choices FROM poll_votes"))


async def test_a_poll_from_the_chat_is_telegrams_own_and_its_votes_are_kept(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await rakor.at("20 10:40")
    await made(organiser, "Perlu perpanjangan?\nYa\nTidak", "Satu jawaban")
    shown = [await poll_of(chat, "Perlu perpanjangan?") for chat in (budi, citra)]
    assert [one["text"] for one in shown[0]["poll"]["options"]] == ["Ya", "Tidak"]
    for chat, message, choice in ((budi, shown[0], 0), (citra, shown[1], 1)):
        await chat.act("vote", message_id=message["message_id"], option_ids=[choice])
    await until(lambda: votes(rakor) == ["[0]", "[1]"])
    await citra.act("vote", message_id=shown[1]["message_id"], option_ids=[0])
    await until(lambda: votes(rakor) == ["[0]", "[0]"])
    await budi.act("vote", message_id=shown[0]["message_id"], option_ids=[])
    await until(lambda: votes(rakor) == ["[0]"])
    await organiser.press("Perbarui")
    await organiser.wait_for("Ya: 1")
    await organiser.press("Tutup")
    await organiser.wait_for("Ditutup")
    for chat in (budi, citra):
        await chat.wait_for(lambda one: one.get("poll", {}).get("is_closed", False), after=0)
    rows = str([tuple(row) for row in rakor.rows("SELECT * FROM poll_votes")])
    assert str(budi.id) not in rows
    assert str(citra.id) not in rows


async def test_a_second_press_sends_nothing_again(rakor: Rakor) -> None:
    organiser, budi = await rakor.organiser(), await rakor.participant()
    await made(organiser, "Setuju?\nYa\nTidak", "Beberapa jawaban")
    shown = await poll_of(budi, "Setuju?")
    assert shown["poll"]["allows_multiple_answers"]
    (row,) = rakor.rows("SELECT id FROM polls")
    await organiser.press_data((await organiser.last())["message_id"], f"polls.open:{row['id']}")
    await budi.act("vote", message_id=shown["message_id"], option_ids=[0, 1])
    await until(lambda: votes(rakor) == ["[0, 1]"])
    assert sum("poll" in one for one in await budi.messages()) == 1


async def asked_of_budi_alone(rakor: Rakor) -> tuple[Chat, Chat, Chat]:
    """A poll while Budi is there and Citra is not; the organiser, and the two."""
    organiser = await rakor.organiser()
    budi, citra = await rakor.participant("Budi"), await rakor.participant("Citra")
    await rakor.at("20 10:40")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    await made(organiser, "Setuju?\nYa\nTidak", "Satu jawaban")
    await poll_of(budi, "Setuju?")
    return organiser, budi, citra


async def test_only_those_present_get_it(rakor: Rakor) -> None:
    _, budi, citra = await asked_of_budi_alone(rakor)
    addressed = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'poll'")
    assert [row["chat_id"] for row in addressed] == [budi.id]
    assert not any("poll" in one for one in await citra.messages())


async def test_who_comes_while_it_is_open_gets_it_too_and_nobody_twice(rakor: Rakor) -> None:
    organiser, budi, citra = await asked_of_budi_alone(rakor)
    await citra.say(await rakor.code("panel-1"))
    await citra.wait_for(lambda one: "poll" in one, after=0, timeout=15)
    await organiser.press("Tutup")
    dewi = await rakor.participant("Dewi")
    await dewi.say(await rakor.code("panel-1"))
    await dewi.wait_for("Hadir tercatat")
    for chat in (budi, citra):
        await chat.wait_for(lambda one: one.get("poll", {}).get("is_closed", False), after=0)
        assert sum("poll" in one for one in await chat.messages()) == 1
    addressed = rakor.rows("SELECT chat_id FROM outbox WHERE kind = 'poll'")
    assert sorted(row["chat_id"] for row in addressed) == sorted([budi.id, citra.id])


async def test_a_quiz_has_its_right_answer_and_a_scale_five(rakor: Rakor) -> None:
    organiser, budi = await rakor.organiser(), await rakor.participant()
    await made(organiser, "Ibu kota Kaltim?\nBalikpapan\n*Samarinda", "Kuis")
    quiz = (await poll_of(budi, "Ibu kota Kaltim?"))["poll"]
    assert (quiz["type"], len(quiz["options"])) == ("quiz", 2)
    await organiser.say("/polling")
    await organiser.wait_for("Polling")
    await made(organiser, "Seberapa jelas?", "Skala 1–5")
    scale = await poll_of(budi, "Seberapa jelas?")
    assert [one["text"] for one in scale["poll"]["options"]] == list("12345")


async def test_two_right_answers_are_told_and_are_no_quiz(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/polling")
    await organiser.wait_for("Polling")
    await organiser.press("Polling baru")
    await organiser.wait_for("baris pertama")
    await organiser.say("Ibu kota Kaltim?\n*Balikpapan\n*Samarinda")
    asked = await organiser.wait_for("Kuis hanya punya satu jawaban benar, di sini 2")
    assert "Kuis" not in str(buttons(asked))


async def test_when_the_wall_shows_the_results_is_for_the_moderator_to_say(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    await made(organiser, "Ibu kota Kaltim?\nBalikpapan\n*Samarinda", "Kuis")
    assert "setelah ditutup" in text_of(await organiser.last())
    await organiser.press("Tampilkan hasil di layar sekarang")
    await organiser.wait_for("Hasil di layar: langsung")
    assert [row["shows"] for row in rakor.rows("SELECT shows FROM polls")] == ["live"]
    await organiser.press("Tahan hasil")
    await organiser.wait_for("Hasil di layar: setelah ditutup")
    await organiser.press("Tutup")
    closed = await organiser.wait_for("Ditutup")
    assert "layar" not in text_of(closed) + str(buttons(closed))
    (row,) = rakor.rows("SELECT id FROM polls")
    await organiser.press_data(closed["message_id"], f"polls.shows:{row['id']}:live")
    assert [row["shows"] for row in rakor.rows("SELECT shows FROM polls")] == ["closed"]


async def test_prepared_polls_open_and_close_by_the_schedule(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path, with_polls(tmp_path))) as rakor:
        budi = await rakor.participant()
        await rakor.at("20 10:46")
        shown = await budi.wait_for(lambda one: "poll" in one, timeout=15)
        assert [one["text"] for one in shown["poll"]["options"]][2] == "Terserah & <panitia>"
        await budi.act("vote", message_id=shown["message_id"], option_ids=[2])
        await until(lambda: votes(rakor) == ["[2]"])
        await rakor.at("20 11:31")
        await budi.wait_for(lambda one: one.get("poll", {}).get("is_closed", False), timeout=15, after=0)
        found = await polls.outcomes(rakor.parts.database.reads, 1, "panel-1")
        by_key = {one.poll.key: one for one in found}
        assert by_key["rehat"].counts == {"Ya": 0, "Tidak": 0, "Terserah & <panitia>": 1}
        assert (by_key["kuis"].poll.state, by_key["kuis"].poll.correct) == ("draft", 0)


async def test_a_word_cloud_counts_words_and_one_answer_a_person(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path, with_polls(tmp_path))) as rakor:
        organiser = await rakor.organiser()
        people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
        await organiser.say("/polling")
        await organiser.wait_for("Polling")
        await organiser.press("Satu kata untuk")
        await organiser.wait_for("Belum dibuka")
        await organiser.press("Buka dan kirim")
        await organiser.wait_for("Dibuka")
        for chat, words in zip(people, ("Damai", " damai ", "jujur"), strict=True):
            await chat.wait_for("☁️", after=0)
            await chat.press("Jawab")
            await chat.wait_for("Silakan tulis jawaban")
            await chat.say(words)
            await chat.wait_for("✅ Tercatat")
        await people[2].press("Ubah")
        await people[2].wait_for("Silakan tulis jawaban")
        await people[2].say("x" * 41)
        await people[2].wait_for("paling banyak 40")
        await people[2].say("Damai")
        await people[2].wait_for("✅ Tercatat")
        await organiser.press("Perbarui")
        await organiser.wait_for("damai: 3")
        await organiser.press("Tutup")
        await organiser.wait_for("Ditutup")
        answer = await people[0].press("Ubah")
        assert answer is not None
        assert "sudah ditutup" in answer["text"]
        await organiser.say("/hasil")
        await organiser.wait_for("Hasil penilaian")
        await organiser.press("Data XLSX")
        message = await organiser.wait_for(lambda one: "document" in one)
        book = openpyxl.load_workbook(BytesIO(await rakor.control.file(message["document"]["file_id"])))
        assert [cell.value for cell in book["Polling"][2]][1:] == [
            "Satu kata untuk Pemilu 2024?",
            "awan kata",
            3,
            "damai",
            3,
        ]


async def test_a_vote_faster_than_the_note_of_the_sending_counts(rakor: Rakor) -> None:
    """As after a crash between the two: the message goes out again, and the first one's vote is kept."""
    organiser, budi = await rakor.organiser(), await rakor.participant()
    await made(organiser, "Setuju?\nYa\nTidak", "Satu jawaban")
    shown = await poll_of(budi, "Setuju?")
    await until(lambda: rakor.rows("SELECT * FROM poll_messages") != [])

    def lose(tx: object) -> None:
        tx.execute("DELETE FROM poll_messages")  # type: ignore[attr-defined]
        tx.execute("UPDATE outbox SET state = 'sending' WHERE kind = 'poll'")  # type: ignore[attr-defined]

    await rakor.parts.database.write(lose)
    await budi.act("vote", message_id=shown["message_id"], option_ids=[1])
    await until(lambda: votes(rakor) == ["[1]"])


async def test_what_is_on_its_way_when_a_poll_is_closed_is_closed_too(rakor: Rakor) -> None:
    organiser, budi = await rakor.organiser(), await rakor.participant()
    await rakor.control.post("faults", method="sendPoll", kind="slow", delay=1.5, times=1)
    await made(organiser, "Setuju?\nYa\nTidak", "Satu jawaban")
    await until(lambda: rakor.rows("SELECT 1 FROM outbox WHERE kind = 'poll' AND state = 'sending'") != [])
    await organiser.press("Tutup")
    await organiser.wait_for("Ditutup")
    assert rakor.rows("SELECT * FROM poll_messages") == []
    await budi.wait_for(lambda one: one.get("poll", {}).get("is_closed", False), after=0)


async def test_who_is_deleted_takes_the_votes_along(rakor: Rakor) -> None:
    organiser, budi = await rakor.organiser(), await rakor.participant()
    await made(organiser, "Setuju?\nYa\nTidak", "Satu jawaban")
    shown = await poll_of(budi, "Setuju?")
    await budi.act("vote", message_id=shown["message_id"], option_ids=[1])
    await until(lambda: votes(rakor) == ["[1]"])
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus semua data")
    await budi.press("profile.delete_yes")
    await budi.wait_for("telah dihapus")
    assert votes(rakor) == []
    assert rakor.rows("SELECT * FROM poll_messages") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tanya saja\nSatu",
        "Dua yang sama?\nYa\nYa",
        "x" * 251,
        "😀" * 126 + "\nYa\nTidak",
        "Apa?\nYa\n" + "😀" * 51,
        "Tanya\n" + "\n".join(map(str, range(13))),
    ],
)
async def test_what_is_no_poll_is_said(rakor: Rakor, text: str) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/polling")
    await organiser.wait_for("Polling")
    await organiser.press("Polling baru")
    await organiser.wait_for("baris pertama")
    await organiser.say(text)
    await organiser.wait_for("Mohon kirim lagi")


async def test_what_the_event_file_does_not_prepare_any_more_is_gone_unless_it_was_opened(
    tmp_path: Path,
) -> None:
    file = with_polls(tmp_path)
    async with emulated() as stage, running(stage, stage.settings(tmp_path, file)) as rakor:
        organiser = await rakor.organiser()
        await rakor.at("20 10:46")
        await organiser.say("/polling")
        page = await organiser.wait_for("belum dibuka ·")
        assert "▫️ Kapan Pemilu 2024?" in buttons(page)
        await until(lambda: bool(rakor.rows("SELECT id FROM polls WHERE key = 'rehat' AND state = 'open'")))
        file.write_text(SAMPLE_EVENT.read_text())
        await import_event(rakor.parts.database, file)
        await until(lambda: rakor.parts.programme.stored.revision == 2)
        await organiser.say("/polling")
        page = await organiser.wait_for("belum dibuka ·")
        assert [one for one in buttons(page) if one[0] in "▫▶"] == ["▶️ Perlu rehat lebih lama?"]


async def test_a_draft_made_in_the_chat_can_be_removed_and_no_other_poll(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path, with_polls(tmp_path))) as rakor:
        organiser = await rakor.organiser()
        await made(organiser, "Sudah dibuka?\nYa\nTidak", "Satu jawaban")
        await organiser.say("/polling")
        await organiser.wait_for("belum dibuka ·")
        await organiser.press("Polling baru")
        await organiser.wait_for("baris pertama")
        await organiser.say("Salah ketik?\nYa\nTidak")
        await organiser.wait_for("Jenis yang mana")
        await organiser.press("Satu jawaban")
        page = await organiser.wait_for("Belum dibuka")
        for row in rakor.rows("SELECT id FROM polls WHERE question <> 'Salah ketik?'"):
            await organiser.press_data(page["message_id"], f"polls.one:{row['id']}")
            page = await organiser.wait_for("Suara disimpan")
            assert "🗑 Hapus" not in buttons(page)
            await organiser.press_data(page["message_id"], f"polls.discard:{row['id']}")
            await organiser.wait_for("belum dibuka ·")
        before = len(rakor.rows("SELECT id FROM polls"))
        await organiser.press("Salah ketik?")
        await organiser.wait_for("Belum dibuka")
        await organiser.press("🗑 Hapus")
        page = await organiser.wait_for("belum dibuka ·")
        assert "Salah ketik" not in str(buttons(page))
        assert (before, len(rakor.rows("SELECT id FROM polls"))) == (6, 5)


async def test_who_goes_back_makes_no_poll_of_the_next_message(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/polling")
    await organiser.wait_for("Polling")
    await organiser.press("Polling baru")
    await organiser.wait_for("baris pertama")
    await organiser.press("Semua polling")
    await organiser.wait_for("Belum ada")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")


async def test_nobody_else_makes_or_sees_polls(rakor: Rakor) -> None:
    budi = await rakor.participant()
    await budi.say("/polling")
    await budi.wait_for("tidak dikenal")
    await budi.press_data((await budi.last())["message_id"], "polls.new")
    assert rakor.rows("SELECT * FROM dialogs") == []
    assert "polls" not in str(buttons(await budi.last()))
    assert "Polling baru" not in text_of(await budi.last())


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('session = "panel-1"\nquestion = "Perlu', 'session = "panel-9"\nquestion = "Perlu', "no session"),
        ("closes = 2023-02-20T11:30:00", "closes = 2023-02-20T10:30:00", "is not after opens"),
        (
            'options = ["Ya", "Tidak", "Terserah & <panitia>"]',
            'options = ["Ya"]',
            "2 to 12 options: it has 1",
        ),
        ('"Tidak", "Terserah', '"Ya", "Terserah', "stands there twice"),
        ('"Tidak", "Terserah', f'"{"😀" * 51}", "Terserah', "has 102 characters, Telegram takes 100"),
        ("correct = 1\n", "", "needs the number of its right option"),
        ("correct = 1\n", "correct = 3\n", "needs the number of its right option"),
        ('kind = "scale"\n', 'kind = "scale"\noptions = ["1", "2"]\n', "kind scale has no options"),
        ('kind = "single"\n', 'kind = "single"\ncorrect = 1\n', "only a quiz has a right option"),
        ('kind = "single"\n', 'kind = "vote"\n', "one of single, multiple, quiz, scale, cloud"),
        ('shows = "closed"', 'shows = "later"', "one of live, closed"),
        ('id = "kuis"', 'id = "rehat"', "give each its own id"),
    ],
)
def test_a_faulty_poll_in_the_event_file_is_found(tmp_path: Path, old: str, new: str, finding: str) -> None:
    file = with_polls(tmp_path, PREPARED.replace(old, new, 1))
    tomllib.loads(file.read_text())
    errors = [str(one) for one in check(file) if one.severity == "error"]
    assert len(errors) == 1
    assert finding in errors[0]


@given(st.lists(st.lists(st.integers(0, 2), max_size=3, unique=True), max_size=20))
def test_every_vote_counts_for_what_it_chose(given_votes: list[list[int]]) -> None:
    poll = Poll(1, "p", None, "?", "multiple", ("a", "b", "c"), None, "live", "open")
    found = polls.outcome(poll, given_votes)
    assert found.voters == len(given_votes)
    assert list(found.counts.values()) == [sum(at in one for one in given_votes) for at in range(3)]
