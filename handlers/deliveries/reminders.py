"""Reminders, and requests for feedback, as things stand when they are sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from data import feedback, forms, outbox, participants, reminders
from data.event import Session
from data.outbox import Delivery
from data.reminder_plan import FEEDBACK_REQUEST, REMINDER, SAME_START_SECONDS
from handlers import feedback as feedback_form
from handlers.deliveries.scene import Composer, Later, Scene, sessions_of
from handlers.menu import menu_button
from handlers.screen import Screen, button, shortened
from handlers.texts import short_name

LABEL_CHARACTERS = 48


async def _reminder(scene: Scene, delivery: Delivery) -> Screen | Later | None:
    """As things stand now: by the agenda, and for whom it still concerns."""
    if quiet_until := scene.rules.quiet_until(scene.now, scene.event.zone):
        return Later(quiet_until)
    subject = json.loads(delivery.subject)
    sessions = [
        session
        for session in sessions_of(scene.event, subject["sessions"])
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


COMPOSERS: Mapping[str, Composer] = {
    REMINDER: _reminder,
    FEEDBACK_REQUEST: _feedback_request,
    outbox.FEEDBACK_AGAIN: _feedback_again,
}
