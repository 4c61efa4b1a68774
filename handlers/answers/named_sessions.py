"""Readings about sessions that the question, or the talk before it, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.event import Event, Session, starting_together
from handlers.answers.conversation import Facet
from handlers.answers.index import Index
from handlers.answers.model import Topic
from handlers.answers.normalise import is_root
from handlers.answers.offices import asks_for_somebody_else, speaks_of_another_office
from handlers.answers.people import for_asker
from handlers.answers.phrases import Tag
from handlers.answers.question import Question
from handlers.answers.reading import (
    CUE,
    FACETS_OF_SESSIONS,
    SURE,
    SURE_OF_A_TITLE,
    SURE_OF_A_TOPIC,
    SURE_OF_EVERY_WORD,
    SURE_OF_ONE_WORD,
    WEAK_TERMS,
    Reading,
    Situation,
    can_tell,
    facet_asked,
    is_about_session,
)
from handlers.answers.resolve import Reference, Resolver
from handlers.answers.vocabulary.chatter import SOFT
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.weighing import unexplained

_MAX_LISTED = 4


class NamedSessions:
    """Reads questions about named sessions of one event."""

    def __init__(self, event: Event, index: Index, resolver: Resolver) -> None:
        self._event = event
        self._index = index
        self._resolver = resolver

    def about(self, situation: Situation) -> Reading | None:
        reference, asked = situation.reference, situation.asked
        if reference.is_missing:
            return Reading(
                "unknown", 3.0, 0.0, is_possible=False, reason="names what the event does not have"
            )
        if not reference.sessions or not reference.strength or self._says_nothing(situation):
            return None
        facet = facet_asked(situation)
        wants = _wants_a_thing(situation) and reference.is_a_material
        if facet == "what" and not asked.is_explicit and (reference.by_material or wants):
            facet = "materials"
        left_over = unexplained(situation.question, self._index, reference.used | self._themes_of(situation))
        left_over += _OTHER_DAY * _is_on_another_day(situation)
        if facet != "materials":
            left_over += _OTHER_THING * _asks_which_other_thing(situation, self._index)
        left_over += _OTHER_PERSON * speaks_of_another_office(situation.question, reference.sessions)
        if facet == "who" and not asked.roles:
            left_over += _OTHER_PERSON * _asks_for_another_person(situation)
        reading = Reading(
            facet=facet,
            explained=min(reference.strength, _ENOUGH)
            + CUE * (asked.is_explicit or (facet == "what" and _asks_what_is_done(situation))),
            left_over=left_over,
            sessions=reference.sessions,
            is_possible=((facet == "materials" and wants) or is_about_session(situation))
            and can_tell(asked, facet, reference.sessions)
            and not (situation.question.has("howto") and facet == "what")
            and not situation.question.has("why")
            and not (facet == "who" and asks_for_somebody_else(situation.question, reference.sessions))
            and not _asks_for_an_address(situation)
            and not _asks_for_an_attribute(situation)
            and not (facet == "what" and not asked.is_explicit and _wants_a_thing(situation)),
            threshold=self._threshold(situation, facet),
            aspect=asked.aspect,
            speakers=reference.speakers,
            used=reference.used,
            reason=f"sessions by {'name' if reference.is_direct else 'topic'}: {reference.strength:.2f}",
            kind="named",
        )
        return self._with_rivals(reading, reference)

    def _says_nothing(self, situation: Situation) -> bool:
        """Words of every meeting, or of this one's own name, name no session."""
        question, reference = situation.question, situation.reference
        names = (
            reference.is_direct or reference.by_title or reference.by_speaker or reference.room is not None
        )
        if names or question.has("speak", "act", "role_narasumber", "role_moderator"):
            return False
        return all(
            question.is_background(place)
            or not self._index.name_terms.isdisjoint(question.tokens[place].forms)
            for place in reference.used
        )

    def _themes_of(self, situation: Situation) -> frozenset[int]:
        """Words of a theme that the sessions' own titles share ("tas peserta")."""
        sessions = set(situation.reference.sessions)
        shared = {
            theme for entry in self._index.sessions if entry.session in sessions for theme in entry.themes
        }
        return frozenset(p for tag in situation.question.themes if tag.name in shared for p in tag.span)

    @staticmethod
    def _with_rivals(reading: Reading, reference: Reference) -> Reading:
        if reference.is_direct or not reference.rivals:
            return reading
        near = (*reference.sessions, *reference.rivals)[:_MAX_LISTED]
        return replace(reading, rivals=tuple(Topic("session", session.id) for session in near))

    @staticmethod
    def _threshold(situation: Situation, facet: Facet) -> float:
        asked, reference = situation.asked, situation.reference
        if facet == "what" and not asked.is_explicit:
            return SURE_OF_A_TITLE if reference.is_direct or reference.by_title else SURE_OF_ONE_WORD
        if (
            facet == "who"
            and not reference.is_direct
            and not asked.roles
            and not situation.question.has("speak", "act")
        ):
            return SURE_OF_EVERY_WORD
        return SURE if reference.is_direct else SURE_OF_A_TOPIC

    def beside_another(self, situation: Situation) -> Reading | None:
        """ "setelah makan siang apa", "sebelum penutupan"."""
        question = situation.question
        cue = question.cue("after") or question.cue("before") or _ending_before_another(question)
        if cue is None or _is_offset(question, cue):
            return None
        anchor_words, anchor = self._anchor(situation, cue.end)
        names_series = cue.name == "end" and not question.session_nouns.isdisjoint(anchor.used)
        if not anchor.sessions or not (anchor.is_direct or names_series or anchor.strength >= 1):
            return None
        head = self._resolver.find(question, situation.now, ignoring={*cue.span, *anchor_words})
        pool = head.candidates if head.is_direct else self._event.sessions
        sessions = _beside(pool, anchor.sessions[0], after=cue.name != "before")
        sessions = _in_room_named(situation, self._for_asker(question, sessions))
        facet = situation.asked.main if situation.asked.main in FACETS_OF_SESSIONS else "day"
        if cue.name == "end":
            facet = "day"
        is_over = not sessions and cue.name != "before" and anchor.is_direct and not head.is_direct
        if is_over and facet == "day":
            facet = "next"
        used = anchor.used | head.used
        return Reading(
            facet=facet,
            explained=anchor.strength + head.strength + 2 * CUE,
            left_over=unexplained(situation.question, self._index, used),
            sessions=sessions,
            is_possible=(bool(sessions) or facet == "next") and can_tell(situation.asked, facet, sessions),
            aspect=situation.asked.aspect if cue.name != "end" else None,
            used=used,
            reason=f"{cue.name} {anchor.sessions[0].id}",
            kind="named",
        )

    def together(self, situation: Situation) -> Reading | None:
        """ "simulasi dan pendampingan jam berapa": two sessions, each named by words of its own."""
        question, reference = situation.question, situation.reference
        if situation.asked.main not in FACETS_OF_SESSIONS:
            return None
        for place, token in enumerate(question.tokens):
            if token.word not in _JOINING or not 0 < place < len(question.tokens) - 1:
                continue
            one = self._named_within(situation, range(place))
            other = self._named_within(situation, range(place + 1, len(question.tokens)))
            if one is None or other is None or one.sessions == other.sessions:
                continue
            used = one.used | other.used
            if not used - reference.used:
                continue  # One session has all the words.
            sessions = (*one.sessions, *other.sessions)
            return Reading(
                facet=situation.asked.main,
                explained=one.strength + other.strength + CUE,
                left_over=unexplained(question, self._index, used | _side_by_side(question)),
                sessions=sessions,
                is_possible=all(can_tell(situation.asked, situation.asked.main, [s]) for s in sessions),
                aspect=situation.asked.aspect,
                used=used,
                reason=f"{one.sessions[0].id} and {other.sessions[0].id}",
                kind="named",
            )
        return None

    def _named_within(self, situation: Situation, places: range) -> Reference | None:
        """The one session that the words at ``places`` name by its title, and nothing else does."""
        outside = set(range(len(situation.question.tokens))).difference(places)
        outside |= _side_by_side(situation.question)
        found = self._resolver.find(situation.question, situation.now, ignoring=outside)
        said = {situation.question.tokens[place].stem for place in found.used}
        is_headed = any(
            entry.head in said for entry in self._index.sessions if entry.session in found.sessions
        )
        is_named = found.is_of_agenda or found.by_title or is_headed
        is_one = len(found.sessions) == 1 and not found.rivals and not found.is_missing
        return found if is_named and is_one and found.strength >= 1 and not found.is_direct else None

    def _anchor(self, situation: Situation, start: int) -> tuple[range, Reference]:
        """What stands behind "setelah": words of a title before the next session named, or that session."""
        question, now = situation.question, situation.now
        everything = set(range(len(question.tokens)))
        first = question.start_of_reference(start)
        if first > start:
            words = range(start, first)
            by_words = self._resolver.find(question, now, ignoring=everything - set(words))
            if by_words.sessions and by_words.strength >= 1:
                return words, by_words
        words = range(start, question.end_of_reference(start))
        pointed = (p for p in words if p > first and question.tokens[p].word in ("ini", "itu", "tadi"))
        sequels = (tag.start for tag in question.cues if tag.name == "next" and tag.start > first)
        words = range(start, min(next(pointed, words.stop - 1) + 1, *sequels, len(question.tokens)))
        return words, self._resolver.find(question, now, ignoring=everything - set(words))

    def _for_asker(self, question: Question, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
        entries = [entry for entry in self._index.sessions if entry.session in sessions]
        return tuple(entry.session for entry in for_asker(question, entries))

    def between(self, situation: Situation) -> Reading | None:
        """ "di antara pembukaan dan panel 1 ada apa"."""
        question = situation.question
        cue = question.cue("between")
        if cue is None or question.time.until:
            return None
        first_words, first = self._anchor(situation, cue.end)
        _, second = self._anchor(situation, first_words.stop)
        if not first.sessions or not second.sessions or not first.strength or not second.strength:
            return None
        begins, ends = sorted((first.sessions[0], second.sessions[0]), key=lambda session: session.start)
        sessions = tuple(s for s in self._event.sessions if begins.end <= s.start and s.end <= ends.start)
        return Reading(
            facet="day",
            explained=first.strength + second.strength + 2 * CUE,
            left_over=unexplained(question, self._index, first.used | second.used),
            sessions=sessions,
            is_possible=bool(sessions),
            used=first.used | second.used,
            reason=f"between {begins.id} and {ends.id}",
            kind="named",
        )

    def own_group(self, situation: Situation) -> Reading | None:
        """ "saya dari Kesbangpol kabupaten, masuk kelompok mana?": of groups side by side the asker's own."""
        question = situation.question
        asks_group = question.has("which", "where") or "mana" in question.words
        asks_group = asks_group and not (_GROUPS | self._index.series).isdisjoint(question.words)
        if not asks_group or not (question.introduction or question.before) or situation.reference.is_direct:
            return None
        groups = [entry for entry in self._index.sessions if entry.session.kind == "discussion"]
        chosen = for_asker(question, [e for e in groups if e.session.start == groups[0].session.start])
        return Reading(
            facet="where" if question.has("where") else "what",
            explained=2.0 + CUE,
            left_over=unexplained(question, self._index, question.before | question.introduction),
            sessions=tuple(entry.session for entry in chosen),
            is_possible=len(chosen) == 1,
            used=question.before | question.introduction,
            reason="the asker's own group",
            kind="named",
        )

    def followed_up(self, situation: Situation) -> Reading | None:
        reference = situation.reference
        if reference.is_direct or reference.is_missing or reference.strength >= WEAK_TERMS:
            return None
        asked, question = situation.asked, situation.question
        facet = facet_asked(situation)
        sessions = self._meant_by_context(situation)
        number_places = question.bare_number[1] if question.bare_number else frozenset()
        if not sessions or not (asked.is_explicit or question.has("follow")) or question.time.is_specific:
            return None
        return Reading(
            facet=facet,
            explained=2.5,
            left_over=unexplained(question, self._index, situation.reference.used | number_places),
            sessions=sessions,
            is_possible=can_tell(asked, facet, sessions)
            and not (facet == "who" and asks_for_somebody_else(situation.question, sessions)),
            aspect=asked.aspect,
            threshold=SURE_OF_EVERY_WORD,
            reason="continues the conversation",
            kind="context",
        )

    def _meant_by_context(self, situation: Situation) -> tuple[Session, ...]:
        context = situation.context
        if context is not None and situation.is_continued and context.sessions:
            known = (self._event.session(session_id) for session_id in context.sessions)
            before = tuple(session for session in known if session)
            return self._renumbered(situation.question, before) or before
        if situation.asked.main == "materials" and not situation.question.has("now", "previous"):
            return tuple(session for session in self._event.sessions if session.materials)
        running = self._event.running(situation.now)
        return tuple(s for s in running if s.speakers) if situation.asked.main == "who" else ()

    def _renumbered(self, question: Question, before: Sequence[Session]) -> tuple[Session, ...]:
        """ "kalau yang ketiga?" after panel 2 is panel 3."""
        if question.bare_number is None or not before:
            return ()
        number, _ = question.bare_number
        series = {
            noun for entry in self._index.sessions if entry.session == before[0] for noun, _ in entry.labels
        }
        return tuple(
            entry.session
            for entry in self._index.sessions
            if any((noun, number) in entry.labels for noun in series)
        )


_GROUPS = word_set("kelompok grup group komisi kelas workshop diskusi pokja ruang ruangan room")
_JOINING = frozenset({"dan", "sama", "serta", "and", "dengan"})
_OTHER_PERSON = 2.0
"""Asks for a person who does not speak ("siapa penerima penghargaan")."""
_NEXT_TO_A_PERSON = frozenset({"wakil", "mantan", "calon", "istri", "suami", "ajudan", "sekpri", "anak"})
_BEFORE_A_NOUN = ("yang", "saja", "si", "nama", "namanya", "the", "is", "are", "itu", "sih", "ya")
_WANTING = frozenset({"minta", "mau", "pesan", "tambah", "ambil", "beli", "want", "need", "bring"})
_ATTRIBUTES = word_set(
    """
    hp telepon phone wa whatsapp email surel harga tarif ongkos price cost gaji honor umur alamat rekaman
    recording video notulen notulensi notula risalah
    """
)
_ENOUGH = 4.0
"""However many words of a title are said: they outweigh no word for another thing."""
_OTHER_THING = 2.0
"""Asks which of things that are no sessions ("kabupaten mana yang menang")."""
_OTHER_DAY = 2.0
"""Names a day, and by words of its topic only a session of another day."""


def _asks_what_is_done(situation: Situation) -> bool:
    """ "di pelabuhan kita ngapain saja"."""
    question, used = situation.question, situation.reference.used
    before = {question.tokens[place - 1].word for place in used if place}
    return question.has("events") and not before.isdisjoint(("di", "ke", "at"))


def _wants_a_thing(situation: Situation) -> bool:
    """ "boleh minta kopi lagi" asks for coffee, not for the break."""
    return not _WANTING.isdisjoint(situation.question.words)


def _asks_for_another_person(situation: Situation) -> bool:
    """Behind "siapa" stands a noun for somebody that no speaker of the sessions is."""
    question = situation.question
    speakers = [speaker for session in situation.reference.sessions for speaker in session.speakers]
    said = " ".join(f"{s.name} {s.title or ''} {s.organization or ''}" for s in speakers).casefold()
    followed = [*(token.word for token in question.tokens[1:]), ""]
    if any(
        token.word in _NEXT_TO_A_PERSON
        and following != "dari"
        and token.word not in said
        and not _is_of_a_body(token.word, following, said)
        for token, following in zip(question.tokens, followed, strict=True)
    ):
        return True
    cue = question.cue("who")
    place = cue.end if cue else len(question.tokens)
    while place < len(question.tokens) and question.tokens[place].word in _BEFORE_A_NOUN:
        place += 1
    if place not in question.content or question.is_background(place):
        return False
    token = question.tokens[place]
    if token.word in SOFT:
        return False
    return (token.word.startswith("pe") or question.is_foreign(place)) and token.word not in said


def _is_of_a_body(word: str, following: str, said: str) -> bool:
    """The "wakil" of "wakil Bawaslu" speaks for it, that of "wakil menteri" is another person."""
    return word == "wakil" and following in said and not is_root(following)


def _asks_for_an_address(situation: Situation) -> bool:
    """ "di mana kantor BPBD"."""
    question, used = situation.question, situation.reference.used
    return any(
        token.word in ("kantor", "alamat", "markas")
        and place + 1 in used
        and question.tokens[place - 1].word != "dari"
        for place, token in enumerate(question.tokens)
    )


def _asks_for_an_attribute(situation: Situation) -> bool:
    """ "nomor hp moderator panel 2", "email pembicara …": no session tells it."""
    question, used = situation.question, situation.reference.used
    asides = question.before | question.after
    return any(
        token.word in _ATTRIBUTES and place not in used and place not in asides
        for place, token in enumerate(question.tokens)
    )


def _asks_which_other_thing(situation: Situation, index: Index) -> bool:
    question = situation.question
    asked = {place for tag in question.cues for place in tag.span}
    return any(
        token.word == "mana"
        and place - 1 in question.content
        and place not in asked
        and index.room_terms.isdisjoint(question.tokens[place - 1].forms)
        for place, token in enumerate(question.tokens)
        if place
    )


def _is_on_another_day(situation: Situation) -> bool:
    day, reference = situation.question.time.day, situation.reference
    if day is None or reference.is_direct:
        return False
    is_vague = situation.question.time.tense == "past"
    return all(s.start.date() != day and not (is_vague and s.start.date() < day) for s in reference.sessions)


def _ending_before_another(question: Question) -> Tag | None:
    """ "selesai panel 2 acara apa": the end of a session, and what comes then."""
    end = question.cue("end")
    asks_else = question.has("thing", "events", "which", "next") and not question.has(
        "when", "where", "date", "duration"
    )
    named = end and (question.start_of_reference(end.end) <= end.end + 1 or end.end in question.session_nouns)
    return end if named and asks_else else None


def _side_by_side(question: Question) -> frozenset[int]:
    """The "sesi paralel" before the names of several."""
    return frozenset(place for tag in question.subjects if tag.name == "parallel" for place in tag.span)


def _in_room_named(situation: Situation, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Of sessions side by side those in the room that is named, if one is."""
    room = situation.reference.room
    inside = tuple(session for session in sessions if room and session.room == room.id)
    return inside or sessions


def _is_offset(question: Question, cue: Tag) -> bool:
    """ "15 menit sebelum panel 3"."""
    return cue.start > 1 and question.tokens[cue.start - 1].word in (
        "menit",
        "jam",
        "minutes",
        "hours",
        "hari",
    )


def _beside(pool: Sequence[Session], anchor: Session, *, after: bool) -> tuple[Session, ...]:
    """What starts right after the anchor's end, or the last that started before it."""
    if after:
        return starting_together([session for session in pool if session.start >= anchor.end])
    earlier = [session for session in pool if session.start < anchor.start]
    last = max((session.start for session in earlier), default=None)
    return tuple(session for session in earlier if session.start == last)
