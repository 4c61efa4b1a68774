"""What participants think, form by form, anonymously (see ``data/anonymity.py`` and ``data/forms.py``)."""

from __future__ import annotations

from collections.abc import Mapping

from data.anonymity import Anonymity, rounded
from data.database import Reads, Transaction
from data.forms import Form
from data.statements import statements

_sql = statements("feedback")

Answer = int | str
"""A number on a scale; the words of a text, or of the chosen option."""


def is_open(form: Form, instant: float) -> bool:
    """Feedback is taken from the end on, of the session or of the event."""
    return instant >= form.opens


def answer(
    tx: Transaction,
    anonymity: Anonymity,
    event_id: int,
    form_id: str,
    chat_id: int,
    question_id: str,
    given: Answer | None,
    now: float,
) -> None:
    """Gives, replaces or (None) takes back one person's answer to one question."""
    values = {"answer_key": _key(anonymity, event_id, form_id, chat_id), "question": question_id}
    if given is None:
        tx.execute(_sql["take_back"], values)
        return
    number, text = (given, None) if isinstance(given, int) else (None, given)
    place = {"event_id": event_id, "session_id": form_id}
    tx.execute(_sql["answer"], {**values, **place, "value": number, "text": text, "hour": rounded(now)})


async def find(
    reads: Reads, anonymity: Anonymity, event_id: int, form_id: str, chat_id: int
) -> Mapping[str, Answer]:
    """What this person has answered so far, by question; empty for who has not answered."""
    key = _key(anonymity, event_id, form_id, chat_id)
    rows = await reads.execute_fetchall(_sql["find"], {"answer_key": key})
    return {row["question"]: row["text"] if row["value"] is None else row["value"] for row in rows}


def forget(tx: Transaction, anonymity: Anonymity, chat_id: int) -> None:
    """All answers of this person, on whatever was ever asked about."""
    for subject in tx.execute(_sql["subjects"]).fetchall():
        key = _key(anonymity, subject["event_id"], subject["session_id"], chat_id)
        tx.execute(_sql["forget"], {"answer_key": key})


def _key(anonymity: Anonymity, event_id: int, form_id: str, chat_id: int) -> bytes:
    return anonymity.answer_key(chat_id, f"feedback:{event_id}:{form_id}")
