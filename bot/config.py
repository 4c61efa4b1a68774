"""``config.toml`` → ``Settings``. Unknown keys are errors; relative paths start at the file's folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StrictBool,
    StrictInt,
    ValidationError,
)

from data.errors import RakorError
from data.event import Kind
from data.quiet_hours import QuietHours
from data.reminder_plan import Rules
from data.reports.attendance.roll import Letterhead
from handlers.texts import Language

TOKEN_VARIABLE = "TELEGRAM_TOKEN"  # noqa: S105 - the variable's name
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class ConfigError(RakorError):
    """The configuration cannot be used; the text has one line for each thing to mend."""


def _root_url(url: str) -> str:
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise ValueError("must be a URL such as https://api.telegram.org")
    return url.rstrip("/").removesuffix("/bot")


RootUrl = Annotated[str, AfterValidator(_root_url)]


def _hour(text: object) -> time | None:
    """``21.00`` or ``21:00``; None for ``""``."""
    if text == "":
        return None
    try:
        return datetime.strptime(text.replace(".", ":") if isinstance(text, str) else "", "%H:%M").time()
    except ValueError:
        raise ValueError('must be an hour such as "21.00", or "" for none') from None


Hour = Annotated[time | None, BeforeValidator(_hour)]
"""Of the event's wall clock."""

Port = Annotated[int, Field(ge=0, le=65535, strict=True)]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TelegramSettings(Section):
    token: SecretStr = SecretStr("")
    base_url: RootUrl = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: RootUrl | None = None
    webhook_port: Port = 8443
    webhook_secret: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,256}$")] | None = None


class DatabaseSettings(Section):
    path: Path = Path("var/rakor.db")


class EventSettings(Section):
    file: Path


class OrganiserSettings(Section):
    ids: frozenset[StrictInt] = frozenset()
    moderators: frozenset[StrictInt] = frozenset()
    """Who moderates the questions to the panels and has the polls, and is no organiser otherwise."""
    group: Annotated[int, Field(lt=0, strict=True)] | None = None
    """The chat id of the committee's group."""
    remind_minutes: Annotated[float, Field(ge=0, le=24 * 60, strict=True)] = 15


class WebSettings(Section):
    host: str = "127.0.0.1"
    port: Port | None = None
    """None: no wall."""
    public_url: RootUrl | None = None


class WallSettings(Section):
    names: Literal["initials", "full", "none"] = "initials"
    """How the wall shows who has just checked in."""
    language: Language = "id"


Line = Annotated[str, Field(max_length=200)]


class ReportSettings(Section):
    """What stands above and below the attendance lists."""

    institution: Annotated[tuple[Line, ...], Field(max_length=5)] = ()
    place: Line = ""
    signatory_role: Line = ""
    signatory_name: Line = ""
    signatory_nip: Line = ""
    after_session: StrictBool = True
    """Whether the organisers get each session's list when it has ended."""
    minutes_after: Annotated[float, Field(ge=0, le=24 * 60, strict=True)] = 15

    def letterhead(self) -> Letterhead:
        return Letterhead(
            self.institution, self.place, self.signatory_role, self.signatory_name, self.signatory_nip
        )


class LimitSettings(Section):
    """Telegram's limits; 0 lifts one."""

    per_second: Annotated[float, Field(ge=0, strict=True)] = 30
    per_chat: Annotated[float, Field(ge=0, strict=True)] = 1
    per_group_minute: Annotated[float, Field(ge=0, strict=True)] = 20
    paid_per_second: Annotated[float, Field(ge=0, le=1000, strict=True)] = 0
    """0: nothing is paid for."""


class ReminderSettings(Section):
    minutes_before: Annotated[float, Field(ge=0, le=24 * 60, strict=True)] = 15
    kinds: frozenset[Kind] = frozenset(Rules().kinds)
    feedback_minutes_after: Annotated[float, Field(ge=0, le=24 * 60, strict=True)] = 10
    feedback_again_minutes: Annotated[float, Field(ge=0, le=24 * 60, strict=True)] = 120
    quiet_from: Hour = time(21)
    quiet_until: Hour = time(6)
    one_of_parallel: StrictBool = True
    skip_present: StrictBool = True

    def rules(self) -> Rules:
        return Rules(
            self.minutes_before * 60,
            self.kinds,
            self.feedback_minutes_after * 60,
            self._quiet(),
            self.one_of_parallel,
            self.skip_present,
            self.feedback_again_minutes * 60,
        )

    def _quiet(self) -> QuietHours | None:
        if self.quiet_from is None or self.quiet_until is None:
            return None
        return QuietHours(self.quiet_from, self.quiet_until)


class RehearsalSettings(Section):
    clock: StrictBool = False


class Settings(Section):
    telegram: TelegramSettings = TelegramSettings()
    database: DatabaseSettings = DatabaseSettings()
    event: EventSettings
    organisers: OrganiserSettings = OrganiserSettings()
    web: WebSettings = WebSettings()
    wall: WallSettings = WallSettings()
    report: ReportSettings = ReportSettings()
    limits: LimitSettings = LimitSettings()
    reminders: ReminderSettings = ReminderSettings()
    rehearsal: RehearsalSettings = RehearsalSettings()


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Reads the file. Raises ConfigError with everything that is wrong in it."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file. Copy config.example.toml to begin with.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    return from_document(_with_token(document, environment), path)


def from_document(document: Mapping[str, Any], path: Path) -> Settings:
    """Settings from parsed TOML; ``path`` is where it came from."""
    try:
        settings = Settings.model_validate(document)
    except ValidationError as error:
        raise ConfigError("\n".join(_lines(error, path))) from None
    problems = [f"{path}: {problem}" for problem in _problems(settings)]
    if problems:
        raise ConfigError("\n".join(problems))
    return _with_paths_from(path.resolve().parent, settings)


def _with_token(document: dict[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    telegram = document.get("telegram", {})
    if TOKEN_VARIABLE in environment and isinstance(telegram, dict) and not telegram.get("token"):
        return document | {"telegram": telegram | {"token": environment[TOKEN_VARIABLE]}}
    return document


def _lines(error: ValidationError, path: Path) -> list[str]:
    lines = []
    for problem in error.errors(include_url=False, include_input=False):
        key = ".".join(str(part) for part in problem["loc"])
        message = {
            "extra_forbidden": "there is no such key; config.example.toml lists them all",
            "missing": "is missing; config.example.toml explains it",
        }.get(problem["type"], problem["msg"].removeprefix("Value error, "))
        lines.append(f"{path}: {key}: {message}")
    return lines


def _problems(settings: Settings) -> list[str]:
    problems = []
    telegram = settings.telegram
    if telegram.mode == "webhook" and not (telegram.webhook_url and telegram.webhook_secret):
        problems.append('telegram.mode: "webhook" needs webhook_url and webhook_secret')
    reminders = settings.reminders
    if (reminders.quiet_from is None) != (reminders.quiet_until is None):
        problems.append('reminders.quiet_from and quiet_until: give both, or "" in both for no quiet hours')
    elif reminders.quiet_from is not None and reminders.quiet_from == reminders.quiet_until:
        problems.append('reminders.quiet_from and quiet_until: must differ; "" in both for no quiet hours')
    if settings.rehearsal.clock and urlsplit(telegram.base_url).hostname not in LOOPBACK_HOSTS:
        problems.append("rehearsal.clock: only with a base_url on this machine (the emulator's)")
    return problems


def _with_paths_from(folder: Path, settings: Settings) -> Settings:
    return settings.model_copy(
        update={
            "database": DatabaseSettings(path=folder / settings.database.path),
            "event": EventSettings(file=folder / settings.event.file),
        }
    )
