"""What a chat is in the middle of: registration, a comment, a broadcast. Survives a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from data.anonymity import Anonymity
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


def sealed(anonymity: Anonymity, kind: str, step: str, draft: Mapping[str, Any]) -> Dialog:
    """One that tells nobody without the key what its chat is writing: it may become an anonymous answer."""
    return Dialog(kind, step, {"sealed": anonymity.seal_text(json.dumps(draft, ensure_ascii=False))})


def opened(anonymity: Anonymity, dialog: Dialog) -> Dialog | None:
    """The same with its draft to be read; None where that was sealed with a key that is lost."""
    if "sealed" not in dialog.draft:
        return dialog
    try:
        return replace(dialog, draft=json.loads(anonymity.unseal_text(dialog.draft["sealed"])))
    except ValueError:
        return None


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
    """Of a sealed one neither its instant stays: it would be that of an answer."""
    draft = json.dumps(dialog.draft, ensure_ascii=False)
    instant = 0 if "sealed" in dialog.draft else now
    values = {"chat_id": chat_id, "kind": dialog.kind, "step": dialog.step, "draft": draft, "now": instant}
    tx.execute(_sql["save"], values)


def close(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["close"], {"chat_id": chat_id})


def forget(tx: Transaction, chat_id: int) -> None:
    """What a chat is in the middle of is all there is to forget."""
    close(tx, chat_id)
