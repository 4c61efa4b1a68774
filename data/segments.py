"""Whom a message of the committee is for."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from data.database import Reads
from data.statements import statements

_sql = statements("segments")

SegmentKind = Literal[
    "all", "present", "absent", "unrated", "province", "level", "participants", "organisers"
]
SEGMENT_KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)

Level = Literal["pusat", "provinsi", "kabupaten", "kota"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""Of government, by the region that a participant's institution belongs to; none is the centre."""

RECIPIENTS = _sql["recipients"]
"""Selects the chats of a segment that can be reached; its parameters are those of ``parameters``.

"unrated" are those who may rate the session: who has done so, only the key of the anonymous answers can tell,
and that is asked one by one when their message is sent.
"""


@dataclass(frozen=True)
class Segment:
    kind: SegmentKind = "all"
    value: str = ""
    """The session's id, the province's code or the level, where the kind asks for one."""

    def parameters(self, event_id: int, organisers: Collection[int]) -> dict[str, str | int]:
        return {
            "event_id": event_id,
            "segment": self.kind,
            "value": self.value,
            "organisers": json.dumps(sorted(organisers)),
        }


async def count(reads: Reads, event_id: int, segment: Segment, organisers: Collection[int]) -> int:
    """How many it reaches now."""
    sql = _sql["count"].format(recipients=RECIPIENTS)
    (row,) = await reads.execute_fetchall(sql, segment.parameters(event_id, organisers))
    return int(row["number"])


async def provinces(reads: Reads, event_id: int) -> Mapping[str, int]:
    """How many participants from each province can be reached, by its code."""
    rows = await reads.execute_fetchall(_sql["provinces"], {"event_id": event_id})
    return {row["code"]: row["number"] for row in rows}
