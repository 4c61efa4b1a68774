"""Small facts about this installation: the current event, the bot's user name, where the walls are."""

from __future__ import annotations

from data.database import Reads, Transaction
from data.statements import statements

BOT_USERNAME = "bot_username"
COMMITTEE_GROUP, CONFIGURED_GROUP = "committee_group", "configured_group"
CURRENT_EVENT = "current_event"
LIST_KEY = "list_key"
QUESTIONS_MODERATED = "questions_moderated"
WALL_ADDRESS = "wall_address"

_sql = statements("facts")


async def value(reads: Reads, name: str) -> str | None:
    for row in await reads.execute_fetchall(_sql["value"], {"name": name}):
        return str(row["value"])
    return None


def value_now(tx: Transaction, name: str) -> str | None:
    row = tx.execute(_sql["value"], {"name": name}).fetchone()
    return str(row["value"]) if row else None


def remember(tx: Transaction, name: str, new: str) -> None:
    tx.execute(_sql["remember"], {"name": name, "value": new})


def remember_first(tx: Transaction, name: str, new: str) -> str:
    """The value the fact has; ``new`` where it had none."""
    present = value_now(tx, name)
    if present is None:
        remember(tx, name, new)
    return present or new


def forget(tx: Transaction, name: str) -> None:
    tx.execute(_sql["forget"], {"name": name})
