"""Bots: what BotFather and the bot itself have set up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Sequence
from bot.rehearsal.model.webhooks import Webhook
from bot.rehearsal.updates import UpdateQueue

TOKEN = re.compile(r"(\d+):[A-Za-z0-9_-]{3,}")


@dataclass(slots=True, eq=False)
class Bot:
    token: str
    id: int
    username: str
    first_name: str
    updates: UpdateQueue
    webhook: Webhook = field(default_factory=Webhook)
    valid: bool = True
    can_join_groups: bool = True
    can_read_all_group_messages: bool = False
    """False: privacy mode, Telegram's default."""
    supports_inline_queries: bool = False
    inline_feedback: bool = False
    """Whether the bot hears which of its inline results was sent."""
    next_webhook_at: float = 0.0
    """Of the machine's monotonic clock."""
    ids: Sequence = field(default_factory=Sequence)
    private: dict[int, Chat] = field(default_factory=dict)
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    """By scope type, chat, user and language; see ``commands``."""
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    """By private chat; 0 is the default."""
    administrator_rights: dict[bool, Json] = field(default_factory=dict)
    """Suggested when the bot is added as an administrator; True: to channels."""

    @property
    def profile(self) -> Json:
        """The bot as a User of the Bot API, as others see it."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    @property
    def full_profile(self) -> Json:
        """What getMe answers."""
        return {
            **self.profile,
            "can_join_groups": self.can_join_groups,
            "can_read_all_group_messages": self.can_read_all_group_messages,
            "supports_guest_queries": False,
            "supports_inline_queries": self.supports_inline_queries,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }


def bot_id(token: str) -> int | None:
    """The id in a well-formed token, else None."""
    match = TOKEN.fullmatch(token)
    return int(match[1]) if match else None
