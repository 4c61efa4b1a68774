"""The report on feedback, questions and polls, put into words: what ``data/reports/feedback`` draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, pstdev
from typing import Any

from babel.numbers import format_decimal

from data.event import Event
from data.forms import SURVEY, Form, SpeakerQuestion, rated
from data.polls import Outcome
from data.questions import Question
from data.results import MINIMUM, Result, Row, Tally
from data.similarity import rough_words
from handlers.feedback import heading, title_of, wording
from handlers.texts import Texts, clipped, long_date, short_name

MOST_QUESTIONS, MOST_POLLS, MOST_WORDS = 40, 12, 30
MOST_COMMENTS, COMMENT_UNITS = 60, 300
"""What the printed report has room for; the workbook has everything."""

ROOMS = (1.0, 0.6, 0.4, 0.25, 0.15)
"""Shares of it, tried until the report is short enough: at first with all charts, then a line a session."""

Cell = str | int | float | None
WORDS = (
    *("title", "page", "sessions", "no_sessions", "survey", "comments", "no_comments", "questions"),
    *("no_questions", "brief"),
    *("polls", "no_polls", "scale", "votes", "question", "state"),
)


@dataclass(frozen=True)
class Figures:
    """What the results stand on."""

    registered: int
    results: Sequence[Result]
    questions: Sequence[Question] = ()
    """Those that were shown."""
    polls: Sequence[Outcome] = ()
    """Those that were opened."""
    rows: Sequence[Row] = ()
    """The answers one by one, for a workbook."""


def contents(event: Event, texts: Texts, figures: Figures, now: float) -> list[dict[str, Any]]:
    """What the printed report says, and the same with ever less of comments, questions, polls and charts."""
    return [
        content(event, texts, figures, now, room, is_brief=is_brief)
        for is_brief in (False, True)
        for room in ROOMS
    ]


def content(
    event: Event, texts: Texts, figures: Figures, now: float, room: float = 1.0, *, is_brief: bool = False
) -> dict[str, Any]:
    """Everything that the printed report says; JSON-able.

    ``room`` is the share of what it can show; a brief one has a line a session and speaker.
    """
    questions = foremost(event, figures.questions, int(MOST_QUESTIONS * room))
    polls = int(MOST_POLLS * room)
    sessions = [one for one in figures.results if one.form.id != SURVEY]
    survey = next((form_content(texts, one) for one in figures.results if one.form.id == SURVEY), None)
    comments, more_comments = _comments(texts, figures.results, int(MOST_COMMENTS * room))
    return {
        "language": texts.language,
        "event": event.short_title,
        "event_title": event.title,
        "place": texts.label(
            "report.place",
            event=event,
            first=long_date(texts.language, event.first_day),
            last=long_date(texts.language, event.last_day),
        ),
        "moment": texts.label("report.moment", now=event.local(now)),
        "words": _words(texts),
        "figures": _figures(texts, figures),
        "headline": _headline(texts, sessions),
        "forms": [form_content(texts, one) for one in sessions],
        "lines": [line for one in sessions for line in _lines(texts, one)] if is_brief else [],
        "survey": survey,
        "comments": comments,
        "more_comments": more_comments,
        "questions": [_question(event, texts, one) for one in questions],
        "questions_told": texts.label(
            "report.questions_told",
            number=len(figures.questions),
            answered=sum(one.state == "answered" for one in figures.questions),
        ),
        "more_questions": _more(texts, len(figures.questions) - len(questions)),
        "polls": [poll_content(one) for one in figures.polls[:polls]],
        "more_polls": _more(texts, len(figures.polls) - polls),
    }


def chart_content(event: Event, texts: Texts, result: Result) -> dict[str, Any]:
    """What one form's picture says."""
    return {
        "language": texts.language,
        "event": event.short_title,
        "words": _words(texts),
        "forms": [form_content(texts, result)],
    }


def form_content(texts: Texts, result: Result) -> dict[str, Any]:
    few = texts.label("report.few", number=result.people, minimum=MINIMUM)
    shown = [one for one in result.tallies if one.question.kind != "text" and one.number]
    return {
        "title": title_of(texts, result.form),
        "answered": answered(texts, result),
        "note": _note(texts, result.form),
        "empty": texts.label("report.nothing") if not result.people else few,
        "tallies": [] if result.is_withheld else [tally_content(texts, one) for one in shown],
    }


def tally_content(texts: Texts, tally: Tally) -> dict[str, Any]:
    """One question's answers as the template draws them."""
    name = heading(texts, tally.question)
    if not tally.counts:
        why = texts.label("report.few", number=tally.number, minimum=MINIMUM)
        return {"kind": "withheld", "name": name, "why": why}
    base = {"kind": tally.question.kind, "name": name, "number": tally.number}
    if tally.question.kind == "choice":
        return base | {"options": options(tally.counts.items(), tally.number)}
    if tally.score is not None:
        score = tally.score
        groups = [score.detractors, score.passives, score.promoters]
        return base | {"groups": groups, "score": signed(score.value)}
    values = {"mean": decimal(texts, tally.mean), "deviation": decimal(texts, tally.deviation)}
    return base | values | {"counts": list(tally.counts.values())}


def poll_content(outcome: Outcome) -> dict[str, Any]:
    """A poll's bars, or its cloud without what the wall leaves out too."""
    poll = outcome.poll
    right = None if poll.correct is None else poll.options[poll.correct]
    is_cloud = poll.kind == "cloud"
    shown = [one for one in outcome.counts.items() if not (is_cloud and rough_words(one[0]))][:MOST_WORDS]
    return {
        "kind": "cloud" if is_cloud else "choice",
        "name": poll.question,
        "number": outcome.voters,
        "options": options(shown, outcome.voters, right),
    }


def foremost(event: Event, questions: Sequence[Question], most: int) -> list[Question]:
    """The first ones of each session, by agenda: so many that every session has its share of the room."""
    groups: dict[str, list[Question]] = {one.id: [] for one in event.sessions}
    for question in questions:
        groups.setdefault(question.session_id, []).append(question)
    share = next((at for at in range(most, 0, -1) if _within(groups, at) <= most), 0)
    left = most - _within(groups, share)
    shown = []
    for group in groups.values():
        is_longer = len(group) > share and left > 0
        left -= is_longer
        shown += group[: share + is_longer]
    return shown


def _within(groups: Mapping[str, Sequence[Question]], share: int) -> int:
    return sum(min(len(group), share) for group in groups.values())


def _question(event: Event, texts: Texts, question: Question) -> dict[str, Any]:
    session = event.session(question.session_id)
    return {
        "votes": question.votes,
        "text": question.text,
        "answer": clipped(question.answer, COMMENT_UNITS) if question.answer else "",
        "session": short_name(session) if session else question.session_id,
        "state": texts.label(f"report.state_{question.state}"),
    }


def question_rows(event: Event, texts: Texts, questions: Sequence[Question]) -> list[list[Cell]]:
    """One a question; who asked anonymously is nowhere."""
    shown = [(question, _question(event, texts, question)) for question in questions]
    anonymous = texts.label("report.anonymous")
    return [
        [
            one["session"],
            one["text"],
            question.author or anonymous,
            question.votes,
            one["state"],
            question.answer or "",
        ]
        for question, one in shown
    ]


def poll_rows(event: Event, texts: Texts, outcomes: Sequence[Outcome]) -> list[list[Cell]]:
    """One an option."""
    return [
        [
            short_name(session) if (session := event.session(one.poll.session_id or "")) else "",
            one.poll.question,
            texts.label(f"report.kind_{one.poll.kind}"),
            one.voters,
            option,
            count,
        ]
        for one in outcomes
        for option, count in one.counts.items()
    ]


def options(counts: Any, number: int, right: object = None) -> list[dict[str, Any]]:
    """Bars: a label, how many, and their share."""
    return [
        {
            "label": str(label),
            "count": count,
            "share": f"{round(100 * count / number)}%" if number else "–",
            "right": label == right,
        }
        for label, count in counts
    ]


def answered(texts: Texts, result: Result) -> str:
    return texts.label("report.answered", people=result.people, asked=result.asked, rate=percent(result.rate))


def percent(share: float | None) -> str:
    return "–" if share is None else f"{round(100 * share)}%"


def decimal(texts: Texts, value: float | None) -> str:
    """``4,3`` or ``4.3``."""
    return "–" if value is None else format_decimal(value, "0.0", locale=texts.language)


def signed(value: int) -> str:
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def _words(texts: Texts) -> dict[str, Any]:
    words: dict[str, Any] = {name: texts.label(f"report.{name}") for name in WORDS}
    words["nps"] = [texts.label(f"report.{name}") for name in ("detractors", "passives", "promoters")]
    words["lines"] = texts.label("report.lines").split("|")
    words["method"] = texts.label("report.method", minimum=MINIMUM)
    return words


def _figures(texts: Texts, figures: Figures) -> list[dict[str, str]]:
    results = figures.results
    sessions = [one for one in results if one.form.id != SURVEY]
    asked, people = sum(one.asked for one in sessions), sum(one.people for one in sessions)
    values = _values(tally for one in sessions for tally in one.tallies)
    overall = decimal(texts, mean(values) if values else None)
    survey = next((one for one in results if one.form.id == SURVEY), None)
    scores = [tally.score for tally in survey.tallies if tally.score] if survey else []
    shown = [
        ("registered", str(figures.registered)),
        ("answers", str(people)),
        ("rate", percent(min(1.0, people / asked) if asked else None)),
        ("mean", overall),
        ("score", signed(scores[0].value) if scores else "–"),
    ]
    return [{"value": value, "label": texts.label(f"report.figure_{name}")} for name, value in shown]


def _comments(texts: Texts, results: Sequence[Result], most: int) -> tuple[list[dict[str, Any]], str]:
    """Grouped by form and question; an equal share of the room for each group, and how many have none."""
    groups = [(result, tally) for result in results for tally in result.tallies if tally.texts]
    shown = sorted(groups, key=lambda group: -len(group[1].texts))[: max(1, most)]
    room = max(1, most // max(1, len(groups)))
    said = [
        {
            "title": _comments_title(texts, result, tally),
            "texts": comments_of(tally)[:room],
            "more": _more(texts, len(tally.texts) - room),
        }
        for result, tally in groups
        if (result, tally) in shown
    ]
    left_out = sum(len(tally.texts) for result, tally in groups if (result, tally) not in shown)
    return said, _more(texts, left_out)


def comments_of(tally: Tally) -> list[str]:
    """What was written, and how often where several wrote the same."""
    return [
        clipped(text, COMMENT_UNITS) + (f" (×{times})" if times > 1 else "")
        for text, times in tally.texts.items()
    ]


def _comments_title(texts: Texts, result: Result, tally: Tally) -> str:
    """What was asked, where the form has more than one question for words."""
    title = title_of(texts, result.form)
    is_only = sum(one.question.kind == "text" for one in result.tallies) == 1
    return title if is_only else f"{title}: {heading(texts, tally.question)}"


def _more(texts: Texts, number: int) -> str:
    return texts.label("report.more", number=number) if number > 0 else ""


def _note(texts: Texts, form: Form) -> str:
    """When it is (or was, where it has been moved), and who spoke, where no chart says so."""
    session = form.session
    if session is None:
        return ""
    has_charts = any(isinstance(one, SpeakerQuestion) for one in form.questions)
    names = [] if has_charts else [one.name for one in rated(session)]
    return texts.label("report.session", session=session, names="; ".join(names))


def _lines(texts: Texts, result: Result) -> list[dict[str, Any]]:
    """All ratings of the session in one line, and a line for each speaker that was rated singly."""
    scales = [one for one in result.tallies if one.question.kind == "scale"]
    speakers = [one for one in scales if isinstance(one.question, SpeakerQuestion) and one.number]
    return [
        _line(texts, title_of(texts, result.form), f"{result.people}/{result.asked}", scales, result.people),
        *(_line(texts, heading(texts, one.question), "", [one], one.number) for one in speakers),
    ]


def _line(texts: Texts, name: str, answered: str, scales: Sequence[Tally], number: int) -> dict[str, Any]:
    values = _values(scales)
    why = (
        texts.label("report.few", number=number, minimum=MINIMUM) if number else texts.label("report.nothing")
    )
    return {
        "name": name,
        "is_speaker": not answered,
        "answered": answered,
        "counts": [values.count(value) for value in range(1, 6)] if values else [],
        "mean": decimal(texts, mean(values) if values else None),
        "deviation": decimal(texts, pstdev(values) if values else None),
        "why": texts.label("report.no_scale") if number >= MINIMUM else why,
    }


def _headline(texts: Texts, sessions: Sequence[Result]) -> str:
    """Which sessions were rated best and worst; "" where there is nothing to compare."""
    means = sorted(
        ((mean(values), title_of(texts, one.form)) for one in sessions if (values := _values(one.tallies))),
        key=lambda pair: -pair[0],
    )
    if len(means) < 2 or decimal(texts, means[0][0]) == decimal(texts, means[-1][0]):
        return ""
    best, worst = means[0], means[-1]
    return texts.label(
        "report.headline",
        best=best[1],
        highest=decimal(texts, best[0]),
        worst=worst[1],
        lowest=decimal(texts, worst[0]),
    )


def _values(tallies: Iterable[Tally]) -> list[int]:
    """All ratings from 1 to 5 that may be shown."""
    return [
        value
        for tally in tallies
        if tally.question.kind == "scale"
        for value, times in tally.counts.items()
        if isinstance(value, int)
        for _ in range(times)
    ]


def summary_rows(texts: Texts, results: Sequence[Result]) -> list[list[Cell]]:
    """One a question: what came out of it. The distribution as one column a value, up to ten."""
    rows: list[list[Cell]] = []
    for result in results:
        for tally in result.tallies:
            shown = tally.mean is not None and tally.question.kind == "scale"
            note = texts.label("report.few", number=tally.number, minimum=MINIMUM)
            spread = "; ".join(f"{label}: {count}" for label, count in tally.counts.items() if count)
            rows.append(
                [
                    title_of(texts, result.form),
                    wording(texts, tally.question),
                    texts.label(f"report.kind_{tally.question.kind}"),
                    result.asked,
                    result.people,
                    tally.number,
                    round(tally.mean, 2) if shown and tally.mean is not None else None,
                    round(tally.deviation, 2) if shown and tally.deviation is not None else None,
                    tally.score.value if tally.score else None,
                    note if tally.is_withheld or (result.is_withheld and tally.number) else spread,
                ]
            )
    return rows


def answer_rows(texts: Texts, figures: Figures) -> list[list[Cell]]:
    """Every answer that may be shown; the number of a row's author is of this form alone."""
    of_form = {result.form.id: result for result in figures.results}
    return [
        [
            title_of(texts, of_form[row.form_id].form),
            row.number,
            heading(texts, tally.question),
            row.answers[tally.question.id],
        ]
        for row in figures.rows
        for tally in of_form[row.form_id].tallies
        if tally.question.id in row.answers
    ]
