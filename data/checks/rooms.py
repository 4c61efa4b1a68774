"""Rooms: each session has one that exists, and has it for itself."""

from __future__ import annotations

from collections import defaultdict

from data.checks.draft import EventDraft
from data.checks.finding import Issues, error
from data.checks.overlaps import Slot, named, overlapping, slots
from data.checks.wording import nearest, quoted


def existing_rooms(draft: EventDraft) -> Issues:
    known = [room.id for room in draft.rooms if room.id]
    for session in draft.sessions:
        room = session.text("room")
        if room is None or room in known:
            continue
        meant = nearest(room, known)
        advice = f"did you mean {quoted(meant)}?" if meant else "use the id of a room, or add it to [[rooms]]"
        yield error(session.at("room"), f"there is no room {quoted(room)}: {advice}")


def one_session_a_room(draft: EventDraft) -> Issues:
    slots_by_room: dict[str, list[Slot]] = defaultdict(list)
    for slot in slots(draft.sessions):
        if slot.room:
            slots_by_room[slot.room].append(slot)
    for room, candidates in slots_by_room.items():
        for slot, others in overlapping(candidates):
            message = (
                f"the room {quoted(room)} is taken at that time by {named(others)}: change a time or the room"
            )
            yield error(slot.session.at("room"), message)
