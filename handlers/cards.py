"""A participant's question as the committee sees it: open, taken or answered, with the buttons for it."""

from __future__ import annotations

from telegram import ForceReply

from data import cards, helpdesk, participants, teaching
from data.database import Reads
from data.event import Event
from data.events import StoredEvent
from data.helpdesk import Question
from handlers.screen import Parameters, Rows, Screen, button
from handlers.texts import Texts


async def card(reads: Reads, stored: StoredEvent, question: Question, texts: Texts) -> Screen:
    """The question in its present state."""
    author = await participants.find(reads, stored.id, question.chat_id)
    earlier = await helpdesk.find(reads, question.follows) if question.follows else None
    answer = await helpdesk.last_answer(reads, question.id) if question.state == "answered" else None
    is_faq = await teaching.faq_from(reads, question.id) is not None
    event = stored.event
    text = texts(
        "helpdesk.card",
        question=question,
        author=author,
        asked_at=event.local(question.asked_at),
        earlier=earlier.text if earlier else "",
        answer=answer,
        answered_at=event.local(answer.answered_at) if answer else None,
        is_faq=is_faq,
    )
    return Screen(text, _rows(question, texts, can_be_faq=answer is not None and not is_faq))


def _rows(question: Question, texts: Texts, *, can_be_faq: bool) -> Rows:
    label = texts.label
    if question.state == "answered":
        more = button(label("helpdesk.button_answer_more"), "helpdesk.take", question.id)
        faq = button(label("helpdesk.button_make_faq"), "faq.from_answer", question.id)
        return ((faq, more),) if can_be_faq else ((more,),)
    take = button(label("helpdesk.button_take"), "helpdesk.take", question.id)
    if question.helper_id is None:
        return ((take,),)
    return ((take, button(label("helpdesk.button_release"), "helpdesk.release", question.id)),)


async def reminder(
    reads: Reads, event: Event, question: Question, chat_id: int, now: float, texts: Texts
) -> Parameters:
    """That the question waits, as a reply to its card."""
    text = texts(
        "helpdesk.reminder",
        question=question,
        asked_at=event.local(question.asked_at),
        minutes=int((now - question.asked_at) // 60),
    )
    screen = Screen(text, _rows(question, texts, can_be_faq=False))
    card_id = await cards.newest(reads, question.id, chat_id)
    return screen.parameters() | reply_to(card_id)


async def prompt(reads: Reads, question: Question, helper_id: int, chat_id: int, texts: Texts) -> Parameters:
    """Asks a helper to reply here: of a group's messages a bot sees those that reply to it."""
    text = texts("helpdesk.prompt_in_group", question=question, helper_id=helper_id)
    placeholder = texts.label("helpdesk.placeholder")
    force = ForceReply(selective=True, input_field_placeholder=placeholder)
    card_id = await cards.newest(reads, question.id, chat_id)
    return Screen(text).parameters() | reply_to(card_id) | {"reply_markup": force.to_dict()}


def reply_to(message_id: int | None) -> Parameters:
    """The parameter that makes a message a reply; it is sent also where that message is gone."""
    if message_id is None:
        return {}
    return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}
