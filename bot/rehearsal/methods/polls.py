"""Polls and quizzes. The limits and their words are TDLib's (SendPoll, PollManager)."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.rehearsal import utf16
from bot.rehearsal.errors import bad_request
from bot.rehearsal.formatting import formatted
from bot.rehearsal.keyboards import read_markup
from bot.rehearsal.methods.call import Call, find_message, writable_chat
from bot.rehearsal.methods.outgoing import send
from bot.rehearsal.model import Json
from bot.rehearsal.model.polls import FIRST_POLL_ID, Poll
from bot.rehearsal.posting import replace
from bot.rehearsal.voting import close, close_when_due, tell

MAX_OPTIONS = 12
MAX_QUESTION_UNITS = 300
MAX_OPTION_UNITS = 100
MAX_EXPLANATION_UNITS = 200
MAX_EXPLANATION_LINE_FEEDS = 2
MAX_DESCRIPTION_UNITS = 1024
OPEN_SECONDS = range(5, 2_628_001)


def send_poll(call: Call) -> Json:
    poll = read_poll(call)
    call.state.polls[poll.id] = poll
    try:
        body = send(call, {"poll": poll.body | _description(call)}).body
    except Exception:
        del call.state.polls[poll.id]
        raise
    if poll.closes_at is not None and not poll.closed:
        call.state.timers.at(poll.closes_at, partial(close_when_due, call.state, poll))
    return body


def read_poll(call: Call) -> Poll:
    """The poll that a call describes.

    Raises ApiError in Telegram's words.
    """
    parameters = call.parameters
    question = _text(call, "question")
    options = _options(call)
    kind = parameters.text("type") or "regular"
    if kind not in {"regular", "quiz"}:
        raise bad_request("Unsupported poll type specified")
    is_quiz = kind == "quiz"
    closing = _closing(call)
    fixed: Json = {
        "id": str(FIRST_POLL_ID + call.state.number()),
        **question,
        "is_anonymous": not parameters.has("is_anonymous") or parameters.boolean("is_anonymous"),
        "type": kind,
        "allows_multiple_answers": parameters.boolean("allows_multiple_answers"),
        "allows_revoting": parameters.boolean("allows_revoting")
        if parameters.has("allows_revoting")
        else not is_quiz,
        "members_only": parameters.boolean("members_only"),
        **closing,
    }
    return Poll(
        call.bot.id,
        fixed,
        options,
        _solution(call, len(options)) if is_quiz else {},
        closes_at=float(closing["close_date"]) if closing else None,
        closed=parameters.boolean("is_closed"),
    )


def _text(call: Call, name: str) -> Json:
    """The question, or another text of the poll, with its entities."""
    parameters = call.parameters
    entities = parameters.decoded_or_none(f"{name}_entities")
    text, found = formatted(
        call.state, parameters.text(name), parameters.text(f"{name}_parse_mode"), entities
    )
    if name == "question" and not text:
        raise bad_request("Poll question must be non-empty")
    if name == "question" and utf16.length(text) > MAX_QUESTION_UNITS:
        raise bad_request("Poll question length must not exceed 300")
    shown = [entity for entity in found if name != "question" or entity["type"] == "custom_emoji"]
    return {name: text, f"{name}_entities": shown} if shown else {name: text}


def _options(call: Call) -> list[Json]:
    options = call.parameters.decoded("options", "options")
    if not isinstance(options, list):
        raise bad_request("Expected an Array of String as options")
    if not options:
        raise bad_request("Poll must have at least 1 option")
    if len(options) > MAX_OPTIONS:
        raise bad_request(f"Poll can't have more than {MAX_OPTIONS} options")
    return [
        {"persistent_id": str(index), "text": text}
        for index, text in enumerate(_option(call, option) for option in options)
    ]


def _option(call: Call, option: Any) -> str:
    if isinstance(option, str):
        option = {"text": option}
    if not isinstance(option, dict):
        raise bad_request("Expected an option to be of type String")
    mode, entities = str(option.get("text_parse_mode") or ""), option.get("text_entities")
    text, _ = formatted(call.state, str(option.get("text", "")), mode, entities)
    if not text:
        raise bad_request("Poll options must be non-empty")
    if utf16.length(text) > MAX_OPTION_UNITS:
        raise bad_request("Poll options length must not exceed 100")
    return text


def _closing(call: Call) -> Json:
    """When the poll closes by itself: after a period or at a date, not both."""
    period, date = call.parameters.integer("open_period"), call.parameters.integer("close_date")
    if not period and not date:
        return {}
    seconds = period or date - call.state.date()
    if seconds not in OPEN_SECONDS:
        raise (
            bad_request("Wrong open period specified")
            if period
            else bad_request("Wrong close date specified")
        )
    return {"open_period": seconds, "close_date": call.state.date() + seconds}


def _solution(call: Call, count: int) -> Json:
    """The right answers of a quiz, and what explains them."""
    right = _right_answers(call)
    if not right or not all(isinstance(index, int) and 0 <= index < count for index in right):
        raise bad_request("Wrong correct option ID specified")
    if sorted(set(right)) != right:
        raise bad_request("Wrong correct option ID specified")
    explanation = _text(call, "explanation")
    text = explanation["explanation"]
    if utf16.length(text) > MAX_EXPLANATION_UNITS or text.count("\n") > MAX_EXPLANATION_LINE_FEEDS:
        raise bad_request("Poll explanation is too long")
    return {"correct_option_ids": right} | (explanation if text else {})


def _right_answers(call: Call) -> list[Any]:
    if call.parameters.has("correct_option_id"):
        return [call.parameters.integer("correct_option_id", -1)]
    right = call.parameters.decoded("correct_option_ids", "correct option identifiers")
    return right if isinstance(right, list) else []


def _description(call: Call) -> Json:
    description = _text(call, "description")
    if utf16.length(description["description"]) > MAX_DESCRIPTION_UNITS:
        raise bad_request("Message caption is too long")
    return description if description["description"] else {}


def stop_poll(call: Call) -> Json:
    markup = read_markup(call.parameters)
    chat = writable_chat(call)
    message = find_message(call, chat, "message with poll to stop")
    if "poll" not in message.body:
        raise bad_request("message is not a poll")
    if message.sender_id != call.bot.id:
        raise bad_request("poll can't be stopped")
    poll = call.state.polls[message.body["poll"]["id"]]
    if poll.closed:
        raise bad_request("poll has already been closed")
    close(call.state, poll)
    body = {name: value for name, value in message.body.items() if name != "reply_markup"}
    replace(call.state, chat, message, body | ({"reply_markup": markup} if markup else {}))
    tell(call.state, poll)
    return poll.body
