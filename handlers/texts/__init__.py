"""All that a person reads, in Indonesian and English.

One template file a capability and language (``id/agenda.jinja``), one macro a text. Templates are
autoescaped: every text is Telegram HTML, every value in it is shown as written.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html import unescape
from typing import Any, Literal, get_args

from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from data.wording import clock_time as clock_time
from data.wording import full_name as full_name
from data.wording import long_date as long_date
from data.wording import roman as roman
from data.wording import short_date as short_date
from data.wording import short_name as short_name
from data.wording import zone_name as zone_name

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_TAG = re.compile(r"<[^>]+>")


def language_of(language_code: str | None) -> Language:
    """The language for a phone's setting: English for English, Indonesian for everything else."""
    return "en" if (language_code or "").lower().split("-")[0] == "en" else "id"


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
