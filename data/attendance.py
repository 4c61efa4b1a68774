"""Check-in: when a session can be checked in to, and what becomes of a code sent at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data import attendees, presences, room_codes
from data.attendees import forget
from data.database import Transaction
from data.event import Event, Session
from data.presences import Mark, Presence, Way, count, of_chat
from data.room_codes import Match
from data.statements import statements

__all__ = [
    "Attempt", "CheckIn", "Presence", "check_in", "count", "foresee", "forget", "judge", "of_chat",
    "open_sessions",
]  # fmt: skip

_sql = statements("attendance")

CODE_DIGITS = room_codes.DIGITS
GUESSES = 5
GUESS_SECONDS = 10 * 60
"""So many codes that are none, within so long a time, and the next ones are not looked at."""

Verdict = Literal["on_time", "late", "early", "closed", "wrong", "cancelled"]
Outcome = Literal[
    "on_time", "late", "already", "already_out_later", "out", "already_out",
    "early", "closed", "wrong", "cancelled", "expired", "other_event", "unknown", "blocked",
]  # fmt: skip


@dataclass(frozen=True)
class CheckIn:
    """What became of a code: ``session_id`` is the code's.

    ``at`` is the recorded instant of who is present; of who is "blocked", from when codes are read again.
    """

    outcome: Outcome
    session_id: str | None = None
    at: float | None = None
    asks_place: bool = False

    @property
    def is_recorded(self) -> bool:
        """Whether it counts as a new presence."""
        return self.outcome in ("on_time", "late")


@dataclass(frozen=True)
class Attempt:
    """A code as it was sent: by whom, at which instant, with which update."""

    chat_id: int
    code: str
    sent_at: float
    update_id: int = 0
    way: Way = "code"


# ---------------------------------------------------------------- windows


def judge(event: Event, session: Session, instant: float) -> Verdict:
    """Whether the session can be checked in to at the instant.

    "wrong" says that it cannot, while another session that takes attendance can.
    """
    if session.cancelled:
        return "cancelled"
    if _is_open(session, instant):
        return "late" if is_late(session, instant) else "on_time"
    if open_sessions(event, instant):
        return "wrong"
    return "early" if instant < session.start.timestamp() else "closed"


def open_sessions(event: Event, instant: float) -> tuple[Session, ...]:
    """Those that can be checked in to at the instant."""
    return tuple(session for session in event.sessions if _is_taken(session) and _is_open(session, instant))


def sessions_to_leave(event: Event, instant: float) -> tuple[Session, ...]:
    """Those that can be checked out of at the instant."""
    return tuple(one for one in event.sessions if _is_taken(one) and can_check_out(one, instant))


def sessions_with_code(event: Event, instant: float) -> tuple[Session, ...]:
    """Those whose code means something at the instant, for coming or for leaving."""
    leaving = sessions_to_leave(event, instant)
    return tuple(one for one in event.sessions if one in leaving or one in open_sessions(event, instant))


def opens_at(session: Session) -> float:
    return session.start.timestamp() - session.opens_minutes_before * 60


def is_late(session: Session, instant: float) -> bool:
    return instant >= session.start.timestamp() + session.late_minutes_after * 60


def check_out_opens_at(session: Session) -> float:
    return session.end.timestamp() - session.check_out_minutes_before * 60


def check_out_closes_at(session: Session) -> float:
    return session.end.timestamp() + session.check_out_minutes_after * 60


def can_check_out(session: Session, instant: float) -> bool:
    return session.check_out and check_out_opens_at(session) <= instant < check_out_closes_at(session)


def _is_taken(session: Session) -> bool:
    return session.attendance and not session.cancelled


def _is_open(session: Session, instant: float) -> bool:
    return opens_at(session) <= instant < session.end.timestamp()


# ---------------------------------------------------------------- codes


def foresee(tx: Transaction, event_id: int, event: Event, attempt: Attempt) -> CheckIn:
    """What ``check_in`` would say to somebody who is not present yet; records nothing but a wrong guess."""
    return _foresee(tx, event_id, event, attempt)[0]


def check_in(
    tx: Transaction, event_id: int, event: Event, attempt: Attempt, now: float | None = None
) -> CheckIn:
    """Judges the code and records who may be recorded; a second time changes nothing."""
    foreseen, match = _foresee(tx, event_id, event, attempt)
    session = event.session(foreseen.session_id) if foreseen.session_id else None
    if session is None or match is None:
        return foreseen
    attendee_id = attendees.ensure(tx, event_id, attempt.chat_id)
    known = presences.find_now(tx, event_id, session.id, attendee_id)
    mark = Mark(
        session.id,
        attendee_id,
        attempt.sent_at,
        foreseen.outcome == "late",
        attempt.way,
        attempt.chat_id,
        attempt.sent_at if now is None else now,
        code_age=match.age_seconds,
        asks_place=session.place,
    )
    if known is not None:
        return _seen_again(tx, event_id, session, known, mark)
    if foreseen.is_recorded:
        presences.record(tx, event_id, mark)
    return foreseen


def _seen_again(tx: Transaction, event_id: int, session: Session, known: Presence, mark: Mark) -> CheckIn:
    """Who is present sends the code once more: to leave, where the session asks for that."""
    if known.out_at is not None:
        return CheckIn("already_out", session.id, known.out_at)
    if can_check_out(session, mark.at) and mark.at > known.at:
        presences.record_out(tx, event_id, mark)
        return CheckIn("out", session.id, mark.at)
    is_to_leave = session.check_out and mark.at < check_out_opens_at(session)
    asks_place = known.place == "asked"
    return CheckIn("already_out_later" if is_to_leave else "already", session.id, known.at, asks_place)


def _foresee(tx: Transaction, event_id: int, event: Event, attempt: Attempt) -> tuple[CheckIn, Match | None]:
    sent_at = attempt.sent_at
    free_at = _blocked_until(tx, attempt)
    if free_at is not None:
        return CheckIn("blocked", None, free_at), None
    match = _best(event, list(_matches(tx, event_id, event, attempt)), sent_at)
    session = event.session(match.session_id) if match else None
    if match is None or session is None:
        return _unknown(tx, event_id, attempt), None
    if not match.is_valid:
        return CheckIn("expired", session.id, sent_at), None
    verdict = judge(event, session, sent_at)
    asks_place = session.place and verdict in ("on_time", "late")
    return CheckIn(verdict, session.id, sent_at, asks_place), match


def _matches(tx: Transaction, event_id: int, event: Event, attempt: Attempt) -> Iterator[Match]:
    known = {session.id for session in event.sessions if session.attendance}
    secrets = {one: secret for one, secret in room_codes.secrets_now(tx, event_id).items() if one in known}
    return room_codes.matches(secrets, attempt.code, attempt.sent_at)


def _best(event: Event, matches: list[Match], instant: float) -> Match | None:
    """Seldom two sessions have the same code: then the one that is open is meant."""
    running = {session.id for session in sessions_with_code(event, instant)}
    ranked = sorted(matches, key=lambda match: (not match.is_valid, match.session_id not in running))
    return next(iter(ranked), None)


def _unknown(tx: Transaction, event_id: int, attempt: Attempt) -> CheckIn:
    if room_codes.is_of_another_event(tx, event_id, attempt.code, attempt.sent_at):
        return CheckIn("other_event")
    key = {"chat_id": attempt.chat_id, "at": attempt.sent_at, "update_id": attempt.update_id}
    tx.execute(_sql["add_guess"], key)
    return CheckIn("unknown")


def _blocked_until(tx: Transaction, attempt: Attempt) -> float | None:
    """From when this person's codes are read again; the same update a second time is no further guess."""
    since = attempt.sent_at - GUESS_SECONDS
    values = {"chat_id": attempt.chat_id, "since": since, "update_id": attempt.update_id, "guesses": GUESSES}
    row = tx.execute(_sql["guesses"], values).fetchone()
    return float(row["at"]) + GUESS_SECONDS if row else None


def forget_guesses(tx: Transaction, now: float) -> None:
    """Those that count no more. They outlive their person's data for that long: who deletes is not freed."""
    tx.execute(_sql["forget_guesses"], {"before": now - GUESS_SECONDS})
