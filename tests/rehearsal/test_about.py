"""What a bot sets up: commands, menu button, descriptions, rights."""

from __future__ import annotations

from typing import Any

import pytest

from bot.rehearsal.chat import Chat, Control

from .conftest import Api, ApiRefusalError


async def refusal(api: Api, method: str, **parameters: Any) -> str:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    return failure.value.description


def command(name: str) -> dict[str, str]:
    return {"command": name, "description": f"Perintah {name}"}


async def shown(control: Control, chat: Chat) -> list[str]:
    """The commands that a person sees in a chat."""
    chats = await control.get("chats", user=chat.user["id"])
    [own] = [entry for entry in chats if entry["chat"]["id"] == chat.id]
    return [entry["command"] for entry in own["commands"]]


async def test_commands_are_kept_by_scope_and_language(api: Api, budi: Chat) -> None:
    await api("setMyCommands", commands=[command("a")])
    await api("setMyCommands", commands=[command("b")], language_code="en")
    await api("setMyCommands", commands=[command("c")], scope={"type": "chat", "chat_id": budi.id})
    assert await api("getMyCommands") == [command("a")]
    assert await api("getMyCommands", language_code="en") == [command("b")]
    assert await api("getMyCommands", scope={"type": "chat", "chat_id": budi.id}) == [command("c")]
    assert await api("getMyCommands", scope={"type": "all_private_chats"}) == []
    await api("deleteMyCommands", language_code="en")
    assert await api("getMyCommands", language_code="en") == []
    await api("setMyCommands", commands=[])
    assert await api("getMyCommands") == []


async def test_a_person_sees_the_narrowest_scope_first_and_in_it_their_language(
    api: Api, budi: Chat, control: Control
) -> None:
    steps: list[tuple[dict[str, Any], list[str]]] = [
        ({"commands": [command("umum")]}, ["umum"]),
        ({"commands": [command("umum_en")], "language_code": "en"}, ["umum"]),
        ({"commands": [command("umum_id")], "language_code": "id"}, ["umum_id"]),
        ({"commands": [command("pribadi")], "scope": {"type": "all_private_chats"}}, ["pribadi"]),
        ({"commands": [command("grup")], "scope": {"type": "all_group_chats"}}, ["pribadi"]),
        ({"commands": [command("budi")], "scope": {"type": "chat", "chat_id": budi.id}}, ["budi"]),
    ]
    for parameters, seen in steps:
        await api("setMyCommands", **parameters)
        assert await shown(control, budi) == seen


async def test_members_and_administrators_of_a_group_may_see_others(
    api: Api, budi: Chat, control: Control
) -> None:
    siti = await control.user("Siti")
    group = await control.group("Panitia", budi, siti)
    place = {"chat_id": group["id"]}
    await api("setMyCommands", commands=[command("grup")], scope={"type": "all_group_chats"})
    await api("setMyCommands", commands=[command("pengurus")], scope={"type": "chat_administrators", **place})
    assert await shown(control, budi.inside(group)) == ["pengurus"]
    assert await shown(control, siti.inside(group)) == ["grup"]
    member = {"type": "chat_member", **place, "user_id": siti.id}
    await api("setMyCommands", commands=[command("siti")], scope=member)
    assert await shown(control, siti.inside(group)) == ["siti"]


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({}, 'parameter "commands" is required'),
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({"commands": ["a"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [command("Jadwal")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("x" * 33)]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [command("a")] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        (
            {"commands": [], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": [], "language_code": "indonesia"}, "invalid language code specified"),
    ],
)
async def test_wrong_commands_are_refused(api: Api, parameters: dict[str, Any], description: str) -> None:
    found = await refusal(api, "setMyCommands", **parameters)
    assert found.lower() == f"bad request: {description}".lower()


async def test_a_leading_slash_of_a_command_is_dropped(api: Api) -> None:
    await api("setMyCommands", commands=[{"command": "/jadwal", "description": "x"}])
    assert (await api("getMyCommands"))[0]["command"] == "jadwal"


async def test_the_menu_button_of_a_chat_goes_before_the_common_one(
    api: Api, budi: Chat, control: Control
) -> None:
    async def seen() -> dict[str, Any]:
        button: dict[str, Any] = (await control.get("chats", user=budi.id))[0]["menu_button"]
        return button

    web_app = {"type": "web_app", "text": "Buka", "web_app": {"url": "https://example.org"}}
    assert await api("getChatMenuButton") == await seen() == {"type": "commands"}
    await api("setChatMenuButton", menu_button=web_app)
    assert await api("getChatMenuButton", chat_id=budi.id) == {"type": "default"}
    assert await seen() == web_app
    await api("setChatMenuButton", chat_id=budi.id, menu_button={"type": "commands"})
    assert await seen() == {"type": "commands"}
    wrong = await refusal(api, "setChatMenuButton", menu_button={"type": "moon"})
    assert wrong == "Bad Request: unsupported menu button type specified"


@pytest.mark.parametrize(
    ("what", "field", "limit"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_texts_about_the_bot_are_kept_by_language(api: Api, what: str, field: str, limit: int) -> None:
    default = (await api(f"getMy{what}"))[field]
    await api(f"setMy{what}", **{field: "Asisten"})
    await api(f"setMy{what}", **{field: "Assistant", "language_code": "en"})
    assert await api(f"getMy{what}") == {field: "Asisten"}
    assert await api(f"getMy{what}", language_code="en") == {field: "Assistant"}
    assert await api(f"getMy{what}", language_code="ar") == {field: "Asisten"}
    await api(f"setMy{what}", **{field: ""})
    assert await api(f"getMy{what}") == {field: default}
    assert "TOO_LONG" in await refusal(api, f"setMy{what}", **{field: "x" * (limit + 1)})


async def test_default_rights_are_kept_for_groups_and_channels(api: Api) -> None:
    await api("setMyDefaultAdministratorRights", rights={"can_pin_messages": True})
    await api("setMyDefaultAdministratorRights", rights={"can_post_messages": True}, for_channels=True)
    groups = await api("getMyDefaultAdministratorRights")
    channels = await api("getMyDefaultAdministratorRights", for_channels=True)
    assert (groups["can_pin_messages"], groups["can_change_info"]) == (True, False)
    assert channels["can_post_messages"] is True


async def test_people_have_no_photos(api: Api, budi: Chat) -> None:
    assert await api("getUserProfilePhotos", user_id=budi.id) == {"total_count": 0, "photos": []}
    assert await refusal(api, "getUserProfilePhotos", user_id=5) == "Bad Request: user not found"
