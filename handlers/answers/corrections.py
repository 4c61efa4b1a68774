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
    """ "bukan (desk) yang kabupaten, yang provinsi": the words up to the second "yang", or all."""
    words = [token.word for token in tokens]
    for position in range(len(words) - 3):
        has_noun = words[position + 1] in index.countable
        start = position + 2 + has_noun
        if words[position] != "bukan" or words[start - 1] != "yang":
            continue
        if "yang" in words[start:]:
            end = words.index("yang", start)
            # The noun of "…, panel yang kedua" belongs to what is meant.
            is_noun = end > start + 1 and words[end - 1] in index.countable
            yield from range(start, end - is_noun)
        elif position > 1 and _ASKING.isdisjoint(words[start:]):
            yield from range(start, len(words))  # "kapan beliau jadi narasumber, bukan yang pas moderator"


_ASKING = frozenset({"apa", "mana", "berapa", "kapan", "siapa", "jam", "bagaimana", "tidak", "maksud"})


def grouped(spans: Iterable[frozenset[int]]) -> list[set[int]]:
    """Overlapping spans joined, in order."""
    groups: list[set[int]] = []
    for span in sorted(spans, key=min):
        if groups and groups[-1] & span:
            groups[-1] |= span
        else:
            groups.append(set(span))
    return groups
