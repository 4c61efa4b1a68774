"""A clock that follows an emulator's in another process."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime

import aiohttp

from bot.clock import VirtualClock
from data.errors import RakorError

RECONNECT_SECONDS = 1.0


class NoEmulatorError(RakorError):
    """Nothing answers where the emulator's clock should be."""


class FollowedClock(VirtualClock):
    """Runs as the emulator's clock does, and jumps when that one jumps."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._control = f"{base_url}/_emulator"

    async def read(self) -> None:
        """Takes the emulator's time over. Raises aiohttp.ClientError and TimeoutError."""
        timeout = aiohttp.ClientTimeout(total=5)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{self._control}/clock") as response,
        ):
            self._take(await response.json())

    async def run(self) -> None:
        """Until cancelled; the emulator may come and go."""
        while True:
            try:
                await self._listen()
            except (aiohttp.ClientError, TimeoutError, OSError):
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen(self) -> None:
        """Reads once it listens, so that no change falls between the two."""
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=5)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{self._control}/events") as response,
        ):
            await self.read()
            async for line in response.content:
                if line.startswith(b"data:"):
                    event = json.loads(line.removeprefix(b"data:"))
                    if event.get("type") == "clock":
                        self._take(event)

    def _take(self, told: dict[str, str | float]) -> None:
        self.set(datetime.fromisoformat(str(told["now"])).timestamp(), float(told["speed"]))


async def follow(base_url: str) -> FollowedClock:
    """A clock set to the emulator's time. Raises NoEmulatorError."""
    clock = FollowedClock(base_url)
    try:
        await clock.read()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError):
        raise NoEmulatorError(
            f"No emulator answers at {base_url}. Start it with `rakor emulator`, "
            "or set [rehearsal] clock = false."
        ) from None
    return clock
