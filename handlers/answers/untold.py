"""Whether a question asks of a topic what the event does not tell of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from handlers.answers.entries import FaqEntry
from handlers.answers.index import Index
from handlers.answers.normalise import Token, is_english, is_name, is_root
from handlers.answers.question import Question
from handlers.answers.reading import Reading, Situation
from handlers.answers.vocabulary.institutions import CITIES
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.untold import (
    BIOGRAPHY,
    COUNTING,
    GEOGRAPHY,
    LIVING,
    MATTERS,
    ORIGINS,
    PEOPLE,
    RELATIONS,
    WORLDLY_VERBS,
)

_HONORIFICS = frozenset({"pak", "bu", "bapak", "ibu"})
_TOWARDS = frozenset({"ke", "menuju", "to"})
_WITH = word_set("sama dengan bareng bersama with")
_CONTACTING = word_set("hubungi menghubungi bicara berbicara lapor kontak koordinasi tanya bertanya konfirmasi")
_OTHER_MEETINGS = frozenset({"other_time", "other_meeting", "elsewhere"})
_OF_A_PHONE = word_set("hp wa whatsapp telepon phone panitia kontak siapa berapa bisa yang untuk saya number")


class _Case(NamedTuple):
    """A reading of a question, and the words that it leaves over."""

    situation: Situation
    reading: Reading
    index: Index
    entry: FaqEntry | None
    """Of the FAQ, for a reading that answers with one."""
    free: tuple[int, ...]

    @property
    def question(self) -> Question:
        return self.situation.question

    def word(self, place: int) -> str:
        tokens = self.question.tokens
        return tokens[place].word if 0 <= place < len(tokens) else ""

    def leaves_any(self, words: Collection[str]) -> bool:
        return next(self.leaves(words), None) is not None

    def leaves(self, words: Collection[str]) -> Iterator[int]:
        """Places of such words that neither the reading nor the entry has."""
        for place in self.free:
            token = self.question.tokens[place]
            is_told = self.entry is not None and not self.entry.said.isdisjoint(token.forms)
            if not is_told and (token.word in words or token.surface in words):
                yield place


def is_untold(situation: Situation, reading: Reading, index: Index) -> bool:
    """Whether ``reading`` is about the right thing at most, and not about what is asked of it."""
    question = situation.question
    entry = next((entry for entry in index.faq if entry.faq.id == reading.faq), None)
    told = reading.used | question.before | question.after | question.introduction | question.vocative
    free = tuple(place for place in range(len(question.tokens)) if place not in told)
    case = _Case(situation, reading, index, entry, free)
    checks = _OF_SESSIONS if entry is None else _OF_ENTRIES
    return any(check(case) for check in checks)


def _asks_why(case: _Case) -> bool:
    return case.question.has("why") and case.reading.facet in ("what", "now", "next", "day")


def _of_a_life(case: _Case) -> bool:
    """ "agama Pak Bahtiar", "lahir di mana"; "anak saya umur 3 tahun" asks nothing of the kind."""
    return any(not case.word(place + 1)[:1].isdigit() for place in case.leaves(BIOGRAPHY))


def _where_he_lives(case: _Case) -> bool:
    """ "Pak Bahtiar menginap di kamar berapa"."""
    reference = case.situation.reference
    names_somebody = bool(reference.speakers) or reference.by_speaker
    return names_somebody and (case.leaves_any(LIVING) or "pernah" in case.question.words)


def _of_a_relation(case: _Case) -> bool:
    """ "siapa atasan Pak Bahtiar"."""
    beside = case.reading.used | {p for p in range(len(case.question.tokens)) if case.word(p) in _HONORIFICS}
    is_who = case.reading.facet == "who"
    return is_who and any(place + 1 in beside for place in case.leaves(RELATIONS))


def _asks_a_name(case: _Case) -> bool:
    """ "nama sopirnya", "nama ketua panitia": of somebody who neither speaks nor is told by name."""
    if case.entry is not None and "name" in case.entry.tells:
        return False
    names = [place for place in case.free if case.word(place).removesuffix("nya") == "nama"]
    people = [p for p in range(len(case.question.tokens)) if case.word(p) in PEOPLE]
    if case.entry is None:
        titles = _titles(case)
        people = [place for place in people if case.word(place).removesuffix("nya") not in titles]
    asks_of = [p for p in people if p + 1 in names or p - 1 in names]
    return bool(asks_of) or (bool(names) and case.question.has("who") and bool(people))


def _titles(case: _Case) -> str:
    speakers = (speaker for session in case.reading.sessions for speaker in session.speakers)
    return " ".join(f"{speaker.name} {speaker.title or ''}" for speaker in speakers).casefold()


def _of_somebody_doing(case: _Case) -> bool:
    """ "siapa yang menyumbang", "siapa yang bikin aplikasi ini"."""
    cue = case.question.cue("who")
    place = cue.end if cue else -1
    if cue is None or case.word(place) != "yang" or place + 1 not in case.question.content:
        return False
    token = case.question.tokens[place + 1]
    is_everyday = case.question.is_soft(place + 1) or case.question.is_background(place + 1)
    if place + 1 in case.reading.used or (is_everyday and case.reading.kind != "context"):
        return False
    return case.entry is None or case.entry.said.isdisjoint(token.forms)


def _of_an_origin(case: _Case) -> bool:
    return case.leaves_any(ORIGINS)


def _of_another_meeting(case: _Case) -> bool:
    """ "panel 2 rakor tahun lalu"."""
    free = set(case.free)
    return any(tag.name in _OTHER_MEETINGS and free.issuperset(tag.span) for tag in case.question.themes)


def _of_its_matter(case: _Case) -> bool:
    """ "apa dampak NPHD", "menu makan siang": the noun in front is asked for, not the session."""
    question = case.question
    if case.reading.facet != "what" or question.has("which", "events", "audience"):
        return False
    foreign = any(place in question.content and question.is_foreign(place) for place in case.free)
    heads = (place for place in case.leaves(MATTERS) if place + 1 in case.reading.used)
    return case.reading.kind in ("named", "context") and (foreign or any(heads))


def _of_the_world(case: _Case) -> bool:
    """ "kapan NPHD cair", "Pilkada berlaku kapan"."""
    reference = case.situation.reference
    if reference.is_direct or reference.is_of_agenda or case.reading.kind != "named":
        return False
    return case.leaves_any(WORLDLY_VERBS)


def _of_a_state(case: _Case) -> bool:
    """ "Pak Bahtiar sudah sampai hotel belum"."""
    is_guess = case.reading.facet == "what" and not case.situation.asked.is_explicit
    return is_guess and {"sudah", "belum"} <= case.question.words


def _of_what_is_near(case: _Case) -> bool:
    """ "rumah sakit terdekat"."""
    is_named = case.reading.kind == "named" and not case.situation.reference.is_direct
    return is_named and not case.question.words.isdisjoint(("terdekat", "nearest"))


def _of_an_unknown_person(case: _Case) -> bool:
    """ "Pak Budi Hartawan mengisi panel berapa", where no such person speaks."""
    return any(
        place in case.question.content
        and case.word(place - 1) in _HONORIFICS
        and is_name(case.question.tokens[place])
        and not _is_of_event(case.index, case.question.tokens[place])
        for place in case.free
    )


def _of_another_way(case: _Case) -> bool:
    """ "bus ke danau", "kapal ke Bacan": a way that the entry does not tell."""
    tokens = case.question.tokens
    return any(
        case.word(place - 1) in _TOWARDS
        and (token.word in GEOGRAPHY or _is_a_place_unknown(case.index, token))
        for place, token in ((place, tokens[place]) for place in case.free)
        if case.entry is None or case.entry.said.isdisjoint(token.forms)
    )


def _is_a_place_unknown(index: Index, token: Token) -> bool:
    """A name that was hardly put right: "Bacan" is no "bacaan"."""
    if token.surface in CITIES:
        return not _is_of_event(index, token)
    is_word = is_root(token.surface) or is_english(token.surface) or not token.surface.isalpha()
    return len(token.surface) > 4 and not is_word and is_root(token.stem) and token.stem != token.word


def _is_of_event(index: Index, token: Token) -> bool:
    known = (index.sessions_by_term, index.faq_by_term, index.name_terms, index.room_terms)
    return any(form in terms for terms in known for form in token.forms)


def _of_a_sum(case: _Case) -> bool:
    """ "jumlah kamar hotel"."""
    return any(place + 1 in case.reading.used for place in case.leaves(COUNTING))


def _of_another_number(case: _Case) -> bool:
    """ "kursi nomor berapa", "nomor seri": no telephone."""
    used = [place for place in case.reading.used if case.word(place) not in _OF_A_PHONE]
    places = [place for place in case.reading.used if case.word(place) in ("nomor", "number")]
    beside = {place + step for place in places for step in (1, -1)}
    content = case.question.content
    return bool(places) and set(used) <= set(places) and any(
        place in content and case.word(place) not in _OF_A_PHONE for place in beside.intersection(case.free)
    )


def _of_a_companion(case: _Case) -> bool:
    """ "sekamar sama siapa"."""
    cue = case.question.cue("who")
    is_with = cue is not None and not _WITH.isdisjoint((case.word(cue.start - 1), case.word(cue.start)))
    return is_with and case.question.words.isdisjoint(_CONTACTING)


def _of_a_session_missing(case: _Case) -> bool:
    """ "klinik D di ruang apa"."""
    return case.situation.reference.is_missing


def _of_a_fee(case: _Case) -> bool:
    """ "honor narasumber panel 2"."""
    is_speaker = case.question.has("role_narasumber", "role_moderator")
    fees = {place for place in range(len(case.question.tokens)) if case.word(place) in _FEES}
    return is_speaker and bool(fees) and case.entry is not None and case.entry.said.isdisjoint(_FEES)


_FEES = word_set("honor gaji honorarium bayaran")


_Check = Callable[[_Case], bool]
_BOTH: tuple[_Check, ...] = (_of_a_life, _where_he_lives, _asks_a_name, _of_somebody_doing, _of_an_origin)
_OF_SESSIONS: tuple[_Check, ...] = (
    *_BOTH,
    _asks_why,
    _of_a_relation,
    _of_another_meeting,
    _of_its_matter,
    _of_the_world,
    _of_a_state,
    _of_what_is_near,
    _of_an_unknown_person,
)
_OF_ENTRIES: tuple[_Check, ...] = (
    *_BOTH,
    _of_another_way,
    _of_a_sum,
    _of_another_number,
    _of_a_companion,
    _of_a_session_missing,
    _of_a_fee,
)
