"""What a question wants to know, whatever it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from handlers.answers.conversation import Facet
from handlers.answers.model import Aspect, Role
from handlers.answers.question import Question
from handlers.answers.vocabulary.listing import word_set


class Asked(NamedTuple):
    """The facet asked for first, the others, and the finer points."""

    main: Facet
    also: tuple[Facet, ...] = ()
    aspect: Aspect | None = None
    roles: tuple[Role, ...] = ()
    is_explicit: bool = True
    """A question word or a noun says so; otherwise "what" is only a guess."""
    is_amount: bool = False
    """Asks how much of something, which no agenda knows."""


_WHEN = ("when", "date", "duration", "remaining")
_ROLES: tuple[tuple[str, Role], ...] = (("role_narasumber", "narasumber"), ("role_moderator", "moderator"))
_OF_EITHER_ROLE = word_set(
    """
    fasilitator facilitator facilitators facilitates facilitate facilitating facilitated pendamping pengampu
    """
)
"""Who leads a discussion may be either."""
_ASPECTS: tuple[tuple[str, Aspect], ...] = (
    ("remaining", "remaining"),
    ("duration", "duration"),
    ("end", "end"),
    ("start", "start"),
)


def asked(question: Question) -> Asked:
    """Reads the cues of a question."""
    roles = tuple(role for cue, role in _ROLES if question.has(cue))
    if roles and not _OF_EITHER_ROLE.isdisjoint(question.words) and len(roles) == 1:
        roles = ("narasumber", "moderator")
    if len(roles) == 1 and _adds_a_role(question):
        roles = ()
    if roles and question.has("count", "amount") and _counts_people(question):
        return Asked("who", aspect="count", roles=roles)
    if question.has("audience") and not question.has("speak"):
        return Asked("what", aspect="audience")
    if question.has("count"):
        return _counted(question, roles)
    facets = _strong(question)
    if facets:
        return Asked(facets[0], tuple(facets[1:]), _aspect(question), roles)
    if question.has("amount"):
        return Asked("what", is_amount=True, roles=roles)
    return _weak(question, roles)


def _adds_a_role(question: Question) -> bool:
    """ "siapa yang tampil, sama moderatornya": both."""
    role = next(tag for tag in question.cues if tag.name.startswith("role_"))
    speak = question.cue("speak")
    before = question.tokens[role.start - 1].word if role.start else ""
    return speak is not None and speak.end < role.start and before in _ADDING


_ADDING = (
    "dan",
    "sama",
    "serta",
    "beserta",
    "termasuk",
    "plus",
    "juga",
    "dengan",
    "lengkap",
    "berikut",
    "and",
    "with",
    "including",
)


def _counted(question: Question, roles: tuple[Role, ...]) -> Asked:
    """ "ada berapa panel" counts sessions, "ada berapa narasumber" people; anything else is unknown."""
    cue = question.cue("count")
    following = cue.end if cue else 0
    counted = question.tokens[following].word if following < len(question.tokens) else ""
    is_open = following not in question.content or counted in ("kali", "buah", "total", "totalnya", "times")
    nouns = question.session_nouns
    counts_sessions = following in nouns or (is_open and bool(nouns) and not _counts_another(question, nouns))
    return Asked("what", aspect="count", roles=roles, is_amount=not counts_sessions)


def _counts_another(question: Question, nouns: Collection[int]) -> bool:
    """ "kursi di panel 2 ada berapa": the first noun is counted."""
    return any(place < min(nouns) and not question.is_soft(place) for place in question.content)


def _counts_people(question: Question) -> bool:
    """ "berapa narasumber", "berapa orang narasumber", "narasumbernya ada berapa"."""
    if "orang" in question.words or question.has("count"):
        return True
    amount = question.cue("amount")
    role = next(tag for tag in question.cues if tag.name.startswith("role_"))
    return amount is not None and role.start == amount.end


def _aspect(question: Question) -> Aspect | None:
    return next((aspect for cue, aspect in _ASPECTS if question.has(cue)), None)


def _strong(question: Question) -> list[Facet]:
    """The facets with a question word of their own, in the order of the text."""
    found: list[tuple[int, Facet]] = []
    for tag in question.cues:
        facet = _facet_of(tag.name, question)
        if facet and facet not in (known for _, known in found):
            found.append((tag.start, facet))
    facets = [facet for _, facet in sorted(found, key=lambda item: item[0])]
    if "who" in facets and "materials" in facets:
        facets.remove("materials")
    if "materials" in facets and question.has("file"):
        facets = ["materials", *(facet for facet in facets if facet not in ("materials", "where", "what"))]
    elif "materials" in facets:
        facets = ["materials", *(facet for facet in facets if facet not in ("materials", "where"))]
    return facets


def _asks_beside(question: Question) -> bool:
    """ "jam berapa dan bahas apa": the topic is asked for too, not only named."""
    topic, thing = question.cue("topic"), question.cue("thing")
    return topic is not None and thing is not None and thing.start in (topic.end, topic.start - 1)


_FACETS: Mapping[str, Facet] = {"who": "who", "from_where": "who", "file": "materials"}


def _facet_of(cue: str, question: Question) -> Facet | None:
    if cue in _WHEN or (cue == "end" and not question.has("where", "who", "thing")):
        return "when"
    if cue == "where" and not question.has("from_where"):
        return "where"
    if cue == "topic" and question.has("when", "where", "who", "duration", "file"):
        return "what" if _asks_beside(question) else None
    is_talk = cue == "talk" and not question.has("when", "start", "end", "who", "where")
    if (cue == "materials" or is_talk) and not question.has("topic", "which"):
        return "materials"
    return _FACETS.get(cue)


def _weak(question: Question, roles: tuple[Role, ...]) -> Asked:
    """No question word of a facet: a noun decides, or nothing does."""
    if question.has("topic", "which", "define"):
        return Asked("what", roles=roles)
    if roles:
        return Asked("who", roles=roles)
    if question.has("materials", "talk"):
        return Asked("materials")
    if question.has("agenda") and question.has("thing", "all"):
        return Asked("what")
    if question.has("start", "agenda"):
        return Asked("when", aspect=_aspect(question))
    is_explicit = question.has("explain")
    return Asked("what", roles=roles, is_explicit=is_explicit)
