"""Feedback: a form in one message that edits itself; anonymous, and changed as often as one likes.

Where somebody stands is told by the buttons and by what is answered so far: a restart loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton

from data import dialogs, feedback, forms
from data.database import Transaction
from data.dialogs import Dialog
from data.event import Event, FormQuestion
from data.feedback import Answer
from data.forms import SURVEY, Form, SpeakerQuestion, mark_of
from handlers import registration
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.registration import cleaned
from handlers.screen import Notice, Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import Texts, full_name, short_name

KIND = "feedback_comment"
SCALE, NPS = range(1, 6), range(11)
NPS_ROW = 6
MAX_COMMENT = 1000
"""Characters."""

LABEL_CHARACTERS = 40


async def show_list(context: Context, page: str = "1") -> Reply:
    """The forms that can be filled in now; who has begun one sees which."""
    shown = page_of([one for one in forms.forms(context.event) if feedback.is_open(one, context.now)], page)
    text = context.texts("feedback.list", forms=shown.entries)
    rows = [(await _list_button(context, form),) for form in shown.entries]
    return Screen(text, (*rows, *turns(shown.shown, shown.pages, "feedback"), (menu_button(context.texts),)))


async def open_form(context: Context, form_id: str) -> Reply:
    """Where this person left off: the first open question, or what was answered."""
    form = _form(context, form_id)
    if (refusal := await _refused(context, form)) is not None:
        return refusal
    so_far = await _so_far(context, form)
    return await _turn_to(context, form, _first_open(form, so_far), so_far)


async def ask(context: Context, form_id: str, mark: str) -> Reply:
    """One question of the form: forward without an answer, back, or to change an answer."""
    form = _form(context, form_id)
    question = _question(form, mark)
    if (refusal := await _refused(context, form)) is not None:
        return refusal
    return await _turn_to(context, form, question, await _so_far(context, form))


async def summary(context: Context, form_id: str) -> Reply:
    """What was answered, each to be changed."""
    form = _form(context, form_id)
    if (refusal := await _refused(context, form)) is not None:
        return refusal
    return await _turn_to(context, form, None, await _so_far(context, form))


async def give(context: Context, form_id: str, mark: str, value: str) -> Reply:
    """A pressed answer; the next question takes its place."""
    form = _form(context, form_id)
    question = _question(form, mark)
    answer = _answer(question, value)
    if (refusal := await _refused(context, form)) is not None:
        return refusal
    await _write(context, form, question, answer)
    notice = context.texts.label("feedback.saved")
    return await _turn_to(context, form, _after(form, question), await _so_far(context, form), notice)


async def rate(context: Context, form_id: str, value: str) -> Reply:
    """The one press of messages from before there were forms; the form goes on from there."""
    form = _form(context, form_id)
    rating = _answer(forms.RATING, value)
    if (refusal := await _refused(context, form)) is not None:
        return refusal
    await _write(context, form, forms.RATING, rating)
    so_far = await _so_far(context, form)
    notice = context.texts.label("feedback.saved")
    return await _turn_to(context, form, _first_open(form, so_far), so_far, notice)


async def take_back(context: Context, form_id: str, mark: str) -> Reply:
    """Removes what was written."""
    form = _form(context, form_id)
    question = _question(form, mark)
    await _write(context, form, question, None)
    notice = context.texts.label("feedback.comment_removed")
    return await _turn_to(context, form, question, await _so_far(context, form), notice)


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """Words, where a question waits for them. The form stays the message it was."""
    form = _form(context, dialog.draft["form"])
    question = form.named(dialog.draft["question"])
    if question is None:
        raise StaleButtonError
    place = dialog.draft["message"]
    so_far = await _so_far(context, form)
    comment = cleaned(text)
    if not comment or len(comment) > MAX_COMMENT:
        problem = context.texts("feedback.comment_problem", limit=MAX_COMMENT, length=len(comment))
        return Screen(problem, _question_rows(context.texts, form, question, so_far))

    def work(tx: Transaction) -> None:
        _keep(context, tx, form, question, comment)
        dialogs.close(tx, context.chat_id)

    await context.write(work)
    context.open_dialog = None
    return await _turn_to(context, form, _after(form, question), await _so_far(context, form), place=place)


def request(texts: Texts, event: Event, form: Form, *, is_again: bool) -> Screen:
    """The message that asks for feedback: the form at its first question."""
    question = form.questions[0]
    heading = texts("feedback.again" if is_again else "feedback.request", form=form, event=event)
    if question.kind == "text":  # the answer is awaited only after a press
        rows: Rows = ((button(texts.label("feedback.button_begin"), "feedback.open", form.id),),)
        return Screen(heading, (*rows, (menu_button(texts),)))
    asked = texts("feedback.question", **_values(texts, form, question, {}))
    rows = _question_rows(texts, form, question, {})
    return Screen(heading + "\n\n" + asked, (*rows, (menu_button(texts),)))


def wording(texts: Texts, question: FormQuestion) -> str:
    """The question in this language; one of the event file as it stands there."""
    if isinstance(question, SpeakerQuestion):
        return texts.label("feedback.ask_speaker", name=question.question)
    if forms.is_standard(question):
        return texts.label(f"feedback.ask_{question.id}")
    return question.question


def heading(texts: Texts, question: FormQuestion) -> str:
    """The same in few words, as buttons, charts and lists show it."""
    if forms.is_standard(question):
        return texts.label(f"feedback.short_{question.id}")
    return question.question


async def _turn_to(
    context: Context,
    form: Form,
    question: FormQuestion | None,
    so_far: Mapping[str, Answer],
    notice: str = "",
    place: int | None = None,
) -> Screen:
    """Shows the question, or, behind the last, what was answered; a text waits for the next message."""
    query = context.incoming.callback_query
    here = query.message.message_id if query and query.message else place
    if question is not None and question.kind == "text" and here is not None:
        draft = {"form": form.id, "question": question.id, "message": here}
        dialog = dialogs.sealed(context.services.anonymity, KIND, "comment", draft)
        await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    elif context.open_dialog == KIND:
        await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    if question is None:
        return _summary(context, form, so_far, notice, place)
    texts = context.texts
    rows = _question_rows(texts, form, question, so_far)
    text = texts("feedback.question", **_values(texts, form, question, so_far))
    title = texts("feedback.title", form=form, event=context.event)
    return Screen(title + "\n\n" + text, (*rows, _ways_out(texts)), notice, edits=place)


def _values(
    texts: Texts, form: Form, question: FormQuestion, so_far: Mapping[str, Answer]
) -> dict[str, object]:
    return {
        "question": question,
        "wording": wording(texts, question),
        "position": form.position(question) + 1,
        "total": len(form.questions),
        "given": so_far.get(question.id),
    }


def _summary(
    context: Context, form: Form, so_far: Mapping[str, Answer], notice: str, place: int | None
) -> Screen:
    texts = context.texts
    entries = [(heading(texts, one), one, so_far.get(one.id)) for one in form.questions]
    text = texts("feedback.summary", form=form, event=context.event, entries=entries, has_any=bool(so_far))
    changes = [
        button(
            texts.label("feedback.button_change", name=shortened(name, 24)),
            "feedback.ask",
            form.id,
            mark_of(question),
        )
        for name, question, _ in entries
    ]
    return Screen(text, (*rows_of(2, changes), _ways_out(texts)), notice, edits=place)


def _ways_out(texts: Texts) -> tuple[InlineKeyboardButton, ...]:
    return (button(texts.label("feedback.button_list"), "feedback"), menu_button(texts))


def _question_rows(texts: Texts, form: Form, question: FormQuestion, so_far: Mapping[str, Answer]) -> Rows:
    given = so_far.get(question.id)
    return (*_answer_rows(texts, form, question, given), _steps(texts, form, question, given))


def _answer_rows(texts: Texts, form: Form, question: FormQuestion, given: Answer | None) -> Rows:
    mark = mark_of(question)
    if question.kind == "text":
        if given is None:
            return ()
        return ((button(texts.label("feedback.button_remove_comment"), "feedback.remove", form.id, mark),),)
    buttons = [
        button(f"● {label}" if is_given else label, "feedback.give", form.id, mark, value)
        for value, label, is_given in _choices(question, given)
    ]
    return rows_of({"scale": len(SCALE), "nps": NPS_ROW, "choice": 1}[question.kind], buttons)


def _choices(question: FormQuestion, given: Answer | None) -> Sequence[tuple[int, str, bool]]:
    """Value, label, and whether it is the one given."""
    if question.kind == "choice":
        return [(at, option, option == given) for at, option in enumerate(question.options)]
    return [(value, str(value), value == given) for value in (SCALE if question.kind == "scale" else NPS)]


def _steps(
    texts: Texts, form: Form, question: FormQuestion, given: Answer | None
) -> tuple[InlineKeyboardButton, ...]:
    """Back and on; the last step leads to what was answered."""
    steps = []
    position = form.position(question)
    if position:
        before = form.questions[position - 1]
        steps.append(button(texts.label("feedback.button_back"), "feedback.ask", form.id, mark_of(before)))
    after = _after(form, question)
    key = "feedback.button_skip" if given is None else "feedback.button_on"
    if after is None:
        key = "feedback.button_done"
        steps.append(button(texts.label(key), "feedback.summary", form.id))
    else:
        steps.append(button(texts.label(key), "feedback.ask", form.id, mark_of(after)))
    return tuple(steps)


async def _refused(context: Context, form: Form) -> Reply:
    """Too early, or nobody we know."""
    if not feedback.is_open(form, context.now):
        opens = context.event.local(form.opens)
        return Notice(context.texts.label("feedback.not_yet", opens=opens), alert=True)
    if await context.participant() is None:
        return await registration.begin(context)
    return None


async def _write(context: Context, form: Form, question: FormQuestion, answer: Answer | None) -> None:
    await context.write(lambda tx: _keep(context, tx, form, question, answer))


def _keep(
    context: Context, tx: Transaction, form: Form, question: FormQuestion, answer: Answer | None
) -> None:
    feedback.answer(
        tx,
        context.services.anonymity,
        context.event_id,
        form.id,
        context.chat_id,
        question.id,
        answer,
        context.now,
    )


async def _so_far(context: Context, form: Form) -> Mapping[str, Answer]:
    return await feedback.find(
        context.database.lookups, context.services.anonymity, context.event_id, form.id, context.chat_id
    )


def _first_open(form: Form, so_far: Mapping[str, Answer]) -> FormQuestion | None:
    """The first question without an answer behind the last that has one; the last may have been skipped."""
    answered = [at for at, one in enumerate(form.questions) if one.id in so_far]
    following = form.questions[answered[-1] + 1 :] if answered else form.questions
    return following[0] if following else None


def _after(form: Form, question: FormQuestion) -> FormQuestion | None:
    following = form.questions[form.position(question) + 1 :]
    return following[0] if following else None


def _answer(question: FormQuestion, value: str) -> Answer:
    """What a button may give. Raises StaleButtonError for anything else."""
    given = number(value)
    if question.kind == "choice" and given < len(question.options):
        return question.options[given]
    if given in {"scale": SCALE, "nps": NPS}.get(question.kind, ()):
        return given
    raise StaleButtonError


def _question(form: Form, mark: str) -> FormQuestion:
    question = form.question(mark)
    if question is None:
        raise StaleButtonError
    return question


def _form(context: Context, form_id: str) -> Form:
    form = forms.find(context.event, form_id)
    if form is None:
        raise StaleButtonError
    return form


async def _list_button(context: Context, form: Form) -> InlineKeyboardButton:
    mark = "✓ " if await _so_far(context, form) else ""
    return button(mark + shortened(name_of(context.texts, form), LABEL_CHARACTERS), "feedback.open", form.id)


def name_of(texts: Texts, form: Form) -> str:
    """``Panel II``, the session's title, or the survey."""
    return short_name(form.session) + _fate(texts, form) if form.session else _other_name(texts, form)


def title_of(texts: Texts, form: Form) -> str:
    return full_name(form.session) + _fate(texts, form) if form.session else _other_name(texts, form)


def _fate(texts: Texts, form: Form) -> str:
    """What was answered on a session that was cancelled afterwards is still there."""
    is_cancelled = form.session is not None and form.session.cancelled
    return f" ({texts.label('feedback.cancelled')})" if is_cancelled else ""


def _other_name(texts: Texts, form: Form) -> str:
    """The survey; or a session that the agenda does not have any more."""
    if form.id == SURVEY:
        return texts.label("feedback.survey")
    return texts.label("feedback.gone", name=form.id)
