"""Questions to the committee: their cards, and the answers."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import escape

from data import cards, helpdesk
from data.outbox import Delivery
from handlers import cards as committee_cards
from handlers.deliveries.scene import Call, Composer, Later, Scene
from handlers.menu import menu_button
from handlers.paging import CAPTION_UNITS, MESSAGE_UNITS
from handlers.screen import Screen
from handlers.texts import clipped, units

NOT_YET_SECONDS = 1.0
"""Before another look at a message that waits for one before it."""

HEADING_UNITS, QUOTE_UNITS, SHORTEST_QUOTE_UNITS = 160, 600, 40
"""What stands around an answer of the committee; the answer itself always stands whole."""


async def _helpdesk_question(scene: Scene, delivery: Delivery) -> Screen | None:
    question = await helpdesk.find(scene.reads, int(delivery.subject))
    if question is None:
        return None
    return await committee_cards.card(scene.reads, scene.stored, question, scene.texts)


async def _helpdesk_card(scene: Scene, delivery: Delivery) -> Call | Later | None:
    """An edit: the last one shows all changes, and none before its card has arrived."""
    question_id, _, revision = cards.parts(delivery.subject)
    question = await helpdesk.find(scene.reads, question_id)
    if question is None or question.revision != revision:
        return None
    place = await cards.place(scene.reads, delivery.id, delivery.subject)
    if not place.is_settled:
        return Later(scene.now + NOT_YET_SECONDS)
    if place.message_id is None:
        return None
    screen = await committee_cards.card(scene.reads, scene.stored, question, scene.texts)
    where = {"chat_id": delivery.chat_id, "message_id": place.message_id}
    return Call("editMessageText", {**where, **screen.parameters()})


async def _helpdesk_reminder(scene: Scene, delivery: Delivery) -> Call | None:
    """Useless once there is an answer."""
    question = await helpdesk.find(scene.reads, int(delivery.subject))
    if question is None or question.state != "open":
        return None
    place, now = delivery.chat_id, scene.now
    parameters = await committee_cards.reminder(scene.reads, scene.event, question, place, now, scene.texts)
    return Call("sendMessage", {"chat_id": place, **parameters})


async def _helpdesk_prompt(scene: Scene, delivery: Delivery) -> Call | None:
    question_id, helper_id = map(int, delivery.subject.split(":"))
    question = await helpdesk.find(scene.reads, question_id)
    if question is None:
        return None
    parameters = await committee_cards.prompt(scene.reads, question, helper_id, delivery.chat_id, scene.texts)
    return Call("sendMessage", {"chat_id": delivery.chat_id, **parameters})


async def _helpdesk_answer(scene: Scene, delivery: Delivery) -> Screen | Call | None:
    reply = await helpdesk.find_reply(scene.reads, delivery.subject)
    if reply is None:
        return None
    room = (CAPTION_UNITS if reply.media else MESSAGE_UNITS) - HEADING_UNITS - units(reply.text)
    question = clipped(reply.question, min(QUOTE_UNITS, room)) if room >= SHORTEST_QUOTE_UNITS else ""
    whole = scene.texts("helpdesk.reply", answer=reply.text, question=question)
    screen = Screen(whole if room >= 0 else escape(reply.text), ((menu_button(scene.texts),),))
    if reply.media is None:
        return screen
    parameters = screen.parameters()
    del parameters["link_preview_options"]
    file = {reply.media: reply.file_id, "caption": parameters.pop("text")}
    return Call(f"send{reply.media.title()}", {"chat_id": delivery.chat_id, **file, **parameters})


COMPOSERS: Mapping[str, Composer] = {
    cards.QUESTION: _helpdesk_question,
    cards.EDIT: _helpdesk_card,
    cards.REMINDER: _helpdesk_reminder,
    cards.PROMPT: _helpdesk_prompt,
    helpdesk.ANSWER: _helpdesk_answer,
}
