"""``/start``: the language, a deep link, the first screen."""

from __future__ import annotations

from contextlib import suppress

from telegram.error import TelegramError

from data import chats, dialogs
from data.database import Transaction
from data.dialogs import Dialog
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
    if await context.participant() is None:
        return await _meet(context, code)
    await context.write(lambda tx: chats.meet(tx, context.chat_id, context.language))
    return await (attendance.check_in(context, code) if code else show_menu(context))


async def _announce_commands(context: Context) -> None:
    """The organiser's command menu; without it the commands work all the same."""
    for commands in organiser_menus(context.chat_id):
        with suppress(TelegramError):
            await context.services.call("setMyCommands", commands)


async def _meet(context: Context, code: str | None) -> Reply:
    """A registration that is under way goes on where it was."""

    def begin(tx: Transaction) -> Dialog:
        chats.meet(tx, context.chat_id, context.language)
        chats.mark_reachable(tx, context.chat_id)
        begun = dialogs.find_now(tx, context.chat_id)
        if begun is None or begun.kind != registration.KIND:
            begun = registration.new_dialog()
        if code:
            begun = registration.with_check_in(begun, code, context.sent_at)
        dialogs.save(tx, context.chat_id, begun, context.now)
        return begun

    return registration.prompt(context, await context.write(begin))
