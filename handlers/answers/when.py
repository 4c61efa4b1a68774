"""What a question says about time: a day, a part of the day, an instant, or just "later"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from handlers.answers.normalise import Token
from handlers.answers.numbers import LAST, number_at
from handlers.answers.vocabulary.calendar import DAYPARTS, MONTHS, PRAYERS, RELATIVE_DAYS, WEEKDAYS

Tense = Literal["past", "future"]

_PAST = frozenset({"tadi", "barusan", "kemarin", "kemaren", "earlier", "yesterday"})
_YESTERDAY = frozenset({"kemarin", "kemaren", "yesterday"})
_FROM = frozenset({"dari", "from"})
_FUTURE = frozenset({"nanti", "later", "entar"})
_CLOCK = frozenset({"jam", "pukul", "at", "around", "sekitar"})
_NOW = frozenset({"sekarang", "now"})
_HOURS = frozenset({"jam", "hour", "hours"})
_MINUTES = frozenset({"menit", "minute", "minutes"})
_AHEAD = frozenset({"lagi", "kedepan", "depan", "from"})
_DAY_NOUNS = frozenset({"hari", "day", "dino", "dinten"})
_THIS = frozenset({"ini", "this", "nanti"})
_WEEK_MARKS = frozenset({"depan", "ini", "lalu", "besok"})
_PM = frozenset({"pm", "sore", "petang", "malam", "afternoon", "evening", "night"})
_AM = frozenset({"am", "pagi", "morning", "subuh"})
_LAST_NIGHT = frozenset({"semalam", "semalem"})
_UNTIL = frozenset({"sampai", "hingga", "dan", "sd", "to", "until", "and"})
_THROUGH = _UNTIL - {"dan", "and"}
_NOON = 11
"""The hour from which a part of the day counts its hours anew ("jam 1 siang")."""
_DATE_NOUNS = frozenset({"tanggal", "tgl", "date"})
_LESS, _MORE = frozenset({"kurang"}), frozenset({"lewat", "lebih"})
_FRACTIONS = {"seperempat": 15, "setengah": 30, "quarter": 15, "half": 30}
_ABOUT = frozenset({"an", "oclock", "tepat", "pas", "teng", "ish", "sharp"})
_AFTER = frozenset(
    {"setelah", "sesudah", "habis", "selepas", "sehabis", "usai", "seusai", "lepas", "bakda", "after"}
)
_BEFORE = frozenset({"sebelum", "jelang", "menjelang", "before"})
_BESIDE_PRAYERS = _AFTER | _BEFORE | WEEKDAYS.keys() | RELATIVE_DAYS.keys() | {"tadi", "nanti"}
_OWN_JOURNEYS = frozenset(
    {
        "tiket",
        "pesawat",
        "penerbangan",
        "flight",
        "kereta",
        "kapal",
        "bus",
        "travel",
        "ticket",
        "train",
        "plane",
    }
)
_OWNERS = frozenset({"saya", "kami", "aku", "kita", "my", "our"})
_BESIDE_AN_HOUR = frozenset(
    {"is", "at", "leaves", "departs", "berangkat", "sudah", "nya", "itu", "on", "besok", "nanti", "pulang"}
)


@dataclass(frozen=True)
class TimeExpression:
    """All that one question says about time. Parts not mentioned are None."""

    day: date | None = None
    days: frozenset[date] = frozenset()
    """All days named, when there are several."""
    hours: tuple[int, int] | None = None
    """A part of the day: its first hour and the hour it no longer is."""
    point: datetime | None = None
    until: datetime | None = None
    """The end of a span that begins at ``point`` ("antara jam 4 sampai jam 6")."""
    tense: Tense | None = None
    no_such_day: bool = False
    """An ordinal beyond the last day ("hari keempat" of three)."""
    used: frozenset[int] = field(default_factory=frozenset)
    """Positions of the tokens that speak of time."""

    @property
    def is_specific(self) -> bool:
        return self.day is not None or self.hours is not None or self.point is not None


class TimeReader:
    """Reads time expressions against the days of one event."""

    def __init__(self, days: tuple[date, ...]) -> None:
        self._days = days

    def read(self, tokens: Sequence[Token], taken: Collection[int], now: datetime) -> TimeExpression:
        """``now`` in the event's zone; ``taken`` are tokens that belong to something else ("makan siang")."""
        found = _Found(now)
        taken = own_journeys(tokens).union(taken)
        position = 0
        while position < len(tokens):
            step = 0 if position in taken else self._step(tokens, position, found)
            position += max(1, step)
        return self._assembled(found)

    def _step(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        for read in (
            self._prayer,
            self._offset,
            self._clock,
            self._event_day,
            self._calendar_day,
            self._relative,
        ):
            length = read(tokens, at, found)
            if length:
                found.used.update(range(at, at + length))
                return length
        return 0

    @staticmethod
    def _prayer(tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "setelah magrib", "sebelum salat zuhur"."""
        if tokens[at].word not in _AFTER | _BEFORE:
            return 0
        named = at + 1 + (_word(tokens, at + 1) == "salat")
        if _word(tokens, named) not in PRAYERS:
            return 0
        before, hour, after = PRAYERS[_word(tokens, named)]
        found.hours = (hour, after) if tokens[at].word in _AFTER else (before, hour)
        return named + 1 - at

    def _offset(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "2 jam lagi", "setengah jam lagi", "in two hours", "dua hari lagi"."""
        introduced = tokens[at].word == "in"
        start = at + introduced
        amount, length = _amount(tokens, start)
        unit = _word(tokens, start + length)
        if amount is not None and unit in _DAY_NOUNS and _word(tokens, start + length + 1) == "lagi":
            found.day = (found.now + timedelta(days=amount)).date()
            return length + 2
        minutes = 60 if unit in _HOURS else 1 if unit in _MINUTES else 0
        if amount is None or not minutes:
            return 0
        ahead = _word(tokens, start + length + 1) in _AHEAD or (
            _word(tokens, start + length + 1) in _FROM and _word(tokens, start + length + 2) in _NOW
        )
        if not (ahead or introduced):
            return 0
        found.point = found.now + timedelta(minutes=amount * minutes)
        from_now = _word(tokens, start + length + 1) in _FROM
        return introduced + length + 1 + ahead + from_now

    def _clock(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "jam 4 sore", "pukul 16.00", "16:00", "4 pm", "jam 8 kurang 10", "half past 8"."""
        introduced = tokens[at].word in _CLOCK
        start = at + introduced
        past = _minutes_beside(tokens, start)
        start += 2 * (past != 0)
        half = _word(tokens, start) == "setengah"
        start += half
        moment = _clock_value(tokens, start)
        value = start
        minutes, length = _minutes_after(tokens, start + 1) if introduced else (0, 0)
        start += length + (_word(tokens, start + length + 1) in _ABOUT)
        half_of_day = _word(tokens, start + 1)
        marked = half_of_day in ("am", "pm")
        continues = found.clock is not None and _word(tokens, at - 1) in _UNTIL
        if moment is None or not (
            introduced or marked or half or past or continues or "." in _separated(tokens, value)
        ):
            return 0
        shift = minutes + past - 30 * half
        if shift:
            moment = (datetime.combine(found.now, moment) + timedelta(minutes=shift)).time()
        qualified = half_of_day in _PM | _AM | {"siang"}
        clock = _in_half(moment, half_of_day if qualified else "")
        is_exact = qualified or moment.hour > 12 or moment.hour == 0
        if found.clock is not None and _word(tokens, at - 1) in _UNTIL:
            found.until, found.until_is_exact = clock, is_exact
        else:
            found.clock, found.clock_is_exact = clock, is_exact
        return start + 1 + qualified - at

    def _event_day(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "hari pertama", "hari ke-2", "day 2", "the second day", "hari terakhir"."""
        if tokens[at].word in _DAY_NOUNS and _word(tokens, at + 1) == "h":
            found.take_event_day(1, self._days)
            return 2
        ends_a_span = _word(tokens, at - 1) in _THROUGH
        if tokens[at].word in _DAY_NOUNS:
            number = number_at(tokens, at + 1)
            length = 1 + number.length if number else 0
        else:
            number = number_at(tokens, at)
            length = number.length + 1 if number else 0
            if not number or not number.is_ordinal or _word(tokens, at + number.length) != "day":
                return 0
        if number is None or _word(tokens, at + length) in _AHEAD:
            return 0
        found.take_event_day(number.value, self._days, ends_a_span=ends_a_span)
        return length

    def _calendar_day(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "Selasa", "21 Februari", "February 21", "tanggal 21"."""
        word = tokens[at].word
        if word in WEEKDAYS:
            if word == "minggu" and _word(tokens, at + 1) in _WEEK_MARKS:
                return 0
            day = self._weekday(WEEKDAYS[word], found.now.date())
            eve = day - timedelta(days=1)
            is_eve = _word(tokens, at - 1) == "malam" and eve in self._days and day not in self._days
            found.take_date(eve if is_eve else day)
            return 1
        if word in MONTHS and (value := _day_of_month(tokens, at + 1)):
            return 2 * found.take_date(self._dated(value, MONTHS[word]))
        if word in _DATE_NOUNS and (value := _day_of_month(tokens, at + 1)):
            month = MONTHS.get(_word(tokens, at + 2))
            found.take_date(self._dated(value, month))
            return 2 + (month is not None)
        if (value := _day_of_month(tokens, at)) and (month := MONTHS.get(_word(tokens, at + 1))):
            return 2 * found.take_date(self._dated(value, month))
        return 0

    def _relative(self, tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "besok", "lusa", "hari ini", "nanti sore", "malam ini", "tadi pagi"."""
        word, following = tokens[at].word, _word(tokens, at + 1)
        if word in DAYPARTS and _word(tokens, at - 1) in _FROM and following in _UNTIL:
            return self._span_of_dayparts(tokens, at, found)
        if word in _DAY_NOUNS and following == "ini":
            if _is_several(tokens, at - 1):
                return 0
            found.day = found.now.date()
            return 2
        length = self._nights_and_days(tokens, at, found)
        if length:
            return length
        if word in _PAST:
            found.tense = "past"
        if word in _YESTERDAY and found.day not in (None, found.now.date() - timedelta(days=1)):
            return 1  # "hari ini di mana, sama seperti kemarin?"
        if word in RELATIVE_DAYS:
            found.day = found.now.date() + timedelta(days=RELATIVE_DAYS[word])
        if word in _FUTURE:
            found.tense = "future"
        if word in DAYPARTS:
            found.hours = DAYPARTS[word]
            found.is_today = found.is_today or following in _THIS or _word(tokens, at - 1) in _THIS | _PAST
        return 1 if word in _PAST | _FUTURE or word in RELATIVE_DAYS or word in DAYPARTS else 0

    @staticmethod
    def _nights_and_days(tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "semalam", "last night", "kemarin lusa", "the day after tomorrow"."""
        word, following = tokens[at].word, _word(tokens, at + 1)
        today = found.now.date()
        if word in _LAST_NIGHT or (word == "last" and following == "night"):
            found.tense, found.hours, found.day = "past", DAYPARTS["malam"], today - timedelta(days=1)
            return 1 + (word == "last")
        if word in _YESTERDAY and following in ("lusa", "dulu") and found.day is None:
            found.tense, found.day = "past", today - timedelta(days=2)
            return 2
        if word == "day" and following == "after" and _word(tokens, at + 2) == "tomorrow":
            found.day = today + timedelta(days=2)
            return 3
        return 0

    @staticmethod
    def _span_of_dayparts(tokens: Sequence[Token], at: int, found: _Found) -> int:
        """ "dari pagi sampai sore"; "dari pagi sampai selesai" is the whole day."""
        last = DAYPARTS.get(_word(tokens, at + 2))
        if last is None:
            return 1
        found.hours = (DAYPARTS[tokens[at].word][0], last[1])
        return 3

    def _weekday(self, weekday: int, today: date) -> date:
        for day in self._days:
            if day.weekday() == weekday:
                return day
        return today + timedelta(days=(weekday - today.weekday()) % 7)

    def _dated(self, day_of_month: int, month: int | None) -> date | None:
        for day in self._days:
            if day.day == day_of_month and month in (None, day.month):
                return day
        first = self._days[0]
        try:
            return date(first.year, month or first.month, day_of_month)
        except ValueError:
            return None

    def _assembled(self, found: _Found) -> TimeExpression:
        expression = TimeExpression(
            day=found.day,
            days=frozenset(found.days) if len(found.days) > 1 else frozenset(),
            hours=found.hours,
            point=found.point,
            tense=found.tense,
            no_such_day=found.no_such_day,
            used=frozenset(found.used),
        )
        if found.clock is not None:
            found.place_in_daypart()
            until = self._instant_of(found, found.until, found.until_is_exact) if found.until else None
            return replace(
                expression,
                point=self._instant_of(found, found.clock, found.clock_is_exact),
                until=until,
                hours=None,
            )
        if found.hours and found.day is None and (found.is_today or found.tense):
            return replace(expression, day=found.now.date())
        return expression

    def _instant_of(self, found: _Found, clock: time, is_exact: bool) -> datetime:
        day = found.day or (found.now.date() if found.now.date() in self._days else self._days[0])
        moment = datetime.combine(day, clock, tzinfo=found.now.tzinfo)
        if is_exact or not 1 <= moment.hour <= 6:
            return moment
        return moment + timedelta(hours=12)


class _Found:
    """What has been read so far of one text."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.day: date | None = None
        self.hours: tuple[int, int] | None = None
        self.days: set[date] = set()
        self.point: datetime | None = None
        self.clock: time | None = None
        self.clock_is_exact = False
        self.until: time | None = None
        self.until_is_exact = False
        self.tense: Tense | None = None
        self.is_today = False
        self.no_such_day = False
        self.used: set[int] = set()

    def take_event_day(self, number: int, days: tuple[date, ...], *, ends_a_span: bool = False) -> None:
        """A day of the event, and where it ends a span ("sampai hari ketiga") those between."""
        index = len(days) - 1 if number == LAST else number - 1
        self.no_such_day = not 0 <= index < len(days)
        if self.no_such_day:
            return
        if ends_a_span and self.day in days:
            self.days.update(days[days.index(self.day) : index])
        self.day = days[index]
        self.days.add(days[index])

    def place_in_daypart(self) -> None:
        """ "besok pagi jam 6", "nanti malam jam 7"."""
        if self.clock is None or self.hours is None or self.clock_is_exact:
            return
        later = self.clock.hour + 12
        if self.hours[0] >= _NOON and self.clock.hour < _NOON and self.hours[0] <= later <= self.hours[1]:
            self.clock = self.clock.replace(hour=later % 24)
        self.clock_is_exact = True

    def take_date(self, day: date | None) -> bool:
        self.day = day or self.day
        self.days |= {day} if day else set()
        self.no_such_day = day is None
        return True


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def hours_of_prayer(tokens: Sequence[Token]) -> frozenset[int]:
    """Where a prayer tells a time only: "setelah magrib", "besok subuh", "jam 5 subuh"."""
    places: set[int] = set()
    for at, token in enumerate(tokens):
        if token.word not in PRAYERS:
            continue
        first = at - (_word(tokens, at - 1) == "salat")
        before = _word(tokens, first - 1)
        if before in _BESIDE_PRAYERS or (first == at and before[:1].isdigit()):
            places.update(range(first, at + 1))
    return frozenset(places)


def own_journeys(tokens: Sequence[Token]) -> frozenset[int]:
    """Where the asker tells when he travels ("tiket saya jam 5 sore"): that hour is not what is asked of."""
    places: set[int] = set()
    for at, token in enumerate(tokens):
        owned = {_word(tokens, at - 1), _word(tokens, at + 1)} & _OWNERS or token.surface.endswith("ku")
        if token.word not in _OWN_JOURNEYS or not owned:
            continue
        end = at + 1
        while _word(tokens, end) in _OWNERS | _BESIDE_AN_HOUR:
            end += 1
        start, end = at - (_word(tokens, at - 1) in _OWNERS), end + (_word(tokens, end) in _CLOCK)
        if end < len(tokens) and tokens[end].word[:1].isdigit():
            end += 1
            while _word(tokens, end) in _PM | _AM | {
                "siang",
                "wib",
                "wita",
                "wit",
                "besok",
                "tomorrow",
                "nanti",
            }:
                end += 1
            places.update(range(start, end))
    return frozenset(places)


def _minutes_beside(tokens: Sequence[Token], at: int) -> int:
    """ "half past 8", "quarter to nine"."""
    sign = {"past": 1, "to": -1}.get(_word(tokens, at + 1), 0)
    return sign * _FRACTIONS.get(_word(tokens, at), 0)


def _minutes_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The "kurang 10" of "jam 8 kurang 10 (menit)", and how many tokens say so."""
    word = _word(tokens, at)
    if word not in _LESS | _MORE:
        return 0, 0
    number = number_at(tokens, at + 1)
    minutes = _FRACTIONS.get(_word(tokens, at + 1), number.value if number else 0)
    if not 0 < minutes < 60:
        return 0, 0
    unit = _word(tokens, at + 2) in _MINUTES
    return (-minutes if word in _LESS else minutes), 2 + unit


def _amount(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    if _word(tokens, at) == "setengah":
        return 0.5, 1
    if _word(tokens, at) in ("an", "a") and _word(tokens, at - 1) in ("in", "within", "half"):
        return (0.5 if _word(tokens, at - 1) == "half" else 1.0), 1
    if _word(tokens, at) == "half" and _word(tokens, at + 1) in ("an", "a"):
        return 0.5, 2
    number = number_at(tokens, at)
    if number is None or number.is_ordinal:
        return None, 0
    return float(number.value), number.length


def _is_several(tokens: Sequence[Token], at: int) -> bool:
    """The "tiga" of "tiga hari ini", which is not today."""
    number = number_at(tokens, at) if at >= 0 else None
    return number is not None and number.value > 1 and not number.is_ordinal


def _separated(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].surface.replace(":", ".") if at < len(tokens) else ""


def _clock_value(tokens: Sequence[Token], at: int) -> time | None:
    written = _separated(tokens, at)
    hours, _, minutes = written.partition(".")
    if hours.isdecimal() and (minutes.isdecimal() or not minutes):
        return _time(int(hours), int(minutes or 0))
    number = number_at(tokens, at)
    if number is None or number.length > 1 or number.is_ordinal:
        return None
    return _time(number.value, 0)


def _time(hours: int, minutes: int) -> time | None:
    return time(hours % 24, minutes) if hours <= 24 and minutes < 60 else None


def _in_half(moment: time, half: str) -> time:
    if half in _PM and moment.hour < 12:
        return moment.replace(hour=moment.hour + 12)
    if half == "siang" and moment.hour < 6:
        return moment.replace(hour=moment.hour + 12)
    if half in _AM and moment.hour == 12:
        return moment.replace(hour=0)
    return moment


def _day_of_month(tokens: Sequence[Token], at: int) -> int | None:
    number = number_at(tokens, at)
    if number is None or number.length > 1 or not 1 <= number.value <= 31:
        return None
    return number.value


WORDS_OF_TIME = frozenset().union(
    *(DAYPARTS, MONTHS, RELATIVE_DAYS, WEEKDAYS),
    *(_PAST, _FUTURE, _CLOCK, _HOURS, _MINUTES, _DAY_NOUNS, _PM, _AM, _DATE_NOUNS, _LAST_NIGHT, PRAYERS),
)
"""Every word this module understands, so that it is not taken for a misspelling."""
