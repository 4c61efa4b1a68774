"""``/belum_terjawab``: what the bot did not know, without names, and teaching it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz, process

from data import dialogs, teaching
from data.database import Transaction
from data.dialogs import Dialog
from data.teaching import Group, Leader, Settled, TopicKind
from handlers.answers import key_of, without_numbers
from handlers.callback import StaleButtonError, number
from handlers.context import Context
from handlers.faq import ANSWER_UNITS, QUESTION_UNITS
from handlers.menu import menu_button
from handlers.paging import page_of, shown_page, turns
from handlers.screen import Reply, Rows, Screen, button, rows_of, shortened
from handlers.texts import clipped, full_name, units

Record = Callable[[Transaction], None]

KIND = "teaching"
PAGE = 8
LABEL_CHARACTERS = 48
KEPT_UNITS = 1000
VARIANTS = 3
NEARLY_THE_SAME = 85.0
"""Similarity in per cent from which two texts are one in the list."""


def nothing(_: Transaction) -> None:
    """The record of what the engine understood, and leads elsewhere."""


async def recorder(context: Context, text: str) -> Record:
    """A write that counts a text the engine did not know, with those that are nearly the same."""
    kept = clipped(without_numbers(text), KEPT_UNITS)
    key = key_of(kept)
    if not key:
        return nothing
    event_id = context.event_id
    nearest = _nearest(key, await teaching.leaders(context.database.reads, event_id))
    return lambda tx: teaching.record(tx, event_id, key, kept, nearest, context.now)


def _nearest(key: str, leaders: Sequence[Leader]) -> int | None:
    """The most similar text with the same figures: "panel 1" and "panel 2" are two things."""
    figures = _figures(key)
    choices = {one.id: one.key for one in leaders if _figures(one.key) == figures}
    found = process.extractOne(key, choices, scorer=fuzz.token_sort_ratio, score_cutoff=NEARLY_THE_SAME)
    return int(found[2]) if found else None


def _figures(key: str) -> set[str]:
    return {word for word in key.split() if any(map(str.isdecimal, word))}


async def show_list(context: Context, page: str = "1") -> Reply:
    """What nobody has taught yet, the most asked first."""
    return await _list(context, page, are_open=True)


async def show_taught(context: Context, page: str = "1") -> Reply:
    """What has been taught, to look at or take back."""
    return await _list(context, page, are_open=False)


async def _list(context: Context, page: str, *, are_open: bool) -> Reply:
    reads, texts, event_id = context.database.reads, context.texts, context.event_id
    action, other = ("teaching", "teaching.taught") if are_open else ("teaching.taught", "teaching")
    total = await teaching.count_groups(reads, event_id, are_open=are_open)
    shown, pages = shown_page(page, total, PAGE)
    offset = (shown - 1) * PAGE
    groups = await teaching.groups(reads, event_id, offset, PAGE, are_open=are_open)
    text = texts(
        "teaching.list" if are_open else "teaching.taught",
        entries=[(group, _topic(context, group)) for group in groups],
        offset=offset,
        total=total,
        page=shown,
        pages=pages,
    )
    numbers = [
        button(str(offset + place), "teaching.group", group.id) for place, group in enumerate(groups, start=1)
    ]
    to_other = button(texts.label("teaching.button_taught" if are_open else "teaching.button_list"), other)
    return Screen(text, (*rows_of(4, numbers), *turns(shown, pages, action), (to_other, menu_button(texts))))


async def show_group(context: Context, group_id: str, notice: str = "") -> Reply:
    """One text, with what can be done about it."""
    group = await _group(context, group_id)
    variants = await teaching.variants(context.database.reads, group.id, VARIANTS)
    topic = _topic(context, group)
    text = context.texts("teaching.group", group=group, variants=variants, topic=topic)
    return Screen(text, _group_rows(context, group), notice)


def _group_rows(context: Context, group: Group) -> Rows:
    label = context.texts.label
    back = (button(label("teaching.button_list"), "teaching"), menu_button(context.texts))
    if group.settled is not None:
        return ((button(label("teaching.button_undo"), "teaching.undo", group.id),), back)
    return (
        (
            button(label("teaching.button_session"), "teaching.session", group.id),
            button(label("teaching.button_faq"), "teaching.faq", group.id),
        ),
        (button(label("teaching.button_write"), "teaching.write", group.id),),
        (button(label("teaching.button_dismiss"), "teaching.dismiss", group.id),),
        back,
    )


async def choose_session(context: Context, group_id: str, page: str = "1") -> Reply:
    """Which session the text is about."""
    sessions = {session.id: full_name(session) for session in context.event.sessions}
    return await _choose(context, group_id, page, "session", sessions)


async def choose_faq(context: Context, group_id: str, page: str = "1") -> Reply:
    """Which entry answers it."""
    entries = {entry.id: entry.question for entry in context.event.faq}
    return await _choose(context, group_id, page, "faq", entries)


async def _choose(
    context: Context, group_id: str, page: str, kind: TopicKind, topics: Mapping[str, str]
) -> Reply:
    group = await _group(context, group_id)
    shown = page_of(list(topics.items()), page)
    choices = tuple(
        (button(shortened(name, LABEL_CHARACTERS), "teaching.teach", group.id, kind, topic),)
        for topic, name in shown.entries
    )
    back = button(context.texts.label("teaching.button_back"), "teaching.group", group.id)
    turning = turns(shown.shown, shown.pages, f"teaching.{kind}", group.id)
    text = context.texts(f"teaching.choose_{kind}", group=group)
    return Screen(text, (*choices, *turning, (back, menu_button(context.texts))))


async def teach(context: Context, group_id: str, kind: str, topic: str) -> Reply:
    """From now on the text, and what is nearly the same, is about that."""
    group = await _group(context, group_id)
    found = context.event.faq_entry(topic) if kind == "faq" else context.event.session(topic)
    if kind not in ("session", "faq") or found is None:
        raise StaleButtonError
    settled: TopicKind = "faq" if kind == "faq" else "session"
    return await _settle(context, group, settled, topic, "teaching.learnt")


async def dismiss(context: Context, group_id: str) -> Reply:
    """Nothing for this bot: out of the list."""
    return await _settle(context, await _group(context, group_id), "dismissed", None, "teaching.dismissed")


async def undo(context: Context, group_id: str) -> Reply:
    """Unknown again."""
    return await _settle(context, await _group(context, group_id), None, None, "teaching.undone")


async def _settle(
    context: Context, group: Group, settled: Settled | None, topic: str | None, notice: str
) -> Reply:
    await context.write(lambda tx: teaching.settle(tx, context.event_id, group.id, settled, topic))
    await context.refresh()
    return await show_group(context, str(group.id), notice=context.texts.label(notice))


async def write(context: Context, group_id: str) -> Reply:
    """Asks for the answer; it becomes a FAQ entry."""
    group = await _group(context, group_id)
    dialog = Dialog(KIND, "answer", {"group": group.id})
    await context.write(lambda tx: dialogs.save(tx, context.chat_id, dialog, context.now))
    return Screen(context.texts("teaching.ask_answer", group=group), _cancel_rows(context, group))


async def hear(context: Context, dialog: Dialog, text: str) -> Reply:
    """The answer."""
    group = await _group(context, str(dialog.draft["group"]))
    if units(text) > ANSWER_UNITS:
        return Screen(context.texts("faq.too_long", limit=ANSWER_UNITS), _cancel_rows(context, group))

    def work(tx: Transaction) -> None:
        dialogs.close(tx, context.chat_id)
        wording = clipped(group.text, QUESTION_UNITS)
        teaching.teach_faq(tx, context.event_id, group.id, wording, text, context.now)

    await context.write(work)
    await context.refresh()
    return await show_group(context, str(group.id))


def _cancel_rows(context: Context, group: Group) -> Rows:
    return ((button(context.texts.label("teaching.button_back"), "teaching.group", group.id),),)


async def _group(context: Context, group_id: str) -> Group:
    group = await teaching.group(context.database.reads, context.event_id, number(group_id))
    if group is None:
        raise StaleButtonError
    return group


def _topic(context: Context, group: Group) -> str:
    """What a group has been taught to be about; "" where that is nothing, or gone from the event."""
    if group.topic is None:
        return ""
    if group.settled == "faq":
        entry = context.event.faq_entry(group.topic)
        return entry.question if entry else ""
    session = context.event.session(group.topic)
    return full_name(session) if session else ""
