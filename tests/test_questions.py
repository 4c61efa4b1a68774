"""Questions to a panel: asked with or without a name, voted for, moderated, answered in writing."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from bot.bootstrap import database_at
from bot.config import OrganiserSettings
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from data import chats, outbox, participants, questions
from data.anonymity import Anonymity, key_file, load, rounded
from data.database import Transaction
from data.questions import Change, Desk
from data.similarity import likeness, rough_words
from tests.rakor import ORGANISER_ID, Rakor, emulated, moment_of, register, running, until

OTHER_MODERATOR = 9002
BUDGET = "Bagaimana mekanisme pengajuan dana hibah Pemilu untuk kabupaten?"
STAFF = "Apakah pegawai Kesbangpol akan menjadi pegawai pusat?"
NOW = 1_676_862_000.0
ALIKE = "Mohon penjelasan mekanisme pengajuan dana hibah pemilu di kabupaten"


@pytest.fixture
async def panel(rakor: Rakor) -> Rakor:
    """Panel I is running, and an organiser is there."""
    await rakor.organiser()
    await rakor.at("20 10:40")
    return rakor


async def ask(chat: Chat, text: str = BUDGET, *, anonymous: bool = False) -> int:
    """Through the button, as a person does; the question's id."""
    await chat.say("/tanya")
    await chat.wait_for("Pertanyaan untuk Panel I")
    await chat.press("Ajukan pertanyaan")
    await chat.wait_for("Silakan tulis pertanyaan")
    await chat.say(text)
    await chat.wait_for("Dengan nama")
    await chat.press("Kirim anonim" if anonymous else "Kirim dengan nama")
    await chat.wait_for("Pertanyaan terkirim")
    await chat.press("Pertanyaan saya")
    page = await chat.wait_for("🗂 Pertanyaan saya")
    place = text_of(page)[: text_of(page).index(text)].split()[-1].rstrip(".")
    rows = page["reply_markup"]["inline_keyboard"]
    (data,) = [one["callback_data"] for row in rows for one in row if one["text"] == f"🗑 {place}"]
    return int(data.split(":")[1])


async def card(moderator: Chat, text: str = BUDGET) -> Json:
    return await moderator.wait_for(
        lambda one: text in text_of(one) and "Balas (reply)" in text_of(one), after=0
    )


async def approve(rakor: Rakor, text: str = BUDGET) -> None:
    organiser = moderator_of(rakor)
    shown = await card(organiser, text)
    await organiser.press("Setujui", message=shown)
    await organiser.wait_for("👍 Tampil")


def moderator_of(rakor: Rakor, moderator_id: int = ORGANISER_ID) -> Chat:
    return Chat(rakor.control, {"id": moderator_id})


def kept(rakor: Rakor, column: str = "state") -> list[object]:
    return [row[column] for row in rakor.rows("SELECT * FROM panel_questions ORDER BY text")]


def votes(rakor: Rakor) -> int:
    return len(rakor.rows("SELECT * FROM question_votes"))


async def vote(chat: Chat, question_id: int, wanted: str = "on") -> str:
    """What the pressed button says."""
    answer = await chat.press_data((await chat.last())["message_id"], f"ask.vote:{question_id}:{wanted}:0")
    assert answer is not None
    return str(answer["text"])


# --------------------------------------------------------------------------------------- asking


async def test_a_question_is_seen_once_a_moderator_has_approved_it(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi Santoso"), await panel.participant("Citra")
    await ask(budi)
    await citra.say("/tanya")
    await citra.wait_for("Belum ada pertanyaan")
    shown = await card(moderator_of(panel))
    assert "Budi Santoso" in text_of(shown)
    await approve(panel)
    await citra.press("Perbarui")
    listed = await citra.wait_for(BUDGET)
    assert "Budi Santoso · 👍 0" in text_of(listed)
    answer = await citra.press("1: 👍 0")
    assert answer is not None
    assert "Dukungan dicatat" in answer["text"]
    await citra.wait_for("Bapak/Ibu mendukung")
    await citra.press("1: ✅ 1")
    await citra.wait_for("👍 0")
    assert votes(panel) == 0


async def test_the_running_panel_has_the_button_and_the_command_takes_the_words_along(panel: Rakor) -> None:
    budi = await panel.participant(language_code="en")
    await budi.say("/sekarang")
    await budi.wait_for("Panel I")
    await budi.press("Panel I")
    await budi.wait_for("Panel I:")
    await budi.press("Ask the speakers")
    await budi.wait_for("Questions for Panel I")
    await budi.say(f"/tanya {BUDGET}")
    shown = await budi.wait_for("Only the holder of the server's secret key could technically find out")
    assert BUDGET in text_of(shown)
    await budi.press("Send anonymously")
    await budi.wait_for("Question sent, anonymously")


async def test_moderation_can_come_after(panel: Rakor) -> None:
    organiser = moderator_of(panel)
    await organiser.say("/moderasi")
    await organiser.wait_for("setelah disetujui")
    await organiser.press("Tampil langsung")
    await organiser.wait_for("langsung tampil")
    budi = await panel.participant()
    await ask(budi)
    assert kept(panel) == ["open"]
    await organiser.say("/moderasi")
    await organiser.press("Tampil setelah disetujui")
    await organiser.wait_for("setelah disetujui")


async def test_rough_words_wait_for_a_moderator_however_it_is_switched(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await organiser.say("/moderasi")
    await organiser.wait_for("setelah disetujui")
    await organiser.press("Tampil langsung")
    await organiser.wait_for("kecuali yang mungkin kasar")
    question_id = await ask(budi, "Kenapa panitia goblok?")
    assert kept(panel) == ["pending"]
    await budi.press_data((await budi.last())["message_id"], f"ask.withdraw_yes:{question_id}")
    await budi.wait_for("Belum ada")
    question_id = await ask(budi)
    assert kept(panel) == ["open"]
    await budi.press_data((await budi.last())["message_id"], f"ask.edit:{question_id}")
    await budi.wait_for("tulis gantinya")
    await budi.say("Kenapa panitia goblok?")
    await budi.wait_for("Tampil setelah diperiksa moderator")
    assert kept(panel) == ["pending"]


@pytest.mark.parametrize(
    ("moment", "sentence"), [("20 09:30", "Berikutnya Panel I"), ("21 12:00", "Tidak ada lagi")]
)
async def test_outside_a_panel_it_is_said_when_one_can_ask(rakor: Rakor, moment: str, sentence: str) -> None:
    budi = await rakor.participant()
    await rakor.at(moment)
    await budi.say("/tanya")
    await budi.wait_for(sentence)


async def test_300_characters_and_letters(panel: Rakor) -> None:
    budi = await panel.participant()
    for text, sentence in (("x" * 301, "301 huruf, paling banyak 300"), ("123?", "dengan huruf")):
        await budi.say(f"/tanya {text}")
        await budi.wait_for(sentence)
    await budi.say("x" * 300)
    await budi.wait_for("Dengan nama")


async def test_three_stand_at_a_time_named_or_not(panel: Rakor) -> None:
    budi = await panel.participant()
    for at, text in enumerate(("Kapan anggaran turun?", "Siapa narahubungnya?", "Di mana formulirnya?")):
        await ask(budi, text, anonymous=bool(at % 2))
    await budi.say(f"/tanya {STAFF}")
    await budi.wait_for("Dengan nama")
    await budi.press("Kirim anonim")
    await budi.wait_for("Sudah ada 3 pertanyaan")
    assert len(kept(panel)) == 3


async def test_what_was_asked_already_is_offered_for_a_vote(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    await ask(budi)
    await approve(panel)
    await citra.say(f"/tanya {ALIKE}")
    shown = await citra.wait_for("hal serupa")
    assert BUDGET in text_of(shown)
    await citra.press("1: 👍 0")
    shown = await citra.wait_for("👍 1")
    assert BUDGET in text_of(shown)
    assert buttons(shown)[0] == "✅ 1"
    assert (len(kept(panel)), votes(panel)) == (1, 1)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (ALIKE, True),
        ("mekanisme pengajuan dana hibah pemilu kabupaten gimana ya pak", True),
        ("Bagaimana mekanisme pengajuan tambahan pegawai untuk kabupaten?", False),
        ("Kapan dana hibah Pemilu cair?", False),
        (STAFF, False),
    ],
)
def test_the_same_in_other_words_is_recognised(other: str, is_same: bool) -> None:
    assert (likeness(BUDGET, other) >= questions.ALIKE) is is_same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dasar g0blok!", ["g0blok"]),
        ("bodoooh sekali", ["bodoooh"]),
        ("Anggaran badan Kesbangpol", []),
        (BUDGET, []),
    ],
)
def test_rough_words_are_hinted_at(text: str, found: list[str]) -> None:
    assert rough_words(text) == found


async def test_a_link_leads_to_the_panel_and_to_the_question(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi)
    await approve(panel)
    await citra.say("/start tanya-panel-1")
    await citra.wait_for("Pertanyaan untuk Panel I")
    await citra.say(f"/start suara-{question_id}")
    page = await citra.wait_for("👍 0")
    urls = [one.get("url", "") for row in page["reply_markup"]["inline_keyboard"] for one in row]
    assert any(f"suara-{question_id}" in url for url in urls)
    await citra.press("👍 0")
    await citra.wait_for("👍 1")
    await citra.say("/start suara-12345")
    await citra.wait_for("sudah ditarik")
    await citra.say("/start suara-x")
    await citra.wait_for("Selamat datang")


# ---------------------------------------------------------------------- one's own, and its end


async def test_an_edit_after_approval_goes_back_to_moderation(panel: Rakor) -> None:
    budi = await panel.participant()
    question_id = await ask(budi)
    await approve(panel)
    await budi.press_data((await budi.last())["message_id"], f"ask.edit:{question_id}")
    await budi.wait_for("diperiksa moderator lagi")
    assert str(question_id) not in str([tuple(row) for row in panel.rows("SELECT * FROM dialogs")])
    await budi.say(STAFF)
    await budi.wait_for("Tampil setelah diperiksa moderator")
    assert kept(panel) == ["pending"]
    await moderator_of(panel).wait_for(lambda one: STAFF in text_of(one) and "🆕" in text_of(one), after=0)


@pytest.mark.parametrize(("text", "left"), [(f"{BUDGET} Terima kasih.", 1), (STAFF, 0)])
async def test_votes_do_not_go_along_to_another_question(panel: Rakor, text: str, left: int) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi)
    await approve(panel)
    await vote(citra, question_id)
    await budi.press_data((await budi.last())["message_id"], f"ask.edit:{question_id}")
    await budi.wait_for("Bila isinya menjadi lain")
    await budi.say(text)
    await budi.wait_for("Tampil setelah diperiksa moderator")
    assert votes(panel) == left


async def test_a_withdrawn_question_leaves_nothing_and_takes_no_votes(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi, anonymous=True)
    await approve(panel)
    assert "Dukungan dicatat" in await vote(citra, question_id)
    await budi.press_data((await budi.last())["message_id"], f"ask.withdraw:{question_id}")
    await budi.wait_for("Tarik pertanyaan ini?")
    await budi.press("Ya, tarik")
    await budi.wait_for("Belum ada")
    assert (kept(panel), votes(panel)) == ([], 0)
    assert "sudah ditarik" in await vote(citra, question_id)
    await moderator_of(panel).wait_for("sudah ditarik oleh penanyanya", after=0)


async def test_nobody_touches_anothers_question_or_votes_for_ones_own(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi)
    await approve(panel)
    assert "sendiri" in await vote(budi, question_id)
    for data in (
        f"ask.edit:{question_id}",
        f"ask.withdraw_yes:{question_id}",
        f"mod.set:{question_id}:1:answered",
    ):
        await citra.press_data((await citra.last())["message_id"], data)
    assert kept(panel) == ["open"]
    assert votes(panel) == 0


async def test_after_the_session_no_vote_counts(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi)
    await approve(panel)
    await panel.at("20 12:00")
    assert "tidak lagi dihitung" in await vote(citra, question_id)
    assert votes(panel) == 0


async def test_who_is_deleted_takes_questions_and_votes_along(panel: Rakor) -> None:
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(citra, STAFF)
    await approve(panel, STAFF)
    await ask(budi, anonymous=True)
    await vote(budi, question_id)
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus semua data")
    await budi.press("profile.delete_yes")
    await budi.wait_for("telah dihapus")
    assert (kept(panel, "text"), votes(panel)) == ([STAFF], 0)


# ----------------------------------------------------------------------------------- moderation


async def test_a_refusal_tells_why(panel: Rakor) -> None:
    organiser = moderator_of(panel)
    for anonymous, text in ((False, BUDGET), (True, STAFF)):
        budi = await panel.participant("Budi")
        await ask(budi, text, anonymous=anonymous)
        await organiser.press("Tolak", message=await card(organiser, text))
        await organiser.wait_for("Mengapa ditolak")
        await organiser.press("di luar topik")
        await budi.wait_for("tidak ditampilkan: di luar topik", after=0)
    assert kept(panel) == ["refused", "refused"]
    await until(lambda: panel.rows("SELECT * FROM outbox WHERE kind = 'question_told'") == [])


async def test_a_refusal_in_ones_own_words(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi)
    await organiser.press("Tolak", message=await card(organiser))
    await organiser.wait_for("Mengapa ditolak")
    await organiser.press("Alasan lain")
    await organiser.wait_for("tulis alasannya")
    await organiser.say("Dibahas di Panel II")
    await organiser.wait_for("Alasan: Dibahas di Panel II")
    await budi.wait_for("Dibahas di Panel II", after=0)


async def test_who_goes_back_neither_refuses_nor_words_anew_with_the_next_message(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    question_id = await ask(budi)
    shown = await card(organiser)
    for label, sentence in (
        ("Tolak", "Mengapa ditolak"),
        ("Alasan lain", "tulis alasannya"),
        ("Kartu", "🆕"),
    ):
        await organiser.press(label, message=shown)
        shown = await organiser.wait_for(sentence)
    await budi.press_data((await budi.last())["message_id"], f"ask.edit:{question_id}")
    await budi.wait_for("tulis gantinya")
    await budi.press("Pertanyaan saya")
    await budi.wait_for("🗂")
    for chat in (organiser, budi):
        await chat.say("panel 2 jam berapa?")
        await chat.wait_for("13.30")
    assert (kept(panel), kept(panel, "text")) == (["pending"], [BUDGET])


async def test_what_stands_to_be_sent_outlasts_a_look_at_the_others(panel: Rakor) -> None:
    budi = await panel.participant()
    await budi.say("/tanya")
    page = await budi.wait_for("Belum ada pertanyaan")
    await budi.press("Ajukan pertanyaan")
    await budi.wait_for("Silakan tulis")
    await budi.say(BUDGET)
    confirm = await budi.wait_for("Dengan nama")
    await budi.press_data(page["message_id"], "ask.session:panel-1")
    await budi.wait_for("Belum ada pertanyaan")
    await budi.press("Kirim anonim", message=confirm)
    await budi.wait_for("Pertanyaan terkirim")
    assert kept(panel, "text") == [BUDGET]


async def test_a_reason_too_long_is_asked_again_shorter(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi)
    await organiser.press("Tolak", message=await card(organiser))
    await organiser.wait_for("Mengapa ditolak")
    await organiser.press("Alasan lain")
    await organiser.wait_for("tulis alasannya")
    await organiser.say("x" * 201)
    await organiser.wait_for("201 huruf, paling banyak 200")
    await organiser.say("x" * 200)
    await budi.wait_for("tidak ditampilkan: xxx", after=0)


async def test_two_moderators_do_nothing_twice_and_see_who_took_it(tmp_path: Path) -> None:
    async with emulated() as stage:
        ids = OrganiserSettings(ids=frozenset({ORGANISER_ID, OTHER_MODERATOR}))
        settings = stage.settings(tmp_path).model_copy(update={"organisers": ids})
        async with running(stage, settings) as rakor:
            one = await rakor.control.user("Ani", id=ORGANISER_ID, language_code="id")
            other = await rakor.control.user("Beni", id=OTHER_MODERATOR, language_code="id")
            for moderator in (one, other):
                await moderator.say("/start")
                await moderator.wait_for("27/2022")
            await rakor.at("20 10:40")
            budi = await rakor.participant("Budi")
            await ask(budi)
            first, second = await card(one), await card(other)
            await one.press("Setujui", message=first)
            await one.wait_for("Ditangani oleh Ani")
            answer = await other.press("Setujui", message=second)
            assert answer is not None
            assert "Sudah ditangani oleh Ani" in answer["text"] or "Tampil" in text_of(await card(other))
            await other.wait_for("Ditangani oleh Ani", after=0)
            again = await one.press("Setujui", message=first)
            assert again is not None
            assert "sudah berubah" in again["text"]
            assert kept(rakor, "revision") == [1]
            presses = await asyncio.gather(
                one.press("Sudah dijawab", message=await card(one)),
                other.press("Tolak", message=await card(other)),
            )
            assert all(presses)
            await until(lambda: kept(rakor) == ["answered"])


async def test_who_only_moderates_has_cards_and_polls_and_no_other_right(
    tmp_path: Path,
) -> None:
    async with emulated() as stage:
        roles = OrganiserSettings(ids=frozenset({ORGANISER_ID}), moderators=frozenset({OTHER_MODERATOR}))
        settings = stage.settings(tmp_path).model_copy(update={"organisers": roles})
        async with running(stage, settings) as rakor:
            await rakor.organiser()
            await rakor.at("20 10:40")
            budi = await rakor.participant("Budi")
            await ask(budi)
            await until(lambda: rakor.rows("SELECT 1 FROM outbox WHERE kind = 'question_card'") != [])
            beni = await rakor.participant("Beni", id=OTHER_MODERATOR)
            await beni.press("Setujui", message=await card(beni))
            await beni.wait_for("Ditangani oleh Beni")
            await moderator_of(rakor).wait_for("Ditangani oleh Beni", after=0)
            await beni.say("Lewat NPHD.", reply_to=(await card(beni))["message_id"])
            await budi.wait_for("Lewat NPHD.", after=0)
            await beni.say("/menu")
            shown = await beni.wait_for("Selamat datang")
            assert {"🛡 Moderasi", "📶 Polling"} <= set(buttons(shown))
            for command in ("/siaran", "/peserta", "/hasil", "/kode"):
                await beni.say(command)
                await beni.wait_for("tidak dikenal")
            await beni.say("/polling")
            await beni.press("Polling baru", message=await beni.wait_for("📶 Polling"))
            await beni.wait_for("baris pertama")
            await beni.say("Setuju?\nYa\nTidak")
            await beni.wait_for("Jenis yang mana")


async def test_the_stage_the_pin_and_the_wall(panel: Rakor) -> None:
    organiser = moderator_of(panel)
    people = [await panel.participant(name) for name in ("Budi", "Citra", "Dewi")]
    texts = [BUDGET, STAFF, "Kapan Permendagri terbit?"]
    ids = []
    for chat, text in zip(people, texts, strict=True):
        ids.append(await ask(chat, text))
        await approve(panel, text)
    await vote(people[0], ids[1])
    await vote(people[2], ids[1])
    await vote(people[1], ids[0])
    reads = panel.parts.database.reads
    assert [one.id for one in (await questions.wall(reads, 1, "panel-1")).ranked] == [ids[1], ids[0], ids[2]]
    await organiser.press("Sematkan", message=await card(organiser, texts[2]))
    await organiser.wait_for("📌")
    await organiser.press("Sedang dijawab", message=await card(organiser, texts[1]))
    await organiser.wait_for("🎤 Sedang dijawab")
    shown = await questions.wall(reads, 1, "panel-1")
    assert shown.pinned is not None
    assert shown.answering is not None
    assert (shown.pinned.id, shown.answering.id) == (ids[2], ids[1])
    assert [one.id for one in shown.ranked] == [ids[0]]
    await organiser.press("Sedang dijawab", message=await card(organiser, texts[0]))
    await organiser.wait_for("🎤 Sedang dijawab")
    assert kept(panel) == ["answered", "asked", "open"]


async def test_merged_questions_share_votes_each_person_once(panel: Rakor) -> None:
    organiser = moderator_of(panel)
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    dewi = await panel.participant("Dewi")
    kept_id = await ask(budi)
    await approve(panel)
    merged_id = await ask(citra, STAFF, anonymous=True)
    await approve(panel, STAFF)
    for chat, question_id in ((dewi, kept_id), (dewi, merged_id), (budi, merged_id), (citra, kept_id)):
        await vote(chat, question_id)
    await organiser.press("Gabung", message=await card(organiser, STAFF))
    await organiser.wait_for("Gabungkan dengan yang mana")
    await organiser.press(BUDGET[:20])
    await organiser.wait_for("🔗 Digabung")
    await citra.wait_for("digabung dengan pertanyaan yang serupa", after=0)
    voters = panel.rows("SELECT chat_id FROM question_votes WHERE question_id = ?", kept_id)
    assert sorted(row["chat_id"] for row in voters) == sorted([dewi.id, citra.id])
    shown = await card(organiser, BUDGET)
    await organiser.say("Lewat NPHD.", reply_to=shown["message_id"])
    await organiser.wait_for("Jawaban dikirim")
    for chat in (budi, citra, dewi):
        await chat.wait_for("Lewat NPHD.", after=0)
        assert sum("Lewat NPHD." in text_of(one) for one in await chat.messages()) == 1


async def merge(rakor: Rakor, text: str, target: str) -> None:
    organiser = moderator_of(rakor)
    await organiser.press("Gabung", message=await card(organiser, text))
    await organiser.wait_for("Gabungkan dengan yang mana")
    await organiser.press(target[:20])
    await organiser.wait_for("🔗 Digabung")


async def three_merged(rakor: Rakor) -> tuple[list[Chat], list[int]]:
    """The first into the second, the second into the third."""
    people = [await rakor.participant(name) for name in ("Budi", "Citra", "Dewi")]
    texts = (BUDGET, STAFF, "Kapan Permendagri terbit?")
    ids = []
    for chat, text in zip(people, texts, strict=True):
        ids.append(await ask(chat, text))
        await approve(rakor, text)
    for text, target in pairwise(texts):
        await merge(rakor, text, target)
    return people, ids


async def test_a_merge_can_be_undone(panel: Rakor) -> None:
    organiser, budi, citra = (
        moderator_of(panel),
        await panel.participant("Budi"),
        await panel.participant("Citra"),
    )
    for chat, text in ((budi, BUDGET), (citra, STAFF)):
        await ask(chat, text)
        await approve(panel, text)
    await organiser.press("Gabung", message=await card(organiser, STAFF))
    await organiser.wait_for("Gabungkan dengan yang mana")
    await organiser.press(BUDGET[:20])
    shown = await organiser.wait_for("🔗 Digabung")
    await organiser.press("Tampilkan lagi", message=shown)
    await organiser.wait_for("👍 Tampil")
    assert (kept(panel), kept(panel, "merged_into")) == (["open", "open"], [None, None])


async def test_what_was_merged_into_a_merged_one_goes_along(panel: Rakor) -> None:
    people, ids = await three_merged(panel)
    eko = await panel.participant("Eko")
    assert "Dukungan dicatat" in await vote(eko, ids[0])
    assert [row["question_id"] for row in panel.rows("SELECT * FROM question_votes")] == [ids[2]]
    organiser = moderator_of(panel)
    shown = await card(organiser, "Kapan Permendagri terbit?")
    await organiser.say("Bulan depan.", reply_to=shown["message_id"])
    for chat in (*people, eko):
        await chat.wait_for("Bulan depan.", after=0)


@pytest.mark.parametrize("how", ["withdrawn", "refused", "banned"])
async def test_when_the_one_goes_the_merged_ones_stand_for_themselves(panel: Rakor, how: str) -> None:
    people, ids = await three_merged(panel)
    organiser = moderator_of(panel)
    if how == "withdrawn":
        await people[2].press_data((await people[2].last())["message_id"], f"ask.withdraw_yes:{ids[2]}")
    else:
        shown = await card(organiser, "Kapan Permendagri terbit?")
        await organiser.press("Tolak" if how == "refused" else "Blokir", message=shown)
        await organiser.wait_for("Mengapa" if how == "refused" else "seterusnya")
        await organiser.press("di luar topik" if how == "refused" else "Ya, blokir")
    states = {row["id"]: row["state"] for row in panel.rows("SELECT * FROM panel_questions")}
    assert [states.get(one) for one in ids[:2]] == ["pending", "pending"]
    for text in (BUDGET, STAFF):
        await organiser.wait_for(
            lambda one, text=text: text in text_of(one) and "🆕" in text_of(one), after=0
        )


async def test_into_one_that_was_withdrawn_meanwhile_nothing_is_merged(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant("Budi")
    citra = await panel.participant("Citra")
    target = await ask(budi)
    await approve(panel)
    await ask(citra, STAFF)
    await organiser.press("Gabung", message=await card(organiser, STAFF))
    await organiser.wait_for("Gabungkan dengan yang mana")
    desk = Desk(load(key_file(panel.settings.database.path)), 1, ())
    await panel.parts.database.write(lambda tx: questions.withdraw(tx, desk, budi.id, target))
    answer = await organiser.press(BUDGET[:20])
    assert answer is not None
    assert "tidak lagi tampil" in answer["text"]
    merged = Change(state="merged", merged_into=target)
    (row,) = panel.rows("SELECT id, revision FROM panel_questions")
    _, is_done = await panel.parts.database.write(
        lambda tx: questions.moderate(tx, desk, row["id"], row["revision"], merged, (1, "Ani"), 0)
    )
    assert not is_done
    assert kept(panel) == ["pending"]


async def test_a_written_answer_reaches_who_asked_and_who_voted(panel: Rakor) -> None:
    organiser = moderator_of(panel)
    budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
    question_id = await ask(budi, anonymous=True)
    await approve(panel)
    await vote(citra, question_id)
    await panel.at("20 12:30")
    shown = await card(organiser)
    assert "Anonim" in text_of(shown)
    assert "Budi" not in text_of(shown)
    await organiser.say("Melalui NPHD, paling lambat Maret.", reply_to=shown["message_id"])
    await organiser.wait_for("1 pendukungnya")
    for chat in (budi, citra):
        await chat.wait_for("paling lambat Maret", after=0)
    await until(lambda: panel.rows("SELECT * FROM outbox WHERE kind = 'question_told'") == [])
    await organiser.wait_for(lambda one: "Jawaban: Melalui NPHD" in text_of(one), after=0)


async def from_the_list(organiser: Chat, text: str = BUDGET) -> Json:
    """The card as ``/moderasi`` leads to it."""
    await organiser.say("/moderasi")
    page = await organiser.wait_for("Moderasi pertanyaan")
    (label,) = [one for one in buttons(page) if text[:20] in one]
    await organiser.press(label, message=page)
    return await organiser.wait_for("Balas (reply)")


@pytest.mark.parametrize("by_button", [True, False])
async def test_long_after_the_session_the_list_leads_to_the_written_answer(
    panel: Rakor, by_button: bool
) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi)
    await organiser.press("Setujui", message=await card(organiser))
    shown = await organiser.wait_for("👍 Tampil")
    await organiser.press("Sudah dijawab", message=shown)
    await organiser.wait_for("Sudah dijawab")
    await panel.at("21 20:00")
    shown = await from_the_list(organiser)
    if by_button:
        await organiser.press("Jawab tertulis", message=shown)
        await organiser.wait_for("tulis jawabannya")
    for text, sentence in (("😀" * 1251, "2502 huruf, paling banyak 2500"), ("😀" * 1250, "Jawaban dikirim")):
        await organiser.say(text, reply_to=None if by_button else shown["message_id"])
        await organiser.wait_for(sentence)
    await budi.wait_for("😀" * 1250, after=0)
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")


async def test_a_refused_or_merged_one_is_not_answered_and_it_is_said_why(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant("Budi")
    for text in (BUDGET, STAFF):
        await ask(budi, text)
    await approve(panel)
    for text, steps in ((STAFF, ("Gabung", BUDGET[:20])), (BUDGET, ("Tolak", "di luar topik"))):
        shown = await card(organiser, text)
        for label in steps:
            await organiser.press(label, message=shown)
            shown = await organiser.wait_for(
                lambda one, label=label, shown=shown: (
                    one["message_id"] == shown["message_id"] and label not in str(buttons(one))
                ),
                after=0,
            )
        assert "Balas (reply)" not in text_of(shown)
        await organiser.say("Melalui NPHD", reply_to=shown["message_id"])
        await organiser.wait_for("digabung" if text == STAFF else "ditolak")
    assert kept(panel, "answer") == [None, None]


async def test_a_question_does_not_move_to_a_panel_that_is_over(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi)
    await panel.at("21 08:00")
    await organiser.press("Panel berikutnya", message=await card(organiser))
    await organiser.wait_for("Panel III")
    assert kept(panel, "session_id") == ["panel-3"]


async def test_a_question_moves_to_the_next_panel(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi)
    await organiser.press("Panel berikutnya", message=await card(organiser))
    await organiser.wait_for("Panel II: Penguatan")
    assert kept(panel, "session_id") == ["panel-2"]


async def test_a_message_for_the_speaker_can_be_forwarded(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant("Budi Santoso")
    await ask(budi)
    await organiser.press("Untuk narasumber", message=await card(organiser))
    message = await organiser.wait_for("Pertanyaan peserta")
    assert BUDGET in text_of(message)
    assert buttons(message) == []


async def test_a_ban_takes_back_all_open_ones_and_no_more_come(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant("Budi")
    await ask(budi)
    await approve(panel)
    await ask(budi, STAFF)
    shown = await card(organiser, STAFF)
    await organiser.press("Blokir penanya", message=shown)
    await organiser.wait_for("Tolak semua pertanyaan")
    answer = await organiser.press("Ya, blokir")
    assert answer is not None
    assert "2 pertanyaan ditarik" in answer["text"]
    assert kept(panel) == ["refused", "refused"]
    await budi.say("/tanya Masih boleh?")
    await budi.wait_for("Dengan nama")
    await budi.press("Kirim anonim")
    await budi.wait_for("tidak lagi menerima pertanyaan")
    assert panel.rows("SELECT * FROM question_bans WHERE ban_key = ?", str(budi.id)) == []


@pytest.mark.parametrize("is_banned", [True, False])
async def test_a_ban_can_be_lifted_and_says_nothing_of_who_was_banned(panel: Rakor, is_banned: bool) -> None:
    organiser, budi = moderator_of(panel), await panel.participant("Budi")
    await ask(budi, anonymous=True)
    shown = await card(organiser)
    if is_banned:
        await organiser.press("Blokir penanya", message=shown)
        await organiser.wait_for("Tolak semua pertanyaan")
        await organiser.press("Ya, blokir")
        shown = await organiser.wait_for("🚫 Ditolak")
    await organiser.press("Blokir penanya", message=shown)
    await organiser.wait_for("Tolak semua pertanyaan")
    answer = await organiser.press("Cabut blokir")
    assert answer == {"text": "Pertanyaan dari penanya ini diterima lagi.", "show_alert": False, "url": None}
    await ask(budi, STAFF)


async def test_rough_words_stand_on_the_card(panel: Rakor) -> None:
    organiser, budi = moderator_of(panel), await panel.participant()
    await ask(budi, "Kenapa panitia goblok?")
    assert "Mungkin kasar: goblok" in text_of(await card(organiser, "goblok"))


# ------------------------------------------------------------------------------------ anonymity


def test_what_is_sealed_opens_with_the_key_alone() -> None:
    secret = Anonymity(b"k" * 32)
    for chat_id in (7, -100123456789, 2**62, 0):
        sealed = secret.seal(chat_id)
        assert secret.unseal(sealed) == chat_id
        assert sealed != secret.seal(chat_id)
        assert chat_id.to_bytes(8, signed=True) not in sealed
        for other in (
            Anonymity(b"l" * 32).unseal,
            lambda one: secret.unseal(one[:-1] + bytes([one[-1] ^ 1])),
        ):
            with pytest.raises(ValueError, match="another key"):
                other(sealed)


async def test_no_join_gives_the_author_of_an_anonymous_question(tmp_path: Path) -> None:
    """Tried: equal values in any two columns, instants, and the order of the rows."""
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            await rakor.organiser()
            people = [
                await rakor.participant(f"Peserta {at}", id=700_000_000_000 + 7919 * at) for at in range(8)
            ]
            await rakor.at("20 10:47")
            for at, chat in enumerate(people):
                await ask(chat, f"Pertanyaan rahasia nomor {at} tentang anggaran daerah?", anonymous=True)
                await rakor.control.advance(7)
            named = await ask(people[0], STAFF)
            await until(
                lambda: rakor.rows("SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')") == []
            )
    identities = {chat.id for chat in people}
    with closing(sqlite3.connect(settings.database.path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        contents = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
    anonymous = [row for row in contents["panel_questions"] if row["chat_id"] is None]
    assert len(anonymous) == 8
    assert named not in {row["id"] for row in anonymous}
    mine = {str(value) for row in anonymous for value in tuple(row)[:2]} | {row["text"] for row in anonymous}
    for table, rows in contents.items():
        for row in rows:
            values = {str(value) for value in tuple(row)}
            tells_person = any(str(one) in value for one in identities for value in values)
            tells_question = any(one in value for one in mine for value in values)
            assert not (tells_person and tells_question), table
    assert {row["hour"] for row in anonymous} == {rounded(row["hour"]) for row in anonymous}
    order = [int(row["text"].split()[3]) for row in sorted(anonymous, key=lambda row: row["id"])]
    by_owner = [int(row["text"].split()[3]) for row in sorted(anonymous, key=lambda row: row["owner_key"])]
    assert order != sorted(order) or by_owner != sorted(by_owner)
    secret = load(key_file(settings.database.path))
    assert {secret.unseal(row["sealed_chat"]) for row in anonymous} == identities


async def test_what_is_told_of_an_answer_waits_without_naming_its_anonymous_author(tmp_path: Path) -> None:
    """Nor by leaving somebody out: all voters are named, and nobody else."""
    asker, other, *voters = range(700_000_000_001, 700_000_000_008)
    async with database_at(tmp_path / "rakor.db") as database:
        desk = Desk(Anonymity(b"k" * 32), 1, (9001,))

        def work(tx: Transaction) -> int:
            questions.set_moderated_first(tx, 1, wanted=False)
            ask_anonymously = partial(questions.ask, tx, desk, "panel-1", is_named=False, now=NOW)
            kept_id, merged_id = ask_anonymously(asker, BUDGET).id, ask_anonymously(other, STAFF).id
            for chat_id in voters:
                questions.vote(tx, desk, kept_id, chat_id, is_wanted=True)
            for chat_id in (asker, *voters[:2]):
                questions.vote(tx, desk, merged_id, chat_id, is_wanted=True)
            questions.vote(tx, desk, kept_id, other, is_wanted=True)
            merge = Change(state="merged", merged_into=kept_id)
            questions.moderate(tx, desk, merged_id, 0, merge, (9001, "Ani"), NOW)
            assert (
                tx.execute("SELECT 1 FROM question_votes WHERE question_id = ?", (merged_id,)).fetchall()
                == []
            )
            tx.execute("DELETE FROM outbox WHERE kind = 'question_told'")
            answer = Change(state="answered", answer="Lewat NPHD.")
            questions.moderate(tx, desk, kept_id, 0, answer, (9001, "Ani"), NOW)
            return kept_id

        kept_id = await database.write(work)
        rows = await database.reads.execute_fetchall("SELECT * FROM outbox WHERE kind = 'question_told'")
        waiting = {
            row["chat_id"]: outbox.Delivery(0, questions.TOLD, row["subject"], row["chat_id"], 0, 0, None)
            for row in rows
        }
    assert set(waiting) >= {*voters, other}
    (hidden,) = set(waiting) - {*voters, other}
    assert hidden != asker
    assert not any(str(asker) in str(tuple(row)) for row in rows)
    assert questions.told_chat(desk.anonymity, waiting[hidden]) == asker
    assert {questions.told_question(desk.anonymity, one) for one in waiting.values()} == {kept_id}


async def test_neither_instant_nor_order_of_the_cards_tells_when_a_question_was_asked(panel: Rakor) -> None:
    people = [await panel.participant(f"Peserta {at}") for at in range(6)]
    for at, chat in enumerate(people):
        await ask(chat, f"Pertanyaan nomor {at} tentang anggaran daerah?", anonymous=True)
        await panel.control.advance(61)
    await until(
        lambda: panel.rows("SELECT 1 FROM outbox WHERE state <> 'sent' AND kind = 'question_card'") == []
    )
    rows = panel.rows(
        "SELECT o.id, o.not_before, o.finished_at, q.text FROM outbox o"
        " JOIN panel_questions q ON q.id = CAST(o.subject AS INTEGER) WHERE o.kind = 'question_card'"
    )
    assert len(rows) == len(people)
    assert {row["finished_at"] for row in rows} == {rounded(moment_of("20 10:40"))}
    assert {row["not_before"] for row in rows} == {rounded(moment_of("20 10:40"))}
    assert all(row["id"] < 0 for row in rows)


# ------------------------------------------------------------------------------------- the rush


async def test_each_vote_counts_once_whatever_happens(tmp_path: Path) -> None:
    """Votes with repeats, faults, and a restart in good order amid them."""
    dice = random.Random(4)
    people = range(100_001, 100_101)
    pressed = [(dice.choice(people), dice.randrange(50)) for _ in range(600)]
    pressed += dice.choices(pressed, k=200)
    dice.shuffle(pressed)
    async with emulated("2023-02-20T10:40:00+08:00") as stage:
        settings = stage.settings(tmp_path)
        settings = settings.model_copy(update={"organisers": OrganiserSettings()})
        async with running(stage, settings) as rakor:
            ids = await rakor.parts.database.write(lambda tx: filled(tx, settings.database.path, people))
            chats_of = {one: await rakor.control.user(f"Peserta {one}", id=one) for one in people}
            await asyncio.gather(*(chat.say("/tanya") for chat in chats_of.values()))
            for chat in chats_of.values():
                await chat.wait_for("Pertanyaan untuk", timeout=60)
            for method in ("editMessageText", "answerCallbackQuery"):
                await rakor.control.post("faults", method=method, kind="disconnect", times=20)
            await rakor.control.post("faults", method="getUpdates", kind="disconnect", times=1)
            await votes_of(chats_of, ids, pressed[:400])
        async with running(stage, settings) as rakor:
            chats_of = {one: Chat(rakor.control, chat.user) for one, chat in chats_of.items()}
            for method in ("editMessageText", "answerCallbackQuery", "getUpdates"):
                await rakor.control.post("faults", method=method, kind="500", times=2)
            await votes_of(chats_of, ids, pressed[400:])
            wanted = {(ids[at], one) for one, at in pressed if at != one - 100_001}
            await until(lambda: votes(rakor) == len(wanted), 60)
            shown = await questions.wall(rakor.parts.database.reads, 1, "panel-1", 50)
    with closing(sqlite3.connect(settings.database.path)) as connection:
        counted = connection.execute("SELECT question_id, chat_id FROM question_votes").fetchall()
    assert set(counted) == wanted
    numbers = {one: sum(question == one for question, _ in wanted) for one in ids}
    assert [one.votes for one in shown.ranked] == sorted(numbers.values(), reverse=True)
    assert all(one.votes == numbers[one.id] for one in shown.ranked)


def filled(tx: Transaction, database: Path, people: range) -> list[int]:
    """Everybody registered, and an open question of each of the first fifty."""
    desk = Desk(load(key_file(database)), 1, ())
    questions.set_moderated_first(tx, 1, wanted=False)
    ids = []
    for at, chat_id in enumerate(people):
        chats.meet(tx, chat_id, "id")
        fields = {"position": "Kepala", "institution": "Kesbangpol", "region_code": None}
        participants.register(tx, 1, chat_id, name=f"P {at}", consented_at=0, now=0, **fields)
        if at < 50:
            text = f"Pertanyaan nomor {at} tentang anggaran?"
            ids.append(questions.ask(tx, desk, "panel-1", chat_id, text, is_named=bool(at % 2), now=0).id)
    return ids


async def votes_of(chats_of: dict[int, Chat], ids: list[int], pressed: list[tuple[int, int]]) -> None:
    """Presses in this order, sixteen at a time, each seeing to it that the update arrives."""
    slots = asyncio.Semaphore(16)

    async def one(chat_id: int, at: int) -> None:
        async with slots:
            chat = chats_of[chat_id]
            await chat.press_data(2, f"ask.vote:{ids[at]}:on:0", wait=0)

    await asyncio.gather(*(one(chat_id, at) for chat_id, at in pressed))


@pytest.mark.parametrize("language_code", ["id", "en"])
async def test_who_registers_for_a_vote_is_led_back_to_the_question(panel: Rakor, language_code: str) -> None:
    question_id = await ask(await panel.participant("Budi"))
    await approve(panel)
    guest = await panel.control.user("Eko", language_code=language_code)
    await guest.say(f"/start suara-{question_id}")
    await guest.wait_for("27/2022")
    await register(guest)
    await guest.press("🙋 Ke pertanyaan tadi" if language_code == "id" else "🙋 To that question")
    await guest.wait_for(BUDGET)
    await guest.press("👍 0")
    await guest.wait_for("👍 1")
    assert votes(panel) == 1


async def test_who_is_not_registered_registers_first(panel: Rakor) -> None:
    guest = await panel.control.user("Eko", language_code="id")
    await guest.say(f"/tanya {BUDGET}")
    await guest.wait_for("27/2022")
    assert not any(BUDGET in row["draft"] for row in panel.rows("SELECT draft FROM dialogs"))
    await register(guest)
    await guest.press("✍️ Kirim pertanyaan saya")
    await guest.wait_for(BUDGET)
    await guest.press("Kirim anonim")
    await guest.wait_for("Pertanyaan terkirim")
    assert kept(panel) == ["pending"]


async def test_who_comes_without_words_finds_the_way_to_ask_after_registering(panel: Rakor) -> None:
    guest = await panel.control.user("Eko", language_code="id")
    await guest.say("/start daftar")
    await guest.wait_for("27/2022")
    await register(guest)
    assert "🙋 Tanya narasumber" in buttons(await guest.last())
    await ask(guest)
    assert kept(panel) == ["pending"]
