"""PTB's bot, with two doors more: calls as plain data, and updates as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from telegram import InputFile
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.telegram.commit import committed
from bot.telegram.limiter import Lane, Limiter
from bot.telegram.request import READ_SECONDS, AiohttpRequest, PlainData

POLL_SECONDS = 30


class TelegramBot(ExtBot[Lane]):
    """Talks to the Bot API at ``base_url`` (the root, without ``/bot``)."""

    def __init__(self, token: str, base_url: str, limiter: Limiter) -> None:
        self._api = AiohttpRequest()
        self._polls = AiohttpRequest(read_seconds=POLL_SECONDS + READ_SECONDS, connections=2)
        self._limiter = limiter
        super().__init__(
            token,
            base_url=f"{base_url}/bot",
            base_file_url=f"{base_url}/file/bot",
            request=self._api,
            get_updates_request=self._polls,
            rate_limiter=limiter,
        )

    async def call(self, method: str, parameters: Mapping[str, Any], lane: Lane = Lane.DIRECT) -> Any:
        """Any method with JSON-able parameters; returns the answer's ``result``. Raises TelegramError."""
        await committed()
        return await self._limiter.process_request(
            self._post_plain, (self._api, method, parameters), {}, method, dict(parameters), lane
        )

    async def _do_post(self, endpoint: str, data: dict[str, Any], **timeouts: Any) -> Any:
        """All of PTB's own methods."""
        await committed()
        return await super()._do_post(endpoint, data, **timeouts)

    async def send_file(
        self, parameters: Mapping[str, Any], filename: str, content: bytes, lane: Lane
    ) -> dict[str, Any]:
        """A sendDocument with a new file and JSON-able parameters; returns the answer's ``result``.

        Raises TelegramError.
        """
        message = await self.send_document(
            parameters["chat_id"],
            InputFile(content, filename=filename),
            rate_limit_args=lane,
            api_kwargs={name: value for name, value in parameters.items() if name != "chat_id"},
        )
        return message.to_dict()

    async def _post_plain(self, way: AiohttpRequest, method: str, parameters: Mapping[str, Any]) -> Any:
        """Without PTB's search for files and objects among the parameters: they are plain."""
        return await way.post(f"{self._base_url}/{method}", cast("RequestData", PlainData(parameters)))

    async def raw_updates(
        self, offset: int | None, seconds: int, allowed: Sequence[str]
    ) -> list[dict[str, Any]]:
        """One long poll. Raises TelegramError."""
        parameters: dict[str, Any] = {"timeout": seconds, "allowed_updates": list(allowed)}
        if offset is not None:
            parameters["offset"] = offset
        updates = await self._post_plain(self._polls, "getUpdates", parameters)
        return updates if isinstance(updates, list) else []
