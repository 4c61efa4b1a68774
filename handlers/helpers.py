"""Petugas: who may mark participants at the door, invited by an organiser's link."""

from __future__ import annotations

from data import helpers
from data.database import Transaction
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button, unknown_command
from handlers.screen import Reply, Screen, button, shortened

LINK_PREFIX = "petugas-"
LABEL_CHARACTERS = 48
NAME_CHARACTERS = 80


def token_of_link(payload: str) -> str | None:
    """The invitation in the payload of ``/start``; None for any other payload."""
    return payload.removeprefix(LINK_PREFIX) if payload.startswith(LINK_PREFIX) else None


async def may_mark(context: Context) -> bool:
    """Organisers and helpers mark others' attendance; asked at each use."""
    if context.is_organiser:
        return True
    return await helpers.is_helper(context.database.lookups, context.event_id, context.chat_id)


async def show(context: Context, notice: str = "") -> Reply:
    """``/petugas``: for organisers who helps, and the link that invites; for helpers how it goes."""
    if not context.is_organiser:
        return await _own_page(context) if await may_mark(context) else await unknown_command(context)
    token = await context.write(lambda tx: helpers.invitation_now(tx, context.event_id, context.now))
    everyone = await helpers.everyone(context.database.reads, context.event_id)
    label = context.texts.label
    text = context.texts(
        "helpers.list",
        entries=everyone,
        link=f"https://t.me/{context.bot.username}?start={LINK_PREFIX}{token}",
    )
    removals = tuple(
        (
            button(
                shortened(label("helpers.button_remove", name=one.name), LABEL_CHARACTERS),
                "helpers.remove",
                one.chat_id,
            ),
        )
        for one in everyone
    )
    renew = (button(label("helpers.button_renew"), "helpers.renew"),)
    search = (button(label("attendees.button_search"), "attendees.search"), menu_button(context.texts))
    return Screen(text, (*removals, renew, search), notice)


async def _own_page(context: Context) -> Screen:
    search = button(context.texts.label("attendees.button_search"), "attendees.search")
    return Screen(context.texts("helpers.how"), ((search, menu_button(context.texts)),))


async def renew(context: Context) -> Reply:
    """Another link; the one before invites nobody any more."""
    await context.write(lambda tx: helpers.invite(tx, context.event_id, context.now))
    return await show(context, notice=context.texts.label("helpers.renewed"))


async def remove(context: Context, chat_id: str) -> Reply:
    """Takes the role away, at once."""
    key = number(chat_id)
    await context.write(lambda tx: helpers.remove(tx, context.event_id, key))
    return await show(context, notice=context.texts.label("helpers.removed"))


async def invited(context: Context, token: str) -> Reply:
    """The link was opened: what it is, and one button to take it on."""
    if await may_mark(context):
        return await _own_page(context)
    if not await helpers.is_good(context.database.reads, context.event_id, token, context.now):
        return _bad_invitation(context)
    accept = button(context.texts.label("helpers.button_join"), "helpers.join", token)
    text = context.texts("helpers.invitation", event=context.event)
    return Screen(text, ((accept,), (menu_button(context.texts),)))


async def join(context: Context, token: str) -> Reply:
    name = await _name(context)

    def work(tx: Transaction) -> bool:
        return helpers.join(tx, context.event_id, context.chat_id, token, name, context.now)

    return await _own_page(context) if await context.write(work) else _bad_invitation(context)


def _bad_invitation(context: Context) -> Screen:
    return Screen(context.texts("helpers.bad_invitation"), ((menu_button(context.texts),),))


async def _name(context: Context) -> str:
    participant = await context.participant()
    user = context.incoming.effective_user
    if participant is None and user is None:
        raise StaleButtonError
    return (participant.name if participant else user.full_name if user else "")[:NAME_CHARACTERS]
