"""What happens in the benchmarks' Telegram: who writes when, what counts as answered, what is measured."""

from __future__ import annotations

import json
import random
import re
import time
from collections import deque
from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.telegram import Telegram

FIRST_CHAT = 100_001
ORGANISER = 9_001
WARM_UP = 0.2
"""The share of the updates that is not measured: connections are opened, caches filled."""

MARKER = "PENGUMUMAN-UJI"
"""A word of the broadcast, and of no other text."""


class Workload:
    """Told what the bot does; says when it is over by ``telegram.finish``."""

    needed: Sequence[str] = ("chat_id", "message_id", "callback_query_id")
    """The parameters of calls that it looks at."""

    def begin(self, telegram: Telegram) -> None:
        """The bot polls for the first time, or has set its webhook."""

    def brought(self, telegram: Telegram, update_ids: Sequence[int]) -> None:
        """A poll took these with it."""

    def refusal(self, telegram: Telegram, method: str) -> int | None:
        """The seconds of a 429, or None."""

    def called(self, telegram: Telegram, method: str, body: Mapping[str, str]) -> None:
        """A call was answered."""


class Chats(Workload):
    """So many chats at once; each writes again when it is answered. Or one after another."""

    def __init__(self, chats: int, updates: int, text: str, is_sequence: bool = False) -> None:
        self._chats, self._updates, self._text = chats, updates, text
        self._is_sequence = is_sequence
        self._pushed = self._answered = 0
        self._measured_from = int(updates * WARM_UP)
        self._began_at = 0.0

    def begin(self, telegram: Telegram) -> None:
        for number in range(1 if self._is_sequence else self._chats):
            self._write(telegram, FIRST_CHAT + number)

    def called(self, telegram: Telegram, method: str, body: Mapping[str, str]) -> None:
        if method != "sendmessage":
            return
        self._answered += 1
        if self._answered == self._measured_from:
            self._began_at = telegram.now()
        if self._answered == self._updates:
            seconds = telegram.now() - self._began_at
            telegram.finish({"per_second": (self._answered - self._measured_from) / seconds})
        elif self._pushed < self._updates:
            chat = int(body["chat_id"])
            self._write(telegram, FIRST_CHAT + self._pushed % self._chats if self._is_sequence else chat)

    def _write(self, telegram: Telegram, chat: int) -> None:
        self._pushed += 1
        telegram.push("message", message(chat, self._pushed, self._text))


class Rush(Workload):
    """So many people, each sending the code and pressing a button, within so many seconds."""

    def __init__(self, people: int, seconds: float, text: str, data: str = "menu") -> None:
        self._people, self._seconds, self._text, self._data = people, seconds, text, data
        self._brought_at: dict[int, float] = {}
        self._update_of: dict[str, int] = {}
        self._waits: list[float] = []
        self._last_tap_at = 0.0

    def begin(self, telegram: Telegram) -> None:
        for number in range(self._people):
            telegram.call_later(
                number * self._seconds / self._people, lambda n=number: self._come(telegram, n)
            )

    def _come(self, telegram: Telegram, number: int) -> None:
        chat = FIRST_CHAT + number
        telegram.push("message", message(chat, 2 * number + 2, self._text))
        query_id = str(10**12 + number)
        self._update_of[query_id] = telegram.push("callback_query", press(chat, query_id, self._data))
        self._last_tap_at = time.time()

    def brought(self, telegram: Telegram, update_ids: Sequence[int]) -> None:
        arrives_at = telegram.now() + telegram.delay
        self._brought_at.update(dict.fromkeys(update_ids, arrives_at))

    def called(self, telegram: Telegram, method: str, body: Mapping[str, str]) -> None:
        if method != "answercallbackquery":
            return
        update_id = self._update_of[body["callback_query_id"]]
        self._waits.append(telegram.now() - self._brought_at[update_id])
        if len(self._waits) == self._people:
            telegram.finish({"last_tap_at": self._last_tap_at, **waits(self._waits, "acknowledged")})


class Questions(Workload):
    """People ask at random instants; the last question is put after so many seconds."""

    def __init__(self, people: int, per_second: float, seconds: float, text: str) -> None:
        self._people, self._per_second, self._seconds, self._text = people, per_second, seconds, text
        self._asked: dict[int, deque[float]] = {}
        self._waits: list[float] = []
        self._open = 0
        self._is_over = False

    def begin(self, telegram: Telegram) -> None:
        dice = random.Random(1)  # noqa: S311 - the same questions in every run
        instant = dice.expovariate(self._per_second)
        while instant < self._seconds:
            chat = FIRST_CHAT + dice.randrange(self._people)
            telegram.call_later(instant, lambda chat=chat: self._ask(telegram, chat))
            instant += dice.expovariate(self._per_second)
        telegram.call_later(self._seconds, lambda: self._end(telegram))

    def _ask(self, telegram: Telegram, chat: int) -> None:
        if self._is_over:
            return
        self._asked.setdefault(chat, deque()).append(telegram.now())
        self._open += 1
        telegram.push("message", message(chat, 1 + self._open, self._text))

    def answered(self, telegram: Telegram, body: Mapping[str, str]) -> None:
        asked = self._asked.get(int(body["chat_id"]))
        if asked:
            self._waits.append(telegram.now() - asked.popleft())
            self._open -= 1

    def called(self, telegram: Telegram, method: str, body: Mapping[str, str]) -> None:
        if method == "sendmessage":
            self.answered(telegram, body)

    def _end(self, telegram: Telegram) -> None:
        telegram.finish(self.result())

    def stop(self) -> None:
        self._is_over = True

    def result(self) -> Mapping[str, Any]:
        return {"questions": len(self._waits), **waits(self._waits, "direct")}


class Broadcast(Workload):
    """An organiser broadcasts to everybody while some ask; Telegram keeps its limits, and may punish.

    ``limit`` messages a second go through, in a window of one second; ``ban`` is what the excess costs.
    """

    needed = ("chat_id", "message_id", "text", "reply_markup")

    def __init__(
        self, people: int, askers: int, per_second: float, text: str, *, limit: int = 30, ban: int = 0,
        organiser: Sequence[str] = (), patience: float = 400.0,
    ) -> None:  # fmt: skip
        self._people = people
        self._questions = Questions(askers, per_second, patience, text)
        self._limit, self._ban = limit, ban
        self._organiser = list(organiser)
        self._patience = patience
        self._window: deque[float] = deque()
        self._banned_until = 0.0
        self._refused = 0
        self._received: dict[int, int] = {}
        self._began_at = self._ended_at = 0.0
        self._direct_meanwhile = 0

    def begin(self, telegram: Telegram) -> None:
        self._questions.begin(telegram)
        if self._organiser:
            telegram.push("message", message(ORGANISER, 1, self._organiser[0]))
        telegram.call_later(self._patience, lambda: self._end(telegram))

    def refusal(self, telegram: Telegram, method: str) -> int | None:
        if not method.startswith(("send", "edit", "copy", "forward")) or method == "sendchataction":
            return None
        now = telegram.now()
        if now < self._banned_until:
            self._refused += 1
            return max(1, round(self._banned_until - now))
        while self._window and self._window[0] <= now - 1.0:
            self._window.popleft()
        if len(self._window) >= self._limit:
            self._refused += 1
            self._banned_until = now + self._ban
            return max(1, self._ban)
        self._window.append(now)
        return None

    def called(self, telegram: Telegram, method: str, body: Mapping[str, str]) -> None:
        if method == "sendmessage" and MARKER in body.get("text", ""):
            chat = int(body["chat_id"])
            if chat != ORGANISER:
                self._arrived(telegram, chat)
                return
        elif method == "sendmessage" and int(body["chat_id"]) != ORGANISER:
            self._direct_meanwhile += bool(self._began_at)
            self._questions.answered(telegram, body)
        if int(body.get("chat_id", 0)) == ORGANISER:
            self._press(telegram, body)

    def _arrived(self, telegram: Telegram, chat: int) -> None:
        self._began_at = self._began_at or telegram.now()
        self._received[chat] = self._received.get(chat, 0) + 1
        if len(self._received) == self._people and not self._ended_at:
            self._ended_at = telegram.now()
            self._questions.stop()
            telegram.call_later(2.0, lambda: self._end(telegram))

    def _press(self, telegram: Telegram, body: Mapping[str, str]) -> None:
        """The organiser goes on by the button that is next in the list of what is to be pressed."""
        if len(self._organiser) < 2 or "reply_markup" not in body:
            return
        rows = json.loads(body["reply_markup"])["inline_keyboard"]
        data = [button.get("callback_data", "") for row in rows for button in row]
        wanted = next((one for one in data if re.match(self._organiser[1], one)), None)
        if wanted is None:
            return
        del self._organiser[1]
        query = press(ORGANISER, str(10**13 + len(self._organiser)), wanted, 2)
        telegram.call_later(0.1, lambda: telegram.push("callback_query", query) and None)

    def _end(self, telegram: Telegram) -> None:
        seconds = (self._ended_at or telegram.now()) - (self._began_at or telegram.now())
        telegram.finish({
            "seconds": seconds, "received": len(self._received), "refused": self._refused,
            "doubled": sum(number > 1 for number in self._received.values()),
            "direct": self._direct_meanwhile, **self._questions.result(),
        })  # fmt: skip


def waits(seconds: Sequence[float], name: str) -> Mapping[str, float]:
    """Median and 99th percentile, in seconds."""
    if len(seconds) < 2:
        return {}
    return {f"{name}_p50": median(seconds), f"{name}_p99": quantiles(seconds, n=100)[98]}


def person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": f"Peserta {chat}", "language_code": "id"}


def message(chat: int, message_id: int, text: str) -> dict[str, Any]:
    content = {
        "message_id": message_id,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private", "first_name": f"Peserta {chat}"},
        "from": person(chat),
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return content


def press(chat: int, query_id: str, data: str, message_id: int = 1) -> dict[str, Any]:
    shown = message(chat, message_id, "Menu") | {"from": {"id": 4711, "is_bot": True, "first_name": "Rakor"}}
    return {"id": query_id, "from": person(chat), "chat_instance": "1", "message": shown, "data": data}


WORKLOADS: Mapping[str, Any] = {"chats": Chats, "rush": Rush, "questions": Questions, "broadcast": Broadcast}
