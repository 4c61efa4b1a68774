"""Files of the sessions: where they lie, which are at Telegram already, who waits for a missing one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from data import outbox
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("materials")

MATERIAL = "material"
"""The kind of the message that a missing file has come; its subject is a JSON array [session id, file]."""


def path_of(folder: Path, file: str) -> Path | None:
    """The file inside the event's folder; None while it is missing, or where it points outside."""
    path = (folder / file).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


def digest(path: Path) -> str:
    """SHA-256 of the content: a changed file is uploaded anew."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def uploaded(reads: Reads, bot_id: int, content: str) -> str | None:
    """The file_id under which Telegram has this content from this bot."""
    for row in await reads.execute_fetchall(_sql["upload"], {"bot_id": bot_id, "digest": content}):
        return str(row["file_id"])
    return None


def keep_upload(tx: Transaction, bot_id: int, content: str, file_id: str) -> None:
    tx.execute(_sql["keep_upload"], {"bot_id": bot_id, "digest": content, "file_id": file_id})


def forget_upload(tx: Transaction, bot_id: int, content: str) -> None:
    """Telegram does not know the file_id any more."""
    tx.execute(_sql["forget_upload"], {"bot_id": bot_id, "digest": content})


def wait_for(tx: Transaction, event_id: int, session_id: str, file: str, chat_id: int) -> None:
    """This chat is to be told when the file is there."""
    values = {"event_id": event_id, "session_id": session_id, "file": file, "chat_id": chat_id}
    tx.execute(_sql["wait_for"], values)


async def awaited(reads: Reads, event_id: int) -> list[tuple[str, str]]:
    """Session and file of each material somebody waits for."""
    rows = await reads.execute_fetchall(_sql["awaited"], {"event_id": event_id})
    return [(row["session_id"], row["file"]) for row in rows]


def announce(tx: Transaction, event_id: int, session_id: str, file: str, now: float) -> None:
    """Tells all who wait for it, and ends their waiting."""
    key = {"event_id": event_id, "session_id": session_id, "file": file}
    subject = json.dumps([session_id, file])
    tx.execute(_sql["announce"], {**key, "subject": subject, "priority": outbox.NOTICE, "now": now})
    tx.execute(_sql["end_wait"], key)


def forget(tx: Transaction, chat_id: int) -> None:
    tx.execute(_sql["forget"], {"chat_id": chat_id})
