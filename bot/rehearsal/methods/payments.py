"""Invoices, and answers at the checkout. No money moves, and no provider is asked."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call, required
from bot.rehearsal.methods.callbacks import TOO_OLD
from bot.rehearsal.methods.outgoing import send
from bot.rehearsal.model import Json
from bot.rehearsal.model.invoices import Invoice

CURRENCY_LETTERS = 3
STARS = "XTR"


def send_invoice(call: Call) -> Json:
    invoice = _read_invoice(call)
    body = send(call, {"invoice": invoice.body}).body
    call.state.invoices[body["chat"]["id"], body["message_id"]] = invoice
    return body


def create_invoice_link(call: Call) -> str:
    _read_invoice(call)
    return f"https://t.me/${call.state.number():016d}"


def _read_invoice(call: Call) -> Invoice:
    title, description, payload = (required(call, name) for name in ("title", "description", "payload"))
    currency = required(call, "currency").upper()
    if len(currency) != CURRENCY_LETTERS:
        raise bad_request("CURRENCY_INVALID")
    if currency != STARS and not call.parameters.text("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    prices = _prices(call.parameters.decoded("prices", "prices"))
    body = {
        "title": title,
        "description": description,
        "start_parameter": call.parameters.text("start_parameter"),
        "currency": currency,
        "total_amount": sum(price["amount"] for price in prices),
    }
    return Invoice(call.bot.id, body, payload, call.parameters.boolean("is_flexible"))


def _prices(value: Any) -> list[Json]:
    if value is None:
        raise bad_request('Parameter "prices" is required')
    if not isinstance(value, list):
        raise bad_request("Expected an Array of labeled prices")
    if not value:
        raise bad_request("There must be at least one price")
    return [_price(price) for price in value]


def _price(value: Any) -> Json:
    context = "Can't parse labeled price"
    if not isinstance(value, dict):
        raise bad_request(f"{context}: LabeledPrice must be an Object")
    if not value.get("label"):
        raise bad_request(f"{context}: LabeledPrice label must be non-empty")
    if not isinstance(value.get("amount"), int):
        raise bad_request(f'{context}: Field "amount" must be of type Number')
    return value


def answer_pre_checkout_query(call: Call) -> bool:
    return _answer(call, "checkout", "pre_checkout_query_id", {})


def answer_shipping_query(call: Call) -> bool:
    options: list[Json] = []
    if call.parameters.boolean("ok"):
        given = call.parameters.decoded("shipping_options", "shipping options")
        if not isinstance(given, list):
            raise bad_request("Expected an Array of shipping options")
        if not given:
            raise bad_request("There must be at least one shipping option")
        options = [_option(option) for option in given]
    return _answer(call, "shipping", "shipping_query_id", {"shipping_options": options})


def _option(value: Any) -> Json:
    if not isinstance(value, dict) or not value.get("id") or not value.get("title"):
        raise bad_request("Can't parse shipping option: ShippingOption identifier must be non-empty")
    return value | {"prices": _prices(value.get("prices"))}


def _answer(call: Call, kind: str, name: str, more: Json) -> bool:
    is_ok = call.parameters.boolean("ok")
    message = None if is_ok else required(call, "error_message")
    query = call.state.queries.take(kind, call.parameters.text(name), call.bot.id, call.state.now())
    if query is None:
        raise bad_request(TOO_OLD)
    query.settle({"ok": is_ok, "error_message": message, **more})
    return True
