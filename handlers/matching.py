"""The steps of a registration that match it with the invited list: whose seat, or in whose place."""

from __future__ import annotations

from data import dialogs
from data.database import Transaction
from data.dialogs import Dialog
from handlers import registration, seats
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.registration import CONFIRM
from handlers.screen import Reply, Screen
from handlers.seats import LETTER, OFFICIAL, SEAT

SHORTEST_LETTER = 3


async def match(context: Context) -> Reply:
    """Whose seat of the invited list somebody has who is registered already."""
    known = await context.participant()
    if known is None:
        return await registration.begin(context)
    dialog = registration.correction(known, context.now)
    question = await seats.question(context, dialog, is_wanted=True)
    if question is None:
        return Screen(context.texts("registration.seat_known"), ((menu_button(context.texts),),))
    return await registration.go_on(context, question)


async def invited(context: Context, code: str) -> Reply:
    """The personal invitation link: what the committee knows stands there to be confirmed."""
    seat = await seats.of_code(context, code)
    if seat is None or seat.chat_id not in (None, context.chat_id):
        key = "registration.problem_seat_taken" if seat else "registration.problem_code"
        return Screen(context.texts(key, limit=registration.MAX_LENGTH), ((menu_button(context.texts),),))
    known = await context.participant()

    def work(tx: Transaction) -> Dialog:
        dialog = registration.open_dialog(context, tx, known=known)
        filled = {**seats.prefilled(seat), **({} if known is None else {"seat": seat.id})}
        dialog = dialog.at(dialog.step, **filled)
        dialogs.save(tx, context.chat_id, dialog, context.now)
        return dialog

    return registration.prompt(context, await context.write(work))


async def choose_seat(context: Context, seat_id: str) -> Reply:
    """Yes, that is me."""
    dialog = await _at_seat(context, SEAT)
    if number(seat_id) not in seats.offered(dialog):
        raise StaleButtonError
    return await registration.finish(context, dialog.at(CONFIRM, seat=number(seat_id), letter=None))


async def no_seat(context: Context) -> Reply:
    """Not on the list: a walk-in, where the meeting is open."""
    dialog = await _at_seat(context, SEAT)
    if context.event.attendance.registration == "invited":
        raise StaleButtonError
    return await registration.finish(context, dialog.at(CONFIRM, seat=None, letter=None))


async def represent(context: Context) -> Reply:
    """In place of somebody who is invited: of whom?"""
    dialog = await _at_seat(context, SEAT)
    return await registration.go_on(context, dialog.at(OFFICIAL, seats=[]))


async def back_to_seat(context: Context) -> Reply:
    """Not in anybody's place after all."""
    dialog = await registration.current(context)
    if dialog.step not in (OFFICIAL, LETTER):
        raise StaleButtonError
    draft = dialog.draft
    again = dialog.at(SEAT, seat=None, letter=None)
    return await registration.go_on(
        context, await seats.looked_up(context, again, draft["name"], draft["institution"])
    )


async def choose_official(context: Context, seat_id: str) -> Reply:
    dialog = await _at_seat(context, OFFICIAL)
    if number(seat_id) not in seats.offered(dialog):
        raise StaleButtonError
    return await registration.go_on(context, dialog.at(LETTER, seat=number(seat_id)))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """An invitation code, a name on the list, or the number of the surat tugas."""
    text = registration.cleaned(text)
    if dialog.step == LETTER:
        if len(text) < SHORTEST_LETTER or len(text) > seats.LETTER_CHARACTERS:
            return registration.prompt(context, dialog, "registration.problem_letter")
        return await registration.finish(context, dialog.at(CONFIRM, letter=text))
    seat = await seats.of_code(context, text)
    if seat is not None and dialog.step == OFFICIAL:
        return await registration.go_on(context, dialog.at(LETTER, seat=seat.id))
    if seat is not None:
        return await registration.finish(context, dialog.at(CONFIRM, seat=seat.id, letter=None))
    found = await seats.looked_up(context, dialog, text)
    if not seats.offered(found):
        return registration.prompt(context, dialog, "registration.problem_not_on_list")
    return await registration.go_on(context, found)


async def _at_seat(context: Context, step: str) -> Dialog:
    dialog = await registration.current(context)
    if dialog.step != step:
        raise StaleButtonError
    return dialog
