"""Which room a question names."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from handlers.answers.entries import RoomEntry
from handlers.answers.index import Index
from handlers.answers.question import Question


class RoomMention(NamedTuple):
    """A room, and the positions of the words that name it."""

    id: str
    positions: frozenset[int]


def room_named(question: Question, index: Index) -> RoomMention | None:
    """The room that the question names best, if any."""
    mentions = (_mention(question, index, entry) for entry in index.rooms)
    return max((m for m in mentions if m), key=lambda mention: len(mention.positions), default=None)


def _mention(question: Question, index: Index, entry: RoomEntry) -> RoomMention | None:
    """Half a name ("Teras Laut") counts only by a word that no session is about."""
    said = {
        position: word
        for position, token in enumerate(question.tokens)
        for word in (token.surface, token.word)
        if word in entry.terms and not _is_of_a_title(question, index, position)
    }
    is_whole = entry.terms <= set(said.values())
    telling = (w for w in said.values() if index.room_terms_are_unique(w) and w not in index.sessions_by_term)
    if not said or not (is_whole or any(telling)):
        return None
    return RoomMention(entry.room.id, frozenset(said))


def _is_of_a_title(question: Question, index: Index, position: int) -> bool:
    """The "Banda" of "Gunung Banda Api" is no room."""
    stems = [token.stem for token in question.tokens[max(0, position - 1) : position + 2]]
    return any(pair in index.title_pairs for pair in pairwise(stems))
