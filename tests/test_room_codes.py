"""The rotating code: its steps, its tolerance, and whose it is."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import assume, given
from hypothesis import strategies as st

from data.room_codes import REMEMBERED_STEPS, STEP_SECONDS, code_at, matches, seconds_left, step_of

secrets = st.binary(min_size=20, max_size=20)
instants = st.integers(min_value=1_600_000_000, max_value=1_900_000_000)


@given(secrets, instants, st.integers(-5, 30))
def test_a_code_is_good_from_a_step_before_until_a_step_after_it_was_shown(
    secret: bytes, shown_at: int, steps: int
) -> None:
    sent_at = shown_at + steps * STEP_SECONDS
    others = [s for s in range(-2, REMEMBERED_STEPS + 1) if s != steps]
    code = code_at(secret, shown_at)
    assume(all(code_at(secret, sent_at - other * STEP_SECONDS) != code for other in others))
    found = list(matches({"panel-1": secret}, code, float(sent_at)))
    assert [match.is_valid for match in found] == ([steps <= 1] if -1 <= steps <= REMEMBERED_STEPS else [])


@given(secrets, instants)
def test_the_border_between_two_codes_is_where_the_step_ends(secret: bytes, instant: int) -> None:
    begin = step_of(instant) * STEP_SECONDS
    assert code_at(secret, begin) == code_at(secret, begin + STEP_SECONDS - 0.001)
    assert 0 < seconds_left(instant) <= STEP_SECONDS
    assert (instant + seconds_left(instant)) % STEP_SECONDS == 0


@given(secrets, secrets, instants)
def test_a_code_is_its_own_sessions_only(own: bytes, other: bytes, instant: int) -> None:
    code = code_at(own, instant)
    near = range(-REMEMBERED_STEPS - 1, 3)
    assume(all(code_at(other, instant + step * STEP_SECONDS) != code for step in near))
    found = list(matches({"panel-1": own, "panel-2": other}, code, float(instant)))
    assert [match.session_id for match in found] == ["panel-1"]


@given(secrets, st.text(max_size=12), instants)
def test_whatever_is_typed_is_no_code_but_the_six_digits(secret: bytes, typed: str, instant: int) -> None:
    found = list(matches({"panel-1": secret}, typed, float(instant)))
    assert not found or (len(typed) == 6 and typed.isascii() and typed.isdigit())


@given(secrets, instants)
def test_a_code_is_six_digits_and_like_any_authenticators(secret: bytes, instant: int) -> None:
    """RFC 6238: SHA-1, 30 s, six digits."""
    digest = hmac.new(secret, step_of(instant).to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    assert code_at(secret, instant) == f"{number % 10**6:06}"
