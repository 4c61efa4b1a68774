"""Flood limits, by the virtual clock."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.errors import ApiError
from bot.rehearsal.flood import Flood, Limits
from bot.rehearsal.methods.registry import METHODS

from .conftest import Api, ApiRefusalError
from .pictures import png


async def retry_after(api: Api, chat: Chat, method: str = "sendMessage", **parameters: Any) -> int:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, chat_id=chat.id, **(parameters or {"text": "x"}))
    seconds: int = failure.value.parameters["retry_after"]
    assert failure.value.code == 429
    assert failure.value.description == f"Too Many Requests: retry after {seconds}"
    assert failure.value.headers["Retry-After"] == str(seconds)
    return seconds


async def test_limits_are_off_until_enforced(api: Api, budi: Chat) -> None:
    for number in range(50):
        await api("sendMessage", chat_id=budi.id, text=str(number))


async def test_a_chat_takes_a_short_burst_and_then_one_a_second(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    await control.post("limits", enforce=True)
    for number in range(3):
        await api("sendMessage", chat_id=budi.id, text=str(number))
    assert await retry_after(api, budi) == 1
    clock.advance(0.9)
    assert await retry_after(api, budi) == 1
    clock.advance(0.1)
    await api("sendMessage", chat_id=budi.id, text="x")


async def test_thirty_a_second_go_out_in_all(api: Api, control: Control, clock: VirtualClock) -> None:
    people = [await control.user(f"Peserta {number}") for number in range(31)]
    for person in people:
        await person.say("/start")
    await control.post("limits", enforce=True)
    for person in people[:30]:
        await api("sendMessage", chat_id=person.id, text="x")
    assert await retry_after(api, people[30]) == 1
    clock.advance(1)
    await api("sendMessage", chat_id=people[30].id, text="x")


async def test_a_group_takes_twenty_a_minute(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    group = budi.inside(await control.group("Panitia", budi))
    await control.post("limits", enforce=True, per_chat=0)
    for number in range(20):
        await api("sendMessage", chat_id=group.id, text=str(number))
        clock.advance(1)
    assert await retry_after(api, group) == 40
    clock.advance(40)
    await api("sendMessage", chat_id=group.id, text="x")


async def test_the_named_pause_has_to_be_kept(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    await control.post("limits", enforce=True, per_chat=0.1, burst=1)
    await api("sendMessage", chat_id=budi.id, text="x")
    assert await retry_after(api, budi) == 10
    clock.advance(4)
    assert await retry_after(api, budi) == 6
    clock.advance(6)
    await api("sendMessage", chat_id=budi.id, text="x")


async def test_an_album_counts_as_its_messages(api: Api, budi: Chat, control: Control) -> None:
    await control.post("limits", enforce=True, burst=2)
    media = [{"type": "photo", "media": "attach://p"}] * 2
    await api("sendMediaGroup", chat_id=budi.id, media=media, p=("p.png", png(9, 9)))
    assert await retry_after(api, budi) >= 1


async def test_edits_and_copies_count_but_answers_and_actions_do_not(
    api: Api, budi: Chat, control: Control
) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    message = await api("sendMessage", chat_id=budi.id, text="x", reply_markup=markup)
    await control.post("limits", enforce=True, burst=1)
    place = {"message_id": message["message_id"]}
    await api("editMessageText", chat_id=budi.id, **place, text="y")
    assert await retry_after(api, budi, "copyMessage", from_chat_id=budi.id, **place) == 1
    await api("sendChatAction", chat_id=budi.id, action="typing")
    await api("deleteMessage", chat_id=budi.id, **place)


async def test_what_is_refused_for_another_reason_is_not_counted(
    api: Api, budi: Chat, control: Control
) -> None:
    await control.post("limits", enforce=True, burst=1)
    with pytest.raises(ApiRefusalError, match="can't parse entities"):
        await api("sendMessage", chat_id=budi.id, text="<b>", parse_mode="HTML")
    await api("sendMessage", chat_id=budi.id, text="x")


async def test_a_clock_set_back_forgets_what_was_counted(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    await control.post("limits", enforce=True, burst=1, per_chat=0.001)
    await api("sendMessage", chat_id=budi.id, text="x")
    clock.set(clock.now() - 3600)
    await api("sendMessage", chat_id=budi.id, text="x")


@given(steps=st.lists(st.tuples(st.floats(0, 3), st.integers(-3, 3)), max_size=80))
def test_no_window_ever_holds_more_than_its_limit(steps: list[tuple[float, int]]) -> None:
    limits = Limits(enforce=True, per_second=5, per_chat=1, per_group_minute=4, burst=2)
    flood, now, sent, pauses = Flood(), 0.0, [], []
    for pause, chat_id in steps:
        now += pause
        try:
            flood.spend(limits, chat_id or 9, now)
        except ApiError as error:
            pauses.append(error.parameters["retry_after"])
        else:
            sent.append((now, chat_id or 9))
    assert all(pause >= 1 for pause in pauses)
    for instant, chat_id in sent:
        assert sum(instant - 1 < other <= instant for other, _ in sent) <= 5
        in_chat = [other for other, chat in sent if chat == chat_id]
        assert sum(instant - 60 < other <= instant for other in in_chat) <= (4 if chat_id < 0 else 62)
        assert sum(instant - 1 < other <= instant for other in in_chat) <= 3


def test_all_methods_that_send_have_a_name_that_is_counted() -> None:
    assert {"sendmessage", "copymessage", "forwardmessages", "editmessagetext"} <= METHODS.keys()
