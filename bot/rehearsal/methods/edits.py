"""Changes and deletions of messages."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import read_caption
from bot.rehearsal.keyboards import read_markup
from bot.rehearsal.methods.call import Call, find_message, writable_chat
from bot.rehearsal.methods.media import input_media
from bot.rehearsal.methods.messages import read_location, text_content
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.origins import MEDIA
from bot.rehearsal.posting import remove, replace

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
CAPTIONED = frozenset({"photo", "video", "animation", "audio", "document", "voice", "paid_media"})
CAPTION_FIELDS = frozenset({"caption", "caption_entities", "show_caption_above_media"})
MEDIA_FIELDS = MEDIA | CAPTION_FIELDS | {"text", "entities", "link_preview_options", "has_media_spoiler"}
TEXT_FIELDS = frozenset({"text", "entities", "link_preview_options"})
MAX_MESSAGE_IDS = 100
FRESH_DICE_SECONDS = 24 * 3600
UNDELETABLE = frozenset({"supergroup_chat_created", "channel_chat_created", "forum_topic_created"})
DELETABLE_SECONDS = 48 * 3600
"""A message can be deleted for 48 hours (documentation, deleteMessage)."""


def edit_message_text(call: Call) -> Json | bool:
    content = text_content(call)
    chat, message = editable(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return change(call, chat, message, TEXT_FIELDS, content)


def edit_message_caption(call: Call) -> Json | bool:
    content = read_caption(call.state, call.parameters)
    chat, message = editable(call)
    if not CAPTIONED & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    if call.parameters.boolean("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return change(call, chat, message, CAPTION_FIELDS, content)


async def edit_message_media(call: Call) -> Json | bool:
    item = call.parameters.decoded("media", "input media")
    if item is None:
        raise bad_request('Parameter "media" is required')
    content = await input_media(call, item)
    chat, message = editable(call)
    if not (MEDIA & message.body.keys() or "text" in message.body):
        raise bad_request("message can't be edited")
    return change(call, chat, message, MEDIA_FIELDS, content)


def edit_message_live_location(call: Call) -> Json | bool:
    location = read_location(call)
    chat, message = editable(call)
    _check_live(call, message)
    kept = message.body["location"]
    if "live_period" not in location:
        location["live_period"] = kept["live_period"]
    return change(call, chat, message, frozenset({"location"}), {"location": location})


def stop_message_live_location(call: Call) -> Json | bool:
    chat, message = editable(call)
    _check_live(call, message)
    location = {name: message.body["location"][name] for name in ("latitude", "longitude")}
    return change(call, chat, message, frozenset({"location"}), {"location": location})


def _check_live(call: Call, message: Message) -> None:
    period = message.body.get("location", {}).get("live_period")
    if period is None:
        raise bad_request("message can't be edited")
    if call.state.now() > message.body["date"] + period:
        raise bad_request("message can't be edited")


def edit_message_reply_markup(call: Call) -> Json | bool:
    chat, message = editable(call)
    return change(call, chat, message, frozenset(), {})


def editable(call: Call) -> tuple[Chat, Message]:
    """The chat and the message that the bot may edit.

    Raises ApiError when it is not there, or not the bot's own.
    """
    if not call.parameters.text("chat_id") and not call.parameters.integer("message_id"):
        return _inline_message(call)
    chat = writable_chat(call)
    message = find_message(call, chat, "message to edit")
    if message.sender_id != call.bot.id or message.had_reply_keyboard or "forward_origin" in message.body:
        raise bad_request("message can't be edited")
    return chat, message


def _inline_message(call: Call) -> tuple[Chat, Message]:
    inline_id = call.parameters.text("inline_message_id")
    if not inline_id:
        raise bad_request("Message identifier is not specified")
    chat, message = call.state.inline_messages.get(inline_id, (None, None))
    if chat is None or message is None or message.body["via_bot"]["id"] != call.bot.id:
        raise bad_request("MESSAGE_ID_INVALID")
    return chat, message


def change(call: Call, chat: Chat, message: Message, fields: frozenset[str], content: Json) -> Json | bool:
    """Gives the message new content in place of ``fields``, and the call's keyboard or none.

    Answers the Message, or True for one that the bot knows by its inline_message_id.

    Raises ApiError when nothing would change, and 429.
    """
    markup = read_markup(call.parameters)
    kept = {name: value for name, value in message.body.items() if name not in fields | {"reply_markup"}}
    body = kept | content
    if markup is not None and "inline_keyboard" in markup:
        body["reply_markup"] = markup
    if body == message.body:
        raise bad_request(NOT_MODIFIED)
    call.spend(chat)
    replace(call.state, chat, message, body)
    return True if call.parameters.text("inline_message_id") else message.body


def delete_message(call: Call) -> bool:
    if not call.parameters.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    if call.parameters.integer("message_id") <= 0:
        raise bad_request("Message identifier is not specified")
    chat = writable_chat(call)
    message = find_message(call, chat, "message to delete")
    check_deletable(call, chat, message)
    remove(call.state, chat, [message.id])
    return True


def check_deletable(call: Call, chat: Chat, message: Message) -> None:
    """Raises ApiError for a message that is not the bot's to delete, or too old."""
    if UNDELETABLE & message.body.keys():
        raise bad_request("message can't be deleted")
    age_seconds = call.state.now() - message.body["date"]
    if not chat.is_private and chat.members[call.bot.id].may("can_delete_messages"):
        return
    if not chat.is_private and message.sender_id != call.bot.id:
        raise bad_request("message can't be deleted")
    is_fresh_dice = chat.is_private and "dice" in message.body and age_seconds < FRESH_DICE_SECONDS
    if age_seconds > DELETABLE_SECONDS or is_fresh_dice:
        raise bad_request("message can't be deleted for everyone")


def delete_messages(call: Call) -> bool:
    message_ids = read_message_ids(call)
    chat = writable_chat(call)
    present = [message_id for message_id in message_ids if message_id in chat.messages]
    for message_id in present:
        check_deletable(call, chat, chat.messages[message_id])
    if present:
        remove(call.state, chat, present)
    return True


def read_message_ids(call: Call) -> list[int]:
    """1 to 100 message ids, each once, in order."""
    message_ids = call.parameters.decoded("message_ids", "message_ids")
    if message_ids is not None and not isinstance(message_ids, list):
        raise bad_request("Expected an Array of message identifiers")
    if not message_ids:
        raise bad_request("Message identifiers are not specified")
    if len(message_ids) > MAX_MESSAGE_IDS:
        raise bad_request("Too many message identifiers specified")
    if not all(isinstance(message_id, int) for message_id in message_ids):
        raise bad_request("Message identifier must be a Number")
    if min(message_ids) <= 0:
        raise bad_request("Invalid message identifier specified")
    return list(dict.fromkeys(message_ids))
