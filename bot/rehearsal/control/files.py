"""The bytes of files, for the page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web

from bot.rehearsal.model.state import State


def serve_file(state: State) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        file = state.files.find_of_any_bot(request.match_info["file_id"])
        if file is None:
            return web.json_response({"error": "There is no file of that file_id."}, status=400)
        name = quote(file.file_name or file.path.rpartition("/")[2])
        headers = {
            "Content-Type": file.content_type,
            "Content-Disposition": f"inline; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=file.content, headers=headers)

    return handle
