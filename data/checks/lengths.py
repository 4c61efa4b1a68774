"""Texts that fit into one Telegram message with what the bot writes around them."""

from __future__ import annotations

from collections.abc import Iterator

from data.checks.draft import NOT_PROSE, Draft, EventDraft
from data.checks.finding import Issues, error

LONGEST_LINE = 256
LONGEST_PARAGRAPH = 3000
"""A message has 4,096 UTF-16 units: https://core.telegram.org/bots/api#sendmessage"""

PARAGRAPHS = frozenset({"answer", "description", "address", "audience", "theme"})


def fitting_texts(draft: EventDraft) -> Issues:
    for part in _parts(draft):
        for key in part.table:
            text = None if key in NOT_PROSE else part.text(key)
            limit = LONGEST_PARAGRAPH if key in PARAGRAPHS else LONGEST_LINE
            if text and (length := telegram_length(text)) > limit:
                message = f"has {length} characters, at most {limit} fit into a message: shorten it"
                yield error(part.at(key), message)


def telegram_length(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _parts(draft: EventDraft) -> Iterator[Draft]:
    yield draft.event
    yield draft.venue
    yield from draft.rooms
    for session in draft.sessions:
        yield session
        yield from session.drafts("speakers")
        yield from session.drafts("materials")
        yield from session.drafts("form")
    yield from draft.faq
    yield from draft.survey
    yield from draft.polls
