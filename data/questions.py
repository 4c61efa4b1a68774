"""Questions to a panel: asked with one's name or anonymously, voted for, moderated, answered in writing.

Whoever holds the database alone cannot tell who asked an anonymous question: the owner is an HMAC, the chat
that the answer goes to is encrypted, and messages to authors name their question encrypted too and are gone
once sent. The key lies in a file of its own (``data/anonymity.py``).
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from data import facts, outbox
from data.anonymity import Anonymity, rounded
from data.database import Reads, Transaction
from data.similarity import likeness, rough_words
from data.statements import statements

_sql = statements("questions")

State = Literal["pending", "open", "asked", "answered", "refused", "merged"]
VISIBLE: Collection[State] = ("open", "asked")
LONGEST = 300
"""Characters of a question."""

PER_SESSION, PER_EVENT = 3, 12
"""Questions of one person that may wait or stand in a session, and that are kept at all."""

ALIKE = 80
"""Of 100: how alike two questions are that are offered as the same."""

CARD, CARD_EDIT, TOLD = outbox.QUESTION_CARD, outbox.QUESTION_CARD_EDIT, outbox.QUESTION_TOLD
"""Kinds of messages: to a moderator, its newer form, and what became of it to authors and voters."""

ID_BITS = 48


@dataclass(frozen=True)
class Question:
    id: int
    owner_key: bytes
    session_id: str
    chat_id: int | None
    """Of who gave the name; None of who did not."""
    sealed_chat: bytes | None
    text: str
    state: State
    is_pinned: int
    merged_into: int | None
    reason: str | None
    """Why it was refused."""
    answer: str | None
    moderator_id: int | None
    moderator: str | None
    """Who took it last."""
    revision: int
    votes: int
    author: str | None

    @property
    def is_anonymous(self) -> bool:
        return self.chat_id is None


@dataclass(frozen=True)
class Desk:
    """Who moderates, and with which key; the same for every write."""

    anonymity: Anonymity
    event_id: int
    moderators: Collection[int]


@dataclass(frozen=True)
class Change:
    """What a moderator makes of a question; what is not named stays."""

    state: State | None = None
    session_id: str | None = None
    is_pinned: bool | None = None
    reason: str | None = None
    merged_into: int | None = None
    answer: str | None = None


@dataclass(frozen=True)
class Wall:
    """What a projector shows of one session."""

    pinned: Question | None
    answering: Question | None
    """The one that is being answered on the stage."""
    ranked: Sequence[Question]
    """All that are open, most votes first, the pinned one and the answered one left out."""
    total: int
    """How many stand, also those beyond the limit."""


class LimitError(Exception):
    """No further question of this person: too many stand, or none is wanted any more."""

    def __init__(self, reason: Literal["session", "event", "banned"]) -> None:
        super().__init__(reason)
        self.reason = reason


def ask(
    tx: Transaction,
    desk: Desk,
    session_id: str,
    chat_id: int,
    text: str,
    *,
    is_named: bool,
    now: float,
) -> Question:
    """Takes a question, and tells the moderators. Raises LimitError."""
    mine = _owned_now(tx, desk, chat_id)
    if _is_banned(tx, desk, chat_id):
        raise LimitError("banned")
    if (
        sum(one.session_id == session_id and one.state in ("pending", *VISIBLE) for one in mine)
        >= PER_SESSION
    ):
        raise LimitError("session")
    taken = {one.owner_key for one in mine}
    free = [key for key in owner_keys(desk, chat_id) if key not in taken]
    if not free:
        raise LimitError("event")
    question_id = secrets.randbits(ID_BITS)
    values = {
        "id": question_id,
        "owner_key": free[0],
        "event_id": desk.event_id,
        "session_id": session_id,
        "chat_id": chat_id if is_named else None,
        "sealed_chat": None if is_named else desk.anonymity.seal(chat_id),
        "text": text,
        "state": _first_state(tx, desk.event_id, text),
        "hour": rounded(now),
    }
    tx.execute(_sql["add"], values)
    for moderator in desk.moderators:
        outbox.add(
            tx,
            outbox.Draft(
                key=f"{CARD}:{question_id}:{moderator}",
                kind=CARD,
                subject=str(question_id),
                chat_id=moderator,
                priority=outbox.NOTICE,
                not_before=rounded(now),
                id=outbox.out_of_order(),
            ),
        )
    question = find_now(tx, desk.event_id, question_id)
    assert question is not None  # noqa: S101 - it was added above
    return question


def edit(tx: Transaction, desk: Desk, chat_id: int, slot: int, text: str) -> Question | None:
    """Words it anew; what was approved is to be approved again, and votes for something else are gone.

    None where it is gone or answered.
    """
    question = _in_slot(tx, desk, chat_id, slot)
    if question is None or question.state not in ("pending", *VISIBLE):
        return None
    was_approved = question.moderator_id is not None
    state = "pending" if was_approved else _first_state(tx, desk.event_id, text, question.state)
    tx.execute(_sql["rewrite"], {"id": question.id, "text": text, "state": state})
    if likeness(question.text, text) < ALIKE:
        tx.execute(_sql["unvote_all"], {"id": question.id})
    _edit_cards(tx, question.id, question.revision + 1)
    return find_now(tx, desk.event_id, question.id)


def withdraw(tx: Transaction, desk: Desk, chat_id: int, question_id: int) -> bool:
    """Whether it was this person's; nothing of it stays."""
    if slot_of(tx, desk, chat_id, question_id) is None:
        return False
    question = find_now(tx, desk.event_id, question_id)
    if question is not None:
        _remove(tx, desk.event_id, question)
    return True


def vote(tx: Transaction, desk: Desk, question_id: int, chat_id: int, *, is_wanted: bool) -> str:
    """One a person. Answers what happened: voted, unvoted, gone, own, or closed (not open to votes)."""
    question = find_now(tx, desk.event_id, question_id)
    if question is not None and question.merged_into is not None:
        question = find_now(tx, desk.event_id, question.merged_into)
    if question is None:
        return "gone"
    if question.owner_key in owner_keys(desk, chat_id):
        return "own"
    if question.state not in VISIBLE:
        return "closed"
    tx.execute(_sql["vote" if is_wanted else "unvote"], {"id": question.id, "chat_id": chat_id})
    return "voted" if is_wanted else "unvoted"


def moderate(
    tx: Transaction,
    desk: Desk,
    question_id: int,
    revision: int,
    change: Change,
    moderator: tuple[int, str],
    now: float,
) -> tuple[Question | None, bool]:
    """Makes the change where nobody was faster; the question as it is now, and whether it was changed."""
    before = find_now(tx, desk.event_id, question_id)
    if before is None or before.revision != revision or not _can_merge(tx, desk, before, change):
        return before, False
    state = change.state or before.state
    values = {
        "id": question_id,
        "revision": revision,
        "state": state,
        "session_id": change.session_id or before.session_id,
        "is_pinned": before.is_pinned if change.is_pinned is None else change.is_pinned,
        "reason": change.reason if state == "refused" else None,
        "merged_into": change.merged_into,
        "answer": change.answer or before.answer,
        "moderator_id": moderator[0],
        "moderator": moderator[1],
    }
    if state not in VISIBLE:
        values["is_pinned"] = False
    tx.execute(_sql["change"], values)
    _make_room(tx, desk, before, change)
    _edit_cards(tx, question_id, revision + 1)
    if state == "refused":
        _release(tx, desk.event_id, question_id)
    if change.state in ("refused", "merged") or change.answer:
        _tell(tx, desk, before, revision + 1, now, are_voters_told=change.answer is not None)
    return find_now(tx, desk.event_id, question_id), True


def ban(
    tx: Transaction, desk: Desk, question_id: int, revision: int, moderator: tuple[int, str]
) -> tuple[int, bool]:
    """No question of this person any more; how many were taken back, and whether nobody was faster.

    Those taken back are named like this one, or anonymous like it: anything else would tell whose they are.
    """
    question = find_now(tx, desk.event_id, question_id)
    if question is None or question.revision != revision:
        return 0, False
    chat_id = author_chat(desk, question)
    key = _ban_key(desk, chat_id)
    tx.execute(_sql["ban"], {"event_id": desk.event_id, "ban_key": key})
    alike = [
        one
        for one in _owned_now(tx, desk, chat_id)
        if one.is_anonymous == question.is_anonymous and one.state in ("pending", *VISIBLE)
    ]
    for one in alike:
        values = {**_unchanged(one), "state": "refused", "is_pinned": False}
        tx.execute(_sql["change"], {**values, "moderator_id": moderator[0], "moderator": moderator[1]})
        _edit_cards(tx, one.id, one.revision + 1)
        _release(tx, desk.event_id, one.id)
    return len(alike), True


def unban(tx: Transaction, desk: Desk, question_id: int) -> None:
    """Takes questions of this person again; what was taken back stays refused."""
    question = find_now(tx, desk.event_id, question_id)
    if question is not None:
        key = _ban_key(desk, author_chat(desk, question))
        tx.execute(_sql["unban"], {"event_id": desk.event_id, "ban_key": key})


def set_moderated_first(tx: Transaction, event_id: int, wanted: bool) -> None:
    facts.remember(tx, f"{facts.QUESTIONS_MODERATED}:{event_id}", "before" if wanted else "after")


def is_moderated_first(tx: Transaction, event_id: int) -> bool:
    """Whether any question shows only once a moderator has approved it; from the start, it is so."""
    return facts.value_now(tx, f"{facts.QUESTIONS_MODERATED}:{event_id}") != "after"


def _first_state(tx: Transaction, event_id: int, text: str, otherwise: State = "open") -> State:
    """Rough words get onto no wall before a moderator has seen them, however it is switched."""
    return "pending" if is_moderated_first(tx, event_id) or rough_words(text) else otherwise


def send_again(tx: Transaction, moderator: int, now: float) -> None:
    """The waiting questions that did not reach this moderator."""
    tx.execute(_sql["send_again"], {"organiser": moderator, "now": rounded(now)})


def slot_of(tx: Transaction, desk: Desk, chat_id: int, question_id: int) -> int | None:
    """The place of a question among this person's own: by it alone nobody finds the question."""
    question = find_now(tx, desk.event_id, question_id)
    keys = owner_keys(desk, chat_id)
    return keys.index(question.owner_key) if question and question.owner_key in keys else None


def find_now(tx: Transaction, event_id: int, question_id: int) -> Question | None:
    rows = tx.execute(_select("by_id"), {"event_id": event_id, "id": question_id}).fetchall()
    return Question(**rows[0]) if rows else None


async def find(reads: Reads, event_id: int, question_id: int) -> Question | None:
    return next(iter(await _read(reads, "by_id", event_id, id=question_id)), None)


async def listed(reads: Reads, event_id: int, session_id: str) -> list[Question]:
    """What everybody sees of a session: the pinned one first, then by votes."""
    return await _read(reads, "listed", event_id, session_id=session_id)


async def every(reads: Reads, event_id: int) -> list[Question]:
    """For moderators and reports; merged ones are part of another."""
    return await _read(reads, "all", event_id)


async def owned(reads: Reads, desk: Desk, chat_id: int) -> list[Question]:
    """This person's own."""
    return await _read(reads, "owned", desk.event_id, keys=_hex(owner_keys(desk, chat_id)))


async def voted(reads: Reads, chat_id: int) -> frozenset[int]:
    """For which questions this person has voted."""
    rows = await reads.execute_fetchall(_sql["voted"], {"chat_id": chat_id})
    return frozenset(row["question_id"] for row in rows)


async def wall(reads: Reads, event_id: int, session_id: str, limit: int = 20) -> Wall:
    """For the projector, as of now."""
    shown = await listed(reads, event_id, session_id)
    pinned = next((one for one in shown if one.is_pinned), None)
    answering = next((one for one in shown if one.state == "asked"), None)
    ranked = [one for one in shown if one not in (pinned, answering)]
    return Wall(pinned, answering, ranked[:limit], len(shown))


def alike(text: str, others: Iterable[Question], limit: int = 3) -> list[Question]:
    """Those that ask much the same, the most alike first."""
    scored = [(likeness(text, one.text), one) for one in others]
    near = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [one for _, one in near[:limit]]


def owner_keys(desk: Desk, chat_id: int) -> list[bytes]:
    """Under which this person's questions lie; which of them belong together, the file does not tell."""
    subject = f"question:{desk.event_id}"
    return [desk.anonymity.answer_key(chat_id, f"{subject}:{slot}") for slot in range(PER_EVENT)]


def author_chat(desk: Desk, question: Question) -> int:
    """Raises ValueError where the key is another one."""
    if question.chat_id is not None:
        return question.chat_id
    return desk.anonymity.unseal(question.sealed_chat or b"")


def forget(tx: Transaction, anonymity: Anonymity, chat_id: int) -> None:
    """This person's questions, named or not, and votes; of a moderator, the name on what was taken."""
    for row in tx.execute(_sql["events"]).fetchall():
        for question in _owned_now(tx, Desk(anonymity, row["event_id"], ()), chat_id):
            _remove(tx, row["event_id"], question)
    tx.execute(_sql["forget_votes"], {"chat_id": chat_id})
    tx.execute(_sql["forget_moderator"], {"chat_id": chat_id})


def _make_room(tx: Transaction, desk: Desk, before: Question, change: Change) -> None:
    """One is pinned, one is on the stage; a merged one's votes count for the other, each person once."""
    place = {"event_id": desk.event_id, "session_id": before.session_id, "id": before.id}
    others: list[sqlite3.Row] = []
    if change.is_pinned:
        others += tx.execute(_sql["unpin_others"], place).fetchall()
    if change.state == "asked":
        others += tx.execute(_sql["answered_before"], place).fetchall()
    if change.merged_into is not None:
        both = {"id": before.id, "target": change.merged_into}
        tx.execute(_sql["move_votes"], both)
        tx.execute(_sql["merge_along"], both)
        # Left beside the others, they would show whose is missing: the author's.
        tx.execute(_sql["unvote_all"], {"id": before.id})
        target = find_now(tx, desk.event_id, change.merged_into)
        if target is not None:  # its own author's vote does not count
            chat_id = author_chat(desk, target)
            tx.execute(_sql["unvote"], {"id": target.id, "chat_id": chat_id})
    for row in others:
        question = find_now(tx, desk.event_id, row["id"])
        if question is not None:
            _edit_cards(tx, question.id, question.revision)


def _tell(
    tx: Transaction, desk: Desk, question: Question, revision: int, now: float, *, are_voters_told: bool
) -> None:
    """The author; with an answer, also the authors of what was merged into it, and who voted.

    A voter is told as a voter: who had voted and was missing among them would be an author.
    """
    merged = tx.execute(_select("merged"), {"event_id": desk.event_id, "id": question.id}).fetchall()
    told = {author_chat(desk, question): question}
    if are_voters_told:
        told |= {author_chat(desk, one): one for one in (Question(**row) for row in merged)}
        voters = tx.execute(_sql["voters"], {"id": question.id}).fetchall()
        told |= {row["chat_id"]: question for row in voters}
    for chat_id in sorted(told):
        about = told[chat_id]
        is_hidden = about.is_anonymous and about.owner_key in owner_keys(desk, chat_id)
        outbox.add(tx, _told(desk, about, revision, chat_id, now, is_hidden=is_hidden))


def _told(
    desk: Desk, question: Question, revision: int, chat_id: int, now: float, *, is_hidden: bool
) -> outbox.Draft:
    """The row does not name an anonymous author: who is told and has not voted would be that."""
    key = desk.anonymity.answer_key(chat_id, f"told:{question.id}:{revision}").hex()
    seal = desk.anonymity.seal
    return outbox.Draft(
        key=f"{TOLD}:{key}",
        kind=TOLD,
        subject=f"{seal(question.id).hex()}:{seal(chat_id).hex()}",
        chat_id=outbox.out_of_order() if is_hidden else chat_id,
        priority=outbox.NOTICE,
        not_before=now,
        id=outbox.out_of_order(),
    )


def told_question(anonymity: Anonymity, delivery: outbox.Delivery) -> int:
    """Which question the message is about. Raises ValueError where the key is another one."""
    return anonymity.unseal(bytes.fromhex(delivery.subject.partition(":")[0]))


def told_chat(anonymity: Anonymity, delivery: outbox.Delivery) -> int:
    """To whom it goes. Raises ValueError where the key is another one."""
    sealed = delivery.subject.partition(":")[2]
    return anonymity.unseal(bytes.fromhex(sealed)) if sealed else delivery.chat_id


def _edit_cards(tx: Transaction, question_id: int, revision: int) -> None:
    """The cards of all moderators show how things stand."""
    for card in tx.execute(_sql["cards"], {"subject": str(question_id)}).fetchall():
        outbox.add(
            tx,
            outbox.Draft(
                key=f"{CARD_EDIT}:{question_id}:{card['chat_id']}:{revision}",
                kind=CARD_EDIT,
                subject=json.dumps([question_id, card["message_id"]]),
                chat_id=card["chat_id"],
                priority=outbox.NOTICE,
                not_before=0,
            ),
        )


def _can_merge(tx: Transaction, desk: Desk, question: Question, change: Change) -> bool:
    """Only into another one that stands, of the same session."""
    if change.merged_into is None:
        return True
    target = find_now(tx, desk.event_id, change.merged_into)
    is_standing = target is not None and target.state in VISIBLE and target.session_id == question.session_id
    return is_standing and change.merged_into != question.id


def _release(tx: Transaction, event_id: int, question_id: int) -> None:
    """What was merged into one that is no more stands for itself again."""
    for row in tx.execute(_sql["merged_into"], {"id": question_id}).fetchall():
        state = _first_state(tx, event_id, row["text"])
        tx.execute(_sql["release"], {"id": row["id"], "state": state})
        _edit_cards(tx, row["id"], row["revision"] + 1)


def _remove(tx: Transaction, event_id: int, question: Question) -> None:
    _release(tx, event_id, question.id)
    tx.execute(_sql["withdraw"], {"id": question.id})
    tx.execute(_sql["unvote_all"], {"id": question.id})
    _edit_cards(tx, question.id, question.revision + 1)


def _in_slot(tx: Transaction, desk: Desk, chat_id: int, slot: int) -> Question | None:
    keys = owner_keys(desk, chat_id)[slot : slot + 1]
    rows = tx.execute(_select("owned"), {"event_id": desk.event_id, "keys": _hex(keys)}).fetchall()
    return Question(**rows[0]) if rows else None


def _owned_now(tx: Transaction, desk: Desk, chat_id: int) -> list[Question]:
    values = {"event_id": desk.event_id, "keys": _hex(owner_keys(desk, chat_id))}
    return [Question(**row) for row in tx.execute(_select("owned"), values).fetchall()]


def _is_banned(tx: Transaction, desk: Desk, chat_id: int) -> bool:
    values = {"event_id": desk.event_id, "ban_key": _ban_key(desk, chat_id)}
    return tx.execute(_sql["is_banned"], values).fetchone() is not None


def _ban_key(desk: Desk, chat_id: int) -> bytes:
    return desk.anonymity.answer_key(chat_id, f"ban:{desk.event_id}")


def _unchanged(question: Question) -> dict[str, Any]:
    names = ("id", "revision", "state", "session_id", "is_pinned", "reason", "merged_into", "answer")
    return {name: getattr(question, name) for name in names}


def _hex(keys: Sequence[bytes]) -> str:
    return json.dumps([key.hex() for key in keys])


def _select(name: str) -> str:
    return f"{_sql['columns']}\n{_sql[name]}"


async def _read(reads: Reads, name: str, event_id: int, **values: object) -> list[Question]:
    given: Mapping[str, Any] = {"event_id": event_id, **values}
    return [Question(**row) for row in await reads.execute_fetchall(_select(name), given)]
