"""What a Rakor is: its days, rooms, sessions and frequent questions.

Everything here is frozen, knows no Telegram and no database, and takes the present instant as an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Annotated, Literal, Self, cast
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

Kind = Literal["registration", "opening", "panel", "discussion", "plenary", "break", "closing", "social"]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,32}$")]
Text = Annotated[str, Field(min_length=1)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]

BESIDE_OTHERS: frozenset[Kind] = frozenset({"registration", "break", "social"})
"""Kinds that one can attend besides others; of all other sessions one attends one at a time."""


class Model(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Translatable(Model):
    """A record whose fields may have an English form beside them: ``title`` and ``title_en``."""

    @cached_property
    def in_english(self) -> Self:
        """The same with its English texts in the place of the others, as far as it has them."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        for name, value in tuple(fields.items()):
            if isinstance(value, tuple) and value and isinstance(value[0], Translatable):
                fields[name] = tuple(item.in_english for item in value)
            elif name.endswith("_en") and value:
                fields[name.removesuffix("_en")] = value
        return cast("Self", self.model_construct(**fields))


class Venue(Model):
    name: Text
    city: Text
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    radius_m: Annotated[int, Field(gt=0, le=100_000)] | None = None
    address: Text | None = None


class Room(Translatable):
    id: Identifier
    name: Text
    floor: Text | None = None
    name_en: Text | None = None
    floor_en: Text | None = None


class Speaker(Translatable):
    name: Text
    role: Literal["narasumber", "moderator"]
    title: Text | None = None
    organization: Text | None = None
    title_en: Text | None = None
    organization_en: Text | None = None


class Material(Translatable):
    title: Text
    file: Text
    """Path relative to the folder of the event file, and inside it."""
    title_en: Text | None = None


class FormQuestion(Model):
    """What a form of feedback asks: 1 to 5, one of the options, 0 to 10 (NPS), or words."""

    id: Identifier
    kind: Literal["scale", "choice", "nps", "text"]
    question: Text
    options: tuple[Text, ...] = ()
    """Of a choice alone."""


class Session(Translatable):
    id: Identifier
    kind: Kind
    title: Text
    start: AwareDatetime
    end: AwareDatetime
    room: Identifier
    panel: Annotated[int, Field(gt=0, le=99)] | None = None
    attendance: bool = False
    mandatory: bool = False
    """Counts for the certificate; the event file's default is the value of ``attendance``."""
    feedback: bool = False
    questions: bool = False
    cancelled: bool = False
    opens_minutes_before: Minutes = 15
    late_minutes_after: Minutes = 15
    check_out: bool = False
    """Whoever leaves checks out, too: from ``check_out_minutes_before`` the end until so long after it."""
    check_out_minutes_before: Minutes = 15
    check_out_minutes_after: Minutes = 30
    place: bool = False
    """After the code, the phone's location is asked for."""
    topics: tuple[Text, ...] = ()
    audience: Text | None = None
    description: Text | None = None
    materials: tuple[Material, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    form: tuple[FormQuestion, ...] = ()
    """What is asked after it; empty for what is always asked (``data/forms.py``)."""
    title_en: Text | None = None
    topics_en: tuple[Text, ...] = ()
    audience_en: Text | None = None
    description_en: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _mandatory_where_attendance_is_taken(cls, values: object) -> object:
        if isinstance(values, dict) and "mandatory" not in values:
            return {**values, "mandatory": values.get("attendance", False)}
        return values

    def is_running(self, now: datetime) -> bool:
        return self.start <= now < self.end and not self.cancelled


class AttendanceRules(Model):
    """How the whole meeting takes attendance."""

    registration: Literal["open", "invited"] = "open"
    """"invited": only who is on the invited list, or represents somebody on it, can register."""
    scan: Literal["confirm", "at_once"] = "confirm"
    """Whether a scanned card is marked by one more tap, or by the scan itself."""


PollKind = Literal["single", "multiple", "quiz", "scale", "cloud"]


class PreparedPoll(Model):
    """A poll that a moderator, or the clock, opens and closes."""

    id: Identifier
    session: Identifier
    question: Text
    kind: PollKind = "single"
    options: tuple[Text, ...] = ()
    correct: Annotated[int, Field(ge=1, le=12)] | None = None
    """Which option of a quiz is right, counted from 1."""
    shows: Literal["live", "closed"] = "live"
    """Whether the wall shows the results at once or after the end."""
    opens: AwareDatetime | None = None
    closes: AwareDatetime | None = None


class Faq(Translatable):
    id: Identifier
    question: Text
    answer: Text
    keywords: tuple[Text, ...] = ()
    question_en: Text | None = None
    answer_en: Text | None = None


class Event(Translatable):
    """A whole meeting. Sessions are in order of start; ``start`` and ``end`` carry the event's zone."""

    code: Identifier
    title: Text
    short_title: Text
    host: Text
    timezone: Text
    first_day: date
    last_day: date
    venue: Venue
    theme: Text | None = None
    attendance: AttendanceRules = AttendanceRules()
    rooms: tuple[Room, ...] = ()
    sessions: tuple[Session, ...] = ()
    faq: tuple[Faq, ...] = ()
    polls: tuple[PreparedPoll, ...] = ()
    survey: tuple[FormQuestion, ...] | None = None
    """What is asked after the whole event; None for what is always asked, empty for nothing."""
    title_en: Text | None = None
    short_title_en: Text | None = None
    host_en: Text | None = None
    theme_en: Text | None = None

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def takes_questions(self) -> bool:
        """Whether the speakers of any session can be asked in writing."""
        return any(session.questions for session in self.sessions)

    @cached_property
    def days(self) -> tuple[date, ...]:
        count = (self.last_day - self.first_day).days + 1
        return tuple(self.first_day + timedelta(days=offset) for offset in range(count))

    @cached_property
    def _rooms_by_id(self) -> dict[str, Room]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def _sessions_by_id(self) -> dict[str, Session]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def _faq_by_id(self) -> dict[str, Faq]:
        return {entry.id: entry for entry in self.faq}

    def local(self, instant: float) -> datetime:
        """The instant (UTC epoch seconds) as the event's wall clock shows it."""
        return datetime.fromtimestamp(instant, self.zone)

    def room_of(self, session: Session) -> Room:
        return self._rooms_by_id[session.room]

    def session(self, session_id: str) -> Session | None:
        return self._sessions_by_id.get(session_id)

    def faq_entry(self, faq_id: str) -> Faq | None:
        return self._faq_by_id.get(faq_id)

    def panels(self) -> tuple[Session, ...]:
        return tuple(session for session in self.sessions if session.kind == "panel")

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Those that start on that day of the event's own calendar."""
        return tuple(
            session for session in self.sessions if session.start.astimezone(self.zone).date() == day
        )

    def running(self, now: datetime) -> tuple[Session, ...]:
        return tuple(session for session in self.sessions if session.is_running(now))

    def parallel_to(self, session: Session) -> tuple[Session, ...]:
        """Those that cannot be attended by who attends this one."""
        if session.kind in BESIDE_OTHERS:
            return ()
        return tuple(
            other
            for other in self.sessions
            if other.id != session.id
            and not other.cancelled
            and other.kind not in BESIDE_OTHERS
            and other.start < session.end
            and session.start < other.end
        )

    def upcoming(self, now: datetime) -> tuple[Session, ...]:
        """All sessions that start together at the next start after ``now``; empty after the last."""
        later = [session for session in self.sessions if session.start > now and not session.cancelled]
        return starting_together(later)


def starting_together(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """The earliest of the sessions and those that start with it."""
    if not sessions:
        return ()
    first = min(session.start for session in sessions)
    return tuple(session for session in sessions if session.start == first)
