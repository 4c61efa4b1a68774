"""What people do to messages that stand already: vote, react, edit, delete."""

from __future__ import annotations

from typing import Any

from bot.rehearsal import voting
from bot.rehearsal.control.acts import Actor, actor, message_in, written
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ControlError
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Message
from bot.rehearsal.model.polls import Poll
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.posting import announce_edit, remove, replace
from bot.rehearsal.reacting import EMOJI, react

VOTE_FIELDS = names("bot user chat message_id option_ids")
REACT_FIELDS = names("bot user chat message_id reaction")
EDIT_FIELDS = names("bot user chat message_id text parse_mode")
DELETE_FIELDS = names("bot user chat message_id")


def vote(state: State, fields: Fields) -> Json:
    """Votes in a poll with the options of those indexes; none takes the vote back."""
    who = actor(state, fields)
    message = message_in(who.chat, fields.integer("message_id"))
    if "poll" not in message.body:
        raise ControlError(f"Message {message.id} is no poll.")
    poll = state.polls[message.body["poll"]["id"]]
    chosen = fields.integers("option_ids")
    _check_vote(poll, who.user.id, chosen)
    before = who.bot.updates.last_id
    voting.vote(state, poll, who.user.profile, chosen)
    return _done(state, who, message, before)


def _check_vote(poll: Poll, user_id: int, chosen: list[int]) -> None:
    if poll.closed:
        raise ControlError("The poll is closed.")
    if not all(0 <= index < len(poll.options) for index in chosen) or len(set(chosen)) < len(chosen):
        raise ControlError(f"option_ids go from 0 to {len(poll.options) - 1}, each once.")
    if len(chosen) > 1 and not poll.allows_multiple_answers:
        raise ControlError("The poll allows one answer only.")
    if user_id in poll.votes and not poll.fixed["allows_revoting"]:
        raise ControlError("The vote cannot be changed.")


def _done(state: State, who: Actor, message: Message, before: int) -> Json:
    last = who.bot.updates.last_id
    return {
        "update_id": last if last > before else None,
        "message_id": message.id,
        "revision": state.feed.revision,
    }


def react_to(state: State, fields: Fields) -> Json:
    """Reacts with emoji, or ReactionTypes, in place of the reactions before."""
    who = actor(state, fields)
    message = message_in(who.chat, fields.integer("message_id"))
    value = fields.values.get("reaction", [])
    chosen = [_reaction(item) for item in (value if isinstance(value, list) else [value])]
    before = who.bot.updates.last_id
    react(state, who.chat, message, who.user.profile, chosen)
    return _done(state, who, message, before)


def _reaction(value: Any) -> Json:
    if isinstance(value, dict) and value.get("type") == "custom_emoji":
        return {"type": "custom_emoji", "custom_emoji_id": str(value.get("custom_emoji_id"))}
    emoji = value.get("emoji") if isinstance(value, dict) else value
    if not isinstance(emoji, str) or emoji not in EMOJI:
        raise ControlError(f"Nobody can react with {emoji!r}.")
    return {"type": "emoji", "emoji": emoji}


def edit(state: State, fields: Fields) -> Json:
    """The person changes a text or caption of their own."""
    who, message = _own_message(state, fields)
    content = written(state, fields.text("text"), fields.text("parse_mode", ""))
    if "text" in message.body:
        kept = message.body.keys() - {"text", "entities"}
    else:
        kept = message.body.keys() - {"caption", "caption_entities"}
        content = {
            {"text": "caption", "entities": "caption_entities"}[name]: value
            for name, value in content.items()
        }
    before = who.bot.updates.last_id
    replace(
        state,
        who.chat,
        message,
        {name: message.body[name] for name in message.body if name in kept} | content,
    )
    announce_edit(state, who.chat, message)
    return _done(state, who, message, before)


def _own_message(state: State, fields: Fields) -> tuple[Actor, Message]:
    who = actor(state, fields)
    message = message_in(who.chat, fields.integer("message_id"))
    if message.sender_id != who.user.id:
        raise ControlError(f"Message {message.id} is not by user {who.user.id}.")
    return who, message


def delete(state: State, fields: Fields) -> Json:
    """The person deletes a message for both sides: any in a private chat, their own elsewhere."""
    who = actor(state, fields)
    if not who.chat.is_private:
        _own_message(state, fields)
    message = message_in(who.chat, fields.integer("message_id"))
    remove(state, who.chat, [message.id])
    return {"update_id": None, "message_id": message.id, "revision": state.feed.revision}
