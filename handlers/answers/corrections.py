"""What a question names only to take it back: "bukan panel 1, panel 2"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handlers.answers.index import Index
from handlers.answers.normalise import Token
from handlers.answers.phrases import Tag

_HAVING = ("punya", "dapat", "ada", "terima", "download", "unduh", "tahu")


def negated(
    tokens: Sequence[Token], cues: Iterable[Tag], spans: Sequence[frozenset[int]], index: Index
) -> Iterator[int]:
    """ "bukan panel 1, panel 2": the first thing named after the "not", if another is named."""
    starts = sorted({min(span) for span in spans})
    yield from _negated_words(tokens, index)
    groups = grouped(spans)
    for tag in cues:
        after = [start for start in starts if start >= tag.end]
        if tag.name != "not" or not after or after[0] > tag.end + 2 or len(groups) < 2:
            continue
        before = [group for group in groups if max(group) < tag.start]
        if before and _corrects_itself(tokens, tag):
            yield from before[-1]
            continue
        yield from next(group for group in groups if after[0] in group)
    for group in groups:
        following = [token.word for token in tokens[max(group) + 1 : max(group) + 3]]
        if following[:1] == ["sudah"] and following[1:] and following[1] in _HAVING and len(groups) > 1:
            yield from group


def _corrects_itself(tokens: Sequence[Token], tag: Tag) -> bool:
    """ "penutupan jam berapa, eh bukan, pleno maksudnya"."""
    later = {form for token in tokens[tag.end :] for form in token.forms}
    before = tokens[tag.start - 1].word if tag.start else ""
    return not later.isdisjoint(("maksud", "maksudku")) or before in (
        "eh",
        "oh",
        "salah",
        "ups",
        "ralat",
        "oops",
    )


def _negated_words(tokens: Sequence[Token], index: Index) -> Iterator[int]:
    """ "bukan yang kabupaten, yang provinsi": the words up to the second "yang"."""
    words = [token.word for token in tokens]
    for position, word in enumerate(words[:-1]):
        if word != "bukan" or words[position + 1] != "yang":
            continue
        clause = tokens[position].clause
        if position and "yang" not in words[position + 2 :] and tokens[position - 1].clause != clause:
            # "kapan beliau jadi narasumber? bukan yang pas moderator"
            yield from (p for p in range(position + 2, len(tokens)) if tokens[p].clause == clause)
        if "yang" in words[position + 2 :]:
            end = words.index("yang", position + 2)
            # The noun of "…, panel yang kedua" belongs to what is meant.
            is_noun = end > position + 3 and words[end - 1] in index.countable
            yield from range(position + 2, end - is_noun)


def grouped(spans: Iterable[frozenset[int]]) -> list[set[int]]:
    """Overlapping spans joined, in order."""
    groups: list[set[int]] = []
    for span in sorted(spans, key=min):
        if groups and groups[-1] & span:
            groups[-1] |= span
        else:
            groups.append(set(span))
    return groups
