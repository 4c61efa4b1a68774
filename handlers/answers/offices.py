"""Whether "siapa" asks for somebody who does not speak: another office, a listener, a winner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.event import Session, Speaker
from handlers.answers.abbreviations import initials_of, words_of
from handlers.answers.question import Question
from handlers.answers.vocabulary.chatter import FILLERS, OFFICES
from handlers.answers.vocabulary.listing import word_set

_HEADS = word_set(
    """
    kepala ketua direktur menteri gubernur bupati wali rektor deputi sekretaris dirjen komandan kapolda
    kapolri kapolres panglima presiden camat lurah manajer manager head director minister governor mayor
    """
)
_HONORIFICS = frozenset({"pak", "bu", "bapak", "ibu", "mr", "mrs"})
_BEGINNING = frozenset({"", "dan", "plt", "pj", "selaku", "sekaligus", "yth"})
_BEFORE_A_NOUN = word_set("yang saja si nama namanya the is are itu sih ya")
_ENDS_AN_OFFICE = word_set("di pada untuk yang saja itu ya sih")
_OF_THE_MEETING = word_set("panitia panpel pelaksana rombongan kontingen delegasi peserta committee")
_LISTENING = word_set("bertanya tanya nanya menang absen telat terlambat pulang protes tidur asked won tidak")


def asks_for_somebody_else(question: Question, sessions: Iterable[Session]) -> bool:
    """ "sekretaris komisi A siapa", "siapa kepala dinas …", "siapa yang bertanya": nobody who speaks."""
    speakers = [speaker for session in sessions for speaker in session.speakers]
    said = " ".join(map(_title, speakers)).casefold()
    asides = question.before | question.after | question.introduction
    is_no_speaker = any(
        token.word in OFFICES and token.word not in said and place not in asides
        for place, token in enumerate(question.tokens)
    )
    if asks_for_a_predecessor(question):
        return True
    office = office_asked(question)
    is_held = not office or any(_is_called(office, _title(speaker)) for speaker in speakers)
    return is_no_speaker or not is_held or _does_what_listeners_do(question)


def speaks_of_another_office(question: Question, sessions: Iterable[Session]) -> bool:
    """ "pak menteri hadir jam berapa", where only a "Staf Ahli Menteri" speaks."""
    titles = [_words_of_title(speaker) for session in sessions for speaker in session.speakers]
    return any(
        token.word in _HEADS
        and question.tokens[place].word in _HONORIFICS
        and any(token.word in title for title in titles)
        and not any(_holds(token.word, title) for title in titles)
        for place, token in enumerate(question.tokens[1:])
    )


def holds(office: str, speaker: Speaker) -> bool:
    """Whether the speaker's own title is that office, not only one beside it."""
    return _holds(office, _words_of_title(speaker))


def _words_of_title(speaker: Speaker) -> list[str]:
    return [word for part in words_of(speaker.title or speaker.name) for word in part]


def _holds(office: str, title: Sequence[str]) -> bool:
    """Whether the office begins the title, or what is joined to it."""
    before = [first for first, word in zip(["", *title], title, strict=False) if word == office]
    return not _BEGINNING.isdisjoint(before)


def office_asked(question: Question) -> list[str]:
    """The words of the office behind "siapa" ("kepala dinas kesehatan"); empty if none is asked for."""
    cue = question.cue("who")
    place = cue.end if cue else len(question.tokens)
    while place < len(question.tokens) and question.tokens[place].word in _BEFORE_A_NOUN:
        place += 1
    if place >= len(question.tokens) or question.tokens[place].word not in _HEADS:
        return _office_before(question, cue.start) if cue else []
    office: list[str] = []
    told = {p for tag in question.cues for p in tag.span} | question.time.used | question.session_nouns
    for at, token in enumerate(question.tokens[place:], start=place):
        if at in told or token.word in _ENDS_AN_OFFICE:
            break
        office.append(token.word)
    return office


def _office_before(question: Question, place: int) -> list[str]:
    """ "nama ketua panitia siapa": an office of the meeting itself, before the question word."""
    said = [token.word for token in question.tokens[:place]]
    head = next((at for at, word in enumerate(said) if word in _HEADS), place)
    office = said[head : head + 2]
    return office if not _OF_THE_MEETING.isdisjoint(office) else []


def asks_for_a_predecessor(question: Question) -> bool:
    """ "Dirjen sebelum Pak Yohanes siapa": no agenda tells who held an office before."""
    beside = question.cue("before") or question.cue("after")
    if beside is None or beside.end >= len(question.tokens) or question.has("speak", "role_narasumber"):
        return False
    return question.tokens[beside.end].word in _HONORIFICS


def _title(speaker: Speaker) -> str:
    return f"{speaker.title or ''} {speaker.organization or ''}"


def _does_what_listeners_do(question: Question) -> bool:
    """ "siapa yang bertanya"."""
    cue = question.cue("who")
    following = [token.word for token in question.tokens[cue.end : cue.end + 3]] if cue else []
    return not _LISTENING.isdisjoint(following)


def _is_called(office: Sequence[str], title: str) -> bool:
    words = {word for part in words_of(title) for word in part} | set(initials_of(title))
    return all(word in words or word in FILLERS for word in office)
