"""Everybody who can stand on an attendance list: registered, invited, or only met on paper.

A person is one ``attendee``, whichever way they came to be known; the view ``people`` says what is known.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("attendees")

CARD_BYTES = 10
SEARCH_SCORE = 60.0
"""Similarity, 0 to 100, from which on a name counts as found."""


@dataclass(frozen=True)
class Person:
    """One line of the list. ``letter`` is the surat tugas of who represents ``official``."""

    id: int
    chat_id: int | None
    invited_id: int | None
    letter: str | None
    name: str
    nip: str | None
    position: str
    institution: str
    region: str | None
    region_code: str | None
    invitation_number: str | None
    official: str | None

    @property
    def is_walk_in(self) -> bool:
        """Neither invited nor sent by somebody who is."""
        return self.invited_id is None


def ensure(tx: Transaction, event_id: int, chat_id: int) -> int:
    """The attendee of who registered in that chat."""
    key = {"event_id": event_id, "chat_id": chat_id}
    tx.execute(_sql["add_chat"], key)
    attendee_id: int = tx.execute(_sql["id_of_chat"], key).fetchone()["id"]
    ensure_card(tx, attendee_id)
    return attendee_id


def ensure_invited(tx: Transaction, event_id: int, invited_id: int) -> int:
    """The attendee of who sits on that seat, or is to sit there."""
    key = {"event_id": event_id, "invited_id": invited_id}
    tx.execute(_sql["add_invited"], key)
    attendee_id: int = tx.execute(_sql["id_of_seat"], key).fetchone()["id"]
    ensure_card(tx, attendee_id)
    return attendee_id


def add_guest(tx: Transaction, event_id: int, name: str, position: str, institution: str) -> int:
    """Somebody who neither registered nor is invited; the same person a second time is the same attendee."""
    fields = {"event_id": event_id, "name": name, "position": position, "institution": institution}
    row = tx.execute(_sql["find_guest"], fields).fetchone()
    attendee_id: int = row["id"] if row else tx.execute(_sql["add_guest"], fields).fetchone()["id"]
    ensure_card(tx, attendee_id)
    return attendee_id


def add_substitute(tx: Transaction, event_id: int, invited_id: int, name: str, letter: str) -> int:
    """Somebody without an account who comes in place of the invited one; the same again is the same one."""
    fields = {"event_id": event_id, "invited_id": invited_id, "name": name, "letter": letter}
    row = tx.execute(_sql["find_substitute"], fields).fetchone()
    attendee_id: int = row["id"] if row else tx.execute(_sql["add_substitute"], fields).fetchone()["id"]
    ensure_card(tx, attendee_id)
    return attendee_id


def ensure_card(tx: Transaction, attendee_id: int) -> None:
    tx.execute(_sql["ensure_card"], {"attendee_id": attendee_id, "token": secrets.token_hex(CARD_BYTES)})


def of_chat_now(tx: Transaction, event_id: int, chat_id: int) -> int | None:
    row = tx.execute(_sql["id_of_chat"], {"event_id": event_id, "chat_id": chat_id}).fetchone()
    return int(row["id"]) if row else None


async def of_card(reads: Reads, event_id: int, token: str) -> Person | None:
    """Whose card it is; None for no card of this event."""
    for row in await reads.execute_fetchall(_sql["id_of_card"], {"event_id": event_id, "token": token}):
        return await find(reads, event_id, row["id"])
    return None


async def card(reads: Reads, attendee_id: int) -> str | None:
    """The token of the person's card."""
    for row in await reads.execute_fetchall(_sql["card"], {"attendee_id": attendee_id}):
        return str(row["token"])
    return None


async def find(reads: Reads, event_id: int, attendee_id: int) -> Person | None:
    rows = await reads.execute_fetchall(_sql["find"], {"event_id": event_id, "attendee_id": attendee_id})
    return next((Person(**row) for row in rows), None)


async def of_chat(reads: Reads, event_id: int, chat_id: int) -> Person | None:
    rows = await reads.execute_fetchall(_sql["of_chat"], {"event_id": event_id, "chat_id": chat_id})
    return next((Person(**row) for row in rows), None)


async def everybody(reads: Reads, event_id: int) -> list[Person]:
    """All that the lists know, in order of names."""
    return [Person(**row) for row in await reads.execute_fetchall(_sql["everybody"], {"event_id": event_id})]


async def cards(reads: Reads, event_id: int) -> list[tuple[Person, str]]:
    """Everybody with the token of their card, in order of names."""
    found = []
    for row in await reads.execute_fetchall(_sql["cards"], {"event_id": event_id}):
        fields = dict(row)
        token = fields.pop("token")
        found.append((Person(**fields), token))
    return found


def search(people: Sequence[Person], text: str, limit: int = 8) -> list[Person]:
    """Those whose name is like the text, likeliest first; titles, spelling and order of words are free."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where somebody looks for a name

    names = [folded(f"{person.name} {person.official or ''}") for person in people]
    found = process.extract(folded(text), names, scorer=fuzz.WRatio, limit=limit, score_cutoff=SEARCH_SCORE)
    return [people[index] for _, _, index in found]


def folded(text: str) -> str:
    """For comparison: small letters without accents, commas and dots."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())


TITLES = frozenset(
    {"dr", "dra", "drs", "ir", "h", "hj", "prof", "s", "sos", "si", "m", "se", "sh", "st", "mm", "mh", "ap"}
    | {"msi", "sip", "stp", "ssi", "skm", "spd", "mpd", "map", "sstp", "apt", "kh", "bapak", "ibu", "bpk"}
)


def bare(name: str) -> str:
    """The name without titles, for comparison."""
    words = folded(name).split()
    kept = [word for word in words if word not in TITLES]
    return " ".join(kept or words)


def take_seat(tx: Transaction, event_id: int, chat_id: int, invited_id: int) -> int | None:
    """The person of the chat is the invited one. None where somebody else has that seat already.

    What is known of the two under separate attendees becomes one person's.
    """
    own = ensure(tx, event_id, chat_id)
    seat = ensure_invited(tx, event_id, invited_id)
    if own == seat:
        return own
    holder = tx.execute(_sql["chat_of"], {"attendee_id": seat}).fetchone()["chat_id"]
    if holder is not None:
        return None
    _merge(tx, own, into=seat)
    tx.execute(_sql["set_chat"], {"attendee_id": seat, "chat_id": chat_id})
    return seat


def represent(tx: Transaction, event_id: int, chat_id: int, invited_id: int, letter: str) -> int:
    """The person of the chat comes in place of the invited one, by the surat tugas of that number."""
    own = ensure(tx, event_id, chat_id)
    tx.execute(_sql["set_seat"], {"attendee_id": own, "invited_id": invited_id, "letter": letter})
    return own


def _merge(tx: Transaction, source: int, *, into: int) -> None:
    """One person was known as two: presences, trail and cards go together, the first instant counts."""
    key = {"source": source, "target": into}
    for name in (
        "keep_earlier", "move_presences", "drop_presences", "move_trail", "move_spot_checks",
        "drop_spot_checks", "move_cards", "drop_attendee",
    ):  # fmt: skip
        tx.execute(_sql[name], key)


def forget(tx: Transaction, chat_id: int) -> None:
    """The seat on the invited list stays the committee's; the person and what they did is gone."""
    for name in (
        "forget_presences", "forget_trail", "forget_spot_checks", "forget_seat", "forget_cards",
        "forget_attendee",
    ):  # fmt: skip
        tx.execute(_sql[name], {"chat_id": chat_id})
