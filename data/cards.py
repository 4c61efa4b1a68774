"""A question as it stands in the committee's chats: a message in each, edited as the question changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from data import outbox
from data.database import Reads, Transaction
from data.statements import statements

_sql = statements("cards")

QUESTION, EDIT = "helpdesk_question", "helpdesk_card"
REMINDER, PROMPT = "helpdesk_reminder", "helpdesk_prompt"
"""Kinds of message about a question: the card, its edit, that it waits, and where to write the answer."""

REMINDERS = 2
"""So often, at the same distance, the committee is reminded of a question."""


@dataclass(frozen=True)
class Place:
    """Where a card stands; ``message_id`` is None while it is on its way, or where it never arrived."""

    message_id: int | None
    is_settled: bool
    """It has arrived or failed, and no earlier edit of it is on its way."""


def address(
    tx: Transaction,
    question_id: int,
    recipients: Iterable[int],
    remind_seconds: float,
    asked_at: float,
    now: float,
) -> None:
    """A card for each chat, and the reminders that are still to come; once a chat."""
    for chat_id in recipients:
        outbox.add(tx, _draft(QUESTION, question_id, chat_id, now, f"{question_id}:{chat_id}"))
        for turn in range(1, REMINDERS + 1):
            due = asked_at + turn * remind_seconds
            if remind_seconds and due > now:
                key = f"{question_id}:{chat_id}:{turn}"
                outbox.add(tx, _draft(REMINDER, question_id, chat_id, due, key, outbox.NOTICE))


def send_anew(tx: Transaction, question_id: int, chat_id: int, update_id: int, now: float) -> None:
    """The card once more, for who looks for it; the same update sends it once."""
    outbox.add(tx, _draft(QUESTION, question_id, chat_id, now, f"{question_id}:{chat_id}:{update_id}"))


def prompt(
    tx: Transaction, question_id: int, chat_id: int, helper_id: int, update_id: int, now: float
) -> None:
    """Asks this helper for the answer, where others read along."""
    key = f"{question_id}:{chat_id}:{update_id}"
    subject = f"{question_id}:{helper_id}"
    outbox.add(tx, _draft(PROMPT, question_id, chat_id, now, key, subject=subject))


def refresh(tx: Transaction, question_id: int, now: float) -> None:
    """The question has changed: its cards are to show it."""
    changed = tx.execute(_sql["changed"], {"question_id": question_id}).fetchall()
    for row in changed:
        for card in tx.execute(_sql["standing"], {"question_id": question_id}).fetchall():
            subject = f"{question_id}:{card['id']}:{row['revision']}"
            edit = _draft(EDIT, question_id, card["chat_id"], now, subject, outbox.NOTICE, subject)
            outbox.add(tx, edit)


def send_again(tx: Transaction, organiser: int, now: float) -> None:
    """The open questions that did not reach this organiser, who had not started the bot or had blocked it."""
    tx.execute(_sql["send_again"], {"organiser": organiser, "now": now})


def withdraw(tx: Transaction) -> None:
    """What was not sent yet is not for these chats any more."""
    tx.execute(_sql["withdraw"])


def remove(tx: Transaction, author: int) -> None:
    """Takes this person's questions out of the committee's chats."""
    for card in tx.execute(_sql["of_author"], {"chat_id": author}).fetchall():
        outbox.add(tx, _removal(card["chat_id"], card["message_id"]))


def parts(subject: str) -> tuple[int, int, int]:
    """Question, card and revision that the subject of an edit names."""
    question_id, card_id, revision = map(int, subject.split(":"))
    return question_id, card_id, revision


async def place(reads: Reads, edit_id: int, subject: str) -> Place:
    """Of the card that an edit (a row of the outbox) is for."""
    question_id, card_id, _ = parts(subject)
    values = {
        "edit_id": edit_id,
        "card_id": card_id,
        "edits": f"{question_id}:{card_id}:",
        "beyond": f"{question_id}:{card_id};",
    }
    for row in await reads.execute_fetchall(_sql["place"], values):
        is_moving = row["state"] in ("waiting", "sending") or row["is_being_edited"]
        return Place(row["message_id"], not is_moving)
    return Place(None, is_settled=True)


async def newest(reads: Reads, question_id: int, chat_id: int) -> int | None:
    """The message id of the question's card in that chat."""
    rows = await reads.execute_fetchall(_sql["newest"], {"question_id": question_id, "chat_id": chat_id})
    for row in rows:
        return int(row["message_id"])
    return None


async def question_at(reads: Reads, chat_id: int, message_id: int) -> int | None:
    """The question that a message in a chat of the committee is about."""
    sent = await outbox.sent_message(reads, chat_id, message_id)
    if sent is None or sent[0] not in (QUESTION, EDIT, REMINDER, PROMPT):
        return None
    return int(sent[1].partition(":")[0])


def _draft(
    kind: str,
    question_id: int,
    chat_id: int,
    not_before: float,
    key: str,
    priority: int = outbox.DIRECT,
    subject: str = "",
) -> outbox.Draft:
    return outbox.Draft(
        key=f"{kind}:{key}",
        kind=kind,
        subject=subject or str(question_id),
        chat_id=chat_id,
        priority=priority,
        not_before=not_before,
    )


def _removal(chat_id: int, message_id: int) -> outbox.Draft:
    """Telegram deletes a bot's messages of the last 48 h."""
    place = {"chat_id": chat_id, "message_id": message_id}
    return outbox.Draft(
        key=f"{QUESTION}:removal:{chat_id}:{message_id}",
        kind=outbox.DIRECT_ANSWER,
        subject=json.dumps(["deleteMessage", place]),
        chat_id=chat_id,
        priority=outbox.DIRECT,
        not_before=0,
    )
