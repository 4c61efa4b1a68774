"""Prepared polls: of a session that exists, with what Telegram takes, closing after they open."""

from __future__ import annotations

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, error
from data.checks.lengths import telegram_length
from data.checks.wording import quoted

OPTIONS = range(2, 13)
LONGEST_OPTION = 100
"""Characters of an option: https://core.telegram.org/bots/api#inputpolloption"""


def sendable_polls(draft: EventDraft) -> Issues:
    sessions = {session.id for session in draft.sessions}
    for poll in draft.polls:
        session = poll.text("session")
        if session is not None and session not in sessions:
            yield error(poll.at("session"), f"there is no session {quoted(session)}: name one of its ids")
        opens, closes = poll.moment("opens"), poll.moment("closes")
        if opens is not None and closes is not None and closes <= opens:
            yield error(poll.at("closes"), "is not after opens: correct one of them")
        yield from _options(poll)


def _options(poll: Draft) -> Issues:
    kind, options = poll.text("kind") or "single", poll.texts("options")
    if kind in ("scale", "cloud"):
        if options:
            yield error(poll.at("options"), f"a poll of kind {kind} has no options: remove them")
    elif len(options) not in OPTIONS:
        message = f"a poll needs {OPTIONS[0]} to {OPTIONS[-1]} options: it has {len(options)}"
        yield error(poll.at("options"), message)
    known: set[str] = set()
    for spot, option in options:
        if option.strip() in known:
            yield error(spot, f"stands there twice, which Telegram does not take: {quoted(option.strip())}")
        known.add(option.strip())
        if (length := telegram_length(option.strip())) > LONGEST_OPTION:
            message = f"has {length} characters, Telegram takes {LONGEST_OPTION}: shorten it"
            yield error(spot, message)
    correct = poll.number("correct")
    if kind == "quiz" and (correct is None or correct > len(options)):
        yield error(poll.at("correct"), "a quiz needs the number of its right option, counted from 1")
    elif kind != "quiz" and correct is not None:
        yield error(poll.at("correct"), "only a quiz has a right option: remove it, or set kind to quiz")
