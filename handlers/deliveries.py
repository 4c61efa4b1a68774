"""What the outbox holds, as messages: put into words at the moment of sending, in the receiver's language."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

from data import (
    broadcasts,
    chats,
    feedback,
    forms,
    helpdesk,
    materials,
    outbox,
    participants,
    polls,
    questions,
    reminders,
)
from data.anonymity import Anonymity
from data.database import Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.outbox import Delivery
from data.reminder_plan import FEEDBACK_REQUEST, REMINDER, SAME_START_SECONDS, Rules
from handlers import feedback as feedback_form
from handlers import moderation
from handlers import polls as voting
from handlers.menu import menu_button
from handlers.paging import MESSAGE_UNITS
from handlers.screen import Screen, button, shortened
from handlers.texts import LANGUAGES, Texts, clipped, language_of, short_name, texts, units

APOLOGY = "apology"
"""The kind of the message that an update could not be handled; its subject is the phone's language."""


LABEL_CHARACTERS = 48
HEADING_UNITS, QUOTE_UNITS, SHORTEST_QUOTE_UNITS = 100, 600, 40
"""What stands above an answer of the committee; the answer itself always stands whole."""


@dataclass(frozen=True)
class Call:
    """A Bot API method with JSON-able parameters."""

    method: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Later:
    """Not now: the message may be sent from that instant on."""

    not_before: float


@dataclass(frozen=True)
class Scene:
    """What a message is put into words with."""

    reads: Reads
    stored: StoredEvent
    anonymity: Anonymity
    now: float
    texts: Texts
    rules: Rules

    @property
    def event(self) -> Event:
        return self.stored.event


Composer = Callable[[Scene, Delivery], Awaitable[Screen | Call | Later | None]]


async def compose(
    reads: Reads, stored: StoredEvent, anonymity: Anonymity, rules: Rules, delivery: Delivery, now: float
) -> Call | Later | None:
    """The call that brings the message; None where it has lost its object meanwhile."""
    if delivery.kind == outbox.DIRECT_ANSWER:
        method, parameters = json.loads(delivery.subject)
        return Call(method, parameters)
    chat = await chats.find(reads, delivery.chat_id)
    fallback = language_of(delivery.subject if delivery.kind == APOLOGY else None)
    language = next((one for one in LANGUAGES if chat and one == chat.language), fallback)
    scene = Scene(reads, stored, anonymity, now, texts(language), rules)
    screen = await COMPOSERS[delivery.kind](scene, delivery)
    if not isinstance(screen, Screen):
        return screen
    if screen.edits is not None:
        place = {"chat_id": delivery.chat_id, "message_id": screen.edits}
        return Call("editMessageText", {**place, **screen.parameters()})
    return Call("sendMessage", {"chat_id": delivery.chat_id, **screen.parameters()})


async def _reminder(scene: Scene, delivery: Delivery) -> Screen | Later | None:
    """As things stand now: by the agenda, and for whom it still concerns."""
    if quiet_until := scene.rules.quiet_until(scene.now, scene.event.zone):
        return Later(quiet_until)
    subject = json.loads(delivery.subject)
    sessions = [
        session
        for session in _sessions(scene.event, subject["sessions"])
        if 0 <= session.start.timestamp() - subject["start"] <= SAME_START_SECONDS
        and scene.now < session.end.timestamp()
    ]
    told = await reminders.told(scene.reads, scene.stored.id, delivery.chat_id)
    concerning = await reminders.concerning(
        scene.reads, scene.stored.id, scene.rules, subject["sessions"], delivery.chat_id
    )
    wanted = [one for one in sessions if one.id in concerning and not _is_told(one, told)]
    return _reminder_screen(scene, wanted, told) if wanted else None


def _is_told(session: Session, told: Mapping[str, int]) -> bool:
    """Whether a reminder of this start has been sent."""
    start = session.start.timestamp()
    return session.id in told and 0 <= start - told[session.id] <= SAME_START_SECONDS


def _reminder_screen(scene: Scene, sessions: list[Session], told: Mapping[str, int]) -> Screen:
    """Who was told another hour of the same day is told that it has changed."""
    before = {one.id: scene.event.local(told[one.id]) for one in sessions if one.id in told}
    text = scene.texts(
        "reminders.reminder",
        event=scene.event,
        sessions=sessions,
        now=scene.event.local(scene.now),
        before={one.id: before[one.id] for one in sessions if _is_on_the_day_of(one, before.get(one.id))},
    )
    pages = tuple(
        (button(shortened(f"ℹ️ {short_name(session)}", LABEL_CHARACTERS), "agenda.session", session.id),)
        for session in sessions
    )
    return Screen(text, (*pages, (menu_button(scene.texts),)))


def _is_on_the_day_of(session: Session, moment: datetime | None) -> bool:
    return moment is not None and moment.date() == session.start.date()


async def _feedback_request(scene: Scene, delivery: Delivery) -> Screen | Later | None:
    if quiet_until := scene.rules.quiet_until(scene.now, scene.event.zone):
        return Later(quiet_until)
    participant = await participants.find(scene.reads, scene.stored.id, delivery.chat_id)
    if participant is None or not participant.reminders:
        return None
    (form_id,) = json.loads(delivery.subject)["sessions"]
    form = forms.find(scene.event, form_id)
    if form is None:
        return None
    if scene.now < form.opens:
        return Later(form.opens + scene.rules.feedback_seconds)
    return feedback_form.request(
        scene.texts, scene.event, form, is_again=delivery.kind == outbox.FEEDBACK_AGAIN
    )


async def _feedback_again(scene: Scene, delivery: Delivery) -> Screen | Later | None:
    """Who has answered meanwhile is left alone; nothing of this stays (``outbox.TRACELESS``)."""
    subject = json.loads(delivery.subject)
    (form_id,) = subject["sessions"]
    asked_at = await outbox.sent_at(scene.reads, subject["request"])
    if asked_at is None:
        return None
    if scene.now < asked_at + scene.rules.feedback_again_seconds:
        return Later(asked_at + scene.rules.feedback_again_seconds)
    answered = await feedback.find(scene.reads, scene.anonymity, scene.stored.id, form_id, delivery.chat_id)
    return None if answered else await _feedback_request(scene, delivery)


async def _question_card(scene: Scene, delivery: Delivery) -> Screen | None:
    question = await questions.find(scene.reads, scene.stored.id, int(delivery.subject))
    return moderation.card(scene.texts, scene.event, question) if question else None


async def _question_card_edit(scene: Scene, delivery: Delivery) -> Screen | None:
    """As things stand now; of a question that is gone nothing stays."""
    question_id, message_id = json.loads(delivery.subject)
    question = await questions.find(scene.reads, scene.stored.id, question_id)
    if question is None:
        return Screen(scene.texts("moderation.gone"), edits=message_id)
    return replace(moderation.card(scene.texts, scene.event, question), edits=message_id)


async def _question_told(scene: Scene, delivery: Delivery) -> Screen | None:
    question_id = scene.anonymity.unseal(bytes.fromhex(delivery.subject))
    question = await questions.find(scene.reads, scene.stored.id, question_id)
    merged = question.merged_into if question else None
    if question is not None and merged is not None:
        target = await questions.find(scene.reads, scene.stored.id, merged)
        return moderation.told(scene.texts, scene.event, question, target)
    return moderation.told(scene.texts, scene.event, question, None) if question else None


async def _poll(scene: Scene, delivery: Delivery) -> Screen | Call | None:
    """Telegram's own; a word cloud as a message that asks for words."""
    poll = await polls.find(scene.reads, int(delivery.subject))
    if poll is None or poll.state != "open":
        return None
    if poll.kind == "cloud":
        return voting.cloud(scene.texts, poll)
    return Call("sendPoll", {"chat_id": delivery.chat_id, **voting.parameters(poll)})


async def _poll_close(_scene: Scene, delivery: Delivery) -> Call:
    return Call("stopPoll", {"chat_id": delivery.chat_id, "message_id": int(delivery.subject)})


async def _broadcast(scene: Scene, delivery: Delivery) -> Screen | None:
    broadcast = await broadcasts.find(scene.reads, int(delivery.subject))
    return Screen(Markup(broadcast.html)) if broadcast else None  # noqa: S704 - Telegram's own rendering


async def _helpdesk_question(scene: Scene, delivery: Delivery) -> Screen | None:
    question = await helpdesk.find(scene.reads, int(delivery.subject))
    if question is None:
        return None
    author = await participants.find(scene.reads, scene.stored.id, question.chat_id)
    asked_at = scene.event.local(question.asked_at)
    return Screen(scene.texts("helpdesk.card", question=question, author=author, asked_at=asked_at))


async def _helpdesk_answer(scene: Scene, delivery: Delivery) -> Screen | None:
    reply = await helpdesk.find_reply(scene.reads, delivery.subject)
    if reply is None:
        return None
    room = MESSAGE_UNITS - HEADING_UNITS - units(reply.text)
    question = clipped(reply.question, min(QUOTE_UNITS, room)) if room >= SHORTEST_QUOTE_UNITS else ""
    whole = scene.texts("helpdesk.reply", answer=reply.text, question=question)
    text = whole if units(reply.text) <= MESSAGE_UNITS - HEADING_UNITS else escape(reply.text)
    return Screen(text, ((menu_button(scene.texts),),))


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
    REMINDER: _reminder,
    FEEDBACK_REQUEST: _feedback_request,
    outbox.FEEDBACK_AGAIN: _feedback_again,
    broadcasts.BROADCAST: _broadcast,
    polls.POLL: _poll,
    polls.POLL_CLOSE: _poll_close,
    questions.CARD: _question_card,
    questions.CARD_EDIT: _question_card_edit,
    questions.TOLD: _question_told,
    helpdesk.QUESTION: _helpdesk_question,
    helpdesk.ANSWER: _helpdesk_answer,
    materials.MATERIAL: _material,
    APOLOGY: _apology,
}
