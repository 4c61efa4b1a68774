"""Moderating the questions to a panel: a card each, which every moderator has and which shows who took it.

A button names the revision of the card it stands on: where another moderator was faster, it changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Message

from data import dialogs, facts, outbox, questions
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Event, Session
from data.questions import Change, Question, State
from data.similarity import likeness, rough_words
from handlers.callback import StaleButtonError, decode, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.questions import desk_of
from handlers.registration import cleaned
from handlers.screen import Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import Texts, units

KIND = "question_reason"
REASONS = ("off_topic", "unclear", "asked", "impolite")
LONGEST_REASON, LONGEST_ANSWER = 200, 2500
"""Characters; of an answer UTF-16 units, as it has to fit into one message beside its question."""

LABEL_CHARACTERS = 44
MERGE_CHOICES = 5
PAGE = 8

BUTTONS: dict[State, tuple[State, ...]] = {
    "pending": ("open",),
    "open": ("asked", "answered"),
    "asked": ("answered", "open"),
    "answered": ("open",),
    "refused": ("open",),
    "merged": ("open",),
}
"""To which states a card leads from its own; refusing is a button of its own.

One that stands for itself again leaves its votes where they were merged into.
"""

ANSWERABLE: tuple[State, ...] = ("pending", *questions.VISIBLE, "answered")
"""A written answer goes to who asked one of these."""

MARKS: dict[State, str] = {"pending": "🆕", "asked": "🎤", "open": "👍", "answered": "✔️", "refused": "🚫"}
"""In the order of the list."""


async def show_list(context: Context, page: str = "1", notice: str = "") -> Reply:
    """What waits first, then what is open by votes, then what is done: a written answer may come later.

    And whether a question shows before it is approved.
    """
    found = await questions.every(context.database.reads, context.event_id)
    order = list(MARKS)
    shown = page_of(sorted(found, key=lambda one: order.index(one.state)), page, PAGE)
    texts = context.texts
    first = await facts.value(context.database.reads, f"{facts.QUESTIONS_MODERATED}:{context.event_id}")
    is_first = first != "after"
    text = texts(
        "moderation.list",
        waiting=sum(one.state == "pending" for one in found),
        showing=sum(one.state in questions.VISIBLE for one in found),
        done=sum(one.state not in ("pending", *questions.VISIBLE) for one in found),
        is_first=is_first,
    )
    rows = tuple(
        (
            button(
                shortened(f"{MARKS[one.state]} {one.votes} {one.text}", LABEL_CHARACTERS), "mod.card", one.id
            ),
        )
        for one in shown.entries
    )
    other = "after" if is_first else "before"
    switch = button(texts.label(f"moderation.button_{other}"), "mod.first", other)
    again = button(texts.label("questions.button_refresh"), "mod")
    turning = turns(shown.shown, shown.pages, "mod")
    return Screen(text, (*rows, *turning, (switch,), (again, menu_button(texts))), notice)


async def set_first(context: Context, wanted: str) -> Reply:
    if wanted not in ("before", "after"):
        raise StaleButtonError
    is_first = wanted == "before"
    await context.write(lambda tx: questions.set_moderated_first(tx, context.event_id, is_first))
    return await show_list(context, notice=context.texts.label(f"moderation.now_{wanted}"))


async def show_card(context: Context, question_id: str, notice: str = "", alert: bool = False) -> Reply:
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    return _card_now(context, question, notice, alert)


async def set_state(context: Context, question_id: str, revision: str, state: str) -> Reply:
    """Approve, put to the stage, mark as answered, or open again."""
    wanted: State | None = next((one for one in ("open", "asked", "answered") if one == state), None)
    if wanted is None:
        raise StaleButtonError
    return await _change(context, question_id, revision, Change(state=wanted))


async def pin(context: Context, question_id: str, revision: str, wanted: str) -> Reply:
    if wanted not in ("on", "off"):
        raise StaleButtonError
    return await _change(context, question_id, revision, Change(is_pinned=wanted == "on"))


async def move(context: Context, question_id: str, revision: str) -> Reply:
    """To the next session that takes questions."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    following = next_session(context.event, question.session_id, context.now) if question else None
    if question is None or following is None:
        return await show_card(context, question_id)
    change = Change(state="open", session_id=following.id, is_pinned=False)
    return await _change(context, question_id, revision, change)


async def ask_reason(context: Context, question_id: str, revision: str) -> Reply:
    """Why it is refused; its author is told."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    label, mark = context.texts.label, (question.id, number(revision))
    rows = (
        *((button(label(f"moderation.reason_{one}"), "mod.why", *mark, one),) for one in REASONS),
        (button(label("moderation.button_words"), "mod.words", *mark),),
        (button(label("moderation.button_back"), "mod.card", question.id),),
    )
    return Screen(context.texts("moderation.ask_reason", question=question), rows)


async def refuse(context: Context, question_id: str, revision: str, reason: str) -> Reply:
    if reason not in REASONS:
        raise StaleButtonError
    return await _change(context, question_id, revision, Change(state="refused", reason=reason))


async def ask_words(context: Context, question_id: str, revision: str) -> Reply:
    """The next message is the reason."""
    draft = {"question": number(question_id), "revision": number(revision)}
    dialog = Dialog(KIND, "reason", draft)
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    back = button(context.texts.label("moderation.button_back"), "mod.card", number(question_id))
    return Screen(context.texts("moderation.ask_words", limit=LONGEST_REASON), ((back,),))


async def ask_answer(context: Context, question_id: str) -> Reply:
    """The next message is the written answer."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    if question.state not in ANSWERABLE:
        return _not_answered(context, question)
    dialog = Dialog(KIND, "answer", {"question": question.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    text = context.texts("moderation.ask_answer", question=question, limit=LONGEST_ANSWER)
    return Screen(text, (_back(context, question.id),))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """A written answer, or the reason of a refusal in a moderator's own words."""
    question_id = dialog.draft["question"]
    if dialog.step == "answer":
        return await answer(context, question_id, text)
    reason, revision = cleaned(text), dialog.draft["revision"]
    if not reason or len(reason) > LONGEST_REASON:
        problem = context.texts("moderation.words_problem", limit=LONGEST_REASON, length=len(reason))
        return Screen(problem, (_back(context, question_id),))
    await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    return await _change(context, str(question_id), str(revision), Change(state="refused", reason=reason))


async def ask_merge(context: Context, question_id: str, revision: str) -> Reply:
    """Into which one: those of the same session, the most alike first."""
    found = await questions.every(context.database.reads, context.event_id)
    question = next((one for one in found if one.id == number(question_id)), None)
    if question is None:
        return _gone(context)
    others = [
        one
        for one in found
        if one.id != question.id and one.session_id == question.session_id and one.state in questions.VISIBLE
    ]
    near = sorted(others, key=lambda one: -likeness(question.text, one.text))[:MERGE_CHOICES]
    rows = tuple(
        (button(shortened(one.text, LABEL_CHARACTERS), "mod.into", question.id, number(revision), one.id),)
        for one in near
    )
    back = button(context.texts.label("moderation.button_back"), "mod.card", question.id)
    return Screen(context.texts("moderation.ask_merge", question=question, others=near), (*rows, (back,)))


async def merge(context: Context, question_id: str, revision: str, target_id: str) -> Reply:
    """Its votes count for the other, each person once."""
    target = await questions.find(context.database.reads, context.event_id, number(target_id))
    if target is None or target.state not in questions.VISIBLE or target.id == number(question_id):
        notice = context.texts.label("moderation.target_gone")
        return await show_card(context, question_id, notice, alert=True)
    return await _change(context, question_id, revision, Change(state="merged", merged_into=target.id))


async def for_speaker(context: Context, question_id: str) -> Reply:
    """A message to be forwarded as it is: speakers need not know the bot."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    session = context.event.session(question.session_id)
    return Screen(context.texts("moderation.for_speaker", question=question, session=session), anew=True)


async def ask_ban(context: Context, question_id: str, revision: str) -> Reply:
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    label = context.texts.label
    rows = (
        (button(label("moderation.button_ban_yes"), "mod.ban_yes", question.id, number(revision)),),
        (button(label("moderation.button_unban"), "mod.unban", question.id),),
        (button(label("moderation.button_back"), "mod.card", question.id),),
    )
    return Screen(context.texts("moderation.ask_ban", question=question), rows)


async def ban(context: Context, question_id: str, revision: str) -> Reply:
    """No further question of this person; the open ones are taken back."""
    meant, known = number(question_id), number(revision)
    desk, moderator = desk_of(context), _moderator(context)
    taken, is_done = await context.write(
        lambda tx: questions.ban(tx, desk, meant, known, moderator), again=lambda _: (0, True)
    )
    if not is_done:
        return await _too_late(context, question_id)
    return await show_card(context, question_id, context.texts.label("moderation.banned", number=taken))


async def unban(context: Context, question_id: str) -> Reply:
    """Questions of this person are taken again. Who was not banned is not told from who was."""
    desk, meant = desk_of(context), number(question_id)
    await context.write(lambda tx: questions.unban(tx, desk, meant))
    return await show_card(context, question_id, context.texts.label("moderation.unbanned"))


async def question_replied_to(context: Context) -> int | None:
    """The question, where a moderator replies to its card."""
    replied = context.message.reply_to_message
    if replied is None or not context.is_moderator:
        return None
    sent = await outbox.sent_message(context.database.reads, context.chat_id, replied.message_id)
    if sent and sent[0] == questions.CARD:
        return int(sent[1])
    is_ours = replied.from_user is not None and replied.from_user.id == context.bot.id
    return _question_shown(replied) if is_ours else None


def _question_shown(message: Message) -> int | None:
    """Of a card that the list led to: no row of the outbox tells of that."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    for one in (one for row in rows for one in row):
        action, arguments = decode(str(one.callback_data))
        if action == "mod.answer" and len(arguments) == 1:
            return number(arguments[0])
    return None


async def answer(context: Context, question_id: int, text: str) -> Reply:
    """A written answer goes to who asked and who voted."""
    written = text.strip()
    question = await questions.find(context.database.reads, context.event_id, question_id)
    if question is None:
        return _gone(context)
    if question.state not in ANSWERABLE:
        return _not_answered(context, question)
    if not written or units(written) > LONGEST_ANSWER:
        problem = context.texts("moderation.answer_problem", limit=LONGEST_ANSWER, length=units(written))
        return Screen(problem, (_back(context, question_id),))
    desk, moderator = desk_of(context), _moderator(context)
    change = Change(state="answered", answer=written)

    def work(tx: Transaction) -> None:
        if context.open_dialog == KIND:
            dialogs.close(tx, context.chat_id)
        now = questions.find_now(tx, context.event_id, question_id)
        if now is not None:
            questions.moderate(tx, desk, question_id, now.revision, change, moderator, context.now)

    await context.write(work, again=lambda _: None)
    context.services.outbox_changed()
    text = context.texts("moderation.answered", votes=question.votes)
    return Screen(text, (_back(context, question_id),))


def card(texts: Texts, event: Event, question: Question, now: float) -> Screen:
    """What a moderator sees of a question, and can do with it."""
    session = event.session(question.session_id)
    text = texts(
        "moderation.card",
        question=question,
        session=session,
        rough=rough_words(question.text),
        reason=reason_in_words(texts, question.reason),
        is_answerable=question.state in ANSWERABLE,
    )
    return Screen(text, _card_rows(texts, event, question, now))


def told(texts: Texts, event: Event, question: Question, target: Question | None) -> Screen | None:
    """To its author and those who voted: what became of it."""
    session = event.session(question.session_id)
    answered = target if target is not None and target.answer else question
    if answered.answer:
        text = texts("moderation.told_answer", question=question, answer=answered.answer, session=session)
    elif target is not None:
        text = texts("moderation.told_merged", question=question, target=target)
    elif question.state == "refused":
        reason = reason_in_words(texts, question.reason)
        text = texts("moderation.told_refused", question=question, reason=reason)
    else:
        return None
    return Screen(text, ((menu_button(texts),),))


def reason_in_words(texts: Texts, reason: str | None) -> str:
    """One of ours in this language, a moderator's own as it stands."""
    if reason in REASONS:
        return texts.label(f"moderation.reason_{reason}")
    return reason or ""


def next_session(event: Event, session_id: str, now: float) -> Session | None:
    """The next one that takes questions, and is not over."""
    asking: Sequence[Session] = [
        one for one in event.sessions if one.id == session_id or (one.questions and not one.cancelled)
    ]
    places = [at for at, one in enumerate(asking) if one.id == session_id]
    following = asking[places[0] + 1 :] if places else []
    return next((one for one in following if now < one.end.timestamp()), None)


async def _change(context: Context, question_id: str, revision: str, change: Change) -> Reply:
    """Where nobody was faster; a repeated update shows the card as it is."""
    meant, known = number(question_id), number(revision)
    desk, moderator = desk_of(context), _moderator(context)
    question, is_done = await context.write(
        lambda tx: questions.moderate(tx, desk, meant, known, change, moderator, context.now),
        again=lambda tx: (questions.find_now(tx, context.event_id, meant), True),
    )
    if question is None:
        return _gone(context)
    if not is_done:
        return await _too_late(context, question_id)
    return _card_now(context, question, context.texts.label("moderation.done"), False)


async def _too_late(context: Context, question_id: str) -> Reply:
    """Another one took it, or it was worded anew: the card as it is now."""
    question = await questions.find(context.database.reads, context.event_id, number(question_id))
    if question is None:
        return _gone(context)
    taken = question.moderator if question.moderator_id not in (None, context.chat_id) else None
    notice = context.texts.label("moderation.too_late", moderator=taken)
    return _card_now(context, question, notice, True)


def _card_now(context: Context, question: Question, notice: str, alert: bool) -> Screen:
    shown = card(context.texts, context.event, question, context.now)
    return Screen(shown.text, shown.rows, notice, alert)


def _gone(context: Context) -> Screen:
    back = button(context.texts.label("moderation.button_list"), "mod")
    return Screen(context.texts("moderation.gone"), ((back, menu_button(context.texts)),))


def _not_answered(context: Context, question: Question) -> Screen:
    """A refused one, or one that another stands for."""
    text = context.texts("moderation.not_answered", question=question)
    return Screen(text, (_back(context, question.id),))


def _back(context: Context, question_id: int) -> tuple[InlineKeyboardButton, ...]:
    return (button(context.texts.label("moderation.button_back"), "mod.card", question_id),)


def _card_rows(texts: Texts, event: Event, question: Question, now: float) -> Rows:
    label, mark = texts.label, (question.id, question.revision)
    states = BUTTONS.get(question.state, ())
    actions = [
        button(label("moderation.button_approve"), "mod.set", *mark, one)
        if (question.state, one) == ("pending", "open")
        else button(label(f"moderation.button_{one}"), "mod.set", *mark, one)
        for one in states
    ]
    if question.state in ("pending", *questions.VISIBLE):
        actions.append(button(label("moderation.button_refuse"), "mod.refuse", *mark))
        actions.append(button(label("moderation.button_merge"), "mod.merge", *mark))
        if next_session(event, question.session_id, now):
            actions.append(button(label("moderation.button_move"), "mod.move", *mark))
    if question.state in questions.VISIBLE:
        key, wanted = ("unpin", "off") if question.is_pinned else ("pin", "on")
        actions.append(button(label(f"moderation.button_{key}"), "mod.pin", *mark, wanted))
    if question.state in ANSWERABLE:
        actions.append(button(label("moderation.button_answer"), "mod.answer", question.id))
    if question.state != "merged":
        actions.append(button(label("moderation.button_speaker"), "mod.speaker", question.id))
        actions.append(button(label("moderation.button_ban"), "mod.ban", *mark))
    return (*rows_of(2, actions), (button(label("moderation.button_list"), "mod"),))


def _moderator(context: Context) -> tuple[int, str]:
    user = context.incoming.effective_user
    return context.chat_id, user.full_name if user else str(context.chat_id)
