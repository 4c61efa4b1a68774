"""People for tests and rehearsals: they write, press and read. Over HTTP only, so that the emulator and the
bot may run in other processes.

    async with Control(emulator.url) as control:
        budi = await control.user("Budi")
        await budi.say("/start")
        menu = await budi.wait_for("Selamat datang")
        answer = await budi.press("Jadwal")
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

import aiohttp

Json = dict[str, Any]
Wanted = str | Callable[[Json], bool]
"""What to wait for: a part of the text or caption, or a condition on the Message."""

POLL_SECONDS = 20.0
SHOWN_TEXTS = 8


class ControlError(Exception):
    """The emulator refused a control call; the text is its sentence."""


class Control:
    """The control side of one emulator, for one bot of it (default: the first one seen)."""

    def __init__(self, url: str, bot: str | None = None) -> None:
        self.url = url.rstrip("/")
        self.bot = bot
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def post(self, call: str, **fields: Any) -> Any:
        """A control call, such as ``post("users", first_name="Budi")``.

        Raises ControlError when the emulator refuses it.
        """
        body, _ = await self._request("POST", call, data=json.dumps(self._with_bot(fields)))
        return body

    async def get(self, call: str, **query: Any) -> Any:
        """The same for reading, such as ``get("calls", after=3)``."""
        body, _ = await self._request("GET", call, params=self._with_bot(query))
        return body

    async def changes(self, chat_id: int, **query: Any) -> tuple[list[Json], int]:
        """Messages of a chat as ``chats/ID/messages`` answers them, and the revision they stand at."""
        path = f"chats/{chat_id}/messages"
        body, headers = await self._request("GET", path, params=self._with_bot(query))
        return body, int(headers["X-Revision"])

    def _with_bot(self, fields: Json) -> Json:
        given = {name: value for name, value in fields.items() if value is not None}
        return {"bot": self.bot, **given} if self.bot else given

    async def _request(self, verb: str, call: str, **more: Any) -> tuple[Any, Any]:
        if self._session is None:
            raise RuntimeError("a Control is used inside `async with`")
        async with self._session.request(verb, f"{self.url}/_emulator/{call}", **more) as response:
            body = await response.json(content_type=None)
            if response.status != 200:
                raise ControlError(body["error"])
            return body, response.headers

    async def user(self, first_name: str = "Budi", **fields: Any) -> Chat:
        """Makes a person (or finds the one of that ``id``), and answers their private chat with the bot."""
        return Chat(self, await self.post("users", first_name=first_name, **fields))

    async def group(self, title: str, *members: Chat, **fields: Any) -> Json:
        """Makes a group of these people and the bot; answers the Chat of the Bot API."""
        people = [member.user["id"] for member in members]
        return dict(await self.post("groups", title=title, members=people, **fields))

    async def advance(self, seconds: float) -> None:
        await self.post("clock", advance=seconds)

    async def set_clock(self, now: str | float) -> None:
        """Sets the virtual clock: ISO 8601 with an offset, or epoch seconds."""
        instant = now if isinstance(now, str) else datetime.fromtimestamp(now, UTC).isoformat()
        await self.post("clock", now=instant)

    async def calls(self, after: int = 0, method: str | None = None) -> list[Json]:
        """The bot's recorded calls after number ``after``, oldest first."""
        return list(await self.get("calls", after=after, method=method))

    async def file(self, file_id: str) -> bytes:
        """The bytes of a file in a message."""
        if self._session is None:
            raise RuntimeError("a Control is used inside `async with`")
        url = f"{self.url}/_emulator/files/{file_id}"
        async with self._session.get(url, params=self._with_bot({})) as response:
            if response.status != 200:
                raise ControlError((await response.json())["error"])
            return await response.read()


class Chat:
    """One person in one chat: their private chat with the bot, or ``inside`` a group."""

    def __init__(self, control: Control, user: Json, chat_id: int | None = None) -> None:
        self.control = control
        self.user = user
        self.id: int = user["id"] if chat_id is None else chat_id
        self._since = -1
        """The feed's revision at this person's last act: what is newer counts as an answer to it."""

    def inside(self, group: Json | int) -> Chat:
        """The same person in a group."""
        return Chat(self.control, self.user, group if isinstance(group, int) else group["id"])

    async def say(self, text: str, **more: Any) -> Json:
        """Writes, or taps the button of the reply keyboard with that label."""
        return await self.act("say", text=text, **more)

    async def send(self, kind: str, **more: Any) -> Json:
        """Sends a contact, location, photo, document, …; ``data`` is the file's bytes."""
        if isinstance(more.get("data"), bytes):
            more["data"] = base64.b64encode(more["data"]).decode()
        return await self.act("send", kind=kind, **more)

    async def act(self, call: str, **fields: Any) -> Json:
        """Any control call as this person in this chat: vote, react, edit, …"""
        acted = dict(await self.control.post(call, user=self.user["id"], chat=self.id, **fields))
        self._since = acted.get("revision", self._since)
        return acted

    async def press(
        self, label_or_data: str, *, message: Json | None = None, wait: float = 2.0, exact: bool = False
    ) -> Json | None:
        """Presses the button whose label is or contains that text, or whose data is it.

        It is looked for on ``message``, else on the newest message that has one, else in the reply keyboard.

        Answers what the bot shows (``{text, show_alert, url}``), None when it does not answer in time.
        Raises AssertionError when there is no such button.
        """
        messages = [message] if message else list(reversed(await self.messages()))
        for candidate in messages:
            button = _find(candidate, label_or_data, exact=exact)
            if button is not None:
                return await self._press(candidate, button, wait)
        if message is None and (label := await self._reply_button(label_or_data, exact=exact)):
            await self.say(label)
            return None
        raise AssertionError(f"no button {label_or_data!r}; {self._described(messages[::-1])}")

    async def press_data(self, message_id: int, data: str, wait: float = 2.0) -> Json | None:
        """Presses with any data, as a forged app could, whether the message has such a button or not."""
        pressed = await self.act("press", message_id=message_id, data=data, wait=wait)
        answer: Json | None = pressed["answer"]
        return answer

    async def _press(self, message: Json, button: Json, wait: float) -> Json | None:
        target = {"data": button["callback_data"]} if "callback_data" in button else {"text": button["text"]}
        pressed = await self.act("press", message_id=message["message_id"], wait=wait, **target)
        answer: Json | None = pressed["answer"]
        return answer

    async def _reply_button(self, label: str, *, exact: bool) -> str | None:
        labels = [button["text"] for row in (await self.reply_keyboard()) for button in row]
        return next((text for text in labels if text == label or (label in text and not exact)), None)

    async def reply_keyboard(self) -> list[list[Json]]:
        """The rows of the reply keyboard that stands for this person; none, if there is none."""
        chats = await self.control.get("chats", user=self.user["id"])
        own: Json = next((chat for chat in chats if chat["chat"]["id"] == self.id), {})
        rows: list[list[Json]] = (own.get("reply_keyboard") or {}).get("keyboard", [])
        return rows

    async def messages(self, after: int = 0) -> list[Json]:
        """What stands in the chat after that message, ascending; nothing when there is no chat yet."""
        return list(await self.control.get(f"chats/{self.id}/messages", after=after))

    async def last(self) -> Json:
        """The newest message of the bot.

        Raises AssertionError when there is none.
        """
        theirs = [message for message in await self.messages() if self._is_theirs(message)]
        if not theirs:
            raise AssertionError("the bot has written nothing in this chat")
        return theirs[-1]

    async def wait_for(
        self,
        wanted: Wanted,
        *,
        after: int | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109 - it ends with an AssertionError that says what there was
    ) -> Json:
        """The first message of others in the chat that fits, as soon as there is one.

        Only what came or was edited since this person's last act counts; with ``after``, what stands after
        that message. Raises AssertionError with the last texts when the time is over.
        """
        deadline = time.monotonic() + timeout
        since, after_id = (self._since, 0) if after is None else (-1, after)
        seen = -1
        while True:
            wait = min(POLL_SECONDS, max(0.0, deadline - time.monotonic()))
            messages, seen = await self._changes(since=since, after=after_id, seen=seen, wait=wait)
            for message in messages:
                if self._is_theirs(message) and _fits(message, wanted):
                    return message
            if time.monotonic() >= deadline:
                raise AssertionError(f"nothing like {wanted!r}; {self._described(await self.messages())}")

    async def _changes(self, **query: Any) -> tuple[list[Json], int]:
        return await self.control.changes(self.id, **query)

    def _is_theirs(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") != self.user["id"])

    def _described(self, messages: list[Json]) -> str:
        lines = [f"  {message['message_id']}: {_described(message)}" for message in messages[-SHOWN_TEXTS:]]
        return "the chat ends with\n" + "\n".join(lines) if lines else "the chat is empty"


def buttons(message: Json) -> list[str]:
    """The labels of a message's inline buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def text_of(message: Json) -> str:
    """The text or caption of a message."""
    return str(message.get("text") or message.get("caption") or "")


def _find(message: Json, wanted: str, *, exact: bool) -> Json | None:
    """The button that is meant; the exact label goes before data, and data before a part of a label."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    known: list[Json] = [button for row in rows for button in row]
    by_label = [button for button in known if button["text"] == wanted]
    by_data = [button for button in known if button.get("callback_data") == wanted]
    by_part = [] if exact else [button for button in known if wanted in button["text"]]
    return next(iter(by_label + by_data + by_part), None)


def _fits(message: Json, wanted: Wanted) -> bool:
    return wanted in text_of(message) if isinstance(wanted, str) else wanted(message)


def _described(message: Json) -> str:
    author = message.get("from", {}).get("first_name", "?")
    labels = " ".join(f"[{label}]" for label in buttons(message))
    content = text_of(message) or ", ".join(sorted(message.keys() - {"message_id", "from", "date", "chat"}))
    return f"{author}: {content!r} {labels}".rstrip()
