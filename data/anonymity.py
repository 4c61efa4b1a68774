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

from data.errors import RakorError

HOUR_SECONDS = 3600
KEY_BYTES = 32
NONCE_BYTES, NUMBER_BYTES, PROOF_BYTES = 16, 8, 16
END, FILL_BYTES = b"\x01", 1024
"""What ends a sealed text, and the size it is filled up to with zeros."""


@dataclass(frozen=True)
class Anonymity:
    key: bytes

    def answer_key(self, chat_id: int, subject: str) -> bytes:
        """What stands in place of the person; HMAC-SHA256."""
        return hmac.digest(self.key, f"{chat_id}:{subject}".encode(), hashlib.sha256)

    def seal(self, number: int) -> bytes:
        """The number encrypted, each time otherwise: what is needed to reply to somebody unknown."""
        return self._sealed(number.to_bytes(NUMBER_BYTES, signed=True))

    def unseal(self, sealed: bytes) -> int:
        """Raises ValueError for what was not sealed with this key."""
        return int.from_bytes(self._unsealed(sealed), signed=True)

    def seal_text(self, text: str) -> str:
        """The text encrypted, in hexadecimal; its length tells no more than how many kilobytes it fills."""
        content = text.encode("utf-8", "surrogatepass") + END
        return self._sealed(content + bytes(-len(content) % FILL_BYTES)).hex()

    def unseal_text(self, sealed: str) -> str:
        """Raises ValueError for what was not sealed with this key."""
        content = self._unsealed(bytes.fromhex(sealed))
        return content[: content.rindex(END)].decode("utf-8", "surrogatepass")

    def _sealed(self, content: bytes) -> bytes:
        """Blocks of HMAC as the pad and another as the proof; a library would cost more at start."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        body = nonce + self._padded(nonce, content)
        return body + self._block(b"proof", body)[:PROOF_BYTES]

    def _unsealed(self, sealed: bytes) -> bytes:
        body, proof = sealed[:-PROOF_BYTES], sealed[-PROOF_BYTES:]
        if not hmac.compare_digest(proof, self._block(b"proof", body)[:PROOF_BYTES]):
            raise ValueError("sealed with another key")
        return self._padded(body[:NONCE_BYTES], body[NONCE_BYTES:])

    def _padded(self, nonce: bytes, content: bytes) -> bytes:
        """The first block is that of the nonce alone, the others are counted."""
        size = hashlib.sha256().digest_size
        counters = [nonce, *(nonce + at.to_bytes(4) for at in range(1, -(-len(content) // size)))]
        pad = b"".join(self._block(b"pad", one) for one in counters)[: len(content)]
        together = int.from_bytes(content) ^ int.from_bytes(pad)
        return together.to_bytes(len(content))

    def _block(self, use: bytes, content: bytes) -> bytes:
        return hmac.digest(self.key, b"seal:" + use + b":" + content, hashlib.sha256)


class KeyFileError(RakorError):
    """The key file cannot be used."""


def load(path: Path) -> Anonymity:
    """Reads the key, or makes one (mode 0600). Raises KeyFileError where neither is possible."""
    try:
        if not path.exists():
            _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise KeyFileError(f"{path}: the key of the anonymous answers cannot be read ({error}).") from error
    if len(key) != KEY_BYTES:
        raise KeyFileError(
            f"{path}: this is no key of anonymous answers. Put the right one back; if there is none, "
            "delete the file: a new one is made, and answers given before cannot be changed any more."
        )
    return Anonymity(key)


def _make(path: Path) -> None:
    """Whole or not at all: a crash leaves no half key, and a key that is there stays."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()


def key_file(database: Path) -> Path:
    return database.with_name(f"{database.name}.key")


def rounded(instant: float) -> int:
    """The hour the instant lies in: an answer's time must not tell whose it is."""
    return int(instant // HOUR_SECONDS) * HOUR_SECONDS
