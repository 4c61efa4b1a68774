"""The base of everything a person can cause and mend; and what is nobody's fault."""

from __future__ import annotations

import sqlite3

STORAGE_CODES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
    }
)
PRIMARY_CODE = 0xFF
"""The part of an error code that names its kind (sqlite.org/rescode.html)."""


class RakorError(Exception):
    """Its text is a sentence for the person: what happened, and what to do."""


def is_storage_failure(error: BaseException) -> bool:
    """Whether the disk, or another process that holds the file, is the reason: later the same may succeed."""
    if not isinstance(error, sqlite3.Error):
        return False
    return getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE in STORAGE_CODES
