"""SQL by name. A module ``x.py`` keeps its statements in ``x.sql`` beside it, each under ``-- name: …``.

aiosql was weighed: it costs 39 ms at start, refuses sqlite3.Row for single values and hides the call's types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_HEADING = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


def statements(module: str) -> Mapping[str, str]:
    """The statements of ``module``, by name."""
    text = Path(__file__).with_name(f"{module}.sql").read_text(encoding="utf-8")
    _, *parts = _HEADING.split(text)
    return {name: body.strip() for name, body in zip(parts[::2], parts[1::2], strict=True)}
