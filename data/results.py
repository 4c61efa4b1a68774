"""What came out of the feedback. Below five answers only their number leaves this module."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from sqlite3 import Row as SqlRow
from statistics import mean, pstdev
from zlib import crc32

from data import forms
from data.database import Reads
from data.event import Event, FormQuestion
from data.feedback import Answer
from data.forms import Form
from data.statements import statements

_sql = statements("results")

MINIMUM = 5
"""Answers below which nothing but their number is shown: fewer could be told apart."""

PROMOTER, PASSIVE = 9, 7
"""From where on an answer of 0 to 10 counts as a promoter, and as neither (the Net Promoter Score's rule)."""


@dataclass(frozen=True)
class Score:
    """Net Promoter Score: shares in percent of all answers, -100 to 100."""

    detractors: int
    passives: int
    promoters: int

    @property
    def value(self) -> int:
        total = self.detractors + self.passives + self.promoters
        return round(100 * (self.promoters - self.detractors) / total)


@dataclass(frozen=True)
class Tally:
    """The answers to one question. Without the answers themselves where they are too few."""

    question: FormQuestion
    number: int
    counts: Mapping[Answer, int]
    """Of every possible answer, in their order; empty where withheld, and for texts."""
    texts: Mapping[str, int] = field(default_factory=dict)
    """What was written, and how often; the most frequent first, and else in no order that tells anything."""

    @property
    def is_withheld(self) -> bool:
        return 0 < self.number < MINIMUM and self.question.kind != "text"

    @property
    def mean(self) -> float | None:
        values = self._values()
        return mean(values) if values else None

    @property
    def deviation(self) -> float | None:
        """The standard deviation of all who answered."""
        values = self._values()
        return pstdev(values) if values else None

    @property
    def score(self) -> Score | None:
        if self.question.kind != "nps" or not self.counts:
            return None
        values = self._values()
        promoters = sum(value >= PROMOTER for value in values)
        passives = sum(PASSIVE <= value < PROMOTER for value in values)
        return Score(len(values) - promoters - passives, passives, promoters)

    def _values(self) -> list[int]:
        return [value for value, times in self.counts.items() if isinstance(value, int) for _ in range(times)]


@dataclass(frozen=True)
class Row:
    """One person's answers to one form, by question; the number says nothing but which belong together."""

    form_id: str
    number: int
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Result:
    form: Form
    asked: int
    """How many were there: checked in, or, where nobody did, registered."""
    people: int
    """How many answered something."""
    tallies: Sequence[Tally]

    @property
    def is_withheld(self) -> bool:
        return 0 < self.people < MINIMUM

    @property
    def rate(self) -> float | None:
        """The share of those who were there; more may answer than checked in, and count as all."""
        return min(1.0, self.people / self.asked) if self.asked else None

    def tally(self, question_id: str) -> Tally | None:
        return next((one for one in self.tallies if one.question.id == question_id), None)


async def of_event(reads: Reads, event_id: int, event: Event) -> list[Result]:
    """Of all forms in order, as of now. Counted where the answers are, which may be many."""
    key = {"event_id": event_id}
    given: defaultdict[str, defaultdict[str, Counter[Answer]]] = defaultdict(lambda: defaultdict(Counter))
    for row in await reads.execute_fetchall(_sql["counts"], key):
        given[row["session_id"]][row["question"]][_answer(row)] = row["number"]
    people = {row["session_id"]: row["people"] for row in await reads.execute_fetchall(_sql["people"], key)}
    present = {row["session_id"]: row["people"] for row in await reads.execute_fetchall(_sql["present"], key)}
    (registered,) = await reads.execute_fetchall(_sql["registered"], key)
    return [
        result(form, present.get(form.id) or registered["people"], people.get(form.id, 0), given[form.id])
        for form in _asked(event, given)
    ]


def result(form: Form, asked: int, people: int, given: Mapping[str, Mapping[Answer, int]]) -> Result:
    """What the answers of so many people come to; ``given`` is how often each was given, by question."""
    are_few = people < MINIMUM
    questions = [*form.questions, *_former(form, given)]
    tallies = [_tally(question, given.get(question.id, {}), are_few) for question in questions]
    return Result(form, asked, people, tallies)


async def rows(reads: Reads, event_id: int, found: Iterable[Result]) -> list[Row]:
    """The answers person by person, in no order of time; without those that are too few to be shown."""
    return [row for one in found if not one.is_withheld for row in await _rows(reads, event_id, one)]


async def _rows(reads: Reads, event_id: int, found: Result) -> list[Row]:
    people: defaultdict[bytes, dict[str, Answer]] = defaultdict(dict)
    shown = {one.question.id for one in found.tallies if not one.is_withheld}
    key = {"event_id": event_id, "session_id": found.form.id}
    for row in await reads.execute_fetchall(_sql["answers"], key):
        if row["question"] in shown:
            people[row["answer_key"]][row["question"]] = _answer(row)
    return [Row(found.form.id, number, answers) for number, answers in enumerate(people.values(), start=1)]


def _answer(row: SqlRow) -> Answer:
    answer: Answer = row["text"] if row["value"] is None else row["value"]
    return answer


def _asked(event: Event, answered: Iterable[str]) -> list[Form]:
    """Those of the event, in order, and what was answered on sessions that are cancelled or gone since."""
    current = list(forms.forms(event))
    known = {form.id for form in current}
    past = [forms.past(event, one) for one in sorted(answered) if one not in known]
    together = [*current, *past]
    return sorted(together, key=lambda form: (form.id == forms.SURVEY, not form.session, _start(form)))


def _start(form: Form) -> float:
    return form.session.start.timestamp() if form.session else form.opens


def _former(form: Form, given: Mapping[str, Mapping[Answer, int]]) -> list[FormQuestion]:
    """What the form does not ask any more, or was asked before there were forms."""
    known = {question.id for question in form.questions}
    return [forms.former(name, list(given[name])) for name in sorted(given.keys() - known)]


def _tally(question: FormQuestion, given: Mapping[Answer, int], are_few: bool) -> Tally:
    number = sum(given.values())
    if question.kind == "text":
        return Tally(question, number, {}, {} if are_few else _shuffled(given))
    if are_few or number < MINIMUM:
        return Tally(question, number, {})
    possible = _possible(question)
    others = {answer: times for answer, times in given.items() if answer not in possible}
    return Tally(question, number, {answer: given.get(answer, 0) for answer in possible} | others)


def _shuffled(given: Mapping[Answer, int]) -> Mapping[str, int]:
    texts = {str(text): times for text, times in given.items()}
    return dict(sorted(texts.items(), key=lambda one: (-one[1], crc32(one[0].encode("utf-8", "replace")))))


def _possible(question: FormQuestion) -> Sequence[Answer]:
    if question.kind == "choice":
        return question.options
    return list(range(1, 6) if question.kind == "scale" else range(11))
