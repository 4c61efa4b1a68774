"""Updates from Telegram: committed before they are confirmed, handled, then emptied."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("inbox")

RETENTION_SECONDS = 48 * 3600
"""How long a handled update's id is kept: twice the 24 h for which Telegram repeats one."""


@dataclass(frozen=True)
class Received:
    """An update as it came: ``queue`` is its chat, else its user; ``body`` is its JSON."""

    update_id: int
    queue: int
    body: str
    received_at: float

    @cached_property
    def pressed_message_id(self) -> int | None:
        """The message whose button was pressed; None for any other update."""
        query = json.loads(self.body).get("callback_query", {})
        message_id: int | None = query.get("message", {}).get("message_id")
        return message_id


@dataclass(frozen=True)
class SetAside:
    """An update whose handler failed again and again; its body is gone, the log has the failure."""

    update_id: int
    received_at: float
    attempts: int
    failure: str


def accept(tx: Transaction, updates: Iterable[Received]) -> list[Received]:
    """Stores them; returns those that were not known yet."""
    return [update for update in updates if tx.execute(_sql["accept"], asdict(update)).rowcount]


async def unfinished(reads: Reads) -> list[Received]:
    """Those that wait for their handler, in order of arrival."""
    return [Received(**row) for row in await reads.execute_fetchall(_sql["unfinished"])]


class NotAcceptedError(Exception):
    """The update is not in the inbox: nothing may be written for it, and Telegram brings it again."""


def mark_applied(tx: Transaction, update_id: int) -> bool:
    """Whether this is the first time: False says that the update's writes have been made before.

    Raises NotAcceptedError.
    """
    key = {"update_id": update_id}
    if tx.execute(_sql["mark_applied"], key).rowcount:
        return True
    if tx.execute(_sql["is_accepted"], key).fetchone() is None:
        raise NotAcceptedError
    return False


def mark_handled(tx: Transaction, update_id: int) -> None:
    tx.execute(_sql["mark_handled"], {"update_id": update_id})


def count_attempt(tx: Transaction, update_id: int) -> int:
    """The number of attempts with this one."""
    attempts: int = tx.execute(_sql["count_attempt"], {"update_id": update_id}).fetchone()["attempts"]
    return attempts


def set_aside(tx: Transaction, update_id: int, failure: str) -> None:
    tx.execute(_sql["set_aside"], {"update_id": update_id, "failure": failure})


async def aside(reads: Reads) -> list[SetAside]:
    return [SetAside(**row) for row in await reads.execute_fetchall(_sql["aside"])]


def forget_old(tx: Transaction, now: float) -> None:
    tx.execute(_sql["forget_before"], {"instant": now - RETENTION_SECONDS})
