"""Ctrl-C and SIGTERM end the program in good order; a second one ends it at once."""

from __future__ import annotations

import asyncio
import signal

INTERRUPTED = 130


def stop_on_signals() -> asyncio.Event:
    """Set at the first signal."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _signalled, stop)
    return stop


def _signalled(stop: asyncio.Event) -> None:
    if stop.is_set():
        raise SystemExit(INTERRUPTED)
    stop.set()
