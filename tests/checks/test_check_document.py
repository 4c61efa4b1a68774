"""Files that are no TOML."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.checks import check


@pytest.fixture
def findings_in(tmp_path: Path):
    def findings(content: bytes) -> list[str]:
        path = tmp_path / "acara.toml"
        path.write_bytes(content)
        return [str(finding).replace(f"{tmp_path}/", "") for finding in check(path)]

    return findings


def test_a_good_file_has_no_findings(event_path: Path) -> None:
    assert check(event_path) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (finding,) = check(tmp_path / "tidak-ada.toml")
    assert finding.place == str(tmp_path / "tidak-ada.toml")
    assert "no such file" in finding.message


def test_a_folder_is_not_readable(tmp_path: Path) -> None:
    (finding,) = check(tmp_path)
    assert "cannot be read" in finding.message


def test_an_impossible_path_is_not_readable() -> None:
    (finding,) = check(Path("a\0b"))
    assert finding.place == r"a\x00b"


def test_a_syntax_error_names_its_line(findings_in) -> None:
    (line,) = findings_in(b'[event]\ncode = "a"\ntitle = Rapat\n')
    assert line.startswith("error: acara.toml:3: not valid TOML: Invalid value; write texts in")


def test_an_unclosed_list_is_found_at_the_last_line(findings_in) -> None:
    (line,) = findings_in(b'[[faq]]\nkeywords = ["a",\n')
    assert line.startswith("error: acara.toml:2: ")


def test_a_repeated_key_names_its_line(findings_in) -> None:
    (line,) = findings_in(b'[event]\ncode = "a"\ncode = "b"\n')
    assert line.startswith("error: acara.toml:3: ")
    assert "keep one of them" in line


def test_a_date_that_does_not_exist_names_its_line(findings_in) -> None:
    (line,) = findings_in(b"[event]\nfirst_day = 2023-02-31\n")
    assert line.startswith("error: acara.toml:2: ")
    assert "no such date" in line


def test_another_encoding_names_the_line_of_the_first_foreign_byte(findings_in) -> None:
    (line,) = findings_in("[event]\ntitle = 'Caf\u00e9'\n".encode("latin-1"))
    assert line.startswith("error: acara.toml:2: is not UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(event_path: Path) -> None:
    content = event_path.read_bytes().replace(b"\n", b"\r\n")
    event_path.write_bytes(b"\xef\xbb\xbf" + content)
    assert check(event_path) == []


@pytest.mark.parametrize("content", [b"a = " + b"[" * 50_000, b"a = " + b"9" * 5_000])
def test_what_exhausts_the_parser_is_one_finding(findings_in, content: bytes) -> None:
    (line,) = findings_in(content)
    assert line.startswith("error: acara.toml: ")


def test_thousands_of_nested_tables_are_findings(findings_in) -> None:
    lines = findings_in(b".".join([b"a"] * 3_000) + b" = 1")
    assert lines[0].startswith("error: a: unknown table or key")


def test_an_empty_file_lacks_the_event_and_its_sessions(findings_in) -> None:
    assert [line.split(": ")[1] for line in findings_in(b"")] == ["event", "sessions"]
