"""Votes in polls, and who hears of them."""

from __future__ import annotations

from bot.rehearsal.model import Json
from bot.rehearsal.model.polls import Poll
from bot.rehearsal.model.state import State
from bot.rehearsal.posting import replace


def close_when_due(state: State, poll: Poll) -> None:
    """A poll with a period closes by itself."""
    if not poll.closed and poll.closes_at is not None and state.now() >= poll.closes_at:
        close(state, poll)
        tell(state, poll)


def close(state: State, poll: Poll) -> None:
    poll.closed = True
    show(state, poll)


def vote(state: State, poll: Poll, user: Json, option_ids: list[int]) -> int | None:
    """Takes a vote, or takes it back when there are no options; answers the poll_answer's update id."""
    if option_ids:
        poll.votes[user["id"]] = option_ids
        poll.voters[user["id"]] = user
    else:
        poll.votes.pop(user["id"], None)
    show(state, poll)
    tell(state, poll)
    bot = state.bot_by_id(poll.bot_id)
    if bot is None or poll.fixed["is_anonymous"]:
        return None
    persistent = [poll.options[index]["persistent_id"] for index in option_ids]
    answer = {"poll_id": poll.id, "user": user, "option_ids": option_ids, "option_persistent_ids": persistent}
    return bot.updates.add("poll_answer", answer, int(poll.id))


def tell(state: State, poll: Poll) -> None:
    """The ``poll`` update: bots receive it of the polls that they sent."""
    bot = state.bot_by_id(poll.bot_id)
    if bot is not None:
        bot.updates.add("poll", poll.body, int(poll.id))


def show(state: State, poll: Poll) -> None:
    """Every message that shows the poll shows its new state."""
    for chat, message in poll.places:
        if chat.messages.get(message.id) is message:
            replace(
                state, chat, message, message.body | {"poll": message.body["poll"] | poll.body}, edited=False
            )
