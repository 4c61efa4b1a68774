"""Groups: who is in them, what a bot sees there, what an administrator may do."""

from __future__ import annotations

from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control, ControlError
from bot.rehearsal.model.bots import bot_id

from .conftest import TOKEN, Api, ApiRefusalError
from .pictures import png


async def refusal(api: Api, method: str, **parameters: Any) -> ApiRefusalError:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    return failure.value


async def texts(api: Api) -> list[str]:
    """The texts of what the bot gets to see."""
    return [text for update in await api.updates() if (text := update.get("message", {}).get("text"))]


@pytest.fixture
async def siti(control: Control) -> Chat:
    return await control.user("Siti", username="siti_r")


@pytest.fixture
async def group(control: Control, api: Api, budi: Chat, siti: Chat) -> dict[str, Any]:
    """A supergroup of Budi, its owner, and Siti, with the bot as a member."""
    made = await control.group("Panitia Rakor", budi, siti, type="supergroup")
    await api.updates()
    return made


@pytest.fixture
async def led(control: Control, api: Api, group: dict[str, Any]) -> dict[str, Any]:
    """The same, with the bot as an administrator."""
    await control.post("promote", chat=group["id"])
    await api.updates(allowed_updates=["message", "chat_member", "my_chat_member", "chat_join_request"])
    return group


async def test_being_brought_into_a_group_is_two_updates(api: Api, control: Control, budi: Chat) -> None:
    made = await control.group("Panitia", budi)
    assert made["type"] == "group"
    change, message = await api.updates()
    assert change["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert change["my_chat_member"]["from"] == budi.user
    assert message["message"]["new_chat_members"][0]["id"] == 4242


async def test_basic_groups_share_the_bots_sequence_and_supergroups_count_their_own(
    api: Api, control: Control, budi: Chat
) -> None:
    basic = await control.group("A", budi)
    upgraded = await control.group("B", budi, type="supergroup")
    in_basic = await api("sendMessage", chat_id=basic["id"], text="x")
    in_upgraded = await api("sendMessage", chat_id=upgraded["id"], text="x")
    private = await api("sendMessage", chat_id=budi.id, text="x")
    assert private["message_id"] == in_basic["message_id"] + 1
    assert in_upgraded["message_id"] == 3


async def test_privacy_mode_lets_through_what_is_meant_for_the_bot(
    api: Api, group: dict[str, Any], budi: Chat
) -> None:
    inside = budi.inside(group)
    spoken = await api("sendMessage", chat_id=group["id"], text="Selamat pagi")
    for text in (
        "obrolan",
        "/jadwal",
        "/jadwal@bot4242_bot",
        "/jadwal@other_bot",
        "halo @bot4242_bot",
        "@siti_r",
    ):
        await inside.say(text)
    await inside.say("jawaban", reply_to=spoken["message_id"])
    assert await texts(api) == ["/jadwal", "/jadwal@bot4242_bot", "halo @bot4242_bot", "jawaban"]


async def test_a_bare_command_goes_to_the_bot_that_spoke_last(
    api: Api, control: Control, group: dict[str, Any], budi: Chat
) -> None:
    other = api.with_token("5:another-bot")
    await other("getMe")
    await control.post("join", chat=group["id"], bot="5:another-bot")
    await other("sendMessage", chat_id=group["id"], text="x")
    await api.updates()
    await budi.inside(group).say("/jadwal")
    assert await texts(api) == []
    await api("sendMessage", chat_id=group["id"], text="x")
    await budi.inside(group).say("/agenda")
    assert await texts(api) == ["/agenda"]


async def test_without_privacy_mode_and_as_an_administrator_the_bot_sees_all(
    api: Api, control: Control, group: dict[str, Any], budi: Chat
) -> None:
    await control.post("bots", token=TOKEN, can_read_all_group_messages=True)
    await budi.inside(group).say("obrolan 1")
    await control.post("bots", token=TOKEN, can_read_all_group_messages=False)
    await budi.inside(group).say("obrolan 2")
    await control.post("promote", chat=group["id"])
    await budi.inside(group).say("obrolan 3")
    assert await texts(api) == ["obrolan 1", "obrolan 3"]


async def test_bots_do_not_see_each_others_messages_in_private(api: Api, budi: Chat) -> None:
    other = api.with_token("5:another-bot")
    assert (await refusal(other, "sendMessage", chat_id=budi.id, text="x")).code == 403
    assert (await refusal(api, "sendMessage", chat_id=5, text="x")).description == (
        "Forbidden: bot can't send messages to bots"
    )


async def test_coming_and_going_is_told(api: Api, control: Control, group: dict[str, Any]) -> None:
    rudi = await control.user("Rudi")
    await control.post("join", chat=group["id"], user=rudi.id)
    await control.post("leave", chat=group["id"], user=rudi.id)
    joined, left = (update["message"] for update in await api.updates())
    assert joined["new_chat_members"] == [rudi.user]
    assert joined["from"] == rudi.user
    assert left["left_chat_member"] == rudi.user
    with pytest.raises(ControlError, match="not in chat"):
        await rudi.inside(group).say("x")


async def test_an_administrator_hears_of_members_if_it_asked(
    api: Api, control: Control, led: dict[str, Any]
) -> None:
    rudi = await control.user("Rudi")
    await control.post("join", chat=led["id"], user=rudi.id)
    kinds = [sorted(update.keys() - {"update_id"})[0] for update in await api.updates()]
    assert kinds == ["chat_member", "message"]


@pytest.mark.parametrize(
    ("removal", "description"),
    [
        ({"ban": True}, "Forbidden: bot was kicked from the supergroup chat"),
        ({"ban": False}, "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_a_bot_that_is_out_cannot_write(
    api: Api, control: Control, group: dict[str, Any], removal: dict[str, Any], description: str
) -> None:
    await control.post("leave", chat=group["id"], **removal)
    assert (await refusal(api, "sendMessage", chat_id=group["id"], text="x")).description == description
    left, change = await api.updates()
    assert left["message"]["left_chat_member"]["id"] == 4242
    assert change["my_chat_member"]["new_chat_member"]["status"] in {"kicked", "left"}


async def test_a_basic_group_becomes_a_supergroup(api: Api, control: Control, budi: Chat) -> None:
    basic = await control.group("Panitia", budi)
    await api.updates()
    upgraded = await control.post("migrate", chat=basic["id"])
    notices = [update["message"] for update in await api.updates()]
    assert notices[0]["migrate_to_chat_id"] == upgraded["id"]
    assert notices[1]["migrate_from_chat_id"] == basic["id"]
    failure = await refusal(api, "sendMessage", chat_id=basic["id"], text="x")
    assert failure.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert failure.parameters == {"migrate_to_chat_id": upgraded["id"]}
    await api("sendMessage", chat_id=upgraded["id"], text="x")


async def test_a_group_the_bot_was_never_in_is_unknown(api: Api, control: Control, budi: Chat) -> None:
    made = await control.group("Rahasia", budi, with_bot=False)
    assert (await refusal(api, "getChat", chat_id=made["id"])).description == "Bad Request: chat not found"


async def test_what_there_is_to_know_of_chats(api: Api, led: dict[str, Any], budi: Chat) -> None:
    private = await api("getChat", chat_id=budi.id)
    assert private["first_name"] == "Budi"
    assert private["active_usernames"] == ["budisantoso"]
    await api("setChatDescription", chat_id=led["id"], description="Koordinasi")
    pinned = await api("sendMessage", chat_id=led["id"], text="Penting")
    await api("pinChatMessage", chat_id=led["id"], message_id=pinned["message_id"])
    full = await api("getChat", chat_id=led["id"])
    assert full["title"] == "Panitia Rakor"
    assert full["description"] == "Koordinasi"
    assert full["pinned_message"] == pinned
    assert full["permissions"]["can_send_messages"] is True
    assert await api("getChatMemberCount", chat_id=led["id"]) == 3
    statuses = [member["status"] for member in await api("getChatAdministrators", chat_id=led["id"])]
    assert statuses == ["creator", "administrator"]
    assert (await api("getChatMember", chat_id=led["id"], user_id=budi.id))["status"] == "creator"
    assert (await api("getChatMember", chat_id=budi.id, user_id=budi.id))["status"] == "member"


async def test_a_public_group_has_a_username(api: Api, control: Control, budi: Chat) -> None:
    made = await control.group("Publik", budi, type="supergroup", username="rakor_publik")
    assert (await api("sendMessage", chat_id="@Rakor_Publik", text="x"))["chat"] == made


async def test_members_are_banned_restricted_promoted_and_let_in_again(
    api: Api, control: Control, led: dict[str, Any], siti: Chat, clock: VirtualClock
) -> None:
    who = {"chat_id": led["id"], "user_id": siti.id}
    until = int(clock.now()) + 3600

    async def standing() -> dict[str, Any]:
        member: dict[str, Any] = await api("getChatMember", **who)
        return member

    await api("restrictChatMember", **who, permissions={"can_send_messages": False}, until_date=until)
    restricted = await standing()
    assert (restricted["status"], restricted["until_date"]) == ("restricted", until)
    with pytest.raises(ControlError, match="restricted"):
        await siti.inside(led).say("x")
    await api("restrictChatMember", **who, permissions=dict.fromkeys(restricted.keys(), True))
    assert (await standing())["status"] == "member"
    await api("promoteChatMember", **who, can_pin_messages=True)
    await api("setChatAdministratorCustomTitle", **who, custom_title="Notulis")
    promoted = await standing()
    assert (promoted["status"], promoted["can_pin_messages"], promoted["can_change_info"]) == (
        "administrator",
        True,
        False,
    )
    assert promoted["custom_title"] == "Notulis"
    await api("promoteChatMember", **who)
    assert (await standing())["status"] == "member"
    await api("banChatMember", **who)
    assert (await standing())["status"] == "kicked"
    with pytest.raises(ControlError, match="banned"):
        await control.post("join", chat=led["id"], user=siti.id)
    await api("unbanChatMember", **who, only_if_banned=True)
    assert (await standing())["status"] == "left"
    await control.post("join", chat=led["id"], user=siti.id)


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("banChatMember", {"user_id": 1}),
        ("setChatTitle", {"title": "x"}),
        ("setChatDescription", {"description": "x"}),
        ("setChatPermissions", {"permissions": {}}),
        ("pinChatMessage", {"message_id": 1}),
        ("exportChatInviteLink", {}),
        ("promoteChatMember", {"user_id": 1}),
    ],
)
async def test_who_is_no_administrator_has_not_enough_rights(
    api: Api, group: dict[str, Any], method: str, parameters: dict[str, Any]
) -> None:
    failure = await refusal(api, method, chat_id=group["id"], **parameters)
    assert failure.description.startswith("Bad Request: not enough rights to ")


async def test_nobody_has_power_over_owners_other_administrators_and_strangers(
    api: Api, control: Control, led: dict[str, Any], budi: Chat, siti: Chat
) -> None:
    await control.post("promote", chat=led["id"], user=siti.id)
    refusals = [
        (await refusal(api, "banChatMember", chat_id=led["id"], user_id=user_id)).description
        for user_id in (budi.id, siti.id, 99, 0)
    ]
    assert refusals == [
        "Bad Request: can't remove chat owner",
        "Bad Request: user is an administrator of the chat",
        "Bad Request: invalid user_id specified",
        "Bad Request: invalid user_id specified",
    ]


async def test_title_photo_and_permissions_change(api: Api, led: dict[str, Any]) -> None:
    await api("setChatTitle", chat_id=led["id"], title="Rakor 2023")
    await api("setChatPhoto", chat_id=led["id"], photo=("a.png", png(200, 200)))
    await api("setChatPermissions", chat_id=led["id"], permissions={"can_send_polls": True})
    full = await api("getChat", chat_id=led["id"])
    assert full["title"] == "Rakor 2023"
    assert full["photo"]["big_file_id"]
    assert (full["permissions"]["can_send_messages"], full["permissions"]["can_send_photos"]) == (True, False)
    await api("deleteChatPhoto", chat_id=led["id"])
    heard = [sorted(update["message"])[-1] for update in await api.updates()]
    assert heard == ["new_chat_title", "new_chat_photo", "message_id"]
    same = await refusal(api, "setChatTitle", chat_id=led["id"], title="Rakor 2023")
    assert same.description == "Bad Request: CHAT_NOT_MODIFIED"
    described = await refusal(api, "setChatDescription", chat_id=led["id"], description="")
    assert described.description == "Bad Request: chat description is not modified"


async def test_pins_are_messages_too(api: Api, budi: Chat) -> None:
    first, second = [await api("sendMessage", chat_id=budi.id, text=text) for text in "ab"]
    place = {"chat_id": budi.id}
    await api("pinChatMessage", **place, message_id=first["message_id"])
    await api("pinChatMessage", **place, message_id=second["message_id"])
    notices = [update["message"]["pinned_message"] for update in await api.updates()]
    assert notices == [first, second]
    await api("unpinChatMessage", **place)
    assert (await api("getChat", **place))["pinned_message"] == first
    await api("unpinAllChatMessages", **place)
    assert "pinned_message" not in await api("getChat", **place)
    refusals = [
        (await refusal(api, "pinChatMessage", **place, message_id=99)).description,
        (await refusal(api, "unpinChatMessage", **place, message_id=99)).description,
    ]
    assert refusals == ["Bad Request: message to pin not found", "Bad Request: message to unpin not found"]


async def test_people_come_in_by_links_and_wait_where_they_have_to(
    api: Api, control: Control, led: dict[str, Any]
) -> None:
    rudi = await control.user("Rudi")
    primary = await api("exportChatInviteLink", chat_id=led["id"])
    link = await api("createChatInviteLink", chat_id=led["id"], name="Peserta", creates_join_request=True)
    await control.post("join", chat=led["id"], user=rudi.id, invite_link=link["invite_link"])
    request = (await api.updates())[-1]["chat_join_request"]
    assert request["from"] == rudi.user
    assert request["invite_link"]["name"] == "Peserta"
    await api("approveChatJoinRequest", chat_id=led["id"], user_id=rudi.id)
    assert (await api("getChatMember", chat_id=led["id"], user_id=rudi.id))["status"] == "member"
    again = await refusal(api, "declineChatJoinRequest", chat_id=led["id"], user_id=rudi.id)
    assert again.description == "Bad Request: HIDE_REQUESTER_MISSING"
    revoked = await api("revokeChatInviteLink", chat_id=led["id"], invite_link=primary)
    assert revoked["is_revoked"] is True
    with pytest.raises(ControlError, match="revoked"):
        await control.post("join", chat=led["id"], user=(await control.user("Ani")).id, invite_link=primary)


async def test_deleting_others_messages_takes_a_right(
    api: Api, control: Control, group: dict[str, Any], budi: Chat
) -> None:
    said = await budi.inside(group).say("/x")
    place = {"chat_id": group["id"], "message_id": said["message_id"]}
    assert (
        await refusal(api, "deleteMessage", **place)
    ).description == "Bad Request: message can't be deleted"
    await control.post("promote", chat=group["id"])
    assert await api("deleteMessage", **place) is True


async def test_a_selective_keyboard_stands_for_whom_it_names(
    api: Api, control: Control, group: dict[str, Any], budi: Chat, siti: Chat
) -> None:
    keyboard = {"keyboard": [["Ya"]], "selective": True}
    await api("sendMessage", chat_id=group["id"], text="@siti_r pilih", reply_markup=keyboard)
    assert await siti.inside(group).reply_keyboard() == [[{"text": "Ya"}]]
    assert await budi.inside(group).reply_keyboard() == []
    await api("sendMessage", chat_id=group["id"], text="semua", reply_markup={"keyboard": [["A"]]})
    assert await budi.inside(group).reply_keyboard() == [[{"text": "A"}]]


async def test_a_press_in_a_group_reaches_the_bot_with_the_group(
    api: Api, group: dict[str, Any], siti: Chat
) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    await api("sendMessage", chat_id=group["id"], text="x", reply_markup=markup)
    await siti.inside(group).press("A", wait=0)
    query = (await api.updates())[-1]["callback_query"]
    assert query["message"]["chat"] == group
    assert query["from"] == siti.user


async def test_reactions_and_tags_are_in_an_administrators_hands(
    api: Api, led: dict[str, Any], siti: Chat
) -> None:
    sent = await api("sendMessage", chat_id=led["id"], text="x")
    inside = siti.inside(led)
    await api("getUpdates", offset=-9, allowed_updates=["message_reaction"])
    for _ in range(2):
        await inside.act("react", message_id=sent["message_id"], reaction=["👎"])
        who = {"chat_id": led["id"], "user_id": siti.id}
        await api("deleteMessageReaction", **who, message_id=sent["message_id"])
        await inside.act("react", message_id=sent["message_id"], reaction=["💩"])
        await api("deleteAllMessageReactions", **who)
    changes = [update["message_reaction"]["new_reaction"] for update in await api.updates()]
    assert [len(change) for change in changes] == [1, 0] * 4
    await api("setChatMemberTag", **who, tag="Notulis")
    assert (await api("getChatMember", **who))["tag"] == "Notulis"


async def test_leaving_on_its_own_the_bot_is_out(api: Api, group: dict[str, Any]) -> None:
    await api("leaveChat", chat_id=group["id"])
    failure = await refusal(api, "sendMessage", chat_id=group["id"], text="x")
    assert failure.description == "Forbidden: bot is not a member of the supergroup chat"


async def test_a_channel_has_posts_instead_of_messages(api: Api, control: Control, budi: Chat) -> None:
    channel = await control.group("Pengumuman", budi, type="channel")
    await api.updates()
    await budi.inside(channel).say("Rakor dimulai")
    post = (await api.updates())[0]["channel_post"]
    assert post["sender_chat"] == channel
    assert "from" not in post
    own = await api("sendMessage", chat_id=channel["id"], text="Materi tersedia")
    edited = await api(
        "editMessageText", chat_id=channel["id"], message_id=own["message_id"], text="Materi lengkap"
    )
    assert edited["text"] == "Materi lengkap"


async def test_topics_hold_their_messages(api: Api, control: Control, budi: Chat) -> None:
    forum = await control.group("Forum", budi, is_forum=True, bot_status="administrator")
    await api.updates()
    topic = await api("createForumTopic", chat_id=forum["id"], name="Materi")
    place = {"chat_id": forum["id"], "message_thread_id": topic["message_thread_id"]}
    inside = await api("sendMessage", **place, text="x")
    assert inside["is_topic_message"] is True
    assert inside["reply_to_message"]["forum_topic_created"]["name"] == "Materi"
    said = await budi.inside(forum).say("y", message_thread_id=topic["message_thread_id"])
    heard = [update["message"] for update in await api.updates()]
    assert [message["message_thread_id"] for message in heard] == [topic["message_thread_id"]] * 2
    assert heard[-1]["message_id"] == said["message_id"]
    await api("editForumTopic", **place, name="Bahan")
    await api("closeForumTopic", **place)
    assert (await refusal(api, "closeForumTopic", **place)).description == "Bad Request: TOPIC_NOT_MODIFIED"
    await api("reopenForumTopic", **place)
    await api("hideGeneralForumTopic", chat_id=forum["id"])
    await api("unhideGeneralForumTopic", chat_id=forum["id"])
    await api("deleteForumTopic", **place)
    gone = await refusal(api, "sendMessage", **place, text="x")
    assert gone.description == "Bad Request: message thread not found"


async def test_only_who_leads_a_forum_writes_into_a_closed_topic(
    api: Api, control: Control, budi: Chat, siti: Chat
) -> None:
    forum = await control.group("Forum", budi, siti, is_forum=True)
    topic = await control.post("topics", chat=forum["id"], user=budi.id, name="Materi")
    place = {"message_thread_id": topic["message_thread_id"]}
    await control.post("promote", chat=forum["id"])
    await api("closeForumTopic", chat_id=forum["id"], **place)
    await budi.inside(forum).say("x", **place)
    with pytest.raises(ControlError, match="is closed"):
        await siti.inside(forum).say("x", **place)
    await control.post("promote", chat=forum["id"], status="member")
    assert (await refusal(api, "sendMessage", chat_id=forum["id"], text="x", **place)).description == (
        "Bad Request: TOPIC_CLOSED"
    )
    created = await refusal(api, "deleteMessage", chat_id=forum["id"], message_id=topic["message_thread_id"])
    assert created.description == "Bad Request: message can't be deleted"


async def test_contacts_and_places_are_asked_for_in_private_only(api: Api, group: dict[str, Any]) -> None:
    for request, called in (("request_contact", "phone number"), ("request_location", "location")):
        keyboard = {"keyboard": [[{"text": "A", request: True}]]}
        failure = await refusal(api, "sendMessage", chat_id=group["id"], text="x", reply_markup=keyboard)
        assert failure.description == f"Bad Request: {called} can be requested in private chats only"


async def test_a_group_without_topics_is_no_forum(api: Api, led: dict[str, Any]) -> None:
    failure = await refusal(api, "createForumTopic", chat_id=led["id"], name="x")
    assert failure.description == "Bad Request: the chat is not a forum"


async def test_bots_react_with_one_of_telegrams_emoji(api: Api, budi: Chat) -> None:
    said = await budi.say("Terima kasih")
    place = {"chat_id": budi.id, "message_id": said["message_id"]}
    assert await api("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "🙏"}]) is True
    refusals = [
        (
            await refusal(api, "setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "🥸"}])
        ).description,
        (await refusal(api, "setMessageReaction", **place, reaction=[{"type": "star"}])).description,
        (await refusal(api, "setMessageReaction", chat_id=budi.id, message_id=99, reaction=[])).description,
    ]
    assert refusals == [
        "Bad Request: REACTION_INVALID",
        "Bad Request: can't parse ReactionType: invalid reaction type specified",
        "Bad Request: message to react not found",
    ]


async def test_a_group_goes_on_without_its_owner(api: Api, control: Control, budi: Chat) -> None:
    ani = await control.user("Ani")
    group = await control.group("Panitia", budi, ani)
    with pytest.raises(ControlError, match="owns chat"):
        await control.post("promote", chat=group["id"], user=budi.id)
    await control.post("leave", chat=group["id"], user=budi.id)
    await control.post("promote", chat=group["id"])
    assert (await api("getChatMember", chat_id=group["id"], user_id=bot_id(TOKEN)))[
        "status"
    ] == "administrator"
    assert (await control.post("migrate", chat=group["id"]))["type"] == "supergroup"
