"""Answers to presses of inline buttons."""

from __future__ import annotations

from bot.rehearsal import utf16
from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call
from bot.rehearsal.model import Json

MAX_ANSWER_UNITS = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(call: Call) -> bool:
    parameters = call.parameters
    text = parameters.text("text")
    if utf16.length(text) > MAX_ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    url = parameters.text("url")
    if url and not _is_allowed(call, url):
        raise bad_request("URL_INVALID")
    now = call.state.now()
    query = call.state.queries.take("callback", parameters.text("callback_query_id"), call.bot.id, now)
    if query is None:
        raise bad_request(TOO_OLD)
    answer: Json = {"text": text, "show_alert": parameters.boolean("show_alert"), "url": url or None}
    if (cache_seconds := parameters.integer("cache_time")) > 0:
        call.state.queries.keep(query.about, answer, now + cache_seconds)
    query.settle(answer)
    place = {"callback_query_id": query.id, "user": query.user_id, "chat_id": query.about.chat_id}
    call.state.feed.publish("answer", **place, **answer)
    return True


def _is_allowed(call: Call, url: str) -> bool:
    """Links that open the bot itself (documentation, answerCallbackQuery)."""
    host, _, rest = url.removeprefix("https://").removeprefix("http://").partition("/")
    return host in {"t.me", "telegram.me"} and rest.partition("?")[0].lower() == call.bot.username.lower()
