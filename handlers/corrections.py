"""For organisers: marks and unmarks with a reason, paper lists, and the history of it all."""

from __future__ import annotations

from telegram import InlineKeyboardButton

from data import attendees, corrections, dialogs, presences
from data.attendees import Person
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from handlers.attendees import person_rows
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Reply, Rows, Screen, button, shortened
from handlers.texts import short_name

KIND = "corrections"
FIND, REASON, PAPER, PAPER_CONFIRM = "find", "reason", "paper", "paper_confirm"
ACTS = ("mark", "unmark")
LABEL_CHARACTERS, REASON_CHARACTERS, SHOWN_LINES = 40, 200, 30
HISTORY_STEPS = 25


async def begin(context: Context, session_id: str) -> Reply:
    """Whose presence is to be corrected is found by name."""
    session = _session(context, session_id)
    await _open(context, Dialog(KIND, FIND, {"session": session.id}))
    return Screen(context.texts("corrections.ask_name", session=session), (_back(context, session.id),))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """What the open question waits for: a name, a reason, a paper list."""
    if not context.is_organiser:
        raise StaleButtonError
    if dialog.step == REASON:
        return await _correct(context, dialog, text)
    if dialog.step == FIND:
        return await _find(context, text)
    return await _read_paper(context, dialog, text)


async def _find(context: Context, text: str) -> Reply:
    everybody = await attendees.everybody(context.database.reads, context.event_id)
    found = attendees.search(everybody, text[:100])
    if len(found) == 1:
        return await person(context, str(found[0].id))
    heading = context.texts("attendees.found", total=len(found), name=text[:100])
    return Screen(heading, (*person_rows(found, "corrections.person"), (menu_button(context.texts),)))


async def person(context: Context, attendee_id: str, notice: str = "") -> Reply:
    """One person: where present, each to be changed, and how that came about."""
    who = await _person(context, attendee_id)
    if context.open_dialog == KIND and context.incoming.callback_query is not None:
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    present = await presences.of_attendee(context.database.reads, context.event_id, who.id)
    trail = await presences.trail(context.database.reads, context.event_id, who.id)
    event = context.event
    text = context.texts(
        "corrections.person",
        person=who,
        steps=[
            (step, event.session(step.session_id), event.local(step.at), event.local(step.recorded_at))
            for step in trail[-HISTORY_STEPS:]
        ],
        organisers=context.services.organisers,
    )
    rows = tuple(
        (
            button(
                shortened(f"{'✅' if one.id in present else '⬜'} {short_name(one)}", LABEL_CHARACTERS),
                "corrections.ask",
                "unmark" if one.id in present else "mark",
                who.id,
                one.id,
            ),
        )
        for one in event.sessions
        if one.attendance
    )
    lists = button(context.texts.label("attendance.button_lists"), "attendance.sessions")
    return Screen(text, (*rows, (lists, menu_button(context.texts))), notice)


async def ask(context: Context, act: str, attendee_id: str, session_id: str) -> Reply:
    """Why: without a reason nothing is changed."""
    who, session = await _person(context, attendee_id), _session(context, session_id)
    if act not in ACTS:
        raise StaleButtonError
    draft = {"act": act, "attendee": who.id, "session": session.id}
    await _open(context, Dialog(KIND, REASON, draft))
    back = button(context.texts.label("corrections.button_cancel"), "corrections.person", who.id)
    return Screen(context.texts(f"corrections.ask_{act}", person=who, session=session), ((back,),))


async def _correct(context: Context, dialog: Dialog, text: str) -> Reply:
    draft, reason = dialog.draft, " ".join(text.split())[:REASON_CHARACTERS]
    session, key = _session(context, draft["session"]), int(draft["attendee"])
    chat_id, now = context.chat_id, context.now

    def work(tx: Transaction) -> None:
        dialogs.close(tx, chat_id)
        if draft["act"] == "unmark":
            corrections.unmark(tx, context.event_id, session.id, key, actor=chat_id, now=now, reason=reason)
            return
        at = _instant(session, now)
        corrections.mark(
            tx, context.event_id, session, key, way="committee", actor=chat_id, at=at, now=now, reason=reason
        )

    await context.write(work)
    return await person(context, str(key))


def _instant(session: Session, now: float) -> float:
    """During the session it is now; before and after it is the start, as on a paper list."""
    start = session.start.timestamp()
    return now if start <= now < session.end.timestamp() else start


# ---------------------------------------------------------------- paper lists


async def paper(context: Context, session_id: str) -> Reply:
    """Asks for the names on a paper list."""
    session = _session(context, session_id)
    await _open(context, Dialog(KIND, PAPER, {"session": session.id}))
    return Screen(context.texts("corrections.ask_paper", session=session), (_back(context, session.id),))


async def _read_paper(context: Context, dialog: Dialog, text: str) -> Reply:
    session = _session(context, dialog.draft["session"])
    everybody = await attendees.everybody(context.database.reads, context.event_id)
    lines = corrections.read_paper(text, everybody)
    sure = [line for line in lines if line.person is not None or not line.others]
    unclear = [line for line in lines if line.person is None and line.others]
    kept = [(line.person.id if line.person else None, line.name, line.institution) for line in sure]
    await _open(context, dialog.at(PAPER_CONFIRM if kept else PAPER, lines=kept))
    label = context.texts.label
    text = context.texts(
        "corrections.paper",
        session=session,
        known=[line for line in sure if line.person][:SHOWN_LINES],
        new=[line for line in sure if line.person is None][:SHOWN_LINES],
        unclear=unclear[:SHOWN_LINES],
        total=len(sure),
    )
    save: Rows = ()
    if kept:
        save = ((button(label("corrections.button_save", total=len(kept)), "corrections.save_paper"),),)
    rewrite = (button(label("corrections.button_rewrite"), "corrections.paper", session.id),)
    return Screen(text, (*save, rewrite, _back(context, session.id)))


async def save_paper(context: Context) -> Reply:
    """Records the list as it was shown."""
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is None or (dialog.kind, dialog.step) != (KIND, PAPER_CONFIRM):
        raise StaleButtonError
    session, lines = _session(context, dialog.draft["session"]), dialog.draft["lines"]

    def work(tx: Transaction) -> tuple[int, int]:
        dialogs.close(tx, context.chat_id)
        return corrections.record_paper(
            tx, context.event_id, session, lines, actor=context.chat_id, now=context.now
        )

    new, before = await context.write(work)
    text = context.texts("corrections.paper_saved", session=session, new=new, before=before)
    return Screen(text, (_back(context, session.id),))


# ---------------------------------------------------------------- what they share


async def _open(context: Context, dialog: Dialog) -> None:
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))


async def _person(context: Context, attendee_id: str) -> Person:
    who = await attendees.find(context.database.reads, context.event_id, number(attendee_id))
    if who is None:
        raise StaleButtonError
    return who


def _session(context: Context, session_id: str) -> Session:
    session = corrections.is_for(context.event, session_id)
    if session is None:
        raise StaleButtonError
    return session


def _back(context: Context, session_id: str) -> tuple[InlineKeyboardButton, ...]:
    back = button(context.texts.label("attendance.button_back"), "attendance.session", session_id)
    return (back, menu_button(context.texts))
