"""The Bot API emulator: Telegram on this machine, for rehearsals and tests."""

from __future__ import annotations

from aiohttp import web

from bot.clock import VirtualClock
from bot.rehearsal.dispatch import carry_out
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters
from bot.rehearsal.server import make_application
from bot.rehearsal.webhook import Deliveries

HOST = "127.0.0.1"
"""The control side gives everything away, so nothing listens elsewhere."""
SHUTDOWN_SECONDS = 0.2


class Emulator:
    """Message dates, retention, expiry and limits follow the clock; waits on the network are real time."""

    def __init__(self, clock: VirtualClock) -> None:
        self._state = State(clock, Deliveries(clock.now, self._carry_out))
        self._runner: web.AppRunner | None = None
        self._port = 0
        clock.on_change(self._clock_changed)

    async def start(self, port: int = 0) -> None:
        """Listens on 127.0.0.1; port 0 takes a free one.

        Raises OSError when the port is taken.
        """
        self._state.feed.open()
        runner = web.AppRunner(
            make_application(self._state),
            access_log=None,
            shutdown_timeout=SHUTDOWN_SECONDS,
            handler_cancellation=True,
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, HOST, port)
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._port = int(runner.addresses[0][1])
        for bot in self._state.bots.values():
            if bot.webhook.url:
                self._state.deliveries.start(bot)

    async def stop(self) -> None:
        """Ends polls, streams and deliveries, and closes at once.

        What stands in the chats stays there: the emulator can be started again.
        """
        self._state.feed.close()
        for bot in self._state.bots.values():
            bot.updates.end_poll()
        await self._state.deliveries.close()
        await self._state.timers.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def state(self) -> State:
        return self._state

    async def first_poll(self) -> None:
        """Returns when the first getUpdates of any bot has arrived."""
        await self._state.first_poll.wait()

    async def _carry_out(self, bot: Bot, method: str, parameters: Parameters) -> None:
        await carry_out(self._state, bot, method, parameters)

    def _clock_changed(self) -> None:
        self._state.clock_changed()
