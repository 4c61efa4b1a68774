"""Nothing in a file makes a check fail, and what has no error can be loaded."""

from __future__ import annotations

import copy
import tempfile
import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.checks import Finding, check, inspect
from data.checks.document import Document
from data.checks.model import event_of
from data.eventfile import EventFileError, load

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "rakor-polpum-2023.toml"
SAMPLE_BYTES = SAMPLE.read_bytes()
SAMPLE_TABLES = tomllib.loads(SAMPLE_BYTES.decode())

KEYS = st.sampled_from([*SAMPLE_TABLES, *SAMPLE_TABLES["event"], *SAMPLE_TABLES["sessions"][3]]) | st.text(
    max_size=5
)
SCALARS = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.integers(-(16**5000), 16**5000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from([date.min, date.max, datetime.min, datetime.max, time.min]),
    st.sampled_from(["panel", "panel-1", "ballroom", "Asia", "../..", "/etc", "Senin, 31 Februari", "\0"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


def keeps_its_promises(tables: dict[str, Any]) -> None:
    findings = inspect(Document(SAMPLE, tables))
    assert all(str(finding).isprintable() for finding in findings)
    if all(finding.severity == "warning" for finding in findings):
        event = event_of(tables)
        assert all(event.room_of(session) for session in event.sessions)
        assert event.zone
        assert event.days


@SLOW
@given(tables=st.dictionaries(KEYS, VALUES, max_size=5))
def test_any_tables_are_checked(tables: dict[str, Any]) -> None:
    keeps_its_promises(tables)


def spots(node: object) -> list[tuple[Any, Any]]:
    """Every container of the sample with one of its keys or positions."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [spot for key, value in items for spot in ((node, key), *spots(value))]


@SLOW
@given(data=st.data())
def test_any_change_of_the_sample_is_checked(data: st.DataObject) -> None:
    tables = copy.deepcopy(SAMPLE_TABLES)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(spots(tables)))
        change = data.draw(st.sampled_from(["replace", "remove", "add", "swap"]))
        if change == "replace":
            container[key] = data.draw(VALUES)
        elif change == "remove":
            del container[key]
        elif change == "swap":
            other, other_key = data.draw(st.sampled_from(spots(tables)))
            container[key] = copy.deepcopy(other[other_key])
        elif isinstance(container, dict):
            container[data.draw(KEYS)] = data.draw(VALUES)
        else:
            container.append(copy.deepcopy(container[key]))
    keeps_its_promises(tables)


@SLOW
@given(
    start=st.integers(0, len(SAMPLE_BYTES)),
    length=st.integers(0, 200),
    inserted=st.binary(max_size=20)
    | st.sampled_from([b"[[", b"]", b'"', b'"""', b"=", b"\n", b"\xff", b"{"]),
)
def test_any_bytes_are_checked_and_what_has_no_error_is_loaded(
    start: int, length: int, inserted: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "acara.toml"
        path.write_bytes(SAMPLE_BYTES[:start] + inserted + SAMPLE_BYTES[start + length :])
        errors = [finding for finding in check(path) if finding.severity == "error"]
        assert refusals(path) == errors


def refusals(path: Path) -> list[Finding]:
    try:
        load(path)
    except EventFileError as exc:
        return list(exc.findings)
    return []
