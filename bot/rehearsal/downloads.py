"""Files that a bot sends by their URL are fetched here."""

from __future__ import annotations

import aiohttp

from bot.rehearsal.errors import bad_request
from bot.rehearsal.parameters import Upload

FETCH_SECONDS = 10
MAX_PHOTO_BYTES = 5 * 1024 * 1024
MAX_BYTES = 20 * 1024 * 1024
"""By URL: 5 MB for photos, 20 MB for other files (documentation, "Sending files")."""


async def fetch(url: str, kind: str) -> Upload:
    """The file at the URL.

    Raises ApiError when it cannot be had or is too large.
    """
    limit = MAX_PHOTO_BYTES if kind == "photo" else MAX_BYTES
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=FETCH_SECONDS)) as session,
            session.get(url) as response,
        ):
            response.raise_for_status()
            content = await _read(response, limit)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None
    if kind == "photo" and not response.content_type.startswith("image/"):
        raise bad_request("wrong type of the web page content")
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return Upload(name or "file", content, response.content_type)


async def _read(response: aiohttp.ClientResponse, limit: int) -> bytes:
    content = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        content += chunk
        if len(content) > limit:
            raise ValueError("the file is larger than Telegram fetches")
    return bytes(content)
