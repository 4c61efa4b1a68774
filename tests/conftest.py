from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.rakor import Rakor, emulated, running

pytest_plugins = ["tests.browser"]


@pytest_asyncio.fixture
async def rakor(tmp_path: Path) -> AsyncIterator[Rakor]:
    """The bot on the sample event, at seven in the morning of the first day."""
    async with emulated() as stage, running(stage, stage.settings(tmp_path)) as bot:
        yield bot


@pytest.fixture(autouse=True)
def no_errors_in_the_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing may log an error; a test that means to is marked ``errors_expected``."""
    yield
    if request.node.get_closest_marker("errors_expected"):
        return
    errors = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not errors, [record.getMessage() for record in errors]
