"""Ctrl-C and SIGTERM end the program in good order; a second Ctrl-C does not wait for what is in hand."""

from __future__ import annotations

import asyncio
import signal


def stop_on_signals() -> asyncio.Event:
    """Set at the first signal. To be called in the program's main task, which a second Ctrl-C cancels.

    A second SIGTERM changes nothing: supervisors tend to send it to the process and to its group.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGINT, _interrupted, stop, asyncio.current_task())
    return stop


def _interrupted(stop: asyncio.Event, main: asyncio.Task[None] | None) -> None:
    if stop.is_set() and main is not None:
        main.cancel()
    stop.set()
