"""Long polling: what waits, for how long, and who is slowed down."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.updates import TERMINATED_BY_POLL, TERMINATED_BY_WEBHOOK

from .conftest import Api, ApiRefusalError

HOUR = 3600


async def texts(api: Api, **parameters: int) -> list[str]:
    return [update["message"]["text"] for update in await api("getUpdates", **parameters)]


async def test_ids_grow_by_one(api: Api, budi: Chat) -> None:
    said = [await budi.say(str(number)) for number in range(3)]
    ids = [update["update_id"] for update in await api.updates()]
    assert ids == [one["update_id"] for one in said] == list(range(ids[0], ids[0] + 3))


async def test_an_offset_confirms_what_is_below_it(api: Api, budi: Chat) -> None:
    said = [await budi.say(str(number)) for number in range(4)]
    assert await texts(api, limit=2) == ["0", "1"]
    assert await texts(api, offset=said[1]["update_id"], limit=1) == ["1"]
    assert await texts(api, offset=said[2]["update_id"]) == ["2", "3"]
    assert await texts(api, offset=-1) == ["3"]
    assert await texts(api, offset=0) == ["3"]


async def test_an_offset_far_ahead_is_no_offset(api: Api, budi: Chat) -> None:
    said = await budi.say("x")
    assert await texts(api, offset=said["update_id"] + 1000) == ["x"]


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (-5, 1), (1, 1), (100, 100), (1000, 100)])
async def test_the_limit_is_between_1_and_100(api: Api, budi: Chat, limit: int, count: int) -> None:
    for number in range(101):
        await budi.say(str(number))
    assert len(await api("getUpdates", limit=limit)) == count


async def test_a_long_poll_answers_with_the_first_update(api: Api, budi: Chat) -> None:
    poll = asyncio.create_task(texts(api, timeout=30))
    await asyncio.sleep(0.05)
    await budi.say("akhirnya")
    assert await asyncio.wait_for(poll, 1) == ["akhirnya"]


async def test_a_long_poll_gives_up_after_its_time(api: Api) -> None:
    started = time.monotonic()
    assert await api("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - started < 2


async def test_asking_for_the_same_at_once_waits_and_gets_one(api: Api, budi: Chat) -> None:
    assert await api("getUpdates", offset=7, timeout=1) == []
    poll = asyncio.create_task(texts(api, offset=7))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await asyncio.gather(*(budi.say(str(number)) for number in range(3)))
    assert len(await poll) >= 1
    assert len(await texts(api, offset=7)) == 1


async def test_a_second_poll_ends_the_first(api: Api) -> None:
    first = asyncio.create_task(api("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(api("getUpdates", offset=1, timeout=1))
    with pytest.raises(ApiRefusalError) as failure:
        await first
    assert failure.value.code == 409
    assert failure.value.description == TERMINATED_BY_POLL
    assert await second == []


async def test_conflicts_that_repeat_are_answered_late(api: Api) -> None:
    polls = []
    for offset in range(3):
        polls.append(asyncio.create_task(api("getUpdates", offset=offset, timeout=30)))
        await asyncio.sleep(0.05)
    started = time.monotonic()
    for poll in polls[:2]:
        with pytest.raises(ApiRefusalError, match="terminated by other getUpdates"):
            await poll
    assert 2.5 < time.monotonic() - started < 4
    polls[2].cancel()


async def test_a_webhook_ends_the_poll(api: Api) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await api("setWebhook", url="http://127.0.0.1:1/")
    with pytest.raises(ApiRefusalError) as failure:
        await poll
    assert failure.value.description == TERMINATED_BY_WEBHOOK


async def test_updates_are_dropped_a_day_after_their_date(api: Api, budi: Chat, clock: VirtualClock) -> None:
    await budi.say("lama")
    clock.advance(23 * HOUR)
    await budi.say("baru")
    assert await texts(api) == ["lama", "baru"]
    clock.advance(HOUR)
    assert await texts(api, offset=-100) == ["baru"]
    clock.advance(23 * HOUR)
    assert await api("getUpdates", offset=-99) == []


async def test_kinds_are_chosen_when_an_update_is_made(api: Api, budi: Chat, control: Control) -> None:
    await budi.say("1")
    await api("getUpdates", allowed_updates=["callback_query"])
    await budi.say("2")
    await api("getUpdates", offset=-50)
    await budi.say("3")
    await api("getUpdates", offset=-51, allowed_updates="no list")
    await budi.say("4")
    await api("getUpdates", offset=-52, allowed_updates=[])
    await budi.say("5")
    assert await texts(api, offset=-53) == ["1", "5"]


async def test_a_choice_is_told_unless_it_is_the_default(api: Api) -> None:
    assert "allowed_updates" not in await api("getWebhookInfo")
    await api("getUpdates", limit=1, offset=-1, allowed_updates=["poll", "MESSAGE", "nonsense"])
    assert (await api("getWebhookInfo"))["allowed_updates"] == ["message", "poll"]
    await api("getUpdates", limit=1, offset=-2, allowed_updates=["nonsense"])
    assert "allowed_updates" not in await api("getWebhookInfo")


async def test_reactions_come_only_when_asked_for_by_name(api: Api, budi: Chat) -> None:
    message = await api("sendMessage", chat_id=budi.id, text="x")
    await budi.act("react", message_id=message["message_id"], reaction=["👍"])
    assert await api.updates() == []
    await api("getUpdates", offset=-3, allowed_updates=["message_reaction"])
    await budi.act("react", message_id=message["message_id"], reaction=["🔥"])
    [update] = await api.updates()
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]
    assert update["message_reaction"]["user"] == budi.user


async def test_an_edit_by_a_person_is_an_update(api: Api, budi: Chat) -> None:
    said = await budi.say("Kapan mulai")
    await budi.act("edit", message_id=said["message_id"], text="Kapan mulai?")
    edited = (await api.updates())[-1]["edited_message"]
    assert edited["text"] == "Kapan mulai?"
    assert edited["edit_date"] == edited["date"]


async def test_updates_wait_while_no_bot_is_there(api: Api, control: Control) -> None:
    siti = await control.user("Siti")
    await siti.say("/start rakor2023")
    assert (await api.updates())[0]["message"]["text"] == "/start rakor2023"
