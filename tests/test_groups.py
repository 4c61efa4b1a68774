"""In groups: commands, mentions and replies; short answers; nothing about persons."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from bot.rehearsal.errors import ApiError
from bot.rehearsal.faults import Fault
from handlers.routes import ACTIONS
from tests.rakor import Rakor, Stage, emulated, running

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


async def in_group(rakor: Rakor, *people: Chat, **fields: Any) -> list[Chat]:
    """These people, in a group with the bot."""
    group = await rakor.control.group("Peserta Kaltim", *people, **fields)
    return [person.inside(group) for person in people]


async def handled(rakor: Rakor, update_id: int) -> None:
    done = "SELECT failure FROM inbox WHERE (handled OR failure IS NOT NULL) AND update_id = ?"
    async with asyncio.timeout(10):
        while not rakor.rows(done, update_id):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)
    assert [row["failure"] for row in rakor.rows(done, update_id)] == [None]


async def spoken(chat: Chat) -> list[Json]:
    """What the bot has said there."""
    return [one for one in await chat.messages() if one["from"]["is_bot"] and "text" in one]


def link_of(message: Json) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    (url,) = [button["url"] for row in rows for button in row if "url" in button]
    return str(url)


def named(rakor: Rakor, text: str) -> str:
    return f"@{rakor.parts.bot.username} {text}"


@pytest.mark.parametrize(
    ("command", "part"),
    [
        ("/agenda", "📅"),
        ("/sekarang", "Sekarang"),
        ("/berikutnya", "Berikutnya"),
        ("/panel", "🎤"),
        ("/materi", "📄"),
        ("/faq", "❓"),
        ("/bantuan", "chat pribadi"),
        ("/start", "chat pribadi"),
    ],
)
async def test_commands_about_the_event_are_answered_to_who_asked(
    rakor: Rakor, command: str, part: str
) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    said = await budi.say(command)
    answer = await budi.wait_for(part)
    assert answer["reply_to_message"]["message_id"] == said["message_id"]


@pytest.mark.parametrize(
    ("language_code", "personal"), [("id", "chat pribadi"), ("en", "in the private chat")]
)
@pytest.mark.parametrize(
    ("command", "target"),
    [
        ("/hadir 123456", "buka-hadir"),
        ("/nilai", "buka-nilai"),
        ("/profil", "buka-profil"),
        ("/daftar", "buka-daftar"),
        ("/bahasa", "buka-bahasa"),
        ("/hapus_data", "buka-hapus"),
        ("/siaran Halo", "menu"),
        ("/peserta", "menu"),
    ],
)
async def test_what_is_personal_leads_into_the_private_chat(
    rakor: Rakor, language_code: str, personal: str, command: str, target: str
) -> None:
    budi = await rakor.participant("Budi", language_code=language_code)
    (inside,) = await in_group(rakor, budi)
    await inside.say(command)
    answer = await inside.wait_for(personal)
    assert "Budi" not in text_of(answer)
    link = link_of(answer)
    assert link == f"https://t.me/{rakor.parts.bot.username}?start={target}"
    await budi.say(f"/start {target}")
    await budi.wait_for(lambda message: bool(buttons(message)))


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("hadir", "Absensi"),
        ("nilai", "Penilaian"),
        ("materi", "Materi"),
        ("profil", "Profil"),
        ("bahasa", "Bahasa"),
        ("hapus", "Hapus semua data?"),
        ("tanya", "tulis pertanyaan"),
        ("lain", "Rakor Polpum 2023"),
    ],
)
async def test_a_link_from_a_group_opens_its_page(rakor: Rakor, target: str, part: str) -> None:
    budi = await rakor.participant("Budi")
    await budi.say(f"/start buka-{target}")
    await budi.wait_for(part)


@pytest.mark.parametrize(
    ("question", "part"), [("panel 2 jam berapa?", "13.30"), ("when is panel 2?", "Monday, 20 February 2023")]
)
async def test_a_mention_is_answered_in_the_language_of_the_question(
    rakor: Rakor, question: str, part: str
) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say(named(rakor, question))
    answer = await budi.wait_for(part)
    assert buttons(answer) == ["Panel II"]


async def test_a_reply_to_the_bot_goes_on_with_what_it_said(rakor: Rakor) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say(named(rakor, "panel 2 jam berapa?"))
    answer = await budi.wait_for("13.30")
    await budi.say("di mana?", reply_to=answer["message_id"])
    await budi.wait_for("Grand Ballroom, Lantai 2\nPanel II")


async def test_a_mention_alone_is_told_how_to_ask(rakor: Rakor) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say(named(rakor, ""))
    assert "chat pribadi" in text_of(await budi.wait_for("Sebut @"))


async def test_what_is_not_meant_for_the_bot_is_not_answered(rakor: Rakor) -> None:
    """Also where the bot is an administrator and hears everything."""
    budi, siti = await in_group(rakor, await rakor.participant("Budi"), await rakor.participant("Siti"))
    await rakor.control.post("promote", chat=budi.id)
    heard = await siti.say("Selamat pagi, panel 2 jam berapa?")
    for text in ("/agenda@bot_yang_lain", "/jadwal", "@siti panel 2 jam berapa?", "123456"):
        await budi.say(text, reply_to=heard["message_id"])
    await budi.send("photo", caption="panel 2")
    last = await budi.send("sticker")
    await handled(rakor, last["update_id"])
    assert await spoken(budi) == []


async def test_an_unknown_command_with_the_bots_name_is_told_so(rakor: Rakor) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say(f"/jadwal@{rakor.parts.bot.username}")
    await budi.wait_for("tidak dikenal")


async def test_pages_change_for_all_in_the_language_of_who_asked(rakor: Rakor) -> None:
    budi, anna = await in_group(
        rakor, await rakor.participant("Budi"), await rakor.participant("Anna", language_code="en")
    )
    await budi.say("/agenda")
    shown = await budi.wait_for("📅")
    await anna.press("agenda.day:2023-02-21", message=shown)
    page = await anna.wait_for("Selasa, 21 Februari 2023")
    assert page["message_id"] == shown["message_id"]
    await anna.press("🏠 Menu", message=page)
    assert "Sebut @" in text_of(await anna.wait_for("Rakor Polpum 2023"))


async def test_a_session_page_says_nothing_of_who_is_present(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code("panel-1"))
    await budi.wait_for("Hadir tercatat")
    (inside,) = await in_group(rakor, budi)
    await inside.say(named(rakor, "panel 1 jam berapa?"))
    await inside.press("Panel I", message=await inside.wait_for("10.30"))
    page = await inside.wait_for("Sedang berlangsung")
    assert "tercatat hadir" not in text_of(page)
    await inside.say("siapa moderatornya?", reply_to=page["message_id"])
    await inside.wait_for("moderator")


@pytest.mark.parametrize(
    ("data", "target"),
    [
        ("attendance", "buka-hadir"),
        ("profile", "buka-profil"),
        ("profile.delete_yes", "buka-profil"),
        ("feedback.rate:panel-1:5", "buka-nilai"),
        ("ask.session:panel-1", "buka-narasumber"),
        ("registration", "buka-daftar"),
        ("materials.send:panel-1:0", "buka-materi"),
        ("broadcasts.send:1", "menu"),
        ("teaching", "menu"),
    ],
)
async def test_a_personal_button_opens_the_private_chat_of_who_pressed(
    rakor: Rakor, data: str, target: str
) -> None:
    budi = await rakor.participant("Budi")
    (inside,) = await in_group(rakor, budi)
    await inside.say("/agenda")
    shown = await inside.wait_for("📅")
    answer = await inside.press_data(shown["message_id"], data)
    assert answer is not None
    assert answer["url"] == f"https://t.me/{rakor.parts.bot.username}?start={target}"
    assert text_of((await spoken(inside))[-1]) == text_of(shown)
    assert len(rakor.rows("SELECT 1 FROM participants")) == 1


@pytest.mark.parametrize("data", ["x", "agenda.session:nothing", "helpdesk.take:1", "answers.pick:0:faq:x"])
async def test_a_button_of_no_use_there_is_told_so(rakor: Rakor, data: str) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say("/agenda")
    shown = await budi.wait_for("📅")
    answer = await budi.press_data(shown["message_id"], data)
    assert answer is not None
    assert answer["show_alert"]
    assert text_of((await spoken(budi))[-1]) == text_of(shown)


async def test_what_is_not_known_leads_to_the_committee_in_private(rakor: Rakor) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    await budi.say(named(rakor, "apakah ada parkir truk gandeng?"))
    answer = await budi.wait_for("belum tahu")
    assert link_of(answer).endswith("?start=buka-tanya")
    assert rakor.rows("SELECT 1 FROM helpdesk_questions") == []
    (unknown,) = rakor.rows("SELECT text FROM unknown_questions")
    assert unknown["text"] == "apakah ada parkir truk gandeng?"


async def test_a_choice_in_a_group_is_answered_for_the_topic_pressed(rakor: Rakor) -> None:
    budi, siti = await in_group(rakor, await rakor.participant("Budi"), await rakor.participant("Siti"))
    await budi.say(named(rakor, "kamar wifi"))
    shown = await budi.wait_for("Yang mana")
    await siti.press("Wi-Fi", message=shown)
    answer = await siti.wait_for("pemilu2024")
    assert answer["message_id"] == shown["message_id"]


async def test_long_and_strange_texts_are_answered(rakor: Rakor) -> None:
    (budi,) = await in_group(rakor, await rakor.participant("Budi"))
    for text in ("<b>&", "🙂", "panel " * 680, "\u202e?", "x" * 4000):
        await budi.say(named(rakor, text))
        await budi.wait_for(lambda message: message["from"]["is_bot"])


class Muted(Fault):
    """The group lets the bot read, and not write."""

    @property
    def error(self) -> ApiError:
        return ApiError(400, "Bad Request: not enough rights to send text messages to the chat")


@pytest.mark.parametrize("fault", [Muted("sendmessage", "muted"), Fault("sendmessage", "kick")])
async def test_where_the_bot_may_not_write_nothing_fails(tmp_path: Path, fault: Fault) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        (budi,) = await in_group(rakor, await rakor.participant("Budi"), type="supergroup")
        stage.emulator.state.faults.add(fault)
        said = await budi.say("/agenda")
        await handled(rakor, said["update_id"])
        await budi.say("/agenda")
        await budi.wait_for("📅")


@pytest.mark.parametrize("arguments", ["", ":1", ":panel-1", ":1:faq:wifi"])
async def test_every_button_pressed_in_a_group_is_answered(rakor: Rakor, arguments: str) -> None:
    organiser = await rakor.organiser()
    budi, panitia = await in_group(rakor, await rakor.participant("Budi"), organiser)
    await budi.say("/agenda")
    shown = await budi.wait_for("📅")
    for action in ACTIONS:
        for person in (budi, panitia):
            data = f"{action}{arguments}"
            pressed = await person.act("press", message_id=shown["message_id"], data=data, wait=10)
            assert pressed["answer"] is not None, data
            await handled(rakor, pressed["update_id"])
    for one in await spoken(budi):
        assert "Budi Santoso" not in text_of(one)


# -------------------------------------------------------- what only raw updates can tell


def raw(stage: Stage, chat: Json, **body: Any) -> None:
    """An update as Telegram sends it, of what the emulator's people cannot do."""
    bot = stage.emulator.state.chosen_bot(None)
    message = {"message_id": 900, "date": int(stage.clock.now()), "chat": chat, **body}
    bot.updates.add("message", message, chat["id"])


async def test_anonymous_administrators_and_channels_are_answered_like_others(tmp_path: Path) -> None:
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as rakor:
        budi = await rakor.participant("Budi")
        group = await rakor.control.group("Peserta", budi, type="supergroup")
        inside = budi.inside(group)
        entity = {"type": "bot_command", "offset": 0, "length": 7}
        raw(
            stage, group, **{"from": ANONYMOUS, "sender_chat": group, "text": "/agenda", "entities": [entity]}
        )
        await inside.wait_for("📅", after=0)
        channel = {"id": -1009, "type": "channel", "title": "Kanal"}
        fake = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
        text = named(rakor, "panel 2 jam berapa?")
        mention = {"type": "mention", "offset": 0, "length": len(rakor.parts.bot.username) + 1}
        raw(stage, group, **{"from": fake, "sender_chat": channel, "text": text, "entities": [mention]})
        await inside.wait_for("13.30", after=0)


async def test_a_group_that_becomes_a_supergroup_goes_on(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    basic = await rakor.control.group("Peserta", budi)
    await budi.inside(basic).say("/agenda")
    await budi.inside(basic).wait_for("📅")
    upgraded = await rakor.control.post("migrate", chat=basic["id"])
    await budi.inside(upgraded).say("/agenda")
    await budi.inside(upgraded).wait_for("📅")


async def test_the_command_menu_of_groups_has_nothing_personal(rakor: Rakor) -> None:
    calls = [call["params"] for call in await rakor.control.calls(method="setMyCommands")]
    (menu,) = [one for one in calls if "all_group_chats" in str(one["scope"]) and "language_code" not in one]
    assert "hadir" not in str(menu["commands"])
    assert "agenda" in str(menu["commands"])
