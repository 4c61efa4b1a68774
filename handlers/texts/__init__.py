"""All that a person reads, in Indonesian and English.

One template file a capability and language (``id/agenda.jinja``), one macro a text. Templates are
autoescaped: every text is Telegram HTML, every value in it is shown as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from html import unescape
from typing import Any, Literal, get_args

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from data.event import Session

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

INDONESIAN_ZONES: Mapping[str, str] = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_TAG = re.compile(r"<[^>]+>")
ROMAN_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def language_of(language_code: str | None) -> Language:
    """The language for a phone's setting: English for English, Indonesian for everything else."""
    return "en" if (language_code or "").lower().split("-")[0] == "en" else "id"


def zone_name(moment: datetime) -> str:
    """WIB, WITA or WIT; elsewhere the zone's own abbreviation."""
    return INDONESIAN_ZONES.get(str(moment.tzinfo), moment.tzname() or "")


def clock_time(moment: datetime) -> str:
    return moment.strftime("%H.%M")


def roman(number: int) -> str:
    return ROMAN_NUMERALS[number] if 0 < number < len(ROMAN_NUMERALS) else str(number)


def short_name(session: Session) -> str:
    """``Panel II``; the title of what is no panel."""
    return f"Panel {roman(session.panel)}" if session.panel else session.title


def full_name(session: Session) -> str:
    """``Panel II: Penguatan kelembagaan …``; titles that begin with "Panel" themselves stay as they are."""
    if session.panel is None or session.title.casefold().startswith("panel"):
        return session.title
    return f"{short_name(session)}: {session.title}"


def plain(html: Markup) -> str:
    """The text without its markup."""
    return unescape(_TAG.sub("", html)).strip()


def units(text: str) -> int:
    """Its length as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, limit: int) -> str:
    """The text in at most ``limit`` UTF-16 units, with "…" where something is left out."""
    if units(text) <= limit:
        return text
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)]
    return head.decode("utf-16-le", "ignore").rstrip() + "…"


def long_date(language: Language, day: date) -> str:
    """``Senin, 20 Februari 2023`` or ``Monday, 20 February 2023``."""
    return format_date(day, "EEEE, d MMMM y", locale=language)


def short_date(language: Language, day: date) -> str:
    """``Sen, 20 Feb`` or ``Mon, 20 Feb``."""
    return format_date(day, "EEE, d MMM", locale=language)


@pass_context
def _long_date(context: Context, day: date) -> str:
    return long_date(context["language"], day)


@pass_context
def _short_date(context: Context, day: date) -> str:
    return short_date(context["language"], day)


def grouped(language: Language, number: float) -> str:
    """``12.345`` or ``12,345``."""
    return format_decimal(number, locale=language)


@pass_context
def _grouped(context: Context, number: float) -> str:
    return grouped(context["language"], number)


class Texts:
    """The texts of one language."""

    def __init__(self, environment: Environment, language: Language) -> None:
        self._environment = environment
        self.language: Language = language
        self._modules: dict[str, Any] = {}

    def __call__(self, key: str, /, **values: object) -> Markup:
        """The text ``capability.name`` as Telegram HTML. Raises KeyError for an unknown key."""
        capability, _, name = key.partition(".")
        macro = getattr(self._module(capability), name, None)
        if macro is None:
            raise KeyError(key)
        text: Markup = macro(**values)
        return text.strip()

    def label(self, key: str, /, **values: object) -> str:
        """The same as plain text: for buttons, captions of keyboards and notices."""
        return self(key, **values).unescape()

    def _module(self, capability: str) -> Any:
        if capability not in self._modules:
            template = self._environment.get_template(f"{self.language}/{capability}.jinja")
            self._modules[capability] = template.make_module({"language": self.language})
        return self._modules[capability]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("handlers", "texts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "time": clock_time,
        "zone": zone_name,
        "roman": roman,
        "full_name": full_name,
        "clipped": clipped,
        "long_date": _long_date,
        "short_date": _short_date,
        "grouped": _grouped,
    }
    return environment


@cache
def texts(language: Language) -> Texts:
    return Texts(_environment(), language)
