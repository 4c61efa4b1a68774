"""``/layar``: the secret addresses of the projector walls, and other ones in their place."""

from __future__ import annotations

from data import facts, walls
from data.database import Transaction
from data.walls import OVERVIEW
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Screen, button, rows_of, shortened

LABEL_CHARACTERS = 26
MARK_CHARACTERS = 8
"""As much of an address as a button names: the one that is meant, and none that came after it."""


async def show(context: Context, notice: str = "") -> Reply:
    """Every wall's address."""
    texts = context.texts
    base = await facts.value(context.database.reads, facts.WALL_ADDRESS)
    if base is None:
        return Screen(texts("wall.off"), ((menu_button(texts),),))
    await context.write(lambda tx: walls.ensure(tx, context.event_id, context.event))
    known = await walls.addresses(context.database.reads, context.event_id)
    names = _names(context)
    entries = [(name, f"{base}/{known[room]}") for room, name in names.items()]
    buttons = [
        button(
            shortened(texts.label("wall.button_change", name=name), LABEL_CHARACTERS),
            "wall.change",
            room,
            known[room][:MARK_CHARACTERS],
        )
        for room, name in names.items()
    ]
    rows = (*rows_of(2, buttons), (menu_button(texts),))
    return Screen(texts("wall.addresses", entries=entries), rows, notice)


async def change(context: Context, room: str, mark: str) -> Reply:
    """Asks whether the address is to be changed: walls with the old one go dark."""
    names = _names(context)
    if room not in names:
        raise StaleButtonError
    label = context.texts.label
    yes = button(label("wall.button_confirm"), "wall.change_yes", room, mark)
    back = button(label("wall.button_back"), "wall")
    return Screen(
        context.texts("wall.confirm", name=names[room]), ((yes,), (back, menu_button(context.texts)))
    )


async def change_confirmed(context: Context, room: str, mark: str) -> Reply:
    """Only the address that was meant: a second press changes nothing."""
    known = await walls.addresses(context.database.reads, context.event_id)
    secret = known.get(room, "")

    def work(tx: Transaction) -> bool:
        is_meant = len(mark) == MARK_CHARACTERS and secret.startswith(mark)
        return is_meant and walls.revoke(tx, context.event_id, room, secret)

    is_changed = await context.write(work)
    return await show(context, context.texts.label("wall.changed") if is_changed else "")


def _names(context: Context) -> dict[str, str]:
    """By room; the overview has none."""
    return {OVERVIEW: ""} | {room.id: room.name for room in walls.rooms(context.event)}
