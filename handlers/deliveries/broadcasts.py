"""Broadcasts, and their recall and correction."""

from __future__ import annotations

from collections.abc import Mapping

from data import broadcast_changes, broadcasts, feedback, outbox
from data.outbox import Delivery
from handlers.broadcasts.message import screen_of
from handlers.deliveries.scene import Call, Composer, Scene
from handlers.screen import Screen


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


COMPOSERS: Mapping[str, Composer] = {
    broadcasts.BROADCAST: _broadcast,
    outbox.BROADCAST_TO_UNRATED: _broadcast_to_unrated,
    broadcast_changes.RECALL: _broadcast_recall,
    broadcast_changes.CORRECTION: _broadcast_correction,
}
