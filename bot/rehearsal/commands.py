"""Which commands and which menu button a person sees in a chat."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.users import User

Scope = tuple[str, int, int]


def commands_for(bot: Bot, chat: Chat, user: User) -> list[Json]:
    """By the order of the documentation ("Determining list of commands"): in each scope first the person's
    language, then the list for all languages."""
    for scope in _scopes(chat, user):
        for language in (user.language.partition("-")[0], ""):
            commands = bot.commands.get((*scope, language))
            if commands:
                return commands
    return []


def _scopes(chat: Chat, user: User) -> list[Scope]:
    if chat.is_private:
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    administrator = user.id in chat.members and chat.members[user.id].is_administrator
    scopes: list[tuple[Scope, bool]] = [
        (("chat_member", chat.id, user.id), True),
        (("chat_administrators", chat.id, 0), administrator),
        (("chat", chat.id, 0), True),
        (("all_chat_administrators", 0, 0), administrator),
        (("all_group_chats", 0, 0), True),
        (("default", 0, 0), True),
    ]
    return [scope for scope, applies in scopes if applies]


def menu_button_for(bot: Bot, chat: Chat) -> Json | None:
    """A MenuButton; groups have none."""
    if not chat.is_private:
        return None
    own = bot.menu_buttons.get(chat.id, {"type": "default"})
    return bot.menu_buttons.get(0, {"type": "commands"}) if own["type"] == "default" else own
