"""What an event offers to be found: its sessions by subject, number, word and speaker, and its FAQ."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from data.event import Event, Faq, Room, Session, Speaker
from handlers.answers.abbreviations import CONNECTIVES, abbreviations, initials_of, joined, words_of
from handlers.answers.entries import FaqEntry, RoomEntry, SessionEntry, SpeakerEntry
from handlers.answers.facts import facts_in, names_in
from handlers.answers.language import Language
from handlers.answers.normalise import Token, is_name, stem
from handlers.answers.numbers import number_at
from handlers.answers.vocabulary.calendar import NUMBERS
from handlers.answers.vocabulary.chatter import BACKGROUND, FILLERS, SOFT
from handlers.answers.vocabulary.subjects import COUNTABLE, IMPLIED

_DEGREE = re.compile(
    r",?\s*\b(?:Prof|Drs?|dr|drg|Ir|Hj?|KH|Ph\.?D|S\.?[A-Z][A-Za-z]*|M\.?[A-Z][A-Za-z]*|Sp\.?\s?[A-Z]+)\b\.?",
)
_FOR = re.compile(r"(?:^|[.;]\s+)(?:untuk|khusus|bagi)\s+([^.:;]+)")
_UNSPECIFIC = frozenset({"tahun", "hari", "bulan", "jam", "tanggal", "serta", "peserta"})
_OF_NOTHING_IN_COMMON = frozenset({"another_thing"})
"""A theme of phrases that share no meaning."""
_WHOLE = 1.3
"""How much more a word counts that is a whole topic or the whole audience."""


class Index:
    """Everything of one event that a question can mention."""

    def __init__(self, event: Event, language: Language) -> None:
        self._language = language
        self._read: dict[str, tuple[Token, ...]] = {}
        self._terms: dict[str, tuple[str, ...]] = {}
        self.sessions = tuple(_with_parallels([self._session_entry(s) for s in event.sessions]))
        self._session_words = frozenset(term for entry in self.sessions for term in entry.terms)
        self.faq = tuple(self._faq_entry(entry) for entry in event.faq)
        self.faq_keywords = frozenset(k[0] for entry in self.faq for k in entry.keywords if len(k) == 1)
        self.rooms = tuple(self._room_entry(room) for room in event.rooms)
        self.room_terms = frozenset().union(*(entry.terms for entry in self.rooms))
        self.subjects = frozenset().union(*(entry.subjects for entry in self.sessions))
        self._theme_frequency = Counter(theme for entry in self.faq for theme in entry.themes)
        self.series = frozenset(noun for entry in self.sessions for noun, _ in entry.labels)
        self.countable = COUNTABLE | self.series
        self.name_terms = self._name_terms(event)
        self.abbreviations = frozenset(
            initials for text in self._organisations(event) for initials in initials_of(text)
        )
        self._years = frozenset({event.first_day.year, event.last_day.year})
        self.title_pairs = frozenset(phrase for entry in self.sessions for phrase in entry.phrases)
        self.titles = self._titles()
        self.office_pairs = self._office_pairs(event)
        self._read.clear()
        self._terms.clear()
        self._session_frequency = Counter(term for entry in self.sessions for term in entry.terms)
        self._faq_frequency = Counter(term for entry in self.faq for term in entry.terms)
        self.sessions_by_term = _inverted(entry.terms for entry in self.sessions)
        self.faq_by_term = _inverted(entry.terms for entry in self.faq)
        self.speaker_names = frozenset().union(
            *(speaker.names for entry in self.sessions for speaker in entry.speakers)
        )
        self.speaker_terms = frozenset().union(
            *(speaker.terms for entry in self.sessions for speaker in entry.speakers)
        )

    def session_idf(self, term: str) -> float:
        """1 for a term of a single session, less for what many have."""
        return _rarity(self._session_frequency[term])

    def theme_rarity(self, theme: str) -> float:
        return _rarity(self._theme_frequency[theme])

    def faq_idf(self, term: str) -> float:
        return _rarity(self._faq_frequency[term])

    def is_other_year(self, number: str) -> bool:
        is_year = number.isdecimal() and len(number) == 4 and number[:2] in ("19", "20")
        return is_year and number not in self.name_terms and int(number) not in self._years

    def is_acronym(self, word: str) -> bool:
        """Written in capitals by the event."""
        return self._language.normaliser.is_acronym(word)

    def room_terms_are_unique(self, term: str) -> bool:
        return sum(term in entry.terms for entry in self.rooms) == 1

    def _own(self, text: str) -> tuple[Token, ...]:
        if text not in self._read:
            self._read[text] = self._language.own(text)
        return self._read[text]

    def _stems(self, text: str | None) -> list[str]:
        return [token.stem for token in self._own(text or "")]

    def _session_entry(self, session: Session) -> SessionEntry:
        title = self._own(session.title)
        speakers = tuple(self._speaker_entry(speaker) for speaker in session.speakers)
        titled = {tag.name for tag in self._language.subjects(title)}
        subjects = titled | set(IMPLIED.get(session.kind, ()))
        return SessionEntry(
            session=session,
            subjects=frozenset(subjects | self._implied_meal(session, subjects)),
            titled=frozenset(titled),
            labels=frozenset(self._labels(session, title)),
            terms=self._session_terms(session, speakers),
            phrases=tuple(self._phrases(session)),
            opening=self._opening(session),
            head=next((t.stem for t in title if t.stem not in FILLERS and not t.word.isdecimal()), ""),
            material_terms=self._material_terms(session),
            all_material_terms=frozenset(
                term for item in session.materials for term in self._stems(item.title)
            ),
            title_terms=frozenset(token.stem for token in title) - FILLERS,
            spelt_out=frozenset(
                term for part in re.findall(r"\(([^)]*)\)", session.title) for term in self._stems(part)
            ),
            themes=frozenset(
                tag.name
                for text in (session.title, session.description or "")
                for tag in self._language.themes(self._own(text))
            ),
            audience=frozenset(self._with_abbreviations(session.audience or "")).union(
                (token.stem for token in title), self._stems(_audience_in(session.description or ""))
            ),
            speakers=speakers,
        )

    @staticmethod
    def _implied_meal(session: Session, subjects: Collection[str]) -> set[str]:
        """A break is a coffee break unless its title or its length make it a meal."""
        if session.kind != "break" or {"lunch", "dinner", "breakfast", "coffee"} & set(subjects):
            return set()
        if session.end - session.start >= timedelta(minutes=45) and 11 <= session.start.hour <= 13:
            return {"lunch"}
        return {"coffee"} if "break" in subjects else set()

    @staticmethod
    def _labels(session: Session, title: Sequence[Token]) -> Iterator[tuple[str, int]]:
        if session.panel is not None:
            yield "panel", session.panel
        yield from Index._own_series(session.title, title)
        for position, token in enumerate(title[:-1]):
            number = number_at(title, position + 1, letters=True)
            if number and number.value > 0 and token.word in COUNTABLE:
                yield token.word, number.value

    @staticmethod
    def _own_series(written: str, title: Sequence[Token]) -> Iterator[tuple[str, int]]:
        """ "Klinik A: …" and "Meja 2: …" number by a noun of their own."""
        if ":" not in written or len(title) < 2:
            return
        number = number_at(title, 1, letters=True)
        if number and number.value > 0 and len(title[0].word) > 2:
            yield title[0].word, number.value

    def _session_terms(self, session: Session, speakers: Iterable[SpeakerEntry]) -> dict[str, float]:
        terms: dict[str, float] = {}
        fields = (
            (1.0, [session.title, session.title_en, *session.topics, *session.topics_en]),
            (1.0, [session.audience, session.audience_en]),
            (
                0.6,
                [
                    session.description,
                    session.description_en,
                    *(material.title for material in session.materials),
                ],
            ),
        )
        for weight, texts in fields:
            for text in texts:
                found = self._with_abbreviations(text or "")
                is_whole = len({term for term in found if term not in FILLERS}) == 1
                _raise_weights(terms, found, weight * (_WHOLE if is_whole else 1.0))
        for speaker in speakers:
            _raise_weights(terms, speaker.names, 1.0)
            _raise_weights(terms, speaker.terms, 0.8)
        return {
            term: weight for term, weight in terms.items() if term not in FILLERS and term not in _UNSPECIFIC
        }

    def _phrases(self, session: Session) -> Iterator[tuple[str, ...]]:
        for text in (*session.topics, *re.split(r"[:,;(]|\bdan\b", session.title)):
            stems = [term for term in self._stems(text) if term not in FILLERS and not term.isdecimal()]
            if len(stems) > 1:
                yield tuple(stems[:2])

    def _titles(self) -> dict[tuple[str, ...], frozenset[int]]:
        """The stems of each title of several words, and of what follows its colon, with its sessions."""
        titles: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        for number, entry in enumerate(self.sessions):
            written = entry.session.title
            for text in (written, written.partition(":")[2]):
                stems = tuple(self._stems(text))
                if len(stems) > 1 and len(set(stems) - FILLERS) > 1:
                    titles[stems].add(number)
        return {title: frozenset(numbers) for title, numbers in titles.items()}

    def _opening(self, session: Session) -> tuple[str, ...]:
        title = session.title.rpartition(":")[2]
        return tuple(term for term in self._stems(title) if term not in FILLERS and not term.isdecimal())[:2]

    def _material_terms(self, session: Session) -> frozenset[str]:
        material = {term for item in session.materials for term in self._stems(item.title)}
        other = {
            term
            for text in (session.title, session.description, *session.topics, *_offices(session))
            for term in self._stems(text)
        }
        return frozenset(material - other - FILLERS)

    def _office_pairs(self, event: Event) -> frozenset[tuple[str, str]]:
        texts = {text for session in event.sessions for text in _offices(session)}
        expanded = [[word for part in words_of(text) for word in part] for text in texts]
        return frozenset(
            pair
            for text in expanded
            for pair in pairwise([stem(word) for word in text if word not in CONNECTIVES])
        )

    def _with_abbreviations(self, text: str) -> tuple[str, ...]:
        if text not in self._terms:
            tokens = self._own(text)
            self._terms[text] = (
                *(token.stem for token in tokens),
                *(token.surface for token in tokens if len(token.surface) > 2),
                *joined(text),
                *abbreviations([token.word for token in tokens]),
            )
        return self._terms[text]

    def _speaker_entry(self, speaker: Speaker) -> SpeakerEntry:
        name = _DEGREE.sub(" ", speaker.name)
        names = {term for term in self._stems(name) if len(term) > 2 and term not in FILLERS}
        terms = set(names)
        for text in (speaker.name, speaker.title, speaker.organization):
            terms.update(self._with_abbreviations(text or ""))
        terms.update(initials_of(speaker.organization or ""))
        terms.update(initials_of((speaker.title or "").partition(" ")[2]))
        return SpeakerEntry(
            speaker,
            frozenset(names),
            frozenset(term for term in terms if term not in FILLERS),
            frozenset(self._offices_said(speaker)),
            tuple(word for word in self._stems(speaker.title or speaker.name) if word not in CONNECTIVES),
        )

    def _offices_said(self, speaker: Speaker) -> Iterator[tuple[str, ...]]:
        """ "Kepala Badan Pusat Statistik" is the "Kepala BPS" too."""
        organisation = speaker.organization or ""
        title = self._stems(speaker.title)
        said = [[*title, *self._stems(organisation)]]
        _, _, unit = (speaker.title or "").partition(" ")
        said += [[title[0], short] for short in initials_of(unit)]
        for short in initials_of(organisation):
            said.append([*title, short])
            if organisation in (speaker.title or ""):
                said.append([*self._stems((speaker.title or "").replace(organisation, "")), short])
        for words in said:
            office = tuple(word for word in words if word not in CONNECTIVES)
            yield from (office[:length] for length in range(2, len(office) + 1))

    def _names(self, text: str) -> Iterator[str]:
        """Stems of proper names that no session has."""
        for token in self._own(text):
            if is_name(token) and self._session_words.isdisjoint(token.forms):
                yield token.stem

    def _faq_entry(self, faq: Faq) -> FaqEntry:
        keywords = tuple(tuple(self._stems(keyword)) for keyword in faq.keywords)
        question = self._own(f"{faq.question} {faq.question_en or ''}")
        told = (question, self._own(faq.answer))
        asked = [token for keyword in faq.keywords for token in self._own(keyword)]
        terms: dict[str, float] = {}
        for text in (faq.answer, faq.answer_en):
            _raise_weights(terms, self._with_abbreviations(text or ""), 0.5)
            _raise_weights(terms, self._names(text or ""), 0.8)
        for text in (faq.question, faq.question_en):
            _raise_weights(terms, self._with_abbreviations(text or ""), 0.8)
        for keyword in keywords:
            _raise_weights(terms, keyword, 1.5 if len(keyword) == 1 else 0.8)
        known = {term for keyword in keywords for term in keyword}
        return FaqEntry(
            faq=faq,
            keywords=keywords,
            terms={term: weight for term, weight in terms.items() if term in known or term not in FILLERS},
            themes=frozenset(
                tag.name for tag in self._language.themes(asked) or self._language.themes(question)
            )
            - _OF_NOTHING_IN_COMMON,
            asked_themes=frozenset(tag.name for tag in self._language.themes(question)),
            cues=frozenset(tag.name for tag in self._language.cues(question)),
            tells=facts_in(faq.answer.casefold()) | names_in(faq.answer),
            said=frozenset(token.stem for text in told for token in text),
            told_themes=frozenset(tag.name for text in told for tag in self._language.themes(text)),
            units=frozenset(
                second.stem
                for first, second in pairwise(self._own(faq.answer))
                if first.word.isdecimal() or first.word in NUMBERS
            ),
            keyword_words=frozenset(token.word for token in asked),
            numbered=frozenset(
                first.stem for first, second in pairwise(self._own(faq.answer)) if second.word.isdecimal()
            ),
            actions=frozenset(tag.name for tag in self._language.actions(asked)),
            anchors=frozenset(term for keyword in keywords for term in keyword)
            | (frozenset(token.stem for token in question) - FILLERS - BACKGROUND - SOFT)
            | frozenset(self._names(faq.answer)),
        )

    def _room_entry(self, room: Room) -> RoomEntry:
        return RoomEntry(room, frozenset(token.word for token in self._own(room.name)) - {"ruang"})

    @staticmethod
    def _organisations(event: Event) -> Iterator[str]:
        yield event.host
        for session in event.sessions:
            yield from (speaker.organization for speaker in session.speakers if speaker.organization)

    def _name_terms(self, event: Event) -> frozenset[str]:
        """Words of the meeting's own name, host and place: they say nothing about which session is meant."""
        texts = (event.title, event.short_title, event.host, event.venue.name, event.venue.city, event.code)
        return frozenset(term for text in texts for term in self._with_abbreviations(text)) | frozenset(
            term for text in (event.host, event.short_title) for term in initials_of(text)
        )


def _with_parallels(entries: Sequence[SessionEntry]) -> Iterator[SessionEntry]:
    """Sessions side by side are "sesi paralel", whatever their titles say."""
    together = Counter(entry.session.start for entry in entries)
    for entry in entries:
        is_parallel = together[entry.session.start] > 1
        yield entry._replace(subjects=entry.subjects | {"parallel"}) if is_parallel else entry


def _audience_in(text: str) -> str:
    """The "PPNS" of "Untuk PPNS." and of "Khusus PPNS: …"."""
    return " ".join(_FOR.findall(text.casefold()))


def _offices(session: Session) -> Iterator[str]:
    for speaker in session.speakers:
        yield from (text for text in (speaker.name, speaker.title, speaker.organization) if text)


def _rarity(frequency: int) -> float:
    return 1.0 / math.sqrt(max(1, frequency))


def _raise_weights(terms: dict[str, float], found: Iterable[str], weight: float) -> None:
    for term in found:
        if terms.get(term, 0.0) < weight:
            terms[term] = weight


def _inverted(documents: Iterable[Mapping[str, float]]) -> Mapping[str, tuple[tuple[int, float], ...]]:
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, terms in enumerate(documents):
        for term, weight in terms.items():
            postings[term].append((number, weight))
    return {term: tuple(found) for term, found in postings.items()}
