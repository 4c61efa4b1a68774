"""The verification code of a list: short, printed on it, and different for any other content.

It is no signature: it lets the committee tell whether a list came from this installation, and whether its
content still is what the installation knows.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import asdict

from data.reports.attendance.roll import Roll, Row

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are misread on paper."""

GROUPS, GROUP = 3, 4
BITS = 5 * GROUPS * GROUP
_READ_AS = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[\s-]+")


def code_of(roll: Roll, key: bytes) -> str:
    """Twelve signs in groups of four; the instant of printing does not count."""
    content = {
        "event": roll.event_code,
        "scope": roll.scope,
        "title": roll.title,
        "facts": roll.facts,
        "rows": [_sealed(row) for row in roll.rows],
    }
    digest = hmac.digest(key, json.dumps(content, ensure_ascii=False).encode(), hashlib.sha256)
    number = int.from_bytes(digest[:8]) >> (64 - BITS)
    signs = "".join(ALPHABET[number >> shift & 31] for shift in range(BITS - 5, -5, -5))
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _sealed(row: Row) -> dict[str, object]:
    """Instants to the second, in no zone."""
    instants = {"checked_in": row.checked_in, "checked_out": row.checked_out}
    return asdict(row) | {name: int(at.timestamp()) if at else None for name, at in instants.items()}


def as_printed(typed: str) -> str | None:
    """The code as it is printed, of whatever somebody typed from the paper; None for no code."""
    signs = _SEPARATORS.sub("", typed).upper().translate(_READ_AS)
    if len(signs) != GROUPS * GROUP or set(signs) - set(ALPHABET):
        return None
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
