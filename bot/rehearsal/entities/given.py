"""Entities a sender gives itself: which Telegram takes, and in what form (get_message_entities of TDLib)."""

from __future__ import annotations

from bot.rehearsal.entities.cleaning import clean_text
from bot.rehearsal.entities.errors import EntityError
from bot.rehearsal.entities.kinds import EXPLICIT, Entity
from bot.rehearsal.entities.links import LinkError, check_link
from bot.rehearsal.entities.tg_links import is_custom_emoji_id, user_id_of

_MAX_PLACE = 1_000_000
_DETAILS = {
    "pre": ("language",),
    "text_link": ("url",),
    "text_mention": ("user",),
    "custom_emoji": ("custom_emoji_id",),
    "date_time": ("unix_time", "date_time_format"),
}


def accepted(entities: list[Entity]) -> list[Entity]:
    """Copies of those a sender may ask for and that are not empty.

    Raises EntityError for places out of all bounds, and for links and custom emoji Telegram refuses.
    """
    taken = [_accepted(entity) for entity in entities if entity["type"] in EXPLICIT]
    for entity in taken:
        for name in ("offset", "length"):
            if not 0 <= entity[name] <= _MAX_PLACE:
                raise EntityError(f"receive an entity with incorrect {name} {entity[name]}")
    return [entity for entity in taken if entity["length"] > 0]


def _accepted(entity: Entity) -> Entity:
    if entity["type"] == "text_link":
        return _link(entity)
    if entity["type"] == "custom_emoji" and not is_custom_emoji_id(str(entity.get("custom_emoji_id", ""))):
        raise EntityError("invalid custom emoji identifier specified")
    return _without_needless_details(entity)


def _without_needless_details(entity: Entity) -> Entity:
    names = {"type", "offset", "length", *_DETAILS.get(entity["type"], ())}
    return {name: value for name, value in entity.items() if name in names}


def _link(entity: Entity) -> Entity:
    url = clean_text(str(entity.get("url", "")))
    user_id = user_id_of(url)
    if user_id is not None:
        return _without_needless_details({**entity, "type": "text_mention", "user": {"id": user_id}})
    try:
        return _without_needless_details({**entity, "url": check_link(url)})
    except LinkError as error:
        raise EntityError(f"entity URL '{url}' is invalid: {error}") from error
