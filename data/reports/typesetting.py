"""PDF and pictures from typst templates, made by a process of its own: its memory ends with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from data.errors import RakorError

PROGRAM = Path(__file__).with_name("typesetter.py")
PATIENCE_SECONDS = 120
PICTURE_PPI = 160

SPARING = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""A sixth less memory: glibc would keep a heap for each thread, and what was freed."""

ONE_AT_A_TIME = threading.Lock()
"""Two would take twice the memory."""

CONTROL_SIGNS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
"""They mean nothing on paper."""

LONG_WORD = 18
ZERO_WIDTH_SPACE = "\u200b"


class TypesettingError(RakorError):
    """The PDF could not be made."""


def typeset(
    template: Path,
    values: Mapping[str, object],
    form: Literal["pdf", "png"] = "pdf",
    now: float | None = None,
) -> bytes:
    """The PDF, or the one page as a picture; to be called beside the event loop.

    The template reads the values as JSON; the file says that it was made ``now``. Raises TypesettingError.
    """
    return _made(template, [values], form, now)


def typeset_fitting(
    template: Path, alternatives: Sequence[Mapping[str, object]], most_pages: int, now: float
) -> bytes:
    """The PDF of the first alternative that fits, else of the last; at least one is given.

    The template says at its end (``<end>``) how many pages it has. Raises TypesettingError.
    """
    return _made(template, alternatives, "pdf", now, most_pages)


def _made(
    template: Path,
    alternatives: Sequence[Mapping[str, object]],
    form: str,
    now: float | None,
    most_pages: int | None = None,
) -> bytes:
    job = {
        "alternatives": alternatives,
        "most_pages": most_pages,
        "format": form,
        "ppi": PICTURE_PPI,
        "timestamp": None if now is None else int(now),
    }
    try:
        with ONE_AT_A_TIME:
            made = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-P", str(PROGRAM), str(template)],
                input=json.dumps(job, ensure_ascii=False).encode("utf-8", "replace"),
                capture_output=True,
                check=True,
                timeout=PATIENCE_SECONDS,
                env=os.environ | SPARING,
            )
    except subprocess.CalledProcessError as error:
        reason = "".join(error.stderr.decode(errors="replace").strip().splitlines()[-1:])
        raise TypesettingError(f"The {form.upper()} could not be made ({reason}).") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TypesettingError(f"The {form.upper()} could not be made ({type(error).__name__}).") from error
    return made.stdout


def breakable(text: str) -> str:
    """Words too long for a column, such as addresses, may break anywhere instead of running over its edge."""
    words = text.translate(CONTROL_SIGNS).split(" ")
    return " ".join(ZERO_WIDTH_SPACE.join(word) if len(word) > LONG_WORD else word for word in words)


def all_breakable(value: Any) -> Any:
    """The same JSON-able value with every text in it breakable."""
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, Mapping):
        return {name: all_breakable(one) for name, one in value.items()}
    return [all_breakable(one) for one in value] if isinstance(value, Sequence) else value
