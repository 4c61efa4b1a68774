"""Who may answer for the committee, and in which group it does.

In the committee's group everybody may: it is closed, so who writes or presses there has been let in. In a
private chat it takes an organiser.
"""

from __future__ import annotations

from telegram.error import BadRequest

from data import committee, helpdesk, outbox
from data.database import Transaction
from data.helpdesk import Helper
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Notice, Reply, Screen, button


async def is_helper(context: Context) -> bool:
    """Whether who wrote or pressed may answer, here and now."""
    if not context.in_group:
        return context.is_organiser
    chat, message = context.incoming.effective_chat, context.incoming.message
    speaks_for_a_channel = bool(message and message.sender_chat and message.sender_chat.id != context.chat_id)
    is_closed = chat is not None and chat.username is None
    return is_closed and not speaks_for_a_channel and await _is_bound(context)


def helper(context: Context) -> Helper:
    """As the others are to see them; who writes as an anonymous administrator stays that."""
    message, user = context.incoming.message, context.incoming.effective_user
    if message is not None and message.sender_chat is not None:
        name = message.author_signature or context.texts.label("helpdesk.anonymous_helper")
    else:
        name = user.full_name if user else ""
    return Helper(context.user_id, name)


async def bind(context: Context) -> Reply:
    """``/panitia_di_sini``, written in a group by an organiser: from now on the questions land there."""
    texts = context.texts
    if not context.in_group:
        return Screen(texts("committee.only_in_group"), ((menu_button(texts),),))
    if not context.is_organiser:
        is_anonymous = bool(context.message.sender_chat)
        return Screen(texts("committee.anonymous" if is_anonymous else "committee.only_organisers"))
    if not await _is_closed(context):
        return Screen(texts("committee.open_group"))
    members = await context.bot.get_chat_member_count(context.chat_id) - 1
    await context.write(lambda tx: _bind(context, tx, context.chat_id))
    leave = button(texts.label("committee.button_leave"), "committee.leave")
    return Screen(texts("committee.bound", members=members), ((leave,),))


async def leave(context: Context) -> Reply:
    """The questions go to each organiser again."""
    if not context.is_organiser or not await _is_bound(context):
        return Notice(context.texts.label("committee.only_organisers"), alert=True)
    await context.write(lambda tx: _bind(context, tx, None))
    return Screen(context.texts("committee.left"))


async def left_group(context: Context, chat_id: int) -> None:
    """The bot is out of a group; if that was the committee's, the organisers get the questions."""

    def work(tx: Transaction) -> None:
        if committee.group_now(tx) == chat_id:
            _bind(context, tx, None)

    await context.write(work)


async def moved(context: Context, old: int, new: int) -> None:
    """The group has become a supergroup, with another id: what stands in the old one is out of reach."""

    def work(tx: Transaction) -> None:
        outbox.forget(tx, old)
        if committee.group_now(tx) == old:
            _bind(context, tx, new)

    await context.write(work)


def _bind(context: Context, tx: Transaction, chat_id: int | None) -> None:
    committee.bind(tx, chat_id)
    helpdesk.readdress(tx, context.services.desk, context.now)


async def _is_bound(context: Context) -> bool:
    return await committee.group(context.database.reads) == context.chat_id


async def _is_closed(context: Context) -> bool:
    """Whether only those write here who were let in: no public group, no channel's comments."""
    try:
        chat = await context.bot.get_chat(context.chat_id)
    except BadRequest:
        return False
    return chat.username is None and chat.linked_chat_id is None
