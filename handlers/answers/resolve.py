"""Which sessions a question is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from data.event import Session
from handlers.answers.choosing import meant_now
from handlers.answers.entries import SessionEntry
from handlers.answers.index import Index
from handlers.answers.normalise import Token
from handlers.answers.numbered import GENERIC, NumberedReference
from handlers.answers.numbers import LAST
from handlers.answers.people import for_asker, names_speaker, speakers_named
from handlers.answers.phrases import Tag
from handlers.answers.question import Question
from handlers.answers.rooms import RoomMention, room_named
from handlers.answers.titles import title_said
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.subjects import COUNTABLE, KIN, LOOSE, NATURAL_KIND, SERIES_KIN
from handlers.answers.vocabulary.synonyms import WEIGHT as SYNONYM_WEIGHT
from handlers.answers.when import TimeExpression

_NUMBER_STRENGTH = 3.0
_SUBJECT_STRENGTH = 2.5
_TERM_STRENGTH = 1.5
_CLEAR_LEAD = 0.85
"""A session that scores less than this part of the best is not meant."""
_CLOSE = 0.6
_WEAK = 0.5
"""What a word of every meeting counts of its weight, and an everyday word outside of titles."""
_OFFICE = 0.4
_WHOLE_OFFICE = 1.5
"""What the whole title of a speaker adds to its words."""
_SURE_TERMS = 0.75
_TELLING = 0.75
"""The score of words that few other sessions have."""
_PARTING = word_set(
    "dan sama atau serta and or sampai setelah sebelum habis sesudah before after usai ke lalu terus"
)
_TOWARDS = frozenset({"di", "ke", "menuju", "to", "at"})
_OF_OUTINGS = frozenset({"lapang", "kunjung", "tinjau"})
_RELATED = 0.55
"""What a word of the same root counts where another session has the word itself."""
_ELSEWHERE = 0.55
""" "di pelabuhan kita ngapain": where one goes, not where others speak of it."""
_ROLES = (
    ("narasumber", frozenset({"narasumber", "pembicara", "pemateri", "panelis", "speaker"})),
    ("moderator", frozenset({"moderator", "pemandu", "moderate", "moderates", "moderating"})),
)
_GENERIC_SERIES = frozenset({"sesi", "session"})


@dataclass(frozen=True)
class Reference:
    """The sessions named, and how well."""

    sessions: tuple[Session, ...] = ()
    strength: float = 0.0
    used: frozenset[int] = field(default_factory=frozenset)
    """Positions of the tokens that named them."""
    is_missing: bool = False
    """Names something the event does not have ("panel 5")."""
    is_direct: bool = False
    """By number or subject, not only by words of its topic."""
    rivals: tuple[Session, ...] = ()
    candidates: tuple[Session, ...] = ()
    """Before the time of the question chose among them."""
    speakers: tuple[str, ...] = ()
    room: RoomMention | None = None
    by_speaker: bool = False
    """Names a person, an office or an institution that speaks there."""
    by_title: bool = False
    """Says a title or a topic of several words whole, or at least the beginning of a title."""
    is_of_agenda: bool = False
    """Says the beginning of a title, or names something that is done at the meeting itself."""
    is_spelt_out: bool = False
    """Says an abbreviation that the title explains ("… (tabletop exercise, TTX)")."""
    is_a_material: bool = False
    """Says words of the title of one of its materials."""
    by_material: bool = False
    """Says what only the title of a material has."""


class _Scores(NamedTuple):
    by_session: dict[int, float]
    positions: dict[int, set[int]]
    """Session number to the positions of the words that speak for it."""
    by_office: set[int]
    """Sessions of which a speaker's whole office is said."""

    def of(self, numbers: Iterable[int]) -> dict[int, float]:
        return {number: self.by_session.get(number, 0.0) for number in numbers}


class Resolver:
    """Finds sessions in one event."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def find(self, question: Question, now: datetime, ignoring: Collection[int] = ()) -> Reference:
        """The sessions that ``question`` names, ``ignoring`` the tokens at these positions."""
        numbered = [found for found in question.numbered if not found.positions & set(ignoring)]
        direct, is_missing = self._by_number(numbered, question.time, now)
        used = {position for found in numbered for position in found.positions}
        if is_missing:
            return Reference(is_missing=True, used=frozenset(used))
        tags = [tag for tag in question.subjects if not set(tag.span) & (set(ignoring) | used)]
        tags = [tag for tag in tags if not self._is_of_results(question, tag)]
        by_subject, subject_used, groups = self._by_subject(
            question, [(tag.name, frozenset(tag.span)) for tag in tags], direct
        )
        if by_subject is None and direct is None and (own := self._by_series(question, ignoring)):
            by_subject, subject_used = own
        if title := title_said(question, self._index, ignoring):
            by_subject, groups = sorted(title.numbers & set(direct or title.numbers) or title.numbers), ()
            subject_used |= title.places
        scores = self._scores(question, used | subject_used | set(ignoring))
        if title is None and by_subject is not None and self._terms_point_elsewhere(by_subject, tags, scores):
            by_subject, subject_used = None, set()
        strength = _NUMBER_STRENGTH * bool(numbered) + _SUBJECT_STRENGTH * bool(subject_used)
        candidates = by_subject if by_subject is not None else direct
        groups = groups if candidates is by_subject else ()
        return self._chosen(
            question, now, candidates, groups, scores, strength, used | subject_used, ignoring
        )

    def _is_of_results(self, question: Question, tag: Tag) -> bool:
        """The "komisi" of "hasil komisi dilaporkan kapan", of "Pleno: laporan hasil komisi"."""
        if not tag.start or question.tokens[tag.start - 1].stem != "hasil":
            return False
        return any("hasil" in entry.title_terms for entry in self._index.sessions)

    # -- by number -----------------------------------------------------------------------------

    def _by_number(
        self, numbered: Sequence[NumberedReference], moment: TimeExpression, now: datetime
    ) -> tuple[list[int] | None, bool]:
        found: list[int] = []
        for reference in numbered:
            matches = self._numbered(reference, moment, now)
            if not matches:
                return None, True
            found += [number for number in matches if number not in found]
        return (found or None), False

    def _numbered(self, reference: NumberedReference, moment: TimeExpression, now: datetime) -> list[int]:
        is_of_day = reference.is_ordinal and (moment.day is not None or reference.value == LAST)
        if reference.noun in GENERIC or (reference.noun in _GENERIC_SERIES and is_of_day):
            day = moment.day or self._day_of(now)
            if reference.value == LAST and moment.day is None and now.date() < day:
                day = self._index.sessions[-1].session.start.date()
            return self._nth_of_day(reference.value, day)
        if reference.is_collective and (everything := self._all_of(reference)):
            return everything
        for noun in SERIES_KIN.get(reference.noun, (reference.noun,)):
            series = self._labelled(noun)
            if series:
                value = max(series) if reference.value == LAST else reference.value
                return series.get(value, [])
        return self._nth(reference, moment)

    def _day_of(self, now: datetime) -> date:
        days = [entry.session.start.date() for entry in self._index.sessions]
        return min(max(now.date(), days[0]), days[-1]) if days else now.date()

    def _nth_of_day(self, value: int, day: date) -> list[int]:
        """ "acara pertama besok", "sesi terakhir"."""
        series = [n for n, entry in enumerate(self._index.sessions) if entry.session.start.date() == day]
        place = value - 1 if value > 0 else len(series) - 1
        return series[place : place + 1] if 0 <= place < len(series) else []

    def _all_of(self, reference: NumberedReference) -> list[int]:
        """ "ketiga panel" of three."""
        for noun in SERIES_KIN.get(reference.noun, (reference.noun,)):
            series = self._labelled(noun)
            if len(series) == reference.value:
                return [number for numbers in series.values() for number in numbers]
        members = self._with_subject(reference.noun)
        return members if len(members) == reference.value else []

    def _labelled(self, noun: str) -> dict[int, list[int]]:
        series: defaultdict[int, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._index.sessions):
            for label_noun, value in entry.labels:
                if label_noun == noun:
                    series[value].append(number)
        return dict(series)

    def _nth(self, reference: NumberedReference, moment: TimeExpression) -> list[int]:
        """ "coffee break kedua" without numbers in titles: the second in time, of the day if one is named."""
        series = [
            number
            for number in self._with_subject(reference.noun)
            if moment.day is None or self._index.sessions[number].session.start.date() == moment.day
        ]
        place = reference.value - 1 if reference.value > 0 else len(series) - 1
        return series[place : place + 1] if 0 <= place < len(series) else []

    # -- by subject ----------------------------------------------------------------------------

    def _by_subject(
        self, question: Question, tags: Sequence[tuple[str, frozenset[int]]], among: Sequence[int] | None
    ) -> tuple[list[int] | None, set[int], tuple[set[int], ...]]:
        """The sessions, the words that name them, and each kind of session by itself if there are several."""
        groups: dict[frozenset[int], set[int]] = {}
        for name, span in tags:
            members = self._titled_so(question, span, self._members(name, among))
            if members:
                groups[span] = groups[span] & members or groups[span] if span in groups else members
        if not groups:
            return None, set(), ()
        common = set.intersection(*groups.values()) or self._of_all_kinds(question, tags, groups)
        chosen = common or set.union(*groups.values())
        used = {position for span in groups for position in span}
        return sorted(chosen), used, () if common else tuple(groups.values())

    def _titled_so(self, question: Question, span: Collection[int], members: set[int]) -> set[int]:
        """Where a title says all of a kind's words ("kunjungan lapangan"), without those that say some."""
        if len(span) < 2 or len(members) < 2:
            return members
        kind = {question.tokens[place].stem for place in span}
        said = {number: kind & self._index.sessions[number].title_terms for number in members}
        if kind not in said.values():
            return members
        return {number for number in members if said[number] in (set(), kind)}

    def _of_all_kinds(
        self,
        question: Question,
        tags: Sequence[tuple[str, frozenset[int]]],
        groups: Collection[frozenset[int]],
    ) -> set[int]:
        """The "Pleno laporan komisi" of "pleno hasil komisi": of both kinds, if nothing parts the two."""
        first, last = min(map(min, groups)), max(map(max, groups))
        words = [question.tokens[place].word for place in range(first, last)]
        clauses = {question.tokens[place].clause for place in range(first, last + 1)}
        if len(groups) < 2 or len(clauses) > 1 or not _PARTING.isdisjoint(words):
            return set()
        kinds = {name for name, span in tags if span in groups}
        return {number for number, entry in enumerate(self._index.sessions) if kinds <= entry.subjects}

    def _by_series(self, question: Question, ignoring: Collection[int]) -> tuple[list[int], set[int]] | None:
        """All that the event numbers by a noun of its own ("klinik apa saja", of "Klinik A: …")."""
        for place, token in enumerate(question.tokens):
            nouns = self._index.series.intersection((token.surface, token.word)) - COUNTABLE
            if place in ignoring or not nouns:
                continue
            labelled = self._labelled(min(nouns)).values()
            return sorted({number for numbers in labelled for number in numbers}), {place}
        return None

    def _members(self, name: str, among: Sequence[int] | None) -> set[int]:
        for subject in (name, *KIN.get(name, ())):
            members = set(self._with_subject(subject))
            members &= members if among is None else set(among)
            if members:
                return members
        return set()

    def _with_subject(self, subject: str) -> list[int]:
        members = [n for n, entry in enumerate(self._index.sessions) if subject in entry.subjects]
        kind = NATURAL_KIND.get(subject)
        natural = [number for number in members if self._index.sessions[number].session.kind == kind]
        titled = [n for n in natural if subject == "discussion" and subject in self._index.sessions[n].titled]
        return titled or natural or members

    @staticmethod
    def _terms_point_elsewhere(inside: Collection[int], tags: Sequence[Tag], scores: _Scores) -> bool:
        names = {tag.name for tag in tags}
        best = max(scores.by_session.values(), default=0.0)
        return names <= LOOSE and best >= _SURE_TERMS and not any(scores.of(inside).values())

    # -- by words ------------------------------------------------------------------------------

    def _scores(self, question: Question, without: Collection[int]) -> _Scores:
        by_session: defaultdict[int, float] = defaultdict(float)
        positions: defaultdict[int, set[int]] = defaultdict(set)
        for position in self._speaking(question, without):
            for number, weight in self._postings(question, position).items():
                by_session[number] += weight
                positions[number].add(position)
        by_office: set[int] = set()
        for number, places, is_whole in self._by_office(question, without):
            by_office |= {number} if is_whole else set()
            by_session[number] += _WHOLE_OFFICE if is_whole else _OFFICE
            positions[number] |= places
        return _Scores(dict(by_session), dict(positions), by_office)

    def _by_office(
        self, question: Question, without: Collection[int]
    ) -> Iterator[tuple[int, set[int], bool]]:
        """Sessions with a speaker whose office is said ("kepala BPS"), and whether all of it is."""
        places = [p for p in range(len(question.tokens)) if p not in without]
        said = [question.tokens[place].stem for place in places]
        for number, entry in enumerate(self._index.sessions):
            whole = {speaker.title for speaker in entry.speakers if len(speaker.title) > 1}
            for office in {office for speaker in entry.speakers for office in speaker.offices} | whole:
                starts = range(len(said) - len(office) + 1) if office[0] in said else ()
                for start in starts:
                    if tuple(said[start : start + len(office)]) == office:
                        yield number, set(places[start : start + len(office)]), office in whole

    @staticmethod
    def _speaking(question: Question, without: Collection[int]) -> list[int]:
        """Words of meaning, and those of subjects that the event has no session of."""
        subjects = {position for tag in question.subjects for position in tag.span}
        return [
            position
            for position in range(len(question.tokens))
            if position not in without and (position in question.content or position in subjects)
        ]

    def _postings(self, question: Question, position: int) -> dict[int, float]:
        weights: dict[int, float] = {}
        token = question.tokens[position]
        is_weak = question.is_background(position) or not self._index.name_terms.isdisjoint(
            (token.word, token.stem)
        )
        dampened, is_soft = _WEAK if is_weak else 1.0, question.is_soft(position)
        for form in dict.fromkeys(token.forms):
            for number, weight in self._index.sessions_by_term.get(form, ()):
                value = weight * dampened * self._index.session_idf(form)
                if is_soft and not is_weak and form not in self._index.sessions[number].title_terms:
                    value *= _WEAK
                weights[number] = max(weights.get(number, 0.0), value)
        if exact := self._with_the_word_itself(token):
            weights |= {n: weights[n] * _RELATED for n in weights.keys() - exact}
        if position and question.tokens[position - 1].word in _TOWARDS and token.stem not in _OF_OUTINGS:
            outside = {n for n in weights if "excursion" in self._index.sessions[n].subjects}
            weights |= {n: weights[n] * _ELSEWHERE for n in weights.keys() - outside if outside}
        for synonym in question.synonyms(position):
            for number, weight in self._index.sessions_by_term.get(synonym, ()):
                value = SYNONYM_WEIGHT * weight * dampened * self._index.session_idf(synonym)
                weights[number] = max(weights.get(number, 0.0), value)
        return weights

    def _with_the_word_itself(self, token: Token) -> set[int]:
        """Of "perencanaan" those that say so, where others have a "rencana"."""
        if token.word == token.stem:
            return set()
        return {number for number, _ in self._index.sessions_by_term.get(token.word, ())}

    def _chosen(
        self,
        question: Question,
        now: datetime,
        candidates: Sequence[int] | None,
        groups: Sequence[set[int]],
        scores: _Scores,
        strength: float,
        used: Collection[int],
        ignoring: Collection[int],
    ) -> Reference:
        room = room_named(question, self._index)
        scored = scores.of(range(len(self._index.sessions)) if candidates is None else candidates)
        best = max(scored.values(), default=0.0)
        if candidates is None and not best:
            return Reference(room=room, used=room.positions if room else frozenset())
        kept = [number for number, score in scored.items() if score >= best * _CLEAR_LEAD]
        if best and candidates is None:
            alike = self._explained_alike(kept, scored, scores)
            kept = self._headed(question, alike, scores)
            scored = {
                number: score for number, score in scored.items() if number in kept or number not in alike
            }
        near, kept = kept, self._in_role(question, kept)
        said = {place for number in kept for place in scores.positions.get(number, ())}
        rivals = [
            number
            for number, score in scored.items()
            if best * _CLOSE <= score and number not in (*kept, *near) and not scores.positions[number] < said
        ]
        if scores.by_office.issuperset(kept):
            rivals = [number for number in rivals if number in scores.by_office]
        kept = [n for n in kept if room and self._index.sessions[n].session.room == room.id] or kept
        said_by_words = {place for number in kept for place in scores.positions.get(number, ())}
        entries = [self._index.sessions[number] for number in kept]
        sessions = [
            session
            for group in groups or (set(kept),)
            for session in meant_now(
                question,
                now,
                for_asker(question, [self._index.sessions[n] for n in kept if n in group]),
                ignoring,
            )
        ]
        return Reference(
            sessions=tuple(dict.fromkeys(sessions)),
            strength=strength + _TERM_STRENGTH * best,
            used=frozenset(used) | said_by_words | (room.positions if room else frozenset()),
            is_direct=strength > 0,
            rivals=() if candidates else self._rivals(question, rivals, said_by_words, entries),
            candidates=tuple(entry.session for entry in entries),
            speakers=speakers_named(question, self._index, entries, used),
            room=room,
            by_speaker=not scores.by_office.isdisjoint(kept)
            or names_speaker(question, self._index, said_by_words, entries),
            by_title=_says_title(question, said_by_words, entries),
            is_of_agenda=best >= _TELLING and _is_of_agenda(question, said_by_words, entries),
            is_spelt_out=any(
                question.tokens[place].stem in entry.spelt_out for place in said_by_words for entry in entries
            ),
            is_a_material=any(_names_a_material(question, said_by_words, entry) for entry in entries),
            by_material=any(
                question.tokens[place].stem in entry.material_terms
                for place in said_by_words
                for entry in entries
            ),
        )

    def _in_role(self, question: Question, kept: list[int]) -> list[int]:
        """Of the sessions of one person, those where he does what is said: speaks, or moderates."""
        words = {t.word for place, t in enumerate(question.tokens) if place not in question.negated}
        roles = {role for role, names in _ROLES if not names.isdisjoint(words)}
        if len(kept) < 2 or len(roles) != 1 or question.has("who"):
            return kept
        in_role = [
            number
            for number in kept
            for speaker in self._index.sessions[number].speakers
            if speaker.speaker.role in roles and not speaker.names.isdisjoint(question.words)
        ]
        return list(dict.fromkeys(in_role)) or kept

    @staticmethod
    def _explained_alike(kept: Sequence[int], scored: dict[int, float], scores: _Scores) -> list[int]:
        """Those that the best one's words speak for too: two words for two sessions are no agreement."""
        best = max(kept, key=lambda number: (scored[number], len(scores.positions[number])))
        return [number for number in kept if scores.positions[number] >= scores.positions[best]]

    def _headed(self, question: Question, kept: Sequence[int], scores: _Scores) -> list[int]:
        """Of sessions that the same word speaks for, those whose title begins with it, if others do not."""
        said = {question.tokens[place].stem for number in kept for place in scores.positions[number]}
        headed = [n for n in kept if self._index.sessions[n].head in said] if len(said) == 1 else []
        return headed or list(kept)

    def _rivals(
        self,
        question: Question,
        numbers: Iterable[int],
        said: Collection[int],
        chosen: Sequence[SessionEntry],
    ) -> tuple[Session, ...]:
        """Near misses; none where only the chosen sessions' own title or topic is said."""
        near = [self._index.sessions[number] for number in numbers]
        for is_titled in (_titles_say, _says_title):
            if is_titled(question, said, chosen):
                near = [entry for entry in near if is_titled(question, said, (entry,))]
        return tuple(entry.session for entry in near)


_ACTIVITIES = frozenset({"registration", "opening", "break", "closing", "social"})


def _is_of_agenda(question: Question, said: Iterable[int], entries: Iterable[SessionEntry]) -> bool:
    spoken = [question.tokens[place].stem for place in sorted(said)]
    pairs = set(pairwise(spoken))
    return any(
        entry.opening in pairs
        or (entry.head in spoken and len(entry.title_terms.intersection(spoken)) > 1)
        or (entry.session.kind in _ACTIVITIES and not entry.terms.keys().isdisjoint(spoken))
        for entry in entries
    )


def _names_a_material(question: Question, said: Collection[int], entry: SessionEntry) -> bool:
    return bool(said) and all(question.tokens[place].stem in entry.all_material_terms for place in said)


def _titles_say(question: Question, said: Iterable[int], entries: Iterable[SessionEntry]) -> bool:
    """Whether the words stand in the titles, not only in what the sessions tell of themselves."""
    stems = {question.tokens[place].stem for place in said}
    return bool(stems) and all(stems <= entry.title_terms for entry in entries)


def _says_title(question: Question, said: Iterable[int], entries: Iterable[SessionEntry]) -> bool:
    """Whether the beginning of a title, or of a topic of several words, is said in its order."""
    spoken = [question.tokens[place].stem for place in sorted(said)]
    pairs = set(pairwise(spoken))
    return any(phrase in pairs for entry in entries for phrase in entry.phrases)
