"""The one place where the parts are put together, and taken apart in reverse."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.bootstrap import database_at, load_event
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.sender import Sender
from bot.housekeeping import Housekeeping
from bot.instance import only_instance
from bot.reminders import Reminders
from bot.telegram.bot import TelegramBot
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.limiter import Limiter, Limits
from bot.telegram.polling import Poller
from data import anonymity, facts
from data.database import Database
from data.errors import RakorError
from handlers.commands import menus
from handlers.context import Context, Programme, RakorApplication, Services
from handlers.routes import handlers

logger = logging.getLogger(__name__)

SHUTDOWN_SECONDS = 10.0
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
        bot = _bot(settings, clock, token)
        rules = settings.reminders.rules()
        anonymous = anonymity.load(anonymity.key_file(settings.database.path))
        sender = Sender(database, bot, programme, anonymous, rules, clock)
        rate = _limits(settings).bulk_per_second
        reminders = Reminders(database, programme, rules, rate, clock, sender.wake)
        services = Services(
            database=database,
            programme=programme,
            anonymity=anonymous,
            organisers=settings.organisers.ids,
            now=clock.now,
            call=bot.call,
            outbox_changed=sender.wake,
            rules=rules,
        )
        application = _application(bot, services)
        stack.push_async_callback(_shut_down, application)
        await _initialize(application, settings)
        await database.write(lambda tx: facts.remember(tx, facts.BOT_USERNAME, bot.username))
        dispatcher = Dispatcher(database, application, clock.now, sender.wake)
        stack.push_async_callback(dispatcher.drain, grace_seconds)
        await dispatcher.resume()
        await reminders.start()
        stack.push_async_callback(reminders.stop)
        housekeeping = Housekeeping(database, programme, clock, sender.wake, reminders.replan)
        loops = (
            _updates(bot, dispatcher, settings, clock),
            sender.run(),
            housekeeping.run(),
            _announce_commands(bot, settings),
        )
        yield Parts(database, programme, bot, clock, loops)


def _updates(
    bot: TelegramBot, dispatcher: Dispatcher, settings: Settings, clock: Clock
) -> Coroutine[Any, Any, None]:
    """Where updates come from."""
    if settings.telegram.mode == "polling":
        return Poller(bot, dispatcher, clock.now).run()
    from bot.telegram.webhook import Webhook  # noqa: PLC0415 - only where it is wanted

    return Webhook(bot, dispatcher, settings.telegram, settings.web.host, clock.now).run()


def _bot(settings: Settings, clock: Clock, token: str) -> TelegramBot:
    return TelegramBot(token, settings.telegram.base_url, Limiter(_limits(settings), clock))


def _limits(settings: Settings) -> Limits:
    limits = settings.limits
    return Limits(limits.per_second, limits.per_chat, limits.per_group_minute)


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


async def _announce_commands(bot: TelegramBot, settings: Settings) -> None:
    """The command menus; an organiser who has not started the bot yet gets theirs at the next start."""
    for menu in menus(sorted(settings.organisers.ids)):
        with suppress(TelegramError):
            await bot.call("setMyCommands", menu)
    await asyncio.Event().wait()
