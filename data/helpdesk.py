"""Questions the bot could not answer, and the committee's answers to them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from data import cards, committee, outbox
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("helpdesk")

ANSWER = "helpdesk_answer"
"""The kind of the message that brings an answer to who asked."""

DRAFT_RETENTION_SECONDS = 24 * 3600
"""How long a text that its author did not pass on, or confirm, is kept for the button under it."""

Media = Literal["photo", "document"]


@dataclass(frozen=True)
class Question:
    id: int
    chat_id: int
    update_id: int
    text: str
    asked_at: float
    state: Literal["draft", "open", "answered"]
    helper_id: int | None = None
    """The account that has taken it, or has answered it last."""
    helper_name: str | None = None
    follows: int | None = None
    """The question to whose answer this one replies."""
    revision: int = 0


@dataclass(frozen=True)
class Open:
    """A question that waits, as a list shows it."""

    id: int
    text: str
    asked_at: float
    helper_name: str | None
    name: str | None
    institution: str | None


@dataclass(frozen=True)
class Helper:
    """Somebody of the committee: the Telegram account, and the name that the others see."""

    id: int
    name: str


@dataclass(frozen=True)
class Content:
    """What a helper answers: a text, or a file with a caption."""

    text: str
    media: Media | None = None
    file_id: str | None = None


@dataclass(frozen=True)
class Answer:
    id: int
    question_id: int
    helper_id: int
    helper_name: str | None
    update_id: int
    text: str
    state: Literal["held", "sent", "undelivered"]
    answered_at: float
    media: Media | None
    file_id: str | None


@dataclass(frozen=True)
class Reply:
    """An answer with the question it belongs to."""

    text: str
    question: str
    question_id: int
    media: Media | None
    file_id: str | None


@dataclass(frozen=True)
class Desk:
    """Who answers where no group is bound, and after how many seconds they are reminded (0: never)."""

    organisers: frozenset[int]
    remind_seconds: float


def keep_draft(
    tx: Transaction,
    event_id: int,
    chat_id: int,
    update_id: int,
    text: str,
    now: float,
    follows: int | None = None,
) -> int:
    """Keeps the text until its author decides; returns its id."""
    key = {"chat_id": chat_id, "update_id": update_id}
    forgotten = {"instant": now - DRAFT_RETENTION_SECONDS}
    tx.execute(_sql["forget_drafts"], forgotten)
    tx.execute(_sql["forget_held"], forgotten)
    values = {**key, "event_id": event_id, "text": text, "now": now, "follows": follows}
    tx.execute(_sql["keep_draft"], values).fetchall()
    question_id: int = tx.execute(_sql["id_of"], key).fetchone()["id"]
    return question_id


def pass_on(tx: Transaction, question_id: int, chat_id: int, desk: Desk, now: float) -> Question | None:
    """Sends the text to the committee, once; None where it is not this chat's or no longer kept."""
    question = find_now(tx, question_id)
    if question is None or question.chat_id != chat_id:
        return None
    if tx.execute(_sql["pass_on"], {"id": question_id, "chat_id": chat_id}).rowcount:
        recipients = committee.recipients(tx, desk.organisers)
        cards.address(tx, question_id, recipients, desk.remind_seconds, now, now)
    return question


def readdress(tx: Transaction, desk: Desk, now: float) -> None:
    """The committee is to be found elsewhere: the open questions go there."""
    cards.withdraw(tx)
    recipients = committee.recipients(tx, desk.organisers)
    for row in tx.execute(_sql["all_open"]).fetchall():
        cards.address(tx, row["id"], recipients, desk.remind_seconds, row["asked_at"], now)


def take(tx: Transaction, question_id: int, helper: Helper, now: float) -> Question | None:
    """Shows all others that this helper is at it; whose it is then, the question says."""
    values = {"id": question_id, "helper_id": helper.id, "helper_name": helper.name}
    if tx.execute(_sql["take"], values).rowcount:
        cards.refresh(tx, question_id, now)
    return find_now(tx, question_id)


def release(tx: Transaction, question_id: int, helper_id: int, now: float) -> Question | None:
    """Gives the question back, by who has taken it."""
    if tx.execute(_sql["release"], {"id": question_id, "helper_id": helper_id}).rowcount:
        cards.refresh(tx, question_id, now)
    return find_now(tx, question_id)


def answer(
    tx: Transaction, question_id: int, helper: Helper, update_id: int, content: Content, now: float
) -> Answer | None:
    """Sends a helper's answer to who asked, once a message; None where the question is deleted.

    It is held where another helper has taken or answered the question.
    """
    question = find_now(tx, question_id)
    if question is None or question.state == "draft":
        return None
    is_anothers = question.helper_id not in (None, helper.id)
    key = {"helper_id": helper.id, "update_id": update_id}
    values = {
        **key,
        "question_id": question_id,
        "text": content.text,
        "now": now,
        "state": "held" if is_anothers else "sent",
        "helper_name": helper.name,
        "media": content.media,
        "file_id": content.file_id,
    }
    is_new = tx.execute(_sql["answer"], values).rowcount
    given = Answer(**tx.execute(_sql["answer_of"], key).fetchone())
    if is_new and given.state == "sent":
        _send(tx, given, question.chat_id, now)
    return given


def send_held(tx: Transaction, answer_id: int, helper_id: int, now: float) -> int | None:
    """Its author wants it sent all the same; the question, or None where there is no such answer."""
    row = tx.execute(_sql["own_answer"], {"id": answer_id, "helper_id": helper_id}).fetchone()
    if row is None:
        return None
    given = Answer(**row)
    question = find_now(tx, given.question_id)
    if question is not None and tx.execute(_sql["send_held"], {"id": answer_id, "now": now}).rowcount:
        _send(tx, given, question.chat_id, now)
    return given.question_id


def drop_held(tx: Transaction, answer_id: int, helper_id: int) -> bool:
    """Whether there was such an answer, held, of this helper."""
    return bool(tx.execute(_sql["drop_held"], {"id": answer_id, "helper_id": helper_id}).rowcount)


def undelivered(tx: Transaction, subject: str, now: float) -> None:
    """The answer did not reach who asked: the cards say so."""
    helper_id, update_id = json.loads(subject)
    values = {"helper_id": helper_id, "update_id": update_id}
    for row in tx.execute(_sql["mark_undelivered"], values).fetchall():
        cards.refresh(tx, row["question_id"], now)


def send_answers_again(tx: Transaction, chat_id: int, now: float) -> None:
    """The person can be reached again."""
    tx.execute(_sql["send_answers_again"], {"chat_id": chat_id, "now": now})
    for row in tx.execute(_sql["mark_sent_again"], {"chat_id": chat_id}).fetchall():
        cards.refresh(tx, row["question_id"], now)


async def find(reads: Reads, question_id: int) -> Question | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": question_id}):
        return Question(**row)
    return None


def find_now(tx: Transaction, question_id: int) -> Question | None:
    row = tx.execute(_sql["find"], {"id": question_id}).fetchone()
    return Question(**row) if row else None


async def last_answer(reads: Reads, question_id: int) -> Answer | None:
    """The newest that was sent."""
    for row in await reads.execute_fetchall(_sql["last_answer"], {"question_id": question_id}):
        return Answer(**row)
    return None


async def find_reply(reads: Reads, subject: str) -> Reply | None:
    """The answer that the subject of an outgoing message names."""
    helper_id, update_id = json.loads(subject)
    values = {"helper_id": helper_id, "update_id": update_id}
    for row in await reads.execute_fetchall(_sql["find_answer"], values):
        return Reply(**row)
    return None


async def answered_at(reads: Reads, chat_id: int, message_id: int) -> Reply | None:
    """The answer that stands in that chat under that message id."""
    sent = await outbox.sent_message(reads, chat_id, message_id)
    return await find_reply(reads, sent[1]) if sent and sent[0] == ANSWER else None


async def count_open(reads: Reads, event_id: int) -> int:
    (row,) = await reads.execute_fetchall(_sql["count_open"], {"event_id": event_id})
    return int(row["number"])


async def page_of_open(reads: Reads, event_id: int, offset: int, limit: int) -> list[Open]:
    """A stretch of those that wait, the oldest first."""
    values = {"event_id": event_id, "offset": offset, "limit": limit}
    return [Open(**row) for row in await reads.execute_fetchall(_sql["page_of_open"], values)]


def forget(tx: Transaction, chat_id: int) -> None:
    """This person's questions, with their cards at the committee's, and, of a helper, name and answers."""
    cards.remove(tx, chat_id)
    tx.execute(_sql["forget_answers"], {"chat_id": chat_id})
    for row in tx.execute(_sql["forget_helper"], {"chat_id": chat_id}).fetchall():
        cards.refresh(tx, row["id"], 0)
    tx.execute(_sql["forget"], {"chat_id": chat_id})


def _send(tx: Transaction, given: Answer, asker: int, now: float) -> None:
    values = {"id": given.question_id, "helper_id": given.helper_id, "helper_name": given.helper_name}
    tx.execute(_sql["mark_answered"], values)
    cards.refresh(tx, given.question_id, now)
    outbox.add(
        tx,
        outbox.Draft(
            key=f"{ANSWER}:{given.helper_id}:{given.update_id}",
            kind=ANSWER,
            subject=json.dumps([given.helper_id, given.update_id]),
            chat_id=asker,
            priority=outbox.DIRECT,
            not_before=now,
        ),
    )


def reachable_again(tx: Transaction, chat_id: int, now: float) -> None:
    """Whoever comes back gets what they missed: an organiser the open questions, an asker the answers."""
    cards.send_again(tx, chat_id, now)
    send_answers_again(tx, chat_id, now)
