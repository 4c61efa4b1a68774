"""The control calls and their paths under ``/_emulator/``."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.rehearsal.control import (
    acts,
    deeds,
    groups,
    inlining,
    paying,
    people,
    pressing,
    reading,
    rehearsing,
    sending,
)
from bot.rehearsal.control.events import stream_events
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.files import serve_file
from bot.rehearsal.errors import ApiError, ControlError
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import UNREADABLE_JSON, read_json, read_parameters

Answer = Callable[[State, Fields], Any | Awaitable[Any]]
NONE = frozenset({"bot"})


@dataclass(frozen=True, slots=True)
class ControlCall:
    verb: str
    path: str
    answer: Answer
    fields: frozenset[str] = NONE


CALLS = (
    ControlCall("POST", "users", people.put_user, people.USER_FIELDS),
    ControlCall("GET", "users", people.list_users),
    ControlCall("POST", "bots", people.put_bot, people.BOT_FIELDS),
    ControlCall("GET", "bots", people.list_bots),
    ControlCall("POST", "block", people.block, frozenset({"bot", "user"})),
    ControlCall("POST", "unblock", people.unblock, frozenset({"bot", "user"})),
    ControlCall("POST", "say", acts.say, acts.SAY_FIELDS),
    ControlCall("POST", "press", pressing.press, pressing.PRESS_FIELDS),
    ControlCall("POST", "send", sending.send, sending.SEND_FIELDS),
    ControlCall("POST", "inline", inlining.ask, inlining.ASK_FIELDS),
    ControlCall("POST", "choose", inlining.choose, inlining.CHOOSE_FIELDS),
    ControlCall("POST", "pay", paying.pay, paying.PAY_FIELDS),
    ControlCall("POST", "vote", deeds.vote, deeds.VOTE_FIELDS),
    ControlCall("POST", "react", deeds.react_to, deeds.REACT_FIELDS),
    ControlCall("POST", "edit", deeds.edit, deeds.EDIT_FIELDS),
    ControlCall("POST", "delete", deeds.delete, deeds.DELETE_FIELDS),
    ControlCall("POST", "groups", groups.make_group, groups.GROUP_FIELDS),
    ControlCall("POST", "join", groups.join, groups.JOIN_FIELDS),
    ControlCall("POST", "leave", groups.leave, groups.LEAVE_FIELDS),
    ControlCall("POST", "promote", groups.promote, groups.PROMOTE_FIELDS),
    ControlCall("POST", "migrate", groups.migrate, groups.MIGRATE_FIELDS),
    ControlCall("POST", "topics", groups.make_topic, groups.TOPIC_FIELDS),
    ControlCall("GET", "chats", reading.list_chats, reading.CHATS_FIELDS),
    ControlCall("GET", "calls", rehearsing.list_calls, rehearsing.CALLS_FIELDS),
    ControlCall("GET", "faults", rehearsing.list_faults),
    ControlCall("POST", "faults", rehearsing.add_fault, rehearsing.FAULT_FIELDS),
    ControlCall("GET", "clock", rehearsing.get_clock),
    ControlCall("POST", "clock", rehearsing.set_clock, rehearsing.CLOCK_FIELDS),
    ControlCall("GET", "limits", rehearsing.get_limits),
    ControlCall("POST", "limits", rehearsing.set_limits, rehearsing.LIMIT_FIELDS),
    ControlCall("GET", "settings", rehearsing.get_settings),
    ControlCall("POST", "settings", rehearsing.set_settings, rehearsing.SETTING_FIELDS),
    ControlCall("GET", "marks", rehearsing.list_marks),
    ControlCall("POST", "marks", rehearsing.set_marks, rehearsing.MARK_FIELDS),
    ControlCall("POST", "reset", rehearsing.reset),
)


def control_routes(state: State) -> list[web.RouteDef]:
    return [web.route(call.verb, f"/_emulator/{call.path}", _handler(state, call)) for call in CALLS] + [
        web.get("/_emulator/chats/{chat}/messages", _messages(state)),
        web.get("/_emulator/files/{file_id}", serve_file(state)),
        web.get("/_emulator/events", stream_events(state)),
        web.route("*", "/_emulator/{anything:.*}", _unknown),
    ]


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _handler(state: State, call: ControlCall) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        return await _answered(request, call.fields, lambda fields: call.answer(state, fields))

    return handle


def _messages(state: State) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        def answer(fields: Fields) -> Awaitable[Any]:
            chat_id = Fields({"chat": request.match_info["chat"]}).integer("chat")
            return reading.list_messages(state, fields, chat_id)

        response = await _answered(request, reading.MESSAGES_FIELDS, answer)
        response.headers["X-Revision"] = str(state.feed.revision)
        return response

    return handle


async def _answered(
    request: web.Request, names: frozenset[str], answer: Callable[[Fields], Any | Awaitable[Any]]
) -> web.StreamResponse:
    try:
        fields = await _fields(request)
        fields.refuse_others(names)
        result = answer(fields)
        if inspect.isawaitable(result):
            result = await result
    except ControlError as error:
        return web.json_response({"error": str(error)}, status=400)
    return web.json_response(result)


async def _fields(request: web.Request) -> Fields:
    """The fields of a query, of a JSON object or of a form with a file."""
    if request.method == "GET" or request.content_type.startswith("multipart/"):
        try:
            parameters = await read_parameters(request)
        except ApiError as error:
            raise ControlError(f"The form cannot be read: {error.description}") from None
        return Fields(parameters.values, parameters.files)
    body = await request.read()
    try:
        values = read_json(body) if body.strip() else {}
    except UNREADABLE_JSON:
        raise ControlError("The body has to be JSON.") from None
    if not isinstance(values, dict):
        raise ControlError("The body has to be a JSON object.")
    return Fields(dict(request.query) | values)


async def _unknown(request: web.Request) -> web.StreamResponse:
    sentence = f"There is no control call {request.method} {request.path}."
    return web.json_response({"error": sentence}, status=400)
