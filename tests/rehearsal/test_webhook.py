"""Webhooks: set, checked, delivered to, retried, answered."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control

from .conftest import Api, ApiRefusalError

ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Hook:
    """A webhook that notes what it gets, and answers as it is told."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answer: Callable[[dict[str, Any]], web.Response] = lambda _: web.Response()
        self.hold = asyncio.Event()
        self.hold.set()
        self.url = ""
        self._arrived = asyncio.Condition()

    async def handle(self, request: web.Request) -> web.Response:
        body = json.loads(await request.read())
        async with self._arrived:
            self.bodies.append(body)
            self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self._arrived.notify_all()
        await self.hold.wait()
        return self.answer(body)

    async def received(self, count: int) -> list[str]:
        """The texts of the first ``count`` requests, once there are that many."""
        async with self._arrived:
            await asyncio.wait_for(self._arrived.wait_for(lambda: len(self.bodies) >= count), 10)
        return [body["message"]["text"] for body in self.bodies]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    application = web.Application()
    application.add_routes([web.post("/hook", hook.handle)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.hold.set()
    await runner.cleanup()


async def settled(api: Api) -> dict[str, Any]:
    """The webhook's info once nothing is pending."""
    for _ in range(200):
        info: dict[str, Any] = await api("getWebhookInfo")
        if info["pending_update_count"] == 0:
            return info
        await asyncio.sleep(0.01)
    raise AssertionError(f"updates are still pending: {info}")


async def failed(api: Api) -> dict[str, Any]:
    """The webhook's info once something has gone wrong."""
    for _ in range(200):
        info: dict[str, Any] = await api("getWebhookInfo")
        if "last_error_message" in info:
            return info
        await asyncio.sleep(0.01)
    raise AssertionError(f"nothing went wrong: {info}")


async def test_setting_and_deleting_is_described(api: Api, hook: Hook) -> None:
    async def described(method: str, **parameters: Any) -> Any:
        return (await api.raw(method, json=parameters))["description"]

    assert await described("setWebhook", url=hook.url) == "Webhook was set"
    info = await api("getWebhookInfo")
    assert (info["url"], info["ip_address"], info["max_connections"]) == (hook.url, "127.0.0.1", 40)
    await asyncio.sleep(1)
    assert await described("setWebhook", url=hook.url) == "Webhook is already set"
    assert await described("deleteWebhook") == "Webhook was deleted"
    assert await described("deleteWebhook") == "Webhook is already deleted"
    assert await described("setWebhook", url="") == "Webhook is already deleted"
    assert (await api("getWebhookInfo"))["url"] == ""


async def test_setting_more_than_once_a_second_is_refused(api: Api, hook: Hook) -> None:
    await api("setWebhook", url=hook.url)
    with pytest.raises(ApiRefusalError) as failure:
        await api("setWebhook", url=hook.url)
    assert failure.value.parameters == {"retry_after": 1}
    assert failure.value.headers["Retry-After"] == "1"


async def test_polling_is_a_conflict_while_a_webhook_is_set(api: Api, hook: Hook) -> None:
    await api("setWebhook", url=hook.url)
    with pytest.raises(ApiRefusalError) as failure:
        await api("getUpdates")
    assert (failure.value.code, failure.value.description) == (409, ACTIVE)


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:8444/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://10.1.2.3/"}, "bad webhook: IP address 10.1.2.3 is reserved"),
        ({"url": "https://[1/"}, "invalid webhook URL specified"),
        ({"url": "https://example.org/", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "https://example.org/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_wrong_webhooks_are_refused(api: Api, parameters: dict[str, str], description: str) -> None:
    with pytest.raises(ApiRefusalError) as failure:
        await api("setWebhook", **parameters)
    assert failure.value.description == f"Bad Request: {description}"


async def test_this_machine_is_reserved_when_it_is_not_allowed(
    api: Api, hook: Hook, control: Control
) -> None:
    await control.post("settings", loopback_webhooks=False)
    with pytest.raises(ApiRefusalError, match=r"IP address 127.0.0.1 is reserved"):
        await api("setWebhook", url="https://127.0.0.1/")


async def test_updates_are_delivered_with_the_secret_and_then_gone(api: Api, budi: Chat, hook: Hook) -> None:
    await budi.say("sebelum")
    await api("setWebhook", url=hook.url, secret_token="rahasia_1")
    await budi.say("sesudah")
    assert await hook.received(2) == ["sebelum", "sesudah"]
    assert hook.secrets == ["rahasia_1"] * 2
    await settled(api)
    await api("deleteWebhook")
    assert await api.updates() == []


async def test_pending_updates_may_be_dropped(api: Api, budi: Chat, hook: Hook) -> None:
    await budi.say("lama")
    await api("setWebhook", url=hook.url, drop_pending_updates=True)
    await budi.say("baru")
    assert await hook.received(1) == ["baru"]


async def test_order_is_kept_in_a_chat_and_chats_go_side_by_side(
    api: Api, budi: Chat, control: Control, hook: Hook
) -> None:
    siti = await control.user("Siti")
    hook.hold.clear()
    await api("setWebhook", url=hook.url)
    await budi.say("budi 1")
    await budi.say("budi 2")
    await siti.say("siti 1")
    assert await hook.received(2) == ["budi 1", "siti 1"]
    hook.hold.set()
    assert (await hook.received(3))[2] == "budi 2"


async def test_connections_are_limited(api: Api, budi: Chat, control: Control, hook: Hook) -> None:
    siti = await control.user("Siti")
    hook.hold.clear()
    await api("setWebhook", url=hook.url, max_connections=1)
    await budi.say("budi")
    await siti.say("siti")
    assert await hook.received(1) == ["budi"]
    await asyncio.sleep(0.05)
    assert len(hook.bodies) == 1
    hook.hold.set()
    assert await hook.received(2) == ["budi", "siti"]


async def test_what_fails_is_sent_again_before_what_follows(api: Api, budi: Chat, hook: Hook) -> None:
    hook.answer = lambda _: web.Response(status=500 if len(hook.bodies) == 1 else 200)
    await api("setWebhook", url=hook.url)
    await budi.say("1")
    await budi.say("2")
    assert await hook.received(3) == ["1", "1", "2"]
    info = await settled(api)
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["last_error_date"] == info["last_error_date"] // 1


async def test_pauses_grow_and_an_answer_may_name_one(api: Api, budi: Chat, hook: Hook) -> None:
    loop = asyncio.get_running_loop()
    instants: list[float] = []

    def answer(body: dict[str, Any]) -> web.Response:
        instants.append(loop.time())
        headers = {"Retry-After": "1"} if len(instants) == 1 else {}
        return web.Response(status=503 if len(instants) < 3 else 200, headers=headers)

    hook.answer = answer
    await api("setWebhook", url=hook.url)
    await budi.say("1")
    await hook.received(3)
    pauses = [later - earlier for earlier, later in pairwise(instants)]
    assert 0.9 < pauses[0] < 1.5
    assert 1.9 < pauses[1] < 2.5


async def test_an_expired_update_is_not_sent_again(
    api: Api, budi: Chat, hook: Hook, clock: VirtualClock
) -> None:
    def answer(body: dict[str, Any]) -> web.Response:
        clock.advance(25 * 3600)
        return web.Response(status=500)

    hook.answer = answer
    await api("setWebhook", url=hook.url)
    await budi.say("1")
    await hook.received(1)
    assert (await settled(api))["pending_update_count"] == 0
    assert len(hook.bodies) == 1


async def test_an_unreachable_webhook_is_an_error_that_is_shown(api: Api, budi: Chat) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    await budi.say("1")
    info = await failed(api)
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1


@pytest.mark.parametrize("kind", ["json", "form"])
async def test_an_answer_may_be_a_method(api: Api, budi: Chat, hook: Hook, kind: str) -> None:
    method = {"method": "sendMessage", "chat_id": budi.id, "text": "dari jawaban"}
    form = f"method=sendMessage&chat_id={budi.id}&text=dari+jawaban"

    def answer(body: dict[str, Any]) -> web.Response:
        if kind == "json":
            return web.json_response(method)
        return web.Response(text=form, content_type="application/x-www-form-urlencoded")

    hook.answer = answer
    await api("setWebhook", url=hook.url)
    await budi.say("1")
    assert (await budi.wait_for("dari jawaban"))["from"]["id"] == 4242


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that it signed itself, with its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path_factory.mktemp("tls") / "hook.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def _public(certificate: Path) -> bytes:
    content = certificate.read_bytes()
    return content[content.index(b"-----BEGIN CERTIFICATE") :]


@pytest.mark.parametrize("given", [True, False])
async def test_a_webhook_may_use_tls(
    api: Api, budi: Chat, hook: Hook, certificate: Path, given: bool
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    application = web.Application()
    application.add_routes([web.post("/hook", hook.handle)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    url = f"https://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api("setWebhook", url=url, **({"certificate": ("hook.pem", _public(certificate))} if given else {}))
    await budi.say("1")
    assert await hook.received(1) == ["1"]
    assert (await settled(api))["has_custom_certificate"] is given
    await api("deleteWebhook")
    await runner.cleanup()


async def test_a_certificate_that_is_none_is_an_error_that_is_shown(api: Api, budi: Chat, hook: Hook) -> None:
    await api("setWebhook", url=hook.url.replace("http:", "https:"), certificate=("hook.pem", b"nonsense"))
    await budi.say("1")
    assert (await failed(api))["last_error_message"].startswith("SSL error")


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "deleteWebhook", "logOut", "close"])
async def test_some_methods_are_not_carried_out(
    api: Api, budi: Chat, hook: Hook, control: Control, method: str
) -> None:
    before = (await control.calls())[-1]["n"]
    hook.answer = lambda _: web.json_response({"method": method})
    await api("setWebhook", url=hook.url)
    await budi.say("1")
    await settled(api)
    assert {call["method"] for call in await control.calls(after=before)} == {"setWebhook", "getWebhookInfo"}
