"""What the outbox holds, as messages: put into words at the moment of sending, in the receiver's language."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from data import broadcasts, cards, chats, helpdesk, materials, outbox, reminders
from data.database import Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.outbox import Delivery
from handlers import cards as committee_cards
from handlers.feedback import rating_rows
from handlers.menu import menu_button
from handlers.paging import CAPTION_UNITS, MESSAGE_UNITS
from handlers.screen import Screen, button, shortened
from handlers.texts import LANGUAGES, Texts, clipped, language_of, short_name, texts, units

APOLOGY = "apology"
"""The kind of the message that an update could not be handled; its subject is the phone's language."""


LABEL_CHARACTERS = 48
HEADING_UNITS, QUOTE_UNITS, SHORTEST_QUOTE_UNITS = 160, 600, 40
"""What stands around an answer of the committee; the answer itself always stands whole."""


class NotYetError(Exception):
    """The message cannot be put into words before another one has arrived."""


@dataclass(frozen=True)
class Call:
    """A Bot API method with JSON-able parameters."""

    method: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Scene:
    """What a message is put into words with."""

    reads: Reads
    stored: StoredEvent
    now: float
    texts: Texts

    @property
    def event(self) -> Event:
        return self.stored.event


Composer = Callable[[Scene, Delivery], Awaitable[Screen | Call | None]]


async def compose(reads: Reads, stored: StoredEvent, delivery: Delivery, now: float) -> Call | None:
    """The call that brings the message; None where it has lost its object meanwhile. Raises NotYetError."""
    if delivery.kind == outbox.DIRECT_ANSWER:
        method, parameters = json.loads(delivery.subject)
        return Call(method, parameters)
    chat = await chats.find(reads, delivery.chat_id)
    fallback = language_of(delivery.subject if delivery.kind == APOLOGY else None)
    language = next((one for one in LANGUAGES if chat and one == chat.language), fallback)
    screen = await COMPOSERS[delivery.kind](Scene(reads, stored, now, texts(language)), delivery)
    if screen is None or isinstance(screen, Call):
        return screen
    return Call("sendMessage", {"chat_id": delivery.chat_id, **screen.parameters()})


async def _reminder(scene: Scene, delivery: Delivery) -> Screen | None:
    """Only for sessions that still start when they were to start."""
    subject = json.loads(delivery.subject)
    sessions = [
        session
        for session in _sessions(scene.event, subject["sessions"])
        if int(session.start.timestamp()) == subject["start"]
    ]
    if not sessions:
        return None
    text = scene.texts(
        "reminders.reminder", event=scene.event, sessions=sessions, now=scene.event.local(scene.now)
    )
    pages = tuple(
        (button(shortened(f"ℹ️ {short_name(session)}", LABEL_CHARACTERS), "agenda.session", session.id),)
        for session in sessions
    )
    return Screen(text, (*pages, (menu_button(scene.texts),)))


async def _feedback_request(scene: Scene, delivery: Delivery) -> Screen | None:
    for session in _sessions(scene.event, json.loads(delivery.subject)["sessions"]):
        if session.feedback:
            text = scene.texts("reminders.feedback_request", session=session)
            return Screen(text, (*rating_rows(session), (menu_button(scene.texts),)))
    return None


async def _broadcast(scene: Scene, delivery: Delivery) -> Screen | None:
    broadcast = await broadcasts.find(scene.reads, int(delivery.subject))
    return Screen(Markup(broadcast.html)) if broadcast else None  # noqa: S704 - Telegram's own rendering


async def _helpdesk_question(scene: Scene, delivery: Delivery) -> Screen | None:
    question = await helpdesk.find(scene.reads, int(delivery.subject))
    if question is None:
        return None
    return await committee_cards.card(scene.reads, scene.stored, question, scene.texts)


async def _helpdesk_card(scene: Scene, delivery: Delivery) -> Call | None:
    """An edit: the last one shows all changes, and none before its card has arrived."""
    question_id, _, revision = cards.parts(delivery.subject)
    question = await helpdesk.find(scene.reads, question_id)
    if question is None or question.revision != revision:
        return None
    place = await cards.place(scene.reads, delivery.id, delivery.subject)
    if not place.is_settled:
        raise NotYetError
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


async def _material(scene: Scene, delivery: Delivery) -> Screen | None:
    session_id, file = json.loads(delivery.subject)
    for session in _sessions(scene.event, [session_id]):
        for position, material in enumerate(session.materials):
            if material.file == file:
                send = button(
                    scene.texts.label("materials.button_get"), "materials.send", session.id, position
                )
                text = scene.texts("materials.arrived", session=session, material=material)
                return Screen(text, ((send,), (menu_button(scene.texts),)))
    return None


async def _apology(scene: Scene, _delivery: Delivery) -> Screen | None:
    return Screen(scene.texts("answers_menu.apology"), ((menu_button(scene.texts),),))


def _sessions(event: Event, ids: list[str]) -> list[Session]:
    return [session for session_id in ids if (session := event.session(session_id))]


COMPOSERS: Mapping[str, Composer] = {
    reminders.REMINDER: _reminder,
    reminders.FEEDBACK_REQUEST: _feedback_request,
    broadcasts.BROADCAST: _broadcast,
    cards.QUESTION: _helpdesk_question,
    cards.EDIT: _helpdesk_card,
    cards.REMINDER: _helpdesk_reminder,
    cards.PROMPT: _helpdesk_prompt,
    helpdesk.ANSWER: _helpdesk_answer,
    materials.MATERIAL: _material,
    APOLOGY: _apology,
}
