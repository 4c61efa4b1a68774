"""getUpdates and the webhook."""

from __future__ import annotations

import re
import time
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.rehearsal.errors import bad_request, too_many_requests
from bot.rehearsal.methods.call import Call, Described
from bot.rehearsal.model import Json
from bot.rehearsal.model.webhooks import DEFAULT_CONNECTIONS, Webhook
from bot.rehearsal.updates import TERMINATED_BY_WEBHOOK
from bot.rehearsal.webhook import is_loopback

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
SECONDS_BETWEEN_WEBHOOKS = 1.0
"""Real seconds; who sets a webhook more often is refused (Client.cpp 15734)."""
PORTS = frozenset({80, 88, 443, 8443})
MAX_SECRET_LENGTH = 256


async def get_updates(call: Call) -> list[Json]:
    call.state.first_poll.set()
    parameters, updates = call.parameters, call.bot.updates
    if call.bot.webhook.url:
        await updates.refuse(WEBHOOK_ACTIVE)
    updates.slow_repeats = call.state.settings.slow_repeated_polls
    updates.choose(parameters.decoded_or_none("allowed_updates"))
    return await updates.poll(
        parameters.integer("offset"), parameters.integer("limit", 100), parameters.integer("timeout")
    )


def set_webhook(call: Call) -> Described:
    url = call.parameters.text("url").strip()
    if not url:
        return delete_webhook(call)
    now = time.monotonic()
    if now < call.bot.next_webhook_at:
        raise too_many_requests(1)
    call.bot.next_webhook_at = now + SECONDS_BETWEEN_WEBHOOKS
    webhook = _webhook(call, url)
    call.bot.updates.choose(call.parameters.decoded_or_none("allowed_updates"))
    if call.parameters.boolean("drop_pending_updates"):
        call.bot.updates.clear()
    is_same = _is_same(call.bot.webhook, webhook) and not call.parameters.boolean("drop_pending_updates")
    if not is_same:
        call.bot.updates.end_poll(TERMINATED_BY_WEBHOOK)
        call.bot.webhook = webhook
        call.state.deliveries.start(call.bot)
    return Described(True, "Webhook is already set" if is_same else "Webhook was set")


def _is_same(old: Webhook, new: Webhook) -> bool:
    same = (old.url, old.secret_token, old.max_connections) == (
        new.url,
        new.secret_token,
        new.max_connections,
    )
    return same and old.certificate is None and new.certificate is None


def _webhook(call: Call, url: str) -> Webhook:
    _check_url(url, call.state.settings.loopback_webhooks)
    secret = call.parameters.text("secret_token")
    if len(secret) > MAX_SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    certificate = call.parameters.upload("certificate")
    return Webhook(
        url=url,
        secret_token=secret,
        max_connections=min(max(call.parameters.integer("max_connections", DEFAULT_CONNECTIONS), 1), 100),
        ip_address=call.parameters.text("ip_address") or _literal(url),
        certificate=certificate.content if certificate else None,
    )


def _literal(url: str) -> str:
    """The address in a URL; nothing for a name other than this machine's."""
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    if host == "localhost":
        return "127.0.0.1"
    return host if host.replace(".", "").isdecimal() or ":" in host else ""


def _check_url(url: str, loopback_allowed: bool) -> None:
    """WebhookActor.cpp 707 to 784; on this machine everything goes, where that is allowed."""
    completed = url if "://" in url else f"https://{url}"
    try:
        parts = urlsplit(completed)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if loopback_allowed and is_loopback(completed):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _is_public(parts.hostname or ""):
        raise bad_request(f"bad webhook: IP address {parts.hostname} is reserved")
    if port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_public(host: str) -> bool:
    """Whether updates may go there; names are not looked up."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return host.lower() != "localhost"


def delete_webhook(call: Call) -> Described:
    was_set = bool(call.bot.webhook.url)
    call.state.deliveries.stop(call.bot)
    call.bot.webhook = Webhook()
    if call.parameters.boolean("drop_pending_updates"):
        call.bot.updates.clear()
    return Described(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


def get_webhook_info(call: Call) -> Json:
    updates = call.bot.updates
    return call.bot.webhook.info(len(updates.pending()), updates.chosen_kinds)
