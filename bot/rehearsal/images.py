"""The size of a picture, from its first bytes: PNG, JPEG, GIF, WebP, BMP."""

from __future__ import annotations

import struct

Size = tuple[int, int]

START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def is_picture(content: bytes) -> bool:
    """By its signature only."""
    return content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM")) or (
        content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    )


def size(content: bytes) -> Size | None:
    """Width and height in pixels; None when it is no picture or says nothing of its size."""
    try:
        return _size(content)
    except (struct.error, IndexError):
        return None


def _size(content: bytes) -> Size | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _unpack(">II", content, 16)
    if content.startswith(b"GIF8"):
        return _unpack("<HH", content, 6)
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(b"BM"):
        width, height = _unpack("<ii", content, 18)
        return width, abs(height)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    return None


def _unpack(layout: str, content: bytes, offset: int) -> Size:
    first, second = struct.unpack_from(layout, content, offset)
    return int(first), int(second)


def _jpeg(content: bytes) -> Size | None:
    offset = 2
    while offset + 9 <= len(content):
        if content[offset] != 0xFF:
            return None
        marker = content[offset + 1]
        if marker in START_OF_FRAME:
            height, width = _unpack(">HH", content, offset + 5)
            return width, height
        offset += 2 + int(struct.unpack_from(">H", content, offset + 2)[0])
    return None


def _webp(content: bytes) -> Size | None:
    kind = content[12:16]
    if kind == b"VP8 ":
        width, height = _unpack("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int(struct.unpack_from("<I", content, 21)[0])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        return width, int.from_bytes(content[27:30], "little") + 1
    return None
