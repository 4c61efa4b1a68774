"""What people do with a bot from within any chat: ask it inline, and send one of its results."""

from __future__ import annotations

from bot.rehearsal.control.acts import actor
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.waiting import answer_within, wait_seconds
from bot.rehearsal.errors import ApiError, ControlError
from bot.rehearsal.inline import content_of_result
from bot.rehearsal.model import Json
from bot.rehearsal.model.bots import Bot
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.posting import post

ASK_FIELDS = names("bot user query offset wait")
CHOOSE_FIELDS = names("bot user chat inline_query_id result_id")
ANSWERABLE_SECONDS = 30


async def ask(state: State, fields: Fields) -> Json:
    """The person types ``@bot query``; answers the bot's results, or null after the wait."""
    bot = state.chosen_bot(fields.text("bot", "") or None)
    user = state.user(fields.integer("user"))
    if not bot.supports_inline_queries:
        raise ControlError("The bot has no inline mode: set supports_inline_queries with POST bots.")
    text, wait = fields.text("query", ""), wait_seconds(fields)
    query = state.queries.open(
        "inline", bot.id, user.id, state.now(), state.patience(ANSWERABLE_SECONDS), text
    )
    body = {"id": query.id, "from": user.profile, "query": text, "offset": fields.text("offset", "")}
    update_id = bot.updates.add("inline_query", body, user.id)
    return {
        "update_id": update_id,
        "inline_query_id": query.id,
        "answer": await answer_within(query, wait),
    }


async def choose(state: State, fields: Fields) -> Json:
    """The person sends a result into a chat."""
    who = actor(state, fields)
    query_id, result_id = fields.text("inline_query_id"), fields.text("result_id")
    asked, answer = state.inline_answers.get(query_id, ("", {}))
    result = next((found for found in answer.get("results", []) if found["id"] == result_id), None)
    if result is None:
        raise ControlError(f"No answer to query {query_id} has a result {result_id!r}.")
    try:
        content = await content_of_result(state, who.bot, result)
    except ApiError as error:
        raise ControlError(f"The result cannot be sent: {error.description}") from None
    message = post(state, who.chat, who.user.profile, content | {"via_bot": who.bot.profile})
    chosen: Json = {"result_id": result_id, "from": who.user.profile, "query": asked}
    if "reply_markup" in content:
        message.inline_id = f"AQAAAA{message.id}_{abs(who.chat.id)}"
        state.inline_messages[message.inline_id] = who.chat, message
        chosen["inline_message_id"] = message.inline_id
    update_id = _tell(who.bot, chosen, who.user.id)
    return {"update_id": update_id, "message_id": message.id, "revision": state.feed.revision}


def _tell(bot: Bot, chosen: Json, user_id: int) -> int | None:
    """Bots hear of choices if they asked BotFather for feedback."""
    return bot.updates.add("chosen_inline_result", chosen, user_id) if bot.inline_feedback else None
