"""What the outbox holds, as messages: put into words at the moment of sending, in the receiver's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from data import chats, outbox, questions
from data.events import StoredEvent
from data.outbox import Delivery
from handlers.deliveries import broadcasts, helpdesk, notices, reminders, voices
from handlers.deliveries.notices import APOLOGY
from handlers.deliveries.scene import Call, Composer, Later, Means, Scene
from handlers.screen import Document, Screen
from handlers.texts import LANGUAGES, language_of, texts

__all__ = ["APOLOGY", "Call", "Later", "Means", "compose"]

COMPOSERS: Mapping[str, Composer] = {
    kind: composer
    for subject in (reminders, voices, broadcasts, helpdesk, notices)
    for kind, composer in subject.COMPOSERS.items()
}


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
