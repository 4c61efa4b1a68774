"""Pinned messages."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call, find_message, writable_chat
from bot.rehearsal.methods.chats import require_right
from bot.rehearsal.methods.replying import without_reply
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.posting import post
from bot.rehearsal.privacy import CONTENT


def pin_chat_message(call: Call) -> bool:
    chat = _chat(call)
    message = find_message(call, chat, "message to pin")
    if not CONTENT & message.body.keys():
        raise bad_request("message can't be pinned")
    if message.id in chat.pinned:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.pinned.append(message.id)
    pinned = {"pinned_message": without_reply(message.body)}
    post(call.state, chat, call.bot.profile, pinned, author=call.bot)
    return True


def _chat(call: Call) -> Chat:
    chat = writable_chat(call)
    if not chat.is_private:
        require_right(call, chat, "can_edit_messages" if chat.type == "channel" else "can_pin_messages")
    return chat


def unpin_chat_message(call: Call) -> bool:
    """Without a message_id: the newest pinned one."""
    chat = _chat(call)
    if call.parameters.integer("message_id"):
        message_id = find_message(call, chat, "message to unpin").id
    elif chat.pinned:
        message_id = max(chat.pinned)
    else:
        raise bad_request("message to unpin not found")
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    _chat(call).pinned.clear()
    return True
