"""What this chat was about a moment ago: kept for the next short question ("di mana?")."""

from __future__ import annotations

from data import memory
from handlers.answers import Conversation
from handlers.context import Context


async def recall(context: Context) -> Conversation | None:
    """The last answer, while it is fresh and its sessions are still in the event."""
    text = await memory.find(context.database.reads, context.chat_id)
    if text is None:
        return None
    try:
        conversation = Conversation.from_json(text)
    except ValueError:  # written by another version
        return None
    is_known = all(context.event.session(one) for one in conversation.sessions)
    is_fresh = conversation.is_fresh(context.event.local(context.now))
    return conversation if is_known and is_fresh else None


async def keep(context: Context, conversation: Conversation | None) -> None:
    """For the chat's next question. Nothing of what was written is kept."""
    if conversation is None:
        return
    text = conversation.to_json()
    await context.write(lambda tx: memory.keep(tx, context.chat_id, text, context.now))


async def keep_session(context: Context, session_id: str) -> None:
    """Whoever looks at a session's page may go on to ask about it."""
    now = context.event.local(context.now)
    await keep(context, Conversation("what", (session_id,), now))
