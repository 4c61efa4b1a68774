"""Stars: who has starred what is reminded of it, and of what runs at the same time only by choice."""

from __future__ import annotations

from bot.rehearsal.chat import Chat


async def open_page(chat: Chat, session_id: str, title: str, day: str = "2023-02-20") -> None:
    await chat.say("/menu")
    page = await chat.wait_for("Agenda" if False else "2023")
    await chat.press_data(page["message_id"], f"agenda.session:{session_id}")
    await chat.wait_for(title)


async def star(chat: Chat, session_id: str, wanted: str = "on") -> str:
    """Stars the session on its page; what the button says."""
    message = await chat.last()
    answer = await chat.press_data(message["message_id"], f"stars.mark:{session_id}:{wanted}")
    assert answer is not None
    return str(answer["text"])
