"""How calls arrive and how they are answered."""

from __future__ import annotations

import asyncio
import json
import logging
from urllib.parse import quote

import aiohttp
import pytest
from yarl import URL

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.emulator import Emulator
from bot.rehearsal.methods import about
from bot.rehearsal.methods.registry import METHODS

from .conftest import TOKEN, Api, ApiRefusalError


async def test_get_me_of_an_unseen_token_makes_a_bot(api: Api) -> None:
    me = await api.with_token("777000:some-other_token")("getMe")
    assert me["id"] == 777000
    assert me["username"] == "bot777000_bot"
    assert me["is_bot"] is True


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_methods_are_known_in_any_case_and_by_both_verbs(api: Api, method: str, verb: str) -> None:
    assert (await api.raw(method, verb))["result"]["id"] == 4242


async def test_parameters_come_by_query_form_json_and_multipart(api: Api, budi: Chat) -> None:
    expected = {"chat_id": str(budi.id), "text": "Halo"}
    multipart = aiohttp.FormData(expected, default_to_multipart=True)
    answers = [
        await api.raw("sendMessage", "GET", params=expected),
        await api.raw("sendMessage", data=expected),
        await api.raw("sendMessage", json=expected),
        await api.raw("sendMessage", data=multipart),
        await api.raw("sendMessage", params={"chat_id": budi.id}, data={"text": "Halo"}),
    ]
    assert [answer["result"]["text"] for answer in answers] == ["Halo"] * 5


async def test_an_object_may_be_json_or_text_that_holds_json(api: Api, budi: Chat) -> None:
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    as_object = await api("sendMessage", chat_id=budi.id, text="1", reply_markup=keyboard)
    text = '{"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}'
    as_text = await api("sendMessage", chat_id=budi.id, text="2", reply_markup=text)
    assert as_object["reply_markup"] == as_text["reply_markup"] == keyboard


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    with pytest.raises(ApiRefusalError, match=r"^Not Found: method not found$") as failure:
        await api("danceAround")
    assert failure.value.status == failure.value.code == 404


async def test_a_method_that_only_telegram_has_is_refused_by_its_name(api: Api) -> None:
    with pytest.raises(ApiRefusalError, match="does not know the method sendGift") as failure:
        await api("sendGift")
    assert failure.value.code == 501


@pytest.mark.parametrize("token", ["nonsense", "123", ":secret", "12ab:secret-token", "123:a b"])
async def test_a_malformed_token_is_unauthorized(api: Api, token: str) -> None:
    with pytest.raises(ApiRefusalError, match=r"^Unauthorized$") as failure:
        await api.with_token(quote(token))("getMe")
    assert failure.value.code == 401


async def test_a_refused_token_is_unauthorized_until_it_is_valid_again(api: Api, control: Control) -> None:
    await control.post("bots", token=TOKEN, valid=False)
    with pytest.raises(ApiRefusalError, match=r"^Unauthorized$"):
        await api("getMe")
    await control.post("bots", token=TOKEN, valid=True)
    assert (await api("getMe"))["id"] == 4242


async def test_the_colon_of_a_token_may_be_escaped(api: Api, emulator: Emulator) -> None:
    async with api.session.get(f"{emulator.url}/bot{TOKEN.replace(':', '%3A')}/getMe") as response:
        assert (await response.json())["result"]["id"] == 4242


async def test_a_body_that_is_no_json_is_refused(api: Api) -> None:
    with pytest.raises(ApiRefusalError, match=r"^Bad Request: ") as failure:
        await api.raw("getMe", data=b"{", headers={"Content-Type": "application/json"})
    assert failure.value.code == 400


@pytest.mark.parametrize(
    ("body", "content_type", "description"),
    [
        (b'{"a":' * 30_000, "application/json", "can't parse JSON body"),
        (b"xx", "multipart/form-data", "boundary not found"),
        (b"xx", "multipart/form-data; boundary=y", "boundary not found"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(
    api: Api, body: bytes, content_type: str, description: str
) -> None:
    with pytest.raises(ApiRefusalError) as failure:
        await api.raw("getMe", data=body, headers={"Content-Type": content_type})
    assert (failure.value.status, failure.value.description) == (400, f"Bad Request: {description}")


async def test_markup_nested_too_deep_is_no_json_and_recorded_as_sent(
    api: Api, budi: Chat, control: Control
) -> None:
    markup = "[" * 100_000
    with pytest.raises(ApiRefusalError, match="can't parse reply keyboard markup JSON object"):
        await api.raw("sendMessage", data={"chat_id": str(budi.id), "text": "x", "reply_markup": markup})
    assert (await control.calls(method="sendMessage"))[-1]["params"]["reply_markup"] == markup


async def test_a_file_is_downloaded_by_either_spelling_of_the_token(
    api: Api, budi: Chat, emulator: Emulator
) -> None:
    sent = await api("sendDocument", chat_id=budi.id, document=b"isi")
    file = await api("getFile", file_id=sent["document"]["file_id"])
    for token in (TOKEN, TOKEN.replace(":", "%3A")):
        address = URL(f"{emulator.url}/file/bot{token}/{file['file_path']}", encoded=True)
        async with api.session.get(address) as response:
            assert (response.status, await response.read()) == (200, b"isi")


async def test_more_than_telegram_takes_is_refused_whole(api: Api, budi: Chat) -> None:
    with pytest.raises(ApiRefusalError, match=r"^Request Entity Too Large$") as failure:
        await api("sendDocument", chat_id=budi.id, document=bytes(53 * 1024 * 1024))
    assert failure.value.code == 413


async def test_other_paths_are_not_found(emulator: Emulator, session: aiohttp.ClientSession) -> None:
    async with session.get(f"{emulator.url}/elsewhere") as response:
        assert response.status == 404
        assert (await response.json())["ok"] is False


@pytest.mark.errors_expected
async def test_a_failure_of_the_emulator_is_an_internal_error_and_logged(
    api: Api, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(call: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(METHODS, "getme", fail)
    with pytest.raises(ApiRefusalError, match=r"^Internal Server Error"):
        await api("getMe")
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert METHODS["getmyname"] is about.get_my_name


async def test_a_taken_port_is_an_os_error(emulator: Emulator) -> None:
    port = int(emulator.url.rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"):
        await Emulator(VirtualClock()).start(port)


async def test_text_that_is_no_utf8_is_refused(api: Api, budi: Chat) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with pytest.raises(ApiRefusalError, match=r"^Bad Request: strings must be encoded in UTF-8$"):
        await api.raw("sendMessage", data=f"chat_id={budi.id}&text=%ff".encode(), headers=form)
    with pytest.raises(ApiRefusalError, match=r"must be encoded in UTF-8$"):
        await api("sendMessage", chat_id=budi.id, text="\ud800")


async def test_after_an_outage_all_is_as_it_was(api: Api, budi: Chat, emulator: Emulator) -> None:
    port = int(emulator.url.rpartition(":")[2])
    await budi.say("sebelum")
    await emulator.stop()
    with pytest.raises(aiohttp.ClientConnectionError):
        await api("getMe")
    await emulator.start(port)
    assert [update["message"]["text"] for update in await api.updates()] == ["sebelum"]
    sent = await api("sendMessage", chat_id=budi.id, text="sesudah")
    assert await budi.wait_for("sesudah") == sent


async def test_listens_on_loopback_only(emulator: Emulator) -> None:
    assert emulator.url.startswith("http://127.0.0.1:")


async def test_stops_at_once_in_the_middle_of_polls_streams_and_presses(clock: VirtualClock) -> None:
    emulator = Emulator(clock)
    await emulator.start()
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session, Control(emulator.url, TOKEN) as control:
        budi = await control.user()
        await budi.say("/start")
        waiting = [
            asyncio.create_task(Api(session, emulator.url, "77:another-token")("getUpdates", timeout=50)),
            asyncio.create_task(control.post("press", user=budi.id, message_id=1, data="x", wait=30)),
            asyncio.create_task(budi.wait_for("nothing", timeout=30)),
        ]
        await emulator.first_poll()
        async with session.get(f"{emulator.url}/_emulator/events") as stream:
            await stream.content.readline()
            started = loop.time()
            await emulator.stop()
            assert loop.time() - started < 1
        ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert ends[0] == []
    assert all(isinstance(end, aiohttp.ClientError) for end in ends[1:])


async def test_numbers_that_json_does_not_have_stay_out_of_the_record(api: Api, control: Control) -> None:
    form = {"chat_id": "1", "latitude": "nan", "longitude": "inf"}
    json_type = {"Content-Type": "application/json"}
    for request in ({"data": form}, {"data": b'{"latitude": NaN}', "headers": json_type}):
        with pytest.raises(ApiRefusalError):
            await api.raw("sendLocation", **request)
    calls = json.dumps(await control.calls(method="sendLocation"))
    assert "NaN" not in calls
    assert "Infinity" not in calls
