"""Follow-ups: a short question is about what the chat was about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.answers import Conversation


def test_where_after_when_is_about_the_same_session(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 2 jam berapa?", "2023-02-20T09:00")
    answer = talk.ask("di mana?", "2023-02-20T09:01")
    assert (answer.facet, answer.sessions) == ("where", ("panel-2",))
    assert "Grand Ballroom" in talk.text


def test_moderator_of_the_session_before(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 3 tentang apa", "2023-02-20T09:00")
    answer = talk.ask("siapa moderatornya?", "2023-02-20T09:02")
    assert (answer.facet, answer.sessions) == ("who", ("panel-3",))
    assert "Direktur Kewaspadaan Nasional" in talk.text


def test_the_third_one_keeps_the_facet(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 2 jam berapa", "2023-02-20T09:00")
    answer = talk.ask("kalau yang ketiga?", "2023-02-20T09:01")
    assert (answer.facet, answer.sessions) == ("when", ("panel-3",))


def test_another_session_keeps_the_facet(chat) -> None:
    talk = chat("bahari-2024")
    talk.ask("komisi 1 di mana", "2024-07-10T09:00")
    answer = talk.ask("kalau komisi 3?", "2024-07-10T09:01")
    assert (answer.facet, answer.sessions) == ("where", ("komisi-3",))


def test_a_long_silence_ends_the_conversation(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 2 jam berapa?", "2023-02-20T19:00")
    assert not talk.ask("siapa moderatornya?", "2023-02-20T22:00").confident


def test_without_conversation_a_bare_number_means_nothing(chat) -> None:
    assert not chat("rakor-polpum-2023").ask("kalau yang ketiga?", "2023-02-20T09:01").confident


def test_smalltalk_does_not_end_the_conversation(chat) -> None:
    talk = chat("rakor-polpum-2023")
    talk.ask("panel 2 jam berapa?", "2023-02-20T09:00")
    talk.ask("oke makasih", "2023-02-20T09:01")
    assert talk.ask("di mana?", "2023-02-20T09:02").sessions == ("panel-2",)


def test_conversation_survives_json() -> None:
    conversation = Conversation("who", ("panel-1",), datetime(2023, 2, 20, 9, tzinfo=UTC))
    assert Conversation.from_json(conversation.to_json()) == conversation


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"facet": "x", "sessions": [], "at": "2023-02-20T09:00+08:00"}']
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own error is one of them
        Conversation.from_json(text)
