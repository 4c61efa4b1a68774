"""What people ask besides the agenda: a FAQ entry and a question that share a theme mean the same.

A theme that no entry of the event has is something the event cannot answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.comforts import COMFORTS
from handlers.answers.vocabulary.elsewhere import ELSEWHERE
from handlers.answers.vocabulary.services import SERVICES
from handlers.answers.vocabulary.travel import TRAVEL

THEMES: Mapping[str, str] = {**TRAVEL, **COMFORTS, **SERVICES, **ELSEWHERE}
"""Theme to its phrases, parted by commas."""
