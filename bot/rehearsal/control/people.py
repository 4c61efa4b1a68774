"""Users and bots: who there is."""

from __future__ import annotations

from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ControlError
from bot.rehearsal.membership import tell_of_block
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.state import State
from bot.rehearsal.model.users import User, chat_of
from bot.rehearsal.names import names

USER_FIELDS = names(
    "id first_name last_name username language_code is_premium phone_number location deactivated bot"
)
BOT_FIELDS = names(
    """
    bot token valid username first_name can_join_groups can_read_all_group_messages
    supports_inline_queries inline_feedback
    """
)
DEFAULT_LOCATION = {"latitude": -1.2654, "longitude": 116.8312}
"""Balikpapan, where the model meeting was."""


def put_user(state: State, fields: Fields) -> Json:
    """Makes a user, or changes one; answers the User."""
    number = fields.integer("id") if fields.has("id") else state.new_user_id()
    if number <= 0:
        raise ControlError("id has to be a positive number.")
    known = state.users.get(number)
    profile = _profile(number, known.profile if known else {}, fields)
    user = known or User(profile, f"+62812{number % 10**8:08d}")
    user.profile = profile
    user.phone_number = fields.text("phone_number", user.phone_number)
    user.deactivated = fields.flag("deactivated", default=user.deactivated)
    user.location = fields.record("location") or user.location or DEFAULT_LOCATION
    state.users[number] = user
    _refresh_chats(state, user)
    state.feed.publish("user", user=profile)
    return profile


def _profile(number: int, known: Json, fields: Fields) -> Json:
    profile: Json = {"id": number, "is_bot": False}
    profile["first_name"] = fields.text("first_name", known.get("first_name"))
    if not profile["first_name"]:
        raise ControlError("first_name has to be given.")
    for name in ("last_name", "username", "language_code"):
        if value := fields.text(name, known.get(name, "")):
            profile[name] = value
    if fields.flag("is_premium", default=known.get("is_premium", False)):
        profile["is_premium"] = True
    return profile


def _refresh_chats(state: State, user: User) -> None:
    for bot in state.bots.values():
        if user.id in bot.private:
            bot.private[user.id].info = chat_of(user.profile)
    for chat in state.groups.values():
        if user.id in chat.members:
            chat.members[user.id].user = user.profile


def list_users(state: State, fields: Fields) -> list[Json]:  # noqa: ARG001 - a call's signature
    return [user.profile | {"blocked": sorted(user.blocked)} for user in state.users.values()]


def put_bot(state: State, fields: Fields) -> Json:
    """Makes a bot, changes one, or refuses its token."""
    token = fields.text("token") if fields.has("token") else fields.text("bot", "")
    bot = state.chosen_bot(token or None)
    bot.valid = fields.flag("valid", default=bot.valid)
    bot.username = fields.text("username", bot.username)
    bot.first_name = fields.text("first_name", bot.first_name)
    bot.can_join_groups = fields.flag("can_join_groups", default=bot.can_join_groups)
    bot.can_read_all_group_messages = fields.flag(
        "can_read_all_group_messages", default=bot.can_read_all_group_messages
    )
    bot.supports_inline_queries = fields.flag("supports_inline_queries", default=bot.supports_inline_queries)
    bot.inline_feedback = fields.flag("inline_feedback", default=bot.inline_feedback)
    return _shown(bot)


def list_bots(state: State, fields: Fields) -> list[Json]:  # noqa: ARG001 - a call's signature
    return [_shown(bot) for bot in state.bots.values()]


def _shown(bot: Bot) -> Json:
    return {
        "token": bot.token,
        "id": bot.id,
        "username": bot.username,
        "first_name": bot.first_name,
        "valid": bot.valid,
    }


def block(state: State, fields: Fields) -> Json:
    return _set_blocked(state, fields, blocked=True)


def unblock(state: State, fields: Fields) -> Json:
    return _set_blocked(state, fields, blocked=False)


def _set_blocked(state: State, fields: Fields, *, blocked: bool) -> Json:
    bot = state.chosen_bot(fields.text("bot", "") or None)
    user = state.user(fields.integer("user"))
    before = bot.updates.last_id
    if blocked != (bot.id in user.blocked):
        (user.blocked.add if blocked else user.blocked.discard)(bot.id)
        tell_of_block(state, bot, user, blocked=blocked)
        state.feed.publish("user", user=user.profile | {"blocked": sorted(user.blocked)})
    return {"update_id": bot.updates.last_id if bot.updates.last_id > before else None}
