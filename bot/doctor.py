"""``rakor doctor``: one line a check, each with what to do."""

from __future__ import annotations

import asyncio
import email.utils
import os
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import aiohttp

from bot import config
from bot.bootstrap import database_at, other_event
from bot.config import ConfigError, Settings
from data import eventfile, events, inbox, outbox, reminders
from data.database import Reads
from data.errors import RakorError
from handlers.texts import clock_time, zone_name

TOLERATED_CLOCK_SECONDS = 5.0
SHOWN_UPDATES = 10


@dataclass(frozen=True)
class Diagnosis:
    state: Literal["ok", "warning", "error"]
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.state}: {self.subject}: {self.message}"


Check = Callable[[Settings], Awaitable[list[Diagnosis]]]


async def examine(path: Path) -> AsyncIterator[Diagnosis]:
    """All checks, as they are done; the later ones need a readable configuration."""
    try:
        settings = config.load(path)
    except ConfigError as error:
        for line in str(error).splitlines():
            yield Diagnosis("error", "configuration", line)
        return
    yield Diagnosis("ok", "configuration", f"{path} is readable")
    for check in CHECKS:
        for diagnosis in await check(settings):
            yield diagnosis


async def _write_access(settings: Settings) -> list[Diagnosis]:
    folder = settings.database.path.parent
    try:
        await asyncio.to_thread(_write_something, folder)
    except OSError as error:
        message = f"{folder} cannot be written ({error.strerror}); give the folder to the user of the bot"
        return [Diagnosis("error", "write access", message)]
    return [Diagnosis("ok", "write access", f"{folder} can be written")]


def _write_something(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"rakor")
        file.flush()
        os.fsync(file.fileno())


async def _event(settings: Settings) -> list[Diagnosis]:
    try:
        event = await asyncio.to_thread(eventfile.load, settings.event.file)
    except RakorError as error:
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more)" if others else ""
        return [Diagnosis("error", "event", f"{first}{more}; see `rakor check {settings.event.file}`")]
    return [Diagnosis("ok", "event", f"{event.short_title}, {len(event.sessions)} sessions")]


async def _database(settings: Settings) -> list[Diagnosis]:
    path = settings.database.path
    if not path.exists():
        return [Diagnosis("ok", "database", f"{path} will be made at the first start")]
    try:
        async with database_at(path) as database:
            (row,) = await database.reads.execute_fetchall("PRAGMA quick_check")
            stored = await events.current(database.reads)
            delivery = [*await _set_aside(database.reads), *await _undelivered(database.reads)]
            tally = await reminders.tally(database.reads)
    except (RakorError, sqlite3.Error) as error:
        return [Diagnosis("error", "database", str(error))]
    if row[0] != "ok":
        return [Diagnosis("error", "database", f"{path} is damaged ({row[0]}); restore the last backup")]
    name = stored.event.short_title if stored else "no event yet"
    found = [Diagnosis("ok", "database", f"{path}: {name}")]
    if stored and (other := await other_event(stored, settings.event.file)):
        found.append(Diagnosis("warning", "database", other))
    return [*found, *delivery, _reminders(tally)]


def _reminders(tally: reminders.Tally) -> Diagnosis:
    if not tally.dropped:
        return Diagnosis("ok", "reminders", f"{tally.sent} sent")
    message = (
        f"{tally.sent} sent, {tally.dropped} dropped because they would have come too late; "
        "look into the log for when the bot or the network was down"
    )
    return Diagnosis("warning", "reminders", message)


async def _set_aside(reads: Reads) -> list[Diagnosis]:
    """Updates the bot could not handle."""
    aside = await inbox.aside(reads)
    found = [Diagnosis("warning", "inbox", _told(one)) for one in aside[:SHOWN_UPDATES]]
    if len(aside) > SHOWN_UPDATES:
        found.append(Diagnosis("warning", "inbox", f"{len(aside) - SHOWN_UPDATES} more were laid aside"))
    return found


def _told(one: inbox.SetAside) -> str:
    since = datetime.fromtimestamp(one.received_at, UTC)
    return (
        f"after {one.attempts} attempts an update ({one.update_id}, {since:%Y-%m-%d %H:%M} UTC) was laid "
        "aside, and its sender has had an apology; that is an error of the program: pass this on to those "
        f"who maintain it: {one.failure}"
    )


async def _undelivered(reads: Reads) -> list[Diagnosis]:
    """What waits, and what did not arrive, by cause."""
    waiting = (await outbox.counts_by_state(reads)).get("waiting", 0)
    found = [Diagnosis("ok", "outbox", f"{_messages(waiting)} waiting")]
    failures = await outbox.failures(reads)
    put_off = await outbox.put_off(reads)
    if put_off.number:
        failures.append(put_off)
    for failure in failures:
        state, sentence = FOLLOW_UPS[failure.cause]
        message = sentence.format(messages=_messages(failure.number), example=failure.example)
        found.append(Diagnosis(state, "outbox", message))
    return found


def _messages(number: int) -> str:
    return f"{number} message" if number == 1 else f"{number} messages"


FOLLOW_UPS: Mapping[outbox.Cause, tuple[Literal["ok", "warning"], str]] = {
    "blocked": (
        "ok",
        "{messages} did not arrive because the receivers have blocked the bot; they are left out until they "
        "write to it again, and there is nothing to do",
    ),
    "deactivated": (
        "ok",
        "{messages} did not arrive because the accounts do not exist any more; they are left out, and there "
        "is nothing to do",
    ),
    "not_found": (
        "warning",
        "{messages} did not arrive because the receivers have never started the bot; ask them, organisers "
        "above all, to send it /start",
    ),
    "too_long": (
        "warning",
        "{messages} did not arrive: longer than Telegram takes ({example}); write less, or in parts, and "
        "send it anew",
    ),
    "network": (
        "warning",
        "the network has put off {messages} ({example}), to be sent by itself; if that lasts, check the line",
    ),
    "other": (
        "warning",
        "{messages} did not arrive: refused by Telegram; that is an error of the program: pass this on to "
        "those who maintain it: {example}",
    ),
}
"""What each cause means for the operator, and what to do."""


async def _telegram(settings: Settings) -> list[Diagnosis]:
    """getMe proves the token; the answer's date, the clock."""
    telegram = settings.telegram
    token = telegram.token.get_secret_value()
    if not token:
        return [Diagnosis("error", "token", "there is none; put it into [telegram] token or TELEGRAM_TOKEN")]
    timeout = aiohttp.ClientTimeout(total=10)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{telegram.base_url}/bot{token}/getMe") as response,
        ):
            answer = await response.json(content_type=None)
            date = response.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        message = f"no answer from {telegram.base_url} ({type(error).__name__}); check the network"
        return [Diagnosis("error", "token", message)]
    if not isinstance(answer, dict) or not answer.get("ok"):
        return [Diagnosis("error", "token", "Telegram refuses it; copy it anew from @BotFather")]
    token_line = Diagnosis("ok", "token", f"@{answer['result']['username']}")
    return [token_line, *_clock(settings, date)]


def _clock(settings: Settings, date: str | None) -> list[Diagnosis]:
    if not date or settings.rehearsal.clock:
        return []
    away = abs((datetime.now(UTC) - email.utils.parsedate_to_datetime(date)).total_seconds())
    if away > TOLERATED_CLOCK_SECONDS:
        message = f"{away:.0f} s away from Telegram's; switch time synchronisation on (timedatectl)"
        return [Diagnosis("warning", "clock", message)]
    return [Diagnosis("ok", "clock", "agrees with Telegram's")]


async def _zone(settings: Settings) -> list[Diagnosis]:
    try:
        event = await asyncio.to_thread(eventfile.load, settings.event.file)
    except RakorError:
        return []
    now = event.local(datetime.now(UTC).timestamp())
    return [Diagnosis("ok", "zone", f"{event.timezone}: it is {clock_time(now)} {zone_name(now)}")]


async def _organisers(settings: Settings) -> list[Diagnosis]:
    if settings.organisers.ids:
        return [Diagnosis("ok", "organisers", f"{len(settings.organisers.ids)} named")]
    message = "none named; put their Telegram ids into [organisers] ids, or nobody gets the questions"
    return [Diagnosis("warning", "organisers", message)]


CHECKS: tuple[Check, ...] = (_write_access, _event, _zone, _organisers, _database, _telegram)
