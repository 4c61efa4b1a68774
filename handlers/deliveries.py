"""What the outbox holds, as messages: put into words at the moment of sending, in the receiver's language."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from data import (
    broadcasts,
    chats,
    helpdesk,
    lists,
    materials,
    outbox,
    participants,
    reminders,
    spot_checks,
)
from data.database import Database, Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.lists import Scope
from data.outbox import Delivery
from data.reports.attendance.roll import Letterhead
from handlers.feedback import rating_rows
from handlers.lists import document as list_document
from handlers.menu import menu_button
from handlers.paging import MESSAGE_UNITS
from handlers.screen import Document, Screen, Upload, button, shortened
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
    upload: Upload | None = None
    """The file of a sendDocument."""


@dataclass(frozen=True)
class Scene:
    """What a message is put into words with."""

    database: Database
    stored: StoredEvent
    now: float
    texts: Texts
    letterhead: Letterhead

    @property
    def reads(self) -> Reads:
        return self.database.reads

    @property
    def event(self) -> Event:
        return self.stored.event


Composer = Callable[[Scene, Delivery], Awaitable[Screen | Document | None]]


async def compose(
    database: Database, stored: StoredEvent, delivery: Delivery, now: float, letterhead: Letterhead
) -> Call | None:
    """The call that brings the message; None where it has lost its object meanwhile."""
    if delivery.kind == outbox.DIRECT_ANSWER:
        method, parameters = json.loads(delivery.subject)
        return Call(method, parameters)
    chat = await chats.find(database.reads, delivery.chat_id)
    fallback = language_of(delivery.subject if delivery.kind == APOLOGY else None)
    language = next((one for one in LANGUAGES if chat and one == chat.language), fallback)
    scene = Scene(database, stored, now, texts(language), letterhead)
    message = await COMPOSERS[delivery.kind](scene, delivery)
    if message is None:
        return None
    if isinstance(message, Document):
        return Call(
            "sendDocument", {"chat_id": delivery.chat_id, **message.parameters()}, upload=message.upload
        )
    return Call("sendMessage", {"chat_id": delivery.chat_id, **message.parameters()})


async def _reminder(scene: Scene, delivery: Delivery) -> Screen | None:
    """Only for sessions that still start when they were to start."""
    subject = json.loads(delivery.subject)
    sessions = [
        session
        for session in _sessions(scene.event, subject["sessions"])
        if int(session.start.timestamp()) == subject["start"] and not session.cancelled
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
        if session.feedback and not session.cancelled:
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


async def _attendance_list(scene: Scene, delivery: Delivery) -> Document | None:
    """The list of a session that has ended; none where nobody was there."""
    scope = Scope("session", delivery.subject)
    if not scope.sessions(scene.event):
        return None
    roll, code = await lists.issue(scene.database, scene.stored, scope, scene.now)
    return list_document(scene.texts, roll, code, scene.letterhead, "pdf", scope) if roll.rows else None


async def _spot_check(scene: Scene, delivery: Delivery) -> Screen | None:
    """Only while an answer counts."""
    check = await spot_checks.find(scene.reads, json.loads(delivery.subject))
    session = scene.event.session(check.session_id) if check else None
    if check is None or session is None or scene.now >= check.ends_at:
        return None
    until = scene.event.local(check.ends_at)
    return Screen(scene.texts("spot_checks.request", session=session, until=until))


async def _apology(scene: Scene, _delivery: Delivery) -> Screen | None:
    return Screen(scene.texts("answers_menu.apology"), ((menu_button(scene.texts),),))


def _sessions(event: Event, ids: list[str]) -> list[Session]:
    return [session for session_id in ids if (session := event.session(session_id))]


COMPOSERS: Mapping[str, Composer] = {
    reminders.REMINDER: _reminder,
    reminders.FEEDBACK_REQUEST: _feedback_request,
    broadcasts.BROADCAST: _broadcast,
    helpdesk.QUESTION: _helpdesk_question,
    helpdesk.ANSWER: _helpdesk_answer,
    materials.MATERIAL: _material,
    lists.LIST: _attendance_list,
    spot_checks.SPOT_CHECK: _spot_check,
    APOLOGY: _apology,
}
