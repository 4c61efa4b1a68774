"""``rakor emulator``: the Bot API emulator alone, for any bot."""

from __future__ import annotations

import click

from bot.clock import VirtualClock
from bot.demo import emulator_on
from bot.signals import stop_on_signals


async def serve(port: int) -> None:
    """Runs until it is told to stop. Raises PortTakenError."""
    stop = stop_on_signals()
    async with emulator_on(VirtualClock(), port) as emulator:
        click.echo(f"ready {emulator.url}")
        await stop.wait()
