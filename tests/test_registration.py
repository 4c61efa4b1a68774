"""Registration through the chat."""

from tests.rakor import Rakor, register


async def test_a_newcomer_is_asked_for_consent_and_registers(rakor: Rakor) -> None:
    budi = await rakor.control.user("Budi Santoso", language_code="id")
    await register(budi, institution="Kesbangpol Kementerian")
    (row,) = rakor.rows("SELECT * FROM participants")
    assert (row["name"], row["position"]) == ("Budi Santoso", "Kepala Bidang")
