"""One call of a bot, and what almost every method needs of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal.errors import bad_request, forbidden
from bot.rehearsal.flood import COUNTED_PREFIXES, UNCOUNTED
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.chats import Chat, Member, Message
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Call:
    state: State
    bot: Bot
    method: str
    """Lower-cased."""
    parameters: Parameters

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Flood control for messages to a chat.

        Raises ApiError 429.
        """
        if self.method.startswith(COUNTED_PREFIXES) and self.method not in UNCOUNTED:
            self.state.flood(self.bot).spend(self.state.limits, chat.id, self.state.now(), count)


@dataclass(frozen=True, slots=True)
class Described:
    """A result that Telegram answers with a sentence beside it."""

    result: bool
    description: str


def find_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat of a parameter, for reading.

    Raises ApiError when there is none that the bot knows.
    """
    wanted = call.parameters.text(name)
    if not wanted:
        raise bad_request("chat_id is empty")
    chat = _by_username(call, wanted[1:]) if wanted.startswith("@") else _by_id(call, wanted)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def _by_username(call: Call, username: str) -> Chat | None:
    return call.state.group_by_name(username)


def _by_id(call: Call, wanted: str) -> Chat | None:
    try:
        number = int(wanted)
    except ValueError:
        return None
    if number < 0:
        chat = call.state.groups.get(number)
        return chat if chat is not None and call.bot.id in chat.members else None
    return call.bot.private.get(number)


def writable_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat of a parameter, for writing (Client.cpp, check_chat_access).

    Raises ApiError when the bot cannot write there.
    """
    if call.parameters.has("business_connection_id"):
        raise bad_request("business connection not found")
    _check_acquainted(call, call.parameters.integer(name))
    chat = find_chat(call, name)
    if chat.is_private:
        _check_person(call, chat)
    else:
        _check_membership(call, chat)
    return chat


def _check_acquainted(call: Call, number: int) -> None:
    """A bot writes only to people who wrote to it first, and never to bots."""
    if number in call.state.users and number not in call.bot.private:
        raise forbidden("bot can't initiate conversation with a user")
    if number not in call.state.users and call.state.bot_by_id(number) is not None:
        raise forbidden("bot can't send messages to bots")


def _check_person(call: Call, chat: Chat) -> None:
    user = call.state.users[chat.id]
    if user.deactivated:
        raise forbidden("user is deactivated")
    if call.bot.id in user.blocked:
        raise forbidden("bot was blocked by the user")


def _check_membership(call: Call, chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    member = chat.members.get(call.bot.id)
    if member is not None and member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if member is None or not member.is_present:
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    if chat.type == "channel" and not member.may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")


def own_member(call: Call, chat: Chat) -> Member:
    """The bot as a member of a group."""
    return chat.members[call.bot.id]


def required(call: Call, name: str) -> str:
    """A text that has to be there.

    Raises ApiError when it is not.
    """
    value = call.parameters.text(name)
    if not value:
        raise bad_request(f'Parameter "{name}" is required')
    return value


def find_message(call: Call, chat: Chat, called: str, name: str = "message_id") -> Message:
    """The message of a parameter.

    Raises ApiError "… not found" with what Telegram calls it in this method.
    """
    message = chat.messages.get(call.parameters.integer(name))
    if message is None:
        raise bad_request(f"{called} not found")
    return message
