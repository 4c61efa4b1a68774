"""Whether the network carries anything at all.

A message that fails is put off alone. When several chats in a row fail, the line is down: then one message at
a time is tried, with growing pauses, until one arrives.
"""

from __future__ import annotations

RETRY_SECONDS = (2.0, 5.0, 15.0, 30.0, 60.0)
"""Between attempts while the network fails; the last one repeats."""

DOWN_FROM_CHATS = 3


def retry_seconds(attempts: int) -> float:
    """The pause after so many attempts."""
    return RETRY_SECONDS[min(max(attempts, 1), len(RETRY_SECONDS)) - 1]


class Line:
    def __init__(self) -> None:
        self._failed_chats: set[int] = set()
        self._pauses = 0
        self._quiet_until = float("-inf")

    @property
    def is_down(self) -> bool:
        return len(self._failed_chats) >= DOWN_FROM_CHATS

    def quiet_until(self, now: float) -> float:
        """When the next message may be tried; ``now`` at the earliest."""
        return max(now, min(self._quiet_until, now + RETRY_SECONDS[-1]))

    def failed(self, chat_id: int, now: float) -> None:
        """What was on its way together fails together, and counts once."""
        self._failed_chats.add(chat_id)
        if self.is_down and self.quiet_until(now) <= now:
            self._pauses += 1
            self._quiet_until = now + retry_seconds(self._pauses)

    def works(self) -> bool:
        """Something has arrived; whether the line was down before."""
        was_down = self.is_down
        self._failed_chats.clear()
        self._pauses, self._quiet_until = 0, float("-inf")
        return was_down
