"""What people do in their chats."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal import standing, utf16
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ApiError, ControlError
from bot.rehearsal.formatting import MAX_TEXT_UNITS, formatted
from bot.rehearsal.methods.replying import without_reply
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.model.state import State
from bot.rehearsal.model.users import User
from bot.rehearsal.posting import post
from bot.rehearsal.topics import in_topic

ACTOR_FIELDS = frozenset({"bot", "user", "chat", "reply_to", "message_thread_id"})
SAY_FIELDS = ACTOR_FIELDS | {"text", "parse_mode"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a chat, and the bot that the call is about."""

    bot: Bot
    user: User
    chat: Chat


def actor(state: State, fields: Fields) -> Actor:
    """Who acts where: by default in the private chat with the bot, which begins then.

    Raises ControlError for unknown ones, and for people who cannot write there.
    """
    bot = state.chosen_bot(fields.text("bot", "") or None)
    user = state.user(fields.integer("user"))
    if user.deactivated:
        raise ControlError(f"User {user.id} is deactivated and can do nothing.")
    chat_id = fields.integer("chat", user.id)
    if chat_id == user.id:
        if bot.id in user.blocked:
            raise ControlError(f"User {user.id} has blocked the bot: unblock it first.")
        return Actor(bot, user, state.private_chat(bot, user))
    return Actor(bot, user, group_of(state, chat_id, user))


def group_of(state: State, chat_id: int, user: User) -> Chat:
    """The group in which the person is.

    Raises ControlError when there is none.
    """
    chat = state.groups.get(chat_id)
    if chat is None:
        raise ControlError(f"There is no chat {chat_id} for user {user.id}.")
    member = chat.members.get(user.id)
    if member is None or not member.is_present:
        raise ControlError(f"User {user.id} is not in chat {chat_id}: let them join first.")
    if member.status == "restricted" and not member.rights["can_send_messages"]:
        raise ControlError(f"User {user.id} is restricted in chat {chat_id} and cannot write.")
    return chat


def say(state: State, fields: Fields) -> Json:
    """The person writes; a text that is the label of a reply keyboard's button taps it."""
    who = actor(state, fields)
    text = fields.text("text")
    button = standing.button(who.chat, who.user.id, text)
    content = tapped(state, who, button) if button else written(state, text, fields.text("parse_mode", ""))
    return write(state, who, content, fields, tapped=button is not None)


def written(state: State, text: str, parse_mode: str) -> Json:
    """The content of a person's text message; apps send marked-up text as entities.

    Raises ControlError when an app would not send it.
    """
    try:
        plain, entities = formatted(state, text, parse_mode, None)
    except ApiError as error:
        raise ControlError(f"The text cannot be sent: {error.description}") from None
    if not plain:
        raise ControlError("text is empty.")
    if utf16.length(plain) > MAX_TEXT_UNITS:
        raise ControlError(f"text is longer than {MAX_TEXT_UNITS} characters; an app would send it in parts.")
    return {"text": plain, "entities": entities} if entities else {"text": plain}


def tapped(state: State, who: Actor, button: Json) -> Json:
    """What a tap on a button of the reply keyboard sends."""
    if button.get("request_contact"):
        return {"contact": own_contact(who.user)}
    if button.get("request_location"):
        return {"location": who.user.location}
    needs_more = {
        "request_users",
        "request_chat",
        "request_poll",
        "request_managed_bot",
        "web_app",
    } & button.keys()
    if needs_more:
        raise ControlError(f"The button asks for more than a tap ({needs_more.pop()}): use POST send.")
    return written(state, button["text"], "")


def own_contact(user: User) -> Json:
    """A Contact of the person themselves, as the app shares it."""
    contact = {"phone_number": user.phone_number.removeprefix("+"), "first_name": user.profile["first_name"]}
    if "last_name" in user.profile:
        contact["last_name"] = user.profile["last_name"]
    return contact | {"user_id": user.id}


def write(state: State, who: Actor, content: Json, fields: Fields, *, tapped: bool = False) -> Json:
    """Posts a person's message; answers its ids and the feed's revision after it."""
    before = who.bot.updates.last_id
    message = post(state, who.chat, who.user.profile, frame(who, fields) | content)
    standing.after_use(state, who.chat, who.user.id, tapped=tapped)
    return {
        "update_id": who.bot.updates.last_id if who.bot.updates.last_id > before else None,
        "message_id": message.id,
        "revision": message.revision,
    }


def frame(who: Actor, fields: Fields) -> Json:
    """The reply and the topic of a person's message."""
    body: Json = {}
    if fields.has("message_thread_id"):
        thread_id = fields.integer("message_thread_id")
        if thread_id not in who.chat.topics:
            raise ControlError(f"There is no topic {thread_id} in chat {who.chat.id}.")
        topic = who.chat.topics[thread_id]
        if topic.closed and not who.chat.members[who.user.id].may("can_manage_topics"):
            raise ControlError(f"The topic {topic.name!r} is closed.")
        body |= in_topic(who.chat, topic)
    if fields.has("reply_to"):
        body["reply_to_message"] = without_reply(message_in(who.chat, fields.integer("reply_to")).body)
    return body


def message_in(chat: Chat, message_id: int) -> Message:
    message = chat.messages.get(message_id)
    if message is None:
        raise ControlError(f"There is no message {message_id} in chat {chat.id}.")
    return message
