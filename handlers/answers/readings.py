"""All readings of one question, best first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from data.event import Event
from handlers.answers.asides import OTHERS
from handlers.answers.conversation import Conversation
from handlers.answers.entries import FaqEntry
from handlers.answers.facets import Asked
from handlers.answers.faq import FaqMatch, FaqMatcher, best_of
from handlers.answers.index import Index
from handlers.answers.meeting import Meeting
from handlers.answers.model import Topic
from handlers.answers.named_sessions import NamedSessions
from handlers.answers.normalise import is_root
from handlers.answers.occasions import Occasions
from handlers.answers.offices import office_asked
from handlers.answers.question import Question
from handlers.answers.reading import (
    SURE,
    SURE_OF_A_THEME,
    Attempt,
    Reading,
    Situation,
)
from handlers.answers.resolve import Resolver
from handlers.answers.untold import is_untold
from handlers.answers.vocabulary.chatter import ATTRIBUTES, FILLERS
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.weighing import CONTEXT, FOREIGN_BESIDE_FAQ, unexplained

_QUALIFIED = 0.8
_SOMEBODY_ELSE = 0.3
"""Asks for a driver or an adjutant, of whom the entry does not speak."""

_COLLEAGUES = OTHERS | word_set(
    """
    kepala dinas badan bagian bidang sekretaris sekda sekdis sekban kabid kadis kaban kabag kasi kasubag
    kasubbag kepsek camat lurah bupati walikota asisten staf pejabat eselon anggota bawahan kolega
    pimpinan direktur deputy head secretary staff colleague boss
    """
)
"""Who may come in somebody's place."""


class Reader:
    """Reads questions about one event."""

    def __init__(self, event: Event, index: Index) -> None:
        self._index = index
        self._resolver = Resolver(index)
        self._faq = FaqMatcher(index)
        named = NamedSessions(event, index, self._resolver)
        occasions = Occasions(event, index)
        meeting = Meeting(event, index)
        self._attempts: tuple[Attempt, ...] = (
            self._about_faq,
            named.beside_another,
            named.about,
            named.together,
            occasions.about_present,
            occasions.about_day,
            meeting.about_event,
            meeting.about_room,
            named.followed_up,
            named.between,
            named.own_group,
        )

    def situation(
        self, question: Question, asked: Asked, now: datetime, context: Conversation | None
    ) -> Situation:
        return Situation(question, asked, now, context, self._resolver.find(question, now))

    def readings(self, situation: Situation) -> list[Reading]:
        """Best first. Empty when nothing of the event is touched."""
        found = [
            replace(reading, is_possible=False) if self._is_beyond(situation, reading) else reading
            for attempt in self._attempts
            if (reading := attempt(situation))
        ]
        return sorted(found, key=lambda reading: reading.rank, reverse=True)

    def _is_beyond(self, situation: Situation, reading: Reading) -> bool:
        return reading.is_confident and is_untold(situation, reading, self._index)

    def _about_faq(self, situation: Situation) -> Reading | None:
        best, rivals = best_of(self._faq.find(situation.question))
        if best is None or not best.strength:
            return None
        return Reading(
            facet="faq",
            explained=best.strength,
            left_over=self._unexplained(situation, best) + self._other_roles(situation, best),
            faq=best.entry.faq.id,
            is_possible=best.strength >= 1.0 and best.is_anchored and _tells(situation, best),
            used=best.used,
            kind="faq" if best.is_literal else "theme",
            threshold=SURE if best.is_literal else SURE_OF_A_THEME,
            rivals=tuple(Topic("faq", entry) for entry in (best.entry.faq.id, *rivals)) if rivals else (),
            reason=f"FAQ {best.entry.faq.id}: {best.strength:.2f}",
        )

    def _unexplained(self, situation: Situation, best: FaqMatch) -> float:
        """A session named beside what the entry is about is only the occasion."""
        question, reference = situation.question, situation.reference
        beside = reference.used - best.used if reference.by_title and not reference.is_direct else frozenset()
        if "permission" in best.entry.themes:
            beside |= (
                frozenset(p for p in question.content if question.tokens[p].word in _COLLEAGUES) - best.used
            )
        left = unexplained(
            question, self._index, best.used | beside, subject=CONTEXT, foreign=FOREIGN_BESIDE_FAQ
        )
        left += _SOMEBODY_ELSE * any(
            place in question.content and place not in best.used and question.tokens[place].word in OTHERS
            for place in range(len(question.tokens))
        )
        return left + CONTEXT * bool(beside) + _QUALIFIED * self._is_qualified(question, best)

    @staticmethod
    def _is_qualified(question: Question, best: FaqMatch) -> bool:
        """ "sertifikat tanah", "dokter gigi": a noun behind the entry's makes it another thing."""
        behind = {_behind_title(question, place) for place in best.used}
        is_told = best.used <= question.before
        return any(
            place in question.content
            and place not in best.used
            and is_root(question.tokens[place].word)
            and (is_told or place not in question.before)
            and not question.is_soft(place)
            and not question.is_foreign(place)
            and not question.is_background(place)
            for place in behind
        )

    @staticmethod
    def _other_roles(situation: Situation, match: FaqMatch) -> float:
        """A speaker asked for is not what a FAQ entry is about."""
        role = next((tag for tag in situation.question.cues if tag.name.startswith("role_")), None)
        is_other = role and role.name not in match.entry.cues and not set(role.span) & match.used
        return 1.0 if is_other else 0.0


def _behind_title(question: Question, place: int) -> int:
    """The word behind ``place``, or behind the "pak" there."""
    is_title = place + 1 < len(question.tokens) and question.tokens[place + 1].word in ("pak", "bu")
    return place + 1 + is_title


def _asks_whom_to_see(question: Question) -> bool:
    """ "dititip ke siapa", "hubungi siapa": a place will do."""
    cue = question.cue("who")
    before = question.tokens[cue.start - 1].word if cue and cue.start else ""
    return before in (
        "ke",
        "kepada",
        "hubungi",
        "panggil",
        "lapor",
        "ketemu",
        "menghubungi",
    )


def _is_attribute(question: Question, position: int) -> bool:
    return any(not group.isdisjoint(question.tokens[position].forms) for group in ATTRIBUTES.values())


_UNITS = word_set("meter orang kursi kg gram liter derajat juta ribu halaman lembar buah hari menit")


_PORTIONS = word_set(
    "sebungkus sekilo sekotak sebotol sepasang selembar seporsi sepiring segelas sebuah sebiji secangkir"
)


def _asks_for_other_units(situation: Situation, match: FaqMatch) -> bool:
    """ "berapa meter", where the answer tells none."""
    cue = situation.question.cue("amount")
    if cue and situation.question.tokens[cue.start - 1].word in _PORTIONS and cue.start:
        return "price" not in match.entry.tells
    if cue is None or cue.end >= len(situation.question.tokens):
        return False
    unit = situation.question.tokens[cue.end]
    return unit.word in _UNITS and unit.word not in match.entry.terms and unit.stem not in match.entry.units


def _tells(situation: Situation, match: FaqMatch) -> bool:
    """Whether the entry can hold what is asked: a time for "kapan", and never a count ("berapa kapal")."""
    question, entry = situation.question, match.entry
    return (
        not _asks_to_reach_a_speaker(question)
        and not (question.has("why") and "why" not in entry.cues)
        and _tells_where(question, entry)
        and _tells_who(question, entry)
        and _tells_how_long(question, entry)
        and not _asks_for_other_units(situation, match)
        and all(
            kind in entry.tells or ATTRIBUTES[kind].isdisjoint(question.words) for kind in ("price", "mail")
        )
        and not _counts(situation, match)
        and ("time" in entry.tells or not question.has("when", "date", "remaining", "agenda"))
    )


def _asks_to_reach_a_speaker(question: Question) -> bool:
    """ "nomor wa moderator panel 2": an entry tells those of the committee."""
    asks = any(not ATTRIBUTES[kind].isdisjoint(question.words) for kind in ("phone", "mail"))
    return asks and question.has("role_narasumber", "role_moderator")


def _tells_where(question: Question, entry: FaqEntry) -> bool:
    cue = question.cue("where")
    if cue is None:
        return True
    first = question.tokens[cue.start].word
    if first in ("lantai", "floor"):
        return "floor" in entry.tells
    asks_place = not question.words.isdisjoint(("mana", "where"))
    tells_place = "place" in entry.tells or "where" in entry.cues
    is_to_somebody = first == "ke" and "person" in entry.tells
    return not asks_place or tells_place or is_to_somebody


_BEARING_COSTS = word_set("bayar tanggung pay biaya cover covers covered")


def _tells_who(question: Question, entry: FaqEntry) -> bool:
    if not question.has("who") or _asks_whom_to_see(question) or "name" in question.words:
        return True
    asks_who_pays = not _BEARING_COSTS.isdisjoint(question.words)
    if asks_who_pays and "money" in entry.tells:
        return True
    is_held = all(word in entry.terms or word in FILLERS for word in office_asked(question))
    return is_held and ("person" in entry.tells or "phone" in entry.tells or "who" in entry.cues)


def _tells_how_long(question: Question, entry: FaqEntry) -> bool:
    """A span, or for "tiap berapa menit" an interval."""
    if not question.words.isdisjoint(("tiap", "setiap", "every", "sekali", "often")):
        return not question.has("duration") or "interval" in entry.tells
    return not question.has("duration") or "span" in entry.tells


_COUNTERS = word_set("unit buah ekor orang armada pasang bungkus")


def _counts(situation: Situation, match: FaqMatch) -> bool:
    """ "berapa kapal": a number of what the entry only names."""
    question = situation.question
    cue = (question.cue("amount") or question.cue("count")) if situation.asked.is_amount else None
    labelled = question.tokens[cue.start - 1].stem if cue and cue.start else ""
    counted = cue.end if cue else 0
    if counted + 1 < len(question.tokens) and question.tokens[counted].word in _COUNTERS:
        counted += 1
    return (
        cue is not None
        and counted in match.used
        and labelled not in match.entry.numbered
        and not _is_attribute(question, counted)
        and question.tokens[counted].stem not in match.entry.units
    )
