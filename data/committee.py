"""Where the participants' questions go: to the committee's group, or to each organiser's chat."""

from __future__ import annotations

from collections.abc import Iterable

from data import facts
from data.database import Reads, Transaction


async def group(reads: Reads) -> int | None:
    """The chat id of the committee's group; None where there is none."""
    value = await facts.value(reads, facts.COMMITTEE_GROUP)
    return int(value) if value else None


def group_now(tx: Transaction) -> int | None:
    value = facts.value_now(tx, facts.COMMITTEE_GROUP)
    return int(value) if value else None


def bind(tx: Transaction, chat_id: int | None) -> None:
    """From now on questions go there; None: to each organiser."""
    facts.remember(tx, facts.COMMITTEE_GROUP, _text(chat_id))


def configure(tx: Transaction, chat_id: int | None) -> bool:
    """Takes over the group of the configuration where that has changed, and says so; else all stays."""
    if (facts.value_now(tx, facts.CONFIGURED_GROUP) or "") == _text(chat_id):
        return False
    facts.remember(tx, facts.CONFIGURED_GROUP, _text(chat_id))
    bind(tx, chat_id)
    return True


def recipients(tx: Transaction, organisers: Iterable[int]) -> tuple[int, ...]:
    """The chats that get the questions; none where there is nobody to ask."""
    bound = group_now(tx)
    return tuple(sorted(organisers)) if bound is None else (bound,)


def _text(chat_id: int | None) -> str:
    return "" if chat_id is None else str(chat_id)
