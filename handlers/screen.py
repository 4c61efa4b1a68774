"""What a handler answers: a screen in the chat, and perhaps a notice on the pressed button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from markupsafe import Markup
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from handlers.callback import encode

Rows: TypeAlias = tuple[tuple[InlineKeyboardButton, ...], ...]

NOTICE_LIMIT = 200
"""Characters of a callback answer (Bot API)."""


@dataclass(frozen=True)
class Screen:
    """A message: Telegram HTML and rows of buttons. A pressed button's message is edited to it."""

    text: Markup
    rows: Rows = ()
    notice: str = ""
    """Shown for a moment over the chat when a button led here."""
    alert: bool = False
    """The notice waits for OK."""
    anew: bool = False
    """A new message even where a button was pressed: what stands there is to stay."""
    edits: int | None = None
    """The id of a message that it takes the place of, where no button was pressed."""

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        return InlineKeyboardMarkup(self.rows) if self.rows else None

    def parameters(self) -> dict[str, Any]:
        """What sendMessage and editMessageText take, but for the place; JSON-able."""
        parameters: dict[str, Any] = {
            "text": str(self.text),
            "parse_mode": ParseMode.HTML,
            "link_preview_options": {"is_disabled": True},
        }
        if self.rows:
            keyboard = [[_plain_button(button) for button in row] for row in self.rows]
            parameters["reply_markup"] = {"inline_keyboard": keyboard}
        return parameters


@dataclass(frozen=True)
class Notice:
    """Only a notice on the button; the message stays as it is."""

    text: str
    alert: bool = False


@dataclass(frozen=True)
class Screens:
    """Several messages, one after the other: at least one."""

    screens: Sequence[Screen]


@dataclass(frozen=True)
class Upload:
    """The content of a file; ``digest`` names content that is sent again and again, "" is for the moment."""

    filename: str
    read: Callable[[], bytes]
    digest: str = ""


@dataclass(frozen=True)
class Document:
    """A file in the chat; what stands there stays. ``otherwise`` is shown where the network fails."""

    upload: Upload
    caption: Markup
    otherwise: Screen
    is_photo: bool = False


Reply: TypeAlias = Screen | Notice | Screens | Document | None


def _plain_button(button: InlineKeyboardButton) -> dict[str, Any]:
    """As its ``to_dict``, without asking every field of every button whether it is set."""
    if button.callback_data is None:
        return button.to_dict()
    return {"text": button.text, "callback_data": button.callback_data}


def button(label: str, action: str, *arguments: str | int) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(action, *arguments))


def rows_of(width: int, buttons: Sequence[InlineKeyboardButton]) -> Rows:
    """The buttons in rows of ``width``."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def shortened(text: str, limit: int) -> str:
    """The text in at most ``limit`` characters, cut between words where that is possible."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, _, tail = cut.rpartition(" ")
    return f"{head if len(tail) < limit // 2 and head else cut}…"
