"""Ids: each stands for one thing of its kind."""

from __future__ import annotations

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, error
from data.checks.wording import quoted


def unique_ids(draft: EventDraft) -> Issues:
    forms = (session.drafts("form") for session in draft.sessions)
    for kind in (draft.rooms, draft.sessions, draft.faq, draft.survey, draft.polls, *forms):
        yield from _unique(kind)


def _unique(things: tuple[Draft, ...]) -> Issues:
    first_by_id: dict[str, Draft] = {}
    for thing in things:
        if thing.id is None:
            continue
        first = first_by_id.setdefault(thing.id, thing)
        if first is not thing:
            numbers = f"{thing.spot[-2]} number {first.position} and number {thing.position}"
            message = f"{quoted(thing.id)} is the id of {numbers}: give each its own id"
            yield error(thing.at("id"), message)
