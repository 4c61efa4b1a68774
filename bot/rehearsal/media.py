"""Files in messages: kept, described as the Bot API does, and refused where Telegram refuses."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable

from bot.rehearsal import images
from bot.rehearsal.downloads import fetch
from bot.rehearsal.errors import ApiError, bad_request
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.files import StoredFile
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters, Upload

MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = (90, 320, 800, 1280)
"""Longest sides of the sizes that Telegram makes of a photo; larger ones than the photo are left out.

A photo that is smaller than all of them has one of half its size here."""
UNKNOWN_SIZE = (320, 240)
WITH_THUMBNAIL = frozenset({"document", "video", "audio", "animation", "video_note"})

TITLES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "audio": "Audio",
    "voice": "VoiceNote",
    "animation": "Animation",
    "video_note": "VideoNote",
    "sticker": "Sticker",
}


async def content_of(state: State, bot: Bot, kind: str, source: Parameters, field: str) -> Json:
    """The file that ``source`` names in ``field``, as the field of a Message that holds it.

    ``source`` are the parameters of a call, or one InputMedia; it also says what the file is like.
    Raises ApiError when there is no file, or none that Telegram would take.
    """
    value = source.text(field)
    upload = source.upload(field)
    if upload is None and not value:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    if upload is None and value.startswith(("http://", "https://")):
        upload = await fetch(value, kind)
    if upload is not None:
        return stored(state, bot, kind, upload, source)
    return _resent(state, bot, kind, value)


def _resent(state: State, bot: Bot, kind: str, file_id: str) -> Json:
    file = state.files.find(file_id, bot.id)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind == "animation" and kind == "document":
        kind = "animation"
    file = file.original or file
    if file.kind != kind:
        raise bad_request(f"Can't use file of type {TITLES.get(file.kind, 'Thumbnail')} as {TITLES[kind]}")
    return shown(state, bot, file)


def stored(state: State, bot: Bot, kind: str, upload: Upload, source: Parameters) -> Json:
    """Keeps an uploaded file and describes it.

    Raises ApiError for an empty, too large or wrong one.
    """
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > MAX_UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        _check_photo(upload.content)
    if kind == "document" and _is_gif(upload) and not source.boolean("disable_content_type_detection"):
        kind = "animation"
    about = DESCRIPTIONS[kind](upload, source)
    file = state.files.add(
        kind, upload.content, file_name=upload.file_name, content_type=_mime_type(upload), about=about
    )
    if kind in WITH_THUMBNAIL and (thumbnail := source.upload("thumbnail") or source.upload("thumb")):
        width, height = images.size(thumbnail.content) or UNKNOWN_SIZE
        file.thumbnail = state.files.add(
            "thumbnail",
            thumbnail.content,
            file_name=thumbnail.file_name,
            about={"width": width, "height": height},
        )
    return shown(state, bot, file)


def _is_gif(upload: Upload) -> bool:
    return upload.content.startswith(b"GIF8")


def _check_photo(content: bytes) -> None:
    if len(content) > MAX_PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {MAX_PHOTO_BYTES} bytes"
        )
    if not images.is_picture(content):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = images.size(content) or UNKNOWN_SIZE
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def shown(state: State, bot: Bot, file: StoredFile) -> Json:
    """A file as the field of a Message; an animation fills ``document`` as well."""
    if file.kind == "photo":
        return {"photo": photo_sizes(state, bot, file)}
    body = file.reference(bot.id)
    if file.thumbnail is not None:
        body["thumbnail"] = file.thumbnail.reference(bot.id)
    if file.kind == "animation":
        names = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type", "thumbnail")
        return {"animation": body, "document": {name: body[name] for name in names if name in body}}
    return {file.kind: body}


def photo_sizes(state: State, bot: Bot, file: StoredFile) -> list[Json]:
    """The sizes of a photo, smallest first. All have the bytes of the original: nothing is scaled here."""
    width, height = file.about["width"], file.about["height"]
    longest = max(width, height)
    sides = [side for side in PHOTO_SIDES if side < longest] or [max(1, longest // 2)]
    return [
        *(_smaller(state, file, side, longest).reference(bot.id) for side in sides),
        file.reference(bot.id),
    ]


def _smaller(state: State, file: StoredFile, side: int, longest: int) -> StoredFile:
    """The size of a photo whose longer side is so long."""
    about = {name: max(1, file.about[name] * side // longest) for name in ("width", "height")}
    smaller = state.files.add(
        "photo",
        file.content,
        file_name=file.file_name,
        content_type=file.content_type,
        about=about,
        variant=f"at most {side}",
    )
    smaller.original = file
    return smaller


def _mime_type(upload: Upload) -> str:
    guessed, _ = mimetypes.guess_type(upload.file_name)
    return guessed or upload.content_type.partition(";")[0] or "application/octet-stream"


def _named(upload: Upload) -> Json:
    name = {"file_name": upload.file_name} if upload.file_name else {}
    return name | {"mime_type": _mime_type(upload)}


def _given(source: Parameters, **kinds: type) -> Json:
    texts = {name: source.text(name) for name, kind in kinds.items() if kind is str and source.text(name)}
    return texts | {name: source.integer(name) for name, kind in kinds.items() if kind is int}


def _photo(upload: Upload, _: Parameters) -> Json:
    width, height = images.size(upload.content) or UNKNOWN_SIZE
    return {"width": width, "height": height}


def _document(upload: Upload, _: Parameters) -> Json:
    return _named(upload)


def _video(upload: Upload, source: Parameters) -> Json:
    return _given(source, width=int, height=int, duration=int) | _named(upload)


def _animation(upload: Upload, source: Parameters) -> Json:
    width, height = images.size(upload.content) or UNKNOWN_SIZE
    size = {"width": source.integer("width") or width, "height": source.integer("height") or height}
    return size | _given(source, duration=int) | _named(upload)


def _audio(upload: Upload, source: Parameters) -> Json:
    return _given(source, duration=int, performer=str, title=str) | _named(upload)


def _voice(upload: Upload, source: Parameters) -> Json:
    return _given(source, duration=int) | {"mime_type": _mime_type(upload)}


def _video_note(_: Upload, source: Parameters) -> Json:
    return {"length": source.integer("length", 240), "duration": source.integer("duration")}


def _sticker(upload: Upload, source: Parameters) -> Json:
    width, height = images.size(upload.content) or (512, 512)
    kind = upload.file_name.rpartition(".")[2].lower()
    emoji = {"emoji": source.text("emoji")} if source.text("emoji") else {}
    about = {"type": "regular", "width": width, "height": height}
    return about | {"is_animated": kind == "tgs", "is_video": kind == "webm"} | emoji


DESCRIPTIONS: dict[str, Callable[[Upload, Parameters], Json]] = {
    "photo": _photo,
    "document": _document,
    "video": _video,
    "animation": _animation,
    "audio": _audio,
    "voice": _voice,
    "video_note": _video_note,
    "sticker": _sticker,
}
