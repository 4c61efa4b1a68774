"""Events in the database: what was saved is what is loaded, and what people did stays."""

from __future__ import annotations

import re
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bootstrap import import_event
from bot.demo import SAMPLE_EVENT
from data import attendance, eventfile, events, participants, room_codes
from data.attendance import Attempt
from data.database import Database
from data.event import Event, Faq, FormQuestion, Material, PreparedPoll, Room, Session, Speaker, Venue
from data.events import StoredEvent

CHAT_ID = 77
NOW = 1_676_860_260.0
FOLDER = Path("materi")
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin")

identifiers = st.from_regex(r"[a-z0-9-]{1,32}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
optional_texts = st.none() | texts
instants = st.integers(min_value=1_600_000_000, max_value=1_900_000_000)
speakers = st.builds(
    Speaker,
    name=texts,
    role=st.sampled_from(["narasumber", "moderator"]),
    title=optional_texts,
    organization=optional_texts,
    title_en=optional_texts,
    organization_en=optional_texts,
)
materials = st.builds(Material, title=texts, file=texts, title_en=optional_texts)
venues = st.builds(
    Venue,
    name=texts,
    city=texts,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    radius_m=st.none() | st.integers(1, 100_000),
    address=optional_texts,
)


form_questions = st.builds(
    FormQuestion,
    id=identifiers,
    kind=st.sampled_from(["scale", "choice", "nps", "text"]),
    question=texts,
    options=st.lists(texts, max_size=2).map(tuple),
)


@st.composite
def prepared_polls(draw: st.DrawFn, zone: ZoneInfo) -> PreparedPoll:
    moments = st.none() | instants.map(lambda instant: datetime.fromtimestamp(instant, zone))
    return PreparedPoll(
        id=draw(identifiers),
        session=draw(identifiers),
        question=draw(texts),
        kind=draw(st.sampled_from(["single", "quiz", "cloud"])),
        options=tuple(draw(st.lists(texts, max_size=3))),
        correct=draw(st.none() | st.integers(1, 3)),
        shows=draw(st.sampled_from(["live", "closed"])),
        opens=draw(moments),
        closes=draw(moments),
    )


@st.composite
def sessions(draw: st.DrawFn, session_id: str, rooms: list[Room], zone: ZoneInfo) -> Session:
    start = datetime.fromtimestamp(draw(instants), zone)
    return Session(
        id=session_id,
        kind=draw(st.sampled_from(["registration", "panel", "break", "closing"])),
        title=draw(texts),
        start=start,
        end=datetime.fromtimestamp(start.timestamp() + draw(st.integers(1, 9000)), zone),
        room=draw(st.sampled_from(rooms)).id,
        panel=draw(st.none() | st.integers(1, 99)),
        attendance=draw(st.booleans()),
        mandatory=draw(st.booleans()),
        feedback=draw(st.booleans()),
        questions=draw(st.booleans()),
        topics=tuple(draw(st.lists(texts, max_size=3))),
        audience=draw(optional_texts),
        description=draw(optional_texts),
        title_en=draw(optional_texts),
        topics_en=tuple(draw(st.lists(texts, max_size=2))),
        description_en=draw(optional_texts),
        materials=tuple(draw(st.lists(materials, max_size=2))),
        speakers=tuple(draw(st.lists(speakers, max_size=3))),
        form=tuple(draw(st.lists(form_questions, max_size=2))),
    )


@st.composite
def whole_events(draw: st.DrawFn) -> Event:
    timezone = draw(st.sampled_from(ZONES))
    first_day = draw(st.dates(datetime(2020, 1, 1).date(), datetime(2030, 1, 1).date()))
    room_ids = draw(st.lists(identifiers, min_size=1, max_size=3, unique=True))
    rooms = [
        Room(id=one, name=draw(texts), floor=draw(optional_texts), name_en=draw(optional_texts))
        for one in room_ids
    ]
    session_ids = draw(st.lists(identifiers, max_size=4, unique=True))
    programme = [draw(sessions(one, rooms, ZoneInfo(timezone))) for one in session_ids]
    faq = st.builds(
        Faq,
        id=identifiers,
        question=texts,
        answer=texts,
        keywords=st.lists(texts, max_size=2).map(tuple),
        question_en=optional_texts,
        answer_en=optional_texts,
    )
    return Event(
        code=draw(identifiers),
        title=draw(texts),
        short_title=draw(texts),
        host=draw(texts),
        timezone=timezone,
        first_day=first_day,
        last_day=first_day + timedelta(days=draw(st.integers(0, 5))),
        venue=draw(venues),
        theme=draw(optional_texts),
        title_en=draw(optional_texts),
        theme_en=draw(optional_texts),
        rooms=tuple(rooms),
        sessions=tuple(sorted(programme, key=lambda session: session.start)),
        survey=draw(st.none() | st.lists(form_questions, max_size=2).map(tuple)),
        polls=tuple(draw(st.lists(prepared_polls(ZoneInfo(timezone)), max_size=2))),
        faq=tuple(draw(st.lists(faq, max_size=3, unique_by=lambda entry: entry.id))),
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "rakor.db")
    yield opened
    await opened.close()


@pytest.fixture(scope="module")
def sample() -> Event:
    return eventfile.load(SAMPLE_EVENT)


async def stored(database: Database, event: Event) -> StoredEvent:
    """The event, saved and loaded again."""
    await database.write(lambda tx: events.save(tx, event, FOLDER))
    loaded = await events.current(database.reads)
    assert loaded is not None
    return loaded


def with_sessions(event: Event, *sessions: Session) -> Event:
    return event.model_copy(update={"sessions": sessions})


async def test_there_is_no_event_before_one_is_saved(database: Database) -> None:
    assert await events.current(database.reads) is None


async def test_the_sample_is_loaded_as_it_was_saved(database: Database, sample: Event) -> None:
    loaded = await stored(database, sample)
    assert loaded.event == sample
    assert (loaded.revision, loaded.folder) == (1, FOLDER)


@given(event=whole_events())
@settings(max_examples=15, deadline=None)
async def test_any_event_is_loaded_as_it_was_saved(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "rakor.db")
        try:
            loaded = (await stored(database, event)).event
        finally:
            await database.close()
    assert loaded == event
    assert [session.start.isoformat() for session in loaded.sessions] == [
        session.start.isoformat() for session in event.sessions
    ]


async def test_saving_again_raises_the_revision_of_the_same_event(database: Database, sample: Event) -> None:
    first = await stored(database, sample)
    second = await stored(database, sample.model_copy(update={"title": "Judul baru"}))
    assert (second.id, second.revision) == (first.id, first.revision + 1)
    assert second.event.title == "Judul baru"


async def test_a_known_revision_is_not_loaded_again(database: Database, sample: Event) -> None:
    first = await stored(database, sample)
    assert await events.current(database.reads, first) is first
    second = await stored(database, sample)
    assert await events.current(database.reads, first) == second


async def test_what_the_new_file_leaves_out_is_gone(database: Database, sample: Event) -> None:
    await stored(database, sample)
    smaller = with_sessions(sample, *sample.sessions[:2]).model_copy(update={"faq": ()})
    assert (await stored(database, smaller)).event == smaller


async def test_codes_stay_when_the_event_is_saved_again(database: Database, sample: Event) -> None:
    first = await stored(database, sample)
    codes = await room_codes.codes(database.reads, first.id, NOW)
    assert set(codes) == {session.id for session in sample.sessions if session.attendance}
    assert all(re.fullmatch(r"\d{6}", code) for code in codes.values())
    assert len(set(codes.values())) == len(codes)
    await stored(database, sample)
    assert await room_codes.codes(database.reads, first.id, NOW) == codes


async def test_a_session_that_comes_back_has_its_old_code(database: Database, sample: Event) -> None:
    first = await stored(database, sample)
    codes = await room_codes.codes(database.reads, first.id, NOW)
    await stored(database, with_sessions(sample, *sample.sessions[:1]))
    await stored(database, sample)
    assert await room_codes.codes(database.reads, first.id, NOW) == codes


async def test_a_session_that_takes_attendance_from_now_on_gets_a_code(
    database: Database, sample: Event
) -> None:
    first = await stored(database, sample)
    coffee = next(session for session in sample.sessions if session.kind == "break")
    others = [session for session in sample.sessions if session is not coffee]
    changed = with_sessions(sample, *others, coffee.model_copy(update={"attendance": True}))
    await stored(database, changed)
    codes = await room_codes.codes(database.reads, first.id, NOW)
    assert coffee.id in codes
    assert len(set(codes.values())) == len(codes)


async def test_people_and_their_attendance_stay_when_the_event_is_saved_again(
    database: Database, sample: Event
) -> None:
    first = await stored(database, sample)
    panel = sample.session("panel-1")
    assert panel is not None
    at = panel.start.timestamp()
    code = (await room_codes.codes(database.reads, first.id, at))[panel.id]
    await database.write(
        lambda tx: participants.register(
            tx,
            first.id,
            CHAT_ID,
            name="Budi",
            position="Kepala Bidang",
            institution="Kesbangpol",
            region_code=None,
            consented_at=at,
            now=at,
        )
    )
    await database.write(lambda tx: attendance.check_in(tx, first.id, sample, Attempt(CHAT_ID, code, at)))
    later = panel.model_copy(
        update={"start": panel.start + timedelta(hours=1), "end": panel.end + timedelta(hours=1)}
    )
    second = await stored(database, with_sessions(sample, later))
    assert await participants.count(database.reads, second.id) == 1
    present = await attendance.of_chat(database.reads, second.id, CHAT_ID)
    assert (present[panel.id].at, present[panel.id].late) == (at, False)


async def test_another_event_becomes_the_current_one_and_the_first_stays(
    database: Database, sample: Event
) -> None:
    first = await stored(database, sample)
    codes = await room_codes.codes(database.reads, first.id, NOW)
    other = await stored(database, sample.model_copy(update={"code": "stunting-2025"}))
    assert other.id != first.id
    assert (other.revision, other.event.code) == (1, "stunting-2025")
    again = await stored(database, sample)
    assert (again.id, again.revision) == (first.id, first.revision + 1)
    assert await room_codes.codes(database.reads, first.id, NOW) == codes


async def test_a_file_that_is_wrong_changes_nothing(
    database: Database, sample: Event, tmp_path: Path
) -> None:
    before = await stored(database, sample)
    path = tmp_path / "acara.toml"
    path.write_text(SAMPLE_EVENT.read_text(encoding="utf-8").replace('room = "lobi"', 'room = "loby"'))
    with pytest.raises(eventfile.EventFileError, match="loby"):
        await import_event(database, path)
    assert await events.current(database.reads, before) is before


async def test_an_imported_event_knows_where_its_materials_lie(database: Database) -> None:
    imported = await import_event(database, SAMPLE_EVENT)
    file = imported.event.sessions[3].materials[0].file
    assert (imported.folder / file).is_file()
