"""What the tests of broadcasts have in common."""

from __future__ import annotations

from bot.rehearsal.chat import Chat, Json, buttons, text_of
from tests.rakor import Rakor, until

TEXT = "Mohon berkumpul di lobi."


async def previewed(organiser: Chat, text: str = TEXT, **more: str) -> Json:
    """The card under the preview."""
    await begun(organiser)
    await organiser.say(text, **more)
    return await organiser.wait_for("☝️")


async def begun(organiser: Chat) -> None:
    """Asked for the message."""
    await organiser.say("/siaran")
    if "➕ Siaran baru" in buttons(await organiser.wait_for(_is_answer)):
        await organiser.press("Siaran baru")
        await organiser.wait_for("Tulis pesan")


def _is_answer(message: Json) -> bool:
    """To the command: the list, or at once the question. The progress of another one may come between."""
    return "tulis yang baru" in text_of(message) or "Tulis pesannya" in text_of(message)


async def chosen(organiser: Chat, kind: str, label: str = "") -> Json:
    """The card, once its recipients are chosen."""
    await organiser.press("👥 Penerima")
    await organiser.wait_for("Untuk siapa")
    await organiser.press(kind)
    if label:
        await organiser.wait_for("👥")
        await organiser.press(label)
    return await organiser.wait_for("☝️")


async def sent(rakor: Rakor, organiser: Chat) -> None:
    """Confirmed, and gone out."""
    before = len(rakor.rows("SELECT 1 FROM broadcasts WHERE state = 'done'"))
    await organiser.press("📣 Kirim ke")
    await organiser.wait_for("Siaran untuk")
    await until(lambda: len(rakor.rows("SELECT 1 FROM broadcasts WHERE state = 'done'")) > before)


async def got(people: list[Chat], text: str = TEXT) -> list[str]:
    """The names of those who have the message, once for each."""
    return [
        chat.user["first_name"]
        for chat in people
        for message in await chat.messages()
        if text in text_of(message)
    ]


def states(rakor: Rakor, kind: str = "broadcast") -> list[str]:
    """Of the messages of all broadcasts."""
    rows = rakor.rows("SELECT state FROM outbox WHERE kind = ? ORDER BY id", kind)
    return [row["state"] for row in rows]
