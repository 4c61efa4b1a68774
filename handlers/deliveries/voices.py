"""Questions to the panel and polls: cards for moderators, what became of a question, Telegram's polls."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from data import polls, questions
from data.outbox import Delivery
from handlers import moderation
from handlers import polls as voting
from handlers.deliveries.scene import Call, Composer, Scene
from handlers.screen import Screen


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


COMPOSERS: Mapping[str, Composer] = {
    polls.POLL: _poll,
    polls.POLL_CLOSE: _poll_close,
    questions.CARD: _question_card,
    questions.CARD_EDIT: _question_card_edit,
    questions.TOLD: _question_told,
}
