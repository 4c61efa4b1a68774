"""Who a question names: a speaker of a session, or the group of people the asker belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from handlers.answers.entries import SessionEntry, SpeakerEntry
from handlers.answers.index import Index
from handlers.answers.normalise import Token, is_root
from handlers.answers.question import Question
from handlers.answers.vocabulary.chatter import FILLERS
from handlers.answers.vocabulary.institutions import PROVINCES
from handlers.answers.vocabulary.listing import word_set

_INTRODUCING = frozenset({"dari", "pak", "bu", "bapak", "ibu", "from", "mr", "mrs", "prof", "dr"})
_CLEAR_LEAD = 0.85
_SURELY_MEANT = 2
"""So many words of an audience choose among sessions that are not side by side."""
_OTHERS = word_set("selain besides except tandem duet sepanggung berdampingan bersanding")
_BESIDE = word_set("sama bareng bersama dengan with alongside")


def names_speaker(
    question: Question, index: Index, places: Iterable[int], entries: Iterable[SessionEntry]
) -> bool:
    """Whether the words at ``places`` name a person, an office or an institution that speaks there."""
    said = tuple(places)
    return any(_names(question, index, said, speaker) for entry in entries for speaker in entry.speakers)


def speakers_named(
    question: Question, index: Index, entries: Iterable[SessionEntry], used: Collection[int]
) -> tuple[str, ...]:
    """Names of the speakers that the question names outside ``used``, best matches only."""
    if not question.words.isdisjoint(_OTHERS) or _asks_with_whom(question):
        return ()
    topic = _topic_said(question)
    said = tuple(
        p for p in question.content if p not in used and p not in topic and not question.is_background(p)
    )
    entries = tuple(entries)
    titles = frozenset().union(*(entry.title_terms for entry in entries))
    if all(not titles.isdisjoint(question.tokens[place].forms) for place in said):
        return ()
    speakers = [speaker for entry in entries for speaker in entry.speakers]
    scored = [
        (_fit(question, index, said, s), s.speaker.name) for s in speakers if _names(question, index, said, s)
    ]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(name for score, name in scored if score >= best * _CLEAR_LEAD)


def _asks_with_whom(question: Question) -> bool:
    """ "Pak Andi satu panel sama siapa": asks for those beside him."""
    cue = question.cue("who")
    role = next((tag for tag in question.cues if tag.name.startswith("role_")), None)
    starts = [tag.start for tag in (cue, role) if cue and tag and tag.start]
    return any(question.tokens[place - 1].word in _BESIDE for place in starts)


def _topic_said(question: Question) -> set[int]:
    """The "anggaran" of "yang bahas anggaran siapa" is nobody's office."""
    topic: set[int] = set()
    for tag in question.cues:
        place = tag.end
        while tag.name == "topic" and place in question.content:
            topic.add(place)
            place += 1
    return topic


def for_asker(question: Question, entries: Sequence[SessionEntry]) -> list[SessionEntry]:
    """Of groups side by side, the one for people like the asker ("saya dari …"), if only some are."""
    told = question.introduction | question.before
    if not told or not entries:
        return list(entries)
    words = {form for position in told for form in question.tokens[position].forms} - FILLERS
    places = words & PROVINCES
    is_named = any(not places.isdisjoint(entry.audience) for entry in entries)
    side_by_side = len({entry.session.start for entry in entries}) == 1
    if not (side_by_side or is_named or max(len(words & e.audience) for e in entries) >= _SURELY_MEANT):
        return list(entries)
    if is_named:
        words = places
    elif places and words.isdisjoint(("kabupaten", "kota")):
        words.add("provinsi")
    fits = [len(words & entry.audience) for entry in entries]
    return [entry for entry, fit in zip(entries, fits, strict=True) if fit == max(fits)]


def _names(question: Question, index: Index, said: Sequence[int], speaker: SpeakerEntry) -> bool:
    places = [place for place in said if not speaker.terms.isdisjoint(question.tokens[place].forms)]
    telling = [p for p in places if index.name_terms.isdisjoint(question.tokens[p].forms)]
    introduced = any(question.tokens[p - 1].word in _INTRODUCING for p in places if p)
    title = (speaker.speaker.title or "").casefold()
    is_titled = any(question.tokens[p].word == title for p in telling)
    return (
        introduced
        or is_titled
        or _side_by_side(telling)
        or any(_is_proper(question.tokens[p]) for p in telling)
    )


def _side_by_side(places: Sequence[int]) -> bool:
    return any(second - first <= 2 for first, second in pairwise(places))


def _is_proper(token: Token) -> bool:
    """A name or an abbreviation, as no dictionary has it."""
    return not (is_root(token.word) or is_root(token.stem))


def _fit(question: Question, index: Index, said: Iterable[int], speaker: SpeakerEntry) -> float:
    return sum(
        max(
            (index.session_idf(form) for form in question.tokens[p].forms if form in speaker.terms),
            default=0.0,
        )
        for p in said
    )
