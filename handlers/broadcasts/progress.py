"""Broadcasts that were confirmed: how far they are, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardButton

from data import broadcast_changes, broadcasts, chats, outbox
from data.broadcast_changes import Change
from data.broadcasts import Broadcast, Watch
from data.database import Reads, Transaction
from data.event import Event
from data.outbox import StreamCounts
from handlers.broadcasts.common import found, pressed_message, stop_listening
from handlers.broadcasts.wording import excerpt, segment_name
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.menu import menu_button
from handlers.screen import Document, Reply, Rows, Screen, Upload, button, rows_of, shortened
from handlers.texts import Texts

RECENT = 8
LABEL_CHARACTERS = 48
EXCERPT_CHARACTERS = 60
SIGNS = {"scheduled": "⏰", "running": "▶️", "paused": "⏸", "done": "✅", "cancelled": "⏹"}


@dataclass(frozen=True)
class Status:
    """How far a broadcast is."""

    broadcast: Broadcast
    counts: StreamCounts
    change: Change | None
    """The latest: it takes the place of those before it."""
    change_counts: StreamCounts

    @property
    def is_recalled(self) -> bool:
        return self.change is not None and self.change.kind == "recall"

    @property
    def is_over(self) -> bool:
        """Whether nothing will change any more by itself or by a button that it shows now."""
        is_ended = self.broadcast.state in ("done", "cancelled")
        is_changing = self.change is not None and self.change.state != "done"
        return is_ended and not self.counts.waiting and not is_changing

    @property
    def fingerprint(self) -> str:
        """The same for two that look the same."""
        change = (self.change.id, self.change.state, self.change_counts) if self.change else None
        return f"{self.broadcast.state} {self.counts} {change}"


@dataclass(frozen=True)
class Pace:
    """Messages a second, and when the last one will be out by that."""

    per_second: float
    ends_at: float


async def look(reads: Reads, broadcast: Broadcast) -> Status:
    counts = await broadcasts.counts(reads, broadcast.stream)
    *_, latest = [None, *await broadcast_changes.of_broadcast(reads, broadcast.id)]
    change_counts = await broadcasts.counts(reads, latest.stream if latest else None)
    return Status(broadcast, counts, latest, change_counts)


async def pace(reads: Reads, status: Status, now: float) -> Pace | None:
    """None where nothing moves, or too little has moved yet."""
    broadcast = status.broadcast
    if broadcast.state != "running" or broadcast.stream is None or not status.counts.waiting:
        return None
    rate = await outbox.stream_rate(reads, broadcast.stream, now)
    finished = status.counts.sent + status.counts.skipped
    if rate is None and finished and broadcast.started_at is not None and now > broadcast.started_at:
        rate = finished / (now - broadcast.started_at)
    return Pace(rate, now + status.counts.waiting / rate) if rate else None


async def shown(reads: Reads, status: Status, event: Event, texts: Texts, now: float) -> Screen:
    """The status in words, with the buttons that fit it."""
    speed = await pace(reads, status, now)
    text = texts(
        "broadcasts.status",
        about=excerpt(status.broadcast.content, EXCERPT_CHARACTERS),
        segment=segment_name(status.broadcast.segment, event, texts),
        state=status.broadcast.state,
        recipients=status.broadcast.recipients or 0,
        counts=status.counts,
        rate=speed.per_second if speed else None,
        ends_at=event.local(speed.ends_at) if speed else None,
        send_at=_local(event, status.broadcast.send_at),
        change=status.change,
        change_counts=status.change_counts,
        is_traceless=not status.broadcast.leaves_traces,
        now=event.local(now),
    )
    return Screen(text, _rows(status, texts))


def _local(event: Event, instant: float | None) -> datetime | None:
    return event.local(instant) if instant is not None else None


def _rows(status: Status, texts: Texts) -> Rows:
    def one(name: str) -> InlineKeyboardButton:
        return button(texts.label(f"broadcasts.button_{name}"), f"broadcasts.{name}", status.broadcast.id)

    controls = {
        "scheduled": ("send_now", "ask_stop"),
        "running": ("pause", "ask_stop"),
        "paused": ("resume", "ask_stop"),
    }
    buttons = [one(name) for name in controls.get(status.broadcast.state, ())]
    if status.broadcast.leaves_traces and not status.is_recalled:
        buttons += [one(name) for name in _changes_of(status)]
    if status.broadcast.leaves_traces and status.broadcast.stream is not None:
        buttons.append(one("report"))
    buttons.append(one("status"))
    others = button(texts.label("broadcasts.button_others"), "broadcasts")
    menu = button(texts.label("menu.button_menu"), "broadcasts.leave")
    return (*rows_of(2, buttons), (others, menu))


def _changes_of(status: Status) -> tuple[str, ...]:
    if status.broadcast.state == "scheduled":
        return ("ask_correction",)
    return ("ask_correction", "ask_recall") if status.broadcast.recipients else ()


async def state(context: Context, broadcast: Broadcast | None) -> Reply:
    """How far it is; from now on the message that shows it keeps itself up to date."""
    if broadcast is None or broadcast.event_id != context.event_id or broadcast.state == "draft":
        raise StaleButtonError
    if broadcast.state == "cancelled" and broadcast.stream is None:
        await _turn(context, look_away)
        return Screen(context.texts("broadcasts.cancelled"), ((menu_button(context.texts),),))
    reads = context.database.reads
    status = await look(reads, broadcast)
    await _turn(context, lambda one, tx: _watch(one, tx, status))
    context.services.broadcasts_changed()
    return await shown(reads, status, context.event, context.texts, context.now)


async def _turn(context: Context, work: Callable[[Context, Transaction], None]) -> None:
    await context.write(lambda tx: work(context, tx))


def _watch(context: Context, tx: Transaction, status: Status) -> None:
    message = pressed_message(context)
    if message is not None:
        chats.meet(tx, context.chat_id, context.language)  # who keeps it up to date writes in that language
        one = Watch(context.chat_id, message.message_id, status.broadcast.id, status.fingerprint)
        broadcasts.watch(tx, one)


def look_away(context: Context, tx: Transaction) -> None:
    """The pressed message will show something else: it is not to be overwritten."""
    message = pressed_message(context)
    if message is not None:
        broadcasts.unwatch(tx, context.chat_id, message.message_id)


async def stop_watching(context: Context) -> None:
    await _turn(context, look_away)
    context.services.broadcasts_changed()


async def show_list(context: Context) -> Screen | None:
    """The latest broadcasts; None where there has been none."""
    texts, event = context.texts, context.event
    latest = await broadcasts.recent(context.database.reads, context.event_id, RECENT)
    if not latest:
        return None
    await stop_listening(context)
    await stop_watching(context)
    rows = tuple(
        (
            button(
                shortened(
                    f"{SIGNS[one.state]} {_when(event, one)} {excerpt(one.content, LABEL_CHARACTERS)}",
                    LABEL_CHARACTERS,
                ),
                "broadcasts.status",
                one.id,
            ),
        )
        for one in latest
    )
    new = button(texts.label("broadcasts.button_new"), "broadcasts.new")
    return Screen(texts("broadcasts.list"), ((new,), *rows, (menu_button(texts),)))


def _when(event: Event, broadcast: Broadcast) -> str:
    instant = broadcast.started_at or broadcast.send_at
    return f"{event.local(instant):%d/%m %H.%M}" if instant else ""


async def status(context: Context, broadcast_id: str) -> Reply:
    """How far it is."""
    broadcast = await found(context, broadcast_id)
    await stop_listening(context)
    return await state(context, broadcast)


async def send(context: Context, broadcast_id: str) -> Reply:
    """Confirmed: it goes into the outbox for everybody it is for, or waits for its time."""
    key, organisers = (await found(context, broadcast_id)).id, context.services.organisers
    await stop_listening(context)
    return await state(
        context, await context.write(lambda tx: broadcasts.confirm(tx, key, organisers, context.now))
    )


async def send_now(context: Context, broadcast_id: str) -> Reply:
    """A scheduled one, before its time."""
    broadcast, organisers = await found(context, broadcast_id), context.services.organisers
    if broadcast.state == "draft":
        raise StaleButtonError
    return await state(
        context, await context.write(lambda tx: broadcasts.start(tx, broadcast.id, organisers, context.now))
    )


async def pause(context: Context, broadcast_id: str) -> Reply:
    key = (await found(context, broadcast_id)).id
    return await state(context, await context.write(lambda tx: broadcasts.pause(tx, key)))


async def resume(context: Context, broadcast_id: str) -> Reply:
    key = (await found(context, broadcast_id)).id
    return await state(context, await context.write(lambda tx: broadcasts.resume(tx, key)))


async def ask_stop(context: Context, broadcast_id: str) -> Reply:
    broadcast = await found(context, broadcast_id)
    if broadcast.state not in ("scheduled", "running", "paused"):
        return await state(context, broadcast)
    await stop_watching(context)
    counts = await broadcasts.counts(context.database.reads, broadcast.stream)
    label, key = context.texts.label, broadcast.id
    rows = (
        (button(label("broadcasts.button_stop"), "broadcasts.stop", key),),
        (button(label("broadcasts.button_back"), "broadcasts.status", key),),
    )
    text = context.texts("broadcasts.ask_stop", state=broadcast.state, counts=counts)
    return Screen(text, rows)


async def stop(context: Context, broadcast_id: str) -> Reply:
    """What has not been sent is not sent any more."""
    key = (await found(context, broadcast_id)).id
    return await state(context, await context.write(lambda tx: broadcasts.cancel(tx, key, context.now)))


async def report(context: Context, broadcast_id: str) -> Reply:
    """Who has got it and who has not, as XLSX; also while it is being sent."""
    from data.reports.broadcasts import workbook  # noqa: PLC0415 - heavy, and for organisers only

    broadcast = await found(context, broadcast_id)
    if broadcast.stream is None or not broadcast.leaves_traces:
        raise StaleButtonError
    event, texts, now = context.event, context.texts, context.now
    path = context.database.path
    segment = segment_name(broadcast.segment, event, texts)
    about = excerpt(broadcast.content, 200)
    again = button(texts.label("materials.button_again"), "broadcasts.report", broadcast.id)
    return Document(
        Upload(
            f"siaran-{broadcast.id}-{event.code}.xlsx",
            lambda: workbook(path, event, broadcast, about, segment, now),
        ),
        texts(
            "broadcasts.report_caption",
            about=excerpt(broadcast.content, EXCERPT_CHARACTERS),
            now=event.local(now),
        ),
        otherwise=Screen(texts("participants.not_sent"), ((again,), (menu_button(texts),)), anew=True),
    )
