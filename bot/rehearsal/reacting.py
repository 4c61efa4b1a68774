"""Reactions, and who hears of them."""

from __future__ import annotations

from collections import Counter

from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Message
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.posting import bots_in

EMOJI = names(
    """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳
    ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈
    😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀
    😡
    """
)
"""What can be reacted with (documentation, ReactionTypeEmoji)."""


def react(state: State, chat: Chat, message: Message, actor: Json, reactions: list[Json]) -> None:
    """Gives somebody's reactions to a message in place of those before.

    Bots that asked for it by name hear of people's reactions: in private chats, and as administrators.
    """
    before = message.reactions.get(actor["id"], [])
    if before == reactions:
        return
    if reactions:
        message.reactions[actor["id"]] = reactions
    else:
        del message.reactions[actor["id"]]
    message.revision = chat.revision = state.feed.next_revision(chat.id)
    state.feed.publish("reaction", chat_id=chat.id, message_id=message.id, reactions=counts(message))
    if not actor["is_bot"]:
        _tell(state, chat, message, actor, before)


def _tell(state: State, chat: Chat, message: Message, actor: Json, before: list[Json]) -> None:
    update = {
        "chat": chat.info,
        "message_id": message.id,
        "user": actor,
        "date": state.date(),
        "old_reaction": before,
        "new_reaction": message.reactions.get(actor["id"], []),
    }
    for bot in bots_in(state, chat):
        if chat.type == "channel":
            count = {
                "chat": chat.info,
                "message_id": message.id,
                "date": state.date(),
                "reactions": counts(message),
            }
            bot.updates.add("message_reaction_count", count, chat.id)
        elif chat.is_private or chat.members[bot.id].is_administrator:
            bot.updates.add("message_reaction", update, chat.id)


def counts(message: Message) -> list[Json]:
    """ReactionCounts of a message, most frequent first."""
    given = [tuple(sorted(reaction.items())) for chosen in message.reactions.values() for reaction in chosen]
    return [{"type": dict(kind), "total_count": count} for kind, count in Counter(given).most_common()]
