"""Rights of administrators and permissions of members, by name."""

from __future__ import annotations

from bot.rehearsal.model import Json

EVERYWHERE = (
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
IN_GROUPS = ("can_pin_messages", "can_manage_tags")
IN_SUPERGROUPS = ("can_manage_topics",)
IN_CHANNELS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")


def names_for(chat_type: str) -> tuple[str, ...]:
    """The rights that an administrator of such a chat has or has not."""
    if chat_type == "channel":
        return EVERYWHERE + IN_CHANNELS
    return EVERYWHERE + IN_GROUPS + (IN_SUPERGROUPS if chat_type == "supergroup" else ())


def administrator(chat_type: str, granted: Json | None = None) -> Json:
    """What a ChatMemberAdministrator says besides status and user; all rights unless some are named."""
    everything = granted is None
    given = granted or {}
    rights = {
        name: bool(given.get(name, everything and name != "is_anonymous")) for name in names_for(chat_type)
    }
    if any(rights.values()):
        rights["can_manage_chat"] = True
    return {"can_be_edited": False, **rights}


def owner() -> Json:
    """What a ChatMemberOwner says besides status and user."""
    return {"is_anonymous": False}
