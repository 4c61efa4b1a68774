"""Polls and quizzes: sent, voted in, stopped, closed by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control, ControlError

from .conftest import Api, ApiRefusalError

OPTIONS = ["Panel 1", "Panel 2", "Panel 3"]


async def refusal(api: Api, method: str, **parameters: Any) -> str:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    return failure.value.description


async def counts(chat: Chat) -> list[int]:
    return [option["voter_count"] for option in (await chat.last())["poll"]["options"]]


async def test_a_poll_starts_without_votes(api: Api, budi: Chat) -> None:
    poll = (await api("sendPoll", chat_id=budi.id, question="Panel terbaik?", options=OPTIONS))["poll"]
    assert [option["text"] for option in poll["options"]] == OPTIONS
    assert poll["total_voter_count"] == 0
    assert (poll["type"], poll["is_anonymous"], poll["is_closed"]) == ("regular", True, False)
    assert poll["allows_revoting"] is True


async def test_options_may_be_objects(api: Api, budi: Chat) -> None:
    options = [{"text": "*A*", "text_parse_mode": "Markdown"}, {"text": "B"}]
    poll = (await api("sendPoll", chat_id=budi.id, question="?", options=options))["poll"]
    assert [option["text"] for option in poll["options"]] == ["A", "B"]


async def test_a_vote_in_an_anonymous_poll_tells_counts_only(api: Api, budi: Chat) -> None:
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS)
    await budi.act("vote", message_id=sent["message_id"], option_ids=[1])
    assert [sorted(update) for update in await api.updates()] == [["poll", "update_id"]]
    assert await counts(budi) == [0, 1, 0]


async def test_votes_in_an_open_poll_name_the_voter_and_can_be_changed(api: Api, budi: Chat) -> None:
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS, is_anonymous=False)
    for chosen in ([0], [2], []):
        await budi.act("vote", message_id=sent["message_id"], option_ids=chosen)
    answers = [update["poll_answer"] for update in await api.updates() if "poll_answer" in update]
    assert [answer["option_ids"] for answer in answers] == [[0], [2], []]
    assert answers[0]["user"] == budi.user
    assert await counts(budi) == [0, 0, 0]


async def test_several_answers_only_where_allowed(api: Api, budi: Chat) -> None:
    one = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS)
    with pytest.raises(ControlError, match="one answer"):
        await budi.act("vote", message_id=one["message_id"], option_ids=[0, 1])
    with pytest.raises(ControlError, match="0 to 2"):
        await budi.act("vote", message_id=one["message_id"], option_ids=[3])
    many = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS, allows_multiple_answers=True)
    await budi.act("vote", message_id=many["message_id"], option_ids=[0, 2])
    assert await counts(budi) == [1, 0, 1]


async def test_a_quiz_knows_its_answer_and_takes_one_vote(api: Api, budi: Chat) -> None:
    quiz = await api(
        "sendPoll",
        chat_id=budi.id,
        question="Ibu kota Kaltim?",
        options=["Samarinda", "Balikpapan"],
        type="quiz",
        correct_option_ids=[0],
        explanation="<b>Samarinda</b>",
        explanation_parse_mode="HTML",
    )
    assert quiz["poll"]["correct_option_ids"] == [0]
    assert quiz["poll"]["explanation_entities"][0]["type"] == "bold"
    await budi.act("vote", message_id=quiz["message_id"], option_ids=[1])
    with pytest.raises(ControlError, match="cannot be changed"):
        await budi.act("vote", message_id=quiz["message_id"], option_ids=[0])


async def test_a_poll_is_stopped_once_and_by_its_bot(api: Api, budi: Chat) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS, reply_markup=markup)
    place = {"chat_id": budi.id, "message_id": sent["message_id"]}
    stopped = await api("stopPoll", **place)
    assert stopped["is_closed"] is True
    assert "reply_markup" not in await budi.last()
    assert (await api.updates())[0]["poll"]["is_closed"] is True
    assert await refusal(api, "stopPoll", **place) == "Bad Request: poll has already been closed"
    with pytest.raises(ControlError, match="closed"):
        await budi.act("vote", message_id=sent["message_id"], option_ids=[0])
    missing = await refusal(api, "stopPoll", chat_id=budi.id, message_id=99)
    assert missing == "Bad Request: message with poll to stop not found"
    assert (
        await refusal(api, "stopPoll", chat_id=budi.id, message_id=1) == "Bad Request: message is not a poll"
    )


async def test_a_poll_with_a_period_closes_by_the_virtual_clock(
    api: Api, budi: Chat, clock: VirtualClock
) -> None:
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS, open_period=600)
    assert sent["poll"]["close_date"] == sent["date"] + 600
    clock.advance(601)
    closed = await budi.wait_for(lambda message: message.get("poll", {}).get("is_closed") is True)
    assert closed["message_id"] == sent["message_id"]
    assert (await api.updates())[0]["poll"]["is_closed"] is True


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": "x"}, "can't parse options JSON object"),
        ({"options": {}}, "expected an Array of String as options"),
        ({"options": [1, 2]}, "expected an option to be of type String"),
        ({"options": ["a"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["a", " "]}, "poll options must be non-empty"),
        ({"options": ["a", "x" * 101]}, "poll options length must not exceed 100"),
        ({"type": "guess"}, "unsupported poll type specified"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
        ({"type": "quiz", "correct_option_ids": [3]}, "wrong correct option ID specified"),
        ({"open_period": 4}, "wrong open period specified"),
        ({"close_date": 1}, "wrong close date specified"),
    ],
)
async def test_wrong_polls_are_refused(
    api: Api, budi: Chat, parameters: dict[str, Any], description: str
) -> None:
    given = {"chat_id": budi.id, "question": "?", "options": OPTIONS, **parameters}
    assert await refusal(api, "sendPoll", **given) == f"Bad Request: {description}"


async def test_a_poll_of_an_earlier_version_names_one_right_answer(api: Api, budi: Chat) -> None:
    quiz = await api(
        "sendPoll", chat_id=budi.id, question="?", options=OPTIONS, type="quiz", correct_option_id=2
    )
    assert quiz["poll"]["correct_option_ids"] == [2]


async def test_a_copied_poll_is_a_new_one(api: Api, budi: Chat) -> None:
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS)
    await budi.act("vote", message_id=sent["message_id"], option_ids=[0])
    await api("copyMessage", chat_id=budi.id, from_chat_id=budi.id, message_id=sent["message_id"])
    copy = (await budi.last())["poll"]
    assert copy["id"] != sent["poll"]["id"]
    assert copy["total_voter_count"] == 0
    await budi.act("vote", message_id=(await budi.last())["message_id"], option_ids=[2])
    assert await counts(budi) == [0, 0, 1]


async def test_a_forwarded_poll_is_the_same_poll(api: Api, budi: Chat, control: Control) -> None:
    sent = await api("sendPoll", chat_id=budi.id, question="?", options=OPTIONS)
    forwarded = await api(
        "forwardMessage", chat_id=budi.id, from_chat_id=budi.id, message_id=sent["message_id"]
    )
    await budi.act("vote", message_id=sent["message_id"], option_ids=[0])
    assert forwarded["poll"]["id"] == sent["poll"]["id"]
    assert [message["poll"]["total_voter_count"] for message in await budi.messages(after=1)] == [1, 1]


async def test_a_person_sends_a_poll_that_was_asked_for(api: Api, budi: Chat) -> None:
    keyboard = {"keyboard": [[{"text": "Buat", "request_poll": {}}]], "one_time_keyboard": True}
    await api("sendMessage", chat_id=budi.id, text="?", reply_markup=keyboard)
    await budi.send("poll", question="Setuju?", options=["Ya", "Tidak"], type="quiz", correct_option_ids=[0])
    poll = (await api.updates())[0]["message"]["poll"]
    assert (poll["question"], poll["type"], poll["correct_option_ids"]) == ("Setuju?", "quiz", [0])
    assert [option["text"] for option in poll["options"]] == ["Ya", "Tidak"]
    assert await budi.reply_keyboard() == []


async def test_a_bot_hears_nothing_of_votes_in_somebody_elses_poll(api: Api, budi: Chat) -> None:
    sent = await budi.send("poll", question="Setuju?", options=["Ya", "Tidak"], is_anonymous=False)
    await api.updates()
    await budi.act("vote", message_id=sent["message_id"], option_ids=[1])
    voted = (await budi.messages())[-1]["poll"]
    assert [option["voter_count"] for option in voted["options"]] == [0, 1]
    assert await api.updates() == []


async def test_in_a_group_a_persons_quiz_keeps_its_answer(api: Api, budi: Chat, control: Control) -> None:
    inside = budi.inside(await control.group("Panitia", budi))
    await control.post("promote", chat=inside.id)
    await api.updates()
    await inside.send("poll", question="?", options=["a", "b"], type="quiz", correct_option_ids=[1])
    assert "correct_option_ids" not in (await api.updates())[0]["message"]["poll"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "question is missing"),
        ({"question": "?"}, "expected an Array of String as options"),
        ({"question": "?", "options": ["a", ""]}, "poll options must be non-empty"),
        ({"question": "?", "options": OPTIONS, "type": "quiz"}, "wrong correct option ID specified"),
    ],
)
async def test_a_wrong_poll_of_a_person_gets_a_sentence(
    budi: Chat, fields: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ControlError, match=sentence):
        await budi.send("poll", **fields)
