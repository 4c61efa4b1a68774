"""What is told once: a file that has come, a list, a check whether somebody is there, an apology."""

from __future__ import annotations

import json
from collections.abc import Mapping

from data import lists, materials, spot_checks
from data.lists import Scope
from data.outbox import Delivery
from handlers.deliveries.scene import Composer, Scene, sessions_of
from handlers.lists import document as list_document
from handlers.menu import menu_button
from handlers.screen import Document, Screen, button

APOLOGY = "apology"
"""The kind of the message that an update could not be handled; its subject is the phone's language."""


async def _material(scene: Scene, delivery: Delivery) -> Screen | None:
    session_id, file = json.loads(delivery.subject)
    for session in sessions_of(scene.event, [session_id]):
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


COMPOSERS: Mapping[str, Composer] = {
    materials.MATERIAL: _material,
    lists.LIST: _attendance_list,
    spot_checks.SPOT_CHECK: _spot_check,
    APOLOGY: _apology,
}
