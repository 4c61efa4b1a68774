"""``rakor run``: the bot, its clock, its wall."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import click

from bot.app import assembled, serve
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.signals import stop_on_signals


async def run(settings: Settings) -> None:
    """Serves until it is told to stop. Raises RakorError when it cannot start or go on."""
    stop = stop_on_signals()
    async with _clock(settings) as clock, assembled(settings, clock) as parts:
        if settings.web.port is None:
            await serve(parts, stop)
            return
        from bot.web.wall import Manner, wall  # noqa: PLC0415 - only where a wall is wanted

        web, manner = settings.web, Manner(settings.wall.names, settings.wall.language)
        async with wall(parts, web.host, web.port or 0, web.public_url, manner) as address:
            click.echo(f"wall {address}", err=True)
            await serve(parts, stop)


@asynccontextmanager
async def _clock(settings: Settings) -> AsyncIterator[Clock]:
    """The machine's time or, in a rehearsal, the emulator's."""
    if not settings.rehearsal.clock:
        yield SystemClock()
        return
    from bot.rehearsal.follow import follow  # noqa: PLC0415 - only in a rehearsal

    clock = await follow(settings.telegram.base_url)
    task = asyncio.create_task(clock.run())
    try:
        yield clock
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
