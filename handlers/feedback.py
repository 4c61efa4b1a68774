"""Feedback: 1 to 5 by buttons, a comment if one likes; anonymous, and changed as often as one likes."""

from __future__ import annotations

from data import dialogs, feedback
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from handlers import registration
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.registration import cleaned
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import short_name

KIND = "feedback_comment"
RATINGS = ("1", "2", "3", "4", "5")
MAX_COMMENT = 1000
"""Characters."""

LABEL_CHARACTERS = 40


async def show_list(context: Context, page: str = "1") -> Reply:
    """The sessions that can be rated now."""
    now = context.now
    shown = page_of([one for one in context.event.sessions if feedback.is_open(one, now)], page)
    text = context.texts("feedback.list", event=context.event, sessions=shown.entries)
    rows = tuple((button(_label(session), "feedback.open", session.id),) for session in shown.entries)
    return Screen(text, (*rows, *turns(shown.shown, shown.pages, "feedback"), (menu_button(context.texts),)))


async def show_session(context: Context, session_id: str) -> Reply:
    """The rating so far, and the buttons to give or change it."""
    session = _session(context, session_id)
    if not feedback.is_open(session, context.now):
        return Notice(context.texts.label("feedback.not_yet", session=session), alert=True)
    if await context.participant() is None:
        return await registration.begin(context)
    return await _state(context, session)


async def rate(context: Context, session_id: str, rating: str) -> Reply:
    session = _session(context, session_id)
    if rating not in RATINGS:
        raise StaleButtonError
    if not feedback.is_open(session, context.now):
        return Notice(context.texts.label("feedback.not_yet", session=session), alert=True)
    if await context.participant() is None:
        return await registration.begin(context)
    await context.write(
        lambda tx: feedback.rate(
            tx,
            context.services.anonymity,
            context.event_id,
            session.id,
            context.chat_id,
            int(rating),
            context.now,
        )
    )
    return await _state(context, session, notice=context.texts.label("feedback.saved"))


async def ask_comment(context: Context, session_id: str) -> Reply:
    """The next message becomes the comment."""
    session = _session(context, session_id)
    if await _so_far(context, session) is None:
        raise StaleButtonError
    dialog = Dialog(KIND, "comment", {"session": session.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    return _comment_prompt(context, session)


async def cancel_comment(context: Context, session_id: str) -> Reply:
    session = _session(context, session_id)
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is not None and dialog.kind == KIND:
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    return await _state(context, session)


async def remove_comment(context: Context, session_id: str) -> Reply:
    session = _session(context, session_id)
    await context.write(lambda tx: _comment(context, tx, session, None))
    return await _state(context, session, notice=context.texts.label("feedback.comment_removed"))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """The comment."""
    session = _session(context, dialog.draft["session"])
    comment = cleaned(text)
    if not comment or len(comment) > MAX_COMMENT:
        problem = context.texts("feedback.comment_problem", limit=MAX_COMMENT, length=len(comment))
        return Screen(problem, _cancel_rows(context, session))

    def work(tx: Transaction) -> None:
        _comment(context, tx, session, comment)
        dialogs.close(tx, context.chat_id)

    await context.write(work)
    return await _state(context, session)


def _comment(context: Context, tx: Transaction, session: Session, text: str | None) -> None:
    feedback.comment(
        tx,
        context.services.anonymity,
        context.event_id,
        session.id,
        context.chat_id,
        text,
        context.now,
    )


async def _so_far(context: Context, session: Session) -> feedback.Feedback | None:
    return await feedback.find(
        context.database.reads, context.services.anonymity, context.event_id, session.id, context.chat_id
    )


async def _state(context: Context, session: Session, notice: str = "") -> Screen:
    so_far = await _so_far(context, session)
    text = context.texts("feedback.session", session=session, so_far=so_far)
    return Screen(text, _rows(context, session, so_far), notice)


def _rows(context: Context, session: Session, so_far: feedback.Feedback | None) -> Rows:
    label = context.texts.label
    rows = rating_rows(session, so_far.rating if so_far else None)
    if so_far:
        key = "feedback.button_change_comment" if so_far.comment else "feedback.button_comment"
        comments = [button(label(key), "feedback.comment", session.id)]
        if so_far.comment:
            comments.append(button(label("feedback.button_remove_comment"), "feedback.uncomment", session.id))
        rows = (*rows, *rows_of(2, comments))
    others = button(label("feedback.button_list"), "feedback")
    return (*rows, (others, menu_button(context.texts)))


def rating_rows(session: Session, chosen: int | None = None) -> Rows:
    """Five buttons, the chosen one marked."""
    labels = {rating: f"● {rating}" if int(rating) == chosen else rating for rating in RATINGS}
    return (tuple(button(labels[rating], "feedback.rate", session.id, rating) for rating in RATINGS),)


def _comment_prompt(context: Context, session: Session) -> Screen:
    return Screen(context.texts("feedback.ask_comment", session=session), _cancel_rows(context, session))


def _cancel_rows(context: Context, session: Session) -> Rows:
    label = context.texts.label("feedback.button_cancel_comment")
    return ((button(label, "feedback.no_comment", session.id),),)


def _session(context: Context, session_id: str) -> Session:
    session = context.event.session(session_id)
    if session is None or not session.feedback:
        raise StaleButtonError
    return session


def _label(session: Session) -> str:
    name = short_name(session)
    return shortened(name, LABEL_CHARACTERS)
