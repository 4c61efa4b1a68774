"""``rakor run``: the bot, its clock, its wall."""

from __future__ import annotations

import click

from bot.app import assembled, serve
from bot.clock import clock_of
from bot.config import Settings
from bot.signals import stop_on_signals


async def run(settings: Settings) -> None:
    """Serves until it is told to stop. Raises RakorError when it cannot start or go on."""
    stop = stop_on_signals()
    async with clock_of(settings) as clock, assembled(settings, clock) as parts:
        if settings.web.port is None:
            await serve(parts, stop)
            return
        from bot.web.board import Manner  # noqa: PLC0415
        from bot.web.wall import wall  # noqa: PLC0415 - only where a wall is wanted

        web, manner = settings.web, Manner(settings.wall.names, settings.wall.language)
        async with wall(parts, web.host, web.port or 0, web.public_url, manner) as address:
            click.echo(f"wall {address}", err=True)
            await serve(parts, stop)
