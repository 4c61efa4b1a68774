"""What a broadcast says: with pictures, files and buttons, shown to its author as everybody will get it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.chat import Chat, Json, buttons
from data.broadcasts import ContentKind, Link
from handlers.broadcasts.links import LinkError, read_links
from handlers.broadcasts.message import excess
from tests.broadcasts.stage import TEXT, begun, got, previewed, sent
from tests.rakor import Rakor

LINES = "Unduh bahan | https://contoh.go.id/bahan?id=1\nSurvei|http://survei.contoh.go.id"


def shape(message: Json, kind: str) -> tuple[Any, ...]:
    """What makes two messages the same to their readers."""
    keyboard = message.get("reply_markup")
    return message.get(kind), message.get("caption"), message.get("caption_entities"), keyboard


async def media_previewed(organiser: Chat, kind: str, **more: Any) -> Json:
    await begun(organiser)
    await organiser.send(kind, **more)
    return await organiser.wait_for("☝️")


@pytest.mark.parametrize("kind", ["photo", "document", "video"])
async def test_a_file_arrives_with_its_caption_as_it_was_previewed(rakor: Rakor, kind: str) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await media_previewed(organiser, kind, caption="Denah <b>lantai 2</b>", parse_mode="HTML")
    preview = (await organiser.messages())[-2]
    await sent(rakor, organiser)
    arrived = await budi.wait_for("Denah lantai 2")
    assert shape(arrived, kind) == shape(preview, kind)
    assert arrived["caption_entities"][0]["type"] == "bold"


async def test_a_picture_may_come_without_a_word(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await media_previewed(organiser, "photo")
    await sent(rakor, organiser)
    arrived = await budi.wait_for(lambda message: "photo" in message)
    assert "caption" not in arrived


@pytest.mark.parametrize("kind", ["sticker", "voice", "contact", "location"])
async def test_what_cannot_be_broadcast_is_refused_and_asked_for_again(rakor: Rakor, kind: str) -> None:
    organiser = await rakor.organiser()
    await begun(organiser)
    await organiser.send(kind)
    await organiser.wait_for("Siaran dapat berupa")
    await organiser.say(TEXT)
    await organiser.wait_for("☝️")


@pytest.mark.parametrize(
    ("html", "kind", "too_long"),
    [
        ("😀" * 512, "photo", 0),
        ("😀" * 513, "photo", 2),
        ("<b>" + "a" * 1024 + "</b>", "video", 0),
        ("&amp;" * 1025, "document", 1),
        ("a" * 4096, "text", 0),
        ("a" * 4097, "text", 1),
    ],
)
def test_length_is_counted_as_telegram_counts_it(html: str, kind: ContentKind, too_long: int) -> None:
    assert excess(html, kind) == too_long


async def test_buttons_are_typed_a_line_each_and_previewed(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.say(LINES)
    await organiser.wait_for("☝️")
    preview = (await organiser.messages())[-2]
    assert buttons(preview) == ["Unduh bahan", "Survei"]
    await sent(rakor, organiser)
    arrived = await budi.wait_for(TEXT)
    assert arrived["reply_markup"] == preview["reply_markup"]
    assert arrived["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://contoh.go.id/bahan?id=1"


async def test_a_button_opens_a_session_and_the_broadcast_stays(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    budi = await rakor.participant()
    await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.press("Halaman sesi")
    await organiser.wait_for("Halaman sesi mana")
    await organiser.press("Panel II", exact=True)
    await organiser.wait_for("☝️")
    await sent(rakor, organiser)
    arrived = await budi.wait_for(TEXT)
    assert buttons(arrived) == ["ℹ️ Panel II"]
    await budi.press("Panel II", message=arrived)
    page = await budi.wait_for("Penguatan")
    assert page["message_id"] > arrived["message_id"]
    assert await got([budi]) == [budi.user["first_name"]]


async def test_both_kinds_of_buttons_stand_together_and_can_be_taken_away(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.press("Halaman sesi")
    await organiser.wait_for("Halaman sesi mana")
    await organiser.press("Panel I", exact=True)
    await organiser.wait_for("☝️")
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.say(LINES)
    await organiser.wait_for("☝️")
    assert buttons((await organiser.messages())[-2]) == ["Unduh bahan", "Survei", "ℹ️ Panel I"]
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.press("Tanpa tombol")
    await organiser.wait_for("☝️")
    assert buttons((await organiser.messages())[-2]) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Unduh bahan", "belum lengkap"),
        ("| https://contoh.go.id", "belum lengkap"),
        ("Unduh | contoh", "tidak dapat dibuka"),
        ("Unduh | ftp://contoh.go.id", "tidak dapat dibuka"),
        ("Unduh | https://contoh", "tidak dapat dibuka"),
        ("Unduh | https://contoh.go.id/a b", "tidak dapat dibuka"),
        ("Unduh | javascript:alert(1)", "tidak dapat dibuka"),
        (f"{'U' * 65} | https://contoh.go.id", "terlalu panjang"),
        ("\n".join(f"T{number} | https://contoh.go.id" for number in range(7)), "Paling banyak 6"),
    ],
)
async def test_a_line_that_is_no_button_is_named_with_what_to_do(
    rakor: Rakor, typed: str, sentence: str
) -> None:
    organiser = await rakor.organiser()
    await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    await organiser.say(typed)
    await organiser.wait_for(sentence)
    await organiser.say(LINES)
    await organiser.wait_for("☝️")


@given(st.text(max_size=80))
def test_whatever_is_typed_is_buttons_or_one_line_that_is_none(text: str) -> None:
    with suppress(LinkError):
        assert all(link.label and link.url.startswith("http") for link in read_links(text))


def test_the_last_bar_parts_label_and_address() -> None:
    assert read_links("A | B | https://contoh.go.id") == (Link("A | B", "https://contoh.go.id"),)


async def test_typing_while_the_card_is_used_goes_nowhere_wrong(rakor: Rakor) -> None:
    """Whoever presses in place of typing is not asked for the time any more."""
    organiser = await rakor.organiser()
    await rakor.participant()
    await previewed(organiser)
    await organiser.press("⏰ Waktu")
    await organiser.wait_for("Kapan dikirim")
    await organiser.press("‹ Kembali")
    await organiser.wait_for("☝️")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")


async def test_what_is_typed_for_a_draft_that_was_sent_meanwhile_changes_nothing(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.participant()
    card = await previewed(organiser)
    await organiser.press("🔘 Tombol")
    await organiser.wait_for("satu tombol per baris")
    (row,) = rakor.rows("SELECT id FROM broadcasts")
    other = await rakor.control.user("Panitia", id=9001, language_code="id")
    await other.press_data(card["message_id"], f"broadcasts.send:{row['id']}")
    await other.wait_for("Siaran untuk 1 peserta")
    await organiser.say("panel 2 jam berapa?")
    await organiser.wait_for("13.30")
