"""Answers to inline queries."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.inline import checked_results
from bot.rehearsal.methods.call import Call
from bot.rehearsal.methods.callbacks import TOO_OLD

DEFAULT_CACHE_SECONDS = 300


def answer_inline_query(call: Call) -> bool:
    parameters = call.parameters
    button = parameters.decoded("button", "inline query results button")
    results = checked_results(call.state, parameters.decoded("results", "results"))
    query = call.state.queries.take(
        "inline", parameters.text("inline_query_id"), call.bot.id, call.state.now()
    )
    if query is None:
        raise bad_request(TOO_OLD)
    answer = {
        "results": results,
        "cache_time": parameters.integer("cache_time", DEFAULT_CACHE_SECONDS),
        "is_personal": parameters.boolean("is_personal"),
        "next_offset": parameters.text("next_offset"),
        "button": button,
    }
    call.state.inline_answers[query.id] = query.about, answer
    query.settle(answer)
    return True
