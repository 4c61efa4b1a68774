"""An attendance list as plain data: who was where, since when, and how it came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """One person in one session. Instants carry the event's zone; "" is what is not known."""

    session: str
    name: str
    nip: str
    position: str
    institution: str
    province: str
    checked_in: datetime
    checked_out: datetime | None = None
    way: str = ""
    note: str = ""
    """What is to be known besides: late, far away, by whom it was entered."""
    stands_in_for: str = ""
    """The invited official this person came for, with the letter of assignment."""
    is_late: bool = False
    is_walk_in: bool = False


@dataclass(frozen=True)
class Row:
    """One line of the list: a person, with the first check-in and the last check-out."""

    name: str
    nip: str
    position: str
    institution: str
    province: str
    checked_in: datetime
    checked_out: datetime | None
    way: str
    note: str
    stands_in_for: str
    is_late: bool
    is_walk_in: bool
    attended: int
    """In how many of the list's sessions."""


@dataclass(frozen=True)
class Roll:
    """The list of one session, one day or the whole event."""

    scope: str
    """``session:ID``, ``day:DATE`` or ``event``: what the list is about, for machines."""
    title: str
    event_code: str
    event_title: str
    facts: tuple[tuple[str, str], ...]
    """What stands above the list, a name and a value each."""
    sessions: int
    """How many sessions the list spans."""
    spans_days: bool
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    """The same people once for each session, in order of time."""
    town: str = ""
    """Where the event is, where the letterhead names no place."""
    invited: int | None = None
    """None: the event has no list of the invited."""
    printed_at: datetime | None = None

    @property
    def late(self) -> int:
        return sum(row.is_late for row in self.rows)

    @property
    def seated(self) -> int:
        """Who was invited, or came for somebody who was."""
        return len(self.rows) - self.walk_ins

    @property
    def walk_ins(self) -> int:
        return sum(row.is_walk_in for row in self.rows)


@dataclass(frozen=True)
class Letterhead:
    """What the committee's institution writes above and below; "" leaves a thing out."""

    institution: tuple[str, ...] = ()
    place: str = ""
    signatory_role: str = ""
    signatory_name: str = ""
    signatory_nip: str = ""


def in_one_line_each(entries: Sequence[Entry], keys: Sequence[object]) -> tuple[Row, ...]:
    """The entries of each person (``keys``, one an entry) as one row, in order of names."""
    by_person: dict[object, list[Entry]] = {}
    for key, entry in zip(keys, entries, strict=True):
        by_person.setdefault(key, []).append(entry)
    return tuple(sorted(map(_row, by_person.values()), key=lambda row: (row.name.casefold(), row.nip)))


def _row(entries: Sequence[Entry]) -> Row:
    first = min(entries, key=lambda entry: entry.checked_in)
    outs = [entry.checked_out for entry in entries if entry.checked_out]
    return Row(
        name=first.name,
        nip=first.nip,
        position=first.position,
        institution=first.institution,
        province=first.province,
        checked_in=first.checked_in,
        checked_out=max(outs) if outs else None,
        way=_listed(entry.way for entry in entries),
        note=_listed(entry.note for entry in entries),
        stands_in_for=_listed(entry.stands_in_for for entry in entries),
        is_late=any(entry.is_late for entry in entries),
        is_walk_in=any(entry.is_walk_in for entry in entries),
        attended=len(entries),
    )


def _listed(texts: Iterable[str]) -> str:
    """Each once, in the order they come."""
    return "; ".join(dict.fromkeys(text for text in texts if text))


def counted(values: Iterable[str], unknown: str) -> list[tuple[str, int]]:
    """How often each comes, the most frequent first."""
    counts = Counter(value or unknown for value in values)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold()))
