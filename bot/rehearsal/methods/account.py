"""The bot's own account, beside what it says of itself; and pictures of people."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call
from bot.rehearsal.methods.members import read_user_id
from bot.rehearsal.model import Json
from bot.rehearsal.model.rights import names_for


def log_out(call: Call) -> bool:  # noqa: ARG001 - a method's signature
    """Taken as said; the emulator has no cloud server to go away from."""
    return True


def close(call: Call) -> bool:  # noqa: ARG001 - a method's signature
    return True


def get_user_profile_photos(call: Call) -> Json:
    """People in the emulator have no photos."""
    user_id = read_user_id(call)
    if call.state.profile_of(user_id) is None:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


def set_my_default_administrator_rights(call: Call) -> bool:
    for_channels = call.parameters.boolean("for_channels")
    given = call.parameters.decoded("rights", "rights")
    if given is not None and not isinstance(given, dict):
        raise bad_request("Object expected as rights")
    call.bot.administrator_rights[for_channels] = _rights(given or {}, for_channels)
    return True


def get_my_default_administrator_rights(call: Call) -> Json:
    for_channels = call.parameters.boolean("for_channels")
    return call.bot.administrator_rights.get(for_channels) or _rights({}, for_channels)


def _rights(given: dict[str, Any], for_channels: bool) -> Json:
    return {name: bool(given.get(name)) for name in names_for("channel" if for_channels else "supergroup")}
