"""A person pays an invoice, as far as the bot can tell."""

from __future__ import annotations

from bot.rehearsal.control.acts import Actor, actor, message_in
from bot.rehearsal.control.fields import Fields
from bot.rehearsal.control.waiting import answer_within, wait_seconds
from bot.rehearsal.errors import ControlError
from bot.rehearsal.model import Json
from bot.rehearsal.model.invoices import Invoice
from bot.rehearsal.model.state import State
from bot.rehearsal.names import names
from bot.rehearsal.posting import post

PAY_FIELDS = names("bot user chat message_id shipping_address shipping_option wait")
ANSWERABLE_SECONDS = 10
"""A bot has to answer a checkout within 10 seconds (documentation, answerPreCheckoutQuery)."""
ADDRESS = {
    "country_code": "ID",
    "state": "Kalimantan Timur",
    "city": "Balikpapan",
    "street_line1": "Jl. Jenderal Sudirman",
    "street_line2": "",
    "post_code": "76114",
}


async def pay(state: State, fields: Fields) -> Json:
    """Pays the invoice of a message: the bot is asked about shipping first if need be, then at the checkout.

    Answers what it said last, and the id of the message about the payment if it went through.
    """
    who = actor(state, fields)
    message_id = message_in(who.chat, fields.integer("message_id")).id
    invoice = state.invoices.get((who.chat.id, message_id))
    if invoice is None:
        raise ControlError(f"Message {message_id} is no invoice.")
    wait = wait_seconds(fields)
    total, shipping = invoice.body["total_amount"], {}
    if invoice.is_flexible:
        answer = await _ship(state, who, invoice, fields, wait)
        if answer is None or not answer["ok"]:
            return {"message_id": None, "answer": answer}
        option = _chosen(answer["shipping_options"], fields)
        total += sum(price["amount"] for price in option["prices"])
        shipping = {"shipping_option_id": option["id"]}
    order = {
        "currency": invoice.body["currency"],
        "total_amount": total,
        "invoice_payload": invoice.payload,
        **shipping,
    }
    answer = await _check_out(state, who, order, wait)
    if answer is None or not answer["ok"]:
        return {"message_id": None, "answer": answer}
    return {"message_id": _paid(state, who, order), "answer": answer}


async def _ship(state: State, who: Actor, invoice: Invoice, fields: Fields, wait: float) -> Json | None:
    query = state.queries.open(
        "shipping", who.bot.id, who.user.id, state.now(), state.patience(ANSWERABLE_SECONDS)
    )
    body = {
        "id": query.id,
        "from": who.user.profile,
        "invoice_payload": invoice.payload,
        "shipping_address": ADDRESS | fields.record("shipping_address"),
    }
    who.bot.updates.add("shipping_query", body, who.user.id)
    return await answer_within(query, wait)


def _chosen(options: list[Json], fields: Fields) -> Json:
    wanted = fields.text("shipping_option", options[0]["id"])
    found = next((option for option in options if option["id"] == wanted), None)
    if found is None:
        raise ControlError(f"The bot offers no shipping option {wanted!r}.")
    return found


async def _check_out(state: State, who: Actor, order: Json, wait: float) -> Json | None:
    query = state.queries.open(
        "checkout", who.bot.id, who.user.id, state.now(), state.patience(ANSWERABLE_SECONDS)
    )
    who.bot.updates.add(
        "pre_checkout_query", {"id": query.id, "from": who.user.profile, **order}, who.user.id
    )
    return await answer_within(query, wait)


def _paid(state: State, who: Actor, order: Json) -> int:
    number = state.number()
    payment = order | {
        "telegram_payment_charge_id": f"tg_{number}",
        "provider_payment_charge_id": f"provider_{number}",
    }
    return post(state, who.chat, who.user.profile, {"successful_payment": payment}).id
