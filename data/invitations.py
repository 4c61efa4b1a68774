"""The invited list: who was invited, who of them has come, and who a newcomer may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from data import attendees, regions
from data.attendees import bare, folded
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("invitations")

MATCH_SCORE = 84.0
"""Similarity of names, 0 to 100, from which on a seat is offered to who registers."""
INSTITUTION_WEIGHT = 0.15


@dataclass(frozen=True)
class Invitation:
    """A line of the list as the committee wrote it."""

    name: str
    nip: str | None = None
    position: str | None = None
    institution: str | None = None
    region: str | None = None
    region_code: str | None = None
    invitation_number: str | None = None
    code: str | None = None

    @property
    def natural_key(self) -> str:
        """The same line of the next version of the list: by NIP, else by name and institution."""
        return self.nip or f"{folded(self.name)} | {folded(self.institution or '')}"


@dataclass(frozen=True)
class Seat:
    """A line in the database. ``chat_id`` is of who registered as this person."""

    id: int
    name: str
    nip: str | None
    position: str | None
    institution: str | None
    region: str | None
    region_code: str | None
    invitation_number: str | None
    code: str | None
    chat_id: int | None


@dataclass(frozen=True)
class Taken:
    """What became of a list that was read in."""

    added: int
    changed: int
    total: int


def take(tx: Transaction, event_id: int, invitations: Sequence[Invitation]) -> Taken:
    """Adds and updates; whoever is not in the new list stays. Everybody gets a card."""
    before = _count_now(tx, event_id)
    for number, invitation in enumerate(invitations, start=1):
        values = {**asdict(invitation), "natural_key": invitation.natural_key, "number": number}
        if invitation.code:
            tx.execute(_sql["free_code"], {"event_id": event_id, "code": invitation.code})
        row = tx.execute(_sql["save"], {**values, "event_id": event_id}).fetchone()
        attendees.ensure_invited(tx, event_id, row["id"])
    total = _count_now(tx, event_id)
    added = total - before
    return Taken(added, len(invitations) - added, total)


def with_region(invitation: Invitation) -> Invitation:
    """With the code of the region it names, or that its institution names."""
    found = regions.suggest(invitation.region or "") or regions.suggest(invitation.institution or "")
    code = found[0].code if found else None
    return Invitation(**{**asdict(invitation), "region_code": code})


def _count_now(tx: Transaction, event_id: int) -> int:
    return int(tx.execute(_sql["count"], {"event_id": event_id}).fetchone()["number"])


async def count(reads: Reads, event_id: int) -> int:
    """How many are invited; 0 where there is no list."""
    (row,) = await reads.execute_fetchall(_sql["count"], {"event_id": event_id})
    return int(row["number"])


async def seats(reads: Reads, event_id: int) -> list[Seat]:
    """The whole list, in the committee's order."""
    return [Seat(**row) for row in await reads.execute_fetchall(_sql["seats"], {"event_id": event_id})]


async def find(reads: Reads, event_id: int, seat_id: int) -> Seat | None:
    rows = await reads.execute_fetchall(_sql["find"], {"event_id": event_id, "seat_id": seat_id})
    return next((Seat(**row) for row in rows), None)


async def of_code(reads: Reads, event_id: int, code: str) -> Seat | None:
    """The seat of a personal invitation code."""
    rows = await reads.execute_fetchall(_sql["of_code"], {"event_id": event_id, "code": code.strip()})
    return next((Seat(**row) for row in rows), None)


def candidates(seats: Sequence[Seat], name: str, institution: str, limit: int = 4) -> list[Seat]:
    """Whom somebody of that name and institution may be, likeliest first. Titles do not count."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - at the first registration with a list

    wanted = bare(name)
    names = [bare(seat.name) for seat in seats]
    close = process.extract(
        wanted, names, scorer=fuzz.token_set_ratio, limit=limit * 3, score_cutoff=MATCH_SCORE
    )

    def rank(found: tuple[str, float, int]) -> float:
        _, score, index = found
        whole = fuzz.token_sort_ratio(wanted, names[index])
        place = fuzz.token_set_ratio(folded(institution), folded(seats[index].institution or ""))
        return float(score + whole + INSTITUTION_WEIGHT * place)

    return [seats[index] for _, _, index in sorted(close, key=rank, reverse=True)][:limit]


@dataclass(frozen=True)
class Turnout:
    """Present of invited in one group: an institution or a province."""

    group: str
    present: int
    invited: int


async def turnout(reads: Reads, event_id: int, session_id: str) -> list[tuple[Seat, bool]]:
    """Every seat, and whether somebody was present on it in the session: the official or a substitute."""
    rows = await reads.execute_fetchall(_sql["turnout"], {"event_id": event_id, "session_id": session_id})
    found = []
    for row in rows:
        fields = dict(row)
        is_present = bool(fields.pop("is_present"))
        found.append((Seat(**fields), is_present))
    return found


def by_institution(turnout: Sequence[tuple[Seat, bool]]) -> list[Turnout]:
    return _grouped([(seat.institution or "–", is_present) for seat, is_present in turnout])


def by_province(turnout: Sequence[tuple[Seat, bool]]) -> list[Turnout]:
    """ "Pusat" is whoever belongs to no region."""
    return _grouped([(_province(seat), is_present) for seat, is_present in turnout])


def _province(seat: Seat) -> str:
    province = regions.find(seat.region_code.split(".")[0]) if seat.region_code else None
    return province.name if province else (seat.region or "Pusat")


def _grouped(pairs: Sequence[tuple[str, bool]]) -> list[Turnout]:
    """Groups in order of their names."""
    groups = sorted({group for group, _ in pairs}, key=str.casefold)
    return [
        Turnout(
            group,
            sum(is_present for name, is_present in pairs if name == group),
            sum(name == group for name, _ in pairs),
        )
        for group in groups
    ]
