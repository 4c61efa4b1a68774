"""The texts: the same in both languages, and whatever people type shows as they typed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, nodes

import handlers
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.entities import parse
from data import eventfile
from data.attendees import Person
from data.broadcast_changes import Reach
from data.corrections import PaperLine
from data.event import Event, Session
from data.forms import COMMENT, RATING, of_session
from data.helpdesk import Answer, Open, Question
from data.helpers import Helper
from data.invitations import Seat, Taken, Turnout
from data.lists import Issued
from data.outbox import StreamCounts
from data.participants import Participant
from data.polls import Poll
from data.presences import Entry, Presence, Step
from data.proxy_signs import Sign
from data.questions import Question as PanelQuestion
from data.reports.attendance.roll import Roll
from data.results import Tally, result
from data.spot_checks import SpotCheck
from data.teaching import Group
from handlers.answers.rendering import Row
from handlers.commands import FOR_ALL, FOR_ORGANISERS
from handlers.texts import (
    LANGUAGES,
    Language,
    clock_time,
    full_name,
    language_of,
    long_date,
    roman,
    short_date,
    short_name,
    texts,
    zone_name,
)
from tests.rakor import Rakor, register

TALLY = Tally(RATING, 9, {4: 9})
FOLDER = Path(handlers.__file__).parent / "texts"
MARKUP, HARMLESS, OTHER = '<b>&"', "abcde", "fghij"
"""A name as somebody could write it, and others just as long."""

FIXED = frozenset(
    {"code", "timezone", "id", "kind", "role", "room", "file", "start", "end", "first_day", "last_day"}
    | {"registration", "scan"}
)
"""The keys of the event file under which not everything can stand."""

SHOWS_WHAT_IS_TYPED = {
    "attendees.ask_substitute",
    "attendees.card",
    "attendees.found",
    "attendees.person",
    "corrections.ask_mark",
    "corrections.ask_unmark",
    "corrections.paper",
    "corrections.person",
    "helpers.button_remove",
    "helpers.list",
    "invitations.missing",
    "invitations.refused",
    "invitations.turnout",
    "places.to_decide",
    "proxy_signs.list",
    "registration.ask_seat",
    "spot_checks.result",
    "feedback.question",
    "feedback.summary",
    "agenda.button_session",
    "helpdesk.card",
    "helpdesk.held",
    "helpdesk.list",
    "helpdesk.passed_on",
    "helpdesk.prompt",
    "helpdesk.prompt_in_group",
    "helpdesk.reminder",
    "helpdesk.reply",
    "lists.unknown_code",
    "helpdesk.taken",
    "teaching.ask_answer",
    "teaching.choose_faq",
    "teaching.choose_session",
    "teaching.group",
    "teaching.list",
    "teaching.taught",
    "menu.main",
    "participants.page",
    "results.form",
    "results.unknown",
    "profile.data",
    "moderation.ask_answer",
    "moderation.ask_ban",
    "moderation.ask_merge",
    "moderation.ask_reason",
    "moderation.card",
    "moderation.for_speaker",
    "moderation.told_answer",
    "moderation.told_merged",
    "moderation.told_refused",
    "moderation.too_late",
    "polls.ask_words",
    "polls.cloud",
    "polls.confirm",
    "polls.one",
    "polls.words_kept",
    "questions.ask_again",
    "questions.ask_withdraw",
    "questions.button_named",
    "questions.confirm",
    "questions.list",
    "questions.mine",
    "questions.one",
    "questions.sent",
    "questions.who",
    "registration.ask_confirm",
    "registration.ask_institution",
    "registration.ask_name",
    "registration.ask_position",
    "registration.ask_region",
    "registration.button_use",
    "registration.done",
}
"""Texts with something in them that a participant wrote, or may have written."""


@cache
def macros(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The names of each text's arguments, by its key."""
    found = {}
    for path in sorted((FOLDER / language).glob("*.jinja")):
        template = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for macro in template.find_all(nodes.Macro):
            found[f"{path.stem}.{macro.name}"] = tuple(argument.name for argument in macro.args)
    return found


KEYS = sorted(macros("id"))
CAPABILITIES = sorted({key.partition(".")[0] for key in KEYS})


def keys_of(capability: str) -> list[str]:
    return [key for key in KEYS if key.startswith(f"{capability}.")]


def written_over(value: Any, key: str, more: str) -> Any:
    """The event's JSON with ``more`` behind everything that its authors word freely."""
    if isinstance(value, dict):
        return {name: written_over(one, name, more) for name, one in value.items()}
    if isinstance(value, list):
        return [written_over(one, key, more) for one in value]
    return f"{value} {more}" if isinstance(value, str) and key not in FIXED else value


@cache
def an_event(more: str) -> Event:
    """The sample, all its texts with ``more`` behind."""
    fields = eventfile.load(SAMPLE_EVENT).model_dump(mode="json")
    for session in fields["sessions"]:
        session["audience"] = "Kepala Badan"
        session["description"] = session["description"] or "Uraian"
    event = Event.model_validate(written_over(fields, "", more))
    sessions = [
        session.model_copy(
            update={name: event.local(getattr(session, name).timestamp()) for name in ("start", "end")}
        )
        for session in event.sessions
    ]
    return event.model_copy(update={"sessions": tuple(sessions)})


def _a_roll(session: Session) -> Roll:
    return Roll("session:panel-1", full_name(session), "polpum-2023", "", (), 1, False, (), (), invited=9)


def values(key: str, typed: str, filed: str) -> dict[str, object]:
    """Something for every argument: ``typed`` by a participant, ``filed`` by the event's authors.

    A text with an argument of a new name needs an example here.
    """
    event = an_event(filed)
    session = event.session("panel-1")
    assert session is not None
    room, now = event.room_of(session), session.start
    form = of_session(session)
    person = Participant(7, typed, typed, typed, "64.71", 1, now.timestamp())
    question = Question(1, 7, 8, typed, now.timestamp(), "open", 9, typed)
    answer = Answer(1, 1, 9, typed, 8, typed, "sent", now.timestamp(), None, None)
    waiting = Open(1, typed, now.timestamp(), typed, typed, typed)
    group = Group(1, typed, 3, 2, now.timestamp(), None, None)
    row = Row(session, room.name, room.floor, now, session.end, None, None, 90, 15, True, session.speakers)
    somebody = Person(7, 7, 3, typed, typed, typed, typed, typed, typed, "64", typed, typed)
    presence = Presence(session.id, now.timestamp(), True, "code", None, "far", 7)
    seat = Seat(3, typed, None, typed, typed, typed, "64", typed, typed, None)
    check = SpotCheck(1, session.id, "123456", now.timestamp(), now.timestamp() + 120, 9, 7)
    common: dict[str, object] = {
        "about": filed,
        "action": "",
        "answer": typed,
        "answered_at": now,
        "aspect": "",
        "asked_at": now,
        "at": now,
        "before": {session.id: now},
        "author": person,
        "change": None,
        "change_counts": StreamCounts(),
        "checked_in": now,
        "chosen": event.sessions[2:4],
        "coming": [row],
        "counts": StreamCounts(sent=1, failed=1, waiting=1),
        "day": event.first_day,
        "earlier": typed,
        "draft": {"name": typed, "position": typed, "institution": typed},
        "code": "ABCD-EFGH-JKMN",
        "end": session.end,
        "ends_at": now,
        "expected": 150,
        "invited": 128,
        "issued": Issued("ABCD-EFGH-JKMN", 1, "session:panel-1", full_name(session), 3, now.timestamp()),
        "issued_at": now,
        "roll": _a_roll(session),
        "typed": typed,
        "entries": [person],
        "entry": event.faq[0],
        "event": event,
        "failed": 1,
        "is_empty": False,
        "group": group,
        "helper_id": 9,
        "is_faq": False,
        "is_organiser": True,
        "is_starred": False,
        "is_text": True,
        "is_traceless": True,
        "kind": "panels",
        "length": 1200,
        "level": "kota",
        "limit": 1000,
        "line": filed,
        "material": session.materials[0],
        "members": 7,
        "minutes": 90,
        "name": typed,
        "now": now,
        "number": 1200,
        "offset": 0,
        "opens": now,
        "leaving": now,
        "until": now,
        "page": 1,
        "pages": 2,
        "panels": event.panels(),
        "participant": person,
        "present": [session],
        "question": typed,
        "rate": 26.94,
        "reach": Reach(3, 2),
        "recipients": 3,
        "region": typed,
        "reminders": "starred",
        "room": room,
        "row": row,
        "rows": [row],
        "running": event.sessions[:2],
        "segment": "present",
        "send_at": now,
        "sent": 1,
        "session": session,
        "sessions": event.sessions[2:5],
        "form": form,
        "forms": [form],
        "given": typed,
        "answered": "4",
        "asked": 4,
        "comments": [typed],
        "examples": ["panel i"],
        "first": "1",
        "last": "2",
        "mean": "4,0",
        "minimum": 5,
        "more": 1,
        "names": filed,
        "people": 2,
        "result": result(form, 9, 6, {"materi": {4: 6}, "komentar": {typed: 6}}),
        "signed": str,
        "title": filed,
        "has_any": True,
        "position": 1,
        "wording": filed,
        "speaker": session.speakers[0],
        "starred": {session.id},
        "start": now,
        "state": "running",
        "tone": "thanks",
        "topic": session.title,
        "topics": [session.title],
        "asks": True,
        "total": 3,
        "upcoming": event.sessions[5:7],
        "username": "rakor_bot",
        "value": typed,
        "variants": [typed],
        "waiting": 1,
    }
    common |= {
        "check": check,
        "distance": "1,2 km",
        "doubtful": 2,
        "has_list": True,
        "is_running": True,
        "known": [PaperLine(typed, somebody)],
        "late": 1,
        "left": 1,
        "link": "https://t.me/rakor_bot?start=petugas-1",
        "more": 1,
        "new": [PaperLine(typed, None)],
        "organisers": frozenset({1}),
        "person": somebody,
        "problems": [typed],
        "registered": 1,
        "seats": 1,
        "seconds": 12,
        "silent": [somebody],
        "started": now,
        "steps": [
            (
                Step(session.id, "in", now.timestamp(), "paper", 9, typed, typed, now.timestamp()),
                session,
                now,
                now,
            )
        ],
        "substitutes": 1,
        "taken": 1,
        "unclear": [PaperLine(typed, None, (somebody,))],
        "venue": event.venue,
        "walk_ins": 1,
    }
    asked = PanelQuestion(
        5, b"", session.id, 7, None, typed, "asked", 1, None, "unclear", typed, 8, typed, 2, 3, typed
    )
    if key.startswith(("questions.", "moderation.")):
        common |= {"question": asked, "target": asked, "entries": [asked], "alike": [asked], "text": typed}
        common |= {"names": {session.id: filed}}
    common |= {
        "is_first": True,
        "is_answerable": True,
        "showing": 2,
        "done": 4,
        "correct": 0,
        "most": 12,
        "option": 100,
        "poll": Poll(1, "kopi", None, typed, "single", (), None, "live", "open"),
        "right": None,
        "voters": 3,
        "words": typed,
        "is_open": True,
        "moderator": typed,
        "others": [asked],
        "reason": typed,
        "rough": [typed],
        "voted": {5},
        "votes": 3,
    }
    special: dict[str, dict[str, object]] = {
        "attendance.session": {"present": 3},
        "attendees.person": {"present": [(session, now, True)]},
        "attendees.button_mark": {"session": session.title},
        "attendees.button_check_out": {"session": session.title},
        "attendees.button_undo": {"session": session.title},
        "corrections.paper_saved": {"new": 2, "before": 1},
        "helpers.list": {"entries": [Helper(7, typed, now.timestamp(), 3)]},
        "invitations.missing": {"entries": [seat]},
        "invitations.taken": {"taken": Taken(1, 2, 3)},
        "invitations.turnout": {"entries": [Turnout(typed, 1, 2)], "present": 1},
        "places.to_decide": {"entries": [(Entry(somebody, presence, None, 1200.0, None), "1,2 km")]},
        "proxy_signs.list": {"entries": [(Sign("one_helper", (typed,), 30, session.id), session)]},
        "registration.ask_seat": {"draft": {"name": typed, "seats": []}},
        "registration.ask_official": {"draft": {"name": typed, "seats": [[3, typed]]}},
        "spot_checks.result": {"is_running": False},
        "spot_checks.page": {"entries": [(check, now)], "present": 3},
        "attendance.codes": {"entries": [(session, "123456", "https://t.me/rakor_bot?start=hadir-123456")]},
        "attendance.how": {"present": [(session, now)]},
        "faq.list": {"entries": event.faq},
        "broadcasts.segment": {"name": filed},
        "broadcasts.confirm": {"segment": filed},
        "helpdesk.card": {"question": replace(question, state="answered"), "answer": answer},
        "helpdesk.held": {"answer": answer},
        "helpdesk.list": {"entries": [(waiting, now)]},
        "helpdesk.prompt": {"question": question},
        "helpdesk.prompt_in_group": {"question": question},
        "helpdesk.reminder": {"question": question},
        "teaching.list": {"entries": [(group, "")]},
        "teaching.taught": {"entries": [(group, session.title)]},
        "feedback.button_change": {"name": filed},
        "questions.which": {"coming": [session]},
        "feedback.ask_speaker": {"name": filed},
        "feedback.gone": {"name": filed},
        "report.answered": {"rate": "50%"},
        "report.headline": {"best": filed, "highest": "4,5", "worst": filed, "lowest": "3,5"},
        "polls.one": {"entries": [(filed, 3, "█")], "right": filed},
        "polls.confirm": {"entries": [typed], "correct": 0, "marked": 2},
        "polls.problem": {"question": 250},
        "feedback.question": {"question": COMMENT},
        "results.list": {"entries": [(filed, "4")]},
        "results.form": {"entries": [(filed, TALLY, "4,0", "1,0")]},
        "feedback.summary": {"entries": [(filed, COMMENT, typed)]},
        "answers.when_lead": {"aspect": "remaining"},
        "answers.about_event": {"aspect": "theme"},
        "lists.verified": {"state": "same"},
        "wall.addresses": {"entries": [(room.name, "https://rakor.example.go.id/secret")]},
        "wall.button_change": {"name": room.name},
        "wall.confirm": {"name": room.name},
    }
    given = common | special.get(key, {})
    return {name: given[name] for name in macros("id")[key]}


def seen(language: Language, key: str, typed: str, filed: str) -> tuple[str, list[str]]:
    """A text as Telegram shows it, and the kinds of its formatting."""
    plain, entities = parse(texts(language)(key, **values(key, typed, filed)), "HTML")
    return plain, [entity["type"] for entity in entities]


# --------------------------------------------------------------------------- two languages


def test_both_languages_have_the_same_files() -> None:
    files = {language: {path.name for path in (FOLDER / language).iterdir()} for language in LANGUAGES}
    assert files["id"] == files["en"]
    assert "registration.jinja" in files["id"]


def test_both_languages_have_the_same_texts_with_the_same_arguments() -> None:
    assert macros("id") == macros("en")


def test_every_text_that_the_code_asks_for_is_there() -> None:
    sources = [*FOLDER.parent.glob("*.py"), *(FOLDER.parent / "answers").glob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    asked = set(re.findall(r'(?:texts|label)\(\s*"([a-z_]+\.[a-z_]+)"', code))
    assert len(asked) > 50
    assert asked <= set(KEYS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [*FOR_ALL, *FOR_ORGANISERS])
def test_every_command_is_described_for_the_menu(language: Language, command: str) -> None:
    assert 3 <= len(texts(language).label(f"commands.{command}")) <= 40


def test_an_unknown_text_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match=r"menu\.nothing"):
        texts("id")("menu.nothing")


def test_a_text_without_its_value_is_a_fault_of_ours() -> None:
    with pytest.raises(UndefinedError, match="name"):
        texts("id")("registration.done")


# ---------------------------------------------------------------------------- as it was typed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("capability", CAPABILITIES)
def test_what_a_participant_types_shows_as_typed(language: Language, capability: str) -> None:
    for key in keys_of(capability):
        harmless, formatting = seen(language, key, HARMLESS, OTHER)
        shown = seen(language, key, MARKUP, OTHER)
        assert shown == (harmless.replace(HARMLESS, MARKUP), formatting), key
        assert (MARKUP in shown[0]) is (key in SHOWS_WHAT_IS_TYPED), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("capability", CAPABILITIES)
def test_what_the_event_file_says_shows_as_written(language: Language, capability: str) -> None:
    for key in keys_of(capability):
        harmless, formatting = seen(language, key, OTHER, HARMLESS)
        assert seen(language, key, OTHER, MARKUP) == (harmless.replace(HARMLESS, MARKUP), formatting), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_plain_text(language: Language) -> None:
    for key in KEYS:
        if ".button_" in key:
            label = texts(language).label(key, **values(key, MARKUP, MARKUP))
            assert label.strip() == label != ""
            assert "&amp;" not in label
            assert seen(language, key, HARMLESS, HARMLESS)[1] == []
    assert texts(language).label("registration.button_use", value=MARKUP).endswith(MARKUP)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_name_with_markup_stands_in_the_chat_as_typed(rakor: Rakor, language: Language) -> None:
    budi = await rakor.control.user(MARKUP + " Budi", language_code=language)
    await register(budi, position=MARKUP, institution=f"Biro {MARKUP}")
    await budi.say("/profil")
    profile = await budi.wait_for(f"{MARKUP} Budi")
    assert f": {MARKUP}\n" in profile["text"]
    assert f"Biro {MARKUP}" in profile["text"]


# ------------------------------------------------------------------------ dates, times, names


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [("id", "Senin, 20 Februari 2023", "Sen, 20 Feb"), ("en", "Monday, 20 February 2023", "Mon, 20 Feb")],
)
def test_a_date_is_written_in_its_language(language: Language, long: str, short: str) -> None:
    assert long_date(language, date(2023, 2, 20)) == long
    assert short_date(language, date(2023, 2, 20)) == short


def test_dates_in_texts_are_in_the_language_of_the_text() -> None:
    sunday = datetime(2023, 12, 3, 9, 5, tzinfo=ZoneInfo("Asia/Jayapura"))
    event = an_event("")
    for language, day in (("id", "Minggu, 3 Desember 2023"), ("en", "Sunday, 3 December 2023")):
        text = texts(language)("agenda.day", event=event, day=sunday.date(), sessions=(), now=sunday)
        assert day in text
        assert "WIT" in text


@pytest.mark.parametrize(("hour", "minute", "shown"), [(0, 0, "00.00"), (9, 5, "09.05"), (23, 59, "23.59")])
def test_a_time_is_written_with_a_dot(hour: int, minute: int, shown: str) -> None:
    assert clock_time(datetime(2023, 2, 20, hour, minute, tzinfo=ZoneInfo("Asia/Makassar"))) == shown


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Asia/Jakarta", "WIB"),
        ("Asia/Pontianak", "WIB"),
        ("Asia/Makassar", "WITA"),
        ("Asia/Jayapura", "WIT"),
        ("Asia/Tokyo", "JST"),
    ],
)
def test_a_zone_has_the_name_that_people_use(zone: str, name: str) -> None:
    assert zone_name(datetime(2023, 2, 20, tzinfo=ZoneInfo(zone))) == name


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us", "en"),
        ("id", "id"),
        ("jv", "id"),
        ("zh-hans", "id"),
        ("eng", "id"),
        ("", "id"),
        (None, "id"),
    ],
)
def test_english_phones_get_english_and_all_others_indonesian(code: str | None, language: Language) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (12, "XII"), (13, "13"), (0, "0"), (-1, "-1")]
)
def test_panels_are_numbered_as_in_programmes(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@given(st.integers(-5, 99))
def test_every_number_has_a_numeral_of_its_own(number: int) -> None:
    assert [other for other in range(-5, 100) if roman(other) == roman(number)] == [number]


def test_a_panel_is_named_by_its_number_unless_its_title_says_so() -> None:
    event = an_event("")
    panel, opening = event.session("panel-2"), event.session("pembukaan")
    assert panel is not None
    assert opening is not None
    assert short_name(panel) == "Panel II"
    assert full_name(panel).startswith("Panel II: Penguatan")
    assert full_name(panel.model_copy(update={"title": "Panel kedua"})) == "Panel kedua"
    assert short_name(opening) == full_name(opening) == opening.title
