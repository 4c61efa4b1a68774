"""In groups the bot answers commands, mentions and replies to it, and says nothing about persons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import ChatMember, Message, MessageEntity, Update

from handlers import committee, helpdesk
from handlers.answering import answer_text, without_mention
from handlers.context import Context
from handlers.links import TARGET_OF_CAPABILITY, TARGET_OF_COMMAND, private_button, private_link
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of

Page = Callable[[Context], Awaitable[Reply]]

GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})


async def hear(context: Context) -> Reply:
    """Any message that is no known command: an answer of the committee, a question, or none of the bot's."""
    message = context.message
    if _replies_to_us(context, message):
        question_id = await helpdesk.question_replied_to(context)
        if question_id is not None and await committee.is_helper(context):
            return await helpdesk.answer(context, question_id)
    elif not _names_us(context, message):
        return None
    text = without_mention(context, message)
    if text.startswith("/"):
        return Screen(context.texts("groups.unknown_command"), _private_row(context))
    if text:
        return await answer_text(context, text)
    return await welcome(context) if message.text else None


async def welcome(context: Context) -> Reply:
    """What one can do here, and what in the private chat."""
    label = context.texts.label
    pages = (
        button(label("menu.button_agenda"), "agenda"),
        button(label("menu.button_now"), "agenda.now"),
        button(label("menu.button_next"), "agenda.next"),
        button(label("menu.button_panels"), "agenda.panels"),
        button(label("menu.button_materials"), "materials"),
        button(label("menu.button_faq"), "faq"),
    )
    text = context.texts("groups.welcome", event=context.event, username=context.bot.username)
    return Screen(text, (*rows_of(2, pages), *_private_row(context)))


def personal_command(name: str) -> Page:
    """The page that leads where the command belongs: into the private chat."""

    async def lead(context: Context) -> Reply:
        return Screen(
            context.texts("groups.personal"), _private_row(context, TARGET_OF_COMMAND.get(name, ""))
        )

    return lead


def personal_button(context: Context, action: str) -> Reply:
    """Opens the private chat of who pressed."""
    target = TARGET_OF_CAPABILITY.get(action.partition(".")[0], "")
    return Notice(context.texts.label("groups.personal_notice"), url=private_link(context, target))


async def migrated(_update: Update, context: Context) -> None:
    """A group becomes a supergroup: told in both of them, and harmless the second time."""
    message = context.message
    if message.migrate_to_chat_id is not None:
        await committee.moved(context, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await committee.moved(context, message.migrate_from_chat_id, message.chat.id)


async def membership(context: Context, status: str) -> None:
    """The bot's own, in a group."""
    if status in GONE:
        await committee.left_group(context, context.chat_id)


def _private_row(context: Context, target: str = "") -> Rows:
    return ((private_button(context, context.texts.label("groups.button_private"), target),),)


def _replies_to_us(context: Context, message: Message) -> bool:
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == context.bot.id)


def _names_us(context: Context, message: Message) -> bool:
    """A mention of the bot, or a command with its name."""
    name = f"@{context.bot.username}".casefold()
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION, MessageEntity.BOT_COMMAND]
    for entity, part in message.parse_entities(kinds).items():
        if entity.type == MessageEntity.TEXT_MENTION:
            if entity.user and entity.user.id == context.bot.id:
                return True
        elif part.casefold().endswith(name) and (entity.type == MessageEntity.MENTION or not entity.offset):
            return True
    return False
