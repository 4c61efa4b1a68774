"""What a chat is in the middle of: registration, a comment, a broadcast. Survives a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("dialogs")


@dataclass(frozen=True)
class Dialog:
    """``kind`` says which conversation, ``step`` what it waits for, ``draft`` what has been said so far."""

    kind: str
    step: str
    draft: Mapping[str, Any] = field(default_factory=dict)

    def at(self, step: str, **said: Any) -> Dialog:
        """The dialog as it goes on, with what was just said."""
        return replace(self, step=step, draft={**self.draft, **said})


async def find(reads: Reads, chat_id: int) -> Dialog | None:
    for row in await reads.execute_fetchall(_sql["find"], {"chat_id": chat_id}):
        return Dialog(row["kind"], row["step"], json.loads(row["draft"]))
    return None


async def kind(reads: Reads, chat_id: int) -> str | None:
    """Which conversation stands open, if one does."""
    for row in await reads.execute_fetchall(_sql["kind"], {"chat_id": chat_id}):
        return str(row["kind"])
    return None


def find_now(tx: Transaction, chat_id: int) -> Dialog | None:
    row = tx.execute(_sql["find"], {"chat_id": chat_id}).fetchone()
    return Dialog(row["kind"], row["step"], json.loads(row["draft"])) if row else None


def save(tx: Transaction, chat_id: int, dialog: Dialog, now: float) -> None:
    draft = json.dumps(dialog.draft, ensure_ascii=False)
    values = {"chat_id": chat_id, "kind": dialog.kind, "step": dialog.step, "draft": draft, "now": now}
    tx.execute(_sql["save"], values)


def close(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["close"], {"chat_id": chat_id})


def forget(tx: Transaction, chat_id: int) -> None:
    """What a chat is in the middle of is all there is to forget."""
    close(tx, chat_id)
