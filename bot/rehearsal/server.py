"""The HTTP side: the Bot API as Telegram's server speaks it, and the control calls beside it."""

from __future__ import annotations

import json
from importlib.resources import files

from aiohttp import web

from bot.rehearsal.control.routes import control_routes
from bot.rehearsal.dispatch import Reply, carry_out, refused
from bot.rehearsal.errors import ApiError, unauthorized
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.files import MAX_DOWNLOAD_BYTES
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import MAX_BODY_BYTES, read_parameters

NO_PAGE = "The chat page is not part of this installation: bot/rehearsal/page.html is missing."


def make_application(state: State) -> web.Application:
    api = BotApi(state)
    application = web.Application(client_max_size=MAX_BODY_BYTES)
    application.add_routes(
        [
            web.get("/", page),
            web.route("*", "/bot{token}/{method}", api.call),
            web.get("/file/bot{token}/{path:.+}", api.download),
            *control_routes(state),
            web.route("*", "/{anything:.*}", not_found),
        ]
    )
    return application


class BotApi:
    def __init__(self, state: State) -> None:
        self._state = state

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            bot = self._bot(request.match_info["token"])
            parameters = await read_parameters(request)
        except ApiError as error:
            return _answer(request, refused(error))
        return _answer(request, await carry_out(self._state, bot, method, parameters))

    def _bot(self, token: str) -> Bot:
        bot = self._state.bot(token)
        if bot is None or not bot.valid:
            raise unauthorized()
        return bot

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file by the file_path of getFile."""
        try:
            self._bot(request.match_info["token"])
        except ApiError as error:
            return _answer(request, refused(error))
        file = self._state.files.at(request.match_info["path"])
        if file is None or len(file.content) > MAX_DOWNLOAD_BYTES:
            return await not_found(request)
        return web.Response(body=file.content, content_type="application/octet-stream")


def _answer(request: web.Request, reply: Reply) -> web.StreamResponse:
    if reply.body is not None:
        body = json.dumps(reply.body, separators=(",", ":")).encode()
        return web.Response(
            body=body, status=reply.status, content_type="application/json", headers=reply.headers
        )
    if reply.html is not None:
        return web.Response(text=reply.html, status=reply.status, content_type="text/html")
    if request.transport is not None:
        request.transport.close()
    return web.Response(status=500)


async def not_found(request: web.Request) -> web.StreamResponse:  # noqa: ARG001 - a route's signature
    return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)


async def page(request: web.Request) -> web.StreamResponse:  # noqa: ARG001 - a route's signature
    """The chat page, read anew each time so that it can be worked on."""
    resource = files("bot.rehearsal") / "page.html"
    if not resource.is_file():
        return web.Response(text=NO_PAGE, status=404)
    return web.Response(body=resource.read_bytes(), content_type="text/html", charset="utf-8")
