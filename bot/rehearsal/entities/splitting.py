"""Cutting text styles (bold, italic, …) in pieces, so that they cross no other entity.

Source: TDLib, split_entities in MessageEntity.cpp. A style is cut where another one starts, and where an
entity of another kind starts or ends; touching pieces of one style are one piece if nothing stands between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

from bot.rehearsal.entities.kinds import CLOSED, SPLITTABLE, Entity, end_of


def split(styles: list[Entity], whole: list[Entity]) -> list[Entity]:
    """The pieces of the sorted styles around and inside the sorted entities that must stay whole."""
    cutter = _Cutter(styles)
    around: list[Entity] = []
    for entity in whole:
        _leave(around, entity["offset"], cutter)
        cutter.cut(entity["offset"])
        around.append(entity)
    _leave(around, inf, cutter)
    cutter.cut(inf)
    return cutter.pieces


def _leave(around: list[Entity], offset: float, cutter: _Cutter) -> None:
    while around and end_of(around[-1]) <= offset:
        entity = around.pop()
        cutter.cut(end_of(entity), keep=entity["type"] not in CLOSED)


@dataclass
class _Cutter:
    styles: list[Entity]
    pieces: list[Entity] = field(default_factory=list)
    position: int = 0
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where each style that is not yet written out begins and ends."""

    def cut(self, limit: float, *, keep: bool = True) -> None:
        """Writes out all pieces up to ``limit``; unless ``keep``, drops them."""
        count = len(self.pieces)
        while self.position < len(self.styles) and self.styles[self.position]["offset"] < limit:
            self._take(self.styles[self.position])
            self.position += 1
        self._write(limit)
        if not keep:
            del self.pieces[count:]

    def _take(self, style: Entity) -> None:
        kind, begin, end = style["type"], style["offset"], end_of(style)
        if kind in self.spans and begin <= self.spans[kind][1]:
            self.spans[kind] = self.spans[kind][0], max(self.spans[kind][1], end)
            return
        self._write(begin)
        self.spans[kind] = begin, end

    def _write(self, limit: float) -> None:
        for kind in SPLITTABLE:
            begin, end = self.spans.get(kind, (limit, limit))
            if begin >= limit:
                continue
            stop = int(min(end, limit))
            self.pieces.append({"type": kind, "offset": int(begin), "length": stop - int(begin)})
            if end <= limit:
                del self.spans[kind]
            else:
                self.spans[kind] = stop, int(end)
