"""Anonymous answers: one a person and subject, replaceable, and not to be joined without the key.

The key lies in a file of its own, readable by the operator alone, outside database and backups. Whoever
holds both can join them again; the texts to the user say so.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

HOUR_SECONDS = 3600


@dataclass(frozen=True)
class Anonymity:
    key: bytes

    def answer_key(self, chat_id: int, subject: str) -> bytes:
        """What stands in place of the person; HMAC-SHA256."""
        return hmac.digest(self.key, f"{chat_id}:{subject}".encode(), hashlib.sha256)


def load(path: Path) -> Anonymity:
    """Reads the key, or makes one (mode 0600). Raises OSError where neither is possible."""
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return Anonymity(bytes.fromhex(path.read_text()))


def key_file(database: Path) -> Path:
    return database.with_name(f"{database.name}.key")


def rounded(instant: float) -> int:
    """The hour the instant lies in: an answer's time must not tell whose it is."""
    return int(instant // HOUR_SECONDS) * HOUR_SECONDS
