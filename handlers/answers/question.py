"""A question taken apart: its tokens, and what each of them is there for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from handlers.answers.asides import asides
from handlers.answers.askers import introduction, persons, vocative
from handlers.answers.corrections import grouped, negated
from handlers.answers.index import Index
from handlers.answers.language import Language
from handlers.answers.normalise import Token, stem
from handlers.answers.numbered import NumberedReader, NumberedReference
from handlers.answers.numbers import number_at
from handlers.answers.phrases import Tag
from handlers.answers.vocabulary.calendar import DAYPARTS
from handlers.answers.vocabulary.chatter import BACKGROUND, FILLERS, FOREIGN, SOFT
from handlers.answers.vocabulary.institutions import COMMISSIONS
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.synonyms import SYNONYMS
from handlers.answers.when import WORDS_OF_TIME, TimeExpression, TimeReader

_ADDRESSES = word_set(
    """
    min admin mimin pak bapak bu ibu kak kakak mas mbak bang bro sis semua semuanya all dok prof
    everyone team tim panitia om tante bapa mama kang teh gan kaka
    """
)
_NOUNS = frozenset({"materials", "talk", "agenda", "topic", "role_moderator"})
"""Cues that are nouns of titles too ("Menyusun berkas perkara", "Sertifikasi pemandu wisata")."""


class Question:
    """What one text asks, before anybody looks whether the event has an answer."""

    def __init__(
        self, tokens: Sequence[Token], now: datetime, language: Language, index: Index, times: TimeReader
    ) -> None:
        self.tokens = tuple(tokens)
        self._index = index
        self.persons = frozenset(persons(self.tokens, index))
        smalltalk = language.smalltalk(self.tokens)
        self.smalltalk = tuple(tag for tag in smalltalk if not self.persons & set(tag.span))
        self.introduction = frozenset(introduction(self.tokens, index))
        set_phrases = self._positions(tag for tag in self.smalltalk if tag.end - tag.start > 1)
        all_subjects = tuple(t for t in language.subjects(self.tokens) if not set_phrases & set(t.span))
        all_subjects = tuple(t for t in all_subjects if not self._is_of_an_institution(t))
        self._all_numbered = tuple(NumberedReader(self.tokens, index).read(all_subjects))
        all_cues = tuple(tag for tag in language.cues(self.tokens) if not self._chatter() >= set(tag.span))
        all_cues = tuple(self._with_own_nouns(all_cues, all_subjects))
        titled = self._titled()
        all_cues = tuple(t for t in all_cues if t.name not in _NOUNS or not titled >= set(t.span))
        self._sequels = self._positions(tag for tag in all_cues if tag.name == "next")
        all_subjects = tuple(t for t in all_subjects if not self._is_of_a_sequel(t, all_cues))
        self.before, self.after = asides(self.tokens, all_cues, self._greeting_end())
        all_cues = tuple(t for t in all_cues if t.start not in self.after or t.name.startswith("zone_"))
        all_subjects = self._with_verbs_read(all_subjects, all_cues)
        self.negated = frozenset(negated(self.tokens, all_cues, self._spans(all_subjects), index))
        self.subjects = tuple(tag for tag in all_subjects if not self.negated & set(tag.span))
        self.vocative = frozenset(vocative(self.tokens))
        found = language.themes(self.tokens)
        found += tuple(self._used_up())
        self.themes = tuple(
            tag
            for tag in found
            if not (self.vocative & set(tag.span) or self._is_of_a_room(tag) or self._is_of_a_series(tag))
            and not (self._is_an_agent(tag) or self._is_of_money(tag))
            and not any(set(tag.span) < set(cue.span) for cue in all_cues if cue.name == "who")
        )
        thematic = self._positions(tag for tag in self.themes if tag.end - tag.start > 1)
        self.actions = tuple(tag for tag in language.actions(self.tokens) if not thematic & set(tag.span))
        self.time: TimeExpression = times.read(self.tokens, self._not_time(), now)
        self.subjects += tuple(self._meal(all_cues, now))
        self.cues = tuple(tag for cue in all_cues if (tag := self._beside_time(cue)))

    def _beside_time(self, cue: Tag) -> Tag | None:
        """A word that tells a time asks nothing, but the "selesai" of "hari ini selesai" still does."""
        if self.negated and self.negated >= set(cue.span):
            return None
        taken = self.time.used & set(cue.span)
        if cue.name == "previous" or not taken:
            return cue
        rest = max(taken) + 1
        return Tag(cue.name, rest, cue.end) if cue.name == "end" and rest < cue.end else None

    def _meal(self, cues: Iterable[Tag], now: datetime) -> Iterator[Tag]:
        """ "malam nanti kita makan di mana": dinner; "habis makan ada apa": the meal of this hour."""
        if any(tag.name in _MEALS.values() for tag in self.subjects):
            return
        meal = _MEALS.get(self.time.hours[0]) if self.time.hours else None
        beside = {tag.end for tag in cues if tag.name in ("after", "before")}
        if meal is None and any(self.tokens[p].word == "makan" for p in beside if p < len(self.tokens)):
            meal = "lunch" if now.hour < _AFTERNOON else "dinner"
        for position, token in enumerate(self.tokens):
            if meal and token.word in ("makan", "eat", "meal"):
                yield Tag(meal, position, position + 1)

    def _with_own_nouns(self, cues: tuple[Tag, ...], subjects: tuple[Tag, ...]) -> Iterator[Tag]:
        """ "klaster mana" asks which, "materi 2" asks for no file, "isi apel pembukaan" asks what happens."""
        numbered = {place for found in self._all_numbered for place in found.positions}
        series = {p for p, token in enumerate(self.tokens) if not self._index.series.isdisjoint(token.forms)}
        words = [token.word for token in self.tokens] + ["", "", ""]
        which = {p for p in series if words[p + 1] in ("mana", "berapa", "apa", "which")}
        nth = {p for p in series if words[p + 1] in ("ke", "nomor") and words[p + 2] == "berapa"}
        files = "materials" if self._index.series & {"materi", "paparan", "bahan"} else ""
        for tag in cues:
            if tag.name == "where" and (self._is_a_place_said(tag) or self._is_ones_place(tag)):
                continue
            if tag.name == "howto" and words[tag.start] == "secara":
                continue
            if tag.name == "now" and words[tag.start] == "ini" and words[tag.start - 1] in _MEETINGS:
                continue
            is_a_noun = tag.name == files and tag.start in numbered | which
            is_a_kind = tag.name in ("amount", "thing") and (tag.start - 1 in which or tag.start - 2 in nth)
            if not is_a_noun and not is_a_kind:
                yield tag
        yield from (Tag("which", p, p + 2 + (p in nth)) for p in sorted(which | nth))
        yield from self._room_asked()
        starts = {tag.start for tag in subjects if tag.name != "signing"}
        for place, word in enumerate(words):
            if word == "isi" and {place + 1, place + 2} & starts:
                yield Tag("topic", place, place + 1)

    def _is_ones_place(self, tag: Tag) -> bool:
        """ "ada masalah di tempat saya"."""
        words = [token.word for token in self.tokens]
        is_bare = tag.end - tag.start == 1 and words[tag.start] == "tempat" and tag.start > 0
        return is_bare and words[tag.start - 1] == "di" and {*words[tag.end : tag.end + 1]} <= _OWNERS

    def _room_asked(self) -> Iterator[Tag]:
        """ "ruang diskusi provinsi mana": of two words that belong together."""
        words = [token.word for token in self.tokens]
        last = next(
            (p for p in reversed(range(len(words))) if words[p] == "mana" or words[p] not in FILLERS), 0
        )
        if last < 2 or words[last] != "mana" or words[last - 1] in _TOWARDS:
            return
        room = next((p for p in range(last - 1) if words[p] in _ROOM_NOUNS), None)
        if room is not None:
            yield from (Tag("where", place, place + 1) for place in (room, last))

    def _is_a_place_said(self, tag: Tag) -> bool:
        """The "di ruangan" of "internet di ruangan pakai yang mana" tells a place and asks none."""
        is_bare = tag.end - tag.start == 1 and self.tokens[tag.start].surface in ("ruang", "ruangan")
        words = [token.word for token in self.tokens]
        return is_bare and words[max(0, tag.start - 1)] in ("di", "dalam") and "mana" in words[tag.end + 2 :]

    @staticmethod
    def _is_of_a_sequel(subject: Tag, cues: Iterable[Tag]) -> bool:
        """The "panel" of "habis panel ini" is the running session, whatever it is."""
        return any(tag.name == "next" and set(subject.span) < set(tag.span) for tag in cues)

    def _used_up(self) -> Iterator[Tag]:
        """ "kopinya habis": nothing is asked of what comes after the coffee."""
        chatter = self._chatter()
        places = range(len(self.tokens))
        last = next(
            (p for p in reversed(places) if p not in chatter and self.tokens[p].word != "sebelumnya"), 0
        )
        if last and self.tokens[last].word == "habis":
            yield Tag("complaint", last, last + 1)

    def _is_of_a_series(self, tag: Tag) -> bool:
        """The "klinik" of an event that numbers its sessions so is no doctor's."""
        return any(not self._index.series.isdisjoint(self.tokens[place].forms) for place in tag.span)

    def _is_an_agent(self, tag: Tag) -> bool:
        """The "panitia" of "ditanggung oleh panitia" is not to be reached."""
        is_one = tag.name == "contact" and tag.end - tag.start == 1 and tag.start
        return bool(is_one) and self.tokens[tag.start - 1].word in ("oleh", "by")

    def _is_of_money(self, tag: Tag) -> bool:
        """The "peserta diganti" of "tiket pesawat peserta diganti" replaces nobody."""
        return tag.name == "permission" and not self.words.isdisjoint(_PAID_BACK)

    def _is_of_a_room(self, tag: Tag) -> bool:
        """ "ruang ini dipakai apa" asks of no clothes."""
        return self.tokens[tag.start].surface.startswith("dipak") and not self.words.isdisjoint(_ROOM_NOUNS)

    def _is_of_an_institution(self, tag: Tag) -> bool:
        """The "komisi" of "Komisi Pemilihan Umum" is no session."""
        stems = [token.stem for token in self.tokens]
        pairs = {(tag.end - 1, tag.end), (tag.start - 1, tag.start)}
        following = self.tokens[tag.end].word if tag.end < len(self.tokens) else ""
        if tag.name == "commission" and following in COMMISSIONS:
            return (stems[tag.end - 1], stems[tag.end]) not in self._index.title_pairs
        return tag.end - tag.start == 1 and any(
            (stems[a], stems[b]) in self._index.office_pairs
            or (stems[b], stems[a]) in self._index.office_pairs
            for a, b in pairs
            if a >= 0 and b < len(stems)
        )

    def _with_verbs_read(self, subjects: tuple[Tag, ...], cues: Iterable[Tag]) -> tuple[Tag, ...]:
        """ "siapa yang membuka?" means the opening; what else opens is named beside the verb."""
        verbs = [tag for tag in subjects if tag.name in _VERBS]
        if not verbs:
            return subjects
        others = tuple(tag for tag in subjects if tag.name not in _VERBS)
        told = self._positions(cues) | self._positions(verbs) | self._positions(self.smalltalk)
        told |= self.before | self.after
        is_idle = (self._is_idle(p) for p in range(len(self.tokens)) if p not in told)
        if others or self._all_numbered or not all(is_idle):
            return others
        return tuple(Tag(_VERBS[tag.name], tag.start, tag.end) for tag in verbs)

    def _is_idle(self, position: int) -> bool:
        token = self.tokens[position]
        event = self._index
        idle = (FILLERS, BACKGROUND, SOFT, WORDS_OF_TIME, event.name_terms, event.speaker_terms)
        return any(form in words for words in idle for form in token.forms)

    def _greeting_end(self) -> int:
        """Where greetings and polite words end."""
        chatter = self._chatter()
        for position, token in enumerate(self.tokens):
            polite = position in chatter or token.word in _POLITE or token.surface in _POLITE
            if not polite:
                return position
        return len(self.tokens)

    @cached_property
    def cue_names(self) -> frozenset[str]:
        return frozenset(tag.name for tag in self.cues)

    @cached_property
    def numbered(self) -> tuple[NumberedReference, ...]:
        return tuple(found for found in self._all_numbered if not found.positions & self.negated)

    @cached_property
    def session_nouns(self) -> frozenset[int]:
        """Positions where a kind of session is named."""
        nouns = {tag.start for tag in self.subjects}
        return frozenset(
            nouns
            | {
                position
                for position, token in enumerate(self.tokens)
                if not self._index.countable.isdisjoint(token.forms)
            }
        )

    @cached_property
    def subject_places(self) -> frozenset[int]:
        """Positions of the words that name kinds of session."""
        return self._positions(self.subjects)

    @cached_property
    def absent_subjects(self) -> frozenset[int]:
        """Positions of kinds of session that the event has none of."""
        return self._positions(tag for tag in self.subjects if tag.name not in self._index.subjects)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(form for token in self.tokens for form in token.forms)

    @cached_property
    def bare_number(self) -> tuple[int, frozenset[int]] | None:
        """A number that stands alone ("yang ketiga", "yang II"), and its positions."""
        for position in range(len(self.tokens)):
            number = number_at(self.tokens, position, letters=True)
            places = frozenset(range(position, position + number.length if number else 0))
            if number and not places & self.time.used:
                return number.value, places
        return None

    def start_of_reference(self, start: int) -> int:
        """Where the first session named by number or subject after ``start`` begins."""
        spans = [frozenset(tag.span) for tag in self.subjects] + [found.positions for found in self.numbered]
        return min((min(span) for span in spans if min(span) >= start), default=len(self.tokens))

    def end_of_reference(self, start: int) -> int:
        """Where the words about the first session named after ``start`` end: before the next one named."""
        spans = [frozenset(tag.span) for tag in self.subjects] + [found.positions for found in self.numbered]
        later = sorted(min(group) for group in grouped(spans) if min(group) >= start)
        return later[1] if len(later) > 1 else len(self.tokens)

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """IANA names of the zones asked for."""
        return tuple(tag.name.removeprefix("zone_") for tag in self.cues if tag.name.startswith("zone_"))

    @cached_property
    def content(self) -> tuple[int, ...]:
        """Positions of the words that carry meaning of their own."""
        structural = self._positions(self.cues) | self.time.used | self.negated | self.introduction
        structural |= self._positions(self.subjects) | self._chatter()
        structural |= {position for found in self.numbered for position in found.positions}
        return tuple(
            position
            for position in range(len(self.tokens))
            if position not in structural and not self.is_filler(position)
        )

    def synonyms(self, position: int) -> tuple[str, ...]:
        """Stems of other words for the same."""
        token = self.tokens[position]
        others = SYNONYMS.get(token.word) or SYNONYMS.get(token.stem) or ()
        return tuple(stem(other) for other in others)

    def is_filler(self, position: int) -> bool:
        token = self.tokens[position]
        if position in self.persons:
            return False
        return (
            position in self.vocative
            or token.word in FILLERS
            or token.surface in FILLERS
            or (len(token.surface) < 3 and token.word not in FOREIGN and not self._is_event_word(token))
        )

    def is_background(self, position: int) -> bool:
        token = self.tokens[position]
        return any(word in BACKGROUND for word in (token.surface, token.word, token.word.removesuffix("nya")))

    def is_soft(self, position: int) -> bool:
        """An everyday word; a noun of a person is none ("penduduk", from "duduk")."""
        token = self.tokens[position]
        is_person = token.word.startswith("pe") and token.word != token.stem
        forms = token.phrase_forms if is_person else token.forms
        return any(word in SOFT for word in (*forms, token.word.removesuffix("nya")))

    def is_errand(self, position: int) -> bool:
        """ "antarkan", "pesankan": something to be done, not to be told."""
        surface = self.tokens[position].surface
        return surface.endswith("kan") and surface in FOREIGN

    def is_foreign(self, position: int) -> bool:
        token = self.tokens[position]
        known = any(form in FOREIGN for form in token.forms)
        is_everyday = token.word in SOFT and token.word not in FOREIGN
        return known and not is_everyday and not self.is_background(position)

    def has(self, *cues: str) -> bool:
        return any(cue in self.cue_names for cue in cues)

    def places(self, *cues: str) -> frozenset[int]:
        """Positions of these cues."""
        return self._positions(tag for tag in self.cues if tag.name in cues)

    def cue(self, name: str) -> Tag | None:
        return next((tag for tag in self.cues if tag.name == name), None)

    def _spans(self, subjects: Iterable[Tag]) -> list[frozenset[int]]:
        """Where sessions are named, by kind or by number."""
        named = [frozenset(tag.span) for tag in subjects]
        return named + [found.positions for found in self._all_numbered]

    def _is_event_word(self, token: Token) -> bool:
        return any(
            form in self._index.sessions_by_term or form in self._index.faq_by_term for form in token.forms
        )

    @staticmethod
    def _positions(tags: Iterable[Tag]) -> frozenset[int]:
        return frozenset(position for tag in tags for position in tag.span)

    def _chatter(self) -> frozenset[int]:
        return self._positions(tag for tag in self.smalltalk if tag.name != "identity")

    def _not_time(self) -> frozenset[int]:
        greetings = frozenset(self._greeting_positions())
        taken = self._positions(self.subjects) | self._positions(self.themes) | greetings | self.introduction
        return taken | self.after | self._titled() | self._sequels

    def _titled(self) -> frozenset[int]:
        """ "malam budaya" is a title, no part of the day."""
        stems = [token.stem for token in self.tokens]
        return frozenset(
            place
            for first, pair in enumerate(pairwise(stems))
            if pair in self._index.title_pairs
            for place in (first, first + 1)
        )

    def _greeting_positions(self) -> Iterator[int]:
        """ "selamat pagi" anywhere, and "pagi min" at the start, are no times."""
        for tag in self.smalltalk:
            if tag.name not in ("greeting", "farewell"):
                continue
            opens = all(
                self.is_filler(position) or position in self._chatter() for position in range(tag.start)
            )
            following = self.tokens[tag.end].word if tag.end < len(self.tokens) else "min"
            if tag.end - tag.start > 1 or (opens and following in _ADDRESSES):
                yield from tag.span


_PAID_BACK = frozenset({"tiket", "biaya", "ongkos", "bensin", "reimburse", "kuitansi", "ticket", "fare"})
_ROOM_NOUNS = frozenset({"ruang", "ruangan", "aula", "hall", "ballroom", "room"})
_OWNERS = frozenset({"saya", "kami", "kita", "aku"})
_MEETINGS = word_set("rakor rapat rakornas rakortek raker rakernas pertemuan meeting")
""" "rakor ini selesai kapan" asks of the meeting, not of what runs now."""
_TOWARDS = frozenset({"di", "ke", "dari", "yang", "sebelah"})
_AFTERNOON = 15
_MEALS = {
    DAYPARTS[part][0]: meal for part, meal in (("pagi", "breakfast"), ("siang", "lunch"), ("malam", "dinner"))
}
_VERBS = {"opens": "opening", "closes": "closing"}
_POLITE = (FILLERS | {"panitia", "admin", "tim"}) - {
    "saya",
    "sy",
    "kami",
    "kita",
    "aku",
    "ada",
    "i",
    "we",
    "my",
    "our",
}
