"""What the outbox holds, as messages: put into words at the moment of sending, in the receiver's language."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from markupsafe import escape

from data import (
    broadcast_changes,
    broadcasts,
    cards,
    chats,
    feedback,
    forms,
    helpdesk,
    lists,
    materials,
    outbox,
    participants,
    polls,
    questions,
    reminders,
    spot_checks,
)
from data.anonymity import Anonymity
from data.database import Database, Reads
from data.event import Event, Session
from data.events import StoredEvent
from data.lists import Scope
from data.outbox import Delivery
from data.reminder_plan import FEEDBACK_REQUEST, REMINDER, SAME_START_SECONDS, Rules
from data.reports.attendance.roll import Letterhead
from handlers import cards as committee_cards
from handlers import feedback as feedback_form
from handlers import moderation
from handlers import polls as voting
from handlers.broadcasts.message import screen_of
from handlers.lists import document as list_document
from handlers.menu import menu_button
from handlers.paging import CAPTION_UNITS, MESSAGE_UNITS
from handlers.screen import Document, Screen, Upload, button, shortened
from handlers.texts import LANGUAGES, Texts, clipped, language_of, short_name, texts, units

NOT_YET_SECONDS = 1.0
"""Before another look at a message that waits for one before it."""

APOLOGY = "apology"
"""The kind of the message that an update could not be handled; its subject is the phone's language."""


LABEL_CHARACTERS = 48
HEADING_UNITS, QUOTE_UNITS, SHORTEST_QUOTE_UNITS = 160, 600, 40
"""What stands around an answer of the committee; the answer itself always stands whole."""


@dataclass(frozen=True)
class Call:
    """A Bot API method with JSON-able parameters."""

    method: str
    parameters: Mapping[str, Any]
    upload: Upload | None = None
    """The file of a sendDocument."""


@dataclass(frozen=True)
class Later:
    """Not now: the message may be sent from that instant on."""

    not_before: float


@dataclass(frozen=True)
class Means:
    """What the bot has, for as long as it runs, to put messages into words with."""

    database: Database
    rules: Rules
    anonymity: Anonymity
    letterhead: Letterhead


@dataclass(frozen=True)
class Scene:
    """What one message is put into words with."""

    means: Means
    stored: StoredEvent
    now: float
    texts: Texts

    @property
    def reads(self) -> Reads:
        return self.means.database.lookups

    @property
    def rules(self) -> Rules:
        return self.means.rules

    @property
    def event(self) -> Event:
        return self.stored.event


Composer = Callable[[Scene, Delivery], Awaitable[Screen | Document | Call | Later | None]]


async def compose(means: Means, stored: StoredEvent, delivery: Delivery, now: float) -> Call | Later | None:
    """The call that brings the message; None where it has lost its object meanwhile."""
    if delivery.kind == outbox.DIRECT_ANSWER:
        return _direct_answer(means, delivery.subject)
    if delivery.kind == questions.TOLD:
        delivery = replace(delivery, chat_id=questions.told_chat(means.anonymity, delivery))
    chat = await chats.find(means.database.lookups, delivery.chat_id)
    fallback = language_of(delivery.subject if delivery.kind == APOLOGY else None)
    language = next((one for one in LANGUAGES if chat and one == chat.language), fallback)
    scene = Scene(means, stored, now, texts(language))
    message = await COMPOSERS[delivery.kind](scene, delivery)
    place = {"chat_id": delivery.chat_id}
    if isinstance(message, Document):
        return Call("sendDocument", place | message.parameters(), message.upload)
    if isinstance(message, Screen) and message.edits is not None:
        return Call("editMessageText", place | {"message_id": message.edits} | message.parameters())
    if isinstance(message, Screen):
        return Call(message.method, place | message.parameters())
    return message


def _direct_answer(means: Means, subject: str) -> Call:
    """One that the network kept is sealed; a call that says nothing of anybody stands as it is."""
    is_plain = subject.startswith("[")
    method, parameters = json.loads(subject if is_plain else means.anonymity.unseal_text(subject))
    return Call(method, parameters)


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
        and not session.cancelled
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
    pause = scene.rules.feedback_again_seconds
    if asked_at is None or not pause:
        return None
    if scene.now < asked_at + pause:
        return Later(min(asked_at, scene.now) + pause)
    answered = await feedback.find(
        scene.reads, scene.means.anonymity, scene.stored.id, form_id, delivery.chat_id
    )
    return None if answered else await _feedback_request(scene, delivery)


async def _question_card(scene: Scene, delivery: Delivery) -> Screen | None:
    question = await questions.find(scene.reads, scene.stored.id, int(delivery.subject))
    return moderation.card(scene.texts, scene.event, question, scene.now) if question else None


async def _question_card_edit(scene: Scene, delivery: Delivery) -> Screen | None:
    """As things stand now; of a question that is gone nothing stays."""
    question_id, message_id = json.loads(delivery.subject)
    question = await questions.find(scene.reads, scene.stored.id, question_id)
    if question is None:
        return Screen(scene.texts("moderation.gone"), edits=message_id)
    return replace(moderation.card(scene.texts, scene.event, question, scene.now), edits=message_id)


async def _question_told(scene: Scene, delivery: Delivery) -> Screen | None:
    question_id = questions.told_question(scene.means.anonymity, delivery)
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
    return screen_of(broadcast.content, scene.event) if broadcast else None


async def _broadcast_to_unrated(scene: Scene, delivery: Delivery) -> Screen | None:
    """Whoever has rated meanwhile is left alone; nothing of this stays (see ``outbox.TRACELESS``)."""
    broadcast = await broadcasts.find(scene.reads, int(delivery.subject))
    if broadcast is None:
        return None
    rated = await feedback.find(
        scene.reads, scene.means.anonymity, broadcast.event_id, broadcast.segment.value, delivery.chat_id
    )
    return None if rated else screen_of(broadcast.content, scene.event)


async def _broadcast_recall(_scene: Scene, delivery: Delivery) -> Call:
    _, message_id = delivery.subject.split(":")
    return Call("deleteMessage", {"chat_id": delivery.chat_id, "message_id": int(message_id)})


async def _broadcast_correction(scene: Scene, delivery: Delivery) -> Call | None:
    """In the broadcast's present form: that of its latest correction."""
    change_id, message_id = map(int, delivery.subject.split(":"))
    change = await broadcast_changes.find(scene.reads, change_id)
    broadcast = await broadcasts.find(scene.reads, change.broadcast_id) if change else None
    if broadcast is None:
        return None
    screen = screen_of(broadcast.content, scene.event)
    parameters = screen.parameters()
    if screen.attachment:
        parameters.pop(screen.attachment.kind)
    method = "editMessageCaption" if screen.attachment else "editMessageText"
    return Call(method, {"chat_id": delivery.chat_id, "message_id": message_id, **parameters})


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
    roll, code = await lists.issue(scene.means.database, scene.stored, scope, scene.now)
    return list_document(scene.texts, roll, code, scene.means.letterhead, "pdf", scope) if roll.rows else None


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
    REMINDER: _reminder,
    FEEDBACK_REQUEST: _feedback_request,
    outbox.FEEDBACK_AGAIN: _feedback_again,
    broadcasts.BROADCAST: _broadcast,
    outbox.BROADCAST_TO_UNRATED: _broadcast_to_unrated,
    broadcast_changes.RECALL: _broadcast_recall,
    broadcast_changes.CORRECTION: _broadcast_correction,
    cards.QUESTION: _helpdesk_question,
    cards.EDIT: _helpdesk_card,
    cards.REMINDER: _helpdesk_reminder,
    cards.PROMPT: _helpdesk_prompt,
    polls.POLL: _poll,
    polls.POLL_CLOSE: _poll_close,
    questions.CARD: _question_card,
    questions.CARD_EDIT: _question_card_edit,
    questions.TOLD: _question_told,
    helpdesk.ANSWER: _helpdesk_answer,
    materials.MATERIAL: _material,
    lists.LIST: _attendance_list,
    spot_checks.SPOT_CHECK: _spot_check,
    APOLOGY: _apology,
}
