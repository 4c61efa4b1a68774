"""Reactions to messages."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call, find_chat, find_message
from bot.rehearsal.methods.chats import managed_chat
from bot.rehearsal.methods.members import read_user_id
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.reacting import EMOJI, react


def set_message_reaction(call: Call) -> bool:
    reactions = _read(call)
    chat = find_chat(call)
    message = find_message(call, chat, "message to react")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    react(call.state, chat, message, call.bot.profile, reactions)
    return True


def _read(call: Call) -> list[Json]:
    reactions = call.parameters.decoded("reaction", "reaction types")
    if reactions is None:
        return []
    if not isinstance(reactions, list):
        raise bad_request("Expected an Array of ReactionType")
    return [_reaction(reaction) for reaction in reactions]


def _reaction(value: Any) -> Json:
    context = "Can't parse ReactionType"
    if not isinstance(value, dict):
        raise bad_request(f"{context}: expected an Object")
    kind = value.get("type")
    if kind == "custom_emoji":
        return {"type": kind, "custom_emoji_id": str(value.get("custom_emoji_id"))}
    if kind != "emoji":
        raise bad_request(f"{context}: invalid reaction type specified")
    if str(value.get("emoji")) not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return {"type": kind, "emoji": value["emoji"]}


def delete_message_reaction(call: Call) -> bool:
    chat, user = _moderated(call)
    react(call.state, chat, find_message(call, chat, "message to react"), user, [])
    return True


def delete_all_message_reactions(call: Call) -> bool:
    chat, user = _moderated(call)
    for message in chat.messages.values():
        react(call.state, chat, message, user, [])
    return True


def _moderated(call: Call) -> tuple[Chat, Json]:
    """The group, and whose reactions are to go. Chats do not react in the emulator."""
    user = call.state.profile_of(read_user_id(call))
    chat = managed_chat(call, "can_delete_messages")
    if user is None:
        raise bad_request("invalid user_id specified")
    return chat, user
