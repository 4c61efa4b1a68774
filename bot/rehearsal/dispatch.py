"""Carries out one call: its fault, its method, its record."""

from __future__ import annotations

import asyncio
import inspect
import logging
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.errors import ApiError, bad_request, method_not_found, not_emulated
from bot.rehearsal.faults import DEFAULT_DELAY_SECONDS, Fault
from bot.rehearsal.methods.call import Call, Described
from bot.rehearsal.methods.registry import METHODS
from bot.rehearsal.methods.unknown import NOT_EMULATED
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.state import State
from bot.rehearsal.parameters import Parameters
from bot.rehearsal.record import iso

logger = logging.getLogger(__name__)

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n</body>\r\n</html>\r\n"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: Json | None
    """None: no answer in the Bot API's form."""
    html: str | None = None
    """An answer that is no JSON; without it and a body, the connection is cut."""
    headers: dict[str, str] = field(default_factory=dict)


CUT_OFF = Reply(0, None)
"""Nobody waits for the answer any more, or nobody is to get it."""


async def carry_out(state: State, bot: Bot, method: str, parameters: Parameters) -> Reply:
    """Runs a method of the bot and records the call, also when its client has gone."""
    fault = state.faults.take(method.lower(), _chat_id(parameters))
    reply = CUT_OFF
    try:
        if fault is None:
            reply = await _run(state, bot, method, parameters)
        else:
            reply = await _fail(state, bot, method, parameters, fault)
    finally:
        _record(state, bot, method, parameters, reply)
    return reply


def _chat_id(parameters: Parameters) -> int | None:
    return parameters.integer("chat_id") or None


async def _run(state: State, bot: Bot, method: str, parameters: Parameters) -> Reply:
    try:
        result = _function(method)(Call(state, bot, method.lower(), parameters))
        if inspect.isawaitable(result):
            result = await result
    except ApiError as error:
        return refused(error)
    except UnicodeEncodeError:
        return refused(bad_request("strings must be encoded in UTF-8"))
    except Exception:
        logger.exception("the emulator failed at %s", method)
        return refused(ApiError(500, "Internal Server Error: the emulator failed, see its log"))
    if isinstance(result, Described):
        return Reply(200, {"ok": True, "result": result.result, "description": result.description})
    return Reply(200, {"ok": True, "result": result})


def _function(method: str) -> Any:
    function = METHODS.get(method.lower())
    if function is None:
        raise not_emulated(method) if method.lower() in NOT_EMULATED else method_not_found()
    return function


def refused(error: ApiError) -> Reply:
    """The answer to a call that failed; 429 names its pause in a header too (HttpConnection.cpp 71)."""
    retry_after = error.parameters.get("retry_after")
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Reply(error.code, error.body, headers=headers)


async def _fail(state: State, bot: Bot, method: str, parameters: Parameters, fault: Fault) -> Reply:
    reply: Reply | None = None
    if fault.kind == "slow" or fault.carried_out:
        reply = await _run(state, bot, method, parameters)
    await asyncio.sleep(fault.delay or DEFAULT_DELAY_SECONDS.get(fault.kind, 0))
    if fault.kind == "slow" and reply is not None:
        return reply
    if fault.kind == "html502":
        return Reply(502, None, BAD_GATEWAY)
    return refused(fault.error) if fault.error else CUT_OFF


def _record(state: State, bot: Bot, method: str, parameters: Parameters, reply: Reply) -> None:
    entry = state.record.add(
        bot.token, method, parameters, status=reply.status, response=reply.body, at=state.now()
    )
    if state.feed.has_readers:
        state.feed.publish(
            "call",
            n=entry.number,
            bot=bot.token,
            method=method,
            status=reply.status,
            at=iso(entry.at, state.zone),
        )
