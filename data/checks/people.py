"""Speakers: nobody speaks in two places at once, nobody is listed twice for one session.

A person is known by name and organization. Case, blanks, forms of address and academic titles do not
tell two people apart ("Dr. Budi Santoso, M.Si." is "BUDI SANTOSO"). Where only one of two entries
names an organization they are most likely one person, but that is not certain: a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from data.checks.draft import Draft, EventDraft
from data.checks.finding import Issues, error, warning
from data.checks.overlaps import Slot, named, overlapping, slots
from data.checks.wording import quoted

FORMS_OF_ADDRESS = frozenset(
    {
        *("bapak", "bpk", "ibu", "sdr", "sdri", "mr", "mrs", "ms", "h", "hj", "kh"),
        *("prof", "dr", "drs", "dra", "drg", "ir"),
    }
)
PLACEHOLDERS = frozenset(
    {
        *("narasumber", "moderator", "fasilitator", "pemateri", "pembicara", "panitia", "speaker"),
        *("tba", "tbc", "tbd", "menyusul", "to be announced", "to be confirmed"),
        *("akan dikonfirmasi", "dalam konfirmasi", "akan ditentukan"),
    }
)
"""What stands in for a name while nobody is named yet: two of them are not one person."""


@dataclass(frozen=True)
class Appearance:
    """A speaker in the list of one session."""

    slot: Slot
    speaker: Draft
    organization: str

    @property
    def start(self) -> datetime:
        return self.slot.start

    @property
    def end(self) -> datetime:
        return self.slot.end

    def is_elsewhere(self, other: Appearance) -> bool:
        """Whether the rooms differ; two sessions in one room are the rooms' fault."""
        return self.slot.session is not other.slot.session and self.slot.room != other.slot.room


def one_place_at_a_time(draft: EventDraft) -> Issues:
    appearances_by_name: dict[str, list[Appearance]] = defaultdict(list)
    for slot in slots(draft.sessions):
        for name, speaker in _distinct(slot.session):
            appearance = Appearance(slot, speaker, organization_of(speaker))
            appearances_by_name[name].append(appearance)
    for appearances in appearances_by_name.values():
        yield from _clashes(appearances)


def listed_once(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        first_by_person: dict[tuple[str, str], Draft] = {}
        for speaker in session.drafts("speakers"):
            name = name_of(speaker)
            first = first_by_person.setdefault((name, organization_of(speaker)), speaker) if name else speaker
            if first is not speaker:
                message = f"{_called(speaker)} is listed twice for this session: remove one entry"
                yield warning(speaker.at("name"), message)


def name_of(speaker: Draft) -> str:
    """The name in a form to compare; empty when nobody is named."""
    bare = (speaker.text("name") or "").split(",")[0].replace(".", " ")
    words = bare.casefold().split()
    while words and words[0] in FORMS_OF_ADDRESS:
        words = words[1:]
    name = " ".join(words)
    return "" if name in PLACEHOLDERS else name


def organization_of(speaker: Draft) -> str:
    return " ".join((speaker.text("organization") or "").casefold().split())


def _distinct(session: Draft) -> Iterable[tuple[str, Draft]]:
    """The named people of a session, each once."""
    by_person: dict[tuple[str, str], tuple[str, Draft]] = {}
    for speaker in session.drafts("speakers"):
        if name := name_of(speaker):
            by_person.setdefault((name, organization_of(speaker)), (name, speaker))
    return by_person.values()


def _clashes(appearances: list[Appearance]) -> Issues:
    for appearance, running in overlapping(appearances):
        others = [other for other in running if appearance.is_elsewhere(other)]
        same = [other.slot for other in others if other.organization == appearance.organization]
        unsure = [other.slot for other in others if not (other.organization and appearance.organization)]
        spot = appearance.speaker.at("name")
        if same:
            clash = f"{_called(appearance.speaker)} speaks at the same time in {named(same)}"
            yield error(spot, f"{clash}: change a time or the speaker")
        elif unsure:
            clash = f"{_called(appearance.speaker)} seems to speak at the same time in {named(unsure)}"
            yield warning(spot, f"{clash}: change a time, or give both speakers their organization")


def _called(speaker: Draft) -> str:
    return quoted(speaker.text("name") or "")
