"""``/start``: the language, a deep link, the first screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from telegram.error import TelegramError

from data import chats, helpdesk
from data import questions as asked
from data.database import Transaction
from handlers import (
    attendance,
    attendees,
    feedback,
    helpers,
    links,
    matching,
    materials,
    profile,
    questions,
    registration,
    seats,
)
from handlers import helpdesk as committee
from handlers.commands import moderator_menus, organiser_menus
from handlers.context import Context
from handlers.menu import show_menu
from handlers.screen import Reply

OPENED: Mapping[str, Callable[[Context], Awaitable[Reply]]] = {
    "hadir": attendance.how,
    "nilai": feedback.show_list,
    "narasumber": questions.show,
    "materi": materials.show_all,
    "daftar": registration.begin,
    "profil": profile.show,
    "bahasa": profile.choose_language,
    "hapus": profile.ask_delete,
    "tanya": committee.ask,
}
"""What a link from a group opens."""


async def start(context: Context) -> Reply:
    """Meets a newcomer with the consent; greets whom we know; follows a check-in link."""
    if context.is_moderator:
        await _welcome_committee(context)
    opened = _opened(context)
    if opened is not None:
        return await opened
    page = questions.page_of_link(context.args)
    if page is not None and await context.participant() is not None:
        return await page(context)
    if page is not None and (question := questions.question_of_link(context.args)) is not None:
        return await registration.begin_to_vote(context, question)
    if await context.participant() is None:
        dialog = await context.write(lambda tx: registration.open_dialog(context, tx))
        return registration.prompt(context, dialog)
    await context.write(lambda tx: chats.meet(tx, context.chat_id, context.language))
    return await show_menu(context)


def _opened(context: Context) -> Awaitable[Reply] | None:
    """The page that the link leads to; None where it leads nowhere in particular."""
    if code := attendance.code_of_link(context.args):
        return attendance.check_in(context, code, way="link")
    if page := OPENED.get(links.target_of(context.args) or ""):
        return page(context)
    payload = context.args[0] if context.args else ""
    if (token := attendees.card_of_link(payload)) is not None:
        return attendees.scanned(context, token)
    if (token := helpers.token_of_link(payload)) is not None:
        return helpers.invited(context, token)
    if (invitation := seats.code_of_link(payload)) is not None:
        return matching.invited(context, invitation)
    return None


async def _welcome_committee(context: Context) -> None:
    """With the questions that wait, and the command menu; the commands work without it all the same."""

    def work(tx: Transaction) -> None:
        if context.is_organiser:
            helpdesk.reachable_again(tx, context.chat_id, context.now)
        asked.send_again(tx, context.chat_id, context.now)

    await context.write(work)
    menus = organiser_menus if context.is_organiser else moderator_menus
    for commands in menus(context.chat_id):
        with suppress(TelegramError):
            await context.services.call("setMyCommands", commands)
