"""What the tests of the answer engine share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from question_sets import Chat, engine_of


@pytest.fixture
def chat() -> Callable[[str], Chat]:
    return lambda code: Chat(*engine_of(code))
