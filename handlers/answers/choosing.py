"""Which of several sessions with the same name are meant at a given time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from data.event import Session, starting_together
from handlers.answers.entries import SessionEntry
from handlers.answers.question import Question
from handlers.answers.vocabulary.subjects import RECURRING
from handlers.answers.when import TimeExpression


def meant_now(
    question: Question, now: datetime, entries: Sequence[SessionEntry], ignoring: Collection[int] = ()
) -> list[Session]:
    """Of the sessions found, those of the day or hour named; of recurring ones the next or running.

    Words at the places ``ignoring`` say nothing about these sessions ("habis makan siang lanjut apa").
    """
    sessions = [entry.session for entry in entries]
    if len(sessions) > 1 and question.time.is_specific:
        sessions = _today(sessions, question.time, now) or at_time(sessions, question.time) or sessions
    names_day = question.time.day is not None and question.time.hours is None
    if len(sessions) < 2:
        return sessions
    by_cue = _by_cue(question, now, sessions, ignoring)
    if by_cue or question.has("all", "count") or names_day:
        return by_cue or sessions
    return _by_habit(question, now, sessions, recurs=_recur(entries))


def at_time(sessions: Iterable[Session], moment: TimeExpression) -> list[Session]:
    """Those that the time allows: starting in that part of the day or, failing that, running in it."""
    days = moment.days or {moment.day}
    found = [s for s in sessions if moment.day is None or s.start.date() in days]
    if moment.point is not None and moment.until is not None:
        first, last = moment.point, moment.until
        return [s for s in found if first <= s.start < last] or [
            s for s in found if s.start < last and s.end > first
        ]
    if moment.point is not None:
        point = moment.point
        return [s for s in found if s.is_running(point)]
    if moment.hours is None:
        return found
    opens, closes = moment.hours
    starting = [s for s in found if opens <= s.start.hour < closes]
    return starting or [s for s in found if s.start.hour < closes and (s.end.hour, s.end.minute) > (opens, 0)]


def _today(sessions: Iterable[Session], moment: TimeExpression, now: datetime) -> list[Session]:
    """ "rehat sore" is that of today, though it begins at 14.45, while it is not over."""
    if moment.day is not None or moment.hours is None:
        return []
    here = at_time(sessions, replace(moment, day=now.date()))
    return here if any(session.end > now for session in here) else []


def _by_cue(
    question: Question, now: datetime, sessions: Sequence[Session], ignoring: Collection[int]
) -> list[Session]:
    """ "panel berikutnya" and "panel ini"."""
    said = {tag.name for tag in question.cues if not set(tag.span) & set(ignoring)}
    if "previous" in said:
        begun = [session for session in sessions if session.start <= now]
        return begun[-1:]
    if "next" in said:
        return list(starting_together([session for session in sessions if session.start > now]))
    if "now" in said:
        return [session for session in sessions if session.is_running(now)]
    return []


def _by_habit(question: Question, now: datetime, sessions: list[Session], *, recurs: bool) -> list[Session]:
    """A series is meant whole; of what comes back every day, the running, next or (for "tadi") last one."""
    if not recurs:
        return sessions
    past = [session for session in sessions if session.start <= now]
    if question.time.tense == "past" and past:
        return past[-1:]
    remaining = [session for session in sessions if session.end > now]
    return list(starting_together(remaining)) or sessions[-1:]


def _recur(entries: Sequence[SessionEntry]) -> bool:
    common = frozenset.intersection(*(entry.subjects for entry in entries))
    return bool(common & RECURRING) or len({entry.session.title for entry in entries}) == 1
