"""What the bot did not know: listed without names, taught, used at once, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.importing import take
from bot.rehearsal.chat import Chat, buttons, text_of
from data import teaching
from data.database import Database
from tests.rakor import ORGANISER_ID, Rakor, emulated, running, until
from tests.test_cards import own, replay
from tests.test_helpdesk import delete_everything

LORRY = "Apakah ada parkir truk gandeng?"
DENTIST = "Apakah ada dokter gigi?"
LONG_NUMBER = "zqx 0812-3456-7890 wvk"


async def ask(chat: Chat, *texts: str) -> None:
    """What the bot does not know."""
    for text in texts:
        await chat.say(text)
        await chat.wait_for(lambda message: "Maaf" in text_of(message) or "Sorry" in text_of(message))


async def opened(organiser: Chat, text: str) -> None:
    """The page of the first text in the list."""
    await organiser.say("/belum_terjawab")
    shown = await organiser.wait_for(text)
    await organiser.press("1", message=shown, exact=True)
    await organiser.wait_for("Ditanyakan")


def refreshed(rakor: Rakor) -> list[str]:
    return [entry.question for entry in rakor.parts.programme.stored.event.faq]


@pytest.mark.parametrize(
    ("language_code", "nothing", "heading"),
    [("id", "Tidak ada", "Belum terjawab oleh bot: 2"), ("en", "None.", "Not known to the bot: 2")],
)
async def test_the_list_counts_what_is_nearly_the_same_and_names_nobody(
    rakor: Rakor, language_code: str, nothing: str, heading: str
) -> None:
    organiser = await rakor.control.user("Panitia", id=ORGANISER_ID, language_code=language_code)
    await organiser.say("/belum_terjawab")
    await organiser.wait_for(nothing)
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await ask(budi, DENTIST, LORRY)
    await ask(siti, "apakah ada PARKIR truk gandengg", LORRY.upper())
    await organiser.say("/belum_terjawab")
    shown = text_of(await organiser.wait_for(heading))
    assert f"1. {LORRY} (3×)" in shown
    assert f"2. {DENTIST} (1×)" in shown
    assert "Budi" not in shown
    for table in ("unknown_questions", "added_faq"):
        rows = rakor.rows(f"SELECT * FROM {table}")  # noqa: S608 - our own names
        assert budi.id not in [value for row in rows for value in row]


async def test_figures_tell_texts_apart_and_long_numbers_are_not_kept(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await ask(budi, "apakah ada lift ke kamar 1201", "apakah ada lift ke kamar 1202", LONG_NUMBER)
    texts = [row["text"] for row in rakor.rows("SELECT text FROM unknown_questions WHERE leader = id")]
    assert len(texts) == 3
    assert "7890" not in str(texts)


async def test_a_text_is_taught_a_session_and_the_facet_asked_is_answered(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, "bincang santai di mana?")
    await opened(organiser, "bincang santai")
    await organiser.press("Sebuah sesi")
    await organiser.wait_for("Tentang sesi mana?")
    await organiser.press("teaching.teach:1:session:panel-2")
    page = await organiser.wait_for("Kini dijawab dengan: Panel II")
    assert "Batalkan" in str(buttons(page))
    await budi.say("bincang santai di mana?")
    await budi.wait_for("Grand Ballroom")
    await budi.say("Selamat siang, mohon izin, bincang santay itu jam berapa ya?")
    await budi.wait_for("13.30")
    await budi.say("siapa moderatornya?")
    await budi.wait_for("moderator")
    assert len(rakor.rows("SELECT 1 FROM unknown_questions")) == 1


async def test_a_text_is_taught_an_entry_and_untaught(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, "numpang ngeprint tiket")
    await opened(organiser, "ngeprint")
    await organiser.press("Tanya jawab")
    await organiser.wait_for("Jawaban mana")
    await organiser.press("Siapa yang bisa dihubungi?")
    page = await organiser.wait_for("Kini dijawab dengan: Siapa yang bisa dihubungi?")
    await budi.say("NUMPANG ngeprint tiket dong min")
    await budi.wait_for("Sekretariat panitia")
    await organiser.press("Belum terjawab", message=page)
    await organiser.press("Sudah diajarkan", message=await organiser.wait_for("Tidak ada"))
    taught = await organiser.wait_for("Sudah diajarkan: 1")
    await organiser.press("1", message=taught, exact=True)
    await organiser.press("Batalkan", message=await organiser.wait_for("Kini dijawab"))
    await organiser.wait_for("Tentang apa")
    await ask(budi, "numpang ngeprint tiket")
    await organiser.say("/belum_terjawab")
    await organiser.wait_for("numpang ngeprint tiket (2×)")


async def test_what_shares_only_words_with_a_lesson_is_still_unknown(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, "apakah ada kolam renang")
    await opened(organiser, "kolam")
    await organiser.press("Tanya jawab")
    await organiser.wait_for("Jawaban mana")
    await organiser.press("Di mana musala?")
    await organiser.wait_for("Kini dijawab")
    for text in ("berapa harga tiket kolam renang", "kolam ikan", "renang", "bukan kolam renang tapi sauna"):
        await ask(budi, text)


async def test_a_new_answer_becomes_an_entry_in_use_at_once(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY)
    await opened(organiser, LORRY)
    await organiser.press("Tulis jawaban baru")
    await organiser.wait_for("tulis jawabannya")
    await organiser.say("x" * 3001)
    await organiser.wait_for("Terlalu panjang")
    await organiser.say("Ada <10> tempat & gratis, kode 123456.")
    await organiser.wait_for(f"Kini dijawab dengan: {LORRY}")
    await budi.say("apakah ada parkir truk gandeng")
    await budi.wait_for("Ada <10> tempat & gratis, kode 123456.")
    await budi.say("/faq")
    await budi.press("parkir truk", message=await budi.wait_for("❓"))
    page = await budi.wait_for("Ada <10> tempat")
    assert "Hapus" not in str(buttons(page))


async def test_leaving_the_question_for_an_answer_ends_it(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await ask(await rakor.participant("Budi"), LORRY)
    await opened(organiser, LORRY)
    await organiser.press("Tulis jawaban baru")
    await organiser.press("Kembali", message=await organiser.wait_for("tulis jawabannya"))
    await organiser.wait_for("Tentang apa")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")
    assert rakor.rows("SELECT 1 FROM added_faq") == []


async def test_a_dismissed_text_does_not_come_back(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, "qwerty asdfgh zxcvb")
    await opened(organiser, "qwerty")
    await organiser.press("Abaikan")
    await organiser.wait_for("Diabaikan")
    await ask(budi, "qwerty asdfgh zxcvb", "qwerty asdfgh zxcvbn")
    await organiser.say("/belum_terjawab")
    await organiser.wait_for("Tidak ada")


async def test_long_lists_turn_their_pages(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    words = [
        "zebra",
        "jerapah",
        "gajah",
        "badak",
        "komodo",
        "orangutan",
        "tapir",
        "anoa",
        "maleo",
        "babirusa",
    ]
    await ask(budi, *(f"apakah ada <b>{word} & {word[::-1]} {number}?" for number, word in enumerate(words)))
    await organiser.say("/belum_terjawab")
    first = await organiser.wait_for("halaman 1 dari 2")
    await organiser.press("2/2 ▶", message=first)
    await organiser.wait_for("9. ")
    await organiser.press("9", exact=True)
    page = await organiser.wait_for("Tentang apa")
    await organiser.press("Sebuah sesi", message=page)
    choice = await organiser.wait_for("Tentang sesi mana?")
    await organiser.press("2/2 ▶", message=choice)
    await organiser.wait_for(lambda message: "◀ 1/2" in str(buttons(message)))


async def test_the_longest_text_is_listed_and_taught(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, "apakah ada truk " + "🙂" * 2040)
    await opened(organiser, "truk")
    await organiser.press("Tulis jawaban baru")
    await organiser.wait_for("tulis jawabannya")
    await organiser.say("y" * 3000)
    await organiser.wait_for("Kini dijawab")
    await budi.say("apakah ada truk")
    await budi.wait_for("yyy")


@pytest.mark.parametrize(
    "data",
    [
        "teaching",
        "teaching.taught",
        "teaching.group:1",
        "teaching.session:1",
        "teaching.faq:1",
        "teaching.teach:1:faq:wifi",
        "teaching.write:1",
        "teaching.dismiss:1",
        "teaching.undo:1",
        "faq.from_answer:1",
        "faq.edit:1:answer",
        "faq.remove:1",
        "faq.remove_yes:1",
    ],
)
async def test_only_organisers_teach(rakor: Rakor, data: str) -> None:
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY)
    await budi.press_data((await budi.last())["message_id"], data)
    await budi.wait_for("tidak dikenal")
    assert rakor.rows("SELECT 1 FROM unknown_questions WHERE settled IS NOT NULL") == []


@pytest.mark.parametrize(
    "data",
    [
        "teaching.group:99",
        "teaching.teach:1:faq:nothing",
        "teaching.teach:1:session:nothing",
        "teaching.teach:1:dismissed:wifi",
        "teaching.teach:1:x:panel-1",
        "faq.edit:7:answer",
        "faq.edit:x:answer",
        "faq.remove:7",
    ],
)
async def test_what_does_not_exist_is_not_taught(rakor: Rakor, data: str) -> None:
    organiser = await rakor.organiser()
    await ask(await rakor.participant("Budi"), LORRY)
    answer = await organiser.press_data((await organiser.last())["message_id"], data)
    assert answer is not None
    assert "tidak berlaku" in answer["text"]
    assert rakor.rows("SELECT 1 FROM unknown_questions WHERE settled IS NOT NULL") == []


# ------------------------------------------------------------ a FAQ entry from an answer


async def answered(rakor: Rakor, organiser: Chat, budi: Chat, answer: str = "Ada, di <belakang>.") -> None:
    await ask(budi, LORRY)
    await budi.press("Teruskan ke panitia")
    await budi.wait_for("diteruskan ke panitia")
    card = await organiser.wait_for(LORRY)
    await organiser.say(answer, reply_to=card["message_id"])
    await organiser.wait_for("Jawaban dikirim")


async def test_an_answer_becomes_an_entry_with_one_press(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await answered(rakor, organiser, budi)
    for _ in range(2):
        await organiser.press("Jadikan FAQ")
        page = await organiser.wait_for("Kini menjadi FAQ")
    assert LORRY in text_of(page)
    assert len(rakor.rows("SELECT 1 FROM added_faq")) == 1
    await organiser.wait_for("📌 Sudah menjadi FAQ", after=0)
    await siti.say("parkir truk gandeng")
    await siti.wait_for("Ada, di <belakang>.")
    await organiser.say("/belum_terjawab")
    await organiser.wait_for("Tidak ada")


async def test_an_entry_is_reworded_and_removed(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await answered(rakor, organiser, budi)
    await organiser.press("Jadikan FAQ")
    await organiser.press("✏️ Pertanyaan", message=await organiser.wait_for("Kini menjadi FAQ"))
    await organiser.wait_for("bunyi pertanyaannya")
    await organiser.say("x" * 257)
    await organiser.wait_for("Terlalu panjang")
    await organiser.say("Di mana parkir truk?")
    page = await organiser.wait_for("Di mana parkir truk?")
    await organiser.press("✏️ Jawaban", message=page)
    await organiser.wait_for("jawabannya yang baru")
    await organiser.say("Di depan, kode 123456.")
    page = await organiser.wait_for("Di depan, kode 123456.")
    await budi.say(LORRY)
    await budi.wait_for("Di depan, kode 123456.")
    await organiser.press("🗑 Hapus", message=page)
    await organiser.press("Ya, hapus", message=await organiser.wait_for("Hapus dari tanya jawab?"))
    await organiser.wait_for("❓")
    await ask(budi, LORRY)
    await organiser.say("/belum_terjawab")
    await organiser.wait_for(LORRY)


async def test_leaving_a_rewording_ends_it(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await answered(rakor, organiser, await rakor.participant("Budi"))
    await organiser.press("Jadikan FAQ")
    await organiser.press("✏️ Jawaban", message=await organiser.wait_for("Kini menjadi FAQ"))
    await organiser.press("Tidak jadi", message=await organiser.wait_for("jawabannya yang baru"))
    await organiser.wait_for("Ada, di <belakang>.")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")


@pytest.mark.parametrize("kind", ["photo", "text"])
async def test_an_answer_without_words_or_with_too_many_is_no_entry(rakor: Rakor, kind: str) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY)
    await budi.press("Teruskan ke panitia")
    card = await organiser.wait_for(LORRY)
    if kind == "photo":
        await organiser.send("photo", reply_to=card["message_id"])
    else:
        await organiser.say("x" * 4096, reply_to=card["message_id"])
    await organiser.wait_for("Jawaban dikirim")
    answer = await organiser.press("Jadikan FAQ")
    assert answer is not None
    assert "tertulis" in answer["text"]
    assert rakor.rows("SELECT 1 FROM added_faq") == []


async def test_in_the_group_only_organisers_make_entries(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    joko = await rakor.control.user("Joko", language_code="id")
    group = await rakor.control.group("Panitia", organiser, joko)
    inside, helper = organiser.inside(group), joko.inside(group)
    await inside.say("/panitia_di_sini")
    await inside.wait_for("masuk ke grup ini")
    budi = await rakor.participant("Budi")
    await answered(rakor, helper, budi)
    card = next(one for one in await helper.messages() if "Pertanyaan peserta" in text_of(one))
    await helper.wait_for("Dijawab", after=0)
    refused = await helper.press_data(card["message_id"], "faq.from_answer:1")
    assert refused is not None
    assert "penyelenggara" in refused["text"]
    assert "Dijawab" in text_of(await helper.wait_for("Pertanyaan peserta", after=0))
    accepted = await inside.press_data(card["message_id"], "faq.from_answer:1")
    assert accepted is not None
    assert "menjadi FAQ" in accepted["text"]
    await helper.wait_for("📌 Sudah menjadi FAQ", after=0)
    assert refreshed(rakor)[-1] == LORRY


# -------------------------------------------------------------- after a restart, an import


async def test_what_was_taught_survives_a_restart_and_an_import(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            budi = await rakor.participant("Budi")
            await answered(rakor, organiser, budi, "Ada, di belakang.")
            await organiser.press("Jadikan FAQ")
            await organiser.wait_for("Kini menjadi FAQ")
            await ask(budi, "bincang santai di mana?")
            await organiser.press_data(
                (await organiser.last())["message_id"], "teaching.teach:2:session:panel-2"
            )
            await organiser.wait_for("Kini dijawab dengan: Panel II")
        await take(settings, settings.event.file)
        async with running(stage, settings) as rakor:
            again = Chat(rakor.control, budi.user)
            await again.say(LORRY)
            await again.wait_for("Ada, di belakang.")
            await again.say("bincang santai di mana?")
            await again.wait_for("Grand Ballroom")


async def test_what_is_taught_is_used_by_a_bot_that_runs_beside(rakor: Rakor) -> None:
    """As an import is noticed: by the revision."""
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY)
    database = await Database.open(rakor.settings.database.path)
    event_id = rakor.parts.programme.stored.id
    await database.write(lambda tx: teaching.teach_faq(tx, event_id, 1, LORRY, "Ada.", 0))
    await database.write(lambda tx: teaching.teach_faq(tx, event_id, 1, LORRY, "Ada.", 0))
    await database.close()
    await rakor.parts.programme.refresh(rakor.parts.database)
    await budi.say(LORRY)
    await budi.wait_for("Ada.")
    assert len(rakor.rows("SELECT 1 FROM added_faq")) == 1


async def test_a_lesson_whose_session_is_gone_is_unknown_again(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            budi = await rakor.participant("Budi")
            await ask(budi, "bincang santai di mana?")
            await opened(organiser, "bincang")
            await organiser.press_data(
                (await organiser.last())["message_id"], "teaching.teach:1:session:panel-3"
            )
            await organiser.wait_for("Kini dijawab")
        changed = tmp_path / "changed.toml"
        text = settings.event.file.read_text(encoding="utf-8")
        changed.write_text(text.replace('id = "panel-3"', 'id = "panel-3b"'), encoding="utf-8")
        await take(settings, changed)
        async with running(stage, settings) as rakor:
            again, panitia = Chat(rakor.control, budi.user), Chat(rakor.control, organiser.user)
            await panitia.press_data((await panitia.last())["message_id"], "teaching.taught")
            await panitia.wait_for("topiknya sudah tidak ada")
            await ask(again, "bincang santai di mana?")
            await panitia.say("/belum_terjawab")
            await panitia.wait_for("bincang santai di mana? (2×)")


async def test_texts_that_nobody_asks_any_more_are_forgotten(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY)
    now = rakor.parts.clock.now()
    await rakor.parts.database.write(lambda tx: teaching.forget_old(tx, now + 29 * 86400))
    assert len(rakor.rows("SELECT 1 FROM unknown_questions")) == 1
    await rakor.parts.database.write(lambda tx: teaching.forget_old(tx, now + 31 * 86400))
    assert rakor.rows("SELECT 1 FROM unknown_questions") == []


async def test_the_list_does_not_grow_without_end(rakor: Rakor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "MOST_OPEN", 3)
    budi = await rakor.participant("Budi")
    await ask(budi, LORRY, LORRY)
    await ask(budi, *(f"apakah ada {word}" for word in ("zebra", "jerapah", "gajah", "badak", "komodo")))
    texts = [row["text"] for row in rakor.rows("SELECT text FROM unknown_questions ORDER BY id")]
    assert texts == [LORRY, "apakah ada badak", "apakah ada komodo"]


async def test_a_question_that_comes_again_is_counted_once(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            budi = await rakor.participant("Budi")
            said = await budi.say(LORRY)
            await budi.wait_for("belum tahu")
            body = {"update_id": said["update_id"], "message": await own(budi, said)}
        replay(rakor, body)
        async with running(stage, settings) as rakor:
            await until(lambda: not rakor.rows("SELECT 1 FROM inbox WHERE NOT handled"))
            (row,) = rakor.rows("SELECT times FROM unknown_questions")
            assert row["times"] == 1


async def test_who_deletes_their_data_takes_their_own_words_along(rakor: Rakor) -> None:
    budi, siti = await rakor.participant("Budi"), await rakor.participant("Siti")
    await ask(budi, LORRY, DENTIST)
    await ask(siti, LORRY)
    await delete_everything(budi)
    assert [row["text"] for row in rakor.rows("SELECT text FROM unknown_questions")] == [LORRY]
