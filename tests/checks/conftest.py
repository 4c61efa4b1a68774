from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.checks import inspect
from data.checks.document import Document

Tables = dict[str, Any]
Report = Callable[[Tables], list[str]]

EVENT = """
[event]
code = "uji-2023"
title = "Rapat Koordinasi Uji"
short_title = "Rakor Uji"
host = "Panitia"
timezone = "Asia/Makassar"
first_day = 2023-02-20
last_day = 2023-02-21

[event.venue]
name = "Hotel Uji"
city = "Balikpapan"
latitude = -1.2753
longitude = 116.8385
radius_m = 250

[[rooms]]
id = "aula"
name = "Aula"

[[rooms]]
id = "mawar"
name = "Ruang Mawar"

[[sessions]]
id = "panel-1"
kind = "panel"
panel = 1
title = "Perencanaan"
start = 2023-02-20T09:00:00
end = 2023-02-20T10:00:00
room = "aula"
attendance = true
topics = ["anggaran"]
materials = [{ title = "Paparan", file = "panel-1.pdf" }]

[[sessions.speakers]]
name = "Budi Santoso"
role = "narasumber"
organization = "Kementerian Dalam Negeri"

[[sessions]]
id = "diskusi"
kind = "discussion"
title = "Diskusi"
start = 2023-02-20T10:00:00
end = 2023-02-20T11:00:00
room = "mawar"

[[faq]]
id = "wifi"
question = "Apa kata sandi Wi-Fi?"
answer = "rakor2023"
keywords = ["internet"]

[[faq]]
id = "musala"
question = "Di mana musala?"
answer = "Di Lantai 3."
keywords = ["salat"]
"""


@pytest.fixture
def tables() -> Tables:
    """A small event without findings, to be spoilt."""
    return tomllib.loads(EVENT)


@pytest.fixture
def event_path(tmp_path: Path) -> Path:
    """The same as a file, with its material."""
    (tmp_path / "panel-1.pdf").write_bytes(b"%PDF-1.7")
    path = tmp_path / "acara.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


@pytest.fixture
def report(event_path: Path) -> Report:
    """The findings in tables, as lines."""
    return lambda tables: [str(finding) for finding in inspect(Document(event_path, tables))]
