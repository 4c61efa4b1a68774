"""Parameters as the record shows them: numbers as numbers and JSON as objects, however they were sent."""

from __future__ import annotations

import math
from typing import Any

from bot.rehearsal.model import Json
from bot.rehearsal.names import names
from bot.rehearsal.parameters import UNREADABLE_JSON, Parameters, read_json

INTEGERS = names(
    """
    active_period actor_chat_id cache_time chat_id close_date correct_option_id
    direct_messages_topic_id draft_id duration expire_date from_chat_id heading height icon_color
    length limit live_period max_connections max_tip_amount member_limit message_id
    message_thread_id offset open_period photo_height photo_size photo_width position
    proximity_alert_radius reply_to_message_id score sender_chat_id star_count start_timestamp
    subscription_period subscription_price timeout until_date user_id video_start_timestamp width
    """
)
FLOATS = frozenset({"horizontal_accuracy", "latitude", "longitude"})
BOOLEANS = names(
    """
    allow_adding_options allow_bot_chats allow_channel_chats allow_group_chats allow_paid_broadcast
    allow_sending_without_reply allow_user_chats allows_multiple_answers allows_revoting
    can_change_info can_delete_messages can_delete_stories can_edit_messages can_edit_stories
    can_invite_users can_manage_chat can_manage_direct_messages can_manage_tags can_manage_topics
    can_manage_video_chats can_pin_messages can_post_messages can_post_stories can_promote_members
    can_restrict_members creates_join_request disable_content_type_detection disable_edit_message
    disable_notification disable_web_page_preview drop_pending_updates for_channels force
    has_spoiler hide_results_until_closes is_anonymous is_big is_closed is_flexible is_personal
    members_only need_email need_name need_phone_number need_shipping_address ok only_if_banned
    protect_content remove_caption return_bots revoke_messages send_email_to_provider
    send_phone_number_to_provider show_alert show_caption_above_media shuffle_options
    supports_streaming use_independent_chat_permissions
    """
)
OBJECTS = names(
    """
    allowed_updates button caption_entities commands correct_option_ids country_codes
    custom_emoji_ids description_entities entities explanation_entities explanation_media
    link_preview_options media menu_button message_ids options permissions prices question_entities
    reaction reply_markup reply_parameters result results rights scope shipping_options
    suggested_post_parameters suggested_tip_amounts
    """
)


def typed(parameters: Parameters) -> Json:
    """The parameters of a call, files as ``{file_name, content_type, size}``."""
    values = {name: _typed(name, value) for name, value in parameters.values.items()}
    for name, upload in parameters.files.items():
        described = {
            "file_name": upload.file_name,
            "content_type": upload.content_type,
            "size": len(upload.content),
        }
        values[name] = described
    return values


def _typed(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return _parsed(name, value)
    except UNREADABLE_JSON:
        return value


def _parsed(name: str, value: str) -> Any:
    if name in INTEGERS:
        return int(value)
    if name in FLOATS:
        number = float(value)
        return number if math.isfinite(number) else value
    if name in BOOLEANS:
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    if name in OBJECTS:
        return read_json(value)
    return value
