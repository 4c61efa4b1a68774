"""The pauses that Telegram has named, and for whom. They are never shortened."""

from __future__ import annotations


class Pauses:
    def __init__(self) -> None:
        self._all_until = float("-inf")
        self._until_by_chat: dict[int | str, float] = {}

    @property
    def all_until(self) -> float:
        """When nobody has to be silent any more."""
        return self._all_until

    def until(self, chat: int | str) -> float:
        """When the chat's own pause ends."""
        return self._until_by_chat.get(chat, float("-inf"))

    def is_another_paused(self, chat: int | str, now: float) -> bool:
        return any(until > now for one, until in self._until_by_chat.items() if one != chat)

    def add(self, chat: int | str, now: float, until: float) -> None:
        running = {one: end for one, end in self._until_by_chat.items() if end > now}
        self._until_by_chat = {**running, chat: max(until, running.get(chat, until))}

    def add_for_all(self, until: float) -> None:
        self._all_until = max(self._all_until, until)

    def shift(self, seconds: float) -> None:
        """The clock has been set back by so much."""
        self._all_until -= seconds
        self._until_by_chat = {chat: until - seconds for chat, until in self._until_by_chat.items()}
