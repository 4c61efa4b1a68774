"""Registration: consent, nama, jabatan, instansi; each step can be corrected, and a restart loses none.

The state is one ``Dialog``; what was said is in its draft until the person saves it.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from data import attendance, chats, dialogs, participants, regions
from data.attendance import Attempt, CheckIn
from data.database import Transaction
from data.dialogs import Dialog
from data.participants import Participant
from handlers import attendance_texts, seats
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import language_button, menu_button, show_menu
from handlers.screen import Reply, Rows, Screen, Screens, button, rows_of
from handlers.seats import SEAT, SeatTakenError

KIND = "registration"
FIELDS = ("name", "position", "institution")
"""The questions in their order; each is also a step of the dialog."""

CONSENT, REGION, CONFIRM = "consent", "region", "confirm"
BUTTONS_ONLY = frozenset({CONSENT, CONFIRM})
"""Steps that wait for a button; whatever is written then is a question."""

MAX_LENGTH = 120
"""Characters of an answer: what a line of the attendance list holds on two lines."""

_SPACES = re.compile(r"\s+")


def correction(known: Participant, now: float) -> Dialog:
    said = {field: getattr(known, field) for field in FIELDS}
    return Dialog(KIND, CONFIRM, {**said, "region_code": known.region_code, "consented_at": now})


def with_check_in(dialog: Dialog, session_id: str, attempt: Attempt) -> Dialog:
    """Keeps a session's first code with its instant: it is judged by that, however long registering takes."""
    earlier = dialog.draft.get("check_ins", [])
    if any(one.get("session") == session_id for one in earlier):
        return dialog
    new = {"session": session_id, "code": attempt.code, "at": attempt.sent_at, "way": attempt.way}
    return dialog.at(dialog.step, check_ins=[*earlier, new])


def open_dialog(
    context: Context,
    tx: Transaction,
    *,
    known: Participant | None = None,
    scanned: tuple[str, Attempt] | None = None,
    question: int | None = None,
    following: Dialog | None = None,
) -> Dialog:
    """The registration under way, or a new one: of a newcomer, or of whom is known, to correct.

    A code that was scanned is kept with it, a question to a panel that is to be voted for, and what is to
    stand open after it.
    """
    chats.meet(tx, context.chat_id, context.language)
    dialog = dialogs.find_now(tx, context.chat_id)
    if dialog is None or dialog.kind != KIND:
        dialog = correction(known, context.now) if known else Dialog(KIND, CONSENT)
    if scanned:
        dialog = with_check_in(dialog, *scanned)
    if question is not None:
        dialog = dialog.at(dialog.step, question=question)
    if following is not None:
        dialog = dialog.at(dialog.step, following=asdict(following))
    dialogs.save(tx, context.chat_id, dialog, context.now)
    return dialog


# ------------------------------------------------------------------ the flow


async def begin(context: Context) -> Reply:
    """Opens the registration, or goes on with it; whoever is registered sees their data to correct."""
    known = await context.participant()
    return prompt(context, await context.write(lambda tx: open_dialog(context, tx, known=known)))


async def begin_to_vote(context: Context, question: int) -> Reply:
    """The same of a newcomer; its end leads back to the question."""
    return prompt(context, await context.write(lambda tx: open_dialog(context, tx, question=question)))


async def begin_to_ask(context: Context, asking: Dialog) -> Reply:
    """The same of a newcomer who has a question to a panel written already; its end leads back to it."""
    return prompt(context, await context.write(lambda tx: open_dialog(context, tx, following=asking)))


async def consent(context: Context, decision: str) -> Reply:
    """The answer to the consent text: "yes" goes on, "no" ends with the open part of the bot."""
    if decision not in ("yes", "no"):
        raise StaleButtonError
    if decision == "no":
        dialog = await dialogs.find(context.database.lookups, context.chat_id)
        if dialog is not None and (dialog.kind, dialog.step) == (KIND, CONSENT):
            await context.write(lambda tx: dialogs.close(tx, context.chat_id))
        return await show_menu(context, notice=context.texts.label("registration.refused"), alert=True)
    dialog = await current(context)
    if dialog.step != CONSENT:
        return prompt(context, dialog)
    return await go_on(context, dialog.at(_next_step(dialog), consented_at=context.now))


async def cancel(context: Context) -> Reply:
    """Gives the registration, or the correction, up; nothing of it is kept."""
    if await dialogs.kind(context.database.lookups, context.chat_id) != KIND:
        return await show_menu(context)
    await context.write(lambda tx: dialogs.close(tx, context.chat_id))
    key = "registration.cancelled" if await context.participant() is None else "registration.unchanged"
    return await show_menu(context, notice=context.texts.label(key))


async def edit(context: Context, field: str) -> Reply:
    """Back to one question; the other answers stay."""
    dialog = await current(context)
    if field not in FIELDS or dialog.step == CONSENT:
        raise StaleButtonError
    return await go_on(context, dialog.at(field))


async def use_telegram_name(context: Context) -> Reply:
    """Takes the name that the person has in Telegram."""
    dialog = await current(context)
    user = context.incoming.effective_user
    if dialog.step != "name" or user is None:
        return prompt(context, dialog)
    return await _take(context, dialog, user.full_name)


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """The answer to the question that stands open."""
    return await _take(context, dialog, text)


async def choose_region(context: Context, code: str) -> Reply:
    """The region the institution belongs to; "none" where it is no regional one."""
    dialog = await current(context)
    if dialog.step != REGION:
        return prompt(context, dialog)
    if code != "none" and code not in dialog.draft.get("regions", []):
        raise StaleButtonError
    return await go_on(context, dialog.at(CONFIRM, region_code=None if code == "none" else code))


async def save(context: Context) -> Reply:
    """Registers, and checks in with the codes that were scanned before."""
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is None or dialog.kind != KIND:
        return await _saved_before(context)
    draft = dialog.draft
    if dialog.step != CONFIRM or any(field not in draft for field in FIELDS):
        return prompt(context, dialog)
    question = await seats.question(context, dialog)
    if question is not None:
        return await go_on(context, question)
    return await finish(context, dialog)


async def finish(context: Context, dialog: Dialog) -> Reply:
    """Saves all that was said; a seat that somebody else has taken meanwhile is asked for again."""
    draft = dialog.draft
    try:
        outcomes = await context.write(lambda tx: _register(context, tx, draft))
    except SeatTakenError:
        asked = await seats.looked_up(context, dialog.at(SEAT, seat=None), draft["name"])
        await context.write(lambda tx: dialogs.save(tx, context.chat_id, asked, context.now))
        return prompt(context, asked, "registration.problem_seat_taken")
    done = _done(context, draft)
    return Screens((done, *(attendance_texts.outcome(context, *outcome) for outcome in outcomes)))


async def _saved_before(context: Context) -> Screen:
    """A second tap on the same button finds everything done."""
    participant = await context.participant()
    if participant is None:
        raise StaleButtonError
    return _done(context, {"name": participant.name})


def _done(context: Context, draft: Mapping[str, Any]) -> Screen:
    """With the way to the speakers, whose code on the wall may have been what brought the person here."""
    text = context.texts("registration.done", name=draft["name"], event=context.event)
    running = context.event.running(context.event.local(context.now))
    label = context.texts.label
    ask = button(label("questions.button_ask_here"), "ask")
    if "question" in draft:
        ask = button(label("questions.button_to_question"), "ask.one", draft["question"])
    if "following" in draft:
        ask = button(label("questions.button_resume"), "ask.resume")
    asking: Rows = ((ask,),) if any(session.questions for session in running) else ()
    return Screen(text, (*asking, (menu_button(context.texts),)))


def _register(context: Context, tx: Transaction, draft: Mapping[str, Any]) -> list[tuple[CheckIn, float]]:
    """What became of each code, with the instant by which it was judged."""
    participants.register(
        tx,
        context.event_id,
        context.chat_id,
        **{field: draft[field] for field in FIELDS},
        region_code=draft.get("region_code"),
        consented_at=draft["consented_at"],
        now=context.now,
    )
    seats.take(context, tx, draft)
    if "following" in draft:
        dialogs.save(tx, context.chat_id, Dialog(**draft["following"]), context.now)
    else:
        dialogs.close(tx, context.chat_id)
    return [
        (attendance.check_in(tx, context.event_id, context.event, attempt, context.now), attempt.sent_at)
        for attempt in _scanned(context, draft)
    ]


def _scanned(context: Context, draft: Mapping[str, Any]) -> Iterator[Attempt]:
    for one in draft.get("check_ins", []):
        yield Attempt(context.chat_id, one["code"], one["at"], 0, one.get("way", "code"))


async def current(context: Context) -> Dialog:
    """The registration under way. Raises StaleButtonError where there is none."""
    dialog = await dialogs.find(context.database.lookups, context.chat_id)
    if dialog is None or dialog.kind != KIND:
        raise StaleButtonError
    return dialog


async def _take(context: Context, dialog: Dialog, text: str) -> Reply:
    field = "institution" if dialog.step == REGION else dialog.step
    answer = cleaned(text)
    if (problem := _problem(answer)) is not None:
        return prompt(context, dialog, problem)
    following = await asyncio.to_thread(_after, dialog, field, answer)
    return await go_on(context, following)


async def go_on(context: Context, dialog: Dialog) -> Reply:
    """Saves the dialog; when this update came before, the person sees where it stands now."""

    def work(tx: Transaction) -> Dialog:
        dialogs.save(tx, context.chat_id, dialog, context.now)
        return dialog

    def again(tx: Transaction) -> Dialog:
        return dialogs.find_now(tx, context.chat_id) or dialog

    return prompt(context, await context.write(work, again))


def _after(dialog: Dialog, field: str, answer: str) -> Dialog:
    """The next question that has no answer yet; a new institution may be in another region."""
    dialog = dialog.at(dialog.step, **{field: answer})
    if field == "institution":
        found = [region.code for region in regions.suggest(answer)]
        dialog = dialog.at(dialog.step, region_code=None, regions=found)
        if found:
            return dialog.at(REGION)
    return dialog.at(_next_step(dialog))


def _next_step(dialog: Dialog) -> str:
    """The first question that has no answer yet."""
    return next((one for one in FIELDS if one not in dialog.draft), CONFIRM)


# ---------------------------------------------------------------- the answers


def cleaned(text: str) -> str:
    """One line, without control characters and without space around."""
    visible = "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)
    return _SPACES.sub(" ", visible).strip()


def _problem(answer: str) -> str | None:
    """The key of the text that says why the answer cannot be kept."""
    if not any(char.isalpha() for char in answer):
        return "registration.problem_no_letters"
    return "registration.problem_too_long" if len(answer) > MAX_LENGTH else None


# ---------------------------------------------------------------- the prompts


def prompt(context: Context, dialog: Dialog, problem: str | None = None) -> Screen:
    """The question that stands open, after a sentence on what was wrong with the last answer."""
    texts = context.texts
    if dialog.step == CONSENT:
        return Screen(texts("registration.consent", event=context.event), _consent_rows(context))
    text = texts(f"registration.ask_{dialog.step}", draft=dialog.draft, region=_region(dialog))
    if problem:
        text = texts(problem, limit=MAX_LENGTH) + "\n\n" + text
    return Screen(text, _rows(context, dialog))


def _region(dialog: Dialog) -> str | None:
    code = dialog.draft.get("region_code")
    region = regions.find(code) if code else None
    return region.path if region else None


def _consent_rows(context: Context) -> Rows:
    label = context.texts.label
    return (
        (button(label("registration.button_agree"), "registration.consent", "yes"),),
        (button(label("registration.button_refuse"), "registration.consent", "no"),),
        (language_button(context.texts),),
    )


def _rows(context: Context, dialog: Dialog) -> Rows:
    label = context.texts.label
    rows: list[Rows] = []
    if dialog.step == "name" and context.incoming.effective_user:
        name = cleaned(context.incoming.effective_user.full_name)
        if _problem(name) is None:
            rows.append(((button(label("registration.button_use", value=name), "registration.my_name"),),))
    if dialog.step == REGION:
        rows.append(_region_rows(context, dialog))
    if dialog.step in seats.STEPS:
        rows.append(seats.rows(context, dialog))
    if dialog.step == CONFIRM:
        rows.append(((button(label("registration.button_save"), "registration.save"),),))
    answered = [field for field in _correctable(dialog) if field in dialog.draft and field != dialog.step]
    edits = [
        button(label(f"registration.button_edit_{field}"), "registration.edit", field) for field in answered
    ]
    rows.append(rows_of(2, edits))
    rows.append(((button(label("registration.button_cancel"), "registration.cancel"),),))
    return tuple(row for block in rows for row in block)


def _correctable(dialog: Dialog) -> tuple[str, ...]:
    """Where a seat is looked for, only the name can be what is wrong."""
    if dialog.step in seats.STEPS:
        return FIELDS[:1] if dialog.step == SEAT else ()
    return FIELDS


def _region_rows(context: Context, dialog: Dialog) -> Rows:
    found = [region for code in dialog.draft.get("regions", []) if (region := regions.find(code))]
    label = context.texts.label
    return (
        *((button(region.path, "registration.region", region.code),) for region in found),
        (button(label("registration.button_no_region"), "registration.region", "none"),),
    )
