"""The committee's XLSX: read whole, or refused with every row that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.invited_list import InvitedListError, read
from tests.attendance_stage import HEADING, workbook

NIP = "199003152015011001"
ROW = ("Drs. Budi Santoso", NIP, "Kepala Badan", "Kesbangpol Kaltim", "Kalimantan Timur", "005/12", "KODE-1")


def test_a_row_is_a_person_with_the_code_of_the_region() -> None:
    (found,) = read(workbook([ROW]))
    assert (found.name, found.nip, found.position) == ROW[:3]
    assert (found.institution, found.region, found.invitation_number, found.code) == ROW[3:]
    assert found.region_code == "64"


@pytest.mark.parametrize(
    "heading",
    [
        ("NAMA LENGKAP", "N.I.P.", "Jabatan", "Unit Kerja", "Provinsi", "Nomor Undangan", "Kode"),
        ("nama", "nip/nrp", "jabatan", "INSTANSI", "wilayah", "no. undangan", "kode undangan"),
    ],
)
def test_headings_are_read_as_people_write_them(heading: tuple[str, ...]) -> None:
    (found,) = read(workbook([ROW], heading))
    assert (found.name, found.institution, found.code) == (ROW[0], ROW[3], ROW[6])


def test_a_letterhead_above_and_empty_rows_do_not_matter() -> None:
    rows = [("", *[""] * 6), HEADING, ROW, (None,) * 7, ("Siti", None, None, "Pusat", None, None, None)]
    assert [one.name for one in read(workbook(rows, ("KEMENTERIAN DALAM NEGERI",)))] == [ROW[0], "Siti"]


def problems(*rows: tuple[object, ...]) -> list[str]:
    with pytest.raises(InvitedListError) as caught:
        read(workbook(list(rows)))
    return str(caught.value).splitlines()


def test_every_wrong_row_is_named_at_once() -> None:
    found = problems(
        ROW,
        (None, NIP, "Kabid", "Kesbangpol", None, None, None),
        ("Siti", "12345", "Kabid", "", None, None, None),
        ("Ani", "199003152015011000", "Kabid", "Kesbangpol", None, None, None),
        ROW,
        ("Eko", None, "x" * 200, "Kesbangpol", None, None, "kode-1"),
    )
    assert [line.split(":")[0] for line in found] == [f"row {number}" for number in (3, 4, 4, 5, 6, 6, 7)]
    assert "Nama is missing" in found[0]
    assert "Instansi is missing" in found[1]
    assert "18 digits" in found[2]
    assert "lost its last digits" in found[3]
    assert f"row 2 ({NIP})" in found[4]
    assert "row 2 (kode-1)" in found[5]


def test_a_code_twice_and_a_text_too_long_are_named() -> None:
    other = ("Siti", None, None, "Pusat", None, None, "kode-1")
    assert "row 2 (kode-1)" in problems(ROW, other)[0]
    assert "longer than 120" in problems(("Siti", None, "x" * 200, "Pusat", None, None, None))[0]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Nama;NIP\nBudi;1", b"%PDF-1.7"])
def test_what_is_no_workbook_says_so(content: bytes) -> None:
    with pytest.raises(InvitedListError, match=r"\.xlsx"):
        read(content)


def test_a_sheet_without_a_heading_says_which_columns_are_wanted() -> None:
    with pytest.raises(InvitedListError, match="Nama, NIP, Jabatan, Instansi"):
        read(workbook([ROW], ("A", "B")))


CELLS = (
    st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30) | st.integers(0, 10**15)
)


@given(st.lists(CELLS))
def test_whatever_a_row_holds_it_is_read_or_named(cells: list[object]) -> None:
    row = [f" {cell}" if isinstance(cell, str) and cell.startswith("=") else cell for cell in cells]
    found, complaints = [], ""
    try:
        found = read(workbook([ROW, row]))
    except InvitedListError as error:
        complaints = str(error)
    assert len(found) in (1, 2) or complaints
    assert all(line.startswith("row 3: ") for line in complaints.splitlines())
