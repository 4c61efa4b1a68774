"""What an event offers to be found, entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.event import Faq, Room, Session, Speaker


class SpeakerEntry(NamedTuple):
    speaker: Speaker
    names: frozenset[str]
    """Stems of the name, without degrees."""
    terms: frozenset[str]
    """Stems and abbreviations of name, title and organisation."""
    offices: frozenset[tuple[str, ...]]
    """The title as people say it: alone, with the organisation, or with its initials."""
    title: tuple[str, ...]
    """Its stems, connectives left out."""


class SessionEntry(NamedTuple):
    session: Session
    subjects: frozenset[str]
    titled: frozenset[str]
    """The subjects that its title names."""
    labels: frozenset[tuple[str, int]]
    """Numbered as ("panel", 2) or, from the title, ("komisi", 1); letters count as numbers."""
    terms: Mapping[str, float]
    """Stem to weight."""
    audience: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    """The first two stems of each topic and of each part of the title that has several words."""
    opening: tuple[str, ...]
    """The first two stems of the title, or of what follows its colon."""
    head: str
    """The first stem of the title."""
    material_terms: frozenset[str]
    """Stems that only the titles of its materials have."""
    all_material_terms: frozenset[str]
    title_terms: frozenset[str]
    spelt_out: frozenset[str]
    """Stems of what stands in brackets in the title."""
    themes: frozenset[str]
    speakers: tuple[SpeakerEntry, ...]


class FaqEntry(NamedTuple):
    faq: Faq
    keywords: tuple[tuple[str, ...], ...]
    """Each as stems."""
    terms: Mapping[str, float]
    themes: frozenset[str]
    asked_themes: frozenset[str]
    """Those of its question."""
    cues: frozenset[str]
    """What its question asks: "where", "when", …"""
    tells: frozenset[str]
    """Kinds of fact in its answer: "time", "place", "money", "phone", "share", …"""
    anchors: frozenset[str]
    """Stems of its keywords and its question: one of them must be said."""
    said: frozenset[str]
    """All stems of its question and answer, everyday words too."""
    told_themes: frozenset[str]
    """Themes that its question and answer touch."""
    units: frozenset[str]
    """What its answer counts: the "jp" of "20 JP"."""
    keyword_words: frozenset[str]
    """The words of its keywords, not their stems."""
    numbered: frozenset[str]
    """What its answer gives a number: the "meja" of "Meja 2"."""
    actions: frozenset[str]
    """What the bot does itself, and its keywords are about all the same."""


class RoomEntry(NamedTuple):
    room: Room
    terms: frozenset[str]
