"""Where a message came from, for forwards and replies across chats."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.privacy import CONTENT

MEDIA = CONTENT - {"text"}


def origin(body: Json) -> Json:
    """A MessageOrigin for a message that is forwarded; a forward keeps its first origin."""
    if "forward_origin" in body:
        return dict(body["forward_origin"])
    if "sender_chat" in body:
        chat = body["sender_chat"]
        if chat["type"] == "channel":
            return {"type": "channel", "date": body["date"], "chat": chat, "message_id": body["message_id"]}
        return {"type": "chat", "date": body["date"], "sender_chat": chat}
    return {"type": "user", "date": body["date"], "sender_user": body["from"]}


def external_reply(body: Json) -> Json:
    """An ExternalReplyInfo."""
    reply: Json = {"origin": origin(body)} | {name: body[name] for name in MEDIA if name in body}
    if body["chat"]["type"] in {"supergroup", "channel"}:
        reply |= {"chat": body["chat"], "message_id": body["message_id"]}
    return reply
