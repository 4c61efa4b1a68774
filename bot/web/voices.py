"""What the hall says, for its wall: the questions by votes, a poll, and the QR code to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from data.polls import Outcome, Poll
from data.questions import Question, Wall
from data.similarity import rough_words
from handlers.texts import clipped

FRESH_SECONDS = 180
"""So long a new poll has the wall; later it takes turns with the questions."""

TURN_SECONDS = 30
NAME_CHARACTERS = 40
RANKED = 8
"""More do not fit on any projector."""

WORD_SIZES = (3.0, 3.8, 4.8, 6.0, 7.6, 9.6)
"""In hundredths of the wall's height, as in voices.css."""

CLOUD_WIDTH, CLOUD_AREA = 110.0, 4500.0
"""In the same measure, and its square: what there is, less the gaps."""

LETTER_WIDTH, LINE_HEIGHT, GAP = 0.58, 1.25, 3.0
WANTED_WORDS = 20
"""Rather these in smaller letters than fewer in larger ones."""


@dataclass(frozen=True)
class Line:
    """A question. ``author`` is "" for who asked anonymously, or where no names are to be shown."""

    text: str
    author: str
    votes: int
    is_anonymous: bool
    is_answering: bool
    is_pinned: bool


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    percent: int
    """Of those who voted."""
    is_right: bool


@dataclass(frozen=True)
class Word:
    text: str
    size: int
    """1 to 6."""


@dataclass(frozen=True)
class Ballot:
    """A poll. Without results where these are for later."""

    question: str
    is_open: bool
    is_shown: bool
    voters: int
    mean: float | None
    """Of a scale with answers."""
    bars: tuple[Bar, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Voices:
    ask: Markup | None
    """The QR code, while questions are taken."""
    stage: tuple[Line, ...] = ()
    """What is being answered, and the pinned one."""
    ranked: tuple[Line, ...] = ()
    total: int = 0
    poll: Ballot | None = None

    @property
    def has_place(self) -> bool:
        """Whether there is anything but the invitation to ask."""
        return bool(self.stage or self.ranked or self.poll)


def voices(
    ask: Markup | None, asked: Wall | None, outcome: Outcome | None, instant: float, *, are_named: bool
) -> Voices:
    """The poll, or the questions; where there are both, one after the other."""
    if outcome is not None and _has_the_wall(outcome.poll, asked, instant):
        return Voices(ask, poll=ballot(outcome))
    if asked is None:
        return Voices(ask)
    on_stage = dict.fromkeys(filter(None, (asked.answering, asked.pinned)))
    stage = tuple(_line(one, asked, are_named) for one in on_stage)
    ranked = tuple(_line(one, asked, are_named) for one in asked.ranked[:RANKED])
    return Voices(ask, stage, ranked, asked.total)


def current(outcomes: Sequence[Outcome], sessions: Iterable[str]) -> Outcome | None:
    """What was opened or closed last, of these sessions or of none."""
    here = [one for one in outcomes if one.poll.session_id is None or one.poll.session_id in sessions]
    return max(here, key=_precedence, default=None)


def ballot(outcome: Outcome) -> Ballot:
    poll, is_shown = outcome.poll, outcome.is_shown
    counts = outcome.counts if is_shown else dict.fromkeys(poll.options, 0)
    is_cloud = poll.kind == "cloud"
    return Ballot(
        question=poll.question,
        is_open=poll.state == "open",
        is_shown=is_shown,
        voters=outcome.voters,
        mean=_mean(outcome) if is_shown and poll.kind == "scale" else None,
        bars=() if is_cloud else tuple(_bars(poll, counts, outcome.voters)),
        words=cloud(counts) if is_cloud else (),
    )


def cloud(counts: Mapping[str, int]) -> tuple[Word, ...]:
    """The most frequent ones that have room, in alphabetical order, so that they keep their places.

    What a moderator would want to look at first does not get onto a wall by itself.
    """
    found = sorted(
        ((word, count) for word, count in counts.items() if not rough_words(word)),
        key=lambda one: (-one[1], one[0]),
    )
    for largest in range(len(WORD_SIZES), 3, -1):
        words = _fitting(found, largest)
        if len(words) >= min(len(found), WANTED_WORDS):
            break
    return tuple(sorted(words, key=lambda one: one.text))


def _line(question: Question, asked: Wall, are_named: bool) -> Line:
    author = question.author if are_named and not question.is_anonymous else None
    return Line(
        text=question.text,
        author=clipped(author or "", NAME_CHARACTERS),
        votes=question.votes,
        is_anonymous=question.is_anonymous,
        is_answering=question is asked.answering,
        is_pinned=question is asked.pinned,
    )


def _has_the_wall(poll: Poll, asked: Wall | None, instant: float) -> bool:
    if poll.state == "closed" or asked is None or not asked.total:
        return True
    is_fresh = instant - (poll.opened_at or 0) < FRESH_SECONDS
    return is_fresh or int(instant // TURN_SECONDS) % 2 == 0


def _precedence(outcome: Outcome) -> tuple[int, bool, int]:
    poll = outcome.poll
    is_open = poll.state == "open"
    return (poll.opened_at if is_open else poll.closed_at) or 0, is_open, poll.id


def _bars(poll: Poll, counts: Mapping[str, int], voters: int) -> Iterable[Bar]:
    right = poll.options[poll.correct] if poll.state == "closed" and poll.correct is not None else None
    for label, count in counts.items():
        yield Bar(label, count, round(100 * count / voters) if voters else 0, label == right)


def _mean(outcome: Outcome) -> float | None:
    given = sum(outcome.counts.values())
    total = sum(int(label) * count for label, count in outcome.counts.items())
    return round(total / given, 1) if given else None


def _fitting(found: Sequence[tuple[str, int]], largest: int) -> list[Word]:
    """As many as have room, where the most frequent one has this size."""
    words, area = [], 0.0
    for text, count in found:
        word = Word(text, _size(text, count / found[0][1], largest))
        height = WORD_SIZES[word.size - 1]
        area += (len(text) * LETTER_WIDTH * height + GAP) * height * LINE_HEIGHT
        if area > CLOUD_AREA:
            break
        words.append(word)
    return words


def _size(text: str, share: float, largest: int) -> int:
    """By the root of the share, as the area is seen; a long one so that it fits into a line."""
    size = 1 + round(sqrt(share) * (largest - 1))
    while size > 1 and len(text) * LETTER_WIDTH * WORD_SIZES[size - 1] > CLOUD_WIDTH:
        size -= 1
    return size
