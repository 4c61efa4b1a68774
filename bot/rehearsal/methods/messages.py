"""Texts and other messages without files."""

from __future__ import annotations

from functools import partial

from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import read_text
from bot.rehearsal.methods.call import Call, required, writable_chat
from bot.rehearsal.methods.outgoing import send
from bot.rehearsal.model import Json
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names

DICE_FACES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
CHAT_ACTIONS = names(
    """
    typing upload_photo record_video upload_video record_voice upload_voice record_audio upload_audio
    upload_document choose_sticker find_location pick_up_location record_video_note upload_video_note cancel
    """
)
ACTION_SECONDS = 5
"""A chat action is shown for 5 seconds or less (documentation, sendChatAction)."""


def send_message(call: Call) -> Json:
    return send(call, text_content(call)).body


def text_content(call: Call) -> Json:
    """The text, entities and link preview options of a call."""
    return read_text(call.state, call.parameters) | _preview(call)


def _preview(call: Call) -> Json:
    options = call.parameters.decoded("link_preview_options", "link preview options")
    if options is None and call.parameters.boolean("disable_web_page_preview"):
        options = {"is_disabled": True}
    if options is None:
        return {}
    if not isinstance(options, dict):
        raise bad_request("Object expected as link preview options")
    return {"link_preview_options": {name: value for name, value in options.items() if value is not None}}


def send_location(call: Call) -> Json:
    return send(call, {"location": read_location(call)}).body


def read_location(call: Call) -> Json:
    """A Location from latitude, longitude and what may go with them."""
    for name in ("latitude", "longitude"):
        if not call.parameters.text(name):
            raise bad_request(f"{name} is empty")
    latitude, longitude = call.parameters.number("latitude"), call.parameters.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("Wrong location specified")
    location: Json = {"latitude": latitude, "longitude": longitude}
    if accuracy := call.parameters.number("horizontal_accuracy"):
        location["horizontal_accuracy"] = accuracy
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if value := call.parameters.integer(name):
            location[name] = value
    return location


def send_venue(call: Call) -> Json:
    parameters = call.parameters
    names = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
    venue = {
        "location": read_location(call),
        "title": required(call, "title"),
        "address": required(call, "address"),
    }
    venue |= {name: parameters.text(name) for name in names if parameters.text(name)}
    return send(call, {"venue": venue, "location": venue["location"]}).body


def send_contact(call: Call) -> Json:
    contact: Json = {
        "phone_number": required(call, "phone_number"),
        "first_name": required(call, "first_name"),
    }
    contact |= {name: value for name in ("last_name", "vcard") if (value := call.parameters.text(name))}
    return send(call, {"contact": contact}).body


def send_dice(call: Call) -> Json:
    emoji = call.parameters.text("emoji") or "🎲"
    if emoji not in DICE_FACES:
        raise bad_request("Dice emoji is not supported by the server")
    value = 1 + call.state.number() * 7 % DICE_FACES[emoji]
    return send(call, {"dice": {"emoji": emoji, "value": value}}).body


def send_chat_action(call: Call) -> bool:
    action = call.parameters.text("action").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = writable_chat(call)
    shown = None if action == "cancel" else (action, call.state.now() + ACTION_SECONDS)
    chat.action = shown
    call.state.feed.publish("action", chat_id=chat.id, action=shown and action)
    if shown is not None and call.state.feed.has_readers:
        call.state.timers.at(shown[1], partial(_end_action, call.state, chat, shown))
    return True


def _end_action(state: State, chat: Chat, shown: tuple[str, float]) -> None:
    if chat.action is shown:
        chat.action = None
        state.feed.publish("action", chat_id=chat.id, action=None)
