"""What an event file must keep to: ``check`` finds everything at once.

Each rule is a pure function of the draft (materials also look at the disk). A rule passes over what it
cannot understand; the rules on shape speak of that.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from data.checks.check_in import attendance_is_taken, place_is_known
from data.checks.document import Document, UnreadableError, read
from data.checks.draft import EventDraft
from data.checks.finding import Finding, Issues
from data.checks.forms import fitting_forms
from data.checks.frame import complete_position, has_sessions, known_zone, plausible_days
from data.checks.frequent_questions import distinct_keywords, distinct_questions
from data.checks.identity import unique_ids
from data.checks.lengths import fitting_texts
from data.checks.materials import sendable_materials
from data.checks.panels import mandatory_takes_attendance, panel_numbers
from data.checks.people import listed_once, one_place_at_a_time
from data.checks.places import place_of, rank_of
from data.checks.polls import sendable_polls
from data.checks.rooms import existing_rooms, one_session_a_room
from data.checks.schedule import end_after_start, local_times, within_the_days
from data.checks.shape import shape
from data.checks.weekdays import dates_in_texts

__all__ = ["RULES", "Finding", "check", "inspect"]

Rule = Callable[[EventDraft], Issues]

RULES: tuple[Rule, ...] = (
    shape,
    unique_ids,
    known_zone,
    plausible_days,
    complete_position,
    has_sessions,
    local_times,
    end_after_start,
    within_the_days,
    existing_rooms,
    one_session_a_room,
    one_place_at_a_time,
    listed_once,
    panel_numbers,
    mandatory_takes_attendance,
    attendance_is_taken,
    place_is_known,
    sendable_materials,
    distinct_questions,
    distinct_keywords,
    fitting_forms,
    sendable_polls,
    fitting_texts,
    dates_in_texts,
)


def check(path: Path) -> list[Finding]:
    """Every finding in the event file, in the order of the file. Never raises, whatever the file holds."""
    try:
        return inspect(read(path))
    except UnreadableError as exc:
        return [exc.finding]


def inspect(document: Document) -> list[Finding]:
    """The findings in a file that is TOML."""
    draft = EventDraft(document)
    issues = list(chain.from_iterable(rule(draft) for rule in RULES))
    issues.sort(key=lambda issue: rank_of(document.tables, issue.spot))
    findings = (
        Finding(issue.severity, place_of(document.tables, issue.spot), issue.message) for issue in issues
    )
    return list(dict.fromkeys(findings))
