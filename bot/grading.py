"""The answer engine against a file of questions that say what they expect: the score by facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def is_right(expected: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    """Sessions and FAQ entry as expected, surely, and every string of ``contains`` in the answer.

    Of what the event cannot answer, right is only to be unsure.
    """
    if expected["facet"] == "unknown":
        return not line["confident"]
    if expected["facet"] == "smalltalk":
        return line["facet"] == "smalltalk" and not line["sessions"] and not line["faq"]
    text = line["answer"].casefold()
    return (
        line["confident"]
        and set(line["sessions"]) == set(expected["sessions"])
        and line["faq"] == expected["faq"]
        and all(part.casefold() in text for part in expected["contains"])
    )


def score(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Iterator[str]:
    """Each question answered wrongly, then a line a facet, then the total."""
    asked, right = Counter[str](), Counter[str]()
    for expected, line in pairs:
        facet = expected["facet"]
        asked[facet] += 1
        if is_right(expected, line):
            right[facet] += 1
            continue
        meant = expected["sessions"] or expected["faq"] or facet
        got = line["sessions"] or line["faq"] or line["facet"]
        yield f"wrong: {expected['q']!r} means {meant}, got {got}{'' if line['confident'] else ', unsure'}"
    for facet in sorted(asked):
        yield f"{facet:10} {right[facet]:4} of {asked[facet]}"
    total, unknown = asked.total(), asked["unknown"]
    share = 100 * right.total() / total if total else 0.0
    guessed = unknown - right["unknown"]
    yield f"right {share:.1f} % of {total}; unknown answered with confidence {guessed} of {unknown}"
