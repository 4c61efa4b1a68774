"""The committee's invited list as XLSX: read whole, or refused with every row that is wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from data.attendees import folded
from data.errors import RakorError
from data.invitations import Invitation, with_region

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("nama", "nama lengkap", "nama undangan", "name"),
    "nip": ("nip", "nip nrp", "nrp"),
    "position": ("jabatan", "position"),
    "institution": ("instansi", "unit kerja", "satuan kerja", "lembaga", "institution"),
    "region": ("wilayah", "provinsi", "daerah", "kabupaten kota", "region"),
    "invitation_number": ("no undangan", "nomor undangan", "no surat undangan", "invitation number"),
    "code": ("kode", "kode undangan", "invitation code"),
}
"""What a column may be called, by what it holds; capitals and dots do not count."""

LIMITS: Mapping[str, int] = {
    "name": 120, "nip": 30, "position": 120, "institution": 120, "region": 80, "invitation_number": 80,
    "code": 40,
}  # fmt: skip
HEADING_ROWS = 10
"""The heading is looked for in the first rows: letterheads stand above it."""
NIP_DIGITS = 18
MAX_ROWS = 20_000
MAX_BYTES = 10_000_000

Cells = Sequence[object]


class InvitedListError(RakorError):
    """The list cannot be used; a line for each thing to mend, with its row."""


def read(content: bytes) -> list[Invitation]:
    """All lines of the first sheet. Raises InvitedListError; then nothing of it is to be used."""
    rows = _rows(content)
    at, columns = _heading(rows)
    found: list[Invitation] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows[at + 1 :], start=at + 2):
        fields = {field: _text(cells, column) for field, column in columns.items()}
        if not any(fields.values()):
            continue
        complaints = list(_complaints(fields))
        if not complaints:
            invitation = Invitation(**fields)  # type: ignore[arg-type]  # it has a name
            for key in _keys(invitation):
                if key in seen:
                    complaints.append(f"is the same as row {seen[key]} ({key.partition(':')[2]})")
                seen.setdefault(key, number)
            found.append(invitation)
        problems += [f"row {number}: {complaint}" for complaint in complaints]
    if problems:
        raise InvitedListError("\n".join(problems))
    if not found:
        raise InvitedListError("the list has no rows under its heading: add one a person")
    return [with_region(invitation) for invitation in found]


def _rows(content: bytes) -> list[Cells]:
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and needed only here

    if len(content) > MAX_BYTES:
        raise InvitedListError(f"the file is larger than {MAX_BYTES // 1_000_000} MB: leave out pictures")
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows: list[Cells] = []
        for row in sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1):
            rows.append(row)
        book.close()
    except (OSError, ValueError, KeyError, IndexError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
        raise InvitedListError("the file cannot be read as XLSX: save it in Excel as .xlsx") from error
    if len(rows) > MAX_ROWS:
        raise InvitedListError(f"the list has more than {MAX_ROWS} rows")
    return rows


def _heading(rows: Sequence[Cells]) -> tuple[int, dict[str, int]]:
    """Where the heading is, and the column of each field."""
    for at, cells in enumerate(rows[:HEADING_ROWS]):
        columns = dict(_columns(cells))
        if "name" in columns and "institution" in columns:
            return at, columns
    raise InvitedListError(
        f"no heading in the first {HEADING_ROWS} rows: name the columns Nama, NIP, Jabatan, Instansi, "
        "Wilayah, No. Undangan (Nama and Instansi are needed)"
    )


def _columns(cells: Cells) -> Iterator[tuple[str, int]]:
    for column, cell in enumerate(cells):
        heading = folded(str(cell)) if cell is not None else ""
        for field, names in HEADINGS.items():
            if heading in names:
                yield field, column


def _text(cells: Cells, column: int) -> str | None:
    """A cell as one line. Excel makes numbers of what looks like one: 1.98e17 is no NIP any more."""
    value = cells[column] if column < len(cells) else None
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    visible = "".join(char if char.isprintable() else " " for char in str(value))
    return " ".join(visible.split()) or None


def _complaints(fields: Mapping[str, str | None]) -> Iterator[str]:
    name, nip = fields.get("name"), fields.get("nip")
    if not name or not any(char.isalpha() for char in name):
        yield "Nama is missing"
    if not fields.get("institution"):
        yield "Instansi is missing"
    if nip:
        digits = nip.replace(" ", "")
        if not digits.isdecimal() or len(digits) not in (8, NIP_DIGITS):
            yield f"NIP {nip} does not have {NIP_DIGITS} digits (NRP: 8): format the column as text"
        elif len(digits) == NIP_DIGITS and digits.endswith("000") and nip.isdecimal():
            yield f"NIP {nip} has lost its last digits in Excel: format the column as text, type it anew"
    for field, value in fields.items():
        if value and len(value) > LIMITS[field]:
            yield f"{HEADINGS[field][0].title()} is longer than {LIMITS[field]} characters"


def _keys(invitation: Invitation) -> Iterator[str]:
    """What no two rows may share."""
    yield f"key:{invitation.natural_key}"
    if invitation.code:
        yield f"code:{invitation.code.casefold()}"
