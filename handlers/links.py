"""Deep links into the private chat: from a group, where nothing personal belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton

from handlers.context import Context

PREFIX = "buka-"

TARGET_OF_COMMAND: Mapping[str, str] = {
    "hadir": "hadir",
    "nilai": "nilai",
    "tanya": "narasumber",
    "profil": "profil",
    "daftar": "daftar",
    "bahasa": "bahasa",
    "hapus_data": "hapus",
}
TARGET_OF_CAPABILITY: Mapping[str, str] = {
    "attendance": "hadir",
    "feedback": "nilai",
    "ask": "narasumber",
    "profile": "profil",
    "registration": "daftar",
    "language": "bahasa",
    "materials": "materi",
    "helpdesk": "tanya",
}
"""What of the bot opens there; everything else leads to the menu."""


def private_link(context: Context, target: str = "") -> str:
    """Opens the private chat with the bot, and there the target."""
    payload = f"?start={PREFIX}{target}" if target else "?start=menu"
    return f"https://t.me/{context.bot.username}{payload}"


def private_button(context: Context, label: str, target: str = "") -> InlineKeyboardButton:
    return InlineKeyboardButton(label, url=private_link(context, target))


def target_of(arguments: Sequence[str] | None) -> str | None:
    """The target in the payload of ``/start``; None for any other payload."""
    payload = arguments[0] if arguments else ""
    return payload.removeprefix(PREFIX) if payload.startswith(PREFIX) else None
