"""PDF from typst templates, made by a process of its own: its memory ends with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from data.errors import RakorError

PROGRAM = Path(__file__).with_name("typesetter.py")
PATIENCE_SECONDS = 120

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


def typeset(template: Path, values: Mapping[str, object]) -> bytes:
    """The PDF; to be called beside the event loop. The template reads the values as JSON.

    Raises TypesettingError.
    """
    try:
        with ONE_AT_A_TIME:
            made = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-P", str(PROGRAM), str(template)],
                input=json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"),
                capture_output=True,
                check=True,
                timeout=PATIENCE_SECONDS,
                env=os.environ | SPARING,
            )
    except subprocess.CalledProcessError as error:
        reason = "".join(error.stderr.decode(errors="replace").strip().splitlines()[-1:])
        raise TypesettingError(f"The PDF could not be made ({reason}).") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TypesettingError(f"The PDF could not be made ({type(error).__name__}).") from error
    return made.stdout


def breakable(text: str) -> str:
    """Words too long for a column, such as addresses, may break anywhere instead of running over its edge."""
    words = text.translate(CONTROL_SIGNS).split(" ")
    return " ".join(ZERO_WIDTH_SPACE.join(word) if len(word) > LONG_WORD else word for word in words)
