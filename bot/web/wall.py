"""The projector walls: what is on in a room, the code to check in with, who is here; at secret addresses."""

from __future__ import annotations

import asyncio
import resource
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.app import Parts
from bot.web.audience import Audience
from bot.web.board import Manner
from bot.web.rendering import page
from data import facts, walls
from data.errors import RakorError

PARTS: web.AppKey[Parts] = web.AppKey("parts", Parts)
MANNER: web.AppKey[Manner] = web.AppKey("manner", Manner)
AUDIENCE: web.AppKey[Audience] = web.AppKey("audience", Audience)

ADDRESS = r"/{secret:[A-Za-z0-9_-]{16,64}}"
OPEN_FILES = 8192
"""Each viewer holds one; most systems begin with 1,024."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class WebError(RakorError):
    """The wall's address cannot be taken."""


@asynccontextmanager
async def wall(
    parts: Parts, host: str, port: int, public_url: str | None = None, manner: Manner | None = None
) -> AsyncIterator[str]:
    """Serves the walls; yields the overview's address. Raises WebError where the port is taken."""
    _allow_many_viewers()
    application = _application(parts, manner or Manner())
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    looking = asyncio.create_task(application[AUDIENCE].run())
    try:
        await _listen(runner, host, port)
        base = public_url or "http://{}:{}".format(*runner.addresses[0][:2])
        await parts.database.write(lambda tx: facts.remember(tx, facts.WALL_ADDRESS, base))
        yield f"{base}/{await _overview(parts)}"
        await parts.database.write(lambda tx: facts.forget(tx, facts.WALL_ADDRESS))
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)
        await runner.cleanup()


def _application(parts: Parts, manner: Manner) -> web.Application:
    application = web.Application()
    application[PARTS], application[MANNER] = parts, manner
    application[AUDIENCE] = Audience(parts, manner)
    application.on_shutdown.append(_close)
    application.add_routes([web.get(ADDRESS, _page), web.get(f"{ADDRESS}/events", _events)])
    return application


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port, backlog=1024).start()
    except OSError as error:
        raise WebError(
            f"The wall cannot listen on {host}:{port} ({error.strerror}). Choose another [web] port."
        ) from error


async def _overview(parts: Parts) -> str:
    stored = parts.programme.stored
    await parts.database.write(lambda tx: walls.ensure(tx, stored.id, stored.event))
    return (await walls.addresses(parts.database.reads, stored.id))[walls.OVERVIEW]


def _allow_many_viewers() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def _page(request: web.Request) -> web.Response:
    await _require(request)
    manner, nonce = request.app[MANNER], secrets.token_urlsafe(16)
    title = request.app[PARTS].programme.stored.event.short_title
    headers = HEADERS | {"Content-Security-Policy": POLICY.format(nonce=nonce)}
    return web.Response(text=page(title, nonce, manner.language), content_type="text/html", headers=headers)


async def _events(request: web.Request) -> web.StreamResponse:
    """The wall, and whatever changes on it, as server-sent events."""
    await _require(request)
    response = web.StreamResponse(
        headers=HEADERS | {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    with suppress(ConnectionError):  # whoever looked has gone
        await request.app[AUDIENCE].send(request.match_info["secret"], response)
    return response


async def _require(request: web.Request) -> None:
    """Raises HTTPNotFound at every address but those of walls."""
    if await request.app[AUDIENCE].room_of(request.match_info["secret"]) is None:
        raise web.HTTPNotFound


async def _close(application: web.Application) -> None:
    """Those who look on are let go before the database closes."""
    application[AUDIENCE].close()
