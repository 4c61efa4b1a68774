"""The projector wall: what is on, in which room, the code to check in with, how many are present."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import Any

import segno
from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.app import Parts
from data import attendance, facts, room_codes
from data.attendance import sessions_with_code
from data.errors import RakorError
from data.event import Session
from handlers.attendance import link
from handlers.texts import clock_time, full_name, long_date, zone_name

LOOK_SECONDS = 1.0
PARTS: web.AppKey[Parts] = web.AppKey("parts", Parts)
CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)


class WebError(RakorError):
    """The wall's address cannot be taken."""


@asynccontextmanager
async def wall(parts: Parts, host: str, port: int, public_url: str | None = None) -> AsyncIterator[str]:
    """Serves the wall at a secret address, which it yields. Raises WebError where the port is taken."""
    secret = await parts.database.write(
        lambda tx: facts.remember_first(tx, facts.WALL_SECRET, secrets.token_urlsafe(12))
    )
    application = web.Application()
    application[PARTS], application[CLOSING] = parts, asyncio.Event()
    application.on_shutdown.append(_close)
    application.add_routes([web.get(f"/{secret}", _page), web.get(f"/{secret}/events", _events)])
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise WebError(
                f"The wall cannot listen on {host}:{port} ({error.strerror}). Choose another [web] port."
            ) from error
        bound = runner.addresses[0]
        yield f"{public_url or f'http://{bound[0]}:{bound[1]}'}/{secret}"
    finally:
        await runner.cleanup()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("bot.web"), autoescape=True, undefined=StrictUndefined, enable_async=True
    )
    return environment.get_template("wall.html")


async def _page(request: web.Request) -> web.Response:
    state = await _state(request.app[PARTS])
    html = await _template().render_async(state=state)
    return web.Response(text=html, content_type="text/html", headers={"Referrer-Policy": "no-referrer"})


async def _events(request: web.Request) -> web.StreamResponse:
    """The state whenever it changes, as server-sent events."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    await response.prepare(request)
    closing, last = request.app[CLOSING], ""
    try:
        while not closing.is_set():
            state = json.dumps(await _state(request.app[PARTS]))
            if state != last:
                await response.write(f"data: {state}\n\n".encode())
                last = state
            with suppress(TimeoutError):
                await asyncio.wait_for(closing.wait(), LOOK_SECONDS)
    except ConnectionResetError:
        pass  # whoever looked has gone
    return response


async def _close(application: web.Application) -> None:
    """Those who look on are let go before the database closes."""
    application[CLOSING].set()


async def _state(parts: Parts) -> dict[str, Any]:
    stored = parts.programme.stored
    event, instant = stored.event, parts.clock.now()
    now = event.local(instant)
    codes = await room_codes.codes(parts.database.reads, stored.id, instant)
    coded = sessions_with_code(event, instant)
    shown = [one for one in event.sessions if one.is_running(now) or one in coded]
    upcoming = event.upcoming(now)
    return {
        "event": event.short_title,
        "date": long_date("id", now.date()),
        "time": f"{clock_time(now)} {zone_name(now)}",
        "sessions": [await _session(parts, one, codes.get(one.id)) for one in shown],
        "next": "; ".join(f"{full_name(one)} ({clock_time(one.start)})" for one in upcoming),
    }


async def _session(parts: Parts, session: Session, code: str | None) -> dict[str, Any]:
    stored = parts.programme.stored
    room = stored.event.room_of(session)
    is_open = code is not None and session in sessions_with_code(stored.event, parts.clock.now())
    target = link(parts.bot.username, code) if code and is_open else None
    return {
        "name": full_name(session),
        "time": f"{clock_time(session.start)}–{clock_time(session.end)}",
        "place": f"{room.name}, {room.floor}" if room.floor else room.name,
        "attendance": session.attendance,
        "present": await attendance.count(parts.database.reads, stored.id, session.id),
        "code": code if is_open else None,
        "qr": segno.make_qr(target).svg_data_uri(border=2) if target else None,
    }
