"""For organisers: what came out of the feedback, live, as a picture, and as a report to take home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from data import participants, polls, questions, results
from data.database import Reads
from data.event import Event
from data.events import StoredEvent
from data.forms import SURVEY
from data.results import Result
from handlers.callback import StaleButtonError
from handlers.context import Context
from handlers.feedback import heading, name_of, title_of
from handlers.menu import menu_button
from handlers.paging import page_of, turns
from handlers.report import (
    Figures,
    answer_rows,
    answered,
    chart_content,
    comments_of,
    contents,
    decimal,
    poll_rows,
    question_rows,
    signed,
    summary_rows,
)
from handlers.screen import Document, Reply, Screen, Upload, button, rows_of, shortened
from handlers.texts import Texts

if TYPE_CHECKING:
    from data.reports.feedback import Sheet

LABEL_CHARACTERS = 26
COMMENTS, COMMENT_UNITS = 8, 200
"""What the chat shows of the comments."""

SHOWN = ("open", "asked", "answered")
"""The states of the questions that a report lists."""

CLOSE_ENOUGH = 75
"""Of 100: how much a name has to be like a form's title."""


async def show_list(context: Context, page: str = "1") -> Reply:
    """All forms with how many answered; after the command, the picture of the one that is named."""
    if context.args:
        return await _named(context, " ".join(context.args))
    found = await _results(context)
    shown = page_of(found, page)
    texts = context.texts
    entries = [(name_of(texts, one.form), answered(texts, one)) for one in shown.entries]
    text = texts("results.list", entries=entries, now=context.event.local(context.now))
    forms = [
        button(shortened(name_of(texts, one.form), LABEL_CHARACTERS), "results.form", one.form.id)
        for one in shown.entries
    ]
    files = (
        button(texts.label("results.button_pdf"), "results.pdf"),
        button(texts.label("results.button_workbook"), "results.workbook"),
    )
    again = button(texts.label("results.button_refresh"), "results", shown.shown)
    turning = turns(shown.shown, shown.pages, "results")
    return Screen(text, (*rows_of(2, forms), *turning, files, (again, menu_button(texts))))


async def show_form(context: Context, form_id: str) -> Reply:
    """One form's numbers as of now."""
    return _form_screen(context, await _result(context, form_id))


async def picture(context: Context, form_id: str) -> Reply:
    """The same as bars."""
    return _picture(context, await _result(context, form_id))


async def report(context: Context) -> Reply:
    """Everything as PDF."""
    from data.reports import feedback as drawn  # noqa: PLC0415 - heavy, and for organisers only

    event, texts, now = context.event, context.texts, context.now
    said = contents(event, texts, await figures(context.database.reads, _stored(context)), now)
    return Document(
        Upload(f"laporan-{event.code}.pdf", lambda: drawn.pdf(said, now)),
        texts("results.caption_pdf", event=event, now=event.local(now)),
        otherwise=_not_sent(texts, "results.pdf"),
    )


async def workbook(context: Context) -> Reply:
    """Everything as XLSX, with the rows behind it."""
    from data.reports import feedback as drawn  # noqa: PLC0415 - heavy, and for organisers only

    event, texts, now = context.event, context.texts, context.now
    sheets = sheets_of(event, texts, await figures_with_rows(context.database.reads, _stored(context)))
    return Document(
        Upload(f"laporan-{event.code}.xlsx", lambda: drawn.workbook(sheets)),
        texts("results.caption_workbook", event=event, now=event.local(now)),
        otherwise=_not_sent(texts, "results.workbook"),
    )


def sheets_of(event: Event, texts: Texts, figures: Figures) -> list[Sheet]:
    """The workbook's sheets."""
    from data.reports.feedback import Sheet  # noqa: PLC0415 - heavy, and for organisers only

    def columns(name: str) -> list[str]:
        return texts.label(f"report.columns_{name}").split("|")

    rows = {
        "summary": summary_rows(texts, figures.results),
        "answers": answer_rows(texts, figures),
        "questions": question_rows(event, texts, figures.questions),
        "polls": poll_rows(event, texts, figures.polls),
    }
    return [Sheet(texts.label(f"report.sheet_{name}"), columns(name), found) for name, found in rows.items()]


async def _named(context: Context, name: str) -> Reply:
    """The picture of the form that is meant; else a screen that says how to name one."""
    found = await _results(context)
    wanted = _meant(context.texts, found, name)
    if wanted is None:
        texts = context.texts
        examples = [_called(texts, one) for one in found[:3]]
        back = button(texts.label("results.button_list"), "results")
        return Screen(texts("results.unknown", name=name, examples=examples), ((back, menu_button(texts)),))
    return _picture(context, wanted)


def _called(texts: Texts, result: Result) -> str:
    """As one would type it."""
    panel = result.form.session.panel if result.form.session else None
    return f"panel {panel}" if panel else name_of(texts, result.form).lower()


def _meant(texts: Texts, found: list[Result], name: str) -> Result | None:
    """``panel 2``, a session's id, the survey, or a good part of a title."""
    words = name.casefold().split()
    if len(words) == 2 and words[0] == "panel" and words[1].isdecimal():
        panels = {one.form.session.panel: one for one in found if one.form.session}
        return panels.get(int(words[1]))
    if words[0] in ("survei", "survey"):
        return next((one for one in found if one.form.id == SURVEY), None)
    by_name = {one.form.id: one for one in found} | {
        name_of(texts, one.form).casefold(): one for one in found
    }
    if name.casefold() in by_name:
        return by_name[name.casefold()]
    titles = {position: title_of(texts, one.form).casefold() for position, one in enumerate(found)}
    best = process.extractOne(name.casefold(), titles, scorer=fuzz.partial_ratio, score_cutoff=CLOSE_ENOUGH)
    return found[best[2]] if best else None


def _picture(context: Context, result: Result) -> Reply:
    """Nothing to draw is said in words."""
    if not result.people or result.is_withheld:
        return _form_screen(context, result)
    from data.reports import feedback as drawn  # noqa: PLC0415 - heavy, and for organisers only

    texts, now = context.texts, context.now
    said = chart_content(context.event, texts, result)
    return Document(
        Upload(f"hasil-{result.form.id.strip('_') or 'survei'}.png", lambda: drawn.chart(said, now)),
        texts(
            "results.caption_picture",
            title=title_of(texts, result.form),
            answered=answered(texts, result),
            now=context.event.local(now),
        ),
        otherwise=_not_sent(texts, "results.picture", result.form.id),
        is_photo=True,
    )


def _form_screen(context: Context, result: Result) -> Screen:
    texts, label = context.texts, context.texts.label
    entries = [
        (heading(texts, tally.question), tally, decimal(texts, tally.mean), decimal(texts, tally.deviation))
        for tally in result.tallies
        if tally.question.kind != "text" and tally.number
    ]
    comments = [line for tally in result.tallies for line in comments_of(tally)]
    text = texts(
        "results.form",
        title=title_of(texts, result.form),
        answered=answered(texts, result),
        result=result,
        entries=entries,
        minimum=results.MINIMUM,
        comments=comments[:COMMENTS],
        more=len(comments) - COMMENTS,
        limit=COMMENT_UNITS,
        signed=signed,
        now=context.event.local(context.now),
    )
    again = button(label("results.button_refresh"), "results.form", result.form.id)
    drawn = button(label("results.button_picture"), "results.picture", result.form.id)
    first = (again,) if not result.people or result.is_withheld else (drawn, again)
    return Screen(text, (first, (button(label("results.button_list"), "results"), menu_button(texts))))


def _not_sent(texts: Texts, action: str, *arguments: str) -> Screen:
    again = button(texts.label("materials.button_again"), action, *arguments)
    return Screen(texts("participants.not_sent"), ((again,), (menu_button(texts),)), anew=True)


def _stored(context: Context) -> StoredEvent:
    return context.services.programme.stored


async def figures(reads: Reads, stored: StoredEvent) -> Figures:
    """All that a report stands on, as of now."""
    registered = await participants.count(reads, stored.id)
    asked = [one for one in await questions.every(reads, stored.id) if one.state in SHOWN]
    opened = [one for one in await polls.outcomes(reads, stored.id) if one.poll.state != "draft"]
    return Figures(registered, await results.of_event(reads, stored.id, stored.event), asked, opened)


async def figures_with_rows(reads: Reads, stored: StoredEvent) -> Figures:
    """The same with every answer, for a workbook."""
    known = await figures(reads, stored)
    return replace(known, rows=await results.rows(reads, stored.id, known.results))


async def _results(context: Context) -> list[Result]:
    return await results.of_event(context.database.reads, context.event_id, context.event)


async def _result(context: Context, form_id: str) -> Result:
    for result in await _results(context):
        if result.form.id == form_id:
            return result
    raise StaleButtonError
