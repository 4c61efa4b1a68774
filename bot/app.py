"""The one place where the parts are put together, and taken apart in reverse."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.bootstrap import database_at, load_event
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.broadcasts import Broadcasts
from bot.delivery.sender import Sender
from bot.housekeeping import Housekeeping
from bot.instance import only_instance
from bot.lists import ListSchedule
from bot.reminders import Reminders
from bot.telegram.bot import TelegramBot
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.limiter import Limiter, Limits
from bot.telegram.persistence import persistently
from bot.telegram.polling import Poller
from data import anonymity, committee, facts, helpdesk
from data.database import Database, Transaction
from data.errors import RakorError
from handlers.commands import menus
from handlers.context import Context, Programme, RakorApplication, Services
from handlers.deliveries import Means
from handlers.routes import handlers

logger = logging.getLogger(__name__)

SHUTDOWN_SECONDS = 10.0
PREPARE_SECONDS = 0.5
"""Real seconds after the start: the first poll is on its way by then."""
COLLECTOR_THRESHOLDS = (20_000, 50, 100)


class StartError(RakorError):
    """The bot cannot start; the text says why and what to do."""


@dataclass(frozen=True)
class Parts:
    """What runs, and what else wants to look at it."""

    database: Database
    programme: Programme
    bot: TelegramBot
    clock: Clock
    loops: tuple[Awaitable[None], ...]


async def run(settings: Settings, clock: Clock, stop: asyncio.Event) -> None:
    """Serves until ``stop``. Raises RakorError when it cannot start or go on."""
    async with assembled(settings, clock) as parts:
        await serve(parts, stop)


async def serve(parts: Parts, stop: asyncio.Event) -> None:
    """Runs the loops until ``stop``, or until one of them raises."""
    _spare_the_collector()
    loops = [asyncio.ensure_future(loop) for loop in parts.loops]
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait([*loops, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (*loops, stopping):
            task.cancel()
        await asyncio.gather(*loops, stopping, return_exceptions=True)
    for loop in loops:
        if not loop.cancelled() and (error := loop.exception()):
            raise error


def _spare_the_collector() -> None:
    """What the start has made stays to the end, and updates make no cycles worth looking for so often.

    A fifth more updates a second (``python -m benchmarks delivery``).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR_THRESHOLDS)


@asynccontextmanager
async def assembled(
    settings: Settings, clock: Clock, grace_seconds: float = SHUTDOWN_SECONDS
) -> AsyncIterator[Parts]:
    """Everything built and started but the loops; and closed in reverse.

    At the end, what is in hand has ``grace_seconds`` to finish.
    """
    token = settings.telegram.token.get_secret_value()
    if not token:
        raise StartError(
            "There is no token. Ask @BotFather for one and put it into [telegram] token of the "
            "configuration, or into the environment as TELEGRAM_TOKEN."
        )
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.database.path))
        database = await stack.enter_async_context(database_at(settings.database.path))
        programme = Programme(await load_event(database, settings.event.file))
        limits = _limits(settings)
        limiter = Limiter(limits, clock)
        bot = TelegramBot(token, settings.telegram.base_url, limiter)
        means = _means(settings, database)
        sender = Sender(bot, programme, means, clock, limits)
        broadcasts = Broadcasts(database, bot, programme, settings.organisers.ids, clock, sender.wake)
        reminders = Reminders(database, programme, means.rules, limits.bulk_per_second, clock, sender.wake)
        services = Services(
            database=database,
            programme=programme,
            anonymity=means.anonymity,
            organisers=settings.organisers.ids,
            moderators=settings.organisers.ids | settings.organisers.moderators,
            now=clock.now,
            call=bot.call,
            is_crowded=limiter.is_crowded,
            outbox_changed=sender.wake_soon,
            rules=means.rules,
            broadcasts_changed=broadcasts.wake,
            letterhead=means.letterhead,
            remind_seconds=settings.organisers.remind_minutes * 60,
        )
        await database.write(lambda tx: _configure_committee(tx, settings, services))
        application = _application(bot, services)
        stack.push_async_callback(_shut_down, application)
        await _initialize(application, settings)
        await database.write(lambda tx: _begin(tx, bot.username))
        dispatcher = Dispatcher(database, application, clock.now, sender.wake)
        stack.push_async_callback(dispatcher.drain, grace_seconds)
        await dispatcher.resume()
        await reminders.start()
        stack.push_async_callback(reminders.stop)
        schedule = _list_schedule(settings, database, programme, clock, sender.wake)

        def agenda_changed() -> None:
            reminders.replan()
            schedule.replan()

        housekeeping = Housekeeping(database, programme, clock, sender.wake, agenda_changed)
        loops = (
            _updates(bot, dispatcher, settings, clock),
            sender.run(),
            housekeeping.run(),
            broadcasts.run(),
            schedule.run(),
            _announce_commands(bot, settings),
            _prepare(programme),
        )
        yield Parts(database, programme, bot, clock, loops)


def _means(settings: Settings, database: Database) -> Means:
    key = anonymity.key_file(settings.database.path)
    return Means(database, settings.reminders.rules(), anonymity.load(key), settings.report.letterhead())


def _configure_committee(tx: Transaction, settings: Settings, services: Services) -> None:
    """The group named in the configuration, where that is another one than at the last start."""
    if committee.configure(tx, settings.organisers.group):
        helpdesk.readdress(tx, services.desk, services.now())


def _begin(tx: Transaction, username: str) -> None:
    """What is known of this process; a wall says itself where it is."""
    facts.remember(tx, facts.BOT_USERNAME, username)
    facts.forget(tx, facts.WALL_ADDRESS)


def _list_schedule(
    settings: Settings,
    database: Database,
    programme: Programme,
    clock: Clock,
    outbox_changed: Callable[[], None],
) -> ListSchedule:
    report = settings.report
    organisers = settings.organisers.ids if report.after_session else ()
    seconds_after = report.minutes_after * 60
    return ListSchedule(database, programme, organisers, seconds_after, clock, outbox_changed)


def _updates(
    bot: TelegramBot, dispatcher: Dispatcher, settings: Settings, clock: Clock
) -> Coroutine[Any, Any, None]:
    """Where updates come from."""
    if settings.telegram.mode == "polling":
        return Poller(bot, dispatcher, clock.now).run()
    from bot.telegram.webhook import Webhook  # noqa: PLC0415 - only where it is wanted

    return Webhook(bot, dispatcher, settings.telegram, settings.web.host, clock.now).run()


def _limits(settings: Settings) -> Limits:
    limits = settings.limits
    return Limits(limits.per_second, limits.per_chat, limits.per_group_minute, limits.paid_per_second)


def _application(bot: TelegramBot, services: Services) -> RakorApplication:
    builder: Any = ApplicationBuilder()
    application: RakorApplication = (
        builder.application_class(RakorApplication, kwargs={"services": services})
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.add_handlers(handlers())
    return application


async def _initialize(application: RakorApplication, settings: Settings) -> None:
    """getMe proves the token."""
    try:
        await application.initialize()
    except InvalidToken:
        raise StartError(
            "Telegram does not accept the token. Copy it anew from @BotFather (/mybots, API Token)."
        ) from None
    except (NetworkError, RetryAfter) as error:
        raise StartError(
            f"No answer from {settings.telegram.base_url} ({error.message}). "
            "Check the network and [telegram] base_url."
        ) from None


async def _shut_down(application: RakorApplication) -> None:
    """Closes the connections, also of an application that did not get as far as being initialized."""
    await application.shutdown()
    await application.bot.shutdown()


async def _prepare(programme: Programme) -> None:
    """Reads the words of the answers in a thread while nobody asks yet: the first one finds them there."""
    await asyncio.sleep(PREPARE_SECONDS)
    await asyncio.to_thread(lambda: programme.engine)
    await asyncio.Event().wait()


async def _announce_commands(bot: TelegramBot, settings: Settings) -> None:
    """The command menus; an organiser who has not started the bot yet gets theirs at the next start."""
    organisers, moderators = settings.organisers.ids, settings.organisers.moderators
    for menu in menus(sorted(organisers), sorted(moderators - organisers)):
        with suppress(TelegramError):
            await persistently(partial(bot.call, "setMyCommands", menu))
    await asyncio.Event().wait()
