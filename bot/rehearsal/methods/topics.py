"""Topics of forums."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call, own_member, writable_chat
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import GENERAL_TOPIC_ID, Chat, Topic
from bot.rehearsal.posting import post, remove
from bot.rehearsal.topics import in_topic, open_topic

COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
MAX_NAME_LENGTH = 128


def create_forum_topic(call: Call) -> Json:
    chat = _forum(call)
    name = _name(call)
    colour = call.parameters.integer("icon_color") or COLOURS[len(chat.topics) % len(COLOURS)]
    if colour not in COLOURS:
        raise bad_request("invalid icon color specified")
    topic = open_topic(
        call.state,
        chat,
        call.bot.profile,
        name,
        colour,
        call.parameters.text("icon_custom_emoji_id") or None,
        author=call.bot,
    )
    return topic.body


def _forum(call: Call) -> Chat:
    chat = writable_chat(call)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not own_member(call, chat).may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    return chat


def _name(call: Call) -> str:
    name = call.parameters.text("name").strip()
    if not name:
        raise bad_request("Topic name must be non-empty")
    if len(name) > MAX_NAME_LENGTH:
        raise bad_request("Topic name is too long")
    return name


def _topic(call: Call) -> tuple[Chat, Topic]:
    chat = _forum(call)
    topic = chat.topics.get(call.parameters.integer("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return chat, topic


def _general(call: Call) -> tuple[Chat, Topic]:
    chat = _forum(call)
    topic = chat.topics.get(GENERAL_TOPIC_ID)
    if topic is None:
        topic = chat.topics[GENERAL_TOPIC_ID] = Topic(GENERAL_TOPIC_ID, "General", COLOURS[0])
    return chat, topic


def _announce(call: Call, chat: Chat, topic: Topic, content: Json) -> None:
    post(call.state, chat, call.bot.profile, in_topic(chat, topic) | content, author=call.bot)


def edit_forum_topic(call: Call) -> bool:
    chat, topic = _topic(call)
    changed: Json = {}
    if call.parameters.text("name"):
        topic.name = changed["name"] = _name(call)
    if call.parameters.has("icon_custom_emoji_id"):
        icon = call.parameters.text("icon_custom_emoji_id")
        topic.icon_custom_emoji_id, changed["icon_custom_emoji_id"] = icon or None, icon
    if not changed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    _announce(call, chat, topic, {"forum_topic_edited": changed})
    return True


def close_forum_topic(call: Call) -> bool:
    return _set_closed(call, *_topic(call), closed=True)


def reopen_forum_topic(call: Call) -> bool:
    return _set_closed(call, *_topic(call), closed=False)


def _set_closed(call: Call, chat: Chat, topic: Topic, *, closed: bool) -> bool:
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    _announce(call, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    return True


def delete_forum_topic(call: Call) -> bool:
    chat, topic = _topic(call)
    inside = [
        message.id
        for message in chat.messages.values()
        if topic.thread_id in {message.id, message.body.get("message_thread_id")}
    ]
    del chat.topics[topic.thread_id]
    remove(call.state, chat, inside)
    return True


def unpin_all_forum_topic_messages(call: Call) -> bool:
    chat, topic = _topic(call)
    return _unpin(chat, topic.thread_id)


def unpin_all_general_forum_topic_messages(call: Call) -> bool:
    chat, _ = _general(call)
    return _unpin(chat, None)


def _unpin(chat: Chat, thread_id: int | None) -> bool:
    chat.pinned = [
        number for number in chat.pinned if chat.messages[number].body.get("message_thread_id") != thread_id
    ]
    return True


def edit_general_forum_topic(call: Call) -> bool:
    chat, topic = _general(call)
    topic.name = _name(call)
    _announce(call, chat, topic, {"forum_topic_edited": {"name": topic.name}})
    return True


def close_general_forum_topic(call: Call) -> bool:
    return _set_closed(call, *_general(call), closed=True)


def reopen_general_forum_topic(call: Call) -> bool:
    return _set_closed(call, *_general(call), closed=False)


def hide_general_forum_topic(call: Call) -> bool:
    return _set_hidden(call, hidden=True)


def unhide_general_forum_topic(call: Call) -> bool:
    return _set_hidden(call, hidden=False)


def _set_hidden(call: Call, *, hidden: bool) -> bool:
    chat, topic = _general(call)
    if topic.hidden == hidden:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.hidden = topic.closed = hidden
    _announce(
        call, chat, topic, {"general_forum_topic_hidden" if hidden else "general_forum_topic_unhidden": {}}
    )
    return True
