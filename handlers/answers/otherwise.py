"""Whether a FAQ entry only shares words with a question that is of something else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from handlers.answers.entries import FaqEntry
from handlers.answers.index import Index
from handlers.answers.normalise import is_root
from handlers.answers.phrases import Tag
from handlers.answers.question import Question
from handlers.answers.vocabulary.chatter import ATTRIBUTES
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.otherwise import (
    AGREEMENTS,
    ASKING_WORK,
    BANKS,
    BODIES,
    CARDS,
    DISCUSSED,
    DOING,
    DRAFTS,
    FUNDS,
    KINDS,
    LINKS,
    MOVING,
    OF_A_DOCTOR,
    OF_SERVICE,
    OF_SLIDES,
    OF_THE_COMMITTEE,
    OFFICES,
    PASSWORDS,
    PUBLIC,
    SERIES,
    SESSIONS,
    SLIDES,
    TAKING_PART,
    WORK,
    WORKING,
)

_PHRASED = frozenset({"keynote", "signing", "exercise", "photo"})
"""Kinds of session named by several words, of which each alone is of other things ("kunci", "sehat")."""
_SELF = frozenset({"saya", "kami", "aku", "sy", "my", "our", "i", "me"})
_HONORIFICS = frozenset({"pak", "bu", "bapak", "ibu"})
_BELONGINGS = word_set("barang kehilangan benda temuan hp dompet belongings items")
_TOGETHER = word_set("bareng bersama ramai rame keluarga bareng2")
_MATTER, _LONG_MATTER = 1, 4
"""So many words right behind a session, or behind "sesi tentang", are its matter."""


class _Shared(NamedTuple):
    """A question, an entry of the FAQ, and the places of the words they share."""

    question: Question
    entry: FaqEntry
    used: frozenset[int]
    event: Index
    asked: frozenset[str]
    """The words of the question itself, without what it tells beside."""

    def word(self, place: int) -> str:
        tokens = self.question.tokens
        return tokens[place].word if 0 <= place < len(tokens) else ""

    def says(self, place: int) -> bool:
        """Whether the entry says that word too, in its question, its answer or a keyword."""
        if not 0 <= place < len(self.question.tokens):
            return False
        forms = self.question.tokens[place].forms
        return not (self.entry.said.isdisjoint(forms) and self.entry.anchors.isdisjoint(forms))

    def says_any(self, words: Collection[str]) -> bool:
        return not (self.entry.said.isdisjoint(words) and self.entry.keyword_words.isdisjoint(words))

    def is_thematic(self, place: int) -> bool:
        """Whether the word is of a theme of the entry, or of something done that it tells of."""
        names = self.entry.themes | self.entry.actions
        tags = (*self.question.themes, *self.question.actions)
        return any(tag.name in names and place in tag.span for tag in tags)


def is_of_something_else(question: Question, entry: FaqEntry, used: frozenset[int], index: Index) -> bool:
    told = question.before | question.after | question.introduction
    asking = (token for place, token in enumerate(question.tokens) if place not in told)
    asked = frozenset(form for token in asking for form in token.forms[:2])
    shared = _Shared(question, entry, used, index, asked)
    return (
        _of_what_is_discussed(shared)
        or _of_who_speaks(shared)
        or _of_who_represents(shared)
        or _of_slides(shared)
        or _of_anothers_number(shared)
        or _of_another_kind(shared)
        or _of_the_public(shared)
        or _of_a_substitute(shared)
        or _of_another_loss(shared)
        or _of_a_family(shared)
        or _of_parts_of_names(shared)
    )


def asks_for_work(question: Question) -> bool:
    """ "bantu bikinin laporan dong", "tolong rangkum": a piece of work for the asker."""
    surfaces = [token.surface for token in question.tokens]
    asks = not ASKING_WORK.isdisjoint(surfaces) or "dong" in surfaces or "min" in surfaces
    if not WORK.isdisjoint(surfaces) and (asks or surfaces[0] in WORK - DRAFTS):
        return True
    return any(first in ASKING_WORK and following in WORKING for first, following in pairwise(surfaces))


def _of_what_is_discussed(shared: _Shared) -> bool:
    """ "CAPI dibahas di mana", "simulasinya tentang apa": of a session. "Who covers the tickets" pays."""
    if shared.question.has("who") and "allowance" in shared.entry.themes:
        return False
    words = [shared.word(place) for place in range(len(shared.question.tokens))]
    asks = not DISCUSSED.isdisjoint(shared.asked) or any(
        pair in (("tentang", "apa"), ("mengenai", "apa"), ("soal", "apa")) for pair in pairwise(words)
    )
    return asks and not shared.says_any(DISCUSSED | {"bahas"})


def _of_who_speaks(shared: _Shared) -> bool:
    """ "yang memandu panel anggaran siapa"."""
    roles = [tag for tag in shared.question.cues if tag.name.startswith("role_")]
    return (
        shared.question.has("who")
        and bool(roles)
        and not any(tag.name in shared.entry.cues or shared.says(tag.start) for tag in roles)
    )


def _of_who_represents(shared: _Shared) -> bool:
    """ "BMKG diwakili siapa", "pengganti pak kadis siapa": nobody of the participants."""
    asks = shared.question.has("who", "from_where") or "instansi" in shared.question.words
    stems = {shared.question.tokens[place].stem for place in shared.used}
    return asks and not stems.isdisjoint(("wakil", "ganti")) and _SELF.isdisjoint(shared.question.words)


def _of_slides(shared: _Shared) -> bool:
    """ "slide soal honorer bisa diunduh", where the entry tells what else can be."""
    return not SLIDES.isdisjoint(shared.asked) and not shared.says_any(OF_SLIDES)


def _of_anothers_number(shared: _Shared) -> bool:
    """ "nomor WA Direktur Kewaspadaan Nasional": the committee's is another."""
    question = shared.question
    phones = [p for p in range(len(question.tokens)) if shared.word(p) in ATTRIBUTES["phone"]]
    phones += [p for p in range(len(question.tokens)) if shared.word(p) in ("kontak", "email", "nomor")]
    for place in phones:
        behind = place + 1
        while shared.word(behind) in _HONORIFICS or behind in phones:
            behind += 1
        is_office = shared.word(behind) in OFFICES and shared.word(behind + 1) not in OF_THE_COMMITTEE
        if is_office and not shared.says(behind):
            return True
    return False


def _of_another_kind(shared: _Shared) -> bool:
    """ "uang saku dibagikan kapan", where the entry tells of tickets paid back."""
    return any(
        not kind.isdisjoint(shared.asked)
        and not shared.says_any(kind)
        and any(not kind.isdisjoint(shared.question.tokens[place].forms) for place in shared.used)
        for kind in KINDS
    )


def _of_a_substitute(shared: _Shared) -> bool:
    """ "boleh sekdis yang hadir gantiin?", where the entry tells of money paid back."""
    stems = {token.stem for token in shared.question.tokens}
    is_of_money = any(shared.question.tokens[place].stem == "ganti" for place in shared.used)
    return is_of_money and "hadir" in stems and "permission" not in shared.entry.themes


def _of_a_family(shared: _Shared) -> bool:
    """ "istri boleh ikut menginap", where the entry tells how participants share rooms."""
    comes = any(tag.name == "children" for tag in shared.question.themes)
    return comes and "lodging" in shared.entry.themes and not _is_told(shared, "children")


def _is_told(shared: _Shared, theme: str) -> bool:
    return theme in shared.entry.themes or theme in shared.entry.told_themes


def _of_another_loss(shared: _Shared) -> bool:
    """ "kacamata saya hilang", where the entry tells what to do for another card."""
    is_of_cards = not shared.entry.anchors.isdisjoint(CARDS) and not shared.says_any(_BELONGINGS)
    is_lost = any(tag.name == "lost" for tag in shared.question.themes)
    return is_lost and is_of_cards and CARDS.isdisjoint(shared.question.words)


def _of_the_public(shared: _Shared) -> bool:
    """ "sertifikat BPN", "kartu BPJS": a service of the state to everybody."""
    question = shared.question
    told = question.before | question.after | question.introduction | shared.used
    surfaces = [token.surface for token in question.tokens]
    funds = [place for place, pair in enumerate(pairwise(surfaces)) if pair in FUNDS]
    if any(place not in question.before and not shared.says(place + 1) for place in funds):
        return True
    return any(
        place not in told
        and not PUBLIC.isdisjoint(token.forms)
        and not shared.says(place)
        and shared.event.name_terms.isdisjoint(token.forms)
        for place, token in enumerate(question.tokens)
    )


def _of_parts_of_names(shared: _Shared) -> bool:
    """Whether all the words shared belong to the name of something else, or say nothing of what is meant."""
    lost = frozenset(_parts_of_names(shared))
    anchors = frozenset(place for place in shared.used if _is_anchor(shared, place))
    if anchors - lost - frozenset(_moves(shared)):
        return False
    return bool(anchors & lost) or (bool(anchors) and _names_another(shared))


def _is_anchor(shared: _Shared, place: int) -> bool:
    question, entry = shared.question, shared.entry
    said = (*question.tokens[place].forms, *question.synonyms(place))
    if not entry.anchors.isdisjoint(said) or not entry.terms.keys().isdisjoint(said):
        return True
    return shared.is_thematic(place)


def _moves(shared: _Shared) -> Iterator[int]:
    for place in shared.used:
        token = shared.question.tokens[place]
        if not shared.is_thematic(place) and not MOVING.isdisjoint((token.word, token.stem)):
            yield place


def _names_another(shared: _Shared) -> bool:
    """Something is named, by a session's kind or number or other words, that the entry does not say."""
    question = shared.question
    told = question.before | question.introduction | question.vocative | shared.used
    named = {tag.start for tag in question.subjects} | {min(found.positions) for found in question.numbered}
    named |= {place for place in question.content if _names(question, place)}
    named |= {tag.start for tag in question.themes}
    return any(place not in told and not shared.says(place) for place in named)


def _names(question: Question, place: int) -> bool:
    return not (question.is_soft(place) or question.is_background(place))


def _parts_of_names(shared: _Shared) -> Iterator[int]:
    question = shared.question
    for tag in question.subjects:
        if tag.name in _PHRASED and tag.end - tag.start > 1 and not all(map(shared.says, tag.span)):
            yield from tag.span
        is_taken_together = shared.word(tag.end) in _TOGETHER
        if tag.name == "photo" and is_taken_together and not shared.says(tag.end):
            yield from tag.span
    matter = frozenset(_matters_of_sessions(shared))
    matter = matter.union(*(tag.span for tag in question.themes if matter.intersection(tag.span)))
    signed = frozenset(_signed(shared))
    for place in shared.used:
        if (
            place in matter | signed
            or _is_of_a_body(shared, place)
            or _is_a_prayer_said(shared, place)
            or _is_of_a_series(shared, place)
            or _is_a_doer(shared, place)
            or _is_of_another_account(shared, place)
            or _is_a_time(shared, place)
        ):
            yield place


def _is_a_doer(shared: _Shared, place: int) -> bool:
    """The "panitia" of "panitia sediakan apa" is not to be reached."""
    tokens = shared.question.tokens
    return (
        shared.word(place) == "panitia"
        and place + 1 < len(tokens)
        and tokens[place + 1].stem in DOING
        and tokens[place + 1].word != "siap"
    )


def _is_of_another_account(shared: _Shared, place: int) -> bool:
    """ "lupa sandi …" is of an account: nobody forgets that of a network not yet joined."""
    themes = {tag.name for tag in shared.question.themes}
    is_forgotten = "lupa" in (shared.word(place - 1), shared.word(place - 2))
    is_own = "lupa" in shared.entry.said or "lupa" in shared.entry.keyword_words
    return shared.word(place) in PASSWORDS and is_forgotten and not is_own and "wifi" not in themes


def _is_of_a_body(shared: _Shared, place: int) -> bool:
    """The "Keuangan" of "Bina Keuangan Daerah", the bank of "Bank Indonesia"."""
    if shared.word(place) == "bank" and shared.word(place + 1) in BANKS:
        return True
    for body in (place - 1, place - 2):
        if shared.word(body) not in BODIES or shared.says(body):
            continue
        between = range(body + 1, place)
        is_name = all(p in shared.question.content for p in (*between, place))
        if is_name and not (shared.word(body) == "dinas" and shared.word(body - 1) in OF_SERVICE):
            return True
    return False


def _matters_of_sessions(shared: _Shared) -> Iterator[int]:
    """The "anggaran" of "panel anggaran", the "tanda tangan elektronik" of "sesi tentang …"."""
    question = shared.question
    content = frozenset(question.content) | question.subject_places
    for head, token in enumerate(question.tokens):
        if not SESSIONS & {token.word, token.surface} or token.surface.endswith("nya") or shared.says(head):
            continue
        place = head + 1
        while shared.word(place) in LINKS:
            place += 1
        longest = _LONG_MATTER if place > head + 1 else _MATTER
        for matter in range(place, min(place + longest, len(question.tokens))):
            is_own = question.tokens[matter].surface.endswith("nya")
            is_own = is_own or question.tokens[matter].stem in MOVING
            if matter not in content or is_own or question.tokens[matter].clause != token.clause:
                break
            yield matter


def _signed(shared: _Shared) -> Iterator[int]:
    """The "tanda tangan" of an agreement is not that of papers."""
    question = shared.question
    signing = [tag for tag in question.subjects if tag.name == "signing"]
    agreed = [p for p, t in enumerate(question.tokens) if t.word in AGREEMENTS and not shared.says(p)]
    if signing and agreed:
        yield from (place for tag in signing for place in tag.span)


def _is_a_prayer_said(shared: _Shared, place: int) -> bool:
    """ "doa penutup" is said, and not where one prays."""
    return shared.word(place) == "doa" and shared.word(place + 1) in (
        "penutup",
        "pembuka",
        "penutupan",
        "bersama",
    )


def _is_of_a_series(shared: _Shared, place: int) -> bool:
    """ "klinik A", "klinik SAKIP", "ikut klinik mana": one of several, and no doctor's."""
    token = shared.question.tokens[place]
    is_one = token.word in SERIES or token.surface in SERIES
    if not is_one or not shared.event.series.isdisjoint(token.forms):
        return False
    following = shared.word(place + 1)
    if following in ("apa", "mana", "saja") or shared.word(place - 1) in ("semua", "klinik"):
        return True
    if following.isdecimal() or (len(following) == 1 and following.isalpha()):
        return True
    if not TAKING_PART.isdisjoint(shared.asked):
        return True
    if place + 1 not in shared.question.content:
        return False
    written = shared.question.tokens[place + 1].surface
    return OF_A_DOCTOR.isdisjoint((following, written)) and not is_root(written)


def _is_a_time(shared: _Shared, place: int) -> bool:
    """The prayer of "habis salat ngapain" says when."""
    tags: tuple[Tag, ...] = tuple(t for t in shared.question.cues if t.name in ("after", "before"))
    return any(place == tag.end for tag in tags) and any(
        place in tag.span and tag.name in ("prayer", "worship") for tag in shared.question.themes
    )
