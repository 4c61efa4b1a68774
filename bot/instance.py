"""One process a database: a lock on a file beside it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import RakorError


class AlreadyRunningError(RakorError):
    """Another process serves this database."""


@contextmanager
def only_instance(database: Path) -> Iterator[None]:
    """Holds the lock; the system lets go of it however the process ends. Raises AlreadyRunningError."""
    path = database.with_name(f"{database.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(
                f"Another instance is running with {database}. End it first, or use another database."
            ) from None
        yield
