"""What the committee and its helpers record by hand: cards, names, paper lists, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data import attendance, attendees, presences
from data.attendees import Person, bare, folded
from data.database import Transaction
from data.event import Event, Session
from data.presences import Mark, Presence, Way

PAPER_LIMIT = 300
"""Lines of a paper list in one message at most."""

SURE_SCORE = 90.0
"""Similarity of names from which on a line of a paper list means that person."""


@dataclass(frozen=True)
class Marked:
    """``is_new`` is False for who was present before, with ``presence`` as it stood."""

    presence: Presence
    is_new: bool


def mark(
    tx: Transaction,
    event_id: int,
    session: Session,
    attendee_id: int,
    *,
    way: Way,
    actor: int,
    at: float,
    now: float,
    reason: str | None = None,
) -> Marked:
    """Records that the person is, or was, there at ``at``."""
    known = presences.find_now(tx, event_id, session.id, attendee_id)
    if known is not None:
        return Marked(known, is_new=False)
    late = attendance.is_late(session, at)
    made = Mark(session.id, attendee_id, at, late, way, actor, now, reason=reason)
    return Marked(presences.record(tx, event_id, made), is_new=True)


def check_out(
    tx: Transaction, event_id: int, session: Session, attendee_id: int, *, way: Way, actor: int, at: float,
    now: float,
) -> None:  # fmt: skip
    presences.record_out(tx, event_id, Mark(session.id, attendee_id, at, False, way, actor, now))


def unmark(
    tx: Transaction, event_id: int, session_id: str, attendee_id: int, *, actor: int, now: float, reason: str
) -> bool:
    """Takes a presence back; False where there was none."""
    made = Mark(session_id, attendee_id, now, False, "committee", actor, now, reason=reason)
    return presences.unmark(tx, event_id, made)


@dataclass(frozen=True)
class PaperLine:
    """A line of a paper list: who is meant, or nobody yet. ``others`` are people it may also mean."""

    text: str
    person: Person | None
    others: tuple[Person, ...] = ()

    @property
    def name(self) -> str:
        return self.text.partition(";")[0].strip()

    @property
    def institution(self) -> str:
        return self.text.partition(";")[2].strip()


def read_paper(text: str, people: Sequence[Person]) -> list[PaperLine]:
    """Each line is ``name`` or ``name; institution``; numbers before it do not count."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where a list is typed

    names = [bare(person.name) for person in people]
    lines = []
    for line in _lines(text):
        wanted = bare(line.partition(";")[0])
        close = process.extract(wanted, names, scorer=fuzz.token_sort_ratio, limit=4, score_cutoff=SURE_SCORE)
        found = [people[index] for _, _, index in close]
        found = _at_institution(found, line.partition(";")[2]) or found
        is_sure = len(found) == 1
        lines.append(PaperLine(line, found[0] if is_sure else None, () if is_sure else tuple(found)))
    return lines


def _at_institution(people: Sequence[Person], institution: str) -> list[Person]:
    """Namesakes are told apart by where they work."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    wanted = folded(institution)
    if not wanted:
        return []
    return [one for one in people if fuzz.token_set_ratio(wanted, folded(one.institution)) >= SURE_SCORE]


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines()[:PAPER_LIMIT]:
        cleaned = line.strip().lstrip("0123456789.)-•* \t").strip()
        if any(char.isalpha() for char in cleaned):
            yield cleaned


def record_paper(
    tx: Transaction,
    event_id: int,
    session: Session,
    lines: Sequence[tuple[int | None, str, str]],
    *,
    actor: int,
    now: float,
) -> tuple[int, int]:
    """Marks all of them as of the session's start: attendee, else name and institution of a new guest.

    Answers how many are new, and how many were present before.
    """
    new = before = 0
    at = session.start.timestamp()
    for known, name, institution in lines:
        attendee_id = known if known is not None else attendees.add_guest(tx, event_id, name, "", institution)
        marked = mark(tx, event_id, session, attendee_id, way="paper", actor=actor, at=at, now=now)
        new, before = new + marked.is_new, before + (not marked.is_new)
    return new, before


def is_for(event: Event, session_id: str) -> Session | None:
    """The session of that id, where it takes attendance."""
    session = event.session(session_id)
    return session if session is not None and session.attendance else None


def undo(
    tx: Transaction, event_id: int, session_id: str, attendee_id: int, *, actor: int, now: float, reason: str
) -> bool:
    """A helper takes back what that helper has marked; False for anything else."""
    known = presences.find_now(tx, event_id, session_id, attendee_id)
    if known is None or known.way not in ("card", "search") or known.actor != actor:
        return False
    return unmark(tx, event_id, session_id, attendee_id, actor=actor, now=now, reason=reason)
