"""Topics: how they begin, and how a message belongs to one."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import GENERAL_TOPIC_ID, Chat, Topic
from bot.rehearsal.model.state import State
from bot.rehearsal.posting import post


def open_topic(
    state: State,
    chat: Chat,
    creator: Json,
    name: str,
    colour: int,
    icon: str | None = None,
    *,
    author: Bot | None = None,
) -> Topic:
    """Begins a topic; its id is that of the service message about it."""
    thread_id = chat.ids.last + 1
    topic = chat.topics[thread_id] = Topic(thread_id, name, colour, icon)
    created: Json = {"name": name, "icon_color": colour} | ({"icon_custom_emoji_id": icon} if icon else {})
    place = {"message_thread_id": thread_id, "is_topic_message": True}
    post(state, chat, creator, place | {"forum_topic_created": created}, author=author)
    return topic


def in_topic(chat: Chat, topic: Topic) -> Json:
    """The fields that put a message into a topic; without another reply it answers the topic's first."""
    if topic.thread_id == GENERAL_TOPIC_ID:
        return {}
    place: Json = {"message_thread_id": topic.thread_id, "is_topic_message": True}
    root = chat.messages.get(topic.thread_id)
    return place | {"reply_to_message": root.body} if root else place
