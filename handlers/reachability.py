"""Whether a person has blocked the bot: told by Telegram, and heeded from then on."""

from __future__ import annotations

from telegram import ChatMember, Update

from data import chats, helpdesk
from data.database import Transaction
from handlers import groups
from handlers.context import Context


async def changed(update: Update, context: Context) -> None:
    """The bot's own membership. Of a private chat: kicked is blocked, member is welcome again."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != "private":
        await groups.membership(context, change.new_chat_member.status)
        return
    if change.new_chat_member.status == ChatMember.BANNED:
        await context.write(lambda tx: chats.mark_blocked(tx, change.chat.id, context.now))
    else:
        await context.write(lambda tx: _welcome_back(tx, change.chat.id, context.now))


def _welcome_back(tx: Transaction, chat_id: int, now: float) -> None:
    chats.mark_reachable(tx, chat_id)
    helpdesk.reachable_again(tx, chat_id, now)
