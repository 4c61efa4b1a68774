"""Invite links."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call
from bot.rehearsal.methods.chats import managed_chat
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat


def export_chat_invite_link(call: Call) -> str:
    """Makes a new primary link and revokes the one before."""
    chat = managed_chat(call, "can_invite_users")
    for link, body in chat.invite_links.items():
        if body["is_primary"] and body["creator"]["id"] == call.bot.id:
            chat.invite_links[link] = body | {"is_revoked": True}
    body = _new(call, chat, primary=True)
    chat.details = chat.details | {"invite_link": body["invite_link"]}
    return str(body["invite_link"])


def _new(call: Call, chat: Chat, *, primary: bool) -> Json:
    link = f"https://t.me/+{abs(chat.id) % 10**6:06d}{call.state.number():010d}"
    chat.invite_links[link] = {
        "invite_link": link,
        "creator": call.bot.profile,
        "creates_join_request": False,
        "is_primary": primary,
        "is_revoked": False,
    }
    return chat.invite_links[link]


def create_chat_invite_link(call: Call) -> Json:
    chat = managed_chat(call, "can_invite_users")
    settings = _settings(call)
    link = _new(call, chat, primary=False)["invite_link"]
    chat.invite_links[link] |= settings
    return chat.invite_links[link]


def _settings(call: Call) -> Json:
    parameters = call.parameters
    asks = parameters.boolean("creates_join_request")
    if asks and parameters.integer("member_limit"):
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    settings: Json = {"creates_join_request": asks}
    if name := parameters.text("name"):
        settings["name"] = name
    for field in ("expire_date", "member_limit"):
        if value := parameters.integer(field):
            settings[field] = value
    return settings


def edit_chat_invite_link(call: Call) -> Json:
    chat, link = _own_link(call)
    kept = ("invite_link", "creator", "is_primary", "is_revoked")
    chat.invite_links[link] = {name: chat.invite_links[link][name] for name in kept} | _settings(call)
    return chat.invite_links[link]


def revoke_chat_invite_link(call: Call) -> Json:
    chat, link = _own_link(call)
    chat.invite_links[link] = chat.invite_links[link] | {"is_revoked": True}
    return chat.invite_links[link]


def _own_link(call: Call) -> tuple[Chat, str]:
    chat = managed_chat(call, "can_invite_users")
    link = call.parameters.text("invite_link")
    if link not in chat.invite_links:
        raise bad_request("INVITE_HASH_EXPIRED")
    return chat, link
