"""``/start``: the language, a deep link, the first screen."""

from __future__ import annotations

from contextlib import suppress

from telegram.error import TelegramError

from data import chats
from handlers import attendance, registration
from handlers.commands import organiser_menus
from handlers.context import Context
from handlers.menu import show_menu
from handlers.screen import Reply


async def start(context: Context) -> Reply:
    """Meets a newcomer with the consent; greets whom we know; follows a check-in link."""
    if context.is_organiser:
        await _announce_commands(context)
    code = attendance.code_of_link(context.args)
    if code:
        return await attendance.check_in(context, code)
    if await context.participant() is None:
        dialog = await context.write(lambda tx: registration.open_dialog(context, tx))
        return registration.prompt(context, dialog)
    await context.write(lambda tx: chats.meet(tx, context.chat_id, context.language))
    return await show_menu(context)


async def _announce_commands(context: Context) -> None:
    """The organiser's command menu; without it the commands work all the same."""
    for commands in organiser_menus(context.chat_id):
        with suppress(TelegramError):
            await context.services.call("setMyCommands", commands)
