"""What participants think of a session, anonymously (see ``data/anonymity.py``)."""

from __future__ import annotations

from dataclasses import dataclass

from data.anonymity import Anonymity, rounded
from data.database import Reads, Transaction
from data.event import Session
from data.statements import statements

_sql = statements("feedback")


@dataclass(frozen=True)
class Feedback:
    rating: int
    comment: str | None


def is_open(session: Session, instant: float) -> bool:
    """Feedback is taken from the session's end on."""
    return session.feedback and not session.cancelled and instant >= session.end.timestamp()


def rate(
    tx: Transaction,
    anonymity: Anonymity,
    event_id: int,
    session_id: str,
    chat_id: int,
    rating: int,
    now: float,
) -> None:
    """Gives or replaces the rating, 1 to 5; a comment given before stays."""
    tx.execute(
        _sql["rate"],
        {
            "answer_key": _key(anonymity, event_id, session_id, chat_id),
            "event_id": event_id,
            "session_id": session_id,
            "rating": rating,
            "hour": rounded(now),
        },
    )


def comment(
    tx: Transaction,
    anonymity: Anonymity,
    event_id: int,
    session_id: str,
    chat_id: int,
    text: str | None,
    now: float,
) -> None:
    """Gives, replaces or (None) takes back the comment to a rating given before."""
    key = _key(anonymity, event_id, session_id, chat_id)
    tx.execute(_sql["comment"], {"answer_key": key, "comment": text, "hour": rounded(now)})


async def find(
    reads: Reads, anonymity: Anonymity, event_id: int, session_id: str, chat_id: int
) -> Feedback | None:
    """What this person has said of the session so far."""
    key = _key(anonymity, event_id, session_id, chat_id)
    for row in await reads.execute_fetchall(_sql["find"], {"answer_key": key}):
        return Feedback(**row)
    return None


def forget(tx: Transaction, anonymity: Anonymity, chat_id: int) -> None:
    """All answers of this person, on whatever was ever asked about."""
    for subject in tx.execute(_sql["subjects"]).fetchall():
        key = _key(anonymity, subject["event_id"], subject["session_id"], chat_id)
        tx.execute(_sql["forget"], {"answer_key": key})


def _key(anonymity: Anonymity, event_id: int, session_id: str, chat_id: int) -> bytes:
    return anonymity.answer_key(chat_id, f"feedback:{event_id}:{session_id}")
