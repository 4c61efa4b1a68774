"""What a handler answers: a screen in the chat, and perhaps a notice on the pressed button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from markupsafe import Markup
from telegram import InlineKeyboardButton
from telegram.constants import ParseMode

from handlers.callback import encode

Rows: TypeAlias = tuple[tuple[InlineKeyboardButton, ...], ...]
Parameters: TypeAlias = dict[str, Any]
"""Of a Bot API method; JSON-able."""

NOTICE_LIMIT = 200
"""Characters of a callback answer (Bot API)."""


@dataclass(frozen=True)
class Attachment:
    """A file that Telegram has already; the screen's text is its caption."""

    kind: Literal["photo", "document", "video"]
    file_id: str

    @property
    def method(self) -> str:
        return f"send{self.kind.capitalize()}"


@dataclass(frozen=True)
class Keys:
    """A keyboard below the chat: ``location`` asks the phone where it is. Without labels it goes away."""

    location: str = ""
    others: tuple[str, ...] = ()

    def markup(self) -> dict[str, Any]:
        if not self.location:
            return {"remove_keyboard": True}
        rows = [
            [{"text": self.location, "request_location": True}],
            *([{"text": one}] for one in self.others),
        ]
        return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


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
    attachment: Attachment | None = None
    keys: Keys | None = None
    """In place of buttons, in a new message."""
    edits: int | None = None
    """The id of a message that it takes the place of, where no button was pressed."""

    @property
    def method(self) -> str:
        """That of the Bot API which sends it."""
        return self.attachment.method if self.attachment else "sendMessage"

    def parameters(self) -> dict[str, Any]:
        """What the method (and editMessageText, of a text) takes, but for the place; JSON-able."""
        parameters: dict[str, Any] = {"parse_mode": ParseMode.HTML}
        if self.attachment:
            parameters |= {self.attachment.kind: self.attachment.file_id, "caption": str(self.text)}
        else:
            parameters |= {"text": str(self.text), "link_preview_options": {"is_disabled": True}}
        parameters |= _plain_keyboard(self.rows)
        if self.keys is not None:
            parameters["reply_markup"] = self.keys.markup()
        return parameters


@dataclass(frozen=True)
class Notice:
    """Only a notice on the button; the message stays as it is."""

    text: str
    alert: bool = False
    url: str = ""
    """A link to the bot itself, opened instead of the notice."""


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
    rows: Rows = ()

    def parameters(self) -> dict[str, Any]:
        """What sendDocument takes, but for the place and the file; JSON-able."""
        caption = {"caption": str(self.caption), "parse_mode": ParseMode.HTML}
        return caption | _plain_keyboard(self.rows)


Reply: TypeAlias = Screen | Notice | Screens | Document | None


def _plain_keyboard(rows: Rows) -> dict[str, Any]:
    keyboard = [[_plain_button(button) for button in row] for row in rows]
    return {"reply_markup": {"inline_keyboard": keyboard}} if rows else {}


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
