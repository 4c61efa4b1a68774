"""The files that Telegram keeps. A ``file_id`` belongs to one bot, a ``file_unique_id`` to the file."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.model import Json

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "audio": "music",
    "voice": "voice",
    "animation": "animations",
    "video_note": "video_notes",
    "sticker": "stickers",
    "thumbnail": "thumbnails",
}


@dataclass(slots=True, eq=False)
class StoredFile:
    """One file as Telegram holds it; the sizes of a photo are files of their own with the same bytes."""

    unique_id: str
    kind: str
    number: int
    content: bytes
    file_name: str = ""
    content_type: str = "application/octet-stream"
    about: Json = field(default_factory=dict)
    """What the Bot API tells of it besides: width, height, duration, performer, …"""
    thumbnail: StoredFile | None = None
    original: StoredFile | None = None
    """The photo of which this is a smaller size."""

    @property
    def path(self) -> str:
        """``file_path`` of getFile."""
        suffix = "." + self.file_name.rpartition(".")[2] if "." in self.file_name else ""
        return f"{FOLDERS[self.kind]}/file_{self.number}{suffix}"

    def file_id(self, bot_id: int) -> str:
        packed = f"{bot_id}/{self.kind}/{self.unique_id}".encode()
        return "AgAD" + base64.urlsafe_b64encode(packed).decode().rstrip("=")

    def reference(self, bot_id: int) -> Json:
        """What every object with a file begins with."""
        reference = {
            "file_id": self.file_id(bot_id),
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }
        return reference | self.about


class FileStore:
    def __init__(self) -> None:
        self._by_unique_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self,
        kind: str,
        content: bytes,
        *,
        file_name: str = "",
        content_type: str = "application/octet-stream",
        about: Json | None = None,
        variant: str = "",
    ) -> StoredFile:
        """Keeps a file; the same bytes of the same kind, name, description and variant are the same file."""
        about = about or {}
        unique_id = _unique_id(content, repr((kind, file_name, about, variant)))
        known = self._by_unique_id.get(unique_id)
        if known is not None:
            return known
        number = len(self._by_unique_id)
        stored = StoredFile(unique_id, kind, number, content, file_name, content_type, about)
        self._by_unique_id[unique_id] = self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str, bot_id: int) -> StoredFile | None:
        """The file of that id; None when the id is made up or belongs to another bot."""
        owner, unique_id = _unpack(file_id)
        return self._by_unique_id.get(unique_id) if owner == str(bot_id) else None

    def find_of_any_bot(self, file_id: str) -> StoredFile | None:
        return self._by_unique_id.get(_unpack(file_id)[1])

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def as_seen_by(self, bot_id: int, value: Any) -> Any:
        """A part of a message with the file_ids that this bot knows the files by."""
        if isinstance(value, list):
            return [self.as_seen_by(bot_id, item) for item in value]
        if not isinstance(value, dict):
            return value
        seen = {name: self.as_seen_by(bot_id, item) for name, item in value.items()}
        file = self.find_of_any_bot(value["file_id"]) if "file_id" in value else None
        return seen | {"file_id": file.file_id(bot_id)} if file else seen


def _unique_id(content: bytes, description: str) -> str:
    digest = hashlib.blake2b(content, digest_size=11)
    digest.update(b"\0" + description.encode("utf-8", "surrogatepass"))
    return "AQAD" + base64.urlsafe_b64encode(digest.digest()).decode().rstrip("=")


def _unpack(file_id: str) -> tuple[str, str]:
    """The owner and the unique id in a file_id; empty texts when it is none."""
    packed = file_id.removeprefix("AgAD")
    try:
        owner, _, unique_id = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode().split("/")
    except ValueError:
        return "", ""
    return owner, unique_id
