"""Kartu peserta: everybody's own QR, and what a helper sees who scans it or looks for a name."""

from __future__ import annotations

import io
from collections.abc import Sequence

import segno
from telegram import InlineKeyboardButton

from data import attendance, attendees, corrections, dialogs, invitations, presences
from data.attendees import Person
from data.corrections import Marked
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from data.presences import Presence, Way
from handlers import helpers, registration
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Document, Reply, Rows, Screen, Upload, button, shortened
from handlers.texts import short_name

KIND = "attendees"
NAME, SUBSTITUTE = "name", "substitute"
LINK_PREFIX = "kartu-"
WAYS: dict[str, Way] = {"c": "card", "s": "search"}
"""How a helper came to the person, as buttons say it."""

LABEL_CHARACTERS = 48
QR_SCALE = 12
"""Pixels a module: sharp on every phone, and a few kilobytes."""


def card_of_link(payload: str) -> str | None:
    """The token in the payload of ``/start``; None for any other payload."""
    return payload.removeprefix(LINK_PREFIX) if payload.startswith(LINK_PREFIX) else None


def card_link(username: str, token: str) -> str:
    """What the QR of a card says."""
    return f"https://t.me/{username}?start={LINK_PREFIX}{token}"


async def card(context: Context) -> Reply:
    """``/kartu``: the person's own QR, as a picture to be shown at the door."""
    if await context.participant() is None:
        return await registration.begin(context)
    attendee_id = await context.write(lambda tx: attendees.ensure(tx, context.event_id, context.chat_id))
    reads, texts = context.database.reads, context.texts
    person = await attendees.find(reads, context.event_id, attendee_id)
    token = await attendees.card(reads, attendee_id)
    if person is None or token is None:
        raise StaleButtonError
    link = card_link(context.bot.username, token)
    again = button(texts.label("materials.button_again"), "attendees.card")
    return Document(
        Upload("kartu.png", lambda: _png(link)),
        texts("attendees.card", person=person, event=context.event),
        otherwise=Screen(texts("attendees.not_sent"), ((again,), (menu_button(texts),)), anew=True),
        is_photo=True,
        rows=((menu_button(texts),),),
    )


def _png(link: str) -> bytes:
    buffer = io.BytesIO()
    segno.make_qr(link, error="m").save(buffer, kind="png", scale=QR_SCALE, border=4)
    return buffer.getvalue()


async def scanned(context: Context, token: str) -> Reply:
    """A card's QR was scanned: helpers see the person, everybody else what it is."""
    person = await attendees.of_card(context.database.reads, context.event_id, token)
    if not await helpers.may_mark(context):
        is_own = person is not None and person.chat_id == context.chat_id
        text = context.texts("attendees.own_card" if is_own else "attendees.not_for_you")
        return Screen(text, ((menu_button(context.texts),),))
    if person is None:
        return Screen(context.texts("attendees.unknown_card"), (_search_row(context),))
    running = attendance.open_sessions(context.event, context.sent_at)
    if context.event.attendance.scan == "at_once" and len(running) == 1:
        await _mark(context, person.id, running[0], "card", context.sent_at)
    return await _page(context, person, "c")


async def show(context: Context, attendee_id: str, way: str = "s") -> Reply:
    """A person found by name."""
    person = await attendees.find(context.database.reads, context.event_id, number(attendee_id))
    if person is None or way not in WAYS:
        raise StaleButtonError
    if context.open_dialog == KIND:
        await _ask_name(context)
    return await _page(context, person, way)


async def _ask_name(context: Context) -> None:
    """What is typed next is a name, whatever was asked before."""
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, Dialog(KIND, NAME), context.now))


async def mark(context: Context, attendee_id: str, session_id: str, way: str) -> Reply:
    """The helper's tap: the person is here."""
    session = context.event.session(session_id)
    if session is None or way not in WAYS:
        raise StaleButtonError
    if session in attendance.open_sessions(context.event, context.now):
        await _mark(context, number(attendee_id), session, WAYS[way], context.now)
    return await show(context, attendee_id, way)


async def check_out(context: Context, attendee_id: str, session_id: str, way: str) -> Reply:
    """The helper's tap: the person leaves."""
    session = context.event.session(session_id)
    if session is None or way not in WAYS:
        raise StaleButtonError
    key, now = number(attendee_id), context.now
    if attendance.can_check_out(session, now):
        await context.write(
            lambda tx: corrections.check_out(
                tx, context.event_id, session, key, way=WAYS[way], actor=context.chat_id, at=now, now=now
            )
        )
    return await show(context, attendee_id, way)


async def undo(context: Context, attendee_id: str, session_id: str, way: str) -> Reply:
    """The wrong person: only what this helper has marked."""
    reason = context.texts.label("attendees.reason_undone")
    key = number(attendee_id)
    await context.write(
        lambda tx: corrections.undo(
            tx, context.event_id, session_id, key, actor=context.chat_id, now=context.now, reason=reason
        )
    )
    return await show(context, attendee_id, way)


async def _mark(context: Context, attendee_id: int, session: Session, way: Way, at: float) -> Marked:
    if await attendees.find(context.database.reads, context.event_id, attendee_id) is None:
        raise StaleButtonError

    def work(tx: Transaction) -> Marked:
        return corrections.mark(
            tx, context.event_id, session, attendee_id,
            way=way, actor=context.chat_id, at=at, now=context.now,
        )  # fmt: skip

    return await context.write(work)


async def _page(context: Context, person: Person, way: str) -> Screen:
    event, now = context.event, context.now
    present = await presences.of_attendee(context.database.reads, context.event_id, person.id)
    running = attendance.sessions_with_code(event, now)
    invited = await invitations.count(context.database.reads, context.event_id)
    text = context.texts(
        "attendees.person",
        person=person,
        has_list=bool(invited),
        present=[
            (one, event.local(present[one.id].at), present[one.id].late)
            for one in running
            if one.id in present
        ],
        running=running,
        upcoming=[one for one in event.sessions if one.attendance and attendance.opens_at(one) > now][:1],
    )
    rows = [row for one in running for row in _session_rows(context, person, one, present.get(one.id), way)]
    if person.invited_id is not None and person.official is None:
        label = context.texts.label("attendees.button_substitute")
        rows.append((button(label, "attendees.substitute", person.id),))
    if context.is_organiser:
        more = button(context.texts.label("attendees.button_correct"), "corrections.person", person.id)
        rows.append((more,))
    return Screen(text, (*rows, _search_row(context)))


def _session_rows(
    context: Context, person: Person, session: Session, presence: Presence | None, way: str
) -> Rows:
    name = short_name(session)
    if presence is None:
        if session not in attendance.open_sessions(context.event, context.now):
            return ()
        label = shortened(context.texts.label("attendees.button_mark", session=name), LABEL_CHARACTERS)
        return ((button(label, "attendees.mark", person.id, session.id, way),),)
    rows: Rows = ()
    if presence.out_at is None and attendance.can_check_out(session, context.now):
        label = shortened(context.texts.label("attendees.button_check_out", session=name), LABEL_CHARACTERS)
        rows = ((button(label, "attendees.check_out", person.id, session.id, way),),)
    if presence.way in WAYS.values() and presence.actor == context.chat_id:
        label = shortened(context.texts.label("attendees.button_undo", session=name), LABEL_CHARACTERS)
        rows = (*rows, (button(label, "attendees.undo", person.id, session.id, way),))
    return rows


# ---------------------------------------------------------------- without a card


async def search(context: Context) -> Reply:
    """``/cari NAME``; without a name it is asked for."""
    typed = " ".join(context.args or ()) if context.incoming.message else ""
    if typed:
        return await _found(context, typed)
    await _ask_name(context)
    return Screen(context.texts("attendees.ask_name"), ((menu_button(context.texts),),))


async def substitute(context: Context, attendee_id: str) -> Reply:
    """Somebody without an account stands at the door in place of the invited one: who, by which letter?"""
    person = await attendees.find(context.database.reads, context.event_id, number(attendee_id))
    if person is None or person.invited_id is None:
        raise StaleButtonError
    dialog = Dialog(KIND, SUBSTITUTE, {"seat": person.invited_id, "official": person.name})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    back = button(context.texts.label("corrections.button_cancel"), "attendees.show", person.id)
    return Screen(context.texts("attendees.ask_substitute", name=person.name), ((back,),))


async def _add_substitute(context: Context, dialog: Dialog, text: str) -> Reply:
    name, _, letter = (registration.cleaned(part) for part in text.partition(";"))
    if not name or not letter or max(len(name), len(letter)) > registration.MAX_LENGTH:
        official = dialog.draft["official"]
        return Screen(
            context.texts("attendees.ask_substitute", name=official), ((menu_button(context.texts),),)
        )

    def work(tx: Transaction) -> int:
        dialogs.close(tx, context.chat_id)
        return attendees.add_substitute(tx, context.event_id, dialog.draft["seat"], name, letter)

    return await show(context, str(await context.write(work)))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """A name; the next one can follow at once."""
    if not await helpers.may_mark(context):
        return Screen(context.texts("attendees.not_for_you"), ((menu_button(context.texts),),))
    if dialog.step == SUBSTITUTE:
        return await _add_substitute(context, dialog, text)
    return await _found(context, text)


async def _found(context: Context, text: str) -> Reply:
    everybody = await attendees.everybody(context.database.reads, context.event_id)
    found = attendees.search(everybody, text[:100])
    if len(found) == 1:
        return await _page(context, found[0], "s")
    heading = context.texts("attendees.found", total=len(found), name=text[:100])
    return Screen(heading, (*person_rows(found, "attendees.show"), (menu_button(context.texts),)))


def person_rows(people: Sequence[Person], action: str, *arguments: str | int) -> Rows:
    """A button a person, with the institution: namesakes are many."""
    return tuple(
        (button(shortened(f"{one.name} · {one.institution}", LABEL_CHARACTERS), action, *arguments, one.id),)
        for one in people
    )


def _search_row(context: Context) -> tuple[InlineKeyboardButton, ...]:
    search_again = button(context.texts.label("attendees.button_search"), "attendees.search")
    return (search_again, menu_button(context.texts))


# ---------------------------------------------------------------- cards on paper


async def badges(context: Context) -> Reply:
    """For organisers: everybody's card as PDF, eight a page."""
    from data.reports.badges import pdf  # noqa: PLC0415 - heavy, and for organisers only

    event, texts = context.event, context.texts
    everybody = await attendees.cards(context.database.reads, context.event_id)
    again = button(texts.label("materials.button_again"), "attendees.badges")
    if not everybody:
        return Screen(texts("attendees.no_badges"), ((menu_button(texts),),))
    username = context.bot.username
    linked = [(person, card_link(username, token)) for person, token in everybody]
    return Document(
        Upload(f"kartu-{event.code}.pdf", lambda: pdf(event, linked)),
        texts("attendees.badges", event=event, total=len(everybody)),
        otherwise=Screen(texts("attendees.not_sent"), ((again,), (menu_button(texts),)), anew=True),
    )
