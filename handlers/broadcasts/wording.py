"""A broadcast in a few words."""

from __future__ import annotations

from markupsafe import Markup

from data import regions
from data.broadcasts import Content
from data.event import Event
from data.segments import Segment
from handlers.screen import shortened
from handlers.texts import Texts, plain, short_name

SIGNS = {"text": "", "photo": "📷 ", "document": "📄 ", "video": "🎬 "}


def excerpt(content: Content, characters: int) -> str:
    """Its beginning, on one line."""
    words = " ".join(plain(Markup(content.html)).split())  # noqa: S704 - the markup is taken away
    return SIGNS[content.kind] + shortened(words, characters)


def segment_name(segment: Segment, event: Event, texts: Texts) -> str:
    """The segment in words."""
    return texts.label("broadcasts.segment", segment=segment.kind, name=segment_value(segment, event, texts))


def segment_value(segment: Segment, event: Event, texts: Texts) -> str:
    """What it is about: a session, a province, a level; "" where it is about nothing."""
    if segment.kind in ("present", "absent", "unrated"):
        session = event.session(segment.value)
        return short_name(session) if session else segment.value
    if segment.kind == "province":
        region = regions.find(segment.value)
        return region.name if region else segment.value
    if segment.kind == "level":
        return texts.label("broadcasts.level", level=segment.value)
    return ""
