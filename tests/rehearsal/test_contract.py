"""The check of the record itself, and that it runs."""

from __future__ import annotations

from typing import Any

import pytest

from bot.rehearsal.methods.registry import METHODS
from bot.rehearsal.methods.unknown import NOT_EMULATED

from . import contract, libraries

needs_specification = pytest.mark.skipif(
    not contract.is_available(), reason="../shared/botapi/api-10.0.json is not beside this checkout"
)


def call(method: str, result: Any, **parameters: Any) -> dict[str, Any]:
    return {"method": method, "params": parameters, "response": {"ok": True, "result": result}}


@needs_specification
@pytest.mark.parametrize(
    ("made", "found"),
    [
        (call("getMe", {"id": 1, "is_bot": True, "first_name": "A"}), []),
        (call("getMe", {"id": 1, "is_bot": True}), ["getMe.first_name: missing in User"]),
        (
            call("getMe", {"id": 1, "is_bot": True, "first_name": None}),
            ["getMe.first_name: None is no String"],
        ),
        (call("getMe", {"id": 1, "is_bot": True, "first_name": "A", "x": 1}), ["getMe.x: not in User"]),
        (call("getMe", {"id": True, "is_bot": True, "first_name": "A"}), ["getMe.id: True is no Integer"]),
        (call("close", True, cheese=1), ["close: unknown parameter cheese"]),
        (call("getUpdates", {}), ["getUpdates: {} is no array"]),
    ],
)
def test_says_what_is_not_as_specified(made: dict[str, Any], found: list[str]) -> None:
    assert contract.violations([made]) == found


@needs_specification
def test_tells_kinds_of_members_apart() -> None:
    user = {"id": 1, "is_bot": False, "first_name": "A"}
    assert contract.violations([call("getChatMember", {"status": "member", "user": user})]) == []
    assert contract.violations([call("getChatMember", {"status": "kicked", "user": user})]) != []


@needs_specification
def test_files_may_come_in_parts_of_any_name() -> None:
    sent = call(
        "close",
        True,
        media=[{"media": "attach://one"}],
        one={"file_name": "a", "content_type": "b", "size": 1},
    )
    assert contract.violations([sent]) == ["close: unknown parameter media"]


@needs_specification
def test_every_method_of_telegram_is_known_or_refused_by_name() -> None:
    assert contract.methods().keys() <= METHODS.keys() | NOT_EMULATED
    assert not METHODS.keys() & NOT_EMULATED


@pytest.mark.parametrize(
    "wrong",
    [
        call("getMe", {"id": 1, "is_bot": True}),
        call("getMe", {"id": 1, "is_bot": True, "first_name": "A", "last_name": None}),
        call("close", True, cheese=1),
        call("getUpdates", {}),
    ],
)
def test_the_libraries_find_what_the_specification_finds(wrong: dict[str, Any]) -> None:
    assert len(libraries.violations([wrong])) == 1


def test_the_libraries_take_what_is_right() -> None:
    chat = {"id": 7, "type": "private", "first_name": "Budi"}
    message = {"message_id": 1, "date": 1676847600, "chat": chat, "text": "Halo"}
    right = [
        call("getMe", {"id": 1, "is_bot": True, "first_name": "A"}),
        call("sendMessage", message, chat_id=7, text="Halo"),
        call("close", True),
    ]
    assert libraries.violations(right) == []
