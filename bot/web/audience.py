"""Those who look at the walls: one look at the database and one rendering a change, shared by all of them.

Who comes gets the whole wall, later what has changed; who is slow skips what is no longer true.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import web

from bot.app import Parts
from bot.web import board
from bot.web.board import Board, Manner, Scene
from bot.web.rendering import parts_of
from data import walls
from data.events import StoredEvent
from data.room_codes import STEP_SECONDS, seconds_left

logger = logging.getLogger(__name__)

LOOK_SECONDS, SHORTEST_LOOK_SECONDS = 0.4, 0.05
BEAT_SECONDS = 10.0
"""Between signs of life: a page that hears none connects anew."""

NOTHING = b"{}"


@dataclass
class Channel:
    """One wall while somebody looks at it."""

    room: str
    secret: str
    viewers: int = 0
    version: int = 0
    board: Board | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    whole: bytes = NOTHING
    change: bytes = NOTHING
    is_closed: bool = False
    turned: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, new: Board, manner: Manner) -> None:
        """Renders what is new; nothing where nothing is."""
        if new == self.board:
            return
        parts = parts_of(new, manner.language)
        changed = {name: html for name, html in parts.items() if self.parts.get(name) != html}
        if not changed:
            return
        is_rebuilt = "frame" in changed
        self.board, self.parts, self.whole = new, parts, _encoded(parts)
        self._turn(self.whole if is_rebuilt else _encoded(changed))

    def tick(self) -> None:
        """The same wall, while the time has been moved."""
        if self.version:
            self._turn(NOTHING)

    def close(self) -> None:
        self.is_closed = True
        self.turned.set()

    def _turn(self, change: bytes) -> None:
        self.version += 1
        self.change = change
        self.turned.set()
        self.turned = asyncio.Event()


class Audience:
    def __init__(self, parts: Parts, manner: Manner) -> None:
        self._database = parts.database
        self._programme = parts.programme
        self._bot = parts.bot
        self._clock = parts.clock
        self._manner = manner
        self._channels: dict[str, Channel] = {}
        self._rooms: Mapping[str, str] = {}
        self._known: StoredEvent | None = None
        self._woken = asyncio.Event()
        self._is_moved = False
        parts.clock.on_change(self._move)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._woken.clear()
            try:
                await self._look()
            except Exception:  # the edge: a failed look must not end the wall
                logger.exception("the walls were not brought up to date", extra={"action": "look"})
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pause() if self._channels else None):
                    await self._woken.wait()

    def close(self) -> None:
        """Lets everybody go."""
        for channel in self._channels.values():
            channel.close()

    async def room_of(self, secret: str) -> str | None:
        """Whose address it is; None for an address that is none (any more)."""
        await self._refresh()
        return next((room for room, known in self._rooms.items() if known == secret), None)

    async def send(self, secret: str, response: web.StreamResponse) -> None:
        """Server-sent events until the viewer goes, the address is revoked, or the end comes."""
        channel = await self._join(secret)
        if channel is None:
            return
        channel.viewers += 1
        try:
            await self._follow(channel, response)
        finally:
            channel.viewers -= 1
            if not channel.viewers and self._channels.get(secret) is channel:
                del self._channels[secret]

    async def _join(self, secret: str) -> Channel | None:
        room = await self.room_of(secret)
        if room is None:
            return None
        if secret not in self._channels:
            self._channels[secret] = Channel(room, secret)
            self._woken.set()
        return self._channels[secret]

    async def _follow(self, channel: Channel, response: web.StreamResponse) -> None:
        seen = 0
        while not channel.is_closed:
            turned = channel.turned
            if channel.version == seen:
                try:
                    async with asyncio.timeout(BEAT_SECONDS):
                        await turned.wait()
                except TimeoutError:
                    await response.write(self._message(NOTHING))
                continue
            is_next = seen and channel.version == seen + 1
            seen, payload = channel.version, channel.change if is_next else channel.whole
            await response.write(self._message(payload))

    def _message(self, parts: bytes) -> bytes:
        """``left`` and ``period``: real seconds of the code's countdown; null while time stands still."""
        now = self._clock.now()
        left = self._clock.real_seconds_until(now + seconds_left(now))
        period = self._clock.real_seconds_until(self._clock.now() + STEP_SECONDS)
        head = {"left": round(left, 3), "period": round(period, 3)} if period != float("inf") else {}
        times = json.dumps({"left": None, "period": None} | head)
        return b'data: {"times":' + times.encode() + b',"parts":' + parts + b"}\n\n"

    def _pause(self) -> float:
        """Until the next look: at the latest when the code changes."""
        now = self._clock.now()
        until_next_code = self._clock.real_seconds_until(now + seconds_left(now))
        return max(SHORTEST_LOOK_SECONDS, min(LOOK_SECONDS, until_next_code))

    def _move(self) -> None:
        self._is_moved = True
        self._woken.set()

    async def _look(self) -> None:
        await self._refresh()
        for secret, channel in list(self._channels.items()):
            if self._rooms.get(channel.room) != secret:
                channel.close()
        if not self._channels:
            return
        is_moved, self._is_moved = self._is_moved, False
        current = await self._scene()
        for channel in self._channels.values():
            channel.show(board.board(current, channel.room), self._manner)
            if is_moved:
                channel.tick()

    async def _refresh(self) -> None:
        """The addresses as they are now, also of rooms that the agenda has only just."""
        stored = self._programme.stored
        if stored is not self._known:
            await self._database.write(lambda tx: walls.ensure(tx, stored.id, stored.event))
            self._known = stored
        self._rooms = await walls.addresses(self._database.lookups, stored.id)

    async def _scene(self) -> Scene:
        now, username = self._clock.now(), self._bot.username
        return await board.scene(self._database.reads, self._programme.stored, now, username, self._manner)


def _encoded(parts: Mapping[str, str]) -> bytes:
    """JSON on one line, as an event needs it."""
    return json.dumps(parts, ensure_ascii=False).encode()
