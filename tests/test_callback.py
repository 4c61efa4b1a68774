"""Callback data: 64 bytes, read back as written, and never trusted."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.callback import MAX_BYTES, decode, encode
from handlers.routes import ACTIONS
from tests.rakor import Rakor

LONGEST_ID = "x" * 32
"""The event file allows no longer one."""

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=":"), max_size=20)


@given(action=words, arguments=st.lists(words | st.integers(0, 10**6), max_size=4))
@example(action="", arguments=[])
@example(action="a", arguments=[""])
def test_what_is_written_is_read_back(action: str, arguments: list[str | int]) -> None:
    expected = (action, tuple(map(str, arguments)))
    try:
        data = encode(action, *arguments)
    except ValueError:
        assert len(":".join([action, *map(str, arguments)]).encode()) > MAX_BYTES
    else:
        assert len(data.encode()) <= MAX_BYTES
        assert decode(data) == expected


@given(data=st.text(max_size=80))
def test_anything_can_be_read(data: str) -> None:
    action, arguments = decode(data)
    assert ":".join([action, *arguments]) == data


def test_sixty_four_bytes_fit_and_one_more_does_not() -> None:
    assert encode("a" * 64) == "a" * 64
    with pytest.raises(ValueError, match="not fit"):
        encode("a" * 65)


def test_bytes_are_counted_and_not_characters() -> None:
    assert len(encode("é" * 32).encode()) == 64
    with pytest.raises(ValueError, match="not fit"):
        encode("é" * 33)


@pytest.mark.parametrize("parts", [("a:b",), ("a", "b:c")])
def test_a_separator_inside_a_part_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not fit"):
        encode(*parts)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_fits_with_the_longest_id_and_a_position(action: str) -> None:
    assert decode(encode(action, LONGEST_ID, 99)) == (action, (LONGEST_ID, "99"))


FORGED = [
    "",
    ":",
    "nothing",
    "x" * 64,
    "menu:notice:True",
    "agenda.session",
    "agenda.session:",
    "agenda.session:panel-9",
    "agenda.session:panel-1:more",
    "agenda.session:' OR 1=1 --",
    "agenda.day:2023-02-22",
    "agenda.day:20 Februari",
    "faq.entry:panel-1",
    "feedback.rate:panel-1:6",
    "feedback.rate:panel-1:-1",
    "feedback.rate:pembukaan:5",
    "feedback.give:panel-1:00000000:5",
    "feedback.remove:panel-1:x",
    "feedback.open:_9",
    "ask.session:pembukaan",
    "ask.vote:x:on:0",
    "ask.vote:1:maybe:0",
    "ask.vote:1:on:x",
    "ask.send:loudly",
    "ask.write:panel-9",
    "ask.edit:x",
    "words:1",
    "words:x",
    "helpdesk.pass_on:x",
    "helpdesk.pass_on:²",
    "language.set:fr",
    "materials.send:panel-1:9",
    "materials.send:panel-1:-1",
    "materials.send:pembukaan:0",
    "profile.reminders:toggle",
    "registration.consent:maybe",
    "registration.edit:chat_id",
    "registration.region:64.71",
    "stars.mark:panel-9:on",
    "stars.mark:panel-1:toggle",
    "stars.mark:panel-1",
]
"""What a forged app could send, and a button of yesterday."""


async def test_forged_data_lead_to_the_menu_and_change_nothing(rakor: Rakor) -> None:
    budi = await rakor.participant()
    screen = await budi.last()
    before = kept(rakor)
    for data in FORGED:
        answer = await budi.press_data(screen["message_id"], data)
        assert answer is not None, data
        assert "tidak berlaku" in answer["text"], data
        assert answer["show_alert"] is True, data
    assert (await budi.last())["message_id"] == screen["message_id"]
    assert "Selamat datang, Bapak/Ibu Budi" in (await budi.last())["text"]
    assert kept(rakor) == before


def kept(rakor: Rakor) -> list[tuple[object, ...]]:
    """What is known of people."""
    tables = ("participants", "attendance", "dialogs", "chats", "stars")
    return [tuple(row) for table in tables for row in rakor.rows(f"SELECT * FROM {table}")]  # noqa: S608


async def test_the_buttons_of_organisers_do_nothing_for_others(rakor: Rakor) -> None:
    await rakor.organiser()
    budi = await rakor.participant()
    screen = await budi.last()
    for data in (
        "participants",
        "participants.workbook",
        "attendance.codes",
        "broadcasts",
        "broadcasts.send:1",
    ):
        await budi.press_data(screen["message_id"], data)
        await budi.wait_for("tidak dikenal")
        await budi.press("menu")
        await budi.wait_for("Selamat datang")
    assert rakor.rows("SELECT * FROM dialogs WHERE kind = 'broadcast'") == []


async def test_a_huge_number_is_a_stale_button_and_no_failure(rakor: Rakor) -> None:
    budi = await rakor.participant()
    screen = await budi.last()
    assert await budi.press_data(screen["message_id"], f"helpdesk.pass_on:{10**30}") is not None
