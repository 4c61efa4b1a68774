"""What became of a message, to be written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data import chats, helpdesk, outbox, polls
from data.database import Transaction
from data.outbox import Cause, Delivery

Outcome = Callable[[Transaction, float], None]
"""A write at an instant; repeating it changes nothing."""


def sent(delivery: Delivery, answer: Any) -> Outcome:
    """Of a poll it is noted which of Telegram's it is."""
    message = answer if isinstance(answer, dict) else {}
    message_id, poll_id = message.get("message_id"), message.get("poll", {}).get("id")

    def work(tx: Transaction, now: float) -> None:
        outbox.finish(tx, delivery, "sent", now, message_id)
        if delivery.kind == polls.POLL and poll_id is not None:
            polls.sent(tx, int(delivery.subject), delivery.chat_id, message_id, poll_id)

    return work


def dropped(delivery: Delivery, failure: str) -> Outcome:
    return lambda tx, now: outbox.finish(tx, delivery, "dropped", now, failure=failure)


def failed(delivery: Delivery, cause: Cause, failure: str) -> Outcome:
    """A chat that cannot be reached is left out from now on."""

    def work(tx: Transaction, now: float) -> None:
        outbox.finish(tx, delivery, "failed", now, failure=failure, cause=cause)
        if cause in outbox.UNREACHABLE:
            chats.mark_blocked(tx, delivery.chat_id, now)
            if delivery.kind == helpdesk.ANSWER:
                helpdesk.undelivered(tx, delivery.subject, now)

    return work


def put_off(delivery: Delivery, seconds: float, failure: str, cause: Cause | None = None) -> Outcome:
    return lambda tx, now: outbox.try_again(tx, delivery, now + seconds, failure, cause)


def postponed(delivery: Delivery, not_before: float) -> Outcome:
    """Its time has not come yet."""
    return lambda tx, _now: outbox.postpone(tx, delivery, not_before)
