"""What a message says of the message that it answers (Client.cpp, check_reply_parameters)."""

from __future__ import annotations

from typing import Any

from bot.rehearsal import utf16
from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import formatted
from bot.rehearsal.methods.call import Call, find_chat
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.origins import external_reply


def read_reply(call: Call, chat: Chat) -> Json:
    """``reply_to_message``, ``external_reply`` and ``quote`` of the Message to come.

    Raises ApiError when the message to be replied is not there and has to be.
    """
    wanted = _wanted(call)
    message_id = wanted.get("message_id") or 0
    if not isinstance(message_id, int) or message_id <= 0:
        return {}
    place = _place(call, chat, wanted)
    message = place.messages.get(message_id)
    if message is None and wanted.get("allow_sending_without_reply"):
        return {}
    if message is None:
        raise bad_request("message to be replied not found")
    return _reply(place is chat, message) | _quote(call, wanted, message)


def _wanted(call: Call) -> Json:
    if not call.parameters.has("reply_parameters"):
        return {
            "message_id": call.parameters.integer("reply_to_message_id"),
            "allow_sending_without_reply": call.parameters.boolean("allow_sending_without_reply"),
        }
    wanted = call.parameters.decoded("reply_parameters", "reply parameters")
    if wanted is not None and not isinstance(wanted, dict):
        raise bad_request("Object expected as reply parameters")
    return wanted or {}


def _place(call: Call, chat: Chat, wanted: Json) -> Chat:
    other = wanted.get("chat_id")
    if other is None or str(other) == call.parameters.text("chat_id"):
        return chat
    call.parameters.values["reply_chat_id"] = other
    return find_chat(call, "reply_chat_id")


def _reply(same_chat: bool, message: Message) -> Json:
    if not same_chat:
        return {"external_reply": external_reply(message.body)}
    return {"reply_to_message": without_reply(message.body)}


def without_reply(body: Json) -> Json:
    """A message inside another one; it holds no further ones."""
    return {name: value for name, value in body.items() if name != "reply_to_message"}


def _quote(call: Call, wanted: Json, message: Message) -> Json:
    if not wanted.get("quote"):
        return {}
    quote, entities = formatted(
        call.state,
        str(wanted["quote"]),
        str(wanted.get("quote_parse_mode") or ""),
        wanted.get("quote_entities"),
    )
    original = message.body.get("text") or message.body.get("caption") or ""
    index = original.find(quote)
    if index < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    body: dict[str, Any] = {"text": quote, "position": utf16.length(original[:index]), "is_manual": True}
    return {"quote": body | {"entities": entities} if entities else body}
