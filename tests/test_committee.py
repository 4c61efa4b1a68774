"""The committee's group: bound and released, and what its members may do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.rakor import Rakor, emulated, running, until
from tests.test_cards import answers, until_shows, with_group
from tests.test_groups import ANONYMOUS, handled, raw
from tests.test_helpdesk import QUESTION, card, pass_on


async def committee_group(rakor: Rakor, *people: Chat, **fields: Any) -> tuple[Json, list[Chat]]:
    """A closed group of organisers and helpers, bound by the first of them."""
    group = await rakor.control.group("Panitia", *people, **fields)
    inside = [person.inside(group) for person in people]
    await inside[0].say("/panitia_di_sini")
    await inside[0].wait_for(f"Semua anggota ({len(people)} orang)")
    return group, inside


async def test_questions_land_in_the_group_and_everybody_in_it_answers(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    helper = await rakor.control.user("Joko", last_name="<b>", language_code="id")
    _, (_, joko) = await committee_group(rakor, rina, helper)
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(joko)
    assert "Budi, Kepala Bidang, Kementerian Dalam Negeri" in text_of(shown)
    await joko.say("Ada.", reply_to=shown["message_id"])
    await budi.wait_for("Ada.")
    await until_shows(joko, shown, "Dijawab oleh Joko <b>")
    confirmation = await joko.wait_for("Jawaban dikirim", after=0)
    assert buttons(confirmation) == []
    assert [one for one in await rina.messages() if QUESTION in text_of(one)] == []


async def test_in_the_group_the_button_asks_for_a_reply(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    helper = await rakor.control.user("Joko", language_code="id")
    _, (inside, joko) = await committee_group(rakor, rina, helper)
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    shown = await card(joko)
    await joko.press("Jawab", message=shown)
    prompt = await joko.wait_for("silakan balas")
    (call,) = [
        one for one in await rakor.control.calls(method="sendMessage") if "silakan" in one["params"]["text"]
    ]
    assert "force_reply" in str(call["params"]["reply_markup"])
    assert prompt["entities"][0]["user"]["id"] == helper.id
    await until_shows(joko, shown, "Diambil oleh Joko")
    await joko.say("Obrolan lain")
    await joko.send("photo", reply_to=prompt["message_id"], caption="Denah")
    await budi.wait_for(lambda message: "photo" in message)
    await inside.say("Terlambat.", reply_to=shown["message_id"])
    held = await inside.wait_for("Kirim juga?")
    foreign = await joko.press("Kirim juga", message=held)
    assert foreign is not None
    assert "Hanya penulisnya" in foreign["text"]
    await inside.press("Jangan kirim", message=held)
    await inside.wait_for("tidak ada yang dikirim")
    assert answers(rakor) == ["Denah"]


async def test_a_question_and_the_reminders_find_the_group_bound_later(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    await pass_on(await rakor.participant("Budi"))
    await card(rina)
    _, (inside,) = await committee_group(rakor, rina)
    await card(inside)
    await rakor.control.advance(16 * 60)
    await inside.wait_for("Belum dijawab", after=0)
    assert [one for one in await rina.messages() if "Belum dijawab" in text_of(one)] == []


async def test_a_group_is_released_by_an_organiser_only(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    helper = await rakor.control.user("Joko", language_code="id")
    _, (inside, joko) = await committee_group(rakor, rina, helper)
    bound = await inside.wait_for("masuk ke grup ini", after=0)
    refused = await joko.press("Lepas grup ini", message=bound)
    assert refused is not None
    assert "penyelenggara" in refused["text"]
    await pass_on(await rakor.participant("Budi"))
    shown = await card(joko)
    await inside.press("Lepas grup ini", message=bound)
    await inside.wait_for("tidak lagi menerima")
    await card(rina)
    late = await joko.press("Jawab", message=shown)
    assert late is not None
    assert "bukan grup panitia" in late["text"]
    said = await joko.say("Ada.", reply_to=shown["message_id"])
    await handled(rakor, said["update_id"])
    assert answers(rakor) == []


async def test_the_bot_removed_from_the_group_brings_the_questions_to_the_organisers(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    group, (inside,) = await committee_group(rakor, rina)
    await pass_on(await rakor.participant("Budi"))
    await card(inside)
    await rakor.control.post("leave", chat=group["id"])
    await card(rina)


async def test_only_organisers_bind_a_group_and_only_a_closed_one(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    joko = await rakor.control.user("Joko", language_code="id")
    await rina.say("/panitia_di_sini")
    await rina.wait_for("ditulis di grup panitia")
    closed = await rakor.control.group("Panitia", rina, joko)
    await joko.inside(closed).say("/panitia_di_sini")
    await joko.inside(closed).wait_for("hanya untuk penyelenggara")
    public = await rakor.control.group("Umum", rina, type="supergroup", username="rakor_umum")
    await rina.inside(public).say("/panitia_di_sini")
    await rina.inside(public).wait_for("terbuka untuk umum")
    await pass_on(await rakor.participant("Budi"))
    await card(rina)


async def test_the_group_lists_and_opens_questions_other_groups_do_not(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    joko = await rakor.control.user("Joko", language_code="id")
    _, (_, helper) = await committee_group(rakor, rina, joko)
    await pass_on(await rakor.participant("Budi"))
    await helper.say("/pertanyaan")
    listed = await helper.wait_for("Pertanyaan terbuka: 1")
    await helper.press("1", message=listed, exact=True)
    await card(helper)
    other = await rakor.control.group("Peserta", joko)
    said = await joko.inside(other).say("/pertanyaan")
    await handled(rakor, said["update_id"])
    assert [one for one in await joko.inside(other).messages() if "terbuka" in text_of(one)] == []


async def test_the_group_of_the_configuration(tmp_path: Path) -> None:
    async with emulated() as stage:
        async with running(stage, stage.settings(tmp_path)) as rakor:
            rina = await rakor.organiser()
            group = await rakor.control.group("Panitia", rina)
            await pass_on(await rakor.participant("Budi"))
            await card(rina)
        async with running(stage, with_group(stage.settings(tmp_path), group["id"])) as rakor:
            await card(Chat(rakor.control, rina.user).inside(group))
            other = await rakor.control.group("Panitia 2", rina)
            await Chat(rakor.control, rina.user).inside(other).say("/panitia_di_sini")
            await card(Chat(rakor.control, rina.user).inside(other))
        async with running(stage, with_group(stage.settings(tmp_path), group["id"])) as rakor:
            budi = await rakor.participant("Budi")
            question = "Apakah ada dokter gigi?"
            await pass_on(budi, question)
            await card(Chat(rakor.control, rina.user).inside(other), question)
            again = Chat(rakor.control, rina.user).inside(group)
            assert [one for one in await again.messages() if question in text_of(one)] == []


async def test_a_committee_group_that_becomes_a_supergroup_keeps_its_questions(rakor: Rakor) -> None:
    rina = await rakor.organiser()
    joko = await rakor.control.user("Joko", language_code="id")
    group, (_, inside) = await committee_group(rakor, rina, joko)
    budi = await rakor.participant("Budi")
    await pass_on(budi)
    await card(inside)
    upgraded = await rakor.control.post("migrate", chat=group["id"])
    moved = joko.inside(upgraded)
    shown = await card(moved)
    await moved.say("Ada.", reply_to=shown["message_id"])
    await budi.wait_for("Ada.")
    await until_shows(moved, shown, "Dijawab oleh Joko")
    await pass_on(budi, "Apakah ada dokter gigi?")
    await card(moved, "Apakah ada dokter gigi?")
    await until(lambda: not rakor.rows("SELECT 1 FROM outbox WHERE state IN ('sending', 'failed')"))


async def test_an_anonymous_administrator_answers_and_does_not_bind(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        rina = await rakor.organiser()
        group, (inside,) = await committee_group(rakor, rina, type="supergroup")
        budi = await rakor.participant("Budi")
        await pass_on(budi)
        shown = await card(inside)
        anonymous = {"from": ANONYMOUS, "sender_chat": group}
        raw(stage, group, **anonymous, author_signature="Ketua", text="Ada.", reply_to_message=shown)
        await budi.wait_for("Ada.")
        await until_shows(inside, shown, "Dijawab oleh Ketua")
        entity = {"type": "bot_command", "offset": 0, "length": 16}
        raw(stage, group, **anonymous, text="/panitia_di_sini", entities=[entity])
        await inside.wait_for("tetap anonim", after=0)


async def test_who_speaks_for_a_channel_is_no_helper(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        rina = await rakor.organiser()
        group, (inside,) = await committee_group(rakor, rina, type="supergroup")
        await pass_on(await rakor.participant("Budi"))
        shown = await card(inside)
        fake = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
        channel = {"id": -1009, "type": "channel", "title": "Kanal"}
        raw(stage, group, **{"from": fake, "sender_chat": channel, "text": "zqx", "reply_to_message": shown})
        await inside.wait_for("belum tahu", after=0)
        assert answers(rakor) == []


async def test_what_was_taken_before_a_restart_is_answered_after_it(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            rina = await rakor.organiser()
            group, (inside,) = await committee_group(rakor, rina)
            budi = await rakor.participant("Budi")
            await pass_on(budi)
            await inside.press("Jawab", message=await card(inside))
            prompt = await inside.wait_for("silakan balas")
        async with running(stage, settings) as rakor:
            again = Chat(rakor.control, rina.user).inside(group)
            await again.say("Ada.", reply_to=prompt["message_id"])
            await Chat(rakor.control, budi.user).wait_for("Ada.", after=0)
            await until_shows(again, await card_of(again), "Dijawab")


async def card_of(chat: Chat) -> Json:
    return next(one for one in await chat.messages() if "Pertanyaan peserta" in text_of(one))
