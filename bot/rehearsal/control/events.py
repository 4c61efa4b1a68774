"""The stream of events (SSE) that the page lives on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from bot.rehearsal.model.state import State

KEEP_ALIVE_SECONDS = 15


def stream_events(state: State) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        # whoever listened may have gone
        with state.feed.reader() as events, suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b": connected\n\n")
            while (line := await _next(events)) is not None:
                await response.write(line)
        return response

    return handle


async def _next(events: asyncio.Queue[dict[str, object] | None]) -> bytes | None:
    """The next event, a comment that keeps the connection alive, or None at the end."""
    try:
        event = await asyncio.wait_for(events.get(), KEEP_ALIVE_SECONDS)
    except TimeoutError:
        return b": alive\n\n"
    return None if event is None else f"data: {json.dumps(event)}\n\n".encode()
