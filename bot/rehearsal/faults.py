"""Failures on demand: the next calls of a method get one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal.errors import ApiError, forbidden, too_many_requests

KINDS = frozenset({"429", "500", "html502", "timeout", "disconnect", "slow", "block", "kick"})
DEFAULT_DELAY_SECONDS = {"timeout": 60.0, "slow": 2.0}
DEFAULT_RETRY_AFTER_SECONDS = 5


@dataclass(slots=True)
class Fault:
    method: str
    """Lower-cased, or ``*`` for all."""
    kind: str
    times: int = 1
    retry_after: int = DEFAULT_RETRY_AFTER_SECONDS
    delay: float = 0.0
    """Seconds of real time before the answer; of ``timeout``, before the connection is cut."""
    carried_out: bool = False
    """The call takes effect, only its answer is lost."""
    chat_id: int | None = None
    """Only calls to this chat."""

    @property
    def error(self) -> ApiError | None:
        """What the call is refused with, for the kinds that do so in the Bot API's own form."""
        if self.kind == "429":
            return too_many_requests(self.retry_after)
        if self.kind == "500":
            return ApiError(500, "Internal Server Error")
        if self.kind == "block":
            return forbidden("bot was blocked by the user")
        if self.kind == "kick":
            return forbidden("bot was kicked from the supergroup chat")
        return None


class Faults:
    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    @property
    def waiting(self) -> list[Fault]:
        return list(self._faults)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call gets, counted off; the oldest first."""
        for fault in self._faults:
            if fault.method in {"*", method} and fault.chat_id in {None, chat_id}:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None
