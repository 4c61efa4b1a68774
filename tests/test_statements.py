"""SQL by name: every statement that is asked for is there, and is understood by the schema of the day."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import data
from data.migrations import migrate
from data.segments import RECIPIENTS
from data.statements import statements

FOLDER = Path(data.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.sql"))


PARTS = {("segments", "recipients"), ("questions", "columns")}
"""With which others begin, or which stand in them."""


class AnyValue(dict[str, object]):
    """Binds 1 to every parameter."""

    def __missing__(self, name: str) -> object:
        return 1


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        migrate(opened, Path("unused"))
        yield opened


def source(module: str) -> str:
    return (FOLDER / f"{module}.py").read_text(encoding="utf-8")


def test_modules_with_statements_are_found() -> None:
    assert {"inbox", "outbox", "events", "participants"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_every_statement_fits_the_schema(module: str, connection: sqlite3.Connection) -> None:
    for name, text in statements(module).items():
        if (module, name) in PARTS:
            continue
        statement = text.replace("{recipients}", RECIPIENTS)
        statement = f"{statements(module)['columns']} {text}" if text.startswith("AND ") else statement
        assert sqlite3.complete_statement(statement), name
        connection.execute(f"EXPLAIN {statement}", AnyValue()).fetchall()


@pytest.mark.parametrize("module", MODULES)
def test_every_statement_that_is_asked_for_is_there(module: str) -> None:
    asked = set(re.findall(r'_sql\["(\w+)"\]', source(module)))
    assert asked
    assert asked <= statements(module).keys()


@pytest.mark.parametrize("module", MODULES)
def test_no_name_is_given_twice(module: str) -> None:
    names = re.findall(r"^-- name: (.*)$", (FOLDER / f"{module}.sql").read_text(), re.MULTILINE)
    assert sorted(names) == sorted(statements(module))


def test_a_statement_is_the_text_under_its_name() -> None:
    assert statements("facts")["value"] == "SELECT value FROM facts WHERE name = :name;"


def test_a_module_without_statements_says_so() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.sql"):
        statements("nothing")
