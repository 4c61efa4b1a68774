"""``/start``: the language, a deep link, the first screen."""

from __future__ import annotations

from contextlib import suppress

from telegram.error import TelegramError

from data import chats, helpdesk
from data import questions as asked
from data.database import Transaction
from handlers import attendance, questions, registration
from handlers.commands import organiser_menus
from handlers.context import Context
from handlers.menu import show_menu
from handlers.screen import Reply


async def start(context: Context) -> Reply:
    """Meets a newcomer with the consent; greets whom we know; follows a check-in link."""
    if context.is_organiser:
        await _welcome_organiser(context)
    code = attendance.code_of_link(context.args)
    if code:
        return await attendance.check_in(context, code)
    page = questions.page_of_link(context.args)
    if page is not None and await context.participant() is not None:
        return await page(context)
    if await context.participant() is None:
        dialog = await context.write(lambda tx: registration.open_dialog(context, tx))
        return registration.prompt(context, dialog)
    await context.write(lambda tx: chats.meet(tx, context.chat_id, context.language))
    return await show_menu(context)


async def _welcome_organiser(context: Context) -> None:
    """With the questions that wait, and the command menu; the commands work without it all the same."""

    def work(tx: Transaction) -> None:
        helpdesk.send_again(tx, context.chat_id, context.now)
        asked.send_again(tx, context.chat_id, context.now)

    await context.write(work)
    for commands in organiser_menus(context.chat_id):
        with suppress(TelegramError):
            await context.services.call("setMyCommands", commands)
