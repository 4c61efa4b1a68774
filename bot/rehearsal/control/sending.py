"""What people send besides texts."""

from __future__ import annotations

import base64
from collections.abc import Callable

from bot.rehearsal import media
from bot.rehearsal.control.acts import ACTOR_FIELDS, Actor, actor, own_contact, write
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ApiError, ControlError
from bot.rehearsal.formatting import caption
from bot.rehearsal.methods.call import Call
from bot.rehearsal.methods.polls import read_poll
from bot.rehearsal.model import Json
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.parameters import Parameters, Upload

SEND_FIELDS = ACTOR_FIELDS | names(
    """
    kind data file file_name mime_type caption parse_mode phone_number first_name last_name user_id vcard
    latitude longitude horizontal_accuracy live_period title address emoji value duration width height length
    performer button_text request_id users shared_chat content question options type is_anonymous
    allows_multiple_answers correct_option_ids explanation
    """
)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SAMPLES = {
    "photo": Upload("photo.png", PIXEL, "image/png"),
    "document": Upload("document.txt", b"A document.\n", "text/plain"),
    "sticker": Upload("sticker.webp", PIXEL, "image/webp"),
    "voice": Upload("voice.ogg", b"OggS", "audio/ogg"),
    "audio": Upload("audio.mp3", b"ID3", "audio/mpeg"),
    "video": Upload("video.mp4", b"ftyp", "video/mp4"),
    "video_note": Upload("note.mp4", b"ftyp", "video/mp4"),
    "animation": Upload("animation.gif", b"GIF89a\x01\x00\x01\x00", "image/gif"),
}
"""What is sent when a call brings no file."""
NO_BOT = 0
CAPTIONED = frozenset({"photo", "document", "voice", "audio", "video", "animation"})

Content = Callable[[State, Actor, Fields], Json]


def send(state: State, fields: Fields) -> Json:
    """The person sends a contact (their own by default), a location, a file, …"""
    who = actor(state, fields)
    kind = fields.text("kind")
    if kind in SAMPLES:
        return write(state, who, _file(state, who, kind, fields), fields)
    if kind not in CONTENTS:
        known = ", ".join(sorted(SAMPLES.keys() | CONTENTS.keys()))
        raise ControlError(f"kind has to be one of {known}.")
    tapped = kind in {"contact", "location", "web_app_data", "users_shared", "chat_shared", "poll"}
    return write(state, who, CONTENTS[kind](state, who, fields), fields, tapped=tapped)


def _file(state: State, who: Actor, kind: str, fields: Fields) -> Json:
    upload = fields.upload(SAMPLES[kind])
    about = Parameters({name: value for name, value in fields.values.items() if name != "caption"})
    try:
        content = media.stored(state, who.bot, kind, upload, about)
        if kind in CAPTIONED:
            content |= caption(state, fields.text("caption", ""), fields.text("parse_mode", ""), None)
    except ApiError as error:
        raise ControlError(f"The file cannot be sent: {error.description}") from None
    return content


def _contact(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    if not fields.has("phone_number"):
        return {"contact": own_contact(who.user)}
    contact: Json = {"phone_number": fields.text("phone_number"), "first_name": fields.text("first_name")}
    contact |= {name: fields.text(name) for name in ("last_name", "vcard") if fields.has(name)}
    if fields.has("user_id"):
        contact["user_id"] = fields.integer("user_id")
    return {"contact": contact}


def _location(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    own = who.user.location
    location: Json = {
        "latitude": fields.number("latitude", own["latitude"]),
        "longitude": fields.number("longitude", own["longitude"]),
    }
    if not (-90 <= location["latitude"] <= 90 and -180 <= location["longitude"] <= 180):
        raise ControlError("latitude goes from -90 to 90, longitude from -180 to 180.")
    if fields.has("horizontal_accuracy"):
        location["horizontal_accuracy"] = fields.number("horizontal_accuracy")
    if fields.has("live_period"):
        location["live_period"] = fields.integer("live_period")
    return {"location": location}


def _venue(state: State, who: Actor, fields: Fields) -> Json:
    location = _location(state, who, fields)["location"]
    venue = {"location": location, "title": fields.text("title"), "address": fields.text("address")}
    return {"venue": venue, "location": location}


def _dice(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    return {"dice": {"emoji": fields.text("emoji", "🎲"), "value": fields.integer("value", 1)}}


def _web_app_data(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    return {"web_app_data": {"data": fields.text("content"), "button_text": fields.text("button_text")}}


def _users_shared(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    users = [{"user_id": state.user(number).id} for number in fields.integers("users")]
    return {"users_shared": {"request_id": fields.integer("request_id"), "users": users}}


def _chat_shared(state: State, who: Actor, fields: Fields) -> Json:  # noqa: ARG001 - a content's signature
    return {
        "chat_shared": {"request_id": fields.integer("request_id"), "chat_id": fields.integer("shared_chat")}
    }


def _poll(state: State, who: Actor, fields: Fields) -> Json:
    """A poll of the person's own, of whose votes no bot hears; its right answers show in a private chat only
    (documentation, Poll)."""
    fields.text("question")
    try:
        poll = read_poll(Call(state, who.bot, "sendpoll", Parameters(fields.values)))
    except ApiError as error:
        raise ControlError(f"The poll cannot be sent: {error.description}") from None
    poll.bot_id = NO_BOT
    if not who.chat.is_private:
        poll.secret = {}
    state.polls[poll.id] = poll
    return {"poll": poll.body}


CONTENTS: dict[str, Content] = {
    "contact": _contact,
    "location": _location,
    "venue": _venue,
    "dice": _dice,
    "web_app_data": _web_app_data,
    "users_shared": _users_shared,
    "chat_shared": _chat_shared,
    "poll": _poll,
}
