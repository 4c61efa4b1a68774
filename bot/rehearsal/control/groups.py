"""Groups, supergroups and channels: made, joined, left, changed."""

from __future__ import annotations

from bot.rehearsal.control.acts import group_of
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ControlError
from bot.rehearsal.membership import let_join, let_leave, request_to_join, set_member
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat, Member, Sequence
from bot.rehearsal.model.rights import administrator, owner
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.posting import post
from bot.rehearsal.topics import open_topic

GROUP_FIELDS = names("bot id title type username members user bot_status rights is_forum with_bot")
JOIN_FIELDS = names("bot chat user by invite_link status rights")
LEAVE_FIELDS = names("bot chat user by ban")
PROMOTE_FIELDS = names("bot chat user by status rights")
MIGRATE_FIELDS = names("bot chat")
TOPIC_FIELDS = names("bot chat user name")
TYPES = frozenset({"group", "supergroup", "channel"})
STATUSES = frozenset({"member", "administrator"})
DEFAULT_COLOUR = 7322096


def make_group(state: State, fields: Fields) -> Json:
    """Makes a group of ``members`` owned by ``user`` (else the first member), with the bot in it unless
    ``with_bot`` is false; answers the Chat."""
    bot = state.chosen_bot(fields.text("bot", "") or None)
    kind = fields.text("type", "supergroup" if fields.flag("is_forum") else "group")
    if kind not in TYPES:
        raise ControlError(f"type has to be one of {', '.join(sorted(TYPES))}.")
    people = [state.user(number).profile for number in _members(fields)]
    if not people:
        raise ControlError("A group needs a user, or members: its first one owns it.")
    chat = _new_chat(state, kind, fields, bot.ids if kind == "group" else Sequence())
    state.groups[chat.id] = chat
    founder = people[0]
    chat.members[founder["id"]] = Member(founder, "creator", owner())
    for person in people[1:]:
        chat.members[person["id"]] = Member(person, "member")
    created = {
        "group": "group_chat_created",
        "supergroup": "supergroup_chat_created",
        "channel": "channel_chat_created",
    }
    post(state, chat, founder, {created[kind]: True})
    if fields.flag("with_bot", default=True):
        status = fields.text("bot_status", "administrator" if kind == "channel" else "member")
        let_join(state, chat, bot.profile, actor=founder, status=status, rights=_rights(kind, status, fields))
    return chat.info


def _members(fields: Fields) -> list[int]:
    first = [fields.integer("user")] if fields.has("user") else []
    return list(dict.fromkeys(first + fields.integers("members")))


def _new_chat(state: State, kind: str, fields: Fields, ids: Sequence) -> Chat:
    number = fields.integer("id") if fields.has("id") else state.new_group_id(kind)
    if number >= 0 or number in state.groups:
        raise ControlError("id has to be a negative number that no other chat has.")
    title = fields.text("title")
    if not title:
        raise ControlError("title has to be given.")
    info: Json = {"id": number, "type": kind, "title": title}
    if fields.has("username"):
        info["username"] = fields.text("username")
    if fields.flag("is_forum"):
        info["is_forum"] = True
    return Chat(info, ids)


def _rights(kind: str, status: str, fields: Fields) -> Json:
    if status not in STATUSES:
        raise ControlError(f"The status has to be one of {', '.join(sorted(STATUSES))}.")
    if status == "member":
        return {}
    return administrator(kind, fields.record("rights") if fields.has("rights") else None)


def _chat(state: State, fields: Fields) -> Chat:
    chat = state.groups.get(fields.integer("chat"))
    if chat is None:
        raise ControlError(f"There is no group {fields.integer('chat')}.")
    return chat


def _who(state: State, fields: Fields) -> Json:
    """The person of the call; without one, the bot itself."""
    if fields.has("user"):
        return state.user(fields.integer("user")).profile
    return state.chosen_bot(fields.text("bot", "") or None).profile


def _by(state: State, chat: Chat, fields: Fields, default: Json) -> Json:
    """Who does it; for a bot that is a person, the owner if nobody is named."""
    if fields.has("by"):
        return state.user(fields.integer("by")).profile
    if not default["is_bot"]:
        return default
    return _leader(chat)


def _leader(chat: Chat) -> Json:
    """The owner; once they have gone, whoever came first."""
    members = chat.members.values()
    return next((member for member in members if member.status == "creator"), next(iter(members))).user


def join(state: State, fields: Fields) -> Json:
    """A person comes in, or, without ``user``, the bot is brought; answers their ChatMember."""
    chat, who = _chat(state, fields), _who(state, fields)
    known = chat.members.get(who["id"])
    if known is not None and known.is_present:
        return known.body
    if known is not None and known.status == "kicked" and not fields.has("by"):
        raise ControlError(f"User {who['id']} is banned from chat {chat.id}.")
    if fields.has("invite_link"):
        link = _link(chat, fields)
        if link["creates_join_request"]:
            request_to_join(state, chat, who, link)
            return known.body if known else Member(who, "left").body
    status = fields.text("status", "member")
    rights = _rights(chat.type, status, fields)
    let_join(state, chat, who, actor=_by(state, chat, fields, who), status=status, rights=rights)
    return chat.members[who["id"]].body


def _link(chat: Chat, fields: Fields) -> Json:
    link = chat.invite_links.get(fields.text("invite_link"))
    if link is None or link["is_revoked"]:
        raise ControlError("There is no such invite link, or it is revoked.")
    return link


def leave(state: State, fields: Fields) -> Json:
    """A person goes, or, without ``user``, the bot is removed; ``by`` removes, ``ban`` for good."""
    chat, who = _chat(state, fields), _who(state, fields)
    known = chat.members.get(who["id"])
    if known is None or not known.is_present:
        raise ControlError(f"{who['id']} is not in chat {chat.id}.")
    ban = fields.flag("ban", default=bool(who["is_bot"]))
    let_leave(
        state,
        chat,
        who,
        actor=_by(state, chat, fields, who),
        status="kicked" if ban else "left",
        rights={"until_date": 0} if ban else None,
    )
    return chat.members[who["id"]].body


def promote(state: State, fields: Fields) -> Json:
    """Makes a person, or without ``user`` the bot, an administrator or a member again."""
    chat, who = _chat(state, fields), _who(state, fields)
    if who["id"] not in chat.members or not chat.members[who["id"]].is_present:
        raise ControlError(f"{who['id']} is not in chat {chat.id}.")
    if chat.members[who["id"]].status == "creator":
        raise ControlError(f"User {who['id']} owns chat {chat.id}.")
    status = fields.text("status", "administrator")
    rights = _rights(chat.type, status, fields)
    set_member(
        state,
        chat,
        who,
        status,
        actor=_by(state, chat, fields, state.chosen_bot(None).profile),
        rights=rights,
    )
    return chat.members[who["id"]].body


def migrate(state: State, fields: Fields) -> Json:
    """A basic group becomes a supergroup; answers the new Chat."""
    chat = _chat(state, fields)
    if chat.type != "group" or chat.migrated_to is not None:
        raise ControlError(f"Chat {chat.id} is no basic group.")
    number = state.new_group_id("supergroup")
    upgraded = Chat(chat.info | {"id": number, "type": "supergroup"}, Sequence(), members=dict(chat.members))
    state.groups[number] = upgraded
    founder = _leader(chat)
    post(state, chat, founder, {"migrate_to_chat_id": number})
    chat.migrated_to = number
    post(state, upgraded, founder, {"migrate_from_chat_id": chat.id})
    return upgraded.info


def make_topic(state: State, fields: Fields) -> Json:
    """A person opens a topic in a forum; answers the ForumTopic."""
    user = state.user(fields.integer("user"))
    chat = group_of(state, fields.integer("chat"), user)
    if not chat.is_forum:
        raise ControlError(f"Chat {chat.id} is no forum.")
    return open_topic(state, chat, user.profile, fields.text("name"), DEFAULT_COLOUR).body
