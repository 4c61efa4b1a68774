"""Inline mode and payments."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.rehearsal.chat import Chat, Control, ControlError

from .conftest import TOKEN, Api, ApiRefusalError
from .pictures import png

ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "Jadwal",
    "input_message_content": {"message_text": "<b>Jadwal</b>", "parse_mode": "HTML"},
}


@pytest.fixture
async def inline(api: Api, budi: Chat, control: Control) -> None:
    await control.post("bots", token=TOKEN, supports_inline_queries=True, inline_feedback=True)


async def refusal(api: Api, method: str, **parameters: Any) -> str:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    return failure.value.description


async def answered(api: Api, budi: Chat, control: Control, *results: dict[str, Any]) -> dict[str, Any]:
    """What the person gets for an inline query that the bot answers so."""
    asking = asyncio.create_task(control.post("inline", user=budi.id, query="jad"))
    [update] = await api("getUpdates", offset=-1, timeout=5)
    assert update["inline_query"]["query"] == "jad"
    await api("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=list(results))
    found: dict[str, Any] = await asking
    return found


async def choose(control: Control, budi: Chat, asked: dict[str, Any], result_id: str) -> dict[str, Any]:
    chosen: dict[str, Any] = await control.post(
        "choose", user=budi.id, inline_query_id=asked["inline_query_id"], result_id=result_id
    )
    return chosen


@pytest.mark.usefixtures("inline")
async def test_a_chosen_result_is_a_message_by_way_of_the_bot(api: Api, budi: Chat, control: Control) -> None:
    markup = {"inline_keyboard": [[{"text": "Hadir", "callback_data": "hadir"}]]}
    asked = await answered(api, budi, control, ARTICLE | {"reply_markup": markup})
    assert [result["title"] for result in asked["answer"]["results"]] == ["Jadwal"]
    await choose(control, budi, asked, "1")
    message, feedback = (await api.updates())[-2:]
    assert message["message"]["via_bot"]["id"] == 4242
    assert message["message"]["entities"][0]["type"] == "bold"
    assert feedback["chosen_inline_result"]["query"] == "jad"
    inline_id = feedback["chosen_inline_result"]["inline_message_id"]
    await budi.press("Hadir", wait=0)
    query = (await api.updates())[-1]["callback_query"]
    assert query["inline_message_id"] == inline_id
    assert "message" not in query
    assert await api("editMessageText", inline_message_id=inline_id, text="Diubah") is True
    assert (await budi.messages())[-1]["text"] == "Diubah"
    assert await refusal(api, "editMessageText", inline_message_id="x", text="y") == (
        "Bad Request: MESSAGE_ID_INVALID"
    )


@pytest.mark.usefixtures("inline")
async def test_results_may_be_places_contacts_and_files(api: Api, budi: Chat, control: Control) -> None:
    photo = (await api("sendPhoto", chat_id=budi.id, photo=("a.png", png(20, 20))))["photo"][-1]
    asked = await answered(
        api,
        budi,
        control,
        {"type": "venue", "id": "1", "latitude": 1.5, "longitude": 2.5, "title": "Hotel", "address": "Jl. A"},
        {"type": "contact", "id": "2", "phone_number": "+62811", "first_name": "Panitia"},
        {"type": "photo", "id": "3", "photo_file_id": photo["file_id"], "caption": "Denah"},
        {"type": "location", "id": "4", "title": "Aula", "latitude": 1.5, "longitude": 2.5},
        {"type": "document", "id": "5", "title": "A", "document_file_id": "nonsense"},
    )
    for result_id in "1234":
        await choose(control, budi, asked, result_id)
    venue, contact, picture, place = (await budi.messages())[-4:]
    assert venue["venue"]["title"] == "Hotel"
    assert contact["contact"]["first_name"] == "Panitia"
    assert (picture["photo"][-1], picture["caption"]) == (photo, "Denah")
    assert place["location"] == {"latitude": 1.5, "longitude": 2.5}
    with pytest.raises(ControlError, match="wrong file identifier"):
        await choose(control, budi, asked, "5")
    with pytest.raises(ControlError, match="has a result '6'"):
        await choose(control, budi, asked, "6")


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize(
    ("results", "description"),
    [
        ({}, "expected an Array of inline query results"),
        ([ARTICLE] * 51, "too many inline query results specified"),
        ([ARTICLE] * 2, "RESULT_ID_DUPLICATE"),
        (["x"], "can't parse inline query result: Inline query result must be an object"),
        ([{"type": "article"}], "can't parse inline query result: Can't find field \"id\""),
        (
            [{"type": "cat", "id": "1"}],
            "can't parse inline query result: wrong inline query result type specified",
        ),
        ([{"type": "article", "id": "1", "title": "A"}], "input message content is not specified"),
        (
            [ARTICLE | {"input_message_content": {"message_text": "<b>", "parse_mode": "HTML"}}],
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
    ],
)
async def test_wrong_results_are_refused(api: Api, results: Any, description: str) -> None:
    found = await refusal(api, "answerInlineQuery", inline_query_id="1", results=results)
    assert found == f"Bad Request: {description}"


@pytest.mark.usefixtures("inline")
async def test_an_inline_query_is_soon_too_old(
    api: Api, budi: Chat, control: Control, clock: VirtualClock
) -> None:
    asked = await control.post("inline", user=budi.id, query="x", wait=0)
    assert asked["answer"] is None
    clock.advance(31)
    assert "query is too old" in await refusal(
        api, "answerInlineQuery", inline_query_id=asked["inline_query_id"], results=[]
    )
    assert await api.updates() == []


async def test_without_inline_mode_a_bot_cannot_be_asked(control: Control, budi: Chat) -> None:
    with pytest.raises(ControlError, match="supports_inline_queries"):
        await control.post("inline", user=budi.id, query="x")


INVOICE = {
    "title": "Buku prosiding",
    "description": "Cetak",
    "payload": "buku-1",
    "currency": "IDR",
    "provider_token": "made-up",
    "prices": [{"label": "Buku", "amount": 5_000_000}, {"label": "Kemasan", "amount": 500_000}],
}


async def paid(api: Api, budi: Chat, message_id: int, *answers: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """What comes of a payment when the bot answers each question so."""
    paying = asyncio.create_task(budi.act("pay", message_id=message_id))
    for kind, answer in answers:
        update = (await api("getUpdates", offset=-1, timeout=5, limit=1))[0]
        field = f"{kind}_query"
        method = f"answer{''.join(part.title() for part in field.split('_'))}"
        await api(method, **{f"{field}_id": update[field]["id"]}, **answer)
        await api("getUpdates", offset=update["update_id"] + 1, limit=1)
    return await paying


async def test_an_invoice_is_paid_after_the_bots_word(api: Api, budi: Chat) -> None:
    sent = await api("sendInvoice", chat_id=budi.id, **INVOICE)
    assert sent["invoice"]["total_amount"] == 5_500_000
    refused = await paid(
        api, budi, sent["message_id"], ("pre_checkout", {"ok": False, "error_message": "Habis"})
    )
    assert refused["answer"] == {"ok": False, "error_message": "Habis"}
    assert refused["message_id"] is None
    await paid(api, budi, sent["message_id"], ("pre_checkout", {"ok": True}))
    payment = (await budi.messages())[-1]["successful_payment"]
    assert (payment["total_amount"], payment["invoice_payload"]) == (5_500_000, "buku-1")


async def test_shipping_changes_the_price(api: Api, budi: Chat) -> None:
    sent = await api("sendInvoice", chat_id=budi.id, is_flexible=True, **INVOICE)
    options = [{"id": "pos", "title": "Pos", "prices": [{"label": "Ongkos", "amount": 1_000_000}]}]
    await paid(
        api,
        budi,
        sent["message_id"],
        ("shipping", {"ok": True, "shipping_options": options}),
        ("pre_checkout", {"ok": True}),
    )
    payment = (await budi.messages())[-1]["successful_payment"]
    assert (payment["total_amount"], payment["shipping_option_id"]) == (6_500_000, "pos")


@pytest.mark.parametrize(
    ("change", "description"),
    [
        ({"title": ""}, 'parameter "title" is required'),
        ({"currency": "RUPIAH"}, "CURRENCY_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": []}, "there must be at least one price"),
        (
            {"prices": [{"label": "", "amount": 1}]},
            "can't parse labeled price: LabeledPrice label must be non-empty",
        ),
    ],
)
async def test_wrong_invoices_are_refused(
    api: Api, budi: Chat, change: dict[str, Any], description: str
) -> None:
    found = await refusal(api, "sendInvoice", chat_id=budi.id, **{**INVOICE, **change})
    assert found == f"Bad Request: {description}"


async def test_only_an_invoice_can_be_paid(api: Api, budi: Chat) -> None:
    assert (await api("createInvoiceLink", **INVOICE)).startswith("https://t.me/$")
    with pytest.raises(ControlError, match="is no invoice"):
        await budi.act("pay", message_id=1)
    assert "query is too old" in await refusal(
        api, "answerPreCheckoutQuery", pre_checkout_query_id="1", ok=True
    )
