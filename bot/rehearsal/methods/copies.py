"""Copies and forwards."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import read_caption
from bot.rehearsal.keyboards import read_markup
from bot.rehearsal.methods.call import Call, find_chat, find_message, required, writable_chat
from bot.rehearsal.methods.edits import CAPTION_FIELDS, CAPTIONED, read_message_ids
from bot.rehearsal.methods.outgoing import put, read_frame
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Message
from bot.rehearsal.model.polls import FIRST_POLL_ID
from bot.rehearsal.origins import origin
from bot.rehearsal.privacy import CONTENT

COPIED_FIELDS = CONTENT | frozenset(
    {
        "entities",
        "link_preview_options",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
    }
)
UNCOPIED = frozenset({"invoice", "paid_media"})


def copy_message(call: Call) -> Json:
    required(call, "from_chat_id")
    source = find_chat(call, "from_chat_id")
    message = find_message(call, source, "message to copy")
    content = _copied(message, "message can't be copied")
    if call.parameters.has("caption") and CAPTIONED & content.keys():
        content = {name: value for name, value in content.items() if name not in CAPTION_FIELDS}
        content |= read_caption(call.state, call.parameters)
    markup = read_markup(call.parameters)
    chat = writable_chat(call)
    frame = read_frame(call, chat)
    call.spend(chat)
    return {"message_id": put(call, chat, frame | _anew(call, content), markup).id}


def _anew(call: Call, content: Json) -> Json:
    """A copied poll is a new one, without the votes."""
    if "poll" not in content:
        return content
    number = str(FIRST_POLL_ID + call.state.number())
    poll = call.state.polls[number] = call.state.polls[content["poll"]["id"]].copied(number, call.bot.id)
    return content | {"poll": poll.body}


def _copied(message: Message, refusal: str) -> Json:
    content = {name: value for name, value in message.body.items() if name in COPIED_FIELDS}
    if not CONTENT & content.keys() or UNCOPIED & content.keys():
        raise bad_request(refusal)
    return content


def copy_messages(call: Call) -> list[Json]:
    source = find_chat(call, "from_chat_id")
    found = [source.messages[number] for number in read_message_ids(call) if number in source.messages]
    copyable = [
        message for message in found if CONTENT & message.body.keys() and not UNCOPIED & message.body.keys()
    ]
    if not copyable:
        raise bad_request("there are no messages to forward")
    dropped = CAPTION_FIELDS if call.parameters.boolean("remove_caption") else frozenset()
    contents = [
        {name: value for name, value in _copied(message, "").items() if name not in dropped}
        for message in copyable
    ]
    return _put_all(call, [_anew(call, content) for content in contents])


def forward_message(call: Call) -> Json:
    required(call, "from_chat_id")
    source = find_chat(call, "from_chat_id")
    message = find_message(call, source, "message to forward")
    content = _forwarded(message)
    chat = writable_chat(call)
    frame = read_frame(call, chat)
    call.spend(chat)
    return put(call, chat, frame | content, None).body


def _forwarded(message: Message) -> Json:
    if message.body.get("has_protected_content") or not CONTENT & message.body.keys():
        raise bad_request("message can't be forwarded")
    return {"forward_origin": origin(message.body), **_copied(message, "message can't be forwarded")}


def forward_messages(call: Call) -> list[Json]:
    source = find_chat(call, "from_chat_id")
    found = [source.messages[number] for number in read_message_ids(call) if number in source.messages]
    forwardable = [
        message
        for message in found
        if CONTENT & message.body.keys() and not message.body.get("has_protected_content")
    ]
    if not forwardable:
        raise bad_request("there are no messages to forward")
    return _put_all(call, [_forwarded(message) for message in forwardable])


def _put_all(call: Call, contents: list[Json]) -> list[Json]:
    chat = writable_chat(call)
    frame = read_frame(call, chat)
    call.spend(chat, len(contents))
    return [{"message_id": put(call, chat, frame | content, None).id} for content in contents]
