"""The wall as HTML: a page once, then its parts by name. Autoescaped, and nothing from elsewhere."""

from __future__ import annotations

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.web.board import Board
from handlers.texts import Language, grouped, texts

WHOLE = ("frame", "clock", "upcoming")
OF_CARDS = ("code", "spot", "count", "people")
OF_VOICES = ("ask", "stage", "ranked", "poll")


def page(title: str, nonce: str, language: Language) -> str:
    """The page without its content, which comes as events."""
    template = _environment().get_template("wall.html")
    return template.render(title=title, nonce=nonce, language=language, word=texts(language).label)


def parts_of(board: Board, language: Language) -> dict[str, str]:
    """HTML by the name of its place; "frame" has the places of all others, and comes first."""
    words = {"word": texts(language).label, "grouped": partial(grouped, language)}
    module = _environment().get_template("parts.html").make_module(words)
    parts = {name: getattr(module, name)(board) for name in WHOLE}
    for card in board.cards:
        parts |= {f"{name}-{card.id}": getattr(module, name)(card) for name in OF_CARDS}
    if board.voices is not None:
        said = _environment().get_template("voices.html").make_module(words)
        parts |= {name: getattr(said, name)(board.voices) for name in OF_VOICES}
    return {name: str(html).strip() for name, html in parts.items()}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
