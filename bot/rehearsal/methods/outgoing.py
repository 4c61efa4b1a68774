"""What all methods that send a message do: find the place, check the limits, put the message there."""

from __future__ import annotations

from bot.rehearsal import standing
from bot.rehearsal.errors import bad_request
from bot.rehearsal.keyboards import read_markup
from bot.rehearsal.methods.call import Call, writable_chat
from bot.rehearsal.methods.replying import read_reply
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import GENERAL_TOPIC_ID, Chat, Message
from bot.rehearsal.posting import post
from bot.rehearsal.topics import in_topic

PRIVATE_REQUESTS = {"request_contact": "phone number", "request_location": "location"}


def send(call: Call, content: Json) -> Message:
    """Sends one message with the common parameters: place, reply, topic, protection, markup.

    Raises ApiError when the bot may not write there, and 429.
    """
    markup = read_markup(call.parameters)
    chat = writable_chat(call)
    _check_requests(chat, markup)
    frame = read_frame(call, chat)
    call.spend(chat)
    return put(call, chat, frame | content, markup)


def _check_requests(chat: Chat, markup: Json | None) -> None:
    """Telegram lets bots ask for these in private chats only."""
    rows = (markup or {}).get("keyboard", [])
    for name, called in PRIVATE_REQUESTS.items():
        if not chat.is_private and any(name in button for row in rows for button in row):
            raise bad_request(f"{called} can be requested in private chats only")


def read_frame(call: Call, chat: Chat) -> Json:
    """The fields of the Message that come from the common parameters."""
    frame = read_topic(call, chat) | read_reply(call, chat)
    if call.parameters.boolean("protect_content"):
        frame["has_protected_content"] = True
    if chat.is_private and call.parameters.text("message_effect_id"):
        frame["effect_id"] = call.parameters.text("message_effect_id")
    return frame


def read_topic(call: Call, chat: Chat) -> Json:
    """``message_thread_id`` of a topic that exists."""
    thread_id = call.parameters.integer("message_thread_id")
    if thread_id <= 0 or (chat.is_forum and thread_id == GENERAL_TOPIC_ID):
        return {}
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not chat.members[call.bot.id].may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return in_topic(chat, topic)


def put(call: Call, chat: Chat, content: Json, markup: Json | None) -> Message:
    """Adds the bot's message and lets its markup take effect."""
    inline = markup is not None and "inline_keyboard" in markup
    body = content | {"reply_markup": markup} if inline else content
    message = post(
        call.state,
        chat,
        call.bot.profile,
        body,
        author=call.bot,
        had_reply_keyboard=markup is not None and not inline,
    )
    if markup is not None and not inline:
        standing.show(call.state, chat, message, markup)
    return message
