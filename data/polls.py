"""Polls: prepared in the event file or made in the chat, sent as Telegram's own, their votes kept here.

Whose a vote is, only the holder of the key can tell (``data/anonymity.py``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from data import outbox
from data.anonymity import Anonymity
from data.database import Reads, Transaction
from data.event import Event, PollKind, PreparedPoll
from data.statements import statements

_sql = statements("polls")

POLL, POLL_CLOSE = "poll", "poll_close"
"""Kinds of messages: a poll to one person, and the end of it."""

Shows = Literal["live", "closed"]

SCALE = ("1", "2", "3", "4", "5")
LONGEST_WORDS = 40
"""Characters of an answer to a word cloud."""

RESULT_SECONDS = 180
"""How long the wall shows what a closed poll came to."""


@dataclass(frozen=True)
class Poll:
    id: int
    key: str
    session_id: str | None
    question: str
    kind: PollKind
    options: Sequence[str]
    correct: int | None
    """Index of the right option of a quiz."""
    shows: Shows
    """Whether the wall shows the results at once, or after the end."""
    state: Literal["draft", "open", "closed"]
    opened_at: int | None = None
    closed_at: int | None = None


@dataclass(frozen=True)
class Outcome:
    poll: Poll
    voters: int
    counts: Mapping[str, int]
    """By option in their order; of a word cloud by words, the most frequent first."""

    @property
    def is_shown(self) -> bool:
        """Whether the wall may show it yet."""
        return self.poll.state == "closed" or (self.poll.state == "open" and self.poll.shows == "live")


def make(
    tx: Transaction,
    event_id: int,
    key: str,
    session_id: str | None,
    question: str,
    kind: PollKind,
    options: Sequence[str],
    correct: int | None = None,
    shows: Shows = "live",
) -> int:
    """A draft, once a key; returns its id."""
    given = SCALE if kind == "scale" else () if kind == "cloud" else options
    values = {
        "event_id": event_id,
        "key": key,
        "session_id": session_id,
        "question": question,
        "kind": kind,
        "options": json.dumps(list(given), ensure_ascii=False),
        "correct": correct if kind == "quiz" else None,
        "shows": shows,
    }
    tx.execute(_sql["prepare"], values)
    return int(tx.execute(_sql["by_key"], values).fetchone()["id"])


def prepare(tx: Transaction, event_id: int, prepared: Iterable[PreparedPoll]) -> None:
    """Those of the event file as it is now; one that has been opened stays as it was asked."""
    wanted = list(prepared)
    tx.execute(_sql["withdraw"], {"event_id": event_id, "keys": json.dumps([one.id for one in wanted])})
    for one in wanted:
        correct = None if one.correct is None else one.correct - 1
        make(tx, event_id, one.id, one.session, one.question, one.kind, one.options, correct, one.shows)


def start(tx: Transaction, event_id: int, poll_id: int, now: float) -> bool:
    """Sends it to whom it concerns; whether it was a draft until now."""
    poll = find_now(tx, poll_id)
    if poll is None or not tx.execute(_sql["open"], {"id": poll_id, "now": int(now)}).rowcount:
        return False
    _address(tx, event_id, poll, now)
    return True


def discard(tx: Transaction, poll_id: int) -> None:
    """Removes what nobody has been sent yet."""
    tx.execute(_sql["discard"], {"id": poll_id})


async def awaited(reads: Reads, event_id: int) -> Sequence[int]:
    """The open polls that somebody has not been sent who came only after they were opened."""
    return [row["id"] for row in await reads.execute_fetchall(_sql["latecomers"], {"event_id": event_id})]


def catch_up(tx: Transaction, event_id: int, poll_ids: Iterable[int], now: float) -> None:
    """Sends them to whom they concern by now, and to nobody twice."""
    for poll_id in poll_ids:
        poll = find_now(tx, poll_id)
        if poll is not None and poll.state == "open":
            _address(tx, event_id, poll, now)


def end(tx: Transaction, poll_id: int, now: float) -> bool:
    """Takes no votes any more, in the chats neither; whether it was open until now."""
    if not tx.execute(_sql["close"], {"id": poll_id, "now": int(now)}).rowcount:
        return False
    _close_in_chats(tx, poll_id, now)
    return True


def show(tx: Transaction, poll_id: int, shows: Shows) -> None:
    """When the wall may show the results; of a closed one that is decided."""
    tx.execute(_sql["show"], {"id": poll_id, "shows": shows})


def sent(tx: Transaction, poll_id: int, chat_id: int, message_id: int | None, telegram_id: str) -> None:
    """Remembers which of Telegram's polls it is in that chat; closed meanwhile, it is closed there too."""
    values = {"telegram_id": telegram_id, "poll_id": poll_id, "chat_id": chat_id, "message_id": message_id}
    tx.execute(_sql["sent"], values)
    poll = find_now(tx, poll_id)
    if poll is not None and poll.state == "closed":
        _close_in_chats(tx, poll_id, 0)


def vote(
    tx: Transaction, anonymity: Anonymity, telegram_id: str, chat_id: int, choices: Sequence[int]
) -> bool:
    """What a ``poll_answer`` says: the present choice, or none any more. Whether it was a vote of ours."""
    row = tx.execute(_sql["by_telegram"], {"telegram_id": telegram_id}).fetchone()
    if row is None:
        waiting = tx.execute(_sql["on_its_way"], {"chat_id": chat_id}).fetchall()
        if len(waiting) != 1:
            return False
        row = waiting[0]
        sent(tx, row["poll_id"], chat_id, None, telegram_id)
    poll = find_now(tx, row["poll_id"])
    if poll is None or poll.state != "open":
        return False
    return _keep(tx, anonymity, poll, chat_id, [one for one in choices if 0 <= one < len(poll.options)])


def say(tx: Transaction, anonymity: Anonymity, poll_id: int, chat_id: int, words: str) -> bool:
    """An answer to a word cloud, in place of an earlier one; whether it was open."""
    poll = find_now(tx, poll_id)
    if poll is None or poll.state != "open" or poll.kind != "cloud":
        return False
    return _keep(tx, anonymity, poll, chat_id, [words])


def find_now(tx: Transaction, poll_id: int) -> Poll | None:
    row = tx.execute(_sql["find"], {"id": poll_id}).fetchone()
    return _poll(row) if row else None


async def find(reads: Reads, poll_id: int) -> Poll | None:
    for row in await reads.execute_fetchall(_sql["find"], {"id": poll_id}):
        return _poll(row)
    return None


async def outcomes(reads: Reads, event_id: int, session_id: str | None = None) -> list[Outcome]:
    """Of all polls, or of one session's, as of now."""
    found = [_poll(row) for row in await reads.execute_fetchall(_sql["all"], {"event_id": event_id})]
    return await _counted(reads, [one for one in found if session_id is None or one.session_id == session_id])


async def on_wall(reads: Reads, event_id: int, now: float) -> list[Outcome]:
    """Of those that are open, or were closed less than ``RESULT_SECONDS`` ago."""
    values = {"event_id": event_id, "since": now - RESULT_SECONDS}
    return await _counted(reads, [_poll(row) for row in await reads.execute_fetchall(_sql["shown"], values)])


async def _counted(reads: Reads, wanted: Sequence[Poll]) -> list[Outcome]:
    rows = await reads.execute_fetchall(_sql["votes"], {"ids": json.dumps([one.id for one in wanted])})
    votes: dict[int, list[list[Any]]] = {one.id: [] for one in wanted}
    for row in rows:
        votes[row["poll_id"]].append(json.loads(row["choices"]))
    return [outcome(one, votes[one.id]) for one in wanted]


def outcome(poll: Poll, votes: Sequence[Sequence[Any]]) -> Outcome:
    """What the votes come to."""
    if poll.kind == "cloud":
        words = Counter(" ".join(str(said).casefold().split()) for choice in votes for said in choice)
        return Outcome(poll, len(votes), dict(sorted(words.items(), key=lambda one: (-one[1], one[0]))))
    counted = Counter(at for choice in votes for at in choice)
    return Outcome(poll, len(votes), {option: counted[at] for at, option in enumerate(poll.options)})


def due(event: Event, known: Iterable[Poll], now: float) -> list[tuple[Poll, Literal["open", "close"]]]:
    """What the schedule asks for now."""
    schedule = {one.id: one for one in event.polls}
    acts: list[tuple[Poll, Literal["open", "close"]]] = []
    for poll in known:
        prepared = schedule.get(poll.key)
        if prepared is None:
            continue
        is_over = prepared.closes is not None and now >= prepared.closes.timestamp()
        is_begun = prepared.opens is not None and now >= prepared.opens.timestamp()
        if poll.state == "draft" and is_begun and not is_over:
            acts.append((poll, "open"))
        elif poll.state == "open" and is_over:
            acts.append((poll, "close"))
    return acts


def follow(tx: Transaction, event_id: int, event: Event, now: float) -> None:
    """Opens and closes what the schedule asks for now."""
    prepare(tx, event_id, event.polls)
    known = [_poll(row) for row in tx.execute(_sql["all"], {"event_id": event_id}).fetchall()]
    for poll, act in due(event, known, now):
        if act == "open":
            start(tx, event_id, poll.id, now)
        else:
            end(tx, poll.id, now)


def forget(tx: Transaction, anonymity: Anonymity, chat_id: int) -> None:
    """This person's votes, and which messages they were."""
    for row in tx.execute(_sql["known"]).fetchall():
        tx.execute(_sql["retract"], {"poll_id": row["id"], "voter_key": _key(anonymity, row["id"], chat_id)})
    tx.execute(_sql["forget_messages"], {"chat_id": chat_id})


def _address(tx: Transaction, event_id: int, poll: Poll, now: float) -> None:
    values = {"id": poll.id, "event_id": event_id, "session_id": poll.session_id, "now": now}
    tx.execute(_sql["address"], {**values, "priority": outbox.NOTICE})


def _close_in_chats(tx: Transaction, poll_id: int, now: float) -> None:
    tx.execute(_sql["closings"], {"id": poll_id, "priority": outbox.NOTICE, "now": now})


def _keep(tx: Transaction, anonymity: Anonymity, poll: Poll, chat_id: int, choices: Sequence[Any]) -> bool:
    values = {"poll_id": poll.id, "voter_key": _key(anonymity, poll.id, chat_id)}
    if choices:
        given = json.dumps(list(choices), ensure_ascii=False)
        tx.execute(_sql["vote"], {**values, "choices": given})
    else:
        tx.execute(_sql["retract"], values)
    return True


def _key(anonymity: Anonymity, poll_id: int, chat_id: int) -> bytes:
    return anonymity.answer_key(chat_id, f"poll:{poll_id}")


def _poll(row: Any) -> Poll:
    fields = dict(row)
    return Poll(**{**fields, "options": tuple(json.loads(fields["options"]))})
