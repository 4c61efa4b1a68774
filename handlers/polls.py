"""Polls: made or chosen by organisers, opened and closed, and what comes back from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from telegram import InlineKeyboardButton, Update

from data import dialogs, polls
from data.database import Transaction
from data.dialogs import Dialog
from data.event import PollKind
from data.polls import Poll, Shows
from handlers import registration
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.registration import cleaned
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import Texts, units

KIND, WORDS = "poll", "poll_words"
LONGEST_QUESTION, LONGEST_OPTION, MOST_OPTIONS = 250, 100, 12
LABEL_CHARACTERS = 44
SHOWS: tuple[Shows, ...] = ("live", "closed")
MADE_HERE = "chat:"
"""How the keys of polls begin that are not of the event file, whose ids have no colon."""

RIGHT = "*"
"""In front of the right option of a quiz."""

BAR = 10
MARKS = {"draft": "▫️", "open": "▶️", "closed": "⏹"}


async def show_list(context: Context, page: str = "1") -> Reply:
    """Those of the event file and those made here."""
    await context.write(lambda tx: polls.prepare(tx, context.event_id, context.event.polls))
    found = await polls.outcomes(context.database.reads, context.event_id)
    shown = page_of(found, page)
    texts = context.texts
    rows = tuple(
        (
            button(
                shortened(f"{MARKS[one.poll.state]} {one.poll.question}", LABEL_CHARACTERS),
                "polls.one",
                one.poll.id,
            ),
        )
        for one in shown.entries
    )
    new = button(texts.label("polls.button_new"), "polls.new")
    turning = turns(shown.shown, shown.pages, "polls")
    return Screen(texts("polls.list", total=len(found)), (*rows, *turning, (new, menu_button(texts))))


async def show_one(context: Context, poll_id: str, notice: str = "") -> Reply:
    """One poll with its results as of now."""
    wanted = number(poll_id)
    found = await polls.outcomes(context.database.reads, context.event_id)
    outcome = next((one for one in found if one.poll.id == wanted), None)
    if outcome is None:
        raise StaleButtonError
    texts, label = context.texts, context.texts.label
    most = max(outcome.counts.values(), default=0)
    entries = [
        (option, count, "█" * round(BAR * count / most) if most else "")
        for option, count in list(outcome.counts.items())[:20]
    ]
    session = context.event.session(outcome.poll.session_id or "")
    text = texts(
        "polls.one",
        poll=outcome.poll,
        voters=outcome.voters,
        entries=entries,
        session=session,
        right=None if outcome.poll.correct is None else outcome.poll.options[outcome.poll.correct],
        now=context.event.local(context.now),
    )
    again = button(label("results.button_refresh"), "polls.one", wanted)
    acts = {
        "draft": (button(label("polls.button_open"), "polls.open", wanted),),
        "open": (button(label("polls.button_close"), "polls.close", wanted), again),
        "closed": (),
    }[outcome.poll.state]
    back = button(label("polls.button_list"), "polls")
    discarding = (button(label("polls.button_discard"), "polls.discard", wanted),)
    own = discarding if _is_own_draft(outcome.poll) else ()
    rows: Rows = tuple(filter(None, (acts, _wall_row(texts, outcome.poll), own)))
    return Screen(text, (*rows, (back, menu_button(texts))), notice)


async def set_shows(context: Context, poll_id: str, wanted: str) -> Reply:
    """Whether the wall shows the results at once, or once the poll is closed."""
    shows = next((one for one in SHOWS if one == wanted), None)
    if shows is None:
        raise StaleButtonError
    meant = number(poll_id)
    await context.write(lambda tx: polls.show(tx, meant, shows))
    return await show_one(context, poll_id, context.texts.label(f"polls.shows_{shows}"))


async def begin(context: Context) -> Reply:
    """The next message is the question, with an option a line."""
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, Dialog(KIND, "text"), context.now))
    return Screen(context.texts("polls.ask_text"), (_way_back(context),))


async def hear(context: Context, _dialog: Dialog, text: str) -> Reply:
    """Shows what was understood, and asks for the kind."""
    lines = [cleaned(line) for line in text.splitlines() if cleaned(line)]
    if not lines or not _fits(lines):
        limits = {"question": LONGEST_QUESTION, "option": LONGEST_OPTION, "most": MOST_OPTIONS}
        return Screen(context.texts("polls.problem", **limits), (_way_back(context),))
    marked = [at for at, line in enumerate(lines[1:]) if line.startswith(RIGHT)]
    options = [line.removeprefix(RIGHT).strip() for line in lines[1:]]
    correct = marked[0] if len(marked) == 1 else None
    draft = {"question": lines[0], "options": options, "correct": correct}
    await context.write(
        lambda tx: dialogs.save(tx, context.chat_id, Dialog(KIND, "kind", draft), context.now)
    )
    label = context.texts.label
    buttons = [button(label(f"polls.kind_{kind}"), "polls.make", kind) for kind in _kinds(options, correct)]
    text_shown = context.texts(
        "polls.confirm", question=lines[0], entries=options, correct=correct, marked=len(marked)
    )
    return Screen(text_shown, (*rows_of(2, buttons), _way_back(context)))


async def make(context: Context, kind: str) -> Reply:
    """A draft; it is opened from its page."""
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is None or dialog.kind != KIND or dialog.step != "kind":
        return await show_list(context)
    draft = dialog.draft
    chosen = next((one for one in _kinds(draft["options"], draft["correct"]) if one == kind), None)
    if chosen is None:
        raise StaleButtonError
    running = context.event.running(context.event.local(context.now))
    session_id = next((one.id for one in running if one.kind != "break"), None)
    key = f"{MADE_HERE}{context.chat_id}:{context.incoming.update_id}"

    def work(tx: Transaction) -> int:
        dialogs.close(tx, context.chat_id)
        return polls.make(
            *(tx, context.event_id, key, session_id, draft["question"], chosen, draft["options"]),
            correct=draft["correct"],
            shows="closed" if chosen == "quiz" else "live",
        )

    poll_id = await context.write(work)
    return await show_one(context, str(poll_id))


async def open_poll(context: Context, poll_id: str) -> Reply:
    """Sends it to those present; a second press sends nothing."""
    wanted = number(poll_id)
    is_opened = await context.write(lambda tx: polls.start(tx, context.event_id, wanted, context.now))
    return await show_one(context, poll_id, context.texts.label("polls.opened") if is_opened else "")


async def discard(context: Context, poll_id: str) -> Reply:
    """Removes a draft that was made here; those of the event file would only come again."""
    wanted = number(poll_id)

    def work(tx: Transaction) -> None:
        poll = polls.find_now(tx, wanted)
        if poll is not None and _is_own_draft(poll):
            polls.discard(tx, wanted)

    await context.write(work)
    return await show_list(context)


async def close_poll(context: Context, poll_id: str) -> Reply:
    wanted = number(poll_id)
    is_closed = await context.write(lambda tx: polls.end(tx, wanted, context.now))
    return await show_one(context, poll_id, context.texts.label("polls.closed") if is_closed else "")


async def voted(update: Update, context: Context) -> None:
    """A vote in one of Telegram's polls, changed, or taken back."""
    answer = update.poll_answer
    if answer is None or answer.user is None:
        return
    chat_id, choices, telegram_id = answer.user.id, list(answer.option_ids), answer.poll_id
    await context.write(lambda tx: polls.vote(tx, context.services.anonymity, telegram_id, chat_id, choices))


async def ask_words(context: Context, poll_id: str) -> Reply:
    """The next message is the answer to a word cloud."""
    poll = await polls.find(context.database.reads, number(poll_id))
    if poll is None or poll.kind != "cloud":
        raise StaleButtonError
    if poll.state != "open":
        return Notice(context.texts.label("polls.over"), alert=True)
    if await context.participant() is None:
        return await registration.begin(context)
    dialog = Dialog(WORDS, "words", {"poll": poll.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    text = context.texts("polls.ask_words", question=poll.question, limit=polls.LONGEST_WORDS)
    return Screen(text, ((menu_button(context.texts),),))


async def hear_words(context: Context, dialog: Dialog, text: str) -> Reply:
    words = cleaned(text)
    texts, back = context.texts, ((menu_button(context.texts),),)
    if not any(char.isalnum() for char in words) or len(words) > polls.LONGEST_WORDS:
        return Screen(texts("polls.words_problem", limit=polls.LONGEST_WORDS), back)

    def work(tx: Transaction) -> bool:
        dialogs.close(tx, context.chat_id)
        return polls.say(tx, context.services.anonymity, dialog.draft["poll"], context.chat_id, words)

    is_kept = await context.write(work)
    if not is_kept:
        return Screen(texts("polls.over"), back)
    change = button(texts.label("polls.button_change"), "words", dialog.draft["poll"])
    return Screen(texts("polls.words_kept", words=words), ((change, menu_button(texts)),))


def cloud(texts: Texts, poll: Poll) -> Screen:
    """A word cloud, to one person."""
    answer = button(texts.label("polls.button_words"), "words", poll.id)
    return Screen(texts("polls.cloud", question=poll.question), ((answer,), (menu_button(texts),)))


def parameters(poll: Poll) -> Mapping[str, Any]:
    """What sendPoll takes, but for the place. Not anonymous for Telegram: else no vote would be told."""
    quiz = {"type": "quiz", "correct_option_ids": [poll.correct]} if poll.kind == "quiz" else {}
    return {
        "question": poll.question,
        "options": [{"text": option} for option in poll.options],
        "is_anonymous": False,
        "allows_multiple_answers": poll.kind == "multiple",
        **quiz,
    }


def _wall_row(texts: Texts, poll: Poll) -> tuple[InlineKeyboardButton, ...]:
    """Of a draft of the event file, the event file decides."""
    if poll.state != "open" and not _is_own_draft(poll):
        return ()
    other = next(one for one in SHOWS if one != poll.shows)
    return (button(texts.label(f"polls.button_{other}"), "polls.shows", poll.id, other),)


def _is_own_draft(poll: Poll) -> bool:
    return poll.state == "draft" and poll.key.startswith(MADE_HERE)


def _kinds(options: Sequence[str], correct: int | None) -> list[PollKind]:
    """What can be made of so many options."""
    if not options:
        return ["scale", "cloud"]
    return ["quiz"] if correct is not None else ["single", "multiple"]


def _fits(lines: Sequence[str]) -> bool:
    """Telegram takes no two equal options, and counts in UTF-16 units."""
    question, *marked = lines
    options = [option.removeprefix(RIGHT).strip() for option in marked]
    are_fit = all(1 <= units(option) <= LONGEST_OPTION for option in options)
    are_different = len(set(options)) == len(options)
    is_number = len(options) != 1 and len(options) <= MOST_OPTIONS
    return units(question) <= LONGEST_QUESTION and is_number and are_fit and are_different


def _way_back(context: Context) -> tuple[Any, ...]:
    return (button(context.texts.label("polls.button_list"), "polls"), menu_button(context.texts))
