"""Whom of the invited list somebody is who registers, or represents: asked once, confirmed by the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data import attendees, invitations
from data.database import Transaction
from data.dialogs import Dialog
from data.errors import RakorError
from data.invitations import Seat
from handlers.context import Context
from handlers.screen import Rows, button, shortened

SEAT, OFFICIAL, LETTER = "seat", "official", "letter"
STEPS = frozenset({SEAT, OFFICIAL, LETTER})
"""Steps of a registration: whose seat it is, whom the person represents, and by which surat tugas."""

LINK_PREFIX = "undangan-"
LABEL_CHARACTERS = 48
LETTER_CHARACTERS = 80


class SeatTakenError(RakorError):
    """Another account has registered as this invited person."""


def code_of_link(payload: str) -> str | None:
    """The invitation code in the payload of ``/start``; None for any other payload."""
    return payload.removeprefix(LINK_PREFIX) if payload.startswith(LINK_PREFIX) else None


async def question(context: Context, dialog: Dialog, *, is_wanted: bool = False) -> Dialog | None:
    """The dialog at the question that is to be answered before saving; None where there is none.

    Who is registered already is asked only where they want to be.
    """
    is_closed = context.event.attendance.registration == "invited"
    if dialog.draft.get("seat") or (SEAT in dialog.draft and not is_closed):
        return None
    if not is_closed and not await invitations.count(context.database.reads, context.event_id):
        return None
    person = await attendees.of_chat(context.database.reads, context.event_id, context.chat_id)
    if person is not None and (person.invited_id is not None or not is_wanted):
        return None
    return await looked_up(context, dialog.at(SEAT), dialog.draft["name"], dialog.draft["institution"])


async def looked_up(context: Context, dialog: Dialog, name: str, institution: str = "") -> Dialog:
    """With the seats that the name may mean; one taken by another account is offered to substitutes only."""
    everybody = await invitations.seats(context.database.reads, context.event_id)
    free = [seat for seat in everybody if dialog.step == OFFICIAL or seat.chat_id in (None, context.chat_id)]
    found = invitations.candidates(free, name, institution)
    return dialog.at(dialog.step, seats=[[seat.id, _label(seat)] for seat in found])


async def of_code(context: Context, text: str) -> Seat | None:
    return await invitations.of_code(context.database.reads, context.event_id, text)


def offered(dialog: Dialog) -> frozenset[int]:
    """The ids that the buttons name."""
    return frozenset(seat_id for seat_id, _ in dialog.draft.get("seats", []))


def take(context: Context, tx: Transaction, draft: Mapping[str, Any]) -> None:
    """Puts who has just registered on the seat. Raises SeatTakenError; then nothing may stay."""
    seat_id, letter = draft.get("seat"), draft.get("letter")
    key = (tx, context.event_id, context.chat_id)
    if seat_id and letter:
        attendees.represent(*key, seat_id, letter)
    elif seat_id and attendees.take_seat(*key, seat_id) is None:
        raise SeatTakenError


def prefilled(seat: Seat) -> dict[str, Any]:
    """What the committee knows of the invited person; confirmed by the person before it is saved."""
    known = {
        "name": seat.name,
        "position": seat.position,
        "institution": seat.institution,
        "region_code": seat.region_code,
    }
    return {"seat": seat.id, **{field: value for field, value in known.items() if value}}


def rows(context: Context, dialog: Dialog) -> Rows:
    """The buttons of the seat steps, above those of every step."""
    label = context.texts.label
    back = (button(label("registration.button_back_to_seat"), "registration.back_to_seat"),)
    if dialog.step == LETTER:
        return (back,)
    action = "registration.seat" if dialog.step == SEAT else "registration.official"
    found: Rows = tuple(
        (button(shortened(name, LABEL_CHARACTERS), action, seat_id),)
        for seat_id, name in dialog.draft.get("seats", [])
    )
    if dialog.step == OFFICIAL:
        return (*found, back)
    represent = (button(label("registration.button_represent"), "registration.represent"),)
    if context.event.attendance.registration == "invited":
        return (*found, represent)
    return (*found, represent, (button(label("registration.button_no_seat"), "registration.no_seat"),))


def _label(seat: Seat) -> str:
    return f"{seat.name} · {seat.institution}" if seat.institution else seat.name
