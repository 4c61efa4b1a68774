"""Questions the bot could not answer, and the committee's answers to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import outbox
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("helpdesk")

QUESTION, ANSWER = "helpdesk_question", "helpdesk_answer"
"""Kinds of message: a question to an organiser, an answer to who asked."""

DRAFT_RETENTION_SECONDS = 24 * 3600
"""How long a text that its author did not pass on is kept, for the button under it."""


@dataclass(frozen=True)
class Question:
    id: int
    chat_id: int
    update_id: int
    text: str
    asked_at: float
    state: Literal["draft", "open", "answered"]


@dataclass(frozen=True)
class Reply:
    """An answer with the question it belongs to."""

    text: str
    question: str


def keep_draft(tx: Transaction, event_id: int, chat_id: int, update_id: int, text: str, now: float) -> int:
    """Keeps the text until its author decides; returns its id."""
    key = {"chat_id": chat_id, "update_id": update_id}
    tx.execute(_sql["forget_drafts"], {"instant": now - DRAFT_RETENTION_SECONDS})
    tx.execute(_sql["keep_draft"], {**key, "event_id": event_id, "text": text, "now": now}).fetchall()
    question_id: int = tx.execute(_sql["id_of"], key).fetchone()["id"]
    return question_id


def pass_on(
    tx: Transaction, question_id: int, chat_id: int, organisers: Iterable[int], now: float
) -> Question | None:
    """Sends the text to the organisers, once; None where it is not this chat's or no longer kept."""
    row = tx.execute(_sql["find"], {"id": question_id}).fetchone()
    if row is None or row["chat_id"] != chat_id:
        return None
    if tx.execute(_sql["pass_on"], {"id": question_id, "chat_id": chat_id}).rowcount:
        for organiser in organisers:
            outbox.add(tx, _to_organiser(question_id, organiser, now))
    return Question(**row)


def answer(
    tx: Transaction, question_id: int, organiser: int, update_id: int, text: str, now: float
) -> Question | None:
    """Sends an organiser's answer to who asked, once a message; None where the question is deleted."""
    row = tx.execute(_sql["find"], {"id": question_id}).fetchone()
    if row is None:
        return None
    key = {"organiser_chat_id": organiser, "update_id": update_id}
    tx.execute(_sql["answer"], {**key, "question_id": question_id, "text": text, "now": now})
    tx.execute(_sql["mark_answered"], {"id": question_id})
    outbox.add(
        tx,
        outbox.Draft(
            key=f"{ANSWER}:{organiser}:{update_id}",
            kind=ANSWER,
            subject=json.dumps([organiser, update_id]),
            chat_id=row["chat_id"],
            priority=outbox.DIRECT,
            not_before=now,
        ),
    )
    return Question(**row)


def send_again(tx: Transaction, organiser: int, now: float) -> None:
    """The open questions that did not reach this organiser, who had not started the bot or had blocked it."""
    tx.execute(_sql["send_again"], {"organiser": organiser, "now": now})


async def find(reads: Reads, question_id: int) -> Question | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": question_id}):
        return Question(**row)
    return None


async def find_reply(reads: Reads, subject: str) -> Reply | None:
    """The answer that the subject of an outgoing message names."""
    organiser, update_id = json.loads(subject)
    values = {"organiser_chat_id": organiser, "update_id": update_id}
    for row in await reads.execute_fetchall(_sql["find_answer"], values):
        return Reply(**row)
    return None


def forget(tx: Transaction, chat_id: int) -> None:
    """This person's questions, with their cards at the organisers', and, of an organiser, the answers."""
    for card in tx.execute(_sql["cards"], {"chat_id": chat_id}).fetchall():
        outbox.add(tx, _removal(card["chat_id"], card["message_id"]))
    tx.execute(_sql["forget_answers"], {"chat_id": chat_id})
    tx.execute(_sql["forget"], {"chat_id": chat_id})


def _removal(organiser: int, message_id: int) -> outbox.Draft:
    """Telegram deletes a bot's messages of the last 48 h."""
    place = {"chat_id": organiser, "message_id": message_id}
    return outbox.Draft(
        key=f"{QUESTION}:removal:{organiser}:{message_id}",
        kind=outbox.DIRECT_ANSWER,
        subject=json.dumps(["deleteMessage", place]),
        chat_id=organiser,
        priority=outbox.DIRECT,
        not_before=0,
    )


def _to_organiser(question_id: int, organiser: int, now: float) -> outbox.Draft:
    return outbox.Draft(
        key=f"{QUESTION}:{question_id}:{organiser}",
        kind=QUESTION,
        subject=str(question_id),
        chat_id=organiser,
        priority=outbox.DIRECT,
        not_before=now,
    )
