"""A light Telegram for benchmarks, in a process of its own: one server for the bot and all its peers.

``python -m benchmarks.telegram '{"workload": "chats", …}'`` prints its URL, plays its workload once the bot
polls (or has set a webhook), prints what it measured as JSON, and ends. It speaks just enough HTTP and Bot
API, by hand, so that it is not the one that is measured; ``delay`` is the network's, each way, in seconds.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote_plus, urlsplit

from benchmarks.workloads import WORKLOADS, Workload

BATCH = 100
"""Updates that one getUpdates brings at most (Bot API)."""

WEBHOOK_CONNECTIONS = 100
GET_ME = {
    "id": 4711, "is_bot": True, "first_name": "Rakor", "username": "rakor_bot",
    "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
}  # fmt: skip

Answer = Callable[[int, bytes], None]


class Telegram:
    """Updates that wait, the poll that waits for them, and what is done with the calls that come."""

    def __init__(self, workload: Workload, delay: float) -> None:
        self.delay = delay
        self.done: asyncio.Future[Mapping[str, Any]] = asyncio.get_running_loop().create_future()
        self._loop = asyncio.get_running_loop()
        self._workload = workload
        self._updates: deque[tuple[int, bytes]] = deque()
        self._next_update_id = 1
        self._next_message_id = 1
        self._poll: Answer | None = None
        self._poll_ends: asyncio.TimerHandle | None = None
        self._hook: Hook | None = None
        self._has_begun = False

    # ---------------------------------------------------------------- what workloads use

    def push(self, kind: str, content: Mapping[str, Any]) -> int:
        """A new update; its id."""
        update_id = self._next_update_id
        self._next_update_id += 1
        body = json.dumps({"update_id": update_id, kind: content}).encode()
        if self._hook is not None:
            self._loop.call_later(self.delay, self._hook.post, body)
            return update_id
        self._updates.append((update_id, body))
        if self._poll is not None:
            self._loop.call_soon(self._bring)
        return update_id

    def call_later(self, seconds: float, function: Callable[[], None]) -> None:
        self._loop.call_later(seconds, function)

    def now(self) -> float:
        return time.perf_counter()

    def finish(self, result: Mapping[str, Any]) -> None:
        if not self.done.done():
            self.done.set_result(result)

    # ---------------------------------------------------------------- calls

    def call(self, method: str, body: bytes, content_type: str, answer: Answer) -> None:
        """One call has arrived; ``answer`` takes status and body at some time."""
        if method == "getupdates":
            self._get_updates(_parameters(body, content_type), answer)
            return
        if method in ("getme", "setwebhook", "deletewebhook", "setmycommands"):
            if method == "setwebhook" and (url := _parameters(body, content_type).get("url")):
                self._hook = Hook(url, _parameters(body, content_type).get("secret_token", ""))
                self._loop.call_later(0.2, self._begin)
            answer(200, _ok(GET_ME if method == "getme" else True))
            return
        parameters = _parameters(body, content_type, self._workload.needed)
        refused = self._workload.refusal(self, method)
        if refused is not None:
            answer(429, json.dumps({
                "ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {refused}",
                "parameters": {"retry_after": refused},
            }).encode())  # fmt: skip
            return
        answer(200, self._result(method, parameters))
        self._workload.called(self, method, parameters)

    def _result(self, method: str, parameters: Mapping[str, str]) -> bytes:
        if method == "answercallbackquery" or method.startswith("delete"):
            return b'{"ok":true,"result":true}'
        message_id = parameters.get("message_id") or self._next_message_id
        self._next_message_id += 1
        chat = parameters.get("chat_id", "0")
        return (
            b'{"ok":true,"result":{"message_id":%d,"date":1700000000,"text":"x","chat":{"id":%d,'
            b'"type":"private","first_name":"A"},"from":{"id":4711,"is_bot":true,"first_name":"Rakor"}}}'
        ) % (int(message_id), int(chat))

    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._workload.begin(self)

    def _get_updates(self, parameters: Mapping[str, str], answer: Answer) -> None:
        offset, seconds = int(parameters.get("offset") or 0), float(parameters.get("timeout") or 0)
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        self._poll = answer
        if self._poll_ends:
            self._poll_ends.cancel()
        self._poll_ends = self._loop.call_later(seconds, self._end_poll)
        if seconds > 0:
            self._loop.call_soon(self._begin)
        if self._updates:
            self._bring()

    def _bring(self) -> None:
        if self._poll is None or not self._updates:
            return
        answer, self._poll = self._poll, None
        batch = list(self._updates)[:BATCH] if len(self._updates) > BATCH else self._updates
        self._workload.brought(self, [update_id for update_id, _ in batch])
        answer(200, b'{"ok":true,"result":[' + b",".join(body for _, body in batch) + b"]}")

    def _end_poll(self) -> None:
        if self._poll is not None:
            answer, self._poll = self._poll, None
            answer(200, b'{"ok":true,"result":[]}')


class Hook:
    """Posts updates to a webhook, over as many connections as Telegram would open."""

    def __init__(self, url: str, secret: str) -> None:
        parts = urlsplit(url)
        self._host, self._port, self._path = parts.hostname or "", parts.port or 80, parts.path or "/"
        self._secret = secret
        self._queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._tasks = [asyncio.create_task(self._work()) for _ in range(WEBHOOK_CONNECTIONS)]

    def post(self, body: bytes) -> None:
        self._queue.put_nowait(body)

    async def _work(self) -> None:
        reader, writer = None, None
        head = (
            f"POST {self._path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {self._secret}\r\n"
        )
        while True:
            body = await self._queue.get()
            if reader is None or writer is None:
                reader, writer = await asyncio.open_connection(self._host, self._port)
            writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (
                    int(line[15:])
                    for line in answer.lower().split(b"\r\n")
                    if line.startswith(b"content-length:")
                ),
                0,
            )
            await reader.readexactly(length)
            if b" 200 " not in answer.split(b"\r\n", 1)[0]:
                raise SystemExit(f"the webhook answered {answer!r}")


class Connection(asyncio.Protocol):
    """HTTP/1.1, as little of it as a bot's client needs."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = bytes(self._buffer[:end])
            fields = dict(line.split(b":", 1) for line in head.lower().split(b"\r\n")[1:])
            length = int(fields.get(b"content-length", b"0"))
            if b"expect" in fields or b"transfer-encoding" in fields:
                raise SystemExit(f"the light server does not speak {head!r}")
            whole = end + 4 + length
            if len(self._buffer) < whole:
                return
            body = bytes(self._buffer[end + 4 : whole])
            del self._buffer[:whole]
            method = head.split(b" ", 2)[1].decode().rpartition("/")[2].partition("?")[0]
            self._take(method.lower(), body, fields.get(b"content-type", b""))

    def _take(self, method: str, body: bytes, content_type: bytes) -> None:
        arguments = (method, body, content_type.decode().strip(), self._answer)
        if self._telegram.delay:
            self._loop.call_later(self._telegram.delay, self._telegram.call, *arguments)
        else:
            self._telegram.call(*arguments)

    def _answer(self, status: int, body: bytes) -> None:
        if self._telegram.delay:
            self._loop.call_later(self._telegram.delay, self._write, status, body)
        else:
            self._write(status, body)

    def _write(self, status: int, body: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(
                b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                % (status, len(body), body)
            )


NEEDED = ("chat_id", "message_id", "callback_query_id", "offset", "timeout", "url", "secret_token")
"""A bot's long texts and keyboards are not to slow this server down where no workload looks at them."""


def _parameters(body: bytes, content_type: str, needed: Sequence[str] = NEEDED) -> Mapping[str, str]:
    if content_type.startswith("application/json"):
        return {key: str(value) for key, value in json.loads(body or b"{}").items()}
    if content_type.startswith("multipart/"):
        raise SystemExit("the light server does not speak multipart")
    pairs = (pair.partition("=") for pair in body.decode().split("&"))
    return {name: unquote_plus(value) for name, _, value in pairs if name in needed}


def _ok(result: Any) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


async def _serve(options: Mapping[str, Any]) -> None:
    workload = WORKLOADS[options["workload"]](**options.get("options", {}))
    telegram = Telegram(workload, options.get("delay", 0.0))
    server = await asyncio.get_running_loop().create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    print(json.dumps(await telegram.done), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve(json.loads(sys.argv[1])))
