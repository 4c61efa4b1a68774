"""Where somebody is who has checked in: asked for by a button, recorded whatever comes, decided by people."""

from __future__ import annotations

from telegram import Message

from data import places
from data.database import Transaction
from data.places import Judged, Location
from data.presences import Mark
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.screen import Keys, Reply, Screen, button, rows_of
from handlers.texts import LANGUAGES, texts

PAGE = 5


def ask(context: Context, said: Screen) -> Screen:
    """What was said to the check-in, and the button that sends the phone's location."""
    label = context.texts.label
    keys = Keys(label("places.button_send"), (label("places.button_decline"),))
    return Screen(said.text + "\n\n" + context.texts("places.ask"), keys=keys, anew=True)


def is_declined(text: str) -> bool:
    """Whether the text is the other button of that keyboard."""
    return any(text == texts(language).label("places.button_decline") for language in LANGUAGES)


async def hear(context: Context) -> Reply:
    """A location: the answer, a forwarded one, a place picked on the map, or one that nobody asked for."""
    location = _location(context.message)

    def work(tx: Transaction) -> Judged | None:
        return places.take(tx, context.event_id, context.event, context.chat_id, location, context.now)

    judged = await context.write(work)
    if judged is None:
        return _not_asked(context)
    session = context.event.session(judged.session_id)
    text = context.texts(
        f"places.{judged.result}",
        session=session,
        distance=_in_words(context, judged.distance_m),
        venue=context.event.venue,
    )
    if judged.result in ("forwarded", "chosen"):
        label = context.texts.label
        return Screen(text, keys=Keys(label("places.button_send"), (label("places.button_decline"),)))
    return Screen(text, keys=Keys())


async def decline(context: Context) -> Reply:
    """No location: recorded as such, for the committee."""
    chat_id, sent_at = context.chat_id, context.sent_at
    session_id = await context.write(
        lambda tx: places.refuse(tx, context.event_id, chat_id, sent_at, context.now)
    )
    return Screen(context.texts("places.refused"), keys=Keys()) if session_id else _not_asked(context)


def _not_asked(context: Context) -> Screen:
    return Screen(context.texts("places.not_asked"), ((menu_button(context.texts),),))


def _location(message: Message) -> Location:
    if message.location is None:
        raise ValueError("the message has no location")
    return Location(
        message.location.latitude,
        message.location.longitude,
        message.date.timestamp(),
        is_forwarded=message.forward_origin is not None,
        is_chosen=message.venue is not None,
    )


def _in_words(context: Context, metres: float | None) -> str:
    if metres is None:
        return ""
    if metres < 1000:
        return f"{metres:.0f} m"
    kilometres = f"{metres / 1000:.1f} km"
    return kilometres if context.language == "en" else kilometres.replace(".", ",")


# ---------------------------------------------------------------- for the committee


async def show(context: Context, session_id: str, page: str = "1", notice: str = "") -> Reply:
    """Those whose place speaks against them, with a decision each."""
    session = context.event.session(session_id)
    if session is None:
        raise StaleButtonError
    waiting = await places.to_decide(context.database.reads, context.event_id, session.id)
    shown = page_of(waiting, page, PAGE)
    text = context.texts(
        "places.to_decide",
        session=session,
        entries=[(entry, _in_words(context, entry.distance_m)) for entry in shown.entries],
        total=len(waiting),
    )
    decisions = [
        button(
            context.texts.label(f"places.button_{name}", number=place),
            f"places.{name}",
            session.id,
            one.person.id,
        )
        for place, one in enumerate(shown.entries, start=1)
        for name in ("accept", "reject")
    ]
    back = button(context.texts.label("attendance.button_back"), "attendance.session", session.id)
    pages = turns(shown.shown, shown.pages, "places", session.id)
    return Screen(text, (*rows_of(2, decisions), *pages, (back, menu_button(context.texts))), notice)


async def accept(context: Context, session_id: str, attendee_id: str) -> Reply:
    """The presence stands."""
    reason = context.texts.label("places.reason_accepted")
    mark = _mark(context, session_id, attendee_id, reason)
    await context.write(lambda tx: places.accept(tx, context.event_id, mark))
    return await show(context, session_id, notice=reason)


async def reject(context: Context, session_id: str, attendee_id: str) -> Reply:
    """The presence does not count; the trail keeps it."""
    reason = context.texts.label("places.reason_rejected")
    mark = _mark(context, session_id, attendee_id, reason)
    await context.write(lambda tx: places.reject(tx, context.event_id, mark))
    return await show(context, session_id, notice=reason)


def _mark(context: Context, session_id: str, attendee_id: str, reason: str) -> Mark:
    if context.event.session(session_id) is None:
        raise StaleButtonError
    now = context.now
    return Mark(session_id, number(attendee_id), now, False, "committee", context.chat_id, now, reason=reason)
