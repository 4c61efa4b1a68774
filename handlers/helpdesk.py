"""Questions passed on to the committee, and the committee's answers."""

from __future__ import annotations

from data import helpdesk, outbox
from handlers.callback import number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen


async def pass_on(context: Context, question_id: str) -> Reply:
    """The author of the text wants the committee to have it."""
    question_number = number(question_id)
    texts, back = context.texts, ((menu_button(context.texts),),)
    organisers = context.services.organisers
    if not organisers:
        return Screen(texts("helpdesk.nobody"), back)
    question = await context.write(
        lambda tx: helpdesk.pass_on(tx, question_number, context.chat_id, organisers, context.now)
    )
    if question is None:
        return Screen(texts("helpdesk.gone"), back)
    return Screen(texts("helpdesk.passed_on", question=question.text), back)


async def question_replied_to(context: Context) -> int | None:
    """The question, where an organiser replies to the message that brought it."""
    replied = context.message.reply_to_message
    if replied is None or not context.is_organiser:
        return None
    sent = await outbox.sent_message(context.database.reads, context.chat_id, replied.message_id)
    return int(sent[1]) if sent and sent[0] == helpdesk.QUESTION else None


async def answer(context: Context, question_id: int, text: str) -> Reply:
    """An organiser's reply goes to who asked."""
    update_id = context.incoming.update_id
    question = await context.write(
        lambda tx: helpdesk.answer(tx, question_id, context.chat_id, update_id, text, context.now)
    )
    key = "helpdesk.gone_for_organiser" if question is None else "helpdesk.answered"
    return Screen(context.texts(key, question=question.text if question else ""))
