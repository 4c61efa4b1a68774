"""Commands by scope and language, and the menu button."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.about import read_language
from bot.rehearsal.methods.call import Call, find_chat
from bot.rehearsal.model import Json
from bot.rehearsal.parameters import Parameters

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_DESCRIPTION_LENGTH = 256
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})

Key = tuple[str, int, int, str]


def set_my_commands(call: Call) -> bool:
    commands = call.parameters.decoded("commands", "commands")
    if commands is None:
        raise bad_request('Parameter "commands" is required')
    if not isinstance(commands, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(command) for command in commands]
    key = _key(call)
    if checked:
        call.bot.commands[key] = checked
    else:
        call.bot.commands.pop(key, None)
    call.state.feed.publish("commands")
    return True


def _command(value: Any) -> Json:
    context = "Can't parse BotCommand"
    if not isinstance(value, dict):
        raise bad_request(f"{context}: expected an Object")
    for name in ("command", "description"):
        if not isinstance(value.get(name), str):
            raise bad_request(f'{context}: Can\'t find field "{name}"')
    command, description = value["command"], value["description"].strip()
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_DESCRIPTION_LENGTH:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command.removeprefix("/"), "description": description}


def get_my_commands(call: Call) -> list[Json]:
    return call.bot.commands.get(_key(call), [])


def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop(_key(call), None)
    call.state.feed.publish("commands")
    return True


def _key(call: Call) -> Key:
    kind, chat_id, user_id = _scope(call)
    return kind, chat_id, user_id, read_language(call)


def _scope(call: Call) -> tuple[str, int, int]:
    scope = call.parameters.decoded("scope", "BotCommandScope")
    if scope is None:
        return "default", 0, 0
    if not isinstance(scope, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(scope.get("type"))
    if kind in SCOPES:
        return kind, 0, 0
    if kind not in CHAT_SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    chat = find_chat(Call(call.state, call.bot, call.method, Parameters({"chat_id": scope.get("chat_id")})))
    user_id = Parameters(scope).integer("user_id") if kind == "chat_member" else 0
    return kind, chat.id, user_id


def set_chat_menu_button(call: Call) -> bool:
    button = call.parameters.decoded("menu_button", "menu button") or {"type": "default"}
    chat_id = find_chat(call).id if call.parameters.has("chat_id") else 0
    call.bot.menu_buttons[chat_id] = _menu_button(button)
    call.state.feed.publish("commands")
    return True


def _menu_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("Object expected as menu button")
    kind = str(button.get("type"))
    if kind in {"default", "commands"}:
        return {"type": kind}
    if kind != "web_app":
        raise bad_request("Unsupported menu button type specified")
    if not button.get("text") or not isinstance(button.get("web_app"), dict):
        raise bad_request("Can't parse menu button: Can't find field \"text\"")
    return {"type": "web_app", "text": button["text"], "web_app": button["web_app"]}


def get_chat_menu_button(call: Call) -> Json:
    chat_id = find_chat(call).id if call.parameters.has("chat_id") else 0
    return call.bot.menu_buttons.get(chat_id, {"type": "default"} if chat_id else {"type": "commands"})
