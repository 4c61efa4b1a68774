"""Chats and the messages that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.rehearsal.model import Json

FIRST_GROUP_ID = 4_000_001
FIRST_SUPERGROUP_ID = 1_000_002_000_001
GENERAL_TOPIC_ID = 1
MEMBER_STATUSES = frozenset({"creator", "administrator", "member"})

ALL_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


class Sequence:
    """A rising sequence of message ids."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


@dataclass(slots=True, eq=False)
class Message:
    """A message that stands in a chat. ``body`` is a Message of the Bot API: replaced, never changed."""

    body: Json
    sender_id: int
    revision: int = 0
    """Of the feed, at the last change; see ``feed``."""
    had_reply_keyboard: bool = False
    """Sent with a markup that is not an inline keyboard: it cannot be edited (TDLib, can_edit_message)."""
    inline_id: str | None = None
    """Of a message that a person sent by way of a bot: the bot knows it by this id only."""
    reactions: dict[int, list[Json]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.body["message_id"])


@dataclass(slots=True, eq=False)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    hidden: bool = False

    @property
    def body(self) -> Json:
        """A ForumTopic of the Bot API."""
        body: Json = {"message_thread_id": self.thread_id, "name": self.name, "icon_color": self.icon_color}
        return body | (
            {"icon_custom_emoji_id": self.icon_custom_emoji_id} if self.icon_custom_emoji_id else {}
        )


@dataclass(slots=True, eq=False)
class Member:
    user: Json
    status: str
    rights: Json = field(default_factory=dict)
    """What a ChatMember of this status says besides its status and user."""

    @property
    def is_present(self) -> bool:
        return self.status in MEMBER_STATUSES or (
            self.status == "restricted" and bool(self.rights["is_member"])
        )

    @property
    def is_administrator(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and bool(self.rights.get(right)))

    @property
    def body(self) -> Json:
        """A ChatMember of the Bot API."""
        return {"status": self.status, "user": self.user, **self.rights}


@dataclass(slots=True, eq=False)
class Keyboard:
    """The reply keyboard or forced reply that stands for one person."""

    markup: Json
    message_id: int


@dataclass(slots=True, eq=False)
class Chat:
    info: Json
    """A Chat of the Bot API: replaced, never changed."""
    ids: Sequence
    """Private chats and basic groups draw from their bot's sequence, others have one of their own."""
    messages: dict[int, Message] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    """Of a group or channel, by the id of the user or bot; those who left or were banned too."""
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboards: dict[int, Keyboard] = field(default_factory=dict)
    permissions: Json = field(default_factory=lambda: dict.fromkeys(ALL_PERMISSIONS, True))
    details: Json = field(default_factory=dict)
    """What only a ChatFullInfo tells: description, photo, invite_link, …"""
    invite_links: dict[str, Json] = field(default_factory=dict)
    join_requests: dict[int, Json] = field(default_factory=dict)
    """People who wait to be let in."""
    migrated_to: int | None = None
    last_bot_speaker: int | None = None
    action: tuple[str, float] | None = None
    """The bot's running chat action and the instant it ends."""
    revision: int = 0

    @property
    def id(self) -> int:
        return int(self.info["id"])

    @property
    def type(self) -> str:
        return str(self.info["type"])

    @property
    def is_private(self) -> bool:
        return bool(self.info["type"] == "private")

    @property
    def is_forum(self) -> bool:
        return bool(self.info.get("is_forum"))

    def present(self) -> Iterator[Member]:
        return (member for member in self.members.values() if member.is_present)

    @property
    def last_message(self) -> Message | None:
        return self.messages[next(reversed(self.messages))] if self.messages else None
