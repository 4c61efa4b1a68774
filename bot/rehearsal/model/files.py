"""The files that Telegram keeps. A ``file_id`` belongs to one bot, a ``file_unique_id`` to the file."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field

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
    size: int = 0
    about: Json = field(default_factory=dict)
    """What the Bot API tells of it besides: width, height, duration, performer, …"""
    thumbnail: StoredFile | None = None

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
            "file_size": self.size,
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
        content_type: str = "",
        about: Json | None = None,
    ) -> StoredFile:
        """Keeps a file; the same bytes of the same kind and name are the same file."""
        about = about or {}
        identity = hashlib.blake2b(content, digest_size=11, key=repr((kind, file_name, about)).encode()[:64])
        unique_id = "AQAD" + base64.urlsafe_b64encode(identity.digest()).decode().rstrip("=")
        if unique_id in self._by_unique_id:
            return self._by_unique_id[unique_id]
        number = len(self._by_unique_id)
        stored = StoredFile(
            unique_id,
            kind,
            number,
            content,
            file_name,
            content_type or "application/octet-stream",
            len(content),
            about,
        )
        self._by_unique_id[unique_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str, bot_id: int) -> StoredFile | None:
        """The file of that id; None when the id is made up or belongs to another bot."""
        owner, _, unique_id = _unpack(file_id)
        return self._by_unique_id.get(unique_id) if owner == str(bot_id) else None

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def _unpack(file_id: str) -> tuple[str, str, str]:
    packed = file_id.removeprefix("AgAD")
    try:
        owner, kind, unique_id = (
            base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode().split("/")
        )
    except ValueError:
        return "", "", ""
    return owner, kind, unique_id
