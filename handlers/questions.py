"""Questions to a panel: asked, voted for, worded anew, taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from telegram import InlineKeyboardButton

from data import dialogs, questions
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Session
from data.questions import Desk, LimitError, Question
from handlers import registration
from handlers.callback import MAX_DIGITS, StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.registration import cleaned
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import short_name

KIND = "question"
PAGE = 5
LABEL_CHARACTERS = 44
ASK_LINK, VOTE_LINK = "tanya-", "suara-"
SHARE_CHARACTERS = 120


async def ask_command(context: Context) -> Reply:
    """``/tanya``; with words behind it, these are the question."""
    text = cleaned(" ".join(context.args or ()))
    running = _open_sessions(context)
    if not text or len(running) != 1:
        return await show(context)
    if await context.participant() is None:
        written = _dialog(context, "confirm", {"session": running[0].id, "text": text})
        return await registration.begin_to_ask(context, written)
    return await _heard(context, running[0], text)


async def resume(context: Context) -> Reply:
    """What was written before registering, to be sent."""
    found = await dialogs.find(context.database.lookups, context.chat_id)
    dialog = dialogs.opened(context.services.anonymity, found) if found else None
    if dialog is None or dialog.kind != KIND or "text" not in dialog.draft:
        return await show_mine(context)
    return await _heard(context, _session(context, dialog.draft["session"]), dialog.draft["text"])


async def show(context: Context, session_id: str = "", page: str = "1", notice: str = "") -> Reply:
    """A session's questions by votes; without a session, that of the running one."""
    running = _open_sessions(context)
    session = _session(context, session_id) if session_id else (running[0] if len(running) == 1 else None)
    if session is None:
        return _choice(context, running)
    found = await questions.listed(context.database.reads, context.event_id, session.id)
    shown = page_of(found, page, PAGE)
    voted = await questions.voted(context.database.reads, context.chat_id)
    offset = (shown.shown - 1) * PAGE
    text = context.texts(
        "questions.list",
        session=session,
        entries=shown.entries,
        offset=offset,
        voted=voted,
        is_open=session in running,
    )
    votes = [
        _vote_button(offset + at, one, one.id in voted, shown.shown)
        for at, one in enumerate(shown.entries, start=1)
    ]
    turning = turns_in(session, shown.shown, shown.pages)
    return Screen(text, (*rows_of(PAGE, votes), *turning, *_ways(context, session)), notice)


async def show_one(context: Context, question_id: str, notice: str = "") -> Reply:
    """A question that a link leads to."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is not None and question.merged_into is not None:
        question = await questions.find(context.database.reads, context.event_id, question.merged_into)
    if question is None or question.state not in (*questions.VISIBLE, "answered"):
        back = button(context.texts.label("questions.button_list"), "ask")
        return Screen(context.texts("questions.gone"), ((back, menu_button(context.texts)),), notice)
    voted = await questions.voted(context.database.reads, context.chat_id)
    session = context.event.session(question.session_id)
    text = context.texts("questions.one", question=question, session=session)
    rows: Rows = ()
    if question.state in questions.VISIBLE:
        rows = ((_vote_button(0, question, question.id in voted, 0), share_button(context, question)),)
    return Screen(text, (*rows, _back(context, question.session_id)), notice)


async def vote(context: Context, question_id: str, wanted: str, page: str) -> Reply:
    """Gives or takes back one's vote; the page it was on is shown anew."""
    if wanted not in ("on", "off"):
        raise StaleButtonError
    where = number(page)
    if await context.participant() is None:
        return await registration.begin_to_vote(context, number(question_id))
    question = await questions.find(context.database.lookups, context.event_id, number(question_id))
    session = context.event.session(question.session_id) if question else None
    if session is not None and (session.cancelled or context.now >= session.end.timestamp()):
        return Notice(context.texts.label("questions.over"), alert=True)
    desk, wished = desk_of(context), number(question_id)
    outcome = await context.write(
        lambda tx: questions.vote(tx, desk, wished, context.chat_id, is_wanted=wanted == "on")
    )
    notice = context.texts.label(f"questions.notice_{outcome}")
    if outcome in ("gone", "closed", "own"):
        return Notice(notice, alert=True)
    if not where or session is None:
        return await show_one(context, question_id, notice)
    return await show(context, session.id, page, notice)


async def write(context: Context, session_id: str) -> Reply:
    """The next message becomes the question."""
    session = _session(context, session_id)
    if session not in _open_sessions(context):
        return Notice(context.texts.label("questions.not_now"), alert=True)
    if await context.participant() is None:
        return await registration.begin(context)
    dialog = _dialog(context, "text", {"session": session.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    text = context.texts("questions.ask_text", session=session, limit=questions.LONGEST)
    return Screen(text, (_back(context, session.id),))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """The question, or its new words."""
    heard = cleaned(text)
    if "slot" in dialog.draft:
        return await _reworded(context, dialog, heard)
    return await _heard(context, _session(context, dialog.draft["session"]), heard)


async def send(context: Context, how: str) -> Reply:
    """With one's name or without it, as the text says who could find out."""
    found = await dialogs.find(context.database.lookups, context.chat_id)
    dialog = dialogs.opened(context.services.anonymity, found) if found else None
    if how not in ("named", "anonymous"):
        raise StaleButtonError
    if dialog is None or dialog.kind != KIND or dialog.step != "confirm":
        return await show_mine(context)
    session = _session(context, dialog.draft["session"])
    if session not in _open_sessions(context):
        return Notice(context.texts.label("questions.not_now"), alert=True)
    if await context.participant() is None and found is not None:
        return await registration.begin_to_ask(context, found)

    def work(tx: Transaction) -> Question:
        question = questions.ask(
            tx,
            desk_of(context),
            session.id,
            context.chat_id,
            dialog.draft["text"],
            is_named=how == "named",
            now=context.now,
        )
        dialogs.close(tx, context.chat_id)
        return question

    try:
        question = await context.write(work)
    except LimitError as error:
        text = context.texts(f"questions.limit_{error.reason}", limit=questions.PER_SESSION)
        mine = button(context.texts.label("questions.button_mine"), "ask.mine")
        return Screen(text, ((mine,), _back(context, session.id)))
    return _sent(context, question)


async def show_mine(context: Context, page: str = "1", notice: str = "") -> Reply:
    """One's own, named or not, and what became of them."""
    shown = page_of(await _mine(context), page, 3)
    rows = tuple(
        row
        for at, question in enumerate(shown.entries, start=(shown.shown - 1) * 3 + 1)
        for row in _mine_rows(context, at, question)
    )
    sessions = {one.session_id: context.event.session(one.session_id) for one in shown.entries}
    names = {key: short_name(session) if session else key for key, session in sessions.items()}
    offset = (shown.shown - 1) * 3
    text = context.texts("questions.mine", entries=shown.entries, offset=offset, names=names)
    back = button(context.texts.label("questions.button_list"), "ask")
    turning = turns(shown.shown, shown.pages, "ask.mine")
    return Screen(text, (*rows, *turning, (back, menu_button(context.texts))), notice)


async def edit(context: Context, question_id: str) -> Reply:
    """The next message takes the place of the text. What is kept meanwhile does not name the question."""
    question = await _own(context, question_id)
    if question is None or question.state not in ("pending", *questions.VISIBLE):
        return await show_mine(context, notice=context.texts.label("questions.notice_gone"))
    slot = questions.owner_keys(desk_of(context), context.chat_id).index(question.owner_key)
    dialog = _dialog(context, "text", {"slot": slot})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    text = context.texts("questions.ask_again", question=question, limit=questions.LONGEST)
    back = button(context.texts.label("questions.button_mine"), "ask.mine")
    return Screen(text, ((back, menu_button(context.texts)),))


async def ask_withdraw(context: Context, question_id: str) -> Reply:
    question = await _own(context, question_id)
    if question is None:
        return await show_mine(context, notice=context.texts.label("questions.notice_gone"))
    label = context.texts.label
    rows = (
        (button(label("questions.button_withdraw_yes"), "ask.withdraw_yes", question.id),),
        (button(label("questions.button_mine"), "ask.mine"),),
    )
    return Screen(context.texts("questions.ask_withdraw", question=question), rows)


async def withdraw(context: Context, question_id: str) -> Reply:
    """Nothing of it stays."""
    desk, meant = desk_of(context), number(question_id)
    await context.write(lambda tx: questions.withdraw(tx, desk, context.chat_id, meant))
    return await show_mine(context, notice=context.texts.label("questions.withdrawn"))


def page_of_link(args: Sequence[str] | None) -> Callable[[Context], Awaitable[Reply]] | None:
    """Where ``/start tanya-…`` or ``/start suara-…`` leads; None for other links."""
    link = args[0] if args else ""
    if link.startswith(ASK_LINK):
        return partial(_follow, session_id=link.removeprefix(ASK_LINK))
    question = question_of_link(args)
    return None if question is None else partial(show_one, question_id=str(question))


def question_of_link(args: Sequence[str] | None) -> int | None:
    """The question that ``/start suara-…`` is to be a vote for."""
    link = args[0] if args else ""
    rest = link.removeprefix(VOTE_LINK)
    is_one = link != rest and rest.isascii() and rest.isdecimal() and len(rest) <= MAX_DIGITS
    return int(rest) if is_one else None


async def _follow(context: Context, session_id: str) -> Reply:
    known = context.event.session(session_id)
    return await show(context, session_id if known and known.questions else "")


def ask_link(username: str, session_id: str) -> str:
    """For the QR code of the wall."""
    return f"https://t.me/{username}?start={ASK_LINK}{session_id}"


def vote_link(username: str, question_id: int) -> str:
    return f"https://t.me/{username}?start={VOTE_LINK}{question_id}"


def share_button(context: Context, question: Question) -> InlineKeyboardButton:
    """Opens Telegram's own choice of chats, with the link to vote."""
    url = quote(vote_link(context.bot.username, question.id), safe="")
    text = quote(shortened(question.text, SHARE_CHARACTERS), safe="")
    label = context.texts.label("questions.button_share")
    return InlineKeyboardButton(label, url=f"https://t.me/share/url?url={url}&text={text}")


def desk_of(context: Context) -> Desk:
    return Desk(context.services.anonymity, context.event_id, context.services.moderators)


def turns_in(session: Session, shown: int, pages: int) -> Rows:
    """The buttons to the page before and after, of one session."""
    row = []
    if shown > 1:
        row.append(button(f"◀ {shown - 1}/{pages}", "ask.session", session.id, shown - 1))
    if shown < pages:
        row.append(button(f"{shown + 1}/{pages} ▶", "ask.session", session.id, shown + 1))
    return (tuple(row),) if row else ()


def _dialog(context: Context, step: str, draft: Mapping[str, Any]) -> Dialog:
    """What is written here may be sent without a name."""
    return dialogs.sealed(context.services.anonymity, KIND, step, draft)


async def _heard(context: Context, session: Session, text: str) -> Reply:
    """Shows it once more, with what others have asked alike, and how it can be sent."""
    texts = context.texts
    if (problem := _problem(context, text)) is not None:
        dialog = _dialog(context, "text", {"session": session.id})
        await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
        return Screen(problem, (_back(context, session.id),))
    if session not in _open_sessions(context):
        return Screen(texts("questions.closed_meanwhile"), (_back(context, session.id),))
    dialog = _dialog(context, "confirm", {"session": session.id, "text": text})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    listed = await questions.listed(context.database.reads, context.event_id, session.id)
    alike = questions.alike(text, listed)
    voted = await questions.voted(context.database.reads, context.chat_id)
    participant = await context.participant()
    name = participant.name if participant else ""
    rows = (
        *((_vote_button(at, one, one.id in voted, 0),) for at, one in enumerate(alike, start=1)),
        (
            button(
                shortened(texts.label("questions.button_named", name=name), LABEL_CHARACTERS),
                "ask.send",
                "named",
            ),
        ),
        (button(texts.label("questions.button_anonymous"), "ask.send", "anonymous"),),
        (button(texts.label("questions.button_rewrite"), "ask.write", session.id),),
        _back(context, session.id),
    )
    return Screen(texts("questions.confirm", text=text, alike=alike, session=session), rows)


async def _reworded(context: Context, dialog: Dialog, text: str) -> Reply:
    back = button(context.texts.label("questions.button_mine"), "ask.mine")
    if (problem := _problem(context, text)) is not None:
        return Screen(problem, ((back, menu_button(context.texts)),))

    def work(tx: Transaction) -> Question | None:
        dialogs.close(tx, context.chat_id)
        return questions.edit(tx, desk_of(context), context.chat_id, dialog.draft["slot"], text)

    question = await context.write(work)
    if question is None:
        return Screen(context.texts("questions.gone"), ((back, menu_button(context.texts)),))
    return _sent(context, question)


def _sent(context: Context, question: Question) -> Screen:
    texts = context.texts
    mine = button(texts.label("questions.button_mine"), "ask.mine")
    rows: Rows = ((mine,), _back(context, question.session_id))
    if question.state in questions.VISIBLE:
        rows = ((share_button(context, question),), *rows)
    return Screen(texts("questions.sent", question=question), rows)


def _problem(context: Context, text: str) -> Markup | None:
    if not any(char.isalpha() for char in text):
        return context.texts("questions.no_letters")
    if len(text) > questions.LONGEST:
        return context.texts("questions.too_long", length=len(text), limit=questions.LONGEST)
    return None


def _choice(context: Context, running: Sequence[Session]) -> Screen:
    """Several at once, or none."""
    asking = [one for one in context.event.sessions if one.questions and not one.cancelled]
    coming = [one for one in asking if context.now < one.start.timestamp()]
    past = [one for one in asking if context.now >= one.end.timestamp()]
    text = context.texts("questions.which", running=running, coming=coming[:1])
    rows = tuple(
        (button(shortened(short_name(one), LABEL_CHARACTERS), "ask.session", one.id),)
        for one in (*running, *past)
    )
    mine = button(context.texts.label("questions.button_mine"), "ask.mine")
    return Screen(text, (*rows, (mine, menu_button(context.texts))))


def _ways(context: Context, session: Session) -> Rows:
    label = context.texts.label
    again = button(label("questions.button_refresh"), "ask.session", session.id)
    mine = button(label("questions.button_mine"), "ask.mine")
    rows: Rows = ((again, mine), (menu_button(context.texts),))
    if session in _open_sessions(context):
        rows = ((button(label("questions.button_write"), "ask.write", session.id),), *rows)
    return rows


def _back(context: Context, session_id: str) -> tuple[InlineKeyboardButton, ...]:
    label = context.texts.label("questions.button_list")
    return (button(label, "ask.session", session_id), menu_button(context.texts))


def _vote_button(at: int, question: Question, is_given: bool, page: int) -> InlineKeyboardButton:
    """The target state is in the button; page 0 is that of this question alone."""
    place = f"{at}: " if at else ""
    label = f"{place}{'✅' if is_given else '👍'} {question.votes}"
    return button(label, "ask.vote", question.id, "off" if is_given else "on", page)


def _mine_rows(context: Context, at: int, question: Question) -> Rows:
    label = context.texts.label
    if question.state not in ("pending", *questions.VISIBLE):
        return ((button(label("questions.button_withdraw", at=at), "ask.withdraw", question.id),),)
    row = [
        button(label("questions.button_edit", at=at), "ask.edit", question.id),
        button(label("questions.button_withdraw", at=at), "ask.withdraw", question.id),
    ]
    if question.state in questions.VISIBLE:
        row.append(share_button(context, question))
    return (tuple(row),)


async def _mine(context: Context) -> list[Question]:
    return await questions.owned(context.database.reads, desk_of(context), context.chat_id)


async def _own(context: Context, question_id: str) -> Question | None:
    wanted = number(question_id)
    return next((one for one in await _mine(context) if one.id == wanted), None)


def _open_sessions(context: Context) -> list[Session]:
    """Those whose speakers can be asked now."""
    return [one for one in context.event.running(context.event.local(context.now)) if one.questions]


def _session(context: Context, session_id: str) -> Session:
    session = context.event.session(session_id)
    if session is None or not session.questions:
        raise StaleButtonError
    return session
