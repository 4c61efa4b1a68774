"""One process a database: a lock on a file beside it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from data.errors import RakorError


class AlreadyRunningError(RakorError):
    """Another process serves this database."""


class LockError(RakorError):
    """The folder of the database cannot be written."""


@contextmanager
def only_instance(database: Path) -> Iterator[None]:
    """Holds the lock; the system lets go of it however the process ends.

    Raises AlreadyRunningError and LockError.
    """
    with _opened(database.with_name(f"{database.name}.lock")) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(
                f"Another instance is running with {database}. End it first, or use another database."
            ) from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w")
    except OSError as error:
        raise LockError(
            f"{path}: cannot be written ({error.strerror}). Give the folder to the user of the bot, "
            "or choose another [database] path."
        ) from error
