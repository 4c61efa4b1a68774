"""The clock, the limits, the faults, the record: what a rehearsal is steered with."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.rehearsal.control.fields import Fields
from bot.rehearsal.errors import ControlError
from bot.rehearsal.faults import DEFAULT_RETRY_AFTER_SECONDS, KINDS, Fault
from bot.rehearsal.model import Json
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.record import CAPACITY, iso

LAST_INSTANT = datetime(9999, 12, 31, tzinfo=UTC).timestamp()
CLOCK_FIELDS = frozenset({"bot", "now", "speed", "advance"})
FAULT_FIELDS = names("bot method kind times retry_after delay carried_out chat")
LIMIT_FIELDS = names("bot enforce per_second per_chat per_group_minute burst")
CALLS_FIELDS = frozenset({"bot", "after", "limit", "method"})
MARK_FIELDS = frozenset({"bot", "marks"})
SETTING_FIELDS = frozenset({"bot", "callback_seconds", "loopback_webhooks", "slow_repeated_polls"})


def get_clock(state: State, fields: Fields) -> Json:  # noqa: ARG001 - a call's signature
    return {"now": iso(state.now(), state.zone), "speed": state.clock.speed}


def set_clock(state: State, fields: Fields) -> Json:
    """``now`` first, then ``advance`` seconds; ``speed`` in virtual seconds a second.

    From then on instants are shown with the offset that ``now`` had.
    """
    given = _instant(fields.values["now"]) if fields.has("now") else None
    now = given.timestamp() if given else state.now()
    speed = fields.number("speed", state.clock.speed)
    if speed < 0:
        raise ControlError("speed has to be 0 or more.")
    if given is not None and given.tzinfo is not None:
        state.zone = given.tzinfo
    instant = now + fields.number("advance", 0)
    if not 0 <= instant <= LAST_INSTANT:
        raise ControlError("The clock goes from 1970 to 9999.")
    state.clock.set(instant, speed)
    return get_clock(state, fields)


def _instant(value: object) -> datetime:
    if not isinstance(value, str):
        return datetime.fromtimestamp(Fields({"now": value}).number("now"), UTC)
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise ControlError(f"now has to be ISO 8601 with an offset, not {value!r}.") from None
    if instant.tzinfo is None:
        raise ControlError("now needs an offset, such as +08:00.")
    return instant


def get_limits(state: State, fields: Fields) -> Json:  # noqa: ARG001 - a call's signature
    limits = state.limits
    return {
        "enforce": limits.enforce,
        "per_second": limits.per_second,
        "per_chat": limits.per_chat,
        "per_group_minute": limits.per_group_minute,
        "burst": limits.burst,
    }


def set_limits(state: State, fields: Fields) -> Json:
    """Changes Telegram's flood limits; 0 lifts one. What was counted so far is forgotten."""
    limits = state.limits
    per_second = fields.number("per_second", limits.per_second)
    per_chat = fields.number("per_chat", limits.per_chat)
    per_group_minute = fields.integer("per_group_minute", limits.per_group_minute)
    burst = fields.integer("burst", limits.burst)
    if min(per_second, per_chat, per_group_minute) < 0 or burst < 1:
        raise ControlError("A limit has to be 0 or more, the burst 1 or more.")
    limits.enforce = fields.flag("enforce", default=limits.enforce)
    limits.per_second, limits.per_chat = per_second, per_chat
    limits.per_group_minute, limits.burst = per_group_minute, burst
    state.forget_flood()
    return get_limits(state, fields)


def get_settings(state: State, fields: Fields) -> Json:  # noqa: ARG001 - a call's signature
    settings = state.settings
    return {
        "callback_seconds": settings.callback_seconds,
        "loopback_webhooks": settings.loopback_webhooks,
        "slow_repeated_polls": settings.slow_repeated_polls,
    }


def set_settings(state: State, fields: Fields) -> Json:
    settings = state.settings
    settings.callback_seconds = fields.number("callback_seconds", settings.callback_seconds)
    settings.loopback_webhooks = fields.flag("loopback_webhooks", default=settings.loopback_webhooks)
    settings.slow_repeated_polls = fields.flag("slow_repeated_polls", default=settings.slow_repeated_polls)
    return get_settings(state, fields)


def list_faults(state: State, fields: Fields) -> list[Json]:  # noqa: ARG001 - a call's signature
    return [_shown(fault) for fault in state.faults.waiting]


def add_fault(state: State, fields: Fields) -> Json:
    """The next ``times`` calls of the method get the fault; ``times`` 0 takes all faults back."""
    kind = str(fields.values.get("kind", ""))
    times = fields.integer("times", 1)
    if times == 0:
        state.faults.clear()
        return {}
    if kind not in KINDS:
        raise ControlError(f"kind has to be one of {', '.join(sorted(KINDS))}.")
    if times < 0:
        raise ControlError("times has to be 1 or more, or 0 to take all faults back.")
    fault = Fault(
        method=fields.text("method", "*").lower(),
        kind=kind,
        times=times,
        retry_after=fields.integer("retry_after", DEFAULT_RETRY_AFTER_SECONDS),
        delay=fields.number("delay", 0),
        carried_out=fields.flag("carried_out"),
        chat_id=fields.integer("chat") if fields.has("chat") else None,
    )
    state.faults.add(fault)
    return _shown(fault)


def _shown(fault: Fault) -> Json:
    return {
        "method": fault.method,
        "kind": fault.kind,
        "times": fault.times,
        "retry_after": fault.retry_after,
        "delay": fault.delay,
        "carried_out": fault.carried_out,
        "chat": fault.chat_id,
    }


def list_calls(state: State, fields: Fields) -> list[Json]:
    """The recorded calls of the method and the bot, if one is named.

    With ``after`` the first ``limit`` that follow that number, else the last ``limit``.
    """
    method, token = fields.text("method", "").lower(), fields.text("bot", "")
    entries = [
        entry
        for entry in state.record.after(fields.integer("after", 0))
        if method in {"", entry.method.lower()} and token in {"", entry.token}
    ]
    limit = min(max(fields.integer("limit", CAPACITY), 0), CAPACITY)
    chosen = entries[:limit] if fields.has("after") else entries[len(entries) - min(limit, len(entries)) :]
    return [entry.body(state.zone) for entry in chosen]


def list_marks(state: State, fields: Fields) -> list[Json]:  # noqa: ARG001 - a call's signature
    return state.marks


def set_marks(state: State, fields: Fields) -> list[Json]:
    """Named instants for the page: ``[{label, at}]``, ``at`` in ISO 8601 with an offset."""
    marks = [mark if isinstance(mark, dict) else {} for mark in fields.items("marks")]
    for mark in marks:
        Fields(mark).text("label")
        _instant(Fields(mark).text("at"))
    state.marks = [{"label": mark["label"], "at": mark["at"]} for mark in marks]
    state.feed.publish("marks")
    return state.marks


def reset(state: State, fields: Fields) -> Json:  # noqa: ARG001 - a call's signature
    """Forgets everything but the bots and the clock."""
    state.reset()
    state.feed.publish("reset")
    return {}
