"""Updates are parsed as python-telegram-bot parses them, whichever way they take."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message, Update

from bot.telegram.parsing import update_of

ids = st.integers(1, 2**40)
names = st.text(min_size=1, max_size=64)
people = st.fixed_dictionaries(
    {"id": ids, "is_bot": st.booleans(), "first_name": names},
    optional={"last_name": names, "username": names, "language_code": st.sampled_from(["id", "en"])},
)
private = st.fixed_dictionaries({"id": ids, "type": st.just("private")}, optional={"first_name": names})
groups = st.fixed_dictionaries({"id": ids.map(lambda one: -one), "type": st.just("group"), "title": names})
entities = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["bot_command", "url", "bold"]), "offset": st.just(0), "length": ids}
    ),
    max_size=3,
)
messages = st.fixed_dictionaries(
    {"message_id": ids, "date": st.integers(0, 2**32), "chat": private | groups},
    optional={
        "from": people,
        "text": st.text(max_size=200),
        "entities": entities,
        "caption": names,
        "reply_to_message": st.just(
            {"message_id": 1, "date": 5, "chat": {"id": 1, "type": "private"}, "text": "…"}
        ),
        "something_new": st.just(1),
    },
)
updates = st.fixed_dictionaries({"update_id": ids, "message": messages})


@given(update=updates)
def test_a_message_is_parsed_as_by_the_library(update: dict[str, Any]) -> None:
    ours, theirs = update_of(update, None), Update.de_json(update, None)
    assert ours.to_dict() == theirs.to_dict()
    assert ours == theirs
    for name in Message.__slots__:
        assert getattr(ours.message, name) == getattr(theirs.message, name), name


@pytest.mark.parametrize("kind", ["edited_message", "channel_post"])
def test_so_is_anything_else(kind: str) -> None:
    update = {"update_id": 1, kind: {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}
    assert update_of(update, None).to_dict() == Update.de_json(update, None).to_dict()
