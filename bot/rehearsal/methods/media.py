"""Messages with files."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import read_caption
from bot.rehearsal.media import content_of
from bot.rehearsal.methods.call import Call, writable_chat
from bot.rehearsal.methods.outgoing import put, read_frame, send
from bot.rehearsal.model import Json
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters

WITH_COVERING = frozenset({"photo", "video", "animation"})
"""Kinds that can be covered with a spoiler or stand below their caption."""
ALBUM_KINDS = frozenset({"photo", "video", "audio", "document"})
ALBUM_LENGTH = range(2, 11)


async def send_photo(call: Call) -> Json:
    return await _send_file(call, "photo")


async def send_document(call: Call) -> Json:
    return await _send_file(call, "document")


async def send_video(call: Call) -> Json:
    return await _send_file(call, "video")


async def send_animation(call: Call) -> Json:
    return await _send_file(call, "animation")


async def send_audio(call: Call) -> Json:
    return await _send_file(call, "audio")


async def send_voice(call: Call) -> Json:
    return await _send_file(call, "voice")


async def send_video_note(call: Call) -> Json:
    content = await content_of(call.state, call.bot, "video_note", call.parameters, "video_note")
    return send(call, content).body


async def send_sticker(call: Call) -> Json:
    return send(call, await content_of(call.state, call.bot, "sticker", call.parameters, "sticker")).body


async def _send_file(call: Call, kind: str) -> Json:
    content = await content_of(call.state, call.bot, kind, call.parameters, kind)
    return send(call, content | caption_and_cover(call.state, kind, call.parameters)).body


def caption_and_cover(state: State, kind: str, source: Parameters) -> Json:
    """The caption of a file, where it stands, and whether the picture is covered."""
    content = read_caption(state, source)
    if kind in WITH_COVERING and content and source.boolean("show_caption_above_media"):
        content["show_caption_above_media"] = True
    if kind in WITH_COVERING and source.boolean("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


async def send_media_group(call: Call) -> list[Json]:
    items = _album(call)
    contents = [await input_media(call, item) for item in items]
    chat = writable_chat(call)
    frame = read_frame(call, chat)
    call.spend(chat, len(contents))
    frame["media_group_id"] = str(13_000_000_000_000_000 + call.state.number())
    return [put(call, chat, frame | content, None).body for content in contents]


def _album(call: Call) -> list[Json]:
    media = call.parameters.decoded("media", "media")
    if media is None:
        raise bad_request('Parameter "media" is required')
    if not isinstance(media, list):
        raise bad_request("Expected an Array of InputMedia")
    if len(media) not in ALBUM_LENGTH:
        raise bad_request("Wrong number of items in the album")
    kinds = {str(item.get("type")) for item in media if isinstance(item, dict)}
    if "animation" in kinds:
        raise bad_request("Can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup")
    if len(kinds) > 1 and kinds & {"audio", "document"}:
        raise bad_request("Can't use the media of the specified type in the album")
    return media


async def input_media(call: Call, item: object) -> Json:
    """The content of a message from an InputMedia: the file, its caption and cover.

    Raises ApiError in Telegram's words.
    """
    if not isinstance(item, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    source = Parameters(item, call.parameters.files)
    named = str(item.get("media") or "")
    if not named or (named.startswith("attach://") and source.upload("media") is None):
        raise bad_request("Can't parse InputMedia: media not found")
    kind = str(item.get("type"))
    if kind not in ALBUM_KINDS | {"animation"}:
        raise bad_request(f'Can\'t parse InputMedia: type "{kind}" is unsupported')
    content = await content_of(call.state, call.bot, kind, source, "media")
    return content | caption_and_cover(call.state, kind, source)
